//! The question for a path, and the list of where a stretch of a source can go.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::ink::Ink;
use crate::app::intake::assign::{Assign, Target};
use crate::app::intake::paths::{Offer, Paths};
use crate::app::layout::Area;

pub(super) fn paths(ink: &mut Ink<'_>, area: Area, rows: Area, paths: &Paths) -> Option<Position> {
    let inner = ink.window(area, "导入：选文件或文件夹");
    let width = inner.width.saturating_sub(2);
    let hint = "文件或文件夹的路径；可从文件管理器拖进来，或粘贴";
    let cursor = ink.line(inner.x + 1, inner.y, width, &paths.line, hint);
    ink.across(inner.x, inner.y + 1, inner.width);
    let shown = paths.offers().iter().enumerate().skip(paths.list.top).take(usize::from(rows.height));
    for ((index, offer), y) in shown.zip(rows.y..) {
        let (sign, words) = match offer {
            Offer::File => ("▸", "导入这个文件".to_owned()),
            Offer::Folder(letters) => ("▸", format!("导入整个文件夹（{letters} 个文件）")),
            Offer::Entry(entry) if entry.is_folder => ("/", format!("{}/", entry.name)),
            Offer::Entry(entry) => (" ", entry.name.clone()),
        };
        let style = if matches!(offer, Offer::Entry(_)) { Style::new() } else { ink.theme.heading() };
        ink.text(rows.x + 1, y, 1, sign, ink.theme.dim());
        ink.text(rows.x + 3, y, rows.width.saturating_sub(4), &words, style);
        if index == paths.list.selected {
            ink.style(Area { y, height: 1, ..rows }, ink.theme.chosen(true));
        }
    }
    if paths.offers().is_empty() {
        let words = paths.problem().unwrap_or("这里没有可以导入的文件（.txt .docx .doc .html）");
        ink.text(rows.x + 1, rows.y, rows.width.saturating_sub(2), words, ink.theme.dim());
    }
    let keys = if paths.busy {
        " 正在读取…… ".to_owned()
    } else {
        ink.words(" Enter 导入或进入　{complete} 补全　↑↓ 选　Esc 取消 ")
    };
    ink.text(area.x + 2, area.y + area.height - 1, area.width.saturating_sub(4), &keys, ink.theme.dim());
    Some(cursor)
}

pub(super) fn assign(ink: &mut Ink<'_>, area: Area, rows: Area, assign: &Assign) -> Option<Position> {
    let inner = ink.window(area, "归入");
    let width = inner.width.saturating_sub(2);
    let cursor = ink.line(inner.x + 1, inner.y, width, &assign.query, "汉字、拼音或首字母");
    ink.across(inner.x, inner.y + 1, inner.width);
    let shown = assign.shown().iter().enumerate().skip(assign.list.top).take(usize::from(rows.height));
    for ((index, target), y) in shown.zip(rows.y..) {
        let note = match target {
            Target::Body => "按原来的先后放进正文",
            Target::Nowhere => "只留在导入报告里",
            Target::Element(element) => element.hint(),
        };
        ink.text(rows.x + 1, y, 12, target.name(), Style::new());
        ink.text(rows.x + 14, y, rows.width.saturating_sub(15), note, ink.theme.dim());
        if index == assign.list.selected {
            ink.style(Area { y, height: 1, ..rows }, ink.theme.chosen(true));
        }
    }
    if assign.shown().is_empty() {
        ink.text(rows.x + 1, rows.y, rows.width, "没有这样的要素", ink.theme.dim());
    }
    let words = format!(" “{}” ", ink.measure.shorten(&assign.words, usize::from(area.width.saturating_sub(12))));
    ink.text(area.x + 2, area.y + area.height - 1, area.width.saturating_sub(4), &words, ink.theme.dim());
    Some(cursor)
}
