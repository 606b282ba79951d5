//! D10: Arabic digits and Chinese numerals in one number.

use crate::check::authoring::*;
use crate::text::{characters, measure_words, numeral};
use std::ops::Range;

pub static RULE: Rule = Rule {
    code: "D10",
    name: "mixed-numeral",
    title: "数字混写",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "阿拉伯数字后可以用“万”“亿”，不用“十”“百”“千”，如不写“3千5百人”“5千万元”；不写“百分之30”“三分之2”“几10个”。",
    source: "GB/T 15835—2011 5",
    examples: &[
        wrong(&[("paragraph", "惠及居民‹3千5百›人。")]),
        wrong(&[("paragraph", "覆盖率达到‹百分之30›。")]).mended("覆盖率达到30%。"),
        wrong(&[("paragraph", "新增站台‹几10›个。")]),
        wrong(&[("paragraph", "新增站台‹10几›个。")]),
        wrong(&[("paragraph", "涉及站台‹十5›座。")]),
        wrong(&[("paragraph", "投入资金‹5千›万元。")]),
        wrong(&[("paragraph", "线路全长约‹三点5›公里。")]),
        wrong(&[("paragraph", "涉及站台‹2十›座。")]),
        wrong(&[("paragraph", "涉及站台‹3六›座。")]),
        wrong(&[("paragraph", "惠及居民‹1万三千›人。")]),
        wrong(&[("paragraph", "‹三分之2›的站台已改造。")]).mended("三分之二的站台已改造。"),
        wrong(&[("paragraph", "投诉率降至‹千分之5›。")]).mended("投诉率降至5‰。"),
        wrong(&[("paragraph", "站房建于‹二十世纪60›年代。")]),
        wrong(&[("paragraph", "站房建于‹二十世纪60›—70年代。")]),
        wrong(&[("paragraph", "站房建于20世纪‹六十—70›年代。")]),
        wrong(&[("paragraph", "站房建于‹20世纪六十›年代。")]),
        wrong(&[("paragraph", "候车亭长‹五～10›米。")]),
        right(&[("paragraph", "站房建于二十世纪六十年代或者20世纪80年代，2026年二季度完工，周一—5月1日停运。")]),
        wrong(&[("paragraph", "每‹5五›年可以申请一次，已连续‹四4›年达标。")]),
        right(&[("paragraph", "装机3千瓦，重5千克，全长8千米，惠及居民3.5万人。")]),
        right(&[("paragraph", "入选2025十大案例，12345一号受理，建成5A十佳景区，三分之二的站台已改造。")]),
        right(&[("paragraph", "覆盖率达到百分之三十，新增站台十几个。")]),
        right(&[("paragraph", "落实“六个百分之百”，入选500强和2千亿级产业。")]),
    ],
    check: Check::PassageWith("千百几十一二三四五六七八九分世", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let mut told = 0;
    for (at, unit) in text.match_indices(['千', '百', '几']) {
        let end = at + unit.len();
        let after = &text[end..];
        if unit == "几" {
            let ahead = after.bytes().take_while(u8::is_ascii_digit).count();
            if ahead > 0 && after[..ahead].ends_with('0') {
                found.at(passage.field, at..end + ahead, "概数用汉字，如“几十”");
            } else if text[..at].ends_with('0') && text[..at].ends_with(|it: char| it.is_ascii_digit()) {
                let start = text[..at].trim_end_matches(|it: char| it.is_ascii_digit()).len();
                if at - start <= 3 {
                    found.at(passage.field, start..end, "概数用汉字，如“十几”");
                }
            }
            continue;
        }
        let start = text[..at].trim_end_matches(|it: char| it.is_ascii_digit() || it == '.').len();
        // 千瓦, 千克: units of their own; 千亿 counts in 亿.
        let is_unit = unit == "千"
            && ["瓦", "克", "米", "伏", "帕", "卡", "焦", "字", "兆", "赫", "安", "亿", "万"]
                .iter()
                .any(|word| after.starts_with(word))
            // 5千万元 is a number, 2千亿级 and 5百万像素 are words of their own.
            && !["万元", "亿元", "万人", "万户", "万吨"].iter().any(|word| after.starts_with(word));
        let is_unit =
            is_unit || unit == "百" && after.starts_with(['万', '亿', '年', '分']) && !after.starts_with("万元");
        if start == at || is_unit || start < told {
            continue;
        }
        // 3千5百: one number.
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        let more = (digits > 0 && after[digits..].starts_with('百')).then_some(digits + '百'.len_utf8());
        let end = end + more.unwrap_or(0);
        told = end;
        found.at(passage.field, start..end, "阿拉伯数字后不用“百”“千”");
    }
    // 十5所: a Chinese numeral that goes on in Arabic digits.
    for (at, unit) in text.match_indices(['十', '百']) {
        // 百 alone is part of many words; 一百12 is a number.
        if unit == "百" && !text[..at].ends_with(numeral::is_numeral) {
            continue;
        }
        let after = &text[at + unit.len()..];
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        if (1..=2).contains(&digits) && !after[digits..].starts_with(['.', '年', '%']) {
            let start = text[..at].trim_end_matches(numeral::is_numeral).len();
            found.at(passage.field, start..at + unit.len() + digits, "汉字数字与阿拉伯数字混写");
        }
    }
    twice(passage, found);
    if passage.has_any("分") {
        fractions(passage, found);
    }
    counted(passage, found);
    spans(passage, found);
    // 三点5公里: the two sides of a point.
    for (at, mark) in text.match_indices('点') {
        let end = at + mark.len();
        let left = at - text[..at].trim_end_matches(numeral::is_numeral).len();
        let right = text[end..].bytes().take_while(u8::is_ascii_digit).count();
        if left > 0 && right > 0 && measure_words::leading(&text[end + right..]).is_some() {
            found.at(passage.field, at - left..end + right, "汉字数字与阿拉伯数字混写");
        }
    }
}

/// 5五年, 四4年: one number, both ways.
fn twice(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let value = |it: char| it.to_digit(10).or_else(|| numeral::digit(it)).filter(|value| *value > 0);
    let mut last: Option<(usize, char)> = None;
    for (at, it) in text.char_indices() {
        let before = last.replace((at, it));
        let Some((start, first)) = before else { continue };
        let is_mixed = first.is_ascii_digit() != it.is_ascii_digit();
        if !is_mixed || value(first).is_none() || value(first) != value(it) {
            continue;
        }
        let end = at + it.len_utf8();
        let outside = |it: Option<char>| it.is_none_or(|it| value(it).is_none() && !"十百千万亿.〇零第".contains(it));
        if outside(text[..start].chars().next_back()) && outside(text[end..].chars().next()) {
            found.at(passage.field, start..end, "一个数写了两遍");
        }
    }
}

/// 百分之30, 三分之2: the two parts of a fraction are written in two ways.
fn fractions(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, words) in text.match_indices("分之") {
        let after_at = at + words.len();
        let digits = text[after_at..].bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
        let (before, end) = (&text[..at], after_at + digits);
        let sign = [("百", "%"), ("千", "‰")].into_iter().find(|(whole, _)| before.ends_with(whole));
        if let (Some((whole, sign)), 1..) = (sign, digits) {
            let range = at - whole.len()..end;
            let right = format!("{}{sign}", &text[after_at..end]);
            found.at(passage.field, range.clone(), format!("写作“{right}”")).mend(Applicability::Safe, range, right);
            continue;
        }
        let is_digit = |it: char| it.is_ascii_digit();
        let whole = before.trim_end_matches(|it| is_digit(it) || numeral::is_numeral(it)).len();
        let part = end + text[end..].len() - text[end..].trim_start_matches(numeral::is_numeral).len();
        // One of the two is in digits: 3分之2, 三分之2, 3分之二.
        let is_mixed = before[whole..].contains(is_digit) || digits > 0;
        let value = |words: &str| words.parse().ok().or_else(|| numeral::parse(words)).filter(|value| *value > 0);
        if let (true, Some(below), Some(above)) = (is_mixed, value(&before[whole..]), value(&text[after_at..part])) {
            let right = format!("{}分之{}", numeral::format(below), numeral::format(above));
            found.at(passage.field, whole..part, format!("分数写作“{right}”")).mend(
                Applicability::Review,
                whole..part,
                right,
            );
        }
    }
}

