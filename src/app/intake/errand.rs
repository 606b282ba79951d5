//! What taking in letters asks to be done outside, and what comes of it.

use std::ops::Range;
use std::path::PathBuf;

use super::Reading;
use super::paths::Listing;
use crate::app::element::Element;
use crate::letter::Draft;
use crate::letter::account::Imported;

/// Something to do outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Errand {
    /// List what a path points to; answered by [`Arrival::Paths`].
    List(String),
    /// Read the file at a path, or list the letters of a folder; answered by [`Arrival::Read`] or [`Arrival::Folder`].
    Read(String),
    /// Read these files one after the other; each is answered by [`Arrival::BatchRead`] with its index.
    ReadAll(Vec<PathBuf>),
    /// Read a letter out of text; answered by [`Arrival::Read`].
    ReadText(String),
    /// Read a stretch of a source as an element; answered by [`Arrival::ReadAs`].
    ReadAs {
        /// The element.
        element: Element,
        /// Where the stretch stands, in bytes of the source.
        at: Range<usize>,
        /// Its text.
        text: String,
    },
    /// Write a new draft; answered by [`Arrival::Made`].
    Make {
        /// The draft.
        draft: Box<Draft>,
        /// The name of its file, without an ending.
        name: String,
        /// Whether a name that is taken gets a number behind it.
        beside: bool,
    },
    /// Write new drafts, each under a free name; answered by [`Arrival::AllMade`]. With each goes the index of its source.
    MakeAll(Vec<(usize, Box<Draft>, String)>),
}

/// What came of an errand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// What a path points to.
    Paths(Listing),
    /// A letter was read, or not, in words for a person.
    Read(Box<Result<Reading, String>>),
    /// The letters of a folder.
    Folder {
        /// The folder, as a person knows it.
        folder: String,
        /// Its letters.
        files: Vec<PathBuf>,
    },
    /// A letter of the folder was read, or not.
    BatchRead {
        /// Which file it is.
        index: usize,
        /// The letter.
        read: Box<Result<Reading, String>>,
    },
    /// A stretch of the source, read as an element.
    ReadAs {
        /// The element.
        element: Element,
        /// Where the stretch stands.
        at: Range<usize>,
        /// What it says.
        read: Box<Imported>,
    },
    /// A draft was made, or not.
    Made(Result<PathBuf, MakeProblem>),
    /// Drafts were made, each with the index of its source, or not.
    AllMade(Vec<(usize, Result<PathBuf, String>)>),
}

/// Why no draft was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MakeProblem {
    /// There is a draft of that name.
    Exists {
        /// The name that is taken.
        taken: PathBuf,
        /// One that is free.
        free: PathBuf,
    },
    /// Anything else, in words for a person.
    Other(String),
}
