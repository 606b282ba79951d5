//! A count right behind its list of figures or quoted names: 300元、500元两档, “甲、乙、丙”三种方式.

use crate::letter::figures::quantity::Quantity;
use crate::text::{characters, numeral};
use std::ops::Range;

/// What figures are counted in.
const STEPS: [&str; 5] = ["档", "级", "种标准", "个档次", "类标准"];
/// What quoted names are counted in.
const KINDS: [&str; 8] = ["种", "类", "项", "个方面", "大", "个环节", "条", "个"];

/// Every count of `text` that its own list contradicts: the count, its place in bytes, how many are listed.
pub(super) fn find(text: &str, quantities: &[Quantity]) -> Vec<(usize, Range<usize>, usize)> {
    let mut found = Vec::new();
    for last in quantities {
        // 300元、500元、800元三档: the figures right before, one unit all of them.
        let Some((count, place)) = count_at(text, last.range.end, &STEPS) else { continue };
        let mut listed = 1;
        let mut next = last;
        for earlier in quantities.iter().rev().skip_while(|it| it.range.end > last.range.start) {
            if earlier.unit != last.unit || !matches!(&text[earlier.range.end..next.range.start], "、" | "和" | "及")
            {
                break;
            }
            (listed, next) = (listed + 1, earlier);
        }
        if listed >= 2 && listed != count {
            found.push((count, place, listed));
        }
    }
    for (at, mark) in text.match_indices('”') {
        let Some(open) = text[..at].rfind('“') else { continue };
        let inner = &text[open + '“'.len_utf8()..at];
        if let Some((count, place)) = count_at(text, at + mark.len(), &KINDS) {
            let items: Vec<&str> = inner.split('、').collect();
            let is_list = items.len() >= 2
                && items.iter().all(|item| item.chars().count() >= 2 && item.chars().all(characters::is_han))
                && !text[..open].ends_with(['、', '”', '和', '及', '与']);
            if is_list && items.len() != count {
                found.push((count, place, items.len()));
            }
        }
        // 所有权、使用权、审批权、收益权“四权”: each item ends with what is counted.
        let mut characters = inner.chars();
        if let (Some(first), Some(what)) = (characters.next(), characters.next())
            && let Some(count) = numeral::parse(first.encode_utf8(&mut [0; 4])).filter(|it| (2..=9).contains(it))
            && let Some(listed) = items_that_end(&text[..open], what)
            && let Ok(count) = usize::try_from(count)
            && listed != count
        {
            let start = open + '“'.len_utf8();
            found.push((count, start..start + first.len_utf8(), listed));
        }
    }
    found
}

/// The count that `text` has at byte `at`, before one of `units`.
fn count_at(text: &str, at: usize, units: &[&str]) -> Option<(usize, Range<usize>)> {
    let rest = &text[at..];
    let length = rest.len() - rest.trim_start_matches(|it: char| numeral::is_numeral(it) || it == '两').len();
    let value = numeral::parse(&rest[..length]).filter(|value| (2..=10).contains(value))?;
    let is_counted = units.iter().any(|unit| rest[length..].starts_with(unit));
    is_counted.then_some((usize::try_from(value).ok()?, at..at + length))
}

/// How many items the list at the end of `before` has that all end with `what`.
fn items_that_end(before: &str, what: char) -> Option<usize> {
    let clause = &before[before.rfind(['，', '。', '；', '：', '（']).map_or(0, |end| end + '，'.len_utf8())..];
    let items: Vec<&str> = clause.split(['、', '和']).collect();
    (items.len() >= 3 && items.iter().all(|item| item.ends_with(what) && item.chars().count() >= 2))
        .then_some(items.len())
}
