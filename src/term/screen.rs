//! The drawing end of the terminal: what changed of a frame goes out as one write.
//!
//! ratatui's own backend moves the cursor explicitly after every wide character, which triples the bytes sent for Chinese
//! text. This one tracks where the terminal's cursor must be. It still moves explicitly after everything whose width
//! terminals disagree on. A frame is gathered and written at once, inside a synchronized update.
//!
//! A key changes a few rows of a frame. The others are told by comparing them whole, which costs a fraction of looking at each
//! cell for what a wide character covers.

use std::io;

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::style::{Attribute, Print, SetAttribute};
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};

use super::style::Pen;
use crate::text::width::Measure;

/// As many rows are copied out of a frame to be compared by themselves; where more differ, the frames are compared whole.
const FEW: usize = 8;

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
    cursor: Option<Position>,
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
            cursor: None,
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
            begin(&mut self.frame);
            queue!(self.frame, SetAttribute(Attribute::Reset), Clear(ClearType::All))?;
        }
        self.next.reset();
        let cursor = paint(&mut self.next);
        self.put_changes()?;
        std::mem::swap(&mut self.shown, &mut self.next);
        self.put_cursor(cursor)?;
        self.flush()
    }

    /// Sends the cells that differ.
    fn put_changes(&mut self) -> io::Result<()> {
        let width = usize::from(self.next.area.width).max(1);
        let row = |y: u16| usize::from(y) * width..(usize::from(y) + 1) * width;
        let is_changed = |y: &u16| self.shown.content[row(*y)] != self.next.content[row(*y)];
        let changed: Vec<u16> = (0..self.next.area.height).filter(is_changed).collect();
        if changed.is_empty() {
            return Ok(());
        }
        begin(&mut self.frame);
        self.cursor = None;
        let mut brush = Brush::default();
        if changed.len() > FEW {
            brush.draw(&mut self.frame, self.shown.diff(&self.next))?;
        } else {
            for y in changed {
                let [before, after] = &mut self.row;
                for (copy, frame) in [(&mut *before, &self.shown), (&mut *after, &self.next)] {
                    copy.area = Rect { y, height: 1, ..frame.area };
                    copy.content.clear();
                    copy.content.extend_from_slice(&frame.content[row(y)]);
                }
                brush.draw(&mut self.frame, before.diff(after))?;
            }
        }
        brush.pen.put_down(&mut self.frame)
    }

    fn put_cursor(&mut self, cursor: Option<Position>) -> io::Result<()> {
        if self.cursor_shown != Some(cursor.is_some()) {
            self.cursor_shown = Some(cursor.is_some());
            begin(&mut self.frame);
            if cursor.is_some() { queue!(self.frame, Show)? } else { queue!(self.frame, Hide)? }
        }
        if let Some(Position { x, y }) = cursor.filter(|_| cursor != self.cursor) {
            begin(&mut self.frame);
            queue!(self.frame, MoveTo(x, y))?;
            self.cursor = cursor;
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        queue!(self.frame, EndSynchronizedUpdate)?;
        let written = self.terminal.write_all(&self.frame).and_then(|()| self.terminal.flush());
        self.frame.clear();
        written
    }
}

/// What draws the cells of a frame one after the other.
#[derive(Default)]
struct Brush {
    pen: Pen,
    /// Where the terminal's cursor must be, as far as that is certain.
    at: Option<Position>,
}

impl Brush {
    fn draw<'a>(
        &mut self,
        frame: &mut Vec<u8>,
        cells: impl IntoIterator<Item = (u16, u16, &'a Cell)>,
    ) -> io::Result<()> {
        for (x, y, cell) in cells {
            if self.at != Some(Position { x, y }) {
                queue!(frame, MoveTo(x, y))?;
            }
            self.pen.take(cell, frame)?;
            let symbol = cell.symbol();
            queue!(frame, Print(symbol))?;
            let cells = u16::try_from(Measure::default().text(symbol)).unwrap_or(1);
            self.at = is_certain(symbol).then(|| Position { x: x.saturating_add(cells), y });
        }
        Ok(())
    }
}

/// Begins a frame, where none is begun, with the mark that holds the terminal's own drawing back until it is whole.
fn begin(frame: &mut Vec<u8>) {
    if frame.is_empty() {
        // Writing to memory does not fail.
        let _ = queue!(frame, BeginSynchronizedUpdate);
    }
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
    use ratatui::style::Style;

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
    fn a_frame_is_one_synchronized_update_and_nothing_is_written_for_nothing() {
        let bytes = drawn("甲");
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
            frames in prop::collection::vec((prop::collection::vec("[a 一二“”。]{0,9}", 3), 10u16..14), 1..6),
        ) {
            let mut screen = Screen::new(Vec::new(), (10, 3));
            let mut terminal = vt100::Parser::new(3, 10, 0);
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
    }
}
