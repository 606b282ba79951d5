//! C16: an organisation is not addressed as one: 您 for a party committee, 贵局 for a 委员会.

use crate::check::authoring::*;
use crate::letter::{Role, organ};

pub static RULE: Rule = Rule {
    code: "C16",
    name: "organ-address",
    title: "对单位的称呼",
    group: Group::Agreement,
    severity: Severity::Warning,
    explanation: "主送单位的，称“贵局”“贵委”“贵单位”等，与单位名称的末字相应，不称“您”。主送代表团、小组的，称“贵团”或者“你们”。主送代表、委员个人的，不称“贵委”“贵局”。",
    source: "办理惯例：称谓与主送一致",
    examples: &[
        wrong(&[
            ("addressees[1]", ""),
            ("addressees[0]", "民建临江市委员会"),
            ("addressee_title", ""),
            (
                "body",
                "贵委提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢‹您›的支持。",
            ),
        ]),
        wrong(&[
            ("addressees[1]", ""),
            ("addressees[0]", "民建临江市委员会"),
            ("addressee_title", ""),
            (
                "body",
                "贵委提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢‹贵局›的支持。",
            ),
        ]),
        right(&[
            ("addressees[1]", ""),
            ("addressees[0]", "民建临江市委员会"),
            ("addressee_title", ""),
            (
                "body",
                "贵委提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通，《您的出行》栏目已经上线。\n专此答复，感谢贵会、贵单位的支持。",
            ),
        ]),
        right(&[
            ("addressees[1]", ""),
            ("addressees[0]", "临江市工商联"),
            ("addressee_title", ""),
            (
                "body",
                "贵会提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢贵会的支持。",
            ),
        ]),
        wrong(&[("paragraph", "再次感谢‹贵委›对公交工作的关心。")]),
        wrong(&[("paragraph", "再次感谢‹贵单位›对公交工作的关心。")]),
        wrong(&[
            ("addressees[1]", ""),
            ("addressees[0]", "东洲区代表团"),
            ("addressee_title", ""),
            ("paragraph", "‹贵委›所提的意见很有针对性。"),
        ]),
        wrong(&[
            ("role", "会办"),
            ("addressees[1]", ""),
            ("addressees[0]", "省交通运输厅"),
            ("addressee_title", ""),
            ("paragraph", "以上意见，供‹你局›答复时参考。"),
        ]),
        right(&[
            ("role", "会办"),
            ("addressees[1]", ""),
            ("addressees[0]", "省交通运输厅"),
            ("addressee_title", ""),
            ("paragraph", "以上意见，供你厅、贵厅答复时参考。"),
        ]),
        right(&[
            ("addressees[1]", ""),
            ("addressees[0]", "古丽娜尔·艾山江"),
            ("addressee_title", ""),
            (
                "body",
                "您提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢您的支持。",
            ),
        ]),
        right(&[
            ("addressees[1]", ""),
            ("addressees[0]", "周望舒代表（领衔）"),
            ("addressee_title", ""),
            (
                "body",
                "您提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢您的支持。",
            ),
        ]),
        right(&[("paragraph", "我们与贵州省、贵港市同行交流，贵重物品专柜寄存。")]),
    ],
    check: Check::Paragraph("贵您你", check),
};

/// What 贵 is said of.
const KINDS: [char; 16] =
    ['局', '委', '厅', '部', '办', '院', '会', '党', '团', '处', '署', '司', '社', '盟', '站', '行'];

