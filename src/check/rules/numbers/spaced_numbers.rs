//! D01: spaces between Chinese and digits or Latin letters.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "D01",
    name: "spaced-numbers",
    title: "汉字与数字间的空格",
    group: Group::Numbers,
    severity: Severity::Advice,
    explanation: "公文里汉字与阿拉伯数字、外文字母之间不空格。一个数字前后的空格算一处。",
    source: "办理惯例：公文排版不在汉字与数字间加空格",
    examples: &[
        wrong(&[("paragraph", "已改造站台‹ 40 ›座，全部投入使用。")]).mended("已改造站台40座，全部投入使用。"),
        wrong(&[("paragraph", "2026‹ ›年，我局新增线路6条。")]).mended("2026年，我局新增线路6条。"),
        right(&[("paragraph", "采用Smart Bus 2.0，共6辆。")]),
        right(&[("paragraph", "年份    客流    线路\n2025年  120万  6条\n2026年  150万  8条")]),
        right(&[("paragraph", "已改造站台40座，全部投入使用。")]),
    ],
    check: Check::PassageWith(" \u{A0}", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    // The cells of a table are parted by blanks.
    if crate::letter::table::row(text).is_some() {
        return;
    }
    let marker = crate::letter::outline::Marker::at_start(text).map_or(0, |marker| marker.range.end);
    let mut group: Vec<(usize, usize)> = Vec::new();
    let mut from = marker;
    while let Some(start) = text[from..].find([' ', '\u{A0}']).map(|at| at + from) {
        let end = start + (text[start..].len() - text[start..].trim_start_matches([' ', '\u{A0}']).len());
        from = end;
        let (Some(before), Some(after)) = (text[..start].chars().next_back(), text[end..].chars().next()) else {
            continue;
        };
        let is_number = |it: char| it.is_ascii_alphanumeric() || it == '%';
        let between = is_number(before) && characters::is_han(after) || characters::is_han(before) && is_number(after);
        if !between {
            continue;
        }
        // Spaces on both sides of one number, or around the 年 and 月 of one date, are one place.
        let belongs = group.last().is_some_and(|&(_, last)| {
            let gap = &text[last..start];
            gap.chars().all(|it| it.is_ascii_graphic()) || matches!(gap, "年" | "月")
        });
        if !belongs {
            tell(passage, &group, found);
            group.clear();
        }
        group.push((start, end));
    }
    tell(passage, &group, found);
}

fn tell(passage: &Passage<'_>, group: &[(usize, usize)], found: &mut Found<'_>) {
    if let (Some(first), Some(last)) = (group.first(), group.last()) {
        let edits = group.iter().map(|&(start, end)| Edit::delete(start..end)).collect();
        found.at(passage.field, first.0..last.1, "汉字与数字、字母之间不空格").mend_as(
            "删去空格",
            Applicability::Safe,
            edits,
        );
    }
}
