//! Changes told over years: 2023年38.5万吨，2024年39.2万吨，增长1.8%; 年均增长15%; 后两年分别增长12%、15%.

use super::growth::{DOWN, UP, is_time, less, pair, rate};
use super::near::told_together;
use super::quantity::Quantity;
use super::whole::{is_mean, lead};
use super::{Kind, Reading, Verdict, Working, fits, in_form};
use crate::letter::calendar;

/// 2024年298天，2025年312天，增加14天: by how much, of two years in two clauses.
pub(super) fn by_how_much(reading: &Reading<'_>, said: &Quantity, is_up: bool) -> Option<Working> {
    let text = reading.text;
    let before: Vec<&Quantity> = reading.within(&told_together(reading, said.range.start)).collect();
    let [from, to] = before[..] else { return None };
    let are_alike = from.unit == said.unit && to.unit == said.unit && !from.is_loose && !to.is_loose;
    let is_change = |it: &Quantity| ["增", "减", "降"].iter().any(|word| lead(reading, it).contains(word));
    if !are_alike || is_change(to) || is_change(from) || !is_bare(&text[to.range.end..said.range.start]) {
        return None;
    }
    let (first, second) = (year_of_clause(reading, from)?, year_of_clause(reading, to)?);
    (second == first + 1).then(|| less(reading, said, from, to, is_up))
}

/// The year that the clause of a figure names: 2024年全市空气质量优良天数298天.
fn year_of_clause(reading: &Reading<'_>, quantity: &Quantity) -> Option<i16> {
    let mention = calendar::mentions(lead(reading, quantity)).pop()?;
    mention.month.is_none().then_some(mention.year?)
}

/// A change whose two figures stand in clauses of their own, each with its time.
pub(super) fn of(reading: &Reading<'_>, said: &Quantity, is_up: bool) -> Option<Working> {
    years(reading, said, is_up)
        .or_else(|| same_time(reading, said, is_up))
        .or_else(|| added(reading, said, is_up))
        .or_else(|| told_behind(reading, said, is_up))
}

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for word in ["年均增长", "年均增速", "年均增幅", "年平均增长"] {
        for (at, word) in reading.matches(word) {
            found.extend(yearly(reading, at, at + word.len()));
        }
    }
    for (word, is_up) in [("分别增长", true), ("分别提高", true), ("分别下降", false), ("分别减少", false)]
    {
        for (at, word) in reading.matches(word) {
            one_after_another(reading, at, at + word.len(), is_up, found);
        }
    }
}

/// Whether nothing but a word for the change stands before it: 总产增长 is of something else.
fn is_bare(words: &str) -> bool {
    const TIMES: [&str; 10] = [
        "比上年同期",
        "较上年同期",
        "比去年同期",
        "较去年同期",
        "较上年",
        "比上年",
        "较去年",
        "比去年",
        "同比",
        "两年",
    ];
    let words = words.trim_start_matches(['，', ' ']).trim_end_matches(['了', '约', '为', '达', ' ']);
    let words = TIMES.iter().find_map(|time| words.strip_prefix(time)).unwrap_or(words);
    words.is_empty() || UP.iter().chain(&DOWN).any(|verb| words == *verb)
}

/// 2023年、2024年、2025年分别安排A、B、C，年均增长P; 由2022年的A增长到2025年的B，年均增长P.
fn yearly(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let segment = reading.segment(at);
    let said = reading.within(&(end..sentence.end)).next().filter(|said| said.is_percentage() && !said.is_loose)?;
    let is_next = text[end..said.range.start].trim_matches(['为', '达', '到', '了', ' ']).is_empty();
    if !is_next || !text[segment.start..at].trim_matches(['，', '实', '现']).is_empty() {
        return None;
    }
    let before = reading.within(&(sentence.start..at)).next_back()?;
    // The figures over which it grew, and over how many years it may have.
    let (figures, spans) = match pair(reading, &sentence, at) {
        Some((from, to)) if to.range == before.range => {
            let (first, last) = (year_of_clause(reading, from)?, year_of_the_end(reading, from, to)?);
            let span = f64::from(last - first);
            (vec![from, to], vec![span, span + 1.0])
        }
        _ => {
            let listed = list_before(reading, before);
            let named = text[sentence.start..listed.first()?.range.start].matches("20").count();
            if listed.len() < 3 || named < 2 || !text[sentence.start..at].contains("分别") {
                return None;
            }
            let span = f64::from(u32::try_from(listed.len()).ok()? - 1);
            (listed, vec![span])
        }
    };
    let (first, last) = (*figures.first()?, *figures.last()?);
    let is_usable = figures.iter().all(|it| it.value > 0.0 && !it.is_loose && it.unit == first.unit);
    if !is_usable || spans[0] < 2.0 || first.is_percentage() || last.value <= first.value {
        return None;
    }
    let compound = |span: f64| ((last.value / first.value).powf(1.0 / span) - 1.0) * 100.0;
    let plain = |span: f64| (last.value / first.value - 1.0) / span * 100.0;
    let each: Vec<f64> = figures.windows(2).map(|pair| (pair[1].value / pair[0].value - 1.0) * 100.0).collect();
    let mean = each.iter().sum::<f64>() / f64::from(u32::try_from(each.len()).ok()?.max(1));
    let error = (first.error / first.value + last.error / last.value) * 100.0 + 0.1;
    let readings = spans.iter().flat_map(|span| [compound(*span), plain(*span)]);
    let is_right = readings.chain((figures.len() > 2).then_some(mean)).any(|value| fits(value, error, said));
    let value = compound(spans[0]);
    let is_near = (0.4..2.5).contains(&(value / said.value));
    let shown = reading.shown(&[last, first]);
    let shown = format!("（{} ÷ {}）按{}年", shown[0], shown[1], spans[0]);
    let verdict = if is_right { Verdict::Confirmed } else { Verdict::Doubtful };
    (is_right || is_near).then(|| Working::of(Kind::Growth, verdict, said, shown, in_form(value, said, text)))
}

