//! The list of where a stretch of the source can go.

use std::ops::Range;

use super::tags;
use crate::app::element::Element;
use crate::app::line::Line;
use crate::app::list::List;
use crate::app::pinyin::Query;

/// Where a stretch can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Into the body.
    Body,
    /// Out of everything.
    Nowhere,
    /// Into an element.
    Element(Element),
}

impl Target {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Body => "正文",
            Self::Nowhere => "不收入",
            Self::Element(element) => element.label(),
        }
    }
}

/// The picker.
#[derive(Clone, Debug)]
pub struct Assign {
    /// The stretch, in bytes of the source.
    pub at: Range<usize>,
    /// Its first words.
    pub words: String,
    /// What is typed to find by.
    pub query: Line,
    /// The chosen target among those shown.
    pub list: List,
    shown: Vec<Target>,
}

impl Assign {
    /// The picker for a stretch.
    pub fn new(at: Range<usize>, words: String) -> Self {
        let mut assign = Self { at, words, query: Line::default(), list: List::default(), shown: Vec::new() };
        assign.refind();
        assign
    }

    /// Finds anew.
    pub fn refind(&mut self) {
        let elements = Element::all().filter(|element| !element.is_closed()).map(Target::Element);
        let all = [Target::Body, Target::Nowhere].into_iter().chain(elements);
        let query = Query::new(self.query.text());
        let found = |target: &Target| {
            let tag = if let Target::Element(element) = target { tags::of(*element) } else { "" };
            query.finds(target.name()) || !tag.is_empty() && query.finds(tag)
        };
        self.shown = all.filter(found).collect();
        self.list = List::default();
    }

    /// The targets found.
    pub fn shown(&self) -> &[Target] {
        &self.shown
    }

    /// The chosen target.
    pub fn chosen(&self) -> Option<Target> {
        self.shown.get(self.list.selected).copied()
    }
}
