//! N04: levels in the wrong order, or skipped.

use crate::check::authoring::*;
use crate::letter::outline::Level;

pub static RULE: Rule = Rule {
    code: "N04",
    name: "level-order",
    title: "层次序数的次序",
    group: Group::Structure,
    severity: Severity::Warning,
    explanation: "层次序数可以依次用“一、”“（一）”“1.”“（1）”，上一层不放在下一层里面。只有两层的，“一、”下直接用“1.”也可以；从“一、”跳到“（1）”的，宜补齐。",
    source: "《党政机关公文处理工作条例》第二十条（四）：段落顺序准确；GB/T 9704—2012 7.3.3",
    examples: &[
        wrong(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n1.关于线路。已开通。\n‹（一）›新开专线。已运营。\n（二）优化线路。已调整。\n2.关于站台。已改造。\n3.关于停车。已规范。\n感谢你们的支持。",
        )]),
        wrong(&[("paragraph", "‹（1）›加强评估。每季度评估一次。\n（2）加强调整。根据客流调整班次。")]),
        right(&[("paragraph", "四、关于评估\n完成以下工作：\n（1）加强评估；\n（2）加强调整。")]),
        right(&[("paragraph", "1.加强评估。每季度评估一次。\n2.加强调整。根据客流调整班次。")]),
        right(&[(
            "paragraph",
            "（一）加强评估。每季度评估一次。\n1.统一标准。已经印发。\n2.统一时间。已经明确。\n（二）加强调整。根据客流调整班次。",
        )]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let outline = &context.outline;
    // A single number of another level is N01's to tell.
    if (0..outline.sections.len()).any(|index| outline.meant_level(index).is_some()) {
        return;
    }
    // Roots: the first tells the highest level; a higher one after it turns the order round.
    let mut highest: Option<Level> = None;
    for section in outline.sections.iter().filter(|section| section.parent.is_none()) {
        let level = section.marker.level;
        if highest.is_some_and(|first| level < first) {
            let label = section.marker.level.label(section.marker.ordinal);
            found.at(Field::Body, section.marker.range.clone(), format!("“{label}”的层次比前面的高，次序颠倒"));
            return;
        }
        highest = highest.or(Some(level));
    }
    let mut told = Vec::new();
    for section in &outline.sections {
        let Some(parent) = section.parent else { continue };
        let above = outline.sections[parent].marker.level;
        // 完成以下工作： （1）…；（2）…: items of a sentence, no headings.
        let is_list = section.paragraph > 0
            && context.body()[outline.paragraphs[section.paragraph - 1].range.clone()].ends_with('：');
        if is_list {
            told.push(parent);
        }
        if above == Level::First && section.marker.level == Level::Fourth && !told.contains(&parent) {
            told.push(parent);
            let range = section.marker.open.map_or(section.marker.range.start, |(at, _)| at)
                ..section.marker.close.map_or(section.marker.range.end, |(at, close)| at + close.len_utf8());
            // The standard says 可以 of the order of the four.
            found
                .at(Field::Body, range, "“一、”下直接用了“（1）”，中间跳过了层次")
                .weigh(Severity::Advice)
                .cite("GB/T 9704—2012 7.3.3");
        }
    }
}
