//! D26: one of several listed numbers has lost its unit, or a total has none.

use crate::check::authoring::*;
use crate::text::measure_words;

pub static RULE: Rule = Rule {
    code: "D26",
    name: "listed-without-unit",
    title: "并列的数缺单位",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "并列的几个数，前面的写了单位，后面的也写，不写成“103起、150、86起”；“共540，”这样的合计写明单位。前面都不写、最后一个写的，如“12、18、25个”，不在此列。",
    source: "《党政机关公文处理工作条例》第十九条（三）：表述准确",
    examples: &[
        wrong(&[("paragraph", "三条线路分别增加103次、‹150›、86次。")]).mended("三条线路分别增加103次、150次、86次。"),
        wrong(&[("paragraph", "建成站房48座、候车亭‹76›，合计124座。")]),
        wrong(&[("paragraph", "组建服务队45支，队员共‹540›，平均每支12人。")]),
        right(&[("paragraph", "三条线路分别增加12、18、25班，新增3座、4座，途经G30、G105国道，设3号、5号站台。")]),
        right(&[("paragraph", "新增站房5座、2026年建成，线路3条、12345热线，得分共540分，共3，一并办理。")]),
        right(&[("paragraph", "改造站台8座、2025、2026年分批完成，3人、5、6月到岗。")]),
    ],
    check: Check::PassageWith("、共计", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, mark) in text.match_indices('、') {
        let Some(unit) = unit_before(&text[..at]) else { continue };
        let cell = &text[at + mark.len()..];
        // The number of the next cell, behind what it counts.
        let lead: usize = cell.chars().take_while(|it| characters::is_han(*it)).take(12).map(char::len_utf8).sum();
        let digits = cell[lead..].bytes().take_while(u8::is_ascii_digit).count();
        let after = &cell[lead + digits..];
        let number = &cell[lead..lead + digits];
        let ends_list =
            lead == 0 && after.starts_with('、') || lead > 0 && after.starts_with('，') && goes_on_with(after, unit);
        let is_year = digits == 4 && number.starts_with(['1', '2']);
        let is_name = cell[..lead].ends_with(['第', '号', '国', '省', '道']);
        // 103次、150、86次: the one behind has the unit again.
        let has_next = lead > 0 || {
            let next = after.strip_prefix('、').unwrap_or("");
            let length = next.bytes().take_while(u8::is_ascii_digit).count();
            length > 0 && next[length..].starts_with(unit)
        };
        if digits > 0 && digits <= 6 && ends_list && has_next && !is_year && !is_name {
            let start = at + mark.len() + lead;
            let range = start..start + digits;
            let right = format!("{number}{unit}");
            found.at(passage.field, range.clone(), format!("缺单位“{unit}”")).mend(Applicability::Review, range, right);
        }
    }
    for word in ["共", "合计", "总计", "共计"] {
        if !passage.has_all(word) {
            continue;
        }
        for (at, _) in text.match_indices(word) {
            let start = at + word.len();
            let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
            let is_end = text[start + digits..].starts_with(['，', '。', '；']);
            let is_whole =
                text[..at].ends_with(|it: char| characters::is_han(it) || it == '，') && !text[..at].ends_with("总");
            if digits >= 2 && is_end && is_whole {
                found.at(passage.field, start..start + digits, "合计的数缺单位");
            }
        }
    }
}

/// The measure word that `before` ends with, behind a number.
fn unit_before(before: &str) -> Option<&'static str> {
    let words = before.trim_end_matches(characters::is_han);
    let unit = &before[words.len()..];
    (words.ends_with(|it: char| it.is_ascii_digit()) && !unit.is_empty())
        .then(|| {
            let others = ["起", "例", "宗", "笔", "班", "份", "本"].into_iter().find(|it| *it == unit);
            measure_words::leading(unit).filter(|it| *it == unit).or(others)
        })
        .flatten()
}

/// Whether a total in the same unit follows: ，合计124座.
fn goes_on_with(after: &str, unit: &str) -> bool {
    let rest = after.trim_start_matches('，');
    ["合计", "共计", "总计", "共"].iter().filter_map(|word| rest.strip_prefix(word)).any(|rest| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        digits > 0 && rest[digits..].starts_with(unit)
    })
}
