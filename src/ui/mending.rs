//! Fixes before they are made: each as it is and as it would be.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::ink::Ink;
use crate::app::layout::Area;
use crate::app::mending::{Mending, Redline};

pub(super) fn draw(ink: &mut Ink<'_>, area: Area, rows: Area, mending: &Mending) -> Option<Position> {
    let inner = ink.window(area, &mending.title);
    let shown = mending.redlines.iter().skip(mending.list.top).take(usize::from(rows.height / 2));
    for (redline, at) in shown.zip(0u16..) {
        change(ink, Area { y: rows.y + 2 * at, height: 2, ..rows }, redline);
    }
    let hidden = mending.redlines.len().saturating_sub(mending.list.top + usize::from(rows.height / 2));
    let more = if hidden > 0 { format!(" ↓ 还有 {hidden} 处 ") } else { String::new() };
    let kind =
        mending.others().map_or_else(String::new, |count| ink.words(&format!("{{all-of-kind}} 同类 {count} 处　")));
    let words = format!(" Enter 修正　{kind}Esc 不改 {more}");
    ink.text(area.x + 2, area.y + area.height - 1, area.width.saturating_sub(4), &words, ink.theme.dim());
    Some(Position { x: inner.x, y: inner.y })
}

fn change(ink: &mut Ink<'_>, area: Area, redline: &Redline) {
    let label = u16::try_from(ink.measure.text(&redline.place)).unwrap_or(0).min(12) + 1;
    ink.text(area.x + 1, area.y, label, &redline.place, ink.theme.dim());
    let x = area.x + 1 + label;
    let width = (area.x + area.width).saturating_sub(x + 3);
    for (y, sign, text, part, style) in [
        (area.y, "－", &redline.before, &redline.gone, ink.theme.gone()),
        (area.y + 1, "＋", &redline.after, &redline.come, ink.theme.come()),
    ] {
        let after = ink.text(x, y, 2, sign, style);
        let pieces =
            [(&text[..part.start], Style::new()), (&text[part.clone()], style), (&text[part.end..], Style::new())];
        let mut at = after + 1;
        for (piece, style) in pieces {
            let room = (x + 3 + width).saturating_sub(at);
            at = ink.text(at, y, room, piece, style);
        }
    }
}
