//! Putting text into a buffer cell by cell, with an eye to wide characters.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::theme::Theme;
use crate::app::command::Place;
use crate::app::keymap::Keymap;
use crate::app::layout::Area;
use crate::app::line::Line;
use crate::text::clusters;
use crate::text::hidden;
use crate::text::width::Measure;
use crate::text::wrap;

/// Draws into one frame.
pub(super) struct Ink<'a> {
    /// The frame's cells.
    pub buffer: &'a mut Buffer,
    /// How the terminal measures text.
    pub measure: Measure,
    /// How everything looks.
    pub theme: Theme,
    /// The keys of the commands, and where they are looked up.
    pub keys: (&'a Keymap, &'static [Place]),
}

/// The characters of lines and corners.
pub(super) struct Lines {
    pub across: &'static str,
    pub down: &'static str,
    pub tee: &'static str,
    pub corners: [&'static str; 4],
}

const FINE: Lines = Lines { across: "─", down: "│", tee: "┬", corners: ["┌", "┐", "└", "┘"] };

/// Where the characters of lines take two cells, they would tear the panes apart.
const PLAIN: Lines = Lines { across: "-", down: "|", tee: "+", corners: ["+", "+", "+", "+"] };

pub(super) fn rect(area: Area) -> Rect {
    Rect { x: area.x, y: area.y, width: area.width, height: area.height }
}

impl Ink<'_> {
    /// `words` with every `{command}` in them made the key that gives it here.
    pub fn words(&self, words: &str) -> String {
        let (keymap, places) = self.keys;
        keymap.words(words, places)
    }

