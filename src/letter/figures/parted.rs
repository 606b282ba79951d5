//! Shares whose part or whole is told by its name, in brackets, or by what a slip of the pen leaves of the percentage.

use super::near::{digits, exact, is_one};
use super::quantity::{Quantity, subject};
use super::whole::{before_among, is_slip, sentence_before};
use super::{Kind, Reading, Verdict, Working, fits, in_form};
use std::ops::Range;

/// The working of a percentage that is not given by what stands right before it.
pub(super) fn find(reading: &Reading<'_>, percentage: &Quantity, lead: &str, part: &Quantity) -> Option<Working> {
    if part.is_loose {
        return None;
    }
    in_brackets(reading, percentage, lead, part)
        .or_else(|| of_the_sentence_before(reading, percentage, lead, part))
        .or_else(|| own_named(reading, percentage, lead))
        .or_else(|| beyond(reading, percentage, lead, part))
        .or_else(|| slipped(reading, percentage, lead, part))
}

fn working(
    reading: &Reading<'_>,
    verdict: Verdict,
    percentage: &Quantity,
    part: &Quantity,
    whole: &Quantity,
) -> Working {
    let value = part.value / whole.value * 100.0;
    let shown = reading.shown(&[part, whole]).join(" ÷ ");
    let mut working = Working::of(Kind::Share, verdict, percentage, shown, in_form(value, percentage, reading.text));
    // More than all of it: the part is as likely the slip.
    let sentence = reading.sentence(percentage.range.start);
    if verdict != Verdict::Confirmed && value > 100.0 && part.range.start >= sentence.start {
        working.place.start = part.range.start.min(percentage.range.start);
    }
    working
}

fn is_right(percentage: &Quantity, part: &Quantity, whole: &Quantity) -> bool {
    let value = part.value / whole.value * 100.0;
    fits(value, value * (part.error / part.value.max(1e-9) + whole.error / whole.value.max(1e-9)), percentage)
}

/// 98人，占符合条件人数的12.25%（应交流人数为800人）.
fn in_brackets(reading: &Reading<'_>, percentage: &Quantity, lead: &str, part: &Quantity) -> Option<Working> {
    let text = reading.text;
    let own = text[percentage.range.end..].strip_prefix('（')?;
    let start = text.len() - own.len();
    let close = start + own.find('）')?;
    let figures: Vec<&Quantity> = reading.within(&(start..close)).collect();
    let [whole] = figures[..] else { return None };
    let says_whole =
        ["总", "应", "共", "基数", "人数"].iter().any(|word| text[start..whole.range.start].contains(word));
    if !lead.contains('占') || !says_whole || whole.unit != part.unit || whole.is_loose || whole.value < part.value {
        return None;
    }
    let verdict = if is_right(percentage, part, whole) { Verdict::Confirmed } else { Verdict::Doubtful };
    Some(working(reading, verdict, percentage, part, whole))
}

