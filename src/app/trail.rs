//! The way back to where one was writing: the places of the text that were left by a jump, not step by step.

use super::command::Command;
use super::editor::Motion;
use super::message::{Click, Message};
use super::state::{Pane, State};
use crate::text::edit::Edit;

/// As many places are kept.
const LONGEST: usize = 100;

/// Places that were left, in bytes of the body, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    places: Vec<usize>,
    /// How many of them lie behind where one is; those after it are gone forth to.
    at: usize,
    /// Where one rested last.
    home: usize,
}

impl Trail {
    /// Where one rested last, in bytes of the body.
    pub fn home(&self) -> usize {
        self.home
    }

    /// Moves every place along with an edit of the body.
    pub fn carry(&mut self, edit: &Edit) {
        for place in self.places.iter_mut().chain([&mut self.home]) {
            *place = edit.carry(*place);
        }
    }

    fn leave(&mut self) {
        self.places.truncate(self.at);
        self.places.retain(|&place| place != self.home);
        self.places.push(self.home);
        let over = self.places.len().saturating_sub(LONGEST);
        self.places.drain(..over);
        self.at = self.places.len();
    }

    /// The place before `here`, or behind it where `forth`.
    fn step(&mut self, here: usize, forth: bool) -> Option<usize> {
        if forth {
            let place = *self.places.get(self.at + 1)?;
            self.at += 1;
            return Some(place);
        }
        if self.at == self.places.len() && self.at > 0 {
            self.places.push(here);
        }
        self.at = self.at.checked_sub(1)?;
        self.places.get(self.at).copied()
    }
}

/// Whether `message` may move the cursor by a jump: not by steps, and not by what it writes.
pub(super) fn may_jump(state: &State, message: &Message) -> bool {
    match message {
        Message::Key(key) => match state.keymap.command(*key, state.places()).map(|given| given.command) {
            Some(Command::Move(motion)) => matches!(motion, Motion::Top | Motion::Bottom),
            Some(Command::GoBack { .. }) | None => false,
            Some(_) => true,
        },
        Message::Mouse { click, .. } => matches!(click, Click::Press { .. }),
        _ => false,
    }
}

/// After anything: remembers the place that was left, where one jumped away from it.
pub(super) fn follow(state: &mut State, jumps: bool) {
    let rests = state.overlays.is_empty() && !state.in_library && !state.imports.is_shown();
    let Some(sheet) = state.sheet.as_mut().filter(|sheet| rests && sheet.focus == Pane::Body) else {
        return;
    };
    let (text, here) = (sheet.document.editor().text(), sheet.document.editor().cursor());
    let home = sheet.trail.home.min(text.len());
    // Within a paragraph one finds one's way.
    let is_far = text.get(home.min(here)..home.max(here)).is_some_and(|between| between.contains('\n'));
    if jumps && is_far {
        sheet.trail.leave();
    }
    sheet.trail.home = here;
}

/// Goes back to the place that was left last, or forth again.
pub(super) fn go(state: &mut State, forth: bool) {
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    let here = sheet.document.editor().cursor();
    match sheet.trail.step(here, forth) {
        Some(place) => {
            sheet.focus = Pane::Body;
            sheet.document.close_run();
            sheet.document.editor_mut().place(place);
        }
        None => state.say(if forth { "没有更后的位置" } else { "没有更早的位置" }),
    }
}
