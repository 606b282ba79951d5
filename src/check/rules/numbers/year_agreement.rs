//! D20: years in Chinese numerals among years in Arabic digits.

use crate::check::authoring::*;
use crate::text::numeral;

pub static RULE: Rule = Rule {
    code: "D20",
    name: "year-agreement",
    title: "年份写法前后一致",
    group: Group::Numbers,
    severity: Severity::Advice,
    explanation: "同一段里公历年份的写法前后一致：通用阿拉伯数字的，不在个别地方写“二〇二四年”。书名、引文里的照原文。",
    source: "GB/T 15835—2011 4.3；GB/T 9704—2012 7.3.5.4",
    examples: &[
        wrong(&[("paragraph", "2025年新增线路6条，‹二〇二四年›以来客流持续增加。")])
            .mended("2025年新增线路6条，2024年以来客流持续增加。"),
        right(&[(
            "paragraph",
            "2025年新增线路6条，落实《国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要》。",
        )]),
        right(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下：\n二〇二四年以来客流持续增加，二〇二五年新增线路。\n专此答复，感谢你们的支持。",
        )]),
    ],
    check: Check::PassageWith("年", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let is_digital = |before: &str| before.len() - before.trim_end_matches(|it: char| it.is_ascii_digit()).len() == 4;
    if !passage.has_any("〇一九") || !text.match_indices('年').any(|(at, _)| is_digital(&text[..at])) {
        return;
    }
    for (at, mark) in text.match_indices('年') {
        let start = text[..at].trim_end_matches(|it| numeral::digit(it).is_some() && it != '两').len();
        let written = &text[start..at];
        let value = numeral::parse(written).filter(|value| (1900..2100).contains(value));
        let is_quoted = passage
            .pairing()
            .pairs
            .iter()
            .any(|pair| matches!(pair.open.1, '《' | '“') && pair.open.0 < start && at < pair.close.0);
        // D04 tells of 二〇二五年8月 and of 二零.
        let is_told =
            text[at + mark.len()..].starts_with(|it: char| it.is_ascii_digit()) || written.contains(['零', '○']);
        if let Some(value) = value.filter(|_| written.chars().count() == 4 && !is_quoted && !is_told) {
            let range = start..at + mark.len();
            found.at(passage.field, range.clone(), "年份的写法与同一段里的不一致").mend(
                Applicability::Review,
                range,
                format!("{value}年"),
            );
        }
    }
}
