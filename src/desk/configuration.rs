//! `dafu.toml`: what an office says once for all its letters.

use super::disk;
use super::error::{DeskError, Trouble};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::path::Path;
use toml::Spanned;

/// The name of the file at the root of a workspace.
pub const CONFIGURATION_NAME: &str = "dafu.toml";

/// The file that `dafu init` writes: every key explained, none set.
pub const INITIAL: &str = include_str!("../../assets/templates/dafu.toml");

/// What `dafu.toml` holds. Every key may be absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Configuration {
    /// The office that writes the letters.
    pub office: Office,
    /// Who works here.
    pub people: People,
    /// Which sign-offs this office asks for, beyond the profile.
    pub review: Review,
    /// How many versions of a draft are kept.
    pub versions: Versions,
    /// How the workbench looks and behaves.
    pub workbench: Workbench,
    /// The keys of its commands, by the commands' names.
    pub keys: BTreeMap<String, KeySetting>,
    /// Where earlier letters lie.
    pub archive: Archive,
}

/// Where earlier letters lie, whose paragraphs can be found and inserted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Archive {
    /// Folders with drafts and letters (.toml, .txt, .docx), from the workspace; what lies in folders inside them counts.
    pub folders: Vec<String>,
}

/// How the workbench looks and behaves.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Workbench {
    /// The name of its colours: terminal, light, dark, contrast, plain.
    pub theme: String,
    /// Whether marks typed in half width among Chinese become full-width.
    pub smart_marks: bool,
}

impl Default for Workbench {
    fn default() -> Self {
        Self { theme: "terminal".into(), smart_marks: true }
    }
}

/// The keys of one command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeySetting {
    /// Their names; none takes the command's keys away.
    pub names: Vec<String>,
    /// The line of the file they stand in, from 1.
    pub line: usize,
    /// Where they stand in the file, in bytes.
    start: usize,
}

impl<'de> Deserialize<'de> for KeySetting {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Names {
            One(String),
            Many(Vec<String>),
        }
        let setting = Spanned::<Names>::deserialize(from)?;
        let start = setting.span().start;
        let names = match setting.into_inner() {
            Names::One(name) => vec![name],
            Names::Many(names) => names,
        };
        Ok(Self { names, line: 1, start })
    }
}

/// The office that writes the letters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Office {
    /// 发文机关.
    pub issuer: String,
    /// 发文机关代字, as 临科函.
    pub number_prefix: String,
    /// The profile of new drafts.
    pub profile: String,
    /// The contact's name.
    pub contact: String,
    /// The contact's telephone number.
    pub phone: String,
    /// Others who answer questions, each as name and telephone number with a blank between.
    pub contacts: Vec<String>,
    /// 抄送 of answers to 建议.
    pub suggestion_cc: Vec<String>,
    /// 抄送 of answers to 提案.
    pub proposal_cc: Vec<String>,
}

/// Who works here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct People {
    /// The person at this machine, for the record; the system's user name where absent.
    pub name: String,
    /// The SSH key that signs for this person; empty for no signature. `~/` is the account's home.
    pub ssh_key: String,
}

/// Which sign-offs this office asks for. What is absent is as the profile says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Review {
    /// 核稿, 会签, 签发: those that may not be skipped.
    pub required: Option<Vec<String>>,
    /// Whether each co-handler is asked to countersign.
    pub co_handlers_countersign: Option<bool>,
    /// Whether the drafter may not review.
    pub reviewer_is_not_drafter: Option<bool>,
    /// Who may review; anybody where empty.
    pub reviewers: Vec<String>,
    /// Who may sign for issuance; anybody where empty.
    pub signers: Vec<String>,
    /// The file of allowed signers (`ssh-keygen`, ALLOWED SIGNERS) by which signatures are verified, from the workspace.
    pub allowed_signers: String,
    /// Whether a sign-off counts only with a signature of an SSH key.
    pub signed_by_key: bool,
}

/// How many versions of a draft are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Versions {
    /// The most that are kept of one draft; what was judged or signed is kept beyond that.
    pub keep: usize,
}

impl Default for Versions {
    fn default() -> Self {
        Self { keep: 200 }
    }
}

impl Configuration {
    /// Loads the configuration of the workspace at `root`; the default one where there is none.
    ///
    /// # Errors
    /// [`DeskError`] when the file is there and cannot be read, or holds a key or value that means nothing.
    pub fn load(root: &Path) -> Result<Self, DeskError> {
        let path = root.join(CONFIGURATION_NAME);
        let text = match disk::read_text(&path) {
            Ok(text) => text,
            Err(DeskError { trouble: Trouble::Missing, .. }) => return Ok(Self::default()),
            Err(error) => return Err(error),
        };
        let mut configuration: Self =
            toml::from_str(&text).map_err(|error| DeskError::new(&path, Trouble::data(&text, &error)))?;
        for setting in configuration.keys.values_mut() {
            setting.line = 1 + text[..setting.start].matches('\n').count();
        }
        Ok(configuration)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_of_the_format_shows_the_initial_file() {
        let page = include_str!("../../docs/format.md").replace("\r\n", "\n");
        assert!(
            page.contains(INITIAL.replace("\r\n", "\n").trim_end()),
            "docs/format.md shows assets/templates/dafu.toml"
        );
    }

    #[test]
    fn the_initial_file_is_the_default() {
        assert_eq!(toml::from_str::<Configuration>(INITIAL).unwrap(), Configuration::default());
        // Every key it explains, uncommented, is one that is known.
        let keys: String =
            INITIAL.lines().map(|line| line.strip_prefix("#  ").unwrap_or(line)).collect::<Vec<_>>().join("\n");
        assert_ne!(toml::from_str::<Configuration>(&keys).unwrap(), Configuration::default());
    }

    #[test]
    fn keys_are_read_with_their_lines() {
        let folder = tempfile::tempdir().unwrap();
        let text = "[keys]\nfind = \"Ctrl+T\"\n\nmouse = []\nundo = [\"F12\", \"Ctrl+Z\"]\n";
        std::fs::write(folder.path().join(CONFIGURATION_NAME), text).unwrap();
        let keys = Configuration::load(folder.path()).unwrap().keys;
        let read: Vec<_> = keys.iter().map(|(name, it)| (name.as_str(), it.names.join(" "), it.line)).collect();
        assert_eq!(read, [("find", "Ctrl+T".into(), 2), ("mouse", String::new(), 4), ("undo", "F12 Ctrl+Z".into(), 5)]);
    }

    #[test]
    fn a_wrong_key_is_told_with_its_line() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(CONFIGURATION_NAME), "[office]\nissuer = \"甲\"\nphon = \"1\"\n").unwrap();
        let error = Configuration::load(folder.path()).unwrap_err();
        assert!(error.to_string().contains("第 3 行"), "{error}");
    }
}
