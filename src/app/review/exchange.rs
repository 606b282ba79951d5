//! What the review asks to be done outside the state, and what it is told.

use std::path::PathBuf;

use super::case::Case;
use super::past::Version;
use crate::letter::Draft;
use crate::letter::merge::{Conflict, Side};
use crate::review::Action;

/// What a redline compares the draft with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Base {
    /// The last signature, else the last verdict, else the version before.
    LastSignOff,
    /// The file as it was last read or saved.
    Saved,
    /// The version before the one in the file.
    Previous,
    /// The version of this hash, called so by the history.
    Version(String, String),
    /// A draft or a letter in a file.
    File(PathBuf),
}

/// Something to be done about the review of the open draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// See whether draft or record have changed on the disk.
    Look,
    /// Take these decisions down, all of them or none.
    Decide(Vec<Action>),
    /// Keep the person's name for this account.
    Introduce(String),
    /// Read the versions of the draft.
    History,
    /// Read what the draft is to be compared with.
    Compare(Base),
    /// Read a version that is to be put back, by its hash; the name is for the person.
    Restore(String, String),
    /// Write a redline into a file of its own.
    Write(String),
    /// Write the review sheet into a file of its own.
    Sheet,
    /// Take the lock, which another workbench had when the draft was opened.
    Unlock,
    /// Let go of the lock: whoever walks does not keep the drafter from writing.
    Yield,
    /// Bring one's own unsaved changes together with what somebody else saved; where they contradict each other, as was
    /// decided.
    Merge(Vec<(Conflict, Side)>),
}

/// What the review is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Draft or record may have changed on the disk.
    Stirred,
    /// The review, as it was read; or why it could not be.
    Read(Result<Box<Case>, String>),
    /// Decisions were taken down, or not; in words for a person.
    Decided(Result<String, String>),
    /// The draft is another one on the disk.
    Changed(Box<Elsewhere>),
    /// The draft is not on the disk any more.
    Gone,
    /// The versions of the draft, the newest first.
    History(Result<Vec<Version>, String>),
    /// What the draft is to be compared with: what it is called, and what it says.
    Compared(Base, Result<(String, Box<Draft>), String>),
    /// A version that is to be put back: what it is called, and what it says.
    Restored(Result<(String, Box<Draft>), String>),
    /// A redline or a review sheet was written into this file, or not.
    Written(Result<PathBuf, String>),
    /// The draft can be changed now, or why it still cannot.
    Unlocked(Result<(), String>),
    /// The lock was given up.
    Yielded,
    /// Both changes, brought together over what is on the disk now; or why they could not be.
    Merged(Result<Box<Draft>, String>),
    /// Where the two changes contradict each other, and nobody has decided yet.
    Contradicted(Vec<Conflict>),
}

/// What somebody else made of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// Who, when; in words.
    pub by: String,
    /// The draft as it is on the disk now; nothing when one's own unsaved changes stand against it.
    pub draft: Option<Draft>,
}
