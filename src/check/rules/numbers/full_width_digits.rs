//! D02: full-width digits and letters.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "D02",
    name: "full-width-digits",
    title: "全角数字、字母",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "阿拉伯数字和外文字母用半角，不用全角。",
    source: "办理惯例",
    examples: &[
        wrong(&[("paragraph", "今年新增车辆‹２６›辆。")]).mended("今年新增车辆26辆。"),
        wrong(&[("title", "临江市交通运输局关于市十七届人大一次会议第‹２０２６０４２›号代表建议答复的函")]),
        wrong(&[("number", "临交函〔2026〕‹１８›号")]).mended("临交函〔2026〕18号"),
        right(&[("paragraph", "今年新增车辆26辆，采用BIM技术。")]),
    ],
    check: Check::Parts(Parts {
        elements: Some(check_elements),
        paragraph: Some((WIDE, |_, passage, found| check(passage.field, passage.text, found))),
        letter: None,
    }),
};

/// Full-width digits and letters.
const WIDE: &str = "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ";

fn check_elements(context: &Context<'_>, found: &mut Found<'_>) {
    for (field, text) in context.fields() {
        // A date is E06's to tell.
        if field == Field::Date {
            continue;
        }
        check(field, &text, found);
    }
}

fn check(field: Field, text: &str, found: &mut Found<'_>) {
    let is_wide = |it: char| matches!(it, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    let mut from = 0;
    while let Some(at) = text[from..].find(is_wide).map(|at| at + from) {
        let end = at + (text[at..].len() - text[at..].trim_start_matches(is_wide).len());
        from = end;
        let plain: String = text[at..end].chars().filter_map(characters::half_width).collect();
        found.at(field, at..end, "数字、字母应当用半角").mend(Applicability::Safe, at..end, plain);
    }
}
