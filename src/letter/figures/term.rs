//! How long something is in force: 自2024年1月1日起，有效期五年，至2028年12月31日届满.

use super::{Kind, Reading, Verdict, Working};
use crate::letter::calendar::{self, Mention};
use crate::text::numeral;

/// Words for a term.
const TERMS: [&str; 9] = ["有效期", "期限", "合同期", "服务期", "租期", "经营期", "租赁期", "聘期", "工期"];
/// Words for its end, right behind the day it ends.
const ENDS: [&str; 7] = ["届满", "期满", "到期", "止", "失效", "截止", "终止"];

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for word in TERMS {
        for (at, word) in reading.matches(word) {
            found.extend(term(reading, at, at + word.len()));
        }
    }
}

fn term(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    // What stands between two semicolons speaks of one term.
    let from =
        text[sentence.start..at].rfind('；').map_or(sentence.start, |mark| sentence.start + mark + '；'.len_utf8());
    let sentence = from..text[at..sentence.end].find('；').map_or(sentence.end, |mark| at + mark);
    let all = &text[sentence.clone()];
    // How long.
    let rest = text[end..sentence.end].trim_start_matches(['为', '限', '是']);
    let digits = rest.len() - rest.trim_start_matches(|it: char| it.is_ascii_digit() || numeral::is_numeral(it)).len();
    let number = &rest[..digits];
    let years = number.parse().ok().or_else(|| numeral::parse(number)).filter(|it: &u32| (1..=70).contains(it))?;
    let start = text.len() - text[end..].len() + (text[end..sentence.end].len() - rest.len());
    let unit = ["年", "个月"].into_iter().find(|unit| rest[digits..].starts_with(unit))?;
    let after = &rest[digits + unit.len()..];
    let is_loose = after.starts_with(['半', '以', '左', '内', '或', '至', '—', '多']);
    let is_moved = [
        "延长", "延期", "续", "顺延", "展期", "提前", "暂停", "原", "修订", "每", "首", "试", "第", "分期", "实际",
        "停",
    ]
    .iter()
    .any(|word| all.contains(word));
    if is_loose || is_moved || all.matches('期').count() > 4 {
        return None;
    }
    let mentions = calendar::mentions(all);
    let is_end = |mention: &&Mention| {
        let behind = all[mention.range.end..].trim_start_matches(['底', '末', '初']);
        let before = all[..mention.range.start].trim_end_matches(['将', '于', '到', '至']);
        // 自2025年9月至2028年8月: a span by itself.
        let is_span = before.len() < mention.range.start
            && mentions.iter().any(|from| {
                let between = all.get(from.range.end..mention.range.start);
                let begins = all[..from.range.start].ends_with(['自', '从', '为']);
                begins && matches!(between, Some("至" | "起至" | "到" | "起到")) && from.year.is_some()
            });
        let ends = ENDS.iter().any(|word| behind.starts_with(word)) && before.len() < mention.range.start;
        mention.year.is_some() && (ends || is_span)
    };
    let last = mentions.iter().position(|it| is_end(&it))?;
    let to = &mentions[last];
    let earlier: Vec<&Mention> = mentions[..last].iter().filter(|it| it.year.is_some()).collect();
    let first = earlier.last()?;
    let fits = |from: &Mention| match unit {
        "年" => (length(from, to) - f64::from(years)).abs() < 0.6 || is_by_years(from, to, years),
        _ => from.month.is_none() || to.month.is_none() || (length(from, to) * 12.0 - f64::from(years)).abs() < 1.7,
    };
    if earlier.iter().any(|from| fits(from)) {
        return None;
    }
    let place = start..start + digits + unit.len();
    let last_place = sentence.start + to.range.start..sentence.start + to.range.end;
    Some(Working {
        kind: Kind::Period,
        verdict: Verdict::Doubtful,
        range: place.clone(),
        place: place.start.min(last_place.start)..place.end.max(last_place.end),
        working: format!("{}至{}不是{number}{unit}", &all[first.range.clone()], &all[to.range.clone()]),
        result: String::new(),
    })
}

/// How many years lie between two days, the middle of what is not told taken.
fn length(from: &Mention, to: &Mention) -> f64 {
    let at = |it: &Mention| {
        let month = it.month.map_or(6.0, |month| f64::from(month) - 1.0);
        let day = it.day.map_or(15.0, f64::from);
        f64::from(it.year.unwrap_or(0)) + (month + day / 31.0) / 12.0
    };
    at(to) - at(from)
}

/// Years alone are counted with both ends or without.
fn is_by_years(from: &Mention, to: &Mention, years: u32) -> bool {
    let (Some(first), Some(last)) = (from.year, to.year) else { return false };
    let between = i64::from(last) - i64::from(first);
    (from.month.is_none() || to.month.is_none()) && (between == i64::from(years) || between + 1 == i64::from(years))
}

#[cfg(test)]
mod tests {
    use crate::letter::figures::faults;

    #[test]
    fn a_term_ends_when_it_is_over() {
        for (text, expected) in [
            ("合同期为三年，自2024年1月1日起至2027年12月31日止。", "2024年1月1日至2027年12月31日不是三年 ✗"),
            ("聘期三年，自2025年9月至2029年8月。", "2025年9月至2029年8月不是三年 ✗"),
            ("建设工期24个月，自2025年1月起至2027年12月止。", "2025年1月至2027年12月不是24个月 ✗"),
            ("该协议2016年签订，期限10年，将于2028年届满。", "2016年至2028年不是10年 ✗"),
            ("自2026年1月1日起施行，有效期5年，至2031年12月31日止。", "2026年1月1日至2031年12月31日不是5年 ✗"),
        ] {
            assert_eq!(faults(text), [expected], "{text}");
        }
    }

    #[test]
    fn a_right_term_is_silent() {
        for text in [
            "合同期为三年，自2024年1月1日起至2026年12月31日止。",
            "合同期为三年，自2024年1月1日起至2027年1月1日止。",
            "该协议2016年签订，期限10年，将于2026年届满。",
            "特许经营期30年，2012年签约，2014年投入运营，将于2044年期满。",
            "有效期5年，原定2025年12月31日到期，现延长至2027年12月31日止。",
            "自2026年7月1日起施行，有效期两年。",
            "工期24个月，自2025年1月起至2026年12月止；聘期三年，自2025年9月至2028年8月。",
            "聘期一般为三年，首批自2025年9月至2026年8月试用。",
        ] {
            assert!(faults(text).is_empty(), "{text}: {:?}", faults(text));
        }
    }
}
