//! Two changes of the draft that contradict each other: shown side by side, place by place, to choose from.

use super::rows::{self, Line, Piece, Tone};
use super::{Dialog, Wanted};
use crate::app::editor::Motion;
use crate::app::effect::Effect;
use crate::app::list::List;
use crate::app::overlay::Overlay;
use crate::app::state::State;
use crate::letter::merge::{Conflict, Side};
use crate::text::width::Measure;

/// How much of the text before a place is shown, in characters.
const LEADING: usize = 16;

/// The places, and what was chosen at each.
#[derive(Clone, Debug)]
pub struct Contradiction {
    places: Vec<(Conflict, Option<Side>)>,
    /// Who saved the other text, in words.
    by: String,
    /// The chosen place.
    pub list: List,
    /// The rows; each leads to its place.
    pub rows: Vec<Line>,
    /// The first row that is shown.
    pub top: usize,
}

impl Contradiction {
    /// How many places there are, and at how many nothing was chosen.
    pub fn counts(&self) -> (usize, usize) {
        (self.places.len(), self.places.iter().filter(|(_, side)| side.is_none()).count())
    }

    /// Folds it to `width` cells and keeps the chosen place in the `height` rows.
    pub fn fit(&mut self, width: usize, height: usize, measure: Measure) {
        let lines: Vec<Line> = self.places.iter().enumerate().flat_map(|(at, place)| self.lines(at, place)).collect();
        self.rows = rows::fold(&lines, width, measure);
        let own = |row: &Line| row.leads == Some(self.list.selected);
        let first = self.rows.iter().position(own).unwrap_or(0);
        let last = self.rows.iter().rposition(own).unwrap_or(0);
        self.top = self.top.max((last + 1).saturating_sub(height)).min(first);
    }

    fn lines(&self, at: usize, (conflict, side): &(Conflict, Option<Side>)) -> Vec<Line> {
        let told = match side {
            None => Piece::new(Tone::Doubtful, "　未选"),
            Some(Side::Mine) => Piece::new(Tone::Good, "　用我的"),
            Some(Side::Both) => Piece::new(Tone::Good, "　两个都留"),
            Some(Side::Theirs) => Piece::new(Tone::Good, "　用别处的"),
        };
        let before: String = {
            let skipped = conflict.before.chars().count().saturating_sub(LEADING);
            conflict.before.chars().skip(skipped).collect()
        };
        let place = if before.is_empty() { String::new() } else { format!("“{before}”之后") };
        let head = Piece::new(Tone::Strong, format!("{}. {}{place}", at + 1, conflict.field.label()));
        let version = |own: bool, name: &str, text: &str| {
            let sign = if own { "● " } else { "○ " };
            let tone = if own { Tone::Strong } else { Tone::Dim };
            let mut lines = text.trim_end_matches('\n').split('\n');
            let first = lines.next().filter(|line| !line.is_empty()).unwrap_or("（删去）");
            let first = Line::pieces([
                Piece::new(tone, sign),
                Piece::new(Tone::Dim, format!("{name}　")),
                Piece::new(Tone::Plain, first),
            ]);
            let more = lines.map(|line| Line::of(Tone::Plain, line)).collect::<Vec<_>>();
            [vec![first], more].concat().into_iter().map(|line| line.indented(2)).collect::<Vec<_>>()
        };
        let mine = version(matches!(side, Some(Side::Mine | Side::Both)), "我的", &conflict.mine);
        let theirs = version(matches!(side, Some(Side::Theirs | Side::Both)), &self.by, &conflict.theirs);
        [vec![Line::pieces([head, told])], mine, theirs, vec![Line::default()]]
            .concat()
            .into_iter()
            .map(|line| line.leading(at))
            .collect()
    }

    /// Moves among the places, or, sideways, among what can stand at the chosen one.
    pub(super) fn step(&mut self, motion: Motion, height: usize) {
        let steps: isize = match motion {
            Motion::Left => -1,
            Motion::Right => 1,
            _ => {
                self.list.step(motion, self.places.len(), height);
                return;
            }
        };
        let Some((conflict, side)) = self.places.get_mut(self.list.selected) else { return };
        let sides: &[Side] =
            if conflict.takes_both() { &[Side::Mine, Side::Both, Side::Theirs] } else { &[Side::Mine, Side::Theirs] };
        let at = side.and_then(|side| sides.iter().position(|it| *it == side));
        let to = match at {
            None if steps < 0 => 0,
            None => sides.len() - 1,
            Some(at) => at.saturating_add_signed(steps).min(sides.len() - 1),
        };
        *side = sides.get(to).copied();
    }
}

/// Shows where the changes contradict each other.
pub(super) fn show(state: &mut State, conflicts: Vec<Conflict>) {
    let by = state.review.elsewhere.clone().unwrap_or_else(|| "别处".to_owned()).trim().to_owned();
    let mut places: Vec<(Conflict, Option<Side>)> = conflicts.into_iter().map(|conflict| (conflict, None)).collect();
    // What was chosen before the other side saved once more still holds where the place is the same.
    let open = |overlay: &Overlay| matches!(overlay, Overlay::Review(Dialog::Contradiction(_)));
    if let Some(at) = state.overlays.iter().position(open)
        && let Overlay::Review(Dialog::Contradiction(before)) = state.overlays.remove(at)
    {
        for (conflict, side) in &mut places {
            *side = before.places.iter().find(|(known, _)| known == conflict).and_then(|(_, side)| *side);
        }
    }
    let shown = Contradiction { places, by, list: List::default(), rows: Vec::new(), top: 0 };
    state.overlays.push(Overlay::Review(Dialog::Contradiction(Box::new(shown))));
}

/// Brings the changes together as was chosen, once something was chosen at every place.
pub(super) fn agree(state: &mut State) {
    let Some(Overlay::Review(Dialog::Contradiction(shown))) = state.overlays.last_mut() else { return };
    if let Some(open) = shown.places.iter().position(|(_, side)| side.is_none()) {
        shown.list.selected = open;
        let (_, left) = shown.counts();
        return state.warn(format!("还有 {left} 处没有选：按 ← 用我的，按 → 用别处的"));
    }
    let decided = shown.places.iter().filter_map(|(conflict, side)| Some((conflict.clone(), (*side)?))).collect();
    state.effects.push(Effect::Review(Wanted::Merge(decided)));
}
