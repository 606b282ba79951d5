//! E04: the year of the document number stands in brackets other than 〔〕.

use crate::check::authoring::*;
use crate::letter::document_number::DocumentNumber;

pub static RULE: Rule = Rule {
    code: "E04",
    name: "document-number-brackets",
    title: "发文字号括号",
    group: Group::Elements,
    severity: Severity::Error,
    explanation: "发文字号的年份用六角括号“〔〕”括入，不用方括号、圆括号。",
    source: "GB/T 9704—2012 7.2.5",
    examples: &[
        wrong(&[("number", "临交函‹[2026]›18号")]).mended("临交函〔2026〕18号"),
        wrong(&[("number", "临交函‹（2026）›18号")]).mended("临交函〔2026〕18号"),
        wrong(&[("number", "临交函‹〔2026]›18号")]).mended("临交函〔2026〕18号"),
        right(&[("number", "临交函〔2026〕18号")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let text = &context.draft.letter.number;
    let Some(number) = DocumentNumber::read(text) else { return };
    if (number.open.1, number.close.1) != ('〔', '〕') {
        let range = number.bracketed_year();
        let year = format!("〔{}〕", &text[number.year]);
        found.at(Field::Number, range.clone(), "发文字号的年份应当用六角括号〔〕").mend(
            Applicability::Safe,
            range,
            year,
        );
    }
}
