//! The editor as it is looked at: rows, the window over them, and where in it the cursor stands.

use std::ops::Range;

use super::{Editor, Keeping};
use crate::app::rows::{Rows, Shape};
use crate::text::clusters;
use crate::text::width::Measure;
use crate::text::wrap;

/// How many rows before and behind the cursor are shown where there are any: what one writes goes on from what is read.
const AROUND: usize = 3;

/// What part of the window it turns by at its lower end while one writes: 1 in so many.
const TURN: usize = 5;

impl Editor {
    /// Moves the window by `rows`, down where positive. The cursor stays where it is: whoever looks something up wants to go
    /// on writing where they were.
    pub fn scroll(&mut self, rows: isize) {
        let last = self.rows.count().saturating_sub(self.height);
        self.top = self.top.saturating_add_signed(rows).min(last);
        self.keeping = Keeping::Away;
    }

    /// Fits rows and window to a room of `width` cells and `height` rows, and brings the cursor into it, unless the window
    /// was scrolled away from it.
    pub fn fit(&mut self, width: usize, height: usize, measure: Measure) {
        // The cursor after the last character of a full row needs a cell of its own.
        let cells = width.saturating_sub(1);
        // A window that is hardly wider than the indent has no room for it.
        let indent = if cells < 8 * self.indent { 0 } else { self.indent };
        let shape = Shape { cells, indent, measure };
        if self.rows.shape() != shape {
            let first = self.rows.row(self.top).map_or(0, |(range, _)| range.start);
            self.rows = Rows::new(&self.text, shape);
            self.top = self.rows.row_of(first);
        }
        self.height = height.max(1);
        let row = self.cursor_row();
        let last = self.rows.count().saturating_sub(self.height);
        self.top = self.top.min(last);
        let around = match self.keeping {
            Keeping::Away => return,
            Keeping::InSight => 0,
            Keeping::Along | Keeping::Writing => AROUND.min(self.height / 5),
        };
        // After a jump what follows is to be read, and some of what leads up to it.
        let jumped = row + around + 1 < self.top || row > self.top + self.height + around;
        if jumped && self.keeping != Keeping::InSight {
            self.top = row.saturating_sub(self.height / 3);
        }
        let (first, mut below) = (row.saturating_sub(around), row + 1 + around);
        if self.keeping == Keeping::Writing && below > self.top + self.height {
            below += self.height / TURN;
        }
        self.top = self.top.min(first).max(below.saturating_sub(self.height)).min(last);
    }

    /// The cells that a row begins after, counted from the first in the window.
    pub fn indent(&self, row: usize) -> usize {
        self.rows.indent(self.top + row)
    }

    /// The rows in the window, each the bytes of the text it shows.
    pub fn window(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        (self.top..self.top + self.height).map_while(|row| self.rows.row(row).map(|(range, _)| range))
    }

    /// The column and row of the cursor in the window, in cells; `None` where the window was scrolled away from it.
    pub fn cursor_place(&self) -> Option<(usize, usize)> {
        let row = self.cursor_row();
        let inside = row.checked_sub(self.top).filter(|&inside| inside < self.height)?;
        Some((self.column_of(row, self.cursor), inside))
    }

    /// The byte offset shown at a column and row of the window, in cells.
    pub fn at(&self, column: usize, row: usize) -> usize {
        self.offset_in((self.top + row).min(self.rows.count() - 1), column)
    }

    /// The row the cursor is shown in.
    pub(super) fn cursor_row(&self) -> usize {
        let row = self.rows.row_of(self.cursor);
        let before = row.checked_sub(1).filter(|_| self.behind);
        let ends = |row: &usize| self.rows.row(*row).is_some_and(|(range, last)| range.end == self.cursor && !last);
        before.filter(ends).unwrap_or(row)
    }

    /// To the start of the row, or, where the cursor is there, of the paragraph.
    pub(super) fn go_to_row_start(&mut self) {
        let row = self.rows.row(self.cursor_row()).map_or(0, |(range, _)| range.start);
        let paragraph = self.rows.paragraph(self.cursor_paragraph()).start;
        self.jump(if self.cursor == row { paragraph } else { row });
    }

    /// To the end of the row, or, where the cursor is there, of the paragraph.
    pub(super) fn go_to_row_end(&mut self) {
        let paragraph = self.rows.paragraph(self.cursor_paragraph()).end;
        let row = self.rows.row(self.cursor_row()).map_or(paragraph, |(range, _)| range.end);
        let there = self.cursor == row && (self.behind || row == paragraph);
        self.jump(if there { paragraph } else { row });
        self.behind = !there && row != paragraph;
    }

    /// Goes `steps` rows down, or up where negative, in the kept column; past the first or last row to the text's end.
    pub(super) fn climb(&mut self, steps: isize) {
        let row = self.cursor_row();
        let to = row.saturating_add_signed(steps).min(self.rows.count() - 1);
        if to == row {
            return self.jump(if steps < 0 { 0 } else { self.text.len() });
        }
        let column = self.kept_column();
        self.cursor = self.offset_in(to, column);
        self.behind = false;
        self.keeping = Keeping::Along;
        self.pointed = None;
    }

    /// Turns the window by a page and the cursor with it.
    pub(super) fn turn(&mut self, page: usize, down: bool) {
        let last = self.rows.count().saturating_sub(self.height);
        self.top = if down { (self.top + page).min(last) } else { self.top.saturating_sub(page) };
        let steps = isize::try_from(page).unwrap_or(1);
        self.climb(if down { steps } else { -steps });
    }

    fn kept_column(&mut self) -> usize {
        let column = match self.column {
            Some(column) => column,
            None => self.column_of(self.cursor_row(), self.cursor),
        };
        self.column = Some(column);
        column
    }

    fn column_of(&self, row: usize, offset: usize) -> usize {
        let start = self.rows.row(row).map_or(offset, |(range, _)| range.start);
        self.rows.indent(row) + self.text.get(start..offset).map_or(0, |before| self.cells(before))
    }

    fn cells(&self, text: &str) -> usize {
        let measure = self.rows.shape().measure;
        clusters::of(text).map(|(_, cluster)| wrap::cluster_cells(cluster, measure)).sum()
    }

    /// The offset in `row` nearest to `column`. The end of a full row would stand in the next one.
    fn offset_in(&self, row: usize, column: usize) -> usize {
        let Some((range, ends_paragraph)) = self.rows.row(row) else {
            return self.text.len();
        };
        let measure = self.rows.shape().measure;
        let (mut at, mut width) = (range.start, self.rows.indent(row));
        for (_, cluster) in clusters::of(&self.text[range.clone()]) {
            width += wrap::cluster_cells(cluster, measure);
            let after = at + cluster.len();
            if width > column || (after == range.end && !ends_paragraph) {
                break;
            }
            at = after;
        }
        at
    }
}
