//! E24: a person stands twice among the addressees.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "E24",
    name: "addressee-repeated",
    title: "主送重复",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "同一位代表、委员在主送中只列一次，确有同名的，加注区别；也不主送发文机关自己。",
    source: "《党政机关公文处理工作条例》第二十条（四）：人名准确；第九条（八）：主送机关是公文的主要受理机关",
    examples: &[
        wrong(&[("addressees[2]", "‹沈禾›")]).mended(""),
        wrong(&[
            ("role", "会办"),
            ("addressee_title", ""),
            ("addressees[1]", ""),
            ("addressees[0]", "‹临江市交通运输局›"),
        ]),
        right(&[("addressees[2]", "沈禾苗")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    let names = &letter.addressees;
    for (index, name) in names.iter().enumerate() {
        if !letter.issuer.is_empty() && characters::same_ink(&letter.issuer, name) {
            found.at(Field::Addressees(index), 0..name.len(), "主送的是发文机关自己");
            continue;
        }
        if names[..index].iter().any(|other| characters::same_ink(other, name)) {
            found.at(Field::Addressees(index), 0..name.len(), format!("“{name}”列了两次")).mend_as(
                "删去这一项",
                Applicability::Review,
                vec![Edit::delete(0..name.len())],
            );
        }
    }
}
