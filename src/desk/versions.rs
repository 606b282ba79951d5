//! Versions of a draft: a snapshot of each text that was saved or judged, named by its SHA-256, and who made it when.
//!
//! They lie under `.dafu/versions/`, and nothing needs them to read a letter.

use super::configuration::Configuration;
use super::disk::{self, Overwrite};
use super::error::{DeskError, Trouble};
use super::identity::identity;
use super::record;
use super::workspace::Workspace;
use crate::text::fingerprint::fingerprint;
use jiff::Zoned;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// One version in a draft's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// The SHA-256 of its text, in hexadecimal; the name of its snapshot.
    pub hash: String,
    /// When it came to be, as RFC 3339 with offset.
    pub at: String,
    /// Who made it.
    pub who: String,
    /// On which machine.
    pub machine: String,
    /// What made it.
    pub cause: Cause,
}

/// What makes a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cause {
    /// The draft was made.
    Created,
    /// It was there before dafu first changed it.
    Found,
    /// It was saved.
    Saved,
    /// It was judged or signed.
    Reviewed,
    /// An earlier version was put back.
    Restored,
}

impl Cause {
    /// What a user calls it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Created => "新建",
            Self::Found => "原有",
            Self::Saved => "保存",
            Self::Reviewed => "核稿",
            Self::Restored => "恢复",
        }
    }
}

/// Keeps `text` as a version of `draft`, unless the last version is the same. A history that has grown well beyond what
/// `[versions] keep` allows is pruned.
///
/// # Errors
/// [`DeskError`] when the snapshot cannot be written. The draft itself is not touched.
pub fn keep(draft: &Path, text: &str, cause: Cause) -> Result<(), DeskError> {
    let hash = fingerprint(text.as_bytes());
    let folder = folder(draft);
    let snapshot = snapshot(&folder, &hash);
    let known = history(draft)?;
    if known.last().is_some_and(|last| last.hash == hash) && snapshot.exists() {
        return Ok(());
    }
    if !snapshot.exists() {
        disk::write(&snapshot, text.as_bytes(), Overwrite::Replace)?;
    }
    let configuration = Configuration::load(&Workspace::of_draft(draft).root).unwrap_or_default();
    let most = configuration.versions.keep;
    let person = identity(&configuration);
    let at = Zoned::now().strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
    let version = Version { hash, at, who: person.name, machine: person.machine, cause };
    let mut line = serde_json::to_string(&version).unwrap_or_default();
    line.push('\n');
    let log = folder.join(LOG);
    let fail = |error: std::io::Error| DeskError::new(&log, error);
    let mut file = OpenOptions::new().create(true).append(true).open(&log).map_err(fail)?;
    file.write_all(line.as_bytes()).map_err(fail)?;
    // Now and then, not at each save: a history is rewritten whole when it is pruned.
    if known.len() >= most + most / 4 + 8 {
        prune(draft, most)?;
    }
    Ok(())
}

const LOG: &str = "history.jsonl";

