//! The help screen: the keys of where one was, read from the table of commands.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::ink::Ink;
use crate::app::command::{Entry, TABLE};
use crate::app::layout::Area;
use crate::app::overlay::Help;

/// The columns of the keys.
const KEYS: u16 = 34;

enum Row {
    Title(&'static str),
    Command(&'static Entry),
}

pub(super) fn draw(ink: &mut Ink<'_>, area: Area, help: &Help) -> Option<Position> {
    let inner = ink.window(area, "按键");
    let mut rows = Vec::new();
    for place in help.places {
        rows.push(Row::Title(place.title()));
        rows.extend(TABLE.iter().filter(|entry| entry.place == *place).map(Row::Command));
    }
    let height = usize::from(inner.height);
    let top = help.list.top.min(rows.len().saturating_sub(height));
    for (row, y) in rows.iter().skip(top).take(height).zip(inner.y..) {
        match row {
            Row::Title(title) => {
                ink.text(inner.x + 1, y, inner.width, title, ink.theme.heading());
            }
            Row::Command(entry) => {
                ink.text(inner.x + 2, y, KEYS, &entry.keys.join("  "), ink.theme.key());
                let room = inner.width.saturating_sub(KEYS + 4);
                ink.text(inner.x + KEYS + 3, y, room, entry.name, Style::new());
            }
        }
    }
    let more = if top + height < rows.len() { " ↓ 还有，Esc 关闭 " } else { " Esc 关闭 " };
    ink.text(area.x + 2, area.y + area.height - 1, area.width, more, ink.theme.dim());
    Some(Position { x: inner.x, y: inner.y })
}
