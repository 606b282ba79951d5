//! The machine-readable result of a check: one JSON object a file, its shape fixed for scripts.

use super::tell;
use super::worker::Checked;
use crate::check::checklist::{Item, State};
use crate::check::{Finding, Ignored};
use crate::text::characters;
use crate::text::position::line_column;
use serde::Serialize;
use std::path::Path;

/// The whole of one line.
#[derive(Serialize)]
struct Line<'a> {
    path: String,
    ready: bool,
    findings: Vec<FindingLine<'a>>,
    ignored: Vec<IgnoredLine<'a>>,
    checklist: Vec<ItemLine>,
    missing_sign_offs: &'a [String],
}

/// A finding that is let stand, and why.
#[derive(Serialize)]
struct IgnoredLine<'a> {
    #[serde(flatten)]
    finding: FindingLine<'a>,
    reason: &'a str,
    who: &'a str,
    at: &'a str,
    entry: usize,
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
    /// Where it stands in the file that was read, if that is plain text; `line` and `column` count in the field.
    #[serde(skip_serializing_if = "Option::is_none")]
    source_line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_column: Option<usize>,
    excerpt: String,
    /// The words around it, where it is nothing but blanks.
    #[serde(skip_serializing_if = "Option::is_none")]
    context: Option<String>,
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
struct ItemLine {
    item: &'static str,
    title: &'static str,
    state: &'static str,
    evidence: String,
}

/// How many characters of an element are shown as its evidence: the whole of a long one is in the draft.
const EVIDENCE: usize = 80;

/// How many characters around a finding are its context, on either side.
const AROUND: usize = 12;

/// The line for one file, without the line end. Places are UTF-8 byte offsets into the named field's value; line and column
/// count from 1, in characters of that value, `source_line` and `source_column` in the file that was read.
pub fn line(path: &Path, checked: &Checked) -> String {
    let (report, missing) = (&checked.report, &checked.missing);
    let line = Line {
        path: path.display().to_string(),
        ready: report.is_ready() && missing.is_empty(),
        findings: report.findings.iter().map(|finding| finding_line(checked, finding)).collect(),
        ignored: report.ignored.iter().map(|ignored| ignored_line(checked, ignored)).collect(),
        checklist: report.checklist.iter().map(item_line).collect(),
        missing_sign_offs: missing,
    };
    // Texts and numbers only: serialising them cannot fail.
    serde_json::to_string(&line).unwrap_or_default()
}

/// The line for a file that could not be checked, so that there is one line for each file.
pub fn failure(path: &Path, error: &str) -> String {
    serde_json::json!({
        "path": path.display().to_string(), "ready": false, "error": error, "findings": [], "ignored": [], "checklist": []
    })
    .to_string()
}

fn ignored_line<'a>(checked: &Checked, ignored: &'a Ignored) -> IgnoredLine<'a> {
    let waiver = &ignored.waiver;
    IgnoredLine {
        finding: finding_line(checked, &ignored.finding),
        reason: &waiver.reason,
        who: &waiver.who,
        at: &waiver.at,
        entry: waiver.number,
    }
}

fn finding_line<'a>(checked: &Checked, finding: &'a Finding) -> FindingLine<'a> {
    let text = checked.draft.text(finding.field);
    let source = checked.source.as_ref().and_then(|it| it.place(&checked.draft, finding.field, finding.range.start));
    let place = line_column(&text, finding.range.start);
    let own = text.get(finding.range.clone()).unwrap_or_default();
    let is_blank = !own.is_empty() && characters::ink(own).next().is_none();
    FindingLine {
        rule: finding.rule.code,
        name: finding.rule.name,
        severity: finding.severity.word(),
        field: finding.field.to_string(),
        start: finding.range.start,
        end: finding.range.end,
        line: place.line,
        column: place.column,
        source_line: source.map(|place| place.line),
        source_column: source.map(|place| place.column),
        excerpt: own.to_owned(),
        context: is_blank.then(|| tell::around(&text, finding.range.clone(), AROUND)),
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

fn item_line(item: &Item) -> ItemLine {
    let cut = item.evidence.char_indices().nth(EVIDENCE).filter(|_| item.state != State::Human);
    let evidence = cut.map_or_else(|| item.evidence.clone(), |(at, _)| format!("{}…", &item.evidence[..at]));
    ItemLine { item: item.item, title: item.title, state: item.state.word(), evidence }
}
