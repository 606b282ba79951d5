//! D16: a time of day that says its unit twice, or is none.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "D16",
    name: "time-form",
    title: "时刻的写法",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "时刻写“22时30分”或者“22:30”，不写“22:30时”“22：30分”；时不过24，分不过59。",
    source: "GB/T 7408；GB/T 15835—2011 5",
    examples: &[
        wrong(&[("paragraph", "末班车‹22:30时›发出。")]),
        wrong(&[("paragraph", "末班车‹22:75›发出。")]),
        wrong(&[("paragraph", "末班车‹25时30分›发出。")]),
        wrong(&[("paragraph", "末班车延长至‹25:10›。")]),
        right(&[("paragraph", "末班车22:30发出，首班车6时发出，比例为1:75。")]),
        right(&[("paragraph", "工期共26时段，23:00时段客流较少，比分为88:79。")]),
    ],
    check: Check::PassageWith(":：时", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let number_before = |at: usize| {
        let start = text[..at].trim_end_matches(|it: char| it.is_ascii_digit()).len();
        (start, text[start..at].parse::<u32>().ok())
    };
    for (at, mark) in text.match_indices([':', '：']) {
        let (start, hour) = number_before(at);
        let minutes_at = at + mark.len();
        let digits = text[minutes_at..].bytes().take_while(u8::is_ascii_digit).count();
        let end = minutes_at + digits;
        let minute = text[minutes_at..end].parse::<u32>().ok();
        let (Some(hour), Some(minute), 2) = (hour, minute, digits) else { continue };
        if hour > 29 || at - start > 2 {
            continue;
        }
        let unit = ["时", "分", "点"].iter().find(|unit| text[end..].starts_with(**unit));
        let is_compound = ["时段", "时许", "时间", "分类", "分别", "点位", "时起", "分组"]
            .iter()
            .any(|word| text[end..].starts_with(word));
        let is_clock = ["车", "班", "至", "—", "于", "时间", "间", "点", "从", "自"]
            .iter()
            .any(|lead| text[..start].ends_with(lead));
        if let (Some(unit), false) = (unit, is_compound) {
            found.at(passage.field, start..end + unit.len(), "时刻的单位重复");
        } else if (minute > 59 || hour > 24) && is_clock {
            found.at(passage.field, start..end, "没有这个时刻");
        }
    }
    for (at, unit) in text.match_indices('时') {
        let (start, hour) = number_before(at);
        let after = &text[at + unit.len()..];
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        let minute = after[..digits].parse::<u32>().ok().filter(|_| after[digits..].starts_with('分'));
        if let (Some(hour), Some(minute)) = (hour, minute)
            && (hour > 24 || minute > 59)
        {
            let end = at + unit.len() + digits + '分'.len_utf8();
            found.at(passage.field, start..end, "没有这个时刻");
        }
    }
}
