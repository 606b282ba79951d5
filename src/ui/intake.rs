//! A letter that is taken in: its source on the left, its fields on the right.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::ink::Ink;
use super::{body, dialogs};
use crate::app::State;
use crate::app::command::Command;
use crate::app::editor::Marking;
use crate::app::element::Element;
use crate::app::intake::rows::{Row, Standing};
use crate::app::intake::screen::{Intake, Side};
use crate::app::intake::tags::{self, TagKind};
use crate::app::layout::{Area, IntakeAreas, Layout};
use crate::letter::account::Reason;
use crate::letter::outline::Outline;

/// The columns before the text of an element: sign and label.
const LABEL: u16 = 14;

pub(super) fn draw(ink: &mut Ink<'_>, state: &State, layout: &Layout) -> Option<Position> {
    let (intake, areas) = (state.intake()?, layout.intake?);
    let source = areas.source.map(|area| source(ink, intake, area, areas.text));
    let fields = areas.fields.map(|area| fields(ink, state, intake, area, &areas));
    if let (Some(left), Some(_)) = (areas.source, areas.fields) {
        let x = left.x + left.width;
        let lines = ink.lines();
        ink.text(x, left.y, 1, lines.tee, ink.theme.border());
        ink.down(x, left.y + 1, left.height.saturating_sub(1));
    }
    match intake.side {
        Side::Source => source.flatten(),
        Side::Fields => fields.flatten(),
    }
}

fn source(ink: &mut Ink<'_>, intake: &Intake, area: Area, text: Area) -> Option<Position> {
    ink.across(area.x, area.y, area.width);
    let after = ink.text(area.x + 1, area.y, 6, " 原文 ", ink.theme.title(intake.side == Side::Source));
    let room = (area.x + area.width).saturating_sub(after + 1);
    ink.text(after, area.y, room, &format!(" {}（{}） ", intake.origin.name(), intake.format), ink.theme.dim());
    for (row, y) in intake.source.window().zip(text.y..text.y + text.height) {
        let line = intake.line_number(row.start);
        let range = intake.line_range(line);
        if range.start != row.start {
            continue;
        }
        ink.text(area.x, y, 4, &format!("{line:>4}"), ink.theme.dim());
        if let Some(tag) = tags::of_line(intake.sorting().pieces(), &range) {
            let style = match tag.kind {
                TagKind::Element => ink.theme.marking(Marking::Placed),
                TagKind::Body => Style::new(),
                TagKind::LeftOut => ink.theme.dim(),
                TagKind::Unplaced => ink.theme.severity(crate::check::Severity::Warning),
            };
            let x = ink.text(area.x + 5, y, 4, tag.word, style);
            ink.text(x, y, 1, if tag.more { "+" } else { "" }, style);
        }
    }
    body::text(ink, &intake.source, text)
}

fn fields(ink: &mut Ink<'_>, state: &State, intake: &Intake, area: Area, areas: &IntakeAreas) -> Option<Position> {
    let focused = intake.side == Side::Fields;
    ink.across(area.x, area.y, area.width);
    let after = ink.text(area.x + 1, area.y, 6, " 要素 ", ink.theme.title(focused));
    let after = match (intake.of_batch, &state.imports().batch) {
        (Some(index), Some(batch)) => {
            let words = format!(" 第 {}/{} 份 ", index + 1, batch.files.len());
            ink.text(after, area.y, area.width / 3, &words, ink.theme.heading())
        }
        _ => after,
    };
    let (words, style) = match intake.open_count() {
        0 => (ink.words(" 都核对过了，{save} 成稿 "), ink.theme.dim()),
        open => (format!(" {open} 处须核对 "), ink.theme.severity(crate::check::Severity::Warning)),
    };
    ink.text(after, area.y, (area.x + area.width).saturating_sub(after + 1), &words, style);
    let rows = areas.rows;
    let shown = intake.rows().iter().enumerate().skip(intake.list.top).take(usize::from(rows.height));
    let mut cursor = None;
    for ((index, row), y) in shown.zip(rows.y..) {
        let at = Area { y, height: 1, ..rows };
        let chosen = index == intake.list.selected;
        let place = draw_row(ink, intake, row, chosen, at);
        cursor = place.or(cursor);
    }
    said(ink, state, intake, areas.detail);
    cursor
}

