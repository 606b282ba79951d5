//! Means: 平均, 人均, 年均.

use super::near::is_akin;
use super::quantity::Quantity;
use super::unit;
use super::whole::{is_slip, lead};
use super::{Kind, Reading, Verdict, Working, each, fits, in_form};
use crate::text::numeral;
use std::ops::Range;

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for word in ["平均每", "人均", "年均", "户均", "案均", "村均", "校均", "次均", "平均"] {
        for (at, word) in reading.matches(word) {
            let end = at + word.len();
            if word == "平均" && reading.text[end..].starts_with('每') {
                continue;
            }
            found.extend(mean(reading, at, end, word).or_else(|| each::mean(reading, at, end, word)));
        }
    }
    for word in ["笔均", "件均", "亩均", "生均", "台均", "场均", "床均", "户次均"] {
        for (at, word) in reading.matches(word) {
            found.extend(each::mean(reading, at, at + word.len(), word));
        }
    }
    // 所得8.1万元（每吨1500元）, 登记点24个，每个镇街2个.
    for word in ["（每", "，每"] {
        for (at, word) in reading.matches(word) {
            found.extend(each::mean(reading, at, at + word.len(), word));
        }
    }
    // 新打深井4眼，每眼24万元: with nothing between, the figure is what one costs.
    for (at, word) in reading.matches("，每") {
        let end = at + word.len();
        let Some(unit) = reading.text[end..].chars().next() else { continue };
        let is_bare = reading.text[end + unit.len_utf8()..].starts_with(|it: char| it.is_ascii_digit());
        if is_bare && reading.text[..at].ends_with(unit) {
            found.extend(mean(reading, at, end, "平均每"));
        }
    }
}

fn mean(reading: &Reading<'_>, at: usize, end: usize, word: &str) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(end);
    let said = reading.within(&(end..segment.end)).next()?;
    if said.is_loose || said.is_percentage() || text[end..said.range.start].chars().count() > 10 {
        return None;
    }
    // 平均每天增加3人: a change, not a mean of the figures here.
    if ["增", "减", "提", "降", "缩"].iter().any(|verb| text[end..said.range.start].contains(verb)) {
        return None;
    }
    let sentence = reading.sentence(at);
    let before = sentence.start..at;
    let totals: Vec<&Quantity> =
        reading.within(&before).filter(|it| it.unit == said.unit && !it.is_percentage()).collect();
    if word == "年均"
        || word == "平均每" && text[end..].starts_with('年') && text[end..said.range.start].chars().count() <= 3
    {
        let years = years(&text[before])?;
        let exact: Vec<&Quantity> = totals.into_iter().filter(|total| !total.is_loose).collect();
        let work = |total: &Quantity| working(reading, said, total, years, &years.to_string(), 0.0);
        // 累计1260万亩，四年分别为280万亩、320万亩……，年均315万亩: the one that gives it, or the only one there is.
        let right = exact.iter().map(|total| work(total)).find(|working| working.verdict == Verdict::Confirmed);
        let says_all = |it: &&&Quantity| ["累计", "共", "合计"].iter().any(|word| lead(reading, it).contains(word));
        let mut all = exact.iter().filter(says_all);
        let said_all = all.next().filter(|_| all.next().is_none());
        return right.or_else(|| if let [only] = exact[..] { Some(work(only)) } else { said_all.map(|it| work(it)) });
    }
    // 平均每宗: of the counts in the sentence the nearest of 宗 is meant.
    if let Some(unit) = own_unit(&text[end..], word)
        && let Some(total) = totals.last().filter(|total| !total.is_loose)
        && let Some(count) = count_of(reading, &before, unit, total, said)
    {
        // 52名律师和28名工作者，平均每人: both together are the count.
        let joined = reading.within(&before).rfind(|other| other.unit == unit && other.range.end < count.range.start);
        let is_joined = joined.is_some_and(|other| {
            let between = &text[other.range.end..count.range.start];
            between.contains(['和', '、']) && !between.contains('，')
        });
        if is_joined {
            return None;
        }
        let is_near = is_akin(reading, total.value / count.value, said);
        return is_near.then(|| working(reading, said, total, count.value, count.shown(reading.text), count.error));
    }
    let counts: Vec<&Quantity> = reading
        .within(&before)
        .filter(|it| it.unit != said.unit && !it.is_percentage() && !matches!(it.unit, "点" | "倍" | "%"))
        .filter(|it| word != "人均" || matches!(it.unit, "人" | "人次"))
        .filter(|it| word != "户均" || matches!(it.unit, "户" | "家"))
        .filter(|it| is_counted_by(reading.text, it, word))
        // 平均每宗: the count is of 宗.
        .filter(|it| !names_other_unit(&text[end..], it.unit))
        .collect();
    // The one pair that gives it, or the only pair there is.
    let pairs = || totals.iter().flat_map(|total| counts.iter().map(move |count| (*total, *count)));
    let exact = pairs().find(|(total, count)| is_mean(total, count, said));
    if let Some((total, count)) = exact {
        return Some(working(reading, said, total, count.value, count.shown(reading.text), count.error));
    }
    match (&totals[..], &counts[..]) {
        // 送戏540场，…，其中儿童剧60场，场均: of which of them is not plain.
        _ if text[before.clone()].contains("其中") && word != "平均每" && counts.len() + totals.len() > 2 => None,
        ([total], [count]) if !total.is_loose && !count.is_loose && count.value > 1.0 => {
            let value = total.value / count.value;
            let is_near = is_akin(reading, value, said);
            is_near.then(|| working(reading, said, total, count.value, count.shown(reading.text), count.error))
        }
        // Of several, two that give it but for a slip of the pen are meant.
        _ => {
            let slipped = pairs().find(|(total, count)| {
                !total.is_loose
                    && !count.is_loose
                    && count.value > 1.0
                    && is_slip(reading.text, total.value / count.value, 0.0, said)
            });
            slipped.map(|(total, count)| {
                working(reading, said, total, count.value, count.shown(reading.text), count.error)
            })
        }
    }
}

