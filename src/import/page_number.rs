//! Lines that hold nothing but the number of a page.

use crate::text::characters::{half_width, ink, is_blank};

/// Whether `line` is a page number: — 2 —, - 2 -, ·2·, 第2页, 第 2 页 共 5 页, 2/5, Page 2.
///
/// A bare number is one too; a caller that has reason to expect other bare numbers, as in a table, asks for dashes.
pub(super) fn is_page_number(line: &str) -> bool {
    // What is longer, or has no figure, need not be looked at any further.
    if ink(line).nth(40).is_some() || !ink(line).any(|it| half_width(it).unwrap_or(it).is_ascii_digit()) {
        return false;
    }
    let plain: String = line
        .chars()
        .filter(|&character| !is_blank(character))
        .map(|character| half_width(character).unwrap_or(character))
        .collect();
    if plain.is_empty() || plain.len() > 40 {
        return false;
    }
    let is_dash = |character: char| {
        matches!(
            character,
            '-' | '—' | '–' | '―' | '─' | '－' | '一' | '·' | '~' | '_' | '•' | '﹣' | '‐' | '‑' | '−' | '﹘'
        )
    };
    let inner = plain.trim_matches(is_dash);
    if is_count(inner) {
        // Dashes come on both sides or not at all: -3 alone is a figure.
        let before = plain.starts_with(is_dash);
        return before == plain.ends_with(is_dash);
    }
    let lower = plain.to_ascii_lowercase();
    let words = ["第", "页", "共", "总", "page", "of", "/", ",", "，", "p.", "(", ")", "、", ";"];
    let digits = words.iter().fold(lower.clone(), |rest, word| rest.replace(word, " "));
    let marked = lower.contains('页') || lower.contains("page") || (lower.contains('/') && lower.len() <= 7);
    let mut numbers =
        digits.trim_matches(|character: char| is_dash(character) || character == ' ').split_whitespace().peekable();
    marked && numbers.peek().is_some() && numbers.all(is_count)
}

fn is_count(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers() {
        for line in [
            "— 2 —",
            "-2-",
            "－ 12 －",
            "2",
            "· 3 ·",
            "第2页",
            "第 2 页 共 5 页",
            "第 2 页，共 5 页",
            "2/5",
            "Page 2 of 5",
            "―３―",
        ] {
            assert!(is_page_number(line), "{line}");
        }
        for line in ["-3", "2026", "1.", "（1）", "3项", "一、", "第2号", "12/2026", "", "——", "2026/6/12", "第一页"]
        {
            assert!(!is_page_number(line), "{line}");
        }
    }
}
