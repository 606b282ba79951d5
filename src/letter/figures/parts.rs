//! Parts of a whole that follow 其中.

use super::disjoint;
use super::list::{self, slack};
use super::near::{tail, told_together};
use super::quantity::Quantity;
use super::unit::worth;
use super::whole::{before_among, is_mean, is_one_slip, lead};
use super::{Kind, Reading, Verdict, Working, fits, in_form};
use std::ops::Range;

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for (at, word) in reading.matches("其中") {
        found.extend(parts(reading, at, at + word.len()));
    }
}

fn plus(reading: &Reading<'_>, parts: &[&Quantity]) -> String {
    reading.shown(parts).join(" + ")
}

/// T，其中A、B、C: the parts give no more than the whole, and mostly all of it.
fn parts(reading: &Reading<'_>, at: usize, start: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    // 引入3家企业运营其中的4家食堂: of something else.
    if text[start..].starts_with('的') {
        return None;
    }
    if text[start..].starts_with('：') {
        return listed(reading, at, start, sentence.start);
    }
    // 比上年增加21名，其中45名: how much there is per head, or by how much it grew, has no such parts.
    let wholes = before_among(reading, at);
    let nearest = *wholes.first()?;
    // 其中80岁及以上9.9万人: an age is no part.
    let is_figure = |it: &&Quantity| !it.is_percentage() && it.unit != "岁";
    let first = reading.within(&(start..sentence.end)).find(is_figure)?;
    // A figure of another kind may stand between: 海外仓41个，面积63万平方米，其中公共海外仓12个.
    let Some(whole) = wholes.iter().find(|whole| whole.unit == first.unit).copied() else {
        return larger_in_its_unit(reading, nearest, first);
    };
    let is_nearest = whole.range == nearest.range;
    if text[whole.range.end..at].contains(['；', '：']) {
        return None;
    }
    if whole.is_loose {
        return about(reading, start, &sentence, whole);
    }
    if let Some(working) = clauses(reading, start, &sentence, whole) {
        return Some(working);
    }
    // The list ends with its sentence, at another 其中 or at a clause that speaks of something else.
    let end = text[start..sentence.end].find(['；']).map_or(sentence.end, |end| start + end);
    let end = text[start..end].find("其中").map_or(end, |next| start + next);
    let mut parts: Vec<&Quantity> = Vec::new();
    for quantity in reading.within(&(start..end)) {
        if !is_figure(&quantity) {
            continue;
        }
        let from = parts.last().map_or(start, |last| last.range.end);
        let between = &text[from..quantity.range.start];
        // Items are divided by 、 or a comma; a clause about shares, changes or means is none.
        // Items are divided by 、 or by commas, not by both: A、B，C leaves C outside the list.
        let by_comma = between.contains('，') && !between.contains('、');
        let has_stop = parts.len() >= 2 && text[parts[0].range.end..parts[1].range.start].contains('、');
        let is_item = parts.is_empty() || between.contains(['、', '和', '）']) || by_comma && !has_stop;
        const OTHERS: [&str; 20] = [
            "增长",
            "增加",
            "平均",
            "每",
            "合计",
            "共计",
            "提供",
            "比上",
            "同比",
            "新增",
            "总投资",
            "总数",
            "达到",
            "累计",
            "另",
            "全市",
            "全县",
            "全区",
            "全省",
            "年的",
        ];
        let is_other = OTHERS.iter().any(|word| between.contains(word));
        if quantity.unit != whole.unit || !is_item || is_other && !parts.is_empty() {
            if !parts.is_empty() {
                break;
            }
            if quantity.unit != whole.unit {
                return None;
            }
        }
        if quantity.is_loose || is_mean(reading, quantity) {
            if parts.is_empty() {
                return None;
            }
            break;
        }
        parts.push(quantity);
        let sum: f64 = parts.iter().map(|part| part.value).sum();
        // Where the list goes on behind it, it is not all.
        let goes_on = text[quantity.range.end..].starts_with('、');
        if parts.len() >= 2 && fits(sum, 0.0, whole) && !goes_on {
            break;
        }
    }
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    parts.first()?;
    let is_exact = fits(sum, 0.0, whole);
    let is_over = sum > whole.value + slack(&parts, whole);
    // A list that comes near the whole without reaching it has most likely lost something.
    let nearness = if parts.len() >= 3 { 0.85 } else { 0.93 };
    // 占25%，…占60%, or 其余 behind them: they are not all there is.
    let last = parts[parts.len() - 1].range.end;
    let shares: Vec<f64> = reading
        .within(&(parts[0].range.end..sentence.end))
        .filter(|it| it.is_percentage())
        .map(|it| it.value)
        .collect();
    let is_open = !is_exact
        && (shares.len() == parts.len() && shares.iter().sum::<f64>() < 98.0
            || ["其余", "其他", "剩余"].iter().any(|word| text[last..sentence.end].contains(word)));
    if is_open && sum < whole.value {
        return None;
    }
    let is_slip = parts.len() >= 2 && !is_exact && is_one_slip(text, &parts, whole);
    let is_short = parts.len() >= 2 && sum >= nearness * whole.value && sum < whole.value - slack(&parts, whole);
    // 6座，涵盖19个领域，其中…: where something else of the kind is larger, it is that.
    // 每万人拥有26辆，其中农村900辆: nor is it how much there is per head.
    let is_of_another = parts[0].value > whole.value && is_mean(reading, whole);
    // 现有在册333人，其中A、B、C、D: a long list that comes near the nearest is of that all the same.
    let is_list = parts.len() >= 3 && is_nearest && sum <= 1.15 * whole.value && parts[0].value < whole.value;
    let own = told_together(reading, at);
    let is_own = |other: &Quantity| own.contains(&other.range.start) || whole.range.start < own.start;
    let has_other = || wholes.iter().any(|other| other.unit == whole.unit && other.value >= sum && is_own(other));
    if is_over && (is_of_another || !is_list && has_other()) {
        return None;
    }
    // 部分人员重复计算: then they may well be more.
    let tail = &text[sentence.start..reading.paragraph(at).end];
    if is_over && ["重复", "重叠", "交叉", "多重", "兼有"].iter().any(|word| tail.contains(word)) {
        return None;
    }
    let verdict = if is_exact && parts.len() >= 2 {
        Verdict::Confirmed
    } else if is_exact {
        return None;
    } else if is_over && parts[0].value > whole.value {
        // The part stands nearer to the eye than the whole, and either may be the slip: both are shown.
        return Some(Working {
            kind: Kind::Total,
            verdict: if is_nearest { Verdict::Contradicted } else { Verdict::Doubtful },
            range: whole.range.clone(),
            place: whole.range.start..parts[0].range.end,
            working: format!("其中{}大于总数{}", &text[parts[0].range.clone()], &text[whole.range.clone()]),
            result: String::new(),
        });
    } else if is_over && is_nearest && parts.iter().any(|part| part.value > whole.value) {
        Verdict::Contradicted
    } else if is_short || is_slip || is_over && (text[start..end].contains('、') || are_alike(reading, &parts)) {
        // Parts may overlap: more than the whole is for a person to look at.
        Verdict::Doubtful
    } else {
        return None;
    };
    Some(before_its_parts(reading, verdict, whole, &parts, sum))
}