/// The year of the second of two figures: 由2022年的A增长到2025年的B.
fn year_of_the_end(reading: &Reading<'_>, from: &Quantity, to: &Quantity) -> Option<i16> {
    let mention = calendar::mentions(&reading.text[from.range.end..to.range.start]).pop()?;
    mention.month.is_none().then_some(mention.year?)
}

/// The figures side by side that end with `last`: A、B和C.
fn list_before<'a>(reading: &Reading<'a>, last: &'a Quantity) -> Vec<&'a Quantity> {
    let sentence = reading.sentence(last.range.start);
    let mut listed = vec![last];
    for earlier in reading.within(&(sentence.start..last.range.start)).rev() {
        let next = listed[listed.len() - 1];
        let between = &reading.text[earlier.range.end..next.range.start];
        if earlier.unit != last.unit || !matches!(between, "、" | "和" | "，" | "及") {
            break;
        }
        listed.push(earlier);
    }
    listed.reverse();
    listed
}

/// 2023年A，2024年B，2025年C，后两年分别增长P、Q: each of the year before.
fn one_after_another(reading: &Reading<'_>, at: usize, end: usize, is_up: bool, found: &mut Vec<Working>) {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let mut said: Vec<&Quantity> = Vec::new();
    for quantity in reading.within(&(end..sentence.end)) {
        let from = said.last().map_or(end, |last| last.range.end);
        let is_next = said.is_empty() && from == quantity.range.start
            || matches!(&text[from..quantity.range.start], "、" | "和" | "及");
        if !is_next || !quantity.is_percentage() {
            break;
        }
        said.push(quantity);
    }
    let before: Vec<&Quantity> = reading.within(&(sentence.start..at)).collect();
    let words = &text[sentence.start..at];
    let is_usable = |it: &Quantity| !it.is_loose && !it.is_percentage() && it.value > 0.0 && it.unit == before[0].unit;
    let are_years = words.matches("20").count() >= 2 && before.iter().all(|it| !is_time(reading, it));
    if said.len() < 2
        || said.iter().any(|it| it.is_loose)
        || !are_years
        || before.len() != said.len() + 1 && before.len() != said.len()
        || before.len() < 3
        || !before.iter().all(|it| is_usable(it))
    {
        return;
    }
    // The first of as many as there are figures is of a year that is not told.
    let offset = if before.len() == said.len() { 1 } else { 0 };
    let works: Vec<Working> = before
        .windows(2)
        .zip(&said[offset..])
        .map(|(pair, said)| rate(reading, said, pair[0], pair[1], is_up, Verdict::Doubtful))
        .collect();
    let right = works.iter().filter(|it| it.verdict == Verdict::Confirmed).count();
    if right * 2 >= works.len() && right > 0 {
        found.extend(works);
    }
}

/// 前三季度A，上年同期为B，同比增长P.
fn same_time(reading: &Reading<'_>, said: &Quantity, is_up: bool) -> Option<Working> {
    let sentence = reading.sentence(said.range.start);
    let before: Vec<&Quantity> = reading.within(&(sentence.start..said.range.start)).collect();
    let [.., to, from] = before[..] else { return None };
    let own = lead(reading, from).trim_end_matches(['为', '是', '的', '有']);
    let is_earlier = ["上年同期", "去年同期", "上年", "去年", "同期"].contains(&own);
    let is_pair = from.unit == to.unit && !from.is_loose && !to.is_loose && from.value > 0.0 && !from.is_percentage();
    let is_next = reading.text[to.range.end..from.range.start].matches(['，', '（']).count() == 1;
    let words = reading.text[from.range.end..said.range.start].trim_start_matches('）');
    if !is_earlier || !is_pair || !is_next || !is_bare(words) || said.unit == "倍" || is_mean(reading, to) {
        return None;
    }
    Some(rate(reading, said, from, to, is_up, Verdict::Doubtful))
}

