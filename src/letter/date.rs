//! Dates of a letter.

use crate::text::numeral;
use jiff::civil::Date;
use std::ops::Range;

/// A date as the file holds it: a real one, or what was written where it is none in the right form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LetterDate {
    /// A day of the calendar.
    Day(Date),
    /// What was written instead: 2026年06月12日, 二〇二六年六月十二日, 2026年2月30日. Empty when there is no date.
    Written(String),
}

impl Default for LetterDate {
    fn default() -> Self {
        Self::Written(String::new())
    }
}

impl LetterDate {
    /// The day, where there is one.
    pub fn day(&self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(*day),
            Self::Written(_) => None,
        }
    }

    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Written(text) if text.is_empty())
    }

    /// As it stands in the issued letter (GB/T 9704—2012, 7.3.5.4: Arabic, full year, no leading zeros).
    pub fn issued(&self) -> String {
        match self {
            Self::Day(day) => format(*day),
            Self::Written(text) => text.clone(),
        }
    }

    /// Reads what a person typed. The issued form and 2026-06-12 become a day; anything else is kept as written.
    pub fn typed(text: &str) -> Self {
        let text = text.trim();
        if let Ok(day) = text.parse::<Date>()
            && text.len() == 10
        {
            return Self::Day(day);
        }
        match read(text) {
            Some(day) if format(day) == text => Self::Day(day),
            _ => Self::Written(text.to_owned()),
        }
    }
}

/// As the file writes it: 2026-06-12, or the words that stand in its place.
impl std::fmt::Display for LetterDate {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Day(day) => day.fmt(formatter),
            Self::Written(text) => formatter.write_str(text),
        }
    }
}

/// 2026年6月12日.
pub fn format(day: Date) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// The day that `text` as a whole names, in any of the forms letters use: 2026年6月12日, 2026年06月12日,
/// 二〇二六年六月十二日, 2026.6.12, 2026-6-12, 2026/6/12, full-width digits, 号 for 日, spaces inside.
/// `None` where it names no day of the calendar.
pub fn read(text: &str) -> Option<Date> {
    let text: String = text
        .chars()
        .map(|character| crate::text::characters::half_width(character).unwrap_or(character))
        .filter(|character| !character.is_whitespace())
        .collect();
    let text = text.strip_suffix(['日', '号']).unwrap_or(&text);
    let mut parts = text.split(['年', '月', '.', '-', '/']);
    let year = part(parts.next()?)?;
    let month = part(parts.next()?)?;
    let day = part(parts.next()?)?;
    if parts.next().is_some() || !(1000..10_000).contains(&year) {
        return None;
    }
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn part(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 12 {
        return None;
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { numeral::parse(text) }
}

/// Where `text` holds something of the shape …年…月…日, in bytes; the day it names may not exist.
pub fn find(text: &str) -> Option<Range<usize>> {
    let mut from = 0;
    while let Some(at) = text[from..].find('年').map(|at| at + from) {
        let start = run_before(text, at);
        let month = run_after(text, at + '年'.len_utf8());
        if start < at && text[month..].starts_with('月') {
            let day = run_after(text, month + '月'.len_utf8());
            if let Some(last @ ('日' | '号')) = text[day..].chars().next() {
                return Some(start..day + last.len_utf8());
            }
        }
        from = at + '年'.len_utf8();
    }
    None
}

fn is_date_character(character: char) -> bool {
    character.is_ascii_digit()
        || numeral::is_numeral(character)
        || matches!(character, '０'..='９' | ' ' | '\u{3000}' | '\u{A0}')
}

fn run_before(text: &str, end: usize) -> usize {
    let start = text[..end].trim_end_matches(is_date_character).len();
    start + (text[start..end].len() - text[start..end].trim_start().len())
}

fn run_after(text: &str, start: usize) -> usize {
    start + (text[start..].len() - text[start..].trim_start_matches(is_date_character).len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_form_of_one_day() {
        for text in [
            "2026年6月12日",
            "2026年06月12日",
            "二〇二六年六月十二日",
            "2026 年 6 月 12 日",
            "2026.6.12",
            "2026-06-12",
            "２０２６年６月１２日",
            "2026年6月12号",
        ] {
            assert_eq!(read(text), Some(date(2026, 6, 12)), "{text}");
        }
    }

    #[test]
    fn no_day_of_the_calendar() {
        for text in ["2026年2月30日", "26年6月12日", "6月12日", "2026年6月", "", "2026年6月12日3时", "今年六月"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn only_the_right_form_becomes_a_day_when_typed() {
        assert_eq!(LetterDate::typed("2026年6月12日"), LetterDate::Day(date(2026, 6, 12)));
        assert_eq!(LetterDate::typed("2026-06-12"), LetterDate::Day(date(2026, 6, 12)));
        assert_eq!(LetterDate::typed("2026年06月12日"), LetterDate::Written("2026年06月12日".to_owned()));
        assert_eq!(LetterDate::typed(" "), LetterDate::default());
    }

    #[test]
    fn found_in_a_line() {
        let line = "临江市水务局　2026 年 6 月 12 日印发";
        assert_eq!(find(line).map(|range| &line[range]), Some("2026 年 6 月 12 日"));
        assert_eq!(find("“十四五”年度3月"), None);
    }
}
