//! `dafu review`: the reviewer's walk, verdicts by command, status, verification and the printed sheet.

mod decide;
pub(super) mod ignore;
mod select;
mod show;
mod status;
mod walk;

pub(super) use show::marked;

use super::console::Tone;
use super::sitting::{DecideError, Sitting, WriteError};
use super::{Console, Outcome, Profiles, targets};
use crate::check::Checker;
use crate::cli::{Review, ReviewCommand, ReviewSheet, ReviewVerify};
use crate::desk::{self, Overwrite};
use crate::letter::date;
use crate::review::{Refusal, sheet};
use anyhow::Result;
use std::path::PathBuf;

/// Why something about a review was not done, as an outcome: what the rules of the office refuse is no failure.
#[derive(Debug, thiserror::Error)]
pub(super) enum Trouble {
    /// The rules refuse it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// It could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// The request means nothing.
    #[error("{0}")]
    Request(String),
}

impl From<DecideError> for Trouble {
    fn from(error: DecideError) -> Self {
        match error {
            DecideError::Refused(refusal) => Self::Refused(refusal),
            DecideError::Write(error) => Self::Write(error),
        }
    }
}

impl From<desk::DeskError> for Trouble {
    fn from(error: desk::DeskError) -> Self {
        Self::Write(error.into())
    }
}

/// Does what `dafu review` asks for.
pub fn run(arguments: &Review, console: &Console) -> Result<Outcome> {
    match &arguments.command {
        Some(ReviewCommand::Status(wanted)) => status::run(wanted, console),
        Some(ReviewCommand::Verify(wanted)) => verify(wanted, console),
        Some(ReviewCommand::Sheet(wanted)) => print(wanted, console),
        None => {
            // `--sign` takes a stage or none: a path right behind it is the draft.
            let draft = arguments
                .draft
                .clone()
                .or_else(|| arguments.sign.as_deref().filter(|word| word.ends_with(".toml")).map(PathBuf::from));
            let Some(draft) = &draft else {
                anyhow::bail!("要核哪一份稿件？写明路径，如 dafu review drafts/2026042.toml");
            };
            let mut sitting = Sitting::open(draft, &mut Profiles::default())?;
            let done = if decide::is_asked(arguments) {
                decide::run(arguments, &mut sitting, console)
            } else {
                walk::run(&mut sitting, console)
            };
            match done {
                Ok(outcome) => Ok(outcome),
                Err(Trouble::Refused(refusal)) => {
                    console.complain(&format!("{}：{refusal}", targets::shown(draft).display()));
                    Ok(Outcome::Findings)
                }
                Err(trouble) => anyhow::bail!("{}：{trouble}", targets::shown(draft).display()),
            }
        }
    }
}

/// Whether records are as they were written.
fn verify(arguments: &ReviewVerify, console: &Console) -> Result<Outcome> {
    let mut outcome = Outcome::Good;
    let mut profiles = Profiles::default();
    for path in drafts(&arguments.drafts)? {
        let sitting = match Sitting::open(&path, &mut profiles) {
            Ok(sitting) => sitting,
            Err(error) => {
                console.complain(&error.to_string());
                outcome = Outcome::Failed;
                continue;
            }
        };
        let shown = targets::shown(&path).display().to_string();
        let mut faults = sitting.faults();
        faults.extend(sitting.signature_faults());
        let count = sitting.record.entries.len();
        if faults.is_empty() {
            if sitting.is_torn() {
                console.line(&format!("  {shown}　末尾有一条没有写完（断电或中途退出），不算数，下次写入时清去"));
            }
            if !console.quiet {
                let signed = sitting.record.entries.iter().filter(|kept| kept.signature.is_some()).count();
                let told = match (count, signed) {
                    (0, _) => "没有核稿记录".to_owned(),
                    (_, 0) => format!("{count} 条记录，完好"),
                    _ => format!("{count} 条记录，完好；{signed} 个签名成立"),
                };
                console.line(&format!("{} {shown}　{told}", console.paint(Tone::Good, "✓")));
            }
            continue;
        }
        outcome = outcome.max(Outcome::Findings);
        console.line(&format!("{} {shown}", console.paint(Tone::Error, "✗")));
        for fault in faults {
            console.line(&format!("    {fault}"));
        }
    }
    Ok(outcome)
}

/// The review sheet of a sitting, as text.
pub(super) fn sheet_text(sitting: &Sitting) -> String {
    let mut faults = sitting.faults();
    faults.extend(sitting.signature_faults());
    let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    let today = date::format(super::today());
    let draft = &sitting.file.draft;
    let profile = Profiles::default().get(&sitting.root, &draft.profile).cloned().unwrap_or_default();
    // What was let stand of a text that has changed since is no longer let stand.
    let report = Checker::default().check_with(draft, &profile, super::today(), &sitting.waivers());
    let ignored: Vec<usize> = report.ignored.iter().map(|each| each.waiver.number).collect();
    sheet::sheet(draft, &sitting.record, &sitting.progress(), &ignored, &faults, &today)
}

/// The review sheet.
fn print(arguments: &ReviewSheet, console: &Console) -> Result<Outcome> {
    let sitting = Sitting::open(&arguments.draft, &mut Profiles::default())?;
    let text = sheet_text(&sitting);
    match &arguments.output {
        None => console.bytes(text.as_bytes()),
        Some(path) => {
            desk::write(path, text.as_bytes(), Overwrite::Never)?;
            if !console.quiet {
                console.line(&console.paint(Tone::Good, &format!("已写入 {}", path.display())));
            }
        }
    }
    Ok(Outcome::Good)
}

/// The drafts that paths stand for; letters that are no drafts have no record.
fn drafts(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = targets::expand(paths)?;
    files.retain(|path| !targets::is_letter(path));
    Ok(files)
}
