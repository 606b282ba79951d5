//! The two sides of the import screen follow each other: where one is in the source, and of which row that is.

use std::ops::Range;

use super::piece;
use super::rows::Row;
use super::screen::Intake;
use super::tags::{self, TagKind};
use crate::app::editor::Marking;
use crate::app::layout::IntakeAreas;
use crate::text::width::Measure;

impl Intake {
    /// After the cursor of the source has moved: the row that its stretch belongs to is chosen.
    pub fn follow_source(&mut self) {
        let at = self.source.cursor();
        let line = self.line_range(self.line_number(at));
        let touched = piece::touched(self.sorting().pieces(), &line);
        // A label leads to what it labels.
        let is_routine = |it: &&piece::Piece| matches!(it.fate, piece::Fate::LeftOut(reason) if reason.is_routine());
        let under = touched.iter().filter(|it| !is_routine(it)).find(|it| it.range.contains(&at));
        let under = under.or_else(|| touched.iter().find(|it| !is_routine(it))).or_else(|| touched.first());
        let Some(under) = under.cloned() else {
            return;
        };
        let belongs = |row: &Row| match row {
            Row::Element(element) => under.fate.element() == Some(*element),
            Row::LeftOut { range, .. } => *range == under.range,
            Row::Part { places, .. } => under.fate.is_body() && places.contains(&under.range),
            Row::Body => under.fate.is_body(),
            Row::Routine(_) => matches!(under.fate, piece::Fate::LeftOut(reason) if reason.is_routine()),
            _ => false,
        };
        // The part of the body is nearer than the body.
        let nearest = self.rows().iter().rposition(belongs);
        if let Some(row) = nearest {
            self.list.selected = row;
            self.typing = false;
            self.reread();
        }
    }

    /// The parts of the source to be drawn apart: by what became of them, and those of the chosen row over it.
    fn marks(&self) -> Vec<(Range<usize>, Marking)> {
        let fate = |it: &piece::Piece| {
            let marking = match tags::tag(it.fate).1 {
                TagKind::Unplaced => Marking::Unplaced,
                TagKind::Element => Marking::Placed,
                TagKind::LeftOut => Marking::LeftOut,
                TagKind::Body => return None,
            };
            Some((it.range.clone(), marking))
        };
        let mut marks: Vec<_> = self.sorting().pieces().iter().filter_map(fate).collect();
        let row = self.row().filter(|row| !matches!(row, Row::Body));
        let linked = row.map(|row| self.places(row)).unwrap_or_default();
        marks.extend(linked.into_iter().map(|range| (range, Marking::Linked)));
        marks
    }

    /// Fits both sides into their areas and marks the source.
    pub(in crate::app) fn fit(&mut self, areas: &IntakeAreas, measure: Measure) {
        self.source.fit(usize::from(areas.text.width), usize::from(areas.text.height), measure);
        self.list.fit(self.rows().len(), usize::from(areas.rows.height));
        let marks = self.marks();
        self.source.mark(marks.into_iter());
    }
}
