//! One whole screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Color;

use super::ink::Ink;
use super::theme::Theme;
use super::{
    body, checklist, dialogs, find, folder, form, help, intake, intake_pickers, library, mending, outline, palette,
    picker, prompt, review, status, tutor,
};
use crate::app::State;
use crate::app::layout::{Layout, SMALLEST};
use crate::app::overlay::Overlay;
use crate::app::state::Pane;
use crate::text::width::Measure;

/// Draws `state` and gives the cell the hardware cursor belongs in.
pub fn draw(state: &State, theme: Theme, buffer: &mut Buffer) -> Option<Position> {
    let cursor = draw_all(state, theme, buffer);
    if let Some(base) = theme.base() {
        fill(buffer, base);
    }
    cursor
}

/// Gives every cell that nothing was said of the ink and ground of the theme.
///
/// A cell that a wide character covers gets an ink that no other cell has. Otherwise it would count as the blank that
/// takes its place, which then is not drawn, although terminals clear the half of a character that they lose to their own
/// ground.
fn fill(buffer: &mut Buffer, (ink, ground): (Color, Color)) {
    let mut covered = 0;
    for cell in &mut buffer.content {
        if covered > 0 {
            covered -= 1;
            cell.fg = ground;
            continue;
        }
        if cell.fg == Color::Reset {
            cell.fg = ink;
        }
        if cell.bg == Color::Reset {
            cell.bg = ground;
        }
        let symbol = cell.symbol();
        covered = if symbol.len() > 1 { Measure::default().text(symbol).saturating_sub(1) } else { 0 };
    }
}

fn draw_all(state: &State, theme: Theme, buffer: &mut Buffer) -> Option<Position> {
    let layout = Layout::of(state);
    let mut ink = Ink { buffer, measure: state.measure(), theme, keys: (state.keymap(), state.places()) };
    if layout.too_small {
        let (columns, rows) = SMALLEST;
        let words = format!("终端太小，至少 {columns}×{rows}");
        ink.text(0, 0, layout.main.width, &words, theme.loud());
        return None;
    }
    let mut cursor = match state.sheet() {
        _ if state.intake().is_some() => intake::draw(&mut ink, state, &layout),
        _ if state.imports().shown_batch().is_some() => folder::draw(&mut ink, state, &layout),
        Some(sheet) if !state.in_library() => panes(&mut ink, state, &layout, sheet.focus),
        _ => library::draw(&mut ink, state, &layout),
    };
    status::draw(&mut ink, state, &layout);
    tutor::draw(&mut ink, state, &layout);
    let last = state.overlays().len().saturating_sub(1);
    for (at, overlay) in state.overlays().iter().enumerate() {
        // Only what is on top is drawn: what lies under it was drawn for a layout of its own.
        if at == last {
            cursor = draw_overlay(&mut ink, state, &layout, overlay).or(cursor);
        }
    }
    cursor
}

fn panes(ink: &mut Ink<'_>, state: &State, layout: &Layout, focus: Pane) -> Option<Position> {
    let body = body::draw(ink, state, layout);
    if layout.walk.is_some() {
        return review::walk(ink, state, layout).or(body);
    }
    let outline = outline::draw(ink, state, layout);
    let checklist = checklist::draw(ink, state, layout);
    match focus {
        Pane::Outline => outline,
        Pane::Body => body,
        Pane::Checklist => checklist,
    }
}

fn draw_overlay(ink: &mut Ink<'_>, state: &State, layout: &Layout, overlay: &Overlay) -> Option<Position> {
    let area = layout.overlay.unwrap_or(layout.main);
    match overlay {
        Overlay::Help(shown) => help::draw(ink, area, shown, state.keymap()),
        Overlay::Page(page) => dialogs::page(ink, area, page),
        Overlay::Palette(shown) => palette::draw(ink, area, layout.rows, shown),
        Overlay::Form(shown) => form::draw(ink, state, area, layout.rows, shown),
        Overlay::Question(question) => dialogs::question(ink, area, question),
        Overlay::Mending(shown) => mending::draw(ink, area, layout.rows, shown),
        Overlay::Phrases(shown) => picker::draw(ink, area, layout.rows, shown),
        Overlay::Paths(shown) => intake_pickers::paths(ink, area, layout.rows, shown),
        Overlay::Assign(shown) => intake_pickers::assign(ink, area, layout.rows, shown),
        Overlay::Prompt(shown) => prompt::draw(ink, area, shown),
        Overlay::Export(gate) => dialogs::gate(ink, area, gate),
        Overlay::Find(shown) => find::draw(ink, state, layout, shown),
        Overlay::Review(shown) => review::dialog(ink, area, layout.rows, shown),
    }
}
