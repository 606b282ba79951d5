//! C07: 您 to several persons, 你们 to one.

use crate::check::authoring::*;
use crate::letter::{Role, organ};

pub static RULE: Rule = Rule {
    code: "C07",
    name: "you-number",
    title: "您、你们与主送人数",
    group: Group::Agreement,
    severity: Severity::Warning,
    explanation: "答复一位代表、委员称“您”，答复几位称“你们”，全文一致。引号、书名号里的不管。",
    source: "办理惯例：称谓与主送一致",
    examples: &[
        wrong(&[("paragraph", "感谢‹您›对公交工作的关心。")]).mended("感谢你们对公交工作的关心。"),
        wrong(&[
            ("addressees[1]", ""),
            (
                "body",
                "您提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下：\n接驳线路已经开通。\n专此答复，感谢‹你们›的支持。",
            ),
        ]),
        wrong(&[("paragraph", "‹你›提出的意见已经采纳。")]),
        right(&[("paragraph", "各部门你追我赶，形成“一网通办”你中有我、我中有你的格局。")]),
        wrong(&[("paragraph", "感谢‹您›的关心，请您继续监督。")]).mended("感谢你们的关心，请你们继续监督。"),
        right(&[("addressees[1]", ""), ("source.addressees", "沈禾等代表：")]),
        right(&[("paragraph", "您二位分别提出的意见已经采纳。")]),
        right(&[("paragraph", "开展“您的出行我来办”活动，回应你们的关切。")]),
        right(&[("addressees[1]", ""), ("addressee_total", "12")]),
        right(&[("addressees[1]", ""), ("addressees[0]", "东洲区代表团"), ("addressee_title", "")]),
    ],
    check: Check::Paragraph("你您", check),
};

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    let are_persons = !letter.addressee_title.is_empty() && !letter.addressees.iter().any(|name| is_several(name));
    if context.draft.role == Role::Joint || letter.addressees.is_empty() || !are_persons {
        return;
    }
    let listed = u32::try_from(letter.addressees.len()).unwrap_or(u32::MAX);
    let count = letter.addressee_total.unwrap_or(listed).max(listed);
    // 卓尔群等代表：, as imported: there are more.
    if count == 1 && context.draft.source.addressees.contains('等') {
        return;
    }
    let (wrong, right) = if count == 1 { ("你们", "您") } else { ("您", "你们") };
    let body = passage.text;
    // 你 alone is wrong to one person and to several.
    let alone = body.match_indices('你').filter(|(at, word)| !body[at + word.len()..].starts_with('们'));
    let mut places: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, word) in body.match_indices(wrong).chain(alone) {
        // 您们 is W's to tell.
        let after = &body[at + word.len()..];
        let is_counted = ["二位", "两位", "三位", "几位", "各位"].iter().any(|count| after.starts_with(count));
        // 你追我赶, 你中有我: nobody is spoken to.
        let is_idiom = word == "你" && {
            let before = body[..at].chars().rev().take(3).any(|it| it == '我');
            before || after.chars().take(3).any(|it| it == '我')
        };
        if after.starts_with('们') || is_counted || is_idiom {
            continue;
        }
        if passage.pairing().pairs.iter().any(|pair| matches!(pair.open.1, '《' | '“') && pair.range().contains(&at))
        {
            continue;
        }
        places.push(at..at + word.len());
    }
    places.sort_by_key(|range| range.start);
    // A paragraph is told of once, and mended as a whole.
    if let Some(first) = places.first().cloned() {
        let others = if places.len() > 1 { format!("，本段共{}处", places.len()) } else { String::new() };
        let message = format!("主送{count}人，应当称“{right}”{others}");
        let edits = places.into_iter().map(|range| Edit::replace(range, right)).collect();
        found.at(Field::Body, first, message).mend_as(format!("改为{right}"), Applicability::Review, edits);
    }
}

/// Whether one entry stands for several persons: 沈禾等12位, a body.
fn is_several(name: &str) -> bool {
    name.contains(['等', '、']) || organ::is_body(name) && name.chars().count() > 3 && !name.contains('·')
}
