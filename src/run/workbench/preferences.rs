//! What a person has set for the workbench, in `dafu.toml` and in the environment.

use crate::app::bindings::Binding;
use crate::app::keymap::Keymap;
use crate::app::look::{Look, Preferences};
use crate::desk::{CONFIGURATION_NAME, Configuration};
use crate::ui::colours::Depth;

/// The preferences of a configuration, and what is wrong with them, in words.
pub(super) fn of(configuration: &Configuration) -> (Preferences, Vec<String>) {
    let mut problems = Vec::new();
    let look = Look::named(&configuration.workbench.theme);
    if look.is_none() {
        let names = Look::names().collect::<Vec<_>>().join("、");
        let theme = &configuration.workbench.theme;
        problems.push(format!("{CONFIGURATION_NAME}：没有名为“{theme}”的配色，可写 {names}"));
    }
    let mut bindings: Vec<Binding> = configuration
        .keys
        .iter()
        .map(|(command, setting)| Binding { command: command.clone(), keys: setting.names.clone(), line: setting.line })
        .collect();
    bindings.sort_by_key(|binding| binding.line);
    let (keymap, wrong) = Keymap::with(&bindings);
    problems.extend(wrong.into_iter().map(|(line, problem)| format!("{CONFIGURATION_NAME} 第 {line} 行：{problem}")));
    let smart_marks = configuration.workbench.smart_marks;
    (Preferences { look: look.unwrap_or_default(), smart_marks, keymap }, problems)
}

/// How many colours the terminal has, by what the environment says of it; none where `colour` is not wanted.
pub(super) fn depth(colour: bool) -> Depth {
    let value = |name| std::env::var(name).unwrap_or_default();
    if cfg!(windows) && colour { Depth::Many } else { depth_of(colour, &value("TERM"), &value("COLORTERM")) }
}

fn depth_of(colour: bool, term: &str, colorterm: &str) -> Depth {
    let many = ["256", "direct", "truecolor", "kitty", "alacritty", "ghostty", "wezterm", "foot"];
    let none = ["dumb", "vt52", "vt100", "vt102", "vt220", "vt320"];
    if !colour || none.contains(&term) || term.ends_with("-m") || term.ends_with("-mono") {
        Depth::None
    } else if !colorterm.is_empty() || many.iter().any(|word| term.contains(word)) {
        Depth::Many
    } else {
        Depth::Sixteen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_tells_how_many_colours_there_are() {
        for (colour, term, colorterm, depth) in [
            (true, "xterm-256color", "", Depth::Many),
            (true, "xterm", "truecolor", Depth::Many),
            (true, "xterm", "", Depth::Sixteen),
            (true, "linux", "", Depth::Sixteen),
            (true, "vt100", "", Depth::None),
            (true, "xterm-mono", "", Depth::None),
            (false, "xterm-256color", "truecolor", Depth::None),
        ] {
            assert_eq!(depth_of(colour, term, colorterm), depth, "{term} {colorterm}");
        }
    }

    #[test]
    fn a_bad_table_is_told_and_the_rest_holds() {
        let text = "[workbench]\ntheme = \"drak\"\n[keys]\nfind = \"Ctrl+T\"\nsvae = \"F12\"\n";
        let (preferences, problems) = of(&toml::from_str(text).unwrap());
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(problems[0].contains("drak") && problems[1].contains("是不是“save”"), "{problems:?}");
        assert_eq!(preferences.keymap.shown(crate::app::command::Command::Find), "Ctrl+T");
    }
}
