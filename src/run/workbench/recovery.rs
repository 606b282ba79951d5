//! What a workbench that ended without saving left behind.

use std::path::PathBuf;

use crate::desk::{DraftFile, Journal, Recovered, Workspace};
use crate::letter::merge::merge;
use crate::letter::{Draft, difference, format};

/// The draft to go on with.
pub(super) struct Recovery {
    /// The draft, with what was left behind where it could be brought in.
    pub draft: Draft,
    /// Whether something was brought in.
    pub recovered: bool,
    /// The draft of its own that holds what could not be brought in.
    pub aside: Option<PathBuf>,
}

/// Brings back what the journal of `file` holds. Where the file was changed since, both changes are brought together; where
/// they contradict each other, what was left behind becomes a draft of its own beside it. Nothing is given up.
pub(super) fn recover(file: &DraftFile, journal: &mut Journal, workspace: &Workspace) -> Recovery {
    let plain = Recovery { draft: file.draft.clone(), recovered: false, aside: None };
    let Some(left) = journal.recover() else { return plain };
    let Some((base, mine)) = replay(&left) else { return plain };
    if mine == file.draft {
        // Everything was taken back before the workbench ended: there is nothing that is not in the file.
        journal.clear(file.text());
        return plain;
    }
    if left.fits {
        return Recovery { draft: mine, recovered: true, aside: None };
    }
    // The journal goes on from the file as it is now, with all that was brought in.
    if let Some(draft) = merge(&base, &mine, &file.draft)
        && let Some(edits) = difference::edits(&file.draft, &draft)
    {
        journal.clear(file.text());
        if edits.iter().all(|(field, edit)| journal.append(*field, edit).is_ok()) {
            return Recovery { draft, recovered: true, aside: None };
        }
    }
    let aside = keep(file, &mine, workspace);
    if aside.is_some() {
        journal.clear(file.text());
    }
    Recovery { aside, ..plain }
}

/// Writes a draft of its own beside `file`: 2026057-找回.toml.
pub(super) fn keep(file: &DraftFile, draft: &Draft, workspace: &Workspace) -> Option<PathBuf> {
    let stem = file.path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let path = workspace.free_path(&format!("{stem}-找回"));
    DraftFile::create(&path, draft).ok().map(|file| file.path)
}

/// The draft the changes start from, and the one they lead to.
fn replay(left: &Recovered) -> Option<(Draft, Draft)> {
    let base = format::read(&left.base).ok()?.draft;
    let mut mine = base.clone();
    left.changes.iter().try_for_each(|(field, edit)| mine.edit(*field, edit)).ok()?;
    Some((base, mine))
}
