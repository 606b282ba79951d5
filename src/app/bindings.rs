//! Keys that a person has set: read against the table of commands, with what is wrong with them in words.

use super::command::{Command, Entry, Place, TABLE};
use super::keymap::keys_of;
use super::{Code, Key};

/// The keys of one command as a person has set them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The command's name, as [`Command::id`] gives it.
    pub command: String,
    /// The keys by name; none takes the command's keys away.
    pub keys: Vec<String>,
    /// The line of the file it stands in, from 1.
    pub line: usize,
}

impl Command {
    /// The name by which keys are set for it: `find-next`, `section-up`.
    pub fn id(self) -> String {
        match self {
            Self::Count { stride, forward } => {
                let way = if forward { "up" } else { "down" };
                return format!("count-{}-{way}", format!("{stride:?}").to_ascii_lowercase());
            }
            Self::GoBack { forth } => return (if forth { "go-forth" } else { "go-back" }).to_owned(),
            Self::MoveEntry { forward } => return format!("entry-{}", if forward { "on" } else { "back" }),
            _ => {}
        }
        let mut id = String::new();
        for character in format!("{self:?}").chars() {
            match character {
                '(' | ')' => {}
                'A'..='Z' => {
                    if !id.is_empty() {
                        id.push('-');
                    }
                    id.push(character.to_ascii_lowercase());
                }
                _ => id.push(character),
            }
        }
        id
    }
}

/// The entries whose keys can be set, by their place in the table: of each command the first, which is the widest. Enter
/// and Esc stay what they are.
pub fn settable() -> impl Iterator<Item = (usize, &'static Entry)> {
    let first = |at: usize, entry: &Entry| TABLE[..at].iter().all(|before| before.command != entry.command);
    let fixed = |entry: &Entry| matches!(entry.command, Command::Choose | Command::Close | Command::NewLine);
    TABLE.iter().enumerate().filter(move |(at, entry)| first(*at, entry) && !fixed(entry))
}

/// The keys of every entry of the table with `bindings` applied, and what is wrong with these, by line.
pub(super) fn apply(bindings: &[Binding]) -> (Vec<Vec<Key>>, Vec<(usize, String)>) {
    let mut keys: Vec<Vec<Key>> = TABLE.iter().map(keys_of).collect();
    let mut problems = Vec::new();
    let mut wanted = Vec::new();
    for binding in bindings {
        match settable().find(|(_, entry)| entry.command.id() == binding.command) {
            // Their old keys are free for others, whatever the order of the lines.
            Some((first, entry)) => wanted.extend(entries_along(first, entry).map(|at| {
                let taken = if at == first { std::mem::take(&mut keys[at]) } else { take_shared(&mut keys[at], entry) };
                (at, at == first, binding, taken)
            })),
            None => problems.push((binding.line, unknown(&binding.command))),
        }
    }
    let mut left = Vec::new();
    for (at, is_first, binding, before) in wanted {
        let mut found = Vec::new();
        for name in &binding.keys {
            match readable(name).and_then(|key| free(key, at, &keys)) {
                Ok(key) => found.push(key),
                Err(problem) if is_first => problems.push((binding.line, problem)),
                Err(_) => {}
            }
        }
        if found.is_empty() && !binding.keys.is_empty() {
            left.push((at, before));
        }
        keys[at].splice(0..0, found);
    }
    // A command that got none of its keys keeps the old ones.
    for (at, before) in left {
        let before: Vec<Key> = before.into_iter().filter(|&key| free(key, at, &keys).is_ok()).collect();
        keys[at].splice(0..0, before);
    }
    problems.sort_by_key(|(line, _)| *line);
    (keys, problems)
}

/// The entries of the table whose keys are set with those of the entry at `first`: this one, and those of the same command
/// that are shown with the same key elsewhere, as for saving a letter that is taken in.
fn entries_along(first: usize, entry: &'static Entry) -> impl Iterator<Item = usize> {
    let same = |other: &Entry| other.command == entry.command && other.keys.first() == entry.keys.first();
    let shown = !entry.keys.is_empty();
    TABLE.iter().enumerate().filter(move |(at, other)| *at == first || (shown && same(other))).map(|(at, _)| at)
}

/// Takes from `keys` those that `entry` has in the table.
fn take_shared(keys: &mut Vec<Key>, entry: &Entry) -> Vec<Key> {
    let own = keys_of(entry);
    let (shared, left) = keys.iter().partition(|key| own.contains(key));
    *keys = left;
    shared
}

fn unknown(name: &str) -> String {
    let ids = settable().map(|(_, entry)| entry.command.id());
    let near = ids.map(|id| (strsim::damerau_levenshtein(&id, name), id)).min();
    match near.filter(|(distance, _)| *distance <= 3) {
        Some((_, id)) => format!("没有名为“{name}”的命令，是不是“{id}”"),
        None => format!("没有名为“{name}”的命令，全部名称见 docs/keys.md"),
    }
}

