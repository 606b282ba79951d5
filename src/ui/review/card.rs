//! The card of the item one is at.

use ratatui::layout::Position;

use super::items::mark;
use super::rows;
use crate::app::layout::Area;
use crate::app::review::Walk;
use crate::app::review::areas::WalkAreas;
use crate::app::review::board::Board;
use crate::ui::ink::Ink;

pub(super) fn draw(ink: &mut Ink<'_>, areas: &WalkAreas, board: &Board, walk: &Walk, focused: bool) -> Position {
    let area = areas.card;
    ink.blank(area);
    ink.across(area.x, area.y, area.width);
    if !areas.stacked && area.x > 0 {
        ink.down(area.x - 1, area.y, area.height);
    }
    let end = area.x + area.width;
    if let Some(listed) = board.items.get(walk.list.selected) {
        let head = format!(" 第{}项 共{}项 ", walk.list.selected + 1, board.items.len());
        let mut x = ink.text(area.x + 1, area.y, area.width, &head, ink.theme.title(focused));
        let title = format!(" {} ", listed.item.title);
        x = ink.text(x, area.y, end.saturating_sub(x + 1), &title, ink.theme.heading());
        let stand = format!("{} {} ", listed.stand.sign, listed.stand.label);
        ink.text(x, area.y, end.saturating_sub(x + 1), &stand, ink.theme.mark(mark(listed)));
    }
    let mut cursor = Position { x: areas.text.x, y: areas.text.y };
    let shown = walk.rows.iter().skip(walk.top).take(usize::from(areas.text.height));
    let mut first = true;
    for (row, y) in shown.zip(areas.text.y..) {
        rows::row(ink, areas.text.x, y, areas.text.width, row);
        if row.leads == Some(walk.evidence) {
            let line = Area { y, height: 1, ..areas.text };
            ink.style(line, ink.theme.evidence());
            if std::mem::take(&mut first) {
                cursor = Position { x: areas.text.x, y };
            }
        }
    }
    let hidden = walk.rows.len().saturating_sub(walk.top + usize::from(areas.text.height));
    if hidden > 0 {
        let words = format!(" ↓ 还有 {hidden} 行 ");
        let width = u16::try_from(ink.measure.text(&words)).unwrap_or(0);
        ink.text(end.saturating_sub(width + 1), area.y, width, &words, ink.theme.dim());
    }
    cursor
}
