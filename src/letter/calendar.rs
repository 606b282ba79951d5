//! Days and months that a text speaks of: 2026年6月12日, 6月12日, 2026年6月.

use jiff::civil::{Date, Weekday};
use std::ops::Range;

/// A day, month or year in a text, written in Arabic digits. It need not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// All of it, in bytes.
    pub range: Range<usize>,
    /// The year, where it is named with four digits.
    pub year: Option<i16>,
    /// The month.
    pub month: Option<u32>,
    /// The digits of the month.
    pub month_digits: Range<usize>,
    /// The day.
    pub day: Option<u32>,
    /// The digits of the day.
    pub day_digits: Range<usize>,
    /// The day of the week named right after it, with its place: （星期五）, 周五.
    pub weekday: Option<(Range<usize>, Weekday)>,
}

impl Mention {
    /// The day it names; a year that is left out is `year`. `None` where it names no whole day, or one that is none.
    pub fn date(&self, year: i16) -> Option<Date> {
        let (month, day) = (i8::try_from(self.month?).ok()?, i8::try_from(self.day?).ok()?);
        Date::new(self.year.unwrap_or(year), month, day).ok()
    }

    /// The first day that could be meant; a year that is left out is `year`.
    pub fn earliest(&self, year: i16) -> Option<Date> {
        let month = i8::try_from(self.month.unwrap_or(1)).ok()?;
        let day = i8::try_from(self.day.unwrap_or(1)).ok()?;
        Date::new(self.year.unwrap_or(year), month, day).ok()
    }
}

const WEEKDAYS: [(char, Weekday); 8] = [
    ('一', Weekday::Monday),
    ('二', Weekday::Tuesday),
    ('三', Weekday::Wednesday),
    ('四', Weekday::Thursday),
    ('五', Weekday::Friday),
    ('六', Weekday::Saturday),
    ('日', Weekday::Sunday),
    ('天', Weekday::Sunday),
];

/// 星期五 for a day of the week.
pub fn weekday_word(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "星期一",
        Weekday::Tuesday => "星期二",
        Weekday::Wednesday => "星期三",
        Weekday::Thursday => "星期四",
        Weekday::Friday => "星期五",
        Weekday::Saturday => "星期六",
        Weekday::Sunday => "星期日",
    }
}

/// Every 年 and 月 of `text`, in order: found by their last bytes, which few other characters end with.
fn units(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let ends = memchr::memchr2_iter(b'\xB4', b'\x88', text.as_bytes());
    ends.filter_map(|end| {
        let start = end.checked_sub(2)?;
        match text.as_bytes().get(start..=end)? {
            b"\xE5\xB9\xB4" => Some((start, '年')),
            b"\xE6\x9C\x88" => Some((start, '月')),
            _ => None,
        }
    })
}

/// Whether the number before 号 counts a thing, as 1月3号机组: what begins `rest` has numbers of its own.
pub fn is_numbered_thing(rest: &str) -> bool {
    const THINGS: [&str; 22] = [
        "线", "机组", "地块", "泊位", "楼", "井", "闸", "桥", "码头", "门", "公告", "台风", "点位", "高炉", "隧道",
        "标段", "池", "站", "库", "令", "文", "院",
    ];
    THINGS.iter().any(|thing| rest.starts_with(thing))
}

/// Every day, month and year that `text` names, in order.
pub fn mentions(text: &str) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    for (at, unit) in units(text) {
        if found.last().is_some_and(|last| at < last.range.end) {
            continue;
        }
        let Some(digits) = digits_before(text, at) else { continue };
        let after = at + unit.len_utf8();
        let (year, month_digits, month_end) = if unit == '年' {
            // 42年 is a span of time, 2026年 a year.
            if digits.len() != 4 || !text[digits.clone()].starts_with(['1', '2']) {
                continue;
            }
            let month = digits_after(text, after)
                .and_then(|month| Some((month.clone(), unit_after(text, month.end, &['月'])?)));
            let end = month.as_ref().map_or(after, |(_, end)| *end);
            (text[digits.clone()].parse().ok(), month.map(|(month, _)| month), end)
        } else {
            (None, Some(digits.clone()), after)
        };
        let month = month_digits.as_ref().and_then(|range| text[range.clone()].parse().ok());
        let day_digits = month_digits
            .as_ref()
            .and_then(|_| digits_after(text, month_end))
            .filter(|day| day.len() <= 2)
            .and_then(|day| Some((day.clone(), unit_after(text, day.end, &['日', '号'])?)));
        let end = day_digits.as_ref().map_or(month_end, |(_, end)| *end);
        let day_digits = day_digits.map(|(day, _)| day);
        let day = day_digits.as_ref().and_then(|range| text[range.clone()].parse().ok());
        found.push(Mention {
            range: digits.start..end,
            year,
            month,
            month_digits: month_digits.unwrap_or(end..end),
            day,
            day_digits: day_digits.clone().unwrap_or(end..end),
            weekday: day_digits.and_then(|_| weekday_after(text, end)),
        });
    }
    found
}