/// 2十座, 3六座: one digit and one Chinese numeral before a measure word.
fn counted(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for Range { start, end: at } in characters::digits(text) {
        let digits = at - start;
        let before = &text[..at];
        // 1万三千: so is a number that goes on after 万.
        let after_unit = text[at..].strip_prefix('万');
        let goes_on = after_unit.is_some_and(|rest| {
            let length = rest.len() - rest.trim_start_matches(numeral::is_numeral).len();
            length >= 2 * '一'.len_utf8() && numeral::digit(rest.chars().next().unwrap_or('万')).is_some()
        });
        let at = if goes_on { at + '万'.len_utf8() } else { at };
        let rest = &text[at..];
        let numerals = rest.len() - rest.trim_start_matches(numeral::is_numeral).len();
        // 3千 and 5百 are told above.
        if numerals == 0 || rest.starts_with(['百', '千']) {
            continue;
        }
        let end = at + numerals;
        if goes_on {
            found.at(passage.field, start..end, "汉字数字与阿拉伯数字混写");
            continue;
        }
        let is_alone = before[..before.len() - digits]
            .chars()
            .next_back()
            .is_none_or(|it| characters::is_han(it) && it != '第' || characters::is_chinese_mark(it));
        if (1..=2).contains(&digits)
            && is_alone
            && measure_words::leading(&text[end..]).is_some_and(|word| word != "期")
        {
            found.at(passage.field, at - digits..end, "汉字数字与阿拉伯数字混写");
        }
    }
}

