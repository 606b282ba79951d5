//! What is reckoned at a rate: 每亩200元，按6.8万亩测算，需1360万元; 每平方米3.5元，一套50平方米的月租金175元.

use super::near::is_akin;
use super::quantity::Quantity;
use super::unit::unit_at;
use super::whole::{is_mean, is_slip, lead, sentence_before};
use super::{Kind, Reading, Verdict, Working, fits, in_form};

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for word in ["计算", "测算", "核算", "计"] {
        for (at, word) in reading.matches(word) {
            found.extend(reckoned(reading, at, at + word.len()));
        }
    }
    for (at, word) in reading.matches("每") {
        found.extend(sample(reading, at, at + word.len()));
    }
}

/// 按全县6.8万亩测算，每年需资金1360万元: at one of the rates told before it.
fn reckoned(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(at);
    let count = reading.within(&(segment.start..at)).next_back().filter(|it| it.range.end == at && !it.is_loose)?;
    let says = text[segment.start..count.range.start].starts_with('按')
        || text[segment.start..count.range.start].starts_with("以");
    let sentence = reading.sentence(at);
    let said = reading.within(&(end..sentence.end)).next().filter(|it| it.unit == "元" && !it.is_loose)?;
    let words = text[end..said.range.start].strip_prefix('，')?;
    let is_sum = ["需", "共", "合计", "总"].iter().any(|word| words.contains(word)) && words.chars().count() <= 10;
    if !says || !is_sum || count.unit == "元" || count.is_percentage() || words.contains("月") || words.contains('，')
    {
        return None;
    }
    let start = sentence_before(reading, &sentence).map_or(sentence.start, |before| before.start);
    let is_rate = |it: &&Quantity| it.unit == "元" && !it.is_loose && it.value > 0.0 && it.scale == 1.0;
    let rates: Vec<&Quantity> = reading.within(&(start..count.range.start)).filter(is_rate).collect();
    let value = |rate: &Quantity| rate.value * count.value;
    let gives =
        |rate: &Quantity| [1.0, 12.0].iter().any(|times| fits(value(rate) * times, count.error * rate.value, said));
    let working = |verdict, rate: &Quantity| {
        let shown = format!("{} × {}", rate.shown(text), count.shown(text));
        Working::of(Kind::Total, verdict, said, shown, in_form(value(rate), said, text))
    };
    if let Some(rate) = rates.iter().rev().find(|rate| gives(rate)) {
        return Some(working(Verdict::Confirmed, rate));
    }
    let is_monthly = text[start..count.range.start].contains("每月") || text[start..count.range.start].contains("每天");
    let slipped = rates.iter().rev().find(|rate| is_slip(text, value(rate), count.error * rate.value, said));
    let only = rates.first().filter(|only| rates.len() == 1 && !is_monthly && is_akin(reading, value(only), said));
    slipped.or(only).map(|rate| working(Verdict::Doubtful, rate))
}

/// 每千瓦200元，1个120千瓦的快充桩可获2.4万元: a thing of so many units, right behind the rate for one.
fn sample(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let (word, unit) = unit_at(&text[end..])?;
    // What a thing is measured by, not what is counted.
    if !matches!(unit, "平方米" | "千瓦" | "米" | "公里" | "亩" | "立方米" | "吨" | "千瓦时" | "公斤")
    {
        return None;
    }
    let sentence = reading.sentence(at);
    let mut figures = reading.within(&(end + word.len()..sentence.end)).filter(|it| it.value != 1.0 || it.unit == "元");
    let (each, count, said) = (figures.next()?, figures.next()?, figures.next()?);
    let is_rate =
        text[end + word.len()..each.range.start].chars().count() <= 4 && each.unit == "元" && each.scale == 1.0;
    let between = &text[count.range.end..said.range.start];
    let is_thing = between.starts_with('的') && between.chars().count() <= 14 && !between.contains(['，', '；', '、']);
    let is_usable = count.unit == unit && said.unit == "元" && ![each, count, said].iter().any(|it| it.is_loose);
    if !is_rate || !is_thing || !is_usable || text[each.range.end..count.range.start].matches('，').count() != 1 {
        return None;
    }
    let value = each.value * count.value;
    let verdict = if fits(value, 0.0, said) { Verdict::Confirmed } else { Verdict::Doubtful };
    let shown = format!("{} × {}", each.shown(text), count.shown(text));
    let is_other = is_mean(reading, said) || lead(reading, said).contains("最高");
    (!is_other && is_akin(reading, value, said))
        .then(|| Working::of(Kind::Total, verdict, said, shown, in_form(value, said, text)))
}
