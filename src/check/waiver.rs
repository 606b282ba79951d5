//! Waivers: findings that a person has looked at and lets stand, with a reason.
//!
//! A waiver holds for a rule on a text, not for a rule at large: change the words it was given on, and the finding is back.

use super::finding::Finding;
use crate::letter::{Draft, Field};
use crate::text::position::floor_boundary;
use crate::text::sentence;

/// A finding that is let stand. The review record keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// The rule's code.
    pub rule: String,
    /// The field, by its name.
    pub field: String,
    /// The words it was given on: those of the finding, and the sentence around them.
    pub words: String,
    /// Why.
    pub reason: String,
}

/// Findings, parted by whether a waiver covers them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parted {
    /// Those that stand against the letter.
    pub standing: Vec<Finding>,
    /// Those that are let stand, each with its waiver's place in the list.
    pub waived: Vec<(Finding, usize)>,
}

impl Waiver {
    /// The waiver of one finding in a draft.
    pub fn of(finding: &Finding, draft: &Draft, reason: impl Into<String>) -> Self {
        Self {
            rule: finding.rule.code.to_owned(),
            field: field_name(finding.field),
            words: words(finding, draft),
            reason: reason.into(),
        }
    }

    /// Whether it covers this finding of this draft.
    pub fn covers(&self, finding: &Finding, draft: &Draft) -> bool {
        self.rule == finding.rule.code && self.field == field_name(finding.field) && self.words == words(finding, draft)
    }
}

/// Parts findings by what the waivers cover. A waiver without a reason covers nothing.
pub fn part(findings: Vec<Finding>, draft: &Draft, waivers: &[Waiver]) -> Parted {
    let mut parted = Parted::default();
    for finding in findings {
        let covering = waivers.iter().position(|it| !it.reason.trim().is_empty() && it.covers(&finding, draft));
        match covering {
            Some(index) => parted.waived.push((finding, index)),
            None => parted.standing.push(finding),
        }
    }
    parted
}

/// Entries of a list move when others go: a waiver holds for the list.
fn field_name(field: Field) -> String {
    field.name().to_owned()
}

fn words(finding: &Finding, draft: &Draft) -> String {
    let text = draft.text(finding.field);
    let start = floor_boundary(&text, finding.range.start);
    let end = floor_boundary(&text, finding.range.end).max(start);
    if finding.field != Field::Body {
        return text.into_owned();
    }
    let sentence = sentence::sentence_at(&text, start);
    format!("{}|{}", &text[start..end], text[sentence].trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Profile, check, example};

    #[test]
    fn a_waiver_holds_for_the_words_it_was_given_on() {
        let mut draft = example::suggestion();
        let body = draft.letter.body.replace("配车6辆，", "配车6辆,");
        draft.set_text(Field::Body, &body).unwrap();
        let findings = |draft: &Draft| check(draft, &Profile::default(), example::TODAY).findings;
        let first = findings(&draft);
        let waiver = Waiver::of(&first[0], &draft, "原文如此");
        let parted = part(first, &draft, std::slice::from_ref(&waiver));
        assert!(parted.standing.is_empty() && parted.waived.len() == 1);

        // The same fault further down in the letter is still covered, in changed words it is not.
        let mut moved = draft.clone();
        moved.letter.body = format!("感谢关心。\n{}", draft.letter.body);
        assert!(part(findings(&moved), &moved, std::slice::from_ref(&waiver)).standing.is_empty());
        let mut changed = draft.clone();
        changed.letter.body = draft.letter.body.replace("配车6辆", "配车8辆");
        assert!(!part(findings(&changed), &changed, &[waiver]).standing.is_empty());
    }
}
