//! Word lists: wrong words and what they stand for, as data with sources.

use super::fixed_phrase;
use super::slips::{self, Meeting, Slip, SlipTable};
use super::word_index::WordIndex;
use serde::Deserialize;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

/// The compiled-in files, by name. A workspace's file of the same name takes the place of one; others are added.
pub const FILES: [(&str, &str); 9] = [
    ("typos.toml", include_str!("../../assets/lexicon/typos.toml")),
    ("idioms.toml", include_str!("../../assets/lexicon/idioms.toml")),
    ("confusions.toml", include_str!("../../assets/lexicon/confusions.toml")),
    ("preferred.toml", include_str!("../../assets/lexicon/preferred.toml")),
    ("institutions.toml", include_str!("../../assets/lexicon/institutions.toml")),
    ("phrases.toml", include_str!("../../assets/lexicon/phrases.toml")),
    ("tone.toml", include_str!("../../assets/lexicon/tone.toml")),
    ("filler.toml", include_str!("../../assets/lexicon/filler.toml")),
    ("redundancies.toml", include_str!("../../assets/lexicon/redundancies.toml")),
];

/// The codes of the rules that take their words from here.
pub const RULES: [&str; 9] = ["W01", "W03", "W04", "W05", "W06", "W07", "W08", "W09", "W12"];

/// One file of words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordFile {
    /// The code of the rule its entries belong to.
    pub rule: String,
    /// Where its entries come from, those with a source of their own aside.
    pub source: String,
    /// The entries.
    #[serde(default)]
    pub entries: Vec<Entry>,
    /// Phrases of four characters and more that are fixed to the letter: one character off is wrong.
    #[serde(default)]
    pub fixed: Vec<String>,
    /// What comes near a fixed phrase and is right.
    #[serde(default)]
    pub variants: Vec<String>,
    /// Lists whose items stand in this order and no other: 创新、协调、绿色、开放、共享.
    #[serde(default)]
    pub ordered: Vec<String>,
    /// Common words with the characters that stand wrongly in them, as [`slip_table`](super::slip_table) writes them.
    #[serde(default)]
    pub slips: Vec<String>,
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
    words: WordIndex<Place>,
    /// The slips of the workspace's own files, by file.
    slips: Vec<(usize, SlipTable)>,
}

/// What a word that is searched for belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// A wrong word: file, entry.
    Wrong(usize, usize),
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

/// A word of the lexicon found in a text.
#[derive(Clone, Debug)]
pub struct Hit<'a> {
    /// Where, in bytes.
    pub range: Range<usize>,
    /// What stands in its place; empty where a person has to find that out.
    pub right: Cow<'a, str>,
    /// What a user is told beyond the right word.
    pub note: &'a str,
    /// The last year in which the word was right; 0 where it never was.
    pub until: i16,
    /// The code of its rule.
    pub rule: &'a str,
    /// Where the entry comes from.
    pub source: &'a str,
    /// Whether a list tells it outright and no word around it reaches into it, so that it can be nothing else.
    pub is_certain: bool,
    /// Whether it is only taken for a slip, because the text reads so much better with the right word.
    pub is_guess: bool,
    /// Whether hardly anything else can be meant.
    pub is_sure: bool,
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

