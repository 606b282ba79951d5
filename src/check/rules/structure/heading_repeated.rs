//! N14: two sections of one rank with the same heading.

use crate::check::authoring::*;
use crate::text::key::{self, Met};

pub static RULE: Rule = Rule {
    code: "N14",
    name: "heading-repeated",
    title: "小标题重复",
    group: Group::Structure,
    severity: Severity::Warning,
    explanation: "同一层次的两个小标题一字不差，多半是复制后漏改。",
    source: "《党政机关公文处理工作条例》第二十条（四）：段落顺序准确",
    examples: &[
        wrong(&[("paragraph", "四、‹关于加密接驳线路›\n每季度评估一次运行情况。")]),
        right(&[("paragraph", "四、关于加密夜间线路\n每季度评估一次运行情况。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let sections = &context.outline.sections;
    // Those of the same ink, blanks aside: only they are held against each other.
    let mut met = Met::default();
    for section in sections {
        let words = &context.body()[section.heading.clone()];
        let key = key::of_characters(characters::ink(words));
        let is_again = met.of(key).map(|other| &sections[other]).any(|other| {
            other.parent == section.parent
                && other.marker.level == section.marker.level
                && characters::same_ink(&context.body()[other.heading.clone()], words)
        });
        met.meet(key);
        if is_again && words.chars().count() >= 2 {
            found.at(Field::Body, section.heading.clone(), "与前面的小标题相同");
        }
    }
}
