//! Times: is three times as much, so much a year for so many years.

use super::quantity::Quantity;
use super::{Kind, Reading, Verdict, Working, fits, growth, in_form};
use crate::text::numeral;

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for said in reading.own().iter().filter(|it| it.unit == "倍" && !it.is_loose) {
        found.extend(times(reading, said).or_else(|| enlarged(reading, said)));
    }
    for (at, word) in reading.matches("番") {
        found.extend(doubled(reading, at, at + word.len()));
    }
    for (at, word) in reading.matches("最低档的") {
        found.extend(extremes(reading, at + word.len()));
    }
    for (at, word) in reading.matches("每年") {
        found.extend(yearly(reading, at, at + word.len()));
    }
}

/// 由A提高到B，是原来的N倍.
fn times(reading: &Reading<'_>, said: &Quantity) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(said.range.start);
    let lead = text[segment.start..said.range.start].trim();
    let is_of = ["是原来的", "为原来的", "是过去的", "是之前的", "是改造前的", "达到原来的", "是上年的", "是去年的"]
        .contains(&lead)
        || is_of_a_year(lead);
    let sentence = reading.sentence(said.range.start);
    let (from, to) = if is_of {
        growth::pair(reading, &sentence, said.range.start)
            .or_else(|| compared_before(reading, &sentence, segment.start, lead))?
    } else {
        of_a_figure(reading, said, &sentence)?
    };
    let value = to.value / from.value;
    let error = value * (from.error / from.value + to.error / to.value);
    Some(Working {
        kind: Kind::Growth,
        verdict: if fits(value, error.min(said.error), said) { Verdict::Confirmed } else { Verdict::Contradicted },
        range: said.range.clone(),
        place: said.range.clone(),
        working: reading.shown(&[to, from]).join(" ÷ "),
        result: in_form(value, said, text),
    })
}

/// 是2022年底的.
fn is_of_a_year(lead: &str) -> bool {
    let year = lead.strip_prefix('是').or_else(|| lead.strip_prefix('为')).and_then(|rest| rest.strip_suffix('的'));
    year.is_some_and(|year| {
        let digits = year.trim_end_matches(['底', '末', '初', '年']);
        digits.len() == 4 && digits.bytes().all(|it| it.is_ascii_digit()) && digits.len() < year.len()
    })
}

/// B，较2022年底的A增加C，是2022年底的N倍: A and B, where A is of the same time.
fn compared_before<'a>(
    reading: &'a Reading<'_>,
    sentence: &std::ops::Range<usize>,
    end: usize,
    lead: &str,
) -> Option<(&'a Quantity, &'a Quantity)> {
    let text = reading.text;
    let time = lead.trim_start_matches(['是', '为']);
    let figures: Vec<&Quantity> = reading.within(&(sentence.start..end)).collect();
    let at = figures.iter().rposition(|it| {
        let before = &text[reading.segment(it.range.start).start..it.range.start];
        before.ends_with(time) && before.starts_with(['较', '比'])
    })?;
    let (to, from) = (*figures.get(at.checked_sub(1)?)?, figures[at]);
    (to.unit == from.unit && !to.is_loose && !from.is_loose && from.value > 0.0).then_some((from, to))
}

/// 规模8亿元，撬动贷款160亿元，放大20倍: two figures of its sentence, but for the point.
fn enlarged(reading: &Reading<'_>, said: &Quantity) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(said.range.start);
    if !text[segment.start..said.range.start].trim().ends_with("放大") {
        return None;
    }
    let sentence = reading.sentence(said.range.start);
    let figures: Vec<&Quantity> =
        reading.within(&(sentence.start..segment.start)).filter(|it| !it.is_percentage()).collect();
    let [.., from, to] = figures[..] else { return None };
    let value = to.value / from.value;
    // 放大4倍 is four times as much, or with what was there before.
    let is_given = [value, value + 1.0].iter().any(|value| fits(*value, 0.06 * value, said));
    let is_near = super::near::is_akin(reading, value, said);
    let is_only = figures.iter().filter(|it| it.unit == to.unit).count() == 2;
    (from.unit == to.unit && from.value > 0.0 && !is_given && is_near && is_only && !from.is_loose && !to.is_loose)
        .then(|| {
            let shown = reading.shown(&[to, from]).join(" ÷ ");
            Working::of(Kind::Growth, Verdict::Doubtful, said, shown, in_form(value, said, text))
        })
}

/// 由1200个增加到2400个，翻了一番: each time twice as much.
fn doubled(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let count = text[..at].chars().next_back()?;
    let times = numeral::digit(count).filter(|times| (1..=3).contains(times))?;
    let start = at - count.len_utf8();
    let before = &text[reading.segment(at).start..start];
    let verb = before.trim_end_matches('了').strip_suffix('翻')?;
    // 近一番, 一番多: about so much.
    let is_rough =
        text[end..].starts_with(['多', '以']) || ["近", "超", "约", "基本", "接近"].iter().any(|it| verb.contains(it));
    let sentence = reading.sentence(at);
    let (from, to) = growth::pair(reading, &sentence, start)?;
    let between = &text[to.range.end..start - before.len().min(start)];
    let is_next = reading.within(&(to.range.end..start)).next().is_none() && !between.contains('；');
    if is_rough || !is_next || from.value <= 0.0 || from.is_percentage() || verb.chars().count() > 4 {
        return None;
    }
    let value = to.value / from.value;
    let wanted = f64::from(2_u32.pow(times));
    let is_right = (0.96 * wanted..1.25 * wanted).contains(&value);
    let place = start - '翻'.len_utf8()..end;
    Some(Working {
        kind: Kind::Growth,
        verdict: if is_right { Verdict::Confirmed } else { Verdict::Doubtful },
        range: start..end,
        place: if is_right { place } else { from.range.start..end },
        working: reading.shown(&[to, from]).join(" ÷ "),
        result: format!("{value:.2}倍"),
    })
}

