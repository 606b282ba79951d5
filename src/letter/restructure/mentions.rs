//! Where the text speaks of its parts by number, and whether a rearrangement made that wrong.

use std::ops::Range;

use crate::letter::outline::{Level, Outline};
use crate::text::numeral;

/// The numbers that sections had before and do not have any more, be it that they are gone. `order` tells, for each section
/// of `after`, which one of `before` it was.
pub(super) fn moved(before: &Outline, after: &Outline, order: &[usize]) -> Vec<(Level, u32)> {
    let number = |outline: &Outline, section: usize| {
        outline.sections.get(section).map(|section| (section.marker.level, section.marker.ordinal))
    };
    let now = |was: usize| order.iter().position(|&it| it == was).and_then(|now| number(after, now));
    let all = (0..before.sections.len()).filter(|&was| now(was) != number(before, was));
    all.filter_map(|was| number(before, was)).collect()
}

/// Whether a mention may speak of one of these numbers. One in brackets is of a level with brackets; a bare one, as in
/// 第二点, may be of any.
pub(super) fn speaks_of(mention: &str, numbers: &[(Level, u32)]) -> bool {
    let is_bracket = |it: char| matches!(it, '（' | '）' | '(' | ')');
    let bracketed = mention.contains(is_bracket);
    let digits: String = mention.chars().filter(|&it| numeral::is_numeral(it) || it.is_ascii_digit()).collect();
    let Some(number) = digits.parse().ok().or_else(|| numeral::parse(&digits)) else {
        return true;
    };
    numbers
        .iter()
        .any(|&(level, ordinal)| ordinal == number && (!bracketed || matches!(level, Level::Second | Level::Fourth)))
}

/// Where the text speaks of its parts by number: 第二点, 前述第（一）条.
pub(super) fn mentions(body: &str) -> Vec<Range<usize>> {
    let is_number = |it: char| numeral::is_numeral(it) || it.is_ascii_digit() || matches!(it, '（' | '）' | '(' | ')');
    let mention = |(at, sign): (usize, &str)| {
        let rest = &body[at + sign.len()..];
        let after = rest.trim_start_matches(is_number);
        let unit = ["点", "部分", "项", "条"].into_iter().find(|unit| after.starts_with(unit))?;
        // 第八条 of a regulation stands behind its title, 第十四条（三）项 inside one.
        let of_a_law = body[..at].ends_with(['》', '条', '例', '法', '定']);
        let end = body.len() - after.len() + unit.len();
        (rest.len() > after.len() && !of_a_law).then_some(at..end)
    };
    body.match_indices('第').filter_map(mention).collect()
}
