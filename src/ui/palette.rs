//! The palette of commands, and of places to go to.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::ink::Ink;
use crate::app::layout::Area;
use crate::app::palette::Palette;

pub(super) fn draw(ink: &mut Ink<'_>, area: Area, rows: Area, palette: &Palette) -> Option<Position> {
    let (title, hint, nothing) = match palette.asks_where() {
        true => ("转到", "序号如 二（三）、2.3，第几段如 3，问题如 #5，或汉字、拼音", "没有这一行、这一部分或这个问题"),
        false => ("命令", "名称、拼音或首字母；或要去的部分、行号、#问题", "没有这个命令"),
    };
    let inner = ink.window(area, title);
    let cursor = ink.line(inner.x + 1, inner.y, inner.width.saturating_sub(2), &palette.query, hint);
    ink.across(inner.x, inner.y + 1, inner.width);
    let shown = palette.shown().iter().enumerate().skip(palette.list.top).take(usize::from(rows.height));
    for ((index, offer), y) in shown.zip(rows.y..) {
        let key = offer.key();
        let width = u16::try_from(ink.measure.text(key)).unwrap_or(0);
        ink.text(rows.x + 1, y, rows.width.saturating_sub(width + 4), offer.name(), Style::new());
        ink.text(rows.x + rows.width.saturating_sub(width + 1), y, width, key, ink.theme.key());
        if index == palette.list.selected {
            ink.style(Area { y, height: 1, ..rows }, ink.theme.chosen(true));
        }
    }
    if palette.shown().is_empty() {
        ink.text(rows.x + 1, rows.y, rows.width, nothing, ink.theme.dim());
    }
    Some(cursor)
}
