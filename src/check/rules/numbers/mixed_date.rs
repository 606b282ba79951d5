//! D04: Chinese and Arabic numerals in one date.

use crate::check::authoring::*;
use crate::text::numeral;

pub static RULE: Rule = Rule {
    code: "D04",
    name: "mixed-date",
    title: "日期数字混用",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "同一个日期里，汉字数字和阿拉伯数字不混用；汉字写年份用“〇”，不用“零”“0”。",
    source: "GB/T 15835—2011 4.3",
    examples: &[
        wrong(&[("paragraph", "‹二〇二五年8月›，我局新增线路6条。")]).mended("2025年8月，我局新增线路6条。"),
        wrong(&[("paragraph", "‹2025年八月›，我局新增线路6条。")]).mended("2025年8月，我局新增线路6条。"),
        wrong(&[("paragraph", "‹二零二五年›，我局新增线路6条。")]).mended("二〇二五年，我局新增线路6条。"),
        right(&[("paragraph", "二〇二五年八月，我局新增线路6条，2026年十月革命纪念日除外。")]),
        wrong(&[("paragraph", "‹二0二五年›八月，我局新增线路6条。")]).mended("二〇二五年八月，我局新增线路6条。"),
        wrong(&[("paragraph", "‹二五年8月›，我局新增线路6条。")]),
        wrong(&[("paragraph", "我局于‹二〇25年›新增线路6条。")]).mended("我局于2025年新增线路6条。"),
        wrong(&[("paragraph", "我局于‹6月五日›新增线路6条。")]).mended("我局于6月5日新增线路6条。"),
        wrong(&[("paragraph", "我局于‹六月5日›新增线路6条。")]),
        right(&[("paragraph", "2025年八月初八有庙会，三年2次检修。")]),
        right(&[("paragraph", "6月一日三餐均由食堂供应，二〇二五年六月五日开工。")]),
    ],
    check: Check::PassageWith("年月", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, mark) in text.match_indices('年') {
        let before = &text[..at];
        let after_at = at + mark.len();
        let chinese = before.len() - before.trim_end_matches(|it| numeral::digit(it).is_some() && it != '两').len();
        let year = &before[before.len() - chinese..];
        // 二0二五年: a digit nought among Chinese ones.
        let is_digit = |it: char| numeral::digit(it).is_some() && it != '两' || it.is_ascii_digit();
        let start = before.trim_end_matches(is_digit).len();
        let mixed = &before[start..];
        let has_arabic = mixed.contains(|it: char| it.is_ascii_digit());
        let has_chinese = mixed.contains(|it: char| !it.is_ascii_digit());
        if has_arabic && has_chinese && mixed.chars().count() == 4 && mixed.starts_with(['一', '二', '1', '2']) {
            let digit = |it: char| numeral::digit(it).or(it.to_digit(10)).unwrap_or_default();
            // A nought alone was taken for 〇; more digits tell that the year was to be in digits.
            let right = if mixed.chars().filter(char::is_ascii_digit).all(|it| it == '0') {
                format!("{}年", mixed.replace(['0', '零', '○'], "〇"))
            } else {
                format!("{}年", mixed.chars().map(|it| digit(it).to_string()).collect::<String>())
            };
            found.at(passage.field, start..after_at, "年份里汉字数字与阿拉伯数字混用").mend(
                Applicability::Review,
                start..after_at,
                right,
            );
            continue;
        }
        let arabic = before.len() - before.trim_end_matches(|it: char| it.is_ascii_digit()).len();
        let month = &text[after_at..];
        // 二五年8月: two digits of a year, and a month in others.
        let month_digits = text[after_at..].bytes().take_while(u8::is_ascii_digit).count();
        if year.chars().count() == 2 && month_digits > 0 && text[after_at + month_digits..].starts_with('月') {
            let range = at - chinese..after_at + month_digits + '月'.len_utf8();
            found.at(passage.field, range, "年份写全四位，同一日期里数字写法应当一致");
            continue;
        }
        if year.chars().count() == 4 {
            let start = at - chinese;
            let digits = month.bytes().take_while(u8::is_ascii_digit).count();
            if digits > 0 && month[digits..].starts_with('月') {
                let end = after_at + digits + '月'.len_utf8();
                let value = numeral::parse(year).unwrap_or_default();
                let right = format!("{value}年{}", &text[after_at..end]);
                found.at(passage.field, start..end, "同一日期里数字写法应当一致").mend(
                    Applicability::Review,
                    start..end,
                    right,
                );
            } else if year.contains(['零', '○']) {
                let end = after_at;
                let right = format!("{}年", year.replace(['零', '○'], "〇"));
                found.at(passage.field, start..end, "汉字写年份用“〇”").mend(Applicability::Safe, start..end, right);
            }
        } else if arabic == 4 {
            let digits = month.len() - month.trim_start_matches(numeral::is_numeral).len();
            let rest = &month[digits..];
            // 八月初八 and 十月革命 are not of this calendar.
            let is_month =
                digits > 0 && rest.starts_with('月') && !rest.starts_with("月初") && !rest.starts_with("月革");
            let value = numeral::parse(&month[..digits]).filter(|value| (1..=12).contains(value));
            if let (true, Some(value)) = (is_month, value) {
                let range = at - arabic..after_at + digits + '月'.len_utf8();
                let right = format!("{}年{value}月", &before[before.len() - arabic..]);
                found.at(passage.field, range.clone(), "同一日期里数字写法应当一致").mend(
                    Applicability::Review,
                    range,
                    right,
                );
            }
        }
    }
    months(passage, found);
}

/// 6月五日, 六月5日: a month and a day that are written in two ways.
fn months(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let digits = |it: char| it.is_ascii_digit();
    for (at, mark) in text.match_indices('月') {
        let (before, after_at) = (&text[..at], at + mark.len());
        let after = &text[after_at..];
        let arabic = before.len() - before.trim_end_matches(digits).len();
        let chinese = before.len() - before.trim_end_matches(numeral::is_numeral).len();
        let arabic_day = after.len() - after.trim_start_matches(digits).len();
        let chinese_day = after.len() - after.trim_start_matches(numeral::is_numeral).len();
        let is_date = |length: usize| after[length..].starts_with('日') && !after[length..].starts_with("日三");
        let value = |words: &str, most| numeral::parse(words).filter(|value| (1..=most).contains(value));
        if (1..=2).contains(&arabic)
            && is_date(chinese_day)
            && let Some(day) = value(&after[..chinese_day], 31)
        {
            let range = at - arabic..after_at + chinese_day + '日'.len_utf8();
            let right = format!("{}{day}日", &text[range.start..after_at]);
            found.at(passage.field, range.clone(), "同一日期里数字写法应当一致").mend(
                Applicability::Review,
                range,
                right,
            );
        } else if (1..=2).contains(&arabic_day)
            && is_date(arabic_day)
            // 2025年六月 is told above.
            && !before[..before.len() - chinese].strip_suffix('年').is_some_and(|year| year.ends_with(digits))
            && let Some(month) = value(&before[before.len() - chinese..], 12)
        {
            let range = at - chinese..after_at + arabic_day + '日'.len_utf8();
            let right = format!("{month}月{}", &text[after_at..range.end]);
            found.at(passage.field, range.clone(), "同一日期里数字写法应当一致").mend(
                Applicability::Review,
                range,
                right,
            );
        }
    }
}
