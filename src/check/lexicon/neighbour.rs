//! Words that are right by themselves and wrong beside others.

use super::entry::Neighbour;
use crate::text::characters;
use std::ops::Range;

/// How many characters at most stand between a word and what tells behind it, and before it.
const AHEAD: usize = 5;
const BEHIND: usize = 2;

/// Whether the word at `range` stands in the place of the one that `entry` names, and whether nothing stands between it and what
/// tells so.
pub(super) fn tells(text: &str, range: &Range<usize>, entry: &Neighbour) -> Option<bool> {
    let is_end = |it: char| characters::is_chinese_mark(it) && !matches!(it, '《' | '》' | '“' | '”') || it == '\n';
    let start =
        text[..range.start].char_indices().rev().find(|(_, it)| is_end(*it)).map_or(0, |(at, it)| at + it.len_utf8());
    let end = text[range.end..].find(is_end).map_or(text.len(), |at| range.end + at);
    let (before, after) = (&text[start..range.start], &text[range.end..end]);
    if entry.own.iter().any(|own| text[start..end].contains(own.as_str())) || entry.closing && !after.is_empty() {
        return None;
    }
    let ahead = entry.after.iter().filter_map(|word| {
        let near = after.find(word.as_str()).map(|at| after[..at].chars().count()).filter(|count| *count <= AHEAD);
        near.or_else(|| ends_title(after, word).then_some(AHEAD))
    });
    let behind = entry.before.iter().filter_map(|word| {
        let at = before.rfind(word.as_str())? + word.len();
        Some(before[at..].chars().count()).filter(|count| *count <= BEHIND)
    });
    ahead.chain(behind).min().map(|between| between == 0)
}

/// Whether a title begins that ends with `word`: 编制了《临江市综合交通规划》.
fn ends_title(after: &str, word: &str) -> bool {
    let after = after.trim_start_matches(['了', '好', '完', '成']);
    after.strip_prefix('《').and_then(|rest| rest.split_once('》')).is_some_and(|(title, _)| title.ends_with(word))
}
