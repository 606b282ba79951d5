//! Of so many, so many: 有就业意愿的318人中，已就业305人，就业率为95.9%.

use super::quantity::Quantity;
use super::whole::is_one_slip;
use super::{Kind, Reading, Verdict, Working, fits, in_form};
use crate::text::characters;

/// What may follow 中 where it means among.
const FOLLOWS: [char; 4] = ['，', '有', '已', '的'];

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for (at, word) in reading.matches("中") {
        if reading.text[at + word.len()..].starts_with(FOLLOWS) {
            among(reading, at, at + word.len(), found);
            found.extend(of_a_name(reading, at, at + word.len()));
        }
    }
    for (at, word) in reading.matches("中，") {
        found.extend(by_state(reading, at, at + word.len()));
    }
    for (at, word) in reading.matches("累计") {
        found.extend(less_than_added(reading, at, at + word.len()));
    }
}

/// The part of a whole that stands before 中, and the rate it makes.
fn among(reading: &Reading<'_>, at: usize, end: usize, found: &mut Vec<Working>) {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let Some(whole) = reading.within(&(sentence.start..at)).next_back().filter(|whole| !whole.is_loose) else { return };
    let noun = &text[whole.range.end..at];
    let is_noun =
        noun.chars().all(|it| characters::is_han(it) || matches!(it, '、' | '（' | '）')) && noun.chars().count() <= 12;
    // 走访52家企业过程中, 在12项工作中: something goes on there.
    let goes_on = ["过程", "工作", "其", "集", "之", "活动", "当", "检查", "走访", "调查", "建设", "期"]
        .iter()
        .any(|word| noun.ends_with(word));
    if !is_noun || goes_on || whole.is_percentage() {
        return;
    }
    let Some(part) = reading.within(&(end..sentence.end)).next() else { return };
    let between = &text[end..part.range.start];
    if part.unit != whole.unit
        || part.is_loose
        || between.contains(['；', '：', '每'])
        || between.matches('，').count() > 2
    {
        return;
    }
    if part.value > whole.value {
        let words = format!("其中{}大于总数{}", &text[part.range.clone()], &text[whole.range.clone()]);
        found.push(Working {
            kind: Kind::Total,
            verdict: Verdict::Contradicted,
            range: part.range.clone(),
            place: whole.range.start..part.range.end,
            working: words,
            result: String::new(),
        });
        return;
    }
    let Some(rate) = reading.within(&(part.range.end..sentence.end)).next().filter(|it| it.is_percentage()) else {
        return;
    };
    if rate.is_loose || !is_rate_of(reading, part, rate) {
        return;
    }
    let value = part.value / whole.value * 100.0;
    let verdict = if fits(value, 0.0, rate) { Verdict::Confirmed } else { Verdict::Doubtful };
    let shown = reading.shown(&[part, whole]).join(" ÷ ");
    found.push(Working::of(Kind::Share, verdict, rate, shown, in_form(value, rate, text)));
}

/// 10个县（市、区）中，7个已出台方案，4个正在征求意见: what is in one state is in no other.
fn by_state(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    const STATES: [&str; 12] = ["已", "正在", "正", "尚未", "未", "待", "拟", "即将", "还在", "还未", "仍未", "全部"];
    let text = reading.text;
    let sentence = reading.sentence(at);
    let whole = reading.within(&(sentence.start..at)).next_back().filter(|it| !it.is_loose && it.scale == 1.0)?;
    let noun = &text[whole.range.end..at];
    let is_noun =
        noun.chars().all(|it| characters::is_han(it) || matches!(it, '、' | '（' | '）')) && noun.chars().count() <= 14;
    let mut parts: Vec<&Quantity> = Vec::new();
    for part in reading.within(&(end..sentence.end)) {
        let behind = &text[part.range.end..];
        let lead = text[reading.segment(part.range.start).start..part.range.start]
            .trim_start_matches("另有")
            .trim_matches(['有', '还', '其', '余', '的']);
        if part.unit != whole.unit
            || part.is_loose
            || !lead.is_empty()
            || !STATES.iter().any(|word| behind.starts_with(word))
        {
            return None;
        }
        parts.push(part);
    }
    let sum: f64 = parts.iter().map(|it| it.value).sum();
    let last = parts.last().filter(|_| parts.len() >= 2)?;
    // 7个已开工，3个已完工: one may follow on the other; 5个已通，3个未通，2个正在建设: what comes behind all of them is part of them.
    let state = |part: &Quantity| text[part.range.end..].chars().next();
    let are_apart = (1..parts.len()).all(|at| parts[..at].iter().all(|it| state(it) != state(parts[at])));
    let are_all = |count: usize| parts[..count].iter().map(|it| it.value).sum::<f64>() == whole.value;
    let are_apart = are_apart && !(1..parts.len()).any(are_all);
    let is_begun =
        parts.iter().any(|it| text[it.range.end..].starts_with("已开工") || text[it.range.end..].starts_with("已启动"));
    (is_noun && are_apart && !is_begun && sum > whole.value).then(|| Working {
        kind: Kind::Total,
        verdict: Verdict::Doubtful,
        range: parts[0].range.start..last.range.end,
        place: whole.range.start..last.range.end,
        working: reading.shown(&parts).join(" + "),
        result: in_form(sum, whole, text),
    })
}

