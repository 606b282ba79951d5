//! Rearranging the sections of the letter, from the outline or from where the cursor is.

use super::assessment::Target;
use super::command::Command;
use super::overlay::Overlay;
use super::pattern::Wanted;
use super::question::{Question, Subject, Waiting};
use super::state::{Pane, State};
use super::update::go_to;
use crate::letter::outline::Outline;
use crate::letter::restructure::{Rearranged, Rearrangement, rearrange};
use crate::letter::{Field, answered};
use crate::text::edit::Edit;
use crate::text::position::floor_boundary;

/// Does `what` with the chosen section of the outline, or with the one around the cursor.
pub(super) fn perform(state: &mut State, what: Rearrangement) {
    state.assess();
    if state.warns_read_only() {
        return;
    }
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    let body = sheet.document.editor().text();
    let cursor = sheet.document.editor().cursor();
    let outline = Outline::of(body);
    let section = match sheet.focus {
        Pane::Outline => sheet.assessment.outline.get(sheet.outline.selected).and_then(|row| row.section),
        _ => outline.section_at(cursor),
    };
    let done = match rearrange(body, section.unwrap_or(usize::MAX), what) {
        Ok(done) => done,
        Err(refusal) => return state.say(refusal.to_string()),
    };
    let words = section.and_then(|section| outline.sections.get(section)).map_or(0, |section| section.marker.range.end);
    let to = match what {
        Rearrangement::Renumber => None,
        Rearrangement::Insert => Some(done.words),
        Rearrangement::Delete => Some(done.start),
        // Typing goes on where it was, in the section that moved along.
        _ if sheet.focus == Pane::Body => Some(done.words + cursor.saturating_sub(words)),
        _ => Some(done.start),
    };
    let edits: Vec<(Field, Edit)> = edits(state, &done);
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    if !sheet.document.mend(edits, to) {
        return state.say("编号本来就是连续的");
    }
    sheet.left_at = None;
    if what == Rearrangement::Insert {
        sheet.turn_to(Pane::Body);
    }
    sheet.folded.sections = std::mem::take(&mut sheet.folded.sections)
        .into_iter()
        .map(|name| done.renamed.iter().find(|(before, _)| *before == name).map_or(name, |(_, after)| after.clone()))
        .collect();
    state.settle();
    state.assess();
    follow(state, done.start);
    tell(state, what, &done);
}

/// The edits of the body and of where the requests say they are answered.
fn edits(state: &State, done: &Rearranged) -> Vec<(Field, Edit)> {
    let mut edits: Vec<(Field, Edit)> = done.edit.iter().map(|edit| (Field::Body, edit.clone())).collect();
    let Some(draft) = state.sheet().map(|sheet| sheet.document.draft()) else { return edits };
    let outline = Outline::of(&draft.letter.body);
    for (index, request) in draft.matter.requests.iter().enumerate() {
        for place in answered::places(&outline, &request.answered_in) {
            let path = place.section.map(|section| outline.path(section));
            let renamed = done.renamed.iter().find(|(before, _)| path.as_ref() == Some(before));
            if let Some((_, after)) = renamed {
                edits.push((Field::RequestAnsweredIn(index), Edit::replace(place.words, after.as_str())));
            }
        }
    }
    edits
}

/// Chooses the row of the outline that shows the section at byte `start`.
fn follow(state: &mut State, start: usize) {
    if let Some(sheet) = &mut state.sheet {
        let start = floor_boundary(sheet.document.editor().text(), start);
        let shows = |row: &super::assessment::OutlineRow| row.section.is_some() && row.target == Target::Body(start);
        if let Some(at) = sheet.assessment.outline.iter().position(shows) {
            sheet.outline.selected = at;
        }
    }
}

fn tell(state: &mut State, what: Rearrangement, done: &Rearranged) {
    let did = match what {
        Rearrangement::Up | Rearrangement::Down => "已移动",
        Rearrangement::Raise => "已升一级",
        Rearrangement::Lower => "已降一级",
        Rearrangement::Insert => "已插入，请写标题",
        Rearrangement::Delete => "已删除",
        Rearrangement::Renumber => "已重排",
    };
    let numbers = if done.renamed.is_empty() { "" } else { "，编号已随改" };
    let body = state.sheet().map_or("", |sheet| sheet.document.editor().text());
    let mentions: Vec<&str> = done.mentions.iter().filter_map(|range| body.get(range.clone())).collect();
    match mentions.first() {
        Some(mention) => {
            let count = mentions.len();
            let (mention, words) = ((*mention).to_owned(), expression(&mentions));
            // They are walked like places of a search.
            state.last_find = Wanted { words, regex: true, body_only: true, ..Wanted::default() };
            let next = state.key(Command::FindNext);
            state.warn(format!("{did}{numbers}；按 {next} 核对正文 {count} 处序号（如“{mention}”）"));
            if let Some(sheet) = &mut state.sheet {
                sheet.mentions = done.mentions.clone();
            }
        }
        None => state.say(format!("{did}{numbers}（{} 撤销）", state.key(Command::Undo))),
    }
}

/// Asks about the places that speak of numbers and that nobody has looked at. Says whether there are any.
pub(super) fn asks_about_mentions(state: &mut State, waiting: Waiting) -> bool {
    let count = state.sheet().map_or(0, |sheet| sheet.mentions.len());
    if count > 0 {
        state.overlays.push(Overlay::Question(Question::new(Subject::Mentions(count, waiting))));
    }
    count > 0
}

/// Goes to the first place that speaks of a number and that nobody has looked at.
pub(super) fn go_to_mention(state: &mut State) {
    let range = state.sheet().and_then(|sheet| sheet.mentions.iter().min_by_key(|range| range.start).cloned());
    let Some(range) = range else {
        return;
    };
    state.overlays.clear();
    go_to(state, Target::Body(range.start));
    if let Some(sheet) = &mut state.sheet {
        sheet.document.editor_mut().point_out(range);
    }
}

/// The expression that finds each of `mentions`.
fn expression(mentions: &[&str]) -> String {
    let mut different: Vec<String> = Vec::new();
    for mention in mentions {
        let escaped = regex::escape(mention);
        if !different.contains(&escaped) {
            different.push(escaped);
        }
    }
    different.join("|")
}

/// Folds the chosen section of the outline, or unfolds it. A section without any inside it passes the fold to the one
/// around it.
pub(super) fn fold(state: &mut State, fold: bool) {
    let Some(sheet) = &mut state.sheet else {
        return;
    };
    let outline = Outline::of(sheet.document.editor().text());
    let Some(row) = sheet.assessment.outline.get(sheet.outline.selected) else {
        return;
    };
    let Some(section) = row.section.filter(|&section| section < outline.sections.len()) else {
        return;
    };
    let chosen = if fold && row.folded != Some(false) { outline.sections[section].parent } else { Some(section) };
    let Some(chosen) = chosen else {
        return;
    };
    let name = outline.path(chosen);
    let changed = if fold { sheet.folded.sections.insert(name) } else { sheet.folded.sections.remove(&name) };
    if changed {
        sheet.stale = true;
        state.assess();
        follow(state, outline.sections[chosen].range.start);
    }
}
