//! The review in the workbench: the walk through the items, the stages, remarks, redlines and versions.
//!
//! What is decided goes out as [`Wanted::Decide`] and comes back as a [`Case`] that was read from the record; nothing
//! here ever pretends that something is in the record before it is.

pub mod areas;
pub mod board;
mod card;
pub mod case;
mod command;
pub mod contradiction;
mod dialog;
mod exchange;
mod fit;
mod following;
pub mod machine;
pub mod menu;
mod mouse;
pub mod notes;
pub mod past;
mod proven;
pub mod redline;
pub mod rows;
mod talk;
mod vouched;
mod walk;
pub mod words;

pub use case::Case;
pub use command::ReviewCommand;
pub use contradiction::Contradiction;
pub use dialog::{Dialog, RemarkList};
pub use exchange::{Base, Elsewhere, Told, Wanted};
pub use past::Version;
pub use proven::Proven;
pub use walk::Walk;

pub(super) use command::{close, keys, places};
pub(super) use dialog::perform as in_dialog;
pub(super) use fit::{fit, marks};
pub(super) use following::take_in;
pub(super) use mouse::{on_dialog as mouse_on_dialog, on_walk as mouse_on_walk};
pub(super) use notes::carry;
pub(super) use talk::{asks_name, saved};
pub(super) use walk::refresh;
pub(super) use words::Pending;

use std::collections::BTreeSet;

use self::board::Board;
use self::notes::Note;

/// Why a draft is not changed while its reviewer walks: whoever only reads does not keep the drafter from writing.
pub(super) const YIELDED: &str = "正在核稿，没有占用稿件";

/// What the workbench remembers of the review of the open draft.
#[derive(Clone, Debug, Default)]
pub struct Review {
    /// What was read of it; nothing before it was read.
    pub(super) case: Option<Case>,
    /// Why there is none.
    pub(super) trouble: Option<String>,
    /// How the letter stands; worked out while somebody looks at it.
    pub(super) board: Option<Board>,
    /// The remarks at their places.
    pub(super) notes: Vec<Note>,
    /// What of the checklist a reviewer has vouched for on the text as it is, by the names of its items.
    pub(super) vouched: BTreeSet<&'static str>,
    /// Where the letter stands on its way out, in words; empty where nobody uses stages.
    pub(super) stage: String,
    /// Whether somebody has signed the letter as it is.
    pub(super) signed: bool,
    /// The walk, while it is on.
    pub(super) walk: Option<Walk>,
    /// Who saved another text of the draft while this one has unsaved changes, in words.
    pub(super) elsewhere: Option<String>,
    /// Whether the decisions that are being taken down are verdicts, after which the walk goes on.
    pub(super) judged: bool,
    /// What was typed into a draft that somebody else was writing, until it is known whether they still are.
    pub(super) typed: Option<String>,
}

impl Review {
    /// What was read of the review.
    pub fn case(&self) -> Option<&Case> {
        self.case.as_ref()
    }

    /// How the letter stands, where it was worked out.
    pub fn board(&self) -> Option<&Board> {
        self.board.as_ref()
    }

    /// The remarks at their places.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The remarks that are not settled, at their places in the body.
    pub fn open_in_body(&self) -> impl Iterator<Item = (&Note, std::ops::Range<usize>)> {
        self.notes
            .iter()
            .filter(|note| note.is_open() && note.field == Some(crate::letter::Field::Body))
            .filter_map(|note| note.range.clone().map(|range| (note, range)))
    }

    /// Where the letter stands on its way out, in words; empty where nobody uses stages.
    pub fn stage(&self) -> &str {
        &self.stage
    }

    /// Whether a reviewer has vouched for an item of the checklist, by its name, on the text as it is.
    pub fn is_vouched(&self, item: &str) -> bool {
        self.vouched.contains(item)
    }

    /// The walk, while it is on.
    pub fn walk(&self) -> Option<&Walk> {
        self.walk.as_ref()
    }

    /// Who saved another text of the draft while this one has unsaved changes, in words.
    pub fn elsewhere(&self) -> Option<&str> {
        self.elsewhere.as_deref()
    }
}
