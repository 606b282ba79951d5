//! Up or down: 由14天降至31天 goes the wrong way.

use super::quantity::Quantity;
use super::whole::lead;
use super::{Kind, Reading, Verdict, Working};

const UP: [&str; 12] = [
    "增加到",
    "增加至",
    "增至",
    "提高到",
    "提高至",
    "提升到",
    "提升至",
    "上升到",
    "上升至",
    "增长到",
    "扩大到",
    "扩大至",
];
const DOWN: [&str; 14] = [
    "下降到",
    "下降至",
    "降至",
    "降到",
    "减少到",
    "减少至",
    "减至",
    "降低到",
    "降低至",
    "缩短到",
    "缩短至",
    "压缩到",
    "压缩至",
    "回落到",
];

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for (words, is_up) in [(&UP[..], true), (&DOWN[..], false)] {
        for word in words {
            for (at, word) in reading.matches(word) {
                found.extend(from_to(reading, at, at + word.len(), is_up));
            }
        }
    }
    for (at, word) in reading.matches("超额完成") {
        found.extend(beyond(reading, at, at + word.len()));
    }
    for (at, word) in reading.matches("最") {
        found.extend(highest(reading, at, at + word.len()));
    }
}

/// 由A降至B.
fn from_to(reading: &Reading<'_>, at: usize, end: usize, is_up: bool) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let from = reading.within(&(sentence.start..at)).next_back()?;
    let to = reading.within(&(end..sentence.end)).next()?;
    let is_from = ['由', '从'].iter().any(|word| lead(reading, from).contains(*word));
    let is_near = text[from.range.end..at].chars().count() <= 8
        && !text[from.range.end..at].contains(['，', '；'])
        && text[end..to.range.start].chars().count() <= 8
        && !text[end..to.range.start].contains(['，', '；']);
    let goes_wrong = if is_up { to.value < from.value } else { to.value > from.value };
    let is_level = from.unit == to.unit && !from.is_loose && !to.is_loose;
    (is_from && is_near && goes_wrong && is_level).then(|| {
        let way = if is_up { "增" } else { "减" };
        let more = if is_up { "小" } else { "大" };
        let words = format!("说的是{way}，而{}比{}{more}", &text[to.range.clone()], &text[from.range.clone()]);
        told(from.range.start..to.range.end, words)
    })
}

/// 淘汰2.3万辆，超额完成2.4万辆的任务.
fn beyond(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let done = reading.within(&(sentence.start..at)).next_back()?;
    let task = reading.within(&(end..sentence.end)).next()?;
    let after = text[task.range.end..].trim_start_matches(['的', '年', '度']);
    let is_task = ["任务", "目标", "计划"].iter().any(|word| after.starts_with(word));
    let is_own = text[done.range.end..at].trim() == "，" && !text[end..task.range.start].contains('，');
    (is_task && is_own && done.unit == task.unit && !done.is_loose && !task.is_loose && done.value < task.value).then(
        || {
            let words = format!("{}没有超过{}", &text[done.range.clone()], &text[task.range.clone()]);
            told(done.range.start..task.range.end, words)
        },
    )
}

/// 平均72种，最多的63种: no mean lies beyond what there is.
fn highest(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let kind = text[end..].chars().next()?;
    let is_most = match kind {
        '多' | '高' | '大' | '长' => true,
        '少' | '低' | '小' | '短' => false,
        _ => return None,
    };
    let extreme = reading.within(&(end..sentence.end)).next()?;
    let between = text[end + kind.len_utf8()..extreme.range.start].trim_start_matches(['的', '为', '达', '有', '是']);
    let mean = reading.within(&(sentence.start..at)).rfind(|it| it.unit == extreme.unit)?;
    let is_mean = lead(reading, mean).contains("平均") && text[mean.range.end..at].chars().count() <= 12;
    let is_beyond = if is_most { mean.value > extreme.value } else { mean.value < extreme.value };
    (between.is_empty() && is_mean && is_beyond && !mean.is_loose && !extreme.is_loose).then(|| {
        let words = format!("平均数{}超出最{kind}的{}", &text[mean.range.clone()], &text[extreme.range.clone()]);
        told(mean.range.start..extreme.range.end, words)
    })
}

fn told(place: std::ops::Range<usize>, words: String) -> Working {
    Working {
        kind: Kind::Growth,
        verdict: Verdict::Contradicted,
        range: place.clone(),
        place,
        working: words,
        result: String::new(),
    }
}

/// Whether a growth is more than all there is now: 96万户，比年初增加97万户.
pub(super) fn is_more_than_all(change: &Quantity, now: &Quantity, is_up: bool) -> bool {
    is_up && !change.is_percentage() && change.unit == now.unit && change.value > now.value
}
