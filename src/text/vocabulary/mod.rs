//! The common words of written Chinese with how common they are, what stands beside what where two of them meet, and how a
//! text divides into them.
//!
//! `build.rs` makes the tables of `assets/vocabulary`; they are used as they lie, and nothing is read or built when the program
//! starts. Costs are eight times the natural logarithm of one in so many.

pub mod alike;
pub mod companions;
pub mod division;
pub mod layout;
pub mod word_tables;

use layout::{BEGINS, COUNT, JOIN_BITS, JOINS, KEY, LONGER, LONGEST, PAIRS, SEAM_AT, SEAM_ZERO};

static SINGLES: &[u8; COUNT + 1] = include_bytes!(concat!(env!("OUT_DIR"), "/singles.bin"));
static UNSEEN: &[u8; COUNT + 1] = include_bytes!(concat!(env!("OUT_DIR"), "/unseen.bin"));
static PAIR_TABLE: &[u8; 4 * PAIRS] = include_bytes!(concat!(env!("OUT_DIR"), "/pairs.bin"));
static LONGER_TABLE: &[u8; 4 * LONGER] = include_bytes!(concat!(env!("OUT_DIR"), "/longer.bin"));

static JOIN_SET: &[u8; (JOIN_BITS / 8) as usize] = include_bytes!(concat!(env!("OUT_DIR"), "/joins.bin"));

/// The cost of what is no word.
pub const NONE: i32 = i32::MAX / 4;

/// What is known of two characters side by side.
#[derive(Clone, Copy, Debug)]
pub struct Pair(u32);

impl Pair {
    /// Nothing.
    pub const NOTHING: Self = Self(0);

    /// What is known of these two, by their numbers; nothing where one is 0.
    pub fn of(first: u16, second: u16) -> Self {
        if first == 0 || second == 0 {
            return Self(0);
        }
        let (mut at, mut key) = layout::pair_place(first, second);
        loop {
            let found = quarter(PAIR_TABLE, 4 * at);
            if found == 0 {
                // Without a seam of its own: what was never seen behind the first.
                return Self(u32::from(UNSEEN[usize::from(first)]) << SEAM_AT);
            }
            if found & KEY == key {
                let is_seen = found >> SEAM_AT & 63 != 0;
                return Self(if is_seen { found } else { found | u32::from(UNSEEN[usize::from(first)]) << SEAM_AT });
            }
            at = (at + 1) % PAIRS;
            key = key.wrapping_add(layout::STEP);
        }
    }

    /// The cost of the word that the two are; [`NONE`] for none.
    pub fn cost(self) -> i32 {
        if self.packed() == 0 { NONE } else { layout::cost_of(self.packed()) }
    }

    fn packed(self) -> u8 {
        self.0 as u8
    }

    /// What it costs that a word ends with the first and the next begins with the second, beyond what the words cost; less than
    /// nothing where they often do.
    pub fn seam(self) -> i32 {
        match (self.0 >> SEAM_AT & 63) as i32 {
            0 => 0,
            cost => cost - SEAM_ZERO,
        }
    }

    /// Whether they stand side by side in a word.
    pub fn joins(self) -> bool {
        self.0 & JOINS != 0
    }

    /// Whether a word of more than two characters begins with them.
    pub fn begins(self) -> bool {
        self.0 & BEGINS != 0
    }
}

/// Whether two characters may stand side by side in a word that costs no more than [`MEANT`](layout::MEANT), by their numbers:
/// rarely true of two that do not, and quickly told.
pub fn may_be_meant(first: u16, second: u16) -> bool {
    let bit = layout::join_bit(first, second);
    first != 0 && second != 0 && JOIN_SET[(bit / 8) as usize] & 1 << (bit % 8) != 0
}

/// How rare a character is as a word of its own, by its number. What is no character of the vocabulary, 0, stands by itself at
/// no cost.
pub fn single(number: u16) -> i32 {
    i32::from(SINGLES[usize::from(number)])
}

/// A word of three or four characters, by their numbers, the last 0 for three, as [`layout`] packs what is known of it; 0 when it
/// is none.
fn longer(word: [u16; LONGEST]) -> u8 {
    let (mut at, key) = layout::longer_place(word);
    loop {
        let found = quarter(LONGER_TABLE, 4 * at);
        if found == 0 {
            return 0;
        }
        if found & !0xFF == key {
            return found as u8;
        }
        at = (at + 1) % LONGER;
    }
}

