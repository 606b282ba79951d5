//! E02: the document number is not made of its parts.

use crate::check::authoring::*;
use crate::letter::document_number::DocumentNumber;

pub static RULE: Rule = Rule {
    code: "E02",
    name: "document-number-form",
    title: "发文字号组成",
    group: Group::Elements,
    severity: Severity::Error,
    explanation: "发文字号由发文机关代字、年份、发文顺序号组成，年份标全称，以“号”结尾。",
    source: "GB/T 9704—2012 7.2.5；《党政机关公文处理工作条例》第九条（五）",
    examples: &[
        wrong(&[("number", "‹临交函2026年18号›")]),
        wrong(&[("number", "临交函〔‹26›〕18号")]),
        wrong(&[("number", "临交函〔2026〕18‹›")]).mended("临交函〔2026〕18号"),
        wrong(&[("number", "临交函〔2026〕‹ ›18号")]).mended("临交函〔2026〕18号"),
        right(&[("number", "临政办函〔2026〕1号")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let text = &context.draft.letter.number;
    if text.is_empty() {
        return;
    }
    let Some(number) = DocumentNumber::read(text) else {
        found.at(Field::Number, 0..text.len(), "发文字号应当由机关代字、〔年份〕、顺序号组成，如“临交函〔2026〕18号”");
        return;
    };
    for (at, blank) in text.match_indices(char::is_whitespace) {
        let range = at..at + blank.len();
        found.at(Field::Number, range.clone(), "发文字号里不空格").weigh(Severity::Warning).mend(
            Applicability::Safe,
            range,
            "",
        );
    }
    if number.year.len() != 4 {
        found.at(Field::Number, number.year.clone(), "发文字号的年份应当写全四位");
    }
    if !number.has_suffix {
        let end = number.range.end;
        found.at(Field::Number, end..end, "发文字号应当以“号”结尾").mend(Applicability::Safe, end..end, "号");
    }
}
