//! D08: a range of percentages with one sign.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "D08",
    name: "percent-range",
    title: "百分数的起止",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "百分数的范围，前后两个数都写百分号，如“18%～25%”。",
    source: "GB/T 15835—2011 5",
    examples: &[
        wrong(&[("paragraph", "满载率为‹18～25%›。")]).mended("满载率为18%～25%。"),
        wrong(&[("paragraph", "满载率提高‹5—8%›。")]).mended("满载率提高5%—8%。"),
        wrong(&[("paragraph", "三类分别占‹58、27和15%›，已经公布。")]).mended("三类分别占58%、27%和15%，已经公布。"),
        wrong(&[("paragraph", "满载率由‹5到8%›不等。")]).mended("满载率由5%到8%不等。"),
        right(&[("paragraph", "分别新增58、27和15辆，三类分别占58%、27%和15%，第3、5和15%的站台。")]),
        wrong(&[("paragraph", "满载率为‹18%～25›，保持平稳。")]).mended("满载率为18%～25%，保持平稳。"),
        right(&[("paragraph", "满载率为18%～25%，增长3至5个百分点。")]),
        right(&[("paragraph", "满载率由18%提高至25‰以上，站台数占18%～25个百分点。")]),
        right(&[("paragraph", "2021—2025年增长25%。")]),
    ],
    check: Check::PassageWith("%", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let is_number = |it: char| it.is_ascii_digit() || it == '.';
    for (at, mark) in text.match_indices(['～', '—', '至', '到', '-', '~']) {
        let (before, after) = (&text[..at], &text[at + mark.len()..]);
        let left = before.len() - before.trim_end_matches(is_number).len();
        let right = after.len() - after.trim_start_matches(is_number).len();
        let lead = before[..before.len() - left].chars().next_back();
        if left > 0 && right > 0 && after[right..].starts_with('%') && lead.is_none_or(characters::is_han) {
            let range = at - left..at + mark.len() + right + 1;
            found.at(passage.field, range, "前一个数也应当写百分号").mend_as(
                "加上百分号",
                Applicability::Review,
                vec![Edit::insert(at, "%")],
            );
        }
        // 18%～25: the second one lacks its sign.
        let first = before.strip_suffix('%').map_or(0, |it| it.len() - it.trim_end_matches(is_number).len());
        let is_bare = (1..=3).contains(&right)
            && after[right..].starts_with(|it: char| characters::is_chinese_mark(it) && it != '～' && it != '—');
        if first > 0 && is_bare && matches!(mark, "～" | "—" | "-" | "~") {
            let end = at + mark.len() + right;
            found.at(passage.field, at - 1 - first..end, "后一个数也应当写百分号").mend_as(
                "加上百分号",
                Applicability::Review,
                vec![Edit::insert(end, "%")],
            );
        }
    }
    if passage.has_any("占率") {
        lists(passage, found);
    }
}

/// 分别占58、27和15%: the sign at the last of several only.
fn lists(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let is_number = |it: char| it.is_ascii_digit() || it == '.';
    for (at, sign) in text.match_indices('%') {
        let last = text[..at].trim_end_matches(is_number).len();
        let Some(mut head) = text[..last].strip_suffix(['和', '、', '及', '与']).filter(|_| last < at) else {
            continue;
        };
        let mut bare = Vec::new();
        let start = loop {
            let number = head.trim_end_matches(is_number).len();
            if number == head.len() {
                break number;
            }
            bare.push(head.len());
            match text[..number].strip_suffix('、') {
                Some(more) => head = more,
                None => break number,
            }
        };
        let is_share = ["占", "为", "增长", "下降", "提高"].iter().any(|word| text[..start].ends_with(word));
        if is_share && text[..start].contains("分别") && !bare.is_empty() {
            found.at(passage.field, start..at + sign.len(), "前面的数也应当写百分号").mend_as(
                "加上百分号",
                Applicability::Review,
                bare.into_iter().rev().map(|at| Edit::insert(at, "%")).collect(),
            );
        }
    }
}
