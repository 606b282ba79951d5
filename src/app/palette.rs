//! The palette: every command that can be given here, found by name, pinyin or key; and the places of the letter to go to. The
//! same list without the commands answers the question where to go.

use super::command::{Entry, Place, TABLE};
use super::destination::{self, Destination};
use super::keymap::Keymap;
use super::line::Line;
use super::list::List;
use super::pinyin::Query;
use super::sheet::Sheet;

/// What can be chosen.
#[derive(Clone, Debug)]
pub enum Offer {
    /// A command, and the keys that give it, by name.
    Command(&'static Entry, Vec<String>),
    /// A place of the letter, and what a person reads of it.
    Place(Destination, String),
}

impl Offer {
    /// What a person reads.
    pub fn name(&self) -> &str {
        match self {
            Self::Command(entry, _) => entry.name,
            Self::Place(_, words) => words,
        }
    }

    /// The key that is shown; empty where there is none.
    pub fn key(&self) -> &str {
        match self {
            Self::Command(_, keys) => keys.first().map_or("", String::as_str),
            Self::Place(..) => "",
        }
    }
}

/// The places of the open letter.
#[derive(Clone, Debug, Default)]
pub struct Letter {
    /// Its body.
    pub body: String,
    /// Its findings in words, in the order of the letter.
    pub findings: Vec<String>,
    /// Where the cursor is in the body, in bytes.
    pub cursor: usize,
}

impl Letter {
    /// Those of the draft in `sheet`.
    pub(super) fn of(sheet: &Sheet) -> Self {
        let editor = sheet.document.editor();
        let found = sheet.assessment.findings.iter().zip(&sheet.assessment.places);
        let findings =
            found.map(|(finding, place)| format!("{} {place}：{}", finding.severity.sign(), finding.message));
        Self { body: editor.text().to_owned(), findings: findings.collect(), cursor: editor.cursor() }
    }
}

/// The palette's state.
#[derive(Clone, Debug)]
pub struct Palette {
    commands: Vec<Offer>,
    letter: Option<Letter>,
    /// Every section and finding of the letter, where it is asked where to go.
    places: Option<Vec<Offer>>,
    shown: Vec<Offer>,
    /// What is typed to find by.
    pub query: Line,
    /// The chosen row among those shown.
    pub list: List,
}

impl Palette {
    /// A palette of the commands of `places`, and of the places of a letter.
    pub fn new(places: &[Place], keymap: &Keymap, letter: Option<Letter>) -> Self {
        let offer = |entry| {
            let keys = keymap.keys(entry).iter().map(ToString::to_string).collect();
            Offer::Command(entry, keys)
        };
        let listed = TABLE.iter().filter(|entry| entry.listed && places.contains(&entry.place));
        let commands: Vec<Offer> = listed.map(offer).collect();
        let shown = commands.clone();
        Self { shown, commands, letter, places: None, query: Line::default(), list: List::default() }
    }

    /// The question where in the letter to go: its sections and findings, the section with the cursor chosen.
    pub fn to_go(letter: Letter) -> Self {
        let sections = destination::sections(&letter.body);
        let here = sections.iter().rposition(|&(at, _)| at <= letter.cursor).unwrap_or(0);
        let sections = sections.into_iter().map(|(at, words)| Offer::Place(Destination::Body(at), words));
        let numbered = (0..).zip(&letter.findings);
        let findings =
            numbered.map(|(at, words)| Offer::Place(Destination::Finding(at), format!("#{} {words}", at + 1)));
        let places: Vec<Offer> = sections.chain(findings).collect();
        let list = List { selected: here, ..List::default() };
        let (commands, query, shown) = (Vec::new(), Line::default(), places.clone());
        Self { commands, letter: Some(letter), places: Some(places), shown, query, list }
    }

    /// Whether it asks where to go, and offers no commands.
    pub fn asks_where(&self) -> bool {
        self.places.is_some()
    }

    /// Finds anew.
    pub fn refind(&mut self) {
        let query = Query::new(self.query.text());
        self.list = List::default();
        if let Some(places) = &self.places {
            let meant = self.place("");
            let other = |offer: &&Offer| match (offer, &meant) {
                (Offer::Place(to, _), Some(Offer::Place(first, _))) => to != first,
                _ => true,
            };
            let named = places.iter().filter(|offer| query.finds(offer.name())).filter(other).cloned();
            self.shown =
                meant.clone().filter(|_| !self.query.text().trim().is_empty()).into_iter().chain(named).collect();
            return;
        }
        let named = |offer: &&Offer| query.finds(offer.name());
        let (mut named, others): (Vec<&Offer>, Vec<&Offer>) = self.commands.iter().partition(named);
        if !self.query.text().trim().is_empty() {
            named.sort_by_cached_key(|offer| query.distance(offer.name()));
        }
        let keyed = others.into_iter().filter(|offer| match offer {
            Offer::Command(_, keys) => keys.iter().any(|key| query.finds(key)),
            Offer::Place(..) => false,
        });
        // 2 means a line rather sooner than F2.
        self.shown = named.into_iter().cloned().chain(self.place("转到 ")).chain(keyed.cloned()).collect();
    }

    /// The place of the letter that what is typed speaks of, in words that begin with `before`.
    fn place(&self, before: &str) -> Option<Offer> {
        let Letter { body, findings, .. } = self.letter.as_ref()?;
        let to = destination::of(body, findings.len(), self.query.text())?;
        let words = match to {
            Destination::Body(at) => body[at..].lines().next().unwrap_or("").trim().to_owned(),
            Destination::Finding(index) => {
                format!("#{} {}", index + 1, findings.get(index).map_or("", String::as_str))
            }
        };
        Some(Offer::Place(to, format!("{before}{words}")))
    }

    /// What was found.
    pub fn shown(&self) -> &[Offer] {
        &self.shown
    }

    /// The chosen one.
    pub fn chosen(&self) -> Option<&Offer> {
        self.shown.get(self.list.selected)
    }
}
