//! C02: title, opening and matter name different suggestions.

use crate::check::authoring::*;
use crate::text::brackets;
use std::ops::Range;

pub static RULE: Rule = Rule {
    code: "C02",
    name: "matter-title-agreement",
    title: "题目一致",
    group: Group::Agreement,
    severity: Severity::Error,
    explanation: "建议（提案）的题目在标题、开头和所答事项中应当一字不差。书名号里套用的单、双书名号不计较。",
    source: "《党政机关公文处理工作条例》第二十条（四）：引文准确",
    examples: &[
        wrong(&[(
            "body",
            "你们提出的《‹关于完善东州片区公交接驳的建议›》（第2026042号）收悉，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )])
        .mended("你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。"),
        wrong(&[("title", "临江市交通运输局关于《‹关于完善东洲片区公交接驳建议›》（第2026042号）答复的函")]),
        right(&[
            ("matter.title", "关于落实《校车安全管理条例》的建议"),
            (
                "body",
                "你们提出的《关于落实〈校车安全管理条例〉的建议》（第2026042号）收悉，根据《校车安全管理条例》，现答复如下：\n校车已经开行。\n专此答复，感谢你们的支持。",
            ),
        ]),
        right(&[("matter.title", "")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let expected = &context.draft.matter.title;
    if expected.is_empty() {
        return;
    }
    let title = &context.draft.letter.title;
    let in_title: Vec<Range<usize>> =
        brackets::enclosed(title, '《').iter().map(|pair| brackets::inside(title, pair)).collect();
    let in_opening = context.opening.as_ref().map_or(&[][..], |opening| &opening.titles);
    let mut compare = |field, text: &str, titles: &[Range<usize>]| {
        if titles.iter().any(|range| is_same(&text[range.clone()], expected)) {
            return;
        }
        let is_asking = |range: &&Range<usize>| {
            text[(*range).clone()].ends_with(['议', '案']) || text[(*range).clone()].starts_with("关于")
        };
        if let Some(range) = titles.iter().find(is_asking) {
            let message = format!("题目与所答事项的《{expected}》不一致");
            let inner = expected.replace('《', "〈").replace('》', "〉");
            found.at(field, range.clone(), message).mend(Applicability::Review, range.clone(), inner);
        }
    };
    compare(Field::Title, title, &in_title);
    compare(Field::Body, context.body(), in_opening);
}

fn is_same(left: &str, right: &str) -> bool {
    let plain = |text: &str| text.replace('〈', "《").replace('〉', "》");
    characters::same_ink(&plain(left), &plain(right))
}
