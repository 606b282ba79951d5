//! Walking the findings, mending them, explaining them.

use super::assessment::{Assessment, CheckRow, Target};
use super::command::Command;
use super::document::Document;
use super::folded::Folded;
use super::mending::Mending;
use super::overlay::{Overlay, Page};
use super::state::{Pane, Sheet, State};
use super::update::go_to;
use crate::check::example::Example;
use crate::check::{Applicability, Checker, Finding};
use crate::letter::Field;

/// How many letters of either kind, right and wrong, an explanation shows.
const EXAMPLES: usize = 3;

/// How often what is mended is looked through for more to mend.
const ROUNDS: usize = 8;

/// Goes to the next finding from where one is, or to the one before, in the order of the letter and round at its ends.
pub(super) fn walk(state: &mut State, forwards: bool) {
    state.assess();
    let Some(sheet) = state.sheet() else {
        return;
    };
    let count = sheet.assessment.findings.len();
    if count == 0 {
        return state.say("没有发现问题");
    }
    let place = |finding: &Finding| (finding.field, finding.range.start);
    let findings = &sheet.assessment.findings;
    let next = match (whereabouts(state), forwards) {
        (Whereabouts::At(index), true) => (index + 1) % count,
        (Whereabouts::At(index), false) => (index + count - 1) % count,
        (Whereabouts::On(index), _) => index,
        (Whereabouts::Between(here), true) => findings.iter().position(|it| place(it) >= here).unwrap_or(0),
        (Whereabouts::Between(here), false) => findings.iter().rposition(|it| place(it) < here).unwrap_or(count - 1),
    };
    go_to_finding(state, next);
}

/// Where a walk through the findings sets out from.
enum Whereabouts {
    /// The finding that was gone to last, and nothing was done since.
    At(usize),
    /// The finding in the chosen row of the checklist, not yet gone to.
    On(usize),
    /// A byte of a field.
    Between((Field, usize)),
}

fn whereabouts(state: &State) -> Whereabouts {
    let top = Whereabouts::Between((Field::Kind, 0));
    let Some(sheet) = state.sheet() else {
        return top;
    };
    let chosen = sheet.assessment.finding_of(sheet.checklist.selected);
    let editor = sheet.document.editor();
    let gone_to = chosen.filter(|_| sheet.walking && sheet.gone_at == editor.cursor());
    let finding = |index: usize| &sheet.assessment.findings[index];
    if let Some(Overlay::Form(form)) = state.overlay() {
        let here = |&index: &usize| super::element::Element::of(finding(index).field) == Some(form.element());
        let begins = Whereabouts::Between((form.element().field(), 0));
        return gone_to.filter(here).map_or(begins, Whereabouts::At);
    }
    if sheet.focus == Pane::Checklist
        && let Some(index) = chosen
    {
        return if sheet.walking { Whereabouts::At(index) } else { Whereabouts::On(index) };
    }
    match (gone_to, editor.selection().map_or(editor.cursor(), |range| range.start)) {
        (Some(index), _) => Whereabouts::At(index),
        // At the very start of the text one is at the start of the letter.
        (None, 0) => top,
        (None, at) => Whereabouts::Between((Field::Body, at)),
    }
}

/// Goes where the chosen row of the checklist leads.
pub(super) fn choose(state: &mut State) {
    let Some(sheet) = &state.sheet else {
        return;
    };
    let row = sheet.checklist.selected;
    match sheet.assessment.rows.get(row).copied() {
        Some(CheckRow::Finding(index)) => go_to_finding(state, index),
        Some(CheckRow::Alike { open, .. }) => unfold(state, !open),
        Some(CheckRow::Ignored(index)) => super::ignoring::go_to(state, index),
        Some(row) => {
            let target = sheet.assessment.target(row);
            if target == Target::Nothing {
                state.say("这一项由核稿人对照全文确认");
            }
            go_to(state, target);
        }
        None => {}
    }
}

/// Shows each of the findings alike in the chosen row of the checklist, or the row alone again, also from one of them.
pub(super) fn unfold(state: &mut State, open: bool) {
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    let assessment = &sheet.assessment;
    let chosen = assessment.finding_of(sheet.checklist.selected).and_then(|index| assessment.findings.get(index));
    let Some((row, code)) = chosen.and_then(|finding| Some((assessment.alike_of(finding)?, finding.rule.code))) else {
        return;
    };
    sheet.checklist.selected = row;
    sheet.walking = false;
    let changed = if open { sheet.folded.opened.insert(code) } else { sheet.folded.opened.remove(code) };
    if changed {
        sheet.stale = true;
        state.assess();
    }
}

