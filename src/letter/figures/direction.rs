//! Up or down: 由14天降至31天 goes the wrong way.

use super::quantity::{Quantity, subject};
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

/// Words that say by themselves which way it went, at the end of a clause or before a percentage.
const RISES: [&str; 3] = ["增长", "增加", "上升"];
const FALLS: [&str; 4] = ["下降", "减少", "降低", "回落"];

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for (words, is_up) in [(&UP[..], true), (&DOWN[..], false)] {
        for word in words {
            for (at, word) in reading.matches(word) {
                let end = at + word.len();
                found.extend(from_to(reading, at, end, is_up).or_else(|| bare(reading, at, end, is_up)));
            }
        }
    }
    for (words, is_up) in [(&RISES[..], true), (&FALLS[..], false)] {
        for word in words {
            for (at, word) in reading.matches(word) {
                found.extend(contrary(reading, at, at + word.len(), is_up));
                found.extend(opposed(reading, at, at + word.len(), is_up));
            }
        }
    }
    for (at, word) in reading.matches("至") {
        found.extend(reversed(reading, at, at + word.len()));
    }
    for (at, word) in reading.matches("超额完成") {
        found.extend(beyond(reading, at, at + word.len()));
    }
    for word in ["达到", "达"] {
        for (at, word) in reading.matches(word) {
            found.extend(goal(reading, at, at + word.len()));
        }
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
    // 由4类提升至3类, 由8折提高到7折: the smaller is the better.
    // So are a resolution, a rank and the time between two buses.
    let clause = text[..from.range.start].rsplit(['，', '。', '；', '：']).next().unwrap_or("");
    let is_rank = matches!(from.unit, "类" | "折" | "档" | "等" | "期")
        || ["分辨率", "精度", "排名", "位次", "名次", "间隔", "班距"].iter().any(|word| clause.contains(word));
    let is_level = from.unit == to.unit && !from.is_loose && !to.is_loose && !is_rank;
    (is_from && is_near && goes_wrong && is_level).then(|| {
        let way = if is_up { "增" } else { "减" };
        let more = if is_up { "小" } else { "大" };
        let words = format!("说的是{way}，而{}比{}{more}", &text[to.range.clone()], &text[from.range.clone()]);
        told(from.range.start..to.range.end, words)
    })
}

/// 事故起数同比下降，由10起升至16起: the clause before the pair says which way it went.
fn contrary(reading: &Reading<'_>, at: usize, end: usize, is_up: bool) -> Option<Working> {
    let text = reading.text;
    // 下降30%，由: by how much it went may stand in between.
    let segment = reading.segment(at);
    let by = reading.within(&(end..segment.end)).next().filter(|by| by.range.start == end && by.is_percentage());
    let rest = text[by.map_or(end, |by| by.range.end)..].strip_prefix('，')?;
    let rest = ["分别", "已", "总量", "数量"].iter().fold(rest, |rest, pad| rest.strip_prefix(pad).unwrap_or(rest));
    let next = text.len() - rest.strip_prefix(['由', '从'])?.len();
    let segment = reading.segment(next);
    let mut figures = reading.within(&(next..segment.end));
    let (from, to) = (figures.next()?, figures.next()?);
    let between = &text[from.range.end..to.range.start];
    let is_pair = from.unit == to.unit
        && !from.is_loose
        && !to.is_loose
        && figures.next().is_none()
        && text[next..from.range.start].trim_end_matches('的').chars().count() <= 10
        && ['到', '至', '为'].iter().any(|word| between.contains(*word));
    let before = &text[reading.segment(at).start..at];
    // 不再下降, 改变下降: and what stands in a rank is the better the smaller.
    let is_other = ["不", "止", "避免", "未", "扭转", "抑制", "间隔", "排名", "位次", "名次"]
        .iter()
        .any(|word| before.contains(word));
    let goes_wrong = if is_up { to.value < from.value } else { to.value > from.value };
    (is_pair && goes_wrong && !is_other).then(|| {
        let (way, more) = if is_up { ("增", "小") } else { ("减", "大") };
        let words = format!("说的是{way}，而{}比{}{more}", &text[to.range.clone()], &text[from.range.clone()]);
        Working { verdict: Verdict::Doubtful, ..told(at..to.range.end, words) }
    })
}

