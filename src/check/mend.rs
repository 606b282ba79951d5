//! Applying fixes.

use super::checker::Checker;
use super::finding::{Applicability, Finding, Fix};
use super::profile::Profile;
use super::waiver::Waiver;
use crate::letter::field::FieldError;
use crate::letter::{Draft, Field};
use crate::text::edit::{self, Edit};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// How often [`all_safe`] checks again before it takes the letter as it is.
const ROUNDS: usize = 16;

/// A draft after its safe fixes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// The draft.
    pub draft: Draft,
    /// The findings that were mended, in the order of mending.
    pub mended: Vec<Finding>,
}

/// The draft with one fix applied.
///
/// # Errors
/// [`FieldError`] when the fix does not fit the draft, which has then changed since the check.
pub fn apply(draft: &Draft, fix: &Fix) -> Result<Draft, FieldError> {
    let mut by_field: BTreeMap<Field, Vec<&Edit>> = BTreeMap::new();
    for change in &fix.edits {
        by_field.entry(change.field).or_default().push(&change.edit);
    }
    let mut result = draft.clone();
    // Last entries of a list first, so that one that is emptied and removed does not move the others.
    for (field, edits) in by_field.into_iter().rev() {
        let text = edit::apply_all(&draft.text(field), edits)?;
        result.set_text(field, &text)?;
    }
    Ok(result)
}

/// Applies safe fixes until none is left.
pub fn all_safe(draft: &Draft, profile: &Profile, today: Date) -> Mended {
    all_safe_with(&mut Checker::default(), draft, profile, today, &[])
}

/// Applies safe fixes until none is left; what `waivers` let stand stays as it is.
pub fn all_safe_with(
    checker: &mut Checker,
    draft: &Draft,
    profile: &Profile,
    today: Date,
    waivers: &[Waiver],
) -> Mended {
    let mut result = Mended { draft: draft.clone(), mended: Vec::new() };
    for _ in 0..ROUNDS {
        let report = checker.check_with(&result.draft, profile, today, waivers);
        let before = result.mended.len();
        // From the end of each text to its start, so that places before a fix stay true; touching fixes wait a round.
        let mut free: Option<(Field, usize)> = None;
        for finding in report.findings.into_iter().rev() {
            let Some(fix) = finding.fix.as_ref().filter(|fix| fix.applicability == Applicability::Safe) else {
                continue;
            };
            let (Some(first), Some(last)) = (
                fix.edits.iter().map(|change| (change.field, change.edit.range.start)).min(),
                fix.edits.iter().map(|change| (change.field, change.edit.range.end)).max(),
            ) else {
                continue;
            };
            if free.is_some_and(|limit| last >= limit) {
                continue;
            }
            if let Ok(draft) = apply(&result.draft, fix) {
                result.draft = draft;
                free = Some(first);
                result.mended.push(finding);
            }
        }
        if result.mended.len() == before {
            break;
        }
    }
    result
}
