//! E06: the date is no day of the calendar, or not in the form of the standard.

use crate::check::authoring::*;
use crate::letter::date::{self, LetterDate};

pub static RULE: Rule = Rule {
    code: "E06",
    name: "date-form",
    title: "成文日期写法",
    group: Group::Elements,
    severity: Severity::Error,
    explanation: "成文日期用阿拉伯数字将年、月、日标全，年份标全称，月、日不编虚位，如“2026年6月12日”；且应当是日历上有的一天。",
    source: "GB/T 9704—2012 7.3.5.4",
    examples: &[
        wrong(&[("date", "‹2026年06月12日›")]).mended("2026-06-12"),
        wrong(&[("date", "‹二〇二六年六月十二日›")]).mended("2026-06-12"),
        wrong(&[("date", "‹2026年6月31日›")]),
        wrong(&[("date", "‹6月12日›")]),
        wrong(&[("source.date", "‹2026.6.12›")]).mended(""),
        right(&[("date", "2026年6月2日")]),
        right(&[("date", "2026-06-02")]),
        right(&[("matter.assigned", ""), ("number", "临交函〔2011〕18号"), ("date", "二〇一一年六月十二日")]),
    ],
    check: Check::Elements(check),
};

/// The day on which GB/T 9704—2012 came into force.
const IN_FORCE: jiff::civil::Date = jiff::civil::date(2012, 7, 1);

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    as_written(context, found);
    let LetterDate::Written(text) = &context.draft.letter.date else { return };
    if text.is_empty() {
        return;
    }
    let whole = 0..text.len();
    match date::read(text) {
        // Before GB/T 9704—2012 came into force, dates were written in Chinese numerals.
        Some(day) if day < IN_FORCE && !text.contains(|it: char| it.is_ascii_digit()) => {}
        Some(day) => {
            let message = format!("成文日期应当写作“{}”", date::format(day));
            found.at(Field::Date, whole.clone(), message).mend(Applicability::Safe, whole, date::format(day));
        }
        None => {
            found.at(Field::Date, whole, "成文日期不是完整的年月日，或日历上没有这一天");
        }
    }
}

/// 2026-06-12, 2026.6.12 in the text that was imported: a day, but not as a letter has it.
fn as_written(context: &Context<'_>, found: &mut Found<'_>) {
    let written = &context.draft.source.date;
    let Some(day) = context.draft.letter.date.day().filter(|_| !written.trim().is_empty()) else { return };
    if day >= IN_FORCE {
        let message = format!("成文日期写法不规范；印发时写作“{}”", date::format(day));
        let edit = Edit::delete(0..written.len());
        let finding = found.at(Field::SourceDate, 0..written.len(), message);
        // Issued as it ought to be, whatever the text had.
        finding.weigh(Severity::Warning).mend_as("按规范的写法印发", Applicability::Safe, vec![edit]);
    }
}
