//! Commands in the question which file or folder to take in.

use super::errand::Errand;
use super::paths::{self, Paths};
use crate::app::effect::Effect;
use crate::app::line::Line;
use crate::app::overlay::Overlay;
use crate::app::state::State;

/// Asks for a file or folder to take in. A folder that is not done with is shown again instead.
pub fn begin(state: &mut State) {
    if state.imports.open.is_some() {
        return state.say(state.words("先把这一封成稿（{save}），或按 Esc 放弃"));
    }
    if let Some(batch) = state.imports.batch.as_mut().filter(|batch| !batch.is_shown && batch.has_work()) {
        batch.is_shown = true;
        return state.say("接着导入上次的文件夹；按 Esc 放弃，再导入别的");
    }
    let folder = state.imports.last_folder.clone();
    ask_path(state, &folder);
}

/// Asks for a path, beginning with `typed`.
pub fn ask_path(state: &mut State, typed: &str) {
    state.overlays.clear();
    state.overlays.push(Overlay::Paths(Paths::new(typed)));
    list_paths(state);
}

fn list_paths(state: &mut State) {
    if let Some(Overlay::Paths(paths)) = state.overlays.last() {
        state.effects.push(Effect::Intake(Errand::List(paths.line.text().to_owned())));
    }
}

/// After the path being typed has changed; `pasted` says that it came in one piece.
pub fn path_changed(state: &mut State, pasted: bool) {
    if let Some(Overlay::Paths(asked)) = state.overlays.last_mut() {
        let text = asked.line.text();
        let clean = if pasted { paths::pasted(text) } else { text.to_owned() };
        if clean != text {
            asked.line = Line::new(clean);
        }
        asked.refind();
    }
    list_paths(state);
}

/// Completes the path being typed.
pub fn complete(state: &mut State) {
    if let Some(Overlay::Paths(asked)) = state.overlays.last_mut() {
        if asked.complete() {
            list_paths(state);
        } else {
            let count = asked.offers().len();
            asked.list.selected = if count == 0 { 0 } else { (asked.list.selected + 1) % count };
        }
    }
}

/// Takes in what the path being typed stands for, or looks into the folder that is chosen.
pub fn choose_path(state: &mut State) {
    let Some(Overlay::Paths(asked)) = state.overlays.last_mut() else {
        return;
    };
    if asked.busy {
        return;
    }
    match asked.answer() {
        Some((path, true)) => {
            asked.line = Line::new(path);
            list_paths(state);
        }
        Some((path, false)) => {
            asked.busy = true;
            state.effects.push(Effect::Intake(Errand::Read(path)));
            state.say("正在读取……");
        }
        None => state.say("请写出文件或文件夹的路径"),
    }
}