/// What 你 is said of, among those; 你会 and 你行 are other words.
const PLAIN_KINDS: [char; 8] = ['局', '委', '厅', '部', '办', '院', '处', '署'];

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    let body = passage.text;
    let to_persons = letter.addressees.iter().all(|name| is_person(name, &letter.addressee_title));
    let name = match &letter.addressees[..] {
        [] => return,
        [name] => name.as_str(),
        _ if to_persons && context.draft.role != Role::Joint => "",
        _ => return,
    };
    if to_persons && context.draft.role == Role::Joint {
        return;
    }
    for (at, word) in body.match_indices(['贵', '您', '你']) {
        let after = &body[at + word.len()..];
        let kind = after.chars().next().filter(|kind| KINDS.contains(kind));
        let message = match (word, kind) {
            // 贵单位, 贵局 of a person.
            ("贵", _) if to_persons && after.starts_with("单位") => {
                let message = format!("主送的是{}个人，不称“贵单位”", context.draft.kind.addressee_title());
                if !is_quoted(passage, at) {
                    found.at(Field::Body, at..at + "贵单位".len(), message);
                }
                continue;
            }
            // 你们代表 of an organ.
            ("你", _) if !to_persons && !name.ends_with(['团', '组']) && is_of_persons(after) => {
                if !is_quoted(passage, at) {
                    let place = at..at + "你们代表".len();
                    found.at(Field::Body, place, format!("主送{name}，不称代表、委员"));
                }
                continue;
            }
            // 贵委员 is a person.
            ("贵", Some(kind))
                if to_persons && !matches!(kind, '院' | '司' | '站' | '行' | '处') && !after.starts_with("委员") =>
            {
                format!("主送的是{}个人，不称“贵{kind}”", context.draft.kind.addressee_title())
            }
            ("您", _) if !to_persons && !after.starts_with('们') => format!("主送{name}，不称“您”"),
            // 办公室 is a 办 as well as a 室.
            ("贵", Some('会')) if is_association(name) => continue,
            ("贵", Some(kind)) if !to_persons && !name.contains(kind) => format!("主送{name}，不称“贵{kind}”"),
            ("你", Some(kind)) if !to_persons && PLAIN_KINDS.contains(&kind) && !name.contains(kind) => {
                format!("主送{name}，不称“你{kind}”")
            }
            _ => continue,
        };
        if is_quoted(passage, at) {
            continue;
        }
        let length = word.len() + if word == "您" { 0 } else { kind.map_or(0, char::len_utf8) };
        found.at(Field::Body, at..at + length, message);
    }
}

/// Whether an organ is a 会 by its whole name: 市工商联, 市科协, 民进临江市委.
fn is_association(name: &str) -> bool {
    const PARTIES: [&str; 8] = ["民革", "民盟", "民建", "民进", "农工党", "致公党", "九三", "台盟"];
    name.ends_with(['联', '协']) || PARTIES.iter().any(|party| name.starts_with(party))
}

/// Whether what follows 你 makes it 你们代表, 你们委员, no 代表团 and no 代表性.
fn is_of_persons(after: &str) -> bool {
    let rest = after.strip_prefix("们代表").or_else(|| after.strip_prefix("们委员"));
    rest.is_some_and(|rest| !rest.starts_with(['团', '性', '会', '们', '小', '大', '处']))
}

/// Whether byte `at` lies in 《》 or “”.
fn is_quoted(passage: &Passage<'_>, at: usize) -> bool {
    passage.pairing().pairs.iter().any(|pair| matches!(pair.open.1, '《' | '“') && pair.range().contains(&at))
}

/// Whether an addressee is a person: under a title, or with one in the name: 梁委员您好, 周望舒代表（领衔）, 黎昭华同志.
fn is_person(name: &str, title: &str) -> bool {
    let bare = name.split(['（', '(']).next().unwrap_or(name);
    let bare = bare.trim_end_matches("您好").trim_end_matches("你好");
    // 古丽娜尔·艾山江, or a bare name of three characters.
    let is_bare_name = bare.contains('·') || bare.chars().count() <= 3 && !organ::is_body(bare);
    let is_titled = ["代表", "委员", "同志", "先生", "女士", "老师", "教授"].iter().any(|end| bare.ends_with(end));
    let is_group = ["团", "组", "界", "界别"].iter().any(|end| bare.ends_with(end));
    !is_group
        && (!(title.is_empty() || organ::is_body(bare) && bare.chars().count() > 4)
            || is_bare_name
            || is_titled && bare.chars().count() <= 12)
}
