//! Changes told beside what they lead from and to: 新增8处，由10处增至18处; 比2024年增加3.6亿元，2024年为22.8亿元.

use super::near::{is_akin, tail};
use super::quantity::Quantity;
use super::whole::lead;
use super::{Kind, Reading, Verdict, Working, fits, growth, in_form};

/// Words that say by how much, and whether upward.
const CHANGES: [(&str, bool); 5] = [("新增", true), ("增加", true), ("净增", true), ("减少", false), ("压减", false)];
/// Words for the time before.
const BEFORE: [&str; 6] = ["上年同期", "去年同期", "上年度", "上年", "去年", "同期"];

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for (word, is_up) in CHANGES {
        for (at, word) in reading.matches(word) {
            found.extend(ahead(reading, at, at + word.len(), is_up));
        }
    }
    for word in BEFORE {
        for (at, word) in reading.matches(word) {
            found.extend(behind(reading, at, at + word.len()));
        }
    }
    for (at, _) in reading.matches("年为") {
        let year = reading.before(at);
        let year = &year[year.trim_end_matches(|it: char| it.is_ascii_digit()).len()..];
        if year.len() == 4 {
            found.extend(behind(reading, at - year.len(), at + '年'.len_utf8()));
        }
    }
}

/// 今年以来新增母婴室8处，全区母婴室由10处增至18处.
fn ahead(reading: &Reading<'_>, at: usize, end: usize, is_up: bool) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let segment = reading.segment(at);
    let said = reading.within(&(end..segment.end)).next().filter(|said| !said.is_loose && !said.is_percentage())?;
    let noun = &text[end..said.range.start];
    let (from, to) = growth::pair(reading, &sentence, sentence.end)?;
    if from.range.start < said.range.end || from.unit != said.unit || noun.chars().count() > 8 {
        return None;
    }
    // One addition alone, of the very thing that grew.
    let between = &text[said.range.end..from.range.start];
    let others = reading.within(&(sentence.start..from.range.start)).filter(|it| it.unit == said.unit).count();
    let own = &text[sentence.start..said.range.start];
    let name = &text[reading.segment(from.range.start).start..from.range.start];
    let is_other =
        ["其中", "再", "另", "计划", "还", "各", "每"].iter().any(|word| between.contains(word) || own.contains(word));
    let is_same_time = ["以来", "年来", "同比", "比上年", "较上年", "累计"].iter().any(|word| own.contains(word));
    let has_time = name.contains('年') || name.contains('月');
    let is_same =
        if noun.is_empty() { is_same_time } else { name.contains(tail(noun, 2)) && (is_same_time || !has_time) };
    if others != 1 || is_other || !is_same || between.contains('；') || from.is_percentage() {
        return None;
    }
    let value = if is_up { to.value - from.value } else { from.value - to.value };
    let is_right = fits(value, 2.0 * from.error.min(to.error), said);
    let is_near = (0.5..2.0).contains(&(value / said.value)) || is_akin(reading, value, said) && noun.is_empty();
    if !is_right && !is_near {
        return None;
    }
    let pair = if is_up { [to, from] } else { [from, to] };
    let verdict = if is_right { Verdict::Confirmed } else { Verdict::Doubtful };
    let shown = reading.shown(&pair).join(" − ");
    Some(Working::of(Kind::Growth, verdict, said, shown, in_form(value, said, text)))
}

/// 完成26.4亿元，比2024年增加3.6亿元，2024年为22.8亿元: what it was compared with stands behind, from the word for its time at `at`.
fn behind(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(at);
    let said = reading.within(&(end..segment.end)).next().filter(|said| !said.is_loose)?;
    let time = &text[at..end];
    let is_bare = text[end..said.range.start].trim_matches(['为', '是', '只', '有', '仅', '的']).is_empty();
    if at != segment.start || !is_bare {
        return None;
    }
    let sentence = reading.sentence(at);
    let before: Vec<&Quantity> = reading.within(&(sentence.start..at)).collect();
    let [.., now, change] = before[..] else { return None };
    let own = lead(reading, change);
    let is_of_time = own.strip_prefix(['比', '较']).is_some_and(|own| own.starts_with(time))
        || time.contains('年') && own.starts_with("同比") && BEFORE.contains(&time);
    let is_points = change.unit == "点" && now.is_percentage() && said.is_percentage();
    let is_alike = is_points || now.unit == said.unit && change.unit == said.unit && !change.is_percentage();
    if !is_of_time || !is_alike || now.is_loose || change.is_loose || text[now.range.end..at].contains('；') {
        return None;
    }
    let is_up = ["增", "升", "高", "多", "长"].iter().any(|word| own.contains(word));
    let is_down = ["减", "降", "低", "少", "回落"].iter().any(|word| own.contains(word));
    if is_up == is_down {
        return None;
    }
    let value = if is_up { now.value - change.value } else { now.value + change.value };
    let is_right = fits(value, now.error.min(change.error) * 2.0, said);
    let mark = if is_up { " − " } else { " + " };
    let verdict = if is_right { Verdict::Confirmed } else { Verdict::Doubtful };
    let shown = reading.shown(&[now, change]).join(mark);
    Some(Working::of(Kind::Growth, verdict, said, shown, in_form(value, said, text)))
}
