//! Slips of common words and the pairs of characters that make words, laid out when the program is built, so that a start of
//! it has nothing to do but to point at them.
//!
//! `build.rs` reads this file too: it names nothing of the crate.

use std::borrow::Cow;

/// The first character of the block that words are made of, and how many it has.
const FIRST: u32 = 0x4E00;
const COUNT: u32 = 0x5200;
/// The bytes before a slip table's filter, which say how many bits it has.
const HEAD: usize = 4;
/// The bits of a slip table's filter for each slip, so many that few pairs are looked up in vain.
const FILTER_BITS: u32 = 16;
/// The bytes that say where the slips of every first character begin.
const STARTS: usize = 4 * (COUNT as usize + 1);
/// The bits of the set of pairs; a power of two.
const PAIR_BITS: u32 = 1 << 21;
/// Marks a slip that counts only where neither neighbour makes another word with it.
const RISKY: u32 = 1 << 30;

/// What two characters were most likely meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meant {
    /// The word that was meant.
    pub word: [char; 2],
    /// Whether it counts only where neither neighbour makes another word with it.
    pub is_risky: bool,
}

/// Slips, found by their two characters.
#[derive(Debug)]
pub struct SlipTable(Cow<'static, [u8]>);

impl SlipTable {
    /// A table as [`lay_out`] gives it.
    pub const fn of(bytes: &'static [u8]) -> Self {
        Self(Cow::Borrowed(bytes))
    }

    /// A table of these entries.
    ///
    /// # Errors
    /// The first entry that is none, as [`lay_out`].
    pub fn read<'a>(entries: impl IntoIterator<Item = &'a str>) -> Result<Self, String> {
        lay_out(entries).map(|bytes| Self(Cow::Owned(bytes)))
    }

    /// What the pair was meant to be, where it is a slip.
    pub fn meant(&self, first: char, second: char) -> Option<Meant> {
        let key = pair(first, second)?;
        let bits = number(&self.0, 0);
        let (filter, rest) = self.0[HEAD..].split_at((bits / 8) as usize);
        if !has_bit(filter, key, bits) {
            return None;
        }
        let (starts, records) = rest.split_at(STARTS);
        let start = |first: u32| number(starts, 4 * first as usize) as usize;
        let (mut low, mut high) = (start(key >> 15), start((key >> 15) + 1));
        while low < high {
            let middle = low + (high - low) / 2;
            let found = number(records, middle * 8);
            match found.cmp(&key) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => {
                    let meant = number(records, middle * 8 + 4);
                    let word = [character(meant >> 15 & 0x7FFF)?, character(meant & 0x7FFF)?];
                    return Some(Meant { word, is_risky: meant & RISKY != 0 });
                }
            }
        }
        None
    }
}

/// Lays out slips written as `部署 布步 暑`: the word, what stands for its first character and what for its second (`-`
/// for none; what stands behind `/` is risky), and `*` where both characters exchanged are a slip too.
///
/// # Errors
/// The first entry that is not written so.
pub fn lay_out<'a>(entries: impl IntoIterator<Item = &'a str>) -> Result<Vec<u8>, String> {
    let mut slips: Vec<(u32, u32)> = Vec::new();
    for entry in entries {
        slips.extend(of_entry(entry).ok_or_else(|| entry.to_owned())?);
    }
    slips.sort_unstable();
    slips.dedup_by_key(|(key, _)| *key);
    let bits = (slips.len() as u32 * FILTER_BITS).next_power_of_two().max(u8::BITS);
    let mut filter = vec![0; (bits / 8) as usize];
    for (key, _) in &slips {
        set_bit(&mut filter, *key, bits);
    }
    let mut bytes = bits.to_le_bytes().to_vec();
    bytes.append(&mut filter);
    let before = |first: u32| slips.partition_point(|(key, _)| key >> 15 < first) as u32;
    bytes.extend((0..=COUNT).flat_map(|first| before(first).to_le_bytes()));
    for (key, meant) in slips {
        bytes.extend(key.to_le_bytes());
        bytes.extend(meant.to_le_bytes());
    }
    Ok(bytes)
}

