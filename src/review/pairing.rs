//! Which paragraph of one text is which of another: the same, changed in its place, or moved.

use super::redline::MOST_WORK;
use super::tokens::tokens;
use crate::letter::outline::Marker;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// How alike two paragraphs must be to count as one that was changed.
const CHANGED: f64 = 0.4;

/// How alike two paragraphs in different places must be to count as one that was moved.
const MOVED: f64 = 0.7;

/// A paragraph with fewer tokens than this is never told as moved when it was changed too.
const LEAST_TOKENS: usize = 6;

/// The most pairs of paragraphs between the same neighbours that are held against each other.
const MOST_PAIRS: usize = 10_000;

/// Which paragraph is which.
pub(super) struct Pairs {
    /// Of each new paragraph the old one, and whether it was moved.
    pub(super) old_of: Vec<Option<(usize, bool)>>,
    /// Of each old paragraph the new one.
    pub(super) new_of: Vec<Option<usize>>,
}

impl Pairs {
    /// Pairs the paragraphs of two texts.
    pub(super) fn of(old: &[&str], new: &[&str]) -> Self {
        let mut pairs = Self { old_of: vec![None; new.len()], new_of: vec![None; old.len()] };
        let mut gaps = Vec::new();
        for op in capture_diff_slices(Algorithm::Myers, old, new) {
            match op {
                DiffOp::Equal { old_index, new_index, len } => {
                    for step in 0..len {
                        pairs.join(old_index + step, new_index + step, false);
                    }
                }
                _ => gaps.push((op.old_range(), op.new_range())),
            }
        }
        // What moved word for word is no candidate for a change in place.
        pairs.join_moved(old, new, |before, after| words(before) == words(after));
        for (old_range, new_range) in gaps {
            pairs.join_changed(old, new, old_range, new_range);
        }
        pairs.join_moved(old, new, |before, after| {
            let few = tokens(words(before)).len() < LEAST_TOKENS;
            !few && likeness(words(before), words(after)) >= MOVED
        });
        pairs
    }

    fn join(&mut self, old: usize, new: usize, moved: bool) {
        self.old_of[new] = Some((old, moved));
        self.new_of[old] = Some(new);
    }

    /// Pairs paragraphs that stand between the same neighbours, in order, each with the first that is like it.
    fn join_changed(&mut self, old: &[&str], new: &[&str], old_range: Range<usize>, new_range: Range<usize>) {
        let mut from = new_range.start;
        let alone = old_range.len() == 1 && new_range.len() == 1;
        let many = old_range.len() * new_range.len() > MOST_PAIRS;
        for before in old_range {
            if self.new_of[before].is_some() {
                continue;
            }
            // Among very many only the next one is held against it.
            let until = if many { new_range.end.min(from + 1) } else { new_range.end };
            let like = (from..until).find(|&after| {
                self.old_of[after].is_none()
                    && (alone && likeness(old[before], new[after]) > 0.0
                        || likeness(old[before], new[after]) >= CHANGED)
            });
            if let Some(after) = like {
                self.join(before, after, false);
                from = after + 1;
            } else if many {
                from += 1;
            }
        }
    }

    /// Pairs what is left wherever it stands.
    fn join_moved(&mut self, old: &[&str], new: &[&str], same: impl Fn(&str, &str) -> bool) {
        let left = |pairs: &[Option<usize>]| pairs.iter().filter(|pair| pair.is_none()).count();
        let free = self.old_of.iter().filter(|pair| pair.is_none()).count();
        if left(&self.new_of) * free > MOST_PAIRS {
            return;
        }
        for (before, line) in old.iter().enumerate() {
            if self.new_of[before].is_some() {
                continue;
            }
            let found = (0..new.len()).find(|&after| self.old_of[after].is_none() && same(line, new[after]));
            if let Some(after) = found {
                let in_order = self.keeps_order(before, after);
                self.join(before, after, !in_order);
            }
        }
    }

    /// Whether pairing these two crosses no pair that stays in its place.
    fn keeps_order(&self, old: usize, new: usize) -> bool {
        self.old_of.iter().enumerate().all(|(after, pair)| match pair {
            Some((before, false)) => (*before < old) == (after < new),
            _ => true,
        })
    }
}

/// A paragraph without its number: a section that moves is numbered anew.
fn words(paragraph: &str) -> &str {
    Marker::at_start(paragraph).map_or(paragraph, |marker| &paragraph[marker.range.end..])
}

/// How much two paragraphs have in common, from 0 to 1.
fn likeness(left: &str, right: &str) -> f64 {
    let (left, right) = (tokens(left), tokens(right));
    let all = left.len() + right.len();
    if left.len().saturating_mul(right.len()) > MOST_WORK {
        return 0.0;
    }
    // The lengths alone can rule it out, without comparing.
    if all == 0 || 2 * left.len().min(right.len()) < (all * 2) / 5 {
        return 0.0;
    }
    let common: usize = capture_diff_slices(Algorithm::Myers, &left, &right)
        .iter()
        .map(|op| if let DiffOp::Equal { len, .. } = op { *len } else { 0 })
        .sum();
    (2 * common) as f64 / all as f64
}
