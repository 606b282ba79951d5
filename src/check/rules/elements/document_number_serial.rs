//! E03: the serial number bears 第 or a leading zero.

use crate::check::Finding;
use crate::check::authoring::*;
use crate::letter::Draft;
use crate::letter::document_number::DocumentNumber;

pub static RULE: Rule = Rule {
    code: "E03",
    name: "document-number-serial",
    title: "发文顺序号",
    group: Group::Elements,
    severity: Severity::Error,
    explanation: "发文顺序号不加“第”字，不编虚位（即1不编为01）。建议、提案自己的编号（如第062号）不在此列。一起检查的几份稿件，字号不能相同。",
    source: "GB/T 9704—2012 7.2.5",
    examples: &[
        wrong(&[("number", "临交函〔2026〕‹018›号")]).mended("临交函〔2026〕18号"),
        wrong(&[("number", "临交函〔2026〕‹第18›号")]).mended("临交函〔2026〕18号"),
        right(&[("number", "临交函〔2026〕180号")]),
        right(&[("paragraph", "市人大交办的第062号建议与此相关，一并研究。")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let text = &context.draft.letter.number;
    let Some(number) = DocumentNumber::read(text) else { return };
    let digits = &text[number.serial.clone()];
    let plain = digits.trim_start_matches(['0', '０']);
    if number.ordinal.is_none() && plain.len() == digits.len() || plain.is_empty() {
        return;
    }
    let start = number.ordinal.as_ref().map_or(number.serial.start, |ordinal| ordinal.start);
    let range = start..number.serial.end;
    let message =
        if number.ordinal.is_some() { "发文顺序号不加“第”字" } else { "发文顺序号不编虚位" };
    let edit = Edit::replace(range.clone(), plain);
    found.at(Field::Number, range, message).mend_as(format!("改为{plain}"), Applicability::Safe, vec![edit]);
}

/// Tells that another letter, `other`, bears the same number.
pub(in crate::check) fn tell_taken(draft: &Draft, other: &str, findings: &mut Vec<Finding>) {
    let message = format!("发文字号与{other}的相同，一号一文");
    Found::by(&RULE, findings).at(Field::Number, 0..draft.letter.number.len(), message).weigh(Severity::Warning);
}
