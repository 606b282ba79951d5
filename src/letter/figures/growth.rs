//! Changes: from so much to so much, by so much.

use super::quantity::Quantity;
use super::unit::worth;
use super::whole::{self, is_mean};
use super::{Kind, Reading, Verdict, Working, direction, fits, in_form, series};
use crate::text::numeral;
use std::ops::Range;

pub(super) const UP: [&str; 12] =
    ["增长", "增加", "提高", "提升", "上升", "扩大", "延长", "上涨", "增幅", "净增", "新增", "上调"];
pub(super) const DOWN: [&str; 12] =
    ["降幅", "减幅", "下降", "减少", "降低", "缩短", "压缩", "精简", "回落", "缩小", "压减", "下调"];

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    found.extend(reading.own().iter().filter_map(|said| of(reading, said)));
}

/// The working of a figure that says by how much something changed.
pub(super) fn of(reading: &Reading<'_>, said: &Quantity) -> Option<Working> {
    if said.is_loose {
        return None;
    }
    // Most figures are no changes, which their last word tells before the segment is looked for.
    let before = reading.before(said.range.start).trim_end().trim_end_matches(['了', '约', '为', '达']);
    direction(before)?;
    let segment = reading.segment(said.range.start);
    let lead = reading.text[segment.start..said.range.start].trim_end().trim_end_matches(['了', '约', '为', '达']);
    let is_up = direction(lead)?;
    // 年均增长18.3%: not the growth from one figure to another.
    if ["年均", "月均", "平均", "均增"].iter().any(|word| lead.contains(word)) {
        return None;
    }
    // 增加到: a level, no change.
    if said.is_percentage() || said.unit == "倍" {
        from_to(reading, said, is_up)
            .or_else(|| against(reading, said, &segment, is_up))
            .or_else(|| by(reading, said, is_up))
            .or_else(|| series::of(reading, said, is_up))
    } else {
        difference(reading, said, is_up)
            .or_else(|| difference_against(reading, said, &segment, is_up))
            .or_else(|| more_than_all(reading, said, &segment, is_up))
            .or_else(|| series::by_how_much(reading, said, is_up))
    }
}

/// Whether the words right before a figure say that something grew by it (`true`) or fell.
fn direction(lead: &str) -> Option<bool> {
    const LAST: [char; 17] =
        ['长', '加', '高', '升', '大', '涨', '幅', '增', '降', '少', '低', '短', '缩', '简', '落', '小', '减'];
    let lead = lead.trim_end().trim_end_matches(['了', '约', '为', '达']);
    if !lead.ends_with(LAST) {
        return None;
    }
    if UP.iter().any(|word| lead.ends_with(word)) {
        return Some(true);
    }
    DOWN.iter().any(|word| lead.ends_with(word)).then_some(false)
}

/// 由A提高到B in the same sentence before `end`: both figures.
pub(super) fn pair<'a>(
    reading: &'a Reading<'_>,
    sentence: &Range<usize>,
    end: usize,
) -> Option<(&'a Quantity, &'a Quantity)> {
    let text = reading.text;
    let before: Vec<&Quantity> = reading.within(&(sentence.start..end)).collect();
    for index in (1..before.len()).rev() {
        let (from, to) = (before[index - 1], before[index]);
        // 由2024年的A增长到2025年的B: a date may stand before the figure.
        let between = text[from.range.end..to.range.start].trim_end().trim_end_matches('的');
        let between = without_time(between);
        let lead = &text[sentence.start..from.range.start];
        let lead = &lead[lead.rfind(['，', '；', '：']).unwrap_or(0)..];
        let is_from = lead.contains('由') || lead.contains('从');
        let is_to = ["到", "至", "为", "达"].iter().any(|word| between.ends_with(word)) && !between.contains('，');
        if is_from && is_to && from.unit == to.unit && !from.is_loose && !to.is_loose {
            return Some((from, to));
        }
    }
    None
}

/// The words without the time they end with: 2025年, 今年, 目前.
fn without_time(words: &str) -> &str {
    let words =
        ["今年", "去年", "目前", "现在", "当前"].iter().find_map(|time| words.strip_suffix(time)).unwrap_or(words);
    let words = ["每人每月", "每人每年", "每月", "每年", "每人", "每亩", "每天"]
        .iter()
        .find_map(|each| words.strip_suffix(each))
        .unwrap_or(words);
    let words = words.strip_suffix(['末', '底', '初']).unwrap_or(words);
    words.strip_suffix('年').map_or(words, |years| years.trim_end_matches(|it: char| it.is_ascii_digit()))
}

