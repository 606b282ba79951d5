//! How long from one day to another: 6月1日至8月31日，为期三个月; 2024年3月开工，2025年9月竣工，工期18个月.

use super::{Kind, Reading, Verdict, Working};
use crate::letter::calendar::{self, Mention};
use crate::text::numeral;
use jiff::civil::Date;
use std::ops::Range;

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for word in ["为期", "工期", "历时", "共", "的"] {
        for (at, word) in reading.matches(word) {
            found.extend(Length::at(reading.text, at + word.len()).and_then(|length| told(reading, at, word, &length)));
        }
    }
    for word in ["调整至", "延长至", "推迟至", "提前至", "延后至", "调整到", "延长到"] {
        for (at, word) in reading.matches(word) {
            if reading.text[at + word.len()..].starts_with(|it: char| it.is_ascii_digit()) {
                found.extend(moved(reading, at, at + word.len()));
            }
        }
    }
    for word in ["时至", ":00至", "：00至", ":00—", "：00—", "时—", ":30至", "：30至", ":30—", "：30—"]
    {
        for (at, word) in reading.matches(word) {
            found.extend(hours(reading, at, at + word.len()));
        }
    }
}

/// How long something is said to be.
struct Length {
    range: Range<usize>,
    count: f64,
    unit: &'static str,
}

impl Length {
    /// The length that stands at byte `at`: 三个月, 30天.
    fn at(text: &str, at: usize) -> Option<Self> {
        let rest = text[at..].trim_start_matches([' ', '为']);
        let start = text.len() - rest.len();
        let is_number = |it: char| it.is_ascii_digit() || numeral::is_numeral(it);
        let digits = rest.len() - rest.trim_start_matches(is_number).len();
        if digits == 0 {
            return None;
        }
        let number = &rest[..digits];
        let count = number.parse().ok().or_else(|| numeral::parse(number)).filter(|count: &u32| *count > 0)?;
        let after = rest[digits..].trim_start();
        let blank = rest.len() - digits - after.len();
        let unit = ["个月", "天", "年", "周", "个星期"].into_iter().find(|unit| after.starts_with(unit))?;
        let end = start + digits + blank + unit.len();
        // 三个月左右, 2025年5月, 三年以上.
        let tail = &text[end..];
        let is_loose = ["左右", "以上", "多", "余", "内", "半", "以内", "级"].iter().any(|word| tail.starts_with(word));
        let is_date = unit == "年" && (count > 100 || tail.starts_with(|it: char| it.is_ascii_digit()));
        (!is_loose && !is_date).then(|| Self { range: start..end, count: f64::from(count), unit })
    }
}

