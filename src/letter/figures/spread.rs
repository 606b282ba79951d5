//! Parts told together behind 分别: over years, over stretches.

use super::list::slack;
use super::parts::{before_its_parts, value_of};
use super::quantity::Quantity;
use super::whole::{is_mean, sentence_before};
use super::{Kind, Reading, Verdict, Working, fits, in_form};

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for (at, word) in reading.matches("分别为") {
        found.extend(split(reading, at, at + word.len()));
    }
    for (at, word) in reading.matches("分别") {
        found.extend(spread(reading, at, at + word.len()));
        found.extend(summed(reading, at, at + word.len()));
    }
}

/// T，分别为A、B、C: the parts of a total that comes near their sum.
fn split(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let whole = reading.within(&(sentence.start..at)).next_back().filter(|it| !it.is_loose && !it.is_percentage())?;
    if text[whole.range.end..at].trim() != "，" {
        return None;
    }
    let segment_end = text[end..sentence.end].find(['，', '；', '。']).map_or(sentence.end, |stop| end + stop);
    let parts: Vec<&Quantity> = reading.within(&(end..segment_end)).collect();
    if parts.len() < 2 || parts.iter().any(|part| part.unit != whole.unit || part.is_loose) {
        return None;
    }
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    let is_right = (sum - whole.value).abs() <= slack(&parts, whole) && fits(sum, slack(&parts, whole), whole);
    if !is_right && !(0.8 * whole.value..1.25 * whole.value).contains(&sum) {
        return None;
    }
    let verdict = if fits(sum, 0.0, whole) { Verdict::Confirmed } else { Verdict::Doubtful };
    Some(before_its_parts(reading, verdict, whole, &parts, sum))
}

/// 总投资9600万元的工程，分三年建设，2025年、2026年、2027年分别投资A、B和C; 尚未加固的T，集中在三段，长度分别为A、B和C: as many parts as
/// are counted, of the last figure of their kind.
fn spread(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let stop = text[end..sentence.end].find(['，', '；']).map_or(sentence.end, |stop| end + stop);
    let mut parts: Vec<&Quantity> = Vec::new();
    for quantity in reading.within(&(end..stop)) {
        let is_next = parts.last().is_none_or(|last: &&Quantity| {
            last.unit == quantity.unit && matches!(&text[last.range.end..quantity.range.start], "、" | "和")
        });
        if !is_next || quantity.is_loose || quantity.is_percentage() {
            return None;
        }
        parts.push(quantity);
    }
    let first = *parts.first().filter(|_| parts.len() >= 2)?;
    if text[end..first.range.start].chars().count() > 6 || is_mean(reading, first) {
        return None;
    }
    // 分三年, 三段, 四年分别: it is said that these are all.
    let before = &text[sentence.start..at];
    let counted = ["二两", "三", "四", "五", "六"].get(parts.len() - 2)?;
    let says_count = |unit: &&&str| {
        let unit: &str = unit;
        before
            .match_indices(unit)
            .any(|(at, _)| before[..at].chars().next_back().is_some_and(|it| counted.contains(it)))
    };
    ["年", "段", "期", "批", "步"].iter().find(says_count)?;
    let own = reading.within(&(sentence.start..at)).rfind(|it| it.unit == first.unit);
    let earlier = || {
        let before = sentence_before(reading, &sentence)?;
        reading.within(&before).rfind(|it| it.unit == first.unit && !is_mean(reading, it))
    };
    let whole = own.or_else(earlier).filter(|it| !it.is_loose && !is_mean(reading, it))?;
    let sum = value_of(&parts);
    let is_right = (sum - whole.value).abs() <= slack(&parts, whole);
    if !is_right && !(0.8..1.25).contains(&(sum / whole.value)) {
        return None;
    }
    let verdict = if is_right { Verdict::Confirmed } else { Verdict::Doubtful };
    Some(before_its_parts(reading, verdict, whole, &parts, sum))
}

/// 三个片区分别建成12个、9个、14个，共建成35个: the figure told of all of them in the next clause.
fn summed(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let figures: Vec<&Quantity> = reading.within(&(end..sentence.end)).collect();
    let (said, parts) = {
        let breaks =
            |pair: &[&Quantity]| !matches!(&text[pair[0].range.end..pair[1].range.start], "、" | "和" | "及" | "与");
        let last = figures.windows(2).position(breaks)?;
        (figures[last + 1], &figures[..=last])
    };
    let last = *parts.last().filter(|_| parts.len() >= 2)?;
    let words = text[last.range.end..said.range.start].strip_prefix('，')?;
    let is_even = parts.iter().chain([&said]).all(|it| it.unit == said.unit && !it.is_loose && !it.is_percentage());
    let is_sum = ["共", "合计", "累计", "总"].iter().any(|word| words.contains(word)) && words.chars().count() <= 12;
    const OTHERS: [&str; 12] = ["其中", "每", "均", "另", "加上", "原有", "全市", "全县", "全区", "全省", "，", "目前"];
    // 为三所学校各配备: or so many for each of them.
    let lead = &text[sentence.start..parts[0].range.start];
    if !is_even || !is_sum || OTHERS.iter().any(|word| words.contains(word)) || lead.contains(['各', '每', '均']) {
        return None;
    }
    let sum = value_of(parts);
    let is_right = fits(sum, 0.0, said) || (sum - said.value).abs() <= slack(parts, said);
    let verdict = if is_right { Verdict::Confirmed } else { Verdict::Doubtful };
    let is_near = (0.5..2.0).contains(&(sum / said.value)) || super::whole::is_slip(text, sum, 0.0, said);
    let mut working =
        Working::of(Kind::Total, verdict, said, reading.shown(parts).join(" + "), in_form(sum, said, text));
    if !is_right {
        working.place.start = parts[0].range.start;
    }
    (is_right || is_near).then_some(working)
}
