//! The pane of the checklist.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::dialogs;
use super::ink::Ink;
use crate::app::State;
use crate::app::assessment::{CheckRow, Mark};
use crate::app::command::Command;
use crate::app::layout::{Area, Layout};
use crate::app::state::Pane;
use crate::check::checklist::State as Standing;
use crate::check::{Finding, Severity};

pub(super) fn draw(ink: &mut Ink<'_>, state: &State, layout: &Layout) -> Option<Position> {
    let (area, sheet) = (layout.checklist?, state.sheet()?);
    let assessment = &sheet.assessment;
    let focused = sheet.focus == Pane::Checklist;
    ink.across(area.x, area.y, area.width);
    ink.text(area.x + 1, area.y, 6, " 检查 ", ink.theme.title(focused));
    let good = assessment.items.iter().filter(|item| item.state == Standing::Good).count();
    let counts = [
        (Mark::Bad, assessment.count(Severity::Error)),
        (Mark::Doubtful, assessment.count(Severity::Warning)),
        (Mark::Good, good),
    ];
    let mut x = area.x + 1;
    for (mark, count) in counts {
        let style = if count == 0 { ink.theme.dim() } else { ink.theme.mark(mark) };
        x = ink.text(x, area.y + 1, 8, &format!("{} {count}", mark.sign()), style) + 2;
    }
    let rows = layout.checks;
    let mut cursor = None;
    let shown = assessment.rows.iter().enumerate().skip(sheet.checklist.top).take(usize::from(rows.height));
    for ((index, row), y) in shown.zip(rows.y..) {
        let (x, width) = (rows.x + 1, rows.width.saturating_sub(1));
        match *row {
            CheckRow::Findings(severity, count) => {
                ink.text(x, y, width, &format!("{} {count}", severity.label()), ink.theme.heading());
            }
            CheckRow::Human => {
                ink.text(x, y, width, "人工核对", ink.theme.heading());
            }
            CheckRow::Finding(at) => {
                if let Some((finding, place)) = assessment.findings.get(at).zip(assessment.places.get(at)) {
                    told(
                        ink,
                        Area { x, y, width, height: 1 },
                        finding.severity,
                        &format!("{place} "),
                        &finding.message,
                    );
                }
            }
            CheckRow::Alike { shown, count, open } => {
                if let Some(finding) = assessment.findings.get(shown) {
                    let label = format!("{count} 处 {} ", if open { "▾" } else { "▸" });
                    told(ink, Area { x, y, width, height: 1 }, finding.severity, &label, finding.rule.title);
                }
            }
            CheckRow::AllIgnored(count) => {
                ink.text(x, y, width, &format!("已忽略 {count}"), ink.theme.heading());
            }
            CheckRow::Ignored(at) => {
                if let Some(ignored) = assessment.ignored.get(at) {
                    ink.text(x, y, 1, "–", ink.theme.dim());
                    let words = format!("{}：{}", ignored.finding.message, ignored.waiver.reason);
                    ink.text(x + 2, y, width.saturating_sub(2), &words, ink.theme.dim());
                }
            }
            CheckRow::Item(item) => {
                if let Some(item) = assessment.items.get(item) {
                    let mark = if state.review().is_vouched(item.item) { Mark::Good } else { Mark::Human };
                    ink.text(x, y, 1, mark.sign().encode_utf8(&mut [0; 4]), ink.theme.mark(mark));
                    let label = format!("{} ", item.title);
                    let after = ink.text(x + 2, y, width.saturating_sub(2), &label, Style::new());
                    let room = (rows.x + rows.width).saturating_sub(after);
                    ink.text(after, y, room, &item.evidence, ink.theme.dim());
                }
            }
        }
        if index == sheet.checklist.selected && !row.is_heading() && (focused || sheet.walking) {
            ink.style(Area { y, height: 1, ..rows }, ink.theme.chosen(focused));
            cursor = Some(Position { x: rows.x, y });
        }
    }
    let chosen = assessment.finding_of(sheet.checklist.selected).and_then(|at| assessment.findings.get(at));
    if let Some((area, finding)) = layout.detail.zip(chosen) {
        detail(ink, area, finding, &state.keymap().shown(Command::Fix));
    }
    cursor
}

/// A row of findings: how heavy they are, where or how many, and what is told of them.
fn told(ink: &mut Ink<'_>, row: Area, severity: Severity, label: &str, words: &str) {
    ink.text(row.x, row.y, 1, severity.sign().encode_utf8(&mut [0; 4]), ink.theme.severity(severity));
    let after = ink.text(row.x + 2, row.y, row.width.saturating_sub(2), label, ink.theme.dim());
    ink.text(after, row.y, (row.x + row.width).saturating_sub(after), words, Style::new());
}

/// The chosen finding in full, where its row has no room for it.
fn detail(ink: &mut Ink<'_>, area: Area, finding: &Finding, key: &str) {
    ink.across(area.x, area.y, area.width);
    let width = area.width.saturating_sub(2);
    let fix = finding.fix.as_ref().map(|fix| format!("{key} {}", fix.title));
    let parts = [Some(finding.message.clone()), fix, Some(format!("依据：{}", finding.source))];
    let styles = [ink.theme.severity(finding.severity), ink.theme.key(), ink.theme.dim()];
    let lines = parts.into_iter().zip(styles).flat_map(|(part, style)| {
        let text = part.unwrap_or_default();
        let lines = if text.is_empty() { Vec::new() } else { dialogs::folded(ink, &text, width) };
        lines.into_iter().map(move |line| (line, style)).collect::<Vec<_>>()
    });
    let lines: Vec<_> = lines.take(usize::from(area.height.saturating_sub(1))).collect();
    for ((line, style), y) in lines.iter().zip(area.y + 1..) {
        ink.text(area.x + 1, y, width, line, *style);
    }
}
