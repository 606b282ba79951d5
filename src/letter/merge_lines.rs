//! Bringing two changes of one text together: line by line, and where both changed the same lines, clause by clause.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

/// What ends a clause. A paragraph of a letter is one line: without clauses in it, two people could not work on one.
const CLAUSE_ENDS: [char; 11] = ['，', '。', '；', '：', '！', '？', ',', ';', '!', '?', '\n'];

/// `base` with the changes of both `mine` and `theirs`. Where both changed the same or neighbouring clauses in different ways,
/// `decide` is asked, which gets the text before the place, and what each made of it.
pub fn merge_lines(base: &str, mine: &str, theirs: &str, decide: &mut Deciding<'_>) -> String {
    merge_parts([base, mine, theirs], lines, &mut |_, texts| {
        merge_parts(texts, clauses, &mut |before, [_, mine, theirs]| decide(before, mine, theirs))
    })
}

/// What stands at a place that two changed, by the text before it, and what each made of it.
pub type Deciding<'a> = dyn FnMut(&str, &str, &str) -> String + 'a;

/// The three texts brought together part by part. What both changed goes to `both`, with the text that was brought together
/// before it; the parts around it that are the same are left out.
fn merge_parts(
    texts: [&str; 3],
    parts: fn(&str) -> Vec<&str>,
    both: &mut dyn FnMut(&str, [&str; 3]) -> String,
) -> String {
    let [base, mine, theirs] = texts.map(parts);
    let mut ours = Changes { text: &mine, left: changes(&base, &mine).into_iter().peekable() };
    let mut others = Changes { text: &theirs, left: changes(&base, &theirs).into_iter().peekable() };
    let (mut merged, mut at) = (String::new(), 0);
    while let Some(first) = [&mut ours, &mut others].into_iter().filter_map(Changes::start).min() {
        // Changes that touch each other may belong together: they are looked at as one.
        let (mut region, mut our, mut other) = (first..first, Vec::new(), Vec::new());
        while ours.take_touching(&mut region, &mut our) || others.take_touching(&mut region, &mut other) {}
        let (before, here) = (&base[at..region.start], base[region.clone()].concat());
        let (our, other) = (ours.read(&base, &region, &our), others.read(&base, &region, &other));
        merged.push_str(&before.concat());
        let made = match () {
            () if our == here || our == other => other,
            () if other == here => our,
            () => both(&merged, [&here, &our, &other]),
        };
        merged.push_str(&made);
        at = region.end;
    }
    merged.push_str(&base[at..].concat());
    merged
}

/// Lines with their ends.
fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// Clauses with the marks that end them.
fn clauses(text: &str) -> Vec<&str> {
    text.split_inclusive(CLAUSE_ENDS).collect()
}

/// One stretch of parts that became another.
#[derive(Clone)]
struct Change {
    old: Range<usize>,
    new: Range<usize>,
}

/// What one side changed, from its start to its end.
struct Changes<'a> {
    text: &'a [&'a str],
    left: Peekable<IntoIter<Change>>,
}

impl Changes<'_> {
    /// Where the next change begins.
    fn start(&mut self) -> Option<usize> {
        self.left.peek().map(|change| change.old.start)
    }

    /// Takes the next change where it touches `region`, which grows by it. Says whether it did.
    fn take_touching(&mut self, region: &mut Range<usize>, taken: &mut Vec<Change>) -> bool {
        let Some(change) = self.left.next_if(|change| change.old.start <= region.end) else {
            return false;
        };
        region.end = region.end.max(change.old.end);
        taken.push(change);
        true
    }

    /// What this side made of `region`, in which it made the changes `made`.
    fn read(&self, base: &[&str], region: &Range<usize>, made: &[Change]) -> String {
        let (mut text, mut at) = (String::new(), region.start);
        for Change { old, new } in made {
            text.push_str(&base[at..old.start].concat());
            text.push_str(&self.text[new.clone()].concat());
            at = old.end;
        }
        text.push_str(&base[at..region.end].concat());
        text
    }
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
    use proptest::prelude::*;

    /// The texts brought together, or nothing where somebody has to decide.
    fn merge_lines(base: &str, mine: &str, theirs: &str) -> Option<String> {
        let mut decided = false;
        let merged = super::merge_lines(base, mine, theirs, &mut |_, mine, _| {
            decided = true;
            mine.to_owned()
        });
        (!decided).then_some(merged)
    }

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

    #[test]
    fn changes_of_different_clauses_of_one_paragraph_come_together() {
        let base = "一、清淤\n今年4月，完成清淤3公里，投入200万元。下一步，年底前完工。\n专此答复。\n";
        let changed = |from: &str, to: &str| base.replace(from, to);
        let both = |mine: &str, theirs: &str| merge_lines(base, mine, theirs);
        let merged = both(&changed("4月", "5月"), &changed("年底前", "11月底前")).unwrap();
        assert_eq!(merged, base.replace("4月", "5月").replace("年底前", "11月底前"));
        // The same clause, or the next one: what comes of both need not make sense.
        assert_eq!(both(&changed("3公里", "4公里"), &changed("清淤3", "疏浚3")), None);
        assert_eq!(both(&changed("3公里", "4公里"), &changed("200", "260")), None);
        // Whoever deletes the paragraph contradicts whoever mends it.
        let line = base.lines().nth(1).unwrap();
        assert_eq!(both(&changed(&format!("{line}\n"), ""), &changed("4月", "5月")), None);
        // A new paragraph right behind one that was mended elsewhere.
        let merged = both(&changed("完工。\n", "完工。\n另，已验收。\n"), &changed("4月", "5月")).unwrap();
        assert_eq!(merged, base.replace("4月", "5月").replace("完工。\n", "完工。\n另，已验收。\n"));
    }

    proptest! {
        #[test]
        fn clauses_matter_not_who_was_first(
            base in "([甲乙丙][，。]?){0,7}\n", mine in "([甲乙丙][，。]?){0,7}\n", theirs in "([甲乙丙][，。]?){0,7}\n",
        ) {
            prop_assert_eq!(merge_lines(&base, &mine, &theirs), merge_lines(&base, &theirs, &mine));
        }

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
