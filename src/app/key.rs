//! Keys, as the workbench knows them: no terminal library's types.

use std::fmt;
use std::str::FromStr;

use crate::text::characters::half_width;

/// A key without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character that was typed, or the letter of a chord, in lower case.
    Char(char),
    /// A function key, from 1.
    Function(u8),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
}

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key itself.
    pub code: Code,
    /// Whether Ctrl was held.
    pub ctrl: bool,
    /// Whether Alt was held.
    pub alt: bool,
    /// Whether Shift was held. Never set on a plain character: the character says it.
    pub shift: bool,
}

impl Key {
    /// A key pressed alone.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// The character this key types, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(character) if !self.ctrl && !self.alt && !character.is_control() => Some(character),
            _ => None,
        }
    }

    /// This key as a shortcut is compared: a full-width character counts as its half-width twin, a letter as its small one.
    pub fn as_shortcut(self) -> Self {
        match self.code {
            Code::Char(character) => {
                let character = half_width(character).unwrap_or(character);
                let shift = self.shift || ((self.ctrl || self.alt) && character.is_ascii_uppercase());
                Self { code: Code::Char(character.to_ascii_lowercase()), shift, ..self }
            }
            _ => self,
        }
    }
}

const NAMES: [(&str, Code); 15] = [
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Backspace", Code::Backspace),
    ("Delete", Code::Delete),
    ("Insert", Code::Insert),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PageUp", Code::PageUp),
    ("PageDown", Code::PageDown),
    ("↑", Code::Up),
    ("↓", Code::Down),
    ("←", Code::Left),
    ("→", Code::Right),
    ("Space", Code::Char(' ')),
];

/// Written names of arrows, read as the arrows themselves.
const ARROWS: [(&str, Code); 4] =
    [("Up", Code::Up), ("Down", Code::Down), ("Left", Code::Left), ("Right", Code::Right)];

impl fmt::Display for Key {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+")] {
            if held {
                to.write_str(name)?;
            }
        }
        match self.code {
            Code::Function(number) => write!(to, "F{number}"),
            code => match (NAMES.iter().find(|(_, named)| *named == code), code) {
                (Some((name, _)), _) => to.write_str(name),
                (None, Code::Char(character)) => write!(to, "{}", character.to_ascii_uppercase()),
                (None, _) => Ok(()),
            },
        }
    }
}

/// A text that names no key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("没有名为“{0}”的键")]
pub struct UnknownKey(String);

impl FromStr for Key {
    type Err = UnknownKey;

    fn from_str(name: &str) -> Result<Self, UnknownKey> {
        let mut key = Self::plain(Code::Esc);
        let mut rest = name;
        loop {
            let (held, after) = match rest.split_once('+') {
                Some((held, after)) if !after.is_empty() => (held, after),
                _ => break,
            };
            match held.to_ascii_lowercase().as_str() {
                "ctrl" => key.ctrl = true,
                "alt" => key.alt = true,
                "shift" => key.shift = true,
                _ => return Err(UnknownKey(name.to_owned())),
            }
            rest = after;
        }
        let named = NAMES.iter().chain(&ARROWS).find(|(known, _)| known.eq_ignore_ascii_case(rest));
        let function = rest.strip_prefix(['F', 'f']).and_then(|number| number.parse().ok());
        let function = function.filter(|number| (1..=24).contains(number));
        let mut characters = rest.chars();
        key.code = match (named, function, characters.next(), characters.next()) {
            (Some((_, code)), ..) => *code,
            (None, Some(number), ..) => Code::Function(number),
            (None, None, Some(character), None) => Code::Char(character.to_ascii_lowercase()),
            _ => return Err(UnknownKey(name.to_owned())),
        };
        Ok(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for name in ["F10", "Ctrl+S", "Shift+F7", "Alt+1", "Ctrl+Shift+←", "Enter", "Alt++", "Ctrl+Space"] {
            assert_eq!(name.parse::<Key>().unwrap().to_string(), name);
        }
        assert!("Strg+S".parse::<Key>().is_err());
        assert!("".parse::<Key>().is_err());
    }

    #[test]
    fn full_width_twins_are_shortcuts_and_not_text() {
        let key = Key::plain(Code::Char('？'));
        assert_eq!(key.as_shortcut(), "?".parse().unwrap());
        assert_eq!(key.typed(), Some('？'));
    }
}
