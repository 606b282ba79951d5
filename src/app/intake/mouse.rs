//! The mouse while letters are taken in.

use super::rows::Row;
use super::screen::Side;
use crate::app::command::Command;
use crate::app::keymap::Given;
use crate::app::layout::Layout;
use crate::app::message::Click;
use crate::app::mouse::{WHEEL, row_at, wheel};
use crate::app::state::State;
use crate::app::update::perform;

/// Does what a click means on a letter or a folder that is taken in. Says whether anything changed.
pub fn on_mouse(state: &mut State, click: Click, column: u16, row: u16, layout: &Layout) -> bool {
    if state.imports.open.is_some() {
        return on_letter(state, click, column, row, layout);
    }
    let Some(batch) = &mut state.imports.batch else {
        return false;
    };
    let count = batch.files.len();
    match row_at(layout.rows, column, row, batch.list.top, count) {
        Some(at) if matches!(click, Click::Press { .. }) => {
            if std::mem::replace(&mut batch.list.selected, at) == at {
                perform(state, Given { command: Command::Choose, extend: false });
            }
            true
        }
        _ => wheel(click, &mut batch.list.selected, count),
    }
}

fn on_letter(state: &mut State, click: Click, column: u16, row: u16, layout: &Layout) -> bool {
    let (Some(intake), Some(areas)) = (state.imports.open.as_deref_mut(), layout.intake) else {
        return false;
    };
    let hit = |area: Option<crate::app::layout::Area>| area.is_some_and(|area| area.contains(column, row));
    if hit(areas.source) {
        let at = |intake: &super::screen::Intake| {
            intake
                .source
                .at(usize::from(column.saturating_sub(areas.text.x)), usize::from(row.saturating_sub(areas.text.y)))
        };
        match click {
            Click::WheelUp => intake.source.scroll(-WHEEL.cast_signed()),
            Click::WheelDown => intake.source.scroll(WHEEL.cast_signed()),
            Click::Press { extend } => {
                intake.side = Side::Source;
                // In the margin a whole line is meant.
                let offset = at(intake);
                if column < areas.text.x {
                    let line = intake.line_range(intake.line_number(offset));
                    intake.source.select(line);
                } else {
                    intake.source.go(offset, extend);
                }
                intake.follow_source();
            }
            Click::Again(times) => {
                let offset = at(intake);
                intake.source.select_around(offset, times);
                intake.follow_source();
            }
            Click::Drag => {
                let offset = at(intake);
                intake.source.go(offset, true);
                intake.follow_source();
            }
            Click::Release => return false,
        }
        return true;
    }
    if !hit(areas.fields) {
        return false;
    }
    let count = intake.rows().len();
    match row_at(areas.rows, column, row, intake.list.top, count) {
        Some(at) if matches!(click, Click::Press { .. }) => {
            intake.side = Side::Fields;
            if !matches!(intake.rows()[at], Row::Heading(_)) {
                intake.choose(at);
            }
            true
        }
        _ => {
            let mut chosen = intake.list.selected;
            let moved = wheel(click, &mut chosen, count);
            if moved && !matches!(intake.rows()[chosen], Row::Heading(_)) {
                intake.choose(chosen);
            } else if moved {
                intake.choose(if click == Click::WheelUp { chosen.saturating_sub(1).max(1) } else { chosen + 1 });
            }
            moved
        }
    }
}
