//! P03: a half-width point that ends a Chinese sentence.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P03",
    name: "half-width-full-stop",
    title: "半角句点",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "中文句子末尾用句号“。”，不用半角的点。小数点、序号、外文和网址里的点不管。",
    source: "GB/T 15834—2011 4.1、5.1",
    examples: &[
        wrong(&[("paragraph", "站台改造已经完工‹.›下一步抓好管护。")]).mended("站台改造已经完工。下一步抓好管护。"),
        wrong(&[("paragraph", "站台改造已经完工‹.›")]).mended("站台改造已经完工。"),
        wrong(&[("paragraph", "站台改造已经完工‹｡›")]).mended("站台改造已经完工。"),
        right(&[("paragraph", "一.站台改造已经完工。")]),
        right(&[("paragraph", "平均候车3.5分钟，可登录临江交通.com查询，详见图2.1。")]),
        right(&[("paragraph", "清单包括站台、标线...均已公布。")]),
    ],
    check: Check::PassageWith(".．｡﹒", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, _) in text.match_indices(['.', '．', '｡', '﹒']) {
        let width = text[at..].chars().next().map_or(1, char::len_utf8);
        let (before, after) = (text[..at].chars().next_back(), text[at + width..].chars().next());
        let ends = before.is_some_and(|it| characters::is_han(it) || matches!(it, '”' | '》' | '）' | '%'));
        let goes_on = after.is_some_and(|it| it.is_ascii_alphanumeric() || it == '.' || it == '．');
        // A number of a section (一.) is N02's to tell.
        let is_marker = text[..at].chars().count() <= 3 && text[..at].chars().all(crate::text::numeral::is_numeral);
        let is_marker = is_marker || text[..at].ends_with(['）', ')']) && text[..at].chars().count() <= 4;
        if ends && !goes_on && !is_marker {
            let range = at..at + width;
            found.at(passage.field, range.clone(), "句末应当用句号").mend(Applicability::Safe, range, "。");
        }
    }
}
