//! While a paragraph is being written, what is only unfinished in it is no finding yet: the list would jump with every comma.
//! It is told once one leaves the paragraph, saves, or asks for the findings.

use super::command::Command;
use super::state::{Pane, State};
use crate::check::{Finding, Group};
use crate::letter::Field;
use crate::text::characters::is_blank;

/// The rules of what is unfinished: a sentence that breaks off, and a 一、 that is the only one so far.
const SENTENCE: &str = "unfinished-sentence";
const SECTION: &str = "lone-section";
const SEQUENCE: &str = "sequence-order";

/// Whether `finding` waits while one writes at byte `cursor` of `body`.
pub(super) fn waits(finding: &Finding, body: &str, cursor: usize) -> bool {
    if finding.field != Field::Body {
        return false;
    }
    let (start, end) = (finding.range.start, finding.range.end);
    match finding.rule.name {
        SENTENCE => {
            let between = body.get(end.min(cursor)..end.max(cursor));
            // In the paragraph itself, or in the one that follows its colon and has nothing in it yet.
            between.is_some_and(|between| !between.contains('\n') || cursor > end && between.chars().all(is_blank))
        }
        SECTION => start <= cursor,
        // 一是 without 二是; any other fault of an enumeration ends with what stands there.
        SEQUENCE => {
            finding.fix.is_none() && start <= cursor && body.get(start..cursor).is_some_and(|it| !it.contains('\n'))
        }
        // The word that is being typed, or that one types into: with the next character it may be another.
        _ => finding.rule.group == Group::Wording && start < cursor && cursor <= end,
    }
}

/// After anything: notes whether one writes, and checks anew once one has left the paragraph.
pub(super) fn follow(state: &mut State, wrote: bool) {
    let rests = state.overlays.is_empty() && !state.in_library;
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    let paragraph = sheet.document.editor().cursor_paragraph();
    let stays = rests && sheet.focus == Pane::Body && (wrote || sheet.writing == Some(paragraph));
    let writing = stays.then_some(paragraph).filter(|_| wrote || sheet.writing.is_some());
    if writing.is_none() && sheet.writing.is_some() {
        sheet.stale = true;
    }
    sheet.writing = writing;
}

/// Before a command: one that asks for the findings, or for the letter as it is, ends the writing.
pub(super) fn end_before(state: &mut State, command: Command) {
    let asks = matches!(
        command,
        Command::NextFinding
            | Command::PreviousFinding
            | Command::Fix
            | Command::FixAll
            | Command::Explain
            | Command::Ignore
            | Command::Save
            | Command::Export
            | Command::Review(_)
    );
    if let Some(sheet) = state.sheet.as_mut().filter(|sheet| asks && sheet.writing.is_some()) {
        sheet.writing = None;
        sheet.stale = true;
        state.assess();
    }
}
