//! The history of the draft: its versions, looked at and put back.

use super::redline;
use super::{Base, Dialog, Wanted};
use crate::app::effect::Effect;
use crate::app::list::List;
use crate::app::overlay::Overlay;
use crate::app::state::State;
use crate::letter::Draft;

/// One version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Version {
    /// Its number, from 1.
    pub number: usize,
    /// The SHA-256 of its text.
    pub hash: String,
    /// When it came to be, as RFC 3339.
    pub at: String,
    /// Who made it.
    pub who: String,
    /// What made it, in a word.
    pub cause: String,
    /// What was decided on it, in words.
    pub decisions: Vec<String>,
    /// Whether it is what the file holds now.
    pub is_now: bool,
}

impl Version {
    /// What it is called.
    pub fn name(&self) -> String {
        format!("第{}版（{} {}）", self.number, self.who, self.at.get(..16).unwrap_or(&self.at).replace('T', " "))
    }
}

/// The list of versions, the newest first.
#[derive(Clone, Debug)]
pub struct Past {
    /// The versions.
    pub versions: Vec<Version>,
    /// The chosen one.
    pub list: List,
}

impl Past {
    /// The chosen version.
    pub fn chosen(&self) -> Option<&Version> {
        self.versions.get(self.list.selected)
    }
}

/// Asks for the history.
pub fn open(state: &mut State) {
    state.effects.push(Effect::Review(Wanted::History));
}

/// Shows the history as it was read.
pub fn show(state: &mut State, versions: Vec<Version>) {
    if versions.is_empty() {
        return state.say("还没有历史版本。保存或核稿之后就有");
    }
    state.overlays.push(Overlay::Review(Dialog::Past(Past { versions, list: List::default() })));
}

/// Shows what changed since the chosen version.
pub fn look(state: &mut State) {
    if let Some(Overlay::Review(Dialog::Past(past))) = state.overlays.last()
        && let Some(version) = past.chosen()
    {
        let base = Base::Version(version.hash.clone(), version.name());
        redline::compare(state, base);
    }
}

/// Asks for the chosen version, which is to be put back.
pub fn restore(state: &mut State) {
    let Some(Overlay::Review(Dialog::Past(past))) = state.overlays.last() else {
        return;
    };
    let Some(version) = past.chosen() else { return };
    let (hash, name) = (version.hash.clone(), version.name());
    if state.warns_read_only() {
        return;
    }
    state.effects.push(Effect::Review(Wanted::Restore(hash, name)));
}

/// Puts a version back, as one step that can be taken back.
pub fn put_back(state: &mut State, name: &str, draft: &Draft) {
    let Some(sheet) = &mut state.sheet else { return };
    state.overlays.clear();
    if sheet.document.become_draft(draft) {
        let keys = state.words("（{undo} 撤销），按 {save} 保存");
        state.say(format!("已恢复为{name}{keys}"));
    } else {
        state.say(format!("现在的稿件就是{name}，没有改动"));
    }
}
