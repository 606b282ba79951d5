//! Hints name the keys in force, whatever a person has set.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use regex::Regex;

use super::{Bench, faulty, with_body};
use crate::app::bindings::{Binding, settable};
use crate::app::command::{Command, Place};
use crate::app::keymap::{Given, Keymap};
use crate::app::look::Preferences;
use crate::app::message::Message;
use crate::app::review::{Base, Told};
use crate::app::tests::review::handed_in;
use crate::app::tutor::{STEPS, Tutor};
use crate::app::update::perform;
use crate::ui::tests::screen;

/// A key of the table as it would stand in words. Arrows, Enter and Esc cannot be set.
const KEYS: &str = r"F\d|Ctrl\+|Alt\+|Shift\+[A-Z↑↓←→]|\bTab\b";

/// Files that are about keys, and not words for the person at work.
const ABOUT_KEYS: [&str; 4] = ["command", "key.rs", "bindings.rs", "key_page.rs"];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let passed_over = name == "tests" || name == "tests.rs" || ABOUT_KEYS.iter().any(|it| name.starts_with(it));
        match path.is_dir() {
            _ if passed_over => {}
            true => sources(&path, found),
            false if name.ends_with(".rs") => found.push(path),
            false => {}
        }
    }
}

#[test]
fn no_words_in_the_source_name_a_key_of_the_table() {
    let mut files = Vec::new();
    for folder in ["src/app", "src/ui", "src/run/workbench"] {
        sources(Path::new(folder), &mut files);
    }
    assert!(files.len() > 100);
    let (text, key) = (Regex::new(r#""(?:[^"\\]|\\.)*""#).unwrap(), Regex::new(KEYS).unwrap());
    for path in files {
        let source = std::fs::read_to_string(&path).unwrap();
        let code = source.split("#[cfg(test)]").next().unwrap();
        let code: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        for words in text.find_iter(&code) {
            assert!(!key.is_match(words.as_str()), "{}: {}", path.display(), words.as_str());
        }
    }
}

/// Every command that has keys, on keys that none has: Ctrl+Alt with a letter or a digit, and F13 to F24.
fn all_others() -> HashMap<String, String> {
    let characters = ('A'..='Z').chain('0'..='9');
    let held = ["Ctrl+Alt+", "Ctrl+Alt+Shift+"];
    let functions = (13..=24).flat_map(|number| ["", "Ctrl+", "Alt+", "Shift+"].map(|held| format!("{held}F{number}")));
    let free = held.iter().flat_map(|held| characters.clone().map(move |it| format!("{held}{it}"))).chain(functions);
    // Arrows and the like stay what they are; they are no shortcuts.
    let is_shortcut = |key: &&&str| key.contains('+') || key.starts_with('F') || **key == "Tab";
    let named = settable().filter(|(_, entry)| entry.keys.first().filter(is_shortcut).is_some());
    let all: HashMap<String, String> = named.map(|(_, entry)| entry.command.id()).zip(free).collect();
    assert!(all.len() > 70, "{}", all.len());
    all
}

fn remapped(bench: &mut Bench) -> HashMap<String, String> {
    let others = all_others();
    let binding =
        |(command, key): (&String, &String)| Binding { command: command.clone(), keys: vec![key.clone()], line: 1 };
    let (keymap, problems) = Keymap::with(&others.iter().map(binding).collect::<Vec<_>>());
    assert!(problems.is_empty(), "{problems:?}");
    bench.state.set_preferences(Preferences { keymap, ..Preferences::default() });
    others
}

/// What is on the screen, held to name no key but those that were set.
fn looked_at(bench: &Bench, others: &HashMap<String, String>) -> String {
    let shown = screen(&bench.state);
    let mut rest = shown.clone();
    let mut keys: Vec<&String> = others.values().collect();
    keys.sort_by_key(|key| std::cmp::Reverse(key.len()));
    keys.into_iter().for_each(|key| rest = rest.replace(key.as_str(), ""));
    let left = Regex::new(KEYS).unwrap().find(&rest).map(|found| found.as_str().to_owned());
    assert_eq!(left, None, "{shown}");
    shown
}

fn give(bench: &mut Bench, command: Command) {
    perform(&mut bench.state, Given { command, extend: false });
    bench.tell(Message::Idle);
}

#[test]
fn every_screen_names_the_keys_that_were_set() {
    let mut bench = Bench::with(faulty());
    let others = remapped(&mut bench);
    let key = |id: &str| others[id].as_str();
    assert!(looked_at(&bench, &others).contains(&format!("{} 要素", key("elements"))));
    give(&mut bench, Command::NextFinding);
    assert!(looked_at(&bench, &others).contains(key("fix")), "the finding says how to mend it");
    for (command, named) in [
        (Command::Phrases, "next-shelf"),
        (Command::Elements, "options"),
        (Command::Import, "complete"),
        (Command::Palette, "elements"),
    ] {
        give(&mut bench, command);
        let shown = looked_at(&bench, &others);
        assert!(shown.contains(key(named)), "{command:?} tells of {named}: {shown}");
        bench.state.overlays.clear();
    }
    for command in [Command::FixAll, Command::Explain, Command::Find, Command::Replace, Command::GoTo] {
        give(&mut bench, command);
        looked_at(&bench, &others);
        bench.state.overlays.clear();
    }
    give(&mut bench, Command::Elements);
    for _ in 0..30 {
        looked_at(&bench, &others);
        bench.keys("<↓>");
    }
}

#[test]
fn the_tutorial_names_the_keys_that_were_set() {
    for (at, step) in STEPS.iter().enumerate() {
        let mut bench = Bench::with(faulty());
        let others = remapped(&mut bench);
        bench.state.set_tutor(Tutor::new(with_body("别的"), at));
        looked_at(&bench, &others);
        let words = bench.state.keymap().words(step.words, &crate::app::tutor::PLACES);
        assert!(!words.contains('{'), "{words}");
    }
    let mut bench = Bench::with(faulty());
    let others = remapped(&mut bench);
    bench.state.set_tutor(Tutor::new(faulty(), STEPS.len() - 1));
    give(&mut bench, Command::SkipStep);
    assert!(looked_at(&bench, &others).contains(others["palette"].as_str()));
}

#[test]
fn the_review_names_the_keys_that_were_set() {
    let mut desk = handed_in((120, 40));
    let others = remapped(&mut desk.bench);
    looked_at(&desk.bench, &others);
    desk.keys("<↓>");
    looked_at(&desk.bench, &others);
    let told = Told::Compared(Base::LastSignOff, Ok(("上次".into(), Box::new(faulty()))));
    desk.bench.tell(Message::Review(told));
    assert!(looked_at(&desk.bench, &others).contains(others["review-next-change"].as_str()));
}

#[test]
fn a_key_is_named_as_it_works_where_one_is() {
    let keymap = Keymap::new();
    let walk = [Place::Review, Place::Letter, Place::Anywhere];
    let key: crate::app::Key = keymap.shown_in(Command::Fix, &walk).parse().unwrap();
    assert_eq!(keymap.command(key, &walk).map(|given| given.command), Some(Command::Fix));
}
