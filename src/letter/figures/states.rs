//! All of a thing by the state it is in: 总长46公里，已建成31公里，在建9公里，未开工6公里.

use super::list::slack;
use super::near::told_together;
use super::parts::before_its_parts;
use super::quantity::Quantity;
use super::whole::{is_mean, lead};
use super::{Reading, Verdict, Working, fits};

/// Words for the state that is left over.
const LAST: [&str; 9] = ["未开工", "尚未开工", "未启动", "待建", "待开工", "未完成", "未建", "正在前期", "处于前期"];
/// Words for the states before it.
const STATES: [&str; 14] = [
    "已建成",
    "建成",
    "在建",
    "已完成",
    "已完工",
    "完工",
    "已开工",
    "已投用",
    "投用",
    "正在施工",
    "正在建设",
    "已通车",
    "续建",
    "停工",
];
/// Words for all of it.
const WHOLE: [&str; 7] = ["总", "共", "全长", "计划", "规划", "任务", "安排"];

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for word in LAST {
        for (at, word) in reading.matches(word) {
            found.extend(by_state(reading, at, at + word.len()));
        }
    }
}

fn by_state(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let segment = reading.segment(at);
    let said = reading.within(&(end..segment.end)).next().filter(|it| it.range.start == end)?;
    let scope = told_together(reading, segment.start);
    let mut figures: Vec<&Quantity> = reading.within(&scope).filter(|it| it.unit == said.unit).collect();
    figures.push(said);
    let (whole, parts) = figures.split_first().filter(|(_, parts)| parts.len() >= 3)?;
    let says = |it: &Quantity, words: &[&str]| words.iter().any(|word| lead(reading, it).contains(word));
    let are_states = parts[..parts.len() - 1].iter().all(|part| says(part, &STATES));
    let is_usable = figures.iter().all(|it| !it.is_loose && !is_mean(reading, it));
    if at != segment.start || !are_states || !is_usable || !says(whole, &WHOLE) {
        return None;
    }
    // 已开工38处，建成21处: what is built was begun, and is counted in it.
    let is_nested = says(parts[0], &["开工", "启动"]) && parts.len() > 2;
    let sum: f64 = parts.iter().map(|it| it.value).sum();
    let is_right = fits(sum, 0.0, whole) || (sum - whole.value).abs() <= slack(parts, whole);
    let is_near = (0.8..1.25).contains(&(sum / whole.value)) && !is_nested;
    let verdict = if is_right { Verdict::Confirmed } else { Verdict::Doubtful };
    (is_right || is_near).then(|| before_its_parts(reading, verdict, whole, parts, sum))
}
