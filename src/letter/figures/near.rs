//! What stands near a figure and may give it: the paragraph before it, its clause, the words it bears.

use super::Reading;
use super::quantity::Quantity;
use super::whole::is_slip;
use std::ops::Range;

/// What stands between the last semicolon or full stop and byte `at`: the clauses that are told together.
pub(super) fn told_together(reading: &Reading<'_>, at: usize) -> Range<usize> {
    let start = reading.sentence(at).start;
    reading.text[start..at].rfind('；').map_or(start, |mark| start + mark + '；'.len_utf8())..at
}

/// Whether a figure stands behind 其中 in its clauses, as one of the parts of another.
pub(super) fn is_among(reading: &Reading<'_>, quantity: &Quantity) -> bool {
    reading.text[told_together(reading, quantity.range.start)].contains("其中")
}

/// Whether what was worked out is so near the figure told, or so like it, that the same things are meant: three times as much at
/// most, the point moved, two digits exchanged.
pub(super) fn is_akin(reading: &Reading<'_>, value: f64, said: &Quantity) -> bool {
    value > 0.0 && (value / said.value < 3.0 && said.value / value < 3.0 || is_slip(reading.text, value, 0.0, said))
}

/// The last `count` characters of a text, or all of it.
pub(super) fn tail(text: &str, count: usize) -> &str {
    let start = text.char_indices().rev().nth(count.saturating_sub(1)).map_or(0, |(at, _)| at);
    &text[start..]
}

/// The paragraph before byte `at`.
pub(super) fn paragraph_before(reading: &Reading<'_>, at: usize) -> Range<usize> {
    reading.paragraph(at).start..at
}

/// The exact figures of `unit` in `range`, those that a share is of or that are planned left out.
pub(super) fn exact<'a>(reading: &Reading<'a>, range: &Range<usize>, unit: &str) -> Vec<&'a Quantity> {
    reading.within(range).filter(|it| it.unit == unit && !it.is_loose).collect()
}

/// Whether all of `quantities` are worth the same, and there is one at least.
pub(super) fn is_one(quantities: &[&Quantity]) -> bool {
    quantities.first().is_some_and(|first| quantities.iter().all(|it| it.value == first.value))
}

/// How many digits a figure shows.
pub(super) fn digits(reading: &Reading<'_>, quantity: &Quantity) -> usize {
    reading.text[quantity.number.clone()].bytes().filter(u8::is_ascii_digit).count()
}
