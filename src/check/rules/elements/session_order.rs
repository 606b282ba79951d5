//! E22: 人大 and 政协 stand in the wrong place of a session's name.

use crate::check::authoring::*;
use crate::letter::reference;
use crate::letter::session::{Assembly, Session};
use crate::text::numeral;

pub static RULE: Rule = Rule {
    code: "E22",
    name: "session-order",
    title: "届次的语序",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "人大写“市十七届人大一次会议”，届在前；政协写“市政协十五届二次会议”，政协在前。两者语序不同，不要写反。",
    source: "办理惯例：人大、政协届次的规范表述",
    examples: &[
        wrong(&[("title", "临江市交通运输局关于‹市人大十七届一次会议›第2026042号代表建议答复的函")])
            .mended("临江市交通运输局关于市十七届人大一次会议第2026042号代表建议答复的函"),
        wrong(&[("title", "临江市教育局关于‹市十五届政协二次会议›第2026108号提案答复的函")])
            .on_proposal()
            .mended("临江市教育局关于市政协十五届二次会议第2026108号提案答复的函"),
        wrong(&[("title", "临江市交通运输局关于市十七‹届人大会议›第2026042号代表建议答复的函")]),
        wrong(&[("title", "临江市交通运输局关于市十七‹届人大一次›第2026042号代表建议答复的函")])
            .mended("临江市交通运输局关于市十七届人大一次会议第2026042号代表建议答复的函"),
        wrong(&[("title", "临江市交通运输局关于第2026042号‹市十七届人大一次会议›代表建议答复的函")]),
        wrong(&[("title", "临江市交通运输局关于市十七‹届一次人大会议›第2026042号代表建议答复的函")]),
        wrong(&[("matter.session", "市十七‹届一次会议›")]),
        right(&[("title", "临江市交通运输局关于临江市第十七届人民代表大会第一次会议第2026042号代表建议答复的函")]),
        right(&[("title", "临江市教育局关于政协临江市第十五届委员会第二次会议第2026108号提案答复的函")]).on_proposal(),
    ],
    check: Check::Parts(Parts { elements: Some(check), paragraph: Some(("届", check_paragraph)), letter: None }),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let draft = context.draft;
    for (field, text) in [(Field::Title, &draft.letter.title), (Field::MatterSession, &draft.matter.session)] {
        told_apart(field, text, found);
        // 市十七届人大五次第136号: the word 会议 is missing.
        for (at, word) in text.match_indices("届人大") {
            let count = text[at + word.len()..].trim_start_matches(numeral::is_numeral);
            let start = text.len() - count.len();
            let Some(rest) = count.strip_prefix('次').filter(|_| start > at + word.len()) else { continue };
            if !rest.starts_with("会议") && !rest.starts_with("全体") {
                let end = start + '次'.len_utf8();
                found.at(field, at..end, "“次”后面缺“会议”").mend_as(
                    "加上“会议”",
                    Applicability::Review,
                    vec![Edit::insert(end, "会议")],
                );
            }
        }
        // 市十六届人大会议: which of its meetings?
        for words in ["届人大会议", "届全国人大会议", "届委员会会议"] {
            for (at, _) in text.match_indices(words) {
                found.at(field, at..at + words.len(), "没有写明第几次会议");
            }
        }
        check_text(field, text, found);
    }
}

fn check_paragraph(_: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    check_text(Field::Body, passage.text, found);
}

fn check_text(field: Field, text: &str, found: &mut Found<'_>) {
    for session in Session::find_all(text) {
        // 第2026042号市十七届人大一次会议代表建议: the meeting comes before the number that it gave.
        let is_numbered = field == Field::Title
            && reference::find_all(&text[..session.range.start])
                .last()
                .is_some_and(|number| number.range.end == session.range.start);
        if is_numbered {
            found.at(field, session.range.clone(), "届次应当写在编号前面");
        } else if let Some(right) = reordered(&text[session.range.clone()], &session) {
            let message = format!("应写作“{right}”");
            let place = session.range.clone();
            found.at(field, place.clone(), message).mend(Applicability::Review, place, right);
        }
    }
}

/// 九届二次会议 and 九届二次人大会议: of which assembly, and where its name belongs.
fn told_apart(field: Field, text: &str, found: &mut Found<'_>) {
    for (at, word) in text.match_indices('届') {
        let after = text[at + word.len()..].trim_start_matches('第');
        let number = after.trim_start_matches(|it: char| it.is_ascii_digit() || numeral::is_numeral(it));
        let Some(rest) = number.strip_prefix('次').filter(|_| number.len() < after.len()) else { continue };
        let Some(end) = ["会议", "人大会议", "政协会议"].iter().find_map(|word| rest.strip_prefix(word))
        else {
            continue;
        };
        let is_named = ["人大", "人民代表大会", "政协"].iter().any(|name| text[..at].contains(name));
        let range = at..text.len() - end.len();
        if rest.starts_with("会议") && !is_named {
            found.at(field, range, "没有写明是人大还是政协的会议");
        } else if !rest.starts_with("会议") {
            found.at(field, range, "应写作“×届人大×次会议”或者“政协×届×次会议”");
        }
    }
}

/// The session in the right order; `None` where it stands so already, or is too unlike the short form to tell.
fn reordered(written: &str, session: &Session) -> Option<String> {
    let is_number = |it: char| numeral::is_numeral(it) || it.is_ascii_digit() || it == '第';
    match session.assembly {
        Assembly::Congress => {
            let at = written.find("人大")?;
            let (place, rest) = (&written[..at], &written[at + "人大".len()..]);
            let term = &rest[..rest.find('届')? + '届'.len_utf8()];
            let is_bare = term.trim_end_matches('届').chars().all(is_number);
            let after = &rest[term.len()..];
            let nation = if place == "全国" { ("", "全国") } else { (place, "") };
            is_bare.then(|| {
                format!(
                    "{}{}{}人大{}",
                    nation.0,
                    term.trim_start_matches('第'),
                    nation.1,
                    after.trim_start_matches('第')
                )
            })
        }
        Assembly::Conference => {
            let at = written.find("政协").filter(|_| !session.assembly_first)?;
            let (before, after) = (&written[..at], &written[at + "政协".len()..]);
            let term_end = before.find('届')? + '届'.len_utf8();
            let term_start = before[..term_end - '届'.len_utf8()].trim_end_matches(is_number).len();
            let place = before[..term_start].to_owned() + &before[term_end..];
            Some(format!("{place}政协{}{after}", before[term_start..term_end].trim_start_matches('第')))
        }
    }
}
