//! The form of the elements.

use ratatui::layout::Position;
use ratatui::style::{Modifier, Style};

use super::dialogs::folded;
use super::ink::Ink;
use crate::app::State;
use crate::app::command::Command;
use crate::app::element::Element;
use crate::app::element_note;
use crate::app::entries;
use crate::app::form::{Form, Row};
use crate::app::layout::{Area, FORM_LABEL};
use crate::app::menu::Menu;
use crate::app::state::Sheet;
use crate::check::{Finding, Severity};

/// The fewest columns that a finding beside a field is worth showing in.
const BESIDE: u16 = 16;

pub(super) fn draw(ink: &mut Ink<'_>, state: &State, area: Area, rows: Area, form: &Form) -> Option<Position> {
    let sheet = state.sheet()?;
    let inner = ink.window(area, "要素");
    let mut cursor = None;
    let shown = form.rows().iter().enumerate().skip(form.list.top).take(usize::from(rows.height));
    for ((index, row), y) in shown.zip(rows.y..) {
        let row_area = Area { y, height: 1, ..rows };
        match *row {
            Row::Heading(title) => {
                ink.text(rows.x + 1, y, rows.width, title, ink.theme.heading());
            }
            Row::Element(element) if index == form.list.selected => {
                label(ink, sheet, element, true, row_area);
                cursor = Some(chosen(ink, state, form, row_area));
            }
            Row::Element(element) => {
                label(ink, sheet, element, false, row_area);
                unchosen(ink, state, sheet, element, row_area);
            }
        }
    }
    explanation(ink, state, sheet, form, inner);
    ink.text(
        area.x + 2,
        area.y + area.height - 1,
        area.width.saturating_sub(4),
        &ink.words(&keys(form)),
        ink.theme.dim(),
    );
    let hidden = form.rows().len().saturating_sub(form.list.top + usize::from(rows.height));
    if hidden > 0 {
        let words = format!(" ↓ 还有 {hidden} 行 ");
        let width = u16::try_from(ink.measure.text(&words)).unwrap_or(0);
        let x = (inner.x + inner.width).saturating_sub(width + 1);
        ink.text(x, rows.y + rows.height, width, &words, ink.theme.dim());
    }
    if let (Some(menu), Some(at)) = (&form.menu, cursor) {
        cursor = Some(draw_menu(ink, menu, menu.area(rows, at.y, FORM_LABEL), at));
    }
    cursor
}

/// The sign of what is found in an element, and its name.
fn label(ink: &mut Ink<'_>, sheet: &Sheet, element: Element, chosen: bool, area: Area) {
    if let Some(severity) = worst(sheet, element).map(|finding| finding.severity) {
        ink.text(area.x + 1, area.y, 1, severity.sign().encode_utf8(&mut [0; 4]), ink.theme.severity(severity));
    }
    let style = if chosen { ink.theme.heading() } else { Style::new() };
    let name = match element {
        Element::Request(at) => format!("{} {}", element.label(), at + 1),
        _ => element.label().to_owned(),
    };
    ink.text(area.x + 3, area.y, FORM_LABEL - 4, &name, style);
}

/// The text of an element as it is shown: a set of rules by its title, with the name that a file has it by.
fn named(state: &State, element: Element, text: &str) -> String {
    let profile = state.profile();
    match element {
        Element::Profile if profile.name == text && !profile.title.is_empty() => format!("{}（{text}）", profile.title),
        _ => text.to_owned(),
    }
}

/// The line of the chosen element, its entries told apart.
fn chosen(ink: &mut Ink<'_>, state: &State, form: &Form, area: Area) -> Position {
    let (x, width) = (area.x + FORM_LABEL, area.width.saturating_sub(FORM_LABEL + 1));
    let element = form.element();
    if element.is_closed() {
        let text = named(state, element, form.line.text());
        let end = ink.text(x, area.y, width, &format!("← {text} →"), ink.theme.selection());
        return Position { x: end.saturating_sub(2), y: area.y };
    }
    let kind = state.sheet().map(|sheet| sheet.document.draft().kind).unwrap_or_default();
    let at = ink.line(x, area.y, width, &form.line, element.hint_for(kind));
    if let (Some(separators), None) = (element.separators(), form.line.selection()) {
        let text = form.line.text();
        let spans = entries::spans(text, separators);
        let here = entries::at(text, separators, form.line.cursor()).and_then(|at| spans.get(at));
        if let Some(range) = here.filter(|_| spans.len() > 1) {
            // The line is drawn so that its cursor is in sight: columns are counted from there.
            let column = |offset: usize| {
                let (low, high) = (offset.min(form.line.cursor()), offset.max(form.line.cursor()));
                let cells = u16::try_from(ink.measure.text(&text[low..high])).unwrap_or(u16::MAX);
                let column =
                    if offset < form.line.cursor() { at.x.saturating_sub(cells) } else { at.x.saturating_add(cells) };
                column.clamp(x, x + width)
            };
            let (from, to) = (column(range.start), column(range.end));
            let style = Style::new().add_modifier(Modifier::BOLD);
            ink.style(Area { x: from, width: to - from, ..area }, style);
        }
    }
    at
}

