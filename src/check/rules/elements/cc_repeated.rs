//! E17: the cc list names an organ twice, or the issuer itself.

use crate::check::authoring::*;
use crate::letter::organ;

pub static RULE: Rule = Rule {
    code: "E17",
    name: "cc-repeated",
    title: "抄送单位重复",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "抄送的单位不重复，也不抄送发文机关自己或者主送的单位。",
    source: "《党政机关公文处理工作条例》第九条（十六）",
    examples: &[
        wrong(&[("cc[3]", "‹市政府办公室›")]).mended(""),
        wrong(&[("cc[3]", "‹临江市交通运输局›")]).mended(""),
        wrong(&[("cc[3]", "‹市交通运输局›")]),
        wrong(&[("cc[3]", "‹临江市人民政府办公室›")]),
        right(&[("cc[3]", "东洲区政府办公室")]),
        right(&[("cc[3]", "市政府督查室")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    for (index, entry) in letter.cc.iter().enumerate() {
        let is_issuer = entry.chars().count() > 3 && organ::is_same(&letter.issuer, entry);
        let before = &letter.cc[..index];
        let message = if before.iter().any(|other| characters::same_ink(other, entry) || is_twin(other, entry)) {
            "抄送单位重复"
        } else if is_issuer {
            "不必抄送发文机关自己"
        } else if letter.addressees.iter().any(|other| characters::same_ink(other, entry)) {
            "主送的单位不再抄送"
        } else {
            continue;
        };
        found.at(Field::Cc(index), 0..entry.len(), message).mend_as(
            "删去这一项",
            Applicability::Review,
            vec![Edit::delete(0..entry.len())],
        );
    }
}

/// Whether two entries name one organ, with and without its place: 市政府办公室 and 临江市人民政府办公室.
fn is_twin(left: &str, right: &str) -> bool {
    let is_placed = |name: &str| name.starts_with(['省', '市', '县', '区']) && name.chars().count() > 4;
    (is_placed(left) || is_placed(right)) && organ::is_same(left, right)
}
