//! What the help screen tells: the keys of where one is, as they are.

use std::collections::{HashMap, HashSet};

use super::Key;
use super::command::{Command, Place, TABLE};
use super::keymap::Keymap;
use super::pinyin::Query;

/// A command and the keys that give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The keys.
    pub keys: Vec<Key>,
    /// What they do.
    pub name: &'static str,
    /// Whether they only move.
    pub moves: bool,
}

/// The commands that can be given in `places` with the keys that give them there, under the headings of the places. A key
/// stands there once, and so does a command: where a nearer place has it, that is what counts.
pub fn lines(places: &[Place], keymap: &Keymap) -> Vec<(Place, Vec<Line>)> {
    let mut taken: HashSet<Key> = HashSet::new();
    let mut told: HashMap<Command, (usize, usize)> = HashMap::new();
    let mut groups: Vec<(Place, Vec<Line>)> = Vec::new();
    for &place in places {
        let at = groups.len();
        groups.push((place, Vec::new()));
        for entry in TABLE.iter().filter(|entry| entry.place == place) {
            let own = keymap.keys(entry).iter().copied();
            let keys: Vec<Key> = own.filter(|key| taken.insert(key.as_shortcut())).collect();
            if keys.is_empty() {
                continue;
            }
            match told.get(&entry.command) {
                Some(&(group, line)) => groups[group].1[line].keys.extend(keys),
                None => {
                    told.insert(entry.command, (at, groups[at].1.len()));
                    groups[at].1.push(Line {
                        keys,
                        name: entry.name,
                        moves: matches!(entry.command, Command::Move(_)),
                    });
                }
            }
        }
    }
    groups.retain(|(_, lines)| !lines.is_empty());
    groups
}

/// What the help screen shows, each group under its heading: what can be done, motions last; and of it only what answers
/// `query`, by its name, its pinyin or its key.
pub fn shown(places: &[Place], keymap: &Keymap, query: &str) -> Vec<(&'static str, Vec<Line>)> {
    let sought = Query::new(query);
    let answers = |line: &Line| {
        let by_key = || line.keys.iter().any(|key| key.to_string().to_lowercase() == query.trim().to_lowercase());
        query.trim().is_empty() || sought.finds(line.name) || by_key()
    };
    let mut groups: Vec<(&'static str, Vec<Line>)> = Vec::new();
    let mut motions = Vec::new();
    for (place, lines) in lines(places, keymap) {
        let (moving, other): (Vec<Line>, Vec<Line>) = lines.into_iter().filter(answers).partition(|line| line.moves);
        motions.extend(moving);
        groups.push((place.title(), other));
    }
    groups.push(("移动", motions));
    groups.retain(|(_, lines)| !lines.is_empty());
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_found_by_typing_and_motions_come_last() {
        let (keymap, places) = (Keymap::new(), [Place::Body, Place::Text, Place::Letter, Place::Anywhere]);
        let names = |query: &str| -> Vec<&str> {
            shown(&places, &keymap, query).iter().flat_map(|(_, lines)| lines.iter().map(|line| line.name)).collect()
        };
        for query in ["撤销", "chexiao", "cx", "Ctrl+Z"] {
            assert!(names(query).contains(&"撤销"), "{query}");
        }
        assert!(names("没有这个命令").is_empty());
        let all = shown(&places, &keymap, "");
        assert_eq!(all.last().map(|(title, _)| *title), Some("移动"));
        assert!(all[0].1.iter().all(|line| !line.moves));
    }

    #[test]
    fn each_key_and_each_command_stands_there_once_and_as_it_works() {
        const PLACES: [&[Place]; 4] = [
            &[Place::Body, Place::Text, Place::Letter, Place::Anywhere],
            &[Place::Outline, Place::Choice, Place::Letter, Place::Anywhere],
            &[Place::Elements, Place::Text, Place::Choice, Place::Letter, Place::Anywhere],
            &[Place::Find, Place::Text, Place::Choice, Place::Letter, Place::Anywhere],
        ];
        let keymap = Keymap::new();
        for places in PLACES {
            let (mut keys, mut names) = (HashSet::new(), HashSet::new());
            for Line { keys: own, name, .. } in lines(places, &keymap).into_iter().flat_map(|(_, lines)| lines) {
                assert!(names.insert(name), "{name} stands there twice");
                for key in own {
                    assert!(keys.insert(key), "{key} stands there twice");
                    let given = keymap.command(key, places).unwrap().command;
                    let shown = TABLE.iter().find(|entry| entry.name == name).unwrap().command;
                    assert_eq!(given, shown, "{key}: {name}");
                }
            }
        }
    }
}
