//! Sums.

use super::list::slack;
use super::near::told_together;
use super::parts::value_of;
use super::quantity::Quantity;
use super::unit::unit_at;
use super::whole::is_one_slip;
use super::{Kind, Reading, Verdict, Working, fits, growth, in_form};

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for word in ["合计", "共计", "总计", "累计共", "，共"] {
        for (at, word) in reading.matches(word) {
            found.extend(sum(reading, at, at + word.len()));
        }
    }
    // 三项共727件, 三年共2300万元.
    for word in ["项共", "年共", "者共", "类共", "级共", "期共", "批共"] {
        for (at, word) in reading.matches(word) {
            let count = reading.text[..at].chars().next_back().filter(|it| "两二三四五六".contains(*it));
            if let Some(start) = count.and_then(|count| (at - count.len_utf8()).checked_sub('，'.len_utf8()))
                && reading.text.get(start..).is_some_and(|text| text.starts_with('，'))
            {
                found.extend(sum(reading, start, at + word.len()));
            }
        }
    }
}

/// A、B、C，合计T.
fn sum(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let segment = reading.segment(end);
    let said = reading.within(&(end..segment.end)).next().filter(|said| !said.is_loose)?;
    // 家（名）: in the one unit or the other.
    let both = text[said.range.end..]
        .strip_prefix('（')
        .and_then(|inner| unit_at(inner).filter(|(word, _)| inner[word.len()..].starts_with('）')))
        .map(|(_, unit)| unit)
        .into_iter()
        .collect::<Vec<_>>();
    let gap = text[end..said.range.start].trim().trim_start_matches('计');
    // 二、三期合计10公里: a sum with a subject of its own is of something else.
    let is_comma_word = text[at..end].starts_with('，');
    // 两者共计: the words say whose sum it is.
    let before = ["两者", "二者", "三者", "两项", "三项", "以上", "总"]
        .iter()
        .find_map(|word| text[..at].trim_end().strip_suffix(word))
        .unwrap_or(&text[..at]);
    let is_bare = is_comma_word || before.trim_end().ends_with(['，', '、', '；']);
    // 共13人 with nothing between: a verb of its own has an object of its own.
    let longest = if both.is_empty() && is_comma_word { 0 } else { 6 };
    if !is_bare || gap.chars().count() > longest {
        return None;
    }
    let before: Vec<&Quantity> = reading.within(&(sentence.start..at)).collect();
    let mut parts: Vec<&Quantity> = Vec::new();
    // All of one unit that lead up to it, and those of them that are listed side by side.
    let mut run: Vec<&Quantity> = Vec::new();
    let mut is_list = true;
    for quantity in before.iter().rev() {
        let next = run.last().map_or(at, |part: &&Quantity| part.range.start);
        let between = &text[quantity.range.end..next];
        is_list = is_list
            && (run.is_empty() && between.chars().count() <= 12
                || between.contains(['、', '和', '”'])
                || run.len() == 1 && between.contains('，'));
        // 服务中心10个、法庭36个，合计46处: places are counted in either; 单位326家、个人1174名，共1500家（名）.
        let is_place = |unit: &str| matches!(unit, "个" | "处" | "家" | "所");
        let is_alike = quantity.unit == said.unit
            || is_place(quantity.unit) && is_place(said.unit) && !is_comma_word && between.chars().count() <= 8
            || both.contains(&quantity.unit);
        let is_other = !is_alike || quantity.is_loose;
        if is_other || between.contains(['；', '：']) {
            break;
        }
        run.push(quantity);
        if is_list {
            parts.push(quantity);
        }
    }
    parts.reverse();
    run.reverse();
    // 5处，32处，186处，合计223处: clause by clause, all of them or the last of them.
    let tail = (2..=run.len()).map(|count| &run[run.len() - count..]);
    let exact = tail.into_iter().find(|tail| fits(tail.iter().map(|part| part.value).sum(), 0.0, said));
    let is_by_clause = run.len() > parts.len();
    if let Some(exact) = exact {
        parts = exact.to_vec();
    } else if is_by_clause {
        parts = run;
    }
    if parts.len() < 2 {
        return None;
    }
    // 为20所各配备电脑1台、打印机1台，合计40台: what each of them gets is no part.
    let start = told_together(reading, parts[0].range.start).start;
    if text[start..parts[parts.len() - 1].range.start].contains(['各', '每']) && !fits(value_of(&parts), 0.0, said) {
        return None;
    }
    // 总投资20亿元，其中…: a whole among the parts; 由860个增加到1240个: what it was and is.
    let words = &text[parts[0].range.end..at];
    let last = &text[reading.segment(parts[0].range.start).start..parts[0].range.start];
    if words.contains("其中")
        || last.contains("其中") && !is_comma_word && is_by_clause
        || growth::pair(reading, &sentence, at).is_some()
    {
        return None;
    }
    // 镇12个、村36个，共5个: what is counted together is not smaller than a part, but for a slip of the pen: 3200亿元, 800万元，共4000万元.
    let is_slip = said.unit == "元" && is_one_slip(text, &parts, said);
    if is_comma_word && !is_slip && parts.iter().any(|part| part.value > said.value) {
        return None;
    }
    let value = value_of(&parts);
    // Sums that rounding may explain still want a look.
    let verdict = if fits(value, 0.0, said) {
        Verdict::Confirmed
    } else if is_by_clause && !is_slip && !(0.5 * said.value..2.0 * said.value).contains(&value) {
        return None;
    } else if is_comma_word || is_by_clause || (value - said.value).abs() <= slack(&parts, said) {
        Verdict::Doubtful
    } else {
        Verdict::Contradicted
    };
    Some(Working {
        kind: Kind::Total,
        verdict,
        range: said.range.clone(),
        place: if verdict == Verdict::Confirmed { said.range.clone() } else { parts[0].range.start..said.range.end },
        working: reading.shown(&parts).join(" + "),
        result: in_form(value, said, text),
    })
}
