//! D06: leading zeros in a date of the text, and 号 for 日.

use crate::check::authoring::*;
use crate::letter::calendar;

pub static RULE: Rule = Rule {
    code: "D06",
    name: "padded-date",
    title: "正文日期的写法",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "日期里的月、日不编虚位，写“6月1日”，不写“06月01日”；书面语写“日”，不写“号”。",
    source: "GB/T 9704—2012 7.3.5.4；GB/T 15835—2011 5",
    examples: &[
        wrong(&[("paragraph", "2026年‹05月01日›，新线路开通。")]).mended("2026年5月1日，新线路开通。"),
        wrong(&[("paragraph", "5月12‹号›，新线路开通。")]).mended("5月12日，新线路开通。"),
        right(&[("paragraph", "2026年5月1日，新线路开通，12号线同步调整。")]),
        right(&[("paragraph", "5月12号线调整运行图。")]),
    ],
    check: Check::PassageWith("月", check),
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
        } else if !day.is_empty() && text[day.end..].starts_with('号') && !text[day.end..].starts_with("号线") {
            let range = day.end..day.end + '号'.len_utf8();
            found.at(passage.field, range.clone(), "日期写“日”，不写“号”").mend(Applicability::Safe, range, "日");
        }
    }
}
