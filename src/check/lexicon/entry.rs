//! What a file of words holds.

use serde::Deserialize;

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
    /// Words that are right by themselves and wrong beside others.
    #[serde(default)]
    pub neighbours: Vec<Neighbour>,
    /// Common words with the characters that stand wrongly in them, written as [`SlipTable`](crate::check::slips::SlipTable) reads them.
    #[serde(default)]
    pub slips: Vec<String>,
}

/// A right word in the place of another, and what tells that it is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Neighbour {
    /// What is written.
    pub written: String,
    /// What is meant.
    pub meant: String,
    /// What tells so behind it, in its clause, with a few characters between at most.
    #[serde(default)]
    pub after: Vec<String>,
    /// What tells so before it.
    #[serde(default)]
    pub before: Vec<String>,
    /// What tells, in its clause, that it is right where it stands.
    #[serde(default)]
    pub own: Vec<String>,
    /// Whether it counts only at the end of a clause.
    #[serde(default)]
    pub closing: bool,
    /// A text in which nothing of this entry may be found.
    pub silent: String,
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