/// The key of a name, where a terminal can tell it and it types nothing.
fn readable(name: &str) -> Result<Key, String> {
    let key: Key = name.trim().parse().map_err(|_| format!("没有名为“{name}”的键，可写 F5、Ctrl+K、Alt+Shift+N 等"))?;
    let key = key.as_shortcut();
    let plain = !key.ctrl && !key.alt;
    if let Some(same) = [('i', "Tab"), ('m', "Enter"), ('[', "Esc")]
        .into_iter()
        .find(|(letter, _)| key.code == Code::Char(*letter) && key.ctrl && !key.alt && !key.shift)
    {
        return Err(format!("{key} 在终端里就是 {}，不能另用", same.1));
    }
    match key.code {
        Code::Char(_) if plain => Err(format!("“{name}”是要键入的字，请加 Ctrl 或 Alt")),
        Code::Enter | Code::Esc | Code::Tab | Code::Backspace if plain && !key.shift => {
            Err(format!("{key} 另有固定用途，不能改"))
        }
        _ => Ok(key),
    }
}

/// `key`, where no other command has it in a place that the command at `at` shares.
fn free(key: Key, at: usize, keys: &[Vec<Key>]) -> Result<Key, String> {
    let taken = TABLE.iter().zip(keys).enumerate().find(|(other, (entry, keys))| {
        *other != at
            && entry.command != TABLE[at].command
            && meet(entry.place, TABLE[at].place)
            && keys.iter().any(|own| own.as_shortcut() == key)
    });
    match taken {
        Some((_, (entry, _))) => Err(format!("{key} 已用于“{}”，没有采用", entry.name)),
        None => Ok(key),
    }
}

/// Whether keys of both places are looked up together somewhere where the text or the letter is worked on.
fn meet(one: Place, other: Place) -> bool {
    let open = |place| matches!(place, Place::Anywhere | Place::Letter | Place::Text | Place::Body);
    one == other || (open(one) && open(other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keymap::Keymap;
    use std::collections::HashSet;

    const BODY: [Place; 4] = [Place::Body, Place::Text, Place::Letter, Place::Anywhere];

    fn binding(command: &str, keys: &[&str], line: usize) -> Binding {
        Binding { command: command.into(), keys: keys.iter().map(|&key| key.to_owned()).collect(), line }
    }

    fn given(keymap: &Keymap, key: &str) -> Option<Command> {
        keymap.command(key.parse().unwrap(), &BODY).map(|given| given.command)
    }

    #[test]
    fn every_command_has_a_name_of_its_own() {
        let mut seen = HashSet::new();
        for (_, entry) in settable() {
            assert!(seen.insert(entry.command.id()), "{}", entry.command.id());
        }
        assert!(seen.iter().all(|id| id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')), "{seen:?}");
        assert!(seen.contains("count-week-down") && seen.contains("entry-back"));
        assert!(seen.contains("find-next") && seen.contains("section-up") && seen.contains("move-word-left"));
    }

    #[test]
    fn a_key_that_is_set_takes_the_place_of_the_old_ones() {
        let (keymap, problems) = Keymap::with(&[binding("find", &["ctrl+t", "F12"], 2)]);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(given(&keymap, "Ctrl+T"), Some(Command::Find));
        assert_eq!(given(&keymap, "F12"), Some(Command::Find));
        assert_eq!(given(&keymap, "Ctrl+F"), None);
        assert_eq!(keymap.shown(Command::Find), "Ctrl+T");
    }

    #[test]
    fn a_key_is_set_wherever_its_command_had_the_same_keys() {
        let (keymap, problems) = Keymap::with(&[binding("save", &["F12"], 2), binding("undo", &["Ctrl+T"], 3)]);
        assert!(problems.is_empty(), "{problems:?}");
        for (key, command) in [("F12", Command::Save), ("Ctrl+T", Command::Undo)] {
            for place in [Place::Letter, Place::Intake] {
                let given = keymap.command(key.parse().unwrap(), &[place]);
                assert_eq!(given.map(|given| given.command), Some(command), "{key} in {place:?}");
            }
        }
    }

    #[test]
    fn keys_can_be_exchanged_and_taken_away() {
        let (keymap, problems) = Keymap::with(&[
            binding("find", &["Ctrl+R"], 2),
            binding("replace", &["Ctrl+F"], 3),
            binding("mouse", &[], 4),
        ]);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(given(&keymap, "Ctrl+R"), Some(Command::Find));
        assert_eq!(given(&keymap, "Ctrl+F"), Some(Command::Replace));
        assert_eq!(given(&keymap, "Alt+M"), None);
    }

    #[test]
    fn what_is_wrong_is_told_and_changes_nothing() {
        let (keymap, problems) = Keymap::with(&[
            binding("fnid", &["Ctrl+T"], 2),
            binding("find", &["Ctrl+S"], 3),
            binding("replace", &["k"], 4),
            binding("go-to", &["Strg+K"], 5),
            binding("undo", &["Ctrl+I"], 6),
        ]);
        let lines: Vec<usize> = problems.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [2, 3, 4, 5, 6], "{problems:?}");
        assert!(problems[0].1.contains("是不是“find”") && problems[1].1.contains("已用于“保存”"), "{problems:?}");
        assert_eq!(given(&keymap, "Ctrl+S"), Some(Command::Save));
        assert_eq!(given(&keymap, "Ctrl+F"), Some(Command::Find));
        assert_eq!(given(&keymap, "Ctrl+G"), Some(Command::GoTo));
        assert_eq!(given(&keymap, "Ctrl+Z"), Some(Command::Undo));
    }
}
