//! Typing prose, into the body or a field: marks in their Chinese form, and back with Backspace.

use std::ops::Range;

use super::document::Document;
use super::history::Action;
use super::line::Line;
use super::marks::{self, Becoming};
use super::over::line_changed;
use super::overlay::Overlay;
use super::prompt::Purpose;
use super::state::{Pane, State};
use crate::text::characters::is_han;
use crate::text::edit::Edit;

/// A mark that was put in otherwise than typed. Backspace, as the very next key, gives what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Substituted {
    range: Range<usize>,
    typed: char,
}

/// A half-width mark that was typed as the very last key: what follows may tell that it stands among Chinese, as in 43.6%,遇.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pending {
    /// Where it ends, in bytes of the text.
    end: usize,
    mark: char,
}

/// Says where text goes, where a pane has the keys that takes none: nobody is to type a phrase into nothing. Says whether one
/// has.
pub(super) fn went_astray(state: &mut State) -> bool {
    let words = match state.sheet.as_ref().filter(|_| is_letter_shown(state)).map(|sheet| sheet.focus) {
        Some(_) if state.review.walk.is_some() => "没有输入：正在逐项核稿，按 {review-walk} 回到拟稿",
        Some(Pane::Outline) => "没有输入：现在在“提纲”里，按 {close} 回到正文",
        Some(Pane::Checklist) => "没有输入：现在在“检查”里，按 {close} 回到正文",
        Some(Pane::Body) | None => return false,
    };
    let words = state.words(words);
    state.warn(words);
    true
}

/// Whether the panes of a letter are shown with nothing over them.
fn is_letter_shown(state: &State) -> bool {
    state.overlays.is_empty() && !state.in_library && !state.imports.is_shown()
}

/// The body, where the keys go there.
fn body(state: &mut State) -> Option<&mut Document> {
    let shown = is_letter_shown(state);
    let sheet = state.sheet.as_mut().filter(|sheet| shown && sheet.focus == Pane::Body)?;
    Some(&mut sheet.document)
}

/// The line that prose is typed into: names, titles, reasons; no numbers, dates and telephones.
fn line(state: &mut State) -> Option<&mut Line> {
    match state.overlays.last_mut()? {
        Overlay::Form(form) if form.element().is_prose() => Some(&mut form.line),
        Overlay::Prompt(prompt) => {
            let is_prose = match prompt.purpose {
                Purpose::New(_) => prompt.at > 0,
                Purpose::Ignore { .. } => true,
            };
            prompt.lines.get_mut(prompt.at).map(|(.., line)| line).filter(|_| is_prose)
        }
        Overlay::Export(gate) => Some(&mut gate.reason),
        Overlay::Review(dialog) => dialog.line_mut(),
        _ => None,
    }
}

/// Where the cursor is in the text that prose is typed into, with that text.
fn place(state: &mut State) -> Option<(String, usize)> {
    if let Some(document) = body(state) {
        let (text, at) = (document.editor().text(), document.editor().cursor());
        // The paragraph is all that matters, and the body is long.
        let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
        return Some((text[start..end].to_owned(), at - start));
    }
    line(state).map(|line| (line.text().to_owned(), line.cursor()))
}

/// Where the cursor is in the whole text.
fn cursor(state: &mut State) -> usize {
    match body(state) {
        Some(document) => document.editor().cursor(),
        None => line(state).map_or(0, |line| line.cursor()),
    }
}

/// Makes `range` of the whole text read `text`, the cursor going to byte `to`.
fn replace(state: &mut State, action: Action, range: Range<usize>, text: &str, to: usize) {
    if let Some(document) = body(state) {
        document.edit_body(action, vec![Edit::replace(range, text)], Some(to));
    } else if let Some(line) = line(state) {
        line.replace(range, text, to);
        line_changed(state, action);
    }
}

/// Whether the keys go to prose that can be changed.
pub(super) fn takes_prose(state: &mut State) -> bool {
    let is_read_only = state.sheet.as_ref().is_some_and(|sheet| sheet.document.read_only().is_some());
    !is_read_only && (body(state).is_some() || line(state).is_some())
}

/// Notes what was just typed.
pub(super) fn note(state: &mut State, typed: char) {
    let end = cursor(state);
    state.pending_mark = matches!(typed, ',' | ';' | ':' | '?' | '!').then_some(Pending { end, mark: typed });
}

/// Gives a mark that was just typed behind a number or a word its Chinese form, now that `typed` goes on in Chinese.
pub(super) fn settle_mark(state: &mut State, pending: Option<Pending>, typed: char) {
    let Some(Pending { end, mark }) = pending.filter(|_| is_han(typed)) else {
        return;
    };
    let (Some(full), Some((text, at))) = (marks::full_width(mark), place(state)) else {
        return;
    };
    let mut before = text[..at].chars().rev();
    let stands = cursor(state) == end && before.next() == Some(mark);
    let behind_a_word =
        before.next().is_some_and(|it| it.is_ascii_alphanumeric() || matches!(it, '%' | '％' | '‰' | '℃'));
    if stands && behind_a_word {
        let start = end - mark.len_utf8();
        replace(state, Action::Type, start..end, full, start + full.len());
    }
}

/// Puts `typed` in in its Chinese form, or a selection into the pair it begins. Says whether it did.
pub(super) fn put_mark(state: &mut State, typed: char) -> bool {
    let selection = match body(state) {
        Some(document) => document.editor().selection().map(|range| (document.editor().selected().to_owned(), range)),
        None => line(state).and_then(|line| line.selection().map(|range| (line.selected().to_owned(), range))),
    };
    if let Some((words, range)) = selection {
        return wrap(state, &words, range, typed);
    }
    let Some((text, at)) = place(state) else {
        return false;
    };
    let here = cursor(state);
    match marks::becoming(&text[..at], &text[at..], typed) {
        None => false,
        Some(Becoming::Over) => {
            let over = text[at..].chars().next().map_or(0, char::len_utf8);
            match body(state) {
                Some(document) => document.go_over(over),
                None => {
                    if let Some(line) = line(state) {
                        line.go(here + over, false);
                    }
                }
            }
            true
        }
        Some(Becoming::Text { text, behind }) => {
            let (end, typed_end) = (here + text.len(), here + typed.len_utf8());
            replace(state, Action::Type, here..here, typed.encode_utf8(&mut [0; 4]), typed_end);
            replace(state, Action::Substitute, here..typed_end, text, end - behind);
            state.substituted = Some(Substituted { range: here..end, typed });
            true
        }
    }
}

/// Puts the selection into a pair and leaves it selected.
fn wrap(state: &mut State, words: &str, range: Range<usize>, typed: char) -> bool {
    let Some((open, close)) = marks::pair(typed).filter(|_| !words.contains('\n')) else {
        return false;
    };
    let inner = range.start + open.len_utf8()..range.end + open.len_utf8();
    replace(state, Action::Whole, range, &format!("{open}{words}{close}"), inner.end);
    match body(state) {
        Some(document) => document.editor_mut().select(inner),
        None => {
            if let Some(line) = line(state) {
                line.go(inner.start, false);
                line.go(inner.end, true);
            }
        }
    }
    true
}

/// Puts what was typed in place of what was made of it. Says whether there was such a mark.
pub(super) fn take_back(state: &mut State, substituted: Option<Substituted>) -> bool {
    let Some(Substituted { range, typed }) = substituted else {
        return false;
    };
    let end = range.start + typed.len_utf8();
    replace(state, Action::Whole, range, typed.encode_utf8(&mut [0; 4]), end);
    true
}
