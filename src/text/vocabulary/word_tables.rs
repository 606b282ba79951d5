//! How what is known of whole words lies in the program: which words stand beside which, what is left of a word that lost a
//! character, which words are written for one another. As [`layout`](super::layout) does it: `build.rs` writes the tables with
//! this file and the program reads them with it.

use super::layout::{COUNT, LONGEST};
#[allow(unused_imports, reason = "only build.rs needs it")]
use super::layout::{UNKNOWN, number};

/// A word of up to four characters by their numbers, 0 past the last.
pub type Word = [u16; LONGEST];

/// How many places the table of companions has; a power of two.
pub const COMPANIONS: usize = 1 << 18;

/// The bits of an entry that keep how often the two stand so, one more than the level; the rest is part of the key.
pub const LEVEL: u32 = 0x1F;

fn packed(word: Word) -> u64 {
    word.into_iter().fold(0, |key, number| key << 16 | u64::from(number))
}

/// Where two words are looked for first, and the part of their key that is kept; `is_across` where another word stands between.
pub fn companion_place(first: Word, second: Word, is_across: bool) -> (usize, u32) {
    let both =
        packed(first).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(23) ^ packed(second) ^ u64::from(is_across);
    let hash = (both ^ both >> 31).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    let hash = (hash ^ hash >> 32).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((hash >> (u64::BITS - COMPANIONS.trailing_zeros())) as usize, hash as u32 & !LEVEL)
}

/// The table of companions, from lines of a word, and behind `+` and a level the words that stand right behind it, behind `-`
/// and a level those with one word between.
///
/// # Panics
/// On a line that is not written so; only `build.rs` calls this and the functions below.
#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
pub fn of_companions(text: &str) -> Vec<u8> {
    let mut table = vec![0_u32; COMPANIONS];
    for line in text.lines() {
        let mut parts = line.split(' ');
        let first = parts.next().map(word).unwrap_or_default();
        let (mut is_across, mut level) = (false, 0);
        for part in parts {
            if let Some(said) = part.strip_prefix(['+', '-']) {
                is_across = part.starts_with('-');
                level = said.parse().unwrap_or_else(|_| panic!("no level: {line}"));
                continue;
            }
            let (mut at, key) = companion_place(first, word(part), is_across);
            while table[at] != 0 {
                at = (at + 1) % COMPANIONS;
            }
            table[at] = key | (level + 1).min(LEVEL);
        }
    }
    table.into_iter().flat_map(u32::to_le_bytes).collect()
}

#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
fn word(text: &str) -> Word {
    let mut numbers = text.chars().filter_map(number);
    std::array::from_fn(|_| numbers.next().unwrap_or(0))
}

/// Words of three and four characters, and of two, that are looked for with a character gone, and how rare each may be.
#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
const RAREST_PAIR: u8 = 108;
#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
const RAREST_LONGER: u8 = 126;

/// Set in the first and the second number of an entry for which of its characters is gone, from 0 to 3.
const GONE: u16 = 1 << 15;
const _: () = assert!(COUNT < GONE as usize);

/// What is left of a word without the character at `gone`, as a key.
pub fn residue(word: Word, gone: usize) -> u64 {
    let left = (0..LONGEST).filter(|at| *at != gone).map(|at| word[at]);
    left.fold(0, |key, number| key << 16 | u64::from(number))
}

/// How many bits tell which residues there are; a power of two.
pub const RESIDUE_BITS: u64 = 1 << 19;

/// The bit that tells whether there may be words that lost a character of which this is left, as a key.
pub fn residue_bit(key: u64) -> u64 {
    key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - RESIDUE_BITS.trailing_zeros())
}

/// The bits of all residues of the table of residues.
#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
pub fn of_residue_set(residues: &[u8]) -> Vec<u8> {
    let mut set = vec![0_u8; (RESIDUE_BITS / 8) as usize];
    for entry in residues[4 * (COUNT + 1)..].chunks_exact(8) {
        let numbers = std::array::from_fn(|at| u16::from_le_bytes([entry[2 * at], entry[2 * at + 1]]));
        let (word, gone) = of_entry(numbers);
        let bit = residue_bit(residue(word, gone));
        set[(bit / 8) as usize] |= 1 << (bit % 8);
    }
    set
}

/// An entry of the table of residues: the word, and which of its characters is gone.
pub fn of_entry(entry: [u16; LONGEST]) -> (Word, usize) {
    let gone = usize::from(entry[0] / GONE) + 2 * usize::from(entry[1] / GONE);
    ([entry[0] % GONE, entry[1] % GONE, entry[2], entry[3]], gone)
}

