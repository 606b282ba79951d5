//! The laws of the inside, held: which module may speak of which, and which may touch the world.
//!
//! The laws themselves are told in `ARCHITECTURE.md`. This test reads the source as text: every `crate::module` outside
//! tests counts, in a `use` line or in the middle of an expression.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module of the crate with the ones it may speak of.
const MAY_USE: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("letter", &["text"]),
    ("check", &["letter", "text"]),
    ("review", &["letter", "text"]),
    ("recall", &["letter", "text"]),
    ("import", &["letter", "text"]),
    ("export", &["letter", "text"]),
    ("desk", &["letter", "text"]),
    ("app", &["check", "recall", "review", "letter", "text"]),
    ("ui", &["app", "check", "letter", "recall", "text"]),
    ("term", &["app", "text"]),
    ("cli", &["letter"]),
    ("run", &["app", "check", "cli", "desk", "export", "import", "letter", "recall", "review", "term", "text", "ui"]),
    ("main", &["cli", "run"]),
];

/// Modules that know no file, clock, thread, environment or terminal.
const PURE: &[&str] = &["text", "letter", "check", "recall", "review", "import", "export", "app", "ui"];

/// What no pure module may name. `std::io` itself is not among it: its `Cursor` and `Read` also serve bytes in memory.
const WORLD: &[&str] = &[
    "std::fs",
    "stdin",
    "stdout",
    "stderr",
    "std::env",
    "std::thread",
    "std::process",
    "std::time",
    "std::net",
    "Zoned",
    "Timestamp",
    "println!",
    "eprintln!",
];

/// Libraries that only some places may name, by the beginnings of their paths.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("crossterm", &["src/term"]),
    ("ratatui", &["src/ui", "src/term", "src/run/workbench"]),
    ("clap", &["src/cli", "src/main.rs", "src/run/completions.rs"]),
    ("anyhow", &["src/run", "src/main.rs"]),
];

struct Source {
    path: PathBuf,
    module: String,
    code: String,
}

/// Every source file, without its comments and its tests.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    let mut folders = vec![root.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let relative = path.strip_prefix(root).unwrap().to_owned();
                let is_test = relative.iter().any(|part| part == "tests" || part == "tests.rs");
                if !is_test {
                    files.push(read(root, relative));
                }
            }
        }
    }
    files
}

fn read(root: &Path, path: PathBuf) -> Source {
    let text = fs::read_to_string(root.join(&path)).unwrap();
    let before_tests = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let code = before_tests
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(|line| line.split(" // ").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n");
    let first = path.iter().nth(1).unwrap().to_string_lossy();
    let module = first.strip_suffix(".rs").unwrap_or(&first).to_owned();
    Source { path, module, code }
}

/// The modules that `code` names after `crate::` or `dafu::`, in paths and in braces.
fn named_modules(code: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for root in ["crate::", "dafu::"] {
        for (at, _) in code.match_indices(root) {
            let rest = &code[at + root.len()..];
            let names: Vec<&str> = match rest.strip_prefix('{') {
                Some(list) => list.split('}').next().unwrap_or_default().split(',').collect(),
                None => vec![rest],
            };
            for name in names {
                let name: String = name
                    .trim()
                    .chars()
                    .take_while(|character| character.is_alphanumeric() || *character == '_')
                    .collect();
                named.insert(name);
            }
        }
    }
    named
}

fn has_word(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| {
        let is_part = |character: Option<char>| character.is_some_and(|it| it.is_alphanumeric() || it == '_');
        !is_part(code[..at].chars().next_back()) && !is_part(code[at + word.len()..].chars().next())
    })
}

#[test]
fn modules_only_speak_of_those_below_them() {
    for source in sources() {
        if source.module == "lib" {
            continue;
        }
        let (_, allowed) = MAY_USE
            .iter()
            .find(|(module, _)| *module == source.module)
            .unwrap_or_else(|| panic!("{}: the module {} has no law", source.path.display(), source.module));
        for named in named_modules(&source.code) {
            let is_module = MAY_USE.iter().any(|(module, _)| *module == named);
            assert!(
                !is_module || named == source.module || allowed.contains(&named.as_str()),
                "{} speaks of {named}, which {} may not",
                source.path.display(),
                source.module
            );
        }
    }
}

#[test]
fn pure_modules_touch_nothing_of_the_world() {
    for source in sources().iter().filter(|source| PURE.contains(&source.module.as_str())) {
        for word in WORLD {
            assert!(!has_word(&source.code, word), "{} names {word}", source.path.display());
        }
    }
}

#[test]
fn libraries_are_named_where_they_belong() {
    for source in sources() {
        for (library, places) in ONLY_IN {
            let path = source.path.to_string_lossy().replace('\\', "/");
            if !places.iter().any(|place| path.starts_with(place)) {
                let named = format!("{library}::");
                assert!(!source.code.contains(&named), "{path} names {library}");
            }
        }
    }
}

#[test]
fn this_test_sees_what_it_looks_for() {
    assert_eq!(
        named_modules("use crate::{check, letter::Field};\ncrate::text::edit"),
        ["check", "letter", "text"].map(String::from).into()
    );
    assert!(has_word("std::fs::read", "std::fs") && !has_word("my_std::fsync", "std::fs"));
    let modules: BTreeSet<String> = sources().into_iter().map(|source| source.module).collect();
    assert!(modules.len() >= 12 && modules.contains("check"), "{modules:?}");
}
