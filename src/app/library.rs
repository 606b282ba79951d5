//! The library: all drafts of the workspace, filtered by what is typed.

use std::path::{Path, PathBuf};

use super::element::Element;
use super::line::Line;
use super::list::List;
use super::pinyin::Query;

/// One draft of the library, as far as it is known without opening it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its file.
    pub path: PathBuf,
    /// The title of what is answered, which tells letters apart; the letter's own where that is missing.
    pub title: String,
    /// The number of the suggestion or proposal.
    pub number: String,
    /// 建议 or 提案.
    pub kind: &'static str,
    /// Why the file cannot be read as a draft, where it cannot.
    pub problem: Option<String>,
    /// Whether changes that were never saved are waiting in the journal.
    pub recoverable: bool,
    /// What its elements hold, for filling in those of other letters.
    pub values: Vec<(Element, String)>,
    /// Where it stands on its way out, in words; empty until it was checked.
    pub stage: String,
    /// How many days are left for the answer, below zero when it is late; unknown without a day of assignment.
    pub days_left: Option<i32>,
    /// How many errors and how many warnings it has; unknown until it was checked.
    pub findings: Option<(usize, usize)>,
}

impl Entry {
    /// The file's name without its ending.
    pub fn name(&self) -> String {
        self.path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned())
    }

    /// Everything a filter looks at.
    fn searched(&self) -> String {
        format!("{} {} {} {}", self.name(), self.number, self.kind, self.title)
    }
}

/// The library's state.
#[derive(Clone, Debug, Default)]
pub struct Library {
    entries: Vec<Entry>,
    shown: Vec<usize>,
    /// What is typed to filter by.
    pub filter: Line,
    /// The chosen draft among those shown.
    pub list: List,
}

impl Library {
    /// Takes in the drafts of the workspace; the chosen one stays chosen.
    pub fn fill(&mut self, entries: Vec<Entry>) {
        let chosen = self.chosen().map(|entry| entry.path.clone());
        let before = std::mem::replace(&mut self.entries, entries);
        // What is not counted yet keeps what was known of it until it is.
        for entry in self.entries.iter_mut().filter(|entry| entry.findings.is_none() && entry.problem.is_none()) {
            if let Some(known) = before.iter().find(|known| known.path == entry.path) {
                (entry.findings, entry.days_left) = (known.findings, known.days_left);
                entry.stage.clone_from(&known.stage);
            }
        }
        self.refilter();
        if let Some(at) = self.shown.iter().position(|&index| Some(&self.entries[index].path) == chosen.as_ref()) {
            self.list.selected = at;
        }
    }

    /// Applies the filter anew.
    pub fn refilter(&mut self) {
        let query = Query::new(self.filter.text());
        let found = self.entries.iter().enumerate().filter(|(_, entry)| query.finds(&entry.searched()));
        self.shown = found.map(|(index, _)| index).collect();
        self.list = List::default();
    }

    /// What the elements of all drafts but `own` hold.
    pub fn values(&self, own: &Path) -> Vec<(Element, &str)> {
        let others = self.entries.iter().filter(|entry| entry.path != own);
        others.flat_map(|entry| entry.values.iter().map(|(element, text)| (*element, text.as_str()))).collect()
    }

    /// How many drafts there are, shown or not.
    pub fn count(&self) -> usize {
        self.entries.len()
    }

    /// The drafts the filter lets through.
    pub fn shown(&self) -> impl ExactSizeIterator<Item = &Entry> {
        self.shown.iter().map(|&index| &self.entries[index])
    }

    /// The chosen draft.
    pub fn chosen(&self) -> Option<&Entry> {
        self.shown.get(self.list.selected).map(|&index| &self.entries[index])
    }
}
