//! The search line under the body.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::ink::Ink;
use crate::app::State;
use crate::app::command::Command;
use crate::app::find::{Find, Place};
use crate::app::keymap::Keymap;
use crate::app::layout::{Area, Layout};
use crate::app::mending::Redline;
use crate::app::searching;
use crate::letter::Draft;
use crate::text::edit::Edit;

/// The columns beside the lines that are typed into: the count, and the key that replaces all.
const BESIDE: u16 = 15;

pub(super) fn draw(ink: &mut Ink<'_>, state: &State, layout: &Layout, find: &Find) -> Option<Position> {
    let (area, sheet) = (layout.find?, state.sheet()?);
    ink.blank(area);
    let draft = sheet.document.draft();
    let places = find.places(draft);
    let here = searching::here(find, sheet);
    let current = places.iter().position(|place| *place == here);
    let (count, style) = match (places.len(), current) {
        (_, _) if find.query.text().is_empty() => (String::new(), ink.theme.dim()),
        (_, _) if find.is_broken() => ("正则没写完整".to_owned(), ink.theme.loud()),
        (0, _) => ("没有找到".to_owned(), ink.theme.loud()),
        (all, Some(at)) => (format!("第{}/{all}处", at + 1), ink.theme.heading()),
        (all, None) => (format!("共 {all} 处"), ink.theme.dim()),
    };
    let width = area.width.saturating_sub(8 + BESIDE);
    let x = area.x + 8;
    let beside = x + width + 1;
    ink.text(area.x, area.y, 8, "查找", ink.theme.heading());
    let mut cursor = ink.line(x, area.y, width, &find.query, "");
    ink.text(beside, area.y, BESIDE - 1, &count, style);
    if let Some(replacement) = &find.replacement {
        ink.text(area.x, area.y + 1, 8, "替换为", ink.theme.heading());
        let place = ink.line(x, area.y + 1, width, replacement, "");
        let all = format!("{} 全部", state.keymap().shown(Command::ReplaceAll));
        ink.text(beside, area.y + 1, BESIDE - 1, &all, ink.theme.dim());
        if find.in_replacement {
            cursor = place;
        }
    }
    let last = Area { y: area.y + area.height - 1, height: 1, ..area };
    match &find.element {
        Some(place) => element(ink, last, draft, place),
        None => switches(ink, last, find, state.keymap()),
    }
    Some(cursor)
}

/// The place in an element that was gone to: 标题：…临江市科学技术局….
fn element(ink: &mut Ink<'_>, area: Area, draft: &Draft, place: &Place) {
    let Some(shown) = Redline::new(&draft.text(place.field), &Edit::delete(place.range.clone()), "") else {
        return;
    };
    let label = format!("{}：", place.field.label());
    let end = area.x + area.width;
    let mut x = ink.text(area.x, area.y, area.width, &label, ink.theme.heading());
    let (text, part) = (&shown.before, &shown.gone);
    let found = ink.theme.selection();
    for (piece, style) in
        [(&text[..part.start], Style::new()), (&text[part.clone()], found), (&text[part.end..], Style::new())]
    {
        x = ink.text(x, area.y, end.saturating_sub(x), piece, style);
    }
}

fn switches(ink: &mut Ink<'_>, area: Area, find: &Find, keymap: &Keymap) {
    let wanted = find.wanted();
    let switches = [
        (Command::FindRegex, "正则", wanted.regex),
        (Command::FindExact, "分大小写", wanted.exact),
        (Command::FindInBody, "只查正文", wanted.body_only),
    ];
    let end = area.x + area.width;
    let mut x = area.x;
    for (command, name, on) in switches {
        let sign = if on { "☑" } else { "☐" };
        let style = if on { ink.theme.heading() } else { ink.theme.dim() };
        x = ink.text(x, area.y, end.saturating_sub(x), &format!("{sign} "), style);
        x = ink.text(x, area.y, end.saturating_sub(x), &keymap.shown(command), ink.theme.key());
        x = ink.text(x, area.y, end.saturating_sub(x), &format!(" {name} "), style);
    }
}
