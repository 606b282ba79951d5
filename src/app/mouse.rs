//! The mouse.

use super::command::Command;
use super::editor::Editor;
use super::intake;
use super::keymap::Given;
use super::layout::{Area, Layout};
use super::message::Click;
use super::overlay::Overlay;
use super::state::{Pane, State};
use super::update::perform;

/// How many rows one turn of the wheel moves.
pub(super) const WHEEL: usize = 3;

/// Does what a click means where it fell. Says whether anything changed.
pub(super) fn on_mouse(state: &mut State, click: Click, column: u16, row: u16) -> bool {
    let layout = Layout::of(state);
    if layout.too_small || click == Click::Release {
        return false;
    }
    state.substituted = None;
    // Only text knows more than one click.
    let in_text = layout.overlay.is_none() && !state.in_library && layout.text.contains(column, row);
    let click = match click {
        Click::Again(_) if !in_text => Click::Press { extend: false },
        click => click,
    };
    let choose = Given { command: Command::Choose, extend: false };
    if click == (Click::Press { extend: false }) && layout.bar.contains(column, row) {
        let command = super::bar::items(state).into_iter().find(|item| item.contains(column)).map(|item| item.command);
        return command.is_some_and(|command| {
            perform(state, Given { command, extend: false });
            true
        });
    }
    if layout.overlay.is_some() {
        return on_overlay(state, click, column, row, layout.rows);
    }
    if state.imports.is_shown() {
        return intake::mouse::on_mouse(state, click, column, row, &layout);
    }
    if state.in_library {
        let count = state.library.shown().len();
        return match row_at(layout.rows, column, row, state.library.list.top, count) {
            Some(at) if matches!(click, Click::Press { .. }) => {
                if std::mem::replace(&mut state.library.list.selected, at) == at {
                    perform(state, choose);
                }
                true
            }
            _ => wheel(click, &mut state.library.list.selected, count),
        };
    }
    super::review::mouse_on_walk(state, click, column, row, &layout) || on_panes(state, click, column, row, &layout)
}

fn on_panes(state: &mut State, click: Click, column: u16, row: u16, layout: &Layout) -> bool {
    let Some(sheet) = &mut state.sheet else {
        return false;
    };
    let hit = |area: Option<Area>| area.filter(|area| area.contains(column, row));
    if let Some(area) = hit(layout.outline) {
        let count = sheet.assessment.outline.len();
        let Some(at) = row_at(area.inner(0, 0, 1, 0), column, row, sheet.outline.top, count) else {
            return wheel(click, &mut sheet.outline.selected, count);
        };
        if !matches!(click, Click::Press { .. }) {
            return wheel(click, &mut sheet.outline.selected, count);
        }
        sheet.turn_to(Pane::Outline);
        sheet.outline.selected = at;
    } else if hit(layout.checklist).is_some() {
        let count = sheet.assessment.rows.len();
        let Some(at) = row_at(layout.checks, column, row, sheet.checklist.top, count) else {
            return wheel(click, &mut sheet.checklist.selected, count);
        };
        if !matches!(click, Click::Press { .. }) {
            return wheel(click, &mut sheet.checklist.selected, count);
        }
        sheet.turn_to(Pane::Checklist);
        sheet.checklist.selected = at;
    } else {
        return on_text(state, click, column, row, layout);
    }
    perform(state, Given { command: Command::Choose, extend: false });
    true
}

