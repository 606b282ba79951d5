//! The review record beside a draft: appended to under a lock, and what was last seen of its end.

use super::disk::{self, Overwrite};
use super::error::{DeskError, Trouble};
use super::journal::beside;
use std::fs::{File, OpenOptions};
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
    let path = path(draft);
    let bytes = match disk::read_bytes(&path) {
        Err(DeskError { trouble: Trouble::Missing, .. }) => return Ok(String::new()),
        other => other?,
    };
    String::from_utf8(bytes).or_else(|error| {
        // An addition that was cut short may end in the middle of a character.
        let (end, cut) = (error.utf8_error().valid_up_to(), error.utf8_error().error_len().is_none());
        let mut bytes = error.into_bytes();
        bytes.truncate(if cut { end } else { 0 });
        if cut {
            Ok(String::from_utf8(bytes).unwrap_or_default())
        } else {
            Err(DeskError::new(&path, Trouble::NotText))
        }
    })
}

/// The record of a draft together with what was last kept of its end, as one moment has them: whoever adds to it just now
/// is waited for. Where nothing can be locked, the end is read first, for a record only grows.
///
/// # Errors
/// As [`read`].
pub fn read_sealed(draft: &Path) -> Result<(String, Option<String>), DeskError> {
    // Nobody has ever added anything where there is no file to lock.
    let shared = File::open(lock_path(draft)).ok();
    let _shared = shared.filter(|file| file.lock_shared().is_ok());
    let seal = seal(draft);
    Ok((read(draft)?, seal))
}

/// What is added to a record.
#[derive(Debug)]
pub struct Addition {
    /// How many bytes of the record stay: all of them, but for an addition at the end that was cut short.
    pub keep: usize,
    /// The text to add.
    pub text: String,
}

/// Adds to the record of a draft what `addition` makes of the record so far, and keeps what `seal` tells of the whole.
/// What is there is never rewritten; what was cut short is kept apart.
///
/// Two programs that append at the same moment would both chain to the same end, so one waits for the other: by a file
/// of its own, because on some systems nobody could read the record while it is locked.
///
/// # Errors
/// [`DeskError`] when the record cannot be read or written.
pub fn append<E: From<DeskError>>(
    draft: &Path,
    addition: impl FnOnce(&str) -> Result<Addition, E>,
    seal: impl FnOnce(&str) -> String,
) -> Result<(), E> {
    let _lock = lock(draft)?;
    let mut record = read(draft)?;
    let Addition { keep, text } = addition(&record)?;
    let path = path(draft);
    let fail = |error: std::io::Error| DeskError::new(&path, error);
    let mut file = OpenOptions::new().create(true).append(true).open(&path).map_err(fail)?;
    let there = file.metadata().map_err(fail)?.len();
    if (keep as u64) < there {
        let bytes = disk::read_bytes(&path)?;
        disk::write(&beside(draft, "records", "torn"), &bytes[keep.min(bytes.len())..], Overwrite::Replace)?;
        file.set_len(keep as u64).map_err(fail)?;
        record.truncate(keep);
    }
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(fail)?;
    record.push_str(&text);
    disk::write(&seal_path(draft), seal(&record).as_bytes(), Overwrite::Replace)?;
    Ok(())
}

/// What was last kept of the end of a draft's record by [`append`]; `None` where nothing is known.
pub fn seal(draft: &Path) -> Option<String> {
    disk::read_text(&seal_path(draft)).ok()
}

/// Puts the record of a draft aside under a name of its own, with what was kept of its end; gives that name.
///
/// # Errors
/// [`DeskError`] when it cannot be renamed.
pub fn set_aside(draft: &Path) -> Result<PathBuf, DeskError> {
    let _lock = lock(draft)?;
    let path = path(draft);
    let target = (1..)
        .map(|count| path.with_extension(format!("toml.{count}")))
        .find(|target| !target.exists())
        .unwrap_or_else(|| path.with_extension("toml.0"));
    if path.exists() {
        std::fs::rename(&path, &target).map_err(|error| DeskError::new(&path, error))?;
    }
    // A seal that stays would only tell of the record that was put aside.
    let _ = std::fs::remove_file(seal_path(draft));
    Ok(target)
}

fn lock(draft: &Path) -> Result<File, DeskError> {
    let path = lock_path(draft);
    let fail = |error: std::io::Error| DeskError::new(&path, error);
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(fail)?;
    }
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(fail)?;
    file.lock().map_err(fail)?;
    Ok(file)
}

fn lock_path(draft: &Path) -> PathBuf {
    beside(draft, "locks", "review.lock")
}

fn seal_path(draft: &Path) -> PathBuf {
    beside(draft, "records", "seal")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_writers_at_once_each_see_what_the_others_wrote() {
        let folder = tempfile::tempdir().unwrap();
        let draft = folder.path().join("drafts/甲.toml");
        disk::write(&draft, b"", Overwrite::Never).unwrap();
        let next = |record: &str| {
            let text = format!("{}\n", record.lines().count());
            Ok::<_, DeskError>(Addition { keep: record.len(), text })
        };
        // Before the first entry there is no lock to wait for, and a seal that is not there yet tells nothing.
        append(&draft, next, |record| record.lines().count().to_string()).unwrap();
        std::thread::scope(|scope| {
            scope.spawn(|| {
                for _ in 0..200 {
                    let (record, seal) = read_sealed(&draft).unwrap();
                    assert_eq!(record.lines().count().to_string(), seal.unwrap());
                }
            });
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..10 {
                        append(&draft, next, |record| record.lines().count().to_string()).unwrap();
                    }
                });
            }
        });
        let numbers: Vec<String> = (0..81).map(|number| number.to_string()).collect();
        assert_eq!(read_sealed(&draft).unwrap().1.as_deref(), Some("81"));
        assert_eq!(read(&draft).unwrap().lines().collect::<Vec<_>>(), numbers);
        assert_eq!(seal(&draft).as_deref(), Some("81"));
    }
}
