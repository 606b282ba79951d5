//! The library: all drafts of the workspace, filtered by what is typed.

use std::collections::BTreeMap;
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

    /// What the draft's `element` holds; nothing where it is empty.
    pub fn value(&self, element: Element) -> &str {
        self.values.iter().find(|(other, _)| *other == element).map_or("", |(_, text)| text)
    }

    /// How much time is left for the answer, in words; empty where that is not known or the letter went out.
    pub fn due(&self) -> String {
        match self.days_left.filter(|_| self.stage != "已导出") {
            None => String::new(),
            Some(days @ ..0) => format!("逾{}天", -days),
            Some(days) => format!("剩{days}天"),
        }
    }

    /// Everything a filter looks at: what is shown of it, and what one is asked for on the telephone.
    fn searched(&self) -> String {
        const ASKED_FOR: [Element; 3] = [Element::Addressees, Element::Number, Element::Session];
        let values = ASKED_FOR.map(|element| self.value(element));
        let own = [&self.name(), &self.number, self.kind, &self.title, &self.stage, &self.due()];
        own.into_iter().chain(values).collect::<Vec<_>>().join(" ")
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
    /// Where one was in the drafts that were left, in bytes of their bodies.
    left: BTreeMap<PathBuf, usize>,
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
        if let Some(path) = chosen {
            self.choose(&path);
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

    /// Remembers that one was at byte `at` of the body when one left the draft `path`, and chooses that draft.
    pub(super) fn leave(&mut self, path: &Path, at: usize) {
        self.left.insert(path.to_owned(), at);
        self.choose(path);
    }

    /// Where one was in the draft `path` when one left it, in bytes of the body as it was then.
    pub(super) fn left_at(&self, path: &Path) -> Option<usize> {
        self.left.get(path).copied()
    }

    fn choose(&mut self, path: &Path) {
        if let Some(at) = self.shown.iter().position(|&index| self.entries[index].path == path) {
            self.list.selected = at;
        }
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
