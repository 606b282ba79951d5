//! D06: leading zeros in a date of the text, 号 for 日, and points for 年 and 月.

use crate::check::authoring::*;
use crate::letter::calendar;

pub static RULE: Rule = Rule {
    code: "D06",
    name: "padded-date",
    title: "正文日期的写法",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "日期里的月、日不编虚位，写“6月1日”，不写“06月01日”；书面语写“日”，不写“号”；年月日不用点号、斜线隔开。",
    source: "GB/T 9704—2012 7.3.5.4；办理惯例：正文的日期与成文日期写法一致",
    examples: &[
        wrong(&[("paragraph", "2026年‹05月01日›，新线路开通。")]).mended("2026年5月1日，新线路开通。"),
        wrong(&[("paragraph", "5月12‹号›，新线路开通。")]).mended("5月12日，新线路开通。"),
        right(&[("paragraph", "2026年5月1日，新线路开通，12号线同步调整。")]),
        wrong(&[("paragraph", "‹2026.5.1›，新线路开通。")]).mended("2026年5月1日，新线路开通。"),
        wrong(&[("paragraph", "新线路于‹2026/5/1›开通。")]).mended("新线路于2026年5月1日开通。"),
        right(&[("paragraph", "5月12号线调整运行图。")]),
        right(&[("paragraph", "系统版本为2026.5.1，文件编号2026.5.1.3，比例为2026.5，标准2026/5/1-B。")]),
    ],
    check: Check::PassageWith("月./", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for mention in calendar::mentions(text) {
        let (month, day) = (&mention.month_digits, &mention.day_digits);
        let is_padded = |digits: &std::ops::Range<usize>| text[digits.clone()].starts_with('0') && digits.len() == 2;
        if is_padded(month) || is_padded(day) {
            let range = month.start..mention.range.end;
            let plain = |digits: &std::ops::Range<usize>| text[digits.clone()].trim_start_matches('0').to_owned();
            let tail = if day.is_empty() { String::new() } else { format!("{}日", plain(day)) };
            let right = format!("{}月{tail}", plain(month));
            found.at(passage.field, range.clone(), "月、日不编虚位").mend(Applicability::Safe, range, right);
        } else if !day.is_empty()
            && text[day.end..].strip_prefix('号').is_some_and(|rest| !calendar::is_numbered_thing(rest))
        {
            let range = day.end..day.end + '号'.len_utf8();
            found.at(passage.field, range.clone(), "日期写“日”，不写“号”").mend(Applicability::Review, range, "日");
        }
    }
    if passage.has_any("./") {
        dotted(passage, found);
    }
}

/// 2026.5.1, 2026/5/1: a whole date without its words.
fn dotted(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut told = 0;
    for (at, mark) in text.match_indices(['.', '/']) {
        let start = at - text[..at].bytes().rev().take_while(u8::is_ascii_digit).count();
        let month_at = at + mark.len();
        let month_end = month_at + digits(&text[month_at..]);
        let day_at = month_end + mark.len();
        if at < told || at - start != 4 || !text[month_end..].starts_with(mark) {
            continue;
        }
        let day_end = day_at + digits(&text[day_at..]);
        let (before, after) = (text[..start].chars().next_back(), text[day_end..].chars().next());
        let value = |range: std::ops::Range<usize>| text[range].parse::<i8>().ok();
        let date = text[start..at]
            .parse()
            .ok()
            .filter(|year| (1900..2100).contains(year))
            .zip(value(month_at..month_end).zip(value(day_at..day_end)))
            .and_then(|(year, (month, day))| jiff::civil::Date::new(year, month, day).ok());
        let is_free = |it: Option<char>| it.is_none_or(|it| characters::is_han(it) || characters::is_chinese_mark(it));
        let is_version = ["版", "本", "号", "为"].iter().any(|word| text[..start].ends_with(word));
        if let (Some(date), true, true, false) = (date, is_free(before), is_free(after), is_version) {
            let right = format!("{}年{}月{}日", date.year(), date.month(), date.day());
            told = day_end;
            found.at(passage.field, start..day_end, format!("日期写作“{right}”")).mend(
                Applicability::Review,
                start..day_end,
                right,
            );
        }
    }
}
