//! N07: the mark after 第一, 其一, 首先 and 一是.

use crate::check::authoring::*;
use crate::letter::sequence::Style;

pub static RULE: Rule = Rule {
    code: "N07",
    name: "sequence-mark",
    title: "第一、首先后的标点",
    group: Group::Structure,
    severity: Severity::Warning,
    explanation: "“第一”“其一”“首先”后用逗号，不用顿号；“一是”后不用标点，或者用逗号。",
    source: "GB/T 15834—2011 B.3.1；办理惯例",
    examples: &[
        wrong(&[("paragraph", "第一‹、›加密班次。第二，延长时间。")]).mended("第一，加密班次。第二，延长时间。"),
        wrong(&[("paragraph", "首先‹、›加密班次。其次，延长时间。")]).mended("首先，加密班次。其次，延长时间。"),
        wrong(&[("paragraph", "一是‹：›加密班次；二是延长时间。")]).mended("一是加密班次；二是延长时间。"),
        right(&[("paragraph", "第一、二分公司均已配车，首先、重点保障东洲片区。")]),
        wrong(&[("paragraph", "主要做法‹；›一是加密班次；二是延长时间。")])
            .mended("主要做法：一是加密班次；二是延长时间。"),
        right(&[("paragraph", "第一，加密班次。第二，延长时间。")]),
    ],
    check: Check::Passage(check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for item in passage.items() {
        // 主要做法；一是: what leads to a list ends with a colon.
        if item.style == Style::Is && item.ordinal == 1 && text[..item.range.start].ends_with('；') {
            let at = item.range.start - '；'.len_utf8();
            let start = text[..at].rfind(['。', '；', '：']).map_or(0, |at| at + '。'.len_utf8());
            let lead = &text[start..at];
            if !lead.contains('，') && lead.chars().count() <= 16 {
                let range = at..item.range.start;
                found.at(passage.field, range.clone(), "引出列举用冒号").mend(Applicability::Review, range, "：");
            }
        }
        let Some(mark) = item.mark else { continue };
        let range = item.range.end..item.range.end + mark.len_utf8();
        let after = &text[range.end..];
        // 第一、二分公司, 首先、重点: the mark joins two words.
        let joins = after.starts_with(crate::text::numeral::is_numeral)
            || ["第", "重点", "优先", "最"].iter().any(|word| after.starts_with(word)) && item.style == Style::Order
            || after.starts_with('第');
        let right = match (item.style, mark) {
            (Style::Is | Style::Must, '：' | '、' | ':') => "",
            (Style::Ordinal | Style::Which | Style::Order, '、') if !joins => "，",
            _ => continue,
        };
        let words = &text[item.range.clone()];
        let message = if right.is_empty() {
            format!("“{words}”后不用标点")
        } else {
            format!("“{words}”后用逗号")
        };
        let finding = found.at(passage.field, range.clone(), message).mend(Applicability::Safe, range, right);
        // The standard speaks of 第一 and 首先, not of 一是.
        if right.is_empty() {
            finding.cite("办理惯例：“一是”后不用标点，或者用逗号");
        }
    }
}