fn draw_row(ink: &mut Ink<'_>, intake: &Intake, row: &Row, chosen: bool, area: Area) -> Option<Position> {
    let width = area.width.saturating_sub(2);
    let plain = |ink: &mut Ink<'_>, sign: &str, words: &str, style: Style| {
        ink.text(area.x + 1, area.y, 1, sign, style);
        ink.text(area.x + 3, area.y, width.saturating_sub(2), words, style);
    };
    match row {
        Row::Heading(title) => {
            ink.text(area.x + 1, area.y, width, title, ink.theme.heading());
            return None;
        }
        Row::Element(element) => return element_row(ink, intake, *element, chosen, area),
        Row::Body => {
            let standing = intake.body_standing();
            let style = standing_style(ink, standing);
            ink.text(area.x + 1, area.y, 1, standing.sign(), style);
            ink.text(area.x + 3, area.y, width.saturating_sub(2), &body_words(intake), Style::new());
        }
        Row::Part { text, depth, .. } => {
            let indent = "　".repeat(depth + 1);
            plain(ink, " ", &format!("{indent}{text}"), Style::new());
        }
        Row::Joint { at, seam: (before, after), joined, .. } => {
            let line = intake.line_number(*at);
            let (sign, mark) = if *joined { ("~", "／") } else { (" ", "↵") };
            let words = format!("第{line}行 …{before}{mark}{after}…{}", if *joined { "" } else { "（已断开）" });
            plain(ink, sign, &words, Style::new());
        }
        Row::LeftOut { range, reason } => {
            let text = flat(&intake.sorting().source()[range.clone()]);
            let open = intake.is_open(row);
            let style = if *reason == Reason::Unknown {
                ink.theme.severity(crate::check::Severity::Warning)
            } else {
                ink.theme.dim()
            };
            let line = intake.line_number(range.start);
            plain(ink, if open { "?" } else { " " }, &format!("{} 第{line}行 {text}", reason.tag()), style);
        }
        Row::Routine(count) => {
            plain(ink, " ", &format!("标签和分隔标点 {count} 处，导出时由程序写出"), ink.theme.dim());
        }
        Row::Doubt(at) => {
            let words = intake.doubts().get(*at).map_or("", |doubt| doubt.message.as_str());
            let sign = if intake.is_open(row) { "?" } else { "*" };
            plain(ink, sign, words, ink.theme.severity(crate::check::Severity::Warning));
        }
    }
    if chosen {
        ink.style(area, ink.theme.chosen(intake.side == Side::Fields));
        return Some(Position { x: area.x + 3, y: area.y });
    }
    None
}

fn element_row(ink: &mut Ink<'_>, intake: &Intake, element: Element, chosen: bool, area: Area) -> Option<Position> {
    let standing = intake.standing(element);
    let style = standing_style(ink, standing);
    ink.text(area.x + 1, area.y, 1, standing.sign(), style);
    let label = if chosen { ink.theme.chosen(intake.side == Side::Fields) } else { Style::new() };
    ink.text(area.x + 3, area.y, LABEL - 4, element.label(), label);
    let (x, width) = (area.x + LABEL, area.width.saturating_sub(LABEL + 1));
    let has_keys = chosen && intake.side == Side::Fields;
    if has_keys && element.is_closed() {
        let end = ink.text(x, area.y, width, &format!("← {} →", intake.line.text()), ink.theme.selection());
        return Some(Position { x: end.saturating_sub(2), y: area.y });
    }
    if has_keys {
        return Some(ink.line(x, area.y, width, &intake.line, element.hint()));
    }
    let text = element.read(intake.draft());
    match standing {
        Standing::Missing => ink.text(x, area.y, width, "未识别", style),
        _ if text.is_empty() => ink.text(x, area.y, width, "无", ink.theme.dim()),
        Standing::Doubtful => ink.text(x, area.y, width, &text, style),
        _ => ink.text(x, area.y, width, &text, Style::new()),
    };
    None
}

fn standing_style(ink: &Ink<'_>, standing: Standing) -> Style {
    match standing {
        Standing::Sure => ink.theme.mark(crate::app::assessment::Mark::Good),
        Standing::Doubtful => ink.theme.mark(crate::app::assessment::Mark::Doubtful),
        Standing::Missing => ink.theme.mark(crate::app::assessment::Mark::Bad),
        Standing::Settled => ink.theme.mark(crate::app::assessment::Mark::Human),
        Standing::Absent => ink.theme.dim(),
    }
}

