//! E39: the date of assignment names no day, so that no deadline can be counted from it.

use crate::check::authoring::*;
use crate::letter::date::{self, LetterDate};

pub static RULE: Rule = Rule {
    code: "E39",
    name: "assigned-date",
    title: "交办日期",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "答复期限从交办之日起算。交办日期不是日历上的一天，就算不出期限，台账里也不会提醒。",
    source: "《代表法》第五十一条：自交办之日起三个月内答复",
    examples: &[
        wrong(&[("matter.assigned", "‹三月二十日›")]),
        wrong(&[("matter.assigned", "‹2026年2月30日›")]),
        wrong(&[("matter.assigned", "‹2026年03月20日›")]).mended("2026-03-20"),
        right(&[("matter.assigned", "2026年3月20日")]),
        right(&[("matter.assigned", "")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let LetterDate::Written(text) = &context.draft.matter.assigned else { return };
    if text.is_empty() {
        return;
    }
    let whole = 0..text.len();
    let finding = found.at(Field::MatterAssigned, whole.clone(), "交办日期应当是日历上的一天，如“2026-03-20”");
    if let Some(day) = date::read(text) {
        finding.mend(Applicability::Safe, whole, date::format(day));
    }
}
