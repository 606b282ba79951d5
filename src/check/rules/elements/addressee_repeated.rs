//! E24: a person stands twice among the addressees.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "E24",
    name: "addressee-repeated",
    title: "主送重复",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "同一位代表、委员在主送中只列一次。确有同名的，加注区别。",
    source: "《党政机关公文处理工作条例》第二十条（四）：人名准确",
    examples: &[wrong(&[("addressees[2]", "‹沈禾›")]).mended(""), right(&[("addressees[2]", "沈禾苗")])],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let names = &context.draft.letter.addressees;
    for (index, name) in names.iter().enumerate() {
        if names[..index].iter().any(|other| characters::same_ink(other, name)) {
            found.at(Field::Addressees(index), 0..name.len(), format!("“{name}”列了两次")).mend_as(
                "删去这一项",
                Applicability::Review,
                vec![Edit::delete(0..name.len())],
            );
        }
    }
}
