//! Commands that move stretches of the source: into an element, into the body, out of everything, to the line before.

use std::ops::Range;

use super::assign::{Assign, Target};
use super::errand::Errand;
use super::piece;
use super::rows::Row;
use super::screen::{Intake, Side};
use crate::app::effect::Effect;
use crate::app::element::Element;
use crate::app::overlay::Overlay;
use crate::app::state::State;

/// Puts what is chosen in the source into the chosen element.
pub fn take(state: &mut State) {
    let Some(intake) = state.imports.open.as_deref_mut() else {
        return;
    };
    let Some(at) = intake.chosen_source() else {
        return state.say("先在原文里选中文字，或把光标放在那一行");
    };
    match intake.element() {
        Some(element) => give(state, element, at),
        None => into_body_at(state, vec![at]),
    }
}

/// Puts a stretch of the source into an element.
fn give(state: &mut State, element: Element, at: Range<usize>) {
    if element.is_closed() {
        return state.say(format!("{}用左右键选", element.label()));
    }
    if let Some(intake) = state.imports.open.as_deref() {
        let text = intake.sorting().source()[at.clone()].to_owned();
        state.effects.push(Effect::Intake(Errand::ReadAs { element, at, text }));
    }
}

/// Asks where what is chosen is to go.
pub fn assign(state: &mut State) {
    let Some(intake) = state.imports.open.as_deref() else {
        return;
    };
    let range = match (intake.side, intake.row()) {
        (Side::Fields, Some(Row::LeftOut { range, .. })) => Some(range.clone()),
        _ => intake.chosen_source(),
    };
    let Some(at) = range else {
        return state.say("这一行没有文字");
    };
    let words = intake.sorting().source()[at.clone()].replace('\n', "↵");
    state.overlays.push(Overlay::Assign(Assign::new(at, words)));
}

/// Does what was chosen in the list of where a stretch can go.
pub fn assigned(state: &mut State) {
    let Some(Overlay::Assign(asked)) = state.overlays.pop() else {
        return;
    };
    match asked.chosen() {
        Some(Target::Body) => into_body_at(state, vec![asked.at]),
        Some(Target::Nowhere) => leave_out_at(state, vec![asked.at]),
        Some(Target::Element(element)) => give(state, element, asked.at),
        None => {}
    }
}

/// Leaves out what is chosen; an element is emptied.
pub fn leave_out(state: &mut State) {
    let Some(intake) = state.imports.open.as_deref_mut() else {
        return;
    };
    if intake.side == Side::Fields
        && let Some(element) = intake.element()
    {
        let places = intake.sorting().places(element);
        if intake.correct(|sorting| sorting.refuse(element)) {
            let lines = intake.lines_of(&places);
            let from = if lines.is_empty() { String::new() } else { format!("，{lines}的文字不收入") };
            let undo = state.words("{undo} 撤销");
            state.say(format!("{}已清空{from}（{undo}）", element.label()));
        }
        return;
    }
    let places = pointed(intake);
    leave_out_at(state, places);
}

fn leave_out_at(state: &mut State, places: Vec<Range<usize>>) {
    let Some(intake) = state.imports.open.as_deref_mut() else {
        return;
    };
    let moved = intake.correct(|sorting| sorting.leave_out(&places));
    let lines = intake.lines_of(&places);
    state.say(if moved {
        format!("{lines}的文字不收入（{}）", state.words("{undo} 撤销"))
    } else {
        "这里没有可移出的文字".to_owned()
    });
}

/// Puts what is chosen into the body; an element is emptied.
pub fn into_body(state: &mut State) {
    let Some(intake) = state.imports.open.as_deref_mut() else {
        return;
    };
    if intake.side == Side::Fields
        && let Some(element) = intake.element()
    {
        let places = intake.sorting().places(element);
        if places.is_empty() {
            return state.say("这一项不是从原文取来的");
        }
        intake.correct(|sorting| {
            sorting.refuse(element);
            sorting.put_into_body(&places)
        });
        let undo = state.words("{undo} 撤销");
        return state.say(format!("{}已清空，文字归入正文（{undo}）", element.label()));
    }
    let places = pointed(intake);
    into_body_at(state, places);
}

fn into_body_at(state: &mut State, places: Vec<Range<usize>>) {
    let Some(intake) = state.imports.open.as_deref_mut() else {
        return;
    };
    let moved = intake.correct(|sorting| sorting.put_into_body(&places));
    let lines = intake.lines_of(&places);
    state.say(if moved {
        format!("{lines}归入正文（{}）", state.words("{undo} 撤销"))
    } else {
        "这里没有可归入正文的文字".to_owned()
    });
}

/// What the keys point at: the selection or the line on the left, the stretch of the row on the right.
fn pointed(intake: &Intake) -> Vec<Range<usize>> {
    match (intake.side, intake.row()) {
        (Side::Source, _) => intake.chosen_source().into_iter().collect(),
        (Side::Fields, Some(row @ (Row::LeftOut { .. } | Row::Part { .. }))) => intake.places(row),
        _ => Vec::new(),
    }
}

/// Joins the chosen line to the one before it, or parts them.
pub fn turn_joint(state: &mut State) {
    let Some(intake) = state.imports.open.as_deref_mut() else {
        return;
    };
    let at = match (intake.side, intake.row()) {
        (Side::Fields, Some(Row::Joint { at, .. })) => Some(*at),
        (Side::Source, _) => {
            let line = intake.line_range(intake.line_number(intake.source.cursor()));
            let body = piece::touched(intake.sorting().pieces(), &line).iter().find(|it| it.fate.is_body());
            body.map(|it| it.range.start)
        }
        _ => None,
    };
    let mut joined = None;
    if let Some(at) = at {
        intake.correct(|sorting| {
            joined = sorting.turn_joint(at);
            joined.is_some()
        });
        // The row of a joint that a person made is new, and one that was undone may be gone.
        let row = intake.rows().iter().position(|row| matches!(row, Row::Joint { at: of, .. } if *of == at));
        if let Some(row) = row.filter(|_| intake.side == Side::Fields) {
            intake.choose(row);
        }
    }
    state.say(match joined {
        Some(true) => "已与上一行接成一段",
        Some(false) => "已另起一段",
        None => "光标要在正文的一行上，它之前还有正文",
    });
}
