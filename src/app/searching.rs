//! Searching, step by step: beginning it, going on, replacing, and going on when its line is closed.

use super::command::Command;
use super::editor::Motion;
use super::find::{self, Find, Place};
use super::keymap::Given;
use super::line::Line;
use super::overlay::Overlay;
use super::pattern::{Pattern, Wanted};
use super::state::{Pane, Sheet, State};
use crate::letter::Field;
use crate::text::edit::Edit;

/// Opens the search line, with what is selected or was looked for last.
pub(super) fn open(state: &mut State, replacing: bool) {
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    sheet.focus = Pane::Body;
    let editor = sheet.document.editor();
    let selected = editor.selected();
    let mut wanted = state.last_find.clone();
    // A hit that is still selected is no new thing to look for.
    let is_hit = Pattern::new(&wanted).places(selected).next() == Some(0..selected.len());
    if !selected.is_empty() && !selected.contains('\n') && !is_hit {
        wanted = Wanted { words: selected.to_owned(), regex: false, ..wanted };
    }
    let origin = editor.selection().map_or(editor.cursor(), |range| range.start);
    state.overlays.retain(|overlay| !matches!(overlay, Overlay::Form(_) | Overlay::Find(_)));
    state.overlays.push(Overlay::Find(Find::new(origin, wanted, replacing)));
}

/// Goes to the next place of what was looked for last, or the one before.
pub(super) fn again(state: &mut State, forwards: bool) {
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    let mut find = Find::new(0, Wanted { body_only: true, ..state.last_find.clone() }, false);
    if find.places(sheet.document.draft()).is_empty() {
        return open(state, false);
    }
    sheet.focus = Pane::Body;
    step(&mut find, sheet, forwards);
}

/// After what is typed into the search line has changed: goes to the first place from where the search began.
pub(super) fn typed(find: &mut Find, sheet: &mut Sheet) {
    if find.in_replacement {
        return;
    }
    find.reread();
    from_origin(find, sheet);
}

fn from_origin(find: &mut Find, sheet: &mut Sheet) {
    let places = find.places(sheet.document.draft());
    match find::next(&places, (Field::Body, find.origin)) {
        Some(place) => go(find, sheet, place),
        None => sheet.document.editor_mut().place(find.origin),
    }
}

/// A command for the search line. Says whether it was one.
pub(super) fn perform(state: &mut State, given: Given) -> bool {
    let (Some(Overlay::Find(find)), Some(sheet)) = (state.overlays.last_mut(), &mut state.sheet) else {
        return false;
    };
    match given.command {
        Command::Choose if find.in_replacement && is_at_place(find, sheet) => {
            if let Some(reason) = replace_one(find, sheet) {
                state.warn(reason);
            }
        }
        Command::Choose | Command::FindNext => step(find, sheet, true),
        Command::FindPrevious => step(find, sheet, false),
        Command::Move(Motion::Down | Motion::Up) => {
            find.in_replacement = find.replacement.is_some() && !find.in_replacement;
        }
        Command::ReplaceAll => replace_all(state),
        Command::FindRegex | Command::FindExact | Command::FindInBody => {
            let mut wanted = find.wanted().clone();
            let switch = match given.command {
                Command::FindRegex => &mut wanted.regex,
                Command::FindExact => &mut wanted.exact,
                _ => &mut wanted.body_only,
            };
            *switch = !*switch;
            find.want(wanted);
            from_origin(find, sheet);
        }
        Command::Replace if find.replacement.is_none() => find.replacement = Some(Line::default()),
        Command::Find | Command::Replace => {}
        _ => return false,
    }
    remember(state);
    true
}

/// Keeps what is looked for, for when the line is closed.
pub(super) fn remember(state: &mut State) {
    if let Some(Overlay::Find(find)) = state.overlays.last() {
        state.last_find = find.wanted().clone();
    }
}

/// The place one is at: the one in an element, or what is selected in the body.
pub fn here(find: &Find, sheet: &Sheet) -> Place {
    find.element.clone().unwrap_or_else(|| {
        let editor = sheet.document.editor();
        let range = editor.selection().unwrap_or(editor.cursor()..editor.cursor());
        Place { field: Field::Body, range }
    })
}

fn is_at_place(find: &Find, sheet: &Sheet) -> bool {
    find.places(sheet.document.draft()).contains(&here(find, sheet))
}

fn step(find: &mut Find, sheet: &mut Sheet, forwards: bool) {
    let places = find.places(sheet.document.draft());
    let Place { field, range } = here(find, sheet);
    let to =
        if forwards { find::next(&places, (field, range.end)) } else { find::previous(&places, (field, range.start)) };
    if let Some(place) = to {
        go(find, sheet, place);
    }
}

fn go(find: &mut Find, sheet: &mut Sheet, place: Place) {
    if place.field == Field::Body {
        find.element = None;
        sheet.document.close_run();
        sheet.document.editor_mut().select(place.range);
    } else {
        find.element = Some(place);
    }
}

/// Replaces the place one is at and goes to the next; gives the reason where it cannot.
fn replace_one(find: &mut Find, sheet: &mut Sheet) -> Option<String> {
    let place = here(find, sheet);
    let text = find.replaced(sheet.document.draft(), &place);
    let (field, end) = (place.field, place.range.start + text.len());
    let cursor = (field == Field::Body).then_some(end);
    if let Some(reason) = sheet.document.read_only() {
        return Some(reason.to_owned());
    }
    let same = sheet.document.draft().text(field).get(place.range.clone()) == Some(text.as_str());
    if !same && !sheet.document.mend([(field, Edit::replace(place.range, text))], cursor) {
        return Some(format!("{}不能这样写", field.label()));
    }
    find.element = None;
    let places = find.places(sheet.document.draft());
    match find::next(&places, (field, end)) {
        Some(place) => go(find, sheet, place),
        None => {
            let at = sheet.document.editor().cursor();
            sheet.document.editor_mut().place(at);
        }
    }
    None
}

fn replace_all(state: &mut State) {
    let (Some(Overlay::Find(find)), Some(sheet)) = (state.overlays.last_mut(), &mut state.sheet) else {
        return;
    };
    if find.replacement.is_none() {
        return;
    }
    let undo = state.keymap.shown(Command::Undo);
    if let Some(reason) = sheet.document.read_only() {
        let reason = reason.to_owned();
        return state.warn(reason);
    }
    let draft = sheet.document.draft();
    let places = find.places(draft);
    let edit = |place: &Place| (place.field, Edit::replace(place.range.clone(), find.replaced(draft, place)));
    let edits: Vec<(Field, Edit)> = places.iter().map(edit).collect();
    let in_body = places.iter().filter(|place| place.field == Field::Body).count();
    find.element = None;
    let changed = sheet.document.mend(edits, None);
    find.replaced_all |= changed;
    let words = match (changed, places.len() - in_body) {
        (false, _) => "没有可替换的".to_owned(),
        (true, 0) => format!("已替换 {in_body} 处（{undo} 一次撤销）"),
        (true, others) => format!("已替换正文 {in_body} 处、要素 {others} 处（{undo} 一次撤销）"),
    };
    state.say(words);
}
