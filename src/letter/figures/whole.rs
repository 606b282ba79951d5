//! What 其中 and a share are of, and what a slip of the pen makes of a figure.

use super::Reading;
use super::growth::is_shared;
use super::quantity::Quantity;
use std::ops::Range;

/// Words that make a figure how much there is of something per head, per year, per piece.
const MEANS: [&str; 13] =
    ["平均", "人均", "户均", "年均", "日均", "月均", "次均", "案均", "村均", "校均", "亩均", "生均", "每"];

/// The figures before 其中 at byte `at` that it may speak of, the nearest first: no shares, and no means or changes unless
/// there is nothing else. Where the sentence begins with it, those of the sentence before.
pub(super) fn before_among<'a>(reading: &Reading<'a>, at: usize) -> Vec<&'a Quantity> {
    let sentence = reading.sentence(at);
    let own = sentence.start..at;
    let is_first = reading.text[own.clone()].trim().is_empty();
    let scope = if is_first { sentence_before(reading, &sentence).unwrap_or(own) } else { own };
    let figures = reading
        .within(&scope)
        .rev()
        .filter(|it| !it.is_percentage() && !matches!(it.unit, "点" | "倍" | "岁") && !is_aside(reading, it, at))
        .filter(|it| !is_shared(reading, it) && !is_one_of_a_list(reading, it, at));
    let (counts, others): (Vec<&Quantity>, Vec<&Quantity>) =
        figures.partition(|it| !is_mean(reading, it) && !is_change(reading, it));
    // 每座补助20万元，其中: where there is nothing else, it is of that.
    if counts.is_empty() { others } else { counts }
}

/// Whether a figure is one of several side by side: 新建36座、改建24座，其中 is of both together.
fn is_one_of_a_list(reading: &Reading<'_>, quantity: &Quantity, at: usize) -> bool {
    let text = reading.text;
    let sentence = reading.sentence(quantity.range.start);
    let beside = |left: &Quantity, right: &Quantity| {
        let between = &text[left.range.end..right.range.start];
        left.unit == right.unit
            && between.starts_with(['、', '和'])
            && between.chars().count() <= 10
            && !between.contains(['，', '；', '。'])
    };
    let before = reading.within(&(sentence.start..quantity.range.start)).next_back();
    let after = reading.within(&(quantity.range.end..at)).next();
    before.is_some_and(|it| beside(it, quantity)) || after.is_some_and(|it| beside(quantity, it))
}

/// Whether a figure stands in brackets that close before byte `at`: 共40座（含东站8座），其中 is of the 40.
fn is_aside(reading: &Reading<'_>, quantity: &Quantity, at: usize) -> bool {
    let sentence = reading.sentence(quantity.range.start);
    let opens = reading.text[sentence.start..quantity.range.start].rfind('（');
    let is_open = opens.is_some_and(|open| !reading.text[sentence.start + open..quantity.range.start].contains('）'));
    is_open && quantity.range.end < at && reading.text[quantity.range.end..at].contains('）')
}

/// The sentence before in the same paragraph.
pub(super) fn sentence_before(reading: &Reading<'_>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let paragraph = reading.paragraph(sentence.start);
    let end = sentence.start.checked_sub('。'.len_utf8()).filter(|end| *end > paragraph.start)?;
    reading.text.is_char_boundary(end).then(|| reading.sentence(end).start..end)
}

/// The words before a figure in its own clause.
pub(super) fn lead<'a>(reading: &Reading<'a>, quantity: &Quantity) -> &'a str {
    &reading.text[reading.segment(quantity.range.start).start..quantity.range.start]
}

/// Whether the figure says how much there is per head: 户均8000元, 每座20万元.
pub(super) fn is_mean(reading: &Reading<'_>, quantity: &Quantity) -> bool {
    let lead = lead(reading, quantity);
    MEANS.iter().any(|word| lead.contains(word))
}

/// Whether the figure says by how much something is more or less: 比上年增加21名, 比计划多20张.
fn is_change(reading: &Reading<'_>, quantity: &Quantity) -> bool {
    let lead = lead(reading, quantity);
    ["比", "较", "同比", "环比"].iter().any(|word| lead.contains(word))
}

/// What the figure would be worth with two neighbouring digits exchanged, or its point moved.
pub(super) fn slips(text: &str, quantity: &Quantity) -> Vec<f64> {
    let digits: Vec<char> = text[quantity.number.clone()].chars().collect();
    let mut values: Vec<f64> = Vec::new();
    let places: Vec<usize> = (0..digits.len()).filter(|&at| digits[at].is_ascii_digit()).collect();
    for pair in places.windows(2) {
        let (left, right) = (pair[0], pair[1]);
        if digits[left] != digits[right] {
            let mut other = digits.clone();
            other.swap(left, right);
            values.extend(other.into_iter().collect::<String>().parse::<f64>().map(|value| value * quantity.scale));
        }
    }
    values.extend([0.0001, 0.001, 0.01, 0.1, 10.0, 100.0, 1000.0, 10_000.0].map(|factor| quantity.value * factor));
    values
}

/// Whether two digits exchanged, or the point moved, in one of the figures makes the parts give the whole.
pub(super) fn is_one_slip(text: &str, parts: &[&Quantity], whole: &Quantity) -> bool {
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    let is_even = |left: f64, right: f64| (left - right).abs() <= 1e-6 * right.abs().max(1.0);
    // A part that is slipped is no larger than the whole, and no nothing beside it; what comes whole is slipped whole.
    let is_part = |value: f64, part: &Quantity| {
        value > 0.0 && value < whole.value && (value.fract() == 0.0 || part.value.fract() != 0.0)
    };
    parts.iter().any(|part| {
        let meant = slips(text, part).into_iter().filter(|meant| is_part(*meant, part));
        meant.into_iter().any(|meant| is_even(sum - part.value + meant, whole.value))
    }) || slips(text, whole).into_iter().any(|meant| is_even(sum, meant))
}

/// Whether `value`, worked out, is what `said` would be without a slip of the pen.
pub(super) fn is_slip(text: &str, value: f64, error: f64, said: &Quantity) -> bool {
    let slack = error + said.error + 1e-9 * value.abs().max(1.0);
    slips(text, said).into_iter().any(|other| {
        // The point moved moves what rounding may hide.
        let factor = if said.value == 0.0 { 1.0 } else { (other / said.value).abs() };
        (other - value).abs() <= slack.max(slack * factor).min(0.02 * value.abs())
    })
}

#[cfg(test)]
mod tests {
    use super::super::quantity;
    use super::*;

    #[test]
    fn slips_of_the_pen() {
        let text = "9.5万元、1206座";
        let found = quantity::read(text);
        assert!(is_slip(text, 59_000.0, 0.0, &found[0]) && is_slip(text, 950_000.0, 0.0, &found[0]));
        assert!(is_slip(text, 1260.0, 0.0, &found[1]) && !is_slip(text, 1261.0, 0.0, &found[1]));
    }
}
