//! The dialogs of the review.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::rows;
use crate::app::layout::Area;
use crate::app::review::menu::Menu;
use crate::app::review::past::Past;
use crate::app::review::redline::Redline;
use crate::app::review::words::Words;
use crate::app::review::{Contradiction, Dialog, Proven, RemarkList};
use crate::ui::dialogs::folded;
use crate::ui::ink::Ink;

pub(in crate::ui) fn draw(ink: &mut Ink<'_>, area: Area, list: Area, dialog: &Dialog) -> Option<Position> {
    match dialog {
        Dialog::Menu(shown) => menu(ink, area, list, shown),
        Dialog::Words(shown) => words(ink, area, shown),
        Dialog::Proven(shown) => proven(ink, area, list, shown),
        Dialog::Remarks(shown) => remarks(ink, area, list, shown),
        Dialog::Redline(shown) => redline(ink, area, list, shown),
        Dialog::Past(shown) => past(ink, area, list, shown),
        Dialog::Contradiction(shown) => contradiction(ink, area, list, shown),
    }
}

fn foot(ink: &mut Ink<'_>, area: Area, words: &str) {
    let words = &ink.words(words);
    ink.text(area.x + 2, area.y + area.height - 1, area.width.saturating_sub(4), words, ink.theme.dim());
}

fn menu(ink: &mut Ink<'_>, area: Area, list: Area, menu: &Menu) -> Option<Position> {
    ink.window(area, "办理");
    let mut cursor = None;
    let cells = |label: &str| u16::try_from(ink.measure.text(label)).unwrap_or(0);
    let labels = menu.choices.iter().map(|choice| cells(&choice.label)).max().unwrap_or(0).min(34);
    let shown = menu.choices.iter().enumerate().skip(menu.list.top).take(usize::from(list.height));
    for ((at, choice), y) in shown.zip(list.y..) {
        let style = if choice.open { ink.theme.heading() } else { ink.theme.dim() };
        ink.text(list.x + 1, y, labels, &choice.label, style);
        let x = list.x + labels + 3;
        ink.text(x, y, (list.x + list.width).saturating_sub(x), &choice.note, ink.theme.dim());
        if at == menu.list.selected {
            ink.style(Area { y, height: 1, ..list }, ink.theme.chosen(true));
            cursor = Some(Position { x: list.x + 1, y });
        }
    }
    // What a row has no room for.
    let y = list.y + list.height;
    ink.across(list.x, y, list.width);
    let width = list.width.saturating_sub(2);
    let note = menu.choices.get(menu.list.selected).map_or("", |choice| choice.note.as_str());
    let lines = folded(ink, note, width);
    for (line, y) in lines.iter().zip(y + 1..area.y + area.height - 1) {
        ink.text(list.x + 1, y, width, line, Style::new());
    }
    foot(ink, area, " Enter 办理　Esc 关闭 ");
    cursor
}

fn words(ink: &mut Ink<'_>, area: Area, words: &Words) -> Option<Position> {
    let inner = ink.window(area, &words.title());
    let width = inner.width.saturating_sub(2);
    let place = ink.line(inner.x + 1, inner.y, width, &words.line, words.hint());
    if !words.note.is_empty() {
        ink.text(inner.x + 1, inner.y + 1, width, &words.note, ink.theme.dim());
    }
    foot(ink, area, " Enter 确定　Esc 取消 ");
    Some(place)
}

fn proven(ink: &mut Ink<'_>, area: Area, list: Area, proven: &Proven) -> Option<Position> {
    ink.window(area, &proven.title);
    let shown = proven.items.iter().skip(proven.list.top).take(usize::from(list.height));
    for (item, y) in shown.zip(list.y..) {
        let after = ink.text(list.x + 1, y, 20, &item.title, ink.theme.heading());
        let x = after.max(list.x + 15) + 1;
        let parts: Vec<&str> = item.evidence.iter().map(|evidence| evidence.text.as_str()).collect();
        let words = if parts.is_empty() { "（没有）".to_owned() } else { parts.join("、").replace('\n', " ") };
        let note = item.evidence.first().map_or("", |evidence| evidence.note.as_str());
        let after = ink.text(x, y, (list.x + list.width).saturating_sub(x), &words, Style::new());
        if !note.is_empty() && item.key == "figure" {
            let room = (list.x + list.width).saturating_sub(after);
            ink.text(after, y, room, &format!("　〔{note}〕"), ink.theme.dim());
        }
    }
    let hidden = proven.items.len().saturating_sub(proven.list.top + usize::from(list.height));
    let more = if hidden > 0 { format!("↓ 还有 {hidden} 项　") } else { String::new() };
    foot(ink, area, &format!(" {more}Enter 这 {} 项一并通过　Esc 逐项看 ", proven.items.len()));
    Some(Position { x: list.x + 1, y: list.y })
}

