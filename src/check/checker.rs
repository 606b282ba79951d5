//! Running the rules.

use super::checklist::{self, Item};
use super::context::{Context, Passage};
use super::finding::{Finding, Severity};
use super::found::Found;
use super::lexicon::Lexicon;
use super::profile::Profile;
use super::registry;
use super::rule::{Check, Rule};
use super::waiver::{self, Ignored, Waiver};
use crate::letter::{Draft, Field};
use jiff::civil::Date;

/// What a check of one draft gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The findings in the order of the letter: by field, then by place, heavier first.
    pub findings: Vec<Finding>,
    /// Those that a person lets stand, in the same order.
    pub ignored: Vec<Ignored>,
    /// The checklist: required elements, then what only a person can vouch for.
    pub checklist: Vec<Item>,
}

impl Report {
    /// Whether nothing stands against issuing the letter.
    pub fn is_ready(&self) -> bool {
        self.count(Severity::Error) == 0
    }

    /// How many findings weigh exactly `severity`.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}

/// Checks drafts, and remembers what it found in each passage so that only changed ones are looked at again.
#[derive(Debug)]
pub struct Checker {
    lexicon: &'static Lexicon,
    kept: Vec<Kept>,
}

impl Default for Checker {
    fn default() -> Self {
        Self::with_lexicon(Lexicon::built_in())
    }
}

impl Checker {
    /// A checker that holds wording against `lexicon`. A program has one of its own for as long as it runs, so it is
    /// asked for as such.
    pub fn with_lexicon(lexicon: &'static Lexicon) -> Self {
        Self { lexicon, kept: Vec::new() }
    }

    /// Checks one draft by every rule.
    pub fn check(&mut self, draft: &Draft, profile: &Profile, today: Date) -> Report {
        self.check_with(draft, profile, today, &[])
    }

    /// Checks one draft by every rule; what `waivers` cover counts no more, neither for the checklist.
    pub fn check_with(&mut self, draft: &Draft, profile: &Profile, today: Date, waivers: &[Waiver]) -> Report {
        let context = Context::with_lexicon(draft, profile, today, self.lexicon);
        let mut findings = Vec::new();
        for rule in registry::RULES {
            if let Check::Letter(check) = rule.check {
                check(&context, &mut Found::by(rule, &mut findings));
            }
        }
        let passages = context.passages();
        let mut own = self.remembered(&passages);
        let fresh: Vec<usize> = (0..passages.len()).filter(|&index| own[index].is_none()).collect();
        // Rule by rule over all passages, not passage by passage over all rules: the code of one rule stays in the
        // processor's cache.
        for rule in registry::RULES {
            for &index in &fresh {
                look(rule, &passages[index], own[index].get_or_insert_default());
            }
        }
        for (passage, own) in passages.iter().zip(own) {
            let own = own.unwrap_or_default();
            findings.extend(own.iter().map(|finding| finding.clone().moved(passage.offset)));
            self.kept.push(Kept { field: passage.field, text: passage.text.to_owned(), findings: own });
        }
        findings.sort_by(|left, right| {
            let key = |finding: &Finding| (finding.field, finding.range.start, finding.severity, finding.rule.code);
            key(left).cmp(&key(right)).then(left.range.end.cmp(&right.range.end))
        });
        findings.dedup();
        let ignored = waiver::part(&mut findings, draft, waivers);
        let checklist = checklist::of(&context, &findings);
        Report { findings, ignored, checklist }
    }
}

/// What was found in a passage, its ranges counted from the passage's start.
#[derive(Debug)]
struct Kept {
    field: Field,
    text: String,
    findings: Vec<Finding>,
}

impl Kept {
    fn is_of(&self, passage: &Passage<'_>) -> bool {
        self.field == passage.field && self.text == passage.text
    }
}

impl Checker {
    /// What is remembered of each passage; the rest is forgotten. From one check to the next little changes, so that most
    /// passages are found in their places from the start or from the end.
    fn remembered(&mut self, passages: &[Passage<'_>]) -> Vec<Option<Vec<Finding>>> {
        let mut before = std::mem::take(&mut self.kept);
        let mut own: Vec<Option<Vec<Finding>>> = passages.iter().map(|_| None).collect();
        let same = before.iter().zip(passages).take_while(|(kept, passage)| kept.is_of(passage)).count();
        let (left, rest) = (before.len() - same, passages.len() - same);
        let from_end = before.iter().rev().zip(passages.iter().rev()).take(left.min(rest));
        let at_end = from_end.take_while(|(kept, passage)| kept.is_of(passage)).count();
        let mut middle: Vec<Kept> = before.drain(same..same + left - at_end).collect();
        for (index, passage) in passages.iter().enumerate().take(passages.len() - at_end).skip(same) {
            if let Some(place) = middle.iter().position(|kept| kept.is_of(passage)) {
                own[index] = Some(middle.swap_remove(place).findings);
            }
        }
        let unmoved = (0..same).chain(passages.len() - at_end..passages.len());
        for (index, kept) in unmoved.zip(before) {
            own[index] = Some(kept.findings);
        }
        own
    }
}

/// Lets a passage rule look at a passage.
fn look(rule: &'static Rule, passage: &Passage<'_>, findings: &mut Vec<Finding>) {
    match rule.check {
        Check::Letter(_) => {}
        Check::Passage(check) => check(passage, &mut Found::by(rule, findings)),
        Check::PassageWith(marks, check) => {
            let may_find = passage.has_any(marks);
            if may_find || cfg!(debug_assertions) {
                let before = findings.len();
                check(passage, &mut Found::by(rule, findings));
                debug_assert!(
                    may_find || findings.len() == before,
                    "{rule:?} finds something without any of “{marks}”: {}",
                    passage.text
                );
            }
        }
    }
}

/// Checks one draft once.
pub fn check(draft: &Draft, profile: &Profile, today: Date) -> Report {
    Checker::default().check(draft, profile, today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::example;

    #[test]
    fn a_checker_that_remembers_finds_the_same() {
        let (mut draft, profile) = (example::suggestion(), Profile::default());
        let mut checker = Checker::default();
        for (from, to) in [("，", ","), ("（", "("), ("一、", "三、"), ("\n", "\n\n")] {
            draft.letter.body = draft.letter.body.replacen(from, to, 3);
            let remembered = checker.check(&draft, &profile, example::TODAY);
            assert_eq!(remembered, check(&draft, &profile, example::TODAY));
            assert_eq!(remembered, checker.check(&draft, &profile, example::TODAY));
        }
    }
}
