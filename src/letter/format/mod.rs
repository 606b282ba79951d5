//! The draft file, format 1: read into a [`Draft`], and written back so that only what changed is touched.
//!
//! A person reads these files, edits them by hand and compares versions of them. So comments, unknown keys, the order of
//! keys and the way a value is quoted all survive a save, and a draft that did not change gives the very same bytes.

mod body;
mod create;
mod error;
mod order;
mod places;
mod read;
mod write;

pub use create::create;
pub use error::{FormatError, Problem};
pub use places::Places;
pub use read::read;
pub use write::write;

use super::Draft;

/// The newest format this program writes.
pub const FORMAT: i64 = 1;

/// The name of the profile that holds when a draft names none.
pub const DEFAULT_PROFILE: &str = "default";

/// A draft as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// The draft.
    pub draft: Draft,
    /// The format the file says it has, where that is newer than [`FORMAT`]: such a file is not to be written.
    pub newer_format: Option<i64>,
}

/// Whether `text` is a draft. Most texts that are none do not hold the one key that every draft has, and are not parsed.
pub fn is_draft(text: &str) -> bool {
    text.contains("format") && read(text).is_ok()
}

#[cfg(test)]
mod tests;
