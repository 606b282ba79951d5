//! P12: 、 before 等, 和 or 及.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P12",
    name: "enumeration-end",
    title: "“等”“和”前的顿号",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "“等”表示列举未尽或者煞尾，前面不用顿号；并列的最后一项用了“和”“以及”，前面也不再用顿号。",
    source: "GB/T 15834—2011 B.1.2",
    examples: &[
        wrong(&[("paragraph", "涉及东洲、北岸、望江‹、›等街道。")]).mended("涉及东洲、北岸、望江等街道。"),
        wrong(&[("paragraph", "涉及东洲、北岸‹、›以及望江街道。")]).mended("涉及东洲、北岸以及望江街道。"),
        right(&[("paragraph", "涉及低保、等级评定、等候区改造、等离子设备。")]),
        right(&[("paragraph", "涉及东洲、和平、以及人小区。")]),
        right(&[("paragraph", "涉及东洲、北岸和望江等街道。")]),
    ],
    check: Check::PassageWith("等及", check),
};

/// Words that begin with 等 and are no “and so on”.
const WORDS: [&str; 12] =
    ["等级", "等候", "等待", "等离子", "等比例", "等量", "等值", "等额", "等距", "等效", "等边", "等次"];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    for (at, mark) in passage.text.match_indices('、') {
        let after = &passage.text[at + mark.len()..];
        let is_end = after.starts_with('等') && !WORDS.iter().any(|word| after.starts_with(word));
        let is_and = after.starts_with("以及") && !after.starts_with("以及人");
        if is_end || is_and {
            let word = if is_end { "等" } else { "以及" };
            let range = at..at + mark.len();
            found.at(passage.field, range.clone(), format!("“{word}”前不用顿号")).mend(Applicability::Safe, range, "");
        }
    }
}
