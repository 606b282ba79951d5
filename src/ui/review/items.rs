//! The pane of the items of the walk.

use ratatui::layout::Position;
use ratatui::style::Style;

use crate::app::assessment::Mark;
use crate::app::layout::Area;
use crate::app::review::Walk;
use crate::app::review::board::{Board, Listed};
use crate::ui::ink::Ink;

pub(super) fn draw(ink: &mut Ink<'_>, area: Area, board: &Board, walk: &Walk, focused: bool) -> Position {
    ink.blank(area);
    ink.across(area.x, area.y, area.width);
    let after = ink.text(area.x + 1, area.y, 6, " 各项 ", ink.theme.title(focused));
    let words = format!(" 待核 {} ", board.waiting());
    ink.text(after, area.y, (area.x + area.width).saturating_sub(after + 1), &words, ink.theme.dim());
    let rows = area.inner(0, 0, 1, 0);
    let mut cursor = Position { x: rows.x, y: rows.y };
    let shown = board.items.iter().enumerate().skip(walk.list.top).take(usize::from(rows.height));
    for ((at, listed), y) in shown.zip(rows.y..) {
        let part_begins = at == 0 || board.items[at - 1].item.part != listed.item.part;
        let sign = listed.stand.sign.to_string();
        let style = ink.theme.mark(mark(listed));
        let x = ink.text(rows.x + 1, y, 2, &sign, style).max(rows.x + 3);
        let style = if part_begins { ink.theme.heading() } else { Style::new() };
        let room = (rows.x + rows.width).saturating_sub(x);
        let after = ink.text(x, y, room, &listed.item.title, style);
        // Whoever looks down the list sees where the machine found something.
        if !listed.machine.clean {
            let room = (rows.x + rows.width).saturating_sub(after + 1);
            ink.text(after + 1, y, room, "!", ink.theme.mark(Mark::Doubtful));
        }
        if at == walk.list.selected {
            ink.style(Area { y, height: 1, ..rows }, ink.theme.chosen(focused));
            cursor = Position { x: rows.x + 1, y };
        }
    }
    cursor
}

pub(super) fn mark(listed: &Listed) -> Mark {
    match &listed.stand {
        stand if stand.returned && !stand.awaits => Mark::Bad,
        stand if stand.awaits => Mark::Human,
        _ => Mark::Good,
    }
}