fn from_to(reading: &Reading<'_>, said: &Quantity, is_up: bool) -> Option<Working> {
    let sentence = reading.sentence(said.range.start);
    let (from, to) = pair(reading, &sentence, said.range.start)?;
    // What goes the wrong way is told of the pair itself.
    if (to.value < from.value) == is_up {
        return None;
    }
    // Nothing else may stand between the pair and the change.
    let between = reading.within(&(to.range.end..said.range.start)).next().is_some();
    let is_far = reading.text[to.range.end..said.range.start].contains('；');
    if between || is_far || from.is_percentage() || said.range == to.range || !is_own(reading, to, said) {
        return None;
    }
    Some(rate(reading, said, from, to, is_up, Verdict::Contradicted))
}

/// Whether nothing but the verb stands between a pair and the change: 收入增长 has a subject of its own.
fn is_own(reading: &Reading<'_>, to: &Quantity, said: &Quantity) -> bool {
    let between = reading.text[to.range.end..said.range.start].trim_start_matches(['，', '、', ' ', '）']);
    // 两年净增: over the years between.
    let verb = between.split_once('年').filter(|(years, _)| numeral::parse(years).is_some()).map_or(between, |it| it.1);
    let verb = ["净", "共", "累计", "同比", "实际", "直接"]
        .iter()
        .fold(verb, |text, word| text.strip_prefix(word).unwrap_or(text));
    UP.iter().chain(&DOWN).any(|word| verb.starts_with(word)) && verb.chars().count() <= 6
}

/// The working of a change from one figure to another, as a percentage or a multiple.
pub(super) fn rate(
    reading: &Reading<'_>,
    said: &Quantity,
    from: &Quantity,
    to: &Quantity,
    is_up: bool,
    otherwise: Verdict,
) -> Working {
    let (high, low) = if is_up { (to, from) } else { (from, to) };
    let factor = if said.is_percentage() { 100.0 } else { 1.0 };
    let value = (high.value - low.value) / from.value * factor;
    let error = (from.error + to.error) / from.value * factor * 1.5;
    let is_right = fits(value, error.min(factor * 0.01 + 2.0 * said.error), said)
        || fits(value, error, said) && error < factor * 0.05;
    let verdict = if is_right { Verdict::Confirmed } else { otherwise };
    Working {
        kind: Kind::Growth,
        verdict,
        range: said.range.clone(),
        place: said.range.clone(),
        working: {
            let shown = reading.shown(&[high, low, from]);
            format!("({} − {}) ÷ {}", shown[0], shown[1], shown[2])
        },
        result: in_form(value, said, reading.text),
    }
}

/// B，较上年的A增长P.
fn against(reading: &Reading<'_>, said: &Quantity, segment: &Range<usize>, is_up: bool) -> Option<Working> {
    let pair = compared(reading, said, segment).filter(|(from, _)| !from.is_percentage())?;
    compared_by_rate(reading, said, pair, is_up)
}

/// The rate of a change from the first of a pair to the second, or to another figure before that: 门急诊56.7万人次，占总量162万人次的
/// 35%，比上年的54万人次增长5%. Which is compared, the arithmetic tells, or nothing does; what a share is of is not.
fn compared_by_rate(
    reading: &Reading<'_>,
    said: &Quantity,
    (from, to): (&Quantity, &Quantity),
    is_up: bool,
) -> Option<Working> {
    let work = |to: &Quantity| rate(reading, said, from, to, is_up, Verdict::Contradicted);
    the_right(reading, said, (from, to), is_up, work)
}

/// The working that confirms what is said of a change from `from`, whichever figure before it is compared; or that of `to`, where
/// no other can be meant and the figures go the way that is said.
fn the_right(
    reading: &Reading<'_>,
    said: &Quantity,
    (from, to): (&Quantity, &Quantity),
    is_up: bool,
    work: impl Fn(&Quantity) -> Working,
) -> Option<Working> {
    let before = reading.sentence(said.range.start).start..to.range.end;
    let may_be = |it: &&Quantity| it.unit == to.unit && !it.is_loose && !is_shared(reading, it);
    let candidates: Vec<&Quantity> = reading.within(&before).filter(may_be).collect();
    if let Some(right) = candidates.iter().map(|it| work(it)).find(|working| working.verdict == Verdict::Confirmed) {
        return Some(right);
    }
    // 罚款702万元，平均每起13万元，较上年的540万元: a mean is compared with a mean. 面积1512万平方米，人均2.7平方米，比2.1平方米
    // and 2480株，其中名木44株，比2015株: what lies so far off, or the other way, is compared with something else.
    let mut alike = candidates.into_iter().filter(|it| is_mean(reading, it) == is_mean(reading, to));
    let only = alike.next().filter(|_| alike.next().is_none())?;
    let is_near = (0.05..20.0).contains(&(only.value / from.value)) && (only.value > from.value) == is_up;
    is_near.then(|| work(only))
}

