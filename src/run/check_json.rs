//! The machine-readable result of a check: one JSON object a file, its shape fixed for scripts.

use crate::check::checklist::Item;
use crate::check::{Finding, Report};
use crate::letter::Draft;
use crate::text::position::line_column;
use serde::Serialize;
use std::path::Path;

/// The whole of one line.
#[derive(Serialize)]
struct Line<'a> {
    path: String,
    ready: bool,
    findings: Vec<FindingLine<'a>>,
    checklist: Vec<ItemLine<'a>>,
    missing_sign_offs: &'a [String],
}

#[derive(Serialize)]
struct FindingLine<'a> {
    rule: &'static str,
    name: &'static str,
    severity: &'static str,
    field: String,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    excerpt: String,
    message: &'a str,
    source: &'a str,
    fix: Option<FixLine<'a>>,
}

#[derive(Serialize)]
struct FixLine<'a> {
    title: &'a str,
    applicability: &'static str,
    edits: Vec<EditLine<'a>>,
}

#[derive(Serialize)]
struct EditLine<'a> {
    field: String,
    start: usize,
    end: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct ItemLine<'a> {
    item: &'static str,
    title: &'static str,
    state: &'static str,
    evidence: &'a str,
}

/// The line for one file, without the line end; `missing` are the sign-offs that are asked for and not there. Places are UTF-8 byte offsets into the named field's value; line and
/// column count from 1, in characters.
pub fn line(path: &Path, draft: &Draft, report: &Report, missing: &[String]) -> String {
    let line = Line {
        path: path.display().to_string(),
        ready: report.is_ready() && missing.is_empty(),
        findings: report.findings.iter().map(|finding| finding_line(draft, finding)).collect(),
        checklist: report.checklist.iter().map(item_line).collect(),
        missing_sign_offs: missing,
    };
    // Texts and numbers only: serialising them cannot fail.
    serde_json::to_string(&line).unwrap_or_default()
}

/// The line for a file that could not be checked, so that there is one line for each file.
pub fn failure(path: &Path, error: &str) -> String {
    serde_json::json!({
        "path": path.display().to_string(), "ready": false, "error": error, "findings": [], "checklist": []
    })
    .to_string()
}

fn finding_line<'a>(draft: &Draft, finding: &'a Finding) -> FindingLine<'a> {
    let text = draft.text(finding.field);
    let place = line_column(&text, finding.range.start);
    FindingLine {
        rule: finding.rule.code,
        name: finding.rule.name,
        severity: finding.severity.word(),
        field: finding.field.to_string(),
        start: finding.range.start,
        end: finding.range.end,
        line: place.line,
        column: place.column,
        excerpt: text.get(finding.range.clone()).unwrap_or_default().to_owned(),
        message: &finding.message,
        source: &finding.source,
        fix: finding.fix.as_ref().map(|fix| FixLine {
            title: &fix.title,
            applicability: fix.applicability.word(),
            edits: fix
                .edits
                .iter()
                .map(|change| EditLine {
                    field: change.field.to_string(),
                    start: change.edit.range.start,
                    end: change.edit.range.end,
                    text: &change.edit.text,
                })
                .collect(),
        }),
    }
}

fn item_line(item: &Item) -> ItemLine<'_> {
    ItemLine { item: item.item, title: item.title, state: item.state.word(), evidence: &item.evidence }
}
