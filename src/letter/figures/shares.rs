//! Shares that are told together: 分别占45%、30%和25%; and those told in words: 占三分之一, 占六成.

use super::quantity::Quantity;
use super::whole::{before_among, lead};
use super::{Kind, Reading, Verdict, Working, growth, in_form};
use crate::text::numeral;

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for word in ["分别占", "占比分别为", "占比依次为", "比例分别为", "比重分别为", "各占"] {
        for (at, word) in reading.matches(word) {
            together(reading, at, at + word.len(), found);
        }
    }
    for (at, word) in reading.matches("占") {
        found.extend(of_the_listed(reading, at, at + word.len()));
    }
    if let Some(working) = reading.matches("占").find_map(|(at, _)| in_clauses(reading, at)) {
        found.push(working);
    }
    for (at, word) in reading.matches("分之") {
        found.extend(fraction(reading, at, at + word.len()));
    }
    for (at, word) in reading.matches("的一半") {
        let place = at + '的'.len_utf8()..at + word.len();
        found.extend(told(reading, place, 50.0, 5.0));
    }
    for (at, word) in reading.matches("成") {
        found.extend(tenths(reading, at, at + word.len()));
    }
}

/// 男职工720人、女职工480人，女职工占40%: of all that stand in the list.
fn of_the_listed(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(at);
    let share = reading.within(&(end..segment.end)).next().filter(|it| it.is_percentage() && !it.is_loose)?;
    let name = &text[segment.start..at];
    let is_bare = matches!(&text[end..share.range.start], "" | "比" | "比为" | "比达");
    let before = text[..segment.start].strip_suffix('，')?;
    let sentence = reading.sentence(at);
    let mut parts: Vec<&Quantity> = Vec::new();
    for part in reading.within(&(sentence.start..before.len())).rev() {
        let next = parts.last().map_or(before.len(), |last: &&Quantity| last.range.start - lead(reading, last).len());
        let is_item = matches!(text.get(part.range.end..next), Some("" | "、" | "和"));
        if part.is_loose || !is_item || parts.last().is_some_and(|last| last.unit != part.unit) {
            break;
        }
        parts.push(part);
    }
    let part = parts.iter().copied().find(|part| lead(reading, part) == name)?;
    let sum: f64 = parts.iter().map(|it| it.value).sum();
    // A whole told before them may be what it is of.
    let scope = reading.paragraph(at).start..parts.last()?.range.start;
    let has_whole = reading.within(&scope).any(|it| it.unit == part.unit && it.value >= part.value && it.value != sum);
    if parts.len() < 2 || !is_bare || has_whole || name.is_empty() {
        return None;
    }
    let value = part.value / sum * 100.0;
    let verdict = if (value - share.value).abs() <= allowed(share) { Verdict::Confirmed } else { Verdict::Doubtful };
    parts.reverse();
    let shown = format!("{} ÷ ({})", part.shown(text), reading.shown(&parts).join(" + "));
    Some(Working::of(Kind::Share, verdict, share, shown, in_form(value, share, text)))
}

/// 乔木林占62%，竹林占23%，灌木林占25%: what is called alike is divided, and no more than all of it.
fn in_clauses(reading: &Reading<'_>, at: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let mut shares: Vec<&Quantity> = Vec::new();
    for share in reading.within(&(reading.segment(at).start..sentence.end)) {
        let lead = lead(reading, share);
        let own = lead.strip_suffix('占').or_else(|| lead.strip_suffix("占比"));
        let is_next = shares.last().is_none_or(|last| {
            matches!(text[last.range.end..share.range.start].strip_suffix(lead), Some("，" | "、" | "；"))
        });
        if !share.is_percentage() || share.is_loose || own.is_none_or(str::is_empty) || !is_next {
            break;
        }
        shares.push(share);
    }
    let ending = |it: &Quantity| lead(reading, it).trim_end_matches('比').trim_end_matches('占').chars().next_back();
    let first = shares.first()?;
    let last = shares.last()?;
    // 女性、老年人、党员: the same people may be each of them.
    let are_alike = shares.iter().all(|it| ending(it) == ending(first))
        && !matches!(ending(first), Some('人' | '者' | '员' | '户' | '性' | '数'));
    let sum: f64 = shares.iter().map(|it| it.value).sum();
    let slack: f64 = shares.iter().map(|it| it.error).sum();
    (shares.len() >= 3 && are_alike && sum > 100.5 + slack && sum < 150.0 && first.range.start > at).then(|| {
        let words = format!("各项合起来是{sum:.1}%，超过100%");
        Working::in_words(Kind::Share, Verdict::Doubtful, first.range.start..last.range.end, words)
    })
}

