//! Ratios: 在校学生1.26万人，专任教师840人，生师比为15∶1.

use super::growth::is_shared;
use super::quantity::Quantity;
use super::whole::{is_mean, lead};
use super::{Kind, Reading, Verdict, Working};
use crate::text::characters;

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for (at, word) in reading.matches("比") {
        found.extend(to_one(reading, at, at + word.len()));
    }
    for (at, word) in reading.matches("之比") {
        found.extend(of_two(reading, at, at + word.len()));
    }
    for (at, word) in reading.matches("比例") {
        found.extend(divided(reading, at, at + word.len()));
    }
    for (at, word) in reading.matches("率") {
        found.extend(days(reading, at, at + word.len()));
    }
}

/// A figure to one, or one to a figure: of the figures before it any two may give it; the last two, where they are all there are.
fn to_one(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let name = text[..at].chars().next_back()?;
    let is_named = ['生', '师', '车', '医', '护', '床', '桩', '人', '位'].contains(&name);
    let own = &text[reading.segment(at).start..at];
    let number = text[end..].trim_start_matches(['例', '为', '达', '到', '是']);
    let start = text.len() - number.len();
    let (said, length) = numbers(number)?;
    let place = start..start + length;
    let is_to_one = own.contains("男女") || is_named;
    let [left, right] = said[..] else { return None };
    let shown = text[place.clone()].split(['∶', '：', ':']).max_by_key(|side| side.len())?;
    let larger = left.max(right);
    if !is_to_one || left.min(right) != 1.0 || larger <= 1.0 || text[end..start].contains('约') {
        return None;
    }
    let clause = super::near::told_together(reading, at);
    let usable = |it: &&Quantity| !it.is_percentage() && !it.is_loose && it.value > 0.0 && !is_mean(reading, it);
    let figures: Vec<&Quantity> = reading.within(&clause).filter(usable).collect();
    let decimals = shown.find('.').map_or(0, |point| shown.len() - point - 1);
    let slack = 0.5 * 10f64.powi(-i32::try_from(decimals).ok()?);
    let value = |one: &Quantity, other: &Quantity| (one.value / other.value).max(other.value / one.value);
    // Rounded, or cut off.
    let gives = |one: &Quantity, other: &Quantity| {
        let error = value(one, other) * (one.error / one.value + other.error / other.value);
        (larger - slack - error..larger + 2.0 * slack + error).contains(&value(one, other))
    };
    let is_countable = |unit: &str| matches!(unit, "人" | "个" | "张" | "床" | "辆" | "台" | "学位");
    let alike =
        |one: &Quantity, other: &Quantity| one.unit == other.unit || is_countable(one.unit) && is_countable(other.unit);
    let pairs =
        figures.iter().enumerate().flat_map(|(index, one)| figures[..index].iter().map(move |two| (*two, *one)));
    let given = pairs.filter(|(one, two)| alike(one, two)).find(|(one, two)| gives(one, two));
    let (verdict, (one, two)) = match (given, &figures[..]) {
        (Some(pair), _) => (Verdict::Confirmed, pair),
        (None, [one, two]) if alike(one, two) => (Verdict::Doubtful, (*one, *two)),
        _ => by_name(reading, at, gives)?,
    };
    // What is far off is a ratio of something else.
    let value = value(one, two);
    if verdict != Verdict::Confirmed && !(0.33..3.0).contains(&(value / larger)) {
        return None;
    }
    let pair = if one.value > two.value { [one, two] } else { [two, one] };
    Some(Working {
        kind: Kind::Average,
        verdict,
        range: place.clone(),
        place,
        working: reading.shown(&pair).join(" ÷ "),
        result: format!("{value:.decimals$}"),
    })
}

