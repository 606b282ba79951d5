//! Translates the compiled-in word lists into JSON, which a program that starts anew for every letter reads several times
//! faster than TOML, and lays out the slips of common words. The files of `assets/lexicon` stay the source; tests hold that
//! both say the same.

use std::path::Path;
use std::{env, fs};

#[path = "src/check/slip_table.rs"]
#[allow(dead_code)]
mod slip_table;

/// The files, in the order of `check::lexicon::FILES`.
const FILES: [&str; 9] = [
    "typos.toml",
    "idioms.toml",
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
    println!("cargo::rerun-if-changed=src/check/slip_table.rs");
    let folder = Path::new("assets/lexicon");
    let table = |name: &str| -> toml::Table {
        let text = read(&folder.join(name));
        text.parse().unwrap_or_else(|error| panic!("{name}: {error}"))
    };
    let files: Vec<toml::Table> = FILES.iter().map(|name| table(name)).collect();
    write("lexicon.json", serde_json::to_string(&files).expect("texts, numbers and lists are JSON").as_bytes());
    let slips = table("slips.toml");
    let slips = slips["slips"].as_array().expect("slips.toml lists slips");
    let slips = slips.iter().map(|slip| slip.as_str().expect("a slip is a text"));
    write("slips.bin", &slip_table::lay_out(slips).unwrap_or_else(|entry| panic!("slips.toml: {entry}")));
    write("neighbours.bin", &slip_table::lay_out_pairs(&read(&folder.join("neighbours.txt"))));
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn write(name: &str, bytes: &[u8]) {
    let target = Path::new(&env::var("OUT_DIR").expect("cargo says where to")).join(name);
    fs::write(&target, bytes).unwrap_or_else(|error| panic!("{}: {error}", target.display()));
}
