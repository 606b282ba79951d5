//! 附件说明: the names of what is attached.

use super::label::{spaced_word, value_after};
use crate::text::characters::is_blank;
use std::ops::Range;

/// Where the first name begins in a line that announces attachments: 附件：1. 名单, 附：名单, 附件1：名单.
pub(super) fn start(line: &str) -> Option<usize> {
    if let Some(value) = value_after(line, &["附件", "附"]) {
        return Some(value);
    }
    // 附件1：名单 and 附件1. 名单 count from here.
    let word = spaced_word(line, "附件")?;
    let digits = line[word..].trim_start_matches(is_blank);
    number(digits).map(|_| line.len() - digits.len())
}

/// Whether a line is the heading of an attachment itself: 附件, 附件1, 附表.
pub(super) fn is_heading(line: &str) -> bool {
    let bare: String = line.chars().filter(|&character| !is_blank(character)).collect();
    ["附件", "附表", "附"].iter().any(|word| {
        bare.strip_prefix(word).is_some_and(|rest| {
            rest.trim_end_matches(['：', ':'])
                .chars()
                .all(|character| character.is_ascii_digit() || "一二三四五六七八九十".contains(character))
        })
    })
}

/// The name on a line of the list, after its number. ； parts it from the next one, and 。 ends a list so parted; any other
/// mark is a fault of the name.
pub(super) fn name(line: &str, start: usize, is_parted: bool) -> Range<usize> {
    let start = start + number(&line[start..]).unwrap_or(0);
    let is_end = |mark| is_blank(mark) || matches!(mark, '；' | ';') || is_parted && mark == '。';
    let end = line.trim_end_matches(is_end).len();
    start.min(end)..end
}

/// Whether a line goes on with the list: it begins with a number.
pub(super) fn is_numbered(line: &str) -> bool {
    number(line).is_some() && !line.contains('。')
}

/// Whether a line goes on with the list below another of its lines. Where the entries end with ；, the last may end with 。.
pub(super) fn follows(above: &str, line: &str) -> bool {
    let is_last = above.ends_with(['；', ';']) && line.ends_with('。') && line.matches('。').count() == 1;
    is_numbered(line) || is_last && number(line).is_some()
}

/// The length of 1. 1、 1． （1） or 1： and the blanks after it.
fn number(text: &str) -> Option<usize> {
    let open = text.chars().next().filter(|mark| matches!(mark, '（' | '(')).map_or(0, char::len_utf8);
    let rest = &text[open..];
    let digits = rest.len() - rest.trim_start_matches(|character: char| character.is_ascii_digit()).len();
    if !(1..=2).contains(&digits) {
        return None;
    }
    let after = &rest[digits..];
    let mark = after
        .chars()
        .next()
        .filter(|mark| matches!(mark, '.' | '．' | '、' | '：' | ':' | '）' | ')' | '-' | '—') || is_blank(*mark))?;
    let rest = &after[mark.len_utf8()..];
    // 1.5 is a figure, but 1.2026年进度表 is the first attachment.
    let figure = rest.starts_with(|character: char| character.is_ascii_digit())
        && !matches!(mark, '、' | '：' | ':' | '）' | ')');
    let year = rest.find('年') == Some(4);
    (!figure || year).then(|| text.len() - rest.trim_start_matches(is_blank).len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name_of(line: &str) -> Option<&str> {
        let start = start(line)?;
        Some(&line[name(line, start, line.contains('；'))])
    }

    #[test]
    fn names_without_their_numbers() {
        for line in [
            "附件：名单",
            "附件：1. 名单",
            "附件:1、名单",
            "附　件：1．名单",
            "附件1：名单",
            "附：名单",
            "附件：（1）名单；",
        ] {
            assert_eq!(name_of(line), Some("名单"), "{line}");
        }
        assert_eq!(name_of("附件：名单。"), Some("名单。"));
        assert_eq!(name_of("附件中的名单已经公布"), None);
        for line in ["附件：2026年进度表", "附件：1. 2026年进度表", "附件：1.2026年进度表"] {
            assert_eq!(name_of(line), Some("2026年进度表"));
        }
        assert_eq!(name_of("附件：1.5万亩项目清单"), Some("1.5万亩项目清单"));
        assert!(is_heading("附件") && is_heading("附件 1") && is_heading("附件一：") && !is_heading("附件：名单"));
        assert!(follows("1、名单；", "2、进度表。") && !follows("1、名单", "2、进度表。"));
        assert!(is_numbered("2. 进度表") && !is_numbered("2026年") && !is_numbered("2. 已办结。"));
    }
}