/// Entries of four numbers in order, behind where those of every first number end: `first` tells it of an entry.
#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
fn indexed<T>(entries: &[T], first: impl Fn(&T) -> u64, numbers: impl Fn(&T) -> [u16; LONGEST]) -> Vec<u8> {
    let ends = (0..=COUNT as u64).map(|number| entries.partition_point(|it| first(it) <= number) as u32);
    let mut bytes: Vec<u8> = ends.flat_map(u32::to_le_bytes).collect();
    bytes.extend(entries.iter().flat_map(numbers).flat_map(u16::to_le_bytes));
    bytes
}

/// The words that offices know with each of their characters gone, in the order of what is left.
#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
pub fn of_residues(words: &str) -> Vec<u8> {
    let mut entries: Vec<(u64, [u16; LONGEST])> = Vec::new();
    for (text, cost, office) in listed(words) {
        let count = text.chars().count();
        let rarest = if count == 2 { RAREST_PAIR } else { RAREST_LONGER };
        if count < 2 || office == 0 || cost > rarest {
            continue;
        }
        let own = word(text);
        for gone in 0..count {
            let mut entry = own;
            entry[0] += GONE * (gone % 2) as u16;
            entry[1] += GONE * (gone / 2) as u16;
            entries.push((residue(own, gone), entry));
        }
    }
    entries.sort_unstable();
    indexed(&entries, |(key, _)| key >> 32, |(_, entry)| *entry)
}

/// How rare a word of two characters may be that is written for another, and one that is meant.
#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
const RAREST_WRITTEN: u8 = 125;
#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
const RAREST_MEANT: u8 = 112;

/// Words of two characters with those that sound the same, tones aside, or differ in a character that looks alike: the written
/// and the meant one, in order.
#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
pub fn of_partners(words: &str, sounds: &str, looks: &str) -> Vec<u8> {
    use std::collections::{BTreeMap, BTreeSet};
    let mut readings = vec![Vec::new(); COUNT + 1];
    for (line, id) in sounds.lines().filter(|line| !line.starts_with('#')).zip(1_u16..) {
        for at in line.split_once(' ').map_or("", |(_, rest)| rest).chars().filter_map(number) {
            readings[usize::from(at)].push(id);
        }
    }
    let mut like = vec![BTreeSet::new(); COUNT + 1];
    for line in looks.lines().filter(|line| !line.starts_with('#')) {
        let mut numbers = line.chars().filter_map(number);
        let Some(first) = numbers.next() else { continue };
        for other in numbers {
            like[usize::from(first)].insert(other);
            like[usize::from(other)].insert(first);
        }
    }
    let two: Vec<([u16; 2], u8, u8)> = listed(words)
        .filter(|(text, cost, _)| text.chars().count() == 2 && *cost <= RAREST_WRITTEN)
        .map(|(text, cost, office)| (word(text), cost, office))
        .map(|([first, second, ..], cost, office)| ([first, second], cost, office))
        .collect();
    let mut by_sound = BTreeMap::<(u16, u16), Vec<usize>>::new();
    let mut by_character = BTreeMap::<(bool, u16), Vec<usize>>::new();
    for (index, ([first, second], ..)) in two.iter().enumerate() {
        for one in &readings[usize::from(*first)] {
            for other in &readings[usize::from(*second)] {
                by_sound.entry((*one, *other)).or_default().push(index);
            }
        }
        by_character.entry((true, *first)).or_default().push(index);
        by_character.entry((false, *second)).or_default().push(index);
    }
    let mut pairs = BTreeSet::new();
    let is_meant = |index: usize| two[index].1 <= RAREST_MEANT && two[index].2 > 0;
    for group in by_sound.values() {
        for &written in group {
            pairs.extend(group.iter().filter(|meant| **meant != written && is_meant(**meant)).map(|it| (written, *it)));
        }
    }
    for ((is_first, _), group) in &by_character {
        let other = |index: usize| if *is_first { two[index].0[1] } else { two[index].0[0] };
        for &written in group {
            let alike = &like[usize::from(other(written))];
            let meant = group.iter().filter(|it| alike.contains(&other(**it)) && is_meant(**it));
            pairs.extend(meant.map(|it| (written, *it)));
        }
    }
    let mut entries: Vec<[u16; 4]> = pairs
        .into_iter()
        .map(|(written, meant)| [two[written].0[0], two[written].0[1], two[meant].0[0], two[meant].0[1]])
        .collect();
    entries.sort_unstable();
    indexed(&entries, |entry| u64::from(entry[0]), |entry| *entry)
}

#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
fn listed(words: &str) -> impl Iterator<Item = (&str, u8, u8)> {
    words.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let mut parts = line.split(' ');
        let text = parts.next().unwrap_or_default();
        let cost = parts.next().and_then(|it| it.parse().ok()).unwrap_or(UNKNOWN);
        (text, cost, parts.next().and_then(|it| it.parse().ok()).unwrap_or(0))
    })
}
