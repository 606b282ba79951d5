//! What the review opens over the panes.

use super::contradiction::{self, Contradiction};
use super::menu::{self, Menu};
use super::past::{self, Past};
use super::proven::{self, Proven};
use super::redline::{self, Redline};
use super::rows::{self, Line};
use super::words::{self, Ask, Words};
use super::{ReviewCommand, talk};
use crate::app::assessment::Target;
use crate::app::command::{Command, Place};
use crate::app::editor::Motion;
use crate::app::element::Element;
use crate::app::keymap::Given;
use crate::app::layout::Layout;
use crate::app::line;
use crate::app::list::List;
use crate::app::over;
use crate::app::overlay::Overlay;
use crate::app::state::State;
use crate::app::update::go_to;
use crate::letter::Field;
use crate::text::width::Measure;

/// One of the dialogs of the review.
#[derive(Clone, Debug)]
pub enum Dialog {
    /// What may be done now.
    Menu(Menu),
    /// Words that go into the record.
    Words(Box<Words>),
    /// What can be passed together.
    Proven(Proven),
    /// The remarks.
    Remarks(RemarkList),
    /// A redline.
    Redline(Box<Redline>),
    /// The versions.
    Past(Past),
    /// Two changes that contradict each other.
    Contradiction(Box<Contradiction>),
}

/// The list of remarks.
#[derive(Clone, Debug, Default)]
pub struct RemarkList {
    /// The chosen remark.
    pub list: List,
    /// The rows; each leads to its remark.
    pub rows: Vec<Line>,
    /// The first row that is shown.
    pub top: usize,
    lines: Vec<Line>,
}

impl Dialog {
    /// Where keys are looked up while it is on top.
    pub fn places(&self) -> &'static [Place] {
        match self {
            Self::Words(_) => &[Place::Prompt, Place::Text, Place::Anywhere],
            Self::Menu(_) | Self::Proven(_) | Self::Contradiction(_) => &[Place::Choice, Place::Anywhere],
            Self::Remarks(_) => &[Place::Remarks, Place::Choice, Place::Anywhere],
            Self::Redline(_) => &[Place::Redline, Place::Choice, Place::Anywhere],
            Self::Past(_) => &[Place::Past, Place::Choice, Place::Anywhere],
        }
    }

    /// The line that typed text goes into.
    pub fn line_mut(&mut self) -> Option<&mut line::Line> {
        match self {
            Self::Words(words) => Some(&mut words.line),
            _ => None,
        }
    }

    /// Whether `overlay` shows what may be done now.
    pub(super) fn is_menu(overlay: &Overlay) -> bool {
        matches!(overlay, Overlay::Review(Self::Menu(_)))
    }

    /// Fits it into `width` cells and `height` rows.
    pub(super) fn fit(&mut self, width: usize, height: usize, measure: Measure) {
        match self {
            Self::Menu(menu) => menu.list.fit(menu.choices.len(), height),
            Self::Proven(proven) => {
                proven.list.top = proven.list.top.min(proven.items.len().saturating_sub(height));
            }
            Self::Past(past) => past.list.fit(past.versions.len(), height),
            // A sign stands before the change one is at.
            Self::Contradiction(shown) => shown.fit(width.saturating_sub(2), height, measure),
            Self::Redline(redline) => redline.fit(width.saturating_sub(2), height, measure),
            Self::Remarks(remarks) => {
                remarks.rows = rows::fold(&remarks.lines, width, measure);
                let own = |row: &Line| row.leads == Some(remarks.list.selected);
                let first = remarks.rows.iter().position(own).unwrap_or(0);
                let last = remarks.rows.iter().rposition(own).unwrap_or(0);
                remarks.top = remarks.top.max((last + 1).saturating_sub(height)).min(first);
            }
            Self::Words(_) => {}
        }
    }
}

/// Lists the remarks, the first that waits chosen.
pub fn open_remarks(state: &mut State) {
    if !talk::is_ready(state) {
        return;
    }
    let notes = &state.review.notes;
    if notes.is_empty() {
        return state.say(state.words("还没有批注。选中文字按 {review-remark} 批注"));
    }
    let selected = notes.iter().position(super::notes::Note::is_open).unwrap_or(0);
    let list = RemarkList { list: List { selected, top: 0 }, ..RemarkList::default() };
    state.overlays.push(Overlay::Review(Dialog::Remarks(list)));
    read_remarks(state);
}

