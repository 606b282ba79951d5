//! Keys in the form of the elements.

use super::command::Command;
use super::editor::Motion;
use super::element::Element;
use super::history::Action;
use super::keymap::Given;
use super::menu::Menu;
use super::offers::{self, Known};
use super::over::on_line;
use super::overlay::Overlay;
use super::pinyin::Query;
use super::proposals::{Stride, adjusted};
use super::state::State;
use super::{entries, requests, role_change};

/// Carries out a command for the form. Says whether it was one for it.
pub(super) fn perform(state: &mut State, given: Given, height: usize) -> bool {
    if in_menu(state, given) {
        return true;
    }
    match given.command {
        Command::Propose => propose(state),
        Command::Options => open_menu(state),
        Command::Count { stride, forward } => count(state, stride, forward),
        Command::MoveEntry { forward } if has_entries(state) => move_entry(state, forward),
        Command::MoveEntry { forward } => {
            let motion = if forward { Motion::WordRight } else { Motion::WordLeft };
            return on_line(state, Given { command: Command::Move(motion), ..given });
        }
        Command::RemoveEntry => remove_entry(state),
        _ => return among_fields(state, given, height),
    }
    true
}

fn among_fields(state: &mut State, given: Given, height: usize) -> bool {
    let page = isize::try_from(height).unwrap_or(1);
    let choices = turns_choice(state, given).then(|| texts(state));
    let State { overlays, sheet, profile, .. } = state;
    let (Some(Overlay::Form(form)), Some(sheet)) = (overlays.last_mut(), sheet) else {
        return false;
    };
    if let (Some(choices), Command::Move(motion)) = (choices, given.command) {
        form.turn_choice(&mut sheet.document, profile, &choices, motion == Motion::Right);
        return true;
    }
    // What the draft did not take is not left behind, nor saved as if it had.
    if let Some(reason) = form.refusal.clone().filter(|_| leaves_line(given.command)) {
        state.warn(format!("{reason}。请改好，或按 Esc 放弃"));
        return true;
    }
    if form.element() == Element::Role && form.changed && leaves_line(given.command) {
        form.changed = false;
        if role_change::ask(state) {
            return true;
        }
        return among_fields(state, given, height);
    }
    // One request after the other; where each is answered comes with the letter.
    if let (Command::Choose, Element::Request(at)) = (given.command, form.element())
        && at + 1 == sheet.document.draft().matter.requests.len()
    {
        sheet.document.close_run();
        form.turn_to(&sheet.document, profile, Element::NewRequest(at + 1));
        return true;
    }
    let steps = match given.command {
        Command::Choose | Command::Move(Motion::Down) => 1,
        Command::Move(Motion::Up) => -1,
        Command::Move(Motion::PageDown) => page,
        Command::Move(Motion::PageUp) => -page,
        Command::Elements => {
            state.overlays.pop();
            return true;
        }
        Command::Export | Command::Find | Command::Replace | Command::NextPane | Command::PreviousPane => {
            state.overlays.pop();
            return false;
        }
        _ => return on_line(state, given),
    };
    sheet.document.close_run();
    form.advance(&sheet.document, profile, steps);
    true
}

/// Whether a command goes on from the line of the form to something else.
fn leaves_line(command: Command) -> bool {
    match command {
        Command::Move(motion) => matches!(motion, Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown),
        Command::Choose
        | Command::Elements
        | Command::Save
        | Command::Export
        | Command::NextPane
        | Command::PreviousPane
        | Command::NextFinding
        | Command::PreviousFinding
        | Command::Find
        | Command::Replace
        | Command::Library
        | Command::Quit => true,
        _ => false,
    }
}

/// Whether an arrow turns through the choices of the field. Inside a text that is typed it moves the cursor.
fn turns_choice(state: &State, given: Given) -> bool {
    let Some(Overlay::Form(form)) = state.overlay() else {
        return false;
    };
    let sideways = matches!(given.command, Command::Move(Motion::Left | Motion::Right));
    sideways && !given.extend && form.element().is_turned()
}

/// What there is to choose from, without the words of what it is.
fn texts(state: &State) -> Vec<String> {
    state.offers().into_iter().map(|offer| offer.text).collect()
}

fn has_entries(state: &State) -> bool {
    matches!(state.overlay(), Some(Overlay::Form(form)) if form.element().separators().is_some())
}

