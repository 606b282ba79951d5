//! The mouse in the walk and in the dialogs of the review.

use super::{Dialog, dialog, walk};
use crate::app::command::Command;
use crate::app::editor::Motion;
use crate::app::keymap::Given;
use crate::app::layout::{Area, Layout};
use crate::app::message::Click;
use crate::app::overlay::Overlay;
use crate::app::state::{Pane, State};

/// A click or the wheel on items or card. Says whether it fell there; what falls on the text is none of the walk's.
pub fn on_walk(state: &mut State, click: Click, column: u16, row: u16, layout: &Layout) -> bool {
    let Some(areas) = layout.walk.filter(|_| state.review.walk.is_some()) else {
        return false;
    };
    let wheel = match click {
        Click::WheelUp => Some(Motion::Up),
        Click::WheelDown => Some(Motion::Down),
        _ => None,
    };
    let press = matches!(click, Click::Press { .. });
    if let Some(list) = areas.list.filter(|list| list.contains(column, row)) {
        if let Some(motion) = wheel {
            walk::step(state, motion);
        } else if press && row > list.y {
            let top = state.review.walk.as_ref().map_or(0, |walk| walk.list.top);
            let at = top + usize::from(row - list.y - 1);
            if state.review.board.as_ref().is_some_and(|board| at < board.items.len()) {
                turn_to(state, Pane::Checklist);
                walk::turn(state, at);
            }
        }
        return true;
    }
    if !areas.card.contains(column, row) {
        return areas.stages.contains(column, row);
    }
    if let Some(motion) = wheel {
        if let Some(walk) = &mut state.review.walk {
            walk.top = if motion == Motion::Up { walk.top.saturating_sub(3) } else { walk.top + 3 };
        }
    } else if press {
        turn_to(state, Pane::Checklist);
        let at = usize::from(row.saturating_sub(areas.text.y));
        let leads = state.review.walk.as_ref().and_then(|walk| walk.rows.get(walk.top + at)?.leads);
        if let Some(evidence) = leads {
            walk::choose(state, evidence);
        }
    }
    true
}

fn turn_to(state: &mut State, pane: Pane) {
    if let Some(sheet) = &mut state.sheet {
        sheet.focus = pane;
    }
}

/// A click or the wheel on a dialog of the review. Says whether anything changed.
pub fn on_dialog(state: &mut State, click: Click, column: u16, row: u16, rows: Area) -> bool {
    let give = |state: &mut State, command| dialog::perform(state, Given { command, extend: false });
    match click {
        Click::WheelUp => return give(state, Command::Move(Motion::Up)),
        Click::WheelDown => return give(state, Command::Move(Motion::Down)),
        Click::Press { .. } if rows.contains(column, row) => {}
        _ => return false,
    }
    let at = usize::from(row - rows.y);
    let Some(Overlay::Review(dialog)) = state.overlays.last_mut() else {
        return false;
    };
    // The first click chooses, the second does it.
    let (list, chosen) = match dialog {
        Dialog::Menu(menu) => {
            let at = menu.list.top + at;
            (&mut menu.list, Some(at).filter(|&at| at < menu.choices.len()))
        }
        Dialog::Past(past) => {
            let at = past.list.top + at;
            (&mut past.list, Some(at).filter(|&at| at < past.versions.len()))
        }
        Dialog::Remarks(remarks) => {
            let leads = remarks.rows.get(remarks.top + at).and_then(|row| row.leads);
            (&mut remarks.list, leads)
        }
        _ => return false,
    };
    let Some(chosen) = chosen else { return false };
    if std::mem::replace(&mut list.selected, chosen) == chosen { give(state, Command::Choose) } else { true }
}
