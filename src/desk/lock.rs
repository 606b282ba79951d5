//! Locks: one workbench writes a draft at a time.

use super::journal::beside;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::Path;

/// A lock on a draft, held for as long as this value lives; the system lets go of it when the process ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    // Never read: closing the file is what releases the lock.
    _file: Option<File>,
}

impl Lock {
    /// Takes the lock of `draft`; `None` when another workbench has it. Where the file system knows no locks, or nothing
    /// can be written, everyone gets one: a draft that cannot be locked must still open.
    pub fn take(draft: &Path) -> Option<Self> {
        let path = beside(draft, "locks", "lock");
        let file = path
            .parent()
            .and_then(|folder| fs::create_dir_all(folder).ok())
            .and_then(|()| OpenOptions::new().create(true).truncate(false).write(true).open(&path).ok());
        match file.as_ref().map(File::try_lock) {
            Some(Err(TryLockError::WouldBlock)) => None,
            _ => Some(Self { _file: file }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_locked_until_it_is_let_go() {
        let folder = tempfile::tempdir().unwrap();
        let draft = folder.path().join("drafts/甲.toml");
        let lock = Lock::take(&draft);
        assert!(lock.is_some());
        assert!(Lock::take(&draft).is_none());
        assert!(Lock::take(&folder.path().join("drafts/乙.toml")).is_some());
        drop(lock);
        assert!(Lock::take(&draft).is_some());
    }
}
