//! Workspaces: the folder with `drafts/` in it.

use super::configuration::Configuration;
use super::error::{DeskError, Trouble};
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of letters. See the design of the workspace in `docs/format.md`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workspace {
    /// The folder that holds `drafts/`, or the folder of a draft that lies by itself.
    pub root: PathBuf,
}

/// Whether a file of this name is a draft: `.toml`, but neither a review record nor the configuration.
pub fn is_draft_name(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.ends_with(".toml")
        && !name.ends_with(".review.toml")
        && !name.starts_with('.')
        && name != super::CONFIGURATION_NAME
        && name != "Cargo.toml"
}

impl Workspace {
    /// The workspace with this root.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The workspace that a draft belongs to: the folder above `drafts/`, or the draft's own folder.
    pub fn of_draft(draft: &Path) -> Self {
        let folder = draft.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let absolute = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        let is_drafts = absolute.file_name().is_some_and(|name| name == "drafts");
        match absolute.parent().filter(|_| is_drafts) {
            // The path stays as the user gave it where that can be said.
            Some(_) if folder.file_name().is_some_and(|name| name == "drafts") => {
                let parent = folder.parent().unwrap_or(Path::new(""));
                Self::at(if parent.as_os_str().is_empty() { Path::new(".") } else { parent })
            }
            Some(parent) => Self::at(parent),
            None => Self::at(folder),
        }
    }

    /// Whether there is a `drafts/` folder.
    pub fn exists(&self) -> bool {
        self.drafts_folder().is_dir()
    }

    /// The folder of drafts.
    pub fn drafts_folder(&self) -> PathBuf {
        self.root.join("drafts")
    }

    /// The folder of issued letters.
    pub fn exports_folder(&self) -> PathBuf {
        self.root.join("exports")
    }

    /// Where an exported draft goes unless told otherwise.
    pub fn export_path(&self, draft: &Path, extension: &str) -> PathBuf {
        let stem = draft.file_stem().unwrap_or(draft.as_os_str());
        self.exports_folder().join(Path::new(stem).with_extension(extension))
    }

    /// The drafts, in the order of their names.
    ///
    /// # Errors
    /// [`DeskError`] when the folder cannot be read.
    pub fn drafts(&self) -> Result<Vec<PathBuf>, DeskError> {
        drafts_in(&self.drafts_folder())
    }

    /// The configuration; the default one where there is no `dafu.toml`.
    ///
    /// # Errors
    /// [`DeskError`] when it is there and cannot be read.
    pub fn configuration(&self) -> Result<Configuration, DeskError> {
        Configuration::load(&self.root)
    }

    /// The path in `drafts/` of the draft named `stem`; what a file name cannot hold is replaced.
    pub fn path_of(&self, stem: &str) -> PathBuf {
        self.drafts_folder().join(format!("{}.toml", file_name(stem)))
    }

    /// A path in `drafts/` for a new draft named `stem`, with a number behind it where the name is taken.
    pub fn free_path(&self, stem: &str) -> PathBuf {
        let numbered = (2..).map(|count| self.path_of(&format!("{}-{count}", file_name(stem))));
        let mut paths = std::iter::once(self.path_of(stem)).chain(numbered);
        paths.find(|path| !path.exists()).unwrap_or_else(|| self.path_of(stem))
    }
}

/// `stem` without what a file name cannot hold on one system or another.
fn file_name(stem: &str) -> String {
    let unsafe_mark =
        |mark: char| mark.is_control() || matches!(mark, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let safe: String = stem.chars().map(|mark| if unsafe_mark(mark) { '-' } else { mark }).take(60).collect();
    match safe.trim_matches(['.', ' ', '-']) {
        "" => "未编号".to_owned(),
        safe => safe.to_owned(),
    }
}

/// The drafts right inside `folder`, in the order of their names.
pub(super) fn drafts_in(folder: &Path) -> Result<Vec<PathBuf>, DeskError> {
    let fail = |error: std::io::Error| DeskError::new(folder, Trouble::from(error));
    let mut drafts = Vec::new();
    for entry in fs::read_dir(folder).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        if is_draft_name(&path) && path.is_file() {
            drafts.push(path);
        }
    }
    drafts.sort();
    Ok(drafts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drafts_are_told_from_other_files() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::at(folder.path());
        assert!(!workspace.exists());
        fs::create_dir(workspace.drafts_folder()).unwrap();
        for name in ["乙.toml", "甲.toml", "甲.review.toml", ".隐.toml", "甲.txt"] {
            fs::write(workspace.drafts_folder().join(name), "").unwrap();
        }
        let names: Vec<_> =
            workspace.drafts().unwrap().iter().map(|path| path.file_name().unwrap().to_owned()).collect();
        assert_eq!(names, ["乙.toml", "甲.toml"]);
        assert_eq!(Workspace::of_draft(&workspace.drafts_folder().join("甲.toml")), workspace);
    }

    #[test]
    fn new_names_are_free_and_safe() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::at(folder.path());
        fs::create_dir(workspace.drafts_folder()).unwrap();
        let first = workspace.free_path("../2026042");
        assert_eq!(first, workspace.drafts_folder().join("2026042.toml"));
        fs::write(&first, "").unwrap();
        assert_eq!(workspace.free_path("2026042"), workspace.drafts_folder().join("2026042-2.toml"));
        assert_eq!(workspace.free_path("///"), workspace.drafts_folder().join("未编号.toml"));
    }
}
