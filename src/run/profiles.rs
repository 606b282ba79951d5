//! The profiles in use, each read once.

use crate::check::Profile;
use crate::check::lexicon::{self, Lexicon, WordFile, Words};
use crate::check::profile::BUILT_IN;
use crate::desk::{self, DeskError, Trouble};
use crate::letter::Draft;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Profiles by workspace and name.
#[derive(Debug, Default)]
pub struct Profiles {
    read: HashMap<(PathBuf, String), Profile>,
    words: HashMap<PathBuf, Words>,
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
            let mut profile = read(root, name)?;
            if !self.words.contains_key(root) {
                self.words.insert(root.to_owned(), words(root)?);
            }
            profile.words = self.words[root].clone();
            self.read.insert(key.clone(), profile);
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

/// The words of the workspace at `root`: the compiled-in lexicon, with the workspace's own files where it has any.
fn words(root: &Path) -> Result<Words, DeskError> {
    let own = desk::own_words(root)?;
    if own.is_empty() {
        return Ok(Words::default());
    }
    let named = |asset: &desk::Asset| {
        let name = asset.path.file_name().map(|name| name.to_string_lossy().into_owned());
        (name.unwrap_or_default(), asset.text.clone())
    };
    let files: Vec<(String, String)> = own.iter().map(named).collect();
    // Each is read by itself first, so that the error names the file.
    for asset in &own {
        let file: WordFile = toml::from_str(&asset.text)
            .map_err(|error| DeskError::new(&asset.path, Trouble::data(&asset.text, &error)))?;
        if !lexicon::RULES.contains(&file.rule.as_str()) {
            let known = lexicon::RULES.join("、");
            let message = format!("规则“{}”不用词表。rule 应当是{known}之一", file.rule);
            return Err(DeskError::new(&asset.path, Trouble::Words(message)));
        }
    }
    let folder = root.join("assets/lexicon");
    Lexicon::with_own(&files).map(Words::of).map_err(|error| DeskError::new(&folder, Trouble::Words(error.to_string())))
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
    fn a_workspace_may_have_words_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("assets/lexicon/本局.toml");
        let own = r#"
rule = "W03"
source = "本局文稿规范"
entries = [{ wrong = ["站头"], right = "站点", silent = "站点" }]
fixed = ["件件有着落"]
"#;
        desk::write(&path, own.as_bytes(), desk::Overwrite::Never).unwrap();
        let mut profiles = Profiles::default();
        let profile = profiles.get(folder.path(), "default").unwrap();
        let mut draft = crate::check::example::suggestion();
        draft.letter.body = draft.letter.body.replace("专此答复", "增设站头，做到件件有着洛。\n专此答复");
        let mut checker = crate::check::Checker::default();
        let today = crate::check::example::TODAY;
        let found =
            |report: crate::check::Report| report.findings.iter().map(|it| it.source.to_string()).collect::<Vec<_>>();
        assert_eq!(found(checker.check(&draft, profile, today)), ["本局文稿规范", "本局文稿规范"]);
        assert!(found(checker.check(&draft, &Profile::default(), today)).is_empty());
        let told = |text: &[u8]| {
            desk::write(&path, text, desk::Overwrite::Replace).unwrap();
            Profiles::default().get(folder.path(), "default").unwrap_err().to_string()
        };
        assert!(told(b"rule = \"P01\"\nsource = \"\"").contains("P01"));
        desk::write(&path, b"rule = 1", desk::Overwrite::Replace).unwrap();
        assert!(Profiles::default().get(folder.path(), "default").unwrap_err().to_string().contains("第 1 行"));
    }

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
