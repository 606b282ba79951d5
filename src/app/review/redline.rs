//! The redline (花脸稿): the draft against something it was, or against another file.

use super::card::redlined;
use super::rows::{Line, Piece, Tone, fold};
use super::words::{Ask, Words};
use super::{Base, Dialog, Wanted};
use crate::app::editor::Motion;
use crate::app::effect::Effect;
use crate::app::overlay::Overlay;
use crate::app::state::State;
use crate::letter::Draft;
use crate::letter::outline::Outline;
use crate::review::Comparison;
use crate::review::redline::Span;
use crate::review::report::Told;
use crate::text::width::Measure;

/// A redline that is looked at.
#[derive(Clone, Debug)]
pub struct Redline {
    /// What the draft is compared with.
    pub base: Base,
    /// What that is called.
    pub name: String,
    /// The comparison as text, for a file.
    text: String,
    lines: Vec<Line>,
    /// It in rows.
    pub rows: Vec<Line>,
    /// The first row that is shown.
    pub top: usize,
    /// The change one is at, from 0.
    pub at: usize,
    /// How many changes there are.
    pub count: usize,
    follow: bool,
}

impl Redline {
    /// The redline of `now` against `then`, which is called `name`.
    pub fn new(base: Base, name: String, then: &Draft, now: &Draft) -> Self {
        let comparison = Comparison::of(then, now);
        let title = format!("花脸稿：{}\n与{name}相比", now.letter.title);
        let mut lines = Vec::new();
        let mut count = 0;
        let mut changed = |head: &str, spans: &[Span], lines: &mut Vec<Line>| {
            lines.push(Line::of(Tone::Dim, head).leading(count));
            lines.extend(redlined(spans).into_iter().map(|line| line.indented(2).leading(count)));
            count += 1;
        };
        let outline = Outline::of(&now.letter.body);
        for told in comparison.told() {
            match told {
                Told::Element(label, spans) => changed(label, &spans, &mut lines),
                Told::Body => lines.push(Line::of(Tone::Strong, "正文")),
                Told::Kept(kept) => lines.push(Line::of(Tone::Dim, format!("……（{kept} 段没有改动）"))),
                Told::Paragraph(head, spans, new) => {
                    let section = new.and_then(|new| outline.paragraphs.get(new)?.section);
                    let path = section.map_or_else(String::new, |section| format!("　{}", outline.path(section)));
                    changed(&format!("{head}{path}"), &spans, &mut lines);
                }
            }
        }
        if lines.is_empty() {
            lines.push(Line::pieces([Piece::new(Tone::Good, "没有改动")]));
        }
        let text = comparison.text(&title);
        Self { base, name, text, lines, rows: Vec::new(), top: 0, at: 0, count, follow: false }
    }

    /// Folds it to `width` cells and keeps the change one is at in the `height` rows.
    pub fn fit(&mut self, width: usize, height: usize, measure: Measure) {
        self.rows = fold(&self.lines, width, measure);
        if std::mem::take(&mut self.follow) {
            self.top = self.rows.iter().position(|row| row.leads == Some(self.at)).unwrap_or(0);
        }
        self.top = self.top.min(self.rows.len().saturating_sub(height));
    }

    /// Goes to the next change, or the one before.
    pub fn turn(&mut self, forwards: bool) {
        let last = self.count.saturating_sub(1);
        self.at = if forwards { (self.at + 1).min(last) } else { self.at.saturating_sub(1) };
        self.follow = true;
    }

    /// Scrolls.
    pub fn scroll(&mut self, motion: Motion, height: usize) {
        self.top = match motion {
            Motion::Up => self.top.saturating_sub(1),
            Motion::Down => self.top + 1,
            Motion::PageUp => self.top.saturating_sub(height),
            Motion::PageDown => self.top + height,
            Motion::Top => 0,
            Motion::Bottom => self.rows.len(),
            _ => self.top,
        };
        if let Some(at) = self.rows.iter().skip(self.top).find_map(|row| row.leads) {
            self.at = at;
        }
    }
}

/// Opens the redline since the last signature, or, where one's own changes are not saved, since the file was.
pub fn open(state: &mut State) {
    let unsaved = state.sheet().is_some_and(|sheet| !sheet.document.is_saved());
    compare(state, if unsaved { Base::Saved } else { Base::LastSignOff });
}

/// Asks for what the draft is to be compared with.
pub fn compare(state: &mut State, base: Base) {
    state.effects.push(Effect::Review(Wanted::Compare(base)));
}

/// The next thing to compare with: last sign-off, file, version before, and then any file.
pub fn other_base(state: &mut State) {
    let Some(Overlay::Review(Dialog::Redline(redline))) = state.overlays.last() else {
        return;
    };
    match redline.base {
        Base::LastSignOff => compare(state, Base::Saved),
        Base::Saved => compare(state, Base::Previous),
        Base::Previous => Words::open(state, Ask::File),
        Base::Version(..) | Base::File(_) => compare(state, Base::LastSignOff),
    }
}

/// Shows the redline against what was read; in the place of one that is open.
pub fn show(state: &mut State, base: Base, name: String, then: &Draft) {
    let Some(sheet) = &state.sheet else { return };
    let redline = Redline::new(base, name, then, sheet.document.draft());
    state.overlays.retain(|overlay| !matches!(overlay, Overlay::Review(Dialog::Redline(_))));
    state.overlays.push(Overlay::Review(Dialog::Redline(Box::new(redline))));
}

/// Has the redline written into a file.
pub fn write(state: &mut State) {
    if let Some(Overlay::Review(Dialog::Redline(redline))) = state.overlays.last() {
        let text = redline.text.clone();
        state.effects.push(Effect::Review(Wanted::Write(text)));
    }
}
