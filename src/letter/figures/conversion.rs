//! One figure in two units: 3000亩（200公顷）, 186吨，折合18.6万公斤.

use super::quantity::Quantity;
use super::unit::worth;
use super::{Kind, Reading, Verdict, Working, in_form};

/// What stands between a figure and the same in another unit.
const SAME: [&str; 12] =
    ["（", "，折合", "，约合", "，合", "，合计约合", "（折合", "（约合", "（合", "，相当于", "，即", "折合", "（约"];

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for pair in reading.own().windows(2) {
        if pair[0].unit != pair[1].unit || pair[0].scale != pair[1].scale {
            found.extend(same(reading, &pair[0], &pair[1]));
        }
    }
}

fn same(reading: &Reading<'_>, one: &Quantity, other: &Quantity) -> Option<Working> {
    let factor = worth(one.unit, other.unit)?;
    let between = reading.text[one.range.end..other.range.start].trim();
    let is_same = SAME.contains(&between) || between.starts_with("（折合") && between.chars().count() <= 5;
    // 300万元（50亿元）: of one unit only where it is said to be the same.
    let is_said = one.unit != other.unit || between != "（" && between != "（约" && between != "，合";
    let is_rate = reading.text[other.range.end..].starts_with('/') || one.is_percentage();
    if !is_same || !is_said || is_rate || one.value == 0.0 || other.value == 0.0 {
        return None;
    }
    let value = one.value * factor;
    let share = one.error / one.value + other.error / other.value;
    let slack = if one.is_loose || other.is_loose || between.contains('约') { 0.06 } else { 0.012 } + share;
    let verdict = if (value / other.value - 1.0).abs() <= slack { Verdict::Confirmed } else { Verdict::Doubtful };
    let shown = reading.text[one.range.clone()].to_owned();
    Some(Working::of(Kind::Conversion, verdict, other, shown, in_form(value, other, reading.text)))
}
