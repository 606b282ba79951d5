//! Keys in the picker of phrases, documents, contacts and paragraphs of earlier letters.

use super::command::Command;
use super::editor::Motion;
use super::effect::Effect;
use super::element::Element;
use super::history::Action;
use super::keymap::Given;
use super::over::on_line;
use super::overlay::Overlay;
use super::picker::{Picker, Recalled};
use super::state::{Pane, State};
use super::update::insert;
use crate::recall::{Near, Passage, Shelf};

/// Opens the picker over the letter, or over the form.
pub(super) fn open(state: &mut State) {
    let shelf = shelf(state);
    state.recalls += 1;
    let picker = Picker::new(shelf, state.habit, state.recalls);
    state.overlays.push(Overlay::Phrases(picker));
    ask(state);
}

/// Everything at hand: what was read at the start, and whom letters name as contacts.
fn shelf(state: &State) -> Vec<Passage> {
    let mut shelf = state.shelf.clone();
    let letter = state.sheet().map(|sheet| &sheet.document.draft().letter);
    if letter.is_some_and(|letter| letter.addressees.len() > 1 || letter.addressee_total > Some(1)) {
        for phrase in shelf.iter_mut().filter(|it| it.shelf == Shelf::Phrases) {
            phrase.text = phrase.text.replace('您', "你们");
        }
    }
    let own = state.sheet().map(|sheet| sheet.document.path().to_owned()).unwrap_or_default();
    let values = state.library.values(&own);
    let separators = Element::Contacts.separators().unwrap_or(&[]);
    let others = values.iter().filter(|(element, _)| *element == Element::Contacts);
    let others = others.flat_map(|(_, text)| super::entries::of(text, separators)).map(|text| (text, "以前的函"));
    let office = state.office.contacts.iter().map(|text| (text.as_str(), "本单位"));
    for (text, note) in office.chain(others) {
        let known = shelf.iter().any(|it| it.shelf == Shelf::Contacts && it.text == text);
        if !known {
            let (title, text, note) = (text.to_owned(), text.to_owned(), note.to_owned());
            shelf.push(Passage { shelf: Shelf::Contacts, title, text, note });
        }
    }
    shelf
}

/// Asks for paragraphs of earlier letters that answer what is typed.
fn ask(state: &mut State) {
    let Some(Overlay::Phrases(picker)) = state.overlays.last() else {
        return;
    };
    let near = state.sheet.as_ref().map(|sheet| {
        let (draft, path) = (sheet.document.draft(), sheet.document.path().to_owned());
        Near { path, issuer: draft.letter.issuer.clone(), topic: draft.matter.title.clone() }
    });
    let query = picker.query.text().to_owned();
    state.effects.push(Effect::Recall { serial: state.recalls, query, near: near.unwrap_or_default() });
}

/// After the line of the picker was typed into.
pub(super) fn refind(state: &mut State) {
    state.recalls += 1;
    let serial = state.recalls;
    if let Some(Overlay::Phrases(picker)) = state.overlays.last_mut() {
        picker.refind(serial);
        ask(state);
    }
}

/// Takes in what was found among earlier letters. Says whether it is still wanted.
pub(super) fn on_recalled(state: &mut State, recalled: Recalled) -> bool {
    match state.overlays.last_mut() {
        Some(Overlay::Phrases(picker)) => picker.recall(recalled),
        _ => false,
    }
}

/// Carries out a command for the picker. Says whether it was one for it.
pub(super) fn perform(state: &mut State, given: Given, height: usize) -> bool {
    let Some(Overlay::Phrases(picker)) = state.overlays.last_mut() else {
        return false;
    };
    match given.command {
        Command::Choose => {
            let text = picker.text().map(str::to_owned);
            let Some(text) = text else {
                return true;
            };
            state.overlays.pop();
            put_in(state, &text);
        }
        Command::Phrases => {
            state.overlays.pop();
        }
        Command::NextShelf | Command::PreviousShelf => {
            picker.turn(given.command == Command::NextShelf);
        }
        Command::BareText => {
            picker.habit.bare = !picker.habit.bare;
            state.habit = picker.habit;
        }
        Command::Move(motion @ (Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown)) => {
            let count = picker.shown().len();
            picker.list.step(motion, count, height);
        }
        _ => return on_line(state, given),
    }
    true
}

/// Inserts at the cursor: in the form or the body, whichever it was asked for from.
fn put_in(state: &mut State, text: &str) {
    if let Some(sheet) = state.sheet.as_mut().filter(|_| state.overlays.is_empty()) {
        sheet.focus = Pane::Body;
    }
    insert(state, text, Action::Whole);
}