/// 小型水库占水库总数的91.4%; 首期到位4亿元，合计2.8亿元，占首期到位资金的70%.
pub(super) fn by_name(
    reading: &Reading<'_>,
    percentage: &Quantity,
    lead: &str,
    part: Option<&Quantity>,
) -> Option<Working> {
    let text = reading.text;
    // 实际开采1512万吨，为许可采量的90%.
    let (own, name) = lead.split_once('占').or_else(|| Some(("", lead.strip_prefix('为')?)))?;
    let name = name.trim().strip_suffix('的')?;
    let paragraph = reading.paragraph(percentage.range.start).start..percentage.range.start;
    let figures: Vec<&Quantity> =
        reading.within(&paragraph).filter(|it| !it.is_percentage() && !it.is_loose && it.value > 0.0).collect();
    let is_named = |it: &Quantity, name: &str| {
        let subject = subject(text, it.range.start);
        // 首期到位 begins 首期到位资金; 水库 ends 我市现有水库.
        let ends = name.chars().nth(1).is_some() && subject.ends_with(name);
        let tail: String = subject.chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect();
        ends || tail.chars().count() == 4 && name.starts_with(tail.as_str())
    };
    let part = if own.chars().count() >= 3 {
        figures.iter().rev().find(|it| subject(text, it.range.start).ends_with(own))?
    } else {
        part.filter(|part| !part.is_loose)?
    };
    let stem = ["总数", "总量", "总面积", "总额", "总人数", "总长", "面积", "数量", "人数"]
        .iter()
        .find_map(|end| name.strip_suffix(end))
        .unwrap_or(name);
    let wholes: Vec<&Quantity> = figures
        .iter()
        .copied()
        .filter(|it| it.unit == part.unit && it.range != part.range && it.value > part.value && is_named(it, stem))
        .collect();
    if let Some(whole) = wholes.iter().find(|whole| is_right(percentage, part, whole)) {
        return Some(working(reading, Verdict::Confirmed, percentage, part, whole));
    }
    is_one(&wholes).then(|| working(reading, Verdict::Doubtful, percentage, part, wholes[0]))
}

/// 发现点位956处，其中…。已整改860处，占90%: of what the sentence before begins with.
fn of_the_sentence_before(
    reading: &Reading<'_>,
    percentage: &Quantity,
    lead: &str,
    part: &Quantity,
) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(part.range.start);
    let own = &text[sentence.start..part.range.start];
    let is_done = ["已整改", "已完成", "已办结", "已拆除", "已改造", "已建成"].iter().any(|word| own.ends_with(word));
    let is_first = reading.within(&(sentence.start..part.range.start)).next().is_none();
    if lead.trim() != "占" || !is_done || !is_first || own.contains('，') {
        return None;
    }
    let before = sentence_before(reading, &sentence)?;
    let among = text[before.clone()].find("其中").map_or(before.end, |at| before.start + at);
    let wholes: Vec<&Quantity> = exact(reading, &(before.start..among), part.unit);
    let whole = *wholes.last().filter(|whole| wholes.len() == 1 && whole.value >= part.value)?;
    let verdict = if is_right(percentage, part, whole) { Verdict::Confirmed } else { Verdict::Doubtful };
    Some(working(reading, verdict, percentage, part, whole))
}

/// 进出口额186亿元，其中出口158.1亿元、进口27.9亿元，出口占85%: the part by its name, of what stands before 其中.
fn own_named(reading: &Reading<'_>, percentage: &Quantity, lead: &str) -> Option<Working> {
    let text = reading.text;
    let own = lead.strip_suffix('占').filter(|own| (2..=8).contains(&own.chars().count()))?;
    let sentence = reading.sentence(percentage.range.start);
    let among = sentence.start + text[sentence.start..percentage.range.start].rfind("其中")?;
    let part = reading.within(&(among..percentage.range.start)).find(|it| {
        subject(text, it.range.start).trim_start_matches("其中") == own && !it.is_loose && !it.is_percentage()
    })?;
    let whole = before_among(reading, among).into_iter().next()?;
    if whole.unit != part.unit || whole.is_loose || whole.value < part.value {
        return None;
    }
    let verdict = if is_right(percentage, part, whole) { Verdict::Confirmed } else { Verdict::Doubtful };
    Some(working(reading, verdict, percentage, part, whole))
}

/// 安排2.7亿元，已支出16.2亿元，支出进度60%: ten times what is said.
fn beyond(reading: &Reading<'_>, percentage: &Quantity, lead: &str, part: &Quantity) -> Option<Working> {
    let sentence = reading.sentence(percentage.range.start);
    let own: Vec<&Quantity> =
        reading.within(&(sentence.start..percentage.range.start)).filter(|it| it.unit == part.unit).collect();
    let [whole, last] = own[..] else { return None };
    let is_tenfold = [10.0, 100.0, 1000.0].iter().any(|times| {
        let value = part.value / whole.value * 100.0 / times;
        (value - percentage.value).abs() <= percentage.error
    });
    let is_rate = lead.contains('率') || lead.ends_with("进度") || lead.contains('占') || lead.contains("计划的");
    (is_tenfold && is_rate && last.range == part.range && !whole.is_loose && part.value > whole.value)
        .then(|| working(reading, Verdict::Doubtful, percentage, part, whole))
}

