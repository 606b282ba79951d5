//! The help screen: the keys of where one was, as they are.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::ink::Ink;
use crate::app::Key;
use crate::app::command::Place;
use crate::app::help::{self, Line};
use crate::app::keymap::Keymap;
use crate::app::layout::Area;
use crate::app::overlay::Help;

/// The columns of the keys.
const KEYS: u16 = 34;

enum Row {
    Title(&'static str),
    Keys(String, &'static str),
}

pub(super) fn draw(ink: &mut Ink<'_>, area: Area, help: &Help, keymap: &Keymap) -> Option<Position> {
    let inner = ink.window(area, "按键");
    let rows = rows(help, keymap);
    let cursor =
        ink.line(inner.x + 1, inner.y, inner.width.saturating_sub(2), &help.query, "打汉字、拼音或键名，找一个命令");
    let inner = inner.inner(0, 0, 1, 0);
    let height = usize::from(inner.height);
    let top = help.list.top.min(rows.len().saturating_sub(height));
    for (row, y) in rows.iter().skip(top).take(height).zip(inner.y..) {
        match row {
            Row::Title(title) => {
                ink.text(inner.x + 1, y, inner.width, title, ink.theme.heading());
            }
            Row::Keys(keys, name) => {
                ink.text(inner.x + 2, y, KEYS, keys, ink.theme.key());
                let room = inner.width.saturating_sub(KEYS + 4);
                ink.text(inner.x + KEYS + 3, y, room, name, Style::new());
            }
        }
    }
    let more = if top + height < rows.len() { " ↓ 还有，Esc 关闭 " } else { " Esc 关闭 " };
    ink.text(area.x + 2, area.y + area.height - 1, area.width, more, ink.theme.dim());
    if rows.is_empty() {
        ink.text(inner.x + 1, inner.y, inner.width, "没有找到", ink.theme.dim());
    }
    Some(cursor)
}

fn rows(help: &Help, keymap: &Keymap) -> Vec<Row> {
    let mut rows = Vec::new();
    let groups = help::shown(help.places, keymap, help.query.text());
    let types = help.places.contains(&Place::Text) && help.query.text().is_empty();
    for (at, (title, lines)) in groups.iter().enumerate() {
        rows.push(Row::Title(title));
        for Line { keys, name, .. } in lines {
            let keys = keys.iter().map(Key::to_string).collect::<Vec<_>>().join("  ");
            rows.push(Row::Keys(keys, name));
        }
        if types && at + 1 == groups.len() {
            rows.push(Row::Keys("Shift+移动键".to_owned(), "边移边选"));
        }
    }
    rows
}
