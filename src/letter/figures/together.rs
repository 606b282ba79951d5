//! Sums that say of how many they are, wherever those stand: 两项合计72万个, 两者共26公里.

use super::growth::is_shared;
use super::list::slack;
use super::quantity::Quantity;
use super::whole::lead;
use super::{Kind, Reading, Verdict, Working, fits, in_form};
use crate::text::characters::is_han;
use crate::text::numeral;

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for word in ["总投入", "总投资", "总规模", "资金总额"] {
        for (at, word) in reading.matches(word) {
            found.extend(altogether(reading, at, at + word.len()));
        }
    }
    for word in ["上半年", "前三季度", "全年"] {
        for (at, word) in reading.matches(word) {
            found.extend(half_year(reading, at, at + word.len()));
        }
    }
    for word in ["合计", "共", "累计", "总长", "总面积", "总投资"] {
        for (at, word) in reading.matches(word) {
            found.extend(together(reading, at, at + word.len()));
        }
    }
}

/// 市本级A，各县区B，社会资本C，总投入D: three clauses of one figure each, and what they make.
fn altogether(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(at);
    let said = reading.within(&(end..segment.end)).next().filter(|said| !said.is_loose && said.unit == "元")?;
    let is_bare = text[end..said.range.start].trim_matches(['达', '到', '为', '额']).is_empty();
    let scope = super::near::told_together(reading, segment.start);
    let parts: Vec<&Quantity> = reading.within(&scope).collect();
    let is_part = |it: &&Quantity| {
        let own = lead(reading, it);
        it.unit == said.unit
            && !it.is_loose
            && it.value < said.value
            && !["已", "比", "较", "每", "均", "计划", "增", "减"].iter().any(|word| own.contains(word))
    };
    let is_said = !["其中", "包括", "含", "每"].iter().any(|word| text[scope.clone()].contains(word));
    let are_clauses =
        parts.windows(2).all(|pair| text[pair[0].range.end..pair[1].range.start].starts_with(['，', '、']));
    if at != segment.start || !is_bare || parts.len() < 3 || !parts.iter().all(is_part) || !is_said || !are_clauses {
        return None;
    }
    let sum: f64 = parts.iter().map(|it| it.value).sum();
    let is_right = fits(sum, 0.0, said) || (sum - said.value).abs() <= slack(&parts, said);
    let verdict = if is_right { Verdict::Confirmed } else { Verdict::Doubtful };
    (0.5..2.0)
        .contains(&(sum / said.value))
        .then(|| Working::of(Kind::Total, verdict, said, reading.shown(&parts).join(" + "), in_form(sum, said, text)))
}

/// 一季度受理A，二季度受理B，上半年共受理C.
fn half_year(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(at);
    let said = reading.within(&(end..segment.end)).next().filter(|said| !said.is_loose && !said.is_percentage())?;
    let words = &text[end..said.range.start];
    let is_sum = words.starts_with(['共', '累', '合', '总', '预', '可']) || words.is_empty();
    let sentence = reading.sentence(at);
    let of = |quarter: &str| {
        let is_of = |it: &&Quantity| it.unit == said.unit && !it.is_loose && lead(reading, it).contains(quarter);
        let mut found = reading.within(&(sentence.start..at)).filter(is_of);
        found.next().filter(|_| found.next().is_none())
    };
    let quarters: &[&str] = match &text[at..end] {
        "上半年" => &["一季度", "二季度"],
        "前三季度" => &["一季度", "二季度", "三季度"],
        _ => &["一季度", "二季度", "三季度", "四季度"],
    };
    let named = |times: &[&str]| times.iter().map(|time| of(time)).collect::<Option<Vec<&Quantity>>>();
    let halves = || named(&["上半年", "下半年"]).filter(|_| &text[at..end] == "全年");
    let parts: Vec<&Quantity> = named(quarters).or_else(halves)?;
    let sum: f64 = parts.iter().map(|it| it.value).sum();
    let is_right = fits(sum, 0.0, said) || (sum - said.value).abs() <= slack(&parts, said);
    let is_near = (0.5..2.0).contains(&(sum / said.value)) && is_sum && words.chars().count() <= 8;
    let verdict = if is_right { Verdict::Confirmed } else { Verdict::Doubtful };
    is_near
        .then(|| Working::of(Kind::Total, verdict, said, reading.shown(&parts).join(" + "), in_form(sum, said, text)))
}

