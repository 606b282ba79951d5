//! What the workbench is told.

use super::Key;

/// A mouse button or wheel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Click {
    /// The left button went down; with Shift held it extends the selection.
    Press {
        /// Whether Shift was held.
        extend: bool,
    },
    /// The mouse moved with the left button down.
    Drag,
    /// The left button came up.
    Release,
    /// The wheel turned away from the person.
    WheelUp,
    /// The wheel turned towards the person.
    WheelDown,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted, with line feeds only.
    Paste(String),
    /// The mouse did something.
    Mouse {
        /// What it did.
        click: Click,
        /// The column it is in, in cells from 0.
        column: u16,
        /// The row it is in, in cells from 0.
        row: u16,
    },
    /// The terminal has this size now, in cells.
    Resize {
        /// Columns.
        width: u16,
        /// Rows.
        height: u16,
    },
    /// The screen is drawn and nothing else is waiting: time for what could wait, above all the checks.
    Idle,
}