/// The year of each of the `mentions` of `text`, a paragraph of a letter of the year `own`: the one it names, the one that
/// 今年, 去年 and their like tell, the one that was named last before it. `None` where nothing tells: then it is mostly `own`.
pub fn years(text: &str, mentions: &[Mention], own: i16) -> Vec<Option<i16>> {
    const RELATIVE: [(&str, i16); 9] = [
        ("今年", 0),
        ("本年", 0),
        ("去年", -1),
        ("上年", -1),
        ("上一年", -1),
        ("前年", -2),
        ("明年", 1),
        ("次年", 1),
        ("翌年", 1),
    ];
    let mut last: Option<i16> = None;
    mentions
        .iter()
        .map(|mention| {
            let before = text[..mention.range.start].trim_end();
            let relative = RELATIVE.iter().find(|(word, _)| before.ends_with(word));
            let told = relative.map(|(word, by)| match *word {
                "次年" | "翌年" => last.unwrap_or(own).saturating_add(*by),
                _ => own.saturating_add(*by),
            });
            last = mention.year.or(told).or(last);
            last
        })
        .collect()
}

fn weekday_after(text: &str, at: usize) -> Option<(Range<usize>, Weekday)> {
    let open = text[at..].strip_prefix(['（', '(']).map_or(at, |rest| text.len() - rest.len());
    let name = ["星期", "周"].into_iter().find(|name| text[open..].starts_with(name))?;
    let character = text[open + name.len()..].chars().next()?;
    let (_, weekday) = WEEKDAYS.into_iter().find(|(word, _)| *word == character)?;
    // 周日均 and 周五至周日 without brackets may mean something else.
    let end = open + name.len() + character.len_utf8();
    (open > at || !text[end..].starts_with(['至', '均', '常'])).then_some((open..end, weekday))
}

fn digits_before(text: &str, end: usize) -> Option<Range<usize>> {
    let end = text[..end].trim_end_matches(' ').len();
    let start = text[..end].trim_end_matches(|it: char| it.is_ascii_digit()).len();
    // 3.5月 is no month.
    (start < end && end - start <= 4 && !text[..start].ends_with('.')).then_some(start..end)
}

/// Where one of `units` ends that stands at byte `at`, spaces aside.
fn unit_after(text: &str, at: usize, units: &[char]) -> Option<usize> {
    let rest = text[at..].trim_start_matches(' ');
    let unit = rest.chars().next().filter(|unit| units.contains(unit))?;
    Some(text.len() - rest.len() + unit.len_utf8())
}

fn digits_after(text: &str, start: usize) -> Option<Range<usize>> {
    let start = start + (text[start..].len() - text[start..].trim_start_matches(' ').len());
    let end = start + text[start..].bytes().take_while(u8::is_ascii_digit).count();
    (start < end).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn years_that_are_left_out() {
        let told = |text: &str| years(text, &mentions(text), 2026);
        assert_eq!(told("6月9日已办，今年7月开工"), [None, Some(2026)]);
        assert_eq!(told("2025年6月9日召开，7月15日完成，今年3月1日验收"), [Some(2025), Some(2025), Some(2026)]);
        assert_eq!(told("去年12月15日动工，次年3月完工"), [Some(2025), Some(2026)]);
    }

    #[test]
    fn days_months_and_years() {
        assert_eq!(
            mentions("2023 年 2 月，2023 年 12 月 1 日").iter().map(|it| (it.month, it.day)).collect::<Vec<_>>(),
            [(Some(2), None), (Some(12), Some(1))]
        );
        let text = "2026年6月12日（星期五）召开，6月18日复查，2025年完成，历时3年，3个月后的8月。";
        let found = mentions(text);
        let texts: Vec<&str> = found.iter().map(|mention| &text[mention.range.clone()]).collect();
        assert_eq!(texts, ["2026年6月12日", "6月18日", "2025年", "8月"]);
        assert_eq!(found[0].weekday.as_ref().map(|(range, _)| &text[range.clone()]), Some("星期五"));
        assert_eq!(found[1].date(2026), Some(date(2026, 6, 18)));
        assert_eq!(found[2].date(2026), None);
        assert_eq!(found[3].earliest(2026), Some(date(2026, 8, 1)));
    }
}
