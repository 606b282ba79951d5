//! How much a day of what there was in a year or half of one: 2025年客运量2190万人次，日均6万人次.

use super::whole::{is_mean, lead};
use super::{Kind, Reading, Verdict, Working, in_form};
use std::ops::Range;

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for (at, word) in reading.matches("日均") {
        found.extend(daily(reading, at, at + word.len()));
    }
    for mark in ["，年", "、年"] {
        for (at, mark) in reading.matches(mark) {
            // Of the days worked on, or of all; with a stop for repairs.
            found.extend(of_a_day(reading, at + mark.len() - '年'.len_utf8(), "年", 240.0..370.0));
        }
    }
    for (at, _) in reading.matches("，月均") {
        found.extend(of_a_day(reading, at + '，'.len_utf8(), "月", 20.0..31.6));
    }
}

/// 日处理能力1200吨，年处理能力43.8万吨: a year's of a day's, a month's of a day's.
fn of_a_day(reading: &Reading<'_>, at: usize, long: &str, days: Range<f64>) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(at);
    let said = reading.within(&(at..segment.end)).next().filter(|said| !said.is_loose && !said.is_percentage())?;
    let before = text[..segment.start].strip_suffix(['，', '、'])?;
    let day = reading.within(&(reading.segment(before.len()).start..before.len())).next_back()?;
    let (one, other) = (lead(reading, day), lead(reading, said));
    // 日处理, 年处理; 日均客流, 月均客流: but for the time they bear one name.
    let name = other.strip_prefix(long).filter(|name| name.chars().count() >= 2)?;
    let is_pair = one.ends_with(&format!("日{name}")) && day.range.end == before.len() && day.unit == said.unit;
    let times = said.value / day.value.max(1e-9);
    let is_right = days.contains(&times);
    let verdict = if is_right { Verdict::Confirmed } else { Verdict::Doubtful };
    let whole = if long == "年" { 365.0 } else { 30.0 };
    let shown = format!("{} × {whole}", day.shown(text));
    (is_pair && !day.is_loose && at == segment.start)
        .then(|| Working::of(Kind::Average, verdict, said, shown, in_form(day.value * whole, said, text)))
}

/// The days of the time that a sentence speaks of: a year or half of it, where it speaks of one alone.
fn days(words: &str) -> Option<f64> {
    // 截至10月底, 1—9月, 暑期, 首日: of some other time.
    let is_other =
        ["月", "季", "截至", "暑", "寒", "节", "假", "以来", "学期", "每周", "一周", "期间", "累计", "工作日", "至今"]
            .iter()
            .any(|word| words.contains(word));
    if is_other {
        return None;
    }
    if words.contains("上半年") || words.contains("下半年") {
        return Some(182.0);
    }
    let years =
        words.match_indices('年').filter(|(at, _)| words[..*at].ends_with(|it: char| it.is_ascii_digit())).count();
    (years == 1 || years == 0 && ["全年", "去年", "上年"].iter().any(|word| words.contains(word))).then_some(365.0)
}

fn daily(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(at);
    let sentence = reading.sentence(at);
    let said = reading.within(&(end..segment.end)).next().filter(|said| !said.is_percentage())?;
    let gap = text[end..said.range.start].trim_matches(['约', '达', '为', '到', ' ']);
    let total = reading.within(&(sentence.start..at)).next_back().filter(|it| it.unit == said.unit && !it.is_loose)?;
    let is_next = text[total.range.end..at].trim() == "，" && segment.start == at && gap.is_empty();
    if !is_next || is_mean(reading, total) || said.value == 0.0 {
        return None;
    }
    let days = days(&text[sentence.start..total.range.start])?;
    if ["增", "减", "比", "较", "目标", "能力", "最高"].iter().any(|word| lead(reading, total).contains(word))
    {
        return None;
    }
    let value = total.value / days;
    // Of all days, or of those worked on.
    let is_right = (0.9..1.1).contains(&(said.value / value)) || (1.4..1.52).contains(&(said.value / value));
    let is_far = !(0.87..1.13).contains(&(said.value / value)) && !(1.38..1.54).contains(&(said.value / value));
    if !is_right && !is_far {
        return None;
    }
    let shown = format!("{} ÷ {days}", total.shown(text));
    let verdict = if is_right { Verdict::Confirmed } else { Verdict::Doubtful };
    Some(Working::of(Kind::Average, verdict, said, shown, in_form(value, said, text)))
}
