//! The account: which stretch of the source went where.

use super::report::{LeftOut, Placed, Reason, Report, Uncertain};
use super::run::Run;
use super::source::Source;
use crate::letter::Field;
use crate::text::characters::is_blank;
use std::ops::Range;

/// What became of a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Field(Field),
    LeftOut(Reason),
}

/// The account while it is kept. Every stretch is claimed once; what nobody claimed is left out as unknown at the end, so
/// that no character can be lost.
pub(super) struct Ledger<'s, 'a> {
    pub source: &'s Source<'a>,
    /// Claims in bytes of the clean text, in the order of claiming.
    claims: Vec<(Range<usize>, Fate)>,
    pub report: Report,
}

impl<'s, 'a> Ledger<'s, 'a> {
    pub fn new(source: &'s Source<'a>) -> Self {
        Self { source, claims: Vec::new(), report: Report::default() }
    }

    /// Claims a stretch of the clean text.
    pub fn claim(&mut self, range: Range<usize>, fate: Fate) {
        let text = &self.source.text[range.clone()];
        let start = range.start + (text.len() - text.trim_start_matches(is_blank).len());
        let end = range.start + text.trim_end_matches(is_blank).len();
        if start < end {
            self.claims.push((start..end, fate));
        }
    }

    /// Claims a stretch of a run.
    pub fn claim_run(&mut self, run: &Run, range: Range<usize>, fate: Fate) {
        for place in run.places(range) {
            self.claim(place, fate);
        }
    }

    pub fn place(&mut self, run: &Run, range: Range<usize>, field: Field) {
        self.claim_run(run, range, Fate::Field(field));
    }

    /// The stretches of the clean text that went into a field, in order.
    pub fn claimed(&self, field: Field) -> Vec<Range<usize>> {
        let mut ranges: Vec<Range<usize>> = self
            .claims
            .iter()
            .filter(|(_, fate)| *fate == Fate::Field(field))
            .map(|(range, _)| range.clone())
            .collect();
        ranges.sort_by_key(|range| range.start);
        ranges
    }

    /// Claims all that is between the claims inside `range` of a run.
    pub fn claim_rest(&mut self, run: &Run, range: Range<usize>, fate: Fate) {
        for place in run.places(range) {
            for gap in self.unclaimed(place) {
                self.claim(gap, fate);
            }
        }
    }

    /// Notes that a field was read out of text that is placed elsewhere.
    pub fn derive(&mut self, run: &Run, range: Range<usize>, field: Field) {
        for place in run.places(range) {
            for range in self.source.places(place) {
                let line = self.source.line_number(range.start);
                self.report.derived.push(Placed { range, line, field });
            }
        }
    }

    pub fn doubt(&mut self, field: Option<Field>, line: Option<usize>, message: impl Into<String>) {
        self.report.uncertain.push(Uncertain { field, line, message: message.into() });
    }

    /// The stretches of `range` of the clean text that nobody has claimed yet.
    fn unclaimed(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut claims: Vec<&Range<usize>> = self
            .claims
            .iter()
            .map(|(claim, _)| claim)
            .filter(|claim| claim.start < range.end && claim.end > range.start)
            .collect();
        claims.sort_by_key(|claim| claim.start);
        let mut gaps = Vec::new();
        let mut at = range.start;
        for claim in claims {
            if claim.start > at {
                gaps.push(at..claim.start);
            }
            at = at.max(claim.end);
        }
        if at < range.end {
            gaps.push(at..range.end);
        }
        gaps
    }

    /// Closes the account: what is unclaimed is left out as unknown, and everything is put into the order of the source.
    pub fn close(mut self) -> Report {
        self.claims.sort_by_key(|(range, _)| range.start);
        debug_assert!(
            self.claims.is_sorted_by(|(left, _), (right, _)| left.end <= right.start),
            "a stretch is claimed twice"
        );
        let mut at = 0;
        let mut all = Vec::with_capacity(self.claims.len() + 4);
        for (range, fate) in std::mem::take(&mut self.claims) {
            self.unknown(at..range.start, &mut all);
            at = range.end;
            all.push((range, fate));
        }
        self.unknown(at..self.source.text.len(), &mut all);
        for (range, fate) in all {
            for range in self.source.places(range) {
                let line = self.source.line_number(range.start);
                match fate {
                    Fate::Field(field) => self.report.placed.push(Placed { range, line, field }),
                    Fate::LeftOut(reason) => self.report.left_out.push(LeftOut { range, line, reason }),
                }
            }
        }
        for range in &self.source.invisible {
            let line = self.source.line_number(range.start);
            self.report.left_out.push(LeftOut { range: range.clone(), line, reason: Reason::Invisible });
        }
        self.report.left_out.sort_by_key(|left| left.range.start);
        self.report
    }

    /// Adds the inked lines of an unclaimed stretch as unknown.
    fn unknown(&self, range: Range<usize>, all: &mut Vec<(Range<usize>, Fate)>) {
        let text = &self.source.text[range.clone()];
        let mut start = range.start;
        for line in text.split_inclusive(['\n', '\r', '\u{C}']) {
            let inner = line.trim_matches(is_blank);
            if !inner.is_empty() {
                let from = start + (line.len() - line.trim_start_matches(is_blank).len());
                all.push((from..from + inner.len(), Fate::LeftOut(Reason::Unknown)));
            }
            start += line.len();
        }
    }
}
