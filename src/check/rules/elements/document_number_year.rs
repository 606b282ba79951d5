//! E05: the year of the document number is not the year of the date.

use crate::check::authoring::*;
use crate::letter::document_number::DocumentNumber;

pub static RULE: Rule = Rule {
    code: "E05",
    name: "document-number-year",
    title: "字号年份与成文年份",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "发文字号的年份一般就是成文日期的年份。两者不同，多半是套用旧稿时漏改。",
    source: "《党政机关公文处理工作条例》第二十条（四）：时间、数字准确",
    examples: &[
        wrong(&[("number", "临交函〔‹2025›〕18号")]),
        right(&[("number", "临交函〔2026〕18号")]),
        right(&[("number", "临交函〔2025〕18号"), ("date", "2025-06-12"), ("matter.assigned", "2025-03-20")]),
        right(&[("number", "临交函〔26〕18号")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    let (Some(number), Some(day)) = (DocumentNumber::read(&letter.number), letter.date.day()) else { return };
    let year = &letter.number[number.year.clone()];
    if year.len() == 4 && year != day.year().to_string() {
        let message = format!("字号年份{year}与成文日期的{}年不一致", day.year());
        found.at(Field::Number, number.year, message);
    }
}
