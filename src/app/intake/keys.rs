//! Commands while letters are taken in.

use super::batch::State as File;
use super::errand::Errand;
use super::rows::Row;
use super::screen::Side;
use super::{Origin, moves, outcome};
use crate::app::body::put_on_clipboard;
use crate::app::command::Command;
use crate::app::editor::Motion;
use crate::app::effect::Effect;
use crate::app::element::Element;
use crate::app::keymap::Given;
use crate::app::layout::Layout;
use crate::app::over::edit_line;
use crate::app::overlay::{Overlay, Page};
use crate::app::question::{Next, Question, Subject};
use crate::app::state::State;
use crate::app::update::leave;

/// Shows what became of the source of the open draft, or of the last one.
pub fn show_report(state: &mut State) {
    let path = state.sheet().filter(|_| !state.in_library()).map(|sheet| sheet.document.path().to_owned());
    let records = &state.imports.records;
    let own = records.iter().rev().find(|record| path.is_some() && record.draft == path);
    let Some(record) = own.or_else(|| records.last()) else {
        return state.say("本次打开工作台以来还没有导入过");
    };
    let page = Page { title: "导入报告".into(), lines: record.lines.clone(), ..Page::default() };
    state.overlays.push(Overlay::Page(page));
}

/// Carries out a command on the letter or the folder that is shown. Says whether it was one for them.
pub fn perform(state: &mut State, given: Given) -> bool {
    if state.imports.open.is_some() {
        return in_letter(state, given);
    }
    state.imports.shown_batch().is_some() && in_folder(state, given)
}

fn in_letter(state: &mut State, given: Given) -> bool {
    let height = usize::from(Layout::of(state).intake.map_or(1, |areas| areas.rows.height));
    let choices: Vec<String> = state.intake_offers().into_iter().map(|offer| offer.text).collect();
    let Some(intake) = state.imports.open.as_deref_mut() else {
        return false;
    };
    if intake.refusal.is_some() && leaves_line(given.command) {
        if given.command == Command::Close {
            intake.choose(intake.list.selected);
        } else {
            let reason = intake.refusal.clone().unwrap_or_default();
            state.warn(format!("{reason}。请改好，或按 Esc 放弃"));
        }
        return true;
    }
    match given.command {
        Command::Save => make(state, false),
        Command::Close => close(state, None),
        Command::Library => close(state, None),
        Command::Quit => close(state, Some(Next::Quit)),
        Command::NextPane | Command::PreviousPane => {
            intake.side = if intake.side == Side::Source { Side::Fields } else { Side::Source };
        }
        Command::NextFinding | Command::PreviousFinding => {
            intake.side = Side::Fields;
            if !intake.go_to_open(given.command == Command::NextFinding, false) {
                state.say(state.words("没有须核对的了，按 {save} 成稿"));
            }
        }
        Command::Undo | Command::Redo => {
            let forth = given.command == Command::Redo;
            if !intake.again(forth) {
                state.say(if forth { "没有可重做的改动" } else { "没有可撤销的改动" });
            }
        }
        Command::TakeSource => moves::take(state),
        Command::Assign => moves::assign(state),
        Command::LeaveOut => moves::leave_out(state),
        Command::IntoBody => moves::into_body(state),
        Command::TurnJoint => moves::turn_joint(state),
        Command::Propose => propose(state),
        Command::Choose if intake.side == Side::Source => moves::assign(state),
        Command::Choose => confirm(state),
        Command::Move(motion) if intake.side == Side::Source => {
            intake.source.step(motion, given.extend);
            intake.follow_source();
        }
        Command::Copy if intake.side == Side::Source => {
            let range = intake.chosen_source().unwrap_or(0..0);
            let text = intake.sorting().source()[range].to_owned();
            put_on_clipboard(state, text);
            state.say("已复制");
        }
        Command::SelectAll if intake.side == Side::Source => {
            let end = intake.sorting().source().len();
            intake.source.select(0..end);
        }
        _ if intake.side == Side::Source => return false,
        Command::Move(motion @ (Motion::Left | Motion::Right))
            if !given.extend && intake.element().is_some_and(Element::is_chosen) =>
        {
            intake.turn_choice(&choices, motion == Motion::Right);
        }
        Command::Move(motion) if !is_of_line(motion) => intake.step(motion, height),
        _ => return on_line(state, given),
    }
    true
}

/// Motions inside a line, which the list of the fields does not know.
fn is_of_line(motion: Motion) -> bool {
    use Motion::{Left, LineEnd, LineStart, Right, WordLeft, WordRight};
    matches!(motion, Left | Right | WordLeft | WordRight | LineStart | LineEnd)
}

fn leaves_line(command: Command) -> bool {
    match command {
        Command::Move(motion) => !is_of_line(motion),
        Command::Choose
        | Command::Close
        | Command::Save
        | Command::NextPane
        | Command::PreviousPane
        | Command::NextFinding
        | Command::PreviousFinding
        | Command::TakeSource
        | Command::Assign => true,
        _ => false,
    }
}