/// The form and what it writes to.
macro_rules! form {
    (bool $state:ident, $form:ident, $document:ident, $profile:ident) => {
        let State { overlays, sheet, profile: $profile, .. } = $state;
        let (Some(Overlay::Form($form)), Some(sheet)) = (overlays.last_mut(), sheet) else {
            return false;
        };
        let $document = &mut sheet.document;
    };
    ($state:ident, $form:ident, $document:ident, $profile:ident) => {
        let State { overlays, sheet, profile: $profile, .. } = $state;
        let (Some(Overlay::Form($form)), Some(sheet)) = (overlays.last_mut(), sheet) else {
            return;
        };
        let $document = &mut sheet.document;
    };
}

fn propose(state: &mut State) {
    if role_change::follow(state) {
        return;
    }
    let proposals = state.proposals();
    if proposals.is_empty() {
        let wanting = match (state.overlay(), &state.sheet) {
            (Some(Overlay::Form(form)), Some(sheet)) if form.element() == Element::Title => {
                super::proposals::wanting(sheet.document.draft())
            }
            _ => Vec::new(),
        };
        let words = wanting.into_iter().map(Element::label).collect::<Vec<_>>().join("、");
        return state.say(match words.is_empty() {
            true => "没有可填的建议".to_owned(),
            false => format!("先填{words}，再组成标题"),
        });
    }
    form!(state, form, document, profile);
    form.propose(document, profile, &proposals);
}

fn count(state: &mut State, stride: Stride, forward: bool) {
    let today = state.today;
    let choices = texts(state);
    form!(state, form, document, profile);
    if let Element::Request(at) | Element::AnsweredIn(at) = form.element() {
        // The key that counts on points upwards.
        let moved = document.set_fields(Action::Whole, requests::moved(document.draft(), at, !forward));
        if moved {
            let to = if forward { at.saturating_sub(1) } else { at + 1 };
            let answered = matches!(form.element(), Element::AnsweredIn(_));
            let element = if answered { Element::AnsweredIn(to) } else { Element::Request(to) };
            form.turn_to(document, profile, element);
        }
        return;
    }
    match adjusted(form.element(), form.line.text(), stride, forward, today) {
        Some(text) => form.fill(document, profile, text),
        None if form.element().is_chosen() => form.turn_choice(document, profile, &choices, forward),
        None => {}
    }
}

fn move_entry(state: &mut State, forward: bool) {
    form!(state, form, document, profile);
    let separators = form.element().separators().unwrap_or(&[]);
    if let Some(moved) = entries::moved(form.line.text(), separators, form.line.cursor(), forward) {
        form.rearrange(document, profile, moved);
    }
}

fn remove_entry(state: &mut State) {
    form!(state, form, document, profile);
    match (form.element(), form.element().separators()) {
        (Element::Request(at) | Element::AnsweredIn(at), _) => {
            document.set_fields(Action::Whole, requests::removed(document.draft(), at));
            form.turn_to(document, profile, Element::Request(at));
        }
        (_, Some(separators)) => {
            if let Some(left) = entries::removed(form.line.text(), separators, form.line.cursor()) {
                form.rearrange(document, profile, left);
            }
        }
        (element, None) if !element.is_closed() => form.fill(document, profile, String::new()),
        _ => {}
    }
}

/// A character typed where only a choice is allowed: the next choice that answers it, by characters, pinyin or initials. Says
/// whether there was such a field.
pub(super) fn choose_by(state: &mut State, typed: char) -> bool {
    let Some(Overlay::Form(form)) = state.overlay() else {
        return false;
    };
    if !form.element().is_closed() {
        return false;
    }
    let query = Query::new(typed.encode_utf8(&mut [0; 4]));
    let offers = state.offers();
    let here = offers.iter().position(|offer| offer.text == form.line.text()).unwrap_or(0);
    let answers = |at: &usize| query.finds(&offers[*at].text) || query.finds(&offers[*at].note);
    let next = (1..offers.len()).map(|step| (here + step) % offers.len()).find(answers);
    match next.map(|at| offers[at].text.clone()) {
        Some(text) => {
            form!(bool state, form, document, profile);
            form.fill(document, profile, text);
        }
        None => return takes_only_choices(state),
    }
    true
}

