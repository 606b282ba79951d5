//! The gate: a letter is exported when nothing stands against it, or when a reason is given, which is recorded.

use super::sitting::{Sitting, WriteError};
use super::{Profiles, targets};
use crate::check::{self, Finding, Severity};
use crate::desk::{self, DeskError, Overwrite, Trouble, Workspace};
use crate::export::{self, Encoding, LineEnd, Unencodable};
use crate::letter::Draft;
use crate::review::Action;
use jiff::civil::Date;
use std::path::{Path, PathBuf};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Export<'a> {
    /// The saved draft.
    pub draft: &'a Path,
    /// Where the letter goes; `None` for the workspace's `exports/`.
    pub target: Option<PathBuf>,
    /// Whether a file that is there may be replaced.
    pub overwrite: bool,
    /// Why it is exported although errors stand.
    pub override_reason: Option<&'a str>,
    /// The encoding.
    pub encoding: Encoding,
    /// How lines end.
    pub line_end: LineEnd,
    /// Today.
    pub today: Date,
}

/// Why a letter was not exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Errors stand or sign-offs are missing, and no reason was given.
    #[error("{}，不能导出", refusal(.errors, .missing))]
    Refused {
        /// The errors.
        errors: Vec<Finding>,
        /// The sign-offs that are missing, each with why.
        missing: Vec<String>,
    },
    /// The record could not be written.
    #[error(transparent)]
    Record(#[from] WriteError),
    /// The target is there already.
    #[error("{} 已经存在，没有覆盖", .0.display())]
    Exists(PathBuf),
    /// A character that the encoding does not have.
    #[error(transparent)]
    Unencodable(#[from] Unencodable),
    /// Trouble with the disk.
    #[error(transparent)]
    Desk(#[from] DeskError),
}

fn refusal(errors: &[Finding], missing: &[String]) -> String {
    match (errors.len(), missing.len()) {
        (0, _) => "签字手续还没有完成".to_owned(),
        (errors, 0) => format!("还有 {errors} 个错误"),
        (errors, _) => format!("还有 {errors} 个错误，签字手续也没有完成"),
    }
}

/// Exports a draft as it is on the disk; gives where the letter went.
///
/// # Errors
/// [`ExportError`]; nothing was written then.
pub fn export(wanted: &Export<'_>, profiles: &mut Profiles) -> Result<PathBuf, ExportError> {
    let Passed { bytes, sitting } = pass(wanted, profiles)?;
    let workspace = Workspace::of_draft(wanted.draft);
    let target = wanted.target.clone().unwrap_or_else(|| workspace.export_path(wanted.draft, "txt"));
    let overwrite = if wanted.overwrite { Overwrite::Replace } else { Overwrite::Never };
    match desk::write(&target, &bytes, overwrite) {
        Ok(()) => {
            let shown = targets::shown(&target).to_owned();
            note(sitting, &shown.display().to_string())?;
            Ok(shown)
        }
        Err(DeskError { trouble: Trouble::Exists, .. }) => Err(ExportError::Exists(targets::shown(&target).to_owned())),
        Err(error) => Err(error.into()),
    }
}

/// The bytes of the letter, for standard output.
///
/// # Errors
/// As [`export`], but for what concerns a target.
pub fn bytes(wanted: &Export<'_>, profiles: &mut Profiles) -> Result<Vec<u8>, ExportError> {
    let Passed { bytes, sitting } = pass(wanted, profiles)?;
    note(sitting, "-")?;
    Ok(bytes)
}

/// A letter that got through the gate.
struct Passed {
    bytes: Vec<u8>,
    sitting: Sitting,
}

/// Lets the letter through the gate, or not. An override is recorded before anything is written.
fn pass(wanted: &Export<'_>, profiles: &mut Profiles) -> Result<Passed, ExportError> {
    let mut sitting = Sitting::open(wanted.draft, profiles)?;
    let draft = &sitting.file.draft;
    let errors = standing(draft, profiles.get(&sitting.root, &draft.profile)?, wanted.today);
    let missing = sitting.missing();
    let bytes = export::encode(&export::flow(draft), wanted.encoding, wanted.line_end)?;
    let reason = wanted.override_reason.map(str::trim).filter(|reason| !reason.is_empty());
    if !errors.is_empty() || !missing.is_empty() {
        let Some(reason) = reason else { return Err(ExportError::Refused { errors, missing }) };
        let mut rules: Vec<String> = errors.iter().map(|finding| finding.rule.code.to_owned()).collect();
        rules.dedup();
        sitting.write(Action::Override { reason: reason.to_owned(), rules, missing })?;
    }
    Ok(Passed { bytes, sitting })
}

/// Notes in the record that the letter went out, where stages are in use.
fn note(mut sitting: Sitting, target: &str) -> Result<(), ExportError> {
    let progress = sitting.progress();
    if progress.is_in_use() {
        let letter = progress.letter;
        sitting.write(Action::Export { target: target.to_owned(), letter })?;
    }
    Ok(())
}

fn standing(draft: &Draft, profile: &check::Profile, today: Date) -> Vec<Finding> {
    let report = check::check(draft, profile, today);
    report.findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect()
}
