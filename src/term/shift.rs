//! Text that moves along its row is moved by the terminal, not sent again.
//!
//! A character typed in the middle of a paragraph moves all that follows it in its row, and pushes another into the next row,
//! and so on to the end of the paragraph. A terminal deletes and inserts cells: what is deleted on one side and inserted on the
//! other moves what lies between, and leaves the rest of the row, the pane beside it, where it was.

use ratatui::buffer::{Cell, CellDiffOption};
use ratatui::style::Modifier;

use super::travel::Travel;
use crate::text::width::Measure;

/// The most cells that text is moved by.
const FARTHEST: usize = 8;

/// The bytes that moving takes: twice to the place, twice the order.
const PRICE: usize = 26;

/// Cells of a row moved along it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    /// The first column that changes.
    from: usize,
    /// The column after the last that changes.
    until: usize,
    /// By how many cells.
    by: usize,
    /// To the right, as by typing, or to the left, as by erasing.
    to_the_right: bool,
}

impl Shift {
    /// How to move cells so that fewer bytes make the row `before` the row `after`, if any way does.
    pub fn find(before: &[Cell], after: &[Cell]) -> Option<Self> {
        let from = before.iter().zip(after).position(|(one, other)| one != other)?;
        let end = before.iter().zip(after).rposition(|(one, other)| one != other)? + 1;
        let mut least = cost(before.iter().zip(after).map(|(shown, wanted)| (Some(shown), wanted)), usize::MAX);
        if least <= PRICE + 4 || !before.iter().chain(after).all(is_plain) {
            return None;
        }
        let mut found = None;
        for until in end..(end + 2).min(before.len() + 1) {
            for by in 1..=FARTHEST.min((until - from).saturating_sub(1)) {
                for to_the_right in [true, false] {
                    let shift = Self { from, until, by, to_the_right };
                    if shift.cuts_no_character(before) {
                        let rest = shift.rest(before, after, least.saturating_sub(PRICE));
                        if rest + PRICE < least {
                            (least, found) = (rest + PRICE, Some(shift));
                        }
                    }
                }
            }
        }
        found
    }

    /// Where the cells are deleted, and where as many are inserted then.
    fn places(self) -> (usize, usize) {
        let far = self.until - self.by;
        if self.to_the_right { (far, self.from) } else { (self.from, far) }
    }

    /// Whether no character of two cells would be torn apart: terminals differ on what becomes of it.
    fn cuts_no_character(self, row: &[Cell]) -> bool {
        let (delete, insert) = self.places();
        // Cells are inserted after those to the right of the deleted ones have come closer.
        let insert = if insert > delete { insert + self.by } else { insert };
        [delete, delete + self.by, insert].into_iter().all(|at| {
            let before = at.checked_sub(1).and_then(|before| row.get(before));
            before.is_none_or(|cell| Measure::default().text(cell.symbol()) < 2)
        })
    }

    /// The bytes of the cells that are wrong after the move, as far as `limit`.
    fn rest(self, before: &[Cell], after: &[Cell], limit: usize) -> usize {
        let shown = |at: usize| match self.to_the_right {
            true => at.checked_sub(self.by).filter(|&source| source >= self.from),
            false => Some(at + self.by).filter(|&source| source < self.until),
        };
        let moved = (self.from..self.until).map(|at| (shown(at).map(|source| &before[source]), &after[at]));
        cost(moved, limit)
    }

    /// Tells the terminal, in row `y`.
    pub fn write(self, y: u16, travel: &mut Travel, out: &mut Vec<u8>) {
        let (delete, insert) = self.places();
        for (at, order) in [(delete, 'P'), (insert, '@')] {
            travel.go(column(at), y, out);
            let count = if self.by == 1 { String::new() } else { self.by.to_string() };
            out.extend_from_slice(format!("\x1b[{count}{order}").as_bytes());
        }
    }

    /// Makes `row` what the terminal then shows. What is inserted is like no cell of any frame, so that all of it is drawn.
    pub fn apply(self, row: &mut [Cell]) {
        let moved = &mut row[self.from..self.until];
        let inserted = if self.to_the_right {
            moved.rotate_right(self.by);
            self.from..self.from + self.by
        } else {
            moved.rotate_left(self.by);
            self.until - self.by..self.until
        };
        row[inserted].fill(unlike());
    }
}

/// A cell that is like none of any frame.
pub(super) fn unlike() -> Cell {
    let mut cell = Cell::new(" ");
    cell.modifier = Modifier::all();
    cell
}

fn column(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

/// The bytes of the characters that are shown wrongly, counted no further than `limit`.
fn cost<'a>(cells: impl Iterator<Item = (Option<&'a Cell>, &'a Cell)>, limit: usize) -> usize {
    let mut bytes = 0;
    for (shown, wanted) in cells {
        if shown != Some(wanted) {
            bytes += wanted.symbol().len();
            if bytes > limit {
                break;
            }
        }
    }
    bytes
}

/// Whether it is certain how many cells the terminal gives to what stands here.
fn is_plain(cell: &Cell) -> bool {
    let symbol = cell.symbol();
    cell.diff_option == CellDiffOption::None && (symbol.len() == 1 || symbol.chars().nth(1).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn row(text: &str) -> Vec<Cell> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 1));
        buffer.set_string(0, 0, text, Style::default());
        buffer.content
    }

    #[test]
    fn text_pushed_along_is_moved_and_the_pane_beside_it_stays() {
        let (before, after) = (row("经研究，现答复如下。您好│检查清单"), row("经你研究，现答复如下。您│检查清单"));
        let shift = Shift::find(&before, &after).unwrap();
        assert_eq!(shift, Shift { from: 2, until: 24, by: 2, to_the_right: true });
        let mut shown = before;
        shift.apply(&mut shown);
        let wrong: Vec<usize> = (0..40).filter(|&at| shown[at] != after[at]).collect();
        assert_eq!(wrong, [2, 3]);
        let mut out = Vec::new();
        shift.write(0, &mut Travel::default(), &mut out);
        assert_eq!(String::from_utf8(out).unwrap(), "\x1b[1;23H\x1b[2P\x1b[3G\x1b[2@");
    }

    #[test]
    fn text_that_closes_a_gap_is_moved_back() {
        let (before, after) = (row("经你研究，现答复如下。您│检查清单"), row("经研究，现答复如下。您好│检查清单"));
        let shift = Shift::find(&before, &after).unwrap();
        assert_eq!(shift, Shift { from: 2, until: 24, by: 2, to_the_right: false });
    }

    #[test]
    fn what_is_short_or_of_uncertain_width_is_sent_again() {
        assert_eq!(Shift::find(&row("现答复如下"), &row("现就答复如")), None);
        let joined = row("经研究，现答复如下👨‍👩‍👧，请予指正指导意见建议");
        assert_eq!(Shift::find(&joined, &row("经研究，现就答复如下👨‍👩‍👧，请予指正指导意见建议")), None);
    }
}
