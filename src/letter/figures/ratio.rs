//! Ratios: 在校学生1.26万人，专任教师840人，生师比为15∶1.

use super::quantity::Quantity;
use super::{Kind, Reading, Verdict, Working};
use std::ops::Range;

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for (at, word) in reading.matches("比") {
        for mark in ["∶", "：", ":"] {
            found.extend(to_one(reading, at, at + word.len(), mark));
        }
    }
    for (at, word) in reading.matches("率") {
        found.extend(days(reading, at, at + word.len()));
    }
}

/// A figure to one: the two figures right before it give it.
fn to_one(reading: &Reading<'_>, at: usize, end: usize, mark: &str) -> Option<Working> {
    let text = reading.text;
    let name = text[..at].chars().next_back()?;
    if !['生', '师', '车', '医', '床', '桩', '人'].contains(&name) {
        return None;
    }
    let number = text[end..].trim_start_matches(['为', '达', '到', '约', '是']);
    let start = text.len() - number.len();
    let rest = number.trim_start_matches(|it: char| it.is_ascii_digit() || it == '.');
    let digits = &number[..number.len() - rest.len()];
    let said: f64 = digits.parse().ok()?;
    let after = rest.strip_prefix(mark)?.strip_prefix('1')?;
    if text[end..start].contains('约') || after.starts_with(|it: char| it.is_ascii_digit() || it == '.') {
        return None;
    }
    let sentence = reading.sentence(at);
    let clause = text[sentence.start..at].rfind('；').map_or(sentence.start, |mark| sentence.start + mark);
    let figures: Vec<&Quantity> = reading.within(&(clause..at)).filter(|it| !it.is_percentage()).collect();
    let [.., first, second] = figures[..] else { return None };
    if first.is_loose || second.is_loose || first.unit != second.unit || second.value == 0.0 {
        return None;
    }
    let value = (first.value / second.value).max(second.value / first.value);
    let decimals = digits.find('.').map_or(0, |point| digits.len() - point - 1);
    let slack = 0.5 * 10f64.powi(-i32::try_from(decimals).ok()?) * 2.0;
    let pair = if first.value > second.value { [first, second] } else { [second, first] };
    // What is far off is a ratio of something else.
    if value > 12.0 * said || said > 12.0 * value {
        return None;
    }
    let place: Range<usize> = start..text.len() - after.len();
    Some(Working {
        kind: Kind::Average,
        verdict: if (value - said).abs() <= slack { Verdict::Confirmed } else { Verdict::Doubtful },
        range: place.clone(),
        place,
        working: reading.shown(&pair).join(" ÷ "),
        result: format!("{value:.decimals$}"),
    })
}

/// 空气质量优良天数292天，优良率80%: of the days of a year.
fn days(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    if !text[..at].ends_with("优良") {
        return None;
    }
    let sentence = reading.sentence(at);
    let said = reading.within(&(end..sentence.end)).next().filter(|it| it.is_percentage() && !it.is_loose)?;
    let part = reading.within(&(sentence.start..at)).next_back().filter(|it| it.unit == "天" && !it.is_loose)?;
    let is_near = text[end..said.range.start].chars().count() <= 2 && text[part.range.end..at].chars().count() <= 6;
    // Of a year, not of a month or of half a year.
    let before = &text[sentence.start..part.range.start];
    let is_year = (230.0..=366.0).contains(&part.value)
        && !["月", "季", "半年", "截至", "今年", "以来"].iter().any(|word| before.contains(word));
    if !is_near || !is_year {
        return None;
    }
    let is_right = [365.0, 366.0].iter().any(|year| (part.value / year * 100.0 - said.value).abs() <= 2.0 * said.error);
    let value = part.value / 365.0 * 100.0;
    Some(Working::of(
        Kind::Share,
        if is_right { Verdict::Confirmed } else { Verdict::Doubtful },
        said,
        format!("{} ÷ 365", part.shown(text)),
        super::in_form(value, said, text),
    ))
}
