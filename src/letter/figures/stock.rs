//! What there was, what came and went, what there is: 原有326个，撤并41个，保留285个.

use super::near::{is_akin, told_together};
use super::quantity::Quantity;
use super::whole::{is_mean, lead};
use super::{Kind, Reading, Verdict, Working, in_form};

/// Words for what there is after it.
const NOW: [&str; 8] = ["保留", "现有", "现存", "实有", "目前有", "还有", "剩余", "尚有"];
/// Words for what there was.
const WAS: [&str; 9] = ["原有", "原", "年初", "上年末", "上年底", "年底", "此前", "改革前", "应"];
/// Words for what came and went.
const CAME: [&str; 9] = ["新增", "新建", "增设", "新设", "新开", "引进", "招录", "增加", "纳入"];
const WENT: [&str; 14] =
    ["撤并", "撤销", "关闭", "拆除", "淘汰", "注销", "减少", "取消", "报废", "退出", "清退", "合并", "关停", "整合"];

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for word in NOW {
        for (at, word) in reading.matches(word) {
            found.extend(stock(reading, at, at + word.len()));
        }
    }
}

fn stock(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(at);
    let said = reading.within(&(end..segment.end)).next().filter(|said| !said.is_loose && !said.is_percentage())?;
    let is_bare = text[end..said.range.start].trim_matches(['为', '有', '了']).is_empty();
    let scope = told_together(reading, segment.start);
    let figures: Vec<&Quantity> = reading.within(&scope).collect();
    let (was, changes) = figures.split_first().filter(|(_, changes)| (1..=3).contains(&changes.len()))?;
    let says = |it: &Quantity, words: &[&str]| words.iter().any(|word| lead(reading, it).contains(word));
    let is_usable = |it: &&Quantity| it.unit == said.unit && !it.is_loose && !is_mean(reading, it);
    if at != segment.start
        || !is_bare
        || !says(was, &WAS)
        || !figures.iter().all(is_usable)
        || text[scope].contains("其中")
    {
        return None;
    }
    let mut value = was.value;
    let mut shown = was.shown(text).to_owned();
    for change in changes {
        let mark = match (says(change, &CAME), says(change, &WENT)) {
            (true, false) => '+',
            (false, true) => '−',
            _ => return None,
        };
        value += if mark == '+' { change.value } else { -change.value };
        shown += &format!(" {mark} {}", change.shown(text));
    }
    let slack = figures.iter().map(|it| it.error).fold(said.error, f64::min) * 2.0 + 1e-9 * value.abs();
    let is_right = (value - said.value).abs() <= slack;
    let verdict = if is_right { Verdict::Confirmed } else { Verdict::Doubtful };
    (is_right || is_akin(reading, value, said))
        .then(|| Working::of(Kind::Rest, verdict, said, shown, in_form(value, said, text)))
}