/// The length told behind `word` at byte `at` against the days before it.
fn told(reading: &Reading<'_>, at: usize, word: &str, length: &Length) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let scope = &text[sentence.start..at];
    if word == "为期"
        && let Some(behind) = told_behind(reading, length)
    {
        return Some(behind);
    }
    if !scope.contains(['月', '年']) && word != "工期" {
        return None;
    }
    if word == "工期"
        && let Some(ahead) = ahead(reading, length)
    {
        return Some(ahead);
    }
    let mut mentions = calendar::mentions(scope);
    if let Some(to) = mentions.last().and_then(|from| same_month(scope, from)) {
        mentions.push(to);
    }
    let [.., from, to] = &mentions[..] else {
        return mentions.first().and_then(|from| until(reading, at, length, word, from, scope));
    };
    let between = scope[from.range.end..to.range.start].trim_matches(['起', '始', '，', ' ', '止', '开']);
    let is_span = matches!(between, "至" | "到" | "—" | "～" | "－" | "-" | "——");
    let behind = &scope[to.range.end..];
    let is_built = ["开工", "动工", "启动"].iter().any(|word| scope[from.range.end..to.range.start].contains(word))
        && ["竣工", "完工", "建成", "通车", "投用"].iter().any(|word| behind.contains(word));
    // 分三批开展为期5天的培训; 因故停工.
    const OTHERS: [&str; 18] = [
        "分批", "批", "轮", "每", "各", "停", "暂", "实际", "有效", "原", "提前", "延", "其中", "剔除", "扣除", "场",
        "陆续", "班",
    ];
    if mentions.len() > 2 && mentions[..mentions.len() - 2].iter().any(|it| it.month.is_some())
        || OTHERS.iter().any(|word| scope[from.range.start..].contains(word))
    {
        return None;
    }
    let is_right_behind = behind.trim_matches(['止', '，', '的', '日', '末', '底']).is_empty();
    let is_meant = match word {
        "为期" => is_span && behind.chars().count() <= 32 && behind.matches('，').count() <= 1,
        "工期" | "历时" => (is_span || is_built) && behind.chars().count() <= 18,
        "共" => is_span && is_right_behind,
        // 从2021年到2025年的五年间.
        _ => is_span && behind.is_empty() && text[length.range.end..].starts_with(['间', '来', '中', '内', '期']),
    };
    if !is_meant {
        return until(reading, at, length, word, to, scope);
    }
    let (mut least, most) = spanned(from, to, length.unit)?;
    // 19日至22日: a few days are counted with both ends, but where a law has a term begin the day after.
    if length.unit == "天" && most <= 15.0 && from.day.is_some() && !scope.contains("公示") && !scope.contains("公告")
    {
        least = most;
    }
    let is_right = (least..=most).contains(&length.count);
    let value = (least + most) / 2.0;
    // 9月，举办了为期5天的培训: far less than the time is no matter of it.
    if !is_right && !(0.45..2.3).contains(&(length.count / value)) {
        return None;
    }
    let day = |mention: &Mention| &scope[mention.range.clone()];
    let least = least.ceil();
    let unit = length.unit;
    Some(Working {
        kind: Kind::Period,
        verdict: if is_right { Verdict::Confirmed } else { Verdict::Doubtful },
        range: length.range.clone(),
        place: length.range.clone(),
        working: format!("{}至{}", day(from), day(to)),
        result: format!("{}{unit}", if most.floor() > least { most.floor() } else { least }),
    })
}

/// 工期24个月，自2024年4月开工，预计2026年4月完工: both days behind it.
fn ahead(reading: &Reading<'_>, length: &Length) -> Option<Working> {
    let text = reading.text;
    let behind = &text[length.range.end..reading.sentence(length.range.start).end];
    let mentions = calendar::mentions(behind);
    let [from, to, ..] = &mentions[..] else { return None };
    let begins = behind[from.range.end..to.range.start].trim_start_matches(['初', '底', '末']);
    let ends = behind[to.range.end..].trim_start_matches(['初', '底', '末']);
    let is_span = ["开工", "动工"].iter().any(|word| begins.starts_with(word))
        && ["完工", "竣工", "建成"].iter().any(|word| ends.starts_with(word))
        && !["停", "延", "实际", "原"].iter().any(|word| behind[..to.range.end].contains(word));
    let is_near = behind[..from.range.start].trim_matches(['，', '自', '于', '已', '计', '划']).is_empty();
    if !is_span || !is_near || length.unit != "个月" {
        return None;
    }
    let (least, most) = spanned(from, to, length.unit)?;
    let is_right = (least..=most).contains(&length.count);
    Some(Working {
        kind: Kind::Period,
        verdict: if is_right { Verdict::Confirmed } else { Verdict::Doubtful },
        range: length.range.clone(),
        place: length.range.start..length.range.end + to.range.end,
        working: format!("{}至{}", &behind[from.range.clone()], &behind[to.range.clone()]),
        result: format!("{}个月", most.floor()),
    })
}

