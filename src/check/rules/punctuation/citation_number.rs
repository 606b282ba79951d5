//! P18: a document number cited in the text in a wrong form.

use crate::check::authoring::*;
use crate::letter::document_number::DocumentNumber;

pub static RULE: Rule = Rule {
    code: "P18",
    name: "citation-number",
    title: "引文的发文字号",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "引用公文先引标题，后面括注发文字号，如“《……》（国办发〔2024〕12号）”。字号的年份用六角括号，写全四位，顺序号不加“第”、不编虚位。",
    source: "GB/T 9704—2012 7.2.5；GB/T 15834—2011 4.9",
    examples: &[
        wrong(&[("paragraph", "根据《公交优先意见》（临府办‹[2024]›12号），新增车辆。")])
            .mended("根据《公交优先意见》（临府办〔2024〕12号），新增车辆。"),
        wrong(&[("paragraph", "根据《公交优先意见》（临府办〔2024〕‹第012›号），新增车辆。")])
            .mended("根据《公交优先意见》（临府办〔2024〕12号），新增车辆。"),
        wrong(&[("paragraph", "根据《公交优先意见》（临府办〔‹24›〕12号），新增车辆。")]),
        wrong(&[("paragraph", "根据临府办〔2024〕12号《公交优先意见》，新增车辆。")]),
        right(&[(
            "paragraph",
            "根据《公交优先意见》（临府办〔2024〕12号），落实国务院令第617号和编号：B(2017)103号。",
        )]),
        right(&[("paragraph", "引用案号（2024）临01民终12号，判决已经生效。")]),
    ],
    check: Check::PassageWith("号", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for number in DocumentNumber::find_all(text) {
        let prefix = &text[number.prefix.clone()];
        // 编号：B(2017)103号 is a suggestion's own number.
        if prefix.chars().count() < 2 || !number.has_suffix {
            continue;
        }
        let brackets = (number.open.1, number.close.1);
        if brackets != ('〔', '〕') {
            let year = format!("〔{}〕", &text[number.year.clone()]);
            let range = number.bracketed_year();
            found.at(passage.field, range.clone(), "发文字号的年份应当用六角括号〔〕").mend(
                Applicability::Safe,
                range,
                year,
            );
        }
        if number.year.len() == 2 {
            found.at(passage.field, number.year.clone(), "发文字号的年份应当写全四位");
        }
        let digits = &text[number.serial.clone()];
        let plain = digits.trim_start_matches('0');
        if (number.ordinal.is_some() || plain.len() < digits.len()) && !plain.is_empty() {
            let start = number.ordinal.as_ref().map_or(number.serial.start, |ordinal| ordinal.start);
            let range = start..number.serial.end;
            found.at(passage.field, range.clone(), "顺序号不加“第”字，不编虚位").mend(
                Applicability::Safe,
                range,
                plain,
            );
        }
        let after = &text[number.range.end..];
        if after.starts_with('《')
            && let Some(end) = after.find('》')
        {
            let range = number.range.start..number.range.end + end + '》'.len_utf8();
            found.at(passage.field, range, "引用公文先写标题，字号括注在后").weigh(Severity::Advice);
        }
    }
}
