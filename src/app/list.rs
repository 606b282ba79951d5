//! A list one can go through: which row is chosen, and which is the first shown.

use super::editor::Motion;

/// The position in a list whose rows are kept elsewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// The chosen row, from 0.
    pub selected: usize,
    /// The first row shown, from 0.
    pub top: usize,
}

impl List {
    /// Moves the choice among `count` rows, of which `height` are shown. Says whether `motion` is one for lists.
    pub fn step(&mut self, motion: Motion, count: usize, height: usize) -> bool {
        let last = count.saturating_sub(1);
        let page = height.saturating_sub(1).max(1);
        self.selected = match motion {
            Motion::Up => self.selected.saturating_sub(1),
            Motion::Down => self.selected + 1,
            Motion::PageUp => self.selected.saturating_sub(page),
            Motion::PageDown => self.selected + page,
            Motion::Top | Motion::LineStart => 0,
            Motion::Bottom | Motion::LineEnd => last,
            _ => return false,
        }
        .min(last);
        self.fit(count, height);
        true
    }

    /// Moves the choice off headings, downwards or upwards; back where that way has only headings.
    pub fn skip<T>(&mut self, rows: &[T], heading: impl Fn(&T) -> bool, downwards: bool) {
        self.selected = self.selected.min(rows.len().saturating_sub(1));
        let below = || (self.selected..rows.len()).find(|&row| !heading(&rows[row]));
        let above = || (0..=self.selected).rev().find(|&row| rows.get(row).is_some_and(|row| !heading(row)));
        let found = if downwards { below().or_else(above) } else { above().or_else(below) };
        self.selected = found.unwrap_or(0);
    }

    /// Keeps the choice among `count` rows and the chosen row among the `height` shown.
    pub fn fit(&mut self, count: usize, height: usize) {
        self.selected = self.selected.min(count.saturating_sub(1));
        self.top = self.top.min(count.saturating_sub(height)).min(self.selected);
        if height > 0 && self.selected >= self.top + height {
            self.top = self.selected + 1 - height;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_row_is_always_shown() {
        let mut list = List::default();
        for (motion, selected, top) in [
            (Motion::Down, 1, 0),
            (Motion::PageDown, 3, 1),
            (Motion::Bottom, 9, 7),
            (Motion::Down, 9, 7),
            (Motion::Up, 8, 7),
            (Motion::Top, 0, 0),
        ] {
            assert!(list.step(motion, 10, 3));
            assert_eq!((list.selected, list.top), (selected, top), "{motion:?}");
        }
        list.step(Motion::Bottom, 10, 3);
        list.fit(0, 3);
        assert_eq!(list, List::default());
    }
}
