//! Times that have a name: “十四五”时期（2021—2025年）, 上半年（1—6月）.

use super::{Kind, Reading, Verdict, Working};

/// The plans by their names, with their first and last years.
const PLANS: [(&str, u32, u32); 6] = [
    ("“十一五”", 2006, 2010),
    ("“十二五”", 2011, 2015),
    ("“十三五”", 2016, 2020),
    ("“十四五”", 2021, 2025),
    ("“十五五”", 2026, 2030),
    ("“十六五”", 2031, 2035),
];
/// Halves and quarters of a year, with their first and last months.
const MONTHS: [(&str, u32, u32); 6] = [
    ("上半年（", 1, 6),
    ("下半年（", 7, 12),
    ("一季度（", 1, 3),
    ("二季度（", 4, 6),
    ("三季度（", 7, 9),
    ("四季度（", 10, 12),
];

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for (name, first, last) in PLANS {
        for (at, name) in reading.matches(name) {
            found.extend(plan(reading, at, name, first, last));
        }
    }
    for (name, first, last) in MONTHS {
        for (at, name) in reading.matches(name) {
            found.extend(months(reading, at, name, first, last));
        }
    }
}

/// “十四五”期间（2021—2026年）: a part of it may stand there, no year outside.
fn plan(reading: &Reading<'_>, at: usize, name: &str, first: u32, last: u32) -> Option<Working> {
    let text = reading.text;
    let after = &text[at + name.len()..];
    let bracket = ["期间（", "时期（", "（"].iter().find(|words| after.starts_with(**words))?;
    let start = at + name.len() + bracket.len();
    let (from, to, length) = span(&text[start..])?;
    let is_whole = text[start + length..].starts_with("年）");
    let is_outside = from < first || to > last;
    (is_whole && from < to && (1900..2100).contains(&from) && is_outside)
        .then(|| told(start..start + length + '年'.len_utf8(), format!("{name}为{first}—{last}年")))
}

/// 上半年（1—5月）.
fn months(reading: &Reading<'_>, at: usize, name: &str, first: u32, last: u32) -> Option<Working> {
    let text = reading.text;
    let start = at + name.len();
    let (from, to, length) = span(&text[start..])?;
    let is_whole = text[start + length..].starts_with("月）");
    (is_whole && (from, to) != (first, last)).then(|| {
        let name = name.trim_end_matches('（');
        told(start..start + length + '月'.len_utf8(), format!("{name}为{first}—{last}月"))
    })
}

/// 2021—2025: both ends, and the length in bytes.
fn span(text: &str) -> Option<(u32, u32, usize)> {
    let digits = |text: &str| text.len() - text.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    let one = digits(text);
    let rest = &text[one..];
    let mark =
        ["—", "至", "～", "－", "-", "年至", "月至", "年—", "月—"].iter().find(|mark| rest.starts_with(**mark))?;
    let other = digits(&rest[mark.len()..]);
    let from = text[..one].parse().ok()?;
    let to = rest[mark.len()..mark.len() + other].parse().ok()?;
    Some((from, to, one + mark.len() + other))
}

fn told(place: std::ops::Range<usize>, words: String) -> Working {
    Working::in_words(Kind::Period, Verdict::Doubtful, place, words)
}

#[cfg(test)]
mod tests {
    use crate::letter::figures::faults;

    #[test]
    fn named_times_are_what_they_are() {
        for text in [
            "“十四五”期间（2021—2026年）投入2亿元。",
            "“十五五”时期（2025—2030年）。",
            "上半年（1—5月）完成3亿元。",
            "三季度（6—9月）开工。",
        ] {
            assert_eq!(faults(text).len(), 1, "{text}");
        }
        for text in [
            "“十四五”期间（2021—2024年）投入2亿元，“十四五”期间（2021—2025年）。",
            "上半年（1—6月）完成3亿元，三季度（7月至9月）开工，第四季度（10—12月）收尾。",
            "“十四五”以来（2021年）投入2亿元，上半年（截至5月底）完成3亿元。",
        ] {
            assert!(faults(text).is_empty(), "{text}: {:?}", faults(text));
        }
    }
}
