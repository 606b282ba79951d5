//! D12: an approximate number in Arabic digits.

use crate::check::authoring::*;
use crate::text::measure_words;

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
        wrong(&[("paragraph", "惠及居民‹3、4十户›。")]).mended("惠及居民三四十户。"),
        right(&[("paragraph", "位于1、2、3个站台之间，第1、2个站台已改造。")]),
        right(&[("paragraph", "东站、西站分别增加2、3个站台。")]),
    ],
    check: Check::PassageWith("0123456789", check),
};

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
        // 3、4十户: tens and hundreds may come before the unit.
        let tens = after[1..].chars().next().filter(|it| matches!(it, '十' | '百' | '千' | '万'));
        let rest = &after[1 + tens.map_or(0, char::len_utf8)..];
        let unit = measure_words::leading_count(rest).or(tens.map(|_| ""));
        let is_pair = right == left + 1 || (left, right) == (3, 5);
        // 分别增加2、3个: two numbers for two things.
        let is_respective = before.contains("分别") || before.contains("各");
        if let (true, true, false, Some(unit)) = (is_pair, stands_alone, is_respective, unit) {
            let start = at - 1;
            let word = |digit: u32, is_first: bool| match (digit, is_first) {
                (2, true) => "两".to_owned(),
                _ => crate::text::numeral::format(digit),
            };
            let tens = tens.map_or_else(String::new, String::from);
            let end = at + mark.len() + 1 + tens.len() + unit.len();
            // 两三个, but 二三十个.
            let number = format!("{}{}{tens}{unit}", word(left, tens != "十"), word(right, false));
            found.at(passage.field, start..end, format!("概数写作“{number}”")).mend(
                Applicability::Review,
                start..end,
                number,
            );
        }
    }
}
