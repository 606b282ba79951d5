//! S04: a bank account.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "S04",
    name: "bank-account",
    title: "银行账号",
    group: Group::Secrecy,
    severity: Severity::Error,
    explanation: "主动公开的答复里不出现个人银行账号、卡号。按位数和银行卡校验规则识别，前面写明“账号”“卡号”的也算。",
    source: "《个人信息保护法》第二十八条；《政府信息公开条例》第十五条",
    examples: &[
        wrong(&[("paragraph", "补贴已发放至‹6222021234567890128›账户。")]),
        wrong(&[("paragraph", "补贴已发放至卡号‹6217001234567›。")]),
        wrong(&[("paragraph", "补贴已发放至‹6222 0212 3456 7890 128›。")]),
        wrong(&[("paragraph", "补贴已发放至存折‹44012345678901›。")]),
        wrong(&[("paragraph", "补贴已发放至张禾账户‹6217001234567›。")]),
        wrong(&[("disclosure", ""), ("paragraph", "补贴已发放至卡号‹6217001234567›。")]),
        right(&[("disclosure", "依申请公开"), ("paragraph", "补贴已发放至卡号6217001234567。")]),
        right(&[("paragraph", "项目代码2026441200000012345，统一社会信用代码91440000123456789A。")]),
    ],
    check: Check::Paragraph("0123456789", check),
};

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    if !super::may_be_published(&context.draft.letter) {
        return;
    }
    let body = passage.text;
    for run in passage.digit_runs().iter().cloned().chain(passage.spaced_runs().iter().cloned()) {
        let number: String = body[run.clone()].chars().filter(char::is_ascii_digit).collect();
        let number = number.as_str();
        let before: Vec<char> = body[..run.start].chars().rev().take(4).collect();
        let lead: String = before.into_iter().rev().collect();
        let is_named =
            ["账号", "卡号", "帐号", "账户", "帐户", "存折", "银行卡"].iter().any(|word| lead.contains(word))
                && number.len() >= 12;
        let is_code = lead.contains("代码") || lead.contains("编号");
        let is_card = (16..=19).contains(&number.len()) && number.starts_with(['4', '5', '6']) && luhn(number);
        // 18 digits may be an identity number: S01's to tell.
        if !is_code && (is_named || is_card && number.len() != 18) {
            let clause = &body[crate::text::sentence::sentence_at(body, run.start)];
            let finding = found.at(Field::Body, run, "主动公开的答复不应出现银行账号");
            // An office's own account may be meant to be known.
            if ["专户", "对公", "单位账", "公司", "基金会"].iter().any(|word| clause.contains(word)) {
                finding.message = "公开前核对：这个账号能不能公开".to_owned();
                finding.weigh(Severity::Warning);
            }
        }
    }
}

/// The check digit of bank cards (ISO/IEC 7812).
fn luhn(number: &str) -> bool {
    let sum: u32 = number
        .bytes()
        .rev()
        .enumerate()
        .map(|(index, byte)| {
            let digit = u32::from(byte - b'0') * if index % 2 == 1 { 2 } else { 1 };
            digit / 10 + digit % 10
        })
        .sum();
    sum.is_multiple_of(10)
}
