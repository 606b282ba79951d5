//! What was typed, as a pattern that runs over a text once: each character of it stands for itself, for the initial of a
//! reading, or with others for a whole syllable; one character may be wrong, missing or too many.
//!
//! The shift-and algorithm with a word of state for no error and one for one error (Wu and Manber, 1992): a character of
//! the text costs one look-up and a few operations, whatever was typed. Twelve million characters take a quarter second.

use std::ops::Range;

use super::hit::Tier;
use super::readings;
use crate::text::characters::half_width;

/// The longest word that is looked for, in characters; of a longer one the beginning.
const LONGEST: usize = 60;

/// The shortest word that may have a slip in it, in characters: in shorter ones every other word would be one.
const FORGIVEN: usize = 3;

/// One word of what was typed. Bit n of a character's mask tells that it can stand at place n.
#[derive(Clone)]
struct Word {
    masks: Box<[u64]>,
    length: usize,
    /// Whether a slip in it is forgiven: not in initials, of which any two are alike.
    forgiving: bool,
}

/// What was typed.
#[derive(Clone)]
pub struct Pattern {
    /// Everything one after the other, in each way that it can be read.
    whole: Vec<Word>,
    /// The words between blanks, each in each way, where there are several.
    words: Vec<Vec<Word>>,
}

impl Pattern {
    /// Reads what a person typed; full-width and capital letters count as small ones.
    pub fn new(typed: &str) -> Self {
        let typed: String = typed.chars().map(folded).collect();
        let words: Vec<&str> = typed.split_whitespace().collect();
        let whole = readings_of(&words.concat());
        let words = if words.len() > 1 { words.iter().map(|word| readings_of(word)).collect() } else { Vec::new() };
        Self { whole, words }
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.whole.is_empty()
    }

    /// Whether a slip could be forgiven, so that it pays to look again.
    pub fn is_forgiving(&self) -> bool {
        let forgiving = |words: &Vec<Word>| words.iter().any(|word| word.forgiving);
        if self.words.is_empty() { forgiving(&self.whole) } else { self.words.iter().any(forgiving) }
    }

    /// How well `text` answers, and where, in bytes. Nothing answers an empty pattern. Slips count only if `forgiving`.
    pub fn find(&self, text: &str, forgiving: bool) -> Option<(Tier, Vec<Range<usize>>)> {
        if let Some(found) = self.whole.iter().find_map(|word| word.exact(text)) {
            return Some((Tier::Phrase, vec![found]));
        }
        if !self.words.is_empty() {
            let exact = |ways: &Vec<Word>| ways.iter().find_map(|word| word.exact(text));
            if let Some(found) = self.words.iter().map(exact).collect::<Option<Vec<_>>>() {
                return Some((Tier::Words, sorted(found)));
            }
        }
        if !forgiving {
            return None;
        }
        let near = |ways: &Vec<Word>| ways.iter().find_map(|word| word.exact(text).or_else(|| word.near(text)));
        let found = if self.words.is_empty() {
            near(&self.whole).map(|found| vec![found])
        } else {
            self.words.iter().map(near).collect::<Option<Vec<_>>>()
        };
        found.map(|found| (Tier::Slip, sorted(found)))
    }
}

fn sorted(mut found: Vec<Range<usize>>) -> Vec<Range<usize>> {
    found.sort_by_key(|range| (range.start, range.end));
    found
}

fn folded(character: char) -> char {
    half_width(character).unwrap_or(character).to_ascii_lowercase()
}

/// A word in each way it can be read: as it stands, with letters as initials; or as syllables.
fn readings_of(word: &str) -> Vec<Word> {
    if word.is_empty() {
        return Vec::new();
    }
    let mut ways = vec![Word::of_characters(word)];
    if let Some(syllables) = readings::syllables(word).filter(|parts| parts.iter().any(|part| part.len() > 1)) {
        ways.push(Word::of_syllables(&syllables));
    }
    ways
}

impl Word {
    fn empty(length: usize, forgiving: bool) -> Self {
        let length = length.min(LONGEST);
        Self { masks: vec![0; 1 << 16].into_boxed_slice(), length, forgiving: forgiving && length >= FORGIVEN }
    }

    fn allow(&mut self, character: char, place: usize) {
        if let Some(mask) = self.masks.get_mut(u32::from(character) as usize) {
            *mask |= 1 << place;
        }
    }

    /// A character of the word, in both widths and cases.
    fn allow_twins(&mut self, character: char, place: usize) {
        self.allow(character, place);
        self.allow(character.to_ascii_uppercase(), place);
        // The brackets of a year are typed as whatever the keyboard has.
        if matches!(character, '[' | ']' | '〔' | '〕' | '【' | '】') {
            let opens = matches!(character, '[' | '〔' | '【');
            (if opens { ['[', '〔', '【'] } else { [']', '〕', '】'] })
                .into_iter()
                .for_each(|it| self.allow(it, place));
        }
        if character.is_ascii_graphic() {
            let wide = |narrow: char| char::from_u32(u32::from(narrow) + 0xFEE0);
            for twin in [wide(character), wide(character.to_ascii_uppercase())].into_iter().flatten() {
                self.allow(twin, place);
            }
        }
    }

