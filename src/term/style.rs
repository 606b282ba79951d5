//! Colours and attributes as the terminal is told them: only what changes from cell to cell.

use std::io;

use crossterm::queue;
use crossterm::style::{Attribute, Color as Ink, Colors, SetAttribute, SetColors, SetUnderlineColor};
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// What the terminal currently draws with, within one frame.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pen {
    foreground: Color,
    background: Color,
    underline: Color,
    modifier: Modifier,
}

impl Default for Pen {
    fn default() -> Self {
        Self {
            foreground: Color::Reset,
            background: Color::Reset,
            underline: Color::Reset,
            modifier: Modifier::empty(),
        }
    }
}

impl Pen {
    /// Tells the terminal whatever differs between this pen and the style of `cell`.
    pub(super) fn take(&mut self, cell: &Cell, out: &mut Vec<u8>) -> io::Result<()> {
        if cell.modifier != self.modifier {
            // A modifier can only be taken off safely by a reset: terminals differ on the code that ends bold.
            if !(self.modifier - cell.modifier).is_empty() {
                queue!(out, SetAttribute(Attribute::Reset))?;
                *self = Self::default();
            }
            for (modifier, attribute) in ATTRIBUTES {
                if (cell.modifier - self.modifier).contains(modifier) {
                    queue!(out, SetAttribute(attribute))?;
                }
            }
            self.modifier = cell.modifier;
        }
        if cell.fg != self.foreground || cell.bg != self.background {
            queue!(out, SetColors(Colors::new(ink(cell.fg), ink(cell.bg))))?;
            (self.foreground, self.background) = (cell.fg, cell.bg);
        }
        if cell.underline_color != self.underline {
            queue!(out, SetUnderlineColor(ink(cell.underline_color)))?;
            self.underline = cell.underline_color;
        }
        Ok(())
    }

    /// Leaves the terminal drawing plainly.
    pub(super) fn put_down(self, out: &mut Vec<u8>) -> io::Result<()> {
        let plain = Self::default();
        let same = self.foreground == plain.foreground
            && self.background == plain.background
            && self.underline == plain.underline
            && self.modifier.is_empty();
        if same { Ok(()) } else { queue!(out, SetAttribute(Attribute::Reset)) }
    }
}

const ATTRIBUTES: [(Modifier, Attribute); 7] = [
    (Modifier::BOLD, Attribute::Bold),
    (Modifier::DIM, Attribute::Dim),
    (Modifier::ITALIC, Attribute::Italic),
    (Modifier::UNDERLINED, Attribute::Underlined),
    (Modifier::REVERSED, Attribute::Reverse),
    (Modifier::CROSSED_OUT, Attribute::CrossedOut),
    (Modifier::HIDDEN, Attribute::Hidden),
];

fn ink(color: Color) -> Ink {
    match color {
        Color::Reset => Ink::Reset,
        Color::Black => Ink::Black,
        Color::Red => Ink::DarkRed,
        Color::Green => Ink::DarkGreen,
        Color::Yellow => Ink::DarkYellow,
        Color::Blue => Ink::DarkBlue,
        Color::Magenta => Ink::DarkMagenta,
        Color::Cyan => Ink::DarkCyan,
        Color::Gray => Ink::Grey,
        Color::DarkGray => Ink::DarkGrey,
        Color::LightRed => Ink::Red,
        Color::LightGreen => Ink::Green,
        Color::LightYellow => Ink::Yellow,
        Color::LightBlue => Ink::Blue,
        Color::LightMagenta => Ink::Magenta,
        Color::LightCyan => Ink::Cyan,
        Color::White => Ink::White,
        Color::Indexed(index) => Ink::AnsiValue(index),
        Color::Rgb(r, g, b) => Ink::Rgb { r, g, b },
    }
}
