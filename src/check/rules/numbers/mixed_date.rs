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
        right(&[("paragraph", "2025年八月初八有庙会，三年2次检修。")]),
    ],
    check: Check::PassageWith("年", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, mark) in text.match_indices('年') {
        let before = &text[..at];
        let after_at = at + mark.len();
        let chinese = before.len() - before.trim_end_matches(|it| numeral::digit(it).is_some() && it != '两').len();
        let year = &before[before.len() - chinese..];
        let arabic = before.len() - before.trim_end_matches(|it: char| it.is_ascii_digit()).len();
        let month = &text[after_at..];
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
}