/// Says so where the chosen field takes nothing but its choices. Says whether that is so.
pub(super) fn takes_only_choices(state: &mut State) -> bool {
    let is_closed = matches!(state.overlay(), Some(Overlay::Form(form)) if form.element().is_closed());
    if is_closed {
        let words = state.words("这一项只能选：← → 换一个，{options} 列出全部");
        state.warn(words);
    }
    is_closed
}

fn open_menu(state: &mut State) {
    // Also where there is nothing to offer: whoever asks gets an answer that Esc closes, and not the form with it.
    let offers = state.offers();
    if let Some(Overlay::Form(form)) = state.overlays.last_mut() {
        form.menu = Some(Menu::new(offers, form.line.text()));
    }
}

/// Carries out a command for the menu of the field. Says whether it was one for it.
fn in_menu(state: &mut State, given: Given) -> bool {
    let State { overlays, sheet, profile, .. } = state;
    let (Some(Overlay::Form(form)), Some(sheet)) = (overlays.last_mut(), sheet) else {
        return false;
    };
    let separators = form.element().separators();
    let Some(menu) = &mut form.menu else {
        return false;
    };
    match given.command {
        Command::Move(motion @ (Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown)) => {
            let (count, height) = (menu.shown().len(), menu.height());
            menu.list.step(motion, count, height);
        }
        Command::Options => form.menu = None,
        Command::Choose => {
            let Some(text) = menu.chosen().map(|offer| offer.text.clone()) else {
                return false;
            };
            let whole = match separators {
                Some(separators) => {
                    with_entry(form.line.text(), form.line.cursor(), separators, &text, menu.is_narrowed())
                }
                None => text,
            };
            let stays = separators.is_some();
            form.fill(&mut sheet.document, profile, whole);
            match &mut form.menu {
                // Of a list several may be wanted.
                Some(menu) if stays => menu.widen(),
                menu => *menu = None,
            }
        }
        _ => return false,
    }
    true
}

/// The list with `entry` put in, or taken out where it is there. What was typed to find it by is given up.
fn with_entry(text: &str, cursor: usize, separators: &[char], entry: &str, typed: bool) -> String {
    let begun = entries::at(text, separators, cursor).filter(|_| typed);
    let kept = entries::of(text, separators);
    let kept: Vec<&str> = kept.into_iter().enumerate().filter(|(at, _)| Some(*at) != begun).map(|(_, it)| it).collect();
    entries::toggled(&entries::joined(&kept, separators), separators, entry)
}

/// After the line of the form was typed into: the menu shows what fits.
pub(super) fn narrow(form: &mut super::form::Form) {
    let (text, cursor, separators) = (form.line.text(), form.line.cursor(), form.element().separators());
    let typed = match separators {
        Some(separators) => entries::spans(text, separators)
            .into_iter()
            .find(|range| (range.start..=range.end).contains(&cursor))
            .map_or("", |range| &text[range]),
        None => text,
    };
    if let Some(menu) = &mut form.menu {
        menu.narrow(typed);
        if menu.shown().len() == 0 {
            form.menu = None;
        }
    }
}

impl State {
    /// What the elements of the form may be made of.
    fn known<R>(&self, then: impl FnOnce(Element, &str, &Known<'_>) -> R) -> Option<R> {
        let (Some(Overlay::Form(form)), Some(sheet)) = (self.overlay(), &self.sheet) else {
            return None;
        };
        let values = self.library.values(sheet.document.path());
        let known = Known {
            draft: sheet.document.draft(),
            profile: &self.profile,
            profiles: &self.profiles,
            office: &self.office,
            values: &values,
            today: self.today,
        };
        Some(then(form.element(), form.begun(), &known))
    }

    /// What the chosen element of the form may be filled with, as whole texts, the likeliest first.
    pub fn proposals(&self) -> Vec<String> {
        let proposals = |element, begun: &str, known: &Known<'_>| {
            // One key is not to put the deputies of another letter on this one; the list says whose they are.
            if element == Element::Addressees && begun.trim().is_empty() {
                return Vec::new();
            }
            super::proposals::of(element, known.draft, begun, known.office, known.values, known.today)
        };
        self.known(proposals).unwrap_or_default()
    }

    /// What the chosen element of the form may be filled with, each with a word of what it is.
    pub(super) fn offers(&self) -> Vec<offers::Offer> {
        self.known(|element, _, known| offers::of(element, known)).unwrap_or_default()
    }
}
