//! E07: the date lies after today.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "E07",
    name: "date-future",
    title: "成文日期晚于今天",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "成文日期署会议通过或者负责人签发的日期，不会晚于今天。预填的日期，签发后要改成签发之日。",
    source: "《党政机关公文处理工作条例》第九条（十二）",
    examples: &[wrong(&[("date", "‹2026-07-01›")]), right(&[("date", "2026-06-30")]), right(&[("date", "")])],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let date = &context.draft.letter.date;
    if date.day().is_some_and(|day| day > context.today) {
        let message = format!("成文日期{}还没有到", date.issued());
        found.at(Field::Date, 0..date.to_string().len(), message);
    }
}
