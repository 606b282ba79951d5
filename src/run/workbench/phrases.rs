//! The phrases of the workspace, or those that are compiled in.

use std::path::Path;

use serde::Deserialize;

use crate::app::phrases::Phrase;
use crate::desk;

/// The phrases that come with the program.
const COMPILED_IN: &str = include_str!("../../../assets/phrases/default.toml");

#[derive(Deserialize)]
struct File {
    phrase: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    #[serde(default)]
    group: String,
    title: String,
    text: String,
}

/// The phrases of the workspace at `root`. A file that cannot be read stands for no file: phrases are a convenience, and a
/// workbench that does not open for their sake would be none.
pub(super) fn of(root: &Path) -> Vec<Phrase> {
    let own = desk::read_bytes(&root.join("assets/phrases/default.toml")).ok();
    let own = own.and_then(|bytes| String::from_utf8(bytes).ok()).and_then(|text| read(&text));
    own.or_else(|| read(COMPILED_IN)).unwrap_or_default()
}

fn read(text: &str) -> Option<Vec<Phrase>> {
    let file: File = toml::from_str(text).ok()?;
    let phrase = |Entry { group, title, text }| Phrase { group, title, text };
    Some(file.phrase.into_iter().map(phrase).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_the_workspace_replaces_the_one_compiled_in() {
        let folder = tempfile::tempdir().unwrap();
        assert!(of(folder.path()).len() > 10);
        let own = folder.path().join("assets/phrases");
        std::fs::create_dir_all(&own).unwrap();
        std::fs::write(own.join("default.toml"), "[[phrase]]\ntitle = \"甲\"\ntext = \"乙\"\n").unwrap();
        assert_eq!(of(folder.path()), [Phrase { group: String::new(), title: "甲".into(), text: "乙".into() }]);
    }
}
