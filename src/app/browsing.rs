//! Looking through the letter from the outline: the text shows the part that is chosen there. Enter stays, Esc goes back to
//! where one was writing.

use super::assessment::Target;
use super::state::{Pane, State};

/// Shows in the text what the chosen row of the outline leads to.
pub(super) fn show(state: &mut State) {
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    let Some(Target::Body(at)) = sheet.assessment.outline.get(sheet.outline.selected).map(|row| row.target) else {
        return;
    };
    sheet.document.close_run();
    let editor = sheet.document.editor_mut();
    sheet.left_at.get_or_insert(editor.cursor());
    editor.reveal(at);
    state.say("Enter 到此处，Esc 回到原处");
}

/// Puts the cursor where it was before the outline was looked through.
pub(super) fn go_back(state: &mut State) {
    if let Some(sheet) = state.sheet.as_mut().filter(|sheet| sheet.focus == Pane::Outline)
        && let Some(at) = sheet.left_at.take()
    {
        sheet.document.editor_mut().place(at);
    }
}
