//! Times: is three times as much, so much a year for so many years.

use super::quantity::Quantity;
use super::{Kind, Reading, Verdict, Working, fits, growth, in_form};
use crate::text::numeral;

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for said in reading.own().iter().filter(|it| it.unit == "倍" && !it.is_loose) {
        found.extend(times(reading, said).or_else(|| enlarged(reading, said)));
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
    let is_of = ["是原来的", "为原来的", "是过去的", "是之前的", "是改造前的", "达到原来的"].contains(&lead);
    let sentence = reading.sentence(said.range.start);
    let (from, to) = if is_of {
        growth::pair(reading, &sentence, said.range.start)?
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
    let is_tenfold = [0.01, 0.1, 10.0, 100.0].iter().any(|times| (value * times / said.value - 1.0).abs() < 0.01);
    (from.unit == to.unit && from.value > 0.0 && is_tenfold).then(|| {
        let shown = reading.shown(&[to, from]).join(" ÷ ");
        Working::of(Kind::Growth, Verdict::Doubtful, said, shown, in_form(value, said, text))
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

/// 每年A，N年共B.
fn yearly(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let each = reading.within(&(end..sentence.end)).next().filter(|it| !it.is_loose && !it.is_percentage())?;
    let said =
        reading.within(&(each.range.end..sentence.end)).next().filter(|it| !it.is_loose && it.unit == each.unit)?;
    // 每人每年, 每年每个: more is multiplied than is seen here.
    if text[reading.segment(at).start..each.range.start].matches('每').count() > 1 {
        return None;
    }
    let between = text[each.range.end..said.range.start].trim_start_matches('，');
    let (count, rest) = between.split_once('年')?;
    let years = count.parse().ok().or_else(|| numeral::parse(count))?;
    let rest = rest.trim_start_matches('内');
    let is_sum = ["共", "累计", "合计", "总计"].iter().any(|word| rest.starts_with(word));
    if !is_sum || !(2..=20).contains(&years) {
        return None;
    }
    let value = each.value * f64::from(years);
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
        working: format!("{} × {years}", each.shown(text)),
        result: in_form(value, said, text),
    })
}
