//! The drawing end of the terminal: what changed of a frame goes out as one write.
//!
//! ratatui's own backend moves the cursor explicitly after every wide character, which triples the bytes sent for Chinese
//! text. This one tracks where the terminal's cursor must be. It still moves explicitly after everything whose width
//! terminals disagree on. A frame is gathered and written at once, inside a synchronized update.
//!
//! A key changes a few rows of a frame. The others are told by comparing them whole, which costs a fraction of looking at each
//! cell for what a wide character covers. In a row that changed, text that moved along is moved by the terminal (`term::shift`).

use std::io;

use crossterm::cursor::{Hide, Show};
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{Clear, ClearType};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};

use super::shift::{Shift, unlike};
use super::style::Pen;
use super::travel::Travel;
use crate::text::width::Measure;

/// As many rows are copied out of a frame to be compared by themselves; where more differ, the frames are compared whole.
const FEW: usize = 12;

/// What holds the terminal's own drawing back until a frame is whole, and what ends that.
const WHOLE: [&[u8]; 2] = [b"\x1b[?2026h", b"\x1b[?2026l"];

/// A frame of no more bytes needs no holding back: it comes to the terminal in one piece.
const PIECE: usize = 1024;

/// A screen that is drawn on `W`, a frame at a time.
#[derive(Debug)]
pub struct Screen<W: io::Write> {
    terminal: W,
    /// The bytes of a frame that are not yet written.
    frame: Vec<u8>,
    /// What the terminal shows.
    shown: Buffer,
    /// What it is to show, while that is drawn.
    next: Buffer,
    /// A row of each, while the two are compared.
    row: [Buffer; 2],
    /// Where the terminal's cursor stands, as far as that is known.
    travel: Travel,
    /// Whether it is to be seen; unknown before the first frame.
    cursor_shown: Option<bool>,
}

impl<W: io::Write> Screen<W> {
    /// A blank screen of `width` × `height` cells on `terminal`.
    pub fn new(terminal: W, (width, height): (u16, u16)) -> Self {
        let blank = Buffer::empty(Rect::new(0, 0, width, height));
        Self {
            terminal,
            frame: Vec::with_capacity(16 * 1024),
            shown: blank.clone(),
            next: blank,
            row: [Buffer::default(), Buffer::default()],
            travel: Travel::default(),
            cursor_shown: None,
        }
    }

    /// Shows what `paint` puts on a blank of `width` × `height` cells, and the cursor in the cell it gives, or none.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn draw(
        &mut self,
        (width, height): (u16, u16),
        paint: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> io::Result<()> {
        let area = Rect::new(0, 0, width, height);
        if self.shown.area != area {
            self.shown = Buffer::empty(area);
            self.next.resize(area);
            self.travel = Travel::default();
            queue!(self.frame, SetAttribute(Attribute::Reset), Clear(ClearType::All))?;
        }
        self.next.reset();
        let cursor = paint(&mut self.next);
        self.put_changes();
        std::mem::swap(&mut self.shown, &mut self.next);
        self.put_cursor(cursor)?;
        self.flush()
    }

    /// Sends the cells that differ.
    fn put_changes(&mut self) {
        let width = usize::from(self.next.area.width).max(1);
        let row = |y: u16| usize::from(y) * width..(usize::from(y) + 1) * width;
        let is_changed = |y: &u16| !are_alike(&self.shown.content[row(*y)], &self.next.content[row(*y)]);
        let changed: Vec<u16> = (0..self.next.area.height).filter(is_changed).collect();
        let mut brush = Brush {
            pen: Pen::default(),
            travel: &mut self.travel,
            width: self.next.area.width,
            frame: &mut self.frame,
        };
        if changed.len() > FEW {
            uncover(&mut self.shown.content);
            brush.draw(self.shown.diff_iter(&self.next));
        } else {
            for y in changed {
                let [before, after] = &mut self.row;
                for (copy, frame) in [(&mut *before, &self.shown), (&mut *after, &self.next)] {
                    copy.area = Rect { y, height: 1, ..frame.area };
                    copy.content.clear();
                    copy.content.extend_from_slice(&frame.content[row(y)]);
                }
                if let Some(shift) = Shift::find(&before.content, &after.content) {
                    shift.write(y, brush.travel, brush.frame);
                    shift.apply(&mut before.content);
                }
                uncover(&mut before.content);
                brush.draw(before.diff_iter(after));
            }
        }
        brush.pen.put_down(brush.frame);
    }

