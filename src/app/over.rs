//! Keys for what is open over the panes.

use super::assessment::Target;
use super::body::put_on_clipboard;
use super::command::Command;
use super::destination::Destination;
use super::editor::Motion;
use super::entries;
use super::filling;
use super::findings;
use super::history::Action;
use super::ignoring::{self, Request};
use super::intake::{asking, moves};
use super::keymap::Given;
use super::layout::Layout;
use super::line::Line;
use super::outcome;
use super::overlay::Overlay;
use super::palette::Offer;
use super::picking;
use super::prompt::Purpose;
use super::question::{Next, Subject};
use super::searching;
use super::state::State;
use super::update::{go_to, leave, perform as perform_command};

/// Puts text into the line of what is open. Says whether it has one.
pub(super) fn insert(state: &mut State, text: &str, action: Action) -> bool {
    let separators = match state.overlay() {
        Some(Overlay::Form(form)) => form.element().separators(),
        _ => None,
    };
    // A column pasted from a table is a list.
    let listed = separators
        .filter(|_| text.trim().contains('\n'))
        .map(|separators| entries::joined(&entries::of(text, separators), separators));
    let text = listed.as_deref().unwrap_or(text);
    match state.overlays.last_mut().and_then(Overlay::line_mut) {
        Some(line) => line.insert(text),
        None => return filling::takes_only_choices(state),
    }
    line_changed(state, action);
    true
}

/// After the line of what is open has changed.
pub(super) fn line_changed(state: &mut State, action: Action) {
    match (state.overlays.last_mut(), &mut state.sheet) {
        (Some(Overlay::Palette(palette)), _) => palette.refind(),
        (Some(Overlay::Help(help)), _) => help.list.top = 0,
        (Some(Overlay::Phrases(_)), _) => picking::refind(state),
        (Some(Overlay::Assign(assign)), _) => assign.refind(),
        (Some(Overlay::Paths(_)), _) => asking::path_changed(state, action == Action::Whole),
        (Some(Overlay::Form(form)), Some(sheet)) => {
            if let Some(reason) = sheet.document.read_only() {
                let reason = reason.to_owned();
                form.reread(&sheet.document, &state.profile);
                state.warn(reason);
            } else {
                form.write(&mut sheet.document, &state.profile, action);
                filling::narrow(form);
            }
        }
        (Some(Overlay::Find(find)), Some(sheet)) => searching::typed(find, sheet),
        _ => {}
    }
}

/// Carries out a command for what is open. Says whether it was one for it.
pub(super) fn perform(state: &mut State, given: Given) -> bool {
    if given.command == Command::Close {
        return close(state);
    }
    let height = usize::from(Layout::of(state).rows.height);
    match (state.overlays.last_mut(), given.command) {
        (Some(Overlay::Question(question)), Command::Move(motion)) => {
            let last = question.answers().len() - 1;
            match motion {
                Motion::Up | Motion::Left => question.selected = question.selected.saturating_sub(1),
                Motion::Down | Motion::Right => question.selected = (question.selected + 1).min(last),
                _ => {}
            }
        }
        (Some(Overlay::Question(_)), Command::Choose) => outcome::answer(state),
        // Whoever begins a letter needs no samples, nor does who leaves.
        (Some(Overlay::Question(question)), Command::NewSuggestion | Command::NewProposal | Command::Quit)
            if question.subject == Subject::Initialise =>
        {
            return false;
        }
        (Some(Overlay::Question(_)), _) => {}
        (Some(Overlay::Help(help)), Command::Move(motion)) if !sideways(motion) => {
            scroll(&mut help.list.top, motion, height);
        }
        (Some(Overlay::Page(page)), Command::Move(motion)) => {
            scroll(&mut page.list.top, motion, height);
            page.list.top = page.list.top.min(page.lines.len().saturating_sub(1));
        }
        (Some(Overlay::Help(_)), Command::Choose | Command::Help) | (Some(Overlay::Page(_)), Command::Choose) => {
            state.overlays.pop();
        }
        (Some(Overlay::Palette(palette)), Command::Choose) => {
            let chosen = palette.chosen().cloned();
            if chosen.is_none() && palette.asks_where() {
                state.warn("没有这一行、这一部分或这个问题");
                return true;
            }
            state.overlays.pop();
            match chosen {
                Some(Offer::Command(entry, _)) => {
                    perform_command(state, Given { command: entry.command, extend: false });
                }
                Some(Offer::Place(to, _)) => {
                    state.overlays.clear();
                    go(state, to);
                }
                None => {}
            }
        }
        (Some(Overlay::Palette(palette)), Command::Move(motion)) if !sideways(motion) => {
            palette.list.step(motion, palette.shown().len(), height);
        }
        (Some(Overlay::Palette(_)), Command::Palette) => {
            state.overlays.pop();
        }
        (Some(Overlay::Mending(_)), Command::Choose) => findings::agree(state),
        (Some(Overlay::Mending(_)), Command::AllOfKind) => findings::fix_kind(state),
        (Some(Overlay::Prompt(prompt)), Command::AllOfKind) => prompt.take_all(),
        (Some(Overlay::Mending(mending)), Command::Move(motion)) => {
            scroll(&mut mending.list.top, motion, height / 2);
            mending.list.top = mending.list.top.min(mending.redlines.len().saturating_sub(height / 2));
        }
        (Some(Overlay::Mending(_)), Command::Quit | Command::Library | Command::Palette) => {
            return close_and_pass(state);
        }
        (Some(Overlay::Phrases(_)), _) => return picking::perform(state, given, height),
        (Some(Overlay::Assign(_)), Command::Choose) => moves::assigned(state),
        (Some(Overlay::Assign(assign)), Command::Move(motion)) if !sideways(motion) => {
            let count = assign.shown().len();
            assign.list.step(motion, count, height);
        }
        (Some(Overlay::Paths(_)), Command::Choose) => asking::choose_path(state),
        (Some(Overlay::Paths(_)), Command::Complete) => asking::complete(state),
        (Some(Overlay::Paths(paths)), Command::Move(motion)) if !sideways(motion) => {
            let count = paths.offers().len();
            paths.list.step(motion, count, height);
        }
        (Some(Overlay::Prompt(prompt)), Command::Move(motion @ (Motion::Up | Motion::Down))) => {
            let last = prompt.lines.len() - 1;
            prompt.at = if motion == Motion::Down { (prompt.at + 1).min(last) } else { prompt.at.saturating_sub(1) };
        }
        (Some(Overlay::Prompt(prompt)), Command::Choose) => {
            if prompt.at + 1 < prompt.lines.len() {
                prompt.at += 1;
            } else {
                answered(state);
            }
        }
        (Some(Overlay::Prompt(_)), Command::Quit | Command::Library | Command::Palette) => {
            return close_and_pass(state);
        }
        (Some(Overlay::Export(_)), Command::Choose) => outcome::override_gate(state),
        (Some(Overlay::Review(_)), _) => return super::review::in_dialog(state, given),
        (Some(Overlay::Form(_)), _) => return filling::perform(state, given, height),
        (Some(Overlay::Find(_)), _) => return in_find(state, given),
        _ => return on_line(state, given),
    }
    true
}

