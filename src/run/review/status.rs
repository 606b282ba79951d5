//! `dafu review status`: where letters stand, item by item.

use crate::cli::{ReportFormat, ReviewStatus};
use crate::review::{Missing, Part, Place, Stage, Thread, remark, standing};
use crate::run::console::Tone;
use crate::run::sitting::Sitting;
use crate::run::{Console, Outcome, Profiles, targets};
use crate::text::width::Measure;
use anyhow::Result;
use serde::Serialize;

/// One line of the machine-readable status.
#[derive(Serialize)]
struct Line {
    path: String,
    stage: &'static str,
    told: String,
    letter: String,
    items: Vec<ItemLine>,
    missing: Vec<MissingLine>,
    remarks: Vec<RemarkLine>,
    faults: Vec<String>,
}

#[derive(Serialize)]
struct ItemLine {
    item: String,
    title: String,
    state: &'static str,
    who: Option<String>,
    at: Option<String>,
    content: String,
}

#[derive(Serialize)]
struct MissingLine {
    stage: &'static str,
    why: String,
}

#[derive(Serialize)]
struct RemarkLine {
    number: usize,
    who: String,
    text: String,
    quote: Option<String>,
    field: Option<String>,
    /// Where it stands now, in UTF-8 bytes of the field; absent when it is gone.
    start: Option<usize>,
    end: Option<usize>,
    resolved: bool,
}

/// Tells how reviews stand.
pub fn run(arguments: &ReviewStatus, console: &Console) -> Result<Outcome> {
    let mut outcome = Outcome::Good;
    let mut profiles = Profiles::default();
    for path in super::drafts(&arguments.drafts)? {
        match Sitting::open(&path, &mut profiles) {
            Ok(sitting) if arguments.format == ReportFormat::Json => {
                console.line(&serde_json::to_string(&line(&sitting))?);
            }
            Ok(sitting) => tell(&sitting, console),
            Err(error) => {
                console.complain(&error.to_string());
                outcome = Outcome::Failed;
            }
        }
    }
    Ok(outcome)
}

fn tell(sitting: &Sitting, console: &Console) {
    let progress = sitting.progress();
    let path = targets::shown(&sitting.file.path).display().to_string();
    console.line(&console.paint(Tone::Strong, &format!("{path}　{}", progress.told())));
    for fault in sitting.faults() {
        console.line(&console.paint(Tone::Error, &format!("  ✗ 核稿记录：{fault}")));
    }
    if let Some((who, reason)) = progress.sent_back() {
        console.line(&format!("  退回　{who}：{reason}"));
    }
    if let Some((who, note)) = progress.handed_in() {
        console.line(&format!("  送核　{who}：{note}"));
    }
    for Missing { stage, why } in Stage::SIGNED.into_iter().filter_map(|stage| progress.missing(stage)) {
        let tone = if progress.is_asked(stage) { Tone::Warning } else { Tone::Dim };
        let optional = if progress.is_asked(stage) { "" } else { "（不作要求）" };
        console.line(&console.paint(tone, &format!("  {}　{why}{optional}", stage.title())));
    }
    if console.quiet {
        return;
    }
    let measure = Measure::default();
    for part in [Part::Elements, Part::Body, Part::Person] {
        console.line(&console.paint(Tone::Dim, &format!("  {}", part.title())));
        for item in progress.items.iter().filter(|item| item.part == part) {
            let stands = standing(item, &sitting.record);
            let tone = match stands {
                stands if stands.is_settled() => Tone::Good,
                stands if stands.is_open() => Tone::Warning,
                _ => Tone::Error,
            };
            let by = stands.entry().map_or_else(String::new, |kept| {
                format!("　{} {}", kept.entry.who, kept.entry.at.split('T').next().unwrap_or_default())
            });
            console.line(&format!(
                "  {} {} {} {}{by}",
                console.paint(tone, &stands.sign().to_string()),
                measure.pad(&item.selector, 14),
                measure.pad(&item.title, 24),
                stands.label(),
            ));
        }
    }
    for thread in remark::threads(&sitting.record) {
        tell_remark(&thread, sitting, console);
    }
    console.line("");
}

fn tell_remark(thread: &Thread, sitting: &Sitting, console: &Console) {
    let place = match (&thread.item, &thread.anchor) {
        (Some(item), _) => item.clone(),
        (None, Some(anchor)) => match anchor.locate(&sitting.file.draft.text(anchor.field)) {
            Place::Exact(_) => format!("“{}”", anchor.quote),
            Place::Near(range) => {
                let text = sitting.file.draft.text(anchor.field);
                format!("“{}”（现为“{}”）", anchor.quote, text.get(range).unwrap_or_default())
            }
            Place::Lost => format!("“{}”（原文已删）", anchor.quote),
        },
        (None, None) => String::new(),
    };
    let state = if thread.resolved.is_some() { "已了结" } else { "未了结" };
    console.line(&format!("  批注{} {place}　{}：{}（{state}）", thread.number, thread.who, thread.text));
    for (who, words) in &thread.answers {
        console.line(&format!("      {who}：{words}"));
    }
}

fn line(sitting: &Sitting) -> Line {
    let progress = sitting.progress();
    let items = progress
        .items
        .iter()
        .map(|item| {
            let stands = standing(item, &sitting.record);
            let entry = stands.entry().map(|kept| &kept.entry);
            ItemLine {
                item: item.selector.clone(),
                title: item.title.clone(),
                state: stands.word(),
                who: entry.map(|entry| entry.who.clone()),
                at: entry.map(|entry| entry.at.clone()),
                content: item.content.clone(),
            }
        })
        .collect();
    let missing = progress.all_missing().into_iter();
    let remarks = remark::threads(&sitting.record).into_iter().map(|thread| {
        let place = thread.anchor.as_ref().map(|anchor| anchor.locate(&sitting.file.draft.text(anchor.field)));
        let range = match place {
            Some(Place::Exact(range) | Place::Near(range)) => Some(range),
            _ => None,
        };
        RemarkLine {
            number: thread.number,
            who: thread.who,
            text: thread.text,
            quote: thread.anchor.as_ref().map(|anchor| anchor.quote.clone()),
            field: thread.anchor.as_ref().map(|anchor| anchor.field.to_string()),
            start: range.as_ref().map(|range| range.start),
            end: range.map(|range| range.end),
            resolved: thread.resolved.is_some(),
        }
    });
    Line {
        path: targets::shown(&sitting.file.path).display().to_string(),
        stage: progress.stage().word(),
        told: progress.told(),
        letter: progress.letter,
        items,
        missing: missing.map(|missing| MissingLine { stage: missing.stage.word(), why: missing.why }).collect(),
        remarks: remarks.collect(),
        faults: sitting.faults().iter().map(ToString::to_string).collect(),
    }
}
