//! Keys whose escape sequence the library has torn apart.
//!
//! When Esc and a function key arrive in one piece, as over a slow line, the library takes `ESC ESC O Q` for Esc and the
//! letters `OQ`, which would then stand in the letter. Nobody types Esc, O and Q within one read: what follows an Esc at
//! once is put together again.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// The longest sequence that is put together, in characters after the Esc.
const LONGEST: usize = 8;

/// What `event` and those that are there already (`next`) really say.
pub(super) fn mend(event: Event, mut next: impl FnMut() -> Option<Event>) -> Vec<Event> {
    let mut events = vec![event];
    if !is_plain(&events[0], KeyCode::Esc) {
        return events;
    }
    while events.len() <= LONGEST {
        let Some(event) = next() else {
            break;
        };
        let character = plain_character(&event);
        events.push(event);
        let first = events.get(1).and_then(plain_character);
        let done = match (first, character) {
            (Some('O'), Some(_)) => events.len() == 3,
            (Some('['), Some(_)) => {
                events.len() > 2 && character.is_some_and(|last| last.is_ascii_alphabetic() || last == '~')
            }
            _ => return events,
        };
        if done {
            return match sequence(&events[1..]) {
                Some(key) => vec![events[0].clone(), Event::Key(KeyEvent::new(key, KeyModifiers::NONE))],
                None => events,
            };
        }
    }
    events
}

fn sequence(events: &[Event]) -> Option<KeyCode> {
    let text: String = events.iter().filter_map(plain_character).collect();
    Some(match text.as_str() {
        "OP" | "[11~" => KeyCode::F(1),
        "OQ" | "[12~" => KeyCode::F(2),
        "OR" | "[13~" => KeyCode::F(3),
        "OS" | "[14~" => KeyCode::F(4),
        "[15~" => KeyCode::F(5),
        "[17~" => KeyCode::F(6),
        "[18~" => KeyCode::F(7),
        "[19~" => KeyCode::F(8),
        "[20~" => KeyCode::F(9),
        "[21~" => KeyCode::F(10),
        "[A" | "OA" => KeyCode::Up,
        "[B" | "OB" => KeyCode::Down,
        "[C" | "OC" => KeyCode::Right,
        "[D" | "OD" => KeyCode::Left,
        "[H" | "OH" => KeyCode::Home,
        "[F" | "OF" => KeyCode::End,
        "[3~" => KeyCode::Delete,
        "[5~" => KeyCode::PageUp,
        "[6~" => KeyCode::PageDown,
        _ => return None,
    })
}

fn is_plain(event: &Event, code: KeyCode) -> bool {
    matches!(event, Event::Key(key) if key.code == code && key.modifiers.is_empty() && key.kind == KeyEventKind::Press)
}

fn plain_character(event: &Event) -> Option<char> {
    match event {
        // A capital letter comes with Shift.
        Event::Key(KeyEvent { code: KeyCode::Char(character), modifiers, .. })
            if (*modifiers - KeyModifiers::SHIFT).is_empty() =>
        {
            Some(*character)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: KeyCode) -> Event {
        Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
    }

    fn mended(after_escape: &str) -> Vec<Event> {
        let mut rest = after_escape.chars().map(|character| key(KeyCode::Char(character)));
        let mut events = mend(key(KeyCode::Esc), || rest.next());
        events.extend(rest);
        events
    }

    #[test]
    fn a_torn_function_key_is_whole_again() {
        assert_eq!(mended("OQ"), [key(KeyCode::Esc), key(KeyCode::F(2))]);
        assert_eq!(mended("[15~答"), [key(KeyCode::Esc), key(KeyCode::F(5)), key(KeyCode::Char('答'))]);
        assert_eq!(mended("[A"), [key(KeyCode::Esc), key(KeyCode::Up)]);
    }

    #[test]
    fn everything_else_stays_as_it_is() {
        for text in ["", "答复", "O", "Ox", "[999~", "[12"] {
            assert_eq!(mended(text).len(), 1 + text.chars().count(), "{text}");
        }
        assert_eq!(mend(key(KeyCode::Enter), || panic!("nothing is read after it")), [key(KeyCode::Enter)]);
    }
}
