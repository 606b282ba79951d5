//! `dafu list`: the ledger.

use super::console::Tone;
use super::sitting::Sitting;
use super::{Console, Outcome, Profiles, targets};
use crate::check::{Checker, Profile, Report, Severity};
use crate::cli::{List, ListFormat};
use crate::desk::{self, Workspace};
use crate::export;
use crate::import;
use crate::letter::Draft;
use crate::review::{Progress, Stage};
use crate::text::width::Measure;
use anyhow::Result;
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::Serialize;
use std::path::Path;

/// One line of the ledger.
#[derive(Debug, Serialize)]
struct Row {
    path: String,
    kind: &'static str,
    matter: String,
    title: String,
    number: String,
    stage: String,
    assigned: Option<Date>,
    due: Option<Date>,
    days_left: Option<i32>,
    errors: usize,
    warnings: usize,
    ignored: usize,
    overrides: usize,
    missing_sign_offs: Vec<String>,
    record_faulty: bool,
}

/// Lists the drafts of a workspace.
pub fn run(arguments: &List, console: &Console) -> Result<Outcome> {
    let workspace = Workspace::at(&arguments.workspace);
    anyhow::ensure!(
        workspace.exists(),
        "{}：这里没有 drafts/ 文件夹。用 dafu init 建立工作文件夹",
        arguments.workspace.display()
    );
    let today = arguments.today.unwrap_or_else(super::today);
    let (mut checker, mut profiles, mut outcome) = (Checker::default(), Profiles::default(), Outcome::Good);
    let mut rows = Vec::new();
    for path in workspace.drafts()? {
        match row(&workspace, &path, today, &mut checker, &mut profiles) {
            Ok(row) => rows.push(row),
            Err(error) => {
                console.complain(&format!("{error:#}"));
                outcome = Outcome::Failed;
            }
        }
    }
    // What is due first comes first; what has no date comes last.
    rows.sort_by_key(|row| (row.due.is_none(), row.due, row.path.clone()));
    match arguments.format {
        ListFormat::Table => table(&rows, console),
        ListFormat::Csv => csv(&rows, console),
        ListFormat::Json => {
            for row in &rows {
                console.line(&serde_json::to_string(row)?);
            }
        }
    }
    Ok(outcome)
}

fn row(workspace: &Workspace, path: &Path, today: Date, checker: &mut Checker, profiles: &mut Profiles) -> Result<Row> {
    let sitting = Sitting::open(path, profiles)?;
    let draft = &sitting.file.draft;
    let profile = profiles.of_draft(path, &workspace.root, draft)?;
    let report = checker.check_with(draft, profile, today, &sitting.waivers());
    let assigned = draft.matter.assigned.day();
    let due = due(draft, profile);
    Ok(Row {
        path: targets::shown(path).display().to_string(),
        kind: draft.kind.word(),
        stage: stage(workspace, path, &report, &sitting),
        assigned,
        due,
        days_left: days_left(due, today),
        errors: report.count(Severity::Error),
        warnings: report.count(Severity::Warning),
        ignored: report.ignored.len(),
        overrides: sitting.record.overrides(),
        missing_sign_offs: sitting.missing(),
        record_faulty: !sitting.faults().is_empty(),
        matter: draft.matter.number.clone(),
        title: shown_title(draft),
        number: draft.letter.number.clone(),
    })
}

/// The last day for the answer, where the day of assignment is known.
pub(super) fn due(draft: &Draft, profile: &Profile) -> Option<Date> {
    let assigned = draft.matter.assigned.day()?;
    assigned.checked_add(i32::from(profile.deadline.months).months()).ok()
}

/// How many days there are until `due`; below zero when it has passed.
pub(super) fn days_left(due: Option<Date>, today: Date) -> Option<i32> {
    due.and_then(|due| due.since(today).ok()).map(|span| span.get_days())
}

fn shown_title(draft: &Draft) -> String {
    let title = if draft.matter.title.is_empty() { &draft.letter.title } else { &draft.matter.title };
    title.clone()
}

