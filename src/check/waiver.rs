//! Waivers: findings that a person has looked at and lets stand, with a reason.
//!
//! A waiver holds for a rule on a text, not for a rule at large: change the words it was given on, and the finding is back.
//! The review record keeps them; what is here says which findings one covers, and which may have one.

use super::finding::{Finding, Severity};
use crate::letter::{Draft, Field};
use crate::text::fingerprint::fingerprint;
use crate::text::position::floor_boundary;
use crate::text::sentence;

/// A finding that is let stand, as the review record has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiver {
    /// The number of its entry in the record, from 1.
    pub number: usize,
    /// The rule's code.
    pub rule: String,
    /// What it was given on, as [`bond`] makes it.
    pub bond: String,
    /// Why.
    pub reason: String,
    /// Who.
    pub who: String,
    /// When, as RFC 3339 with offset.
    pub at: String,
}

/// A finding that is let stand, with what lets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// The finding.
    pub finding: Finding,
    /// The waiver that covers it.
    pub waiver: Waiver,
}

impl Waiver {
    /// Whether it covers this finding of this draft. Without a reason it covers nothing.
    pub fn covers(&self, finding: &Finding, draft: &Draft) -> bool {
        self.rule == finding.rule.code
            && !self.reason.trim().is_empty()
            && may_be_ignored(finding)
            && self.bond == bond(finding, draft)
    }
}

/// Whether a finding may be let stand at all. That an element is not there may not: no reason puts it into the letter, and
/// what a place does not ask for its profile says.
pub fn may_be_ignored(finding: &Finding) -> bool {
    !(finding.severity == Severity::Error && finding.element.is_some() && finding.range.is_empty())
}

/// What a waiver of `finding` is bound to: the SHA-256 of its field, its words and the sentence around them; outside the
/// body of the whole field. What a rule compares with words elsewhere is named in its message, which then is bound too.
pub fn bond(finding: &Finding, draft: &Draft) -> String {
    let text = draft.text(finding.field);
    let start = floor_boundary(&text, finding.range.start);
    let end = floor_boundary(&text, finding.range.end).max(start);
    let around = match finding.field {
        Field::Body => {
            let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
            let paragraph = text[line..].lines().next().unwrap_or_default();
            paragraph[sentence::sentence_at(paragraph, (start - line).min(paragraph.len()))].trim()
        }
        _ => &text,
    };
    let elsewhere = if finding.rule.check.looks_elsewhere() { finding.message.as_str() } else { "" };
    // Entries of a list move when others go: it is bound to the list. No text holds the character between the parts.
    let parts = [finding.field.name(), &text[start..end], around, elsewhere];
    fingerprint(parts.join("\u{1F}").as_bytes())
}

/// Takes the findings that `waivers` cover out of `findings`.
pub fn part(findings: &mut Vec<Finding>, draft: &Draft, waivers: &[Waiver]) -> Vec<Ignored> {
    if waivers.is_empty() {
        return Vec::new();
    }
    let covering = |finding: &Finding| waivers.iter().find(|waiver| waiver.covers(finding, draft)).cloned();
    let mut ignored = Vec::new();
    for finding in std::mem::take(findings) {
        match covering(&finding) {
            Some(waiver) => ignored.push(Ignored { finding, waiver }),
            None => findings.push(finding),
        }
    }
    ignored
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::checklist::State;
    use crate::check::{Checker, Profile, Report, example};

    fn report(draft: &Draft, waivers: &[Waiver]) -> Report {
        Checker::default().check_with(draft, &Profile::default(), example::TODAY, waivers)
    }

    fn waiver(finding: &Finding, draft: &Draft) -> Waiver {
        let (rule, bond) = (finding.rule.code.to_owned(), bond(finding, draft));
        Waiver { rule, bond, reason: "原文如此".to_owned(), ..Waiver::default() }
    }

    #[test]
    fn a_waiver_holds_for_the_words_it_was_given_on() {
        let mut draft = example::suggestion();
        let body = draft.letter.body.replace("配车6辆，", "配车6辆,");
        draft.set_text(Field::Body, &body).unwrap();
        let found = report(&draft, &[]).findings;
        let waivers = [waiver(&found[0], &draft)];
        let let_stand = report(&draft, &waivers);
        assert!(let_stand.findings.is_empty() && let_stand.ignored.len() == 1);
        assert_eq!(let_stand.ignored[0].waiver.reason, "原文如此");

        // The same fault further down in the letter is still covered, in changed words it is not.
        let mut moved = draft.clone();
        moved.letter.body = draft.letter.body.replacen('\n', "\n\n", 1);
        assert!(report(&moved, &waivers).findings.is_empty());
        let mut changed = draft.clone();
        changed.letter.body = draft.letter.body.replace("配车6辆", "配车8辆");
        assert!(report(&changed, &waivers).findings.iter().any(|finding| finding.rule == found[0].rule));
    }

    #[test]
    fn an_ignored_error_no_longer_blocks_and_needs_a_reason() {
        let mut draft = example::suggestion();
        draft.letter.number = "临交函[2026]18号".to_owned();
        let found = report(&draft, &[]);
        assert!(!found.is_ready());
        let mut waivers: Vec<Waiver> = found.findings.iter().map(|finding| waiver(finding, &draft)).collect();
        let let_stand = report(&draft, &waivers);
        assert!(let_stand.is_ready());
        assert!(let_stand.checklist.iter().all(|item| item.state != State::Wrong));
        for waiver in &mut waivers {
            waiver.reason = "　".to_owned();
        }
        assert!(!report(&draft, &waivers).is_ready());
    }

    #[test]
    fn an_element_that_is_not_there_cannot_be_ignored() {
        let mut draft = example::suggestion();
        draft.letter.disclosure.clear();
        let found = report(&draft, &[]);
        let waivers: Vec<Waiver> = found.findings.iter().map(|finding| waiver(finding, &draft)).collect();
        let missing = found.findings.iter().find(|finding| finding.rule.code == "E01").unwrap();
        assert!(!may_be_ignored(missing));
        assert!(!report(&draft, &waivers).is_ready());
    }

    #[test]
    fn what_a_rule_compares_with_is_bound_too() {
        let mut draft = example::suggestion();
        draft.letter.title = draft.letter.title.replace("第2026042号", "第2026043号");
        let found = report(&draft, &[]).findings;
        assert!(!found.is_empty());
        let waivers: Vec<Waiver> = found.iter().map(|finding| waiver(finding, &draft)).collect();
        assert!(report(&draft, &waivers).findings.is_empty());
        draft.matter.number = "2026044".to_owned();
        assert!(!report(&draft, &waivers).findings.is_empty());
    }
}
