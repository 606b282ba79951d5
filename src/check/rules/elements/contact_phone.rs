//! E30: a telephone number that cannot be one.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "E30",
    name: "contact-phone",
    title: "联系电话",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "电话号码的位数应当正确：固定电话7至8位；区号以0开头，010和02开头的3位，其余4位；区号与号码之间用短横线；移动电话11位。",
    source: "GB/T 15834—2011 4.13.3（短横线）；号码位数按电信编号",
    examples: &[
        wrong(&[("contacts[0].phone", "‹0700-820123›")]),
        wrong(&[("contacts[0].phone", "‹820123456›")]),
        wrong(&[("contacts[0].phone", "‹010-6820123›")]),
        wrong(&[("contacts[0].phone", "‹1381234567›")]),
        wrong(&[("contacts[0].phone", "‹0700—8201234›")]).mended("0700-8201234"),
        wrong(&[("contacts[0].phone", "‹070-8201234›")]),
        wrong(&[("contacts[0].phone", "‹0106820123›")]),
        wrong(&[("contacts[0].phone", "‹12800001234›")]),
        right(&[("contacts[0].phone", "88201234")]),
        right(&[("contacts[0].phone", "0700-8201234/35")]),
        right(&[("contacts[0].phone", "0700-8201234（办公室）")]),
        right(&[("contacts[0].phone", "（0700）8201234转801")]),
        right(&[("contacts[0].phone", "010-68201234、13800001234")]),
        right(&[("contacts[0].phone", "12345")]),
        right(&[("contacts[0].phone", "07008201234")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (index, contact) in context.draft.letter.contacts.iter().enumerate() {
        let phone = &contact.phone;
        if phone.is_empty() {
            continue;
        }
        let field = Field::ContactPhone(index);
        let whole = 0..phone.len();
        let dashed = phone.replace(['—', '－', '–', '―', '─'], "-").replace("--", "-");
        let is_good = dashed.split(['、', '，', ',', '；', ';', '/', '／']).enumerate().all(|(index, each)| {
            // 8201234/35: the last digits of another number of the same row.
            let each = unnoted(each.trim());
            is_number(each) || index > 0 && (1..=4).contains(&each.len()) && each.bytes().all(|it| it.is_ascii_digit())
        });
        // Placeholders are N15's to tell.
        if phone.contains(['×', 'X', 'x', '*', '?', '？', '_']) {
            continue;
        }
        if !is_good {
            found.at(field, whole, "电话号码位数或写法不对");
        } else if dashed != *phone {
            found.at(field, whole.clone(), "区号与号码之间用短横线").mend(Applicability::Safe, whole, dashed);
        }
    }
}

/// `text` without a note in brackets at its end: 8201234（办公室）.
fn unnoted(text: &str) -> &str {
    let note = text.strip_suffix(['）', ')']).and_then(|inner| inner.rfind(['（', '(']));
    match note {
        Some(at) if at > 0 && text[at..].chars().any(characters::is_han) => text[..at].trim_end(),
        _ => text,
    }
}

/// Whether `text` is one telephone number, with or without area code and extension.
fn is_number(text: &str) -> bool {
    let (number, extension) = match text.split_once('转') {
        Some((number, extension)) => (number.trim(), extension.trim()),
        None => (text, ""),
    };
    if !extension.bytes().all(|byte| byte.is_ascii_digit()) || extension.len() > 5 {
        return false;
    }
    let mut parts: Vec<String> = number
        .split(['-', '(', ')', '（', '）', ' '])
        .map(|part| part.chars().map(|it| characters::half_width(it).unwrap_or(it)).collect::<String>())
        .filter(|part| !part.is_empty())
        .collect();
    if parts.first().is_some_and(|first| first == "+86" || first == "86") {
        parts.remove(0);
    }
    if parts.iter().any(|part| !part.bytes().all(|byte| byte.is_ascii_digit())) {
        return false;
    }
    let lengths: Vec<usize> = parts.iter().map(String::len).collect();
    // 010 and 02x are all the area codes of three digits.
    let is_area = |part: &String| match part.len() {
        3 => part.starts_with("010") || part.starts_with("02"),
        4 => part.starts_with('0'),
        _ => false,
    };
    let is_mobile = |part: &str| part.starts_with('1') && !part.starts_with("10") && !part.starts_with("12");
    let digits: String = parts.concat();
    match lengths[..] {
        // A hot line, a local number, a mobile number, or all run together.
        [3 | 5 | 6] => digits.starts_with(['1', '9']),
        [7 | 8] => !digits.starts_with('0'),
        [10] => digits.starts_with("400") || digits.starts_with("800"),
        [11] => digits.starts_with('0') || is_mobile(&digits),
        [12] => digits.starts_with('0'),
        // Cities with area codes of three digits have numbers of eight.
        [3, 7] => false,
        // 0700-12345: a hot line, called from elsewhere.
        [_, 5] => is_area(&parts[0]) && parts[1].starts_with(['1', '9']),
        [_, 7 | 8] => is_area(&parts[0]),
        [_, 7 | 8, 1..=5] => is_area(&parts[0]),
        [7 | 8, 1..=5] => !digits.starts_with('0'),
        [3, 3, 4] | [3, 4, 3] => digits.starts_with("400") || digits.starts_with("800"),
        [3, 4, 4] => is_mobile(&digits) || is_area(&parts[0]),
        [4, 4, 4] => digits.starts_with('0'),
        _ => false,
    }
}