/// Whether a quantity is a span of time, which nothing is compared with: 较公示前3个月下降.
pub(super) fn is_time(reading: &Reading<'_>, quantity: &Quantity) -> bool {
    ["月", "月份", "年", "天", "日", "周", "小时", "季度"].iter().any(|unit| quantity.unit.ends_with(unit))
        || reading.text[quantity.range.end..].starts_with('月')
}

/// Whether a figure is what a share is of: 占总量162万人次的35%, 为计划40万个的117%.
pub(super) fn is_shared(reading: &Reading<'_>, quantity: &Quantity) -> bool {
    let text = reading.text;
    let after = text[quantity.range.end..].strip_prefix('的');
    let is_part = after.is_some_and(|after| after.starts_with(|it: char| it.is_ascii_digit()));
    let lead = &text[reading.segment(quantity.range.start).start..quantity.range.start];
    is_part && (lead.contains('占') || lead.starts_with('为') || lead.contains("完成"))
}

/// B，较上年的A: both figures, where nothing but a verb stands between A and `said`.
fn compared<'a>(
    reading: &'a Reading<'_>,
    said: &Quantity,
    segment: &Range<usize>,
) -> Option<(&'a Quantity, &'a Quantity)> {
    let lead = &reading.text[segment.start..said.range.start];
    let at = ["较", "比"].iter().filter_map(|word| lead.find(word)).min()? + segment.start;
    let is_figure = |from: &&Quantity| !from.is_loose && (from.unit == said.unit || !is_time(reading, from));
    let from = reading.within(&(at..said.range.start)).next_back().filter(is_figure)?;
    if reading.text[from.range.end..said.range.start].trim().chars().count() > 4 {
        return None;
    }
    let sentence = reading.sentence(said.range.start);
    let before = sentence.start..at;
    let may_be = |it: &&Quantity| it.unit == from.unit && !is_shared(reading, it);
    let to = reading
        .within(&before)
        .rfind(|it| may_be(it) && !is_mean(reading, it))
        .or_else(|| reading.within(&before).rfind(may_be));
    Some((from, to.filter(|to| !to.is_loose)?))
}

/// B，同比增加C，增长P: the earlier figure is B less C.
fn by(reading: &Reading<'_>, said: &Quantity, is_up: bool) -> Option<Working> {
    let sentence = reading.sentence(said.range.start);
    let before: Vec<&Quantity> = reading.within(&(sentence.start..said.range.start)).collect();
    let [.., to, change] = before[..] else { return None };
    let segment = reading.segment(change.range.start);
    let lead = reading.text[segment.start..change.range.start].trim_end();
    let is_adjacent = reading.text[change.range.end..said.range.start].chars().count() <= 6;
    if to.is_percentage()
        || to.unit != change.unit
        || direction(lead) != Some(is_up)
        || !is_adjacent
        || to.is_loose
        || change.is_loose
        || said.unit == "倍"
    {
        return None;
    }
    // 由A增加到B，净增C，增幅P: so is it here.
    if let Some((from, to)) = pair(reading, &sentence, change.range.start)
        && is_own(reading, to, change)
        && !from.is_percentage()
    {
        return Some(rate(reading, said, from, to, is_up, Verdict::Contradicted));
    }
    // B，比A增加C，增长P: the earlier figure is given.
    if let Some(pair) = compared(reading, change, &segment) {
        return compared_by_rate(reading, said, pair, is_up);
    }
    // 比上年的A减少C，下降P: what stands before is the earlier figure itself.
    let is_earlier = to.range.start >= segment.start
        && ["比", "较"].iter().any(|word| reading.text[segment.start..to.range.start].contains(word));
    // 增加C is B's own only in the clause right after it.
    if !is_earlier && reading.text[to.range.end..change.range.start].contains(['；', '。']) {
        return None;
    }
    // 去年底1240人，今年新增310人: of what there was; 注销2.3万户，净增2.8万户: of neither.
    let is_stock = ["底", "年初", "原有", "此前"].iter().any(|word| whole::lead(reading, to).contains(word));
    if !is_earlier && (is_stock || is_up && change.value >= to.value || lead.ends_with("净增")) {
        return None;
    }
    let shown = reading.shown(&[change, to]);
    let (from, base, otherwise) = match (is_earlier, is_up) {
        (true, _) => (to.value, shown[1].to_owned(), Verdict::Contradicted),
        (false, true) => (to.value - change.value, format!("({} − {})", shown[1], shown[0]), Verdict::Doubtful),
        (false, false) => (to.value + change.value, format!("({} + {})", shown[1], shown[0]), Verdict::Doubtful),
    };
    let value = change.value / from * 100.0;
    let error = value * (change.error / change.value + to.error / to.value);
    let verdict = if fits(value, error, said) { Verdict::Confirmed } else { otherwise };
    Some(Working {
        kind: Kind::Growth,
        verdict,
        range: said.range.clone(),
        place: said.range.clone(),
        working: format!("{} ÷ {base}", shown[0]),
        result: in_form(value, said, reading.text),
    })
}

