//! What became of a source, kept for the session after its draft is made.

use std::path::PathBuf;

use super::piece::Fate;
use super::rows::Row;
use super::screen::Intake;
use crate::app::element::Element;
use crate::letter::account::Break;

/// The longest words of the source that a line of the report shows, in characters.
const SHOWN: usize = 40;

/// The report on one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The draft that was made; none for what was pasted into one.
    pub draft: Option<PathBuf>,
    /// The name of the source.
    pub source: String,
    /// The report, a line each.
    pub lines: Vec<String>,
}

impl Record {
    /// The report on a letter as it is now, whose draft is `draft`.
    pub fn of(intake: &Intake, draft: Option<PathBuf>) -> Self {
        let name = intake.origin.name();
        let mut lines = vec![format!("来源：{name}（{}）", intake.format)];
        if let Some(path) = &draft {
            lines.push(format!("稿件：{}", path.strip_prefix("./").unwrap_or(path).display()));
        }
        let left = left_out(intake);
        lines.push(String::new());
        lines.push(if left.is_empty() {
            "原文全部收入。".to_owned()
        } else {
            "没有收入的文字：".to_owned()
        });
        lines.extend(left);
        section(&mut lines, "由人改写的要素（原文在后）：", replaced(intake));
        section(&mut lines, "接成一段的行：", joints(intake));
        section(&mut lines, "成稿时尚未核对：", open(intake));
        Self { draft, source: name, lines }
    }
}

fn section(lines: &mut Vec<String>, title: &str, found: Vec<String>) {
    if !found.is_empty() {
        lines.extend([String::new(), title.to_owned()]);
        lines.extend(found);
    }
}

fn left_out(intake: &Intake) -> Vec<String> {
    let source = intake.sorting().source();
    let pieces = intake.sorting().pieces().iter();
    pieces
        .filter_map(|piece| match piece.fate {
            Fate::LeftOut(reason) if !reason.is_routine() => {
                let line = intake.line_number(piece.range.start);
                Some(format!("  第{line}行“{}”：{}", shortened(&source[piece.range.clone()]), reason.text()))
            }
            _ => None,
        })
        .collect()
}

fn replaced(intake: &Intake) -> Vec<String> {
    let of = |element: Element| {
        let own = intake.sorting().pieces().iter().filter(|piece| piece.fate == Fate::Replaced(element));
        let words: Vec<String> = own.map(|piece| shortened(&intake.sorting().source()[piece.range.clone()])).collect();
        let now = element.read(intake.draft());
        (!words.is_empty()).then(|| format!("  {}：{}（{}）", element.label(), shortened(&now), words.join("／")))
    };
    Element::all().filter_map(of).collect()
}

fn joints(intake: &Intake) -> Vec<String> {
    let of = |row: &Row| match row {
        Row::Joint { at, seam: (before, after), cause, joined: true } => {
            let cause = cause.map_or("由人接上", Break::reason);
            Some(format!("  第{}行 …{before}／{after}…：{cause}", intake.line_number(*at)))
        }
        _ => None,
    };
    intake.rows().iter().filter_map(of).collect()
}

fn open(intake: &Intake) -> Vec<String> {
    let of = |row: &Row| match row {
        Row::Element(element) if intake.is_open(row) => {
            Some(format!("  {}：{}", element.label(), intake.words(*element)))
        }
        Row::Doubt(at) if intake.is_open(row) => intake.doubts().get(*at).map(|doubt| format!("  {}", doubt.message)),
        _ => None,
    };
    intake.rows().iter().filter_map(of).collect()
}

fn shortened(text: &str) -> String {
    let flat = text.replace('\n', "↵");
    match flat.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}……", &flat[..at]),
        None => flat,
    }
}
