//! E25: 等N名 names fewer persons than the list, or the opening counts them otherwise.

use crate::check::authoring::*;
use crate::letter::{Letter, organ};
use crate::text::numeral;

pub static RULE: Rule = Rule {
    code: "E25",
    name: "addressee-total",
    title: "主送人数",
    group: Group::Elements,
    severity: Severity::Error,
    explanation: "“等N名代表”的N是全部人数，不应少于列出姓名的人数；开头说“某某等N位代表提出”的，应当与主送的人数相符。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字准确",
    examples: &[
        wrong(&[("paragraph", "我局于5月到东洲与‹三›位代表面商。")]),
        right(&[("paragraph", "我局于5月到东洲与两位代表面商，与6位村民代表面对面座谈。")]),
        wrong(&[("addressee_total", "‹1›")]).mended("2"),
        wrong(&[
            ("addressee_total", "5"),
            (
                "body",
                "沈禾等‹6›位代表提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
            ),
        ]),
        wrong(&[(
            "body",
            "沈禾等‹三›名代表提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )]),
        right(&[
            ("addressee_total", "5"),
            (
                "body",
                "沈禾等5位代表提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通，王某等3位居民获得表扬。\n专此答复，感谢你们的支持。",
            ),
        ]),
        wrong(&[
            ("addressee_total", "5"),
            (
                "body",
                "你们等‹6›位代表提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
            ),
        ]),
        right(&[
            ("addressees[1]", ""),
            (
                "body",
                "您等6位代表提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢您的支持。",
            ),
        ]),
        wrong(&[("paragraph", "首先感谢‹三›位代表对公交工作的关注。")]),
        right(&[("paragraph", "首先感谢两位代表对公交工作的关注，感谢三位村民代表到场。")]),
        wrong(&[("paragraph", "经现场踏勘，‹三›位代表反映的候车时间长情况属实。")]),
        right(&[("paragraph", "经现场踏勘，两位代表反映的情况属实，其他三位代表反映的问题一并解决。")]),
        right(&[("addressee_total", "2")]),
        right(&[("addressee_total", "12")]),
    ],
    check: Check::Parts(Parts {
        elements: Some(check), paragraph: Some(("等感面位", check_paragraph)), letter: None
    }),
};

/// How many persons are addressed in all; `None` where the list leaves that open.
fn count(letter: &Letter) -> Option<u32> {
    let listed = u32::try_from(letter.addressees.len()).unwrap_or(u32::MAX);
    // A letter to the first of several persons alone may well speak of them all.
    let is_whole = listed >= 2 && !letter.addressees.iter().any(|name| organ::is_body(name));
    letter.addressee_total.filter(|total| *total >= listed).or(is_whole.then_some(listed))
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    let listed = letter.addressees.len();
    let Some(total) = letter.addressee_total else { return };
    if usize::try_from(total).is_ok_and(|total| total < listed) {
        let whole = 0..total.to_string().len();
        let message = format!("主送列了{listed}人，却写“等{total}名”");
        found.at(Field::AddresseeTotal, whole.clone(), message).mend(Applicability::Review, whole, listed.to_string());
    }
}

fn check_paragraph(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    let Some(count) = count(letter) else { return };
    let text = passage.text;
    // Further down 沈禾等3位代表 may be some of them.
    if text.contains("收悉") || text.contains("如下") {
        for (at, word) in text.match_indices('等') {
            let is_theirs = letter.addressees.iter().any(|name| text[..at].ends_with(name.as_str()))
                || ["你们", "您"].iter().any(|word| text[..at].ends_with(word));
            if is_theirs {
                counted(text, at + word.len(), count, found);
            }
        }
    }
    // 赴罗坪镇与三位代表面商: talks over the letter are had with all of them.
    const TALKS: [&str; 5] = ["面商", "当面沟通", "面对面", "见面沟通", "当面汇报"];
    for (at, lead) in text.match_indices(['与', '同', '向']) {
        let rest = &text[at + lead.len()..];
        let is_talk = ["代表", "委员"].iter().any(|word| {
            rest.find(word).is_some_and(|end| {
                rest[..end].chars().count() <= 4 && TALKS.iter().any(|talk| rest[end + word.len()..].starts_with(talk))
            })
        });
        if is_talk {
            counted(text, at + lead.len(), count, found);
        }
    }
    // 三位代表反映的情况属实: at the head of a clause, what is told of are the persons addressed.
    for (at, _) in text.match_indices('位') {
        let start = text[..at].trim_end_matches(|it: char| numeral::is_numeral(it) || it == '两').len();
        let raised = ["代表", "委员"].iter().find_map(|word| text[at + '位'.len_utf8()..].strip_prefix(word));
        let is_theirs =
            raised.is_some_and(|rest| ["反映的", "提出的", "所提", "关心的"].iter().any(|word| rest.starts_with(word)));
        if is_theirs && start < at && crate::text::sentence::begins_clause(text, start) {
            counted(text, start, count, found);
        }
    }
    for lead in ["感谢", "感谢你们", "感谢您"] {
        for (at, _) in text.match_indices(lead) {
            counted(text, at + lead.len(), count, found);
        }
    }
}

/// Tells where 三位代表 from byte `at` on are not `count`.
fn counted(text: &str, at: usize, count: u32, found: &mut Found<'_>) {
    let rest = &text[at..];
    let is_digit = |it: char| it.is_ascii_digit() || numeral::is_numeral(it) || it == '两';
    let digits = rest.len() - rest.trim_start_matches(is_digit).len();
    let (number, after) = rest.split_at(digits);
    let after = after.strip_prefix(['位', '名', '人']).map(|after| after.strip_prefix("人大").unwrap_or(after));
    let is_persons = after.is_some_and(|after| after.starts_with("代表") || after.starts_with("委员"));
    let written = if number == "两" { Some(2) } else { number.parse().ok().or_else(|| numeral::parse(number)) };
    if let Some(written) = written.filter(|written| digits > 0 && is_persons && *written != count) {
        found.at(Field::Body, at..at + digits, format!("主送是{count}人，这里写的是{written}人"));
    }
}
