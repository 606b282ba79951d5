//! The bar of the tutorial.

use ratatui::style::Style;

use super::dialogs::folded;
use super::ink::Ink;
use crate::app::State;
use crate::app::command::Command;
use crate::app::layout::Layout;
use crate::app::tutor::{PLACES, STEPS};

pub(super) fn draw(ink: &mut Ink<'_>, state: &State, layout: &Layout) {
    let (Some(tutor), Some(area)) = (state.tutor(), layout.tutor) else {
        return;
    };
    ink.blank(area);
    ink.across(area.x, area.y, area.width);
    let heading = match tutor.step() {
        Some(step) => format!(" 练习 {}/{}　{} ", tutor.done() + 1, STEPS.len(), step.title),
        None => format!(" 练习 {0}/{0} ", STEPS.len()),
    };
    let x = ink.text(area.x + 1, area.y, area.width, &heading, ink.theme.title(true));
    ink.text(
        x + 1,
        area.y,
        area.width.saturating_sub(x + 2),
        &format!(" {} ", state.keymap().words(&tutor.praise(), &PLACES)),
        ink.theme.heading(),
    );
    let width = area.width.saturating_sub(2);
    for (line, y) in folded(ink, &state.keymap().words(tutor.words(), &PLACES), width).iter().take(2).zip(area.y + 1..)
    {
        ink.text(area.x + 1, y, width, line, Style::new());
    }
    if tutor.step().is_some() {
        let keys = format!(
            "{} 跳过这一步　{} 退出（再运行 dafu tutor 接着练）",
            state.key(Command::SkipStep),
            state.key(Command::Quit)
        );
        ink.text(area.x + 1, area.y + 3, width, &keys, ink.theme.dim());
    }
}
