//! A list as it is typed: its entries stand one after the other with a mark between them. Each can be moved or taken out.

use std::ops::Range;

/// Where the entries of `text` stand, in bytes, without the blanks around them. A mark inside brackets or quotes divides
/// nothing: 市委办公室（信息科、综合科） is one.
pub fn spans(text: &str, separators: &[char]) -> Vec<Range<usize>> {
    let (mut depth, mut start, mut found) = (0_usize, 0, Vec::new());
    for (at, mark) in text.char_indices() {
        match mark {
            '（' | '(' | '《' | '“' | '〔' => depth += 1,
            '）' | ')' | '》' | '”' | '〕' => depth = depth.saturating_sub(1),
            _ if depth == 0 && separators.contains(&mark) => {
                found.push(start..at);
                start = at + mark.len_utf8();
            }
            _ => {}
        }
    }
    found.push(start..text.len());
    found.into_iter().map(|range| trimmed(text, range)).filter(|range| !range.is_empty()).collect()
}

/// The entries themselves.
pub fn of<'a>(text: &'a str, separators: &[char]) -> Vec<&'a str> {
    spans(text, separators).into_iter().map(|range| &text[range]).collect()
}

/// The entry that byte `cursor` is in or right behind; the one before it where it is in none.
pub fn at(text: &str, separators: &[char], cursor: usize) -> Option<usize> {
    let spans = spans(text, separators);
    let inside = spans.iter().position(|range| (range.start..=range.end).contains(&cursor));
    inside.or_else(|| spans.iter().rposition(|range| range.end <= cursor)).or((!spans.is_empty()).then_some(0))
}

/// `text` with the entry at `cursor` moved one place on, or one back, and where the cursor goes with it. `None` at the end.
pub fn moved(text: &str, separators: &[char], cursor: usize, forward: bool) -> Option<(String, usize)> {
    let spans = spans(text, separators);
    let from = at(text, separators, cursor)?;
    let to = if forward { from + 1 } else { from.checked_sub(1)? };
    let (first, second) = (spans.get(from.min(to))?, spans.get(from.max(to))?);
    let between = &text[first.end..second.start];
    let swapped = format!("{}{between}{}", &text[second.clone()], &text[first.clone()]);
    let end = if forward { first.start + swapped.len() } else { first.start + second.len() };
    Some((format!("{}{swapped}{}", &text[..first.start], &text[second.end..]), end))
}

/// `text` without the entry at `cursor` and without the mark that divided it, and where the cursor goes. `None` without
/// entries.
pub fn removed(text: &str, separators: &[char], cursor: usize) -> Option<(String, usize)> {
    let spans = spans(text, separators);
    let gone = at(text, separators, cursor)?;
    let range = match (gone.checked_sub(1), spans.get(gone + 1)) {
        (_, Some(next)) => spans[gone].start..next.start,
        (Some(before), None) => spans[before].end..text.len(),
        (None, None) => 0..text.len(),
    };
    Some((format!("{}{}", &text[..range.start], &text[range.end..]), range.start))
}

/// A list of `entries`, divided by the first of `separators`.
pub fn joined(entries: &[&str], separators: &[char]) -> String {
    entries.join(&separators.first().copied().unwrap_or('、').to_string())
}

/// `text` with `entry` behind its last one; without it, where it is there already.
pub fn toggled(text: &str, separators: &[char], entry: &str) -> String {
    let mut all = of(text, separators);
    if all.contains(&entry) {
        all.retain(|it| *it != entry);
    } else {
        all.push(entry);
    }
    joined(&all, separators)
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + part.len() - part.trim_start().len();
    let end = range.start + part.trim_end().len();
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKS: [char; 2] = ['、', '，'];

    /// `text` with its cursor at `|`.
    fn with_cursor(text: &str) -> (String, usize) {
        (text.replace('|', ""), text.find('|').unwrap())
    }

    fn shown(done: Option<(String, usize)>) -> String {
        done.map_or("-".into(), |(mut text, cursor)| {
            text.insert(cursor, '|');
            text
        })
    }

    #[test]
    fn an_entry_moves_with_the_cursor_at_its_end() {
        for (before, forward, after) in [
            ("甲|、乙、丙", true, "乙、甲|、丙"),
            ("甲、乙、|丙", false, "甲、丙|、乙"),
            ("甲、乙，丙|", false, "甲、丙|，乙"),
            ("甲、乙|", true, "-"),
            ("|甲", false, "-"),
            ("|", true, "-"),
        ] {
            let (text, cursor) = with_cursor(before);
            assert_eq!(shown(moved(&text, &MARKS, cursor, forward)), after, "{before}");
        }
    }

    #[test]
    fn an_entry_goes_with_its_mark() {
        for (before, after) in [
            ("甲|、乙、丙", "|乙、丙"),
            ("甲、乙|、丙", "甲、|丙"),
            ("甲、乙、丙|", "甲、乙|"),
            ("甲、|", "|"),
            ("|", "-"),
        ] {
            let (text, cursor) = with_cursor(before);
            assert_eq!(shown(removed(&text, &MARKS, cursor)), after, "{before}");
        }
    }

    #[test]
    fn an_entry_is_put_in_and_taken_out() {
        assert_eq!(toggled("甲、乙", &MARKS, "丙"), "甲、乙、丙");
        assert_eq!(toggled("甲、乙", &MARKS, "甲"), "乙");
        assert_eq!(toggled("", &MARKS, "甲"), "甲");
    }

    #[test]
    fn brackets_hold_together() {
        assert_eq!(of("市委办（信息科、综合科）、 某局 、", &MARKS), ["市委办（信息科、综合科）", "某局"]);
    }
}
