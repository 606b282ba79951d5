//! E31: a contact without a name or without a telephone number.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "E31",
    name: "contact-incomplete",
    title: "联系人不全",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "联系人写明姓名和电话，便于代表、委员联系。",
    source: "办理惯例：答复写明联系人和联系电话",
    examples: &[
        wrong(&[("contacts[0].phone", "‹›")]),
        wrong(&[("contacts[0].name", "‹›")]),
        right(&[("contacts[0].name", "周予安"), ("contacts[0].phone", "0700-8201234")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let contacts = &context.draft.letter.contacts;
    // 承办人：甲　分管领导：乙　电话：…: one number for both.
    let is_shared = contacts.iter().any(|contact| !contact.phone.trim().is_empty());
    for (index, contact) in contacts.iter().enumerate() {
        if contact.phone.trim().is_empty() {
            let finding = found.at(Field::ContactPhone(index), 0..contact.phone.len(), "没有写联系电话");
            if is_shared {
                finding.weigh(Severity::Advice);
            }
        }
        if contact.name.trim().is_empty() {
            // Not a few letters name only the telephone of an office.
            found.at(Field::ContactName(index), 0..contact.name.len(), "没有写联系人姓名").weigh(Severity::Advice);
        }
    }
}
