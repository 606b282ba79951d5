//! D08: a range of percentages with one sign.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "D08",
    name: "percent-range",
    title: "百分数的起止",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "百分数的范围，前后两个数都写百分号，如“18%～25%”。",
    source: "GB/T 15835—2011 5",
    examples: &[
        wrong(&[("paragraph", "满载率为‹18～25%›。")]).mended("满载率为18%～25%。"),
        wrong(&[("paragraph", "满载率提高‹5—8%›。")]).mended("满载率提高5%—8%。"),
        right(&[("paragraph", "满载率为18%～25%，增长3至5个百分点。")]),
        right(&[("paragraph", "2021—2025年增长25%。")]),
    ],
    check: Check::PassageWith("%", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let is_number = |it: char| it.is_ascii_digit() || it == '.';
    for (at, mark) in text.match_indices(['～', '—', '至', '-', '~']) {
        let (before, after) = (&text[..at], &text[at + mark.len()..]);
        let left = before.len() - before.trim_end_matches(is_number).len();
        let right = after.len() - after.trim_start_matches(is_number).len();
        let lead = before[..before.len() - left].chars().next_back();
        if left > 0 && right > 0 && after[right..].starts_with('%') && lead.is_none_or(characters::is_han) {
            let range = at - left..at + mark.len() + right + 1;
            found.at(passage.field, range, "前一个数也应当写百分号").mend_as(
                "加上百分号",
                Applicability::Review,
                vec![Edit::insert(at, "%")],
            );
        }
    }
}
