//! What the years make together: 近三年投入6800万元，2023年2100万元，2024年2300万元，2025年2400万元.

use super::parts::{before_its_parts, value_of};
use super::quantity::Quantity;
use super::whole::{is_mean, lead};
use super::{Reading, Verdict, Working, fits};
use crate::text::numeral;

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    let own = reading.own();
    let mut at = 1;
    while at < own.len() {
        let count = run(reading, &own[at..]);
        if count >= 2 {
            found.extend(told(reading, &own[at - 1], &own[at..at + count]));
        }
        at += count.max(1);
    }
}

/// The year that the words before a figure name, where hardly anything stands between.
fn year(reading: &Reading<'_>, quantity: &Quantity) -> Option<u32> {
    let lead = lead(reading, quantity);
    let year = lead.get(..4)?.parse().ok()?;
    let verb = lead[4..].strip_prefix('年')?;
    (verb.chars().count() <= 5 && !verb.contains(['比', '较', '底', '末', '累', '达', '增'])).then_some(year)
}

/// How many figures go through the years one by one.
fn run(reading: &Reading<'_>, figures: &[Quantity]) -> usize {
    let mut last = None;
    figures
        .iter()
        .enumerate()
        .take_while(|(at, figure)| {
            let Some(own) = year(reading, figure).filter(|_| figure.unit == figures[0].unit && !figure.is_loose) else {
                return false;
            };
            let is_next = last.is_none_or(|year| own == year + 1);
            let between = at.checked_sub(1).map(|at| &reading.text[figures[at].range.end..figure.range.start]);
            last = Some(own);
            is_next && between.is_none_or(|words| words.starts_with(['，', '、', '；']) && !words.contains('。'))
        })
        .count()
}

fn told(reading: &Reading<'_>, whole: &Quantity, parts: &[Quantity]) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(whole.range.start);
    let first = parts.first()?;
    let between = text[whole.range.end..first.range.start].strip_suffix(lead(reading, first))?;
    let before = &text[sentence.start..whole.range.start];
    // 近三年, 三年共, 2023—2025年: as many years as are told.
    let years = before.rfind('年').map(|at| &before[..at])?;
    let number = &years[years.trim_end_matches(|it: char| it.is_ascii_digit() || numeral::is_numeral(it)).len()..];
    let count = number.parse::<u32>().ok().or_else(|| numeral::parse(number))?;
    let begins = year(reading, first)?;
    let is_span = years[..years.len() - number.len()]
        .trim_end_matches('年')
        .strip_suffix(['—', '至', '～', '-'])
        .is_some_and(|from| from.trim_end_matches('年').ends_with(begins.to_string().as_str()));
    let last = begins + u32::try_from(parts.len()).ok()? - 1;
    let are_all = usize::try_from(count).ok()? == parts.len() || is_span && count == last;
    if !are_all
        || !matches!(between, "，" | "，其中" | "：" | "（" | "，其中：")
        || whole.unit != first.unit
        || whole.is_loose
        || whole.is_percentage()
        || is_mean(reading, whole)
    {
        return None;
    }
    let parts: Vec<&Quantity> = parts.iter().collect();
    let sum = value_of(&parts);
    let slack: f64 = whole.error + parts.iter().map(|it| it.error).sum::<f64>();
    let is_right = fits(sum, 0.0, whole) || (sum - whole.value).abs() <= slack.min(0.01 * whole.value);
    let verdict = if is_right { Verdict::Confirmed } else { Verdict::Doubtful };
    let is_near = (0.5..2.0).contains(&(sum / whole.value));
    is_near.then(|| before_its_parts(reading, verdict, whole, &parts, sum))
}

#[cfg(test)]
mod tests {
    use crate::letter::figures::faults;

    #[test]
    fn the_years_make_all_of_them() {
        for (text, expected) in [
            (
                "近三年累计投入6800万元，2023年2100万元，2024年2300万元，2025年2600万元。",
                "6800万元 ≠ 2100 + 2300 + 2600 = 7000万元 ✗",
            ),
            (
                "2025—2027年改造管网180公里，2025年完成50公里，2026年完成60公里，2027年完成80公里。",
                "180公里 ≠ 50 + 60 + 80 = 190公里 ✗",
            ),
        ] {
            assert_eq!(faults(text), [expected], "{text}");
        }
        for text in [
            "近三年累计投入6800万元，2023年2100万元，2024年2300万元，2025年2400万元。",
            "近五年累计投入6800万元，2024年2300万元，2025年2600万元。",
            "近两年客流保持增长，2024年底有线路186条，2025年191条，2026年198条。",
        ] {
            assert!(faults(text).is_empty(), "{text}: {:?}", faults(text));
        }
    }
}