/// How rare the words are that begin with the first of these characters, from one to four of them; 0 for what is no word. `pair`
/// is of the first two.
pub fn costs(characters: [u16; LONGEST], pair: Pair) -> [u8; LONGEST] {
    let [first, second, third, fourth] = characters;
    let narrow = |packed: u8| if packed == 0 { 0 } else { layout::cost_of(packed) as u8 };
    let mut costs = [SINGLES[usize::from(first)], narrow(pair.packed()), 0, 0];
    if pair.begins() && third != 0 {
        costs[2] = narrow(longer([first, second, third, 0]));
        if fourth != 0 {
            costs[3] = narrow(longer(characters));
        }
    }
    costs
}

/// How rare a word of one to four characters is, by their numbers; [`NONE`] when it is none.
pub fn cost(word: &[u16]) -> i32 {
    match *word {
        [only] => single(only),
        _ => Some(packed(word)).filter(|it| *it != 0).map_or(NONE, layout::cost_of),
    }
}

/// How well offices know a word of two to four characters, by their numbers: from 0 for one that hardly occurs in their texts to
/// 3.
pub fn office(word: &[u16]) -> u8 {
    layout::office_of(packed(word))
}

fn packed(word: &[u16]) -> u8 {
    match *word {
        [first, second] => Pair::of(first, second).packed(),
        [first, second, third] if third != 0 => longer([first, second, third, 0]),
        [first, second, third, fourth] if third != 0 && fourth != 0 => longer([first, second, third, fourth]),
        _ => 0,
    }
}

/// How rare a word is; [`NONE`] when it is none.
pub fn rarity(word: &str) -> i32 {
    let numbers: Option<Vec<u16>> = word.chars().map(layout::number).collect();
    numbers.map_or(NONE, |numbers| cost(&numbers))
}

/// Whether two characters stand side by side in a word.
pub fn join(first: char, second: char) -> bool {
    layout::number(first).zip(layout::number(second)).is_some_and(|(first, second)| Pair::of(first, second).joins())
}

/// The number that four bytes of a table make.
pub fn quarter(table: &[u8], at: usize) -> u32 {
    table.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map_or(0, u32::from_le_bytes)
}

/// The first index from `from` to `to` for which `is_before` no longer holds.
pub fn partition(mut from: usize, mut to: usize, is_before: impl Fn(usize) -> bool) -> usize {
    while from < to {
        let middle = from + (to - from) / 2;
        if is_before(middle) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    from
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_say_what_the_lists_say() {
        for line in include_str!("../../../assets/vocabulary/words.txt").lines().filter(|it| !it.starts_with('#')) {
            let mut parts = line.split(' ');
            let (word, said) = (parts.next().unwrap(), parts.next().unwrap().parse::<i32>().unwrap());
            let number = |it: char| layout::number(it).unwrap();
            let numbers: Vec<u16> = word.chars().map(number).collect();
            // Words of two characters and more are kept in steps of two.
            let kept = if numbers.len() > 1 { said.clamp(40, 164) / 2 } else { said / 2 };
            assert_eq!(cost(&numbers) / 2, kept, "{word}");
            assert_eq!(numbers.len() > 1 && office(&numbers) > 0, parts.next().is_some(), "{word}");
        }
        for word in ["布署", "按排", "摸式", "进渡", "龘龘", "的的确确确"] {
            assert_eq!(rarity(word), NONE, "{word}");
        }
        assert_eq!(rarity("龘"), i32::from(layout::UNKNOWN));
        let number = |it: char| layout::number(it).unwrap();
        let mut wrong = 0;
        for line in include_str!("../../../assets/vocabulary/seams.txt").lines().filter(|it| !it.starts_with('#')) {
            let mut parts = line.split(' ');
            let last = parts.next().unwrap().chars().next().unwrap();
            for part in parts.skip(1) {
                let end = part.find(|it: char| !it.is_ascii()).unwrap();
                for first in part[end..].chars() {
                    wrong += usize::from(
                        Pair::of(number(last), number(first)).seam() != part[..end].parse::<i32>().unwrap(),
                    );
                }
            }
        }
        assert_eq!(wrong, 0);
    }
}
