//! What the picker has at hand: the phrases and the documents to cite, of the workspace or compiled in.

use std::path::Path;

use serde::Deserialize;

use crate::desk;
use crate::recall::{Passage, Policy, Shelf, policies};

/// The phrases that come with the program.
const PHRASES: &str = include_str!("../../../assets/phrases/default.toml");

/// The documents that come with the program.
const POLICIES: &str = include_str!("../../../assets/policies/default.toml");

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

/// The phrases and documents of the workspace at `root`. A file that cannot be read stands for no file: they are a
/// convenience, and a workbench that does not open for their sake would be none.
pub(super) fn of(root: &Path) -> Vec<Passage> {
    let mut shelf = gathered(root, "assets/phrases", PHRASES, phrases);
    shelf.extend(gathered(root, "assets/policies", POLICIES, documents));
    shelf
}

/// What the files of the workspace's `folder` hold: its `default.toml` or else the one compiled in, then the others by name.
fn gathered(root: &Path, folder: &str, compiled_in: &str, read: impl Fn(&str) -> Option<Vec<Passage>>) -> Vec<Passage> {
    let text = |path: &Path| desk::read_bytes(path).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let own = text(&root.join(folder).join("default.toml")).and_then(|text| read(&text));
    let mut passages = own.or_else(|| read(compiled_in)).unwrap_or_default();
    for path in desk::own_assets(root, folder) {
        let others = text(&path).filter(|_| !path.ends_with("default.toml")).and_then(|text| read(&text));
        passages.extend(others.unwrap_or_default());
    }
    passages
}

fn phrases(text: &str) -> Option<Vec<Passage>> {
    let file: File = toml::from_str(text).ok()?;
    let phrase = |Entry { group, title, text }| Passage { shelf: Shelf::Phrases, title, text, note: group };
    Some(file.phrase.into_iter().map(phrase).collect())
}

fn documents(text: &str) -> Option<Vec<Passage>> {
    Some(policies(text).ok()?.iter().map(Policy::passage).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(root: &Path, shelf: Shelf) -> Vec<String> {
        of(root).into_iter().filter(|it| it.shelf == shelf).map(|it| it.text).collect()
    }

    #[test]
    fn files_of_the_workspace_replace_or_add() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        assert!(texts(root, Shelf::Phrases).len() > 10);
        let compiled_in = texts(root, Shelf::Policies).len();
        std::fs::create_dir_all(root.join("assets/phrases")).unwrap();
        std::fs::create_dir_all(root.join("assets/policies")).unwrap();
        let phrase = "[[phrase]]\ntitle = \"甲\"\ntext = \"乙\"\n";
        std::fs::write(root.join("assets/phrases/default.toml"), phrase).unwrap();
        let policy = "[[policy]]\ntitle = \"丙办法\"\nnumber = \"临府〔2024〕3号\"\nsource = \"市政府网站\"\n";
        std::fs::write(root.join("assets/policies/本市.toml"), policy).unwrap();
        assert_eq!(texts(root, Shelf::Phrases), ["乙"]);
        let policies = texts(root, Shelf::Policies);
        assert_eq!(policies.len(), compiled_in + 1);
        assert_eq!(policies.last().unwrap(), "《丙办法》（临府〔2024〕3号）");
    }
}