/// 全长12.6公里，其中已完成86000米: a part larger than its whole, in a unit of its own.
fn larger_in_its_unit(reading: &Reading<'_>, whole: &Quantity, part: &Quantity) -> Option<Working> {
    let factor = worth(part.unit, whole.unit)?;
    let is_more = part.value * factor > 1.02 * (whole.value + whole.error);
    let words = format!("其中{}大于总数{}", &reading.text[part.range.clone()], &reading.text[whole.range.clone()]);
    (is_more && !whole.is_loose && !part.is_loose && !is_mean(reading, whole)).then(|| Working {
        kind: Kind::Total,
        verdict: Verdict::Doubtful,
        range: whole.range.clone(),
        place: whole.range.start..part.range.end,
        working: words,
        result: String::new(),
    })
}

/// 约18.5万人，其中A、B、C、其他D: a list that closes with the others is all there is, and rounding is all it may be off by.
fn about(reading: &Reading<'_>, start: usize, sentence: &Range<usize>, whole: &Quantity) -> Option<Working> {
    let text = reading.text;
    let mut parts: Vec<&Quantity> = Vec::new();
    for part in reading.within(&(start..sentence.end)) {
        let from = parts.last().map_or(start, |last| last.range.end);
        let is_next = parts.is_empty() || text[from..part.range.start].starts_with(['、', '和', '，']);
        if part.unit != whole.unit || part.is_loose || !is_next {
            break;
        }
        parts.push(part);
    }
    let last = parts.last().filter(|_| parts.len() >= 3)?;
    let is_closed = lead(reading, last).starts_with("其他") || lead(reading, last).starts_with("其余");
    let says_about =
        text[..whole.range.start].ends_with('约') && !text[whole.range.end..].starts_with(['以', '左', '多', '余']);
    let sum = value_of(&parts);
    let is_off = (sum - whole.value).abs() > (4.0 * whole.error).max(0.025 * whole.value);
    let is_near = (0.8..1.25).contains(&(sum / whole.value));
    (is_closed && says_about && is_off && is_near)
        .then(|| before_its_parts(reading, Verdict::Doubtful, whole, &parts, sum))
}

