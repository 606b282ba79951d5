//! The palette: every command that can be given here, found by name or pinyin.

use super::command::{Entry, Place, TABLE};
use super::line::Line;
use super::list::List;
use super::pinyin::Query;

/// The palette's state.
#[derive(Clone, Debug)]
pub struct Palette {
    offered: Vec<&'static Entry>,
    shown: Vec<&'static Entry>,
    /// What is typed to find by.
    pub query: Line,
    /// The chosen command among those shown.
    pub list: List,
}

impl Palette {
    /// A palette of the commands of `places`.
    pub fn new(places: &[Place]) -> Self {
        let offered: Vec<_> = TABLE.iter().filter(|entry| entry.listed && places.contains(&entry.place)).collect();
        Self { shown: offered.clone(), offered, query: Line::default(), list: List::default() }
    }

    /// Finds anew.
    pub fn refind(&mut self) {
        let query = Query::new(self.query.text());
        let found = |entry: &&&Entry| query.finds(entry.name) || entry.keys.iter().any(|key| query.finds(key));
        self.shown = self.offered.iter().filter(found).copied().collect();
        self.list = List::default();
    }

    /// The commands found.
    pub fn shown(&self) -> &[&'static Entry] {
        &self.shown
    }

    /// The chosen command.
    pub fn chosen(&self) -> Option<&'static Entry> {
        self.shown.get(self.list.selected).copied()
    }
}
