//! C15: the number of the matter is misquoted further down.

use crate::check::authoring::*;
use crate::letter::reference;
use crate::text::{brackets, distance};
use std::ops::Range;

pub static RULE: Rule = Rule {
    code: "C15",
    name: "number-elsewhere",
    title: "正文再次引用的编号、题目",
    group: Group::Agreement,
    severity: Severity::Warning,
    explanation: "正文后面再提到所答建议（提案）的编号、题目的，应当与开头一致。另外一件的编号、题目不在此列。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字、引文准确",
    examples: &[
        wrong(&[("paragraph", "以上是对第‹2026024›号建议的办理情况。")]).mended("以上是对第2026042号建议的办理情况。"),
        wrong(&[("paragraph", "以上是对《‹关于完善东洲片区公交接泊的建议›》的办理情况。")]),
        right(&[("paragraph", "此事与市人大第2026117号建议相近，我局一并研究。")]),
        right(&[("paragraph", "市政府印发《关于完善东洲片区公交接驳的意见》。")]),
        right(&[("paragraph", "此事与《关于完善西岭片区停车设施的建议》相近，我局一并研究。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let Some(opening) = &context.opening else { return };
    let matter = &context.draft.matter;
    // Numbers of three digits and fewer are too alike to tell a slip from another number.
    let own: Vec<&str> = reference::each(&matter.number).collect();
    let length = matter.title.chars().count();
    for paragraph in &context.paragraphs()[opening.paragraph + 1..] {
        let place = |range: &Range<usize>| range.start + paragraph.offset..range.end + paragraph.offset;
        for number in paragraph.matter_numbers() {
            let written = &paragraph.text[number.number.clone()];
            if own.contains(&written) {
                continue;
            }
            let slip = own.iter().find(|own| own.len() >= 5 && written.len() == own.len() && is_slip(written, own));
            if let Some(own) = slip {
                let message = format!("所答的是第{own}号");
                let range = place(&number.number);
                found.at(Field::Body, range.clone(), message).mend(Applicability::Review, range, *own);
            }
        }
        // What is near the title lacks two of its characters at most.
        let may_be_near = length >= 8 && paragraph.lacks_at_most(2, &matter.title);
        for pair in paragraph.titles().iter().filter(|_| may_be_near) {
            let inner = brackets::inside(paragraph.text, pair);
            let written = &paragraph.text[inner.clone()];
            let is_near = written != matter.title
                && written.starts_with("关于")
                && (written.ends_with(['议', '案']) || !matter.title.ends_with(['议', '案']))
                && written.chars().count().abs_diff(length) <= 2
                && distance::edits(written, &matter.title) <= 2;
            if is_near {
                let message = format!("所答的是《{}》", matter.title);
                let range = place(&inner);
                found.at(Field::Body, range.clone(), message).mend(Applicability::Review, range, matter.title.as_str());
            }
        }
    }
}

/// Whether the same digits stand in another order: two numbers of one year differ in one digit often enough.
fn is_slip(written: &str, meant: &str) -> bool {
    let sorted = |text: &str| {
        let mut bytes = text.as_bytes().to_vec();
        bytes.sort_unstable();
        bytes
    };
    written != meant && sorted(written) == sorted(meant)
}
