//! Phrases to put into the letter: a picker found by characters, pinyin or initials.

use super::line::Line;
use super::list::List;
use super::pinyin::Query;

/// Words that letters use again and again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    /// What it belongs to: 开头, 结语.
    pub group: String,
    /// Its name.
    pub title: String,
    /// The words themselves.
    pub text: String,
}

/// The picker's state.
#[derive(Clone, Debug)]
pub struct Picker {
    offered: Vec<Phrase>,
    shown: Vec<usize>,
    /// What is typed to find by.
    pub query: Line,
    /// The chosen phrase among those shown.
    pub list: List,
}

impl Picker {
    /// A picker of `phrases`.
    pub fn new(phrases: &[Phrase]) -> Self {
        let shown = (0..phrases.len()).collect();
        Self { offered: phrases.to_vec(), shown, query: Line::default(), list: List::default() }
    }

    /// Finds anew, in group, name and words.
    pub fn refind(&mut self) {
        let query = Query::new(self.query.text());
        let found = |phrase: &Phrase| query.finds(&format!("{} {} {}", phrase.group, phrase.title, phrase.text));
        self.shown = (0..self.offered.len()).filter(|&at| found(&self.offered[at])).collect();
        self.list = List::default();
    }

    /// The phrases found.
    pub fn shown(&self) -> impl ExactSizeIterator<Item = &Phrase> {
        self.shown.iter().map(|&at| &self.offered[at])
    }

    /// The chosen phrase.
    pub fn chosen(&self) -> Option<&Phrase> {
        self.shown.get(self.list.selected).map(|&at| &self.offered[at])
    }
}