/// Where the letter stands on its way out: its stage where stages are in use, otherwise whether it could be exported.
/// Exported is what the file in `exports/` still says.
pub(super) fn stage(workspace: &Workspace, path: &Path, report: &Report, sitting: &Sitting) -> String {
    if Progress::is_in_use(&sitting.record, &sitting.policy) {
        let progress = sitting.progress();
        return match (progress.stage(), progress.returned()) {
            (Stage::Review, count @ 1..) => format!("退回{count}项"),
            _ => progress.told(),
        };
    }
    let exported = desk::read_bytes(&workspace.export_path(path, "txt")).ok();
    let says_the_same = |bytes: &Vec<u8>| {
        let flow = export::flow(&sitting.file.draft);
        import::decode(bytes).is_ok_and(|(text, _)| text.replace("\r\n", "\n") == flow)
    };
    let words = match &exported {
        Some(bytes) if says_the_same(bytes) => "已导出",
        _ if !report.is_ready() => "待修改",
        Some(_) => "导出后有改动",
        None => "可导出",
    };
    words.to_owned()
}

/// The name by which a row is told from others: the matter's number, or the file's name where that says more.
fn row_name(row: &Row) -> String {
    let stem = Path::new(&row.path).file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    if row.matter.is_empty() || stem.starts_with(&row.matter) { stem } else { row.matter.clone() }
}

fn table(rows: &[Row], console: &Console) {
    if rows.is_empty() {
        console.line("drafts/ 里还没有稿件。用 dafu new 新建，或用 dafu import 导入");
        return;
    }
    let measure = Measure::default();
    let head = format!(
        "{} {} {} {} {} {} {}",
        measure.pad("编号", 12),
        measure.pad("类别", 4),
        measure.pad("题目", 40),
        measure.pad("期限", 10),
        measure.pad("剩余", 8),
        measure.pad("错误/提醒", 9),
        "状态"
    );
    console.line(&console.paint(Tone::Strong, &head));
    for row in rows {
        let (left, tone) = match row.days_left {
            Some(_) if matches!(row.stage.as_str(), "已导出" | "已印发") => ("—".to_owned(), Tone::Dim),
            Some(days) if days < 0 => (format!("逾{}天", -days), Tone::Error),
            Some(days) if days <= 14 => (format!("{days}天"), Tone::Warning),
            Some(days) => (format!("{days}天"), Tone::Dim),
            None => ("—".to_owned(), Tone::Dim),
        };
        let due = row.due.map_or_else(|| "—".to_owned(), |due| due.to_string());
        let overridden =
            if row.overrides > 0 { format!("（强制导出{}次）", row.overrides) } else { String::new() };
        let ignored = if row.ignored > 0 { format!("（已忽略{}处）", row.ignored) } else { String::new() };
        let faulty = if row.record_faulty { "（核稿记录有问题）" } else { "" };
        console.line(&format!(
            "{} {} {} {} {} {} {}{ignored}{overridden}{faulty}",
            measure.pad(&row_name(row), 12),
            measure.pad(row.kind, 4),
            measure.pad(&row.title, 40),
            measure.pad(&due, 10),
            console.paint(tone, &measure.pad(&left, 8)),
            measure.pad(&format!("{}/{}", row.errors, row.warnings), 9),
            row.stage,
        ));
    }
}

fn csv(rows: &[Row], console: &Console) {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = writer.write_record([
        "稿件",
        "类别",
        "编号",
        "题目",
        "发文字号",
        "状态",
        "交办",
        "期限",
        "剩余天数",
        "错误",
        "提醒",
        "强制导出",
        "缺签字",
        "已忽略",
    ]);
    for row in rows {
        let date = |date: Option<Date>| date.map_or_else(String::new, |date| date.to_string());
        let _ = writer.write_record([
            &row.path,
            row.kind,
            &row.matter,
            &row.title,
            &row.number,
            &row.stage,
            &date(row.assigned),
            &date(row.due),
            &row.days_left.map_or_else(String::new, |days| days.to_string()),
            &row.errors.to_string(),
            &row.warnings.to_string(),
            &row.overrides.to_string(),
            &row.missing_sign_offs.join("；"),
            &row.ignored.to_string(),
        ]);
    }
    console.bytes(&writer.into_inner().unwrap_or_default());
}
