//! What the workbench asks to be done outside it.

use std::path::PathBuf;

use super::ignoring::Request;
use super::intake::errand::Errand;
use super::prompt::Beginning;
use super::review::Wanted;
use crate::letter::Field;
use crate::recall::Near;
use crate::text::edit::Edit;

/// Something for the caller of [`update`](super::update::update) to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Append these changes of the open draft to its journal, before they are shown.
    Journal(Vec<(Field, Edit)>),
    /// Read the library; answered by [`Message::Listed`](super::Message::Listed).
    List,
    /// Read what the drafts of the workspace hold, while one goes on working; answered by
    /// [`Message::Listed`](super::Message::Listed) where there are any.
    Learn,
    /// Read a draft; answered by [`Message::Opened`](super::Message::Opened) or a failure.
    Open(PathBuf),
    /// Make a new draft and open it; answered like [`Effect::Open`].
    Create(Beginning),
    /// Write the open draft; answered by [`Message::Saved`](super::Message::Saved).
    Save {
        /// Whether to write even over changes by others.
        overwrite: bool,
    },
    /// Drop the journal of the open draft: its changes are not wanted.
    Forget,
    /// Write the open draft as it is now into a draft of its own: its file is about to be read again.
    KeepAside,
    /// Write the letter for issuance; answered by [`Message::Exported`](super::Message::Exported).
    Export {
        /// Why it is issued although errors stand; goes into the review record.
        reason: Option<String>,
        /// Whether to write over a file that is there.
        overwrite: bool,
    },
    /// Note in the review record that a finding is let stand; answered by [`Message::Waivers`](super::Message::Waivers) or a
    /// failure.
    Ignore(Vec<Request>),
    /// Note in the review record that the finding of this entry counts again; answered like [`Effect::Ignore`].
    Withdraw(usize),
    /// Make a workspace with samples of the folder; answered by [`Message::Listed`](super::Message::Listed).
    Initialise {
        /// Whether the sample drafts are wanted too.
        samples: bool,
    },
    /// Look for paragraphs of earlier letters; answered by [`Message::Recalled`](super::Message::Recalled), more than once while
    /// letters are still being read.
    Recall {
        /// Comes back with the answer.
        serial: u64,
        /// What was typed; empty for letters of like topics.
        query: String,
        /// The letter they are wanted for.
        near: Near,
    },
    /// Keep in mind how many steps of the tutorial are done.
    Practised(usize),
    /// Put text on the system's clipboard.
    Copy(String),
    /// Turn the capture of the mouse on or off.
    CaptureMouse(bool),
    /// Something about the review of the open draft; answered by [`Message::Review`](super::Message::Review).
    Review(Wanted),
    /// Something for letters that are taken in.
    Intake(Errand),
    /// End the workbench.
    Quit,
}