fn body_words(intake: &Intake) -> String {
    let text = &intake.draft().letter.body;
    let outline = Outline::of(text);
    let characters = crate::text::characters::ink(text).count();
    match (characters, outline.sections.len()) {
        (0, _) => "没有认出正文".to_owned(),
        (_, 0) => format!("{characters} 字，{} 段", outline.paragraphs.len()),
        (_, sections) => format!("{characters} 字，{} 段，{sections} 个标题", outline.paragraphs.len()),
    }
}

/// Under the rows: what is to be said of the chosen one, and what can be done.
fn said(ink: &mut Ink<'_>, state: &State, intake: &Intake, area: Area) {
    ink.across(area.x, area.y, area.width);
    let Some(row) = intake.row() else {
        return;
    };
    let (mut words, keys) = words(intake, row);
    let mut keys = ink.words(&keys);
    let mut style =
        if intake.is_open(row) { ink.theme.severity(crate::check::Severity::Warning) } else { Style::new() };
    if let Some(refusal) = &intake.refusal {
        (words, style) = (refusal.clone(), ink.theme.loud());
    } else if let Some(proposal) = state.intake_proposals().first()
        && intake.is_open(row)
    {
        keys = format!("{} 填入：{proposal}", state.key(Command::Propose));
    }
    let width = area.width.saturating_sub(2);
    let room = usize::from(area.height.saturating_sub(2));
    let mut lines: Vec<(String, Style)> =
        dialogs::folded(ink, &words, width).into_iter().take(2).map(|line| (line, style)).collect();
    // What is cut off in its row is shown here in full, where there is room.
    let whole = whole(intake, row);
    if ink.measure.text(&whole) > usize::from(area.width.saturating_sub(LABEL + 1)) {
        let whole = dialogs::folded(ink, &whole, width).into_iter().map(|line| (line, Style::new()));
        lines.extend(whole.take(room.saturating_sub(lines.len())));
    }
    for ((line, style), y) in lines.iter().take(room).zip(area.y + 1..) {
        ink.text(area.x + 1, y, width, line, *style);
    }
    ink.text(area.x + 1, area.y + area.height.saturating_sub(1), width, &keys, ink.theme.dim());
}

/// A stretch of the source on one line.
fn flat(text: &str) -> String {
    text.chars()
        .map(|mark| {
            if mark == '\n' {
                '↵'
            } else if mark.is_control() {
                ' '
            } else {
                mark
            }
        })
        .collect()
}

/// The whole text of a row.
fn whole(intake: &Intake, row: &Row) -> String {
    match row {
        Row::Element(element) => element.read(intake.draft()),
        Row::Part { text, .. } => text.clone(),
        Row::LeftOut { range, .. } => flat(&intake.sorting().source()[range.clone()]),
        _ => String::new(),
    }
}

/// What is to be said of a row, and the keys that go with it, by the names of their commands.
fn words(intake: &Intake, row: &Row) -> (String, String) {
    let enter = if intake.is_open(row) { "Enter 认可　" } else { "" };
    match row {
        Row::Element(element) => {
            let words = intake.words(*element);
            let choice = if element.is_chosen() { "←→ 换值　" } else { "" };
            let hint = if words.is_empty() { element.hint().to_owned() } else { words };
            (hint, format!("{enter}{choice}{{take-source}} 取用所选原文　{{leave-out}} 不是这项　{{save}} 成稿"))
        }
        Row::Body | Row::Part { .. } => (
            "正文在成稿之后到编辑窗里改；这里可把原文的行移进移出".to_owned(),
            "{leave-out} 移出　{next-pane} 到原文　{save} 成稿".to_owned(),
        ),
        Row::Joint { cause, joined, .. } => {
            let cause = cause.map_or("由人接上", crate::letter::account::Break::reason);
            let words = if *joined { cause.to_owned() } else { format!("{cause}；现已断开，各成一段") };
            (words, format!("Enter、{{turn-joint}} {}", if *joined { "断开" } else { "重新接上" }))
        }
        Row::LeftOut { reason, .. } => {
            (format!("没有收入：{}", reason.text()), format!("{enter}{{assign}} 归入一项要素　{{into-body}} 归入正文"))
        }
        Row::Routine(_) => ("这些字在要素之外，导出时由程序照规定写出".to_owned(), String::new()),
        Row::Doubt(_) => ("须人工核对".to_owned(), format!("{enter}{{next-pane}} 到原文")),
        Row::Heading(_) => (String::new(), String::new()),
    }
}
