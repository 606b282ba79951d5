//! Words that name keys: what stands in braces in them is a command, and becomes the key that gives it here, as the person
//! has set it. So no hint can name a key that does something else.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::command::{Command, Place, TABLE};
use super::keymap::Keymap;

impl Keymap {
    /// The key of a command where keys are looked up in `places`, the nearest first: the first that really gives it there.
    /// Its key elsewhere where it has none here; its name where it has none at all.
    pub fn shown_in(&self, command: Command, places: &[Place]) -> String {
        let entries = || places.iter().flat_map(|&place| self.keys_at(place, command));
        let gives = |key: &&super::Key| self.command(**key, places).is_some_and(|given| given.command == command);
        entries().find(gives).map_or_else(|| self.shown(command), ToString::to_string)
    }

    /// `words` with every `{command}` made the key of that command in `places`. Two commands with `/` between them are two
    /// keys, written together where they differ in the last part alone: `Alt+↑↓`.
    pub fn words(&self, words: &str, places: &[Place]) -> String {
        let mut told = String::with_capacity(words.len());
        let mut rest = words;
        while let Some((before, (named, after))) =
            rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        {
            told.push_str(before);
            let mut keys = named.split('/').map(|name| {
                debug_assert!(by_id(name).is_some(), "no command is called {name}");
                by_id(name).map_or_else(|| name.to_owned(), |command| self.shown_in(command, places))
            });
            let first = keys.next().unwrap_or_default();
            told.push_str(&keys.fold(first, |first, second| joined(&first, &second)));
            rest = after;
        }
        told.push_str(rest);
        told
    }
}

/// Two keys as they are written together: `Alt+↑↓`, `Alt+PageUp/PageDown`, `F7/Shift+F7`.
fn joined(first: &str, second: &str) -> String {
    let held = first.rfind('+').map_or(0, |at| at + 1);
    match second.strip_prefix(&first[..held]).filter(|rest| !rest.contains('+')) {
        Some(rest) if rest.chars().count() == 1 && !rest.is_ascii() => format!("{first}{rest}"),
        Some(rest) => format!("{first}/{rest}"),
        None => format!("{first}/{second}"),
    }
}

/// The command of a name, as [`Command::id`] gives it.
fn by_id(id: &str) -> Option<Command> {
    static COMMANDS: OnceLock<HashMap<String, Command>> = OnceLock::new();
    let all = || TABLE.iter().map(|entry| (entry.command.id(), entry.command)).collect();
    COMMANDS.get_or_init(all).get(id).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::bindings::Binding;

    const BODY: [Place; 4] = [Place::Body, Place::Text, Place::Letter, Place::Anywhere];
    const FORM: [Place; 5] = [Place::Elements, Place::Text, Place::Choice, Place::Letter, Place::Anywhere];

    #[test]
    fn a_command_becomes_its_key() {
        let binding = Binding { command: "save".into(), keys: vec!["F12".into()], line: 1 };
        let (keymap, problems) = Keymap::with(&[binding]);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(keymap.words("按 {save} 保存，{undo} 撤销", &BODY), "按 F12 保存，Ctrl+Z 撤销");
        assert_eq!(keymap.words("没有键", &BODY), "没有键");
    }

    #[test]
    fn keys_that_go_together_are_written_together() {
        let keymap = Keymap::new();
        for (words, told) in [
            ("{count-one-up/count-one-down} 日", "Alt+↑↓ 日"),
            ("{count-month-up/count-month-down} 月", "Alt+PageUp/PageDown 月"),
            ("{next-finding/previous-finding}", "F7/Shift+F7"),
        ] {
            assert_eq!(keymap.words(words, &FORM), told);
        }
    }

    #[test]
    fn a_key_that_means_something_else_here_is_not_named() {
        let keymap = Keymap::new();
        let walk = [Place::Review, Place::Letter, Place::Anywhere];
        assert_eq!(keymap.shown_in(Command::Fix, &BODY), "F8");
        assert_eq!(keymap.shown_in(Command::Fix, &walk), "Alt+Q", "F8 passes items together in the walk");
    }
}
