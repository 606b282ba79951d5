//! Figures that belong together as the parts of a list, and how exact they are.

use super::Reading;
use super::quantity::Quantity;

/// By how much the sum of `parts` may differ from `whole` for rounding alone.
///
/// A list is written to one precision, with the zeros at its ends left out: 1亿元、1.6亿元 are both to a tenth. Three
/// rounded figures are off by one in the last digit at most, longer lists by two.
pub(super) fn slack(parts: &[&Quantity], whole: &Quantity) -> f64 {
    let all = || parts.iter().copied().chain([whole]);
    let finest = all().map(|it| it.error).fold(f64::INFINITY, f64::min);
    let coarsest_part = parts.iter().map(|it| it.error).fold(f64::INFINITY, f64::min);
    // Whole numbers of 万 and 亿 that are all alike are given exactly, as budgets are.
    let unit = 2.0 * finest.max(if whole.error < coarsest_part { coarsest_part } else { 0.0 });
    let count = if parts.len() <= 3 { 1.0 } else { 2.0 };
    unit * count * 1.05
}

/// The parts that follow 其中： one a line or one a clause with semicolons: the first figure of `unit` in each.
pub(super) fn items<'a>(reading: &'a Reading<'_>, colon: usize, unit: &str) -> Vec<&'a Quantity> {
    let text = reading.text;
    let start = colon + '：'.len_utf8();
    let mut parts = Vec::new();
    let mut take = |range: std::ops::Range<usize>| {
        let first = reading.within(&range).find(|it| it.unit == unit && !it.is_percentage());
        let is_own = first.is_some_and(|it| !it.is_loose);
        parts.extend(first.filter(|_| is_own));
        is_own
    };
    if text[start..].starts_with('\n') {
        reading.reads_on();
        let mut at = start + 1;
        let Some(style) = text[at..].chars().next() else { return parts };
        // The lines that begin as the first one does: （1）, 1., 一是.
        while let Some(line) = text[at..].split('\n').next().filter(|line| !line.is_empty()) {
            let is_item =
                line.starts_with(style) || style.is_ascii_digit() && line.starts_with(|it: char| it.is_ascii_digit());
            if !is_item || !take(at..at + line.len()) {
                break;
            }
            at += line.len() + 1;
            if at > text.len() {
                break;
            }
        }
        return parts;
    }
    let end = text[start..].find(['。', '\n']).map_or(text.len(), |end| start + end);
    let mut at = start;
    for clause in text[start..end].split('；') {
        if !take(at..at + clause.len()) {
            break;
        }
        at += clause.len() + '；'.len_utf8();
    }
    parts
}
