//! The editor of the body: the library's text area behind our own interface.
//!
//! It is spoken to in byte offsets of the whole text. It keeps no history: what is undone is decided in
//! [`history`](super::history), for body and elements together. The text changes by [`Editor::apply`] alone.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget as _;
use tui_textarea::{CursorMove, CursorRenderMode, Scrolling, TextArea, WrapMode};

use super::boundaries;
use crate::text::edit::Edit;
use crate::text::position::floor_boundary;

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

/// How marked parts of the text look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Styles {
    /// Selected text.
    pub selection: Style,
    /// A place found by the search.
    pub found: Style,
    /// A finding of severity error.
    pub error: Style,
    /// A finding of severity warning.
    pub warning: Style,
    /// A finding of severity advice.
    pub advice: Style,
}

/// A multi-line text with cursor and selection, wrapped to the width it is drawn in.
#[derive(Clone, Debug)]
pub struct Editor {
    area: TextArea<'static>,
    /// The text once more, in one piece: what the rest of the program reads.
    text: String,
}

impl Editor {
    /// An editor of `text`, its cursor at the start.
    pub fn new(text: &str) -> Self {
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.set_max_histories(0);
        area.set_wrap_mode(WrapMode::Glyph);
        area.set_cursor_render_mode(CursorRenderMode::Hidden);
        area.set_cursor_line_style(Style::default());
        area.set_tab_length(2);
        Self { area, text: text.to_owned() }
    }

    /// The whole text, lines joined by line feeds.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the cursor is, in bytes.
    pub fn cursor(&self) -> usize {
        self.offset(self.area.cursor())
    }

    /// The line the cursor is in and its character in that line, both from 0.
    pub fn cursor_line_and_character(&self) -> (usize, usize) {
        self.area.cursor()
    }

    /// What is selected, in bytes; `None` when nothing is.
    pub fn selection(&self) -> Option<Range<usize>> {
        let (start, end) = self.area.selection_range()?;
        let range = self.offset(start)..self.offset(end);
        (!range.is_empty()).then_some(range)
    }

    /// The selected text; empty when nothing is selected.
    pub fn selected(&self) -> &str {
        self.selection().map_or("", |range| &self.text[range])
    }

    /// Puts the cursor at byte `offset` and selects nothing.
    pub fn place(&mut self, offset: usize) {
        self.area.cancel_selection();
        self.jump(offset);
    }

    /// Selects the bytes `range`, the cursor at its end.
    pub fn select(&mut self, range: Range<usize>) {
        self.place(range.start);
        self.area.start_selection();
        self.jump(range.end);
    }

    /// Moves the cursor to byte `offset`; with `extend` the selection grows or shrinks with it.
    pub fn go(&mut self, offset: usize, extend: bool) {
        self.anchor(extend);
        self.jump(offset);
    }

    /// Moves the cursor; with `extend` the selection grows or shrinks with it.
    pub fn step(&mut self, motion: Motion, extend: bool) {
        if !extend && let Some(range) = self.selection() {
            // As everywhere: an arrow leaves a selection at the end it points to.
            match motion {
                Motion::Left => return self.place(range.start),
                Motion::Right => return self.place(range.end),
                _ => {}
            }
        }
        self.anchor(extend);
        let at = self.cursor();
        match motion {
            Motion::Left => self.jump(boundaries::previous_character(&self.text, at)),
            Motion::Right => self.jump(boundaries::next_character(&self.text, at)),
            Motion::WordLeft => self.jump(boundaries::previous_word(&self.text, at)),
            Motion::WordRight => self.jump(boundaries::next_word(&self.text, at)),
            Motion::LineStart => self.area.move_cursor(CursorMove::Head),
            Motion::LineEnd => self.area.move_cursor(CursorMove::End),
            Motion::Top => self.jump(0),
            Motion::Bottom => self.jump(self.text.len()),
            Motion::ParagraphUp => self.jump(self.paragraph_before(at)),
            Motion::ParagraphDown => self.jump(self.paragraph_after(at)),
            Motion::Up => self.area.move_cursor(CursorMove::Up),
            Motion::Down => self.area.move_cursor(CursorMove::Down),
            Motion::PageUp => self.area.scroll(Scrolling::PageUp),
            Motion::PageDown => self.area.scroll(Scrolling::PageDown),
        }
        self.settle();
    }

    /// What a motion from the cursor would go over, in bytes.
    pub fn span(&self, motion: Motion) -> Range<usize> {
        let at = self.cursor();
        match motion {
            Motion::Left => boundaries::previous_character(&self.text, at)..at,
            Motion::Right => at..boundaries::next_character(&self.text, at),
            Motion::WordLeft => boundaries::previous_word(&self.text, at)..at,
            Motion::WordRight => at..boundaries::next_word(&self.text, at),
            _ => at..at,
        }
    }

