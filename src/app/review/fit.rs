//! Fitting what the review shows into its panes, and marking its places in the text.

use std::ops::Range;

use super::rows::fold;
use super::walk;
use crate::app::editor::Marking;
use crate::app::layout::Layout;
use crate::app::overlay::Overlay;
use crate::app::state::State;
use crate::letter::Field;

/// Folds card and redline to their panes and keeps what is chosen in sight.
pub fn fit(state: &mut State, layout: &Layout) {
    let measure = state.measure;
    if let (Some(walk), Some(areas)) = (&mut state.review.walk, &layout.walk) {
        let (width, height) = (usize::from(areas.text.width), usize::from(areas.text.height));
        walk.rows = fold(&walk.lines, width, measure);
        if std::mem::take(&mut walk.follow) {
            let leads = |row: &super::rows::Line| row.leads == Some(walk.evidence);
            let first = walk.rows.iter().position(leads).unwrap_or(0);
            let last = walk.rows.iter().rposition(leads).unwrap_or(0);
            walk.top = walk.top.max((last + 1).saturating_sub(height)).min(first);
        }
        walk.top = walk.top.min(walk.rows.len().saturating_sub(height));
        let count = state.review.board.as_ref().map_or(0, |board| board.items.len());
        walk.list.fit(count, areas.list.map_or(1, |list| usize::from(list.height.saturating_sub(1))));
    }
    if let Some(Overlay::Review(dialog)) = state.overlays.last_mut() {
        dialog.fit(usize::from(layout.rows.width), usize::from(layout.rows.height), measure);
    }
}

/// What is to be marked in the body: the evidence of the item on the card, and the remarks that are not settled.
pub fn marks(state: &State) -> Vec<(Range<usize>, Marking)> {
    let mut marks: Vec<(Range<usize>, Marking)> =
        state.review.open_in_body().map(|(_, range)| (range, Marking::Remark)).collect();
    if let (Some(walk), Some(listed)) = (&state.review.walk, walk::current(state)) {
        let places = listed.item.evidence.iter().enumerate().filter(|(_, evidence)| evidence.field == Field::Body);
        marks.extend(places.map(|(at, evidence)| {
            (evidence.range.clone(), if at == walk.evidence { Marking::Evidence } else { Marking::Mentioned })
        }));
    }
    marks
}
