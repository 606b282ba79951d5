//! Lists in a line: entries with 、 ， or ； between them.

use crate::text::characters::is_blank;
use std::ops::Range;

/// The entries of `range` of a text, without the marks and blanks around them. A mark inside brackets divides nothing.
pub(super) fn entries(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut entries = Vec::new();
    let mut depth = 0_usize;
    let mut start = range.start;
    for (at, mark) in text[range.clone()].char_indices().map(|(at, mark)| (at + range.start, mark)) {
        match mark {
            '（' | '(' | '《' | '“' => depth += 1,
            '）' | ')' | '》' | '”' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && is_divider(mark) {
            add(text, start..at, &mut entries);
            start = at + mark.len_utf8();
        }
    }
    add(text, start..range.end, &mut entries);
    entries
}

fn is_divider(mark: char) -> bool {
    matches!(mark, '、' | '，' | ',' | '；' | ';' | '。' | '．')
}

fn add(text: &str, range: Range<usize>, entries: &mut Vec<Range<usize>>) {
    let inner = &text[range.clone()];
    let start = range.start + (inner.len() - inner.trim_start_matches(is_blank).len());
    let end = range.start + inner.trim_end_matches(is_blank).len();
    if start < end {
        entries.push(start..end);
    }
}