fn on_text(state: &mut State, click: Click, column: u16, row: u16, layout: &Layout) -> bool {
    let text = layout.text;
    // Beside the text, a click means the row it is in.
    let pane = Area { x: layout.body.x, width: layout.body.width, ..text };
    let Some(sheet) = &mut state.sheet else {
        return false;
    };
    let at = |editor: &Editor| {
        editor.at(usize::from(column.saturating_sub(text.x)), usize::from(row.saturating_sub(text.y)))
    };
    let editor = sheet.document.editor_mut();
    match click {
        Click::WheelUp => editor.scroll(-WHEEL.cast_signed()),
        Click::WheelDown => editor.scroll(WHEEL.cast_signed()),
        Click::Press { extend } => {
            if !pane.contains(column, row) {
                return false;
            }
            editor.point(at(editor), extend);
            sheet.document.close_run();
            sheet.turn_to(Pane::Body);
        }
        Click::Again(times) => {
            let offset = at(editor);
            editor.select_around(offset, times);
            sheet.document.close_run();
            sheet.turn_to(Pane::Body);
        }
        Click::Drag => {
            // Above the text the window follows; below it, the row that is gone to brings it along.
            if row < text.y {
                let anchor = editor.anchor();
                editor.scroll(-1);
                editor.select_from(anchor);
            }
            editor.point(at(editor), true);
        }
        Click::Release => return false,
    }
    true
}

fn on_overlay(state: &mut State, click: Click, column: u16, row: u16, rows: Area) -> bool {
    let press = matches!(click, Click::Press { .. });
    let choose = Given { command: Command::Choose, extend: false };
    match (state.overlays.last_mut(), &state.sheet) {
        (Some(Overlay::Palette(palette)), _) => {
            let count = palette.shown().len();
            match row_at(rows, column, row, palette.list.top, count).filter(|_| press) {
                Some(at) => {
                    palette.list.selected = at;
                    perform(state, choose);
                    true
                }
                None => wheel(click, &mut palette.list.selected, count),
            }
        }
        (Some(Overlay::Phrases(picker)), _) => {
            let count = picker.shown().len();
            match row_at(rows, column, row, picker.list.top, count).filter(|_| press) {
                // The first click shows what would be put in, the second puts it in.
                Some(at) => {
                    if std::mem::replace(&mut picker.list.selected, at) == at {
                        perform(state, choose);
                    }
                    true
                }
                None => wheel(click, &mut picker.list.selected, count),
            }
        }
        (Some(Overlay::Assign(assign)), _) => {
            let count = assign.shown().len();
            match row_at(rows, column, row, assign.list.top, count).filter(|_| press) {
                Some(at) => {
                    assign.list.selected = at;
                    perform(state, choose);
                    true
                }
                None => wheel(click, &mut assign.list.selected, count),
            }
        }
        (Some(Overlay::Paths(paths)), _) => {
            let count = paths.offers().len();
            match row_at(rows, column, row, paths.list.top, count).filter(|_| press) {
                Some(at) => {
                    paths.list.selected = at;
                    perform(state, choose);
                    true
                }
                None => wheel(click, &mut paths.list.selected, count),
            }
        }
        (Some(Overlay::Form(form)), Some(sheet)) => {
            let list = form.rows();
            match (row_at(rows, column, row, form.list.top, list.len()).map(|at| list[at]), click) {
                (Some(super::form::Row::Element(element)), Click::Press { .. }) if form.refusal.is_none() => {
                    form.turn_to(&sheet.document, &state.profile, element);
                }
                (_, Click::WheelUp) if form.refusal.is_none() => form.advance(&sheet.document, &state.profile, -1),
                (_, Click::WheelDown) if form.refusal.is_none() => form.advance(&sheet.document, &state.profile, 1),
                _ => return false,
            }
            true
        }
        (Some(Overlay::Review(_)), _) => super::review::mouse_on_dialog(state, click, column, row, rows),
        (Some(Overlay::Question(question)), _) if press && rows.contains(column, row) => {
            let Some(at) = question.answer_at(column.saturating_sub(rows.x)) else {
                return false;
            };
            question.selected = at;
            perform(state, choose);
            true
        }
        _ => false,
    }
}

pub(super) fn row_at(area: Area, column: u16, row: u16, top: usize, count: usize) -> Option<usize> {
    area.contains(column, row).then(|| top + usize::from(row - area.y)).filter(|&at| at < count)
}

pub(super) fn wheel(click: Click, selected: &mut usize, count: usize) -> bool {
    let before = *selected;
    match click {
        Click::WheelUp => *selected = selected.saturating_sub(WHEEL),
        Click::WheelDown => *selected = (*selected + WHEEL).min(count.saturating_sub(1)),
        _ => {}
    }
    *selected != before
}
