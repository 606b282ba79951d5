//! D05: a year of two digits.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "D05",
    name: "short-year",
    title: "年份写全四位",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "年份写全四位，不写“25年8月”“2021—25年”。表示时间长短的“20年”不在此列。",
    source: "GB/T 15835—2011 5；GB/T 9704—2012 7.3.5.4",
    examples: &[
        wrong(&[("paragraph", "‹25年›8月，我局新增线路6条。")]),
        wrong(&[("paragraph", "2021—‹25年›，我局新增线路6条。")]),
        wrong(&[("paragraph", "‹24年›底前，站台全部改造。")]),
        wrong(&[("paragraph", "‹24年›以来，客流持续增加。")]),
        right(&[("paragraph", "历时25年建成，近20年来运行平稳，使用10年以上，每15年大修。")]),
        right(&[("paragraph", "合同期为10—15年，2021—2025年分批实施，90年代修建。")]),
    ],
    check: Check::PassageWith("年", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, mark) in text.match_indices('年') {
        let before = &text[..at];
        let number = before.trim_end_matches(|it: char| it.is_ascii_digit());
        if before.len() - number.len() != 2 {
            continue;
        }
        let after = &text[at + mark.len()..];
        let month = after.bytes().take_while(u8::is_ascii_digit).count();
        let names_month = (1..=2).contains(&month) && after[month..].starts_with('月');
        let names_time = ["底", "初", "上半年", "下半年", "年底", "年初"].iter().any(|word| after.starts_with(word));
        let is_span =
            ["近", "过去", "未来", "每", "满", "前", "后", "约", "达", "第", "历时", "至", "经", "长", "逾", "超"]
                .iter()
                .any(|word| number.ends_with(word));
        // 24年以来: of the years since 2021; 近24年以来 is a span, and so are the rounder numbers.
        let since = after.starts_with("以来")
            && ["21", "22", "23", "24", "25", "26", "27", "28", "29"].contains(&&before[number.len()..])
            && (number.is_empty() || number.ends_with(['，', '。', '；', '自', '从']));
        let starts = number.trim_end_matches(['—', '-', '～', '~', '－']);
        let after_year = starts.len() < number.len() && {
            let first = starts.len() - starts.trim_end_matches(|it: char| it.is_ascii_digit()).len();
            first == 4 && starts[starts.len() - first..].starts_with(['1', '2'])
        };
        if after_year
            || !is_span && !number.ends_with(['—', '-', '～', '.', '/']) && (names_month || names_time)
            || since
        {
            let range = number.len()..at + mark.len();
            found.at(passage.field, range, "年份应当写全四位");
        }
    }
}
