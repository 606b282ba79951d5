//! Percentage points against the percentage in brackets behind them: 合格率99.1%，比上年提高1.3个百分点（上年为97.8%）.

use super::quantity::Quantity;
use super::{Kind, Reading, Verdict, Working, fits, in_form};

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for said in reading.own().iter().filter(|it| it.unit == "点" && !it.is_loose) {
        found.extend(
            against_brackets(reading, said)
                .or_else(|| apart(reading, said))
                .or_else(|| above(reading, said))
                .or_else(|| all_by(reading, said)),
        );
    }
}

/// 旺季利用率92%，淡季只有41%，相差51个百分点.
fn apart(reading: &Reading<'_>, said: &Quantity) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(said.range.start);
    if !text[segment.start..said.range.start].ends_with("相差") {
        return None;
    }
    let sentence = reading.sentence(said.range.start);
    let before: Vec<&Quantity> = reading.within(&(sentence.start..segment.start)).collect();
    let [.., one, other] = before[..] else { return None };
    let is_pair = one.is_percentage() && other.is_percentage() && !one.is_loose && !other.is_loose;
    let is_next = text[other.range.end..segment.start].trim() == "，";
    let (high, low) = if one.value > other.value { (one, other) } else { (other, one) };
    let value = high.value - low.value;
    let verdict = if fits(value, high.error + low.error, said) { Verdict::Confirmed } else { Verdict::Doubtful };
    let shown = reading.shown(&[high, low]).join(" − ");
    (is_pair && is_next).then(|| Working::of(Kind::Growth, verdict, said, shown, in_form(value, said, text)))
}

/// 由45%、25%分别上调至48%、28%，均上调3个百分点.
fn all_by(reading: &Reading<'_>, said: &Quantity) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(said.range.start);
    let sentence = reading.sentence(said.range.start);
    let before: Vec<&Quantity> = reading.within(&(sentence.start..segment.start)).collect();
    let [.., a, b, c, d] = before[..] else { return None };
    let are_percent = [a, b, c, d].iter().all(|it| it.is_percentage() && !it.is_loose);
    let between = &text[b.range.end..c.range.start];
    let is_change = text[a.range.end..b.range.start] == *"、"
        && text[c.range.end..d.range.start] == *"、"
        && between.starts_with("分别")
        && between.ends_with(['至', '到']);
    let is_all =
        text[segment.start..said.range.start].starts_with(['均', '都']) && text[d.range.end..segment.start] == *"，";
    let changes = [(c.value - a.value).abs(), (d.value - b.value).abs()];
    if !are_percent || !is_change || !is_all || (changes[0] - changes[1]).abs() > 1e-6 {
        return None;
    }
    let verdict = if fits(changes[0], 0.0, said) { Verdict::Confirmed } else { Verdict::Doubtful };
    let shown = format!("{}至{}", &text[a.range.clone()], &text[c.range.clone()]);
    Some(Working::of(Kind::Growth, verdict, said, shown, in_form(changes[0], said, text)))
}

/// 占60%，比55%的规定比例高5个百分点.
fn above(reading: &Reading<'_>, said: &Quantity) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(said.range.start);
    let mark = reading.within(&(segment.start..said.range.start)).next().filter(|it| it.is_percentage())?;
    let sentence = reading.sentence(said.range.start);
    let now = reading.within(&(sentence.start..segment.start)).next_back().filter(|it| it.is_percentage())?;
    let words = &text[mark.range.end..said.range.start];
    let is_mark = text[segment.start..mark.range.start].starts_with(['比', '较'])
        && words.starts_with('的')
        && (2..=10).contains(&words.chars().count());
    let is_up = words.ends_with(['高', '多']);
    let is_next = text[now.range.end..segment.start].trim() == "，";
    if !is_mark || !is_next || !(is_up || words.ends_with(['低', '少'])) || now.is_loose || mark.is_loose {
        return None;
    }
    let pair = if is_up { [now, mark] } else { [mark, now] };
    let value = pair[0].value - pair[1].value;
    let verdict = if fits(value, now.error.min(mark.error), said) { Verdict::Confirmed } else { Verdict::Doubtful };
    let shown = reading.shown(&pair).join(" − ");
    Some(Working::of(Kind::Growth, verdict, said, shown, in_form(value, said, text)))
}

fn against_brackets(reading: &Reading<'_>, said: &Quantity) -> Option<Working> {
    let text = reading.text;
    let open = text[said.range.end..].strip_prefix('（')?;
    let start = text.len() - open.len();
    let close = start + open.find('）')?;
    let earlier = reading.within(&(start..close)).next()?;
    let words = &text[start..earlier.range.start];
    let is_earlier = words.contains('年') || ["上", "去", "同期", "此前", "原"].iter().any(|word| words.contains(word));
    if !earlier.is_percentage() || earlier.is_loose || !is_earlier || earlier.range.end != close {
        return None;
    }
    let segment = reading.segment(said.range.start);
    let lead = &text[segment.start..said.range.start];
    let is_up = ["提高", "上升", "提升", "增长", "增加", "加快"].iter().any(|word| lead.contains(word));
    let is_down = ["下降", "降低", "减少", "回落", "放缓"].iter().any(|word| lead.contains(word));
    let sentence = reading.sentence(said.range.start);
    let now = reading.within(&(sentence.start..segment.start)).next_back()?;
    if is_up == is_down || !now.is_percentage() || now.is_loose {
        return None;
    }
    let value = if is_up { now.value - earlier.value } else { earlier.value - now.value };
    let verdict = if fits(value, 0.0, said) {
        Verdict::Confirmed
    } else if fits(value, now.error + earlier.error, said) {
        Verdict::Doubtful
    } else {
        Verdict::Contradicted
    };
    let pair = if is_up { [now, earlier] } else { [earlier, now] };
    Some(Working::of(Kind::Growth, verdict, said, reading.shown(&pair).join(" − "), in_form(value, said, text)))
}
