//! The reviewer's walk: one item after the other, each with its card, its place shown in the text.

use std::ops::Range;

use super::board::{Board, Listed};
use super::case::Case;
use super::rows::Line;
use super::words::{Ask, Words};
use super::{card, notes, talk, vouched};
use crate::app::editor::Motion;
use crate::app::list::List;
use crate::app::state::{Pane, State};
use crate::letter::Draft;
use crate::letter::Field;
use crate::review::{Action, Kept, Progress, Verdict, item};

/// Where one is in the walk.
#[derive(Clone, Debug, Default)]
pub struct Walk {
    /// The items; the chosen one is the one on the card.
    pub list: List,
    /// The chosen piece of the item's evidence.
    pub evidence: usize,
    /// The card, before it is folded.
    pub(super) lines: Vec<Line>,
    /// The card in rows.
    pub rows: Vec<Line>,
    /// The first row of the card that is shown.
    pub top: usize,
    /// Whether the card is to be moved so that the chosen evidence is seen.
    pub(super) follow: bool,
    /// What the item on the card is called, and its content, so that it is found again when the letter changes.
    name: (String, String),
}

/// Begins the walk at the first item that waits, or ends it.
pub fn toggle(state: &mut State) {
    state.overlays.clear();
    if state.review.walk.take().is_some() {
        return leave(state);
    }
    if !talk::is_ready(state) {
        return;
    }
    state.assess();
    state.review.walk = Some(Walk::default());
    refresh(state);
    if let Some(sheet) = &mut state.sheet {
        sheet.focus = Pane::Checklist;
        // Whoever only reads does not keep the drafter from writing.
        if sheet.document.is_saved() && sheet.document.read_only().is_none() && sheet.document.is_untouched() {
            state.effects.push(crate::app::Effect::Review(super::Wanted::Yield));
        }
    }
    let Some(board) = &state.review.board else { return };
    let first = board.awaiting(0, true);
    let (refusal, told) = (board.refusal.clone(), board.told.clone());
    turn(state, first.unwrap_or(0));
    match (refusal, first) {
        (Some(refusal), _) => state.warn(refusal),
        (None, None) => {
            let next = state.words("{review-proceed} 办理下一步");
            state.say(format!("{told}：没有待核的项。{next}"));
        }
        _ => {}
    }
}

/// Goes back to drafting, and takes the lock again that was let go for the walk.
pub fn leave(state: &mut State) {
    if let Some(sheet) = &mut state.sheet {
        sheet.focus = Pane::Body;
        if sheet.document.read_only() == Some(super::YIELDED) {
            state.effects.push(crate::app::Effect::Review(super::Wanted::Unlock));
        }
    }
}

/// Works out anew how the letter stands, and finds the place in the walk again. Says whether anything is another.
pub fn refresh(state: &mut State) -> bool {
    let (Some(sheet), Some(case)) = (&state.sheet, &state.review.case) else {
        return false;
    };
    let draft = sheet.document.draft();
    let notes = notes::of(&case.record, draft);
    let mut changed = notes != state.review.notes;
    state.review.notes = notes;
    let vouched = vouched::of(draft, &case.record);
    changed |= vouched != state.review.vouched;
    state.review.vouched = vouched;
    let (stage, signed) = standing(draft, case);
    changed |= stage != state.review.stage;
    state.review.stage = stage;
    if std::mem::replace(&mut state.review.signed, signed) && !signed {
        let words = state.words("签字后有了改动，须重新签字（{undo} 撤销）");
        state.warn(words);
    }
    let (Some(sheet), Some(case)) = (&state.sheet, &state.review.case) else {
        return changed;
    };
    let draft = sheet.document.draft();
    let menu = state.overlays.iter().any(super::Dialog::is_menu);
    if state.review.walk.is_none() && !menu {
        state.review.board = None;
        return changed;
    }
    let board = Board::of(draft, case, &sheet.assessment);
    if state.review.board.as_ref() == Some(&board) {
        return changed;
    }
    changed = true;
    state.review.board = Some(board);
    if let (Some(walk), Some(board)) = (&state.review.walk, &state.review.board) {
        let at = place(walk, board);
        let evidence = walk.evidence;
        show(state, at);
        if let Some(walk) = &mut state.review.walk {
            walk.evidence = evidence.min(walk.lines.iter().filter_map(|line| line.leads).max().unwrap_or(0));
        }
    }
    changed
}

/// Where the letter stands in words, and whether somebody has signed or issued it as it is.
fn standing(draft: &Draft, case: &Case) -> (String, bool) {
    if case.record.entries.is_empty() || !Progress::is_in_use(&case.record, &case.policy) {
        return (String::new(), false);
    }
    let progress = Progress::of(draft, &case.record, &case.policy);
    let now = item::letter(draft);
    let of_this = |kept: &Kept| matches!(&kept.entry.action, Action::Sign { letter, .. } | Action::Export { letter, .. } if *letter == now);
    (progress.told(), case.record.entries.iter().any(of_this))
}

/// Where the item on the card is now: the same text of the same name, else the name, else the same text, else the place.
fn place(walk: &Walk, board: &Board) -> usize {
    let (name, content) = &walk.name;
    let find = |is: &dyn Fn(&Listed) -> bool| board.items.iter().position(is);
    find(&|listed| listed.item.selector == *name && listed.item.content == *content)
        .or_else(|| find(&|listed| listed.item.content == *content))
        .or_else(|| find(&|listed| listed.item.selector == *name))
        .unwrap_or(walk.list.selected)
        .min(board.items.len().saturating_sub(1))
}