/// A、B、C，分别占P、Q、R: each of its part.
fn together(reading: &Reading<'_>, at: usize, end: usize, found: &mut Vec<Working>) {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let stop = text[end..sentence.end].find(['，', '；', '（']).map_or(sentence.end, |stop| end + stop);
    let shares: Vec<&Quantity> = reading.within(&(end..stop)).collect();
    // 分别占总数的94.8%和95%: two wholes.
    let begins = shares.first().is_some_and(|first| text[end..first.range.start].chars().count() <= 1);
    if shares.len() < 2 || !begins || shares.iter().any(|share| !share.is_percentage() || share.is_loose) {
        return;
    }
    let mut parts: Vec<&Quantity> = Vec::new();
    for quantity in reading.within(&(sentence.start..at)).rev() {
        let next = parts.last().map_or(at, |part: &&Quantity| part.range.start);
        let is_listed = !text[quantity.range.end..next].contains(['；', '：']);
        let is_alike = parts.last().is_none_or(|part| part.unit == quantity.unit);
        if quantity.is_percentage() || quantity.is_loose || !is_listed || !is_alike || parts.len() == shares.len() {
            break;
        }
        parts.push(quantity);
    }
    parts.reverse();
    if parts.len() != shares.len() {
        return;
    }
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    let gives = |total: f64| {
        parts
            .iter()
            .zip(&shares)
            .filter(|(part, share)| (part.value / total * 100.0 - share.value).abs() <= allowed(share))
            .count()
    };
    // The whole they are of stands before them, or is their sum; the last of the best is taken.
    let before = before_among(reading, parts[0].range.start);
    let paragraph = reading.paragraph(at).start..parts[0].range.start;
    let earlier = reading.within(&paragraph).filter(|it| !it.is_percentage());
    let wholes: Vec<&Quantity> =
        before.into_iter().chain(earlier).filter(|it| it.unit == parts[0].unit && !it.is_loose).collect();
    let totals = wholes.iter().map(|whole| whole.value).chain([sum]);
    let Some(total) = totals.max_by_key(|total| gives(*total)).filter(|total| *total > 0.0) else { return };
    let whole = wholes.iter().find(|whole| whole.value == total);
    // Where hardly any fits, they are of something else.
    let right = gives(total);
    let turned = parts.iter().zip(shares.iter().rev());
    let is_turned = right == 0
        && turned.clone().all(|(part, share)| (part.value / sum * 100.0 - share.value).abs() <= allowed(share));
    if right * 2 < parts.len() && !is_turned {
        return;
    }
    let total = if is_turned { sum } else { total };
    let shown = whole.map_or_else(|| in_form(sum, parts[0], text), |it| text[it.range.clone()].to_owned());
    for (part, share) in parts.iter().zip(&shares) {
        let value = part.value / total * 100.0;
        let is_right = (value - share.value).abs() <= allowed(share);
        found.push(Working {
            kind: Kind::Share,
            verdict: if is_right { Verdict::Confirmed } else { Verdict::Doubtful },
            range: share.range.clone(),
            // A part that is more than the whole is the slip itself.
            place: if value >= 100.0 { part.range.start..share.range.end } else { share.range.clone() },
            working: format!("{} ÷ {shown}", &text[part.range.clone()]),
            result: in_form(value, share, text),
        });
    }
}

/// By how much a share may be off for rounding.
fn allowed(share: &Quantity) -> f64 {
    2.0 * share.error + 1e-9
}