/// The slips of one entry, with what was meant.
fn of_entry(entry: &str) -> Option<Vec<(u32, u32)>> {
    let mut parts = entry.split(' ');
    let mut word = parts.next()?.chars();
    let (Some(first), Some(second), None) = (word.next(), word.next(), word.next()) else { return None };
    let meant = pair(first, second)?;
    let mut slips = Vec::new();
    for place in 0..2 {
        let group = parts.next()?;
        let mut flag = 0;
        for other in group.chars().filter(|_| group != "-") {
            if other == '/' {
                flag = RISKY;
                continue;
            }
            let slip = if place == 0 { pair(other, second)? } else { pair(first, other)? };
            slips.push((slip, meant | flag));
        }
    }
    match parts.next() {
        None => {}
        Some("*") => slips.push((pair(second, first)?, meant | RISKY)),
        Some(_) => return None,
    }
    parts.next().is_none().then_some(slips)
}

/// Pairs of characters that stand side by side in words.
#[derive(Debug)]
pub struct Pairs(&'static [u8]);

impl Pairs {
    /// A set as [`lay_out_pairs`] gives it.
    pub const fn of(bytes: &'static [u8]) -> Self {
        Self(bytes)
    }

    /// Whether the two stand side by side in a word. Rarely true of two that do not.
    pub fn join(&self, first: char, second: char) -> bool {
        pair(first, second).is_some_and(|key| has_bit(self.0, key, PAIR_BITS))
    }
}

/// Lays out lines of a character and all those that may follow it. Lines that begin with # are left out.
pub fn lay_out_pairs(text: &str) -> Vec<u8> {
    let mut bytes = vec![0; (PAIR_BITS / 8) as usize];
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut characters = line.chars();
        let Some(first) = characters.next() else { continue };
        for key in characters.filter_map(|second| pair(first, second)) {
            set_bit(&mut bytes, key, PAIR_BITS);
        }
    }
    bytes
}

/// One number for two characters, where both are of the block.
fn pair(first: char, second: char) -> Option<u32> {
    Some(index(first)? << 15 | index(second)?)
}

fn index(character: char) -> Option<u32> {
    u32::from(character).checked_sub(FIRST).filter(|index| *index < COUNT)
}

fn character(index: u32) -> Option<char> {
    char::from_u32(FIRST + index)
}

fn number(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map_or(0, u32::from_le_bytes)
}

/// The byte and the bit of a pair among `bits`.
fn place(key: u32, bits: u32) -> (usize, u8) {
    let hash = key.wrapping_mul(0x9E37_79B1) >> (u32::BITS - bits.trailing_zeros());
    ((hash / 8) as usize, 1 << (hash % 8))
}

fn has_bit(bytes: &[u8], key: u32, bits: u32) -> bool {
    let (at, bit) = place(key, bits);
    bytes[at] & bit != 0
}

fn set_bit(bytes: &mut [u8], key: u32, bits: u32) {
    let (at, bit) = place(key, bits);
    bytes[at] |= bit;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_laid_out_is_found() {
        let table = SlipTable::read(["部署 布/步 暑 *", "安排 按 -"]).unwrap();
        let meant = |slip: &str| {
            let mut characters = slip.chars();
            let meant = table.meant(characters.next()?, characters.next()?)?;
            Some((meant.word.iter().collect::<String>(), meant.is_risky))
        };
        assert_eq!(meant("布署"), Some(("部署".to_owned(), false)));
        assert_eq!(meant("步署"), Some(("部署".to_owned(), true)));
        assert_eq!(meant("部暑"), Some(("部署".to_owned(), false)));
        assert_eq!(meant("署部"), Some(("部署".to_owned(), true)));
        assert_eq!(meant("按排"), Some(("安排".to_owned(), false)));
        assert_eq!((meant("部署"), meant("安拍"), meant("A排")), (None, None, None));
    }

    #[test]
    fn an_entry_that_is_none_is_named() {
        for entry in ["部署", "部署 布", "部 布 暑", "部署 布 暑 ?", "部署 布 暑 * *", "部署 b 暑"] {
            assert_eq!(SlipTable::read([entry]).unwrap_err(), entry);
        }
    }
}
