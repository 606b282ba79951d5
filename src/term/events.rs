//! Terminal events, as messages to the workbench.

use std::io;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyEvent, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};

use super::clicks::Clicks;
use super::escapes;
use super::key_names::key;
use crate::app::{Click, Message};

/// Reads the terminal.
#[derive(Debug, Default)]
pub(super) struct Events {
    clicks: Clicks,
}

impl Events {
    /// Waits for an event and gives the messages it amounts to, which may be none.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn read(&mut self) -> io::Result<Vec<Message>> {
        let event = event::read()?;
        let ready = || is_ready().then(|| event::read().ok()).flatten();
        let messages = escapes::mend(event, ready).into_iter().filter_map(message);
        Ok(messages.map(|message| self.clicks.count(message, Instant::now())).collect())
    }
}

/// How long the library looks whether an event is there: given no time at all, it does not look.
const GLANCE: Duration = Duration::from_micros(4);

/// Whether an event is there already.
pub(super) fn is_ready() -> bool {
    looks(3)
}

/// Whether an event is left of what was read already, where the terminal itself is known to have nothing.
pub(super) fn is_left() -> bool {
    // Every key waits for these looks before it is drawn.
    looks(2)
}

/// Looks so many times at most whether an event is there. A process that is put aside right as it begins to look has no time
/// left and sees nothing, so that one look does not decide.
fn looks(times: usize) -> bool {
    (0..times).any(|_| event::poll(GLANCE).unwrap_or(false))
}

/// The message of one event. Releases of keys say nothing, and neither do moves of the mouse without a button.
pub fn message(event: Event) -> Option<Message> {
    match event {
        Event::Key(KeyEvent { kind: KeyEventKind::Release, .. }) => None,
        Event::Key(event) => key(event).map(Message::Key),
        Event::Paste(text) => Some(Message::Paste(with_line_feeds(&text))),
        Event::Resize(width, height) => Some(Message::Resize { width, height }),
        Event::Mouse(MouseEvent { kind, column, row, modifiers }) => {
            let click = match kind {
                MouseEventKind::Down(MouseButton::Left) => {
                    Click::Press { extend: modifiers.contains(event::KeyModifiers::SHIFT) }
                }
                MouseEventKind::Drag(MouseButton::Left) => Click::Drag,
                MouseEventKind::Up(MouseButton::Left) => Click::Release,
                MouseEventKind::ScrollUp => Click::WheelUp,
                MouseEventKind::ScrollDown => Click::WheelDown,
                _ => return None,
            };
            Some(Message::Mouse { click, column, row })
        }
        Event::FocusGained | Event::FocusLost => None,
    }
}

/// Terminals send the line ends of a paste as CR, Windows programs as CRLF; a text has LF.
fn with_line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Key;
    use crossterm::event::{KeyCode, KeyModifiers};

    #[test]
    fn only_releases_are_dropped() {
        let mut event = KeyEvent::new(KeyCode::Char('字'), KeyModifiers::NONE);
        event.kind = KeyEventKind::Repeat;
        assert!(matches!(message(Event::Key(event)), Some(Message::Key(_))));
        event.kind = KeyEventKind::Release;
        assert!(message(Event::Key(event)).is_none());
    }

    #[test]
    fn a_paste_has_line_feeds() {
        let Some(Message::Paste(text)) = message(Event::Paste("一\r\n二\r三\n".into())) else {
            panic!("a paste is a paste");
        };
        assert_eq!(text, "一\n二\n三\n");
    }

    #[test]
    fn chords_are_named_alike_however_the_terminal_reports_them() {
        for (code, modifiers, name) in [
            (KeyCode::Char('S'), KeyModifiers::CONTROL, "Ctrl+S"),
            (KeyCode::Char('z'), KeyModifiers::CONTROL | KeyModifiers::SHIFT, "Ctrl+Shift+Z"),
            (KeyCode::BackTab, KeyModifiers::SHIFT, "Shift+Tab"),
            (KeyCode::F(19), KeyModifiers::NONE, "Shift+F7"),
            (KeyCode::Char('5'), KeyModifiers::ALT, "Alt+5"),
        ] {
            let Some(Message::Key(key)) = message(Event::Key(KeyEvent::new(code, modifiers))) else {
                panic!("{name} is a key");
            };
            assert_eq!(key.as_shortcut(), name.parse::<Key>().unwrap(), "{name}");
        }
    }
}
