//! The gate: a letter is exported when nothing stands against it, or when a reason is given, which is recorded.

use super::{Profiles, now, targets};
use crate::check::{self, Finding, Severity};
use crate::desk::{self, Configuration, DeskError, DraftFile, Overwrite, Trouble, Workspace};
use crate::export::{self, Encoding, LineEnd, Unencodable};
use crate::letter::Draft;
use crate::review::record::{self, Action, Entry};
use crate::text::fingerprint::fingerprint;
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
    /// Errors stand and no reason was given.
    #[error("还有 {} 个错误，不能导出", .0.len())]
    Refused(Vec<Finding>),
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

/// Exports a draft as it is on the disk; gives where the letter went.
///
/// # Errors
/// [`ExportError`]; nothing was written then.
pub fn export(wanted: &Export<'_>, profiles: &mut Profiles) -> Result<PathBuf, ExportError> {
    let file = DraftFile::load(wanted.draft)?;
    let bytes = pass(wanted, &file, profiles)?;
    let workspace = Workspace::of_draft(wanted.draft);
    let target = wanted.target.clone().unwrap_or_else(|| workspace.export_path(wanted.draft, "txt"));
    let overwrite = if wanted.overwrite { Overwrite::Replace } else { Overwrite::Never };
    match desk::write(&target, &bytes, overwrite) {
        Ok(()) => Ok(targets::shown(&target).to_owned()),
        Err(DeskError { trouble: Trouble::Exists, .. }) => Err(ExportError::Exists(targets::shown(&target).to_owned())),
        Err(error) => Err(error.into()),
    }
}

/// The bytes of the letter, for standard output.
///
/// # Errors
/// As [`export`], but for what concerns a target.
pub fn bytes(wanted: &Export<'_>, profiles: &mut Profiles) -> Result<Vec<u8>, ExportError> {
    pass(wanted, &DraftFile::load(wanted.draft)?, profiles)
}

/// Lets the letter through the gate, or not. An override is recorded before anything is written.
fn pass(wanted: &Export<'_>, file: &DraftFile, profiles: &mut Profiles) -> Result<Vec<u8>, ExportError> {
    let root = Workspace::of_draft(wanted.draft).root;
    let profile = profiles.get(&root, &file.draft.profile)?;
    let errors = standing(&file.draft, profile, wanted.today);
    let bytes = export::encode(&export::flow(&file.draft), wanted.encoding, wanted.line_end)?;
    let reason = wanted.override_reason.map(str::trim).filter(|reason| !reason.is_empty());
    if !errors.is_empty() {
        let Some(reason) = reason else { return Err(ExportError::Refused(errors)) };
        let mut rules: Vec<String> = errors.iter().map(|finding| finding.rule.code.to_owned()).collect();
        rules.dedup();
        let entry = Entry {
            at: now(),
            who: who(&Configuration::load(&root)?),
            machine: machine(),
            action: Action::Override { reason: reason.to_owned(), rules },
            draft: fingerprint(file.text().as_bytes()),
        };
        desk::append_record(wanted.draft, |so_far| record::addition(so_far, &entry))?;
    }
    Ok(bytes)
}

fn standing(draft: &Draft, profile: &check::Profile, today: Date) -> Vec<Finding> {
    let report = check::check(draft, profile, today);
    report.findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect()
}

/// Who sits here: the configured name, or the system's.
fn who(configuration: &Configuration) -> String {
    let system = || std::env::var("USER").or_else(|_| std::env::var("USERNAME")).unwrap_or_else(|_| "未知".to_owned());
    if configuration.people.name.is_empty() { system() } else { configuration.people.name.clone() }
}

/// The machine's name.
fn machine() -> String {
    std::env::var("COMPUTERNAME")
        .ok()
        .or_else(|| std::fs::read_to_string("/proc/sys/kernel/hostname").ok())
        .or_else(|| std::env::var("HOSTNAME").ok())
        .map_or_else(|| "未知".to_owned(), |name| name.trim().to_owned())
}