/// Chooses in the checklist the finding at the cursor, else the next one, else the first; the one gone to last stays.
pub(super) fn choose_nearest(sheet: &mut Sheet) {
    let at = sheet.document.editor().cursor();
    if sheet.walking && sheet.gone_at == at && sheet.assessment.finding_of(sheet.checklist.selected).is_some() {
        return;
    }
    let findings = &sheet.assessment.findings;
    let behind = |finding: &Finding| finding.field == Field::Body && finding.range.start >= at;
    // From the start of the text, as from the start of the letter.
    let next = || findings.iter().position(behind).filter(|_| at > 0);
    let nearest = sheet.assessment.finding_at(at).or_else(next).or_else(|| (!findings.is_empty()).then_some(0));
    if let Some(row) = nearest.and_then(|index| sheet.assessment.show(index)) {
        sheet.checklist.selected = row;
        sheet.walking = false;
    }
}

/// Goes to a finding, by its index.
pub(super) fn go_to_finding(state: &mut State, index: usize) {
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    let Some(finding) = sheet.assessment.findings.get(index) else {
        return;
    };
    // Where one stays in the same field, another finding is told in words.
    let element = super::element::Element::of(finding.field);
    let stays = matches!(state.overlays.last(), Some(Overlay::Form(form)) if Some(form.element()) == element);
    let further = stays.then(|| format!("本项还有：{}", finding.message));
    sheet.walking = true;
    let (field, range) = (finding.field, finding.range.clone());
    sheet.checklist.selected = sheet.assessment.show(index).unwrap_or(0);
    let target = sheet.assessment.target(CheckRow::Finding(index));
    state.overlays.retain(|overlay| !matches!(overlay, Overlay::Form(_) | Overlay::Find(_)));
    go_to(state, target);
    if field == Field::Body
        && !range.is_empty()
        && let Some(sheet) = &mut state.sheet
    {
        sheet.document.editor_mut().point_out(range);
    }
    if let Some(sheet) = &mut state.sheet {
        sheet.gone_at = sheet.document.editor().cursor();
    }
    if let Some(words) = further {
        state.say(words);
    }
}

/// The finding that is meant: the one in the chosen row of the checklist while that has the keys, the one of the chosen
/// element in the form, the one under the cursor in the body, or else the chosen one.
pub fn current(state: &State) -> Option<usize> {
    let sheet = state.sheet()?;
    let chosen = sheet.assessment.finding_of(sheet.checklist.selected);
    // Also while the page of a rule lies over the form.
    let form =
        state.overlays().iter().rev().find_map(|it| if let Overlay::Form(form) = it { Some(form) } else { None });
    if let Some(form) = form {
        let own = |finding: &Finding| super::element::Element::of(finding.field) == Some(form.element());
        return chosen
            .filter(|&index| own(&sheet.assessment.findings[index]))
            .or_else(|| sheet.assessment.findings.iter().position(own));
    }
    match sheet.focus {
        Pane::Checklist => chosen,
        _ => {
            let at = sheet.document.editor().cursor();
            let here = |&index: &usize| {
                let finding = &sheet.assessment.findings[index];
                finding.field == Field::Body && (finding.range.start..=finding.range.end).contains(&at)
            };
            // Of several in one place, the one that was gone to.
            chosen.filter(|_| sheet.walking).filter(here).or_else(|| sheet.assessment.finding_at(at))
        }
    }
}

/// The finding that the person is looking at: the current one, or the one that was just gone to and has no place in the text.
pub(super) fn looked_at(state: &State) -> Option<usize> {
    let gone_to = || {
        let sheet = state.sheet()?;
        let there = sheet.walking && sheet.gone_at == sheet.document.editor().cursor();
        sheet.assessment.finding_of(sheet.checklist.selected).filter(|_| there)
    };
    current(state).or_else(gone_to)
}

/// Shows what the fix of the current finding would change.
pub(super) fn fix(state: &mut State) {
    state.assess();
    let chosen = |state: &State| state.sheet().and_then(|sheet| sheet.assessment.finding_of(sheet.checklist.selected));
    let Some(index) = current(state).or_else(|| chosen(state)) else {
        return state.say(format!("光标处没有问题，按 {} 到下一个问题", state.key(Command::NextFinding)));
    };
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    let Some(finding) = sheet.assessment.findings.get(index).filter(|finding| finding.fix.is_some()) else {
        return by_hand(state);
    };
    if let Some(reason) = sheet.document.read_only() {
        let reason = reason.to_owned();
        return state.warn(reason);
    }
    let place = sheet.assessment.places.get(index).map_or("", String::as_str);
    let mut mending = Mending::new(false);
    mending.add(sheet.document.draft(), std::iter::once((finding, place)));
    let of_kind = |other: &&Finding| other.rule.code == finding.rule.code && other.fix.is_some();
    mending.kind = Some((finding.rule.code, sheet.assessment.findings.iter().filter(of_kind).count()));
    // What is asked about is to be seen.
    if finding.field == Field::Body && !finding.range.is_empty() {
        let range = finding.range.clone();
        sheet.document.editor_mut().point_out(range);
    }
    sheet.checklist.selected = sheet.assessment.show(index).unwrap_or(sheet.checklist.selected);
    state.overlays.push(Overlay::Mending(mending));
}

