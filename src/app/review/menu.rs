//! What may be done about the letter now: handing in, signing, sending back, issuing.

use super::words::{Ask, Words};
use super::{Dialog, Wanted, talk, walk};
use crate::app::effect::Effect;
use crate::app::list::List;
use crate::app::outcome;
use crate::app::overlay::Overlay;
use crate::app::state::State;
use crate::review::{Action, Kept, Progress, Record, Stage};

/// The menu.
#[derive(Clone, Debug)]
pub struct Menu {
    /// What there is.
    pub choices: Vec<Choice>,
    /// The chosen one.
    pub list: List,
}

/// One thing that may be done, or why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it is called.
    pub label: String,
    /// What is known of it: that it was done and by whom, or what stands in its way.
    pub note: String,
    /// Whether it may be done.
    pub open: bool,
    /// Whether it may be done and the office asks for it.
    pub asked: bool,
    what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    Submit,
    Sign(Stage, String),
    SendBack,
    Export,
    Sheet,
}

/// Opens the menu, the first thing that may be done chosen.
pub fn open(state: &mut State) {
    if !talk::is_ready(state) {
        return;
    }
    let choices = choices(state);
    // Whoever reviewed it and sent items back is not the one to hand it in again.
    let case = state.review.case();
    let drafter = case.is_none_or(|case| {
        let submit = |kept: &&Kept| matches!(kept.entry.action, Action::Submit { .. });
        case.record.entries.iter().rev().find(submit).is_none_or(|kept| kept.entry.who == case.who)
    });
    let likely = |choice: &Choice| choice.open && (drafter || choice.what != What::Submit);
    // What is asked for goes before what may be done besides; and nobody is led to sign for another unit.
    let asked = |choice: &Choice| likely(choice) && choice.asked;
    let own = |choice: &Choice| likely(choice) && !matches!(choice.what, What::Sign(Stage::Countersign, _));
    let found = choices.iter().position(asked).or_else(|| choices.iter().position(own));
    let selected = found.or_else(|| choices.iter().position(likely)).unwrap_or(0);
    let menu = Menu { choices, list: List { selected, top: 0 } };
    state.overlays.push(Overlay::Review(Dialog::Menu(menu)));
    walk::refresh(state);
}

/// What may be done about the letter now by whoever sits here.
pub fn choices(state: &State) -> Vec<Choice> {
    let (Some(case), Some(sheet)) = (&state.review.case, &state.sheet) else {
        return Vec::new();
    };
    let progress = Progress::of(sheet.document.draft(), &case.record, &case.policy);
    let who = case.who.as_str();
    let returned = progress
        .items
        .iter()
        .filter(|item| matches!(crate::review::standing(item, &case.record), crate::review::Standing::Returned(_)))
        .count();
    let submit = match (progress.is_submitted(), progress.sent_back(), returned) {
        (false, Some((who, reason)), _) => (true, format!("{who}退回：{reason}")),
        (false, None, _) => (true, "拟好了，请核稿人核".to_owned()),
        (true, _, 0) => (false, "已送核".to_owned()),
        (true, _, count) => (true, format!("退回的 {count} 项改好了，再送一次")),
    };
    let (open, note) = submit;
    let submit = Choice { label: "送核".to_owned(), note, open, asked: open, what: What::Submit };
    let mut choices = vec![submit];
    let mut sign = |stage: Stage, unit: &str, label: String| {
        let done = if unit.is_empty() {
            progress.is_signed(stage) && progress.is_done(stage)
        } else {
            progress.open_units().all(|open| open != unit)
        };
        let asked = progress.is_asked(stage);
        let (open, note) = match (done, progress.may_sign(stage, unit, who)) {
            (true, _) => (false, signed_by(&case.record, stage, unit)),
            (false, Err(refusal)) => (false, refusal.to_string()),
            (false, Ok(())) if asked => (true, "待签".to_owned()),
            (false, Ok(())) => (true, "可以签，不作要求".to_owned()),
        };
        choices.push(Choice { label, note, open, asked: open && asked, what: What::Sign(stage, unit.to_owned()) });
    };
    sign(Stage::Review, "", "核稿签字".to_owned());
    for unit in progress.units() {
        sign(Stage::Countersign, unit, format!("会签：{unit}"));
    }
    if progress.units().is_empty() && progress.is_asked(Stage::Countersign) {
        sign(Stage::Countersign, "", "会签".to_owned());
    }
    sign(Stage::Sign, "", "签发".to_owned());
    let begun = progress.is_submitted() || Stage::SIGNED.into_iter().any(|stage| progress.is_signed(stage));
    let note = if begun { "写明理由，此前的签字作废" } else { "还没有送核" };
    choices.push(Choice {
        label: "整份退回拟稿人".to_owned(),
        note: note.to_owned(),
        open: begun,
        asked: false,
        what: What::SendBack,
    });
    let missing = progress.all_missing();
    let note = match missing.first() {
        Some(first) => format!("{}：{}", first.stage.title(), first.why),
        None if progress.is_issued() => "已印发".to_owned(),
        None => "导出发文文本".to_owned(),
    };
    choices
        .push(Choice { label: "印发".to_owned(), note, open: missing.is_empty(), asked: false, what: What::Export });
    let note = "存为文本，可以打印".to_owned();
    choices.push(Choice { label: "核稿单".to_owned(), note, open: true, asked: false, what: What::Sheet });
    choices
}

/// By whom `stage` was last signed for `unit`, and when.
fn signed_by(record: &Record, stage: Stage, unit: &str) -> String {
    let signed = record.entries.iter().rev().map(|kept| &kept.entry).find(
        |entry| matches!(&entry.action, Action::Sign { stage: of, unit: signed, .. } if *of == stage && signed == unit),
    );
    signed.map_or_else(String::new, |entry| {
        format!("已签字（{} {}）", entry.who, entry.at.get(..16).unwrap_or(&entry.at).replace('T', " "))
    })
}

/// Does what is chosen.
pub fn choose(state: &mut State) {
    let Some(Overlay::Review(Dialog::Menu(menu))) = state.overlays.last() else {
        return;
    };
    let Some(choice) = menu.choices.get(menu.list.selected).cloned() else { return };
    // An export that is not due is refused by its own gate, which tells everything and takes a reason.
    if !choice.open && choice.what != What::Export {
        return state.warn(choice.note);
    }
    state.overlays.pop();
    match choice.what {
        What::Submit => Words::open(state, Ask::Submit),
        What::Sign(stage, unit) => Words::open(state, Ask::Sign(stage, unit)),
        What::SendBack => Words::open(state, Ask::SendBack),
        What::Export => outcome::begin_export(state),
        What::Sheet => state.effects.push(Effect::Review(Wanted::Sheet)),
    }
}
