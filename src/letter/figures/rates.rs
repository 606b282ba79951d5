//! Rates by their names: of the 2460件 received 2337件 were 办结, so the 办结率 is 95%.

use super::near::{exact, is_akin, is_among, tail, told_together};
use super::quantity::Quantity;
use super::unit::is_place;
use super::whole::{is_mean, lead};
use super::{Kind, Reading, Verdict, Working, fits, in_form};

/// Words before the name of a rate that say no more than that it is of all.
const PLAIN: [&str; 9] = ["总体", "综合", "平均", "目前", "整体", "累计", "总", "其", "实际"];
/// Words that make a figure what there is to do, not what is done.
const TO_DO: [&str; 8] = ["应", "需", "任务", "计划", "目标", "待", "拟", "须"];
/// Rates of use, each with words for what is used.
const USE: [&str; 5] = ["使用", "利用", "入住", "负荷", "上座"];

/// The name of a rate without 率: 办结 of 办结率达.
pub(super) fn stem(lead: &str) -> Option<&str> {
    let (before, after) = lead.rsplit_once('率')?;
    let is_end = after.trim_matches(['为', '达', '到', '约', '是', '了', '仅', ' ']).is_empty();
    let stem = PLAIN.iter().find_map(|word| before.strip_prefix(word)).unwrap_or(before);
    (is_end && (2..=6).contains(&stem.chars().count())).then_some(stem)
}

/// Whether all that the name of a rate says was said before of figures: 按期办结 is not where only 办结 was.
pub(super) fn is_spoken(reading: &Reading<'_>, stem: &str, at: usize) -> bool {
    let name = reading.segment(at).start;
    let before = &reading.text[reading.paragraph(at).start..name];
    stem.chars().all(|it| before.contains(it))
}

/// The working of a rate whose part bears its name; `None` where it is not plain which figures it is of.
pub(super) fn named(reading: &Reading<'_>, percentage: &Quantity, lead: &str) -> Option<Working> {
    let text = reading.text;
    let stem = stem(lead)?;
    let at = percentage.range.start;
    let name = tail(stem, 2);
    let is_use = USE.contains(&name);
    if !is_use && !is_spoken(reading, stem, at) {
        return None;
    }
    let own = told_together(reading, at);
    let figures: Vec<&Quantity> =
        reading.within(&own).filter(|it| !it.is_percentage() && !it.is_loose && !is_mean(reading, it)).collect();
    let is_part = |it: &&&Quantity| {
        let words = self::lead(reading, it);
        let says = match is_use {
            true => ["实际", "入住", "在托", "使用", "现有", "在住"].iter().any(|word| words.contains(word)),
            false => name.chars().all(|it| words.contains(it)),
        };
        says && !TO_DO.iter().any(|word| words.contains(word))
    };
    let mut parts: Vec<&Quantity> = figures.iter().filter(is_part).copied().collect();
    if parts.iter().any(|part| !is_among(reading, part)) {
        parts.retain(|part| !is_among(reading, part));
    }
    let part = *parts.last()?;
    let words = self::lead(reading, part);
    // 检出不合格68批次，合格率: the part is what is left.
    let is_rest = words.find(name).is_some_and(|at| words[..at].ends_with(['不', '未']));
    let is_alike = |it: &Quantity| it.unit == part.unit || is_use && is_place(it.unit) && is_place(part.unit);
    let is_whole = |it: &&&Quantity| {
        is_alike(it) && it.value >= part.value && it.range != part.range && it.range.start < part.range.start
    };
    let value = |whole: &Quantity| {
        let share = part.value / whole.value * 100.0;
        if is_rest { 100.0 - share } else { share }
    };
    let gives = |whole: &Quantity| {
        let error = part.value / whole.value * 100.0 * (part.error / part.value.max(1e-9) + whole.error / whole.value);
        fits(value(whole), error.min(percentage.error), percentage)
    };
    let working = |verdict, whole: &Quantity| {
        let shown = reading.shown(&[part, whole]);
        let shown = match is_rest {
            true => format!("({} − {}) ÷ {}", shown[1], shown[0], shown[1]),
            false => shown.join(" ÷ "),
        };
        Working::of(Kind::Share, verdict, percentage, shown, in_form(value(whole), percentage, text))
    };
    let paragraph = reading.paragraph(at).start..own.start;
    let earlier = exact(reading, &paragraph, part.unit);
    let wholes: Vec<&Quantity> = figures.iter().filter(is_whole).copied().collect();
    let earlier: Vec<&Quantity> = earlier.iter().filter(is_whole).copied().filter(|it| !is_mean(reading, it)).collect();
    if let Some(whole) = wholes.iter().chain(&earlier).find(|whole| gives(whole)) {
        return Some(working(Verdict::Confirmed, whole));
    }
    // Any other pair of a kind that gives it is as good.
    let is_given = |part: &Quantity| {
        figures.iter().any(|whole| whole.unit == part.unit && fits(part.value / whole.value * 100.0, 0.0, percentage))
    };
    if figures.iter().any(|part| is_given(part)) {
        return None;
    }
    let is_main = |it: &&Quantity| !is_among(reading, it) && !is_compared(reading, it);
    let own_wholes: Vec<&Quantity> = wholes.into_iter().filter(is_main).collect();
    let is_own = !own_wholes.is_empty();
    let candidates = if is_own { own_wholes } else { earlier.into_iter().filter(is_main).collect() };
    // 提供托位3800个，托位使用率: of several the one that is named in the rate.
    let is_used = |it: &&Quantity| self::lead(reading, it).contains(&stem[..stem.len() - name.len()]);
    let candidates = match is_use && candidates.len() > 1 && stem.len() > name.len() {
        true => candidates.into_iter().filter(is_used).collect(),
        false => candidates,
    };
    let [whole] = candidates[..] else { return None };
    // In its own clauses it is of the two; further off only what comes near.
    let is_near = (value(whole) - percentage.value).abs() <= if is_own { 40.0 } else { 15.0 };
    (is_near || is_akin(reading, value(whole), percentage) && is_own).then(|| working(Verdict::Doubtful, whole))
}

/// Whether a figure is what another is compared with.
fn is_compared(reading: &Reading<'_>, quantity: &Quantity) -> bool {
    ["比", "较", "同比", "上年", "去年"].iter().any(|word| lead(reading, quantity).starts_with(word))
}
