//! The bar of the stages: 拟稿 ✓ → 核稿 12/34 → 会签 → 签发 → 印发.

use ratatui::style::{Modifier, Style};

use crate::app::layout::Area;
use crate::app::review::board::{Board, Pace};
use crate::ui::ink::Ink;

pub(super) fn draw(ink: &mut Ink<'_>, area: Area, board: &Board, proceed: &str) {
    let mut x = area.x + 1;
    let end = area.x + area.width;
    for (at, step) in board.steps.iter().enumerate() {
        if at > 0 {
            x = ink.text(x, area.y, end.saturating_sub(x), " → ", ink.theme.dim());
        }
        let style = match step.pace {
            Pace::Done => ink.theme.mark(crate::app::assessment::Mark::Good),
            Pace::Now => ink.theme.heading().add_modifier(Modifier::REVERSED),
            Pace::Later => Style::new(),
            Pace::Skipped => ink.theme.dim(),
        };
        let sign = if step.pace == Pace::Done { " ✓" } else { "" };
        let skipped = if step.pace == Pace::Skipped { "（不要求）" } else { "" };
        let count = if step.count.is_empty() { String::new() } else { format!(" {}", step.count) };
        let words = format!(" {}{skipped}{count}{sign} ", step.stage.title());
        x = ink.text(x, area.y, end.saturating_sub(x), &words, style);
    }
    let hint = format!("{proceed} 办理 ");
    let words = format!("{}　{hint}", board.told);
    let width = u16::try_from(ink.measure.text(&words)).unwrap_or(0);
    if x + 2 + width <= end {
        ink.text(end - width, area.y, width, &words, ink.theme.dim());
    } else {
        let width = u16::try_from(ink.measure.text(&hint)).unwrap_or(0);
        if x + width <= end {
            ink.text(end - width, area.y, width, &hint, ink.theme.dim());
        }
    }
}
