//! Beginning a search, and going on with it when its line is closed.

use super::find::Find;
use super::overlay::Overlay;
use super::state::{Pane, State};

/// Opens the search line, with what is selected or was looked for last.
pub(super) fn open(state: &mut State, replacing: bool) {
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    sheet.focus = Pane::Body;
    let editor = sheet.document.editor();
    let selected = editor.selected();
    let query = if selected.is_empty() || selected.contains('\n') { &state.last_search } else { selected };
    let origin = editor.selection().map_or(editor.cursor(), |range| range.start);
    let find = Find::new(origin, query, replacing);
    state.overlays.retain(|overlay| !matches!(overlay, Overlay::Form(_) | Overlay::Find(_)));
    state.overlays.push(Overlay::Find(find));
}

/// Goes to the next place of what was looked for last, or the one before.
pub(super) fn again(state: &mut State, forwards: bool) {
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    let places = super::find::places(sheet.document.editor().text(), &state.last_search);
    if places.is_empty() {
        return open(state, false);
    }
    let editor = sheet.document.editor();
    let here = editor.selection().unwrap_or(editor.cursor()..editor.cursor());
    let found =
        if forwards { super::find::next(&places, here.end) } else { super::find::previous(&places, here.start) };
    if let Some(range) = found {
        sheet.focus = Pane::Body;
        sheet.document.editor_mut().select(range);
    }
}
