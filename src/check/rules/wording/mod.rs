//! W: words.

pub(in crate::check) mod closing_formula;
pub(in crate::check) mod collocation;
pub(in crate::check) mod confused_word;
pub(in crate::check) mod doubled_word;
pub(in crate::check) mod filler;
pub(in crate::check) mod fixed_words;
pub(in crate::check) mod kind_doubled;
pub(in crate::check) mod lost_end;
pub(in crate::check) mod preferred_word;
pub(in crate::check) mod redundancy;
pub(in crate::check) mod renamed_institution;
pub(in crate::check) mod set_phrase;
pub(in crate::check) mod tone;
pub(in crate::check) mod traditional_character;
pub(in crate::check) mod wrong_word;

use crate::check::lexicon::Hit;
use crate::check::{Applicability, Found, Passage, Severity};
use crate::letter::Draft;

/// Tells of the words of the lexicon that belong to the rule `code`.
fn tell(passage: &Passage<'_>, found: &mut Found<'_>, code: &'static str, applicability: Applicability) {
    tell_of(passage, found, code, applicability, |_| true);
}

/// The same, only of those words that `is_told` says so of.
fn tell_of(
    passage: &Passage<'_>,
    found: &mut Found<'_>,
    code: &'static str,
    applicability: Applicability,
    is_told: impl Fn(&Hit<'_>) -> bool,
) {
    for hit in passage.words(code).filter(|hit| is_told(hit)) {
        let word = &passage.text[hit.range.clone()];
        let message = match (&*hit.right, hit.note) {
            ("", note) => format!("“{word}”：{note}"),
            (right, "") if hit.is_guess && right.chars().count() > word.chars().count() => {
                format!("“{word}”似有漏字，疑为“{right}”")
            }
            (right, "") if hit.is_guess => format!("“{word}”疑为“{right}”之误"),
            (right, "") => format!("“{word}”应为“{right}”"),
            (right, note) => format!("“{word}”应为“{right}”：{note}"),
        };
        let finding = found.at(passage.field, hit.range.clone(), message);
        finding.cite(hit.source.to_owned());
        if !hit.is_sure {
            finding.weigh(Severity::Advice);
        }
        if !hit.right.is_empty() {
            // What only comes near a word, or what a word beside it may reach into, is for a person to look at.
            let applicability = if hit.is_certain { applicability } else { Applicability::Review };
            finding.mend(applicability, hit.range.clone(), &*hit.right);
        }
    }
}

/// Whether what only comes near a word is part of a name that the letter's elements tell.
fn is_name(draft: &Draft, text: &str, hit: &Hit<'_>) -> bool {
    hit.is_guess && names(draft).any(|name| name.contains(&text[hit.range.clone()]))
}

/// The names of organs and persons among the elements, and the signs of organs.
fn names(draft: &Draft) -> impl Iterator<Item = &str> {
    let (letter, matter) = (&draft.letter, &draft.matter);
    [&letter.issuer, &letter.signature, &letter.number]
        .into_iter()
        .chain(&letter.addressees)
        .chain(letter.contacts.iter().map(|contact| &contact.name))
        .chain(&letter.cc)
        .chain(&matter.co_handlers)
        .map(String::as_str)
}
