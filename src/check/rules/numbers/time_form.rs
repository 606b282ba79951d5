//! D16: a time of day that says its unit twice, or is none.

use crate::check::authoring::*;
use crate::text::numeral;

pub static RULE: Rule = Rule {
    code: "D16",
    name: "time-form",
    title: "时刻的写法",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "时刻写“22时30分”或者“22:30”，不写“22:30时”“22时30”“上午14时”；时不过24，分不过59。",
    source: "GB/T 7408；GB/T 15835—2011 5",
    examples: &[
        wrong(&[("paragraph", "末班车‹22:30时›发出。")]),
        wrong(&[("paragraph", "末班车‹22:75›发出。")]),
        wrong(&[("paragraph", "末班车‹25时30分›发出。")]),
        wrong(&[("paragraph", "末班车延长至‹25:10›。")]),
        wrong(&[("paragraph", "末班车‹24:30›发出。")]),
        wrong(&[("paragraph", "末班车‹22时30›发出。")]).mended("末班车22时30分发出。"),
        wrong(&[("paragraph", "末班车‹二十二时30分›发出。")]),
        wrong(&[("paragraph", "末班车‹22时三十分›发出。")]),
        wrong(&[("paragraph", "末班车于‹25时›发出。")]),
        wrong(&[("paragraph", "首班车于‹上午14时›发出。")]),
        wrong(&[("paragraph", "末班车‹22；30›发出。")]),
        right(&[(
            "paragraph",
            "晚上22时30分收车，上午9时至11时30分开放，用时25时段，22时15辆车发出，24:00收车，累计30时。",
        )]),
        right(&[("paragraph", "末班车22:30发出，首班车6时发出，比例为1:75。")]),
        right(&[("paragraph", "工期共26时段，23:00时段客流较少，比分为88:79。")]),
    ],
    check: Check::PassageWith(":：；时点", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let number_before = |at: usize| {
        let start = text[..at].trim_end_matches(|it: char| it.is_ascii_digit()).len();
        (start, text[start..at].parse::<u32>().ok())
    };
    for (at, mark) in text.match_indices([':', '：', '；']) {
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
        let is_clock = is_clock(&text[..start]);
        if mark == "；" {
            // 22；30: the colon was missed by one key.
            if is_clock && (hour <= 24 && minute <= 59) && text[end..].starts_with(['发', '收', '到', '，', '。', '至'])
            {
                found.at(passage.field, start..end, "时刻的时、分之间用冒号");
            }
        } else if let (Some(unit), false) = (unit, is_compound) {
            found.at(passage.field, start..end + unit.len(), "时刻的单位重复");
        } else if (minute > 59 || hour > 24 || hour == 24 && minute > 0) && is_clock {
            found.at(passage.field, start..end, "没有这个时刻");
        }
    }
    for (at, unit) in text.match_indices(['时', '点']) {
        mixed(passage, at, at + unit.len(), found);
        let (start, Some(hour)) = number_before(at) else { continue };
        let after_at = at + unit.len();
        let after = &text[after_at..];
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        let rest = &after[digits..];
        let minute = after[..digits].parse::<u32>().ok();
        let before = &text[..start];
        if let Some(minute) = minute.filter(|_| rest.starts_with('分') && !rest.starts_with("分之")) {
            if hour > 24 || minute > 59 {
                let end = after_at + digits + '分'.len_utf8();
                found.at(passage.field, start..end, "没有这个时刻");
                continue;
            }
        } else if digits == 2
            && hour <= 24
            && is_clock(before)
            && rest.starts_with(['发', '收', '到', '，', '。', '至', '—'])
        {
            let end = after_at + digits;
            found.at(passage.field, start..end, "时刻缺“分”").mend_as(
                "加上“分”",
                Applicability::Review,
                vec![Edit::insert(end, "分")],
            );
            continue;
        } else if unit == "时"
            && hour > 24
            && (["于", "车", "至"].iter().any(|lead| before.ends_with(lead)))
            && rest.starts_with(['发', '收', '到', '，', '。', '、', '开', '关', '结'])
        {
            found.at(passage.field, start..after_at, "没有这个时刻");
            continue;
        }
        // 上午14时: the hour belongs to the afternoon.
        let half = ["上午", "早上", "清晨", "凌晨"].into_iter().find(|half| before.ends_with(half));
        let is_time = !rest.starts_with(['位', '名', '个', '段']) && (13..=24).contains(&hour);
        if let (Some(half), true) = (half, is_time) {
            found.at(passage.field, start - half.len()..after_at, format!("“{half}”与“{hour}时”不合"));
        }
    }
}

/// 二十二时30分, 22时三十分: the hour and the minute in two kinds of numerals.
fn mixed(passage: &Passage<'_>, at: usize, after_at: usize, found: &mut Found<'_>) {
    let text = passage.text;
    let digits = |it: char| it.is_ascii_digit();
    let (before, after) = (&text[..at], &text[after_at..]);
    let hour = [before.trim_end_matches(digits).len(), before.trim_end_matches(numeral::is_numeral).len()];
    let minute = [
        after.len() - after.trim_start_matches(digits).len(),
        after.len() - after.trim_start_matches(numeral::is_numeral).len(),
    ];
    let is_minute =
        |length: usize| length > 0 && after[length..].starts_with('分') && !after[length..].starts_with("分之");
    for (start, length) in [(hour[0], minute[1]), (hour[1], minute[0])] {
        if start < at && is_minute(length) {
            let end = after_at + length + '分'.len_utf8();
            found.at(passage.field, start..end, "同一时刻里数字写法应当一致");
        }
    }
}

/// Whether what stands before a number makes it a time of day.
fn is_clock(before: &str) -> bool {
    ["车", "班", "至", "次日", "—", "于", "时间", "间", "点", "从", "自"].iter().any(|lead| before.ends_with(lead))
}
