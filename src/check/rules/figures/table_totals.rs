//! The last row of a table that says 合计, against the rows above it.

use crate::check::{Context, Passage};
use std::ops::Range;

/// A total of a table that its rows do not make.
pub(super) struct Off {
    /// The total, in bytes of the body.
    pub range: Range<usize>,
    /// What the rows make.
    pub sum: String,
}

/// The totals of the letter's tables that are off.
pub(super) fn find(context: &Context<'_>) -> Vec<Off> {
    let rows = context.paragraphs();
    let mut found = Vec::new();
    for (index, last) in rows.iter().enumerate() {
        let is_total =
            ["合计", "总计", "小计", "合　计", "总　计"].iter().any(|word| last.text.trim_start().starts_with(word));
        if is_total {
            found.extend(totals(&rows[..index], last));
        }
    }
    found
}

/// The cells of a row, divided by tabs, bars or two blanks at least; none where it is no row.
fn cells(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut start = None;
    let mut blanks = 0;
    for (at, character) in text.char_indices() {
        if matches!(character, ' ' | '　' | '\t' | '|' | '｜') {
            blanks += if matches!(character, ' ') { 1 } else { 2 };
            continue;
        }
        match start {
            Some(_) if blanks < 2 => {}
            Some(from) => {
                found.push(from..text[..at].trim_end_matches([' ', '　', '\t', '|', '｜']).len());
                start = Some(at);
            }
            None => start = Some(at),
        }
        blanks = 0;
    }
    if let Some(from) = start {
        found.push(from..text.trim_end_matches([' ', '　', '\t', '|', '｜']).len());
    }
    found
}

/// The totals of one row that the rows right above it, of as many cells, do not make.
fn totals(above: &[Passage<'_>], last: &Passage<'_>) -> Vec<Off> {
    let total = cells(last.text);
    let number = |passage: &Passage<'_>, cell: &Range<usize>| passage.text[cell.clone()].parse::<f64>().ok();
    if total.len() < 2 || !total[1..].iter().all(|cell| number(last, cell).is_some()) {
        return Vec::new();
    }
    let rows: Vec<(&Passage<'_>, Vec<Range<usize>>)> = above
        .iter()
        .rev()
        .map(|row| (row, cells(row.text)))
        .take_while(|(row, cells)| {
            let is_sum = ["合计", "总计", "小计"].iter().any(|word| row.text.contains(word));
            cells.len() == total.len() && !is_sum && cells[1..].iter().all(|cell| number(row, cell).is_some())
        })
        .collect();
    if rows.len() < 2 {
        return Vec::new();
    }
    let mut right = 0;
    let mut off = Vec::new();
    for (column, cell) in total.iter().enumerate().skip(1) {
        let Some(said) = number(last, cell) else { continue };
        let sum: f64 = rows.iter().filter_map(|(row, cells)| number(row, &cells[column])).sum();
        let text = &last.text[cell.clone()];
        let decimals = text.find('.').map_or(0, |point| text.len() - point - 1);
        if (sum - said).abs() <= 1e-6 * sum.abs().max(1.0) {
            right += 1;
        } else {
            // Rounding moves the last digit; a column of rates has no sum.
            let is_far = (sum - said).abs() > 1.05 * 10f64.powi(-i32::try_from(decimals).unwrap_or(0)) || decimals == 0;
            let is_near = (0.5..2.0).contains(&(sum / said));
            let range = cell.start + last.offset..cell.end + last.offset;
            off.push((is_far && is_near, Off { range, sum: format!("{sum:.decimals$}") }));
        }
    }
    // Where no column comes out, the row is of something else.
    let is_plain = right > 0 || total.len() == 2;
    off.into_iter().filter(|(is_off, _)| *is_off && is_plain).map(|(_, off)| off).collect()
}
