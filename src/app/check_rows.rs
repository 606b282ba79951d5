//! The rows of the checklist.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::checklist::{Item, State as Standing};
use crate::check::{Finding, Severity};

/// From how many findings on those of one rule are one row, which opens to show each.
const ALIKE: usize = 4;

/// One row of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckRow {
    /// The heading of the findings of one severity, and how many there are.
    Findings(Severity, usize),
    /// A finding, by its index.
    Finding(usize),
    /// Several findings of one rule.
    Alike {
        /// The one that stands for them, by its index: the one gone to last, else the first.
        shown: usize,
        /// How many there are.
        count: usize,
        /// Whether each has a row below.
        open: bool,
    },
    /// The heading of what a person vouches for.
    Human,
    /// An item for a person, by its index in the checklist.
    Item(usize),
    /// The heading of what is let stand, and how much there is.
    AllIgnored(usize),
    /// A finding that is let stand, by its index among those.
    Ignored(usize),
}

impl CheckRow {
    /// Whether it only stands over others.
    pub fn is_heading(self) -> bool {
        matches!(self, Self::Findings(..) | Self::Human | Self::AllIgnored(_))
    }
}

/// The rows for `findings`, the `items` that a person vouches for and so many that are `ignored`. Many findings of one rule
/// share a row unless its code is among those `opened`; errors never do, for each stands against issuing the letter.
pub(super) fn of(
    findings: &[Finding],
    items: &[Item],
    ignored: usize,
    opened: &BTreeSet<&'static str>,
) -> Vec<CheckRow> {
    let mut rows = Vec::new();
    list(&mut rows, findings, Severity::Error, opened);
    list(&mut rows, findings, Severity::Warning, opened);
    let mut human = items.iter().enumerate().filter(|(_, item)| item.state == Standing::Human).peekable();
    if human.peek().is_some() {
        rows.push(CheckRow::Human);
        rows.extend(human.map(|(index, _)| CheckRow::Item(index)));
    }
    // There may be a lot of it, and what a person vouches for matters more.
    list(&mut rows, findings, Severity::Advice, opened);
    if ignored > 0 {
        rows.push(CheckRow::AllIgnored(ignored));
        rows.extend((0..ignored).map(CheckRow::Ignored));
    }
    rows
}

fn list(rows: &mut Vec<CheckRow>, findings: &[Finding], severity: Severity, opened: &BTreeSet<&'static str>) {
    let mut of_rule: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
    let weighing: Vec<usize> = (0..findings.len()).filter(|&index| findings[index].severity == severity).collect();
    if !weighing.is_empty() {
        rows.push(CheckRow::Findings(severity, weighing.len()));
    }
    for &index in &weighing {
        of_rule.entry(findings[index].rule.code).or_default().push(index);
    }
    for index in weighing {
        let code = findings[index].rule.code;
        let alike = &of_rule[code];
        if alike.len() < ALIKE || severity == Severity::Error {
            rows.push(CheckRow::Finding(index));
        } else if alike[0] == index {
            let open = opened.contains(code);
            rows.push(CheckRow::Alike { shown: index, count: alike.len(), open });
            if open {
                rows.extend(alike.iter().map(|&other| CheckRow::Finding(other)));
            }
        }
    }
}
