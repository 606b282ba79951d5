//! How the workbench is to look and behave, as a person has set it.

use super::keymap::Keymap;

/// A set of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// The terminal's own sixteen colours on its own background.
    #[default]
    Terminal,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// White and bright colours on black.
    Contrast,
    /// No colours: bold, underlined and reversed only.
    Plain,
}

impl Look {
    const ALL: [(Self, &'static str, &'static str); 5] = [
        (Self::Terminal, "terminal", "随终端"),
        (Self::Light, "light", "浅色"),
        (Self::Dark, "dark", "深色"),
        (Self::Contrast, "contrast", "高对比"),
        (Self::Plain, "plain", "无彩色"),
    ];

    /// The look of a name as `dafu.toml` has it.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, key, _)| *key == name).map(|(look, ..)| *look)
    }

    /// Every name that `dafu.toml` may have.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|(_, key, _)| *key)
    }

    /// What a person calls it.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(look, ..)| *look == self).map_or("", |(.., name)| name)
    }

    /// The look after it, and round at the end.
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|(look, ..)| *look == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()].0
    }
}

/// What a person has set for the workbench.
#[derive(Clone, Debug)]
pub struct Preferences {
    /// How everything looks.
    pub look: Look,
    /// Whether marks typed in half width among Chinese become full-width.
    pub smart_marks: bool,
    /// The keys.
    pub keymap: Keymap,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { look: Look::default(), smart_marks: true, keymap: Keymap::default() }
    }
}
