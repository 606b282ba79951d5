//! `dafu check`.

use super::console::Tone;
use super::{Console, Outcome, Profiles, check_json, parallel, sitting, targets};
use crate::check::checklist::State;
use crate::check::sarif;
use crate::check::{Applicability, Checker, Finding, Report, Rule, Severity, mend};
use crate::cli::{Check, CheckFormat};
use crate::desk::{DraftFile, Journal, Workspace};
use crate::letter::Draft;
use crate::text::position::line_column;
use crate::text::width::Measure;
use anyhow::Result;
use jiff::civil::Date;
use std::path::{Path, PathBuf};

/// What was counted over all files.
#[derive(Default)]
struct Totals {
    files: usize,
    errors: usize,
    warnings: usize,
    advice: usize,
    safe: usize,
    mended: usize,
}

/// What a thread keeps from file to file.
#[derive(Default)]
struct Worker {
    checker: Checker,
    profiles: Profiles,
}

/// One file after its check.
struct Checked {
    draft: Draft,
    report: Report,
    mended: usize,
    /// The sign-offs that are asked for and not there.
    missing: Vec<String>,
}

/// Checks drafts and letters.
pub fn run(arguments: &Check, console: &Console) -> Result<Outcome> {
    let today = arguments.today.unwrap_or_else(super::today);
    let files = targets::expand(&arguments.paths)?;
    let (mut totals, mut outcome, mut kept) = (Totals::default(), Outcome::Good, Vec::new());
    let progress = super::console::progress(files.len(), "检查");
    let work = |worker: &mut Worker, path: &PathBuf| worker.check(path, arguments.fix, today);
    parallel::in_order(&files, Worker::default, work, |path, checked| {
        progress.inc(1);
        match checked {
            Ok(checked) => {
                if !checked.report.is_ready() {
                    outcome = outcome.max(Outcome::Findings);
                }
                totals.add(&checked);
                progress.suspend(|| match arguments.format {
                    CheckFormat::Json => {
                        console.line(&check_json::line(path, &checked.draft, &checked.report, &checked.missing));
                    }
                    CheckFormat::Text => tell(path, &checked, console),
                    // A SARIF log is one object of all files.
                    CheckFormat::Sarif => kept.push((path.to_string_lossy().replace('\\', "/"), checked)),
                });
            }
            Err(error) => {
                progress.suspend(|| {
                    if arguments.format == CheckFormat::Json {
                        console.line(&check_json::failure(path, &format!("{error:#}")));
                    }
                    console.complain(&format!("{error:#}"));
                });
                outcome = Outcome::Failed;
            }
        }
    });
    progress.finish_and_clear();
    if arguments.format == CheckFormat::Sarif {
        let files: Vec<sarif::Checked<'_>> = kept
            .iter()
            .map(|(path, checked)| sarif::Checked { path, draft: &checked.draft, report: &checked.report })
            .collect();
        console.line(&format!("{:#}", sarif::log(&files, env!("CARGO_PKG_VERSION"))));
    }
    if arguments.format == CheckFormat::Text && !console.quiet && totals.files > 0 {
        totals.tell(arguments.fix, console);
    }
    Ok(outcome)
}

impl Worker {
    /// Checks one file; with `fix`, after its safe fixes, which are saved.
    fn check(&mut self, path: &Path, fix: bool, today: Date) -> Result<Checked> {
        let root = Workspace::of_draft(path).root;
        if targets::is_letter(path) {
            anyhow::ensure!(!fix, "{}：原文不能自动修正。请先用 dafu import 导入，再检查稿件", path.display());
            return self.report(path, &root, super::import::read(path)?.draft, 0, today);
        }
        let mut file = DraftFile::load(path)?;
        let mut count = 0;
        if fix {
            anyhow::ensure!(
                Journal::of(path, file.text()).recover().is_none(),
                "{}：工作台里还有没有保存的改动。请先在工作台保存，再自动修正",
                path.display()
            );
            let profile = self.profiles.of_draft(path, &root, &file.draft)?;
            let mended = mend::all_safe(&file.draft, profile, today);
            if mended.draft != file.draft {
                file.save(&mended.draft, false).map_err(|error| anyhow::anyhow!("{}：{error}", path.display()))?;
            }
            count = mended.mended.len();
        }
        let missing = sitting::missing(path, &file.draft, &mut self.profiles)?;
        Ok(Checked { missing, ..self.report(path, &root, file.draft, count, today)? })
    }

    fn report(&mut self, path: &Path, root: &Path, draft: Draft, mended: usize, today: Date) -> Result<Checked> {
        let profile = self.profiles.of_draft(path, root, &draft)?;
        let report = self.checker.check(&draft, profile, today);
        Ok(Checked { draft, report, mended, missing: Vec::new() })
    }
}

