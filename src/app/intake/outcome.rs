//! What comes of errands, and the questions they raise.

use std::path::{Path, PathBuf};

use super::batch::{Batch, State as File};
use super::errand::{Arrival, Errand, MakeProblem};
use super::record::Record;
use super::screen::Intake;
use super::{Origin, Reading, pasted};
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::element::Element;
use crate::app::findings;
use crate::app::history::Action;
use crate::app::overlay::Overlay;
use crate::app::question::{Next, Question, Subject};
use crate::app::state::{Pane, State};
use crate::app::update::{insert, leave};
use crate::letter::account::Uncertain;
use crate::letter::{Draft, Field};

/// Takes in what came of an errand.
pub fn on_arrival(state: &mut State, arrival: Arrival) {
    match arrival {
        Arrival::Paths(listing) => {
            if let Some(Overlay::Paths(paths)) = state.overlays.last_mut() {
                paths.fill(listing);
            }
        }
        // Whoever closed the question does not want the answer any more.
        Arrival::Read(read) if !is_awaited(state, &read) => {}
        Arrival::Read(read) => match *read {
            Ok(reading) => open(state, reading),
            Err(problem) => not_read(state, problem),
        },
        Arrival::Folder { folder, files } => {
            remember_folder(state);
            state.overlays.clear();
            state.notice = None;
            state.effects.push(Effect::Intake(Errand::ReadAll(files.clone())));
            state.imports.batch = Some(Batch::new(folder, files));
        }
        Arrival::BatchRead { index, read } => {
            if let Some(batch) = &mut state.imports.batch {
                batch.read(index, *read);
            }
        }
        Arrival::ReadAs { element, at, read } => {
            let Some(intake) = state.imports.open.as_deref_mut() else {
                return;
            };
            let lines = intake.lines_of(std::slice::from_ref(&at));
            if intake.take(element, &at, &read) {
                let undo = state.words("{undo} 撤销");
                state.say(format!("{lines}已作为{}（{undo}）", element.label()));
            } else {
                state.warn(format!("所选的文字不能作为{}", element.label()));
            }
        }
        Arrival::Made(Ok(path)) => made(state, path),
        Arrival::Made(Err(MakeProblem::Exists { taken, free })) => {
            state.overlays.push(Overlay::Question(Question::new(Subject::Beside { taken, free })));
        }
        Arrival::Made(Err(MakeProblem::Other(problem))) => state.warn(format!("没有成稿：{problem}")),
        Arrival::AllMade(made) => all_made(state, made),
    }
}

/// Whether somebody still waits for a letter to be read: in the question for a path, or after a paste.
fn is_awaited(state: &State, read: &Result<Reading, String>) -> bool {
    let asked = matches!(state.overlay(), Some(Overlay::Paths(paths)) if paths.busy);
    let pasted = match read {
        Ok(reading) => reading.origin == Origin::Pasted,
        Err(_) => state.overlay().is_none(),
    };
    asked || pasted
}

fn open(state: &mut State, mut reading: Reading) {
    if let Origin::File(_) = &reading.origin {
        remember_folder(state);
        state.overlays.clear();
    } else if let Some(sheet) = state.sheet() {
        let base = sheet.document.draft();
        reading.report.uncertain.extend(contradictions(base, &reading.draft));
        reading.draft = over(base, &reading);
    }
    state.notice = None;
    state.imports.pasted = None;
    state.imports.open = Some(Box::new(Intake::new(reading)));
}

fn not_read(state: &mut State, problem: String) {
    if let Some(Overlay::Paths(paths)) = state.overlays.last_mut() {
        paths.busy = false;
    }
    if let Some(text) = state.imports.pasted.take() {
        paste_plain(state, &text);
        return state.warn(format!("{problem}；已粘贴为正文"));
    }
    state.warn(problem);
}

/// The folder of the path that was asked for, to begin with the next time.
fn remember_folder(state: &mut State) {
    if let Some(Overlay::Paths(paths)) = state.overlays.last() {
        state.imports.last_folder = paths.parts().0.to_owned();
    }
}

/// Where a paste says something else than the draft it goes into: it may be the answer to another matter.
fn contradictions(base: &Draft, read: &Draft) -> Vec<Uncertain> {
    let telling = [Element::Number, Element::Addressees, Element::Session, Element::MatterNumber, Element::MatterTitle];
    let contradicts = |element: &Element| {
        let (before, now) = (element.read(base), element.read(read));
        (!before.is_empty() && !now.is_empty() && before != now).then(|| Uncertain {
            field: Some(element.field()),
            line: None,
            message: format!("与稿件原有的“{before}”不一致"),
        })
    };
    telling.iter().filter_map(contradicts).collect()
}

/// What was read, over what the open draft already holds: nothing that is there goes for want of a word in the paste.
fn over(base: &Draft, reading: &Reading) -> Draft {
    let read = &reading.draft;
    let mut draft = read.clone();
    draft.profile.clone_from(&base.profile);
    draft.role = base.role;
    draft.matter.requests.clone_from(&base.matter.requests);
    if reading.report.uncertain.iter().any(|doubt| doubt.field == Some(Field::Kind)) {
        draft.kind = base.kind;
    }
    for element in Element::all().filter(|element| !element.is_closed()) {
        // Whoever is addressed, is addressed as a whole.
        let of_addressees = matches!(element, Element::AddresseeTitle | Element::AddresseeTotal);
        let keeps = of_addressees && !read.letter.addressees.is_empty();
        if element.read(read).is_empty() && !keeps {
            let own = element.read(base);
            for (field, text) in element.changes(&draft, &own).unwrap_or_default() {
                // What a field held it takes again.
                let _ = draft.set_text(field, &text);
            }
        }
    }
    draft
}

