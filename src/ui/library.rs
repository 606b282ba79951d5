//! The library.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::ink::Ink;
use crate::app::State;
use crate::app::element::Element;
use crate::app::layout::{Area, Layout};
use crate::app::library::Entry;
use crate::check::Severity;

/// The cells that a name takes at least.
const NAME: u16 = 6;

pub(super) fn draw(ink: &mut Ink<'_>, state: &State, layout: &Layout) -> Option<Position> {
    let area = layout.main;
    let library = state.library();
    ink.across(area.x, area.y, area.width);
    let after = ink.text(area.x + 1, area.y, 6, " 稿库 ", ink.theme.title(true));
    ink.text(after, area.y, area.width / 2, &format!(" {} ", state.workspace()), ink.theme.dim());
    let x = ink.text(area.x + 1, area.y + 1, 5, "筛选", ink.theme.heading()) + 1;
    let width = area.width.saturating_sub(x + 14);
    let cursor = ink.line(x, area.y + 1, width, &library.filter, "汉字、拼音或首字母");
    let count = format!("{}/{} 件", library.shown().len(), library.count());
    ink.text(x + width + 1, area.y + 1, 12, &count, ink.theme.dim());
    let rows = layout.rows;
    let shown = library.shown().enumerate().skip(library.list.top).take(usize::from(rows.height));
    for ((index, entry), y) in shown.zip(rows.y..) {
        row(ink, entry, Area { y, height: 1, ..rows });
        if index == library.list.selected {
            ink.style(Area { y, height: 1, ..rows }, ink.theme.chosen(true));
        }
    }
    if library.shown().len() == 0 {
        let words = match library.count() {
            0 => ink.words("还没有稿件：{new-suggestion} 答复建议，{new-proposal} 答复提案，{import} 导入已有的函"),
            _ => "没有符合的稿件".to_owned(),
        };
        ink.text(rows.x + 1, rows.y, rows.width, &words, ink.theme.dim());
    }
    Some(cursor)
}

fn row(ink: &mut Ink<'_>, entry: &Entry, area: Area) {
    let (sign, style) = match (&entry.problem, entry.findings) {
        (Some(_), _) => ("?", ink.theme.loud()),
        (None, None) => (" ", Style::new()),
        (None, Some((0, 0))) => ("✓", ink.theme.mark(crate::app::assessment::Mark::Good)),
        (None, Some((0, _))) => ("!", ink.theme.mark(crate::app::assessment::Mark::Doubtful)),
        (None, Some(_)) => ("✗", ink.theme.mark(crate::app::assessment::Mark::Bad)),
    };
    ink.text(area.x + 1, area.y, 1, sign, style);
    let name = entry.name();
    ink.text(area.x + 3, area.y, 16, &name, Style::new());
    ink.text(area.x + 20, area.y, 4, entry.kind, ink.theme.dim());
    let end = facts(ink, entry, area);
    let (words, style) = match &entry.problem {
        Some(problem) => (problem.as_str(), ink.theme.loud()),
        None if entry.title.is_empty() => ("（未写标题）", ink.theme.dim()),
        None => (entry.title.as_str(), Style::new()),
    };
    let room = end.saturating_sub(2);
    let after = ink.text(area.x + 26, area.y, room.saturating_sub(area.x + 26), words, style) + 2;
    // Whose letter it is, where there is room: that is what one is asked for.
    if after + NAME <= room {
        ink.text(after, area.y, room - after, entry.value(Element::Addressees), ink.theme.dim());
    }
}

/// What is known of a draft, from the right edge on: deadline, stage, findings. Gives the column where that begins.
fn facts(ink: &mut Ink<'_>, entry: &Entry, area: Area) -> u16 {
    let mut end = area.x + area.width - 1;
    let mut put = |ink: &mut Ink<'_>, cells: u16, words: &str, style| {
        end = end.saturating_sub(cells);
        ink.text(end, area.y, cells.saturating_sub(1), words, style);
        end
    };
    let roomy = area.width >= 100;
    let style = match entry.days_left {
        Some(..0) => ink.theme.loud(),
        Some(0..=7) => ink.theme.severity(Severity::Warning),
        Some(_) | None => ink.theme.dim(),
    };
    // On a narrow screen every column is as narrow as its words allow.
    put(ink, if roomy { 9 } else { 8 }, &entry.due(), style);
    let begin = match entry.recoverable {
        true => put(ink, 13, "有未存的改动", ink.theme.loud()),
        false => put(ink, if roomy { 15 } else { 9 }, &entry.stage, ink.theme.dim()),
    };
    match entry.findings {
        Some((errors, warnings)) if errors + warnings > 0 => {
            put(ink, if roomy { 10 } else { 8 }, &format!("✗{errors} !{warnings}"), ink.theme.dim())
        }
        Some(_) | None if roomy => put(ink, 10, "", ink.theme.dim()),
        _ => begin,
    }
}
