//! The one function that changes the state.

use super::assessment::Target;
use super::command::{Command, Place};
use super::editor::Motion;
use super::effect::Effect;
use super::element::Element;
use super::form::Form;
use super::history::Action;
use super::keymap::Given;
use super::layout::Layout;
use super::line::Line;
use super::list::List;
use super::message::Message;
use super::overlay::{Help, Overlay};
use super::palette::{Letter, Palette};
use super::prompt::Prompt;
use super::question::{Next, Question, Subject, Waiting};
use super::state::{AfterSave, Pane, State};
use super::{
    Key, body, browsing, choosing, filling, findings, ignoring, intake, marks, mouse, outcome, over, paragraphs,
    picking, review, searching, structure, trail, tutor, typing, undoing, writing,
};
use crate::letter::Kind;
use crate::text::edit::Edit;

/// Tells `state` what happened, and gives back what is to be done about it outside.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    let jumps = trail::may_jump(state, &message);
    let writes = matches!(message, Message::Key(_) | Message::Paste(_));
    let length = state.sheet().map(|sheet| sheet.document.editor().text().len());
    let changed = match message {
        Message::Key(key) => on_key(state, key),
        Message::Paste(_) if Layout::of(state).too_small => false,
        Message::Paste(text) if intake::outcome::asks_about(state, &text) => {
            state.overlays.push(Overlay::Question(Question::new(Subject::WholeLetter(text))));
            true
        }
        Message::Paste(text) => {
            state.substituted = None;
            insert(state, &text, Action::Whole)
        }
        Message::Mouse { click, column, row } => mouse::on_mouse(state, click, column, row),
        Message::Resize { width, height } => {
            state.size = (width, height);
            true
        }
        Message::Idle => state.assess(),
        Message::Recalled(recalled) => picking::on_recalled(state, recalled),
        Message::Review(told) => review::take_in(state, told),
        other => outcome::on_outcome(state, other),
    };
    state.redraw |= changed;
    if changed {
        let wrote = writes && state.sheet().map(|sheet| sheet.document.editor().text().len()) != length;
        // Whoever has taken back all of it writes nothing.
        let wrote = wrote && state.sheet().is_some_and(|sheet| !sheet.document.is_saved());
        state.settle();
        trail::follow(state, jumps);
        writing::follow(state, wrote);
    }
    tutor::look(state);
    std::mem::take(&mut state.effects)
}

fn on_key(state: &mut State, key: Key) -> bool {
    if Layout::of(state).too_small {
        return on_key_unseen(state, key);
    }
    let told = state.notice.take().is_some();
    let (substituted, pending) = (state.substituted.take(), state.pending_mark.take());
    let takes_text = state.takes_text();
    if let Some(character) = key.typed().filter(|_| takes_text) {
        let character = marks::digit(character);
        let smart = state.smart_marks && typing::takes_prose(state);
        if smart {
            typing::settle_mark(state, pending, character);
            if typing::put_mark(state, character) {
                return true;
            }
        }
        let changed = insert(state, character.encode_utf8(&mut [0; 4]), Action::Type);
        if smart {
            typing::note(state, character);
        }
        return changed;
    }
    let given = state.keymap.command(key, state.places());
    let practising = || state.keymap.command(key, &[Place::Tutor]).filter(|_| state.tutor.is_some());
    match given.or_else(practising) {
        Some(given) if given.command == Command::Backspace && typing::take_back(state, substituted) => true,
        Some(given) => {
            perform(state, given);
            true
        }
        None => key.typed().is_some_and(|it| filling::choose_by(state, it) || typing::went_astray(state)) || told,
    }
}

/// A key while the terminal is too small to show what it would do: nothing is changed unseen, but saving is always right.
fn on_key_unseen(state: &mut State, key: Key) -> bool {
    let given = state.keymap.command(key, state.places());
    if let Some(given) = given.filter(|given| given.command == Command::Save && state.overlay().is_none()) {
        perform(state, given);
        return true;
    }
    false
}

