//! Word lists: wrong words and what they stand for, as data with sources.

use super::word_index::WordIndex;
use serde::Deserialize;
use std::ops::Range;
use std::sync::LazyLock;

/// The compiled-in files, by name. A workspace's file of the same name takes the place of one; others are added.
pub const FILES: [(&str, &str); 8] = [
    ("typos.toml", include_str!("../../assets/lexicon/typos.toml")),
    ("confusions.toml", include_str!("../../assets/lexicon/confusions.toml")),
    ("preferred.toml", include_str!("../../assets/lexicon/preferred.toml")),
    ("institutions.toml", include_str!("../../assets/lexicon/institutions.toml")),
    ("phrases.toml", include_str!("../../assets/lexicon/phrases.toml")),
    ("tone.toml", include_str!("../../assets/lexicon/tone.toml")),
    ("filler.toml", include_str!("../../assets/lexicon/filler.toml")),
    ("redundancies.toml", include_str!("../../assets/lexicon/redundancies.toml")),
];

/// One file of words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordFile {
    /// The code of the rule its entries belong to.
    pub rule: String,
    /// Where its entries come from, those with a source of their own aside.
    pub source: String,
    /// The entries.
    pub entries: Vec<Entry>,
}

/// Words that are wrong, or wrong where the entry says so.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// What is found.
    pub wrong: Vec<String>,
    /// What stands in its place; empty where a person has to find that out.
    pub right: String,
    /// Longer words that hold a wrong one and are right.
    #[serde(default)]
    pub except: Vec<String>,
    /// Where given, the wrong word counts only before one of these.
    #[serde(default)]
    pub followed_by: Vec<String>,
    /// The last year in which the word was right; 0 where it never was.
    #[serde(default)]
    pub until: i16,
    /// What a user is told beyond the right word.
    #[serde(default)]
    pub note: String,
    /// Where this entry comes from, if not where its file does.
    #[serde(default)]
    pub source: String,
    /// A text in which nothing of this entry may be found.
    pub silent: String,
}

/// Every word of all files, made ready for searching.
#[derive(Debug)]
pub struct Lexicon {
    files: Vec<WordFile>,
    words: WordIndex,
}

/// A word of the lexicon found in a text.
#[derive(Clone, Debug)]
pub struct Hit<'a> {
    /// Where, in bytes.
    pub range: Range<usize>,
    /// The entry it belongs to.
    pub entry: &'a Entry,
    /// The code of its rule.
    pub rule: &'a str,
    /// Where the entry comes from.
    pub source: &'a str,
}

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
        Self::of(serde_json::from_str(TRANSLATED).expect("the compiled-in word files are read by a test"))
    }

    /// A lexicon of named files.
    ///
    /// # Errors
    /// [`LexiconError`] when a file is not TOML of the right shape.
    pub fn read<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, LexiconError> {
        let files: Vec<WordFile> = files
            .into_iter()
            .map(|(name, text)| {
                toml::from_str(text)
                    .map_err(|error| LexiconError::Shape { name: name.to_owned(), error: Box::new(error) })
            })
            .collect::<Result<_, _>>()?;
        Ok(Self::of(files))
    }

    fn of(files: Vec<WordFile>) -> Self {
        let words = files.iter().enumerate().flat_map(|(file, words)| {
            let entries = words.entries.iter().enumerate();
            entries.flat_map(move |(entry, words)| words.wrong.iter().map(move |word| (word.as_str(), (file, entry))))
        });
        let words = WordIndex::of(words);
        Self { files, words }
    }

    /// The files it was made of.
    pub fn files(&self) -> &[WordFile] {
        &self.files
    }

    /// Every word that counts in `text`, in order; exceptions are left out, and of overlapping words of one rule the
    /// longer one is kept.
    pub fn hits<'a>(&'a self, text: &str) -> Vec<Hit<'a>> {
        let mut hits: Vec<Hit<'a>> = Vec::new();
        for (range, (file, index)) in self.words.find(text) {
            let words = &self.files[file];
            let entry = &words.entries[index];
            if !counts(text, &range, entry) {
                continue;
            }
            let source = if entry.source.is_empty() { &words.source } else { &entry.source };
            hits.push(Hit { range, entry, rule: &words.rule, source });
        }
        hits.sort_by_key(|hit| (hit.range.start, std::cmp::Reverse(hit.range.end)));
        let mut kept: Vec<Hit<'a>> = Vec::with_capacity(hits.len());
        for hit in hits {
            if !kept.iter().any(|other| other.rule == hit.rule && other.range.end > hit.range.start) {
                kept.push(hit);
            }
        }
        kept
    }
}

/// Whether a word counts where it stands: no exception lies around it, and what must follow does.
fn counts(text: &str, range: &Range<usize>, entry: &Entry) -> bool {
    let word = &text[range.clone()];
    let is_except = entry.except.iter().any(|except| {
        except.match_indices(word).any(|(at, _)| {
            range
                .start
                .checked_sub(at)
                .is_some_and(|start| text.get(start..start + except.len()).is_some_and(|around| around == except))
        })
    });
    let after = text[range.end..].trim_start_matches(' ');
    let follows = entry.followed_by.is_empty() || entry.followed_by.iter().any(|next| after.starts_with(next.as_str()));
    !is_except && follows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_sound() {
        let lexicon = Lexicon::built_in();
        let mut seen = std::collections::HashSet::new();
        let mut faults = Vec::new();
        for file in lexicon.files() {
            assert!(crate::check::registry::find(&file.rule).is_some(), "{}", file.rule);
            assert!(!file.source.is_empty());
            for entry in &file.entries {
                assert!(!entry.wrong.is_empty() && !entry.silent.is_empty(), "{entry:?}");
                for word in &entry.wrong {
                    let next = entry.followed_by.first().map_or("", String::as_str);
                    let hits = lexicon.hits(&format!("{word}{next}"));
                    if !hits.iter().any(|hit| hit.rule == file.rule) {
                        faults.push(format!("“{word}” is not found"));
                    }
                    if entry.followed_by.is_empty() && !seen.insert(word.clone()) {
                        faults.push(format!("“{word}” stands twice"));
                    }
                }
                for text in [&entry.silent, &entry.right] {
                    let hits = lexicon.hits(text);
                    let own = hits.iter().find(|hit| entry.wrong.iter().any(|word| *word == text[hit.range.clone()]));
                    // 原国土资源局 is silent by the rule, not by the list.
                    if own.is_some() && entry.until == 0 {
                        faults.push(format!("“{text}” must be silent: {own:?}"));
                    }
                    // What one entry gives as right, another must not call wrong.
                    let other = hits.iter().find(|hit| hit.rule != "W04" && hit.entry.until == 0);
                    if own.is_none()
                        && let Some(other) = other
                    {
                        faults
                            .push(format!("“{text}” of {:?} is called wrong by {:?}", entry.wrong, other.entry.wrong));
                    }
                }
            }
        }
        assert!(faults.is_empty(), "{faults:#?}");
    }

    #[test]
    fn what_is_compiled_in_is_what_the_files_say() {
        let read = Lexicon::read(FILES).unwrap();
        assert_eq!(format!("{:?}", read.files()), format!("{:?}", Lexicon::built_in().files()));
    }

    #[test]
    fn exceptions_and_what_follows() {
        let lexicon = Lexicon::built_in();
        let found = |text: &str| lexicon.hits(text).len();
        assert_eq!((found("做好按排"), found("按排名先后")), (1, 0));
        assert_eq!((found("截止2026年5月"), found("5月31日截止，逾期不候")), (1, 0));
    }
}
