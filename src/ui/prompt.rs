//! Short questions answered by typing.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::dialogs::folded;
use super::ink::Ink;
use crate::app::layout::Area;
use crate::app::prompt::Prompt;

pub(super) fn draw(ink: &mut Ink<'_>, area: Area, prompt: &Prompt) -> Option<Position> {
    let inner = ink.window(area, prompt.title());
    let width = inner.width.saturating_sub(2);
    let about = folded(ink, &prompt.about, width);
    for (line, y) in about.iter().take(usize::from(prompt.about_rows())).zip(inner.y..) {
        ink.text(inner.x + 1, y, width, line, Style::new());
    }
    let first = inner.y + prompt.about_rows();
    let mut cursor = None;
    for ((at, (label, hint, line)), y) in prompt.lines.iter().enumerate().zip(first..inner.y + inner.height) {
        let x = ink.text(inner.x + 1, y, 8, label, ink.theme.heading()) + 1;
        let width = (inner.x + inner.width).saturating_sub(x + 1);
        let place = ink.line(x, y, width, line, hint);
        if at == prompt.at {
            cursor = Some(place);
        }
    }
    let kind = match prompt.of_kind() {
        Some((1, of)) => ink.words(&format!("{{all-of-kind}} 同类 {of} 处一并忽略　")),
        Some((count, _)) => ink.words(&format!("共 {count} 处　{{all-of-kind}} 只忽略这一处　")),
        None => String::new(),
    };
    let words = format!(" Enter 确定　{kind}Esc 取消 ");
    ink.text(area.x + 2, area.y + area.height - 1, area.width.saturating_sub(4), &words, ink.theme.dim());
    cursor
}
