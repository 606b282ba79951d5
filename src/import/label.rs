//! Labels at the start of a line: 抄送：, 联 系 人：, （附注：

use crate::text::characters::is_blank;

/// The byte after `word` at the start of `text`, blanks between its characters allowed: 抄　送.
#[inline]
pub(super) fn spaced_word(text: &str, word: &str) -> Option<usize> {
    // Most lines begin with another character, and most of those are Chinese: three bytes, of which these are the first.
    if let ([first @ 0xE4..=0xE9, second, third, ..], wanted) = (text.as_bytes(), word.as_bytes())
        && !wanted.is_empty()
        && !wanted.starts_with(&[*first, *second, *third])
    {
        return None;
    }
    spaced(text, word)
}

fn spaced(text: &str, word: &str) -> Option<usize> {
    let mut at = 0;
    for character in word.chars() {
        let rest = text[at..].trim_start_matches(is_blank);
        let found = rest.chars().next().filter(|&found| found == character)?;
        at = text.len() - rest.len() + found.len_utf8();
    }
    Some(at)
}

/// Whether a line is plainly running text: no label at its head, and a sentence ends inside it. Most of a letter is told so at
/// once, and need not be asked what element it might be.
pub(super) fn is_running_text(line: &str) -> bool {
    const HEAD: usize = 60;
    const LEAST: usize = 240;
    let bytes = line.as_bytes();
    bytes.len() > LEAST
        && memchr::memmem::find(&bytes[..HEAD], "：".as_bytes()).is_none()
        && !bytes[..HEAD].contains(&b':')
        && memchr::memmem::find(&bytes[HEAD..bytes.len() - HEAD], "。".as_bytes()).is_some()
}

/// The byte where the value begins, after one of `labels` and its colon at the start of `text`.
pub(super) fn value_after(text: &str, labels: &[&str]) -> Option<usize> {
    labels.iter().find_map(|label| colon(text, spaced_word(text, label)?))
}

/// As [`value_after`], but blanks alone may stand for the colon, or the line may end with the label.
pub(super) fn value_after_loosely(text: &str, labels: &[&str]) -> Option<usize> {
    labels.iter().find_map(|label| {
        let end = spaced_word(text, label)?;
        colon(text, end).or_else(|| {
            let value = text[end..].trim_start_matches(is_blank);
            (value.len() < text.len() - end || value.is_empty()).then_some(text.len() - value.len())
        })
    })
}

/// The byte after the colon, and the blanks around it, at byte `at`.
fn colon(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].trim_start_matches(is_blank);
    let rest = rest.strip_prefix(['：', ':', '﹕', '∶'])?;
    Some(text.len() - rest.trim_start_matches(is_blank).len())
}

/// The length of an opening bracket at the start of `text`; 0 without one.
pub(super) fn opening_bracket(text: &str) -> usize {
    text.chars()
        .next()
        .filter(|mark| matches!(mark, '（' | '(' | '【' | '[' | '〔' | '［' | '﹙'))
        .map_or(0, char::len_utf8)
}

/// `text` without closing brackets, full stops and blanks at its end.
pub(super) fn without_end(text: &str) -> &str {
    text.trim_end_matches(|mark| {
        is_blank(mark) || matches!(mark, '）' | ')' | '】' | ']' | '〕' | '］' | '。' | '．' | '；' | ';' | '﹚')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn running_text_is_told() {
        let sentence = "我局会同有关部门对城区公交站台逐一踏勘，并与沿线居民座谈，听取大家的意见和建议。";
        assert!(is_running_text(&sentence.repeat(3)));
        for line in [sentence.to_owned(), format!("理由：{}", sentence.repeat(3)), "联系人".repeat(40)] {
            assert!(!is_running_text(&line), "{line}");
        }
    }

    #[test]
    fn labels_may_be_spaced() {
        for line in ["抄送：甲", "抄 送：甲", "抄　　送 : 甲", "抄送:　甲"] {
            assert_eq!(value_after(line, &["抄报", "抄送"]).map(|at| &line[at..]), Some("甲"), "{line}");
        }
        assert_eq!(value_after("抄送甲", &["抄送"]), None);
        assert_eq!(value_after_loosely("电话 88000000", &["电话"]), Some("电话 ".len()));
        assert_eq!(value_after_loosely("电话费", &["电话"]), None);
    }
}
