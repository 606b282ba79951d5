//! The editor of the body: a text with cursor and selection, in the rows of the window it is looked at through.
//!
//! It is spoken to in byte offsets of the whole text. It keeps no history: what is undone is decided in
//! [`history`](super::history), for body and elements together. The text changes by [`Editor::apply`] alone.

mod view;

use std::ops::Range;

use super::boundaries;
pub use super::motion::Motion;
use super::rows::{Rows, Shape};
use crate::text::edit::Edit;
use crate::text::sentence;

/// Why a part of the text is marked; what comes later is drawn over what comes before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Marking {
    /// A stretch of a source that went into an element.
    Placed,
    /// One that was left out.
    LeftOut,
    /// One that fits nothing.
    Unplaced,
    /// One that the chosen row speaks of.
    Linked,
    /// A finding of severity advice.
    Advice,
    /// A finding of severity warning.
    Warning,
    /// A finding of severity error.
    Error,
    /// What an open remark hangs on.
    Remark,
    /// Another piece of what an item of the walk rests on.
    Mentioned,
    /// The piece that the walk shows.
    Evidence,
    /// A place found by the search.
    Found,
    /// Selected text.
    Selected,
}

/// How the window keeps to the cursor. The next motion or edit makes it go along again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keeping {
    /// It goes along, and shows some rows before and behind.
    Along,
    /// As that; but at its lower end it turns by several rows at once, so that the text stands still while one writes.
    Writing,
    /// It does not move as long as it shows the cursor: what was clicked on is not to move away under the next click.
    InSight,
    /// It was moved away, to look something up.
    Away,
}

/// A multi-line text with cursor and selection, wrapped to the window it is looked at through.
#[derive(Clone, Debug)]
pub struct Editor {
    text: String,
    cursor: usize,
    anchor: Option<usize>,
    /// The column, in cells, that motions up and down keep to.
    column: Option<usize>,
    /// Whether the cursor is shown behind the last character of a full row, and not before the first of the next: both are
    /// the same byte.
    behind: bool,
    rows: Rows,
    /// The first row in the window, and how many the window has.
    top: usize,
    height: usize,
    /// How the window keeps to the cursor.
    keeping: Keeping,
    /// The cells that the first row of a paragraph begins after.
    indent: usize,
    marks: Vec<(Range<usize>, Marking)>,
    /// What is pointed out at the cursor, until that moves or the text changes.
    pointed: Option<Range<usize>>,
}

