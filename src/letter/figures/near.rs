//! What stands near a figure and may give it: the paragraph before it, its clause, the words it bears.

use super::Reading;
use super::quantity::Quantity;
use std::ops::Range;

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
