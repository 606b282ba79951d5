//! N05: a section with a single sub-section.

use crate::check::authoring::*;
use crate::letter::outline::Level;

pub static RULE: Rule = Rule {
    code: "N05",
    name: "lone-section",
    title: "只有一个序号",
    group: Group::Structure,
    severity: Severity::Warning,
    explanation: "分了层次就至少有两项。只有一个“（一）”或者“1.”，要么后面漏了，要么不必编号。",
    source: "《党政机关公文处理工作条例》第二十条（四）：段落顺序准确",
    examples: &[
        wrong(&[("paragraph", "‹（一）›加强评估。每季度评估一次。")]),
        right(&[("paragraph", "（一）加强评估。每季度评估一次。\n（二）加强调整。根据客流调整班次。")]),
        right(&[("paragraph", "（二）加强评估。每季度评估一次。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let outline = &context.outline;
    let parents = std::iter::once(None).chain((0..outline.sections.len()).map(Some));
    for parent in parents {
        let children: Vec<usize> = outline.children(parent).collect();
        let [only] = children[..] else { continue };
        let marker = &outline.sections[only].marker;
        // A lone （二） is a gap, N01's to tell.
        if marker.ordinal == 1 && !(0..outline.sections.len()).any(|index| outline.meant_level(index).is_some()) {
            let end = match marker.level {
                Level::First | Level::Third => marker.number.end,
                Level::Second | Level::Fourth => {
                    marker.close.map_or(marker.number.end, |(at, mark)| at + mark.len_utf8())
                }
            };
            let start = marker.open.map_or(marker.number.start, |(at, _)| at);
            let message = format!("只有“{}”，没有下一项", marker.level.label(1));
            found.at(Field::Body, start..end, message);
        }
    }
}
