//! Journals: what was typed and not yet saved.
//!
//! The workbench adds each change to the journal before it shows it, so that a killed process loses nothing that was on
//! the screen. A journal names the very text its changes start from; it is of no use for any other.

use super::error::DeskError;
use super::workspace::Workspace;
use crate::letter::Field;
use crate::text::edit::Edit;
use serde::{Deserialize, Serialize};
use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The journal of one open draft. Its file is made by the first change and removed by [`clear`](Self::clear).
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    /// The text of the draft file that the changes start from.
    base: String,
    file: Option<File>,
}

/// Changes that a process left behind unsaved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recovered {
    /// The text of the draft file that the changes start from.
    pub base: String,
    /// The changes in order; each refers to the text that the ones before it leave.
    pub changes: Vec<(Field, Edit)>,
    /// Whether they start from the text the file holds now. If not, the file was changed elsewhere since.
    pub fits: bool,
}

/// The first line: what the changes start from, whole, so that they can be brought together with later changes of the file.
#[derive(Serialize, Deserialize)]
struct Head {
    base: String,
}

#[derive(Serialize, Deserialize)]
struct Line {
    field: String,
    start: usize,
    end: usize,
    text: String,
}

impl Journal {
    /// The journal of `draft`, whose file holds `text`. Nothing is read or written yet.
    pub fn of(draft: &Path, text: &str) -> Self {
        Self { path: beside(draft, "journal", "journal"), base: text.to_owned(), file: None }
    }

    /// Adds one change.
    ///
    /// # Errors
    /// [`DeskError`] when the journal cannot be written; the change itself is not touched by that.
    pub fn append(&mut self, field: Field, edit: &Edit) -> Result<(), DeskError> {
        let line =
            Line { field: field.to_string(), start: edit.range.start, end: edit.range.end, text: edit.text.clone() };
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(open(&self.path, &self.base).map_err(|error| DeskError::new(&self.path, error))?),
        };
        let mut text = serde_json::to_string(&line).unwrap_or_default();
        text.push('\n');
        file.write_all(text.as_bytes()).map_err(|error| DeskError::new(&self.path, error))
    }

    /// What a process left behind for this draft, if anything. A line cut off by the end of the process is dropped.
    pub fn recover(&self) -> Option<Recovered> {
        // The end of the process may have cut the last line in the middle of a character.
        let bytes = fs::read(&self.path).ok()?;
        let text = String::from_utf8_lossy(&bytes);
        let mut lines = text.lines();
        let head: Head = serde_json::from_str(lines.next()?).ok()?;
        let changes: Vec<(Field, Edit)> = lines
            .map_while(|line| serde_json::from_str::<Line>(line).ok())
            .map_while(|line| Some((line.field.parse().ok()?, Edit::replace(line.start..line.end, line.text))))
            .collect();
        (!changes.is_empty()).then(|| Recovered { changes, fits: head.base == self.base, base: head.base })
    }

    /// Forgets all changes: they are saved, as `text`, or given up. The journal goes on from `text`.
    pub fn clear(&mut self, text: &str) {
        self.file = None;
        text.clone_into(&mut self.base);
        // A journal that cannot be removed names its base, so at worst it is offered once more and found not to fit.
        let _ = fs::remove_file(&self.path);
    }
}

/// The file that belongs to a draft in a folder of `.dafu/`.
pub(super) fn beside(draft: &Path, folder: &str, extension: &str) -> PathBuf {
    let name = draft.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Workspace::of_draft(draft).root.join(".dafu").join(folder).join(format!("{name}.{extension}"))
}

fn open(path: &Path, base: &str) -> std::io::Result<File> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // A journal of the same base goes on; any other was offered and answered when the draft was opened.
    let bytes = fs::read(path).unwrap_or_default();
    let whole_lines = bytes.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
    let first = bytes.split(|&byte| byte == b'\n').next().unwrap_or_default();
    if serde_json::from_slice::<Head>(first).is_ok_and(|head| head.base == base) {
        let file = OpenOptions::new().append(true).open(path)?;
        file.set_len(whole_lines as u64)?;
        return Ok(file);
    }
    let mut file = OpenOptions::new().create(true).write(true).truncate(true).open(path)?;
    let head = serde_json::to_string(&Head { base: base.to_owned() }).unwrap_or_default();
    writeln!(file, "{head}")?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_recovered_up_to_a_cut_line() {
        let folder = tempfile::tempdir().unwrap();
        let draft = folder.path().join("drafts/甲.toml");
        let changes = [(Field::Body, Edit::insert(0, "您好\n")), (Field::Cc(1), Edit::replace(0..3, "市"))];
        let mut journal = Journal::of(&draft, "文");
        assert_eq!(journal.recover(), None);
        for (field, edit) in &changes {
            journal.append(*field, edit).unwrap();
        }
        drop(journal);
        let recovered = Journal::of(&draft, "文").recover().unwrap();
        assert_eq!(recovered, Recovered { base: "文".to_owned(), changes: changes.to_vec(), fits: true });
        assert!(!Journal::of(&draft, "别的").recover().unwrap().fits);
        let path = beside(&draft, "journal", "journal");
        let bytes = fs::read(&path).unwrap();
        fs::write(&path, &bytes[..bytes.len() - 4]).unwrap();
        assert_eq!(Journal::of(&draft, "文").recover().unwrap().changes, changes[..1]);
        Journal::of(&draft, "文").append(Field::Body, &changes[0].1).unwrap();
        let twice = [changes[0].clone(), changes[0].clone()];
        assert_eq!(Journal::of(&draft, "文").recover().unwrap().changes, twice, "a cut line is not written on");
    }

    #[test]
    fn a_cleared_journal_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let draft = folder.path().join("甲.toml");
        let mut journal = Journal::of(&draft, "文");
        journal.append(Field::Body, &Edit::insert(0, "一")).unwrap();
        journal.clear("文二");
        assert_eq!(journal.recover(), None);
        journal.append(Field::Body, &Edit::insert(0, "二")).unwrap();
        assert!(Journal::of(&draft, "文二").recover().unwrap().fits);
    }
}
