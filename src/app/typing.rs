//! Typing into the body: marks in their Chinese form, and back with Backspace.

use std::ops::Range;

use super::document::Document;
use super::history::Action;
use super::marks::{self, Becoming};
use super::state::State;
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
    /// Where it ends, in bytes of the body.
    end: usize,
    mark: char,
}

/// Notes what was just typed into the body.
pub(super) fn note(state: &mut State, typed: char) {
    let end = state.sheet.as_ref().map_or(0, |sheet| sheet.document.editor().cursor());
    state.pending_mark = matches!(typed, ',' | ';' | ':' | '?' | '!').then_some(Pending { end, mark: typed });
}

/// Gives a mark that was just typed behind a number or a word its Chinese form, now that `typed` goes on in Chinese.
pub(super) fn settle_mark(state: &mut State, pending: Option<Pending>, typed: char) {
    let (Some(Pending { end, mark }), Some(sheet)) = (pending.filter(|_| is_han(typed)), &mut state.sheet) else {
        return;
    };
    let document = &mut sheet.document;
    let (text, start) = (document.editor().text(), end.saturating_sub(mark.len_utf8()));
    let stands = document.editor().cursor() == end && text.get(start..end) == Some(mark.encode_utf8(&mut [0; 4]));
    let behind = text[..start.min(text.len())].chars().next_back();
    if let Some(full) = marks::full_width(mark)
        && stands
        && behind.is_some_and(|it| it.is_ascii_alphanumeric() || matches!(it, '%' | '％' | '‰' | '℃'))
    {
        let after = start + full.len();
        document.edit_body(Action::Type, vec![Edit::replace(start..end, full)], Some(after));
    }
}

/// Puts `typed` into the body in its Chinese form, or a selection into the pair it begins. Says whether it did.
pub(super) fn put_mark(state: &mut State, typed: char) -> bool {
    let Some(sheet) = state.sheet.as_mut().filter(|sheet| sheet.document.read_only().is_none()) else {
        return false;
    };
    let document = &mut sheet.document;
    if let Some(range) = document.editor().selection() {
        return wrap(document, range, typed);
    }
    let (text, at) = (document.editor().text(), document.editor().cursor());
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    match marks::becoming(&text[start..at], &text[at..end], typed) {
        None => false,
        Some(Becoming::Over) => {
            let over = text[at..].chars().next().map_or(0, char::len_utf8);
            document.editor_mut().place(at + over);
            true
        }
        Some(Becoming::Text { text, behind }) => {
            let end = at + text.len();
            document.edit_body(Action::Type, vec![Edit::insert(at, text)], Some(end - behind));
            state.substituted = Some(Substituted { range: at..end, typed });
            true
        }
    }
}

/// Puts the selection into a pair and leaves it selected.
fn wrap(document: &mut Document, range: Range<usize>, typed: char) -> bool {
    let Some((open, close)) = marks::pair(typed).filter(|_| !document.editor().selected().contains('\n')) else {
        return false;
    };
    let words = document.editor().selected();
    let text = format!("{open}{words}{close}");
    let inner = range.start + open.len_utf8()..range.end + open.len_utf8();
    document.edit_body(Action::Whole, vec![Edit::replace(range, text)], Some(inner.end));
    document.editor_mut().select(inner);
    true
}

/// Puts what was typed in place of what was made of it. Says whether there was such a mark.
pub(super) fn take_back(state: &mut State, substituted: Option<Substituted>) -> bool {
    let (Some(Substituted { range, typed }), Some(sheet)) = (substituted, &mut state.sheet) else {
        return false;
    };
    let end = range.start + typed.len_utf8();
    sheet.document.edit_body(Action::Whole, vec![Edit::replace(range, typed)], Some(end))
}
