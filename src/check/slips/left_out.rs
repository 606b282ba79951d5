//! Common words of three and four characters with one left out: 知产权 for 知识产权.

use crate::text::vocabulary::division::Division;
use crate::text::vocabulary::layout::{self, COUNT, LONGEST, THIRD};
use crate::text::vocabulary::quarter;
use std::ops::Range;

/// The words of `assets/vocabulary/long.txt`, as `build.rs` laid them out.
static LEFT_OUT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/left_out.bin"));

/// How much better the text must read with the word.
const GAIN: i32 = 70;

/// The word that two characters, the first at `at`, are left of, where it reads far better: its places in the text, and the
/// word.
pub fn find(division: &Division, at: usize) -> Option<(Range<usize>, String)> {
    let (first, second) = (division.number(at), division.number(at + 1));
    if first == 0 || second == 0 {
        return None;
    }
    // 瓦检|员 is no 检察员: what makes a longer word of one before it.
    let is_compound = layout::character(second).is_some_and(super::context::is_tail);
    let end = |number: usize| quarter(LEFT_OUT, 4 * number) as usize;
    let base = 4 * (COUNT + 1);
    let words = (end(usize::from(first) - 1)..end(usize::from(first))).map(|index| -> [u16; LONGEST] {
        std::array::from_fn(|place| {
            let from = base + 2 * (LONGEST * index + place);
            u16::from_le_bytes([LEFT_OUT[from], LEFT_OUT[from + 1]])
        })
    });
    let mut best: Option<(i32, Range<usize>, String)> = None;
    for word in words {
        let is_third = word[LONGEST - 1] & THIRD != 0;
        let word = [word[0], word[1], word[2], word[3] & !THIRD];
        let count = if word[LONGEST - 1] == 0 { LONGEST - 1 } else { LONGEST };
        let start = if is_third { at.checked_sub(1) } else { Some(at) };
        let left = if is_third { [word[0], word[1], word[3]] } else { [word[0], word[2], word[3]] };
        let Some(start) = start else { continue };
        if (0..count - 1).any(|place| division.number(start + place) != left[place]) {
            continue;
        }
        let places = start..start + count - 1;
        if is_compound && places.len() == 2 {
            continue;
        }
        let gain = division.with(places.clone(), &word[..count]).gain;
        if gain >= GAIN && best.as_ref().is_none_or(|(other, ..)| gain > *other) {
            best = Some((gain, places, word[..count].iter().filter_map(|it| layout::character(*it)).collect()));
        }
    }
    best.map(|(_, places, word)| (places, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_lost_a_character() {
        let found = |text: &str| {
            let division = Division::of(text);
            (0..division.count()).filter_map(|at| find(&division, at)).map(|(_, word)| word).collect::<Vec<_>>()
        };
        assert_eq!(found("遵守知产权法律"), ["知识产权"]);
        for right in ["遵守知识产权法律", "社会保险", "基础设备更新", "人大代表会议"] {
            assert_eq!(found(right), Vec::<String>::new(), "{right}");
        }
    }
}
