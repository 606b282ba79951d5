//! Which characters a text may hold, read off in one pass, so that many searches need not be made.

/// The bits of a [`Presence`]; a power of two.
const BITS: u32 = 2048;

/// A set of characters that is never wrong when it says that one is absent. Two characters may share a bit.
#[derive(Clone, Debug)]
pub struct Presence {
    words: [u64; BITS as usize / 64],
}

impl Presence {
    /// The characters of `text`.
    pub fn of(text: &str) -> Self {
        let mut words = [0; BITS as usize / 64];
        for character in text.chars() {
            let (word, bit) = place(character);
            words[word] |= bit;
        }
        Self { words }
    }

    /// Whether one of `characters` may be there; where it says no, none is.
    pub fn has_any(&self, characters: &str) -> bool {
        characters.chars().any(|character| {
            let (word, bit) = place(character);
            self.words[word] & bit != 0
        })
    }
}

impl Presence {
    /// Whether `character` may be there; where it says no, it is not.
    pub fn has(&self, character: char) -> bool {
        let (word, bit) = place(character);
        self.words[word] & bit != 0
    }

    /// Whether all of `characters` may be there; where it says no, one is not.
    pub fn has_all(&self, characters: &str) -> bool {
        characters.chars().all(|character| {
            let (word, bit) = place(character);
            self.words[word] & bit != 0
        })
    }
}

impl Presence {
    /// Whether all of `characters` but `most` may be there, one that stands there twice counted twice; where it says no, more
    /// are not.
    pub fn lacks_at_most(&self, most: usize, characters: &str) -> bool {
        let is_absent = |character: &char| {
            let (word, bit) = place(*character);
            self.words[word] & bit == 0
        };
        characters.chars().filter(is_absent).nth(most).is_none()
    }

    /// Whether one of `marks` may be there; where it says no, none is.
    pub fn holds(&self, marks: &Marks) -> bool {
        marks.0.iter().any(|&(word, bits)| self.words[word] & bits != 0)
    }

    /// Adds what `other` holds.
    pub fn add(&mut self, other: &Self) {
        for (word, more) in self.words.iter_mut().zip(&other.words) {
            *word |= more;
        }
    }
}

/// Characters that are looked for in many texts.
#[derive(Clone, Debug)]
pub struct Marks(Vec<(usize, u64)>);

impl Marks {
    /// These characters.
    pub fn of(characters: &str) -> Self {
        let words = Presence::of(characters).words;
        Self(words.into_iter().enumerate().filter(|(_, bits)| *bits != 0).collect())
    }
}

/// The word and the bit of a character. Marks of several blocks that letters use side by side fall apart.
fn place(character: char) -> (usize, u64) {
    let number = u32::from(character);
    let bit = (number ^ (number >> 5)) % BITS;
    (bit as usize / 64, 1 << (bit % 64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_marks_of_letters_are_told_apart() {
        let marks = "，。、；：？！“”‘’（）《》〈〉〔〕【】「」『』—…·～,.;:?!()[]<>%-~\"' \u{3000}";
        for mark in marks.chars() {
            let alone = Presence::of(&mark.to_string());
            let others: Vec<char> = marks.chars().filter(|it| alone.has_any(&it.to_string())).collect();
            assert_eq!(others, [mark]);
        }
    }

    proptest! {
        #[test]
        fn what_is_there_is_never_called_absent(text in any::<String>()) {
            let presence = Presence::of(&text);
            for character in text.chars() {
                prop_assert!(presence.has_any(&character.to_string()));
                prop_assert!(presence.lacks_at_most(0, &character.to_string()));
                prop_assert!(presence.holds(&Marks::of(&character.to_string())));
            }
            prop_assert!(presence.has_all(&text));
        }
    }
}