/// What slips of common words rest on.
const SLIPS_SOURCE: &str = "《通用规范汉字表》《现代汉语词典》；《党政机关公文处理工作条例》第二十条（四）：文字规范";

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

    /// Every word that counts in `text`, in order; exceptions are left out, and of overlapping words of one rule the
    /// longer one is kept.
    pub fn hits<'a>(&'a self, text: &str) -> Vec<Hit<'a>> {
        let (mut hits, mut near): (Vec<Hit<'a>>, Vec<Hit<'a>>) = (Vec::new(), Vec::new());
        let mut right_ones: Vec<Range<usize>> = Vec::new();
        for (range, place) in self.words.find(text) {
            match place {
                Place::Wrong(file, index) => {
                    let words = &self.files[file];
                    let entry = &words.entries[index];
                    let is_word = matches!(words.rule.as_str(), "W01" | "W04");
                    let meeting = if is_word { meeting(text, &range) } else { Meeting::Clear };
                    if meeting == Meeting::Crossed || !counts(text, &range, entry) {
                        // What the list knows and lets stand is no slip either.
                        right_ones.push(range);
                    } else {
                        let is_certain = meeting == Meeting::Clear;
                        let source = if entry.source.is_empty() { &words.source } else { &entry.source };
                        let Entry { right, note, until, .. } = entry;
                        let right = Cow::Borrowed(right.as_str());
                        let rule = &words.rule;
                        hits.push(Hit {
                            range,
                            right,
                            note,
                            until: *until,
                            rule,
                            source,
                            is_certain,
                            is_guess: false,
                            is_sure: true,
                        });
                    }
                }
                Place::Half(file, index, is_first) => {
                    let words = &self.files[file];
                    let phrase = &words.fixed[index];
                    if let Some(range) = fixed_phrase::slip(text, range, phrase, is_first)
                        && !words.is_known(text, &range)
                    {
                        let (right, rule, source) = (Cow::Borrowed(phrase.as_str()), &words.rule, &words.source);
                        near.push(Hit {
                            range,
                            right,
                            note: "",
                            until: 0,
                            rule,
                            source,
                            is_certain: false,
                            is_guess: false,
                            is_sure: true,
                        });
                    }
                }
            }
        }
        // What a list tells outright is not told again for coming near a fixed phrase, or a common word.
        let is_told = |hits: &[Hit<'_>], range: &Range<usize>| {
            hits.iter().any(|other| other.range.start < range.end && range.start < other.range.end)
        };
        near.retain(|hit| !is_told(&hits, &hit.range));
        hits.append(&mut near);
        for (file, table) in &self.slips {
            let WordFile { rule, source, .. } = &self.files[*file];
            for (range, right) in table.find(text) {
                if !is_told(&hits, &range) {
                    hits.push(guess(range, right, rule, source));
                }
            }
        }
        let lets_stand =
            |range: &Range<usize>| right_ones.iter().any(|other| other.start < range.end && range.start < other.end);
        for Slip { range, right, is_sure } in slips::find(text) {
            if !is_told(&hits, &range) && !lets_stand(&range) {
                hits.push(Hit { is_sure, ..guess(range, right, "W01", SLIPS_SOURCE) });
            }
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

impl WordFile {
    /// Whether what stands at `range` is a fixed phrase of its own, or one of the variants lies over it.
    fn is_known(&self, text: &str, range: &Range<usize>) -> bool {
        let written = &text[range.clone()];
        let lies_over = |variant: &String| {
            let from = range.start.saturating_sub(variant.len());
            let from = (from..=range.start).find(|&at| text.is_char_boundary(at)).unwrap_or(range.start);
            text[from..]
                .match_indices(variant.as_str())
                .any(|(at, _)| from + at < range.end && range.start < from + at + variant.len())
        };
        self.fixed.iter().any(|other| other == written) || self.variants.iter().any(lies_over)
    }
}

/// A hit that is only taken for a slip.
fn guess<'a>(range: Range<usize>, right: String, rule: &'a str, source: &'a str) -> Hit<'a> {
    Hit {
        range,
        right: Cow::Owned(right),
        note: "",
        until: 0,
        rule,
        source,
        is_certain: false,
        is_guess: true,
        is_sure: true,
    }
}

/// How the words around a wrong word go with it. Only short ones can come about where two words meet.
fn meeting(text: &str, range: &Range<usize>) -> Meeting {
    if text[range.clone()].chars().count() > 3 { Meeting::Clear } else { slips::meeting(text, range) }
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
    use crate::text::characters;

    #[test]
    fn every_entry_is_sound() {
        let lexicon = Lexicon::built_in();
        let mut seen = std::collections::HashSet::new();
        let mut faults = Vec::new();
        for file in lexicon.files() {
            assert!(crate::check::registry::find(&file.rule).is_some() && RULES.contains(&file.rule.as_str()));
            assert!(!file.source.is_empty());
            for phrase in file.fixed.iter().chain(&file.variants).chain(&file.ordered) {
                let mut hits = lexicon.hits(phrase);
                hits.retain(|hit| hit.rule != "W08");
                if !hits.is_empty() {
                    faults.push(format!("“{phrase}” must be silent: {hits:?}"));
                }
            }
            for phrase in &file.fixed {
                let (at, last) =
                    phrase.char_indices().rfind(|(_, it)| characters::is_han(*it)).expect("a phrase has characters");
                let mut slip = phrase.clone();
                slip.replace_range(at..at + last.len_utf8(), "囧");
                if phrase.chars().count() < 4 || lexicon.hits(&slip).is_empty() {
                    faults.push(format!("a slip of “{phrase}” is not found"));
                }
            }
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
                    let other = hits.iter().find(|hit| hit.rule != "W04" && hit.until == 0);
                    if own.is_none()
                        && let Some(other) = other
                    {
                        faults.push(format!("“{text}” of {:?} is called wrong: {other:?}", entry.wrong));
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
    fn no_slip_stands_in_a_right_word() {
        let lexicon = Lexicon::built_in();
        let phrases =
            lexicon.files().iter().flat_map(|file| file.fixed.iter().chain(&file.ordered)).map(String::as_str);
        let rights = lexicon.files().iter().flat_map(|file| &file.entries).map(|entry| entry.right.as_str());
        for right in phrases.chain(rights) {
            let hits = lexicon.hits(right);
            assert!(hits.iter().all(|hit| hit.rule != "W01"), "{right}: {hits:?}");
        }
    }

    #[test]
    fn a_workspace_adds_slips() {
        let own = |name: &str, text: &str| Lexicon::with_own(&[(name.to_owned(), text.to_owned())]).unwrap();
        let head = "rule = \"W01\"\nsource = \"本局\"\nslips = [\"潮汐 嘲 -\"]";
        let found = |lexicon: &Lexicon, text: &str| lexicon.hits(text).first().map(|hit| hit.right.to_string());
        assert_eq!(found(&own("本局.toml", head), "设置嘲汐车道").as_deref(), Some("潮汐"));
        assert_eq!(found(&own("本局.toml", head), "各聘清1名护路员").as_deref(), Some("聘请"));
        let error = Lexicon::with_own(&[("本局.toml".to_owned(), head.replace(" -", ""))]).unwrap_err();
        assert!(error.to_string().contains("潮汐 嘲"), "{error}");
    }

    #[test]
    fn exceptions_and_what_follows() {
        let lexicon = Lexicon::built_in();
        let found = |text: &str| lexicon.hits(text).len();
        assert_eq!((found("做好按排"), found("按排名先后")), (1, 0));
        assert_eq!((found("截止2026年5月"), found("5月31日截止，逾期不候")), (1, 0));
    }
}