impl Editor {
    /// An editor of `text`, its cursor at the start.
    pub fn new(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            cursor: 0,
            anchor: None,
            column: None,
            behind: false,
            rows: Rows::new(text, Shape { cells: 80, ..Shape::default() }),
            top: 0,
            height: 1,
            keeping: Keeping::Along,
            indent: 0,
            marks: Vec::new(),
            pointed: None,
        }
    }

    /// It with the first row of every paragraph beginning after `cells`, as in a letter.
    pub fn indented(self, cells: usize) -> Self {
        Self { indent: cells, ..self }
    }

    /// The whole text, lines joined by line feeds.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the cursor is, in bytes.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// The paragraph the cursor is in, from 0, blank lines counted.
    pub fn cursor_paragraph(&self) -> usize {
        self.rows.paragraph_of(self.cursor)
    }

    /// The number of the paragraph the cursor is in, as a reader of the letter counts: blank lines are none.
    pub fn paragraph_number(&self) -> usize {
        self.rows.written_paragraphs(self.cursor_paragraph()).max(1)
    }

    /// What is selected, in bytes; `None` when nothing is.
    pub fn selection(&self) -> Option<Range<usize>> {
        let anchor = self.anchor?;
        (anchor != self.cursor).then(|| anchor.min(self.cursor)..anchor.max(self.cursor))
    }

    /// The selected text; empty when nothing is selected.
    pub fn selected(&self) -> &str {
        self.selection().map_or("", |range| &self.text[range])
    }

    /// Where the selection began, or would begin now, in bytes.
    pub fn anchor(&self) -> usize {
        self.anchor.unwrap_or(self.cursor)
    }

    /// Makes the selection begin at byte `offset`, the cursor left where it is.
    pub fn select_from(&mut self, offset: usize) {
        self.anchor = Some(boundaries::character_at(&self.text, offset).start);
    }

    /// Puts the cursor at byte `offset` and selects nothing.
    pub fn place(&mut self, offset: usize) {
        self.anchor = None;
        self.jump(offset);
    }

    /// Selects the bytes `range`, the cursor at its end.
    pub fn select(&mut self, range: Range<usize>) {
        self.anchor = Some(boundaries::character_at(&self.text, range.start).start);
        self.jump(range.end);
    }

    /// Puts the cursor at the start of the bytes `range` and points them out. They are not selected: what is typed next would
    /// take their place.
    pub fn point_out(&mut self, range: Range<usize>) {
        self.place(range.start);
        self.pointed = Some(range).filter(|range| !range.is_empty());
    }

    /// Puts the cursor at byte `offset` and moves the window so that what follows is seen too.
    pub fn reveal(&mut self, offset: usize) {
        self.place(offset);
        self.top = self.rows.row_of(self.cursor).saturating_sub(self.height / 4);
    }

    /// Moves the cursor to byte `offset`; with `extend` the selection grows or shrinks with it.
    pub fn go(&mut self, offset: usize, extend: bool) {
        self.hold(extend);
        self.jump(offset);
    }

    /// As [`Editor::go`], with the mouse: the window stays where it is.
    pub fn point(&mut self, offset: usize, extend: bool) {
        self.go(offset, extend);
        self.keeping = Keeping::InSight;
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
        self.hold(extend);
        let at = self.cursor;
        let page = self.height.saturating_sub(1).max(1);
        match motion {
            Motion::Left | Motion::WordLeft => self.jump(self.span(motion).start),
            Motion::Right | Motion::WordRight => self.jump(self.span(motion).end),
            Motion::LineStart => self.go_to_row_start(),
            Motion::LineEnd => self.go_to_row_end(),
            Motion::Top => self.jump(0),
            Motion::Bottom => self.jump(self.text.len()),
            Motion::ParagraphUp => self.jump(self.paragraph_before(at)),
            Motion::ParagraphDown => self.jump(self.paragraph_after(at)),
            Motion::Up => self.climb(-1),
            Motion::Down => self.climb(1),
            Motion::PageUp => self.turn(page, false),
            Motion::PageDown => self.turn(page, true),
        }
    }

    /// What a motion from the cursor would go over, in bytes.
    pub fn span(&self, motion: Motion) -> Range<usize> {
        let at = self.cursor;
        match motion {
            Motion::Left => boundaries::previous_character(&self.text, at)..at,
            Motion::Right => at..boundaries::next_character(&self.text, at),
            Motion::WordLeft => boundaries::previous_word(&self.text, at)..at,
            Motion::WordRight => at..boundaries::next_word(&self.text, at),
            _ => at..at,
        }
    }

    /// Selects what a click repeated `times` times at byte `offset` means: the word, the sentence, the paragraph.
    pub fn select_around(&mut self, offset: usize, times: u8) {
        let paragraph = self.rows.paragraph(self.rows.paragraph_of(offset));
        let line = &self.text[paragraph.clone()];
        let inside = offset.saturating_sub(paragraph.start).min(line.len());
        let range = match times {
            2 => boundaries::word_at(line, inside),
            3 => sentence::sentence_around(line, inside),
            _ => 0..line.len(),
        };
        self.select(range.start + paragraph.start..range.end + paragraph.start);
        self.keeping = Keeping::InSight;
    }

    /// Applies `edit` and carries the cursor along with the text around it. An edit that is none of this text's ranges
    /// changes nothing and says so.
    pub fn apply(&mut self, edit: &Edit) -> bool {
        let Ok(_) = crate::text::edit::apply(&mut self.text, edit) else {
            return false;
        };
        self.rows.edit(&self.text, edit);
        self.marks.clear();
        let typed_here = edit.range.is_empty() && edit.range.start == self.cursor;
        let to = if typed_here { self.cursor + edit.text.len() } else { edit.carry(self.cursor) };
        self.place(to);
        self.keeping = Keeping::Writing;
        true
    }

    /// Marks parts of the text, in place of those marked before.
    pub fn mark(&mut self, parts: impl Iterator<Item = (Range<usize>, Marking)>) {
        self.marks.clear();
        self.marks.extend(parts.filter(|(range, _)| range.start < range.end));
        self.marks.sort_by_key(|(_, marking)| *marking);
    }

    /// The marked parts, those to be drawn first before the others.
    pub fn marks(&self) -> impl Iterator<Item = (Range<usize>, Marking)> + '_ {
        let selected = self.selection().map(|range| (range, Marking::Selected));
        let pointed = self.pointed.clone().map(|range| (range, Marking::Found));
        self.marks.iter().cloned().chain(pointed).chain(selected)
    }

    fn hold(&mut self, extend: bool) {
        match (extend, self.anchor) {
            (true, None) => self.anchor = Some(self.cursor),
            (false, Some(_)) => self.anchor = None,
            _ => {}
        }
    }

    /// Puts the cursor at byte `offset`, behind the character that lies there in part: an accent may just have joined it.
    fn jump(&mut self, offset: usize) {
        self.cursor = boundaries::character_at(&self.text, offset).end;
        self.column = None;
        self.behind = false;
        self.keeping = Keeping::Along;
        self.pointed = None;
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width::Measure;

    fn editor(text: &str) -> Editor {
        let mut editor = Editor::new(text);
        editor.fit(9, 3, Measure::default());
        editor
    }

    #[test]
    fn up_and_down_keep_the_column_over_short_rows() {
        let mut editor = editor("一二三四五\n六\n七八九");
        editor.place("一二三".len());
        for (motion, before) in [
            (Motion::Down, "一二三四五"),
            (Motion::Down, "一二三四五\n六"),
            (Motion::Down, "一二三四五\n六\n七八九"),
            (Motion::Up, "一二三四五\n六"),
            (Motion::Up, "一二三四五"),
            (Motion::Up, "一二三"),
        ] {
            editor.step(motion, false);
            assert_eq!(&editor.text()[..editor.cursor()], before, "{motion:?}");
        }
    }

    #[test]
    fn home_and_end_go_to_the_row_and_then_to_the_paragraph() {
        let mut editor = editor("一二三四五六七八九\n十");
        editor.place("一二三四五".len());
        editor.step(Motion::LineEnd, false);
        assert_eq!((editor.cursor(), editor.cursor_place()), ("一二三四五六七八".len(), Some((8, 1))));
        editor.step(Motion::LineEnd, false);
        assert_eq!((editor.cursor(), editor.cursor_place()), ("一二三四五六七八九".len(), Some((2, 2))));
        editor.step(Motion::Up, false);
        editor.step(Motion::LineStart, false);
        assert_eq!(editor.cursor(), "一二三四".len());
        editor.step(Motion::LineStart, false);
        assert_eq!(editor.cursor(), 0);
        editor.step(Motion::LineEnd, false);
        editor.step(Motion::Down, false);
        assert_eq!(editor.cursor_place(), Some((6, 1)), "the column behind a full row is kept as far as it goes");
    }

    #[test]
    fn a_click_repeated_selects_more() {
        let mut editor = editor("甲。经研究，现答复2026年如下。乙\n丙");
        let at = "甲。经研究，现答".len();
        for (times, selected) in
            [(2, "答复"), (3, "经研究，现答复2026年如下。"), (4, "甲。经研究，现答复2026年如下。乙")]
        {
            editor.select_around(at, times);
            assert_eq!(editor.selected(), selected);
        }
        editor.select_around("甲。经研究，现答复20".len(), 2);
        assert_eq!(editor.selected(), "2026年");
    }

    #[test]
    fn the_window_follows_the_cursor_and_the_wheel_leaves_it_where_it_is() {
        let mut editor = editor("一\n二\n三\n四\n五");
        editor.step(Motion::Bottom, false);
        editor.fit(9, 3, Measure::default());
        assert_eq!(editor.window().map(|row| editor.text()[row].to_owned()).collect::<Vec<_>>(), ["三", "四", "五"]);
        let end = editor.cursor();
        editor.scroll(-2);
        editor.fit(9, 3, Measure::default());
        assert_eq!((editor.window().next(), editor.cursor_place()), (Some(0..3), None));
        assert_eq!(editor.cursor(), end);
        editor.step(Motion::Left, false);
        editor.fit(9, 3, Measure::default());
        assert_eq!((editor.window().last(), editor.cursor_place()), (Some(16..19), Some((0, 2))));
    }

    #[test]
    fn the_window_turns_by_several_rows_while_one_writes() {
        let mut editor = Editor::new(&"一\n".repeat(40));
        editor.fit(9, 12, Measure::default());
        editor.place("一\n".len() * 9 + 3);
        let mut tops = Vec::new();
        for _ in 0..6 {
            editor.fit(9, 12, Measure::default());
            tops.push(editor.window().next().unwrap().start / 4);
            editor.apply(&Edit::insert(editor.cursor(), "\n"));
        }
        assert_eq!(tops, [0, 3, 3, 3, 6, 6]);
    }

    #[test]
    fn a_new_width_keeps_the_first_row_in_sight() {
        let mut editor = editor(&"一二三四五六七八\n".repeat(9));
        editor.step(Motion::Bottom, false);
        editor.fit(9, 3, Measure::default());
        let first = editor.window().next().unwrap().start;
        editor.fit(5, 3, Measure::default());
        assert!(editor.window().any(|row| row.start >= first));
        assert_eq!(editor.cursor_place().map(|(_, row)| row), Some(2));
    }

    #[test]
    fn a_click_beyond_the_end_of_a_row_stays_in_it() {
        let mut editor = editor("一二三四五\n六");
        assert_eq!(editor.at(50, 0), "一二三".len());
        assert_eq!(editor.at(50, 1), "一二三四五".len());
        assert_eq!(editor.at(0, 50), "一二三四五\n".len());
        editor.go(editor.at(3, 0), false);
        assert_eq!(editor.cursor(), "一".len());
    }
}
