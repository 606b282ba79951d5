//! What people let stand, as the checks take it: read from the review record beside a draft.

use super::sitting::Sitting;
use crate::check::Waiver;
use crate::desk::{self, DeskError};
use crate::review::{Fault, Record, ignored, verify};
use std::path::Path;

/// The waivers that hold for the draft at `path`. A record that is not as it was written lets nothing stand.
///
/// # Errors
/// [`DeskError`] when there is a record and it cannot be read.
pub fn of_draft(path: &Path) -> Result<Vec<Waiver>, DeskError> {
    // Most drafts have no record: to see that is one look at the folder.
    if !desk::record_path(path).exists() {
        return Ok(Vec::new());
    }
    let (text, seal) = desk::read_sealed_record(path)?;
    let record = Record::read(&text);
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let faults = verify(&record, &name, seal.and_then(|seal| super::sitting::read_seal(&seal)).as_ref());
    Ok(in_force(&record, &faults))
}

impl Sitting {
    /// The waivers that hold for its draft. A record that is not as it was written lets nothing stand.
    pub fn waivers(&self) -> Vec<Waiver> {
        in_force(&self.record, &self.faults())
    }
}

fn in_force(record: &Record, faults: &[Fault]) -> Vec<Waiver> {
    if !faults.is_empty() {
        return Vec::new();
    }
    let waiver = |each: ignored::Ignored<'_>| Waiver {
        number: each.number,
        rule: each.rule.to_owned(),
        bond: each.content.to_owned(),
        reason: each.reason.to_owned(),
        who: each.entry.who.clone(),
        at: each.entry.at.clone(),
    };
    ignored::in_force(record).into_iter().map(waiver).collect()
}