/// How many the words right before a sum say, and where they begin: 两项, 三者.
fn counted(reading: &Reading<'_>, at: usize) -> Option<(usize, usize)> {
    let own = &reading.text[reading.segment(at).start..at];
    let words = own.trim_end_matches(['总', '，']);
    // 两类人员合计, 两年累计.
    let length = words.trim_start_matches(['上', '述', '以']).trim_start_matches(numeral::is_numeral).len();
    let after = &words[words.len() - length..];
    let unit = [
        "者", "项", "类", "部分", "笔", "期", "年", "批", "种", "级", "方", "线", "地", "县", "市", "区", "校", "院",
        "村", "镇", "园", "库", "河", "路", "段", "大", "轮", "个", "家", "所", "处",
    ]
    .into_iter()
    .find(|unit| after.strip_prefix(unit).is_some_and(|noun| noun.chars().count() <= 8 && noun.chars().all(is_han)))?;
    debug_assert!(after.starts_with(unit));
    let number = &words[..words.len() - length];
    let number = number.trim_start_matches(['上', '述', '以']);
    let count = numeral::parse(number).filter(|count| (2..=5).contains(count))?;
    Some((usize::try_from(count).ok()?, at - own.len()))
}

/// A；B。两项合计T: the heads of the clauses before, where there are just so many of them.
fn together(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let (count, start) = counted(reading, at)?;
    let after = text[end..].strip_prefix('计').map_or(end, |after| text.len() - after.len());
    let said = reading.within(&(after..reading.segment(after).end)).next()?;
    const VERBS: [&str; 14] =
        ["", "达到了", "约为", "为", "达", "达到", "有", "完成", "安排", "投入", "改造", "实施", "培训", "建成"];
    if said.is_loose || said.is_percentage() || !VERBS.contains(&text[after..said.range.start].trim()) {
        return None;
    }
    let own = reading.sentence(at);
    let begins = text[own.start..start].trim().is_empty();
    let mut scope = own.start..start;
    if begins {
        scope.start = super::whole::sentence_before(reading, &own)?.start;
    }
    let heads: Vec<&Quantity> = reading.within(&scope).filter(|it| is_head(reading, it, said)).collect();
    let (parts, is_sure) = match heads.len().cmp(&count) {
        std::cmp::Ordering::Less => return None,
        std::cmp::Ordering::Equal => (heads, true),
        std::cmp::Ordering::Greater => (heads[heads.len() - count..].to_vec(), false),
    };
    let sum: f64 = parts.iter().map(|it| it.value).sum();
    let is_right = fits(sum, 0.0, said) || (sum - said.value).abs() <= slack(&parts, said);
    if !is_right && (!is_sure || parts.iter().any(|it| it.is_loose) || !(0.4..2.5).contains(&(sum / said.value))) {
        return None;
    }
    let verdict = if is_right { Verdict::Confirmed } else { Verdict::Doubtful };
    Some(Working::of(Kind::Total, verdict, said, reading.shown(&parts).join(" + "), in_form(sum, said, text)))
}

/// Whether a figure may be one of those summed up: none of 其中, no plan, no mean, nothing a share is of.
fn is_head(reading: &Reading<'_>, quantity: &Quantity, said: &Quantity) -> bool {
    let text = reading.text;
    let sentence = reading.sentence(quantity.range.start);
    let before = &text[sentence.start..quantity.range.start];
    let clause = &before[before.rfind('；').unwrap_or(0)..];
    let lead = lead(reading, quantity);
    quantity.unit == said.unit
        && !clause.contains("其中")
        && !is_shared(reading, quantity)
        && !["每", "均", "计划", "目标", "任务", "比", "较"].iter().any(|word| lead.contains(word))
}