/// 在校生68.4万人，占…的60%；专任教师5.26万人，生师比: of its sentence what each character of the name stands for.
fn by_name<'a>(
    reading: &Reading<'a>,
    at: usize,
    gives: impl Fn(&Quantity, &Quantity) -> bool,
) -> Option<(Verdict, (&'a Quantity, &'a Quantity))> {
    let name: Vec<char> = reading.text[reading.segment(at).start..at].chars().rev().take(2).collect();
    let sentence = reading.sentence(at);
    let of = |character: char| -> Vec<&'a Quantity> {
        let words: &[&str] = match character {
            '生' => &["在校生", "学生", "幼儿"],
            '师' => &["教师"],
            '医' => &["医师", "医生"],
            '护' => &["护士", "护理员"],
            '床' => &["床"],
            '车' => &["汽车", "车辆", "机动车", "保有量"],
            '桩' => &["桩"],
            '位' => &["泊位", "车位"],
            _ => &[],
        };
        let is_of = |it: &&Quantity| {
            !it.is_loose
                && !it.is_percentage()
                && it.value > 0.0
                && !is_shared(reading, it)
                && words.iter().any(|word| lead(reading, it).contains(word))
        };
        reading.within(&(sentence.start..at)).filter(is_of).collect()
    };
    let [last, first] = name[..] else { return None };
    let (ones, others) = (of(first), of(last));
    let pairs = || ones.iter().flat_map(|one| others.iter().map(move |other| (*one, *other)));
    if let Some(pair) = pairs().find(|(one, other)| gives(one, other)) {
        return Some((Verdict::Confirmed, pair));
    }
    match (&ones[..], &others[..]) {
        ([one], [other]) if one.range != other.range => Some((Verdict::Doubtful, (*one, *other))),
        _ => None,
    }
}

/// The whole numbers that `text` begins with, joined by ∶, and how long they are: 5∶3∶2.
fn numbers(text: &str) -> Option<(Vec<f64>, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let digits = rest.len() - rest.trim_start_matches(|it: char| it.is_ascii_digit() || it == '.').len();
        found.push(rest[..digits].parse().ok()?);
        at += digits;
        match text[at..].chars().next() {
            Some(mark @ ('∶' | '：' | ':'))
                if text[at + mark.len_utf8()..].starts_with(|it: char| it.is_ascii_digit()) =>
            {
                at += mark.len_utf8();
            }
            _ => return (found.len() >= 2).then_some((found, at)),
        }
    }
}

/// 院校420家、企业840家，院校与企业之比为1∶2: of the only two figures of a kind before it.
fn of_two(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let start = end + (text[end..].len() - text[end..].trim_start_matches(['为', '达', '到', '是']).len());
    let (said, length) = numbers(&text[start..])?;
    let [left, right] = said[..] else { return None };
    let sentence = reading.sentence(at);
    let figures: Vec<&Quantity> = reading.within(&(sentence.start..at)).filter(|it| !it.is_percentage()).collect();
    let is_figure = |it: &Quantity| !it.is_loose && it.value > 0.0 && !is_mean(reading, it);
    let is_countable = |it: &Quantity| matches!(it.unit, "人" | "个" | "张" | "床" | "辆" | "台" | "学位");
    let usable = |pair: &[&Quantity; 2]| {
        (pair[0].unit == pair[1].unit || pair.iter().all(|it| is_countable(it))) && pair.iter().all(|it| is_figure(it))
    };
    let fits = |pair: &[&Quantity; 2]| (pair[0].value / pair[1].value / (left / right) - 1.0).abs() < 0.03;
    let pairs = || {
        figures.iter().enumerate().flat_map(|(index, one)| figures[index + 1..].iter().map(move |other| [*one, *other]))
    };
    // 带动社会投资: the two that stand nearest, where they are named in the ratio.
    let names = &text[reading.segment(at).start..at];
    let pair = pairs().rfind(usable)?;
    let is_named = |it: &Quantity| {
        let tail: Vec<char> = lead(reading, it).chars().filter(|it| characters::is_han(*it)).collect();
        tail[tail.len().saturating_sub(2)..].iter().filter(|it| names.contains(**it)).count() == 2
    };
    // Of the two that are named nothing else gives it; else any two may.
    let are_named = is_named(pair[0]) && is_named(pair[1]);
    let given = |pair: &[&Quantity; 2]| fits(pair) || fits(&[pair[1], pair[0]]);
    let is_given = if are_named { given(&pair) } else { pairs().filter(usable).any(|pair| given(&pair)) };
    if is_given {
        return None;
    }
    let (larger, smaller) = if left > right { (left, right) } else { (right, left) };
    let value = (pair[0].value / pair[1].value).max(pair[1].value / pair[0].value);
    let is_near = (0.2..5.0).contains(&(value / (larger / smaller)));
    let place = start..start + length;
    (is_near && (are_named || is_named(pair[1]) && names.contains("资金"))).then(|| Working {
        kind: Kind::Average,
        verdict: Verdict::Doubtful,
        range: place.clone(),
        place,
        working: {
            let pair = if pair[0].value > pair[1].value { [pair[0], pair[1]] } else { [pair[1], pair[0]] };
            reading.shown(&pair).join(" ÷ ")
        },
        result: format!("{value:.2}").trim_end_matches('0').trim_end_matches('.').to_owned(),
    })
}