/// 由A增加到B，增加C.
fn difference(reading: &Reading<'_>, said: &Quantity, is_up: bool) -> Option<Working> {
    let sentence = reading.sentence(said.range.start);
    let (from, to) = pair(reading, &sentence, said.range.start)?;
    let is_points = said.unit == "点" && from.is_percentage();
    if let Some(slipped) = in_another_unit(reading, said, from, to) {
        return Some(slipped);
    }
    let is_last = reading.within(&(to.range.end..said.range.start)).next().is_none();
    if (to.value < from.value) == is_up {
        return None;
    }
    if !(from.unit == said.unit || is_points) || !is_last || !is_own(reading, to, said) {
        return None;
    }
    Some(less(reading, said, from, to, is_up))
}

/// 由32.5平方米提高到38.2平方米，增加5.7平方公里: the number of one unit, the name of another.
fn in_another_unit(reading: &Reading<'_>, said: &Quantity, from: &Quantity, to: &Quantity) -> Option<Working> {
    let factor = worth(said.unit, from.unit).filter(|factor| *factor != 1.0)?;
    let value = (to.value - from.value).abs();
    let is_same_number = (value / from.scale - said.value / said.scale).abs() <= said.error / said.scale * 1.01 + 1e-9;
    let is_last = reading.within(&(to.range.end..said.range.start)).next().is_none();
    (is_last && is_own(reading, to, said) && is_same_number && (said.value * factor - value).abs() > 0.01 * value).then(
        || {
            let shown = reading.shown(&[to, from]).join(" − ");
            Working::of(Kind::Growth, Verdict::Doubtful, said, shown, in_form(value, to, reading.text))
        },
    )
}

/// B，比上年的A增加C.
fn difference_against(reading: &Reading<'_>, said: &Quantity, segment: &Range<usize>, is_up: bool) -> Option<Working> {
    let (from, to) = compared(reading, said, segment)?;
    let is_points = said.unit == "点" && from.is_percentage();
    if from.unit != said.unit && !is_points {
        return None;
    }
    the_right(reading, said, (from, to), is_up, |to| less(reading, said, from, to, is_up))
}

/// B，比年初增加C: C is no more than B.
fn more_than_all(reading: &Reading<'_>, said: &Quantity, segment: &Range<usize>, is_up: bool) -> Option<Working> {
    let text = reading.text;
    let lead = &text[segment.start..said.range.start];
    let is_compared = ["比", "较", "同比"].iter().any(|word| lead.starts_with(word));
    let sentence = reading.sentence(said.range.start);
    let now = reading.within(&(sentence.start..segment.start)).next_back()?;
    let is_own = text[now.range.end..segment.start].trim() == "，" && !now.is_loose;
    (is_compared && is_own && direction::is_more_than_all(said, now, is_up)).then(|| Working {
        kind: Kind::Growth,
        verdict: Verdict::Contradicted,
        range: said.range.clone(),
        place: now.range.start..said.range.end,
        working: format!("增加的{}大于现有的{}", &text[said.range.clone()], &text[now.range.clone()]),
        result: String::new(),
    })
}

/// The working of an absolute change. Rounding may put it off by one in the last digit: then a person has a look.
pub(super) fn less(reading: &Reading<'_>, said: &Quantity, from: &Quantity, to: &Quantity, is_up: bool) -> Working {
    let (high, low) = if is_up { (to, from) } else { (from, to) };
    let value = high.value - low.value;
    let is_rounded = from.scale > 1.0 && said.error < said.scale / 2.0;
    let verdict = if fits(value, 0.0, said) || is_rounded && fits(value, from.error + to.error, said) {
        Verdict::Confirmed
    } else if fits(value, from.error + to.error, said) {
        Verdict::Doubtful
    } else {
        Verdict::Contradicted
    };
    Working {
        kind: Kind::Growth,
        verdict,
        range: said.range.clone(),
        place: said.range.clone(),
        working: reading.shown(&[high, low]).join(" − "),
        result: in_form(value, said, reading.text),
    }
}
