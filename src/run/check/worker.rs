//! Checking one file after the other, keeping what many files share.

use super::source_place::Source;
use crate::check::{Checker, Report, mend};
use crate::desk::{Configuration, DraftFile, Journal, Workspace};
use crate::letter::Draft;
use crate::run::{Profiles, sitting, targets, waivers};
use anyhow::Result;
use jiff::civil::Date;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// What a thread keeps from file to file.
#[derive(Default)]
pub struct Worker {
    checker: Checker,
    profiles: Profiles,
    /// The workspaces seen so far, by the folder a file lies in.
    workspaces: HashMap<PathBuf, Known>,
}

/// A workspace with its configuration.
#[derive(Clone)]
struct Known {
    root: PathBuf,
    /// The configuration, or what is wrong with it.
    configuration: Result<Configuration, String>,
}

/// One file after its check.
pub struct Checked {
    /// The draft that was checked.
    pub draft: Draft,
    /// What was found.
    pub report: Report,
    /// How many fixes were made.
    pub mended: usize,
    /// The sign-offs that are asked for and not there.
    pub missing: Vec<String>,
    /// The text of the draft file; empty where it is no draft.
    pub text: String,
    /// What it was read from, where it is no draft and its lines can be told.
    pub source: Option<Source>,
    /// What is wrong with the configuration: told once for all files.
    pub trouble: Option<String>,
}

impl Worker {
    /// Checks one file; with `fix`, after its safe fixes, which are saved.
    pub fn check(&mut self, path: &Path, fix: bool, today: Date) -> Result<Checked> {
        let Known { root, configuration } = self.workspace(path);
        let (configuration, trouble) = match configuration {
            Ok(configuration) => (Some(configuration), None),
            Err(trouble) => (None, Some(trouble)),
        };
        if targets::is_letter(path) {
            anyhow::ensure!(!fix, "{}：原文不能自动修正。请先用 dafu import 导入，再检查稿件", path.display());
            let is_plain_text = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("txt"));
            let (draft, source) = Source::of(crate::run::import::read(path)?);
            let profile = self.profiles.of_draft(path, &root, &draft)?;
            let mut report = self.checker.check(&draft, profile, today);
            if let Some(words) = source.classification() {
                report.tell_classification(&draft, words);
            }
            if source.has_blank_category() {
                report.tell_blank_category();
            }
            // The lines of a page or a document mean nothing to a person.
            let source = is_plain_text.then_some(source);
            return Ok(Checked { draft, report, mended: 0, missing: Vec::new(), text: String::new(), source, trouble });
        }
        let mut file = DraftFile::load(path)?;
        let waivers = waivers::of_draft(path)?;
        let profile = self.profiles.of_draft(path, &root, &file.draft)?;
        let mut mended = 0;
        if fix {
            anyhow::ensure!(
                Journal::of(path, file.text()).recover().is_none(),
                "{}：工作台里还有没有保存的改动。请先在工作台保存，再自动修正",
                path.display()
            );
            let done = mend::all_safe_with(&mut self.checker, &file.draft, profile, today, &waivers);
            mended = done.mended.len();
            if done.draft != file.draft {
                file.save(&done.draft, false).map_err(|error| anyhow::anyhow!("{}：{error}", path.display()))?;
            }
        }
        let report = self.checker.check_with(&file.draft, profile, today, &waivers);
        let missing = match &configuration {
            Some(configuration) => sitting::missing(path, profile, &root, configuration)?,
            None => Vec::new(),
        };
        let text = file.text().to_owned();
        Ok(Checked { draft: file.draft, report, mended, missing, text, source: None, trouble })
    }

    fn workspace(&mut self, path: &Path) -> Known {
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        let known = self.workspaces.entry(folder).or_insert_with(|| {
            let root = Workspace::of_draft(path).root;
            let configuration = Configuration::load(&root).map_err(|error| error.to_string());
            Known { root, configuration }
        });
        known.clone()
    }
}
