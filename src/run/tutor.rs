//! `dafu tutor`.

use super::console::Tone;
use super::{Console, Outcome, today, workbench};
use crate::app::tutor::{STEPS, Tutor, practice};
use crate::cli::Tutor as Arguments;
use crate::desk::{self, INITIAL_CONFIGURATION, Overwrite, Workspace};
use crate::letter::format;
use anyhow::Result;
use std::path::{Path, PathBuf};

/// The letter that is practised on, in the folder of the practice.
const LETTER: &str = "drafts/练习.toml";

/// The letter as it was at the start.
const ORIGINAL: &str = ".dafu/practice.toml";

/// How many steps are done.
const PROGRESS: &str = ".dafu/practice.steps";

/// Leads through the tutorial, in a folder of its own.
pub fn run(arguments: &Arguments, console: &Console) -> Result<Outcome> {
    let folder = arguments.to.clone().unwrap_or_else(own_folder);
    let done = progress(&folder);
    let resumed = done.filter(|&done| !arguments.restart && done < STEPS.len());
    if resumed.is_none() {
        anyhow::ensure!(
            done.is_some() || is_free(&folder),
            "{}：文件夹里已有别的东西，练习要放在空文件夹里",
            folder.display()
        );
        begin(&folder)?;
    }
    let original = format::read(&desk::read_text(&folder.join(ORIGINAL))?)?.draft;
    let tutor = Tutor::new(original, resumed.unwrap_or(0));
    let status = workbench::run(&folder.join(LETTER), console.colour(), Some(tutor))?;
    if !console.quiet {
        farewell(&folder, console);
    }
    Ok(Outcome::Ended(status))
}

/// What was done, and where the letter lies.
fn farewell(folder: &Path, console: &Console) {
    let exported = Workspace::at(folder).export_path(&folder.join(LETTER), "txt");
    match progress(folder) {
        Some(done) if done >= STEPS.len() => {
            console.line(&console.paint(Tone::Good, "练习完成"));
            if exported.exists() {
                console.line(&format!("导出的函：{}", exported.display()));
            }
            console.line("在自己的文件夹里运行 dafu init，就可以开始用了");
        }
        done => {
            let done = done.unwrap_or(0);
            console.line(&format!("练习到第 {} 步，共 {} 步。再运行 dafu tutor 接着练", done + 1, STEPS.len()));
        }
    }
}

/// Puts the letter into `folder` anew; nothing but what an earlier practice left is taken away.
fn begin(folder: &Path) -> Result<()> {
    let letter = practice(today());
    let text = letter.as_bytes();
    let workspace = Workspace::at(folder);
    let left = [workspace.export_path(&folder.join(LETTER), "txt"), folder.join("drafts/练习.review.toml")];
    for path in left.iter().filter(|path| path.exists()) {
        std::fs::remove_file(path)?;
    }
    let journal = folder.join(".dafu/journal");
    if journal.exists() {
        std::fs::remove_dir_all(journal)?;
    }
    desk::write(&folder.join(LETTER), text, Overwrite::Replace)?;
    desk::write(&folder.join(ORIGINAL), text, Overwrite::Replace)?;
    desk::write(&folder.join("dafu.toml"), INITIAL_CONFIGURATION.as_bytes(), Overwrite::Replace)?;
    keep_progress(folder, 0)?;
    Ok(())
}

/// How many steps of a practice in `folder` are done; `None` where there is none.
fn progress(folder: &Path) -> Option<usize> {
    desk::read_text(&folder.join(PROGRESS)).ok()?.trim().parse().ok()
}

/// Keeps in mind how many steps are done.
///
/// # Errors
/// When the file cannot be written.
pub(super) fn keep_progress(folder: &Path, done: usize) -> Result<(), desk::DeskError> {
    desk::write(&folder.join(PROGRESS), done.to_string().as_bytes(), Overwrite::Replace)
}

fn is_free(folder: &Path) -> bool {
    std::fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none())
}

/// The folder of the practice in the account's own cache, where nobody else writes; the system's temporary one without it.
fn own_folder() -> PathBuf {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = variable("XDG_CACHE_HOME")
        .or_else(|| variable("LOCALAPPDATA"))
        .or_else(|| variable("HOME").map(|home| home.join(".cache")));
    cache.unwrap_or_else(std::env::temp_dir).join("dafu/tutor")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_practice_begins_anew_without_touching_what_is_not_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        assert!(is_free(root) && progress(root).is_none());
        begin(root).unwrap();
        keep_progress(root, 4).unwrap();
        assert_eq!(progress(root), Some(4));
        std::fs::write(root.join("drafts/别的.toml"), "").unwrap();
        std::fs::write(root.join(LETTER), "改过").unwrap();
        begin(root).unwrap();
        assert_eq!(progress(root), Some(0));
        assert!(root.join("drafts/别的.toml").exists() && !is_free(root));
        let text = desk::read_text(&root.join(LETTER)).unwrap();
        assert_eq!(text, desk::read_text(&root.join(ORIGINAL)).unwrap());
        assert!(format::read(&text).is_ok() && !text.contains(['{', '}']));
    }
}
