//! Decisions on their way into the record.

use super::words::{Ask, Pending, Words};
use super::{Wanted, walk};
use crate::app::effect::Effect;
use crate::app::state::{AfterSave, Pane, State};
use crate::app::{ignoring, outcome};
use crate::letter::Field;
use crate::review::{Action, Anchor, Progress};

/// Whether the review of the open draft is known; says why where it is not.
pub fn is_ready(state: &mut State) -> bool {
    if state.review.case.is_some() {
        return true;
    }
    let trouble = state.review.trouble.clone().unwrap_or_else(|| "核稿记录还没有读到".to_owned());
    state.warn(trouble);
    false
}

/// Takes decisions down, if whoever sits here may take them: asks for the name first where nobody gave one, and saves
/// first where what was judged is not on the disk yet.
pub fn decide(state: &mut State, actions: Vec<Action>) {
    if !is_ready(state) {
        return;
    }
    let (Some(case), Some(sheet)) = (&state.review.case, &state.sheet) else { return };
    if let Some(fault) = case.faults.first() {
        let words = format!("核稿记录有问题：{fault}。用 dafu review verify 查看");
        return state.warn(words);
    }
    if !case.given {
        return Words::open(state, Ask::Name(Pending::Decisions(actions)));
    }
    let progress = Progress::of(sheet.document.draft(), &case.record, &case.policy);
    let refused = actions.iter().find_map(|action| progress.may(action, &case.who).err());
    if let Some(refusal) = refused {
        return state.warn(refusal.to_string());
    }
    state.review.judged = actions.iter().any(|action| matches!(action, Action::Judge { .. }));
    if sheet.document.is_saved() || sheet.document.read_only().is_some() {
        state.effects.push(Effect::Review(Wanted::Decide(actions)));
    } else {
        state.after_save = AfterSave::Decide(actions);
        state.effects.push(Effect::Save { overwrite: false });
    }
}

/// Goes on with decisions that waited for the draft to be saved.
pub fn saved(state: &mut State, actions: Vec<Action>) {
    state.effects.push(Effect::Review(Wanted::Decide(actions)));
}

/// Keeps the person's name, and goes on with what waited for it.
pub fn introduce(state: &mut State, name: String, pending: Pending) {
    if let Some(case) = &mut state.review.case {
        case.who.clone_from(&name);
        case.given = true;
    }
    state.effects.push(Effect::Review(Wanted::Introduce(name)));
    walk::refresh(state);
    match pending {
        Pending::Decisions(actions) => decide(state, actions),
        Pending::Ignore(requests) => ignoring::decide(state, requests),
        Pending::Export(reason) => outcome::save_and_export(state, reason),
    }
}

/// Asks for the person's name where nobody gave one and something will go into the record. Says whether it asks.
pub fn asks_name(state: &mut State, pending: Pending) -> bool {
    let recorded = |case: &super::Case| match &pending {
        Pending::Export(None) => Progress::is_in_use(&case.record, &case.policy),
        _ => true,
    };
    let asks = state.review.case().is_some_and(|case| !case.given && recorded(case));
    if asks {
        Words::open(state, Ask::Name(pending));
    }
    asks
}

/// Asks what is to be said of the selected words, of the clause under the cursor, or of the evidence on the card.
pub fn begin_remark(state: &mut State) {
    if !is_ready(state) {
        return;
    }
    let Some(sheet) = &state.sheet else { return };
    let body = sheet.document.editor().text();
    let editor = sheet.document.editor();
    // The card may be of a text that has changed since: its place need not be one of this text.
    let is_here = |range: &std::ops::Range<usize>| body.get(range.clone()).is_some();
    let chosen = walk::chosen(state).filter(|_| sheet.focus != Pane::Body).filter(is_here);
    let range = chosen.or_else(|| editor.selection()).unwrap_or_else(|| clause(body, editor.cursor()));
    let range = range.start..body[range.clone()].trim_end().len() + range.start;
    if range.is_empty() {
        return state.say("把光标移到要批注的文字，或先选中它");
    }
    let anchor = Anchor::at(Field::Body, body, range);
    Words::open(state, Ask::Remark(anchor));
}

/// The clause of `body` that byte `at` is in.
fn clause(body: &str, at: usize) -> std::ops::Range<usize> {
    let start = body[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = body[at..].find('\n').map_or(body.len(), |end| at + end);
    let clauses = crate::text::sentence::clauses(&body[start..end]);
    let mut places = clauses.into_iter().map(|range| start + range.start..start + range.end);
    places.find(|range| range.start <= at && at <= range.end).unwrap_or(start..end)
}

/// Brings one's own unsaved changes together with what somebody else saved.
pub fn merge(state: &mut State) {
    if state.review.elsewhere.is_none() {
        return state.say("没有别人存下的改动要合并");
    }
    state.effects.push(Effect::Review(Wanted::Merge(Vec::new())));
}
