//! Passing several items together, after a look at them: what the machine has proven, or the figures of one paragraph.

use super::{Dialog, talk, walk};
use crate::app::list::List;
use crate::app::overlay::Overlay;
use crate::app::state::State;
use crate::review::{Item, Verdict};

/// Items that can be passed together.
#[derive(Clone, Debug)]
pub struct Proven {
    /// What they have in common.
    pub title: String,
    /// The items.
    pub items: Vec<Item>,
    /// How far the list is scrolled.
    pub list: List,
}

/// Shows what can be passed together: beside a figure the figures of its paragraph, otherwise what the machine has proven.
pub fn open(state: &mut State) {
    let Some(listed) = walk::current(state) else { return };
    let Some(board) = &state.review.board else { return };
    let waiting = || board.items.iter().filter(|listed| listed.stand.awaits);
    let (title, items): (String, Vec<Item>) = if listed.item.key == "figure" {
        let group = |item: &Item| item.selector.rsplit_once('.').map(|(paragraph, _)| paragraph.to_owned());
        let own = group(&listed.item);
        let figure = |other: &&super::board::Listed| other.item.key == "figure" && group(&other.item) == own;
        let figures = waiting().filter(figure).filter(|other| !other.machine.against);
        let title = listed.item.title.trim_end_matches(|character: char| character.is_ascii_digit());
        (format!("{title}一并通过"), figures.map(|other| other.item.clone()).collect())
    } else {
        let proven = waiting().filter(|other| other.machine.proven);
        ("机器已查证的一并通过".to_owned(), proven.map(|other| other.item.clone()).collect())
    };
    if items.is_empty() {
        return state.say("没有可以一并通过的项，请逐项核对");
    }
    if let Some(refusal) = board.refusal.clone() {
        return state.warn(refusal);
    }
    state.overlays.push(Overlay::Review(Dialog::Proven(Proven { title, items, list: List::default() })));
}

/// Passes them.
pub fn agree(state: &mut State) {
    let Some(Overlay::Review(Dialog::Proven(proven))) = state.overlays.pop() else {
        return;
    };
    let Some(sheet) = &state.sheet else { return };
    let draft = sheet.document.draft();
    let actions = proven.items.iter().map(|item| item.judged(draft, Verdict::Pass)).collect();
    talk::decide(state, actions);
}
