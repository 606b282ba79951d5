//! What can be inserted, and what is found of it.

use std::ops::Range;

/// Where something to insert comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shelf {
    /// 常用语.
    Phrases,
    /// 文件: documents to cite.
    Policies,
    /// 联系人.
    Contacts,
    /// 旧函: paragraphs of earlier letters.
    Letters,
}

impl Shelf {
    /// Every shelf, in the order they are shown.
    pub const ALL: [Self; 4] = [Self::Phrases, Self::Policies, Self::Contacts, Self::Letters];

    /// Its name.
    pub fn title(self) -> &'static str {
        match self {
            Self::Phrases => "常用语",
            Self::Policies => "文件",
            Self::Contacts => "联系人",
            Self::Letters => "旧函",
        }
    }
}

/// One thing to insert, of which there are few enough to be held at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it comes from.
    pub shelf: Shelf,
    /// Its name in the list, which is searched too.
    pub title: String,
    /// What is inserted.
    pub text: String,
    /// A word on it: its group, its source. Searched too.
    pub note: String,
}

/// How well something answers what was typed; the best comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// It has the very words, one after the other.
    Phrase,
    /// It has each of the words.
    Words,
    /// It has words that differ from them by one character.
    Slip,
}

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where it comes from.
    pub shelf: Shelf,
    /// How well it answers.
    pub tier: Tier,
    /// Its name; empty for a paragraph.
    pub title: String,
    /// What is inserted.
    pub text: String,
    /// Where in the text the words are, in bytes; empty where they are elsewhere.
    pub found: Vec<Range<usize>>,
    /// Where it comes from, in words.
    pub note: String,
    /// The paragraphs before and behind it in its letter; empty where there are none.
    pub around: [String; 2],
}