fn remarks(ink: &mut Ink<'_>, area: Area, list: Area, remarks: &RemarkList) -> Option<Position> {
    ink.window(area, "批注");
    let mut cursor = None;
    for (row, y) in remarks.rows.iter().skip(remarks.top).take(usize::from(list.height)).zip(list.y..) {
        rows::row(ink, list.x, y, list.width, row);
        if row.leads == Some(remarks.list.selected) {
            ink.style(Area { y, height: 1, ..list }, ink.theme.evidence());
            cursor = cursor.or(Some(Position { x: list.x, y }));
        }
    }
    foot(ink, area, " Enter 到该处　{review-answer} 答复　{review-resolve} 了结　Esc 关闭 ");
    cursor
}

fn redline(ink: &mut Ink<'_>, area: Area, list: Area, redline: &Redline) -> Option<Position> {
    ink.window(area, &format!("花脸稿：与{}相比", redline.name));
    let mut cursor = Position { x: list.x, y: list.y };
    let mut first = true;
    for (row, y) in redline.rows.iter().skip(redline.top).take(usize::from(list.height)).zip(list.y..) {
        rows::row(ink, list.x + 1, y, list.width.saturating_sub(2), row);
        if row.leads == Some(redline.at) && std::mem::take(&mut first) {
            ink.text(list.x, y, 1, ">", ink.theme.key());
            cursor = Position { x: list.x, y };
        }
    }
    let place =
        if redline.count > 0 { format!(" 第 {}/{} 处　", redline.at + 1, redline.count) } else { " ".to_owned() };
    foot(
        ink,
        area,
        &(place + "{review-next-change} 下一处　{review-other-base} 换比较对象　{review-write} 存为文本　Esc 关闭 "),
    );
    Some(cursor)
}

fn contradiction(ink: &mut Ink<'_>, area: Area, list: Area, shown: &Contradiction) -> Option<Position> {
    let (count, _) = shown.counts();
    ink.window(area, &format!("与别处的改动有 {count} 处不一致，请逐处选定"));
    let mut cursor = None;
    for (row, y) in shown.rows.iter().skip(shown.top).take(usize::from(list.height)).zip(list.y..) {
        rows::row(ink, list.x + 1, y, list.width.saturating_sub(2), row);
        if row.leads == Some(shown.list.selected) && cursor.is_none() {
            ink.text(list.x, y, 1, ">", ink.theme.key());
            cursor = Some(Position { x: list.x, y });
        }
    }
    foot(ink, area, " ← 用我的　→ 用别处的（正文可两个都留）　↑↓ 换一处　Enter 合并　Esc 先不合并 ");
    cursor
}

fn past(ink: &mut Ink<'_>, area: Area, list: Area, past: &Past) -> Option<Position> {
    ink.window(area, "历史版本");
    let mut cursor = None;
    let shown = past.versions.iter().enumerate().skip(past.list.top).take(usize::from(list.height));
    for ((at, version), y) in shown.zip(list.y..) {
        let when = version.at.get(..16).unwrap_or(&version.at).replace('T', " ");
        let now = if version.is_now { "（现在）" } else { "" };
        let head = format!("{:>3} {when} {} {}{now}", version.number, version.cause, version.who);
        let after = ink.text(list.x + 1, y, list.width, &head, Style::new());
        let room = (list.x + list.width).saturating_sub(after + 3);
        ink.text(after + 2, y, room, &version.decisions.join("；"), ink.theme.dim());
        if at == past.list.selected {
            ink.style(Area { y, height: 1, ..list }, ink.theme.chosen(true));
            cursor = Some(Position { x: list.x + 1, y });
        }
    }
    foot(ink, area, " Enter 看改了什么　{review-restore} 恢复这一版　Esc 关闭 ");
    cursor
}
