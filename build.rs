//! Translates the compiled-in word lists into JSON, which a program that starts anew for every letter reads several times
//! faster than TOML. The TOML files stay the source; a test holds that both say the same.

use std::path::Path;
use std::{env, fs};

/// The files, in the order of `check::lexicon::FILES`.
const FILES: [&str; 8] = [
    "typos.toml",
    "confusions.toml",
    "preferred.toml",
    "institutions.toml",
    "phrases.toml",
    "tone.toml",
    "filler.toml",
    "redundancies.toml",
];

fn main() {
    println!("cargo::rerun-if-changed=assets/lexicon");
    let folder = Path::new("assets/lexicon");
    let files: Vec<toml::Table> = FILES
        .iter()
        .map(|name| {
            let text = fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
            text.parse().unwrap_or_else(|error| panic!("{name}: {error}"))
        })
        .collect();
    let json = serde_json::to_string(&files).expect("texts, numbers and lists are JSON");
    let target = Path::new(&env::var("OUT_DIR").expect("cargo says where to")).join("lexicon.json");
    fs::write(&target, json).unwrap_or_else(|error| panic!("{}: {error}", target.display()));
}
