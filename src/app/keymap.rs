//! Which key gives which command where.

use std::collections::HashMap;

use super::Key;
use super::command::{Command, Place, TABLE};

/// The keys of the table, read once.
#[derive(Clone, Debug)]
pub struct Keymap {
    commands: HashMap<(Place, Key), Command>,
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
        let mut commands = HashMap::new();
        for entry in TABLE {
            for name in entry.keys {
                if let Ok(key) = name.parse() {
                    commands.insert((entry.place, key), entry.command);
                }
            }
        }
        Self { commands }
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
    fn every_function_key_has_a_twin() {
        for entry in TABLE.iter().filter(|entry| entry.short.is_some()) {
            let twin = entry.keys.iter().any(|name| name.starts_with("Ctrl+") || name.starts_with("Alt+"));
            assert!(twin, "{} has only {:?}", entry.name, entry.keys);
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
