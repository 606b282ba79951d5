//! Commands in the body: moving, erasing, the clipboard.

use super::boundaries;
use super::command::Command;
use super::editor::Motion;
use super::effect::Effect;
use super::history::Action;
use super::keymap::Given;
use super::paragraphs;
use super::state::State;
use super::update::insert;
use crate::text::edit::Edit;

/// Carries out a command in the body.
pub(super) fn perform(state: &mut State, given: Given) {
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    let document = &mut sheet.document;
    let selection = document.editor().selection();
    match given.command {
        Command::Move(motion) => {
            document.close_run();
            document.editor_mut().step(motion, given.extend);
        }
        Command::NewLine => {
            insert(state, "\n", Action::Type);
        }
        Command::Backspace => erase(state, Motion::Left),
        Command::Delete => erase(state, Motion::Right),
        Command::BackspaceWord => erase(state, Motion::WordLeft),
        Command::DeleteWord => erase(state, Motion::WordRight),
        Command::SelectAll => {
            let end = document.editor().text().len();
            document.editor_mut().select(0..end);
        }
        Command::Paragraph(what) => paragraphs::perform(state, what),
        Command::Copy | Command::Cut => {
            let Some(range) = selection else {
                return state.say("先用 Shift 加方向键选中文字");
            };
            let text = document.editor().selected().to_owned();
            if given.command == Command::Cut {
                document.edit_body(Action::Whole, vec![Edit::delete(range.clone())], Some(range.start));
            }
            put_on_clipboard(state, text);
        }
        Command::Paste => {
            let text = state.clipboard.clone();
            if text.is_empty() {
                state.say("尚未复制；要粘贴别处的文字，请用终端的粘贴键");
            } else {
                insert(state, &text, Action::Whole);
            }
        }
        _ => {}
    }
}

pub(super) fn put_on_clipboard(state: &mut State, text: String) {
    if !text.is_empty() {
        state.effects.push(Effect::Copy(text.clone()));
        state.clipboard = text;
    }
}

/// Removes the selection, or what `motion` goes over.
fn erase(state: &mut State, motion: Motion) {
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    let document = &mut sheet.document;
    let (range, action) = match document.editor().selection() {
        Some(range) => (range, Action::Whole),
        None => {
            let editor = document.editor();
            let pair = boundaries::empty_pair(editor.text(), editor.cursor());
            let backwards = matches!(motion, Motion::Left | Motion::WordLeft);
            let range = pair.filter(|_| backwards).unwrap_or_else(|| editor.span(motion));
            let one = matches!(motion, Motion::Left | Motion::Right);
            (range, if one { Action::Erase } else { Action::Whole })
        }
    };
    if !range.is_empty() {
        document.edit_body(action, vec![Edit::delete(range.clone())], Some(range.start));
    }
}
