//! The palette: every command that can be given here, found by name, pinyin or key; and the places of the letter to go to.

use super::command::{Entry, Place, TABLE};
use super::destination::{self, Destination};
use super::keymap::Keymap;
use super::line::Line;
use super::list::List;
use super::pinyin::Query;

/// What can be chosen.
#[derive(Clone, Debug)]
pub enum Offer {
    /// A command, and the keys that give it, by name.
    Command(&'static Entry, Vec<String>),
    /// A place of the letter, and the line it begins with.
    Place(Destination, String),
}

impl Offer {
    /// What a person reads.
    pub fn name(&self) -> String {
        match self {
            Self::Command(entry, _) => entry.name.to_owned(),
            Self::Place(_, words) => format!("转到 {words}"),
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

/// The palette's state.
#[derive(Clone, Debug)]
pub struct Palette {
    commands: Vec<Offer>,
    /// The body of the open letter and how many findings it has.
    letter: Option<(String, usize)>,
    shown: Vec<Offer>,
    /// What is typed to find by.
    pub query: Line,
    /// The chosen row among those shown.
    pub list: List,
}

impl Palette {
    /// A palette of the commands of `places`, and of the places of a letter: its body and how many findings it has.
    pub fn new(places: &[Place], keymap: &Keymap, letter: Option<(String, usize)>) -> Self {
        let offer = |entry| {
            let keys = keymap.keys(entry).iter().map(ToString::to_string).collect();
            Offer::Command(entry, keys)
        };
        let listed = TABLE.iter().filter(|entry| entry.listed && places.contains(&entry.place));
        let commands: Vec<Offer> = listed.map(offer).collect();
        Self { shown: commands.clone(), commands, letter, query: Line::default(), list: List::default() }
    }

    /// Finds anew.
    pub fn refind(&mut self) {
        let query = Query::new(self.query.text());
        let named = |offer: &&Offer| query.finds(&offer.name());
        let (mut named, others): (Vec<&Offer>, Vec<&Offer>) = self.commands.iter().partition(named);
        if !self.query.text().trim().is_empty() {
            named.sort_by_cached_key(|offer| query.distance(&offer.name()));
        }
        let keyed = others.into_iter().filter(|offer| match offer {
            Offer::Command(_, keys) => keys.iter().any(|key| query.finds(key)),
            Offer::Place(..) => false,
        });
        // 2 means a line rather sooner than F2.
        self.shown = named.into_iter().cloned().chain(self.place()).chain(keyed.cloned()).collect();
        self.list = List::default();
    }

    /// The place of the letter that what is typed speaks of.
    fn place(&self) -> Option<Offer> {
        let (body, findings) = self.letter.as_ref()?;
        let to = destination::of(body, *findings, self.query.text())?;
        let words = match to {
            Destination::Body(at) => body[at..].lines().next().unwrap_or("").trim().to_owned(),
            Destination::Finding(index) => format!("第 {} 个问题", index + 1),
        };
        Some(Offer::Place(to, words))
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
