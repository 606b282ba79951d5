//! N03: blanks between the number of a section and its words.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "N03",
    name: "marker-gap",
    title: "序号后的空格",
    group: Group::Structure,
    severity: Severity::Advice,
    explanation: "层次序号与文字之间不空格。",
    source: "办理惯例：序号与文字之间不空格",
    examples: &[
        wrong(&[("paragraph", "（一）‹ ›巩固成果。每季度评估一次运行情况。")])
            .mended("（一）巩固成果。每季度评估一次运行情况。"),
        right(&[("paragraph", "（一）巩固成果。每季度评估一次运行情况。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for section in &context.outline.sections {
        let gap = section.marker.gap.clone();
        if !gap.is_empty() {
            found.at(Field::Body, gap.clone(), "序号与文字之间有空格").mend(Applicability::Safe, gap, "");
        }
    }
}