/// Says that nobody but a person can mend it, and what the form proposes where it does.
fn by_hand(state: &mut State) {
    let words = match state.proposals().into_iter().next() {
        Some(text) => state.words("这个问题须由人改；{propose} 填入：") + &text,
        None => "这个问题须由人改".to_owned(),
    };
    state.say(words);
}

/// Shows what every fix that is safe would change.
pub(super) fn fix_all(state: &mut State) {
    state.assess();
    let safe = |finding: &Finding| finding.fix.as_ref().is_some_and(|fix| fix.applicability == Applicability::Safe);
    let mending = mending_all(state, safe);
    if mending.redlines.is_empty() {
        return state.say("没有可以自动修正的问题");
    }
    if state.warns_read_only() {
        return;
    }
    state.overlays.push(Overlay::Mending(mending));
}

/// Shows what the fixes of every finding of the same rule would change, in place of that of one of them.
pub(super) fn fix_kind(state: &mut State) {
    let Some(Overlay::Mending(Mending { kind: Some((code, _)), .. })) = state.overlay() else {
        return;
    };
    let code = *code;
    let mut mending = mending_all(state, |finding| finding.rule.code == code);
    let found = state.sheet().and_then(|sheet| sheet.assessment.findings.iter().find(|it| it.rule.code == code));
    mending.title = format!("同类修正 {} 处：{}", mending.count, found.map_or("", |finding| finding.rule.title));
    if let Some(shown) = state.overlays.last_mut().filter(|_| !mending.redlines.is_empty()) {
        *shown = Overlay::Mending(mending);
    }
}

/// The fixes of all findings that are `wanted`, also of those that only show once others are mended.
fn mending_all(state: &State, wanted: impl Fn(&Finding) -> bool) -> Mending {
    let mut mending = Mending::new(true);
    let Some(sheet) = state.sheet() else {
        return mending;
    };
    let mut document = Document::new(sheet.document.path().to_owned(), sheet.document.draft().clone(), None);
    let (mut checker, nothing_folded) = (Checker::default(), Folded::default());
    let mut found = sheet.assessment.clone();
    for _ in 0..ROUNDS {
        let places = found.findings.iter().zip(found.places.iter().map(String::as_str));
        if !mending.add(document.draft(), places.filter(|(finding, _)| wanted(finding))) {
            break;
        }
        document.mend(mending.rounds.last().cloned().unwrap_or_default(), None);
        let (draft, waivers) = (document.draft(), &sheet.waivers);
        found = Assessment::of(draft, &mut checker, &state.profile, state.today, waivers, &nothing_folded, None);
    }
    mending
}

/// Makes the fixes that were agreed to, as one step.
pub(super) fn agree(state: &mut State) {
    let Some(Overlay::Mending(mending)) = state.overlays.pop() else {
        return;
    };
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    if !sheet.document.mend_in_rounds(mending.rounds, None) {
        return state.warn("改不了");
    }
    reread_form(state);
    assess_again(state);
    let undo = state.key(Command::Undo);
    state.say(if mending.all {
        format!("已自动修正 {} 处（{undo} 一次撤销）", mending.count)
    } else {
        format!("已修正：{}（{undo} 撤销）", mending.title)
    });
}

/// A fix changes what is listed; the list is to be right at once, so that the next F8 mends the next finding.
fn assess_again(state: &mut State) {
    state.settle();
    state.assess();
    if let Some(sheet) = &mut state.sheet {
        sheet.walking = false;
    }
}

fn reread_form(state: &mut State) {
    if let (Some(Overlay::Form(form)), Some(sheet)) = (state.overlays.last_mut(), &state.sheet) {
        form.reread(&sheet.document, &state.profile);
    }
}

/// Shows the page of the current finding's rule.
pub(super) fn explain(state: &mut State) {
    let chosen = state.sheet().and_then(|sheet| sheet.assessment.finding_of(sheet.checklist.selected));
    let Some(sheet) = state.sheet() else {
        return;
    };
    let Some(finding) = current(state).or(chosen).and_then(|index| sheet.assessment.findings.get(index)) else {
        return state.say(format!("光标处没有问题，按 {} 到下一个问题", state.key(Command::NextFinding)));
    };
    let (rule, about_cursor) = (finding.rule, finding.field == Field::Body);
    let mut lines = vec![finding.message.clone(), String::new()];
    if let Some(fix) = &finding.fix {
        lines.extend([format!("建议：{}", fix.title), String::new()]);
    }
    lines.extend([rule.explanation.to_owned(), String::new(), format!("依据：{}", finding.source)]);
    for (title, is_wrong) in [("反例", true), ("正例", false)] {
        let examples = rule.examples.iter().filter(|example| example.is_wrong == is_wrong).take(EXAMPLES);
        let shown: Vec<String> = examples.flat_map(Example::lines).map(|line| format!("　{line}")).collect();
        if !shown.is_empty() {
            lines.extend([String::new(), title.to_owned()]);
            lines.extend(shown);
        }
    }
    let title = format!("{} {}", rule.code, rule.title);
    state.overlays.push(Overlay::Page(Page { title, lines, about_cursor, ..Page::default() }));
}
