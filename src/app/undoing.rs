//! Taking back and doing again, with a word of what changed where it is out of sight.

use super::element::Element;
use super::overlay::Overlay;
use super::state::State;

/// Takes the last step back, or does it again where `forth`.
pub(super) fn step(state: &mut State, forth: bool) {
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    let document = &mut sheet.document;
    let touched = document.next_touched(forth);
    if !(if forth { document.redo() } else { document.undo() }) {
        return state.say(if forth { "没有可重做的改动" } else { "没有可撤销的改动" });
    }
    // The sections may have their old numbers again.
    sheet.mentions.clear();
    let element = touched.and_then(Element::of);
    let form = match state.overlays.last_mut() {
        Some(Overlay::Form(form)) => Some(form),
        _ => None,
    };
    // What changes out of sight is told; in the form one is taken there.
    let told = match (&form, element) {
        (_, Some(element)) => element.label().trim(),
        (Some(_), None) => "正文",
        (None, None) => "",
    };
    if let Some(form) = form {
        form.turn_to(document, &state.profile, element.unwrap_or(form.element()));
    }
    if !told.is_empty() {
        state.say(format!("{}：{told}", if forth { "已重做" } else { "已撤销" }));
    }
}
