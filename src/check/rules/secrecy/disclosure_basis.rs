//! S07: a reason for not disclosing that names no basis.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "S07",
    name: "disclosure-basis",
    title: "不公开的依据",
    group: Group::Secrecy,
    severity: Severity::Advice,
    explanation: "不予公开的理由，宜对应《政府信息公开条例》的条款：国家秘密、法律法规禁止公开、公开后可能危及国家安全、公共安全、经济安全、社会稳定（第十四条），公开会损害第三方合法权益的商业秘密、个人隐私（第十五条），内部事务、过程性信息、行政执法案卷信息（第十六条）。",
    source: "《政府信息公开条例》第十四条至第十六条",
    examples: &[
        wrong(&[("disclosure_reason", "‹不方便公开›"), ("disclosure", "不予公开")]),
        wrong(&[("disclosure", "依申请公开"), ("disclosure_reason", "‹按领导要求不公开›")]),
        right(&[("disclosure_reason", "涉及个人隐私"), ("disclosure", "不予公开")]),
        right(&[("disclosure_reason", "《政府信息公开条例》第十六条"), ("disclosure", "不予公开")]),
        right(&[("disclosure", "主动公开")]),
    ],
    check: Check::Elements(check),
};

const GROUNDS: [&str; 14] = [
    "条例",
    "第十",
    "秘密",
    "隐私",
    "内部",
    "过程",
    "国家安全",
    "公共安全",
    "经济安全",
    "社会稳定",
    "法律",
    "法规",
    "执法",
    "未定",
];

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    let reason = &letter.disclosure_reason;
    let is_vague = ["领导", "不方便", "不便", "其他原因", "按要求"].iter().any(|word| reason.contains(word));
    if (letter.disclosure == "不予公开" || letter.disclosure == "依申请公开" && is_vague)
        && !reason.trim().is_empty()
        && !GROUNDS.iter().any(|word| reason.contains(word))
    {
        found.at(Field::DisclosureReason, 0..reason.len(), "宜写明属于条例哪一条所列的情形");
    }
}
