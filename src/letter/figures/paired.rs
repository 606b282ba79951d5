//! Two counts told side by side, and their parts side by side: 186户652人，其中集中安置120户420人，分散安置66户232人.

use super::quantity::Quantity;
use super::{Kind, Reading, Verdict, Working, in_form};

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for (at, word) in reading.matches("其中") {
        found.extend(paired(reading, at, at + word.len()));
    }
}

/// Whether two quantities stand side by side as one: 186户652人, 12家、3600人.
fn are_one(text: &str, left: &Quantity, right: &Quantity) -> bool {
    left.unit != right.unit
        && matches!(&text[left.range.end..right.range.start], "" | "、" | "共" | "、共" | "，共" | " ")
        && !left.is_loose
        && !right.is_loose
        && !left.is_percentage()
        && !right.is_percentage()
}

fn paired(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let before: Vec<&Quantity> = reading.within(&(sentence.start..at)).collect();
    let [.., first, second] = before[..] else { return None };
    let stop = text[end..sentence.end].find('；').map_or(sentence.end, |stop| end + stop);
    // 另有12户40人: beside all that is listed.
    let stop =
        ["另", "此外", "其余"].iter().filter_map(|word| text[end..stop].find(word)).min().map_or(stop, |at| end + at);
    let parts: Vec<&Quantity> = reading.within(&(end..stop)).collect();
    let is_whole = are_one(text, first, second) && matches!(&text[second.range.end..at], "，" | "（" | "");
    let is_listed = parts.len() >= 4
        && parts.len().is_multiple_of(2)
        && parts
            .chunks(2)
            .all(|pair| pair[0].unit == first.unit && pair[1].unit == second.unit && are_one(text, pair[0], pair[1]))
        && parts.chunks(2).zip(parts.chunks(2).skip(1)).all(|(left, right)| {
            let between = &text[left[1].range.end..right[0].range.start];
            between.starts_with(['，', '、', '和']) && between.matches(['，', '、']).count() <= 1
        });
    if !is_whole || !is_listed {
        return None;
    }
    let of = |offset: usize| parts.iter().skip(offset).step_by(2).copied().collect::<Vec<_>>();
    let off = |whole: &Quantity, offset: usize| {
        let sum: f64 = of(offset).iter().map(|it| it.value).sum();
        let slack: f64 = whole.error + of(offset).iter().map(|it| it.error).sum::<f64>() + 1e-9 * whole.value;
        (sum, sum - whole.value, slack)
    };
    let (one, other) = (off(first, 0), off(second, 1));
    let is_right = |of: &(f64, f64, f64)| of.1.abs() <= of.2;
    // Where the one adds up the list is all there is, and the other has to add up too.
    let (whole, offset, sum) = match (is_right(&one), is_right(&other)) {
        (true, false) => (second, 1, other.0),
        (false, true) => (first, 0, one.0),
        (false, false) if one.1 > one.2 && other.1 > other.2 => (first, 0, one.0),
        _ => return None,
    };
    let parts = of(offset);
    let last = parts.last()?;
    Some(Working {
        kind: Kind::Total,
        verdict: Verdict::Doubtful,
        range: whole.range.clone(),
        place: whole.range.start..last.range.end,
        working: reading.shown(&parts).join(" + "),
        result: in_form(sum, whole, text),
    })
}

#[cfg(test)]
mod tests {
    use crate::letter::figures::faults;

    #[test]
    fn households_and_people_add_up_side_by_side() {
        for (text, expected) in [
            ("搬迁186户652人，其中集中安置120户420人，分散安置66户242人。", "652人 ≠ 420 + 242 = 662人 ✗"),
            ("搬迁186户652人，其中集中安置120户420人、分散安置76户232人。", "186户 ≠ 120 + 76 = 196户 ✗"),
        ] {
            assert_eq!(faults(text), [expected], "{text}");
        }
    }

    #[test]
    fn some_of_the_parts_are_no_fault() {
        for text in [
            "搬迁186户652人，其中集中安置120户420人，分散安置66户232人。",
            "全村412户1386人，其中脱贫户63户198人，监测户8户25人。",
            "全村412户约1386人，其中脱贫户63户198人，监测户349户1205人。",
        ] {
            assert!(faults(text).is_empty(), "{text}: {:?}", faults(text));
        }
    }
}
