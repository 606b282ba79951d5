//! Material gathered from a letter for what only a person can vouch for.

pub mod citations;
pub mod figures;
pub mod names;
pub mod promises;
pub mod requests;

use crate::letter::Field;
use std::ops::Range;

/// A piece of the draft that shows something, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The text it stands in.
    pub field: Field,
    /// Where in that text, in bytes.
    pub range: Range<usize>,
    /// Its words.
    pub text: String,
    /// What is to be said of it: how a figure came about, where a request is answered. Mostly empty.
    pub note: String,
}

impl Evidence {
    /// What stands at `range` (bytes) of `text`, the text of `field`.
    pub fn at(field: Field, text: &str, range: Range<usize>) -> Self {
        let words = text.get(range.clone()).unwrap_or_default().to_owned();
        Self { field, range, text: words, note: String::new() }
    }

    /// The same with a note.
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }
}
