//! Writing the letter for issuance, and the record of an override.

use std::path::Path;

use crate::app::state::Sheet;
use crate::check::Severity;
use crate::desk::{self, DeskError, DraftFile, Overwrite};
use crate::export;
use crate::review::record::{Action, Entry, addition};
use crate::text::fingerprint::fingerprint;

/// Writes the letter of `sheet` to `to`. A reason to issue it although errors stand goes into the review record.
///
/// # Errors
/// [`DeskError`] when the letter or the record cannot be written.
pub(super) fn issue(
    file: &DraftFile,
    sheet: &Sheet,
    reason: Option<String>,
    to: &Path,
    overwrite: Overwrite,
) -> Result<(), DeskError> {
    let text = export::flow(sheet.document.draft());
    desk::write(to, text.as_bytes(), overwrite)?;
    let Some(reason) = reason else {
        return Ok(());
    };
    let errors = sheet.assessment.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let mut rules: Vec<String> = errors.map(|finding| finding.rule.code.to_owned()).collect();
    rules.dedup();
    let entry = Entry {
        at: jiff::Zoned::now().strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        who: named(&["DAFU_USER", "USER", "USERNAME"]),
        machine: named(&["HOSTNAME", "COMPUTERNAME"]),
        action: Action::Override { reason, rules },
        draft: fingerprint(file.text().as_bytes()),
    };
    desk::append_record(&file.path, |record| addition(record, &entry))
}

fn named(variables: &[&str]) -> String {
    variables.iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default()
}
