//! E36: the document number does not begin with the office's prefix.

use crate::check::authoring::*;
use crate::letter::document_number::DocumentNumber;

pub static RULE: Rule = Rule {
    code: "E36",
    name: "number-prefix",
    title: "机关代字",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "规则文件里写明了本机关代字的，发文字号应当以它开头；字号里的机关代字也应当带出主题，不能只剩年份。",
    source: "《党政机关公文处理工作条例》第九条（五）；本单位规则",
    examples: &[
        wrong(&[("number", "‹函›〔2026〕18号")]),
        wrong(&[("number", "临交‹涵›〔2026〕18号")]).mended("临交函〔2026〕18号"),
        right(&[("number", "临交函〔2026〕18号")]),
        right(&[("number", "建议字〔2026〕8号")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let text = &context.draft.letter.number;
    let Some(number) = DocumentNumber::read(text) else { return };
    let prefix = &text[number.prefix.clone()];
    let right = &context.profile.number_prefix;
    if !right.is_empty() && prefix != right {
        found.at(Field::Number, number.prefix.clone(), format!("本机关代字是“{right}”")).mend(
            Applicability::Review,
            number.prefix,
            right.clone(),
        );
    } else if prefix.ends_with('涵') {
        let range = number.prefix.end - '涵'.len_utf8()..number.prefix.end;
        found.at(Field::Number, range.clone(), "机关代字里应为“函”").mend(Applicability::Review, range, "函");
    } else if right.is_empty() && prefix.chars().count() == 1 {
        found.at(Field::Number, number.prefix, "机关代字不全，如“临交函”");
    }
}
