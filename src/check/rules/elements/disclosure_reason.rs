//! E09: a mode other than 主动公开 without its reason.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "E09",
    name: "disclosure-reason",
    title: "不公开理由",
    group: Group::Elements,
    severity: Severity::Error,
    explanation: "答复函以公开为常态，拟稿时选定依申请公开或者不予公开的，应当写明理由：涉及什么，依据哪一条。只填“无”“略”不算理由。",
    source: "国办发〔2016〕80号一（一）：拟不公开的，要依法依规说明理由",
    examples: &[
        wrong(&[("disclosure", "依申请公开"), ("disclosure_reason", "‹›")]),
        wrong(&[("disclosure", "不予公开"), ("disclosure_reason", "‹›")]),
        wrong(&[("disclosure", "依申请公开"), ("disclosure_reason", "‹无›")]),
        wrong(&[("disclosure", "依申请公开"), ("disclosure_reason", "‹——›")]),
        right(&[("disclosure", "依申请公开"), ("disclosure_reason", "涉及尚未公布的线路规划")]),
        right(&[("disclosure", "不予公开"), ("disclosure_reason", "涉密")]),
        right(&[("disclosure", "主动公开"), ("disclosure_reason", "")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    let Some(mode) = context.profile.mode(&letter.disclosure) else { return };
    // 无, 略, ——: a box that was filled to be filled.
    let reason = letter.disclosure_reason.trim();
    let is_empty = !reason.chars().any(characters::is_han)
        || reason.chars().count() == 1
        || matches!(
            reason,
            "暂无"
                | "没有"
                | "见附"
                | "同上"
                | "无理由"
                | "不公开"
                | "不便公开"
                | "不宜公开"
                | "依申请公开"
                | "不予公开"
        );
    if mode.reason && is_empty {
        let message = format!("选定“{}”的，应当写明理由", mode.mode);
        found.at(Field::DisclosureReason, 0..letter.disclosure_reason.len(), message).cite(mode.source.clone());
    }
}
