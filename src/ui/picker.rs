//! The picker of what can be put into the letter: what is typed, the shelves, what is found, and the chosen one in full.

use std::ops::Range;

use ratatui::layout::Position;
use ratatui::style::Style;

use super::ink::Ink;
use crate::app::editor::Marking;
use crate::app::layout::{Area, Layout};
use crate::app::picker::{Picker, Scope};
use crate::recall::{Hit, Shelf};
use crate::text::wrap;

/// The columns of the name of a shelf in front of a row.
const SHELF: u16 = 8;

pub(super) fn draw(ink: &mut Ink<'_>, area: Area, rows: Area, picker: &Picker) -> Option<Position> {
    let inner = ink.window(area, "插入");
    let width = inner.width.saturating_sub(2);
    let cursor = ink.line(inner.x + 1, inner.y, width, &picker.query, "汉字、拼音或首字母；几个词用空格隔开");
    tabs(ink, Area { y: inner.y + 1, height: 1, ..inner }, picker);
    let shown = picker.shown().iter().enumerate().skip(picker.list.top).take(usize::from(rows.height));
    for ((index, hit), y) in shown.zip(rows.y..) {
        row(ink, hit, picker.scope, Area { y, height: 1, ..rows });
        if index == picker.list.selected {
            ink.style(Area { y, height: 1, ..rows }, ink.theme.chosen(true));
        }
    }
    if picker.shown().is_empty() {
        ink.text(rows.x + 1, rows.y, rows.width.saturating_sub(2), &ink.words(&nothing(picker)), ink.theme.dim());
    }
    let y = rows.y + rows.height;
    ink.across(inner.x, y, inner.width);
    let below = Area { x: inner.x + 1, y: y + 1, width, height: Layout::preview(area) };
    preview(ink, picker, below);
    let sign = if picker.habit.bare { "✓" } else { " " };
    let keys = ink.words(" Enter 插入　{next-shelf} 换一类　{bare-text} [") + sign + "] 只取正文　Esc 关闭 ";
    ink.text(area.x + 2, area.y + area.height - 1, area.width.saturating_sub(4), &keys, ink.theme.dim());
    Some(cursor)
}

/// The shelves, and how far the search of the letters is.
fn tabs(ink: &mut Ink<'_>, area: Area, picker: &Picker) {
    let mut x = area.x + 1;
    for scope in Scope::all() {
        let count = picker.count(scope);
        let style = match () {
            () if scope == picker.scope => ink.theme.title(true),
            () if picker.is_asked() && count == 0 => ink.theme.dim(),
            () => Style::new(),
        };
        // What the other shelves have for what is typed.
        let name = match scope {
            Scope::Only(_) if picker.is_asked() && count > 0 => format!(" {} {count} ", scope.title()),
            _ => format!(" {} ", scope.title()),
        };
        x = ink.text(x, area.y, area.width, &name, style) + 1;
    }
    let (total, known) = picker.total();
    let words = match (picker.reading(), known) {
        (Some((read, of)), _) => format!(" 正在读旧函 {read}/{of} "),
        (None, false) => String::new(),
        // Told by its tab.
        (None, true) if total > 0 && picker.is_asked() => String::new(),
        (None, true) => format!(" 旧函 {} 份 ", picker.letters()),
    };
    let cells = u16::try_from(ink.measure.text(&words)).unwrap_or(0);
    if area.x + area.width > x + cells + 1 {
        ink.text(area.x + area.width - cells - 1, area.y, cells, &words, ink.theme.dim());
    }
}

fn nothing(picker: &Picker) -> String {
    let elsewhere = Scope::all().filter(|scope| matches!(scope, Scope::Only(_)) && picker.count(*scope) > 0);
    let elsewhere: Vec<String> =
        elsewhere.map(|scope| format!("{} {} 条", scope.title(), picker.count(scope))).collect();
    let words = match (picker.scope, picker.reading()) {
        _ if picker.is_asked() && !elsewhere.is_empty() => {
            return format!("这一类里没有；{}，{{next-shelf}} 换一类", elsewhere.join("、"));
        }
        (Scope::All | Scope::Only(Shelf::Letters), Some(_)) => "正在读旧函……",
        (Scope::Only(Shelf::Letters), None) if picker.letters() == 0 => {
            "没有旧函。在 dafu.toml 的 [archive] folders 写明旧函所在的文件夹"
        }
        (Scope::Only(Shelf::Letters), None) if !picker.is_asked() => "没有同题材的旧函。输入几个字，在全部旧函中查找",
        (Scope::Only(Shelf::Contacts), None) if !picker.is_asked() => "没有联系人。在 dafu.toml 的 [office] 写明",
        _ => "没有找到",
    };
    words.to_owned()
}

