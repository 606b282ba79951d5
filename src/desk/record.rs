//! The review record beside a draft.

use super::disk;
use super::error::{DeskError, Trouble};
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Where the review record of a draft lies: `甲.toml` has `甲.review.toml` beside it.
pub fn path(draft: &Path) -> PathBuf {
    draft.with_extension("review.toml")
}

/// The record of a draft; empty where there is none.
///
/// # Errors
/// [`DeskError`] when it is there and cannot be read.
pub fn read(draft: &Path) -> Result<String, DeskError> {
    match disk::read_text(&path(draft)) {
        Err(DeskError { trouble: Trouble::Missing, .. }) => Ok(String::new()),
        other => other,
    }
}

/// Adds to the record of a draft what `addition` makes of the record so far. What is there is never rewritten.
///
/// # Errors
/// [`DeskError`] when the record cannot be read or written.
pub fn append(draft: &Path, addition: impl FnOnce(&str) -> String) -> Result<(), DeskError> {
    let path = path(draft);
    let fail = |error: std::io::Error| DeskError::new(&path, error);
    let mut file = OpenOptions::new().create(true).append(true).open(&path).map_err(fail)?;
    // Two programs that append at the same moment would both chain to the same end: one waits for the other.
    file.lock().map_err(fail)?;
    let record = disk::read_text(&path)?;
    file.write_all(addition(&record).as_bytes()).map_err(fail)?;
    file.sync_all().map_err(fail)
}
