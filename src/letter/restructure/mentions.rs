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
    // A 部分 is one of the parts that the letter as a whole has.
    let is_part = mention.ends_with("部分");
    let of_level = |level| match level {
        Level::Second | Level::Fourth => !is_part,
        Level::First => !bracketed,
        _ => !bracketed && !is_part,
    };
    numbers.iter().any(|&(level, ordinal)| ordinal == number && of_level(level))
}

/// Where the text names sections by what they were called in `before` and are called no more, since they have moved in `after`
/// or are gone: 一（二）, 一、（二）, “一、关于线路”. `order` is that of [`moved`].
pub(super) fn by_name(before: (&str, &Outline), after: (&str, &Outline), order: &[usize]) -> Vec<Range<usize>> {
    let ((old, outline), (body, last)) = (before, after);
    let mut found: Vec<Range<usize>> = Vec::new();
    for (was, section) in outline.sections.iter().enumerate() {
        let now = order.iter().position(|&it| it == was).map(|now| last.path(now));
        let path = outline.path(was);
        if now.as_ref() == Some(&path) {
            continue;
        }
        let heading =
            format!("{}{}", section.marker.level.marker(section.marker.ordinal), &old[section.heading.clone()]);
        let apart = path.replacen('（', "、（", 1);
        let names = [heading, path, apart].into_iter().enumerate();
        // A number alone names nothing, and neither does one with a word or two behind it.
        let telling = names.filter(|(at, name)| {
            if *at == 0 { section.heading.len() >= 9 } else { name.contains('（') && !name.starts_with('（') }
        });
        for (_, name) in telling {
            let ends_a_number =
                |at: usize| body[..at].chars().next_back().is_some_and(|it| numeral::is_numeral(it) || it == '第');
            let places = body.match_indices(name.as_str()).map(|(at, name)| at..at + name.len());
            found.extend(places.filter(|range| !ends_a_number(range.start)));
        }
    }
    // The number of a section is no mention of one.
    found.retain(|range| {
        last.sections.iter().all(|it| it.marker.range.end <= range.start || range.end <= it.marker.range.start)
    });
    found
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
