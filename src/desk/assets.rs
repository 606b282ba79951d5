//! Assets: the samples that are compiled in, and what a workspace has of its own.

use super::disk;
use super::error::{DeskError, Trouble};
use std::path::{Path, PathBuf};

/// The sample drafts that `dafu init` writes, by file name.
pub const SAMPLES: [(&str, &str); 3] = [
    ("2026042.toml", include_str!("../../drafts/2026042.toml")),
    ("2026057.toml", include_str!("../../drafts/2026057.toml")),
    ("2026108.toml", include_str!("../../drafts/2026108.toml")),
];

/// The text of an asset and where it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its file in the workspace, which need not exist: the compiled-in text stands in for it.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
}

/// The workspace's own profile `name`, in `assets/profiles/`; `None` where it has none of that name.
///
/// # Errors
/// [`DeskError`] when its file is there and cannot be read.
pub fn own_profile(root: &Path, name: &str) -> Result<Option<Asset>, DeskError> {
    let path = root.join("assets/profiles").join(format!("{name}.toml"));
    match disk::read_text(&path) {
        Ok(text) => Ok(Some(Asset { path, text })),
        Err(DeskError { trouble: Trouble::Missing, .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The names of the profiles in the workspace's `assets/profiles/`, sorted; none where there is no such folder.
pub fn own_profiles(root: &Path) -> Vec<String> {
    let paths = own_assets(root, "assets/profiles");
    paths.iter().filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect()
}

/// The word files in the workspace's `assets/lexicon/`, by name; none where there is no such folder.
///
/// # Errors
/// [`DeskError`] when a file that is there cannot be read.
pub fn own_words(root: &Path) -> Result<Vec<Asset>, DeskError> {
    let read = |path: PathBuf| disk::read_text(&path).map(|text| Asset { path, text });
    own_assets(root, "assets/lexicon").into_iter().map(read).collect()
}

/// The `.toml` files in the workspace's `folder`, by name; none where there is no such folder.
pub fn own_assets(root: &Path, folder: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(root.join(folder)) else {
        return Vec::new();
    };
    let is_asset = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "toml");
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_asset).collect();
    paths.sort();
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workspace_may_have_profiles_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(own_profile(folder.path(), "某市").unwrap(), None);
        let path = folder.path().join("assets/profiles/某市.toml");
        disk::write(&path, b"name", disk::Overwrite::Never).unwrap();
        assert_eq!(own_profiles(folder.path()), ["某市"]);
        assert_eq!(own_profile(folder.path(), "某市").unwrap(), Some(Asset { path, text: "name".to_owned() }));
    }
}
