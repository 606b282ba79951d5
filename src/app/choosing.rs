//! Choosing a draft in the library.

use super::command::Command;
use super::editor::Motion;
use super::effect::Effect;
use super::history::Action;
use super::keymap::Given;
use super::layout::Layout;
use super::line::Line;
use super::over;
use super::question::Next;
use super::state::State;
use super::update::{insert, leave};

/// Shows the library, at the draft one is in.
pub(super) fn open(state: &mut State) {
    state.overlays.clear();
    if let Some(sheet) = state.sheet.as_ref().filter(|_| !state.in_library) {
        state.library.leave(sheet.document.path(), sheet.document.editor().cursor());
    }
    state.in_library = true;
    state.effects.push(Effect::List);
}

/// Empties the filter, else goes back to the open draft.
pub(super) fn close(state: &mut State) {
    if !state.library.filter.text().is_empty() {
        state.library.filter = Line::default();
        state.library.refilter();
    } else if state.sheet.is_some() {
        state.in_library = false;
    }
}

/// Does what is given while the library is shown: opens the chosen draft, moves the choice, or edits the filter.
pub(super) fn perform(state: &mut State, given: Given) {
    let height = usize::from(Layout::of(state).rows.height);
    let count = state.library.shown().len();
    match given.command {
        Command::Choose => choose(state),
        Command::Move(motion @ (Motion::Left | Motion::Right)) => state.library.filter.step(motion, given.extend),
        Command::Move(motion) => {
            state.library.list.step(motion, count, height);
        }
        Command::Paste => {
            let text = state.clipboard.clone();
            insert(state, &text, Action::Whole);
        }
        command => {
            if over::edit_line(&mut state.library.filter, Given { command, ..given }) {
                state.library.refilter();
            }
        }
    }
}

fn choose(state: &mut State) {
    let Some(entry) = state.library.chosen() else {
        return;
    };
    if let Some(problem) = entry.problem.clone() {
        return state.warn(problem);
    }
    let path = entry.path.clone();
    if state.sheet.as_ref().is_some_and(|sheet| sheet.document.path() == path) {
        state.in_library = false;
    } else {
        leave(state, Next::Open(path));
    }
}