/// 较上年减少52台，增长10.4%: one change told twice, up and down.
fn opposed(reading: &Reading<'_>, at: usize, end: usize, is_up: bool) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(at);
    let said = reading.within(&(end..segment.end)).next().filter(|it| it.is_percentage() && it.range.start == end)?;
    let before = text[..segment.start].strip_suffix('，')?;
    let change = reading.within(&(reading.segment(before.len()).start..before.len())).next_back()?;
    let lead = lead(reading, change);
    let contrary = if is_up { &FALLS[..] } else { &RISES[..] };
    let is_compared = lead.contains(['比', '较']) && contrary.iter().any(|word| lead.ends_with(word));
    let is_own =
        at == segment.start && change.range.end == before.len() && !change.is_percentage() && change.unit != "点";
    (is_compared && is_own && said.range.end == segment.end).then(|| {
        let words = format!(
            "前面说的是{}，后面说的是{}",
            &text[change.range.start - 6..change.range.end],
            &text[at..said.range.end]
        );
        Working { verdict: Verdict::Doubtful, ..told(change.range.start - 6..said.range.end, words) }
    })
}

/// 系数由2020年的0.652提高到2025年的0.589: numbers of no unit.
fn bare(reading: &Reading<'_>, at: usize, end: usize, is_up: bool) -> Option<Working> {
    let text = reading.text;
    let is_digit = |it: char| it.is_ascii_digit() || it == '.';
    let before = &text[..at];
    let from = &before[before.trim_end_matches(is_digit).len()..];
    let lead = &before[reading.segment(at).start..before.len() - from.len()];
    let after = &text[end..];
    // 2025年的 may stand before the figure.
    let year = after.find("年的").filter(|year| *year == 4 && after[..4].bytes().all(|it| it.is_ascii_digit()));
    let start = end + year.map_or(0, |year| year + "年的".len());
    let to = &text[start..start + text[start..].find(|it| !is_digit(it)).unwrap_or(text.len() - start)];
    let stops = text[start + to.len()..].starts_with(['，', '。', '；', '、']) || start + to.len() == text.len();
    let (low, high): (f64, f64) = (from.parse().ok()?, to.parse().ok()?);
    let is_decimal = from.contains('.') && to.contains('.');
    let is_from = lead.contains(['由', '从']) && is_decimal && stops;
    let goes_wrong = if is_up { high < low } else { high > low };
    (is_from && goes_wrong).then(|| {
        let (way, more) = if is_up { ("增", "小") } else { ("减", "大") };
        told(at - from.len()..start + to.len(), format!("说的是{way}，而{to}比{from}{more}"))
    })
}

/// 给予5000元至3000元补贴: a range begins with the smaller end.
fn reversed(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let from = reading.within(&(sentence.start..at)).next_back().filter(|from| from.range.end == at)?;
    let to = reading.within(&(end..sentence.end)).next().filter(|to| to.range.start == end)?;
    let lead = &text[reading.segment(at).start..from.range.start];
    let is_way = ["由", "从", "自", "降", "减", "缩", "回落", "减至", "压"].iter().any(|word| lead.contains(word));
    (from.unit == "元" && to.unit == "元" && from.value > to.value && !is_way).then(|| {
        let words = format!("{}大于{}，两端写反", &text[from.range.clone()], &text[to.range.clone()]);
        Working { verdict: Verdict::Doubtful, ..told(from.range.start..to.range.end, words) }
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

/// 力争到年底会员达到10万人, where there are 11.1万人 now.
fn goal(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let said = reading.within(&(end..sentence.end)).next().filter(|it| it.range.start == end && !it.is_loose)?;
    let name = subject(text, at);
    let own = &text[sentence.start..at];
    let is_goal = ["力争", "确保", "目标", "计划到"].iter().any(|word| own.contains(word)) && own.contains('年');
    if !is_goal || name.chars().count() < 4 || said.is_percentage() || said.unit == "元" {
        return None;
    }
    // What there is now bears the same name, and is told as it stands.
    let is_now = |it: &&Quantity| {
        it.unit == said.unit && !it.is_loose && it.range.end < sentence.start && it.value > said.value && {
            let end = text[..it.range.start].trim_end_matches(['到', '达', '有', '共', '为']).len();
            let lead = &text[reading.sentence(it.range.start).start..it.range.start];
            let is_told = ["截至", "目前", "现有"].iter().any(|word| lead.contains(word));
            is_told && subject(text, end).ends_with(super::near::tail(name, 8))
        }
    };
    reading.reads_on();
    let now = reading.everywhere().iter().find(is_now)?;
    let words = format!("目标{}低于现有的{}", &text[said.range.clone()], &text[now.range.clone()]);
    (now.value < 3.0 * said.value).then(|| Working { verdict: Verdict::Doubtful, ..told(said.range.clone(), words) })
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
    Working::in_words(Kind::Growth, Verdict::Contradicted, place, words)
}

/// Whether a growth is more than all there is now: 96万户，比年初增加97万户.
pub(super) fn is_more_than_all(change: &Quantity, now: &Quantity, is_up: bool) -> bool {
    is_up && !change.is_percentage() && change.unit == now.unit && change.value > now.value
}
