//! S05: an e-mail address.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "S05",
    name: "email",
    title: "电子邮箱",
    group: Group::Secrecy,
    severity: Severity::Warning,
    explanation: "主动公开的答复正文里不写代表、委员和群众的电子邮箱。单位的公务邮箱（gov.cn）不在此列。",
    source: "《个人信息保护法》第六条、第三十四条；皖、厦等地建议提案答复公开规定",
    examples: &[
        wrong(&[("paragraph", "意见可发至‹shenhe1970@mail.example.com›。")]),
        wrong(&[("paragraph", "意见可发至‹shenhe1970＠mail.example.com›。")]),
        right(&[("paragraph", "意见可发至jtj@linjiang.gov.cn，并在@临江发布留言。")]),
    ],
    check: Check::Paragraph("@＠", check),
};

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    if !super::may_be_published(&context.draft.letter) {
        return;
    }
    let body = passage.text;
    let is_part = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '_' | '-' | '+');
    for (at, mark) in body.match_indices(['@', '＠']) {
        let start = body[..at].trim_end_matches(is_part).len();
        let after = &body[at + mark.len()..];
        let host = &after[..after.len() - after.trim_start_matches(is_part).len()];
        let host = host.trim_end_matches('.');
        if start < at && host.contains('.') && !host.ends_with("gov.cn") {
            found.at(Field::Body, start..at + mark.len() + host.len(), "公开前核对：是不是个人邮箱");
        }
    }
}