/// Does what the short question on top was asked for.
fn answered(state: &mut State) {
    let Some(Overlay::Prompt(prompt)) = state.overlays.last() else {
        return;
    };
    match &prompt.purpose {
        Purpose::New(kind) => {
            let beginning = prompt.beginning(*kind);
            if beginning.number.is_empty() && beginning.title.is_empty() {
                return state.warn("请写明来件的编号或标题");
            }
            state.overlays.pop();
            leave(state, Next::Create(beginning));
        }
        Purpose::Ignore { requests, all } => {
            let reason = prompt.text(0).to_owned();
            if reason.is_empty() {
                return state.warn("忽略问题须写明理由；按 Esc 放弃");
            }
            let meant = requests.iter().take(if *all { usize::MAX } else { 1 });
            let meant = meant.map(|request| Request { reason: reason.clone(), ..request.clone() }).collect();
            state.overlays.pop();
            ignoring::decide(state, meant);
        }
    }
}

/// Goes where a person said to go.
fn go(state: &mut State, to: Destination) {
    match to {
        Destination::Body(at) => go_to(state, Target::Body(at)),
        Destination::Finding(index) => findings::go_to_finding(state, index),
    }
}

/// Closes what is open and lets the command be done below it.
fn close_and_pass(state: &mut State) -> bool {
    close(state);
    false
}

fn close(state: &mut State) -> bool {
    if let Some(Overlay::Form(form)) = state.overlays.last_mut()
        && form.menu.take().is_some()
    {
        return true;
    }
    searching::remember(state);
    let closed = state.overlays.pop();
    if let (Some(Overlay::Find(find)), Some(sheet)) = (closed, &mut state.sheet)
        && find.replaced_all
    {
        let home = sheet.trail.home();
        sheet.document.editor_mut().place(home);
    }
    true
}

fn sideways(motion: Motion) -> bool {
    matches!(
        motion,
        Motion::Left | Motion::Right | Motion::WordLeft | Motion::WordRight | Motion::LineStart | Motion::LineEnd
    )
}

fn scroll(top: &mut usize, motion: Motion, height: usize) {
    *top = match motion {
        Motion::Up => top.saturating_sub(1),
        Motion::Down => *top + 1,
        Motion::PageUp => top.saturating_sub(height),
        Motion::PageDown => *top + height,
        Motion::Top => 0,
        _ => *top,
    };
}

fn in_find(state: &mut State, given: Given) -> bool {
    if searching::perform(state, given) {
        return true;
    }
    match given.command {
        Command::Undo | Command::Redo | Command::Save | Command::Help => false,
        Command::Copy | Command::Cut | Command::Paste | Command::SelectAll => on_line(state, given),
        Command::Move(_) | Command::Backspace | Command::Delete | Command::BackspaceWord | Command::DeleteWord => {
            on_line(state, given)
        }
        _ => {
            state.overlays.pop();
            false
        }
    }
}

/// A command for the line of what is open.
pub(super) fn on_line(state: &mut State, given: Given) -> bool {
    let clipboard = state.clipboard.clone();
    let Some(line) = state.overlays.last_mut().and_then(Overlay::line_mut) else {
        return false;
    };
    match given.command {
        Command::Copy | Command::Cut => {
            let text = line.selected().to_owned();
            if given.command == Command::Cut && !text.is_empty() {
                line.insert("");
                line_changed(state, Action::Whole);
            }
            put_on_clipboard(state, text);
            true
        }
        Command::Paste => insert(state, &clipboard, Action::Whole),
        _ => {
            let before = line.text().len();
            let known = edit_line(line, given);
            if known && line.text().len() != before {
                line_changed(state, Action::Type);
            }
            known
        }
    }
}

/// Carries out a command on a line. Says whether it was one for lines.
pub(super) fn edit_line(line: &mut Line, given: Given) -> bool {
    match given.command {
        Command::Move(motion) => line.step(motion, given.extend),
        Command::Backspace => line.delete(Motion::Left),
        Command::Delete => line.delete(Motion::Right),
        Command::BackspaceWord => line.delete(Motion::WordLeft),
        Command::DeleteWord => line.delete(Motion::WordRight),
        Command::SelectAll => line.select_all(),
        _ => return false,
    }
    true
}
