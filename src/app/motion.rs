//! The ways for a cursor to go.

/// A way for the cursor to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Motion {
    /// One character back.
    Left,
    /// One character on.
    Right,
    /// One screen line up.
    Up,
    /// One screen line down.
    Down,
    /// To the start of the paragraph.
    LineStart,
    /// To the end of the paragraph.
    LineEnd,
    /// A word back.
    WordLeft,
    /// A word on.
    WordRight,
    /// To the paragraph before.
    ParagraphUp,
    /// To the next paragraph.
    ParagraphDown,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
    /// To the start of the text.
    Top,
    /// To the end of the text.
    Bottom,
}
