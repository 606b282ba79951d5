//! How characters are read: the initials and the syllables of their pinyin.

use std::sync::LazyLock;

use ib_matcher::pinyin::{PinyinData, PinyinNotation};

static READINGS: LazyLock<PinyinData> = LazyLock::new(|| PinyinData::new(PinyinNotation::Ascii));

/// The characters of the basic plane that have readings, as code points.
const READ: std::ops::Range<u32> = 0x3400..0xA000;

/// Which letters the readings of each character of [`READ`] begin with: a bit for each from a.
static INITIALS: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let of = |code: u32| {
        let mut letters = 0;
        let Some(character) = char::from_u32(code) else {
            return letters;
        };
        for_each(character, |reading| {
            if let Some(first @ b'a'..=b'z') = reading.bytes().next() {
                letters |= 1 << (first - b'a');
            }
        });
        letters
    };
    READ.map(of).collect()
});

/// Every syllable that some character is read as, sorted.
static SYLLABLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut all = std::collections::BTreeSet::new();
    for character in READ.filter_map(char::from_u32) {
        for_each(character, |reading| {
            all.insert(reading.to_owned());
        });
    }
    all.into_iter().collect()
});

fn for_each(character: char, mut then: impl FnMut(&str)) {
    READINGS.get_pinyins_and_for_each(character, |pinyin| {
        if let Some(reading) = pinyin.notation(PinyinNotation::Ascii) {
            then(reading);
        }
    });
}

/// Calls `then` with every character that has a reading beginning with `letter`, which is one of a to z.
pub(super) fn beginning_with(letter: char, mut then: impl FnMut(char)) {
    let Some(bit) = u32::from(letter).checked_sub(u32::from('a')).filter(|&bit| bit < 26) else {
        return;
    };
    for (code, letters) in READ.zip(INITIALS.iter()) {
        if letters >> bit & 1 == 1
            && let Some(character) = char::from_u32(code)
        {
            then(character);
        }
    }
}

/// Calls `then` with every character that can be read as `syllable`.
pub(super) fn read_as(syllable: &str, mut then: impl FnMut(char)) {
    for character in READ.filter_map(char::from_u32) {
        let mut is_read = false;
        for_each(character, |reading| is_read |= reading == syllable);
        if is_read {
            then(character);
        }
    }
}

/// `letters` cut into syllables, as few as can be; where they are not all syllables, into syllables and initials, as most people
/// type: ganxiegx. `None` where they are neither.
pub(super) fn syllables(letters: &str) -> Option<Vec<&str>> {
    if !letters.bytes().all(|it| it.is_ascii_lowercase()) {
        return None;
    }
    let is_syllable = |part: &str| SYLLABLES.binary_search_by(|it| it.as_str().cmp(part)).is_ok();
    fewest(letters, is_syllable).or_else(|| fewest(letters, |part| part.len() == 1 || is_syllable(part)))
}

/// `letters` cut into as few parts as can be, each of which `is_part`.
fn fewest(letters: &str, is_part: impl Fn(&str) -> bool) -> Option<Vec<&str>> {
    // The fewest syllables that reach each place, by the place they come from.
    let mut reached: Vec<Option<(usize, usize)>> = vec![None; letters.len() + 1];
    reached[0] = Some((0, 0));
    for from in 0..letters.len() {
        let Some((count, _)) = reached[from] else {
            continue;
        };
        for to in from + 1..=letters.len().min(from + 6) {
            if is_part(&letters[from..to]) && reached[to].is_none_or(|(fewest, _)| count + 1 < fewest) {
                reached[to] = Some((count + 1, from));
            }
        }
    }
    let mut parts = Vec::new();
    let mut at = letters.len();
    while at > 0 {
        let (_, from) = reached[at]?;
        parts.push(&letters[from..at]);
        at = from;
    }
    parts.reverse();
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_cut_into_syllables() {
        assert_eq!(syllables("hedaoqingyu"), Some(vec!["he", "dao", "qing", "yu"]));
        assert_eq!(syllables("ganxiegx"), Some(vec!["gan", "xie", "g", "x"]));
        assert_eq!(syllables("qy"), Some(vec!["q", "y"]));
        assert_eq!(syllables("q1"), None);
        assert_eq!(syllables(""), Some(vec![]));
    }

    #[test]
    fn a_character_has_all_its_readings() {
        let has = |letter| {
            let mut found = false;
            beginning_with(letter, |character| found |= character == '重');
            found
        };
        assert!(has('c') && has('z') && !has('q'));
    }
}