/// Reads the remarks anew into the open list.
pub fn read_remarks(state: &mut State) {
    if let Some(Overlay::Review(Dialog::Remarks(remarks))) =
        state.overlays.iter_mut().find(|overlay| matches!(overlay, Overlay::Review(Dialog::Remarks(_))))
    {
        let notes = state.review.notes.iter().enumerate();
        remarks.lines = notes.flat_map(|(at, note)| note.lines().into_iter().map(move |it| it.leading(at))).collect();
        remarks.list.selected = remarks.list.selected.min(state.review.notes.len().saturating_sub(1));
    }
}

/// Carries out a command for the dialog on top. Says whether it was one for it.
pub fn perform(state: &mut State, given: Given) -> bool {
    let height = usize::from(Layout::of(state).rows.height);
    let Some(Overlay::Review(dialog)) = state.overlays.last_mut() else {
        return false;
    };
    match (dialog, given.command) {
        (Dialog::Menu(menu), Command::Move(motion)) => {
            menu.list.step(motion, menu.choices.len(), height);
        }
        (Dialog::Menu(_), Command::Choose) => menu::choose(state),
        (Dialog::Words(_), Command::Choose) => words::answered(state),
        (Dialog::Words(_), Command::Move(Motion::Up | Motion::Down)) => {}
        (Dialog::Proven(proven), Command::Move(motion)) => {
            let top = &mut proven.list.top;
            *top = match motion {
                Motion::Up => top.saturating_sub(1),
                Motion::Down => *top + 1,
                Motion::PageUp => top.saturating_sub(height),
                Motion::PageDown => *top + height,
                _ => *top,
            };
        }
        (Dialog::Proven(_), Command::Choose) => proven::agree(state),
        (Dialog::Remarks(remarks), Command::Move(motion)) => {
            remarks.list.step(motion, state.review.notes.len(), height);
        }
        (Dialog::Remarks(remarks), Command::Choose) => {
            let at = remarks.list.selected;
            jump(state, at);
        }
        (Dialog::Remarks(remarks), Command::Review(what @ (ReviewCommand::Answer | ReviewCommand::Resolve))) => {
            let at = remarks.list.selected;
            let Some(number) = state.review.notes.get(at).map(|note| note.thread.number) else { return true };
            let answers = what == ReviewCommand::Answer;
            Words::open(state, if answers { Ask::Answer(number) } else { Ask::Resolve(number) });
        }
        (Dialog::Redline(redline), Command::Move(motion)) if !matches!(motion, Motion::Left | Motion::Right) => {
            redline.scroll(motion, height);
        }
        (Dialog::Redline(redline), Command::Review(ReviewCommand::NextChange)) => redline.turn(true),
        (Dialog::Redline(redline), Command::Review(ReviewCommand::PreviousChange)) => redline.turn(false),
        (Dialog::Redline(_), Command::Review(ReviewCommand::OtherBase)) => redline::other_base(state),
        (Dialog::Redline(_), Command::Review(ReviewCommand::Write)) => redline::write(state),
        (Dialog::Redline(_), Command::Choose) => {
            state.overlays.pop();
        }
        (Dialog::Past(past), Command::Move(motion)) => {
            past.list.step(motion, past.versions.len(), height);
        }
        (Dialog::Past(_), Command::Choose) => past::look(state),
        (Dialog::Past(_), Command::Review(ReviewCommand::Restore)) => past::restore(state),
        (Dialog::Contradiction(shown), Command::Move(motion)) => shown.step(motion, height),
        (Dialog::Contradiction(_), Command::Choose) => contradiction::agree(state),
        (_, Command::Quit | Command::Library | Command::Palette) => {
            state.overlays.pop();
            return false;
        }
        (_, Command::Help) => return false,
        _ => return over::on_line(state, given),
    }
    true
}

/// Goes where a remark hangs.
fn jump(state: &mut State, at: usize) {
    let Some(note) = state.review.notes.get(at) else { return };
    let Some((field, range)) = note.field.zip(note.range.clone()) else {
        return state.warn("批注所在的文字已经删去");
    };
    state.overlays.clear();
    if field == Field::Body {
        go_to(state, Target::Body(range.start));
        if let Some(sheet) = &mut state.sheet {
            sheet.document.editor_mut().point_out(range);
        }
    } else if let Some(element) = Element::of(field) {
        go_to(state, Target::Element(element));
    }
}