/// What an element holds, and what is found in it where there is room for that.
fn unchosen(ink: &mut Ink<'_>, state: &State, sheet: &Sheet, element: Element, area: Area) {
    let (x, width) = (area.x + FORM_LABEL, area.width.saturating_sub(FORM_LABEL + 1));
    let draft = sheet.document.draft();
    let text = named(state, element, &element.read(draft));
    let end = match (text.is_empty(), element.separators()) {
        (true, _) if matches!(element, Element::NewRequest(_)) => ink.text(x, area.y, width, "＋", ink.theme.dim()),
        (true, _) => ink.text(x, area.y, width, "未填", ink.theme.dim()),
        (false, Some(separators)) => {
            let mut at = x;
            for (index, entry) in entries::of(&text, separators).into_iter().enumerate() {
                let room = |at: u16| (x + width).saturating_sub(at);
                if index > 0 {
                    at = ink.text(at, area.y, room(at), " ", Style::new());
                }
                at = ink.text(at, area.y, room(at), "[", ink.theme.dim());
                at = ink.text(at, area.y, room(at), entry, Style::new());
                at = ink.text(at, area.y, room(at), "]", ink.theme.dim());
            }
            at
        }
        (false, None) => ink.text(x, area.y, width, &text, Style::new()),
    };
    let room = (x + width).saturating_sub(end + 2);
    if let Some(finding) = worst(sheet, element).filter(|_| room >= BESIDE) {
        ink.text(end + 2, area.y, room, &finding.message, ink.theme.severity(finding.severity));
    }
}

/// Under the rows: what is wrong with the chosen element or how to fill it in, what it comes to, what it may be filled with.
fn explanation(ink: &mut Ink<'_>, state: &State, sheet: &Sheet, form: &Form, inner: Area) {
    let y = inner.y + inner.height.saturating_sub(4);
    ink.across(inner.x, y, inner.width);
    let element = form.element();
    let hint = element.hint_for(sheet.document.draft().kind);
    let (words, style) = if let Some(refusal) = &form.refusal {
        (refusal.clone(), ink.theme.loud())
    } else if let Some(finding) = worst(sheet, element) {
        let key = state.key(Command::Fix);
        (super::status::explained(finding, &key), ink.theme.severity(finding.severity))
    } else if element.is_turned() {
        (["← → 换一个值", hint].join("　"), ink.theme.dim())
    } else {
        (hint.to_owned(), ink.theme.dim())
    };
    let width = inner.width.saturating_sub(2);
    ink.text(inner.x + 1, y + 1, width, words.trim_end(), style);
    let text = form.line.text();
    let note = match element_note::of(element, sheet.document.draft(), state.profile(), state.today()) {
        // What the row has no room for is shown in full.
        note if note.is_empty() && ink.measure.text(text) > usize::from(inner.width - FORM_LABEL) => text.to_owned(),
        note => note,
    };
    let proposals = state.proposals();
    let next = proposals.get(form.next_proposal() % proposals.len().max(1)).filter(|it| *it != text);
    let along = state.goes_with_role().map(|words| format!("{} 一并改：{words}", state.key(Command::Propose)));
    let next = next.map(|next| format!("{} 填入：{next}", state.key(Command::Propose))).or(along);
    let lines = folded(ink, &note, width);
    let room = if next.is_some() { 1 } else { 2 };
    for (at, (line, y)) in lines.iter().take(room).zip(y + 2..).enumerate() {
        // What is cut off is told by the dots of a shortened line.
        let line = if at + 1 == room && lines.len() > room { format!("{line}……") } else { line.clone() };
        ink.text(inner.x + 1, y, width, &line, Style::new());
    }
    if let Some(next) = next {
        ink.text(inner.x + 1, y + 3, width, &next, ink.theme.key());
    }
}

/// The keys that matter in the chosen field, by the names of their commands.
fn keys(form: &Form) -> String {
    let own = match form.element() {
        Element::Date | Element::Assigned => {
            "{count-one-up/count-one-down} 日　{count-week-up/count-week-down} 周　{count-month-up/count-month-down} 月　"
        }
        Element::Number | Element::AddresseeTotal => "{count-one-up/count-one-down} 增减　",
        Element::Request(_) | Element::AnsweredIn(_) => "{count-one-up/count-one-down} 移动　{remove-entry} 删去　",
        element if element.separators().is_some() => "{entry-back/entry-on} 移动本项　{remove-entry} 删去本项　",
        _ => "",
    };
    if form.menu.as_ref().is_some_and(Menu::is_empty) {
        " Esc 收起 ".to_owned()
    } else if form.menu.is_some() {
        " ↑↓ 选择　Enter 填入　Esc 收起 ".to_owned()
    } else {
        format!(" {own}{{options}} 可选　Esc 关闭 ")
    }
}

/// The menu of the chosen field; the cursor stays in the field, where the next character goes.
fn draw_menu(ink: &mut Ink<'_>, menu: &Menu, area: Area, at: Position) -> Position {
    let inner = ink.window(area, "可选");
    if menu.is_empty() {
        let width = inner.width.saturating_sub(2);
        ink.text(inner.x + 1, inner.y, width, "这一项没有可选的内容，请直接输入", ink.theme.dim());
    }
    let rows = menu.shown().enumerate().skip(menu.list.top).take(usize::from(inner.height));
    for ((index, offer), y) in rows.zip(inner.y..) {
        let width = inner.width.saturating_sub(2);
        let text = if offer.text.is_empty() { "（不填）" } else { &offer.text };
        let end = ink.text(inner.x + 1, y, width, text, Style::new());
        let room = (inner.x + 1 + width).saturating_sub(end + 2);
        if room > 2 {
            ink.text(end + 2, y, room, &offer.note, ink.theme.dim());
        }
        if index == menu.list.selected {
            ink.style(Area { y, height: 1, ..inner }, ink.theme.chosen(true));
        }
    }
    at
}

fn worst(sheet: &Sheet, element: Element) -> Option<&Finding> {
    let own = sheet.assessment.findings.iter().filter(|finding| Element::of(finding.field) == Some(element));
    own.min_by_key(|finding: &&Finding| -> Severity { finding.severity })
}