/// 2025年A，2026年B，增长P: two years in two clauses.
fn years(reading: &Reading<'_>, said: &Quantity, is_up: bool) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(said.range.start);
    let before: Vec<&Quantity> = reading.within(&(sentence.start..said.range.start)).collect();
    let [.., from, to] = before[..] else { return None };
    let is_bare = is_bare(&text[to.range.end..said.range.start]);
    let year = |quantity: &Quantity| {
        let start = text[..quantity.range.start].rfind(['，', '；', '。', '\n', '、']).map_or(0, |at| at + 1);
        let start = (start..=quantity.range.start).find(|&at| text.is_char_boundary(at))?;
        let mention = calendar::mentions(&text[start..quantity.range.start]).pop()?;
        // Only whole years are told apart so.
        mention.month.is_none().then_some(mention.year?)
    };
    let is_series =
        from.unit == to.unit && !is_time(reading, from) && !from.is_loose && !to.is_loose && !from.is_percentage();
    if !is_series || !is_bare || said.unit == "倍" {
        return None;
    }
    // 上年底80家，今年新增36家: what is added is no later stand.
    if ["新增", "增加", "净增", "减少"].iter().any(|word| text[from.range.end..to.range.start].contains(word)) {
        return None;
    }
    let (first, second) = (year(from)?, year(to)?);
    (second == first + 1).then(|| rate(reading, said, from, to, is_up, Verdict::Doubtful))
}

/// 上年底A，今年新增B，增长P: what is added is by how much it grew.
fn added(reading: &Reading<'_>, said: &Quantity, is_up: bool) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(said.range.start);
    let before: Vec<&Quantity> = reading.within(&(sentence.start..said.range.start)).collect();
    let [.., stock, change] = before[..] else { return None };
    let lead = |quantity: &Quantity| &text[reading.segment(quantity.range.start).start..quantity.range.start];
    let is_bare = text[change.range.end..said.range.start].trim_start_matches('，').chars().count() <= 4;
    let is_stock = ["底", "年初", "原有", "此前"].iter().any(|word| lead(stock).contains(word));
    let is_pair = stock.unit == change.unit && !stock.is_loose && !change.is_loose && stock.value > 0.0;
    if !is_up || !is_bare || !is_pair || !is_stock || !lead(change).contains("新增") {
        return None;
    }
    let value = change.value / stock.value * 100.0;
    let verdict = if fits(value, 0.0, said) { Verdict::Confirmed } else { Verdict::Doubtful };
    let shown = reading.shown(&[change, stock]).join(" ÷ ");
    said.is_percentage().then(|| Working::of(Kind::Growth, verdict, said, shown, in_form(value, said, text)))
}

/// B，同比增长P，比上年净增C; B，同比减少P，上年同期为A: what P is of stands behind it.
fn told_behind(reading: &Reading<'_>, said: &Quantity, is_up: bool) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(said.range.start);
    let segment = reading.segment(said.range.start);
    let lead = &text[segment.start..said.range.start];
    let to = reading.within(&(sentence.start..segment.start)).next_back()?;
    let behind = reading.within(&(said.range.end..sentence.end)).next()?;
    let is_next = text[to.range.end..segment.start].trim() == "，" && to.unit == behind.unit;
    let words = text[said.range.end..behind.range.start].strip_prefix('，')?;
    let is_bare = ["同比", "比上年", "较上年"].iter().any(|word| lead.starts_with(word)) && lead.chars().count() <= 6;
    if !is_next || !is_bare || to.is_loose || behind.is_loose || !said.is_percentage() || words.contains('，') {
        return None;
    }
    let is_earlier = ["上年同期为", "去年同期为", "上年为", "去年为", "上年同期", "去年同期"].contains(&words.trim());
    let is_change = ["比上年", "较上年", "同比"].iter().any(|word| words.starts_with(word))
        && if is_up { words.ends_with("增") || words.ends_with("增加") } else { words.ends_with("减少") };
    let from = match (is_earlier, is_change, is_up) {
        (true, ..) => behind.value,
        (_, true, true) => to.value - behind.value,
        (_, true, false) => to.value + behind.value,
        _ => return None,
    };
    if from <= 0.0 {
        return None;
    }
    let value = (to.value - from).abs() / from * 100.0;
    let error = (to.error + behind.error) / from * 100.0 * 1.5;
    let verdict = if fits(value, error, said) { Verdict::Confirmed } else { Verdict::Doubtful };
    let shown = reading.shown(&[to, behind]);
    let working = match (is_earlier, is_up) {
        (true, true) => format!("({} − {}) ÷ {}", shown[0], shown[1], shown[1]),
        (true, false) => format!("({} − {}) ÷ {}", shown[1], shown[0], shown[1]),
        (false, true) => format!("{} ÷ ({} − {})", shown[1], shown[0], shown[1]),
        (false, false) => format!("{} ÷ ({} + {})", shown[1], shown[0], shown[1]),
    };
    Some(Working::of(Kind::Growth, verdict, said, working, in_form(value, said, text)))
}