/// Puts text where the keys go.
pub(super) fn insert(state: &mut State, text: &str, action: Action) -> bool {
    if state.overlay().is_some() {
        return over::insert(state, text, action);
    }
    if state.imports.is_shown() {
        return intake::keys::insert(state, text);
    }
    if state.in_library {
        state.library.filter.insert(text);
        state.library.refilter();
        return true;
    }
    let Some(sheet) = state.sheet.as_mut().filter(|sheet| sheet.focus == Pane::Body) else {
        return typing::went_astray(state);
    };
    let text: String = text.chars().filter(|&c| c == '\n' || c == '\t' || !c.is_control()).collect();
    let editor = sheet.document.editor();
    let range = editor.selection().unwrap_or(editor.cursor()..editor.cursor());
    if !range.is_empty() {
        // What replaces a selection begins a step of its own, and goes on with what is typed behind it.
        sheet.document.close_run();
    }
    let cursor = range.start + text.len();
    if !sheet.document.edit_body(action, vec![Edit::replace(range, text.as_str())], Some(cursor))
        && let Some(reason) = sheet.document.read_only()
    {
        let reason = reason.to_owned();
        state.warn(reason);
        // Whoever had it open may have closed it since.
        state.review.typed = Some(text);
        state.effects.push(Effect::Review(review::Wanted::Unlock));
    }
    true
}

/// Carries out a command.
pub(super) fn perform(state: &mut State, given: Given) {
    writing::end_before(state, given.command);
    if state.overlay().is_some() && over::perform(state, given) {
        return;
    }
    if state.overlay().is_none() && intake::keys::perform(state, given) {
        return;
    }
    let shown = !state.in_library;
    match given.command {
        Command::Help => {
            let places = state.places();
            state.overlays.push(Overlay::Help(Help { places, list: List::default(), query: Line::default() }));
        }
        Command::Palette => {
            let places = state.places();
            let letter = state.sheet.as_ref().filter(|_| !state.in_library).map(Letter::of);
            let palette = Palette::new(places, &state.keymap, letter);
            state.overlays.push(Overlay::Palette(palette));
        }
        Command::Library => choosing::open(state),
        Command::Quit => leave(state, Next::Quit),
        Command::Theme => {
            state.look = state.look.next();
            state.say(format!("配色：{}", state.look.name()));
        }
        Command::SmartMarks => {
            state.smart_marks = !state.smart_marks;
            state.say(if state.smart_marks {
                "汉字旁的半角标点键入时改为全角"
            } else {
                "标点照键入的样子"
            });
        }
        Command::SkipStep => tutor::skip(state),
        Command::Import => intake::asking::begin(state),
        Command::ImportReport => intake::keys::show_report(state),
        Command::Mouse => {
            state.mouse = !state.mouse;
            state.effects.push(Effect::CaptureMouse(state.mouse));
            state.say(if state.mouse { "鼠标由工作台使用" } else { "鼠标由终端使用，可选字复制" });
        }
        _ if state.imports.is_shown() => {}
        Command::NewSuggestion => ask_new(state, Kind::Suggestion),
        Command::NewProposal => ask_new(state, Kind::Proposal),
        Command::Close => close(state),
        _ if shown && state.sheet.is_some() => in_letter(state, given),
        _ => choosing::perform(state, given),
    }
}

fn ask_new(state: &mut State, kind: Kind) {
    let session = state.sheet().map_or("", |sheet| &sheet.document.draft().matter.session);
    let session = if state.sheet().is_some_and(|sheet| sheet.document.draft().kind == kind) { session } else { "" };
    let prompt = Prompt::new_draft(kind, session);
    state.overlays.clear();
    state.overlays.push(Overlay::Prompt(prompt));
}

/// Leaves the draft for `next`, asking first where that would lose changes, or what is still to be looked at.
pub(super) fn leave(state: &mut State, next: Next) {
    if structure::asks_about_mentions(state, Waiting::Leave(next.clone())) {
        return;
    }
    let unsaved = state.sheet.as_ref().is_some_and(|sheet| !sheet.document.is_saved());
    if unsaved {
        state.overlays.push(Overlay::Question(Question::new(Subject::Unsaved(next))));
    } else {
        go(state, next);
    }
}

pub(super) fn go(state: &mut State, next: Next) {
    state.effects.push(match next {
        Next::Quit => Effect::Quit,
        Next::Open(path) => Effect::Open(path),
        Next::Create(beginning) => Effect::Create(beginning),
    });
}

fn close(state: &mut State) {
    if state.overlays.pop().is_some() {
        return;
    }
    if state.in_library {
        choosing::close(state);
    } else if review::close(state) {
    } else {
        browsing::go_back(state);
        leave_pane(state);
    }
}

/// Goes back to the text; in the text, selects nothing.
fn leave_pane(state: &mut State) {
    if let Some(sheet) = &mut state.sheet {
        if sheet.focus == Pane::Body {
            let at = sheet.document.editor().cursor();
            sheet.document.editor_mut().place(at);
        }
        sheet.focus = Pane::Body;
    }
}

