//! The rows of the outline: the elements with their state, then the sections as a tree.

use std::collections::BTreeSet;

use super::assessment::{Mark, OutlineRow, Target, item_target};

use crate::check::checklist::{Item, State as Standing};
use crate::check::{Finding, Severity};
use crate::letter::outline::Outline;
use crate::letter::{Draft, Field};

/// The rows for `draft`, whose closing begins at byte `closing` of the body and whose paragraphs have `ink` characters that are
/// not blank each. Sections named in `folded` hide what is inside
/// them, and show the heaviest finding of it as theirs.
pub(super) fn of(
    draft: &Draft,
    outline: &Outline,
    (closing, ink): (usize, &[usize]),
    items: &[Item],
    findings: &[Finding],
    folded: &BTreeSet<String>,
) -> Vec<OutlineRow> {
    let mut rows = vec![row("要素", Target::Nothing)];
    for item in items.iter().filter(|item| item.state != Standing::Human) {
        rows.push(OutlineRow { mark: Some(Mark::of_item(item)), depth: 1, ..row(item.title, item_target(item)) });
    }
    rows.push(row("正文", Target::Body(0)));
    let body = &draft.letter.body;
    let worst = worst_of_each(outline, findings);
    // The characters before each paragraph, and before the end.
    let mut before = vec![0];
    before.extend(ink.iter().scan(0, |sum, count| {
        *sum += count;
        Some(*sum)
    }));
    // The end of the folded section that is being passed over, in bytes.
    let mut hidden = 0;
    for (index, section) in outline.sections.iter().enumerate() {
        if section.range.start < hidden {
            continue;
        }
        let has_children = outline.sections.get(index + 1).is_some_and(|next| next.parent == Some(index));
        let is_folded = has_children.then(|| folded.contains(&outline.path(index)));
        if is_folded == Some(true) {
            hidden = section.range.end;
        }
        let inside = outline.sections[index..].partition_point(|inner| inner.range.start < hidden).max(1);
        let worst = worst[index..index + inside].iter().flatten().min().copied();
        let end = section.range.end.min(closing).max(section.range.start);
        rows.push(OutlineRow {
            mark: worst.and_then(Mark::of),
            depth: section.depth + 1,
            section: Some(index),
            characters: before[outline.paragraphs.partition_point(|paragraph| paragraph.range.start < end)]
                .saturating_sub(before[section.paragraph]),
            folded: is_folded,
            end,
            ..row(
                format!("{}{}", section.marker.level.marker(section.marker.ordinal), &body[section.heading.clone()]),
                Target::Body(section.range.start),
            )
        });
    }
    rows
}

/// The heaviest finding of each section, those of the sections inside it not counted.
fn worst_of_each(outline: &Outline, findings: &[Finding]) -> Vec<Option<Severity>> {
    let mut worst: Vec<Option<Severity>> = vec![None; outline.sections.len()];
    for finding in findings.iter().filter(|finding| finding.field == Field::Body) {
        if let Some(section) = outline.section_at(finding.range.start) {
            let heaviest = worst[section].map_or(finding.severity, |before| before.min(finding.severity));
            worst[section] = Some(heaviest);
        }
    }
    worst
}

fn row(text: impl Into<String>, target: Target) -> OutlineRow {
    OutlineRow { mark: None, depth: 0, text: text.into(), target, section: None, characters: 0, folded: None, end: 0 }
}