    fn of_characters(word: &str) -> Self {
        let written = !word.is_ascii();
        let mut found = Self::empty(word.chars().count(), written);
        for (place, character) in word.chars().take(LONGEST).enumerate() {
            found.allow_twins(character, place);
            readings::beginning_with(character, |read| found.allow(read, place));
        }
        found
    }

    fn of_syllables(syllables: &[&str]) -> Self {
        let is_initial = |part: &str| part.len() == 1 && !matches!(part, "a" | "e" | "o");
        // Of initials a slip leaves too little.
        let mut found = Self::empty(syllables.len(), !syllables.iter().any(|part| is_initial(part)));
        for (place, syllable) in syllables.iter().take(LONGEST).enumerate() {
            match syllable.chars().next().filter(|_| is_initial(syllable)) {
                Some(initial) => readings::beginning_with(initial, |read| found.allow(read, place)),
                None => readings::read_as(syllable, |read| found.allow(read, place)),
            }
        }
        found
    }

    fn mask(&self, character: char) -> u64 {
        self.masks.get(u32::from(character) as usize).copied().unwrap_or(0)
    }

    /// Where the word stands in `text` as it is.
    fn exact(&self, text: &str) -> Option<Range<usize>> {
        let last = 1_u64 << (self.length - 1);
        let mut state = 0_u64;
        for (at, character) in text.char_indices() {
            state = (state << 1 | 1) & self.mask(character);
            if state & last != 0 {
                return Some(back(text, at + character.len_utf8(), self.length));
            }
        }
        None
    }

    /// Where the word stands in `text` with one character wrong, missing or too many.
    fn near(&self, text: &str) -> Option<Range<usize>> {
        if !self.forgiving {
            return None;
        }
        let last = 1_u64 << (self.length - 1);
        let (mut sound, mut slipped) = (0_u64, 1_u64);
        for (at, character) in text.char_indices() {
            let mask = self.mask(character);
            let before = sound;
            sound = (sound << 1 | 1) & mask;
            // Of the last three: a character too many, another in its place, one that is missing.
            slipped = (slipped << 1 | 1) & mask | before | (before << 1 | 1) | (sound << 1 | 1);
            if slipped & last != 0 {
                return Some(self.extent(text, at + character.len_utf8()));
            }
        }
        None
    }

    /// The range that ends about `end` and has most of the word: a match with an error is seen a character early.
    fn extent(&self, text: &str, end: usize) -> Range<usize> {
        let place = |character: char, place: usize| self.mask(character) >> place & 1 == 1;
        let next = text[end..].chars().next().filter(|&it| place(it, self.length - 1));
        let end = end + next.map_or(0, char::len_utf8);
        let range = back(text, end, self.length);
        // A missing character lets it begin one too early: a start that is no character of the word is left out.
        match text[range.clone()].chars().next() {
            Some(first) if !place(first, 0) && !place(first, 1) => range.start + first.len_utf8()..range.end,
            _ => range,
        }
    }
}

/// The `count` characters of `text` before byte `end`.
fn back(text: &str, end: usize, count: usize) -> Range<usize> {
    let start = text[..end].char_indices().rev().nth(count - 1).map_or(0, |(at, _)| at);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "去年对清溪河下段实施清淤，清出淤泥1.8万立方米，Ａ标段已完工。";

    fn found(typed: &str) -> Option<(Tier, String)> {
        let (tier, ranges) = Pattern::new(typed).find(TEXT, true)?;
        Some((tier, ranges.into_iter().map(|range| &TEXT[range]).collect::<Vec<_>>().join("|")))
    }

    #[test]
    fn characters_initials_and_syllables_find() {
        for (typed, words) in [
            ("实施清淤", "实施清淤"),
            ("ssqy", "实施清淤"),
            ("ＳＳqy", "实施清淤"),
            ("shishiqingyu", "实施清淤"),
            ("实施qy", "实施清淤"),
            ("1.8万", "1.8万"),
            ("a标段", "Ａ标段"),
        ] {
            assert_eq!(found(typed), Some((Tier::Phrase, words.to_owned())), "{typed}");
        }
    }

    #[test]
    fn words_may_stand_apart() {
        assert_eq!(found("淤泥 清溪河"), Some((Tier::Words, "清溪河|淤泥".to_owned())));
        assert_eq!(found("实施 清淤"), Some((Tier::Phrase, "实施清淤".to_owned())));
        assert_eq!(found("淤泥 沙石"), None);
    }

    #[test]
    fn one_character_may_be_wrong_missing_or_too_many() {
        for typed in ["清溪诃下段", "清溪下段", "清溪大河下段"] {
            let (tier, words) = found(typed).unwrap();
            assert_eq!(tier, Tier::Slip, "{typed}");
            assert!(words.contains("溪") && words.contains("下段"), "{typed}: {words}");
        }
        for typed in ["清西诃下段", "淤沙", "tmqy", ""] {
            assert_eq!(found(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_word_longer_than_any_is_no_trouble() {
        let long = "清".repeat(500);
        assert!(Pattern::new(&long).find(TEXT, true).is_none());
        assert!(Pattern::new(&long).find(&"清".repeat(499), true).is_some());
        assert!(Pattern::new("𠅤").find("𠅤", true).is_none(), "rare characters are only looked for by others");
    }
}
