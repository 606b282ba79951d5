//! What a command is to work on: the files that paths stand for.

use crate::desk::{DeskError, Trouble, Workspace, is_draft_name};
use std::path::{Path, PathBuf};

/// The drafts and letters that `paths` stand for. A workspace stands for its drafts, another folder for the drafts and
/// letters right inside it, a file for itself.
///
/// # Errors
/// [`DeskError`] when a path is not there, or a folder holds nothing to work on.
pub fn expand(paths: &[PathBuf]) -> Result<Vec<PathBuf>, DeskError> {
    let here = [PathBuf::from(".")];
    let paths = if paths.is_empty() { &here[..] } else { paths };
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            files.extend(in_folder(path)?);
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

fn in_folder(folder: &Path) -> Result<Vec<PathBuf>, DeskError> {
    let workspace = Workspace::at(folder);
    if workspace.exists() {
        // `.` is for the computer: the user's own words are `drafts/…`.
        let drafts = workspace.drafts()?;
        return Ok(drafts.iter().map(|path| shown(path).to_owned()).collect());
    }
    let entries = std::fs::read_dir(folder).map_err(|error| DeskError::new(folder, error))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.is_file() && (is_draft_name(path) || is_letter(path)))
        .collect();
    files.sort();
    if files.is_empty() {
        let message = "这里没有稿件（drafts/ 文件夹或 .toml 文件）。用 dafu init 建立工作文件夹";
        return Err(DeskError::new(folder, Trouble::System(message.to_owned())));
    }
    Ok(files)
}

/// A path as a user would write it: without the `./` that joining to the current folder leaves.
pub fn shown(path: &Path) -> &Path {
    path.strip_prefix("./").unwrap_or(path)
}

/// Whether a file is a letter to be imported rather than a draft, by its extension.
pub fn is_letter(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    ["txt", "docx", "doc", "html", "htm"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}
