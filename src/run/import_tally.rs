//! What many imports came to, as a table: how many letters, and what was not recognised in how many of them.

use super::import::{Letter, missing};
use crate::text::width::Measure;
use std::collections::BTreeMap;

/// Counts over all letters of one import.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// How many letters were imported.
    pub done: usize,
    /// How many of them have something to look at.
    pub unsure: usize,
    /// In how many an element was not recognised, by its name and place in the letter.
    missing: BTreeMap<(usize, &'static str), usize>,
}

impl Tally {
    /// Counts a letter.
    pub fn add(&mut self, letter: &Letter) {
        self.done += 1;
        self.unsure += usize::from(!letter.report.uncertain.is_empty());
        for (place, label) in missing(&letter.draft) {
            *self.missing.entry((place, label)).or_default() += 1;
        }
    }

    /// The table, of `total` files.
    pub fn lines(&self, total: usize) -> Vec<String> {
        let mut lines = vec![format!(
            "共 {total} 份：导入 {}，其中 {} 份有须核对之处；未能导入 {}",
            self.done,
            self.unsure,
            total - self.done
        )];
        if !self.missing.is_empty() {
            let measure = Measure::default();
            lines.push("没有认出的要素：".to_owned());
            let rows =
                self.missing.iter().map(|((_, label), count)| format!("  {} {count:>5} 份", measure.pad(label, 8)));
            lines.extend(rows);
        }
        lines
    }
}
