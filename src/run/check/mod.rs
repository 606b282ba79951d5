//! `dafu check`.

mod hidden;
mod json;
mod sarif;
mod source_place;
mod tell;
mod worker;

use self::worker::{Checked, Worker};
use super::console::Tone;
use super::{Console, Outcome, parallel, targets};
use crate::check::{Applicability, Finding, Severity};
use crate::cli::{Check, CheckFormat};
use anyhow::Result;
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

/// What was counted over all files.
#[derive(Default)]
struct Totals {
    files: usize,
    errors: usize,
    warnings: usize,
    advice: usize,
    ignored: usize,
    safe: usize,
    mended: usize,
}

/// Checks drafts and letters.
pub fn run(arguments: &Check, console: &Console) -> Result<Outcome> {
    let today = arguments.today.unwrap_or_else(super::today);
    let files = targets::expand(&arguments.paths)?;
    let (mut totals, mut outcome, mut log) = (Totals::default(), Outcome::Good, sarif::Log::default());
    let mut troubles = BTreeSet::new();
    let mut numbers = Numbers::default();
    let progress = super::console::progress(files.len(), "检查");
    let work = |worker: &mut Worker, path: &PathBuf| worker.check(path, arguments.fix, today);
    parallel::in_order(&files, Worker::default, work, |path, checked| {
        progress.inc(1);
        match checked {
            Ok(mut checked) => {
                numbers.note(path, &mut checked);
                if !checked.report.is_ready() {
                    outcome = outcome.max(Outcome::Findings);
                }
                totals.add(&checked);
                // One faulty configuration concerns every file of its workspace, and is told once.
                if let Some(trouble) = checked.trouble.as_ref().filter(|trouble| troubles.insert((*trouble).clone())) {
                    progress.suspend(|| console.complain(trouble));
                    outcome = Outcome::Failed;
                }
                match arguments.format {
                    CheckFormat::Json => progress.suspend(|| console.line(&json::line(path, &checked))),
                    CheckFormat::Text => {
                        let page = tell::file(path, &checked, arguments.ignored, console);
                        progress.suspend(|| console.bytes(page.as_bytes()));
                    }
                    CheckFormat::Sarif => {
                        let results = log.file(path, &checked);
                        progress.suspend(|| console.bytes(results.as_bytes()));
                    }
                }
            }
            Err(error) => {
                progress.suspend(|| {
                    if arguments.format == CheckFormat::Json {
                        console.line(&json::failure(path, &format!("{error:#}")));
                    }
                    console.complain(&format!("{error:#}"));
                });
                log.failed(format!("{error:#}"));
                outcome = Outcome::Failed;
            }
        }
    });
    progress.finish_and_clear();
    if arguments.format == CheckFormat::Sarif {
        console.line(&log.end());
    }
    if arguments.format == CheckFormat::Text && !console.quiet && totals.files > 0 {
        totals.tell(arguments.fix, console);
    }
    Ok(outcome)
}

/// The document numbers of the drafts so far, by their folder, with the file that bears each.
#[derive(Default)]
struct Numbers(HashMap<(PathBuf, String), String>);

impl Numbers {
    /// Tells of a draft whose number an earlier one has. Letters that were published are no drafts: the same one may lie there
    /// twice.
    fn note(&mut self, path: &Path, checked: &mut Checked) {
        let number = checked.draft.letter.number.trim();
        if number.is_empty() || checked.text.is_empty() {
            return;
        }
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        match self.0.entry((folder, number.to_owned())) {
            Entry::Occupied(other) => checked.report.tell_number_taken(&checked.draft, other.get()),
            Entry::Vacant(place) => {
                place.insert(path.file_name().unwrap_or_default().to_string_lossy().into_owned());
            }
        }
    }
}

impl Totals {
    fn add(&mut self, checked: &Checked) {
        let report = &checked.report;
        self.files += 1;
        self.mended += checked.mended;
        self.errors += report.count(Severity::Error);
        self.warnings += report.count(Severity::Warning);
        self.advice += report.count(Severity::Advice);
        self.ignored += report.ignored.len();
        let is_safe =
            |finding: &&Finding| finding.fix.as_ref().is_some_and(|fix| fix.applicability == Applicability::Safe);
        self.safe += report.findings.iter().filter(is_safe).count();
    }

    fn tell(&self, fixed: bool, console: &Console) {
        let mut text =
            format!("共 {} 份：错误 {}，提醒 {}，参考 {}", self.files, self.errors, self.warnings, self.advice);
        if self.ignored > 0 {
            text.push_str(&format!("，已忽略 {}", self.ignored));
        }
        if fixed {
            text.push_str(&format!("；已自动修正 {} 处", self.mended));
        } else if self.safe > 0 {
            text.push_str(&format!("；其中 {} 处可自动修正（dafu check --fix）", self.safe));
        }
        let tone = if self.errors > 0 { Tone::Error } else { Tone::Good };
        console.line(&console.paint(tone, &text));
    }
}
