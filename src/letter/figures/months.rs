//! So much a month for each of so many, over so many months; so many for each, told in a row.

use super::each::Counted;
use super::near::{is_akin, tail};
use super::quantity::Quantity;
use super::whole::lead;
use super::{Kind, Reading, Verdict, Working, fits, in_form};
use crate::text::numeral;
use std::ops::Range;

/// Words that bring in more than is multiplied, or less.
const MORE: [&str; 15] = [
    "另",
    "加上",
    "连同",
    "其中",
    "最高",
    "上限",
    "不超过",
    "最多",
    "以及",
    "部分",
    "首批",
    "剔除",
    "扣除",
    "陆续",
    "起步",
];
/// Words that say that a figure is all of it.
const SUMS: [&str; 10] = ["共", "合计", "累计", "总计", "总价", "需", "总额", "总造价", "总金额", "总投资"];

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for (at, word) in reading.matches("每月") {
        found.extend(monthly(reading, at, at + word.len()));
    }
    for (at, word) in reading.matches("各") {
        found.extend(each_of(reading, at, at + word.len()));
    }
    for word in ["单价", "每台价格", "均价"] {
        for (at, word) in reading.matches(word) {
            found.extend(priced(reading, at, at + word.len()));
        }
    }
    if reading.matches("每").next().is_some() {
        for three in reading.own().windows(3) {
            found.extend(in_a_row(reading, three));
        }
    }
}

/// 860名护林员每人每月500元，全年共需516万元.
fn monthly(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(at);
    let sentence = reading.sentence(at);
    let each = reading.within(&(end..segment.end)).next().filter(|each| each.unit == "元" && !each.is_loose)?;
    let own = &text[segment.start..at];
    let before = own.rfind('每')?;
    let counted = Counted::behind(text, segment.start + before + '每'.len_utf8())?.0;
    let is_sum = |it: &&Quantity| it.unit == "元" && SUMS.iter().any(|word| lead(reading, it).contains(word));
    let said = reading.within(&(each.range.end..sentence.end)).find(|it| it.unit == "元").filter(is_sum)?;
    let words = &text[each.range.end..said.range.start];
    if said.is_loose
        || own.matches('每').count() > 1
        || MORE.iter().any(|word| text[segment.start..said.range.start].contains(word))
    {
        return None;
    }
    let months = months(reading, &(sentence.start..said.range.end), words, &text[sentence.start..said.range.start])?;
    let scope = sentence.start..said.range.start;
    // 岗位120个，每人每月: a post is for one.
    let is_post = |it: &Quantity| {
        it.unit == "个" && text[segment.start..at].contains("每人") && lead(reading, it).contains("岗位")
    };
    let is_count = |it: &&Quantity| !it.is_loose && it.value > 1.0 && (counted.is(reading, it) || is_post(it));
    let counts: Vec<&Quantity> = reading.within(&scope).filter(is_count).collect();
    let value = |count: &Quantity| each.value * count.value * months;
    let working = |verdict, count: &Quantity| {
        let shown = format!("{} × {} × {months}", each.shown(text), count.shown(text));
        Working::of(Kind::Total, verdict, said, shown, in_form(value(count), said, text))
    };
    if let Some(count) = counts.iter().find(|count| fits(value(count), count.error * each.value * months, said)) {
        return Some(working(Verdict::Confirmed, count));
    }
    let [count] = counts[..] else { return None };
    is_akin(reading, value(count), said).then(|| working(Verdict::Doubtful, count))
}

/// For how many months it is, where that is plain: 6个月, 全年, 1—10月.
fn months(reading: &Reading<'_>, scope: &Range<usize>, words: &str, all: &str) -> Option<f64> {
    let mut told = reading.within(scope).filter(|it| it.unit == "月份");
    if let Some(months) = told.next() {
        return (told.next().is_none() && !months.is_loose).then_some(months.value);
    }
    if let Some(at) = all.find("个月") {
        let number = &all[all[..at].trim_end_matches(numeral::is_numeral).len()..at];
        return numeral::parse(number).map(f64::from);
    }
    if all.contains("半年") || all.contains("季度") || all.contains("月至") || all.contains("月—") {
        return None;
    }
    // 1—10月.
    if let Some(at) = all.find('—').or_else(|| all.find('至')) {
        let digits = |it: char| it.is_ascii_digit();
        let first: f64 = all[all[..at].trim_end_matches(digits).len()..at].parse().ok()?;
        let after = all[at..].trim_start_matches(['—', '至']);
        let length = after.len() - after.trim_start_matches(digits).len();
        let last: f64 = after[..length].parse().ok()?;
        return (after[length..].starts_with('月') && last >= first && last <= 12.0).then_some(last - first + 1.0);
    }
    ["全年", "每年", "年需", "一年", "年度"].iter().any(|word| words.contains(word)).then_some(12.0)
}

