//! Keys of the terminal library, as keys of the workbench.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::app::{Code, Key};

/// The workbench's key for a key event; `None` for keys it has no use for.
pub(super) fn key(event: KeyEvent) -> Option<Key> {
    let mut shift = event.modifiers.contains(KeyModifiers::SHIFT);
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    let code = match event.code {
        KeyCode::Char(character) if ctrl || alt => {
            // Without Shift a capital comes from caps lock, or from a terminal that reports chords in capitals.
            shift &= character.is_alphabetic();
            Code::Char(character.to_ascii_lowercase())
        }
        KeyCode::Char(character) => {
            shift = false;
            Code::Char(character)
        }
        // F13 to F24 are how terminals of the xterm family report function keys with Shift.
        KeyCode::F(number @ 13..=24) => {
            shift = true;
            Code::Function(number - 12)
        }
        KeyCode::F(number) => Code::Function(number),
        KeyCode::BackTab => {
            shift = true;
            Code::Tab
        }
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        _ => return None,
    };
    Some(Key { code, ctrl, alt, shift })
}
