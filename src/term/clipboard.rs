//! The system clipboard, by the escape sequence OSC 52: it needs no display and works over SSH.

use std::io;

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

/// Asks the terminal to put `text` on the system clipboard. Terminals that do not know how ignore it.
///
/// # Errors
/// When the terminal cannot be written to.
pub fn copy(text: &str) -> io::Result<()> {
    execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))
}
