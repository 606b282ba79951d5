//! Translates the compiled-in data into what a program that starts anew for every letter reads fastest: the word lists
//! into JSON, several times quicker to read than TOML, and the vocabulary into tables that are used as they lie. The text
//! files stay the source; tests hold that both say the same.

#[path = "src/text/vocabulary/layout.rs"]
mod layout;
#[path = "src/text/vocabulary/word_tables.rs"]
mod word_tables;

use std::path::{Path, PathBuf};
use std::{env, fs};

/// The files, in the order of `check::lexicon::FILES`.
const FILES: [&str; 10] = [
    "typos.toml",
    "idioms.toml",
    "confusions.toml",
    "preferred.toml",
    "institutions.toml",
    "phrases.toml",
    "tone.toml",
    "filler.toml",
    "redundancies.toml",
    "neighbours.toml",
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=assets/lexicon");
    println!("cargo::rerun-if-changed=assets/vocabulary");
    println!("cargo::rerun-if-changed=src/text/vocabulary/layout.rs");
    println!("cargo::rerun-if-changed=src/text/vocabulary/word_tables.rs");
    let target = PathBuf::from(env::var("OUT_DIR").expect("cargo says where to"));
    write(&target.join("lexicon.json"), lexicon().as_bytes());
    let words = read("assets/vocabulary/words.txt");
    let (sounds, looks) = (read("assets/vocabulary/sounds.txt"), read("assets/vocabulary/looks.txt"));
    let seams = read("assets/vocabulary/seams.txt");
    write(&target.join("singles.bin"), &layout::of_singles(&words));
    write(&target.join("pairs.bin"), &layout::of_pairs(&words, &seams));
    write(&target.join("joins.bin"), &layout::of_joins(&words));
    write(&target.join("longer.bin"), &layout::of_longer(&words));
    write(&target.join("unseen.bin"), &layout::of_unseen(&seams));
    write(&target.join("sounds.bin"), &layout::of_sounds(&sounds));
    write(&target.join("looks.bin"), &layout::of_looks(&looks));
    let shapes = read("assets/vocabulary/shapes.txt");
    write(&target.join("alikes.bin"), &layout::of_alikes(&words, &sounds, &looks, &shapes));
    write(&target.join("left_out.bin"), &layout::of_left_out(&read("assets/vocabulary/long.txt")));
    let companions = read("assets/vocabulary/companions.txt");
    write(&target.join("companions.bin"), &word_tables::of_companions(&companions));
    let residues = word_tables::of_residues(&words);
    write(&target.join("residues.bin"), &residues);
    write(&target.join("residue_set.bin"), &word_tables::of_residue_set(&residues));
    write(&target.join("partners.bin"), &word_tables::of_partners(&words, &sounds, &looks));
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

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
