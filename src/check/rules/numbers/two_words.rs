//! D18: 二 where 两 is said, 俩 before a measure word, 第两.

use crate::check::authoring::*;
use crate::text::numeral;

pub static RULE: Rule = Rule {
    code: "D18",
    name: "two-words",
    title: "“二”与“两”",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "量词前用“两”，不用“二”“俩”，如“两个站台”；序数用“二”，如“第二次”。",
    source: "《现代汉语词典》；办理惯例",
    examples: &[
        wrong(&[("paragraph", "共有‹二个›站台需要改造。")]).mended("共有两个站台需要改造。"),
        wrong(&[("paragraph", "共有‹俩个›站台需要改造。")]).mended("共有两个站台需要改造。"),
        wrong(&[("paragraph", "这是‹第两›次会议。")]).mended("这是第二次会议。"),
        right(&[("paragraph", "第二个站台、十二个月、一二个小时、百分之二个别站台。")]),
        right(&[("paragraph", "第两百个站台，一、二个年级。")]),
    ],
    check: Check::PassageWith("二俩两", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, word) in text.match_indices(['二', '俩']).filter(|(at, word)| text[at + word.len()..].starts_with('个'))
    {
        let end = at + word.len() + '个'.len_utf8();
        let before = text[..at].chars().next_back();
        let is_part = before.is_some_and(|it| {
            numeral::is_numeral(it) || it.is_ascii_digit() || matches!(it, '第' | '、' | '几' | '之' | '初' | '万')
        });
        if !is_part && !text[end..].starts_with(['别', '体', '人']) {
            found.at(passage.field, at..end, "量词前用“两”").mend(Applicability::Review, at..end, "两个");
        }
    }
    for (at, word) in text.match_indices('两') {
        let Some(before) = text[..at].strip_suffix('第') else { continue };
        let range = before.len()..at + word.len();
        if !text[range.end..].starts_with(['百', '千', '万', '亿']) {
            found.at(passage.field, range.clone(), "序数用“二”").mend(Applicability::Review, range, "第二");
        }
    }
}
