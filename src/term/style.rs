//! Colours and attributes as the terminal is told them: only what changes from cell to cell, in the fewest bytes.

use std::fmt::Write as _;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// What the terminal draws with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pen {
    foreground: Color,
    background: Color,
    /// The colour of the line under the text, where it is another than that of the text.
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
    /// The pen that draws `cell`.
    fn of(cell: &Cell) -> Self {
        // A line is drawn in the colour of its text unless something else is said.
        let own = cell.modifier.contains(Modifier::UNDERLINED) && cell.underline_color != cell.fg;
        let underline = if own { cell.underline_color } else { Color::Reset };
        Self { foreground: cell.fg, background: cell.bg, underline, modifier: cell.modifier }
    }

    /// Tells the terminal whatever differs between this pen and the style of `cell`.
    pub(super) fn take(&mut self, cell: &Cell, out: &mut Vec<u8>) {
        self.become_pen(Self::of(cell), out);
    }

    /// Leaves the terminal drawing plainly.
    pub(super) fn put_down(&mut self, out: &mut Vec<u8>) {
        self.become_pen(Self::default(), out);
    }

    fn become_pen(&mut self, wanted: Self, out: &mut Vec<u8>) {
        if *self == wanted {
            return;
        }
        let step = self.codes_to(wanted);
        let step = step.trim_start_matches(';');
        let anew = format!("0{}", Self::default().codes_to(wanted));
        let codes = if anew.len() < step.len() || wanted == Self::default() { anew.as_str() } else { step };
        if !codes.is_empty() {
            out.extend_from_slice(b"\x1b[");
            // No code at all says the same as 0.
            out.extend_from_slice(if codes == "0" { b"" } else { codes.as_bytes() });
            out.push(b'm');
        }
        // Apart, and with colons: a terminal that knows nothing of it leaves the whole of it alone, where it would take
        // semicolons for blinking and italics.
        if wanted.underline != Color::Reset && (wanted.underline != self.underline || codes.starts_with('0')) {
            out.extend_from_slice(b"\x1b[");
            out.extend_from_slice(colour(wanted.underline, 5, ':').trim_start_matches(';').as_bytes());
            out.push(b'm');
        }
        *self = wanted;
    }

    /// The codes that make this pen the one that is wanted, a semicolon before each; the colour of underlines only where it
    /// becomes that of the text.
    fn codes_to(self, wanted: Self) -> String {
        let mut codes = String::new();
        let (gone, mut come) = (self.modifier - wanted.modifier, wanted.modifier - self.modifier);
        for (modifier, off, _) in ATTRIBUTES {
            if gone.intersects(modifier) {
                let _ = write!(codes, ";{off}");
                // What ends bold ends dim as well.
                come |= wanted.modifier & modifier;
            }
        }
        for (modifiers, _, on) in ATTRIBUTES {
            for (modifier, on) in modifiers.iter().zip(on) {
                if come.contains(modifier) {
                    let _ = write!(codes, ";{on}");
                }
            }
        }
        if wanted.foreground != self.foreground {
            codes.push_str(&colour(wanted.foreground, 3, ';'));
        }
        if wanted.background != self.background {
            codes.push_str(&colour(wanted.background, 4, ';'));
        }
        if wanted.underline == Color::Reset && self.underline != Color::Reset {
            codes.push_str(";59");
        }
        codes
    }
}

/// The attributes that one code ends, that code, and the codes that begin each.
const ATTRIBUTES: [(Modifier, u8, &[u8]); 6] = [
    (Modifier::BOLD.union(Modifier::DIM), 22, &[1, 2]),
    (Modifier::ITALIC, 23, &[3]),
    (Modifier::UNDERLINED, 24, &[4]),
    (Modifier::REVERSED, 27, &[7]),
    (Modifier::HIDDEN, 28, &[8]),
    (Modifier::CROSSED_OUT, 29, &[9]),
];

/// The code of a colour for text (`3`), ground (`4`) or underline (`5`), a semicolon before it, its own parts joined by `joint`.
fn colour(colour: Color, of: u8, joint: char) -> String {
    let plain = match colour {
        Color::Reset => return format!(";{of}9"),
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Indexed(index) => return format!(";{of}8{joint}5{joint}{index}"),
        Color::Rgb(red, green, blue) => {
            let gap = if joint == ':' { "::" } else { ";" };
            return format!(";{of}8{joint}2{gap}{red}{joint}{green}{joint}{blue}");
        }
    };
    // Underlines have no short codes.
    match (of, plain) {
        (5, index) => format!(";58{joint}5{joint}{index}"),
        (_, 0..8) => format!(";{of}{plain}"),
        (3, _) => format!(";9{}", plain - 8),
        _ => format!(";10{}", plain - 8),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn told(styles: &[Style]) -> Vec<String> {
        let mut pen = Pen::default();
        let one = |style: &Style| {
            let (mut cell, mut out) = (Cell::default(), Vec::new());
            cell.set_style(*style);
            pen.take(&cell, &mut out);
            String::from_utf8(out).unwrap().replace('\u{1b}', "^")
        };
        styles.iter().map(one).collect()
    }

    #[test]
    fn only_what_changes_is_told() {
        let marked = Style::new().fg(Color::Yellow).underline_color(Color::Yellow).add_modifier(Modifier::UNDERLINED);
        let dim = Style::new().fg(Color::DarkGray);
        assert_eq!(
            told(&[marked, marked, Style::new(), dim, dim.bg(Color::LightBlue), Style::new()]),
            ["^[4;33m", "", "^[m", "^[90m", "^[104m", "^[m"]
        );
    }

    #[test]
    fn what_ends_bold_leaves_dim_on() {
        let (bold, dim) = (Style::new().add_modifier(Modifier::BOLD), Style::new().add_modifier(Modifier::DIM));
        let coloured = |style: Style| style.fg(Color::Indexed(235)).bg(Color::Indexed(231));
        assert_eq!(
            told(&[coloured(bold), coloured(bold.patch(dim)), coloured(dim)]),
            ["^[1;38;5;235;48;5;231m", "^[2m", "^[22;2m"]
        );
    }

    #[test]
    fn a_line_of_another_colour_than_its_text_is_told_apart() {
        let lined = Style::new().add_modifier(Modifier::UNDERLINED).underline_color(Color::Red);
        let other = lined.underline_color(Color::Rgb(1, 2, 3));
        assert_eq!(told(&[lined, other, Style::new()]), ["^[4m^[58:5:1m", "^[58:2::1:2:3m", "^[m"]);
    }
}
