//! The profiles in use, each read once.

use crate::check::Profile;
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

    /// The profile `name` of the workspace at `root`.
    ///
    /// # Errors
    /// [`DeskError`] when there is none of that name or it is no profile.
    pub fn get(&mut self, root: &Path, name: &str) -> Result<&Profile, DeskError> {
        let key = (root.to_owned(), name.to_owned());
        if !self.read.contains_key(&key) {
            let asset = desk::profile(root, name)?;
            let profile = Profile::read(&asset.text)
                .map_err(|error| DeskError::new(&asset.path, Trouble::data(&asset.text, &error)))?;
            self.read.insert(key.clone(), profile);
        }
        Ok(&self.read[&key])
    }
}
