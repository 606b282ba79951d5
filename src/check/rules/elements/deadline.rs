//! E38: the answer comes after the time allowed.

use crate::check::authoring::*;
use jiff::ToSpan;

pub static RULE: Rule = Rule {
    code: "E38",
    name: "deadline",
    title: "办理期限",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "代表建议应当自交办之日起三个月内答复，涉及面广、办理难度大的六个月内答复；各地另有规定的，以规则文件为准。",
    source: "《全国人民代表大会和地方各级人民代表大会代表法》第五十一条",
    examples: &[
        wrong(&[("matter.assigned", "2025-10-20"), ("date", "‹2026-06-12›")]),
        right(&[("matter.assigned", "2026-03-12"), ("date", "2026-06-12")]),
        right(&[("matter.assigned", "")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let (date, assigned) = (&context.draft.letter.date, &context.draft.matter.assigned);
    let (Some(day), Some(from)) = (date.day(), assigned.day()) else { return };
    // A date to come is not settled yet: E07's to tell.
    if day > context.today {
        return;
    }
    let due = |months: u8| from.checked_add(i64::from(months).months()).ok();
    let deadline = context.profile.deadline;
    let (Some(first), Some(last)) = (due(deadline.months), due(deadline.extended_months)) else { return };
    let whole = 0..date.to_string().len();
    if day > last {
        let message = format!(
            "超过交办之日起{}个月的最长期限（{}）",
            deadline.extended_months,
            crate::letter::date::format(last)
        );
        found.at(Field::Date, whole, message);
    } else if day > first {
        let message = format!(
            "超过交办之日起{}个月（{}），须属于可以延长的情形",
            deadline.months,
            crate::letter::date::format(first)
        );
        found.at(Field::Date, whole, message).weigh(Severity::Advice);
    }
}
