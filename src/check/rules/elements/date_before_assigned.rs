//! E27: the letter is dated before the matter was assigned.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "E27",
    name: "date-before-assigned",
    title: "成文早于交办",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "答复的成文日期不会早于交办日期。",
    source: "《党政机关公文处理工作条例》第二十条（四）：时间准确",
    examples: &[
        wrong(&[("date", "‹2026-03-19›")]),
        right(&[("date", "2026-03-20")]),
        right(&[("matter.assigned", "")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let (date, assigned) = (&context.draft.letter.date, &context.draft.matter.assigned);
    if let (Some(day), Some(from)) = (date.day(), assigned.day())
        && day < from
    {
        let message = format!("成文日期早于交办日期{}", assigned.issued());
        found.at(Field::Date, 0..date.to_string().len(), message);
    }
}
