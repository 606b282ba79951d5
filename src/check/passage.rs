//! A stretch of prose that can be checked by itself, and what is read off it.

use super::lexicon::{Hit, Lexicon};
use crate::letter::Field;
use crate::letter::figures::quantity::{self, Quantity};
use crate::letter::figures::{self, Reach, Spoken, Worked};
use crate::letter::reference::{self, MatterNumber};
use crate::letter::sequence::{self, Item};
use crate::text::brackets::{self, Pairing};
use crate::text::characters;
use crate::text::presence::Presence;
use crate::text::sentence::{self, Clause};
use std::cell::OnceCell;
use std::ops::Range;

/// A stretch of prose that can be checked by itself: one paragraph of the body, or the title.
///
/// Ranges that a passage rule reports count from the passage's own start, as all places here do.
#[derive(Debug)]
pub struct Passage<'a> {
    /// The field it belongs to.
    pub field: Field,
    /// Its text, without the blanks around it.
    pub text: &'a str,
    /// Where it begins in the field's text, in bytes.
    pub(super) offset: usize,
    lexicon: &'a Lexicon,
    hits: OnceCell<Vec<Hit<'a>>>,
    facts: OnceCell<Box<Facts>>,
}

/// What is read off a passage by itself, each fact when it is first asked for. The checker keeps it for as long as the passage
/// stays as it is; so a rule that looks at the whole letter reads anew only what changed.
#[derive(Debug, Default)]
pub(super) struct Facts {
    presence: OnceCell<Presence>,
    ink: OnceCell<usize>,
    pairing: OnceCell<Pairing>,
    items: OnceCell<Vec<Item>>,
    digit_runs: OnceCell<Vec<Range<usize>>>,
    spaced_runs: OnceCell<Vec<Range<usize>>>,
    titles: OnceCell<Vec<Range<usize>>>,
    matter_numbers: OnceCell<Vec<MatterNumber>>,
    clauses: OnceCell<Vec<Clause>>,
    quantities: OnceCell<Vec<Quantity>>,
    spoken: OnceCell<Vec<Spoken>>,
    worked: OnceCell<Worked>,
    working_lines: OnceCell<Vec<String>>,
}

impl<'a> Passage<'a> {
    pub(super) fn new(field: Field, text: &'a str, offset: usize, lexicon: &'a Lexicon) -> Self {
        Self { field, text, offset, lexicon, hits: OnceCell::new(), facts: OnceCell::new() }
    }

    /// Gives it what was read off it before.
    pub(super) fn remember(&mut self, facts: OnceCell<Box<Facts>>) {
        self.facts = facts;
    }

    /// What was read off it.
    pub(super) fn into_facts(self) -> OnceCell<Box<Facts>> {
        self.facts
    }

    fn facts(&self) -> &Facts {
        self.facts.get_or_init(Box::default)
    }

    /// Whether one of `characters` may be in it; where it says no, none is.
    pub fn has_any(&self, characters: &str) -> bool {
        self.presence().has_any(characters)
    }

    /// Whether all of `characters` may be in it; where it says no, one is not.
    pub fn has_all(&self, characters: &str) -> bool {
        self.presence().has_all(characters)
    }

