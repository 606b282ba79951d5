//! D29: a temperature or a humidity without its unit.

use crate::check::authoring::*;
use crate::text::characters;

pub static RULE: Rule = Rule {
    code: "D29",
    name: "temperature-without-unit",
    title: "温度、湿度缺单位",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "温度的数后面写“℃”，湿度的数后面写“%”，不写成“温度保持在2～8。”。数后面已有单位的，或者说的是系数、指数、等级的，不在此列。",
    source: "《党政机关公文处理工作条例》第十九条（三）：表述准确",
    examples: &[
        wrong(&[("paragraph", "车厢温度保持在‹2～8›。")]).mended("车厢温度保持在2～8℃。"),
        wrong(&[("paragraph", "机房湿度达到‹45›，需要除湿。")]).mended("机房湿度达到45%，需要除湿。"),
        wrong(&[("paragraph", "候车室空调温度设定为‹26›，方便乘客。")]).mended("候车室空调温度设定为26℃，方便乘客。"),
        right(&[("paragraph", "车厢温度保持在2～8℃，湿度控制在40%～60%，室温不低于18摄氏度，水温为26度。")]),
        right(&[("paragraph", "温度系数为0.8，温度等级为3，温度监测点达到26处，温度共设3，湿度指数为2。")]),
        right(&[("paragraph", "平均气温比常年偏高，温度传感器升级为26型；气温降至零下，12月25日雪。")]),
    ],
    check: Check::PassageWith("温湿", check),
};

/// What is measured, and its unit.
const MEASURED: [(&str, &str); 8] = [
    ("温度", "℃"),
    ("气温", "℃"),
    ("室温", "℃"),
    ("水温", "℃"),
    ("库温", "℃"),
    ("体温", "℃"),
    ("车温", "℃"),
    ("湿度", "%"),
];
/// What leads to the number.
const LEADS: [&str; 14] = [
    "保持在",
    "控制在",
    "维持在",
    "稳定在",
    "设定在",
    "设定为",
    "设置为",
    "调至",
    "达到",
    "为",
    "在",
    "不低于",
    "不高于",
    "降至",
];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (name, unit) in MEASURED.into_iter().filter(|(name, _)| passage.has_all(name)) {
        for (at, name) in text.match_indices(name) {
            let start = at + name.len();
            let behind = &text[start..];
            let words = &behind[..behind.find(|it| !characters::is_han(it)).unwrap_or(behind.len())];
            let lead = words.strip_prefix(['应', '要', '须']).unwrap_or(words);
            let lead = lead.strip_prefix("应当").or_else(|| lead.strip_prefix('当')).unwrap_or(lead);
            let number = start + words.len();
            let is_digit = |it: char| it.is_ascii_digit() || matches!(it, '.' | '～' | '—' | '-' | '~' | '至');
            let rest = &text[number..];
            let length = rest.len() - rest.trim_start_matches(is_digit).len();
            let figure = &rest[..length];
            let ends = rest[length..].is_empty()
                || rest[length..].starts_with(['，', '。', '；', '、', '）'])
                || rest[length..].starts_with("之间");
            let is_number =
                figure.starts_with(|it: char| it.is_ascii_digit()) && figure.ends_with(|it: char| it.is_ascii_digit());
            if LEADS.contains(&lead) && is_number && ends {
                let range = number..number + length;
                // Both ends of a range bear the percent sign.
                let figure = if unit == "%" {
                    figure.replace(['～', '—', '~', '-', '至'], "%～")
                } else {
                    figure.to_owned()
                };
                let right = format!("{figure}{unit}");
                found.at(passage.field, range.clone(), format!("缺单位“{unit}”")).mend(
                    Applicability::Review,
                    range,
                    right,
                );
            }
        }
    }
}
