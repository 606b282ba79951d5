//! C22: the year or the organ a document is said to be issued by is another than its number's.

use crate::check::authoring::*;
use crate::letter::document_number::DocumentNumber;
use std::ops::Range;

pub static RULE: Rule = Rule {
    code: "C22",
    name: "issued-number",
    title: "印发的年份、机关与文号",
    group: Group::Agreement,
    severity: Severity::Warning,
    explanation: "写明某年印发、后面又注文号的，年份应当与文号里的一致；政府印发的与政府办公厅（室）印发的，文号的代字不同。上年年底编号、次年1月印发的不算。",
    source: "《党政机关公文处理工作条例》第九条（五）：发文字号由发文机关代字、年份、发文顺序号组成",
    examples: &[
        wrong(&[("paragraph", "2024年5月，市政府印发《临江市公共交通条例实施办法》（临政发‹〔2023〕›12号）。")]),
        wrong(&[("paragraph", "2024年，市政府办公室印发《临江市候车亭管理办法》（临政办发‹〔2025〕›12号）。")]),
        wrong(&[("paragraph", "2024年5月，市政府印发《临江市候车亭管理办法》（‹临政办发›〔2024〕12号）。")]),
        wrong(&[("paragraph", "市政府办公室印发了《临江市候车亭管理办法》（‹临政发›〔2024〕12号）。")]),
        right(&[("paragraph", "2024年1月，市政府印发《临江市候车亭管理办法》（临政发〔2023〕112号）。")]),
        right(&[("paragraph", "2024年5月，市政府办公室印发《临江市候车亭管理办法》（临政办发〔2024〕12号）。")]),
        right(&[("paragraph", "为落实2024年工作部署，市政府印发《临江市候车亭管理办法》（临政发〔2023〕12号）。")]),
        right(&[("paragraph", "2024年以来，我局执行市政府印发《临江市候车亭管理办法》（临政发〔2023〕12号）的规定。")]),
        right(&[("paragraph", "经市政府同意，我局印发《临江市候车亭管理办法》（临交办发〔2024〕12号）。")]),
        right(&[("paragraph", "市委、市政府印发《临江市公交发展方案》（临办发〔2024〕12号）。")]),
    ],
    check: Check::PassageWith("〔", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    if !passage.has_all("印发《") {
        return;
    }
    let text = passage.text;
    for number in DocumentNumber::find_all(text) {
        let Some(lead) = lead(text, passage.titles(), number.prefix.start) else { continue };
        if let Some((year, month)) = stated(lead)
            && let Ok(numbered) = text[number.year.clone()].parse::<u32>()
            && numbered >= 2000
            && numbered != year
            && !(numbered + 1 == year && month == Some(1))
        {
            let message = format!("前面说{year}年印发，文号却是{numbered}年的，请核对");
            found.at(passage.field, number.bracketed_year(), message);
        }
        let prefix = &text[number.prefix.clone()];
        if let Some(message) = other_organ(lead, prefix) {
            found.at(passage.field, number.prefix.clone(), message).weigh(Severity::Advice);
        }
    }
}

/// What the sentence says before 印发《…》（, where the number that begins at byte `at` is that of the title.
fn lead<'a>(text: &'a str, titles: &[Range<usize>], at: usize) -> Option<&'a str> {
    let before = text[..at].strip_suffix(['（', '('])?;
    let title = titles.iter().find(|title| title.end == before.len())?;
    let told = text[..title.start].trim_end_matches('了').strip_suffix("印发")?;
    let start = told.rfind(['。', '；', '：', '\n', '”', '、']).map_or(0, |start| start);
    Some(told[start..].trim_start_matches(['。', '；', '：', '\n', '”']))
}

/// The year and the month of a lead that is nothing but a date and an organ: 2024年5月，市政府.
fn stated(lead: &str) -> Option<(u32, Option<u32>)> {
    let (year, rest) = lead.trim_start_matches(characters::is_blank).split_once('年')?;
    if year.len() != 4 {
        return None;
    }
    let year = year.parse().ok()?;
    let (month, rest) = match rest.split_once('月') {
        Some((month, rest)) if month.parse::<u32>().is_ok() => (month.parse().ok(), rest),
        _ => (None, rest),
    };
    let rest = rest.strip_prefix('，').or_else(|| month.map(|_| rest)).unwrap_or(rest);
    let is_organ =
        !rest.contains(['，', '年', '月', '至']) && rest.ends_with(['局', '厅', '委', '会', '府', '室', '院', '部']);
    // 2024年以来, 2024年起: a span.
    let is_span = ["以来", "起", "前", "底前", "度", "后"].iter().any(|word| rest.starts_with(word));
    (is_organ && !is_span && rest.chars().count() <= 20 && !rest.contains(['执', '按', '落'])).then_some((year, month))
}

/// What is to be said where the organ at the end of `lead` numbers its documents otherwise.
fn other_organ(lead: &str, prefix: &str) -> Option<&'static str> {
    // 市委、市政府, and organs that issue jointly: theirs is the number of one of them.
    if lead.starts_with('、') || lead.contains("联合") || lead.contains("会同") {
        return None;
    }
    let is_government = lead.ends_with("政府") || lead.ends_with("国务院");
    let is_office = ["政府办公厅", "政府办公室", "国务院办公厅"].iter().any(|organ| lead.ends_with(organ));
    if is_government && prefix.contains('办') {
        Some("文号是办公厅（室）的，前面却说是政府印发，请核对")
    } else if is_office && !prefix.contains(['办', '厅', '室']) {
        Some("文号不是办公厅（室）的，前面却说是办公厅（室）印发，请核对")
    } else {
        None
    }
}