    fn put_cursor(&mut self, cursor: Option<Position>) -> io::Result<()> {
        if self.cursor_shown != Some(cursor.is_some()) {
            self.cursor_shown = Some(cursor.is_some());
            if cursor.is_some() { queue!(self.frame, Show)? } else { queue!(self.frame, Hide)? }
        }
        if let Some(Position { x, y }) = cursor {
            self.travel.go(x, y, &mut self.frame);
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        if self.frame.len() > PIECE {
            let [begin, end] = WHOLE;
            self.frame.splice(..0, begin.iter().copied());
            self.frame.extend_from_slice(end);
        }
        let written = self.terminal.write_all(&self.frame).and_then(|()| self.terminal.flush());
        self.frame.clear();
        written
    }
}

/// What draws the cells of a frame one after the other.
struct Brush<'a> {
    pen: Pen,
    travel: &'a mut Travel,
    /// The columns of the screen.
    width: u16,
    frame: &'a mut Vec<u8>,
}

impl Brush<'_> {
    fn draw<'a>(&mut self, cells: impl IntoIterator<Item = (u16, u16, &'a Cell)>) {
        for (x, y, cell) in cells {
            self.travel.go(x, y, self.frame);
            self.pen.take(cell, self.frame);
            let symbol = cell.symbol();
            self.frame.extend_from_slice(symbol.as_bytes());
            let cells = u16::try_from(Measure::default().text(symbol)).unwrap_or(1);
            // Behind the last column the cursor is in it still, or in the next row.
            let certain = is_certain(symbol) && x.saturating_add(cells) < self.width;
            self.travel.wrote(certain.then_some(cells));
        }
    }
}

/// Makes what wide characters cover count as changed wherever it comes to be seen: a terminal that loses one half of such a
/// character blanks the other, with the line and the ground of either what was there or what came.
fn uncover(cells: &mut [Cell]) {
    for at in 1..cells.len() {
        let symbol = cells[at - 1].symbol();
        if symbol.len() > 1 && Measure::default().text(symbol) > 1 {
            cells[at] = unlike();
        }
    }
}

/// Whether two rows show the same. Every cell of every frame is asked, so that what nearly all of them hold is compared without
/// a call.
fn are_alike(one: &[Cell], other: &[Cell]) -> bool {
    let symbols = |one: &str, other: &str| match (one.as_bytes(), other.as_bytes()) {
        ([one], [other]) => one == other,
        ([a, b, c], [x, y, z]) => a == x && b == y && c == z,
        (one, other) => one == other,
    };
    one.iter().zip(other).all(|(one, other)| {
        one.modifier == other.modifier
            && one.fg == other.fg
            && one.bg == other.bg
            && one.underline_color == other.underline_color
            && one.diff_option == other.diff_option
            && symbols(one.symbol(), other.symbol())
    })
}

