//! A text in the rows of a screen. Only the paragraphs that an edit touches are wrapped anew.

use std::ops::Range;

use crate::text::characters::is_blank;
use crate::text::edit::Edit;
use crate::text::width::Measure;
use crate::text::wrap;

/// The rows of one text at one width.
#[derive(Clone, Debug)]
pub struct Rows {
    shape: Shape,
    paragraphs: Vec<Paragraph>,
}

/// What a text is laid out in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// The cells of a row.
    pub cells: usize,
    /// The cells that the first row of a paragraph begins after. They are layout: the text has no blanks there.
    pub indent: usize,
    /// How the terminal measures text.
    pub measure: Measure,
}

#[derive(Clone, Debug)]
struct Paragraph {
    /// Its bytes in the text, without the line feed.
    range: Range<usize>,
    /// The first of its rows, counted from the start of the text.
    first: usize,
    /// Where its rows begin, in bytes from its start.
    starts: Vec<usize>,
    /// The cells that its first row begins after.
    indent: usize,
}

impl Rows {
    /// Wraps `text` into rows of this shape.
    pub fn new(text: &str, shape: Shape) -> Self {
        let mut rows = Self { shape, paragraphs: Vec::new() };
        rows.paragraphs = rows.wrapped(text, 0);
        rows.number(0);
        rows
    }

    /// What the rows are laid out in.
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// Follows `edit`, after which the text is `text`.
    pub fn edit(&mut self, text: &str, edit: &Edit) {
        let (from, to) = (self.paragraph_of(edit.range.start), self.paragraph_of(edit.range.end));
        let start = self.paragraphs[from].range.start;
        let end = self.paragraphs[to].range.end - edit.range.len() + edit.text.len();
        let anew = self.wrapped(&text[start..end], start);
        let grown = anew.len();
        self.paragraphs.splice(from..=to, anew);
        for paragraph in &mut self.paragraphs[from + grown..] {
            let shift = |at: usize| at - edit.range.len() + edit.text.len();
            paragraph.range = shift(paragraph.range.start)..shift(paragraph.range.end);
        }
        self.number(from);
    }

    /// How many rows there are; at least one.
    pub fn count(&self) -> usize {
        self.paragraphs.last().map_or(1, |last| last.first + last.starts.len())
    }

    /// The paragraph of byte `offset`, from 0.
    pub fn paragraph_of(&self, offset: usize) -> usize {
        self.paragraphs.partition_point(|paragraph| paragraph.range.start <= offset).saturating_sub(1)
    }

    /// The bytes of a paragraph, without its line feed.
    pub fn paragraph(&self, index: usize) -> Range<usize> {
        self.paragraphs[index].range.clone()
    }

    /// How many paragraphs up to this one, from 0, have something in them.
    pub fn written_paragraphs(&self, index: usize) -> usize {
        self.paragraphs.iter().take(index + 1).filter(|paragraph| !paragraph.range.is_empty()).count()
    }

    /// The row of byte `offset`. Where a row ends because it is full, its end belongs to the next.
    pub fn row_of(&self, offset: usize) -> usize {
        let paragraph = &self.paragraphs[self.paragraph_of(offset)];
        let inside = offset.saturating_sub(paragraph.range.start);
        paragraph.first + paragraph.starts.partition_point(|&start| start <= inside).saturating_sub(1)
    }

    /// The bytes of a row, without a line feed, and whether its paragraph ends with it.
    pub fn row(&self, row: usize) -> Option<(Range<usize>, bool)> {
        let index = self.paragraphs.partition_point(|paragraph| paragraph.first <= row).checked_sub(1)?;
        let paragraph = &self.paragraphs[index];
        let at = row - paragraph.first;
        let start = paragraph.range.start + *paragraph.starts.get(at)?;
        let next = paragraph.starts.get(at + 1);
        Some((start..next.map_or(paragraph.range.end, |next| paragraph.range.start + next), next.is_none()))
    }

    /// The cells that a row of the text begins after: none but for the first of a paragraph.
    pub fn indent(&self, row: usize) -> usize {
        let index = self.paragraphs.partition_point(|paragraph| paragraph.first <= row).saturating_sub(1);
        self.paragraphs.get(index).filter(|paragraph| paragraph.first == row).map_or(0, |paragraph| paragraph.indent)
    }

    fn wrapped(&self, text: &str, mut start: usize) -> Vec<Paragraph> {
        let Shape { cells, indent, measure } = self.shape;
        let paragraph = |line: &str| {
            let range = start..start + line.len();
            start = range.end + 1;
            // What is indented by blanks of its own needs none of ours.
            let indent = if line.starts_with(is_blank) { 0 } else { indent };
            Paragraph { range, first: 0, starts: wrap::rows_after(line, indent, cells, measure), indent }
        };
        text.split('\n').map(paragraph).collect()
    }

    /// Counts the rows from a paragraph on.
    fn number(&mut self, from: usize) {
        let before = from.checked_sub(1).map(|before| &self.paragraphs[before]);
        let mut next = before.map_or(0, |before| before.first + before.starts.len());
        for paragraph in &mut self.paragraphs[from..] {
            paragraph.first = next;
            next += paragraph.starts.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shape(cells: usize, indent: usize) -> Shape {
        Shape { cells, indent, measure: Measure::default() }
    }

    #[test]
    fn the_first_row_of_a_paragraph_is_indented() {
        let text = "一二三四五\n\n　六";
        let rows = Rows::new(text, shape(8, 4));
        assert_eq!(drawn(&rows, text), ["一二", "三四五", "", "　六"]);
        assert_eq!([0, 1, 2, 3, 9].map(|row| rows.indent(row)), [4, 0, 4, 0, 0]);
    }

    fn drawn(rows: &Rows, text: &str) -> Vec<String> {
        (0..rows.count()).map(|row| text[rows.row(row).unwrap().0].to_owned()).collect()
    }

    #[test]
    fn the_end_of_a_full_row_belongs_to_the_next() {
        let rows = Rows::new("一二三\n四", shape(4, 0));
        assert_eq!(drawn(&rows, "一二三\n四"), ["一二", "三", "四"]);
        assert_eq!([0, 3, 6, 9, 10, 13].map(|at| rows.row_of(at)), [0, 0, 1, 1, 2, 2]);
        assert!(rows.row(3).is_none());
    }

    proptest! {
        #[test]
        fn rows_that_followed_edits_are_those_of_the_text(
            start in "[一二，\na]{0,30}",
            edits in prop::collection::vec((0usize..40, 0usize..9, "[三四。\nb]{0,6}"), 0..8),
        ) {
            let mut text = start;
            let mut rows = Rows::new(&text, shape(8, 2));
            for (at, length, new) in edits {
                let at = crate::text::position::floor_boundary(&text, at.min(text.len()));
                let end = crate::text::position::floor_boundary(&text, (at + length).min(text.len())).max(at);
                let edit = Edit::replace(at..end, new);
                crate::text::edit::apply(&mut text, &edit).unwrap();
                rows.edit(&text, &edit);
                prop_assert_eq!(drawn(&rows, &text), drawn(&Rows::new(&text, shape(8, 2)), &text));
            }
        }
    }
}
