//! S01: an identity card number.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "S01",
    name: "identity-number",
    title: "身份证号码",
    group: Group::Secrecy,
    severity: Severity::Error,
    explanation: "主动公开的答复里不出现公民身份号码。按GB 11643的校验码识别，中间有空格、短横线的也算；前面写明“身份证”的，抄错一位、十五位的也算。",
    source: "《个人信息保护法》第六条、第二十五条、第三十四条；《政府信息公开条例》第十五条",
    examples: &[
        wrong(&[("paragraph", "来信人身份证号为‹11010519491231002X›，已经核实。")]),
        wrong(&[("paragraph", "来信人身份证号为‹110105 19491231 002X›，已经核实。")]),
        wrong(&[("paragraph", "来信人（身份证：‹110105194912310021›）已经核实。")]),
        wrong(&[("paragraph", "来信人身份证号为‹110105491231002›，已经核实。")]),
        right(&[("paragraph", "项目代码110105194912310021，已经核实。")]),
        right(&[("paragraph", "凭身份证办理，受理编号110105194912310021，咨询电话0700-8201234。")]),
        right(&[
            ("disclosure_reason", "涉及个人隐私"),
            ("disclosure", "不予公开"),
            ("paragraph", "来信人身份证号为11010519491231002X。"),
        ]),
    ],
    check: Check::Paragraph("0123456789", check),
};

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    if !super::may_be_published(&context.draft.letter) {
        return;
    }
    let body = passage.text;
    for run in passage.digit_runs().iter().chain(passage.spaced_runs()) {
        // The check character may be an X, after a gap of its own.
        let rest = body[run.end..].trim_start_matches([' ', '-']);
        let gap = body.len() - run.end - rest.len();
        let end = if gap <= 1 && rest.starts_with(['X', 'x']) { run.end + gap + 1 } else { run.end };
        let tail = three_more(body, end);
        let number: String = body[run.start..end + tail].chars().filter(char::is_ascii_alphanumeric).collect();
        let is_known = number.len() == 18 && is_identity(&number);
        let is_named = matches!(number.len(), 15 | 18) && is_called(&body[..run.start]);
        if is_known || is_named {
            found.at(Field::Body, run.start..end + tail, "主动公开的答复不应出现身份证号码");
        }
    }
}

/// 002X after a gap, the last group of an identity number: its length in bytes, the gap included.
fn three_more(body: &str, end: usize) -> usize {
    let Some(rest) = body[end..].strip_prefix([' ', '-']) else { return 0 };
    let is_group = rest.len() >= 4
        && rest.as_bytes()[..3].iter().all(u8::is_ascii_digit)
        && matches!(rest.as_bytes()[3], b'X' | b'x');
    if is_group { 5 } else { 0 }
}

/// Whether the words before a number call it that of an identity card.
fn is_called(before: &str) -> bool {
    let lead: String =
        before.chars().rev().take_while(|it| !matches!(it, '，' | '。' | '、' | '；')).take(10).collect();
    let lead: String = lead.chars().rev().collect();
    let named = lead.rfind("身份证").or_else(|| lead.rfind("公民身份号码"));
    named.is_some_and(|at| !lead[at..].contains("编号") && !lead[at..].contains("电话") && !lead[at..].contains("代码"))
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