/// 占三分之一, 占招聘名额60个的五分之一.
fn fraction(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let below = text[..at].chars().next_back()?;
    let above = text[end..].chars().next()?;
    let digit = |it: char| numeral::parse(it.encode_utf8(&mut [0; 4])).filter(|value| (1..=10).contains(value));
    let value = f64::from(digit(above)?) / f64::from(digit(below)?);
    let start = at - below.len_utf8();
    let place = start..end + above.len_utf8();
    // 百分之, 二十分之.
    if text[..start].chars().next_back().is_some_and(numeral::is_numeral) || value >= 1.0 {
        return None;
    }
    changed(reading, &place, value * 100.0).or_else(|| told(reading, place, value * 100.0, 4.0))
}

/// 由15万元提高到20万元，增加三分之一: a change told in words.
fn changed(reading: &Reading<'_>, place: &std::ops::Range<usize>, share: f64) -> Option<Working> {
    let said = Quantity {
        range: place.clone(),
        number: place.clone(),
        value: share,
        error: 1.7,
        scale: 1.0,
        unit: "%",
        is_loose: false,
    };
    let mut working = growth::of(reading, &said)?;
    working.result = format!("{}%", working.result.trim_end_matches('%'));
    Some(working)
}

/// 占比六成, 占三成.
fn tenths(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let digit = text[..at].chars().next_back()?;
    let value = numeral::parse(digit.encode_utf8(&mut [0; 4])).filter(|value| (1..=9).contains(value))?;
    let start = at - digit.len_utf8();
    let before = text[..start].trim_end_matches(['约', '近', '到', '达', '了', '为']);
    let clause = &text[reading.segment(start).start..start];
    let is_share =
        before.ends_with('占') || before.ends_with("占比") || before.ends_with('的') && clause.contains('占');
    let after = text[end..].chars().next();
    let is_end = after.is_none_or(|it| matches!(it, '，' | '。' | '；' | '、' | '\n'));
    if !is_share || !is_end {
        return None;
    }
    told(reading, start..end, f64::from(value) * 10.0, 6.0)
}

/// The working of a share told in words, off by no more than `slack` points.
fn told(reading: &Reading<'_>, place: std::ops::Range<usize>, share: f64, slack: f64) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(place.start);
    let own = &text[segment.start..place.start];
    if !own.contains('占') {
        return None;
    }
    let sentence = reading.sentence(place.start);
    // 占招聘名额60个的: the whole stands right before; 其中…: before 其中.
    let explicit = reading
        .within(&(segment.start..place.start))
        .next_back()
        .filter(|whole| text[whole.range.end..place.start].trim() == "的");
    let part_end = explicit.map_or(segment.start, |_| segment.start);
    let part = reading.within(&(sentence.start..part_end)).next_back().filter(|part| !part.is_percentage())?;
    let whole = match explicit {
        Some(whole) => whole,
        None => {
            match text[sentence.start..part.range.start].rfind("其中") {
                // 控制开采总量9600万吨…。其中，…4800万吨，占总量的一半.
                _ if ["占总量的", "占总数的", "占总面积的", "占总额的"].contains(&own) => {
                    let before = reading.paragraph(place.start).start..part.range.start;
                    let says_all = |it: &&Quantity| {
                        it.unit == part.unit && it.value > part.value && lead(reading, it).contains(['总', '共'])
                    };
                    reading.within(&before).rfind(says_all)?
                }
                Some(among) => {
                    before_among(reading, sentence.start + among).into_iter().find(|it| it.unit == part.unit)?
                }
                None => return None,
            }
        }
    };
    if whole.unit != part.unit || whole.is_loose || whole.value < part.value {
        return None;
    }
    // 镇级自筹占三分之一: of another of the parts.
    let name = own.split('占').next().unwrap_or_default().trim();
    let part = if name.is_empty() {
        part
    } else {
        let parts = reading.within(&(sentence.start..part_end));
        parts.rev().find(|it| it.unit == part.unit && lead(reading, it).contains(name))?
    };
    let value = part.value / whole.value * 100.0;
    // 约62万亩: only what is far off is no matter of rounding.
    let slack = if part.is_loose { slack + 3.0 } else { slack };
    Some(Working {
        kind: Kind::Share,
        verdict: if (value - share).abs() <= slack { Verdict::Confirmed } else { Verdict::Doubtful },
        range: place.clone(),
        place,
        working: format!("{} ÷ {}", &text[part.range.clone()], &text[whole.range.clone()]),
        result: format!("{value:.1}%"),
    })
}
