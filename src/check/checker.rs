//! Running the rules.

use super::checklist::{self, Item};
use super::context::{Context, Passage};
use super::finding::{Finding, Severity};
use super::found::Found;
use super::lexicon::Words;
use super::profile::Profile;
use super::registry;
use super::rule::{Check, Rule};
use super::waiver::{self, Ignored, Waiver};
use crate::letter::{Draft, Field};
use jiff::civil::Date;
use std::collections::HashMap;

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
#[derive(Debug, Default)]
pub struct Checker {
    words: Words,
    kept: HashMap<(Field, String), Vec<Finding>>,
}

impl Checker {
    /// Checks one draft by every rule.
    pub fn check(&mut self, draft: &Draft, profile: &Profile, today: Date) -> Report {
        self.check_with(draft, profile, today, &[])
    }

    /// Checks one draft by every rule; what `waivers` cover counts no more, neither for the checklist.
    pub fn check_with(&mut self, draft: &Draft, profile: &Profile, today: Date, waivers: &[Waiver]) -> Report {
        // What was found by other words does not hold any longer.
        if self.words != profile.words {
            self.kept.clear();
            self.words = profile.words.clone();
        }
        let context = Context::new(draft, profile, today);
        let mut findings = Vec::new();
        for rule in registry::RULES {
            if let Check::Letter(check) = rule.check {
                check(&context, &mut Found::by(rule, &mut findings));
            }
        }
        let passages = context.passages();
        let mut own: Vec<Option<Vec<Finding>>> =
            passages.iter().map(|passage| self.kept.remove(&(passage.field, passage.text.to_owned()))).collect();
        let fresh: Vec<usize> = (0..passages.len()).filter(|&index| own[index].is_none()).collect();
        // Rule by rule over all passages, not passage by passage over all rules: the code of one rule stays in the
        // processor's cache.
        for rule in registry::RULES {
            for &index in &fresh {
                look(rule, &passages[index], own[index].get_or_insert_default());
            }
        }
        self.kept.clear();
        for (passage, own) in passages.iter().zip(own) {
            let own = own.unwrap_or_default();
            findings.extend(own.iter().map(|finding| finding.clone().moved(passage.offset)));
            self.kept.insert((passage.field, passage.text.to_owned()), own);
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