/// Puts the card of the item at `at` up, without moving the text.
fn show(state: &mut State, at: usize) {
    let (Some(sheet), Some(case), Some(board), Some(walk)) =
        (&state.sheet, &state.review.case, &state.review.board, &mut state.review.walk)
    else {
        return;
    };
    let Some(listed) = board.items.get(at) else { return };
    walk.list.selected = at;
    walk.lines = card::lines(listed, sheet.document.draft(), case);
    if let Some((who, note)) = &board.handed_in {
        walk.lines.insert(0, card::handed_in(who, note));
    }
    walk.name = (listed.item.selector.clone(), listed.item.content.clone());
}

/// Goes to the item at `at`, and in the text to the first of its places there.
pub fn turn(state: &mut State, at: usize) {
    show(state, at);
    let first = current(state).and_then(|listed| {
        listed.item.evidence.iter().position(|evidence| evidence.field == Field::Body && !evidence.range.is_empty())
    });
    if let Some(walk) = &mut state.review.walk {
        walk.evidence = first.unwrap_or(0);
        walk.top = 0;
        walk.follow = false;
    }
    reveal(state);
}

/// The item on the card.
pub fn current(state: &State) -> Option<&Listed> {
    let (walk, board) = (state.review.walk.as_ref()?, state.review.board.as_ref()?);
    board.items.get(walk.list.selected)
}

/// Shows the chosen evidence in the text.
pub fn reveal(state: &mut State) {
    if let (Some(range), Some(sheet)) = (chosen(state), &mut state.sheet) {
        sheet.document.close_run();
        sheet.document.editor_mut().reveal(range.start);
    }
}

/// Where the chosen evidence stands in the body, in bytes.
pub(super) fn chosen(state: &State) -> Option<Range<usize>> {
    let walk = state.review.walk.as_ref()?;
    let evidence = current(state)?.item.evidence.get(walk.evidence)?;
    (evidence.field == Field::Body).then(|| evidence.range.clone())
}

/// Goes through the items.
pub fn step(state: &mut State, motion: Motion) {
    let count = state.review.board.as_ref().map_or(0, |board| board.items.len());
    let Some(walk) = &mut state.review.walk else { return };
    let mut list = walk.list;
    list.step(motion, count, 12);
    if list.selected != walk.list.selected {
        turn(state, list.selected);
    }
}

/// Goes along the evidence, and scrolls where there is no more of it.
pub fn along(state: &mut State, motion: Motion) {
    let count = current(state).map_or(0, |listed| listed.item.evidence.len());
    let Some(walk) = &mut state.review.walk else { return };
    let before = walk.evidence;
    match motion {
        Motion::Up if walk.evidence > 0 => walk.evidence -= 1,
        Motion::Down if walk.evidence + 1 < count => walk.evidence += 1,
        Motion::Up => walk.top = walk.top.saturating_sub(1),
        Motion::Down => walk.top += 1,
        Motion::PageUp => walk.top = walk.top.saturating_sub(8),
        Motion::PageDown => walk.top += 8,
        _ => return,
    }
    walk.follow = walk.evidence != before;
    if walk.follow {
        reveal(state);
    }
}

/// Chooses a piece of evidence.
pub fn choose(state: &mut State, evidence: usize) {
    if let Some(walk) = &mut state.review.walk {
        walk.evidence = evidence;
    }
    reveal(state);
}

/// Goes to the next item that waits, or the one before, and round at the ends.
pub fn next_open(state: &mut State, forwards: bool) {
    let (Some(walk), Some(board)) = (&state.review.walk, &state.review.board) else { return };
    let (at, count) = (walk.list.selected, board.items.len().max(1));
    let from = if forwards { (at + 1) % count } else { (at + count - 1) % count };
    match board.awaiting(from, forwards) {
        Some(next) => turn(state, next),
        None => {
            let returned = board.items.iter().filter(|listed| listed.stand.returned).count();
            let key = state.words("{review-proceed}");
            state.say(match returned {
                0 => format!("各项都已核过。{key} 办理下一步"),
                count => format!("各项都已核过，退回 {count} 项。{key} 整份退回拟稿人"),
            });
        }
    }
}

pub fn pass(state: &mut State) {
    let Some(listed) = current(state) else { return };
    if listed.stand.settled && !listed.stand.awaits {
        return next_open(state, true);
    }
    let item = listed.item.clone();
    let Some(sheet) = &state.sheet else { return };
    let machine =
        super::machine::verdict(&item, sheet.document.draft(), &sheet.assessment.findings, &sheet.assessment.items);
    if machine.stands_against() {
        let label = machine.label();
        return ask_about(state, Ask::PassDespite(Box::new(item), label));
    }
    let action = item.judged(sheet.document.draft(), Verdict::Pass);
    decide(state, vec![action]);
}

pub fn send_back(state: &mut State) {
    if let Some(listed) = current(state) {
        let ask = Ask::Return(Box::new(listed.item.clone()));
        ask_about(state, ask);
    }
}

pub fn not_applicable(state: &mut State) {
    if let Some(listed) = current(state) {
        let ask = Ask::NotApplicable(Box::new(listed.item.clone()));
        ask_about(state, ask);
    }
}

/// Asks for the words of a verdict, unless the person may give none: nobody is to write for nothing.
fn ask_about(state: &mut State, ask: Ask) {
    match state.review.board.as_ref().and_then(|board| board.refusal.clone()) {
        Some(refusal) => state.warn(refusal),
        None => Words::open(state, ask),
    }
}

fn decide(state: &mut State, actions: Vec<Action>) {
    talk::decide(state, actions);
}

/// After a verdict: on to the next item that waits, if the one on the card does not any more.
pub fn advance(state: &mut State) {
    if current(state).is_some_and(|listed| !listed.stand.awaits) {
        next_open(state, true);
    }
}
