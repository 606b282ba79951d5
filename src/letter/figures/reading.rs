//! One paragraph of a letter with the quantities of all, read for its figures.

use super::quantity::Quantity;
use crate::text::find;
use crate::text::presence::Presence;
use std::cell::Cell;
use std::ops::Range;

/// How far one looks for what gives a figure. What was worked out holds for as long as all that was looked at stays the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// No further than its paragraph.
    Paragraph,
    /// At the figures of the whole letter, and the words before each: what [`Spoken`] holds.
    Figures,
    /// At the text of other paragraphs.
    Text,
}

/// A paragraph with the quantities of its letter.
pub(super) struct Reading<'a> {
    /// The whole letter's text; other paragraphs are read with [`reads_on`](Self::reads_on) alone.
    pub text: &'a str,
    quantities: &'a [Quantity],
    scope: Range<usize>,
    presence: &'a Presence,
    reach: Cell<Reach>,
}

impl<'a> Reading<'a> {
    /// The paragraph at `scope` of `text`.
    pub fn of(text: &'a str, scope: Range<usize>, quantities: &'a [Quantity], presence: &'a Presence) -> Self {
        Self { text, quantities, scope, presence, reach: Cell::new(Reach::Paragraph) }
    }

    /// How far was looked.
    pub fn reach(&self) -> Reach {
        self.reach.get()
    }

    /// The quantities of the paragraph.
    pub fn own(&self) -> &'a [Quantity] {
        &self.quantities[self.places(&self.scope)]
    }

    /// The quantities of the whole letter.
    pub fn everywhere(&self) -> &'a [Quantity] {
        self.look(Reach::Figures);
        self.quantities
    }

    /// Says that the text of other paragraphs is read.
    pub fn reads_on(&self) {
        self.look(Reach::Text);
    }

    /// The text of the paragraph before byte `at`.
    pub fn before(&self, at: usize) -> &'a str {
        &self.text[self.scope.start..at]
    }

    /// The places of `word` in the paragraph, in bytes of the text.
    pub fn matches(&self, word: &'static str) -> impl Iterator<Item = (usize, &'static str)> + use<'a> {
        let (start, text) = (self.scope.start, &self.text[self.scope.clone()]);
        let places = self.presence.has_all(word).then(|| find::places(text, word));
        places.into_iter().flatten().map(move |at| (start + at, word))
    }

    fn look(&self, reach: Reach) {
        self.reach.set(self.reach.get().max(reach));
    }

    /// Which quantities lie in `range`.
    fn places(&self, range: &Range<usize>) -> Range<usize> {
        let first = self.quantities.partition_point(|quantity| quantity.range.start < range.start);
        let count = self.quantities[first..].partition_point(|quantity| quantity.range.end <= range.end);
        first..first + count
    }

    /// The sentence around byte `at`: what stands between two full stops or line ends.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        let is_end = |it: char| matches!(it, '。' | '！' | '？' | '\n');
        let start = self.text[..at]
            .rfind(is_end)
            .map_or(0, |end| end + self.text[end..].chars().next().map_or(1, char::len_utf8));
        let end = self.text[at..].find(is_end).map_or(self.text.len(), |end| at + end);
        start..end
    }

    /// The paragraph around byte `at`.
    pub fn paragraph(&self, at: usize) -> Range<usize> {
        let start = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
        let end = self.text[at..].find('\n').map_or(self.text.len(), |end| at + end);
        start..end
    }

    /// The segment around byte `at`: what stands between two marks or brackets.
    pub fn segment(&self, at: usize) -> Range<usize> {
        let is_end = |it: char| matches!(it, '。' | '！' | '？' | '\n' | '，' | '；' | '：' | '（' | '）' | '、');
        let start = self.text[..at]
            .rfind(is_end)
            .map_or(0, |end| end + self.text[end..].chars().next().map_or(1, char::len_utf8));
        let end = self.text[at..].find(is_end).map_or(self.text.len(), |end| at + end);
        start..end
    }

    /// The quantities that lie in `range`.
    pub fn within(&self, range: &Range<usize>) -> std::slice::Iter<'a, Quantity> {
        // The blanks around a paragraph are no other paragraph.
        let before = self.text.get(range.start..self.scope.start).is_some_and(|before| before.contains('\n'));
        let after = self.text.get(self.scope.end..range.end).is_some_and(|after| after.contains('\n'));
        if before || after {
            self.look(Reach::Figures);
        }
        self.quantities[self.places(range)].iter()
    }

    /// The last quantity of `unit` in `range`.
    pub fn last(&self, range: &Range<usize>, unit: &str) -> Option<&'a Quantity> {
        self.within(range).rfind(|quantity| quantity.unit == unit)
    }

    /// The digits of figures that are worked with together; 万 and 亿 are shown where they differ.
    pub fn shown(&self, quantities: &[&Quantity]) -> Vec<&'a str> {
        let same = quantities.windows(2).all(|pair| pair[0].scale == pair[1].scale);
        let digits =
            |quantity: &&Quantity| if same { &self.text[quantity.number.clone()] } else { quantity.shown(self.text) };
        quantities.iter().map(digits).collect()
    }
}

/// A quantity as other paragraphs may look for it: what it is worth, and the words before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Spoken {
    value: f64,
    error: f64,
    scale: f64,
    unit: &'static str,
    is_loose: bool,
    /// From the start of its segment to the end of its unit.
    words: Box<str>,
}

impl Spoken {
    /// Those of a paragraph.
    pub fn all(text: &str, quantities: &[Quantity], presence: &Presence) -> Vec<Self> {
        let reading = Reading::of(text, 0..text.len(), quantities, presence);
        let spoken = |quantity: &Quantity| Self {
            value: quantity.value,
            error: quantity.error,
            scale: quantity.scale,
            unit: quantity.unit,
            is_loose: quantity.is_loose,
            words: text[reading.segment(quantity.range.start).start..quantity.range.end].into(),
        };
        quantities.iter().map(spoken).collect()
    }
}