fn on_line(state: &mut State, given: Given) -> bool {
    let clipboard = state.clipboard.clone();
    let Some(intake) = state.imports.open.as_deref_mut().filter(|intake| intake.takes_text()) else {
        return false;
    };
    match given.command {
        Command::Copy | Command::Cut => {
            let text = intake.line.selected().to_owned();
            if given.command == Command::Cut && !text.is_empty() {
                intake.line.insert("");
                intake.write();
            }
            put_on_clipboard(state, text);
        }
        Command::Paste => {
            intake.line.insert(&clipboard);
            intake.write();
        }
        _ => {
            let before = intake.line.text().len();
            if !edit_line(&mut intake.line, given) {
                return false;
            }
            if intake.line.text().len() != before {
                intake.write();
            }
        }
    }
    true
}

/// Puts typed or pasted text into the chosen element. Says whether there is one that takes it.
pub fn insert(state: &mut State, text: &str) -> bool {
    let Some(intake) = state.imports.open.as_deref_mut() else {
        return false;
    };
    if !intake.takes_text() {
        return false;
    }
    intake.line.insert(text);
    intake.write();
    true
}

/// Enter: what is chosen is as it should be. Once nothing is left to look at, the draft is made.
fn confirm(state: &mut State) {
    let Some(intake) = state.imports.open.as_deref_mut() else {
        return;
    };
    if let Some(Row::Joint { .. }) = intake.row() {
        return moves::turn_joint(state);
    }
    let was_open = intake.row().is_some_and(|row| intake.is_open(row));
    let was_typed = intake.ends_typing();
    if was_open || was_typed {
        intake.settle();
        if !intake.go_to_open(true, false) {
            state.say("都核对过了，再按 Enter 成稿");
        }
        return;
    }
    if !intake.go_to_open(true, false) {
        make(state, false);
    }
}

fn propose(state: &mut State) {
    let proposals = state.intake_proposals();
    let Some(intake) = state.imports.open.as_deref_mut() else {
        return;
    };
    match proposals.first() {
        Some(text) => intake.fill(text.clone()),
        None => state.say("没有可填的建议"),
    }
}

/// Makes the draft; under another name where `beside`.
pub fn make(state: &mut State, beside: bool) {
    let Some(intake) = state.imports.open.as_deref() else {
        return;
    };
    if intake.origin == Origin::Pasted {
        return outcome::fill_open_draft(state);
    }
    let draft = intake.draft().clone();
    let name = outcome::name_of(&intake.origin, &draft);
    state.effects.push(Effect::Intake(Errand::Make { draft: Box::new(draft), name, beside }));
}

/// Closes the letter or the folder, for `next` where something waits; asks first where corrections would be lost.
fn close(state: &mut State, next: Option<Next>) {
    let changed = state.imports.open.as_ref().is_some_and(|intake| intake.is_changed());
    if changed {
        state.overlays.push(Overlay::Question(Question::new(Subject::DropImport(next))));
    } else {
        dropped(state, next);
    }
}

/// Lets go of the letter that is looked at.
pub fn dropped(state: &mut State, next: Option<Next>) {
    state.imports.open = None;
    if let Some(next) = next {
        leave(state, next);
    }
}

/// Makes drafts of all letters of the folder that nobody has to look at; of the others too, where a person says so.
pub fn make_all(state: &mut State, doubtful: bool) {
    let Some(batch) = &state.imports.batch else {
        return;
    };
    let drafts = batch.readings(doubtful).into_iter().map(|(index, reading)| {
        let name = outcome::name_of(&reading.origin, &reading.draft);
        (index, Box::new(reading.draft), name)
    });
    state.effects.push(Effect::Intake(Errand::MakeAll(drafts.collect())));
}

fn in_folder(state: &mut State, given: Given) -> bool {
    let height = usize::from(Layout::of(state).rows.height);
    let Some(batch) = state.imports.batch.as_mut() else {
        return false;
    };
    match given.command {
        Command::Move(motion) => {
            batch.list.step(motion, batch.files.len(), height);
        }
        Command::Choose => match batch.chosen().cloned() {
            Some((_, File::Read(..))) => outcome::open_chosen(state),
            Some((_, File::Made(path))) => leave(state, Next::Open(path)),
            Some((path, File::Failed(problem))) => state.warn(format!("{}：{problem}", path.display())),
            Some((_, File::Waiting)) => state.say("还没有读到这一份"),
            None => {}
        },
        Command::NextFinding => {
            if !batch.go_on() {
                state.say("没有待核对的了");
            }
        }
        Command::Save => {
            let summary = batch.summary();
            match (summary.certain, summary.doubtful) {
                (0, 0) => state.say("没有可以成稿的了"),
                (0, doubtful) => {
                    state.overlays.push(Overlay::Question(Question::new(Subject::MakeDoubtful(doubtful))));
                }
                _ => make_all(state, false),
            }
        }
        Command::Close => {
            batch.is_shown = false;
            state.imports.batch = None;
            state.in_library = true;
            state.effects.push(Effect::List);
        }
        Command::Library => {
            batch.is_shown = false;
            return false;
        }
        _ => return false,
    }
    true
}
