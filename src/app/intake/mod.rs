//! Taking in letters that were written elsewhere: which stretch of the source goes into which field, put right by a person
//! before the draft is made.
//!
//! The heart is [`sorting`]: the source, cut into [`piece`]s that each have a fate, and the draft that these make. A correction
//! moves a stretch to another fate; nothing of the source can get lost by it. [`screen`] is how a person looks at it,
//! [`paths`] how a file is found, [`batch`] a folder of them, [`pasted`] what a paste tells of itself.

pub(super) mod asking;
pub mod assign;
pub mod batch;
pub mod body;
pub mod errand;
pub(super) mod keys;
mod linking;
pub(super) mod mouse;
pub(super) mod moves;
pub(super) mod outcome;
pub mod pasted;
pub mod paths;
pub mod piece;
pub mod record;
mod remaining;
pub mod rows;
pub mod screen;
pub mod sorting;
pub mod tags;
mod view;

use std::path::PathBuf;

use self::batch::Batch;
use self::record::Record;
use self::screen::Intake;
use crate::letter::Draft;
use crate::letter::account::Report;

/// Where a text was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// In a file.
    File(PathBuf),
    /// In what was pasted into the open draft.
    Pasted,
}

/// A letter that was read out of a text, before anybody looked at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Where it was read.
    pub origin: Origin,
    /// The format it was found to be in, in words.
    pub format: String,
    /// The text, lines ended by line feeds.
    pub text: String,
    /// The draft it makes.
    pub draft: Draft,
    /// What became of every character; ranges are bytes of `text`.
    pub report: Report,
}

impl Reading {
    /// The name a person knows the source by.
    pub fn name(&self) -> String {
        self.origin.name()
    }
}

impl Origin {
    /// The name a person knows it by.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => {
                path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
            }
            Self::Pasted => "粘贴的文字".to_owned(),
        }
    }
}

/// Everything the workbench remembers of letters being taken in.
#[derive(Debug, Default)]
pub struct Imports {
    /// The letter that is looked at.
    pub open: Option<Box<Intake>>,
    /// The folder that is gone through.
    pub batch: Option<Batch>,
    /// What became of the sources of this session, the latest last.
    pub records: Vec<Record>,
    /// Where the last file was, as it was typed.
    pub last_folder: String,
    /// What was pasted and is being read as a whole letter: should it be none, it is pasted all the same.
    pub(super) pasted: Option<String>,
    /// The draft that is being made, so that it opens at its first finding.
    pub(super) made: Option<PathBuf>,
}
