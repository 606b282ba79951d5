//! The gate: a letter is exported when nothing stands against it, or when a reason is given, which is recorded.

use super::sitting::{Sitting, WriteError};
use super::{Profiles, targets};
use crate::check::{Checker, Finding, Profile, Severity, Waiver};
use crate::desk::{self, DeskError, Overwrite, Trouble, Workspace};
use crate::export::{self, Encoding, LineEnd, Unencodable};
use crate::letter::Draft;
use crate::review::{Action, Progress};
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
    /// The target is named as a draft is.
    #[error("{} 是稿件的文件名，不能导出到那里", .0.display())]
    DraftName(PathBuf),
    /// A character that the encoding does not have.
    #[error(transparent)]
    Unencodable(#[from] Unencodable),
    /// Trouble with the disk.
    #[error(transparent)]
    Desk(#[from] DeskError),
}

fn refusal(errors: &[Finding], missing: &[String]) -> String {
    let stages: Vec<&str> = missing.iter().filter_map(|words| words.split('：').next()).collect();
    let stages = stages.join("、");
    match (errors.len(), missing.len()) {
        (0, _) => format!("签字手续还没有完成（{stages}）"),
        (errors, 0) => format!("还有 {errors} 个错误"),
        (errors, _) => format!("还有 {errors} 个错误，签字手续也没有完成（{stages}）"),
    }
}

/// Exports a draft as it is on the disk; gives where the letter went.
///
/// # Errors
/// [`ExportError`]; nothing was written then, and no override recorded.
pub fn export(wanted: &Export<'_>, profiles: &mut Profiles) -> Result<PathBuf, ExportError> {
    let passed = pass(wanted, profiles)?;
    let workspace = Workspace::of_draft(wanted.draft);
    let target = match &wanted.target {
        Some(target) => target.clone(),
        None => {
            let folder = workspace.exports_folder();
            if folder.exists() && !folder.is_dir() {
                return Err(DeskError::new(targets::shown(&folder), Trouble::NotFolder).into());
            }
            workspace.export_path(wanted.draft, "txt")
        }
    };
    // A letter in the place of a draft would cost the draft.
    if target.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml")) {
        return Err(ExportError::DraftName(target));
    }
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder.filter(|folder| wanted.target.is_some() && !folder.exists()) {
        return Err(DeskError::new(folder, Trouble::Missing).into());
    }
    let overwrite = if wanted.overwrite { Overwrite::Replace } else { Overwrite::Never };
    let target = targets::shown(&target).to_owned();
    let before = std::fs::read(&target).ok();
    match desk::write(&target, &passed.bytes, overwrite) {
        Ok(()) => {}
        Err(DeskError { trouble: Trouble::Exists, .. }) => return Err(ExportError::Exists(target)),
        Err(error) => return Err(error.into()),
    }
    // A letter that got past the gate without a record of it is taken back.
    if let Err(error) = note(passed, &target.display().to_string()) {
        let _ = match before {
            Some(before) => desk::write(&target, &before, Overwrite::Replace),
            None => std::fs::remove_file(&target).map_err(|error| DeskError::new(&target, error)),
        };
        return Err(error.into());
    }
    Ok(target)
}

/// The bytes of the letter, for standard output.
///
/// # Errors
/// As [`export`], but for what concerns a target.
pub fn bytes(wanted: &Export<'_>, profiles: &mut Profiles) -> Result<Vec<u8>, ExportError> {
    let passed = pass(wanted, profiles)?;
    let bytes = passed.bytes.clone();
    note(passed, "-")?;
    Ok(bytes)
}

/// A letter that got past the gate.
struct Passed {
    bytes: Vec<u8>,
    sitting: Sitting,
    /// What is to be written down of it: that errors stood or sign-offs were missing, and the reason that was given.
    overridden: Option<Action>,
}

/// Lets the letter through the gate, or not.
fn pass(wanted: &Export<'_>, profiles: &mut Profiles) -> Result<Passed, ExportError> {
    let sitting = Sitting::open(wanted.draft, profiles)?;
    let draft = &sitting.file.draft;
    let profile = profiles.of_draft(wanted.draft, &sitting.root, draft)?;
    let errors = standing(draft, profile, wanted.today, &sitting.waivers());
    let missing = sitting.missing();
    let bytes = export::encode(&export::flow(draft), wanted.encoding, wanted.line_end)?;
    let reason = wanted.override_reason.map(str::trim).filter(|reason| !reason.is_empty());
    let overridden = match (errors.is_empty() && missing.is_empty(), reason) {
        (true, _) => None,
        (false, None) => return Err(ExportError::Refused { errors, missing }),
        (false, Some(reason)) => {
            let mut rules: Vec<String> = errors.iter().map(|finding| finding.rule.code.to_owned()).collect();
            rules.dedup();
            Some(Action::Override { reason: reason.to_owned(), rules, missing })
        }
    };
    Ok(Passed { bytes, sitting, overridden })
}

/// Writes down that the letter went out: in spite of what, and, where stages are in use, where to.
fn note(passed: Passed, target: &str) -> Result<(), WriteError> {
    let Passed { mut sitting, overridden, .. } = passed;
    let in_use = Progress::is_in_use(&sitting.record, &sitting.policy);
    let letter = in_use.then(|| sitting.progress().letter);
    let mut actions: Vec<Action> = overridden.into_iter().collect();
    actions.extend(letter.map(|letter| Action::Export { target: target.to_owned(), letter }));
    if !actions.is_empty() {
        sitting.write_all(actions)?;
    }
    Ok(())
}

fn standing(draft: &Draft, profile: &Profile, today: Date, waivers: &[Waiver]) -> Vec<Finding> {
    let report = Checker::default().check_with(draft, profile, today, waivers);
    report.findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect()
}