/// 按5∶3∶2的比例分担，即省级4500万元、市级2700万元、县级1800万元: each of its number.
fn divided(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let before = text[..at].strip_suffix('的').unwrap_or(&text[..at]);
    let start = before.trim_end_matches(|it: char| it.is_ascii_digit() || matches!(it, '∶' | '：' | ':')).len();
    let (said, length) = numbers(&text[start..])?;
    let sentence = reading.sentence(at);
    if start + length != before.len() || said.contains(&0.0) {
        return None;
    }
    let parts: Vec<&Quantity> = reading.within(&(end..sentence.end)).take(said.len()).collect();
    let is_list = parts.len() == said.len()
        && parts.iter().all(|it| it.unit == parts[0].unit && !it.is_loose && !it.is_percentage())
        && parts.windows(2).all(|pair| text[pair[0].range.end..pair[1].range.start].starts_with(['、', '和', '，']))
        && text[end..parts[0].range.start].matches('，').count() <= 1;
    if !is_list {
        return None;
    }
    // 市级先行拨付300万元: not all of what each bears.
    let is_first =
        |it: &&Quantity| ["先", "首", "已", "拨付", "今年"].iter().any(|word| lead(reading, it).contains(word));
    if parts.iter().any(|part| part.value <= 0.0) || parts.iter().any(is_first) {
        return None;
    }
    // What one of the numbers stands for, by most of the parts.
    let ones: Vec<f64> = parts.iter().zip(&said).map(|(part, number)| part.value / number).collect();
    let is_same = |left: f64, right: f64| (left / right - 1.0).abs() < 0.02;
    let one = *ones.iter().max_by_key(|one| ones.iter().filter(|other| is_same(**one, **other)).count())?;
    let off = ones.iter().position(|other| !is_same(one, *other))?;
    let right = ones.iter().filter(|other| is_same(one, **other)).count();
    // All of them in another ratio of small numbers: 按6∶3∶1的比例，分别承担1200万元、400万元、200万元.
    let least = parts.iter().map(|part| part.value).fold(f64::INFINITY, f64::min);
    let told: Vec<f64> = parts.iter().map(|part| part.value / least).collect();
    let is_small = told.iter().all(|it| it.fract() == 0.0 && *it <= 12.0);
    if right + 1 < ones.len() || said.len() == 2 {
        let place = start..start + length;
        let shown: Vec<String> = told.iter().map(f64::to_string).collect();
        return is_small.then(|| Working {
            kind: Kind::Share,
            verdict: Verdict::Doubtful,
            range: place.clone(),
            place,
            working: reading.shown(&parts).join("∶"),
            result: shown.join("∶"),
        });
    }
    (right >= 2 && right + 1 == ones.len()).then(|| {
        let shown = super::in_form(one * said[off], parts[off], text);
        Working::of(
            Kind::Share,
            Verdict::Doubtful,
            parts[off],
            format!("按{}的比例", &text[start..start + length]),
            shown,
        )
    })
}

/// 空气质量优良天数292天，优良率80%: of the days of a year.
fn days(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    if !text[..at].ends_with("优良") {
        return None;
    }
    let sentence = reading.sentence(at);
    let said = reading.within(&(end..sentence.end)).next().filter(|it| it.is_percentage() && !it.is_loose)?;
    let part = reading.within(&(sentence.start..at)).next_back().filter(|it| it.unit == "天" && !it.is_loose)?;
    let is_near = text[end..said.range.start].chars().count() <= 2 && text[part.range.end..at].chars().count() <= 6;
    // Of a year, not of a month or of half a year.
    let before = &text[sentence.start..part.range.start];
    let is_year = (230.0..=366.0).contains(&part.value)
        && !["月", "季", "半年", "截至", "今年", "以来"].iter().any(|word| before.contains(word));
    if !is_near || !is_year {
        return None;
    }
    let is_right = [365.0, 366.0].iter().any(|year| (part.value / year * 100.0 - said.value).abs() <= 2.0 * said.error);
    let value = part.value / 365.0 * 100.0;
    Some(Working::of(
        Kind::Share,
        if is_right { Verdict::Confirmed } else { Verdict::Doubtful },
        said,
        format!("{} ÷ 365", part.shown(text)),
        super::in_form(value, said, text),
    ))
}
