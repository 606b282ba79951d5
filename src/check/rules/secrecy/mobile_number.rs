//! S02: a mobile number in the text.

use crate::check::authoring::*;
use crate::text::characters;

pub static RULE: Rule = Rule {
    code: "S02",
    name: "mobile-number",
    title: "手机号码",
    group: Group::Secrecy,
    severity: Severity::Error,
    explanation: "主动公开的答复正文里不出现个人手机号码。联系人一栏写手机号的，公开前改为办公电话为宜。",
    source: "《个人信息保护法》第六条、第二十五条；《政府信息公开条例》第十五条",
    examples: &[
        wrong(&[("paragraph", "请与来信人张禾（‹13800001234›）联系。")]),
        wrong(&[("contacts[0].phone", "‹13800001234›")]),
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
    check: Check::Parts(Parts { elements: Some(check_contacts), paragraph: Some(("0123456789", check)), letter: None }),
};

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    if context.draft.letter.disclosure != "主动公开" {
        return;
    }
    let body = passage.text;
    for run in passage.digit_runs().iter().cloned().chain(passage.spaced_runs().iter().cloned()) {
        let digits: String = body[run.clone()].chars().filter(char::is_ascii_digit).collect();
        let digits = digits.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(&digits);
        if is_mobile(digits) && !is_code(body, run.start) {
            found.at(Field::Body, run, "主动公开的答复不应出现个人手机号码");
        }
    }
}

fn check_contacts(context: &Context<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    if letter.disclosure != "主动公开" {
        return;
    }
    for (index, contact) in letter.contacts.iter().enumerate() {
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
