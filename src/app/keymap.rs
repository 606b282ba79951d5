//! Which key gives which command where.

use std::collections::HashMap;

use super::Key;
use super::bindings::{self, Binding};
use super::command::{Command, Entry, Place, TABLE};

/// The keys of the table, as a person has changed them.
#[derive(Clone, Debug)]
pub struct Keymap {
    commands: HashMap<(Place, Key), Command>,
    keys: HashMap<(Place, Command), Vec<Key>>,
}

/// A command as a key gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given {
    /// The command.
    pub command: Command,
    /// Whether Shift was held on a motion: the selection is to grow.
    pub extend: bool,
}

impl Keymap {
    /// The keymap of the table of commands.
    pub fn new() -> Self {
        Self::of(TABLE.iter().map(|entry| (entry, keys_of(entry))))
    }

    /// The keymap of the table with the keys that a person has set, and what is wrong with these, in words, each with the
    /// line it stands in. What is wrong changes nothing.
    pub fn with(bindings: &[Binding]) -> (Self, Vec<(usize, String)>) {
        let (keys, problems) = bindings::apply(bindings);
        (Self::of(TABLE.iter().zip(keys)), problems)
    }

    fn of<'a>(entries: impl Iterator<Item = (&'a Entry, Vec<Key>)>) -> Self {
        let mut keymap = Self { commands: HashMap::new(), keys: HashMap::new() };
        for (entry, keys) in entries {
            for key in &keys {
                keymap.commands.insert((entry.place, key.as_shortcut()), entry.command);
            }
            keymap.keys.insert((entry.place, entry.command), keys);
        }
        keymap
    }

    /// The keys of an entry of the table, the one to be shown first.
    pub fn keys(&self, entry: &Entry) -> &[Key] {
        self.keys_at(entry.place, entry.command)
    }

    /// The keys of a command at one place of the table.
    pub(super) fn keys_at(&self, place: Place, command: Command) -> &[Key] {
        self.keys.get(&(place, command)).map_or(&[], Vec::as_slice)
    }

    /// The key of a command that is shown where it is spoken of; its name where it has none.
    pub fn shown(&self, command: Command) -> String {
        let entry = TABLE.iter().find(|entry| entry.command == command);
        let key = entry.and_then(|entry| self.keys(entry).first()).map(Key::to_string);
        key.unwrap_or_else(|| format!("“{}”", entry.map_or("", |entry| entry.name)))
    }

    /// What `key` does in the first of `places` that knows it. Shift on a motion extends the selection.
    pub fn command(&self, key: Key, places: &[Place]) -> Option<Given> {
        let key = key.as_shortcut();
        let exact = |key: Key| places.iter().find_map(|&place| self.commands.get(&(place, key)).copied());
        if let Some(command) = exact(key) {
            return Some(Given { command, extend: false });
        }
        if !key.shift {
            return None;
        }
        match exact(Key { shift: false, ..key }) {
            Some(command @ Command::Move(_)) => Some(Given { command, extend: true }),
            _ => None,
        }
    }
}

/// The keys of an entry as the table has them.
pub(super) fn keys_of(entry: &Entry) -> Vec<Key> {
    entry.keys.iter().filter_map(|name| name.parse().ok()).collect()
}

impl Default for Keymap {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::editor::Motion;

    #[test]
    fn every_key_of_the_table_is_a_key_and_means_one_thing_in_its_place() {
        let mut seen = HashMap::new();
        for entry in TABLE {
            for name in entry.keys {
                let key: Key = name.parse().unwrap_or_else(|error| panic!("{}: {error}", entry.name));
                let before = seen.insert((entry.place, key), entry.name);
                assert_eq!(before, None, "{name} is also {}", entry.name);
            }
        }
    }

    #[test]
    fn what_works_anywhere_works_in_a_letter_too() {
        let keymap = Keymap::new();
        for entry in TABLE.iter().filter(|entry| entry.place == Place::Anywhere) {
            for name in entry.keys {
                let given = keymap.command(name.parse().unwrap(), &[Place::Letter, Place::Anywhere]);
                assert_eq!(given.map(|given| given.command), Some(entry.command), "{name}: {}", entry.name);
            }
        }
    }

    #[test]
    fn every_function_key_has_a_twin() {
        let is_function = |key: &Key| matches!(key.code, crate::app::Code::Function(_));
        for entry in TABLE {
            let keys = keys_of(entry);
            let twin = keys.iter().any(|key| !is_function(key));
            assert!(twin || !keys.iter().any(is_function), "{} has only {:?}", entry.name, entry.keys);
        }
    }

    #[test]
    fn shift_extends_motions_and_nothing_else() {
        let keymap = Keymap::new();
        let given = keymap.command("Ctrl+Shift+←".parse().unwrap(), &[Place::Text]);
        assert_eq!(given, Some(Given { command: Command::Move(Motion::WordLeft), extend: true }));
        assert_eq!(keymap.command("Ctrl+Shift+S".parse().unwrap(), &[Place::Letter]), None);
    }
}
