//! Paragraphs as a whole: moved, doubled, joined, deleted; and the items in them counted anew.

use std::ops::Range;

use super::command::{Command, Handling};
use super::history::Action;
use super::state::State;
use crate::letter::sequence;
use crate::text::characters::is_blank;
use crate::text::edit::Edit;

/// Does `what` with the paragraph of the cursor, or with those of the selection.
pub(super) fn perform(state: &mut State, what: Handling) {
    if state.warns_read_only() {
        return;
    }
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    let document = &mut sheet.document;
    let editor = document.editor();
    let (text, cursor, selection) = (editor.text(), editor.cursor(), editor.selection());
    let own = paragraphs(text, selection.clone().unwrap_or(cursor..cursor));
    let words = &text[own.clone()];
    // The edit, and by how many bytes cursor and selection go on, or where the cursor goes.
    let (edit, shift) = match what {
        Handling::Up => {
            let Some(end) = own.start.checked_sub(1) else {
                return state.say("前面没有段落了");
            };
            let before = paragraphs(text, end..end);
            let edit = Edit::replace(before.start..own.end, format!("{words}\n{}", &text[before.clone()]));
            (edit, -(signed(before.len()) + 1))
        }
        Handling::Down => {
            if own.end == text.len() {
                return state.say("后面没有段落了");
            }
            let after = paragraphs(text, own.end + 1..own.end + 1);
            let edit = Edit::replace(own.start..after.end, format!("{}\n{words}", &text[after.clone()]));
            (edit, signed(after.len()) + 1)
        }
        Handling::Double => (Edit::insert(own.end, format!("\n{words}")), signed(own.len()) + 1),
        Handling::Join => {
            let rest = &text[own.end..];
            let next = rest.len() - rest.trim_start_matches(is_blank).len();
            if next == rest.len() {
                return state.say("后面没有段落了");
            }
            let edit = Edit::delete(own.end..own.end + next);
            document.edit_body(Action::Whole, vec![edit], Some(own.end));
            return;
        }
        Handling::Delete => {
            let whole = match (own.end < text.len(), own.start) {
                (true, start) => start..own.end + 1,
                (false, start) => start.saturating_sub(1)..own.end,
            };
            let to = own.start.min(text.len() - whole.len());
            document.edit_body(Action::Whole, vec![Edit::delete(whole)], Some(to));
            return;
        }
    };
    let moved = |at: usize| at.saturating_add_signed(shift);
    document.edit_body(Action::Whole, vec![edit], Some(moved(cursor)));
    if let Some(range) = selection {
        document.editor_mut().select(moved(range.start)..moved(range.end));
    }
}

/// Counts 一是, 二是 and the like anew in the paragraph of the cursor and those that go on with it, or in the selection.
pub(super) fn renumber_items(state: &mut State) {
    if state.warns_read_only() {
        return;
    }
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    let document = &mut sheet.document;
    let editor = document.editor();
    let text = editor.text();
    let range = editor.selection().unwrap_or_else(|| enumeration(text, editor.cursor()));
    let items = sequence::items(&text[range.clone()]);
    if items.is_empty() {
        return state.say("本段没有“一是、二是”“第一、第二”“首先、其次”一类的分项");
    }
    let edits: Vec<Edit> = sequence::renumber(&text[range.clone()], &items)
        .into_iter()
        .map(|edit| Edit::replace(edit.range.start + range.start..edit.range.end + range.start, edit.text))
        .collect();
    let count = edits.len();
    if document.edit_body(Action::Whole, edits, None) {
        let undo = state.key(Command::Undo);
        state.say(format!("已改 {count} 处分项序号（{undo} 撤销）；正文提到第几点的，请核对"));
    } else {
        state.say(format!("{} 个分项本来就是连续的", items.len()));
    }
}

/// The paragraphs that `range` touches, in bytes, without the line feed after the last.
fn paragraphs(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text[..range.start].rfind('\n').map_or(0, |end| end + 1);
    // A selection that ends where a paragraph begins does not mean that one.
    let last = if range.end > range.start && text[..range.end].ends_with('\n') { range.end - 1 } else { range.end };
    let end = text[last..].find('\n').map_or(text.len(), |end| last + end);
    start..end.max(start)
}

/// The paragraph around `at` and those before and behind it that belong to its enumeration: each begins with an item.
fn enumeration(text: &str, at: usize) -> Range<usize> {
    let begins = |range: &Range<usize>| {
        let line = &text[range.clone()];
        let indent = line.len() - line.trim_start_matches(is_blank).len();
        sequence::items(&line[indent..]).first().is_some_and(|item| item.range.start == 0)
    };
    let mut whole = paragraphs(text, at..at);
    let mut first = whole.clone();
    while begins(&first) && first.start > 0 {
        let before = paragraphs(text, first.start - 1..first.start - 1);
        if sequence::items(&text[before.clone()]).is_empty() {
            break;
        }
        (whole.start, first) = (before.start, before);
    }
    while whole.end < text.len() {
        let after = paragraphs(text, whole.end + 1..whole.end + 1);
        if !begins(&after) {
            break;
        }
        whole.end = after.end;
    }
    whole
}

fn signed(bytes: usize) -> isize {
    isize::try_from(bytes).unwrap_or(isize::MAX)
}
