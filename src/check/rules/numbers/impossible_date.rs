//! D07: a date of the text that is none.

use crate::check::authoring::*;
use crate::letter::calendar;

pub static RULE: Rule = Rule {
    code: "D07",
    name: "impossible-date",
    title: "不存在的日期",
    group: Group::Numbers,
    severity: Severity::Error,
    explanation: "正文写到的日期应当是日历上有的，如没有“13月”“6月31日”“2025年2月29日”。",
    source: "《党政机关公文处理工作条例》第二十条（四）：时间准确",
    examples: &[
        wrong(&[("paragraph", "‹2026年2月30日›，新线路开通。")]),
        wrong(&[("paragraph", "‹6月31日›，新线路开通。")]),
        wrong(&[("paragraph", "‹2025年2月29日›，新线路开通。")]),
        wrong(&[("paragraph", "‹2025年13月›，新线路开通。")]),
        wrong(&[("paragraph", "‹2025年6月6月›，新线路开通。")]),
        wrong(&[("paragraph", "‹2025年2025年›6月，新线路开通。")]),
        right(&[("paragraph", "2024年2月29日，新线路开通，2月29日起施行。")]),
        wrong(&[("paragraph", "‹2206年3月›，新线路开通。")]),
        right(&[("paragraph", "历时18个月，3—12月完工，今年4月31号楼加装电梯，农历2月30日赶集。")]),
        right(&[("paragraph", "该桥1368年10月始建，2035年12月前完成迁建。")]),
    ],
    check: Check::PassageWith("月", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    for mention in calendar::mentions(passage.text) {
        // 6月6月, 2025年2025年
        let rest = &passage.text[mention.range.end..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let unit = if mention.day.is_some() { None } else { passage.text[..mention.range.end].chars().next_back() };
        if let Some(unit) = unit.filter(|unit| matches!(digits, 1 | 2 | 4) && rest[digits..].starts_with(*unit))
            && (unit == '月') == (digits < 4)
        {
            let range = mention.range.start..mention.range.end + digits + unit.len_utf8();
            found.at(passage.field, range, format!("“{unit}”写重了"));
            continue;
        }
        let no_month = mention.month.is_some_and(|month| !(1..=12).contains(&month));
        // Without a year 2月29日 may be right: 2024 was a leap year.
        let is_thing = passage.text[..mention.range.end].ends_with('号') && calendar::is_numbered_thing(rest);
        let is_lunar = passage.text[..mention.range.start].ends_with("农历");
        let no_day = mention.day.is_some() && mention.date(2024).is_none() && !is_thing && !is_lunar;
        if no_month || no_day {
            found.at(passage.field, mention.range, "日历上没有这个日期");
        } else if mention.month.is_some() && mention.year.is_some_and(|year| year >= 2100) {
            found.at(passage.field, mention.range, "年份不可能这么晚");
        }
    }
}