fn tell(path: &Path, checked: &Checked, console: &Console) {
    let Checked { draft, report, missing, .. } = checked;
    let told: Vec<&Finding> =
        report.findings.iter().filter(|finding| !console.quiet || finding.severity != Severity::Advice).collect();
    if console.quiet && told.is_empty() {
        return;
    }
    console.line(&console.paint(Tone::Strong, &path.display().to_string()));
    for (rule, same) in by_rule(&told) {
        let shown = if rule.severity == Severity::Advice { ADVICE_SHOWN } else { usize::MAX };
        for finding in same.iter().take(shown) {
            tell_finding(draft, finding, console);
        }
        if same.len() > shown {
            let more = same.len() - shown;
            console.line(&console.paint(Tone::Dim, &format!("  · {} 另有 {more} 处同样的“{}”", rule.code, rule.title)));
        }
    }
    if console.quiet {
        return;
    }
    let required: Vec<_> = report.checklist.iter().filter(|item| item.state != State::Human).collect();
    let good = required.iter().filter(|item| item.state == State::Good).count();
    let wrong: Vec<_> =
        required.iter().filter(|item| item.state != State::Good).map(|item| format!("✗{}", item.title)).collect();
    let human: Vec<_> =
        report.checklist.iter().filter(|item| item.state == State::Human).map(|item| item.title).collect();
    console.line(format!("  要素 {good}/{} {}", required.len(), wrong.join(" ")).trim_end());
    console.line(&console.paint(Tone::Dim, &format!("  还须人工核对：{}", human.join("；"))));
    for words in missing {
        console.line(&console.paint(Tone::Warning, &format!("  签字手续：{words}")));
    }
    console.line("");
}

/// How many places of one piece of advice are told each; a letter with a space beside every number is told so once.
const ADVICE_SHOWN: usize = 3;

/// The findings in their order, those of one rule of advice together where the first of them stands.
fn by_rule<'a>(findings: &[&'a Finding]) -> Vec<(&'static Rule, Vec<&'a Finding>)> {
    let mut groups: Vec<(&'static Rule, Vec<&Finding>)> = Vec::new();
    for finding in findings {
        let is_advice = finding.severity == Severity::Advice;
        match groups.iter_mut().find(|(rule, _)| is_advice && *rule == finding.rule) {
            Some((_, same)) => same.push(finding),
            None => groups.push((finding.rule, vec![finding])),
        }
    }
    groups
}

fn tell_finding(draft: &Draft, finding: &Finding, console: &Console) {
    let text = draft.text(finding.field);
    let place = line_column(&text, finding.range.start);
    let place = match finding.field {
        crate::letter::Field::Body => format!("{} 第{}行第{}字", finding.field.label(), place.line, place.column),
        _ if finding.range.is_empty() && text.is_empty() => finding.field.label().to_owned(),
        _ => format!("{} 第{}字", finding.field.label(), place.column),
    };
    let tone = match finding.severity {
        Severity::Error => Tone::Error,
        Severity::Warning => Tone::Warning,
        Severity::Advice => Tone::Dim,
    };
    let sign = console.paint(tone, &format!("{} {}", finding.severity.sign(), finding.rule.code));
    let excerpt = text.get(finding.range.clone()).unwrap_or_default();
    let excerpt = match excerpt {
        "" => String::new(),
        excerpt => format!("  【{}】", Measure::default().shorten(&excerpt.replace('\n', "↵"), 40)),
    };
    console.line(&format!("  {sign} {place}  {}{excerpt}", finding.message));
    if console.quiet {
        return;
    }
    let fix = finding.fix.as_ref().map_or_else(String::new, |fix| {
        let how = if fix.applicability == Applicability::Safe { "可自动修正" } else { "建议" };
        format!("  {how}：{}", fix.title)
    });
    console.line(&console.paint(Tone::Dim, &format!("         依据 {}{fix}", finding.source)));
}

impl Totals {
    fn add(&mut self, checked: &Checked) {
        let report = &checked.report;
        self.files += 1;
        self.mended += checked.mended;
        self.errors += report.count(Severity::Error);
        self.warnings += report.count(Severity::Warning);
        self.advice += report.count(Severity::Advice);
        let is_safe =
            |finding: &&Finding| finding.fix.as_ref().is_some_and(|fix| fix.applicability == Applicability::Safe);
        self.safe += report.findings.iter().filter(is_safe).count();
    }

    fn tell(&self, fixed: bool, console: &Console) {
        let mut text =
            format!("共 {} 份：错误 {}，提醒 {}，参考 {}", self.files, self.errors, self.warnings, self.advice);
        if fixed {
            text.push_str(&format!("；已自动修正 {} 处", self.mended));
        } else if self.safe > 0 {
            text.push_str(&format!("；其中 {} 处可自动修正（dafu check --fix）", self.safe));
        }
        let tone = if self.errors > 0 { Tone::Error } else { Tone::Good };
        console.line(&console.paint(tone, &text));
    }
}