fn in_letter(state: &mut State, given: Given) {
    if review::keys(state, given) {
        return;
    }
    match given.command {
        Command::Elements => open_form(state, None),
        Command::Export => outcome::begin_export(state),
        Command::Save if state.warns_read_only() => {}
        Command::Save => {
            state.after_save = AfterSave::Stay;
            state.effects.push(Effect::Save { overwrite: false });
        }
        Command::NextPane => turn_pane(state, 1),
        Command::PreviousPane => turn_pane(state, 2),
        Command::NextFinding => findings::walk(state, true),
        Command::PreviousFinding => findings::walk(state, false),
        Command::Fix => findings::fix(state),
        Command::FixAll => findings::fix_all(state),
        Command::Explain => findings::explain(state),
        Command::Phrases => picking::open(state),
        Command::Ignore => ignoring::ask(state),
        Command::GoBack { forth } => trail::go(state, forth),
        Command::GoTo => {
            state.assess();
            if let Some(letter) = state.sheet.as_ref().map(Letter::of) {
                state.overlays.push(Overlay::Palette(Palette::to_go(letter)));
            }
        }
        Command::Section(what) => structure::perform(state, what),
        Command::RenumberItems => paragraphs::renumber_items(state),
        Command::Undo => undoing::step(state, false),
        Command::Redo => undoing::step(state, true),
        Command::Find => searching::open(state, false),
        Command::Replace => searching::open(state, true),
        Command::FindNext => searching::again(state, true),
        Command::FindPrevious => searching::again(state, false),
        command => in_pane(state, Given { command, ..given }),
    }
}

fn in_pane(state: &mut State, given: Given) {
    let layout = Layout::of(state);
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    let height = |area: Option<super::layout::Area>| usize::from(area.map_or(0, |area| area.height.saturating_sub(2)));
    match (sheet.focus, given.command) {
        (_, Command::SidePanes) => {
            sheet.sides = !sheet.sides;
            sheet.focus = Pane::Body;
        }
        (Pane::Outline, Command::Choose) => {
            let target = sheet.assessment.outline.get(sheet.outline.selected).map_or(Target::Nothing, |row| row.target);
            go_to(state, target);
        }
        (Pane::Checklist, Command::Choose) => findings::choose(state),
        (Pane::Outline, Command::Move(motion @ (Motion::Left | Motion::Right))) => {
            structure::fold(state, motion == Motion::Left);
        }
        (Pane::Outline, Command::Move(motion)) => {
            sheet.outline.step(motion, sheet.assessment.outline.len(), height(layout.outline) + 1);
            sheet.skip_headings(!matches!(motion, Motion::Up | Motion::PageUp));
            browsing::show(state);
        }
        (Pane::Checklist, Command::Move(motion @ (Motion::Left | Motion::Right))) => {
            findings::unfold(state, motion == Motion::Right);
        }
        (Pane::Checklist, Command::Move(motion)) => {
            sheet.walking = false;
            sheet.checklist.step(motion, sheet.assessment.rows.len(), usize::from(layout.checks.height));
            sheet.skip_headings(!matches!(motion, Motion::Up | Motion::PageUp));
        }
        (Pane::Body, command) => body::perform(state, Given { command, ..given }),
        _ => {}
    }
}

fn turn_pane(state: &mut State, steps: usize) {
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    const ORDER: [Pane; 3] = [Pane::Body, Pane::Checklist, Pane::Outline];
    let at = ORDER.iter().position(|&pane| pane == sheet.focus).unwrap_or(0);
    let from_body = sheet.focus == Pane::Body;
    sheet.turn_to(ORDER[(at + steps) % ORDER.len()]);
    if from_body && sheet.focus == Pane::Checklist {
        findings::choose_nearest(sheet);
    }
}

/// Goes where a row of the outline or the checklist leads.
pub(super) fn go_to(state: &mut State, target: Target) {
    match target {
        Target::Body(at) => {
            if let Some(sheet) = &mut state.sheet {
                sheet.focus = Pane::Body;
                sheet.document.close_run();
                sheet.document.editor_mut().place(at);
            }
        }
        Target::Element(element) => open_form(state, Some(element)),
        Target::Nothing => {}
    }
}

/// Opens the form on `element`, or on the one that was asked about last.
pub(super) fn open_form(state: &mut State, element: Option<Element>) {
    if let Some(sheet) = &state.sheet {
        let form = Form::new(&sheet.document, &state.profile, element.unwrap_or(Element::Issuer));
        state.overlays.retain(|overlay| !matches!(overlay, Overlay::Form(_) | Overlay::Find(_)));
        state.overlays.push(Overlay::Form(form));
        // What other letters hold may be another by now: numbers are counted on from the last one used.
        state.effects.push(Effect::Learn);
    }
}
