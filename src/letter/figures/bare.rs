//! A rate of change between numbers of no unit, or of one that is not counted in: 标准由400提高到650，提高62.5%;
//! 浓度由40微克/立方米下降到32微克/立方米，下降20%.

use super::quantity::Quantity;
use super::{Kind, Reading, Verdict, Working, fits, in_form};

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for (word, is_up) in [
        ("提高到", true),
        ("增加到", true),
        ("提升到", true),
        ("上升到", true),
        ("提高至", true),
        ("增加至", true),
        ("提升至", true),
        ("下降到", false),
        ("减少到", false),
        ("降低到", false),
        ("下降至", false),
        ("减少至", false),
    ] {
        for (at, word) in reading.matches(word) {
            found.extend(rate(reading, at, at + word.len(), is_up));
        }
    }
}

fn rate(reading: &Reading<'_>, at: usize, end: usize, is_up: bool) -> Option<Working> {
    let text = reading.text;
    let is_digit = |it: char| it.is_ascii_digit() || it == '.';
    // 40微克/立方米: what stands between the number and the verb, and behind the other number again.
    let clause = &text[reading.segment(at).start..at];
    let unit = &clause[clause.rfind(|it: char| it.is_ascii_digit())? + 1..];
    let is_unit = unit.is_empty() || unit.chars().count() <= 6 && super::unit::unit_at(unit).is_none();
    let before = &text[..at - unit.len()];
    let digits = before.trim_end_matches(is_digit).len();
    let lead = &before[reading.segment(at).start..digits];
    let from: f64 = before[digits..].parse().ok().filter(|from| *from > 0.0)?;
    let behind = &text[end..];
    let length = behind.len() - behind.trim_start_matches(is_digit).len();
    let to: f64 = behind[..length].parse().ok()?;
    let rest = behind[length..].strip_prefix(unit)?.strip_prefix('，')?;
    let start = text.len() - rest.len();
    let said = reading.within(&(start..reading.segment(start).end)).next().filter(|said| said.is_percentage())?;
    let verb = &text[start..said.range.start];
    let ups = ["提高", "增长", "提升", "上升", "增幅", "涨幅", "增加", "提高了", "增长了", "增幅达", "增幅为"];
    let downs = ["下降", "减少", "降低", "降幅", "下降了", "减少了", "降幅达", "降幅为"];
    let is_own = if is_up { ups.contains(&verb) } else { downs.contains(&verb) };
    let goes_right = (to > from) == is_up;
    if !is_unit || !lead.ends_with(['由', '从']) || !is_own || !goes_right || said.is_loose {
        return None;
    }
    Some(told(reading, said, (from, &before[digits..]), (to, &behind[..length])))
}

/// The working of the rate from one number to another, each with its digits.
fn told(reading: &Reading<'_>, said: &Quantity, from: (f64, &str), to: (f64, &str)) -> Working {
    let value = (to.0 - from.0).abs() / from.0 * 100.0;
    let verdict = if fits(value, 0.05, said) { Verdict::Confirmed } else { Verdict::Doubtful };
    let (high, low) = if to.0 > from.0 { (to.1, from.1) } else { (from.1, to.1) };
    let shown = format!("({high} − {low}) ÷ {}", from.1);
    Working::of(Kind::Growth, verdict, said, shown, in_form(value, said, reading.text))
}

#[cfg(test)]
mod tests {
    use crate::letter::figures::faults;

    #[test]
    fn a_rate_between_bare_numbers_is_of_the_first() {
        let wrong = "养老金标准由400提高到650，提高38.5%。";
        assert_eq!(faults(wrong), ["38.5% ≠ (650 − 400) ÷ 400 = 62.5% ✗"]);
        let wrong = "平均浓度由40微克/立方米下降到32微克/立方米，下降25%。";
        assert_eq!(faults(wrong), ["25% ≠ (40 − 32) ÷ 40 = 20% ✗"]);
        for text in [
            "养老金标准由400提高到650，提高62.5%。",
            "平均浓度由40微克/立方米下降到32微克/立方米，下降20%。",
            "养老金标准由400提高到650，参保人数增长3.5%。",
            "得分由80.5提高到92，居全省第3位，增长率3.5%。",
        ] {
            assert!(faults(text).is_empty(), "{text}: {:?}", faults(text));
        }
    }
}
