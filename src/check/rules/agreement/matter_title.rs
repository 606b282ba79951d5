//! C02: title, opening and matter name different suggestions.

use crate::check::authoring::*;
use crate::text::{brackets, distance};
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
        wrong(&[("body", "你们提出的‹关于进一步完善东洲片区公交接驳的建议›（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。")]),
        right(&[("body", "你们提出的《关于完善东洲片区公交接驳的建议（第2026042号）》收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。")]),
        right(&[("body", "你们提出的关于改善东洲群众出行条件的建议（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。")]),
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
        // Of several the one most like it: 《关于征求会办意见的函》 stands beside it in an opinion for the lead.
        let nearest =
            titles.iter().filter(is_asking).min_by_key(|range| distance::edits(&text[(*range).clone()], expected));
        if let Some(range) = nearest {
            let message = format!("题目与所答事项的《{expected}》不一致");
            let inner = expected.replace('《', "〈").replace('》', "〉");
            found.at(field, range.clone(), message).mend(Applicability::Review, range.clone(), inner);
        }
    };
    compare(Field::Title, title, &in_title);
    compare(Field::Body, context.body(), in_opening);
    unmarked(context, found);
}

/// The title in the opening without 《》: 您提出的关于……的建议收悉. Such words may well be a paraphrase; those nearly the same
/// are not.
fn unmarked(context: &Context<'_>, found: &mut Found<'_>) {
    let Some(opening) = &context.opening else { return };
    let expected = &context.draft.matter.title;
    let Some(kind) = ["建议", "提案"].into_iter().find(|kind| expected.ends_with(kind)) else { return };
    let text = &context.body()[opening.range.clone()];
    for (at, _) in text.match_indices("关于") {
        let end = text[at..].find(['，', '。', '；', '：', '（', '》', '”']).map_or(text.len(), |end| at + end);
        let Some(length) = text[at..end].rfind(kind).map(|length| length + kind.len()) else { continue };
        let written = &text[at..at + length];
        let is_marked = text[..at].ends_with(['《', '“', '〈', '‘']);
        let count = expected.chars().count();
        if is_marked || is_same(written, expected) || written.chars().count().abs_diff(count) > 4 {
            continue;
        }
        if count >= 10 && distance::edits(written, expected) <= 4 {
            let range = opening.range.start + at..opening.range.start + at + length;
            let message = format!("题目与所答事项的《{expected}》不一致");
            let finding = found.at(Field::Body, range.clone(), message);
            finding.weigh(Severity::Warning).mend(Applicability::Review, range, expected.as_str());
        }
    }
}

fn is_same(left: &str, right: &str) -> bool {
    // The number may stand within the marks: 《关于……的建议（第118号）》.
    let unnumbered = |text: &str| match text.rfind('（') {
        Some(at) if text.ends_with("号）") => text[..at].to_owned(),
        _ => text.to_owned(),
    };
    let plain = |text: &str| unnumbered(text).replace('〈', "《").replace('〉', "》");
    characters::same_ink(&plain(left), &plain(right))
}
