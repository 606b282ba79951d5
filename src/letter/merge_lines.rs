//! Bringing two changes of one text together, line by line.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// `base` with the changes of both `mine` and `theirs`; `None` where both changed the same or neighbouring lines in
/// different ways, for then a person has to decide.
pub fn merge_lines(base: &str, mine: &str, theirs: &str) -> Option<String> {
    let (base, mine, theirs) = (lines(base), lines(mine), lines(theirs));
    let (ours, others) = (changes(&base, &mine), changes(&base, &theirs));
    let mut merged: Vec<&str> = Vec::new();
    let (mut at, mut our, mut other) = (0, ours.into_iter().peekable(), others.into_iter().peekable());
    loop {
        let (mine_first, both) = match (our.peek(), other.peek()) {
            (None, None) => break,
            (Some(_), None) => (true, false),
            (None, Some(_)) => (false, false),
            (Some(left), Some(right)) if left.old.end < right.old.start => (true, false),
            (Some(left), Some(right)) if right.old.end < left.old.start => (false, false),
            // The same change twice is one.
            (Some(left), Some(right))
                if left.old == right.old && mine[left.new.clone()] == theirs[right.new.clone()] =>
            {
                (true, true)
            }
            // Changes that touch each other may belong together.
            (Some(_), Some(_)) => return None,
        };
        let (next, text) = if mine_first { (our.next(), &mine) } else { (other.next(), &theirs) };
        if both {
            other.next();
        }
        if let Some(Change { old, new }) = next {
            merged.extend(&base[at..old.start]);
            merged.extend(&text[new]);
            at = old.end;
        }
    }
    merged.extend(&base[at..]);
    Some(merged.concat())
}

/// Lines with their ends.
fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// One stretch of lines that became another.
struct Change {
    old: Range<usize>,
    new: Range<usize>,
}

fn changes(base: &[&str], now: &[&str]) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, base, now) {
        if let DiffOp::Equal { .. } = op {
            continue;
        }
        let (old, new) = (op.old_range(), op.new_range());
        match changes.last_mut() {
            Some(last) if last.old.end == old.start && last.new.end == new.start => {
                (last.old.end, last.new.end) = (old.end, new.end);
            }
            _ => changes.push(Change { old, new }),
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn changes_of_different_paragraphs_come_together() {
        let base = "甲\n乙\n丙\n丁\n";
        for (mine, theirs, merged) in [
            ("甲一\n乙\n丙\n丁\n", "甲\n乙\n丙\n丁二\n", Some("甲一\n乙\n丙\n丁二\n")),
            ("新\n甲\n乙\n丙\n丁\n", "甲\n乙\n丁\n", Some("新\n甲\n乙\n丁\n")),
            ("甲\n乙一\n丙\n丁\n", "甲\n乙一\n丙\n丁\n", Some("甲\n乙一\n丙\n丁\n")),
            ("甲\n乙一\n丙\n丁\n", "甲\n乙二\n丙\n丁\n", None),
            ("甲\n乙一\n丙\n丁\n", "甲\n乙\n丙二\n丁\n", None),
            ("甲一\n乙\n丙\n丁\n", "甲一\n乙\n丙\n丁二\n", Some("甲一\n乙\n丙\n丁二\n")),
            ("", "甲\n乙\n丙\n丁二\n", None),
        ] {
            assert_eq!(merge_lines(base, mine, theirs).as_deref(), merged, "{mine} {theirs}");
        }
    }

    proptest! {
        #[test]
        fn one_change_alone_is_taken_as_it_is(base in "([甲乙丙]{0,2}\n){0,6}", other in "([甲乙丙]{0,2}\n){0,6}") {
            prop_assert_eq!(merge_lines(&base, &other, &base), Some(other.clone()));
            prop_assert_eq!(merge_lines(&base, &base, &other), Some(other.clone()));
            prop_assert_eq!(merge_lines(&base, &other, &other), Some(other));
        }

        #[test]
        fn it_matters_not_who_was_first(
            base in "([甲乙丙丁]\n){0,7}", mine in "([甲乙丙丁]\n){0,7}", theirs in "([甲乙丙丁]\n){0,7}",
        ) {
            prop_assert_eq!(merge_lines(&base, &mine, &theirs), merge_lines(&base, &theirs, &mine));
        }
    }
}
