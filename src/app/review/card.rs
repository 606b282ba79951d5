//! The card of one item: what is required and by which source, what of the letter shows it, what machine and person say,
//! and what changed since.

use super::board::{Given, Listed};
use super::case::Case;
use super::rows::{Line, Piece, Tone};
use crate::letter::{Draft, Field};
use crate::review::gather::Evidence;
use crate::review::redline::{Change, Span};
use crate::review::since::{changes, forerunner};
use crate::review::{Action, Item};

/// The most lines of one piece of evidence: the letter itself stands beside it.
const LONGEST: usize = 12;

/// The lines of the card of `listed`. Those that show a piece of evidence lead to it.
pub fn lines(listed: &Listed, draft: &Draft, case: &Case) -> Vec<Line> {
    let Listed { item, stand, machine } = listed;
    let mut lines = vec![
        Line::pieces([Piece::new(Tone::Dim, "要求　"), Piece::new(Tone::Plain, item.asked)]),
        Line::pieces([Piece::new(Tone::Dim, "依据　"), Piece::new(Tone::Dim, item.source)]),
    ];
    if !machine.clean || machine.proven {
        let tone = if machine.clean { Tone::Good } else { Tone::Doubtful };
        lines.push(Line::pieces([Piece::new(Tone::Dim, "机器　"), Piece::new(tone, machine.label)]));
        lines.extend(machine.findings.iter().map(|words| Line::of(Tone::Doubtful, words).indented(6)));
    } else {
        lines.push(Line::pieces([Piece::new(Tone::Dim, "机器　"), Piece::new(Tone::Dim, machine.label)]));
    }
    if let Some(given) = &stand.verdict {
        lines.push(said(given, stand.label));
    }
    let spans = since(item, stand.verdict.as_ref(), stand.awaits, draft, case);
    if !spans.is_empty() {
        lines.push(Line::of(Tone::Strong, "上次核对以后的改动"));
        lines.extend(redlined(&spans).into_iter().map(|line| line.indented(2)));
    }
    lines.push(Line::of(Tone::Strong, heading(item)));
    if item.evidence.is_empty() {
        lines.push(Line::of(Tone::Dim, "（没有）").indented(2));
    }
    for (at, evidence) in item.evidence.iter().enumerate() {
        lines.extend(shown(evidence, item).into_iter().map(|line| line.indented(2).leading(at)));
    }
    lines
}

/// What the drafter asked of the reviewer on handing the letter in.
pub fn handed_in(who: &str, note: &str) -> Line {
    Line::pieces([Piece::new(Tone::Dim, "送核　"), Piece::new(Tone::Plain, format!("{who}：{note}"))])
}

/// What the evidence of an item is.
fn heading(item: &Item) -> String {
    let count = item.evidence.len();
    match item.key {
        "names" => format!("名称 {count} 个，列首次出现处"),
        "policy" => format!("引用 {count} 处"),
        "promises" => format!("承诺 {count} 处"),
        "requests" => format!("诉求 {count} 项"),
        "request" => "诉求和答复".to_owned(),
        "consultation" => "会办单位和有关的句子".to_owned(),
        _ => "函中".to_owned(),
    }
}

fn said(given: &Given, label: &str) -> Line {
    let words = given.verdict.words();
    let words = if words.is_empty() { String::new() } else { format!("：{words}") };
    let at = given.at.get(..16).unwrap_or(&given.at).replace('T', " ");
    Line::pieces([
        Piece::new(Tone::Dim, "核稿　"),
        Piece::new(Tone::Plain, format!("{} {}{words}", given.who, given.verdict.label())),
        Piece::new(Tone::Dim, format!("（{at}，现{label}）")),
    ])
}

fn shown(evidence: &Evidence, item: &Item) -> Vec<Line> {
    let label = if evidence.field == Field::Body || item.evidence.len() == 1 && item.key != "request" {
        String::new()
    } else {
        format!("{}：", evidence.field.label())
    };
    let filled: Vec<&str> = evidence.text.lines().filter(|line| !line.trim().is_empty()).collect();
    let mut lines: Vec<Line> = filled.iter().take(LONGEST).map(|line| Line::of(Tone::Plain, *line)).collect();
    if let Some(first) = lines.first_mut() {
        first.pieces.insert(0, Piece::new(Tone::Dim, format!("· {label}")));
        if !evidence.note.is_empty() {
            first.pieces.push(Piece::new(Tone::Dim, format!("　〔{}〕", evidence.note)));
        }
    }
    if filled.len() > LONGEST {
        lines.push(Line::of(Tone::Dim, format!("……还有 {} 段，见正文", filled.len() - LONGEST)));
    }
    lines
}

/// What changed in an item that waits, since it, or what it came from, was last judged.
fn since(item: &Item, given: Option<&Given>, awaits: bool, draft: &Draft, case: &Case) -> Vec<Span> {
    // A paragraph or a figure is known by its text alone: open as a new one, it may have come from one that was judged.
    let last_judged = || {
        case.record.entries.iter().rev().find_map(|kept| match &kept.entry.action {
            Action::Judge { .. } => Some(kept.entry.version.as_str()),
            _ => None,
        })
    };
    let version = given.map(|given| given.version.as_str()).or_else(last_judged);
    let then = version.filter(|_| awaits).and_then(|version| case.earlier.get(version));
    let before = then.and_then(|then| forerunner(item, draft, then));
    before.map_or_else(Vec::new, |before| changes(&before, item))
}

/// A redline as lines in tones; line feeds part them.
pub fn redlined(spans: &[Span]) -> Vec<Line> {
    let mut lines = vec![Line::default()];
    for span in spans {
        let tone = match span.change {
            Change::Kept => Tone::Plain,
            Change::Added => Tone::Added,
            Change::Removed => Tone::Removed,
        };
        for (at, text) in span.text.split('\n').enumerate() {
            if at > 0 {
                lines.push(Line::default());
            }
            if let (false, Some(line)) = (text.is_empty(), lines.last_mut()) {
                line.pieces.push(Piece::new(tone, text));
            }
        }
    }
    lines.retain(|line| !line.pieces.is_empty());
    lines
}
