//! Common words of three and four characters that are off by a character: one that sounds or looks like the right one, two
//! that changed places, one left out of four.

use super::layout::{self, LONG_HEAD, LONGEST, OFFSET_BITS, STARTS};
use super::{alike, gain, partition, quarter};
use std::ops::Range;

/// The words of `assets/vocabulary/long.txt` with their anchors, as `build.rs` laid them out.
static LONG: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/long.bin"));

/// How much better the text must read with the word, as [`gain`] counts: for a character exchanged, two in the wrong order, one
/// left out.
const EXCHANGED: i32 = 60;
const SWAPPED: i32 = 72;
const LEFT_OUT: i32 = 70;

/// The characters of a word as numbers, the first in the lowest bits; the last is 0 in a word of three.
type Packed = u64;

/// The bits of one character of a [`Packed`].
const LANE: u32 = u16::BITS;

/// A text as numbers of its characters, 0 for those that have none, with where each begins, in bytes.
struct Numbered {
    numbers: Vec<u16>,
    starts: Vec<usize>,
}

impl Numbered {
    fn of(text: &str) -> Self {
        let count = text.len() / 3 + 1;
        let (mut numbers, mut starts) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for (at, character) in text.char_indices() {
            numbers.push(layout::number(character).unwrap_or(0));
            starts.push(at);
        }
        starts.push(text.len());
        Self { numbers, starts }
    }

    /// The number of the character at `at`; 0 outside the text.
    fn number(&self, at: usize) -> u16 {
        self.numbers.get(at).copied().unwrap_or(0)
    }

    /// As many characters from `at` on as a word has at most.
    fn packed(&self, at: usize) -> Packed {
        (0..LONGEST).rev().fold(0, |packed, ahead| packed << LANE | Packed::from(self.number(at + ahead)))
    }

    /// Where the characters of `places` lie, in bytes.
    fn bytes(&self, places: Range<usize>) -> Range<usize> {
        let start = |at: usize| self.starts.get(at).or(self.starts.last()).copied().unwrap_or(0);
        start(places.start)..start(places.end)
    }
}

/// Every place in `text`, in bytes, where a word of the list is off by one, with the word.
pub fn find(text: &str) -> Vec<(Range<usize>, String)> {
    let numbered = Numbered::of(text);
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    for (at, pair) in numbered.numbers.windows(2).enumerate() {
        let &[first, second] = pair else { continue };
        if first != 0 && second != 0 {
            let key = layout::pair_key(first, second);
            if may_anchor(key) {
                look(text, &numbered, at, key, &mut found);
            }
        }
    }
    found
}

fn may_anchor(key: u32) -> bool {
    let at = layout::filter_bit(key, quarter(LONG, 0));
    LONG.get(LONG_HEAD + (at / 8) as usize).is_some_and(|byte| byte & 1 << (at % 8) != 0)
}

/// The words that `key`, the two characters at `at`, is an anchor of, where they are off by one.
fn look(text: &str, numbered: &Numbered, at: usize, key: u32, found: &mut Vec<(Range<usize>, String)>) {
    let starts = LONG_HEAD + (quarter(LONG, 0) / 8) as usize;
    let anchors = starts + STARTS;
    let words = anchors + 8 * quarter(LONG, 4) as usize;
    let end = |first: u32| quarter(LONG, starts + 4 * first as usize) as usize;
    let (from, to) = (end((key >> 16) - 1), end(key >> 16));
    let first = partition(from, to, |index| quarter(LONG, anchors + 8 * index) < key);
    for index in (first..to).take_while(|index| quarter(LONG, anchors + 8 * index) == key) {
        let place = quarter(LONG, anchors + 8 * index + 4);
        let (number, offset) = ((place >> OFFSET_BITS) as usize, (place & ((1 << OFFSET_BITS) - 1)) as usize);
        let bytes = LONG.get(words + 2 * LONGEST * number..).and_then(|bytes| bytes.first_chunk());
        let word = bytes.map_or(0, |bytes| Packed::from_le_bytes(*bytes));
        if let Some((places, least)) = off_by_one(numbered, at, offset, word) {
            let range = numbered.bytes(places);
            let is_new = !found.iter().any(|(other, _)| other.start < range.end && range.start < other.end);
            let right: String = (0..LONGEST).filter_map(|place| layout::character(lane(word, place))).collect();
            if is_new && gain(text, &range, &right) >= least {
                found.push((range, right));
            }
        }
    }
}

/// The number of the character at `place` of a word.
fn lane(word: Packed, place: usize) -> u16 {
    (word >> (LANE * place as u32)) as u16
}

/// Where the word stands off by one, its character `offset` at `at`, with how much better the text must read with it.
fn off_by_one(numbered: &Numbered, at: usize, offset: usize, word: Packed) -> Option<(Range<usize>, i32)> {
    let count = if lane(word, LONGEST - 1) == 0 { LONGEST - 1 } else { LONGEST };
    if let Some(start) = at.checked_sub(offset) {
        let written = numbered.packed(start);
        let unused = if count == LONGEST { 0 } else { LANE };
        let different = (written ^ word) << unused >> unused;
        if different == 0 {
            return None;
        }
        let one = (different.trailing_zeros() / LANE) as usize;
        let last = ((u64::BITS - 1 - different.leading_zeros()) / LANE) as usize;
        let (is, meant) = (lane(written, one), lane(word, one));
        if one == last && is != 0 && alike::are_alike(is, meant) {
            return Some((start..start + count, EXCHANGED));
        }
        if last == one + 1 && is == lane(word, last) && meant == lane(written, last) {
            return Some((start..start + count, SWAPPED));
        }
    }
    let [a, b, c, d] = std::array::from_fn(|place| lane(word, place));
    match offset {
        _ if count < LONGEST => None,
        0 => {
            // 建言献，: what is left out at the end can only be known where nothing follows.
            let third = numbered.number(at + 2);
            let is_short = third == d || third == c && numbered.number(at + 3) == 0;
            is_short.then_some((at..at + 3, LEFT_OUT))
        }
        2 => {
            let first = numbered.number(at.checked_sub(1)?);
            let is_start = at < 2 || numbered.number(at - 2) == 0;
            (first == a || first == b && is_start).then_some((at - 1..at + 2, LEFT_OUT))
        }
        _ => None,
    }
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
