//! The draft while it is put together, with its account.

use super::ledger::{Fate, Ledger};
use super::metadata::Pair;
use super::organ;
use super::report::Reason;
use super::run::Run;
use super::source::Source;
use crate::letter::{Draft, Field};
use crate::text::characters::is_blank;
use std::ops::Range;

/// A draft and the account of where its texts came from.
pub(super) struct Assembly<'s, 'a> {
    pub source: &'s Source<'a>,
    pub ledger: Ledger<'s, 'a>,
    pub draft: Draft,
    /// The date that a page's table gives, for a letter that gives none itself.
    pub page_date: Option<(Run, Range<usize>)>,
    /// The lines of a page's table, for what title and opening do not say.
    pub tables: Vec<(Run, Vec<Pair>)>,
}

impl<'s, 'a> Assembly<'s, 'a> {
    pub fn new(source: &'s Source<'a>) -> Self {
        Self { source, ledger: Ledger::new(source), draft: Draft::default(), page_date: None, tables: Vec::new() }
    }

    /// Puts a stretch of a run into a field of one line, as it is but for blanks that merely space Chinese out.
    pub fn put(&mut self, run: &Run, range: Range<usize>, field: Field) {
        let text = &run.text[range.clone()];
        let text = if field == Field::Issuer { organ::tidy(text) } else { tidy(text) };
        self.set(field, &text);
        self.ledger.place(run, range, field);
    }

    /// Puts a text into a field whose place in the account is kept by the caller.
    pub fn set(&mut self, field: Field, text: &str) {
        // A field of one line takes any text without a line end, and a run has none.
        let set = self.draft.set_text(field, text);
        debug_assert!(set.is_ok(), "{field} does not take {text:?}");
    }

    /// Claims what is left of a line for the imported wording, or as labels and marks where dafu would write the same.
    pub fn settle(&mut self, run: &Run, keeps: Option<Field>) {
        for (range, is_mark) in pieces(&run.text) {
            let fate = match keeps {
                Some(field) => Fate::Field(field),
                None if is_mark => Fate::LeftOut(Reason::Separator),
                None => Fate::LeftOut(Reason::Label),
            };
            self.ledger.claim_rest(run, range, fate);
        }
    }
}

/// A text without the blanks between two Chinese characters.
pub(super) fn tidy(text: &str) -> String {
    let source = Source::read(text);
    Run::of(&source, 0..source.text.len()).unspaced().text.trim_matches(is_blank).to_owned()
}

/// A text cut into stretches that are marks and stretches that are not.
fn pieces(text: &str) -> Vec<(Range<usize>, bool)> {
    let is_mark = |character: char| !character.is_alphanumeric() && !is_blank(character);
    let mut pieces: Vec<(Range<usize>, bool)> = Vec::new();
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        match pieces.last_mut() {
            Some((range, mark)) if *mark == is_mark(character) || is_blank(character) => range.end = end,
            _ => pieces.push((at..end, is_mark(character))),
        }
    }
    pieces
}
