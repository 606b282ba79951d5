//! What is remembered of the passages of a letter from one check to the next.

use super::finding::Finding;
use super::passage::{Facts, Passage};
use crate::letter::Field;
use std::cell::OnceCell;

/// The passages of the last check, in their order.
#[derive(Debug, Default)]
pub(super) struct Memory(Vec<Kept>);

/// What is remembered of a passage; places count from its start.
#[derive(Debug)]
pub(super) struct Kept {
    field: Field,
    text: String,
    facts: OnceCell<Box<Facts>>,
    /// What was found by rules that look at it alone.
    pub own: Option<Vec<Finding>>,
    /// What was found by rules that look at it and at the elements.
    pub beside_elements: Option<Vec<Finding>>,
}

impl Kept {
    fn of(passage: &Passage<'_>) -> Self {
        let text = passage.text.to_owned();
        Self { field: passage.field, text, facts: OnceCell::new(), own: None, beside_elements: None }
    }

    fn is_of(&self, passage: &Passage<'_>) -> bool {
        self.field == passage.field && self.text == passage.text
    }

    /// Everything that was found in it.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.own.iter().chain(&self.beside_elements).flatten()
    }
}

impl Memory {
    /// Forgets what was found beside elements that have changed.
    pub fn forget_beside_elements(&mut self) {
        for kept in &mut self.0 {
            kept.beside_elements = None;
        }
    }

    /// Gives each passage what was read off it, and returns what else is remembered of each; other passages are forgotten.
    ///
    /// From one check to the next little changes, so that most passages are found in their places from the start or from the
    /// end.
    pub fn recall(&mut self, passages: &mut [Passage<'_>]) -> Vec<Kept> {
        let mut before = std::mem::take(&mut self.0);
        let same = before.iter().zip(&*passages).take_while(|(kept, passage)| kept.is_of(passage)).count();
        let (left, rest) = (before.len() - same, passages.len() - same);
        let from_end = before.iter().rev().zip(passages.iter().rev()).take(left.min(rest));
        let at_end = from_end.take_while(|(kept, passage)| kept.is_of(passage)).count();
        let end = before.split_off(before.len() - at_end);
        let mut middle = before.split_off(same);
        let changed = same..passages.len() - at_end;
        let have_figures_changed = !speak_alike(&middle, &passages[changed.clone()]);
        let mut kept = before;
        kept.extend(passages[changed].iter().map(|passage| {
            let place = middle.iter().position(|kept| kept.is_of(passage));
            place.map_or_else(|| Kept::of(passage), |place| middle.swap_remove(place))
        }));
        kept.extend(end);
        for (passage, kept) in passages.iter_mut().zip(&mut kept) {
            if let Some(facts) = kept.facts.get_mut() {
                facts.forget_beyond(have_figures_changed);
            }
            passage.remember(std::mem::take(&mut kept.facts));
        }
        kept
    }

    /// Remembers what was read off the passages, and what was found in them.
    pub fn keep(&mut self, passages: Vec<Passage<'_>>, mut kept: Vec<Kept>) {
        for (passage, kept) in passages.into_iter().zip(&mut kept) {
            kept.facts = passage.into_facts();
        }
        self.0 = kept;
    }
}

/// Whether the figures of `before`, as other paragraphs may look for them, are those of `now`.
fn speak_alike(before: &[Kept], now: &[Passage<'_>]) -> bool {
    let before = before.iter().filter(|kept| kept.field == Field::Body);
    let now = now.iter().filter(|passage| passage.field == Field::Body);
    before.flat_map(|kept| kept.facts.get_or_init(Box::default).spoken(&kept.text)).eq(now.flat_map(Passage::spoken))
}
