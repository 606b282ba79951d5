//! The machine-readable report of an import: one JSON object a file.

use super::import::{Letter, Written, seam};
use crate::letter::Field;
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Line<'a> {
    path: String,
    draft: Option<String>,
    format: &'a str,
    fields: serde_json::Map<String, serde_json::Value>,
    joined: Vec<JoinedLine>,
    left_out: Vec<LeftOutLine<'a>>,
    uncertain: Vec<UncertainLine<'a>>,
    accounted: bool,
}

#[derive(Serialize)]
struct JoinedLine {
    field: String,
    line: usize,
    next_line: usize,
    before: String,
    after: String,
    reason: &'static str,
}

#[derive(Serialize)]
struct LeftOutLine<'a> {
    line: usize,
    start: usize,
    end: usize,
    text: &'a str,
    reason: &'static str,
}

#[derive(Serialize)]
struct UncertainLine<'a> {
    field: Option<String>,
    line: Option<usize>,
    message: &'a str,
}

/// The report on one file as a line of JSON, without the line end. `start` and `end` are UTF-8 byte offsets into the decoded text.
pub fn line(path: &Path, written: Option<&Written>, letter: &Letter) -> String {
    let report = &letter.report;
    let fields = report
        .placed
        .iter()
        .chain(&report.derived)
        .map(|placed| placed.field)
        .chain([Field::Kind, Field::Role])
        .map(|field| (field.to_string(), letter.draft.text(field).into_owned().into()))
        .collect();
    let line = Line {
        path: path.display().to_string(),
        draft: written.map(|written| written.path.display().to_string()),
        format: &letter.format,
        fields,
        joined: report
            .joined
            .iter()
            .map(|joined| {
                let (before, after) = seam(&letter.draft, joined);
                let (field, reason) = (joined.field.to_string(), joined.cause.reason());
                JoinedLine { field, line: joined.line, next_line: joined.next_line, before, after, reason }
            })
            .collect(),
        left_out: report
            .left_out
            .iter()
            .map(|left| LeftOutLine {
                line: left.line,
                start: left.range.start,
                end: left.range.end,
                text: &letter.text[left.range.clone()],
                reason: left.reason.text(),
            })
            .collect(),
        uncertain: report
            .uncertain
            .iter()
            .map(|unsure| UncertainLine {
                field: unsure.field.map(|field| field.to_string()),
                line: unsure.line,
                message: &unsure.message,
            })
            .collect(),
        accounted: report.faults(&letter.text).is_empty(),
    };
    // Texts and numbers only: serialising them cannot fail.
    serde_json::to_string(&line).unwrap_or_default()
}
