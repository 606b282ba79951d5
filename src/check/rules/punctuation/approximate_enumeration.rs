//! P13: 、 inside an approximate number.

use crate::check::authoring::*;
use crate::text::{measure_words, numeral};

pub static RULE: Rule = Rule {
    code: "P13",
    name: "approximate-enumeration",
    title: "概数中的顿号",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "相邻两个数字连用表示概数，中间不用顿号，如“三五天”“两三个”；“二、三产业”是两个并列的事物，要用顿号。",
    source: "GB/T 15834—2011 4.5.3.4",
    examples: &[
        wrong(&[("paragraph", "改造需要三‹、›五天。")]).mended("改造需要三五天。"),
        wrong(&[("paragraph", "涉及七‹、›八百名居民。")]),
        right(&[("paragraph", "推动二、三产业融合，一、二期工程已经完工，一、二年级提前放学。")]),
        wrong(&[("paragraph", "大约有十二‹、›三个站台需要改造。")]).mended("大约有十二三个站台需要改造。"),
        right(&[("paragraph", "一、二、三个站台都已改造。")]),
        right(&[("paragraph", "两类事项的时限分别为三、五天，甲、乙类分别补助七、八百元，每周三、五天气晴好时开放。")]),
        right(&[("paragraph", "第十二、三十二个站台，第二、三项建议，三、四月份施工，二、三期合计10公里。")]),
    ],
    check: Check::PassageWith("、", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, mark) in text.match_indices('、') {
        let (before, after) = (&text[..at], &text[at + mark.len()..]);
        if !before.ends_with(numeral::is_numeral) {
            continue;
        }
        let digit = |text: Option<char>| text.and_then(numeral::digit).filter(|digit| *digit > 0);
        let (Some(left), Some(right)) = (digit(before.chars().next_back()), digit(after.chars().next())) else {
            continue;
        };
        let rest = &after[after.chars().next().map_or(0, char::len_utf8)..];
        let lead = before.chars().rev().nth(1);
        // 十二、三个 is one number, 第十二、三十二个 are two.
        let head = before.trim_end_matches(numeral::is_numeral);
        let is_teen = lead == Some('十') && before[head.len()..].chars().count() == 2;
        let lead = if is_teen { head.chars().next_back() } else { lead };
        let is_list = lead.is_none_or(|it| matches!(it, '、' | '第' | '。' | '；') || numeral::is_numeral(it));
        // 分别为三、五天: two numbers; 每周三、五: two days.
        let clause = before.rsplit(['，', '。', '；']).next().unwrap_or(before);
        let are_two = clause.contains("分别") || matches!(lead, Some('周' | '期' | '拜'));
        let is_counted = !are_two
            && (measure_words::leading_count(rest).is_some() || !is_teen && rest.starts_with(['十', '百', '千', '万']));
        if right > left && right - left <= 2 && !is_list && is_counted {
            let range = at..at + mark.len();
            found.at(passage.field, range.clone(), "概数中间不用顿号").mend(Applicability::Review, range, "");
        }
    }
}