/// Whether every terminal leaves its cursor where the width of `symbol` says.
fn is_certain(symbol: &str) -> bool {
    let mut characters = symbol.chars();
    match (characters.next(), characters.next()) {
        (Some(character), None) => {
            character.is_ascii() || (!Measure::is_ambiguous(character) && Measure::default().character(character) > 0)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::style::{Color, Modifier, Style};

    fn drawn(line: &str) -> String {
        let mut screen = Screen::new(Vec::new(), (40, 1));
        screen
            .draw((40, 1), |buffer| {
                buffer.set_string(0, 0, line, Style::default());
                None
            })
            .unwrap();
        String::from_utf8(screen.terminal).unwrap()
    }

    #[test]
    fn chinese_text_is_one_run() {
        assert!(drawn("您提出的建议收悉").contains("您提出的建议收悉"));
    }

    #[test]
    fn the_cursor_is_placed_anew_after_an_ambiguous_character() {
        assert!(drawn("突破“卡脖子”").contains("突破“\u{1b}[1;6H卡脖子”"), "{:?}", drawn("突破“卡脖子”"));
    }

    #[test]
    fn a_long_frame_is_one_synchronized_update_and_nothing_is_written_for_nothing() {
        let bytes = drawn("甲");
        assert_eq!(bytes, "\u{1b}[1H甲\u{1b}[?25l", "a short one comes in one piece anyway");
        let mut screen = Screen::new(Vec::new(), (40, 20));
        let paint = |buffer: &mut Buffer| {
            for y in 0..20 {
                buffer.set_string(0, y, "甲".repeat(20), Style::default());
            }
            None
        };
        screen.draw((40, 20), paint).unwrap();
        let bytes = String::from_utf8(screen.terminal).unwrap();
        assert!(bytes.starts_with("\u{1b}[?2026h") && bytes.ends_with("\u{1b}[?2026l"), "{bytes:?}");
        let mut screen = Screen::new(Vec::new(), (40, 1));
        let mut lengths = Vec::new();
        for at in [0, 0, 3] {
            screen.draw((40, 1), |_| Some(Position { x: at, y: 0 })).unwrap();
            lengths.push(screen.terminal.len());
        }
        assert!(lengths[0] == lengths[1] && lengths[1] < lengths[2], "{lengths:?}");
    }

    fn paint(lines: &[String], buffer: &mut Buffer) -> Option<Position> {
        for (y, line) in (0..).zip(lines) {
            let width = usize::from(buffer.area.width);
            buffer.set_stringn(0, y, line, width, Style::default());
        }
        Some(Position { x: 1, y: 0 })
    }

    proptest! {
        /// However frames follow one another, and however the size changes, the terminal shows the last one.
        #[test]
        fn the_terminal_shows_the_last_frame(
            frames in prop::collection::vec((prop::collection::vec("[a 一二三四“”。│]{0,32}", 3), 60u16..64), 1..6),
        ) {
            let mut screen = Screen::new(Vec::new(), (60, 3));
            let mut terminal = vt100::Parser::new(3, 60, 0);
            for (lines, width) in &frames {
                terminal.screen_mut().set_size(3, *width);
                screen.draw((*width, 3), |buffer| paint(lines, buffer)).unwrap();
                terminal.process(&std::mem::take(&mut screen.terminal));
            }
            let (lines, width) = frames.last().unwrap();
            let mut fresh = Screen::new(Vec::new(), (*width, 3));
            fresh.draw((*width, 3), |buffer| paint(lines, buffer)).unwrap();
            let mut expected = vt100::Parser::new(3, *width, 0);
            expected.process(&fresh.terminal);
            let rows = |terminal: &vt100::Parser| {
                terminal.screen().rows(0, *width).map(|row| row.trim_end().to_owned()).collect::<Vec<_>>()
            };
            prop_assert_eq!(rows(&terminal), rows(&expected));
            prop_assert_eq!(terminal.screen().cursor_position(), (0, 1));
        }

        /// Text that is typed and erased between two panes, in marks or out of them, is shown as if all of it was drawn anew.
        #[test]
        fn text_that_moves_is_shown_as_if_drawn_anew(
            edits in prop::collection::vec((0usize..90, 0usize..3, "[a1一二三四五六“。]{0,3}"), 1..9),
            marked in 0usize..60,
        ) {
            let size = (60, 6);
            let mut text: Vec<char> = "经研究，现将“夜间照明”有关情况答复如下：2026年以来，我局会同有关单位".chars().collect();
            let mut screen = Screen::new(Vec::new(), size);
            let mut terminal = vt100::Parser::new(6, 60, 0);
            for (at, gone, come) in edits {
                let at = at.min(text.len());
                text.splice(at..(at + gone).min(text.len()), come.chars());
                screen.draw(size, |buffer| between_panes(&text, marked, buffer)).unwrap();
                terminal.process(&std::mem::take(&mut screen.terminal));
                let mut fresh = Screen::new(Vec::new(), size);
                fresh.draw(size, |buffer| between_panes(&text, marked, buffer)).unwrap();
                let mut expected = vt100::Parser::new(6, 60, 0);
                expected.process(&fresh.terminal);
                for (y, x) in (0..6).flat_map(|y| (0..60).map(move |x| (y, x))) {
                    prop_assert_eq!(seen(&terminal, y, x), seen(&expected, y, x), "row {}, column {}", y, x);
                }
                prop_assert_eq!(terminal.screen().cursor_position(), expected.screen().cursor_position());
            }
        }
    }

    /// Draws `text` in rows of up to 32 cells, five of its characters marked, with a pane on either side.
    fn between_panes(text: &[char], marked: usize, buffer: &mut Buffer) -> Option<Position> {
        let marking = Style::new().fg(Color::Yellow).add_modifier(Modifier::UNDERLINED);
        let (mut x, mut y) = (12, 0);
        for (at, character) in text.iter().enumerate() {
            let cells = u16::try_from(Measure::default().character(*character)).unwrap();
            if x + cells > 44 {
                (x, y) = (12, y + 1);
            }
            let style = if (marked..marked + 5).contains(&at) { marking } else { Style::new() };
            buffer.set_string(x, y, character.to_string(), style);
            x += cells;
        }
        for row in 0..buffer.area.height {
            buffer.set_string(0, row, "提纲12│", Style::default());
            buffer.set_string(45, row, "│检查 3", Style::new().add_modifier(Modifier::DIM));
        }
        Some(Position { x, y })
    }

    fn seen(terminal: &vt100::Parser, row: u16, column: u16) -> Option<(String, vt100::Color, bool, bool)> {
        let cell = terminal.screen().cell(row, column)?;
        let contents = if cell.has_contents() { cell.contents() } else { " " };
        Some((contents.to_owned(), cell.fgcolor(), cell.underline(), cell.dim()))
    }
}
