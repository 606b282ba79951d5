//! Word lists: wrong words and what they stand for, as data with sources.

mod entry;
mod hit;
mod neighbour;

pub use entry::{Entry, Neighbour, WordFile};
pub use hit::Hit;

use super::fixed_phrase;
use super::slips::SlipTable;
use super::word_index::WordIndex;
use std::sync::{Arc, LazyLock};

/// The compiled-in files, by name. A workspace's file of the same name takes the place of one; others are added.
pub const FILES: [(&str, &str); 10] = [
    ("typos.toml", include_str!("../../../assets/lexicon/typos.toml")),
    ("idioms.toml", include_str!("../../../assets/lexicon/idioms.toml")),
    ("confusions.toml", include_str!("../../../assets/lexicon/confusions.toml")),
    ("preferred.toml", include_str!("../../../assets/lexicon/preferred.toml")),
    ("institutions.toml", include_str!("../../../assets/lexicon/institutions.toml")),
    ("phrases.toml", include_str!("../../../assets/lexicon/phrases.toml")),
    ("tone.toml", include_str!("../../../assets/lexicon/tone.toml")),
    ("filler.toml", include_str!("../../../assets/lexicon/filler.toml")),
    ("redundancies.toml", include_str!("../../../assets/lexicon/redundancies.toml")),
    ("neighbours.toml", include_str!("../../../assets/lexicon/neighbours.toml")),
];

/// The codes of the rules that take their words from here.
pub const RULES: [&str; 9] = ["W01", "W03", "W04", "W05", "W06", "W07", "W08", "W09", "W12"];

/// Every word of all files, made ready for searching.
#[derive(Debug)]
pub struct Lexicon {
    files: Vec<WordFile>,
    words: WordIndex<Place>,
    /// The slips of the workspace's own files, by file.
    slips: Vec<(usize, SlipTable)>,
}

/// What a word that is searched for belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// A wrong word: file, entry.
    Wrong(usize, usize),
    /// A word that may stand in the place of another: file, entry.
    Neighbour(usize, usize),
    /// Half of a fixed phrase: file, phrase, whether the first half.
    Half(usize, usize, bool),
}

/// The lexicon in use: the compiled-in one, or one with the words of a workspace. Two are the same when they are one.
#[derive(Clone, Debug, Default)]
pub struct Words(Option<Arc<Lexicon>>);

impl Words {
    /// The words of `lexicon`.
    pub fn of(lexicon: Lexicon) -> Self {
        Self(Some(Arc::new(lexicon)))
    }

    /// The lexicon.
    pub fn lexicon(&self) -> &Lexicon {
        self.0.as_deref().unwrap_or_else(|| Lexicon::built_in())
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(left), Some(right)) => Arc::ptr_eq(left, right),
            (left, right) => left.is_none() && right.is_none(),
        }
    }
}

impl Eq for Words {}

/// Why a word file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum LexiconError {
    /// Not TOML of the right shape.
    #[error("{name}：{error}")]
    Shape {
        /// The file.
        name: String,
        /// What is wrong, with its line.
        error: Box<toml::de::Error>,
    },
    /// A slip that is not written as one.
    #[error("{name}：“{entry}”应写作“词 第一个字的错字 第二个字的错字”，没有的写“-”")]
    Slip {
        /// The file.
        name: String,
        /// The entry.
        entry: String,
    },
}

/// The compiled-in files as `build.rs` translated them: the same values, read several times faster than TOML.
const TRANSLATED: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon.json"));

static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(Lexicon::compiled_in);

impl Lexicon {
    /// The compiled-in lexicon, read when it is first asked for.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The compiled-in lexicon, read anew; [`built_in`](Self::built_in) is the one to use.
    pub fn compiled_in() -> Self {
        let files = serde_json::from_str(TRANSLATED).expect("the compiled-in word files are read by a test");
        Self::of(files, Vec::new())
    }

    /// The compiled-in lexicon with `own` files: one of the same name takes the place of a compiled-in one, others are
    /// added.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn with_own(own: &[(String, String)]) -> Result<Self, LexiconError> {
        let is_replaced = |name: &str| own.iter().any(|(other, _)| other == name);
        let built_in = FILES.into_iter().filter(|(name, _)| !is_replaced(name));
        Self::read(built_in.chain(own.iter().map(|(name, text)| (name.as_str(), text.as_str()))))
    }

    /// A lexicon of named files.
    ///
    /// # Errors
    /// [`LexiconError`] when a file is not TOML of the right shape.
    pub fn read<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, LexiconError> {
        let mut lists: Vec<WordFile> = Vec::new();
        let mut tables = Vec::new();
        for (name, text) in files {
            let list: WordFile = toml::from_str(text)
                .map_err(|error| LexiconError::Shape { name: name.to_owned(), error: Box::new(error) })?;
            if !list.slips.is_empty() {
                let table = SlipTable::read(list.slips.iter().map(String::as_str))
                    .map_err(|entry| LexiconError::Slip { name: name.to_owned(), entry })?;
                tables.push((lists.len(), table));
            }
            lists.push(list);
        }
        Ok(Self::of(lists, tables))
    }

    fn of(files: Vec<WordFile>, slips: Vec<(usize, SlipTable)>) -> Self {
        let mut words: Vec<(&str, Place)> = Vec::new();
        for (file, list) in files.iter().enumerate() {
            for (index, entry) in list.entries.iter().enumerate() {
                words.extend(entry.wrong.iter().map(|word| (word.as_str(), Place::Wrong(file, index))));
            }
            let neighbours = list.neighbours.iter().enumerate();
            words.extend(neighbours.map(|(index, it)| (it.written.as_str(), Place::Neighbour(file, index))));
            for (index, phrase) in list.fixed.iter().enumerate() {
                let (first, second) = fixed_phrase::halves(phrase);
                words.extend([(first, Place::Half(file, index, true)), (second, Place::Half(file, index, false))]);
            }
        }
        let words = WordIndex::of(words);
        Self { files, words, slips }
    }

    /// The files it was made of.
    pub fn files(&self) -> &[WordFile] {
        &self.files
    }
}

#[cfg(test)]
mod tests;
