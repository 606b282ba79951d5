//! D21: the second of two compared numbers has lost its unit.

use crate::check::authoring::*;
use crate::text::measure_words;

pub static RULE: Rule = Rule {
    code: "D21",
    name: "goal-without-unit",
    title: "后一个数缺单位",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "“由150元提高到180元”里，前后两个数都写单位，不写成“由150元提高到180，”。",
    source: "《党政机关公文处理工作条例》第十九条（三）：表述准确",
    examples: &[
        wrong(&[("paragraph", "票价由3元提高到‹5›，学生半价。")]).mended("票价由3元提高到5元，学生半价。"),
        wrong(&[("paragraph", "志愿者由30人增加到‹45›，运力提升一半。")]),
        wrong(&[("paragraph", "换乘优惠时限由60分钟延长至‹90分›。")]),
        right(&[("paragraph", "票价由3元提高到5元，班次由30提高到45，满意度由85%提高到92。")]),
        right(&[("paragraph", "分值由80分提高到90，即优秀等次；由3元提高到5—6元，由2元增加到2.5元。")]),
    ],
    check: Check::PassageWith("到至为", check),
};

/// What leads to the second number.
const VERBS: [&str; 16] = [
    "延长至",
    "延长到",
    "缩短至",
    "缩短到",
    "提高到",
    "提高至",
    "增加到",
    "增加至",
    "提升到",
    "提升至",
    "降低到",
    "降低至",
    "下降到",
    "减少到",
    "调整为",
    "上调至",
];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for verb in VERBS.into_iter().filter(|verb| passage.has_all(verb)) {
        for (at, _) in text.match_indices(verb) {
            let before = &text[..at];
            let clause = before.rfind(['，', '。', '；', '：']).map_or(0, |at| at + '，'.len_utf8());
            let is_digit = |it: char| it.is_ascii_digit() || it == '.';
            // The number and the unit right before the verb.
            let words = &before[clause..];
            let Some(last) = words.rfind(is_digit) else { continue };
            let unit = &words[last + 1..];
            let is_unit = measure_words::leading(unit) == Some(unit)
                && matches!(unit, "元" | "分钟" | "人" | "名" | "人次" | "次" | "公里" | "平方米" | "亩" | "吨");
            let start = at + verb.len();
            let number = text[start..].len() - text[start..].trim_start_matches(is_digit).len();
            let is_end = |at: usize| text[at..].starts_with(['，', '。', '；']);
            // 由60分钟延长至90分: half of the unit.
            let half = if unit == "分钟" && text[start + number..].starts_with('分') { '分'.len_utf8() } else { 0 };
            let ends = is_end(start + number + half);
            if is_unit && words.contains(['由', '从']) && number > 0 && ends {
                let range = start..start + number + half;
                let right = format!("{}{unit}", &text[start..start + number]);
                found.at(passage.field, range.clone(), format!("缺单位“{unit}”")).mend(
                    Applicability::Review,
                    range,
                    right,
                );
            }
        }
    }
}
