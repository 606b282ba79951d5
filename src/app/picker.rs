//! The picker of what can be put into the letter: phrases, documents to cite, contacts, paragraphs of earlier letters.
//!
//! What is at hand is searched here and at once. Earlier letters are searched outside, in their own time: an effect asks,
//! a message brings what was found, and what was found for older words is not shown.

use super::line::Line;
use super::list::List;
use crate::recall::{Hit, Passage, Pattern, Results, Shelf, search_shelf, without_number};

/// What is looked through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Everything.
    #[default]
    All,
    /// One shelf.
    Only(Shelf),
}

impl Scope {
    /// Every scope, in the order of the tabs.
    pub fn all() -> impl Iterator<Item = Self> {
        std::iter::once(Self::All).chain(Shelf::ALL.map(Self::Only))
    }

    /// Its name.
    pub fn title(self) -> &'static str {
        match self {
            Self::All => "全部",
            Self::Only(shelf) => shelf.title(),
        }
    }

    /// Whether something of `shelf` is looked through.
    pub fn has(self, shelf: Shelf) -> bool {
        self == Self::All || self == Self::Only(shelf)
    }
}

/// How a picker is opened: as the last one was left. What is looked through is not among it: whoever opens the picker for
/// something else is not to miss it, because it once was on another shelf.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Habit {
    /// Whether the number a paragraph begins with is left out.
    pub bare: bool,
}

/// What a search of earlier letters gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recalled {
    /// Which question it answers.
    pub serial: u64,
    /// What was found.
    pub results: Results,
    /// How many letters have been read.
    pub read: usize,
    /// How many there are to read.
    pub of: usize,
}

/// The picker's state.
#[derive(Clone, Debug)]
pub struct Picker {
    shelf: Vec<Passage>,
    at_hand: Vec<Hit>,
    letters: Recalled,
    shown: Vec<Hit>,
    asked: u64,
    /// What is typed to find by.
    pub query: Line,
    /// What is looked through.
    pub scope: Scope,
    /// How it is put in.
    pub habit: Habit,
    /// The chosen hit among those shown.
    pub list: List,
}

impl Picker {
    /// A picker of `shelf` and of the letters that question `asked` will find.
    pub fn new(shelf: Vec<Passage>, habit: Habit, asked: u64) -> Self {
        let mut picker = Self {
            shelf,
            at_hand: Vec::new(),
            letters: Recalled::default(),
            shown: Vec::new(),
            asked,
            query: Line::default(),
            scope: Scope::default(),
            habit,
            list: List::default(),
        };
        picker.refind(asked);
        picker
    }

    /// Finds anew among what is at hand; question `asked` is on its way to the letters.
    pub fn refind(&mut self, asked: u64) {
        self.asked = asked;
        self.at_hand = search_shelf(&self.shelf, &Pattern::new(self.query.text()));
        self.list = List::default();
        self.merge();
    }

    /// Takes in what was found among the letters. Says whether it was asked for.
    pub fn recall(&mut self, recalled: Recalled) -> bool {
        if recalled.serial != self.asked {
            return false;
        }
        let chosen = self.chosen().filter(|_| self.list.selected > 0).map(|hit| (hit.shelf, hit.text.clone()));
        self.letters = recalled;
        self.merge();
        // Letters come in while one goes through the list: the choice stays on what it was on.
        if let Some((shelf, text)) = chosen
            && let Some(at) = self.shown.iter().position(|hit| hit.shelf == shelf && hit.text == text)
        {
            self.list.selected = at;
        }
        true
    }

    /// Looks through the next scope, or the one before.
    pub fn turn(&mut self, forward: bool) {
        let scopes: Vec<Scope> = Scope::all().collect();
        let at = scopes.iter().position(|&scope| scope == self.scope).unwrap_or(0);
        let to = if forward { at + 1 } else { at + scopes.len() - 1 };
        self.look_through(scopes[to % scopes.len()]);
    }

    /// Looks through `scope`.
    pub fn look_through(&mut self, scope: Scope) {
        self.scope = scope;
        self.list = List::default();
        self.merge();
    }

    fn merge(&mut self) {
        self.shown = self.found(self.scope).cloned().collect();
        self.shown.sort_by_key(|hit| hit.tier);
    }

    /// What is found in `scope`.
    fn found(&self, scope: Scope) -> impl Iterator<Item = &Hit> {
        let current = self.letters.serial == self.asked;
        // With nothing typed, letters of like topics are shown where they alone are looked through.
        let letters = current && (self.is_asked() || scope != Scope::All);
        let letters = self.letters.results.hits.iter().filter(move |_| letters);
        self.at_hand.iter().chain(letters).filter(move |hit| scope.has(hit.shelf))
    }

    /// Whether something is typed to find by.
    pub fn is_asked(&self) -> bool {
        !self.query.text().trim().is_empty()
    }

    /// How much is found in `scope`.
    pub fn count(&self, scope: Scope) -> usize {
        match (scope, self.total()) {
            // Of many paragraphs only the nearest are listed.
            (Scope::Only(Shelf::Letters), (total, true)) => total,
            _ => self.found(scope).count(),
        }
    }

    /// What is found, the best first.
    pub fn shown(&self) -> &[Hit] {
        &self.shown
    }

    /// The chosen hit.
    pub fn chosen(&self) -> Option<&Hit> {
        self.shown.get(self.list.selected)
    }

    /// What the chosen hit puts in.
    pub fn text(&self) -> Option<&str> {
        self.chosen().map(|hit| if self.habit.bare { without_number(&hit.text) } else { &hit.text })
    }

    /// How many letters have been read and how many there are to read, while that goes on.
    pub fn reading(&self) -> Option<(usize, usize)> {
        let Recalled { read, of, .. } = self.letters;
        (read < of).then_some((read, of))
    }

    /// How many paragraphs of letters answered, and whether that is known for what is typed now.
    pub fn total(&self) -> (usize, bool) {
        (self.letters.results.total, self.letters.serial == self.asked)
    }

    /// How many letters there are.
    pub fn letters(&self) -> usize {
        self.letters.of
    }
}
