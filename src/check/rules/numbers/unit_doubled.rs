//! D28: a unit said twice.

use crate::check::authoring::*;
use crate::text::measure_words;

pub static RULE: Rule = Rule {
    code: "D28",
    name: "unit-doubled",
    title: "单位写重",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "一个数后面只写一个单位，不写成“12公里km”“126条条”；小数不用口语的写法“2米5”。",
    source: "《党政机关公文处理工作条例》第十九条（三）：表述准确；GB/T 15835—2011 5",
    examples: &[
        wrong(&[("paragraph", "线路全长12公里‹km›，已经开通。")]).mended("线路全长12公里，已经开通。"),
        wrong(&[("paragraph", "候车亭高5～15‹米米›，已经投用。")]).mended("候车亭高5～15米，已经投用。"),
        wrong(&[("paragraph", "共有公交线路126‹条条›，受益居民1360‹人人›。")]),
        wrong(&[("paragraph", "检查186‹家家›次，24‹小时时›值守。")]),
        right(&[(
            "paragraph",
            "5人人均住房面积达标，3家家政公司，6个个体户，2天天气晴好，24小时时段票，3次次数，8条条款。",
        )]),
        right(&[("paragraph", "供应5吨吨包，涉及3亩亩均产值，2元元件。")]),
        wrong(&[("paragraph", "候车亭高‹2米5›，已经投用。")]).mended("候车亭高2.5米，已经投用。"),
        right(&[("paragraph", "每隔3米5盏灯，每亩5公斤，改造300米围栏，供应3吨米面。")]),
    ],
    check: Check::PassageWith("0123456789", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let bytes = passage.text.as_bytes();
    for at in (0..bytes.len()).filter(|&at| bytes[at].is_ascii_digit()) {
        if bytes.get(at + 1).is_some_and(|next| !next.is_ascii_digit()) {
            twice(passage, at + 1, found);
        }
    }
}

/// 12公里km: a unit said twice. 1米2: the way it is spoken.
fn twice(passage: &Passage<'_>, end: usize, found: &mut Found<'_>) {
    let rest = &passage.text[end..];
    // Most units stand once: neither a letter nor the same character follows within the next few.
    let mut next = rest.chars();
    let first = next.next().unwrap_or('\0');
    let is_again = |it: char| it == first || it.is_ascii_alphanumeric() || it == '时';
    if !next.take(4).any(is_again) {
        return;
    }
    let Some(unit) = measure_words::leading(rest) else { return };
    let after = &rest[unit.len()..];
    // 24小时时值守: the second half of the unit again.
    let again = unit
        .chars()
        .next_back()
        .filter(|_| unit.chars().count() > 1)
        .map_or(unit, |last| &unit[unit.len() - last.len_utf8()..]);
    if unit == "小时"
        && after.strip_prefix(again).is_some_and(|next| next.starts_with(['值', '在', '内', '，', '。', '、']))
    {
        let range = end..end + unit.len() + again.len();
        found.at(passage.field, range.clone(), "单位写重了").mend(Applicability::Review, range, unit);
        return;
    }
    // 家家次, 人人次: the measure of a count that goes on.
    if matches!(unit, "家" | "人") && after.strip_prefix(unit).is_some_and(|next| next.starts_with('次')) {
        let range = end..end + 2 * unit.len();
        found.at(passage.field, range.clone(), "单位写重了").mend(Applicability::Review, range, unit);
        return;
    }
    if after.strip_prefix(unit).is_some_and(|next| next.chars().next().is_none_or(characters::is_chinese_mark)) {
        let range = end..end + 2 * unit.len();
        found.at(passage.field, range.clone(), "单位写重了").mend(Applicability::Review, range, unit);
        return;
    }
    let symbol = after.len() - after.trim_start_matches(|it: char| it.is_ascii_alphanumeric() || it == '²').len();
    let is_symbol = ["km", "m", "t", "kg", "km2", "m2", "km²", "m²", "cm"]
        .iter()
        .any(|symbol_of| after[..symbol].eq_ignore_ascii_case(symbol_of));
    let start = end + unit.len();
    if is_symbol {
        let range = start..start + symbol;
        found.at(passage.field, range.clone(), "单位写重了").mend(Applicability::Review, range, "");
    } else if *unit == *"米"
        && symbol == 1
        && after.starts_with(|it: char| it.is_ascii_digit())
        && after[1..].chars().next().is_none_or(characters::is_chinese_mark)
    {
        let whole = passage.text[..end].trim_end_matches(|it: char| it.is_ascii_digit()).len();
        let right = format!("{}.{}米", &passage.text[whole..end], &after[..1]);
        let range = whole..start + 1;
        found.at(passage.field, range.clone(), format!("写作“{right}”")).mend(Applicability::Review, range, right);
    }
}
