//! The commands of the review, and which keys the walk takes for itself.

use super::walk;
use super::{dialog, menu, past, proven, redline, talk};
use crate::app::command::{Command, Place};
use crate::app::editor::Motion;
use crate::app::keymap::Given;
use crate::app::overlay::Overlay;
use crate::app::state::{Pane, State};

/// What can be done about the review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReviewCommand {
    /// Begins or ends the walk.
    Walk,
    /// Opens what may be done now: handing in, signing, sending back.
    Proceed,
    /// Passes the item.
    Pass,
    /// Sends the item back.
    Return,
    /// Says that the item does not apply.
    NotApplicable,
    /// Goes to the next item that waits.
    NextOpen,
    /// Goes to the item before that waits.
    PreviousOpen,
    /// Passes several items together, after a look at them.
    PassTogether,
    /// Says something of the selected text.
    Remark,
    /// Lists the remarks.
    Remarks,
    /// Answers a remark.
    Answer,
    /// Settles a remark.
    Resolve,
    /// Opens the redline.
    Redline,
    /// Compares with something else.
    OtherBase,
    /// Goes to the next change.
    NextChange,
    /// Goes to the change before.
    PreviousChange,
    /// Writes the redline into a file.
    Write,
    /// Lists the versions.
    History,
    /// Puts a version back.
    Restore,
    /// Brings one's own changes together with those that somebody else saved.
    Merge,
}

/// Where keys are looked up while the walk is on and `focus` has them.
pub fn places(focus: Pane) -> &'static [Place] {
    match focus {
        Pane::Body => &[Place::Body, Place::Text, Place::Review, Place::Letter, Place::Anywhere],
        Pane::Outline | Pane::Checklist => &[Place::Review, Place::Choice, Place::Letter, Place::Anywhere],
    }
}

/// Carries out a command where it is one of the review, or one that the walk takes. Says whether it was.
pub fn keys(state: &mut State, given: Given) -> bool {
    if let Command::Review(command) = given.command {
        perform(state, command);
        return true;
    }
    let focus = state.sheet().map(|sheet| sheet.focus);
    match (given.command, focus) {
        _ if state.review.walk.is_none() => false,
        (Command::Move(motion), Some(Pane::Outline)) => {
            walk::step(state, motion);
            true
        }
        (Command::Move(motion), Some(Pane::Checklist)) => {
            match motion {
                Motion::Left | Motion::Right => {
                    walk::step(state, if motion == Motion::Left { Motion::Up } else { Motion::Down });
                }
                Motion::Top | Motion::Bottom => walk::step(state, motion),
                _ => walk::along(state, motion),
            }
            true
        }
        _ => false,
    }
}

fn perform(state: &mut State, command: ReviewCommand) {
    state.overlays.retain(|overlay| !matches!(overlay, Overlay::Form(_) | Overlay::Find(_)));
    match command {
        ReviewCommand::Walk => walk::toggle(state),
        ReviewCommand::Proceed => menu::open(state),
        ReviewCommand::Pass => walk::pass(state),
        ReviewCommand::Return => walk::send_back(state),
        ReviewCommand::NotApplicable => walk::not_applicable(state),
        ReviewCommand::NextOpen => walk::next_open(state, true),
        ReviewCommand::PreviousOpen => walk::next_open(state, false),
        ReviewCommand::PassTogether => proven::open(state),
        ReviewCommand::Remark => talk::begin_remark(state),
        ReviewCommand::Remarks => dialog::open_remarks(state),
        ReviewCommand::Redline => redline::open(state),
        ReviewCommand::History => past::open(state),
        ReviewCommand::Merge => talk::merge(state),
        // The others belong to what is open over the panes.
        _ => {}
    }
}

/// Ends the walk, or leaves the text for its card. Says whether the walk was on.
pub fn close(state: &mut State) -> bool {
    let Some(sheet) = state.sheet.as_mut().filter(|_| state.review.walk.is_some()) else {
        return false;
    };
    if sheet.focus == Pane::Checklist {
        state.review.walk = None;
        walk::leave(state);
    } else {
        sheet.focus = Pane::Checklist;
    }
    true
}