/// The count of `unit` that a mean is of: one in its sentence that gives it, or the nearest there; else the only one of the
/// paragraph before it.
fn count_of<'a>(
    reading: &Reading<'a>,
    before: &Range<usize>,
    unit: &str,
    total: &Quantity,
    said: &Quantity,
) -> Option<&'a Quantity> {
    let is_count = |it: &&Quantity| it.unit == unit && !it.is_loose && it.value > 1.0;
    let own: Vec<&Quantity> = reading.within(before).filter(is_count).collect();
    if let Some(exact) = own.iter().find(|count| is_mean(total, count, said)) {
        return Some(exact);
    }
    own.last().copied().or_else(|| {
        let paragraph = reading.paragraph(before.start);
        let mut all = reading.within(&(paragraph.start..before.start)).filter(is_count);
        all.next().filter(|_| all.next().is_none())
    })
}

/// Whether a count is one of what 村均, 案均 divide by.
fn is_counted_by(text: &str, count: &Quantity, word: &str) -> bool {
    let noun = || text[count.range.end..].chars().take(4).collect::<String>();
    match word {
        "案均" => matches!(count.unit, "件" | "起" | "宗"),
        "次均" => matches!(count.unit, "次" | "人次" | "例"),
        "村均" => noun().contains('村'),
        "校均" => count.unit == "所" || noun().contains('校'),
        _ => true,
    }
}

/// Whether 平均每 goes on with a unit other than `unit`; 个 stands for things of any kind.
fn names_other_unit(after: &str, unit: &str) -> bool {
    const UNITS: [&str; 12] = ["宗", "件", "家", "座", "台", "辆", "户", "所", "项", "场", "期", "亩"];
    UNITS.iter().find(|each| after.starts_with(**each)).is_some_and(|each| *each != unit)
}

/// The unit that 平均每 or 每 goes on with.
fn own_unit(after: &str, word: &str) -> Option<&'static str> {
    let after = if word == "平均" { after.strip_prefix('每')? } else { after };
    // 每个 stands for anything.
    let unit = unit::unit_at(after).map(|(_, unit)| unit).filter(|unit| *unit != "个")?;
    word.ends_with('每').then_some(unit)
}

fn is_mean(total: &Quantity, count: &Quantity, said: &Quantity) -> bool {
    let value = total.value / count.value;
    let error = value * (total.error / total.value.max(1e-9) + count.error / count.value.max(1e-9));
    !total.is_loose && !count.is_loose && count.value > 0.0 && fits(value, error, said)
}

fn working(
    reading: &Reading<'_>,
    said: &Quantity,
    total: &Quantity,
    count: f64,
    shown: &str,
    count_error: f64,
) -> Working {
    let value = total.value / count;
    let error = value * (total.error / total.value.max(1e-9) + count_error / count);
    Working {
        kind: Kind::Average,
        verdict: if fits(value, error, said) { Verdict::Confirmed } else { Verdict::Doubtful },
        range: said.range.clone(),
        place: said.range.clone(),
        working: format!("{} ÷ {shown}", total.shown(reading.text)),
        result: in_form(value, said, reading.text),
    }
}

/// How many years 2021—2024年 are.
fn years(text: &str) -> Option<f64> {
    // 五年累计, 三年来共: counted outright.
    let counted = ["年累计", "年共", "年来共", "年来累计", "年合计", "年间共", "年间累计", "年来，共", "年来，累计"]
        .iter()
        .filter_map(|word| text.rfind(word))
        .max();
    let own = text.strip_suffix('年').map(str::len);
    if let Some(at) = counted.or(own) {
        let digits = |it: char| it.is_ascii_digit() || numeral::is_numeral(it);
        let number = &text[text[..at].trim_end_matches(digits).len()..at];
        let count = number.parse().ok().or_else(|| numeral::parse(number));
        return count.filter(|count| (2..=30).contains(count)).map(f64::from);
    }
    // 2023年、2024年、2025年分别.
    let listed = ["年、20", "年和20"].iter().map(|mark| text.matches(mark).count()).sum::<usize>();
    if listed >= 1 && text.contains("分别") {
        return u32::try_from(listed + 1).ok().map(f64::from);
    }
    let at = text.rfind(['—', '～', '-', '至'])?;
    let mark = text[at..].chars().next()?.len_utf8();
    let before = text[..at].trim_end_matches('年');
    let first: f64 = before.get(before.len().checked_sub(4)?..)?.parse().ok()?;
    let after = &text[at + mark..];
    let last: f64 = after.get(..4)?.parse().ok()?;
    (after[4..].starts_with('年') && last > first && last - first < 30.0).then_some(last - first + 1.0)
}
