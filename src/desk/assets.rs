//! Assets: compiled in, and replaced by a file of the same name in the workspace.

use super::disk;
use super::error::{DeskError, Trouble};
use std::path::{Path, PathBuf};

/// The sample drafts that `dafu init` writes, by file name.
pub const SAMPLES: [(&str, &str); 3] = [
    ("2026042.toml", include_str!("../../drafts/2026042.toml")),
    ("2026057.toml", include_str!("../../drafts/2026057.toml")),
    ("2026108.toml", include_str!("../../drafts/2026108.toml")),
];

/// The profiles that are compiled in, by name.
const PROFILES: [(&str, &str); 1] = [("default", include_str!("../../assets/profiles/default.toml"))];

/// The text of an asset and where it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its file in the workspace, which need not exist: the compiled-in text stands in for it.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
}

/// The profile `name` of the workspace at `root`: its own file in `assets/profiles/`, or else the compiled-in one.
///
/// # Errors
/// [`DeskError`] when there is none of that name, or its file cannot be read.
pub fn profile(root: &Path, name: &str) -> Result<Asset, DeskError> {
    let path = root.join("assets/profiles").join(format!("{name}.toml"));
    let text = match disk::read_text(&path) {
        Ok(text) => text,
        Err(DeskError { trouble: Trouble::Missing, .. }) => match PROFILES.iter().find(|(known, _)| *known == name) {
            Some((_, text)) => (*text).to_owned(),
            None => return Err(DeskError::new(&path, Trouble::NoProfile(name.to_owned()))),
        },
        Err(error) => return Err(error),
    };
    Ok(Asset { path, text })
}

/// The names of the compiled-in profiles.
pub fn profile_names() -> impl Iterator<Item = &'static str> {
    PROFILES.iter().map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_workspace_comes_first() {
        let folder = tempfile::tempdir().unwrap();
        assert!(profile(folder.path(), "default").unwrap().text.contains("通用"));
        assert!(matches!(profile(folder.path(), "某市").unwrap_err().trouble, Trouble::NoProfile(_)));
        let path = folder.path().join("assets/profiles/某市.toml");
        disk::write(&path, b"name", disk::Overwrite::Never).unwrap();
        assert_eq!(profile(folder.path(), "某市").unwrap().text, "name");
    }
}
