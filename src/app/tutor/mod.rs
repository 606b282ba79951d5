//! The tutorial: a letter with faults, and a bar that leads from fault to export. A step is done when the letter and the
//! screen say so, however it was brought about; so it can be left and taken up again.

mod letter;
mod steps;

use super::command::Place;
use super::effect::Effect;
use super::overlay::{Overlay, Page};
use super::state::State;
use crate::letter::Draft;

pub use letter::practice;
pub use steps::{STEPS, Step};

/// Where the keys that it tells of are given, wherever one is at the moment.
pub const PLACES: [Place; 4] = [Place::Body, Place::Text, Place::Letter, Place::Anywhere];

/// The rows of its bar, the line above it included.
pub(super) const ROWS: u16 = 4;

/// How far the tutorial is.
#[derive(Clone, Debug)]
pub struct Tutor {
    /// The letter as it was at the start.
    original: Draft,
    /// The step that is on, an index into [`STEPS`]; as many as there are once all are done.
    at: usize,
    /// Whether the step before was skipped.
    skipped: bool,
    /// How many findings there were when the step began; known once the letter has been checked.
    findings: Option<usize>,
    /// Where the letter was exported to, in words.
    exported: Option<String>,
}

impl Tutor {
    /// A tutorial on `original`, of which `at` steps have been done before.
    pub fn new(original: Draft, at: usize) -> Self {
        Self { original, at: at.min(STEPS.len()), skipped: false, findings: None, exported: None }
    }

    /// The step that is on; `None` once all are done.
    pub fn step(&self) -> Option<&'static Step> {
        STEPS.get(self.at)
    }

    /// How many steps are done.
    pub fn done(&self) -> usize {
        self.at
    }

    /// What is said of the step before: that it worked, or was left out. Keys stand in it by the names of their commands, as
    /// in [`Self::words`].
    pub fn praise(&self) -> String {
        match self.at.checked_sub(1).and_then(|before| STEPS.get(before)) {
            Some(step) if self.skipped => format!("跳过了“{}”", step.title),
            Some(step) => format!("✓ {}", step.learnt),
            None => "十分钟，从改错到导出".to_owned(),
        }
    }

    /// What to do now.
    pub fn words(&self) -> &'static str {
        self.step()
            .map_or("练习完成。按 {quit} 退出；在自己的文件夹里运行 dafu init，就可以开始用了。", |step| step.words)
    }

    /// Notes where the letter was exported to.
    pub(super) fn note_export(&mut self, path: &std::path::Path) {
        self.exported = Some(path.display().to_string());
    }

    fn go_on(&mut self, skipped: bool) {
        self.at += 1;
        self.skipped = skipped;
        self.findings = None;
    }
}

/// Goes on where a step is done.
pub(super) fn look(state: &mut State) {
    let Some(mut tutor) = state.tutor.take() else {
        return;
    };
    let before = tutor.at;
    while let Some(step) = tutor.step() {
        if tutor.findings.is_none() {
            tutor.findings = steps::findings(state);
        }
        if !(step.is_done)(state, &tutor) {
            break;
        }
        tutor.go_on(false);
    }
    state.tutor = Some(tutor);
    if state.tutor.as_ref().is_some_and(|tutor| tutor.at != before) {
        moved_on(state);
    }
}

/// Leaves the step that is on out.
pub(super) fn skip(state: &mut State) {
    if let Some(tutor) = state.tutor.as_mut().filter(|tutor| tutor.step().is_some()) {
        tutor.go_on(true);
        moved_on(state);
    }
}

fn moved_on(state: &mut State) {
    let Some(tutor) = &state.tutor else {
        return;
    };
    let (at, ended) = (tutor.at, tutor.step().is_none());
    let exported = tutor.exported.clone();
    state.effects.push(Effect::Practised(at));
    state.redraw = true;
    if ended {
        let words = |words: &str| state.keymap.words(words, &PLACES);
        let mut lines: Vec<String> = vec![match exported {
            Some(path) => format!("这封函改好了，导出在 {path}"),
            None => "这封函改好了。".to_owned(),
        }];
        lines.extend(STEPS.iter().map(|step| format!("✓ {}", words(step.learnt))));
        lines.push("在自己的文件夹里运行 dafu init，填好 dafu.toml，就可以开始用了。".to_owned());
        lines.push(words("忘了键，随时按 {help}；忘了在哪里，按 {palette} 打拼音首字母。"));

        state.overlays.push(Overlay::Page(Page { title: "练习完成".to_owned(), lines, ..Page::default() }));
    }
}
