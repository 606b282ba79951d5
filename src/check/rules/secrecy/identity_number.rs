//! S01: an identity card number.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "S01",
    name: "identity-number",
    title: "身份证号码",
    group: Group::Secrecy,
    severity: Severity::Error,
    explanation: "主动公开的答复里不出现公民身份号码。按GB 11643的校验码识别，十八位数字不合校验的不报。",
    source: "《个人信息保护法》第二十八条、第三十四条；《政府信息公开条例》第十五条",
    examples: &[
        wrong(&[("paragraph", "来信人身份证号为‹11010519491231002X›，已经核实。")]),
        right(&[("paragraph", "项目代码110105194912310021，已经核实。")]),
        right(&[
            ("disclosure_reason", "涉及个人隐私"),
            ("disclosure", "不予公开"),
            ("paragraph", "来信人身份证号为11010519491231002X。"),
        ]),
    ],
    check: Check::Paragraph("0123456789", check),
};

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    if context.draft.letter.disclosure != "主动公开" {
        return;
    }
    let body = passage.text;
    for run in passage.digit_runs().iter().cloned() {
        // The check character may be an X.
        let end = if run.len() == 17 && body[run.end..].starts_with(['X', 'x']) { run.end + 1 } else { run.end };
        let number = &body[run.start..end];
        if number.len() == 18 && is_identity(number) {
            found.at(Field::Body, run.start..end, "主动公开的答复不应出现身份证号码");
        }
    }
}

/// Whether 18 characters are an identity number: a month, a day and the check character of GB 11643.
fn is_identity(number: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let digits: Vec<u32> = number[..17].chars().filter_map(|it| it.to_digit(10)).collect();
    if digits.len() != 17 {
        return false;
    }
    let (month, day) = (digits[10] * 10 + digits[11], digits[12] * 10 + digits[13]);
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    let expected = b"10X98765432"[(sum % 11) as usize] as char;
    (1..=12).contains(&month) && (1..=31).contains(&day) && number.ends_with([expected, expected.to_ascii_lowercase()])
}
