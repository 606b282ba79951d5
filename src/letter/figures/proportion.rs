//! What each bears where the proportion is told: 按6∶4比例负担，市级负担360万元，区级负担240万元.

use super::quantity::Quantity;
use super::{Kind, Reading, Verdict, Working, in_form};

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for word in ["比例", "的比例"] {
        for (at, word) in reading.matches(word) {
            found.extend(by_proportion(reading, at, at + word.len()));
        }
    }
}

fn by_proportion(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let is_term = |it: char| it.is_ascii_digit() || matches!(it, ':' | '：' | '∶' | '.');
    let before = &text[sentence.start..at];
    let terms = &before[before.trim_end_matches(is_term).len()..];
    let terms: Vec<f64> = terms.split([':', '：', '∶']).map(str::parse).collect::<Result<_, _>>().ok()?;
    let sum: f64 = terms.iter().sum();
    if !(2..=4).contains(&terms.len())
        || terms.iter().any(|term| *term <= 0.0)
        || terms.len() == 2 && terms.contains(&1.0) && sum > 5.0
    {
        return None;
    }
    let behind: Vec<&Quantity> = reading.within(&(end..sentence.end)).collect();
    let first_total = behind.first().is_some_and(|first| {
        ["总额", "共", "总"].iter().any(|word| super::whole::lead(reading, first).starts_with(word))
    });
    let parts = &behind[usize::from(first_total)..];
    let is_listed = parts.len() == terms.len()
        && parts.iter().all(|it| it.unit == "元" && !it.is_loose)
        && parts.iter().all(|it| {
            let lead = super::whole::lead(reading, it);
            ["承担", "负担", "分担", "配套", "出资", "安排"].iter().any(|word| lead.contains(word))
        });
    if !is_listed || text[end..parts[0].range.start].contains("其中") {
        return None;
    }
    let total: f64 = parts.iter().map(|it| it.value).sum();
    let total = if first_total { behind[0].value } else { total };
    let share = |at: usize| total * terms[at] / sum;
    let is_off = |at: usize| (parts[at].value - share(at)).abs() > 2.0 * parts[at].error + 0.012 * share(at);
    let wrong = (0..parts.len()).find(|at| is_off(*at))?;
    let shown: Vec<&str> = parts.iter().map(|it| it.shown(text)).collect();
    let last = parts[parts.len() - 1];
    let terms: Vec<String> = terms.iter().map(f64::to_string).collect();
    Some(if first_total {
        let shown = format!("{} × {}/{sum}", behind[0].shown(text), terms[wrong]);
        Working::of(Kind::Share, Verdict::Doubtful, parts[wrong], shown, in_form(share(wrong), parts[wrong], text))
    } else {
        let words = format!("{}之比不是{}", shown.join("、"), terms.join("∶"));
        Working::in_words(Kind::Share, Verdict::Doubtful, parts[0].range.start..last.range.end, words)
    })
}

#[cfg(test)]
mod tests {
    use crate::letter::figures::faults;

    #[test]
    fn each_bears_its_share() {
        for (text, expected) in [
            ("市级与区级财政按6∶4比例负担，市级负担360万元，区级负担260万元。", "360万、260万之比不是6∶4 ✗"),
            (
                "中央、省、市按5:3:2的比例分担，总额1000万元，中央承担500万元、省承担200万元、市承担200万元。",
                "200万元 ≠ 1000万 × 3/10 = 300万元 ✗",
            ),
        ] {
            assert_eq!(faults(text), [expected], "{text}");
        }
    }

    #[test]
    fn right_shares_are_silent() {
        for text in [
            "市级与区级财政按6∶4比例负担，市级负担360万元，区级负担240万元。",
            "按6∶4比例负担，今年市级负担360万元，区级负担240万元，其余由镇级负担20万元。",
            "中央、省、市按5:3:2比例分担，其中市级部分由市、区按6:4负担。",
            "按1∶15比例配备教师，安排经费200万元，安排设备费60万元。",
        ] {
            assert!(faults(text).is_empty(), "{text}: {:?}", faults(text));
        }
    }
}
