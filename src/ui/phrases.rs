//! The picker of phrases: the list, and the chosen one in full under it.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::dialogs;
use super::ink::Ink;
use crate::app::layout::Area;
use crate::app::phrases::Picker;

/// The rows under the list, the line above them included.
const PREVIEW: u16 = 3;

pub(super) fn draw(ink: &mut Ink<'_>, area: Area, rows: Area, picker: &Picker) -> Option<Position> {
    let inner = ink.window(area, "常用语");
    let width = inner.width.saturating_sub(2);
    let cursor = ink.line(inner.x + 1, inner.y, width, &picker.query, "汉字、拼音或首字母");
    ink.across(inner.x, inner.y + 1, inner.width);
    let shown = picker.shown().enumerate().skip(picker.list.top).take(usize::from(rows.height));
    for ((index, phrase), y) in shown.zip(rows.y..) {
        let x = ink.text(rows.x + 1, y, 10, &phrase.group, ink.theme.dim());
        let x = x.max(rows.x + 11);
        ink.text(x, y, (rows.x + rows.width).saturating_sub(x + 1), &phrase.title, Style::new());
        if index == picker.list.selected {
            ink.style(Area { y, height: 1, ..rows }, ink.theme.chosen(true));
        }
    }
    if picker.shown().len() == 0 {
        ink.text(rows.x + 1, rows.y, rows.width, "没有这样的常用语", ink.theme.dim());
    }
    let y = rows.y + rows.height;
    ink.across(inner.x, y, inner.width);
    let text = picker.chosen().map_or("", |phrase| phrase.text.as_str());
    for (line, y) in dialogs::folded(ink, text, width).iter().take(usize::from(PREVIEW - 1)).zip(y + 1..) {
        ink.text(inner.x + 1, y, width, line, Style::new());
    }
    Some(cursor)
}
