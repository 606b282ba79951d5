//! The pane of the body.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::ink::Ink;
use crate::app::State;
use crate::app::editor::Editor;
use crate::app::layout::{Area, Layout};
use crate::app::state::Pane;
use crate::text::clusters;

pub(super) fn draw(ink: &mut Ink<'_>, state: &State, layout: &Layout) -> Option<Position> {
    let sheet = state.sheet()?;
    let area = layout.body;
    ink.across(area.x, area.y, area.width);
    let lines = ink.lines();
    if layout.outline.is_some() && area.x > 0 {
        ink.text(area.x - 1, area.y, 1, lines.tee, ink.theme.border());
        ink.down(area.x - 1, area.y + 1, area.height.saturating_sub(1));
    }
    if layout.checklist.is_some() {
        let x = area.x + area.width;
        ink.text(x, area.y, 1, lines.tee, ink.theme.border());
        ink.down(x, area.y + 1, area.height.saturating_sub(1));
    }
    let focused = sheet.focus == Pane::Body;
    let after = ink.text(area.x + 1, area.y, 6, " 正文 ", ink.theme.title(focused));
    let room = (area.x + area.width).saturating_sub(after + 1);
    ink.text(after, area.y, room, &format!(" {} ", sheet.document.name()), ink.theme.dim());
    if layout.walk.is_some_and(|areas| areas.list.is_some()) && area.x > 0 {
        ink.down(area.x - 1, area.y, area.height);
    }
    margin(ink, state, sheet.document.editor(), layout.text);
    text(ink, sheet.document.editor(), layout.text)
}

/// Signs in the margin where remarks begin that are not settled.
fn margin(ink: &mut Ink<'_>, state: &State, editor: &Editor, area: Area) {
    let starts: Vec<usize> = state.review().open_in_body().map(|(_, range)| range.start).collect();
    for (row, y) in editor.window().zip(area.y..area.y + area.height) {
        if area.x > 0 && starts.iter().any(|at| row.contains(at)) {
            ink.text(area.x - 1, y, 1, "»", ink.theme.remark());
        }
    }
}

/// Draws the rows of the editor's window and gives the place of its cursor, where the window shows it.
pub(super) fn text(ink: &mut Ink<'_>, editor: &Editor, area: Area) -> Option<Position> {
    let mut window = editor.window();
    let first = window.next().unwrap_or(0..0);
    let seen = first.start..window.last().map_or(first.end, |last| last.end) + 1;
    let marks = editor.marks().filter(|(range, _)| range.start < seen.end && seen.start < range.end);
    let marks: Vec<_> = marks.map(|(range, marking)| (range, ink.theme.marking(marking))).collect();
    for ((at_row, row), y) in editor.window().enumerate().zip(area.y..area.y + area.height) {
        let mut near: Vec<_> = Vec::new();
        near.extend(
            marks.iter().filter(|(range, _)| range.start < row.end.max(row.start + 1) && row.start < range.end),
        );
        let mut x = area.x.saturating_add(u16::try_from(editor.indent(at_row)).unwrap_or(0));
        for (at, cluster) in clusters::of(&editor.text()[row.clone()]) {
            let style = near
                .iter()
                .filter(|(range, _)| range.contains(&(row.start + at)))
                .fold(Style::new(), |style, (_, mark)| style.patch(*mark));
            x = ink.cluster(x, y, cluster, style);
        }
        // A selected line end is shown as one blank.
        if let Some((_, style)) = near.iter().rev().find(|(range, _)| range.contains(&row.end))
            && editor.text()[row.end..].starts_with('\n')
        {
            ink.cluster(x, y, " ", *style);
        }
    }
    let (column, row) = editor.cursor_place()?;
    let cells = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    let last = (area.width.saturating_sub(1), area.height.saturating_sub(1));
    Some(Position { x: area.x + cells(column).min(last.0), y: area.y + cells(row).min(last.1) })
}
