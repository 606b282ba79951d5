//! The status line and the key bar.

use ratatui::style::Style;

use super::ink::Ink;
use crate::app::command::Command;
use crate::app::layout::Layout;
use crate::app::review::ReviewCommand;
use crate::app::state::{Pane, Sheet, Weight};
use crate::app::{State, bar, current_finding};
use crate::check::{Finding, Severity};

pub(super) fn draw(ink: &mut Ink<'_>, state: &State, layout: &Layout) {
    let area = layout.status;
    let mut room = area.width.saturating_sub(1);
    if let Some(sheet) = state.sheet().filter(|_| state.shows_sheet()) {
        let facts = facts(state, sheet, layout);
        let width = u16::try_from(ink.measure.text(&facts)).unwrap_or(0).min(room);
        let style = if sheet.document.is_saved() { ink.theme.dim() } else { Style::new() };
        ink.text(area.x + area.width - width - 1, area.y, width, &facts, style);
        room = room.saturating_sub(width + 2);
    }
    let (words, style) = match state.notice() {
        Some(notice) if notice.weight == Weight::Loud => (notice.text.clone(), ink.theme.loud()),
        Some(notice) => (notice.text.clone(), ink.theme.heading()),
        None if walks(state) => (walk_keys(state), ink.theme.dim()),
        None => match finding(state) {
            Some((at, count, finding)) => {
                let key = state.key(Command::Fix);
                let words = format!("第{}/{count}个 {}", at + 1, explained(finding, &key));
                (words, ink.theme.severity(finding.severity))
            }
            None => (remark(state).unwrap_or_default(), ink.theme.remark()),
        },
    };
    ink.text(area.x + 1, area.y, room, &words, style);
    for item in bar::items(state) {
        let x = ink.text(layout.bar.x + item.x, layout.bar.y, item.width, &item.key, ink.theme.key());
        ink.text(x + 1, layout.bar.y, item.width, item.name, Style::new());
    }
}

/// What can be done with the item on the card, by the keys that the person has.
fn walk_keys(state: &State) -> String {
    let key = |command| state.key(Command::Review(command));
    format!(
        "{} 通过　{} 退回　{} 不适用　←→ 换项　↑↓ 看依据　{} 批注",
        key(ReviewCommand::Pass),
        key(ReviewCommand::Return),
        key(ReviewCommand::NotApplicable),
        key(ReviewCommand::Remark)
    )
}

/// Whether the keys go to the walk.
fn walks(state: &State) -> bool {
    let focus = state.sheet().filter(|_| state.shows_sheet()).map(|sheet| sheet.focus);
    state.review().walk().is_some() && focus.is_some_and(|focus| focus != Pane::Body)
}

/// What the open remark under the cursor says.
fn remark(state: &State) -> Option<String> {
    let sheet = state.sheet().filter(|sheet| state.shows_sheet() && sheet.focus == Pane::Body)?;
    let at = sheet.document.editor().cursor();
    let (note, _) = state.review().open_in_body().find(|(_, range)| range.start <= at && at <= range.end)?;
    let key = state.key(Command::Review(ReviewCommand::Remarks));
    Some(format!("» {}批注：{}　{key} 答复", note.thread.who, note.thread.text))
}

/// The finding that is meant, the how manieth it is in the order of the letter, and of how many.
fn finding(state: &State) -> Option<(usize, usize, &Finding)> {
    let findings = &state.sheet().filter(|_| state.shows_sheet())?.assessment.findings;
    let at = current_finding(state)?;
    findings.get(at).map(|finding| (at, findings.len(), finding))
}

/// `✗ 年份应当用六角括号〔〕　F8 改为〔2026〕　依据：GB/T 9704—2012 7.2.5`. What may be cut off comes last. `key` makes
/// the fix.
pub(super) fn explained(finding: &Finding, key: &str) -> String {
    let mut words = format!("{} {}", finding.severity.sign(), finding.message);
    if let Some(fix) = &finding.fix {
        words.push_str(&format!("　{key} {}", fix.title));
    }
    words.push_str("　依据：");
    words.push_str(&finding.source);
    words
}

/// `✗1 !3 2,936字 二（三） 第12段 已存 ✓`: the findings where no pane tells how many there are.
fn facts(state: &State, sheet: &Sheet, layout: &Layout) -> String {
    let editor = sheet.document.editor();
    let (paragraph, section) = (editor.paragraph_number(), sheet.assessment.section_at(editor.cursor()));
    let gap = if section.is_empty() { "" } else { " " };
    let elsewhere = if state.review().elsewhere().is_some() { "别处有新稿 " } else { "" };
    let saved = match (sheet.document.read_only(), sheet.document.is_saved()) {
        (Some(_), _) => "只读",
        (None, true) => "已存 ✓",
        (None, false) => "未存 *",
    };
    let count = |severity: Severity| match sheet.assessment.count(severity) {
        _ if layout.checklist.is_some() || layout.walk.is_some() => String::new(),
        0 => String::new(),
        count => format!("{}{count} ", severity.sign()),
    };
    let stage = state.review().stage();
    let stage =
        if matches!(stage, "" | "拟稿") || layout.walk.is_some() { String::new() } else { format!("{stage} ") };
    let mentions = match sheet.mentions.len() {
        0 => String::new(),
        count => format!("序号待核{count} "),
    };
    let found = [Severity::Error, Severity::Warning].map(count).concat();
    format!(
        "{mentions}{found}{}字 {section}{gap}第{paragraph}段 {stage}{elsewhere}{saved}",
        grouped(sheet.document.characters())
    )
}

/// 2936 as 2,936.
fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut words = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

#[cfg(test)]
mod tests {
    #[test]
    fn thousands_are_grouped() {
        for (count, words) in [(0, "0"), (999, "999"), (2936, "2,936"), (1_234_567, "1,234,567")] {
            assert_eq!(super::grouped(count), words);
        }
    }
}
