//! Keys, and what the mouse does, whose escape sequence the library has torn apart.
//!
//! When Esc and a function key arrive in one piece, as over a slow line, the library takes `ESC ESC O Q` for Esc and the
//! letters `OQ`, which would then stand in the letter. Nobody types Esc, O and Q within one read: what follows an Esc at
//! once is put together again.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// The longest sequence that is put together, in characters after the Esc.
const LONGEST: usize = 8;

/// As [`LONGEST`], of what tells where the mouse was pressed: `[<0;200;60M`.
const LONGEST_OF_MOUSE: usize = 16;

/// What `event` and those that are there already (`next`) really say.
pub(super) fn mend(event: Event, mut next: impl FnMut() -> Option<Event>) -> Vec<Event> {
    let mut events = vec![event];
    if !is_plain(&events[0], KeyCode::Esc) {
        return events;
    }
    let is_mouse = |events: &[Event]| events.get(2).and_then(plain_character) == Some('<');
    while events.len() <= if is_mouse(&events) { LONGEST_OF_MOUSE } else { LONGEST } {
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
                Some(event) => vec![events[0].clone(), event],
                None => events,
            };
        }
    }
    events
}

fn sequence(events: &[Event]) -> Option<Event> {
    let text: String = events.iter().filter_map(plain_character).collect();
    if let Some(words) = text.strip_prefix("[<") {
        return mouse(words).map(Event::Mouse);
    }
    function_key(&text).map(|code| Event::Key(KeyEvent::new(code, KeyModifiers::NONE)))
}

/// What the mouse did, as a terminal tells it: what, column and row, and whether a button is down.
fn mouse(words: &str) -> Option<MouseEvent> {
    let is_down = words.ends_with('M');
    let mut numbers = words.trim_end_matches(['M', 'm']).split(';').map(|number| number.parse::<u16>().ok());
    let (what, column, row) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let kind = match (what, is_down) {
        (0, true) => MouseEventKind::Down(MouseButton::Left),
        (0, false) => MouseEventKind::Up(MouseButton::Left),
        (32, true) => MouseEventKind::Drag(MouseButton::Left),
        (64, _) => MouseEventKind::ScrollUp,
        (65, _) => MouseEventKind::ScrollDown,
        _ => MouseEventKind::Moved,
    };
    let (column, row) = (column.checked_sub(1)?, row.checked_sub(1)?);
    Some(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
}

fn function_key(text: &str) -> Option<KeyCode> {
    Some(match text {
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
    fn a_torn_press_of_the_mouse_is_whole_again() {
        let at = |kind| Event::Mouse(MouseEvent { kind, column: 119, row: 2, modifiers: KeyModifiers::NONE });
        assert_eq!(mended("[<0;120;3M"), [key(KeyCode::Esc), at(MouseEventKind::Down(MouseButton::Left))]);
        assert_eq!(mended("[<65;120;3M"), [key(KeyCode::Esc), at(MouseEventKind::ScrollDown)]);
    }

    #[test]
    fn everything_else_stays_as_it_is() {
        for text in ["", "答复", "O", "Ox", "[999~", "[12"] {
            assert_eq!(mended(text).len(), 1 + text.chars().count(), "{text}");
        }
        assert_eq!(mend(key(KeyCode::Enter), || panic!("nothing is read after it")), [key(KeyCode::Enter)]);
    }
}