/// 为期30天的集中整治，时间为6月1日至6月30日.
fn told_behind(reading: &Reading<'_>, length: &Length) -> Option<Working> {
    let text = reading.text;
    let behind = &text[length.range.end..reading.sentence(length.range.start).end];
    let from = ["，时间为", "，时间自", "，时间从", "（", "，"].iter().find_map(|word| {
        let from = behind.find(word)? + word.len();
        behind[from..].starts_with(|it: char| it.is_ascii_digit()).then_some(from)
    })?;
    let mut mentions = calendar::mentions(&behind[from..]);
    if let [first] = &mentions[..]
        && let Some(last) = same_month(&behind[from..], first)
    {
        mentions.push(last);
    }
    let [first, last] = &mentions[..] else { return None };
    let between = behind[from..][first.range.end..last.range.start].trim_matches(['起', '，']);
    let is_span = first.range.start == 0 && matches!(between, "至" | "到" | "—" | "～" | "－");
    let ends = behind[from..][last.range.end..].trim_start_matches('止');
    let is_end = ends.is_empty()
        || ends.starts_with(['，', '）', '；'])
        || ["举办", "举行", "开展", "进行"].iter().any(|verb| ends.starts_with(verb));
    let is_near = behind[..from].chars().count() <= 20 && behind[..from].matches('，').count() <= 1;
    if !is_span || !is_end || !is_near || behind.contains(['批', '期']) {
        return None;
    }
    let (least, most) = spanned(first, last, length.unit)?;
    let is_right = (least..=most).contains(&length.count);
    Some(Working {
        kind: Kind::Period,
        verdict: if is_right { Verdict::Confirmed } else { Verdict::Doubtful },
        range: length.range.clone(),
        place: length.range.start..length.range.end + from + last.range.end,
        working: format!("{}至{}", &behind[from..][first.range.clone()], &behind[from..][last.range.clone()]),
        result: format!("{}{}", most.floor(), length.unit),
    })
}

/// The day of 5月19日至22日 that is named without its month.
fn same_month(text: &str, from: &Mention) -> Option<Mention> {
    from.day?;
    let rest = text[from.range.end..].strip_prefix(['至', '—', '～', '到'])?;
    let start = text.len() - rest.len();
    let digits = rest.len() - rest.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    let day: u32 = rest[..digits].parse().ok()?;
    rest[digits..].starts_with('日').then(|| Mention {
        range: start..start + digits + '日'.len_utf8(),
        day: Some(day),
        day_digits: start..start + digits,
        ..from.clone()
    })
}

/// 计划于2027年1月开工，工期18个月，2028年6月底建成: from the day before to the day behind.
fn until(
    reading: &Reading<'_>,
    at: usize,
    length: &Length,
    word: &str,
    from: &Mention,
    scope: &str,
) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let behind = &text[length.range.end..sentence.end];
    let to = calendar::mentions(behind).into_iter().next()?;
    let words = &behind[to.range.end..];
    let begins = ["开工", "动工", "启动"].iter().any(|word| scope[from.range.end..].contains(word));
    let ends = ["建成", "竣工", "完工", "通车", "投用"]
        .iter()
        .any(|word| words.trim_start_matches(['底', '前', '末', '初', '全', '面']).starts_with(word));
    let is_near = behind[..to.range.start].trim_matches(['，', '计', '划', '预', '于', '将', '（', '）']).is_empty();
    // 2028年6月底前建成 may be earlier.
    if word != "工期" || !begins || !ends || !is_near || length.unit != "个月" || words.starts_with(['前']) {
        return None;
    }
    let (least, most) = spanned(from, &to, length.unit)?;
    let is_right = (least..=most).contains(&length.count);
    let told = format!("{}至{}", &scope[from.range.clone()], &behind[to.range.clone()]);
    Some(Working {
        kind: Kind::Period,
        verdict: if is_right { Verdict::Confirmed } else { Verdict::Doubtful },
        range: length.range.clone(),
        place: length.range.start..length.range.end + to.range.end,
        working: told,
        result: format!("{}个月", most.floor()),
    })
}

/// The least and the most that one may say lies between two days, in `unit`: the ends counted or not.
fn spanned(from: &Mention, to: &Mention, unit: &str) -> Option<(f64, f64)> {
    let year = from.year.or(to.year).unwrap_or(2025);
    let last = to.year.unwrap_or(year);
    if from.month.is_none() && to.month.is_none() {
        let years = f64::from(last - year);
        return (unit == "年" && from.year.is_some() && to.year.is_some() && years > 0.0)
            .then_some((years, years + 1.0));
    }
    let (first_month, last_month) = (from.month?, to.month?);
    let months = f64::from(last - year) * 12.0 + f64::from(last_month) - f64::from(first_month);
    let days = match (from.day, to.day) {
        (Some(_), Some(_)) => {
            let last = if to.year.is_none() && months < 0.0 { last + 1 } else { last };
            let (from, to): (Date, Date) = (from.date(year)?, to.date(last)?);
            f64::from((to - from).get_days())
        }
        (None, None) if months >= 0.0 => {
            // From the beginning or the end of the one to the beginning or the end of the other.
            return match unit {
                "个月" => Some(((months - 1.0).max(0.0), months + 1.0)),
                "年" => Some(((months - 2.0) / 12.0, (months + 2.0) / 12.0)),
                _ => None,
            };
        }
        _ => return None,
    };
    if days <= 0.0 {
        return None;
    }
    match unit {
        "天" => Some((days, days + 1.0)),
        "周" | "个星期" => Some((days / 7.0 - 0.8, days / 7.0 + 0.8)),
        "个月" => Some((days / 30.5 - 0.75, days / 30.5 + 0.75)),
        "年" => Some((days / 365.25 - 0.6, days / 365.25 + 0.6)),
        _ => None,
    }
}