    pub fn lines(&self) -> &'static Lines {
        if self.measure.ambiguous_wide { &PLAIN } else { &FINE }
    }

    /// Writes `text` from (`x`, `y`) into at most `width` cells, shortened where it does not fit, and gives the column after it.
    pub fn text(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
        let whole = hidden::shown(text);
        let text = whole.as_ref();
        let shortened;
        let fits = self.measure.fit(text, usize::from(width)).0.len() == text.len();
        let shown = if fits {
            text
        } else {
            shortened = self.measure.shorten(text, usize::from(width));
            &shortened
        };
        // What is written over something keeps its background, as a row of a chosen list does.
        clusters::of(shown).filter(|(_, it)| *it != "\t").fold(x, |x, (_, cluster)| self.put(x, y, cluster, style))
    }

    /// Puts one cluster over what is there and gives the column after it.
    fn put(&mut self, x: u16, y: u16, cluster: &str, style: Style) -> u16 {
        // A joiner that joins nothing would join what the terminal gets next; with it, a cluster has four bytes.
        let (cluster, _) = if cluster.len() < 4 { (cluster, 0) } else { hidden::apart(cluster) };
        let cells = u16::try_from(self.measure.text(cluster)).unwrap_or(1);
        if cells == 0 {
            return x;
        }
        if let Some(cell) = self.buffer.cell_mut(Position { x, y }) {
            cell.set_symbol(cluster).set_style(style);
            if let Some(cells) = NonZeroU16::new(cells).filter(|_| Measure::default() != self.measure) {
                cell.set_diff_option(CellDiffOption::ForcedWidth(cells));
            }
        }
        let after = x.saturating_add(cells);
        for covered in x + 1..after {
            if let Some(cell) = self.buffer.cell_mut(Position { x: covered, y }) {
                cell.reset();
            }
        }
        after
    }

    /// Writes one cluster of typed text and gives the column after it.
    ///
    /// Its width is the one that the text was wrapped by, also where the terminal makes “ two cells wide.
    pub fn cluster(&mut self, x: u16, y: u16, cluster: &str, style: Style) -> u16 {
        if cluster == "\t" {
            return (0..wrap::TAB).fold(x, |x, _| self.put(x, y, " ", style));
        }
        let x = self.put(x, y, cluster, style);
        let (_, hidden) = hidden::apart(cluster);
        (0..hidden).fold(x, |x, _| self.put(x, y, hidden::SIGN, style.patch(self.theme.dim())))
    }

    /// Sets the style of every cell of `area`.
    pub fn style(&mut self, area: Area, style: Style) {
        self.buffer.set_style(rect(area), style);
    }

    /// Empties `area`. A wide character that reaches into it from the left is taken away whole: half of one would stay.
    pub fn blank(&mut self, area: Area) {
        for y in area.y..area.y.saturating_add(area.height) {
            if let Some(left) = area.x.checked_sub(1)
                && let Some(cell) = self.buffer.cell_mut(Position { x: left, y })
                && Measure::default().text(cell.symbol()) > 1
            {
                cell.set_symbol(" ");
            }
            for x in area.x..area.x.saturating_add(area.width) {
                if let Some(cell) = self.buffer.cell_mut(Position { x, y }) {
                    cell.reset();
                }
            }
        }
    }

    /// A row of the line character.
    pub fn across(&mut self, x: u16, y: u16, width: u16) {
        let (line, style) = (self.lines().across, self.theme.border());
        for x in x..x.saturating_add(width) {
            self.buffer.set_stringn(x, y, line, 1, style);
        }
    }

    /// A column of the line character.
    pub fn down(&mut self, x: u16, y: u16, height: u16) {
        let (line, style) = (self.lines().down, self.theme.border());
        for y in y..y.saturating_add(height) {
            self.buffer.set_stringn(x, y, line, 1, style);
        }
    }

    /// An emptied box with a border and a title; gives the area inside.
    pub fn window(&mut self, area: Area, title: &str) -> Area {
        self.blank(area);
        if area.width < 2 || area.height < 2 {
            return Area::default();
        }
        let (right, bottom) = (area.x + area.width - 1, area.y + area.height - 1);
        self.across(area.x + 1, area.y, area.width - 2);
        self.across(area.x + 1, bottom, area.width - 2);
        self.down(area.x, area.y + 1, area.height - 2);
        self.down(right, area.y + 1, area.height - 2);
        let corners = self.lines().corners;
        let places = [(area.x, area.y), (right, area.y), (area.x, bottom), (right, bottom)];
        for (corner, (x, y)) in corners.into_iter().zip(places) {
            self.buffer.set_stringn(x, y, corner, 1, self.theme.border());
        }
        let style = self.theme.title(true);
        self.text(area.x + 2, area.y, area.width.saturating_sub(4), &format!(" {title} "), style);
        area.inner(1, 1, 1, 1)
    }

    /// A line being typed into, scrolled so that its cursor is seen; gives the cursor's place.
    pub fn line(&mut self, x: u16, y: u16, width: u16, line: &Line, hint: &str) -> Position {
        let area = Area { x, y, width, height: 1 };
        self.style(area, self.theme.input());
        if line.text().is_empty() {
            let style = self.theme.dim();
            self.text(x, y, width, hint, style);
            return Position { x, y };
        }
        let measure = self.measure;
        let cells_of = |text: &str| measure.text(&hidden::shown(text));
        let room = usize::from(width.saturating_sub(1));
        // What stands before the cursor is cut from the left until the cursor fits.
        let mut start = 0;
        while cells_of(&line.text()[start..line.cursor()]) > room {
            start = crate::app::boundaries::next_character(line.text(), start);
        }
        let shown = &line.text()[start..];
        let shown = hidden::shown(shown);
        let (fitted, _) = measure.fit(&shown, usize::from(width));
        self.text(x, y, width, fitted, self.theme.input());
        if let Some(range) = line.selection() {
            let column = |offset: usize| cells_of(&line.text()[start..offset.max(start)]).min(usize::from(width));
            let (from, to) = (column(range.start), column(range.end));
            let cells = |count: usize| u16::try_from(count).unwrap_or(width);
            self.style(Area { x: x + cells(from), width: cells(to - from), ..area }, self.theme.selection());
        }
        let column = cells_of(&line.text()[start..line.cursor()]);
        Position { x: x + u16::try_from(column).unwrap_or(0), y }
    }
}
