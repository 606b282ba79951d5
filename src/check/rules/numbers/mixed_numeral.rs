//! D10: 千 and 百 after Arabic digits; 百分之 with digits; 几 with digits.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "D10",
    name: "mixed-numeral",
    title: "数字混写",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "阿拉伯数字后可以用“万”“亿”，不用“百”“千”，如不写“3千5百人”；不写“百分之30”“几10个”。",
    source: "GB/T 15835—2011 5",
    examples: &[
        wrong(&[("paragraph", "惠及居民‹3千5百›人。")]),
        wrong(&[("paragraph", "覆盖率达到‹百分之30›。")]).mended("覆盖率达到30%。"),
        wrong(&[("paragraph", "新增站台‹几10›个。")]),
        wrong(&[("paragraph", "新增站台‹10几›个。")]),
        wrong(&[("paragraph", "涉及站台‹十5›座。")]),
        right(&[("paragraph", "装机3千瓦，重5千克，全长8千米，惠及居民3.5万人。")]),
        right(&[("paragraph", "覆盖率达到百分之三十，新增站台十几个。")]),
        right(&[("paragraph", "落实“六个百分之百”，入选500强和2千亿级产业。")]),
    ],
    check: Check::PassageWith("千百几十", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let mut told = 0;
    for (at, unit) in text.match_indices(['千', '百', '几']) {
        let end = at + unit.len();
        let after = &text[end..];
        if unit == "几" {
            let ahead = after.bytes().take_while(u8::is_ascii_digit).count();
            if ahead > 0 && after[..ahead].ends_with('0') {
                found.at(passage.field, at..end + ahead, "概数用汉字，如“几十”");
            } else if text[..at].ends_with('0') && text[..at].ends_with(|it: char| it.is_ascii_digit()) {
                let start = text[..at].trim_end_matches(|it: char| it.is_ascii_digit()).len();
                if at - start <= 3 {
                    found.at(passage.field, start..end, "概数用汉字，如“十几”");
                }
            }
            continue;
        }
        let start = text[..at].trim_end_matches(|it: char| it.is_ascii_digit() || it == '.').len();
        // 千瓦, 千克: units of their own; 千亿 counts in 亿.
        let is_unit = unit == "千"
            && ["瓦", "克", "米", "伏", "帕", "卡", "焦", "字", "兆", "赫", "安", "亿", "万"]
                .iter()
                .any(|word| after.starts_with(word));
        let is_unit = is_unit
            || unit == "百"
                && (after.starts_with('万')
                    || after.starts_with('亿')
                    || after.starts_with("年")
                    || after.starts_with("分"));
        if start == at || is_unit || start < told {
            continue;
        }
        // 3千5百: one number.
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        let more = (digits > 0 && after[digits..].starts_with('百')).then_some(digits + '百'.len_utf8());
        let end = end + more.unwrap_or(0);
        told = end;
        found.at(passage.field, start..end, "阿拉伯数字后不用“百”“千”");
    }
    // 十5所: a Chinese numeral that goes on in Arabic digits.
    for (at, unit) in text.match_indices(['十', '百']) {
        // 百 alone is part of many words; 一百12 is a number.
        if unit == "百" && !text[..at].ends_with(crate::text::numeral::is_numeral) {
            continue;
        }
        let after = &text[at + unit.len()..];
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        if (1..=2).contains(&digits) && !after[digits..].starts_with(['.', '年', '%']) {
            let start = text[..at].trim_end_matches(crate::text::numeral::is_numeral).len();
            found.at(passage.field, start..at + unit.len() + digits, "汉字数字与阿拉伯数字混写");
        }
    }
    for (at, words) in text.match_indices("百分之") {
        let start = at + words.len();
        let digits = text[start..].bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
        if digits > 0 {
            let right = format!("{}%", &text[start..start + digits]);
            let range = at..start + digits;
            found.at(passage.field, range.clone(), format!("写作“{right}”")).mend(Applicability::Safe, range, right);
        }
    }
}
