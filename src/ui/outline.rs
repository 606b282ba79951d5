//! The pane of the outline.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::ink::Ink;
use crate::app::State;
use crate::app::layout::{Area, Layout};
use crate::app::state::Pane;

pub(super) fn draw(ink: &mut Ink<'_>, state: &State, layout: &Layout) -> Option<Position> {
    let (area, sheet) = (layout.outline?, state.sheet()?);
    let focused = sheet.focus == Pane::Outline;
    ink.across(area.x, area.y, area.width);
    ink.text(area.x + 1, area.y, 6, " 提纲 ", ink.theme.title(focused));
    let rows = area.inner(0, 0, 1, 0);
    let here = sheet.assessment.outline_row_at(sheet.document.editor().cursor());
    let mut cursor = None;
    let shown = sheet.assessment.outline.iter().enumerate().skip(sheet.outline.top).take(usize::from(rows.height));
    for ((index, row), y) in shown.zip(rows.y..) {
        if row.depth == 0 {
            ink.text(rows.x + 1, y, rows.width.saturating_sub(1), &row.text, ink.theme.heading());
        } else {
            let indent = u16::try_from(2 * row.depth).unwrap_or(0).min(rows.width / 2);
            let x = rows.x + indent + 1;
            if let Some(mark) = row.mark {
                ink.text(x - 2, y, 1, mark.sign().encode_utf8(&mut [0; 4]), ink.theme.mark(mark));
            }
            let end = rows.x + rows.width;
            let sign = if row.folded == Some(true) { 2 } else { 0 };
            // The count keeps its columns, whatever the heading wants.
            let count = if row.section.is_some() { row.characters.to_string() } else { String::new() };
            let width = u16::try_from(count.len()).unwrap_or(0);
            let kept = if width > 0 { width + 1 } else { 0 };
            let after = ink.text(x, y, end.saturating_sub(x + sign + kept), &row.text, Style::new());
            if sign > 0 {
                ink.text(after, y, 1, "▸", ink.theme.key());
            }
            ink.text(end.saturating_sub(width), y, width, &count, ink.theme.dim());
        }
        if index == sheet.outline.selected && focused {
            ink.style(Area { y, height: 1, ..rows }, ink.theme.chosen(true));
            cursor = Some(Position { x: rows.x, y });
        } else if Some(index) == here {
            ink.style(Area { y, height: 1, ..rows }, ink.theme.here());
        }
    }
    cursor
}
