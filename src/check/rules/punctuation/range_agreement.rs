//! P23: ranges of years written in two ways in one letter.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P23",
    name: "range-agreement",
    title: "起止年份的写法一致",
    group: Group::Punctuation,
    severity: Severity::Advice,
    explanation: "年份的起止一般用一字线“—”，也可以用浪纹线“～”；同一封答复里宜用一种。",
    source: "GB/T 15834—2011 4.13.3.2",
    examples: &[
        wrong(&[("paragraph", "2021—2025年新增线路6条，2026‹～›2030年新增线路8条。")])
            .mended("2021—2025年新增线路6条，2026—2030年新增线路8条。"),
        right(&[("paragraph", "2021—2025年新增线路6条，2026—2030年新增线路8条，造价25～30万元。")]),
        right(&[("paragraph", "2021～2025年新增线路6条，2026～2030年新增线路8条。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    if !context.body_has_any("～") {
        return;
    }
    let body = context.body();
    let waves: Vec<usize> = years(body, '～').collect();
    if waves.is_empty() || years(body, '—').next().is_none() {
        return;
    }
    for at in waves {
        let range = at..at + '～'.len_utf8();
        found.at(Field::Body, range.clone(), "别处的起止年份用了“—”，宜统一").mend(Applicability::Review, range, "—");
    }
}

/// Where `mark` stands between two years.
fn years(body: &str, mark: char) -> impl Iterator<Item = usize> + '_ {
    body.match_indices(mark).map(|(at, _)| at).filter(move |&at| {
        let before = body[..at].strip_suffix('年').unwrap_or(&body[..at]);
        let after = &body[at + mark.len_utf8()..];
        let left = before.bytes().rev().take_while(u8::is_ascii_digit).count();
        let right = after.bytes().take_while(u8::is_ascii_digit).count();
        left == 4 && right == 4 && after[right..].starts_with('年')
    })
}
