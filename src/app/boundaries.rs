//! Where characters and words begin and end, for moving and deleting in Chinese text.
//!
//! What a word is [`words`] tells. It never spans punctuation, so no key can remove a whole sentence.

use std::ops::Range;

use unicode_segmentation::GraphemeCursor;

use crate::text::characters::is_blank;
use crate::text::position::floor_boundary;
use crate::text::words;

/// The end, in bytes, of the character (grapheme cluster) of `text` that begins at byte `offset`.
pub fn next_character(text: &str, offset: usize) -> usize {
    GraphemeCursor::new(offset, text.len(), true).next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

/// The start, in bytes, of the character (grapheme cluster) of `text` that ends at byte `offset`.
pub fn previous_character(text: &str, offset: usize) -> usize {
    GraphemeCursor::new(offset, text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// The character (grapheme cluster) of `text` that byte `offset` lies inside of; empty, at `offset`, between two. Beyond the
/// text it is its end.
pub fn character_at(text: &str, offset: usize) -> Range<usize> {
    let at = floor_boundary(text, offset);
    let is_between = GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true);
    if is_between { at..at } else { previous_character(text, at)..next_character(text, at) }
}

/// Where a step over the word after byte `offset` of `text` ends; blanks after the word go with it. A line end is a step of
/// its own.
pub fn next_word(text: &str, offset: usize) -> usize {
    let line = line_around(text, offset);
    match words::word_from(&text[line.clone()], offset - line.start) {
        None => text.len().min(offset + 1),
        Some(word) => {
            let end = line.start + word.end;
            let blanks = text[end..line.end].chars().take_while(|&it| is_blank(it)).map(char::len_utf8).sum::<usize>();
            // A blank may carry an accent.
            character_at(text, end + blanks).end
        }
    }
}

/// Where a step over the word before byte `offset` of `text` ends; blanks between them go with it.
pub fn previous_word(text: &str, offset: usize) -> usize {
    let line = line_around(text, offset);
    let word = |at: usize| words::word_to(&text[line.clone()], at);
    let Some(last) = word(offset - line.start) else {
        return offset.saturating_sub(1);
    };
    let blank = text[line.start + last.start..].starts_with(is_blank);
    let before = if blank { word(last.start) } else { None };
    line.start + before.unwrap_or(last).start
}

/// Both marks of the pair around byte `offset` of `text` that has nothing in it, in bytes: what is put in together goes together.
pub fn empty_pair(text: &str, offset: usize) -> Option<Range<usize>> {
    let (before, after) = (text[..offset].chars().next_back()?, text[offset..].chars().next()?);
    let pairs = [('（', '）'), ('“', '”'), ('《', '》'), ('〔', '〕'), ('〈', '〉'), ('【', '】'), ('‘', '’')];
    pairs.contains(&(before, after)).then(|| offset - before.len_utf8()..offset + after.len_utf8())
}

/// The word of `text` around byte `offset`, in bytes.
pub fn word_at(text: &str, offset: usize) -> Range<usize> {
    words::word_around(text, offset)
}

/// The line of `text` that byte `offset` is in, without its end.
fn line_around(text: &str, offset: usize) -> Range<usize> {
    let start = text[..offset].rfind('\n').map_or(0, |end| end + 1);
    start..text[offset..].find('\n').map_or(text.len(), |end| offset + end)
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
            forwards("我镇2023年投入435万元，《方案》已印发。\n二、"),
            ["我镇", "2023年", "投入", "435", "万元", "，", "《", "方案", "》", "已", "印发", "。", "\n", "二", "、"]
        );
    }

    #[test]
    fn backwards_is_as_careful() {
        assert_eq!(backwards("一、答复 now。\n"), ["\n", "。", "now", "答复 ", "、", "一"]);
    }

    #[test]
    fn a_place_inside_a_character_is_told_from_one_between_two() {
        let text = "（\u{301}）";
        assert_eq!([0, 3, 5, 8].map(|at| character_at(text, at)), [0..0, 0..5, 5..5, 8..8]);
    }

    #[test]
    fn combining_marks_and_rare_characters_are_whole() {
        let text = "e\u{301}𠅤👩‍🌾";
        assert_eq!(next_character(text, 0), 3);
        assert_eq!(next_character(text, 3), 7);
        assert_eq!(previous_character(text, text.len()), 7);
    }
}
