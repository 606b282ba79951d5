//! F04: what is left is not the whole less what is done.

use super::tell;
use crate::check::authoring::*;
use crate::letter::figures::Kind;

pub static RULE: Rule = Rule {
    code: "F04",
    name: "rest-figures",
    title: "其余、剩余核算",
    group: Group::Figures,
    severity: Severity::Error,
    explanation: "“其余”“剩余”的数应当等于总数减去前面已经说明的数。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字准确",
    examples: &[
        wrong(&[("paragraph", "计划改造站台24座，已完成15座，其余‹8座›年底前完工。")]),
        right(&[("paragraph", "计划改造站台24座，已完成15座，其余9座年底前完工。")]),
        right(&[("paragraph", "线路长24公里，设站台15座，其余路段计划设置9座。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    tell(context, found, &[Kind::Rest]);
}