/// A percentage of three digits or more that is what two figures give, but for two neighbouring digits or its point.
fn slipped(reading: &Reading<'_>, percentage: &Quantity, lead: &str, part: &Quantity) -> Option<Working> {
    let text = reading.text;
    let is_share = lead.contains('占') || lead.contains('率') || lead.contains("比例") || lead.contains("比重");
    if digits(reading, percentage) < 3 || !is_share {
        return None;
    }
    let usable = |it: &&Quantity| {
        !it.is_percentage() && !matches!(it.unit, "点" | "倍" | "岁" | "天") && !it.is_loose && it.value > 0.0
    };
    let is_slipped = |part: &Quantity, whole: &Quantity| {
        let value = part.value / whole.value * 100.0;
        part.value < whole.value && is_slip(text, value, 0.0, percentage)
    };
    let sentence = reading.sentence(percentage.range.start);
    let paragraph: Range<usize> = reading.paragraph(percentage.range.start).start..percentage.range.start;
    // The figures of its own clause that the rate may be of, the nearest first.
    let parts: Vec<&Quantity> =
        reading.within(&(sentence.start..percentage.range.start)).filter(usable).rev().take(3).collect();
    let wholes: Vec<&Quantity> = reading.within(&paragraph).filter(usable).collect();
    for part in &parts {
        let whole = wholes.iter().rev().find(|whole| {
            // 召开132次，化解118件，化解率: side by side they need not be counted alike.
            let is_next = parts.len() >= 2 && parts[0].range == part.range && parts[1].range == whole.range;
            (whole.unit == part.unit || is_next && whole.scale == part.scale) && is_slipped(part, whole)
        });
        if let Some(whole) = whole {
            return Some(working(reading, Verdict::Doubtful, percentage, part, whole));
        }
    }
    let far =
        reading.everywhere().iter().filter(usable).find(|whole| whole.unit == part.unit && is_slipped(part, whole));
    far.map(|whole| working(reading, Verdict::Doubtful, percentage, part, whole))
}

/// The one quantity of the letter that bears the name of the whole.
pub(super) fn named<'a>(reading: &'a Reading<'_>, name: &str, part: &Quantity) -> Option<&'a Quantity> {
    let mut matching = reading.everywhere().iter().filter(|quantity| {
        quantity.unit == part.unit
            && quantity.range != part.range
            && !quantity.is_loose
            && quantity.value > part.value
            && is_same_name(subject(reading.text, quantity.range.start), name)
    });
    let first = matching.next()?;
    matching.all(|other| other.value == first.value).then_some(first)
}

/// 工业增加值 of 园区工业增加值; 占地面积 for 总面积, which names no more than the kind of thing.
fn is_same_name(subject: &str, name: &str) -> bool {
    let subject = ["合计", "共计", "总计", "达到"].iter().find_map(|end| subject.strip_suffix(end)).unwrap_or(subject);
    let common = common_end(subject, name);
    let is_general = name.starts_with('总') || name.ends_with("总数") || name.ends_with("总量") || name == "全长";
    // 占全市出口的: the exports that the letter speaks of.
    let bare = ["全市", "全县", "全区", "全省", "全国", "全镇"].iter().find_map(|place| name.strip_prefix(place));
    let is_bare = bare.is_some_and(|bare| bare.chars().nth(1).is_some() && subject.ends_with(bare));
    common >= 4 || is_bare || common >= 2 && is_general && name.chars().count() <= 4
}

fn common_end(left: &str, right: &str) -> usize {
    left.chars().rev().zip(right.chars().rev()).take_while(|(left, right)| left == right).count()
}
