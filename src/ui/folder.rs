//! A folder of letters that is taken in.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::ink::Ink;
use crate::app::State;
use crate::app::assessment::Mark;
use crate::app::intake::batch::State as File;
use crate::app::layout::{Area, Layout};

pub(super) fn draw(ink: &mut Ink<'_>, state: &State, layout: &Layout) -> Option<Position> {
    let (area, rows) = (layout.main, layout.rows);
    let batch = state.imports().shown_batch()?;
    ink.across(area.x, area.y, area.width);
    let after = ink.text(area.x + 1, area.y, 12, " 导入文件夹 ", ink.theme.title(true));
    ink.text(after, area.y, area.width.saturating_sub(after + 1), &format!(" {} ", batch.folder), ink.theme.dim());
    let summary = batch.summary();
    let all = batch.files.len();
    let words = if summary.waiting > 0 {
        format!("正在读取 {}/{all}", all - summary.waiting)
    } else {
        let parts = [
            ("全部认出", summary.certain, "{save} 一并成稿"),
            ("须核对", summary.doubtful, "Enter 逐份看，{next-finding} 下一份"),
            ("未能读取", summary.failed, ""),
            ("已成稿", summary.made, ""),
        ];
        let parts = parts.iter().filter(|(_, count, _)| *count > 0).map(|(label, count, keys)| {
            if keys.is_empty() {
                format!("{label} {count}")
            } else {
                format!("{label} {count}（{}）", ink.words(keys))
            }
        });
        format!("共 {all} 份：{}", parts.collect::<Vec<_>>().join("　"))
    };
    ink.text(area.x + 1, area.y + 1, area.width.saturating_sub(2), &words, ink.theme.heading());
    let shown = batch.files.iter().enumerate().skip(batch.list.top).take(usize::from(rows.height));
    let mut cursor = None;
    for ((index, (path, file)), y) in shown.zip(rows.y..) {
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let (sign, words, style) = told(ink, file);
        let half = rows.width * 2 / 5;
        ink.text(rows.x + 1, y, 1, sign, style);
        ink.text(rows.x + 3, y, half, &name, Style::new());
        ink.text(rows.x + half + 4, y, rows.width.saturating_sub(half + 5), &words, style);
        if index == batch.list.selected {
            ink.style(Area { y, height: 1, ..rows }, ink.theme.chosen(true));
            cursor = Some(Position { x: rows.x + 3, y });
        }
    }
    cursor
}

/// The sign of a file, what became of it, and how that looks.
fn told(ink: &Ink<'_>, file: &File) -> (&'static str, String, Style) {
    match file {
        File::Waiting => (" ", "等待读取".to_owned(), ink.theme.dim()),
        File::Read(reading, 0) => ("✓", reading.draft.letter.title.clone(), ink.theme.mark(Mark::Good)),
        File::Read(reading, open) => {
            let draft = &reading.draft;
            let title = if draft.letter.title.is_empty() { &draft.matter.title } else { &draft.letter.title };
            ("?", format!("{open} 处须核对　{title}"), ink.theme.mark(Mark::Doubtful))
        }
        File::Failed(problem) => ("✗", problem.clone(), ink.theme.mark(Mark::Bad)),
        File::Made(path) => {
            let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            ("*", format!("已成稿 {name}"), ink.theme.mark(Mark::Human))
        }
    }
}
