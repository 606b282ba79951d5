//! E37: a letter that names its signer.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "E37",
    name: "signer",
    title: "签发人",
    group: Group::Elements,
    severity: Severity::Advice,
    explanation: "签发人是上行文的要素，答复函一般不标注。当地样式要求标注的，从其要求。",
    source: "《党政机关公文处理工作条例》第九条（六）；GB/T 9704—2012 7.2.6",
    examples: &[wrong(&[("signer", "‹傅行之›")]), right(&[("signer", "")])],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let signer = &context.draft.letter.signer;
    if !signer.is_empty() {
        found.at(Field::Signer, 0..signer.len(), "答复函不是上行文，一般不标注签发人");
    }
}
