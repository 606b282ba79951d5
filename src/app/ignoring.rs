//! Letting a finding stand, with a reason that goes into the review record, and taking that back.

use super::assessment::Target;
use super::effect::Effect;
use super::element::Element;
use super::overlay::Overlay;
use super::prompt::Prompt;
use super::question::{Question, Subject};
use super::state::{AfterSave, Pane, State};
use super::{findings, review, update};
use crate::check::{Finding, Ignored, Severity, waiver};
use crate::letter::{Draft, Field};

/// What is to go into the review record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// The rule's code.
    pub rule: String,
    /// What the rule is called.
    pub title: String,
    /// The words it was found in.
    pub quote: String,
    /// What it is bound to.
    pub bond: String,
    /// Whether it is an error: the office may say who lets one stand.
    pub is_error: bool,
    /// Why; asked for last.
    pub reason: String,
}

impl Request {
    /// To let `finding` of `draft` stand.
    pub fn of(finding: &Finding, draft: &Draft, reason: impl Into<String>) -> Self {
        let text = draft.text(finding.field);
        Self {
            rule: finding.rule.code.to_owned(),
            title: finding.rule.title.to_owned(),
            quote: text.get(finding.range.clone()).unwrap_or_default().to_owned(),
            bond: waiver::bond(finding, draft),
            is_error: finding.severity == Severity::Error,
            reason: reason.into(),
        }
    }
}

/// Asks why the current finding is let stand; on one that is let stand already, whether it is to count again.
pub(super) fn ask(state: &mut State) {
    state.assess();
    let Some(sheet) = &state.sheet else {
        return;
    };
    let row = sheet.checklist.selected;
    let ignored = &sheet.assessment.ignored;
    let here = |index: &usize| ignored.get(*index).is_some_and(|ignored| is_looked_at(state, ignored));
    // The one in the chosen row goes before what else is found in its place: it was gone to from there.
    let chosen = sheet.assessment.ignored_of(row).filter(|index| sheet.focus == Pane::Checklist || here(index));
    if let Some(index) = chosen {
        return ask_back(state, index);
    }
    let Some(index) = findings::looked_at(state) else {
        return match (0..ignored.len()).find(here) {
            Some(index) => ask_back(state, index),
            None => state.say(state.words("光标处没有问题，按 {next-finding} 到下一个问题")),
        };
    };
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    let Some(finding) = sheet.assessment.findings.get(index) else {
        return;
    };
    if !waiver::may_be_ignored(finding) {
        return state.warn("缺少的要素不能忽略，请补上");
    }
    let draft = sheet.document.draft();
    let mut requests = vec![Request::of(finding, draft, "")];
    let others = sheet.assessment.findings.iter().filter(|it| it.rule.code == finding.rule.code);
    for other in others.filter(|it| waiver::may_be_ignored(it)).map(|it| Request::of(it, draft, "")) {
        // What stands in the same words is let stand with it.
        if !requests.contains(&other) {
            requests.push(other);
        }
    }
    let place = sheet.assessment.places.get(index).map_or("", String::as_str);
    let about = format!("{} {place}：{}", finding.severity.sign(), finding.message);
    // What is asked about is to be seen.
    if finding.field == Field::Body && !finding.range.is_empty() {
        let range = finding.range.clone();
        sheet.document.editor_mut().point_out(range);
    }
    sheet.checklist.selected = sheet.assessment.show(index).unwrap_or(row);
    state.overlays.push(Overlay::Prompt(Prompt::reason(requests, about)));
}

/// Lets the findings stand for which a reason was given. The record names the version that it was decided on, so what is on
/// the screen is saved first.
pub(super) fn decide(state: &mut State, requests: Vec<Request>) {
    if review::asks_name(state, review::Pending::Ignore(requests.clone())) {
        return;
    }
    let saved = state.sheet().is_some_and(|sheet| sheet.document.is_saved() || sheet.document.read_only().is_some());
    if saved {
        state.effects.push(Effect::Ignore(requests));
    } else {
        state.after_save = AfterSave::Ignore(requests);
        state.effects.push(Effect::Save { overwrite: false });
    }
}

/// Whether the person looks at what is let stand: in the chosen field of the form, or under the cursor.
fn is_looked_at(state: &State, Ignored { finding, .. }: &Ignored) -> bool {
    if let Some(Overlay::Form(form)) = state.overlay() {
        return Element::of(finding.field) == Some(form.element());
    }
    let at = state.sheet().map(|sheet| sheet.document.editor().cursor());
    finding.field == Field::Body && at.is_some_and(|at| (finding.range.start..=finding.range.end).contains(&at))
}

/// Goes to where a finding stands that is let stand, and tells who let it, and how that is taken back.
pub(super) fn go_to(state: &mut State, index: usize) {
    state.assess();
    let Some(ignored) = state.sheet().and_then(|sheet| sheet.assessment.ignored.get(index)) else {
        return;
    };
    let (told, field, range) = (told(ignored), ignored.finding.field, ignored.finding.range.clone());
    match Element::of(field) {
        Some(element) => update::go_to(state, Target::Element(element)),
        None => {
            update::go_to(state, Target::Body(range.start));
            if let Some(sheet) = state.sheet.as_mut().filter(|_| !range.is_empty()) {
                sheet.document.editor_mut().point_out(range);
            }
        }
    }
    let back = state.words("{ignore} 不再忽略");
    state.say(format!("{back}　{told}"));
}

/// 前引号没有成对的后引号（P03）。林知远 2026-06-12 忽略，理由：原文如此.
fn told(ignored: &Ignored) -> String {
    let Ignored { finding, waiver } = ignored;
    let day = waiver.at.split('T').next().unwrap_or_default();
    format!("{}（{}）。{} {day} 忽略，理由：{}", finding.message, finding.rule.code, waiver.who, waiver.reason)
}

/// Shows who let a finding stand and why, and asks whether it is to count again.
fn ask_back(state: &mut State, index: usize) {
    let Some(ignored) = state.sheet().and_then(|sheet| sheet.assessment.ignored.get(index)) else {
        return;
    };
    let subject = Subject::Ignored { number: ignored.waiver.number, text: told(ignored) };
    state.overlays.push(Overlay::Question(Question::new(subject)));
}