/// 18个乡镇各建设2个充电站，共建设36个.
fn each_of(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(at);
    let count = reading.within(&(segment.start..at)).next_back().filter(|it| !it.is_loose && it.error == 0.0)?;
    let mut after = reading.within(&(end..reading.sentence(at).end));
    let (each, said) = (after.next()?, after.next()?);
    let words = lead(reading, said);
    let is_next = text[count.range.end..at].chars().count() <= 8
        && text[end..each.range.start].chars().count() <= 8
        && text[each.range.end..said.range.start].matches(['，', '；', '、']).count() == 1
        && text[each.range.end..said.range.start].contains('，');
    let is_sum = ["共", "合计", "总计"].iter().any(|word| words.starts_with(word)) && words.chars().count() <= 6;
    let is_usable = !each.is_percentage() && !each.is_loose && !said.is_loose && each.unit == said.unit;
    if !is_next || !is_sum || !is_usable || count.is_percentage() || count.value < 2.0 {
        return None;
    }
    told(reading, said, each, count, 1.0)
}

/// 40辆，单价85万元，总价3400万元.
fn priced(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let count = reading.within(&(sentence.start..at)).next_back().filter(|it| !it.is_loose && it.unit != "元")?;
    let mut after = reading.within(&(end..sentence.end));
    let (each, said) = (after.next()?, after.next()?);
    let is_next = text[count.range.end..at].chars().count() <= 8 && text[end..each.range.start].chars().count() <= 2;
    let words = &text[each.range.end..said.range.start];
    let is_sum = SUMS.iter().any(|word| words.contains(word)) && !MORE.iter().any(|word| words.contains(word));
    if !is_next || !is_sum || each.unit != "元" || said.unit != "元" || each.is_loose || said.is_loose {
        return None;
    }
    if count.is_percentage() || words.matches('，').count() > 1 || text[said.range.start..].starts_with('/') {
        return None;
    }
    told(reading, said, each, count, 1.0)
}

/// 12条线路，每条线路每日往返6班，每日共发72班; 每周开放6天、每天8小时，每周共开放48小时.
fn in_a_row(reading: &Reading<'_>, three: &[Quantity]) -> Option<Working> {
    let [count, each, said] = three else { return None };
    if let Some(turned) = rate_first(reading, count, each, said) {
        return Some(turned);
    }
    if each.unit != said.unit || count.unit == each.unit || said.is_loose || each.is_loose || count.is_loose {
        return None;
    }
    let text = reading.text;
    let words = lead(reading, each);
    let at = words.find('每')?;
    let rest = &words[at + '每'.len_utf8()..];
    let is_each = super::unit::unit_at(rest).is_some_and(|(_, unit)| unit == count.unit);
    let total = lead(reading, said);
    let is_sum = ["共", "累计", "合计", "总"].iter().any(|word| total.contains(word));
    let between = &text[count.range.end..said.range.start];
    // What it is told of beside the count must be the same: 每日, 每周.
    let spans = ["每日", "每天", "每周", "每月", "每年"];
    let own = |text: &str| spans.iter().filter(|span| text.contains(**span)).count();
    let first = lead(reading, count);
    let is_even = own(&rest[rest.find('每').unwrap_or(rest.len())..]) + own(first) == own(total)
        || own(total) == 0 && own(first) == 0 && own(rest) == 0;
    let is_near = between.matches(['，', '、']).count() <= 2 && !between.contains('；') && !between.contains('。');
    let is_other = MORE.iter().any(|word| between.contains(word)) || each.unit == "元" || each.is_percentage();
    if !is_each || !is_sum || !is_even || !is_near || is_other || count.value < 2.0 {
        return None;
    }
    let factor = if words.contains("往返") && fits(2.0 * each.value * count.value, 0.0, said) { 2.0 } else { 1.0 };
    told(reading, said, each, count, factor)
}

/// 每条生产线日产6万只，8条生产线日产48万只: the rate, the count, and all of it in the same words.
fn rate_first(reading: &Reading<'_>, each: &Quantity, count: &Quantity, said: &Quantity) -> Option<Working> {
    let text = reading.text;
    let words = lead(reading, each);
    let at = words.find('每')?;
    let rest = &words[at + '每'.len_utf8()..];
    let is_each = super::unit::unit_at(rest).is_some_and(|(_, unit)| unit == count.unit);
    let verb = tail(words, 2);
    let between = &text[count.range.end..said.range.start];
    let is_alike = each.unit == said.unit && each.unit != count.unit && !each.is_percentage();
    let is_exact = ![each, count, said].iter().any(|it| it.is_loose) && count.value > 1.0;
    let is_near = !between.contains(['，', '；', '。']) && text[each.range.end..count.range.start].trim() == "，";
    if !is_each || !is_alike || !is_exact || !is_near || verb.chars().count() < 2 || !between.ends_with(verb) {
        return None;
    }
    told(reading, said, each, count, 1.0)
}

/// The working of a product.
fn told(reading: &Reading<'_>, said: &Quantity, each: &Quantity, count: &Quantity, factor: f64) -> Option<Working> {
    let text = reading.text;
    let value = each.value * count.value * factor;
    let error = each.error.min(0.02 * each.value) * count.value + count.error * each.value;
    let is_right = fits(value, if said.error > 0.0 { error.min(said.error) } else { 0.0 }, said);
    let verdict = if is_right { Verdict::Confirmed } else { Verdict::Doubtful };
    let shown = format!("{} × {}", each.shown(text), count.shown(text));
    (is_right || is_akin(reading, value, said))
        .then(|| Working::of(Kind::Total, verdict, said, shown, in_form(value, said, text)))
}