/// 公共充电桩8640个。公共充电桩中，快充5184个、慢充3456个: two parts of what bears the name are no more than it.
fn of_a_name(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(at);
    let name = &text[segment.start..at];
    let sentence = reading.sentence(at);
    let is_name = (3..=10).contains(&name.chars().count()) && name.chars().all(characters::is_han);
    if !is_name || !text[end..].starts_with('，') {
        return None;
    }
    let mut figures = reading.within(&(end..sentence.end));
    let (one, other) = (figures.next()?, figures.next()?);
    let paragraph = reading.paragraph(at).start..segment.start;
    let is_whole = |it: &&Quantity| {
        it.unit == one.unit && !it.is_loose && super::quantity::subject(text, it.range.start).ends_with(name)
    };
    let whole = reading.within(&paragraph).rfind(is_whole)?;
    let is_pair = other.unit == one.unit
        && text[one.range.end..other.range.start].starts_with('、')
        && !text[other.range.end..].starts_with('、')
        && !one.is_loose
        && !other.is_loose
        && text[end..one.range.start].matches('，').count() == 1;
    let sum = one.value + other.value;
    let parts = [one, other];
    let verdict = if fits(sum, 0.0, whole) {
        Verdict::Confirmed
    } else if sum > whole.value || is_one_slip(text, &parts, whole) {
        Verdict::Doubtful
    } else {
        return None;
    };
    let shown = reading.shown(&parts).join(" + ");
    let result = format!("{}，前文为{}", in_form(sum, whole, text), &text[whole.range.clone()]);
    is_pair.then_some(Working {
        kind: Kind::Total,
        verdict,
        range: one.range.start..other.range.end,
        place: one.range.start..other.range.end,
        working: shown,
        result,
    })
}

/// Whether a rate right behind a part is how much of the whole it is: 覆盖率 and 占 always, 就业率 of 已就业305人.
fn is_rate_of(reading: &Reading<'_>, part: &Quantity, rate: &Quantity) -> bool {
    let text = reading.text;
    let segment = reading.segment(rate.range.start);
    let lead = text[segment.start..rate.range.start].trim_end_matches(['为', '达', '到', '约', ' ']);
    let between = text.get(part.range.end..segment.start).unwrap_or_default();
    if between.matches(['，', '；']).count() > 1 {
        return false;
    }
    let stem = lead.strip_suffix('率').unwrap_or(lead);
    let own = &text[reading.segment(part.range.start).start..reading.segment(part.range.end).end];
    let tail: String = stem.chars().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect();
    matches!(lead, "占" | "占比" | "覆盖率" | "比例")
        || lead.ends_with("比例")
        || lead.ends_with('率') && tail.chars().count() == 2 && own.contains(tail.as_str())
}

/// 今年新增380个，累计开放152个: what was added is part of all there is.
fn less_than_added(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let all = reading.within(&(end..sentence.end)).next().filter(|all| !all.is_loose && !all.is_percentage())?;
    let added = reading.within(&(sentence.start..at)).next_back().filter(|it| it.unit == all.unit && !it.is_loose)?;
    let lead = &text[reading.segment(added.range.start).start..added.range.start];
    let verb: String =
        text[end..all.range.start].chars().filter(|it| !matches!(it, '达' | '到' | '至' | '为' | '共')).collect();
    let between = text[added.range.end..at].trim();
    // 累计建成5G基站: its verb alone.
    let verb: String = if verb.chars().all(characters::is_han) { verb } else { verb.chars().take(2).collect() };
    // 2025年建成860个，截至2025年底，全市累计建成620个: what one year brought is no more than all.
    let is_since = between.starts_with("，截至")
        && between.chars().count() <= 16
        && !between.contains('；')
        && lead.contains('年')
        && verb.chars().count() >= 2
        && verb.chars().all(characters::is_han);
    let is_same = verb.is_empty() || lead.contains(verb.as_str());
    let is_next = between == "，" && lead.contains("新增") || is_since;
    (is_next && is_same && all.value < added.value).then(|| Working {
        kind: Kind::Total,
        verdict: Verdict::Doubtful,
        range: all.range.clone(),
        place: added.range.start..all.range.end,
        working: format!("累计的{}小于新增的{}", &text[all.range.clone()], &text[added.range.clone()]),
        result: String::new(),
    })
}
