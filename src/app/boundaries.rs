//! Where characters and words begin and end, for moving and deleting in Chinese text.
//!
//! A word never spans punctuation, so no key can remove a whole sentence. Chinese has no spaces, and without a dictionary
//! a run of characters between two marks is no word either; two characters, the commonest word length, are a step.

use std::ops::Range;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation as _};

use crate::text::characters::{is_blank, is_han};

/// How many Chinese characters one step over a word covers.
const HAN_STEP: usize = 2;

/// The end, in bytes, of the character (grapheme cluster) of `text` that begins at byte `offset`.
pub fn next_character(text: &str, offset: usize) -> usize {
    GraphemeCursor::new(offset, text.len(), true).next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

/// The start, in bytes, of the character (grapheme cluster) of `text` that ends at byte `offset`.
pub fn previous_character(text: &str, offset: usize) -> usize {
    GraphemeCursor::new(offset, text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// Byte `offset` of `text`, or the end of the character (grapheme cluster) that it lies inside of.
pub fn at_or_after(text: &str, offset: usize) -> usize {
    let between = GraphemeCursor::new(offset, text.len(), true).is_boundary(text, 0).unwrap_or(true);
    if between { offset } else { next_character(text, offset) }
}

/// What a character is to a step over a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    LineEnd,
    Blank,
    Han,
    Word,
    Mark,
}

fn class(cluster: &str) -> Class {
    match cluster.chars().next() {
        None | Some('\n') => Class::LineEnd,
        Some(first) if is_blank(first) => Class::Blank,
        Some(first) if is_han(first) => Class::Han,
        Some(first) if first.is_alphanumeric() => Class::Word,
        Some(_) => Class::Mark,
    }
}

/// How many bytes of `clusters`, the nearest first, one step covers.
fn step<'a>(clusters: impl Iterator<Item = &'a str>, blanks_first: bool) -> usize {
    let mut bytes = 0;
    let mut word: Option<Class> = None;
    let mut count = 0;
    let mut blanks_seen = false;
    for cluster in clusters {
        let here = class(cluster);
        match (word, here) {
            (None, Class::LineEnd) => return if bytes == 0 { cluster.len() } else { bytes },
            (None, Class::Blank) if blanks_first => {}
            (None, _) => (word, count) = (Some(here), 1),
            (Some(_), Class::Blank) if !blanks_first => blanks_seen = true,
            (Some(before), _) if blanks_seen || before != here => return bytes,
            (Some(Class::Han), _) if count == HAN_STEP => return bytes,
            (Some(_), _) => count += 1,
        }
        bytes += cluster.len();
    }
    bytes
}

/// Where a step over the word after byte `offset` ends: letters and digits as one, Chinese by two characters, equal
/// marks together; blanks after the word go with it. A line end is a step of its own.
pub fn next_word(text: &str, offset: usize) -> usize {
    offset + step(text[offset..].graphemes(true), false)
}

/// Where a step over the word before byte `offset` ends.
pub fn previous_word(text: &str, offset: usize) -> usize {
    offset - step(text[..offset].graphemes(true).rev(), true)
}

/// The word of `text` around byte `offset`, in bytes: the run of characters of one class, as 汉字 between two marks.
pub fn word_at(text: &str, offset: usize) -> Range<usize> {
    let mut around = 0..0;
    let mut before = None;
    for (at, cluster) in text.grapheme_indices(true) {
        let here = class(cluster);
        // Each mark stands for itself.
        if before != Some(here) || here == Class::Mark {
            if at > offset {
                break;
            }
            around.start = at;
        }
        (around.end, before) = (at + cluster.len(), Some(here));
    }
    around
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forwards(text: &str) -> Vec<&str> {
        let mut at = 0;
        let mut words = Vec::new();
        while at < text.len() {
            let next = next_word(text, at);
            words.push(&text[at..next]);
            at = next;
        }
        words
    }

    fn backwards(text: &str) -> Vec<&str> {
        let mut at = text.len();
        let mut words = Vec::new();
        while at > 0 {
            let next = previous_word(text, at);
            words.push(&text[next..at]);
            at = next;
        }
        words
    }

    #[test]
    fn a_word_never_crosses_a_mark() {
        assert_eq!(
            forwards("贵镇2023年投入435万元，《方案》已印发。\n二、"),
            ["贵镇", "2023", "年投", "入", "435", "万元", "，《", "方案", "》", "已印", "发", "。", "\n", "二", "、"]
        );
    }

    #[test]
    fn backwards_is_as_careful() {
        assert_eq!(backwards("一、好的 now。\n"), ["\n", "。", "now", "好的 ", "、", "一"]);
    }

    #[test]
    fn combining_marks_and_rare_characters_are_whole() {
        let text = "e\u{301}𠅤👩‍🌾";
        assert_eq!(next_character(text, 0), 3);
        assert_eq!(next_character(text, 3), 7);
        assert_eq!(previous_character(text, text.len()), 7);
    }
}
