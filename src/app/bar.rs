//! The key bar: the function keys that do something here.

use super::command::{Command, TABLE};
use super::state::State;

/// One item of the key bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarItem {
    /// What it does.
    pub command: Command,
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: &'static str,
    /// Its first column.
    pub x: u16,
    /// Its columns, the blank after it included.
    pub width: u16,
}

impl BarItem {
    /// Whether a column of the bar belongs to it.
    pub fn contains(&self, column: u16) -> bool {
        (self.x..self.x + self.width).contains(&column)
    }
}

/// The items that fit on the screen, from the left.
pub fn items(state: &State) -> Vec<BarItem> {
    let places = state.places();
    let (width, _) = state.size();
    let roomy = width >= 100;
    let mut x = 1;
    let mut items = Vec::new();
    for entry in TABLE.iter().filter(|entry| places.contains(&entry.place)) {
        let Some(name) = entry.short else {
            continue;
        };
        let Some(key) = state.keymap().keys(entry).first() else {
            continue;
        };
        // Where a nearer place has the key, it means something else here.
        let means = state.keymap().command(*key, places);
        if means.is_some_and(|given| given.command != entry.command) {
            continue;
        }
        let key = key.to_string();
        let cells = state.measure().text(&key) + 1 + state.measure().text(name) + if roomy { 2 } else { 1 };
        let cells = u16::try_from(cells).unwrap_or(u16::MAX);
        if x + cells > width {
            break;
        }
        items.push(BarItem { command: entry.command, key, name, x, width: cells });
        x += cells;
    }
    items
}