/// The versions of `draft`, oldest first. A line cut short by the end of a process is left out.
///
/// # Errors
/// [`DeskError`] when the history is there and cannot be read.
pub fn history(draft: &Path) -> Result<Vec<Version>, DeskError> {
    match disk::read_bytes(&folder(draft).join(LOG)) {
        Ok(bytes) => {
            Ok(String::from_utf8_lossy(&bytes).lines().filter_map(|line| serde_json::from_str(line).ok()).collect())
        }
        Err(DeskError { trouble: Trouble::Missing, .. }) => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

/// The text of the version `hash` of `draft`.
///
/// # Errors
/// [`DeskError`] when there is no such snapshot, or its text is no longer the one it is named for.
pub fn read(draft: &Path, hash: &str) -> Result<String, DeskError> {
    let path = snapshot(&folder(draft), hash);
    let text = disk::read_text(&path)?;
    if fingerprint(text.as_bytes()) == hash {
        Ok(text)
    } else {
        Err(DeskError::new(&path, Trouble::System("快照已损坏，与所记的 SHA-256 不符".to_owned())))
    }
}

/// Removes the oldest versions of `draft` until `most` are left; those that its review record names stay. Gives how many
/// went.
///
/// # Errors
/// [`DeskError`] when the history cannot be read or written.
pub fn prune(draft: &Path, most: usize) -> Result<usize, DeskError> {
    let record = record::read(draft)?;
    let known = history(draft)?;
    let excess = known.len().saturating_sub(most.max(1));
    if excess == 0 {
        return Ok(0);
    }
    let (old, new) = known.split_at(excess);
    let stay: Vec<&Version> = old.iter().filter(|version| record.contains(&version.hash)).chain(new).collect();
    let needed: HashSet<&str> = stay.iter().map(|version| version.hash.as_str()).collect();
    let folder = folder(draft);
    let mut lines = String::new();
    for version in &stay {
        lines.push_str(&serde_json::to_string(version).unwrap_or_default());
        lines.push('\n');
    }
    disk::write(&folder.join(LOG), lines.as_bytes(), Overwrite::Replace)?;
    for version in old.iter().filter(|version| !needed.contains(version.hash.as_str())) {
        // A snapshot that cannot be removed takes room and does no harm.
        let _ = fs::remove_file(snapshot(&folder, &version.hash));
    }
    Ok(known.len() - stay.len())
}

fn snapshot(folder: &Path, hash: &str) -> PathBuf {
    folder.join(format!("{hash}.toml"))
}

fn folder(draft: &Path) -> PathBuf {
    let stem = draft.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    Workspace::of_draft(draft).root.join(".dafu/versions").join(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_is_kept_once_and_read_back() {
        let root = tempfile::tempdir().unwrap();
        let draft = root.path().join("drafts/甲.toml");
        for text in ["一", "二", "二", "一"] {
            keep(&draft, text, Cause::Saved).unwrap();
        }
        let hashes: Vec<String> = history(&draft).unwrap().into_iter().map(|version| version.hash).collect();
        assert_eq!(hashes, ["一", "二", "一"].map(|text| fingerprint(text.as_bytes())));
        assert_eq!(read(&draft, &hashes[1]).unwrap(), "二");
        fs::write(snapshot(&folder(&draft), &hashes[1]), "别的").unwrap();
        assert!(read(&draft, &hashes[1]).unwrap_err().to_string().contains("快照已损坏"));
    }

    #[test]
    fn pruning_spares_what_was_signed_and_what_is_new() {
        let root = tempfile::tempdir().unwrap();
        let draft = root.path().join("甲.toml");
        for number in 0..9 {
            keep(&draft, &number.to_string(), Cause::Saved).unwrap();
        }
        let signed = fingerprint(b"2");
        fs::write(record::path(&draft), format!("version = \"{signed}\"\n")).unwrap();
        assert_eq!(prune(&draft, 3).unwrap(), 5);
        let left: Vec<String> = history(&draft).unwrap().into_iter().map(|version| version.hash).collect();
        assert_eq!(left, ["2", "6", "7", "8"].map(|text| fingerprint(text.as_bytes())));
        assert_eq!(read(&draft, &signed).unwrap(), "2");
        assert!(read(&draft, &fingerprint(b"1")).is_err());
        assert_eq!(prune(&draft, 9).unwrap(), 0);
    }

    #[test]
    fn a_history_does_not_grow_without_end() {
        let root = tempfile::tempdir().unwrap();
        let draft = root.path().join("甲.toml");
        fs::write(root.path().join("dafu.toml"), "[versions]\nkeep = 4\n").unwrap();
        for number in 0..60 {
            keep(&draft, &number.to_string(), Cause::Saved).unwrap();
        }
        assert!(history(&draft).unwrap().len() < 16);
        assert_eq!(read(&draft, &fingerprint(b"59")).unwrap(), "59");
    }
}
