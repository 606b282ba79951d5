//! So much for each, so many of them: so much in all.

use super::quantity::{self, Quantity};
use super::whole::lead;
use super::{Kind, Reading, Verdict, Working, fits, in_form};

/// Words that say that a figure is all of it.
const SUMS: [&str; 6] = ["共", "累计", "合计", "总计", "总额", "全年"];

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for (at, word) in reading.matches("每") {
        found.extend(product(reading, at, at + word.len()));
    }
}

/// 365只，每只补助120元，累计支出A.
fn product(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let unit = quantity::unit_of(&text[end..])?;
    let each = reading.within(&(end..sentence.end)).next().filter(|each| !each.is_loose && each.unit == "元")?;
    let segment = reading.segment(each.range.start);
    // 每人每月, 每年每个, 每人5次、每次…: more is multiplied than is seen here.
    let is_once = text[segment.start..each.range.end].matches('每').count() == 1 && segment.start <= at;
    if !is_once || text[end..each.range.start].chars().count() > 12 || text[each.range.end..].starts_with('/') {
        return None;
    }
    let rest = reading.within(&(each.range.end..sentence.end));
    let said = rest.filter(|it| it.unit == "元").find(|it| SUMS.iter().any(|word| lead(reading, it).contains(word)))?;
    // 三年共, 5个月共: for so long.
    let between = &text[each.range.end..said.range.start];
    let is_long = ["年", "月", "期", "批", "轮"].iter().any(|word| lead(reading, said).contains(word) && *word != "年")
        || between.contains('每')
        || lead(reading, said).trim_start_matches("全年").contains('年');
    let counts: Vec<&Quantity> =
        reading.within(&(sentence.start..said.range.start)).filter(|it| it.unit == unit && !it.is_loose).collect();
    if said.is_loose || is_long || counts.is_empty() {
        return None;
    }
    let product = |count: &Quantity| each.value * count.value;
    let error = |count: &Quantity| each.error * count.value + count.error * each.value;
    let exact = counts.iter().find(|count| fits(product(count), error(count).min(said.error), said));
    let count = match (exact, &counts[..]) {
        (Some(count), _) => count,
        (None, [count]) => count,
        (None, _) => return None,
    };
    Some(Working {
        kind: Kind::Total,
        verdict: if exact.is_some() || fits(product(count), error(count), said) {
            Verdict::Confirmed
        } else {
            Verdict::Doubtful
        },
        range: said.range.clone(),
        place: said.range.clone(),
        working: format!("{} × {}", each.shown(text), count.shown(text)),
        result: in_form(product(count), said, text),
    })
}