/// Whether all parts are told with the same verb: 2026年改造25个，2027年改造18个.
fn are_alike(reading: &Reading<'_>, parts: &[&Quantity]) -> bool {
    let verb = |part: &Quantity| tail(lead(reading, part), 2);
    let first = parts.first().map_or("", |first| verb(first));
    let is_of_years = first.chars().count() == 2
        && parts.iter().all(|part| verb(part) == first && lead(reading, part).contains('年'));
    parts.len() >= 2 && (is_of_years || disjoint::are_disjoint(reading, parts))
}

/// 其中，出口A，占P；进口B，占Q: the parts a clause each, with their shares, are all there is.
fn clauses(reading: &Reading<'_>, start: usize, sentence: &Range<usize>, whole: &Quantity) -> Option<Working> {
    let text = reading.text;
    let end = sentence.end;
    let mut parts: Vec<&Quantity> = Vec::new();
    let mut at = start;
    for clause in text[start..end].split('；') {
        let range = at..at + clause.len();
        at = range.end + '；'.len_utf8();
        let mut figures = reading.within(&range);
        let part = figures.next().filter(|part| part.unit == whole.unit && !part.is_loose)?;
        let share = figures.next().filter(|share| share.is_percentage())?;
        if figures.next().is_some() || !text[part.range.end..share.range.start].contains('占') {
            return None;
        }
        parts.push(part);
    }
    if parts.len() < 2 {
        return None;
    }
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    let slack = slack(&parts, whole);
    let verdict = if fits(sum, 0.0, whole) || (sum - whole.value).abs() <= slack {
        Verdict::Confirmed
    } else if sum > whole.value || sum >= 0.9 * whole.value || is_one_slip(text, &parts, whole) {
        Verdict::Doubtful
    } else {
        return None;
    };
    Some(before_its_parts(reading, verdict, whole, &parts, sum))
}

/// The working of a whole whose parts follow it and make `sum`. Where they do not fit, any of the figures may be the slip: all
/// of them are shown.
pub(super) fn before_its_parts(
    reading: &Reading<'_>,
    verdict: Verdict,
    whole: &Quantity,
    parts: &[&Quantity],
    sum: f64,
) -> Working {
    let last = parts.last().filter(|_| verdict != Verdict::Confirmed);
    Working {
        kind: Kind::Total,
        verdict,
        range: whole.range.clone(),
        place: whole.range.start..last.map_or(whole.range.end, |last| last.range.end),
        working: plus(reading, parts),
        result: in_form(sum, whole, reading.text),
    }
}

/// T，其中： with the parts a line or a clause each.
fn listed(reading: &Reading<'_>, at: usize, colon: usize, from: usize) -> Option<Working> {
    let whole = reading.within(&(from..at)).next_back().filter(|whole| !whole.is_loose && !whole.is_percentage())?;
    let parts = list::items(reading, colon, whole.unit);
    if parts.len() < 2 {
        return None;
    }
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    let slack = slack(&parts, whole);
    let verdict = if fits(sum, 0.0, whole) {
        Verdict::Confirmed
    } else if sum > whole.value + slack || sum >= 0.85 * whole.value && sum < whole.value - slack {
        Verdict::Doubtful
    } else {
        return None;
    };
    Some(Working {
        kind: Kind::Total,
        verdict,
        range: whole.range.clone(),
        place: whole.range.clone(),
        working: plus(reading, &parts),
        result: in_form(sum, whole, reading.text),
    })
}

/// What the parts make together.
pub(super) fn value_of(parts: &[&Quantity]) -> f64 {
    parts.iter().map(|part| part.value).sum()
}
