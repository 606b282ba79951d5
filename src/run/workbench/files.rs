//! Effects on files.

use std::path::Path;
use std::sync::mpsc::Sender;

use jiff::civil::Date;

use super::shelf;
use crate::app::{ExportProblem, Message, Opened, SaveProblem, State};
use crate::desk::{DraftFile, Journal, SaveError, Workspace};
use crate::export::{Encoding, LineEnd};
use crate::letter::Field;
use crate::run::{Export, ExportError, Profiles, export};
use crate::term::events::Heard;
use crate::text::edit::Edit;

/// The files the workbench holds: the workspace, the open draft, its journal.
pub(super) struct Files {
    workspace: Workspace,
    today: Date,
    open: Option<(DraftFile, Journal)>,
    /// Whether the person has been told that the journal cannot be written; once is enough.
    told: bool,
}

impl Files {
    /// The files of the workspace at `path`, or of the workspace that the draft `path` belongs to.
    pub fn new(path: &Path, today: Date) -> Self {
        let workspace = if path.is_file() { Workspace::of_draft(path) } else { Workspace::at(path) };
        Self { workspace, today, open: None, told: false }
    }

    /// The workspace's name, for a person to read.
    pub fn workspace_name(&self) -> String {
        let root = std::fs::canonicalize(&self.workspace.root).unwrap_or_else(|_| self.workspace.root.clone());
        root.display().to_string()
    }

    /// Reads the library.
    pub fn list(&self, to: Sender<Heard>) -> Message {
        if !self.workspace.exists() {
            return Message::Listed(Vec::new());
        }
        match shelf::list(&self.workspace, self.today, to) {
            Ok(entries) => Message::Listed(entries),
            Err(error) => Message::Failed(error.to_string()),
        }
    }

    /// Makes a workspace of the folder, with the samples.
    pub fn initialise(&self, to: Sender<Heard>) -> Message {
        if let Err(error) = crate::run::init::create(&self.workspace) {
            return Message::Failed(error.to_string());
        }
        self.list(to)
    }

    /// Opens a draft, with the changes that its journal still holds.
    pub fn open(&mut self, path: &Path, state: &mut State) -> Message {
        let file = match DraftFile::load(path) {
            Ok(file) => file,
            Err(error) => return Message::Failed(error.to_string()),
        };
        let mut journal = Journal::of(path, file.text());
        let mut draft = file.draft.clone();
        let mut recovered = false;
        let mut aside = None;
        match journal.recover() {
            Some(left) if left.fits => {
                recovered = left.changes.iter().all(|(field, edit)| draft.edit(*field, edit).is_ok());
                if !recovered {
                    draft = file.draft.clone();
                    aside = journal.set_aside().ok();
                }
            }
            Some(_) => aside = journal.set_aside().ok(),
            None => {}
        }
        state.set_profile(shelf::profile(&self.workspace.root, &draft));
        let read_only = file.newer_format.map(|format| format!("文件是新格式（format = {format}），只能查看"));
        self.open = Some((file, journal));
        Message::Opened(Box::new(Opened { path: path.to_owned(), draft, read_only, recovered, aside }))
    }

    /// Appends changes to the journal.
    pub fn journal(&mut self, changes: &[(Field, Edit)]) -> Option<Message> {
        let (_, journal) = self.open.as_mut()?;
        let trouble = changes.iter().find_map(|(field, edit)| journal.append(*field, edit).err());
        let error = trouble.filter(|_| !std::mem::replace(&mut self.told, true))?;
        Some(Message::Failed(format!("写不了 .dafu 里的改动记录，请勤按 Ctrl+S：{error}")))
    }

    /// Saves the open draft.
    pub fn save(&mut self, state: &State, overwrite: bool) -> Option<Message> {
        let (file, journal) = self.open.as_mut()?;
        let draft = state.sheet()?.document.draft();
        Some(Message::Saved(match file.save(draft, overwrite) {
            Ok(()) => {
                journal.clear(file.text());
                Ok(())
            }
            Err(SaveError::Changed) => Err(SaveProblem::Changed),
            Err(error) => Err(SaveProblem::Other(format!("没有保存：{error}"))),
        }))
    }

    /// Gives up the changes in the journal.
    pub fn forget(&mut self) {
        if let Some((file, journal)) = &mut self.open {
            let text = file.text().to_owned();
            journal.clear(&text);
        }
    }

    /// Writes the open draft, as it was saved, for issuance.
    pub fn export(&mut self, reason: Option<&str>, overwrite: bool) -> Option<Message> {
        let (file, _) = self.open.as_ref()?;
        let target = self.workspace.export_path(&file.path, "txt");
        // Asked before the gate: an override is recorded when it is passed, and is to be recorded once.
        if !overwrite && target.exists() {
            return Some(Message::Exported(Err(ExportProblem::Exists(target))));
        }
        let wanted = Export {
            draft: &file.path,
            target: Some(target),
            overwrite,
            override_reason: reason,
            encoding: Encoding::default(),
            line_end: LineEnd::default(),
            today: self.today,
        };
        let result = export(&wanted, &mut Profiles::default());
        Some(Message::Exported(result.map_err(|error| match error {
            ExportError::Exists(path) => ExportProblem::Exists(path),
            error => ExportProblem::Other(format!("没有导出：{error}")),
        })))
    }
}