    /// Whether one of `words` may be in it; where it says no, none is.
    pub fn may_say(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.has_all(word))
    }

    /// Whether all of `characters` but `most` may be in it, one that stands there twice counted twice; where it says no, more
    /// are not.
    pub fn lacks_at_most(&self, most: usize, characters: &str) -> bool {
        self.presence().lacks_at_most(most, characters)
    }

    /// The characters it may hold.
    pub fn presence(&self) -> &Presence {
        self.facts().presence.get_or_init(|| Presence::of(self.text))
    }

    /// How many characters that are not blank it has.
    pub fn ink(&self) -> usize {
        *self.facts().ink.get_or_init(|| characters::ink(self.text).count())
    }

    /// Its marks that come in pairs.
    pub fn pairing(&self) -> &Pairing {
        self.facts().pairing.get_or_init(|| brackets::pairing(self.text))
    }

    /// Its 一是, 第一, 首先.
    pub fn items(&self) -> &[Item] {
        self.facts().items.get_or_init(|| sequence::items(self.text))
    }

    /// Its runs of ten digits and more that stand by themselves.
    pub fn digit_runs(&self) -> &[Range<usize>] {
        self.facts().digit_runs.get_or_init(|| characters::digit_runs(self.text, 10))
    }

    /// Its runs of ten digits and more that are written in groups.
    pub fn spaced_runs(&self) -> &[Range<usize>] {
        self.facts().spaced_runs.get_or_init(|| characters::spaced_runs(self.text))
    }

    /// What stands in 《》, marks included, the outermost only.
    pub fn titles(&self) -> &[Range<usize>] {
        self.facts()
            .titles
            .get_or_init(|| if self.has_any("《") { brackets::enclosed(self.text, '《') } else { Vec::new() })
    }

    /// The numbers of suggestions and proposals in it.
    pub fn matter_numbers(&self) -> &[MatterNumber] {
        let read = || if self.has_any("号") { reference::find_all(self.text) } else { Vec::new() };
        self.facts().matter_numbers.get_or_init(read)
    }

    /// Its clauses.
    pub fn clauses(&self) -> &[Clause] {
        self.facts().clauses.get_or_init(|| sentence::keyed_clauses(self.text))
    }

    /// Its quantities.
    pub fn quantities(&self) -> &[Quantity] {
        self.facts().quantities.get_or_init(|| quantity::read(self.text))
    }

    /// What its figures come to. It is a paragraph of `body`, whose quantities `all` gives.
    pub(super) fn worked<'b>(&self, body: &str, all: impl FnOnce() -> &'b [Quantity]) -> &Worked {
        self.facts().worked.get_or_init(|| {
            // Without quantities or spans of time of its own there is nothing to work out, and the others need not be read.
            if self.quantities().is_empty()
                && !(self.has_any("期共间时季") && self.has_any("年月时"))
                && !(self.has_any("限标") && self.has_any("于过"))
            {
                return Worked { workings: Vec::new(), reach: Reach::Paragraph };
            }
            figures::of_paragraph(body, self.offset..self.offset + self.text.len(), all(), self.presence())
        })
    }

    /// The same, a line for a person each.
    pub(super) fn working_lines<'b>(&self, body: &str, all: impl FnOnce() -> &'b [Quantity]) -> &[String] {
        self.facts()
            .working_lines
            .get_or_init(|| self.worked(body, all).workings.iter().map(|working| working.line(self.text)).collect())
    }

    /// The lists of the lexicon whose order is fixed, each with its source.
    pub fn ordered(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let files = self.lexicon.files().iter();
        files.flat_map(|file| file.ordered.iter().map(|list| (list.as_str(), file.source.as_str())))
    }

    /// The words of the lexicon in it that belong to the rule `code`; the search is made once for all rules.
    pub fn words(&self, code: &'static str) -> impl Iterator<Item = &Hit<'a>> + '_ {
        self.hits.get_or_init(|| self.lexicon.hits(self.text)).iter().filter(move |hit| hit.rule == code)
    }

    /// Its quantities as other paragraphs may look for them.
    pub(super) fn spoken(&self) -> &[Spoken] {
        self.facts().spoken(self.text)
    }
}

impl Facts {
    /// The quantities of `text`, which these are the facts of, as other paragraphs may look for them.
    pub fn spoken(&self, text: &str) -> &[Spoken] {
        self.spoken.get_or_init(|| {
            let quantities = self.quantities.get_or_init(|| quantity::read(text));
            let presence = self.presence.get_or_init(|| Presence::of(text));
            Spoken::all(text, quantities, presence)
        })
    }

    /// Forgets what depends on more than the passage: on figures elsewhere if those changed, on text elsewhere in any case.
    pub fn forget_beyond(&mut self, have_figures_changed: bool) {
        let holds = |reach: Reach| match reach {
            Reach::Paragraph => true,
            Reach::Figures => !have_figures_changed,
            Reach::Text => false,
        };
        if self.worked.get().is_some_and(|worked| !holds(worked.reach)) {
            self.worked.take();
            self.working_lines.take();
        }
    }
}