/// 由21时30分调整至23时，延长1.5小时.
fn moved(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(at);
    let said = reading.within(&(end..reading.sentence(at).end)).next().filter(|it| !it.is_loose)?;
    let is_next =
        matches!(&text[reading.segment(said.range.start).start..said.range.start], "延长" | "推迟" | "提前" | "延后");
    let own = &text[segment.start..segment.end];
    let clocks: Vec<f64> = own
        .split(|it: char| !(it.is_ascii_digit() || matches!(it, '时' | '分' | ':' | '：')))
        .filter_map(clock)
        .collect();
    let [from, to] = clocks[..] else { return None };
    let factor = match said.unit {
        "小时" => 1.0,
        "分钟" => 60.0,
        _ => return None,
    };
    let value = (to - from).abs() * factor;
    if !is_next || !own.contains(['由', '从']) || text[segment.end..said.range.start].matches('，').count() != 1 {
        return None;
    }
    let is_right = (value - said.value).abs() < 0.06 * factor;
    let verdict = if is_right { Verdict::Confirmed } else { Verdict::Doubtful };
    let shown = text[segment.start..segment.end].to_owned();
    Some(Working::of(Kind::Period, verdict, said, shown, super::in_form(value, said, text)))
}

/// A time of day in hours: 21时30分, 9:00.
fn clock(text: &str) -> Option<f64> {
    let (hour, minute) = text.split_once([':', '：', '时'])?;
    let minute = minute.trim_end_matches('分');
    let minute = if minute.is_empty() { 0.0 } else { minute.parse().ok()? };
    Some(hour.parse::<f64>().ok().filter(|hour| *hour <= 24.0)? + minute / 60.0)
}

/// 每日9时至17时开放，全天开放8小时.
fn hours(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let is_clock = |it: char| it.is_ascii_digit() || matches!(it, ':' | '：' | '时' | '分');
    let opens = text[..end].trim_end_matches(['至', '—']);
    let from = clock(&opens[opens.trim_end_matches(is_clock).len()..])?;
    let after = &text[end..];
    let to = clock(&after[..after.len() - after.trim_start_matches(is_clock).len()])?;
    let said = reading.within(&(end..sentence.end)).next().filter(|said| said.unit == "小时" && !said.is_loose)?;
    let words = &text[end..said.range.start];
    let all = &text[sentence.start..sentence.end];
    let is_whole = ["全天", "每天", "每日", "共", "时长", "达"].iter().any(|word| words.contains(word));
    let is_other = ["午休", "分别", "各", "夏", "冬", "周末", "节假日", "延长", "增加", "以及", "和"]
        .iter()
        .any(|word| all.contains(word));
    if !is_whole || is_other || all.matches("时至").count() > 1 || words.matches('，').count() > 1 {
        return None;
    }
    let value = if to > from { to - from } else { to + 24.0 - from };
    let is_right = (value - said.value).abs() < 0.26;
    let verdict = if is_right { Verdict::Confirmed } else { Verdict::Doubtful };
    let told = format!("{}{}", &opens[opens.trim_end_matches(is_clock).len()..], &text[opens.len()..end]);
    let working = format!("{told}{}", &after[..after.len() - after.trim_start_matches(is_clock).len()]);
    (is_right || (value - said.value).abs() <= 4.0)
        .then(|| Working::of(Kind::Period, verdict, said, working, format!("{value}小时")))
}
