//! So many at so much and so many at so much, in all: 一等奖1名奖励5万元，二等奖2名各奖励3万元，共11万元.

use super::quantity::Quantity;
use super::whole::lead;
use super::{Kind, Reading, Verdict, Working, fits, in_form};

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for word in ["，共", "，合计", "，总计", "，总价", "，总额"] {
        for (at, word) in reading.matches(word) {
            found.extend(in_all(reading, at, at + word.len()));
        }
    }
}

fn in_all(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let said = reading.within(&(end..sentence.end)).next().filter(|said| said.unit == "元" && !said.is_loose)?;
    let before: Vec<&Quantity> = reading.within(&(sentence.start..at)).collect();
    // From the end: pairs of a count and what there is for each.
    let mut pairs: Vec<(&Quantity, &Quantity)> = Vec::new();
    for pair in before.rchunks(2) {
        let [count, each] = pair[..] else { break };
        let between = &text[count.range.end..each.range.start];
        let is_each = between.contains(['每', '各']) || between.contains("单价") || count.value == 1.0;
        let is_pair = each.unit == "元"
            && count.unit != "元"
            && !count.is_percentage()
            && count.scale == 1.0
            && is_each
            && between.chars().count() <= 8
            && !between.contains(['；', '月', '年', '天'])
            && !count.is_loose
            && !each.is_loose;
        if !is_pair {
            break;
        }
        pairs.push((count, each));
    }
    pairs.reverse();
    let is_own = text[end..said.range.start].chars().count() <= 8 && !lead(reading, said).contains(['年', '月']);
    // All figures of the sentence belong to it: one left over may be the whole of them, or one more of its own.
    if pairs.len() < 2 || pairs.len() * 2 != before.len() || !is_own {
        return None;
    }
    let value: f64 = pairs.iter().map(|(count, each)| count.value * each.value).sum();
    let shown: Vec<String> =
        pairs.iter().map(|(count, each)| format!("{} × {}", count.shown(text), each.shown(text))).collect();
    let verdict = if fits(value, 0.0, said) { Verdict::Confirmed } else { Verdict::Doubtful };
    Some(Working::of(Kind::Total, verdict, said, shown.join(" + "), in_form(value, said, text)))
}

#[cfg(test)]
mod tests {
    use crate::letter::figures::faults;

    #[test]
    fn prizes_come_to_what_they_are_said_to() {
        let text = "一等奖1名奖励5万元，二等奖2名各奖励3万元，三等奖3名各奖励1万元，共16万元。";
        assert_eq!(faults(text), ["16万元 ≠ 1 × 5万 + 2 × 3万 + 3 × 1万 = 14万元 ✗"]);
        let text = "购置大型客车12辆，每辆80万元，小型客车20辆，每辆35万元，共1760万元。";
        assert_eq!(faults(text), ["1760万元 ≠ 12 × 80万 + 20 × 35万 = 1660万元 ✗"]);
    }

    #[test]
    fn what_is_left_out_is_not_added() {
        for text in [
            "一等奖1名奖励5万元，二等奖2名各奖励3万元，三等奖3名各奖励1万元，共14万元。",
            "一等奖1名奖励5万元，二等奖2名各奖励3万元，另安排工作经费6万元，共17万元。",
            "一等奖1名奖励5万元，二等奖2名奖励3万元，共8万元。",
        ] {
            assert!(faults(text).is_empty(), "{text}: {:?}", faults(text));
        }
    }
}
