//! What the workbench is told.

use std::path::PathBuf;

use super::Key;
use super::intake::errand::Arrival;
use super::library::Entry;
use super::picker::Recalled;
use super::review::Told;
use crate::check::Waiver;
use crate::letter::Draft;

/// A mouse button or wheel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Click {
    /// The left button went down; with Shift held it extends the selection.
    Press {
        /// Whether Shift was held.
        extend: bool,
    },
    /// The left button went down once more in the same place: the how manieth time, from 2.
    Again(u8),
    /// The mouse moved with the left button down.
    Drag,
    /// The left button came up.
    Release,
    /// The wheel turned away from the person.
    WheelUp,
    /// The wheel turned towards the person.
    WheelDown,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted, with line feeds only.
    Paste(String),
    /// The mouse did something.
    Mouse {
        /// What it did.
        click: Click,
        /// The column it is in, in cells from 0.
        column: u16,
        /// The row it is in, in cells from 0.
        row: u16,
    },
    /// The terminal has this size now, in cells.
    Resize {
        /// Columns.
        width: u16,
        /// Rows.
        height: u16,
    },
    /// The drafts of the workspace.
    Listed(Vec<Entry>),
    /// The folder of the drafts is another than it was.
    FolderStirred,
    /// A draft was read.
    Opened(Box<Opened>),
    /// The open draft was written, or not.
    Saved(Result<(), SaveProblem>),
    /// The letter was written for issuance to this file, or not.
    Exported(Result<PathBuf, ExportProblem>),
    /// What was found among earlier letters.
    Recalled(Recalled),
    /// What came of an errand for letters that are taken in.
    Intake(Arrival),
    /// What is let stand in the open draft, now that it has changed, and what to say of it.
    Waivers(Vec<Waiver>, &'static str),
    /// What is wrong with what a person has set for the workbench.
    Faults(Faults),
    /// Something that was asked for failed, in words for a person.
    Failed(String),
    /// Something about the review of the open draft.
    Review(Told),
    /// The screen is drawn and nothing else is waiting: time for what could wait, above all the checks.
    Idle,
}

/// A draft as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Its file.
    pub path: PathBuf,
    /// The draft, with the changes of its journal where there were any.
    pub draft: Draft,
    /// Why it cannot be changed, where it cannot.
    pub read_only: Option<String>,
    /// Where changes that were never saved have been brought back: the draft without them, as its file has it.
    pub recovered: Option<Draft>,
    /// What is let stand of its findings.
    pub waivers: Vec<Waiver>,
    /// The draft of its own that unsaved changes went into, where they contradict the file.
    pub aside: Option<PathBuf>,
}

/// Why a draft was not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveProblem {
    /// The file is not as it was when it was read.
    Changed,
    /// Anything else, in words for a person.
    Other(String),
}

/// Why a letter was not written for issuance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportProblem {
    /// The file exists.
    Exists(PathBuf),
    /// Something stands against it; each in words.
    Refused(Vec<String>),
    /// Anything else, in words for a person.
    Other(String),
}

/// What is wrong with what a person has set for the workbench, each in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// Why nothing of the settings is in force, where the file could not be read as a whole.
    pub unread: Option<String>,
    /// What of them is not in force; the rest is.
    pub single: Vec<String>,
}
