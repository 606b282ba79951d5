//! E38: the answer comes after the time allowed.

use crate::check::authoring::*;
use crate::letter::Kind;
use jiff::ToSpan;

pub static RULE: Rule = Rule {
    code: "E38",
    name: "deadline",
    title: "办理期限",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "代表建议应当自交办之日起三个月内答复，涉及面广、办理难度大的六个月内答复；各地另有规定的，以规则文件为准。提案的期限各地一般比照建议。逾期了也要答复，所以只提醒，不拦导出。",
    source: "《代表法》（2025年修正）第五十一条；2025年修正前为第四十二条",
    examples: &[
        wrong(&[("matter.assigned", "2025-10-20"), ("date", "‹2026-06-12›")]),
        wrong(&[("matter.assigned", "2025-11-20"), ("date", "‹2026-06-24›")]).on_proposal(),
        right(&[("matter.assigned", "2026-03-12"), ("date", "2026-06-12")]),
        right(&[("matter.assigned", "")]),
    ],
    check: Check::Elements(check),
};

/// The day on which the 代表法 was last amended.
const AMENDED: jiff::civil::Date = jiff::civil::date(2025, 3, 11);

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let (date, assigned) = (&context.draft.letter.date, &context.draft.matter.assigned);
    let (Some(day), Some(from)) = (date.day(), assigned.day()) else { return };
    // A date to come is not settled yet: E07's to tell.
    if day > context.today {
        return;
    }
    let due = |months: u8| from.checked_add(i64::from(months).months()).ok();
    let deadline = &context.profile.deadline;
    let source = match context.draft.kind {
        Kind::Proposal => "办理惯例：提案的答复期限一般比照代表建议，以当地规定为准".to_owned(),
        // A profile that says nothing of its own stands on the law, whose articles were numbered anew.
        Kind::Suggestion if day < AMENDED && deadline.source.contains("《代表法》") => {
            "《代表法》（2015年修正）第四十二条：三个月内答复，涉及面广、处理难度大的六个月内答复".to_owned()
        }
        Kind::Suggestion => deadline.source.clone(),
    };
    let (Some(first), Some(last)) = (due(deadline.months), due(deadline.extended_months)) else { return };
    let whole = 0..date.to_string().len();
    if day > last {
        let message = format!(
            "超过交办之日起{}个月的最长期限（{}）",
            deadline.extended_months,
            crate::letter::date::format(last)
        );
        found.at(Field::Date, whole, message).cite(source);
    } else if day > first {
        let message = format!(
            "超过交办之日起{}个月（{}），须属于可以延长的情形",
            deadline.months,
            crate::letter::date::format(first)
        );
        found.at(Field::Date, whole, message).weigh(Severity::Advice).cite(source);
    }
}
