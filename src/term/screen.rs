//! The drawing end of the terminal: a ratatui backend that knows wide characters.
//!
//! The stock backend moves the cursor explicitly after every wide character, which triples the bytes sent for Chinese
//! text. This one tracks where the terminal's cursor must be. It still moves explicitly after everything whose width
//! terminals disagree on. A frame is gathered and written at once, inside a synchronized update.

use std::io;

use crossterm::cursor::MoveTo;
use crossterm::queue;
use crossterm::style::{Attribute, Print, SetAttribute};
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::backend::{Backend, ClearType as Region, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::style::Pen;
use crate::text::width::Measure;

/// A ratatui backend that writes one frame at a time to `W`.
#[derive(Debug)]
pub struct Screen<W: io::Write> {
    terminal: W,
    frame: Vec<u8>,
    cursor_shown: Option<bool>,
    cursor_at: Option<Position>,
    size: Size,
}

impl<W: io::Write> Screen<W> {
    /// A screen of `width` × `height` cells drawn on `terminal`.
    pub fn new(terminal: W, (width, height): (u16, u16)) -> Self {
        let size = Size { width, height };
        Self { terminal, frame: Vec::with_capacity(16 * 1024), cursor_shown: None, cursor_at: None, size }
    }

    /// Learns the size of the terminal. It is not asked for at every frame: that would open the terminal anew each time.
    pub fn set_size(&mut self, (width, height): (u16, u16)) {
        self.size = Size { width, height };
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

impl<W: io::Write> Backend for Screen<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let measure = Measure::default();
        let mut pen = Pen::default();
        let mut expected: Option<Position> = None;
        for (x, y, cell) in content {
            if expected != Some(Position { x, y }) {
                queue!(self.frame, MoveTo(x, y))?;
            }
            pen.take(cell, &mut self.frame)?;
            let symbol = cell.symbol();
            queue!(self.frame, Print(symbol))?;
            let width = u16::try_from(measure.text(symbol)).unwrap_or(1);
            expected = is_certain(symbol).then(|| Position { x: x.saturating_add(width), y });
            self.cursor_at = None;
        }
        pen.put_down(&mut self.frame)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.cursor_shown != Some(false) {
            queue!(self.frame, crossterm::cursor::Hide)?;
            self.cursor_shown = Some(false);
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if self.cursor_shown != Some(true) {
            queue!(self.frame, crossterm::cursor::Show)?;
            self.cursor_shown = Some(true);
        }
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        // Never asked of the terminal: its answer could be swallowed by the thread that reads the keys.
        Ok(self.cursor_at.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.cursor_at != Some(position) {
            queue!(self.frame, MoveTo(position.x, position.y))?;
            self.cursor_at = Some(position);
        }
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(Region::All)
    }

    fn clear_region(&mut self, region: Region) -> io::Result<()> {
        let region = match region {
            Region::All => ClearType::All,
            Region::AfterCursor => ClearType::FromCursorDown,
            Region::BeforeCursor => ClearType::FromCursorUp,
            Region::CurrentLine => ClearType::CurrentLine,
            Region::UntilNewLine => ClearType::UntilNewLine,
        };
        queue!(self.frame, SetAttribute(Attribute::Reset), Clear(region))
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::default() })
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        let mut bytes = Vec::with_capacity(self.frame.len() + 16);
        queue!(bytes, BeginSynchronizedUpdate)?;
        bytes.append(&mut self.frame);
        queue!(bytes, EndSynchronizedUpdate)?;
        self.terminal.write_all(&bytes)?;
        self.terminal.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    fn drawn(line: &str) -> String {
        let area = Rect::new(0, 0, 40, 1);
        let mut buffer = Buffer::empty(area);
        buffer.set_string(0, 0, line, ratatui::style::Style::default());
        let mut screen = Screen::new(Vec::new(), (40, 1));
        let blank = Buffer::empty(area);
        screen.draw(blank.diff(&buffer).into_iter()).unwrap();
        screen.flush().unwrap();
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
        screen.flush().unwrap();
        assert!(screen.terminal.is_empty());
    }
}
