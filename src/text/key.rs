//! Numbers that stand for words, to find the same words again quickly.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// The key of `words`: the same words have the same one, and other words mostly another. Where it matters, the words
/// themselves are compared as well.
pub fn of(words: &str) -> u64 {
    // FNV-1a over eight bytes at a time, stirred so that the low bits tell too.
    let mut key = 0xCBF2_9CE4_8422_2325 ^ words.len() as u64;
    for eight in words.as_bytes().chunks(8) {
        let mut bytes = [0; 8];
        bytes[..eight.len()].copy_from_slice(eight);
        key = (key ^ u64::from_le_bytes(bytes)).wrapping_mul(0x0100_0000_01B3_9E37).rotate_left(29);
    }
    key ^ key >> 32
}

/// The key of words given character by character; another than [`of`] gives for them.
pub fn of_characters(words: impl Iterator<Item = char>) -> u64 {
    let stir =
        |key: u64, next: char| (key ^ u64::from(u32::from(next))).wrapping_mul(0x0100_0000_01B3_9E37).rotate_left(29);
    let key = words.fold(0xCBF2_9CE4_8422_2325, stir);
    key ^ key >> 32
}

/// A number for the bytes of `word` in whatever order they stand: 186 and 168 have the same.
pub fn of_bytes(word: &str) -> u64 {
    word.bytes().fold(0, |sum: u64, byte| {
        sum.wrapping_add((u64::from(byte) + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(23))
    })
}

/// A map by keys.
pub type ByKey<Thing> = HashMap<u64, Thing, BuildHasherDefault<Stirred>>;

/// Things that were met, by their keys: each met with those of its key before it.
#[derive(Clone, Debug, Default)]
pub struct Met {
    last: ByKey<usize>,
    /// The one of the same key before each.
    before: Vec<Option<usize>>,
}

impl Met {
    /// For about so many things.
    pub fn of_about(count: usize) -> Self {
        let last = ByKey::with_capacity_and_hasher(count, BuildHasherDefault::default());
        Self { last, before: Vec::with_capacity(count) }
    }

    /// Meets the next thing, of this key; the first has the number 0.
    pub fn meet(&mut self, key: u64) {
        let before = self.last.insert(key, self.before.len());
        self.before.push(before);
    }

    /// The numbers of the things of this key met so far, the last first.
    pub fn of(&self, key: u64) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.last.get(&key).copied(), |&number| self.before[number])
    }
}

/// Leaves keys as they are: they are stirred already.
#[derive(Clone, Copy, Debug, Default)]
pub struct Stirred(u64);

impl Hasher for Stirred {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_tell_words_apart() {
        let words = ["", "一", "二", "一二", "二一", "建设接驳线路全长", "建设接驳线路全程", "a", "\0", "\0\0"];
        for (index, word) in words.iter().enumerate() {
            assert!(words[..index].iter().all(|other| of(other) != of(word)), "{word:?}");
        }
        assert_eq!(of("一二"), of(&["一", "二"].concat()));
        assert_eq!(of_bytes("186"), of_bytes("618"));
        assert_ne!(of_bytes("186"), of_bytes("187"));
    }

    #[test]
    fn what_was_met_is_found_again() {
        let mut met = Met::default();
        for key in [7, 8, 7, 7, 9] {
            met.meet(key);
        }
        assert_eq!(met.of(7).collect::<Vec<_>>(), [3, 2, 0]);
        assert_eq!(met.of(9).collect::<Vec<_>>(), [4]);
        assert_eq!(met.of(1).count(), 0);
    }
}
