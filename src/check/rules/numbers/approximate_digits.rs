//! D12: an approximate number in Arabic digits.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "D12",
    name: "approximate-digits",
    title: "概数用汉字",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "相邻两个数字连用表示概数时用汉字，中间不加标点，写“三四个月”，不写“3、4个月”。",
    source: "GB/T 15835—2011 4.2",
    examples: &[
        wrong(&[("paragraph", "改造需要‹3、4个月›。")]).mended("改造需要三四个月。"),
        wrong(&[("paragraph", "每站停留‹2、3分钟›。")]).mended("每站停留两三分钟。"),
        wrong(&[("paragraph", "整改需要‹3、5天›。")]).mended("整改需要三五天。"),
        right(&[("paragraph", "改造需要三四个月，3、4号线已经开通，3、4月客流较大。")]),
        right(&[("paragraph", "位于1、2、3个站台之间，第1、2个站台已改造。")]),
    ],
    check: Check::PassageWith("0123456789", check),
};

const UNITS: [&str; 12] = ["个", "天", "年时间", "次", "倍", "分钟", "小时", "人次", "公里", "周", "成", "米"];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, mark) in text.match_indices('、') {
        let (before, after) = (&text[..at], &text[at + mark.len()..]);
        let digit = |it: Option<char>| it.and_then(|it| it.to_digit(10)).filter(|digit| *digit > 0);
        let (Some(left), Some(right)) = (digit(before.chars().next_back()), digit(after.chars().next())) else {
            continue;
        };
        let lead = before.chars().rev().nth(1);
        let stands_alone = lead.is_some_and(|it| characters::is_han(it) && it != '第');
        let unit = UNITS.iter().find(|unit| after[1..].starts_with(**unit));
        if let (true, true, Some(unit)) = (right == left + 1 || (left, right) == (3, 5), stands_alone, unit) {
            let start = at - 1;
            let word = |digit: u32, is_first: bool| match (digit, is_first) {
                (2, true) => "两".to_owned(),
                _ => crate::text::numeral::format(digit),
            };
            let tail = if after[1 + unit.len()..].starts_with('月') && *unit == "个" { "个月" } else { unit };
            let end = at + mark.len() + 1 + tail.len();
            let number = format!("{}{}{tail}", word(left, true), word(right, false));
            found.at(passage.field, start..end, format!("概数写作“{number}”")).mend(
                Applicability::Review,
                start..end,
                number,
            );
        }
    }
}
