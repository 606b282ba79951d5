//! A figure against the one it is said to be above or below: 氨氮浓度1.8毫克/升，优于1.0毫克/升的限值.

use super::{Kind, Reading, Verdict, Working};
use std::ops::Range;

/// Words for below, and for above. What is 优于 is below only where it is a concentration.
const BELOW: [&str; 3] = ["低于", "小于", "优于"];
const ABOVE: [&str; 3] = ["高于", "大于", "超过"];
/// What a figure is compared with, behind it or before it.
const BOUNDS: [&str; 13] =
    ["限值", "标准", "目标", "要求", "规定", "红线", "警戒", "阈值", "指标", "上限", "下限", "平均水平", "平均值"];
/// Words that may stand between the comma and the comparison.
const PADS: [&str; 10] = ["均", "也", "已", "远", "明显", "大幅", "略", "连续", "仍", "都"];

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for word in ["，已达到目标", "，达到目标", "，已达标", "，已达到要求", "，完成目标", "，已完成目标", "，已实现目标"]
    {
        for (at, _) in reading.matches(word) {
            found.extend(reached(reading, at));
        }
    }
    for (words, is_above) in [(&BELOW, false), (&ABOVE, true)] {
        for word in words {
            for (at, word) in reading.matches(word) {
                found.extend(against(reading, at, word, is_above));
            }
        }
    }
}

/// 目标为88%，目前实际为86.6%，已达到目标.
fn reached(reading: &Reading<'_>, at: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let [.., goal, now] = reading.within(&(sentence.start..at)).collect::<Vec<_>>()[..] else { return None };
    let own = &text[sentence];
    // Of these less is better.
    let is_less =
        ["死亡", "投诉", "发病", "能耗", "浓度", "下降", "不合格", "损耗", "失业", "空置", "漏", "降低", "压减"]
            .iter()
            .any(|word| own.contains(word));
    let lead = |it| super::whole::lead(reading, it);
    let is_goal = ["目标", "要求", "指标"].iter().any(|word| lead(goal).contains(word));
    let is_now = ["实际", "目前", "现", "已达"].iter().any(|word| lead(now).contains(word));
    let is_pair = goal.is_percentage() && now.is_percentage() && !goal.is_loose && !now.is_loose;
    (is_pair && is_goal && is_now && !is_less && now.range.end == at && now.value < goal.value).then(|| {
        let words = format!("说的是达到目标，而{}比{}小", &text[now.range.clone()], &text[goal.range.clone()]);
        Working::in_words(Kind::Growth, Verdict::Doubtful, goal.range.start..now.range.end, words)
    })
}

fn against(reading: &Reading<'_>, at: usize, word: &str, is_above: bool) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(at);
    // 不超过, 未超过: the other way about, and mostly a demand.
    let pads = PADS.iter().fold(&text[segment.start..at], |words, pad| words.trim_start_matches(pad));
    let before = text[..segment.start].strip_suffix('，')?;
    if !pads.is_empty() {
        return None;
    }
    let own = &text[at + word.len()..segment.end];
    let start = own.find(|it: char| it.is_ascii_digit())?;
    let name = &own[..start];
    let (bound, length) = number(&own[start..])?;
    let place = at + word.len() + start;
    let before_unit = before.rfind(|it: char| it.is_ascii_digit())? + 1;
    let unit = &before[before_unit..];
    let digits = before[..before_unit].trim_end_matches(|it: char| it.is_ascii_digit() || it == '.').len();
    let (said, _) = number(&before[digits..before_unit])?;
    let lead = &before[reading.segment(digits).start..digits];
    let tail = own[start + length..].strip_prefix(unit)?;
    let is_unit =
        (1..=6).contains(&unit.chars().count()) && !unit.contains(['，', '。', '；', '、', '（', '）', '余', '多']);
    let is_rough =
        ["约", "近", "逾", "超", "于", "不足", "至", "～", "—", "增加", "减少", "提高", "提升", "降低", "压"]
            .iter()
            .any(|word| lead.ends_with(word));
    let is_bound = BOUNDS.iter().any(|word| name.contains(word) || tail.contains(word));
    // 低于全省平均水平2.1平方米: by so much.
    let is_by = !is_above && unit != "%" && !name.contains(['限', '标', '线', '规']) && !tail.starts_with('的');
    let is_dense = ["克", "NTU", "分贝", "dB", "贝克"].iter().any(|word| unit.contains(word));
    let is_other =
        tail.starts_with(['以', '左', '上', '下', '～', '—', '至', '个', '/']) || word == "优于" && !is_dense;
    let goes_wrong = if is_above { said < bound } else { said > bound };
    let is_near = (0.2..5.0).contains(&(said / bound));
    let is_told = is_unit && !is_rough && is_bound && !is_by && !is_other && is_near && goes_wrong;
    let range: Range<usize> = digits..place + length + unit.len();
    let more = if is_above { "小" } else { "大" };
    is_told.then(|| {
        let words = format!("说的是{word}，而{}比{}{more}", &text[digits..before.len()], &text[place..range.end]);
        Working::in_words(Kind::Growth, Verdict::Doubtful, range, words)
    })
}

/// The number that a text begins with, and its length in bytes.
fn number(text: &str) -> Option<(f64, usize)> {
    let length = text.len() - text.trim_start_matches(|it: char| it.is_ascii_digit() || it == '.').len();
    Some((text[..length].parse().ok().filter(|value| *value > 0.0)?, length))
}

#[cfg(test)]
mod tests {
    use crate::letter::figures::faults;

    #[test]
    fn what_is_said_to_be_below_a_limit_is_below_it() {
        for (text, expected) in [
            ("出水氨氮浓度为1.8毫克/升，优于1.0毫克/升的限值。", "说的是优于，而1.8毫克/升比1.0毫克/升大 ✗"),
            ("出厂水浊度为1.3NTU，低于国家标准限值1NTU。", "说的是低于，而1.3NTU比1NTU大 ✗"),
            ("教育支出占比为16.6%，高于全省平均水平17.2%。", "说的是高于，而16.6%比17.2%小 ✗"),
            ("森林覆盖率为59.2%，已超过规划目标60%。", "说的是超过，而59.2%比60%小 ✗"),
        ] {
            assert_eq!(faults(text), [expected], "{text}");
        }
    }

    #[test]
    fn what_is_below_or_above_by_so_much_is_no_limit() {
        for text in [
            "出水氨氮浓度为0.8毫克/升，优于1.0毫克/升的限值。",
            "人均公园绿地面积3.2平方米，低于全省平均水平2.1平方米。",
            "森林覆盖率为61.2%，超过规划目标60%；准点率98.5%，高于全省平均水平1.2个百分点。",
            "水质达标率为92%，低于95%以上的要求。",
            "优良天数比例为88.6%，优于85%的目标；办理时限为8个工作日，不超过15个工作日的规定。",
            "床位使用率为62%，高于全市平均水平。投诉率为1.2%，低于全省平均水平1.8%。",
            "每年投入约300万元，超过目标360万元。",
        ] {
            assert!(faults(text).is_empty(), "{text}: {:?}", faults(text));
        }
    }
}
