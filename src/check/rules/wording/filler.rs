//! W08: fillers, by the lexicon.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "W08",
    name: "filler",
    title: "空话套话",
    group: Group::Wording,
    severity: Severity::Advice,
    explanation: "删去不影响意思、又没有内容的话，宜换成具体的做法、结果和时间。",
    source: "办理惯例：答复针对问题，不写总结式套话",
    examples: &[
        wrong(&[("paragraph", "公交服务‹取得了一定成效›。")]),
        wrong(&[("paragraph", "此事将‹尽快解决›。")]),
        right(&[("paragraph", "准点率提高到95%，10月底前解决。")]),
    ],
    check: Check::Passage(check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    super::tell(passage, found, "W08", Applicability::Review);
}
