//! C12: a request that no section answers.

use crate::check::authoring::*;
use crate::letter::answered;

pub static RULE: Rule = Rule {
    code: "C12",
    name: "request-answered",
    title: "诉求逐项答复",
    group: Group::Agreement,
    severity: Severity::Warning,
    explanation: "所提的每一项诉求都应当有回应。登记了诉求的，写明在哪一部分答复，那一部分应当确实存在。",
    source: "各地代表建议、提案办理规定：逐项答复",
    examples: &[
        wrong(&[("matter.requests[0].answered_in", "‹›")]),
        wrong(&[("matter.requests[0].answered_in", "‹四（一）›")]),
        right(&[("matter.requests[0].answered_in", "一（二）")]),
        wrong(&[("matter.requests[0].answered_in", "一、‹五›")]),
        right(&[("matter.requests[0].answered_in", "一（一）、（二）")]),
        right(&[("matter.requests[0].answered_in", "第三部分")]),
        right(&[("matter.requests[0].answered_in", "开头一段")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let outline = &context.outline;
    for (index, request) in context.draft.matter.requests.iter().enumerate() {
        let written = &request.answered_in;
        let field = Field::RequestAnsweredIn(index);
        if written.trim().is_empty() {
            found.at(field, 0..written.len(), format!("没有写明在哪里答复“{}”", request.text));
            continue;
        }
        for place in answered::places(outline, written).into_iter().filter(|place| place.section.is_none()) {
            let message = format!("正文没有“{}”", &written[place.words.clone()]);
            found.at(field, place.words, message);
        }
    }
}
