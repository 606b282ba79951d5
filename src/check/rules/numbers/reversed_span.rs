//! D22: a span whose end lies before its beginning.

use crate::check::authoring::*;
use crate::letter::calendar::{self, Mention};
use crate::text::measure_words;
use std::ops::Range;

pub static RULE: Rule = Rule {
    code: "D22",
    name: "reversed-span",
    title: "起止颠倒",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "时间、数量的起止，前面的早于、小于后面的，不写成“2026年9月至2026年3月”“5～3家”。跨年的，后面写明年份。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字、时间准确",
    examples: &[
        wrong(&[("paragraph", "‹2026年5月至2026年3月›，我局完成站台摸底。")]),
        wrong(&[("paragraph", "‹2026年4月6日至4日›，我局完成站台摸底。")]),
        wrong(&[("paragraph", "‹2026年4月至2月›，我局完成站台摸底。")]),
        wrong(&[("paragraph", "每个片区设站台‹5～3座›。")]),
        wrong(&[("paragraph", "‹2025—2021年›，新增线路6条。")]),
        right(&[("paragraph", "2025年11月至2026年3月，2025年11月至次年2月，每年11月至2月，11月6日至12月4日。")]),
        right(&[("paragraph", "每个片区设站台3～5座，票价由5元降至3元，按照GB/T 9704—2012执行，执行5—3号方案。")]),
        right(&[("paragraph", "2026年10月至4月1日冬令期间，4月26日至5月3日，电话0700—8201234，比分为5—3。")]),
    ],
    check: Check::PassageWith("月年—～至到-~", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    if passage.has_any("月") {
        for pair in calendar::mentions(text).windows(2) {
            let [first, second] = pair else { continue };
            let between = &text[first.range.end..second.range.start];
            if matches!(between, "至" | "到" | "—" | "～" | "-" | "~") && is_before(second, first) {
                tell(passage, first.range.start..second.range.end, found);
            }
        }
        days(passage, found);
    }
    for (at, mark) in text.match_indices(['—', '～', '~']) {
        let after = at + mark.len();
        let (first, second) = (digits_before(text, at), digits_after(text, after));
        let (Ok(from), Ok(to)) = (text[first.clone()].parse::<u32>(), text[second.clone()].parse::<u32>()) else {
            continue;
        };
        let lead = text[..first.start].chars().next_back();
        let is_free = lead.is_none_or(|it| characters::is_han(it) && it != '第' || characters::is_chinese_mark(it));
        let rest = &text[second.end..];
        let are_years = |it: u32| (1900..2100).contains(&it);
        // 9704—2012年版 has its letters before it; 2025—2021年 counts years.
        let end = if are_years(from) && are_years(to) && rest.starts_with('年') {
            Some("年".len())
        } else {
            measure_words::leading(rest).filter(|_| from < 1000 && mark != "—").map(str::len)
        };
        if let Some(unit) = end.filter(|_| is_free && to < from && to > 0) {
            tell(passage, first.start..second.end + unit, found);
        }
    }
}

/// Whether `second` lies before `first`, as far as their years tell.
fn is_before(second: &Mention, first: &Mention) -> bool {
    let (Some(year), Some(from), Some(to)) = (first.year, first.month, second.month) else { return false };
    match second.year {
        Some(other) => {
            let days = first.day.zip(second.day);
            other < year || other == year && (to < from || to == from && days.is_some_and(|(from, to)| to < from))
        }
        // 2026年10月至4月 may well mean the next year's April; 4月至2月 within a quarter does not.
        None => from < 8 && to < from && first.day.is_none() && second.day.is_none(),
    }
}

/// 4月6日至4日: days of one month.
fn days(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for mention in calendar::mentions(text) {
        let Some(from) = mention.day else { continue };
        let rest = &text[mention.range.end..];
        let Some(after) = rest.strip_prefix(['至', '到', '—', '～']) else { continue };
        let at = text.len() - after.len();
        let second = digits_after(text, at);
        let is_day = text[second.end..].starts_with('日');
        if is_day && text[second.clone()].parse().is_ok_and(|to: u32| (1..from.into()).contains(&to)) {
            tell(passage, mention.range.start..second.end + '日'.len_utf8(), found);
        }
    }
}

fn digits_before(text: &str, at: usize) -> Range<usize> {
    text[..at].trim_end_matches(|it: char| it.is_ascii_digit()).len()..at
}

fn digits_after(text: &str, at: usize) -> Range<usize> {
    at..at + text[at..].bytes().take_while(u8::is_ascii_digit).count()
}

fn tell(passage: &Passage<'_>, range: Range<usize>, found: &mut Found<'_>) {
    found.at(passage.field, range, "起止颠倒：后面的早于、小于前面的");
}
