//! One line of text being typed: filters, names, fields of the form.

use std::ops::Range;

use super::boundaries;
use super::editor::Motion;

/// A single line with a cursor and a selection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    text: String,
    cursor: usize,
    anchor: Option<usize>,
}

impl Line {
    /// A line that holds `text`, the cursor at its end.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { cursor: text.len(), text, anchor: None }
    }

    /// What stands in the line.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the cursor is, in bytes.
    pub fn cursor(&self) -> usize {
        self.cursor
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

    /// Selects everything.
    pub fn select_all(&mut self) {
        self.anchor = Some(0);
        self.cursor = self.text.len();
    }

    /// Puts the cursor at byte `offset`; with `extend` the selection follows.
    pub fn go(&mut self, offset: usize, extend: bool) {
        match (extend, self.anchor) {
            (true, None) => self.anchor = Some(self.cursor),
            (false, _) => self.anchor = None,
            _ => {}
        }
        self.cursor = boundaries::character_at(&self.text, offset).end;
    }

    /// Moves the cursor; motions between lines go to the ends.
    pub fn step(&mut self, motion: Motion, extend: bool) {
        if !extend && let Some(range) = self.selection() {
            match motion {
                Motion::Left => return self.go(range.start, false),
                Motion::Right => return self.go(range.end, false),
                _ => {}
            }
        }
        let to = match motion {
            Motion::Left => boundaries::previous_character(&self.text, self.cursor),
            Motion::Right => boundaries::next_character(&self.text, self.cursor),
            Motion::WordLeft => boundaries::previous_word(&self.text, self.cursor),
            Motion::WordRight => boundaries::next_word(&self.text, self.cursor),
            Motion::LineStart | Motion::Top | Motion::Up | Motion::PageUp | Motion::ParagraphUp => 0,
            Motion::LineEnd | Motion::Bottom | Motion::Down | Motion::PageDown | Motion::ParagraphDown => {
                self.text.len()
            }
        };
        self.go(to, extend);
    }

    /// Replaces the selection, or inserts at the cursor. Line ends become nothing at the edges and spaces inside.
    pub fn insert(&mut self, text: &str) {
        let flat: String = text.trim_matches('\n').chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let range = self.selection().unwrap_or(self.cursor..self.cursor);
        self.text.replace_range(range.clone(), &flat);
        self.cursor = boundaries::character_at(&self.text, range.start + flat.len()).end;
        self.anchor = None;
    }

    /// Makes the bytes `range` read `text`, which has no line ends; the cursor goes to byte `to`.
    pub fn replace(&mut self, range: Range<usize>, text: &str, to: usize) {
        self.text.replace_range(range, text);
        self.cursor = boundaries::character_at(&self.text, to).end;
        self.anchor = None;
    }

    /// Removes the selection, or what `motion` goes over.
    pub fn delete(&mut self, motion: Motion) {
        let pair = boundaries::empty_pair(&self.text, self.cursor);
        match pair.filter(|_| matches!(motion, Motion::Left | Motion::WordLeft)) {
            Some(pair) if self.selection().is_none() => return self.replace(pair.clone(), "", pair.start),
            _ if self.selection().is_none() => self.step(motion, true),
            _ => {}
        }
        self.insert("");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_line_stays_one_line() {
        let mut line = Line::new("市");
        line.insert("科技局\n办公室\n");
        assert_eq!(line.text(), "市科技局 办公室");
    }

    #[test]
    fn typing_replaces_what_is_selected() {
        let mut line = Line::new("临科函〔2026〕18号");
        line.step(Motion::Left, false);
        line.step(Motion::WordLeft, true);
        assert_eq!(line.selected(), "18");
        line.insert("19");
        assert_eq!(line.text(), "临科函〔2026〕19号");
        line.delete(Motion::Left);
        assert_eq!(line.text(), "临科函〔2026〕1号");
    }
}