    /// Moves the view by `rows` screen lines, down where positive. The cursor comes along where it would leave it.
    pub fn scroll(&mut self, rows: i16) {
        self.area.scroll((rows, 0));
        self.settle();
    }

    /// Applies `edit` and carries the cursor along with the text around it. An edit that is none of this text's ranges
    /// changes nothing and says so.
    pub fn apply(&mut self, edit: &Edit) -> bool {
        let Ok(_) = crate::text::edit::apply(&mut self.text, edit) else {
            return false;
        };
        // The library is still at the old text: its positions are found in its own lines.
        let cursor = self.offset(self.area.cursor());
        self.area.cancel_selection();
        if edit.range.is_empty() && edit.range.start == cursor {
            self.area.insert_str(&edit.text);
            return true;
        }
        self.jump(edit.range.start);
        if !edit.range.is_empty() {
            self.area.start_selection();
            self.jump(edit.range.end);
        }
        if edit.text.is_empty() {
            self.area.cut();
        } else {
            self.area.insert_str(&edit.text);
        }
        self.place(edit.carry(cursor));
        true
    }

    /// Underlines parts of the text: byte ranges with their styles, a higher number drawn over a lower one.
    pub fn highlight(&mut self, parts: impl Iterator<Item = (Range<usize>, Style, u8)>) {
        self.area.clear_custom_highlight();
        for (range, style, rank) in parts {
            if range.start < range.end && self.text.get(range.clone()).is_some() {
                let (start, end) = (self.row_and_byte(range.start), self.row_and_byte(range.end));
                self.area.custom_highlight((start, end), style, rank);
            }
        }
    }

    /// Sets how selected text looks.
    pub fn set_selection_style(&mut self, style: Style) {
        self.area.set_selection_style(style);
    }

    /// Draws the text into `area`, scrolled so that the cursor is in it, and says where on the screen the cursor is.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        if area.is_empty() {
            return None;
        }
        (&self.area).render(area, buffer);
        self.area.rendered_cursor_position()
    }

    /// The byte offset drawn at column and row `(x, y)` of the screen, in cells, in the last drawing.
    pub fn at(&self, x: u16, y: u16) -> Option<usize> {
        self.area.cursor_at_position(Position { x, y }).map(|cursor| self.offset(cursor))
    }

    fn anchor(&mut self, extend: bool) {
        match (extend, self.area.is_selecting()) {
            (true, false) => self.area.start_selection(),
            (false, true) => self.area.cancel_selection(),
            _ => {}
        }
    }

    /// After a motion by columns the cursor may stand inside a cluster (a letter and its accent): goes to its start.
    fn settle(&mut self) {
        let at = self.cursor();
        if at > 0 && at < self.text.len() {
            let start = boundaries::previous_character(&self.text, boundaries::next_character(&self.text, at));
            if start < at {
                self.jump(start);
            }
        }
    }

    fn paragraph_before(&self, at: usize) -> usize {
        self.text[..at].trim_end_matches('\n').rfind('\n').map_or(0, |end| end + 1)
    }

    fn paragraph_after(&self, at: usize) -> usize {
        let Some(end) = self.text[at..].find('\n') else {
            return self.text.len();
        };
        let blank = self.text[at + end..].bytes().take_while(|&byte| byte == b'\n').count();
        at + end + blank
    }

    /// Byte offset of the library's (line, character).
    fn offset(&self, (row, column): (usize, usize)) -> usize {
        let lines = self.area.lines();
        let before: usize = lines[..row].iter().map(|line| line.len() + 1).sum();
        before + lines[row].char_indices().nth(column).map_or(lines[row].len(), |(at, _)| at)
    }

    /// The library's line, and the byte in it, of byte `offset`.
    fn row_and_byte(&self, offset: usize) -> (usize, usize) {
        let mut rest = offset;
        let lines = self.area.lines();
        for (row, line) in lines.iter().enumerate() {
            if rest <= line.len() {
                return (row, rest);
            }
            rest -= line.len() + 1;
        }
        let last = lines.len() - 1;
        (last, lines[last].len())
    }

    /// Moves to byte `offset`. A place remembered from before an undo may lie inside a character by now: its start counts.
    fn jump(&mut self, offset: usize) {
        let (row, byte) = self.row_and_byte(offset);
        let line = &self.area.lines()[row];
        let column = line[..floor_boundary(line, byte)].chars().count();
        let narrow = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        self.area.move_cursor(CursorMove::Jump(narrow(row), narrow(column)));
    }
}
