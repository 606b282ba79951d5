//! Common words of three and four characters that are off by a character: one that sounds or looks like the right one, two
//! that changed places, one left out of four.

use super::layout::{self, LONG_HEAD, LONGEST, OFFSET_BITS};
use super::{alike, gain, partition, quarter};
use std::ops::Range;

/// The words of `assets/vocabulary/long.txt` with their anchors, as `build.rs` laid them out.
static LONG: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/long.bin"));

/// How much better the text must read with the word, as [`gain`] counts: for a character exchanged, two in the wrong order, one
/// left out.
const EXCHANGED: i32 = 60;
const SWAPPED: i32 = 72;
const LEFT_OUT: i32 = 70;

/// Every place in `text`, in bytes, where a word of the list is off by one, with the word.
pub fn find(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    let mut before: Option<(usize, u16)> = None;
    for (at, character) in text.char_indices() {
        let number = layout::number(character);
        if let (Some((start, first)), Some(second)) = (before, number) {
            let key = layout::pair_key(first, second);
            if may_anchor(key) {
                look(text, start, key, &mut found);
            }
        }
        before = number.map(|number| (at, number));
    }
    found
}

fn may_anchor(key: u32) -> bool {
    let at = layout::filter_bit(key, quarter(LONG, 0));
    LONG.get(LONG_HEAD + (at / 8) as usize).is_some_and(|byte| byte & 1 << (at % 8) != 0)
}

/// The words that `key` at byte `start` is an anchor of, where they are off by one.
fn look(text: &str, start: usize, key: u32, found: &mut Vec<(Range<usize>, String)>) {
    let anchors = LONG_HEAD + (quarter(LONG, 0) / 8) as usize;
    let count = quarter(LONG, 4) as usize;
    let words = anchors + 8 * count;
    let first = partition(0, count, |index| quarter(LONG, anchors + 8 * index) < key);
    for index in (first..count).take_while(|index| quarter(LONG, anchors + 8 * index) == key) {
        let place = quarter(LONG, anchors + 8 * index + 4);
        let (number, offset) = ((place >> OFFSET_BITS) as usize, (place & ((1 << OFFSET_BITS) - 1)) as usize);
        let word: Vec<char> = (0..LONGEST)
            .filter_map(|at| {
                let two = LONG.get(words + 2 * (LONGEST * number + at)..)?.first_chunk()?;
                layout::character(u16::from_le_bytes(*two))
            })
            .collect();
        if let Some((range, least)) = off_by_one(text, start, offset, &word)
            && !found.iter().any(|(other, _)| other.start < range.end && range.start < other.end)
        {
            let right: String = word.iter().collect();
            if gain(text, &range, &right) >= least {
                found.push((range, right));
            }
        }
    }
}

/// Where the word stands off by one, its character `offset` at byte `at`, with how much better the text must read with it.
fn off_by_one(text: &str, at: usize, offset: usize, word: &[char]) -> Option<(Range<usize>, i32)> {
    let lead: Vec<(usize, char)> = text[..at].char_indices().rev().take(offset).collect();
    let start = lead.last().map_or(at, |(start, _)| *start);
    let (written, end) = characters(text, start, word.len());
    if lead.len() == offset && written.len() == word.len() {
        let different: Vec<usize> = (0..word.len()).filter(|&index| written[index] != word[index]).collect();
        match different[..] {
            [] => return None,
            [one] if alike::are_alike(written[one], word[one]) => return Some((start..end, EXCHANGED)),
            [one, two] if two == one + 1 && written[one] == word[two] && written[two] == word[one] => {
                return Some((start..end, SWAPPED));
            }
            _ => {}
        }
    }
    let &[a, b, c, d] = word else { return None };
    match offset {
        0 => {
            let (written, end) = characters(text, at, 3);
            // 建言献，: what is left out at the end can only be known where nothing follows.
            let is_end = text[end..].chars().next().and_then(layout::number).is_none();
            let is_short = written == [a, b, d] || written == [a, b, c] && is_end;
            is_short.then_some((at..end, LEFT_OUT))
        }
        2 => {
            let (start, first) = *lead.first()?;
            let (_, end) = characters(text, start, 3);
            let is_start = lead.get(1).is_none_or(|(_, it)| layout::number(*it).is_none());
            let is_short = first == a || first == b && is_start;
            (is_short && written.get(2..) == Some(&[c, d])).then_some((start..end, LEFT_OUT))
        }
        _ => None,
    }
}

/// Up to `count` characters from byte `start` on, and where they end.
fn characters(text: &str, start: usize, count: usize) -> (Vec<char>, usize) {
    let mut end = start;
    let found = text[start..].chars().take(count).inspect(|it| end += it.len_utf8()).collect();
    (found, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn off_by_one_character() {
        let found = |text: &str| {
            find(text).into_iter().map(|(range, right)| format!("{}→{right}", &text[range])).collect::<Vec<_>>()
        };
        assert_eq!(found("加强漫性病管理。"), ["漫性病→慢性病"]);
        assert_eq!(found("沿堤储备织编袋24万条"), ["织编袋→编织袋"]);
        assert_eq!(found("由生卫院在3个工作日内送达"), ["生卫院→卫生院"]);
        assert_eq!(found("遵守知产权法律"), ["知产权→知识产权"]);
        for right in ["加强慢性病管理。", "社会保险", "基础设备更新", "人大代表会议"] {
            assert_eq!(found(right), Vec::<String>::new(), "{right}");
        }
    }
}
