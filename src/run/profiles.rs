//! The profiles in use, each read once.

use crate::check::Profile;
use crate::check::profile::BUILT_IN;
use crate::desk::{self, DeskError, Trouble};
use crate::letter::Draft;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Profiles by workspace and name.
#[derive(Debug, Default)]
pub struct Profiles {
    read: HashMap<(PathBuf, String), Profile>,
}

impl Profiles {
    /// The profile that `draft`, whose file is `path`, is checked by.
    ///
    /// # Errors
    /// As [`get`](Self::get); a name that means nothing is the draft's fault, and told so.
    pub fn of_draft(&mut self, path: &Path, root: &Path, draft: &Draft) -> Result<&Profile, DeskError> {
        self.get(root, &draft.profile).map_err(|error| match error.trouble {
            Trouble::NoProfile(_) => DeskError::new(path, error.trouble),
            _ => error,
        })
    }

    /// The profile `name` of the workspace at `root`: its own, or else the compiled-in one.
    ///
    /// # Errors
    /// [`DeskError`] when there is none of that name or it is no profile.
    pub fn get(&mut self, root: &Path, name: &str) -> Result<&Profile, DeskError> {
        let key = (root.to_owned(), name.to_owned());
        if !self.read.contains_key(&key) {
            self.read.insert(key.clone(), read(root, name)?);
        }
        Ok(&self.read[&key])
    }

    /// Every profile that can be read: those compiled in, as the workspace at `root` has them, then its own by name.
    pub fn all(root: &Path) -> Vec<Profile> {
        let built_in = BUILT_IN.iter().map(|(name, _)| (*name).to_owned());
        let own = desk::own_profiles(root).into_iter().filter(|name| !BUILT_IN.iter().any(|(known, _)| known == name));
        built_in.chain(own).filter_map(|name| read(root, &name).ok()).collect()
    }
}

fn read(root: &Path, name: &str) -> Result<Profile, DeskError> {
    match desk::own_profile(root, name)? {
        Some(asset) => {
            Profile::read(&asset.text).map_err(|error| DeskError::new(&asset.path, Trouble::data(&asset.text, &error)))
        }
        None => Profile::built_in(name).ok_or_else(|| {
            let path = root.join("assets/profiles").join(format!("{name}.toml"));
            DeskError::new(&path, Trouble::NoProfile(name.to_owned()))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::profile::DEFAULT;

    #[test]
    fn the_workspace_comes_first() {
        let folder = tempfile::tempdir().unwrap();
        let title = |name: &str| Profiles::default().get(folder.path(), name).map(|profile| profile.title.clone());
        assert_eq!(title("default").unwrap(), "通用");
        for (name, _) in BUILT_IN {
            assert!(title(name).is_ok(), "{name}");
        }
        assert!(matches!(title("某市").unwrap_err().trouble, Trouble::NoProfile(_)));
        let path = folder.path().join("assets/profiles/default.toml");
        let own = DEFAULT.replace("title = \"通用\"", "title = \"某市\"");
        desk::write(&path, own.as_bytes(), desk::Overwrite::Replace).unwrap();
        assert_eq!(title("default").unwrap(), "某市");
        desk::write(&path, b"name = 1", desk::Overwrite::Replace).unwrap();
        assert!(title("default").unwrap_err().to_string().contains("第 1 行"));
    }
}
