//! A count right before its list: 3个乡镇（大垅镇、青塘镇、石梁乡）.

use crate::text::{characters, numeral};
use std::ops::{Range, RangeInclusive};

/// What may be counted so.
const UNITS: [&str; 9] = ["个", "家", "所", "条", "项", "名", "位", "座", "处"];

/// Every count of `text` that the list in brackets behind it contradicts: the count, its place in bytes, how many are listed.
pub(super) fn find(text: &str) -> Vec<(usize, Range<usize>, usize)> {
    let mut found = Vec::new();
    for (open, mark) in text.match_indices('（') {
        let inner = open + mark.len();
        let Some(close) = text[inner..].find('）').map(|close| inner + close) else { break };
        let items: Vec<&str> = text[inner..close].split('、').collect();
        // Names alone, of one length nearly: neither 含, nor figures, nor an open list.
        let is_name = |item: &&str| (2..=8).contains(&item.chars().count()) && item.chars().all(characters::is_han);
        let is_open = text[inner..close].ends_with('等') || text[inner..close].starts_with(['含', '其', '不', '包']);
        let last = |item: &str| item.chars().next_back();
        let are_alike = items.windows(2).all(|pair| last(pair[0]) == last(pair[1]))
            || items.iter().all(|item| {
                item.ends_with(['镇', '乡', '县', '市', '区', '村', '局', '委', '街', '道', '路', '园', '校', '院'])
            });
        if items.len() < 2 || is_open || !are_alike || !items.iter().all(is_name) {
            continue;
        }
        let start =
            text[..open].rfind(['，', '。', '；', '：', '、', '\n', '（', '）']).map_or(0, |at| at + '，'.len_utf8());
        let clause = &text[start..open];
        let counts = counts(clause, start, 1..=8);
        if let [(count, place)] = &counts[..]
            && *count != items.len()
        {
            found.push((*count, place.clone(), items.len()));
        }
    }
    // 打造示范点6个，分别是东山村、西河村和南岭村。
    for mark in ["，分别是", "，分别为"] {
        for (at, mark) in text.match_indices(mark) {
            let start = text[..at].rfind(['，', '。', '；', '：', '、', '\n']).map_or(0, |at| at + '，'.len_utf8());
            let rest = &text[at + mark.len()..];
            let listed = names(&rest[..rest.find(['。', '；', '\n']).unwrap_or(rest.len())]);
            if let ([(count, place)], Some(listed)) = (&counts(&text[start..at], start, 0..=6)[..], listed)
                && *count != listed
            {
                found.push((*count, place.clone(), listed));
            }
        }
    }
    found
}

/// The counts of a clause that begins at byte `start`, each with a noun of so many characters behind it up to the clause's end.
fn counts(clause: &str, start: usize, noun_length: RangeInclusive<usize>) -> Vec<(usize, Range<usize>)> {
    let is_number = |it: char| numeral::is_numeral(it) || it.is_ascii_digit();
    UNITS
        .iter()
        .flat_map(|unit| clause.match_indices(unit))
        .filter_map(|(at, unit)| {
            let written = &clause[clause[..at].trim_end_matches(is_number).len()..at];
            let value =
                written.parse().ok().or_else(|| numeral::parse(written)).filter(|it: &u32| (2..=20).contains(it))?;
            let noun = &clause[at + unit.len()..];
            let is_noun = noun_length.contains(&noun.chars().count()) && noun.chars().all(characters::is_han);
            let begins = start + at - written.len();
            is_noun.then_some((usize::try_from(value).ok()?, begins..start + at))
        })
        .collect()
}

/// How many names of one kind, as their last character shows, a sentence lists and nothing else.
fn names(list: &str) -> Option<usize> {
    let mut items: Vec<&str> = list.split('、').collect();
    let kind = items.first()?.chars().next_back()?;
    let last = items.pop()?;
    let joined =
        ["和", "与", "及"].iter().filter_map(|word| last.split_once(word)).find(|(one, _)| one.ends_with(kind));
    match joined {
        Some((one, other)) => items.extend([one, other]),
        None => items.push(last),
    }
    let is_name = |item: &&str| {
        (2..=12).contains(&item.chars().count()) && item.chars().all(characters::is_han) && item.ends_with(kind)
    };
    (items.len() >= 2 && items.iter().all(is_name)).then_some(items.len())
}
