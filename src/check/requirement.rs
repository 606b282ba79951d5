//! What a profile asks of a letter: an element, how much its absence weighs, of which letters, and why.

use super::checklist::Element;
use super::finding::Severity;
use crate::letter::{Draft, Kind, Role, organ};
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, de};
use std::str::FromStr;

/// An element that is asked for. It weighs what its source says: a 规定 is an error, practice is less.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// The element, by its name in the checklist.
    pub element: Element,
    /// How much its absence weighs.
    #[serde(default = "error")]
    pub severity: Severity,
    /// The kinds of matter it is asked for in the answer to; all where none is named.
    #[serde(default, deserialize_with = "words")]
    pub kinds: Vec<Kind>,
    /// The parts in which an office is not asked for it, as 会办.
    #[serde(default, deserialize_with = "words")]
    pub not_for: Vec<Role>,
    /// The day its source came into force: older letters are not held to it.
    #[serde(default)]
    pub since: Option<Date>,
    /// Whether its source binds only organs of government, neither courts nor the Party's.
    #[serde(default)]
    pub government: bool,
    /// Why.
    pub source: String,
}

impl Requirement {
    /// Whether `draft` is a letter of the kind it speaks of.
    pub(super) fn holds_for(&self, draft: &Draft) -> bool {
        (self.kinds.is_empty() || self.kinds.contains(&draft.kind))
            && !self.not_for.contains(&draft.role)
            && !matches!((self.since, draft.letter.date.day()), (Some(since), Some(day)) if day < since)
            && (!self.government || organ::is_of_government(&draft.letter.issuer))
    }
}

fn error() -> Severity {
    Severity::Error
}

/// The words of the draft format, as 建议 or 会办.
fn words<'de, D: Deserializer<'de>, T: FromStr>(from: D) -> Result<Vec<T>, D::Error>
where
    T::Err: std::fmt::Display,
{
    let words = Vec::<String>::deserialize(from)?;
    words.iter().map(|word| word.parse().map_err(de::Error::custom)).collect()
}
