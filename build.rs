//! Translates the compiled-in data into what a program that starts anew for every letter reads fastest: the word lists
//! into JSON, several times quicker to read than TOML, and the vocabulary into tables that are used as they lie. The text
//! files stay the source; tests hold that both say the same.

#[path = "src/check/vocabulary/layout.rs"]
mod layout;
#[path = "src/check/slip_table.rs"]
#[allow(dead_code, reason = "build.rs writes the tables, the program reads them")]
mod slip_table;

use std::path::{Path, PathBuf};
use std::{env, fs};

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
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=assets/lexicon");
    println!("cargo::rerun-if-changed=assets/vocabulary");
    println!("cargo::rerun-if-changed=src/check/vocabulary/layout.rs");
    println!("cargo::rerun-if-changed=src/check/slip_table.rs");
    let target = PathBuf::from(env::var("OUT_DIR").expect("cargo says where to"));
    write(&target.join("lexicon.json"), lexicon().as_bytes());
    write(&target.join("words.bin"), &layout::of_words(&read("assets/vocabulary/words.txt")));
    write(&target.join("slips.bin"), &slips());
    write(&target.join("near.bin"), &near());
    write(&target.join("sounds.bin"), &layout::of_sounds(&read("assets/vocabulary/sounds.txt")));
    write(&target.join("looks.bin"), &layout::of_looks(&read("assets/vocabulary/looks.txt")));
    write(&target.join("long.bin"), &layout::of_long(&read("assets/vocabulary/long.txt")));
    let neighbours = read("assets/lexicon/neighbours.txt");
    write(&target.join("neighbours.bin"), &slip_table::lay_out_pairs(&neighbours));
}

fn lexicon() -> String {
    let files: Vec<toml::Table> = FILES
        .iter()
        .map(|name| {
            let text = read(&format!("assets/lexicon/{name}"));
            text.parse().unwrap_or_else(|error| panic!("{name}: {error}"))
        })
        .collect();
    serde_json::to_string(&files).expect("texts, numbers and lists are JSON")
}

fn slips() -> Vec<u8> {
    let table: toml::Table =
        read("assets/lexicon/slips.toml").parse().unwrap_or_else(|error| panic!("slips.toml: {error}"));
    let slips = table["slips"].as_array().expect("slips.toml lists slips");
    let slips = slips.iter().map(|slip| slip.as_str().expect("a slip is a text"));
    slip_table::lay_out(slips).unwrap_or_else(|entry| panic!("slips.toml: {entry}"))
}

fn near() -> Vec<u8> {
    let text = read("assets/vocabulary/near.txt");
    let near = text.lines().filter(|line| !line.starts_with('#'));
    slip_table::lay_out(near).unwrap_or_else(|entry| panic!("near.txt: {entry}"))
}

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
