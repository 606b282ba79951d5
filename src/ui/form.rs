//! The form of the elements.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::ink::Ink;
use crate::app::State;
use crate::app::element::Element;
use crate::app::form::{Form, Row};
use crate::app::layout::Area;
use crate::app::state::Sheet;
use crate::check::Finding;

/// The columns before the text of an element: sign and label.
const LABEL: u16 = 15;

pub(super) fn draw(ink: &mut Ink<'_>, state: &State, area: Area, rows: Area, form: &Form) -> Option<Position> {
    let sheet = state.sheet()?;
    let inner = ink.window(area, "要素");
    let mut cursor = None;
    let all = Form::rows();
    let shown = all.iter().enumerate().skip(form.list.top).take(usize::from(rows.height));
    for ((index, row), y) in shown.zip(rows.y..) {
        match *row {
            Row::Heading(title) => {
                ink.text(rows.x + 1, y, rows.width, title, ink.theme.heading());
            }
            Row::Element(element) => {
                let chosen = index == form.list.selected;
                let place = element_row(ink, sheet, form, element, chosen, Area { y, height: 1, ..rows });
                cursor = place.or(cursor);
            }
        }
    }
    explanation(ink, sheet, form, inner);
    let proposals = state.proposals();
    if let Some(next) = proposals.get(form.next_proposal() % proposals.len().max(1)) {
        let words = format!(" Alt+C 填入：{next} ");
        let y = inner.y + inner.height.saturating_sub(2);
        ink.text(inner.x + 1, y, inner.width.saturating_sub(2), &words, ink.theme.key());
    }
    cursor
}

fn element_row(
    ink: &mut Ink<'_>,
    sheet: &Sheet,
    form: &Form,
    element: Element,
    chosen: bool,
    area: Area,
) -> Option<Position> {
    let worst = of(sheet, element).map(|finding| finding.severity).min();
    if let Some(severity) = worst {
        ink.text(area.x + 1, area.y, 1, severity.sign().encode_utf8(&mut [0; 4]), ink.theme.severity(severity));
    }
    let label = if chosen { ink.theme.heading() } else { Style::new() };
    ink.text(area.x + 3, area.y, LABEL - 4, element.label(), label);
    let (x, width) = (area.x + LABEL, area.width.saturating_sub(LABEL + 1));
    if chosen && element.is_closed() {
        let end = ink.text(x, area.y, width, &format!("← {} →", form.line.text()), ink.theme.selection());
        return Some(Position { x: end.saturating_sub(2), y: area.y });
    }
    if chosen {
        return Some(ink.line(x, area.y, width, &form.line, element.hint()));
    }
    let text = element.read(sheet.document.draft());
    if text.is_empty() {
        ink.text(x, area.y, width, "未填", ink.theme.dim());
    } else {
        ink.text(x, area.y, width, &text, Style::new());
    }
    None
}

/// Under the rows: what is wrong with the chosen element, or how to fill it in.
fn explanation(ink: &mut Ink<'_>, sheet: &Sheet, form: &Form, inner: Area) {
    let y = inner.y + inner.height.saturating_sub(2);
    ink.across(inner.x, y, inner.width);
    let element = form.element();
    let (words, style) = if let Some(refusal) = &form.refusal {
        (refusal.clone(), ink.theme.loud())
    } else if let Some(finding) = of(sheet, element).min_by_key(|finding| finding.severity) {
        (super::status::explained(finding), ink.theme.severity(finding.severity))
    } else if !element.choices().is_empty() {
        ("← → 或 Enter 换一个值".to_owned(), ink.theme.dim())
    } else {
        (element.hint().to_owned(), ink.theme.dim())
    };
    ink.text(inner.x + 1, y + 1, inner.width.saturating_sub(2), &words, style);
}

fn of(sheet: &Sheet, element: Element) -> impl Iterator<Item = &Finding> {
    sheet.assessment.findings.iter().filter(move |finding| Element::of(finding.field) == Some(element))
}