/// B，是去年A的N倍: A and B.
fn of_a_figure<'a>(
    reading: &Reading<'a>,
    said: &Quantity,
    sentence: &std::ops::Range<usize>,
) -> Option<(&'a Quantity, &'a Quantity)> {
    let text = reading.text;
    let segment = reading.segment(said.range.start);
    let from = reading.within(&(segment.start..said.range.start)).next_back()?;
    let lead = &text[segment.start..from.range.start];
    let is_of =
        text[from.range.end..said.range.start].trim() == "的" && (lead.starts_with('是') || lead.starts_with('为'));
    let to = reading.within(&(sentence.start..segment.start)).next_back()?;
    let is_pair = from.unit == to.unit && !from.is_loose && !to.is_loose && !from.is_percentage() && from.value > 0.0;
    (is_of && is_pair && text[to.range.end..segment.start].trim() == "，").then_some((from, to))
}

/// 1.8元、2.4元、4.5元，最高档是最低档的2.5倍: of the figures listed.
fn extremes(reading: &Reading<'_>, end: usize) -> Option<Working> {
    let text = reading.text;
    let said = reading.own().iter().find(|it| it.range.start == end && it.unit == "倍" && !it.is_loose)?;
    let sentence = reading.sentence(end);
    let before: Vec<&Quantity> = reading.within(&(sentence.start..end)).collect();
    let last = before.windows(2).rposition(|pair| {
        pair[0].unit == pair[1].unit && text[pair[0].range.end..pair[1].range.start].starts_with(['、', '和'])
    })? + 1;
    let mut first = last;
    while first > 0
        && before[first - 1].unit == before[last].unit
        && text[before[first - 1].range.end..before[first].range.start].starts_with(['、', '和'])
    {
        first -= 1;
    }
    let listed = &before[first..=last];
    let low = listed.iter().min_by(|left, right| left.value.total_cmp(&right.value))?;
    let high = listed.iter().max_by(|left, right| left.value.total_cmp(&right.value))?;
    let value = high.value / low.value;
    let verdict = if fits(value, 0.0, said) { Verdict::Confirmed } else { Verdict::Doubtful };
    let shown = reading.shown(&[high, low]).join(" ÷ ");
    Some(Working::of(Kind::Growth, verdict, said, shown, in_form(value, said, text)))
}

/// 每年A，N年共B.
fn yearly(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let each = reading.within(&(end..sentence.end)).next().filter(|it| !it.is_loose && !it.is_percentage())?;
    // 每年培训校长360名、教师3000名，三年共: all that is told of a year.
    let is_people = |unit: &str| matches!(unit, "人" | "人次");
    let mut all = vec![each];
    let mut rest = reading.within(&(each.range.end..sentence.end));
    let said = loop {
        let next = rest.next().filter(|it| !it.is_loose)?;
        let last = all[all.len() - 1];
        if next.unit == each.unit && text[last.range.end..next.range.start].starts_with(['、', '和']) {
            all.push(next);
            continue;
        }
        break (next.unit == each.unit || is_people(next.unit) && is_people(each.unit)).then_some(next)?;
    };
    let last_end = all[all.len() - 1].range.end;
    // 每人每年, 每年每个: more is multiplied than is seen here.
    if text[reading.segment(at).start..each.range.start].matches('每').count() > 1 {
        return None;
    }
    let between = text[last_end..said.range.start].trim_start_matches('，');
    // 2025年至2027年三年共: the count stands right before the word for all of it.
    let at = ["年共", "年累计", "年合计", "年总计", "年内共", "年，共", "年，累计", "年，合计"]
        .iter()
        .filter_map(|word| between.rfind(word))
        .max()?;
    let (count, rest) = (&between[..at], &between[at + '年'.len_utf8()..]);
    let digits = |it: char| it.is_ascii_digit() || numeral::is_numeral(it);
    let count = &count[count.trim_end_matches(digits).len()..];
    let years: u32 = count.parse().ok().or_else(|| numeral::parse(count))?;
    let rest = rest.trim_start_matches(['内', '，']);
    let is_sum = ["共", "累计", "合计", "总计"].iter().any(|word| rest.starts_with(word));
    if !is_sum || !(2..=20).contains(&years) {
        return None;
    }
    let sum: f64 = all.iter().map(|it| it.value).sum();
    let value = sum * f64::from(years);
    if all.len() > 1 && !(0.5..2.0).contains(&(value / said.value)) {
        return None;
    }
    let shown = match &all[..] {
        [each] => each.shown(text).to_owned(),
        _ => format!("({})", reading.shown(&all).join(" + ")),
    };
    Some(Working {
        kind: Kind::Total,
        verdict: if fits(value, each.error * f64::from(years), said)
            && (value - said.value).abs() <= each.error + 2.0 * said.error
        {
            Verdict::Confirmed
        } else {
            Verdict::Doubtful
        },
        range: said.range.clone(),
        place: said.range.clone(),
        working: format!("{shown} × {years}"),
        result: in_form(value, said, text),
    })
}
