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

/// Exports a draft as it is on the disk; gives where the letter went.
///
/// # Errors
/// [`ExportError`]; nothing was written then, and no override recorded.
pub fn export(wanted: &Export<'_>, profiles: &mut Profiles) -> Result<PathBuf, ExportError> {
    let file = DraftFile::load(wanted.draft)?;
    let passed = pass(wanted, &file, profiles)?;
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
    if let Err(error) = record_override(wanted, &file, &passed) {
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
    let file = DraftFile::load(wanted.draft)?;
    let passed = pass(wanted, &file, profiles)?;
    record_override(wanted, &file, &passed)?;
    Ok(passed.bytes)
}

/// A letter that got past the gate.
struct Passed {
    bytes: Vec<u8>,
    /// The errors that stood, and the reason that was given for them.
    overridden: Option<(Vec<Finding>, String)>,
}

/// Lets the letter through the gate, or not.
fn pass(wanted: &Export<'_>, file: &DraftFile, profiles: &mut Profiles) -> Result<Passed, ExportError> {
    let root = Workspace::of_draft(wanted.draft).root;
    let profile = profiles.of_draft(wanted.draft, &root, &file.draft)?;
    let errors = standing(&file.draft, profile, wanted.today);
    let bytes = export::encode(&export::flow(&file.draft), wanted.encoding, wanted.line_end)?;
    let reason = wanted.override_reason.map(str::trim).filter(|reason| !reason.is_empty());
    let overridden = match (errors.is_empty(), reason) {
        (true, _) => None,
        (false, None) => return Err(ExportError::Refused(errors)),
        (false, Some(reason)) => Some((errors, reason.to_owned())),
    };
    Ok(Passed { bytes, overridden })
}

fn record_override(wanted: &Export<'_>, file: &DraftFile, passed: &Passed) -> Result<(), DeskError> {
    let Some((errors, reason)) = &passed.overridden else { return Ok(()) };
    let root = Workspace::of_draft(wanted.draft).root;
    let mut rules: Vec<String> = errors.iter().map(|finding| finding.rule.code.to_owned()).collect();
    rules.dedup();
    let entry = Entry {
        at: now(),
        who: who(&Configuration::load(&root)?),
        machine: machine(),
        action: Action::Override { reason: reason.clone(), rules },
        draft: fingerprint(file.text().as_bytes()),
    };
    desk::append_record(wanted.draft, |so_far| record::addition(so_far, &entry))
}

fn standing(draft: &Draft, profile: &check::Profile, today: Date) -> Vec<Finding> {
    let report = check::check(draft, profile, today);
    report.findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect()
}

/// Who sits here: the configured name, or the system's.
fn who(configuration: &Configuration) -> String {
    let system = || {
        ["USER", "LOGNAME", "USERNAME"]
            .into_iter()
            .find_map(|name| std::env::var(name).ok())
            .unwrap_or_else(|| "未知".to_owned())
    };
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