/// One row: the shelf where several are mixed, and the words around what was found; of what has a name, the name.
fn row(ink: &mut Ink<'_>, hit: &Hit, scope: Scope, area: Area) {
    let mut x = area.x + 1;
    if scope == Scope::All {
        ink.text(x, area.y, SHELF, hit.shelf.title(), ink.theme.dim());
        x += SHELF;
    }
    let room = |x: u16| (area.x + area.width).saturating_sub(x + 1);
    if hit.shelf == Shelf::Phrases {
        ink.text(x, area.y, SHELF - 1, &hit.note, ink.theme.dim());
        x += SHELF;
    }
    if !hit.title.is_empty() {
        x = ink.text(x, area.y, room(x), &hit.title, Style::new());
        if hit.shelf != Shelf::Phrases && room(x) > SHELF {
            ink.text(x + 2, area.y, room(x + 2), &hit.note, ink.theme.dim());
        }
        return;
    }
    let year = hit.note.split('　').find(|part| part.len() == 10 && part.is_ascii()).map_or("", |date| &date[..4]);
    ink.text(area.x + area.width - 5, area.y, 4, year, ink.theme.dim());
    let room = room(x).saturating_sub(6);
    let (words, found) = excerpt(ink, hit, room);
    marked(ink, &words, &found, Area { x, width: room, ..area });
}

/// The part of a paragraph around the first words that were found, that fits into `room`, and where they are in it.
fn excerpt(ink: &Ink<'_>, hit: &Hit, room: u16) -> (String, Vec<Range<usize>>) {
    let text = hit.text.as_str();
    let first = hit.found.first().map_or(0, |range| range.start);
    let lead = usize::from(room) / 3;
    if ink.measure.text(&text[..first]) <= lead {
        return (text.to_owned(), hit.found.clone());
    }
    let from = text[..first].char_indices().rev().find(|(at, _)| ink.measure.text(&text[*at..first]) >= lead);
    let from = from.map_or(0, |(at, _)| at);
    let moved = hit.found.iter().filter(|range| range.start >= from);
    let dots = '…'.len_utf8();
    let found = moved.map(|range| range.start - from + dots..range.end - from + dots).collect();
    (format!("…{}", &text[from..]), found)
}

/// Writes `text` into one row with `found` marked.
fn marked(ink: &mut Ink<'_>, text: &str, found: &[Range<usize>], area: Area) {
    ink.text(area.x, area.y, area.width, text, Style::new());
    let style = ink.theme.marking(Marking::Found);
    for range in found {
        let column = |at: usize| u16::try_from(ink.measure.text(&text[..at])).unwrap_or(u16::MAX).min(area.width);
        let (from, to) = (column(range.start), column(range.end));
        ink.style(Area { x: area.x + from, width: to - from, ..area }, style);
    }
}

/// The end of the paragraph before what is chosen, or the beginning of the one behind it; gives the rows it takes.
fn neighbour(ink: &mut Ink<'_>, text: &str, area: Area, before: bool) -> u16 {
    if text.is_empty() || area.height == 0 {
        return 0;
    }
    let starts = wrap::rows(text, usize::from(area.width), ink.measure);
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let rows: Vec<&str> = starts.iter().zip(ends).map(|(&start, end)| &text[start..end]).collect();
    let count = rows.len().min(usize::from(area.height));
    let skipped = if before { rows.len() - count } else { 0 };
    let style = ink.theme.dim();
    for (row, y) in rows.into_iter().skip(skipped).take(count).zip(area.y..) {
        ink.text(area.x, y, area.width, row, style);
    }
    u16::try_from(count).unwrap_or(area.height)
}

/// What the chosen hit puts in, wrapped, with what was found marked; and where it comes from.
fn preview(ink: &mut Ink<'_>, picker: &Picker, area: Area) {
    let (Some(hit), Some(text)) = (picker.chosen(), picker.text()) else {
        return;
    };
    let lines = area.height.saturating_sub(1);
    // Of a text with the number left out, what was found has moved.
    let gone = hit.text.len() - text.len();
    let found: Vec<Range<usize>> = hit
        .found
        .iter()
        .filter(|range| range.start >= gone && hit.text.ends_with(text))
        .map(|range| range.start - gone..range.end - gone)
        .collect();
    let starts = wrap::rows(text, usize::from(area.width), ink.measure);
    // Of a long paragraph the part with the words.
    let first =
        found.first().map_or(0, |range| starts.partition_point(|&start| start <= range.start).saturating_sub(1));
    let skipped = if starts.len() > usize::from(lines) { first.saturating_sub(1) } else { 0 };
    let skipped = skipped.min(starts.len().saturating_sub(usize::from(lines)));
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    // Where there is room, it is shown between its neighbours.
    let free = lines.saturating_sub(u16::try_from(starts.len()).unwrap_or(u16::MAX));
    let [before, after] = &hit.around;
    let above = neighbour(ink, before, Area { height: free.div_ceil(2), ..area }, true);
    let shown = starts.iter().copied().zip(ends).skip(skipped).take(usize::from(lines));
    let below = area.y + above + lines.min(u16::try_from(starts.len()).unwrap_or(lines));
    neighbour(ink, after, Area { y: below, height: free - above, ..area }, false);
    for ((start, end), y) in shown.zip(area.y + above..) {
        let inside: Vec<Range<usize>> = found
            .iter()
            .map(|range| range.start.clamp(start, end) - start..range.end.clamp(start, end) - start)
            .filter(|range| !range.is_empty())
            .collect();
        marked(ink, &text[start..end], &inside, Area { y, height: 1, ..area });
    }
    let y = area.y + area.height.saturating_sub(1);
    ink.text(area.x, y, area.width, &hit.note, ink.theme.dim());
}
