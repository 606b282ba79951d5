//! Which words stand beside which, and which words may be meant by what is left of one, or by another: what tells a right word in
//! the wrong place.

use super::layout::COUNT;
use super::word_tables::{self, COMPANIONS, LEVEL, RESIDUE_BITS, Word};
use super::{cost, quarter};
use std::ops::Range;

/// The words of `assets/vocabulary/companions.txt` and `words.txt`, as `build.rs` laid them out.
static TABLE: &[u8; 4 * COMPANIONS] = include_bytes!(concat!(env!("OUT_DIR"), "/companions.bin"));
static RESIDUES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/residues.bin"));
static RESIDUE_SET: &[u8; (RESIDUE_BITS / 8) as usize] = include_bytes!(concat!(env!("OUT_DIR"), "/residue_set.bin"));
static PARTNERS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/partners.bin"));

/// The costs, as those of words, of one level: half a natural logarithm.
const STEP: i32 = 4;

/// How oftener than by chance `second` stands right behind `first`, from 0 to 15 in halves of a natural logarithm; none where it
/// was hardly ever seen there.
pub fn beside(first: Word, second: Word) -> Option<i32> {
    level(first, second, false)
}

/// The same with one word between.
pub fn across(first: Word, second: Word) -> Option<i32> {
    level(first, second, true)
}

fn level(first: Word, second: Word, is_across: bool) -> Option<i32> {
    // Words of which nothing is known, and the edges of a text.
    if first[0] == 0 || second[0] == 0 {
        return None;
    }
    let (mut at, key) = word_tables::companion_place(first, second, is_across);
    loop {
        let found = quarter(TABLE, 4 * at);
        if found == 0 {
            return None;
        }
        if found & !LEVEL == key {
            return Some((found & LEVEL) as i32 - 1);
        }
        at = (at + 1) % COMPANIONS;
    }
}

/// How readily `second` is read behind `first`, in the measure of costs: above 0 where it often stands there, below where `first`
/// is common and it was never seen behind it.
pub fn readiness(first: Word, second: Word) -> i32 {
    if first[0] == 0 || second[0] == 0 {
        return 0;
    }
    match beside(first, second) {
        Some(level) => STEP * level,
        None => -(((112 - cost(of(&first))).max(0) * 8 / 15).min(12)),
    }
}

/// The numbers of a word, without those past its last.
pub fn of(word: &Word) -> &[u16] {
    let count = word.iter().position(|it| *it == 0).unwrap_or(word.len());
    &word[..count]
}

/// The entries of a table whose first number is `first`, as indexes.
fn of_first(table: &[u8], first: u16) -> Range<usize> {
    let end = |number: u16| quarter(table, 4 * usize::from(number)) as usize;
    first.checked_sub(1).map_or(0..0, |before| end(before)..end(first))
}

fn entry(table: &[u8], index: usize) -> Word {
    const BASE: usize = 4 * (COUNT + 1);
    let at = BASE + 8 * index;
    std::array::from_fn(|place| {
        table.get(at + 2 * place..at + 2 * place + 2).and_then(|two| two.try_into().ok()).map_or(0, u16::from_le_bytes)
    })
}

/// The words that `left`, of one to three characters, is left of when they lose a character, each with which one.
pub fn losing(left: &[u16]) -> impl Iterator<Item = (Word, usize)> {
    // A fifth place that is gone: the key of what is left as it stands.
    let key = (0..3).fold(0, |key, at| key << 16 | u64::from(left.get(at).copied().unwrap_or(0)));
    let residue = |index: usize| {
        let (word, gone) = word_tables::of_entry(entry(RESIDUES, index));
        word_tables::residue(word, gone)
    };
    // Most of what is asked for is left of nothing.
    let bit = word_tables::residue_bit(key);
    let may_be = RESIDUE_SET[(bit / 8) as usize] & 1 << (bit % 8) != 0;
    let all = if may_be { of_first(RESIDUES, left.first().copied().unwrap_or(0)) } else { 0..0 };
    let from = super::partition(all.start, all.end, |index| residue(index) < key);
    (from..all.end)
        .take_while(move |index| residue(*index) == key)
        .map(|index| word_tables::of_entry(entry(RESIDUES, index)))
}

/// The words of two characters that may be meant by the one that these two are.
pub fn partners(first: u16, second: u16) -> impl Iterator<Item = Word> {
    let all = of_first(PARTNERS, first);
    let written = |index: usize| {
        let [first, second, ..] = entry(PARTNERS, index);
        (first, second)
    };
    let from = super::partition(all.start, all.end, |index| written(index) < (first, second));
    (from..all.end).take_while(move |index| written(*index) == (first, second)).map(|index| {
        let [.., one, other] = entry(PARTNERS, index);
        [one, other, 0, 0]
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::vocabulary::layout;

    fn word(text: &str) -> Word {
        let mut numbers = text.chars().filter_map(layout::number);
        std::array::from_fn(|_| numbers.next().unwrap_or(0))
    }

    fn written(word: Word) -> String {
        of(&word).iter().filter_map(|it| layout::character(*it)).collect()
    }

    #[test]
    fn the_table_says_what_the_list_says() {
        let mut wrong = Vec::new();
        for line in include_str!("../../../assets/vocabulary/companions.txt").lines() {
            let mut parts = line.split(' ');
            let first = word(parts.next().unwrap());
            let (mut is_across, mut level) = (false, 0);
            for part in parts {
                match part.strip_prefix(['+', '-']) {
                    Some(said) => (is_across, level) = (part.starts_with('-'), said.parse().unwrap()),
                    None if super::level(first, word(part), is_across) != Some(level) => wrong.push(part),
                    None => {}
                }
            }
        }
        // Two that share place and key, of which the later is read as the first.
        assert!(wrong.len() <= 3, "{wrong:?}");
        assert_eq!(beside(word("履行"), word("旅行")), None);
    }

    #[test]
    fn what_a_word_may_be_left_of() {
        let found = |text: &str| losing(of(&word(text))).map(|(word, gone)| (written(word), gone)).collect::<Vec<_>>();
        assert!(found("育").contains(&("教育".to_owned(), 0)));
        assert!(found("高重视").contains(&("高度重视".to_owned(), 1)));
        assert!(found("龘").is_empty());
    }

    #[test]
    fn what_a_word_may_be_written_for() {
        let [first, second, ..] = word("旅行");
        let found: Vec<String> = partners(first, second).map(written).collect();
        assert!(found.contains(&"履行".to_owned()) && !found.contains(&"旅行".to_owned()), "{found:?}");
        assert!(readiness(word("履行"), word("责任")) > readiness(word("旅行"), word("责任")));
    }
}
