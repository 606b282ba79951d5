//! Showing an item to a reviewer.

use crate::app::review::machine::Machine;
use crate::letter::Draft;
use crate::review::redline::{Change, Span};
use crate::review::report;
use crate::review::since::{changes, forerunner};
use crate::review::{Action, Item, Standing};
use crate::run::Console;
use crate::run::console::Tone;
use crate::run::sitting::Sitting;

/// The redline of `spans` on one line: colours on a terminal, brackets elsewhere.
pub fn marked(spans: &[Span], console: &Console) -> String {
    if !console.colour() {
        return report::marked(spans);
    }
    let painted = |span: &Span| match span.change {
        Change::Kept => span.text.clone(),
        Change::Removed => console.paint(Tone::Removed, &span.text),
        Change::Added => console.paint(Tone::Added, &span.text),
    };
    spans.iter().map(painted).collect()
}

/// Shows an item: what is asked and by which source, what of the letter shows it, what the machine says, what changed.
pub fn item(item: &Item, sitting: &Sitting, standing: Standing<'_>, machine: &Machine<'_>, console: &Console) {
    console.line(&console.paint(Tone::Dim, &format!("  要求　{}（{}）", item.asked, item.source)));
    if item.evidence.is_empty() {
        console.line("  │ （没有）");
    }
    for evidence in &item.evidence {
        let note = if evidence.note.is_empty() {
            String::new()
        } else {
            console.paint(Tone::Dim, &format!("　〔{}〕", evidence.note))
        };
        let mut lines = evidence.text.lines().filter(|line| !line.trim().is_empty());
        console.line(&format!("  │ {}{note}", lines.next().unwrap_or_default()));
        lines.for_each(|line| console.line(&format!("  │ {line}")));
    }
    let tone = if machine.findings.is_empty() && !machine.missing { Tone::Good } else { Tone::Warning };
    console.line(&format!("  机器　{}", console.paint(tone, machine.label())));
    for finding in &machine.findings {
        console.line(&format!("       {} {} {}", finding.severity.sign(), finding.rule.code, finding.message));
    }
    if let Some(kept) = standing.entry()
        && let Action::Judge { verdict, .. } = &kept.entry.action
    {
        let words = if verdict.words().is_empty() { String::new() } else { format!("：{}", verdict.words()) };
        console.line(&format!("  前次　{} {}{words}（{}）", kept.entry.who, verdict.label(), kept.entry.at));
    }
    if let Some(spans) = since_last(item, sitting, standing) {
        console.line(&format!("  改动　{}", marked(&spans, console).replace('\n', "\n       ")));
    }
}

/// What changed in an open item since it, or what it came from, was last judged; `None` where nothing can be told.
pub fn since_last(item: &Item, sitting: &Sitting, standing: Standing<'_>) -> Option<Vec<Span>> {
    let version = match standing {
        Standing::Changed(kept) => &kept.entry.version,
        // An item known by its text alone is open as a new one; it may have come from one that was judged.
        Standing::Open => sitting.record.entries.iter().rev().find_map(|kept| match kept.entry.action {
            Action::Judge { .. } => Some(&kept.entry.version),
            _ => None,
        })?,
        _ => return None,
    };
    let then: Draft = sitting.draft_at(version).ok()?;
    let before = forerunner(item, &sitting.file.draft, &then)?;
    Some(changes(&before, item)).filter(|spans| !spans.is_empty())
}
