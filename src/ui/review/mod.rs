//! The walk and the dialogs of the review.

mod card;
mod dialogs;
mod items;
mod rows;
mod stages;
#[cfg(test)]
mod tests;

use ratatui::layout::Position;

use super::ink::Ink;
use crate::app::State;
use crate::app::command::Command;
use crate::app::layout::Layout;
use crate::app::review::ReviewCommand;
use crate::app::state::Pane;

pub(super) use dialogs::draw as dialog;

/// Draws the walk around the body; gives the cursor's place where it is not in the body.
pub(super) fn walk(ink: &mut Ink<'_>, state: &State, layout: &Layout) -> Option<Position> {
    let areas = layout.walk?;
    let (sheet, board, walk) = (state.sheet()?, state.review().board()?, state.review().walk()?);
    let proceed = state.keymap().shown(Command::Review(ReviewCommand::Proceed));
    stages::draw(ink, areas.stages, board, &proceed);
    let items = areas.list.map(|area| items::draw(ink, area, board, walk, sheet.focus == Pane::Outline));
    let card = card::draw(ink, &areas, board, walk, sheet.focus == Pane::Checklist);
    match sheet.focus {
        Pane::Body => None,
        Pane::Outline => items,
        Pane::Checklist => Some(card),
    }
}
