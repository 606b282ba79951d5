//! Questions, the gate before an export, and pages to read.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::ink::Ink;
use crate::app::layout::Area;
use crate::app::overlay::{Gate, Page};
use crate::app::question::Question;
use crate::text::wrap;

pub(super) fn question(ink: &mut Ink<'_>, area: Area, question: &Question) -> Option<Position> {
    let inner = ink.window(area, "请选择");
    for (line, y) in folded(ink, &question.text(), inner.width.saturating_sub(2)).iter().take(2).zip(inner.y..) {
        ink.text(inner.x + 1, y, inner.width.saturating_sub(2), line, Style::new());
    }
    let y = inner.y + inner.height.saturating_sub(1);
    let mut cursor = None;
    for (at, ((label, _), (x, width))) in question.answers().iter().zip(question.places()).enumerate() {
        let chosen = at == question.selected;
        let style = if chosen { ink.theme.chosen(true) } else { Style::new() };
        ink.text(inner.x + x, y, width, &format!("[ {label} ]"), style);
        if chosen {
            cursor = Some(Position { x: inner.x + x + 2, y });
        }
    }
    cursor
}

pub(super) fn gate(ink: &mut Ink<'_>, area: Area, gate: &Gate) -> Option<Position> {
    let inner = ink.window(area, "导出");
    let width = inner.width.saturating_sub(2);
    ink.text(inner.x + 1, inner.y, width, &gate.heading(), ink.theme.loud());
    let room = usize::from(inner.height.saturating_sub(4));
    // The sign-offs first: there are few of them, and no number of errors may hide them.
    let lines: Vec<&String> = gate.missing.iter().chain(&gate.blocking).collect();
    let hidden = lines.len().saturating_sub(room);
    let shown = lines.len().min(if hidden > 0 { room.saturating_sub(1) } else { room });
    for (line, y) in lines.iter().take(shown).zip(inner.y + 1..) {
        ink.text(inner.x + 1, y, width, &format!("✗ {line}"), Style::new());
    }
    if hidden > 0 {
        let y = inner.y + 1 + u16::try_from(shown).unwrap_or(0);
        ink.text(inner.x + 1, y, width, &format!("  还有 {} 处", lines.len() - shown), ink.theme.dim());
    }
    let y = inner.y + inner.height.saturating_sub(2);
    ink.text(
        inner.x + 1,
        y,
        width,
        "Esc 返回修改；确需导出的，写明理由（记入核稿记录），再按 Enter：",
        ink.theme.dim(),
    );
    Some(ink.line(inner.x + 1, y + 1, width, &gate.reason, "理由"))
}

pub(super) fn page(ink: &mut Ink<'_>, area: Area, page: &Page) -> Option<Position> {
    let inner = ink.window(area, &page.title);
    let width = inner.width.saturating_sub(2);
    let lines: Vec<String> = page.lines.iter().flat_map(|line| folded(ink, line, width)).collect();
    let top = page.list.top.min(lines.len().saturating_sub(usize::from(inner.height)));
    for (line, y) in lines.iter().skip(top).take(usize::from(inner.height)).zip(inner.y..) {
        ink.text(inner.x + 1, y, width, line, Style::new());
    }
    ink.text(area.x + 2, area.y + area.height - 1, area.width, " Esc 关闭 ", ink.theme.dim());
    Some(Position { x: inner.x, y: inner.y })
}

/// `text` in lines of at most `width` cells, broken as the editor breaks its rows.
pub(super) fn folded(ink: &Ink<'_>, text: &str, width: u16) -> Vec<String> {
    let starts = wrap::rows(text, usize::from(width), ink.measure);
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(&start, end)| text[start..end].to_owned()).collect()
}