/// The name of the file of a draft: the number of what it answers, or else the name of its source.
pub fn name_of(origin: &Origin, draft: &Draft) -> String {
    match origin {
        Origin::File(path) if draft.matter.number.is_empty() => {
            path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned())
        }
        _ => draft.matter.number.clone(),
    }
}

fn made(state: &mut State, path: PathBuf) {
    let Some(intake) = state.imports.open.take() else {
        return;
    };
    state.imports.records.push(Record::of(&intake, Some(path.clone())));
    match (intake.of_batch, state.imports.batch.as_mut()) {
        (Some(index), Some(batch)) => {
            if let Some((_, known)) = batch.files.get_mut(index) {
                *known = File::Made(path.clone());
            }
            if batch.go_on() {
                open_chosen(state);
                state.say(format!("已成稿 {}；这是下一份，按 Esc 回列表", shown(&path)));
            } else {
                state.say(format!("已成稿 {}；文件夹里的都看过了", shown(&path)));
            }
        }
        _ => {
            state.imports.made = Some(path.clone());
            let report = state.words("{palette} → 导入报告可看没有收入的文字");
            state.say(format!("已成稿 {}；{report}", shown(&path)));
            leave(state, Next::Open(path));
        }
    }
}

/// Shows the chosen letter of the folder.
pub fn open_chosen(state: &mut State) {
    let Some(batch) = &state.imports.batch else {
        return;
    };
    if let Some((_, File::Read(reading, _))) = batch.chosen() {
        let mut intake = Intake::new((**reading).clone());
        intake.of_batch = Some(batch.list.selected);
        state.imports.open = Some(Box::new(intake));
    }
}

/// A path as a person would write it.
fn shown(path: &Path) -> std::path::Display<'_> {
    path.strip_prefix("./").unwrap_or(path).display()
}

fn all_made(state: &mut State, made: Vec<(usize, Result<PathBuf, String>)>) {
    let Some(batch) = state.imports.batch.as_mut() else {
        return;
    };
    let (mut count, mut problem) = (0, None);
    for (index, result) in made {
        let Some((_, known)) = batch.files.get_mut(index) else {
            continue;
        };
        match result {
            Ok(path) => {
                if let File::Read(reading, _) = known {
                    let intake = Intake::new((**reading).clone());
                    state.imports.records.push(Record::of(&intake, Some(path.clone())));
                }
                *known = File::Made(path);
                count += 1;
            }
            Err(error) => problem = Some(error),
        }
    }
    let left = batch.summary().doubtful;
    if batch.go_on() {
        state.say(format!("已成稿 {count} 份；还有 {left} 份须核对，按 Enter 逐份看"));
    } else {
        state.say(format!("已成稿 {count} 份；按 {} 看稿库", state.key(Command::Library)));
    }
    if let Some(problem) = problem {
        state.warn(format!("已成稿 {count} 份；有的没有成稿：{problem}"));
    }
}

/// Puts the letter that was pasted into the open draft, as one step.
pub fn fill_open_draft(state: &mut State) {
    let Some(intake) = state.imports.open.take() else {
        return;
    };
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    if let Some(reason) = sheet.document.read_only() {
        let reason = reason.to_owned();
        state.imports.open = Some(intake);
        return state.warn(reason);
    }
    let path = sheet.document.path().to_owned();
    sheet.document.become_draft(intake.draft());
    sheet.document.editor_mut().place(0);
    sheet.focus = Pane::Body;
    sheet.stale = true;
    state.imports.records.push(Record::of(&intake, Some(path)));
    state.say(state.words("已填入各项要素和正文（{undo} 一次撤销）；{palette} → 导入报告可看没有收入的文字"));
    first_finding(state);
}

/// After a draft was opened: one that was just made is shown at its first finding.
pub fn on_opened(state: &mut State, path: &Path) {
    state.imports.open = None;
    if let Some(batch) = &mut state.imports.batch {
        batch.is_shown = false;
    }
    if state.imports.made.take().is_some_and(|made| made == path) {
        let told = state.notice.take();
        first_finding(state);
        state.notice = told;
    }
}

fn first_finding(state: &mut State) {
    let told = state.notice.take();
    state.assess();
    state.settle();
    findings::walk(state, true);
    state.overlays.clear();
    if let Some(sheet) = &mut state.sheet {
        sheet.focus = Pane::Body;
    }
    state.notice = told;
}

/// Whether a paste is to be asked about: a whole letter, into a draft that has no text of its own.
pub fn asks_about(state: &State, text: &str) -> bool {
    let fits = |sheet: &crate::app::state::Sheet| {
        sheet.focus == Pane::Body && sheet.document.read_only().is_none() && pasted::is_blank_draft(sheet)
    };
    state.overlay().is_none()
        && !state.in_library()
        && state.imports.open.is_none()
        && state.sheet().is_some_and(fits)
        && pasted::is_letter(text)
}

/// Has the text of the question read as a whole letter.
pub fn read_paste(state: &mut State, text: String) {
    state.imports.pasted = Some(text.clone());
    state.effects.push(Effect::Intake(Errand::ReadText(text)));
}

/// Pastes the text of the question into the body after all.
pub fn paste_plain(state: &mut State, text: &str) {
    insert(state, text, Action::Whole);
}