/// 二十世纪60年代, 六十—70年代, 五～10米: the two numbers of one time or of one range.
fn spans(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let is_digit = |it: char| it.is_ascii_digit();
    for (at, word) in text.match_indices("世纪") {
        let (before, after_at) = (&text[..at], at + word.len());
        let after = &text[after_at..];
        let chinese = before.len() - before.trim_end_matches(numeral::is_numeral).len();
        let arabic = before.len() - before.trim_end_matches(is_digit).len();
        let digits = after.len() - after.trim_start_matches(is_digit).len();
        let numerals = after.len() - after.trim_start_matches(numeral::is_numeral).len();
        // 60—70年代
        let last = after[digits..].strip_prefix(['—', '～', '-']).map(|rest| rest.trim_start_matches(is_digit));
        if chinese > 0 && digits > 0 && last.unwrap_or(&after[digits..]).starts_with("年代") {
            found.at(passage.field, at - chinese..after_at + digits, "汉字数字与阿拉伯数字混写");
        } else if arabic > 0 && numerals > 0 && after[numerals..].starts_with("年代") {
            found.at(passage.field, at - arabic..after_at + numerals, "汉字数字与阿拉伯数字混写");
        }
    }
    for (at, mark) in text.match_indices(['—', '～']) {
        let (before, after) = (&text[..at], &text[at + mark.len()..]);
        let numerals = before.len() - before.trim_end_matches(numeral::is_numeral).len();
        let digits = after.len() - after.trim_start_matches(is_digit).len();
        let rest = &after[digits..];
        // 周一—5月1日: a word that ends with a numeral.
        let is_word = before[..before.len() - numerals].ends_with(['周', '期', '第', '统', '初', '唯']);
        let is_range = rest.starts_with("年代")
            || measure_words::leading(rest).is_some_and(|unit| !matches!(unit, "年" | "月" | "日" | "期"));
        if numerals > 0 && digits > 0 && !is_word && is_range {
            found.at(passage.field, at - numerals..at + mark.len() + digits, "汉字数字与阿拉伯数字混写");
        }
    }
}
