//! S02: a mobile number in the text.

use crate::check::authoring::*;
use crate::text::characters;
use std::ops::Range;

pub static RULE: Rule = Rule {
    code: "S02",
    name: "mobile-number",
    title: "手机号码",
    group: Group::Secrecy,
    severity: Severity::Error,
    explanation: "主动公开的答复里不出现个人手机号码。联系人一栏写手机号的，公开前改为办公电话为宜。",
    source: "《个人信息保护法》第六条、第二十五条；《政府信息公开条例》第十五条",
    examples: &[
        wrong(&[("paragraph", "请与来信人张禾（‹13800001234›）联系。")]),
        wrong(&[("contacts[0].phone", "‹13800001234›")]),
        wrong(&[("addressees[0]", "张禾（‹13800001234›）")]),
        wrong(&[("attachments[0]", "来信人名册（张禾，‹138 0000 1234›）")]),
        wrong(&[("paragraph", "请与来信人张禾（‹138 0000 1234›）联系。")]),
        wrong(&[("paragraph", "请与来信人张禾（‹138-0000-1234›）联系。")]),
        wrong(&[("paragraph", "请与来信人张禾（‹138.0000.1234›）联系。")]),
        wrong(&[("paragraph", "请与来信人张禾（‹138　0000　1234›）联系。")]),
        right(&[("paragraph", "办件编号20260138000012345，客流13800001人次。")]),
        right(&[
            ("disclosure_reason", "涉及个人隐私"),
            ("disclosure", "不予公开"),
            ("paragraph", "请与来信人张禾（13800001234）联系。"),
        ]),
        right(&[("contacts[0].phone", "0700-8201234")]),
    ],
    check: Check::Parts(Parts { elements: Some(check_elements), paragraph: Some(("0123456789", check)), letter: None }),
};

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    if !super::may_be_published(&context.draft.letter) {
        return;
    }
    let runs = passage.digit_runs().iter().chain(passage.spaced_runs()).cloned();
    tell(Field::Body, passage.text, runs, found);
}

fn tell(field: Field, text: &str, runs: impl Iterator<Item = Range<usize>>, found: &mut Found<'_>) {
    for run in runs {
        let digits: String = text[run.clone()].chars().filter(char::is_ascii_digit).collect();
        let digits = digits.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(&digits);
        if is_mobile(digits) && !is_code(text, run.start) {
            found.at(field, run, "主动公开的答复不应出现个人手机号码");
        }
    }
}

fn check_elements(context: &Context<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    if !super::may_be_published(letter) {
        return;
    }
    for (field, text) in context.fields() {
        let is_of_names = matches!(
            field,
            Field::Addressees(_) | Field::Attachments(_) | Field::Cc(_) | Field::ContactName(_) | Field::Title
        );
        if is_of_names {
            let runs = characters::digit_runs(&text, 10).into_iter().chain(characters::spaced_runs(&text));
            tell(field, &text, runs, found);
        }
    }
    // A mobile phone as the contact's is bad style in what is published, and none of a person's own matters before that is said.
    let contacts = if letter.disclosure.is_empty() { &[][..] } else { &letter.contacts };
    for (index, contact) in contacts.iter().enumerate() {
        for run in characters::digit_runs(&contact.phone, 10) {
            if is_mobile(&contact.phone[run.clone()]) {
                found.at(Field::ContactPhone(index), run, "公开的答复宜写办公电话").weigh(Severity::Advice);
            }
        }
    }
}

fn is_mobile(digits: &str) -> bool {
    digits.len() == 11 && digits.starts_with('1') && matches!(digits.as_bytes()[1], b'3'..=b'9')
}

/// 编号13800001234, 代码…: a number of something else.
fn is_code(body: &str, at: usize) -> bool {
    let before: String = body[..at].chars().rev().take(4).collect();
    before.contains('码') && !before.contains('机') || before.contains('编')
}
