//! D27: a day of the month without 日.

use crate::check::authoring::*;
use crate::letter::calendar;

pub static RULE: Rule = Rule {
    code: "D27",
    name: "day-without-word",
    title: "日期缺“月”“日”",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "月日写全，“12月1日起施行”不写成“12月1起施行”，“2026年11月底前”不写成“2026年11底前”。",
    source: "GB/T 15835—2011 5.1.2；GB/T 9704—2012 7.3.5.4",
    examples: &[
        wrong(&[("paragraph", "新线路自2026年5月‹1›起运行。")]).mended("新线路自2026年5月1日起运行。"),
        wrong(&[("paragraph", "截至2026年5月‹31›，共开通线路6条。")]).mended("截至2026年5月31日，共开通线路6条。"),
        wrong(&[("paragraph", "新标准2027年1月‹1›起施行。")]).mended("新标准2027年1月1日起施行。"),
        wrong(&[("paragraph", "运行试点展期至10月‹8›，届时评估。")]).mended("运行试点展期至10月8日，届时评估。"),
        wrong(&[("paragraph", "站台2026年‹11›底前完工。")]).mended("站台2026年11月底前完工。"),
        right(&[("paragraph", "站台2026年11月底前完工，2026年15个班次，2026年3季度末完工，客流由4月6降至4月5。")]),
        right(&[("paragraph", "自5月1日起运行，2026年5月3场活动、5月6个班次，每月1起投诉，比5月40起少，5月1次。")]),
        right(&[("paragraph", "4月、5月2起投诉均已办结；2026年1月3起，4月5起。")]),
    ],
    check: Check::PassageWith("月年", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    months(passage, found);
    for mention in calendar::mentions(text) {
        if mention.month.is_none() || mention.day.is_some() {
            continue;
        }
        let start = mention.range.end;
        let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
        let is_day = text[start..start + digits].parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
        let (before, after) = (&text[..mention.range.start], &text[start + digits..]);
        let is_in_force = ["起施行", "起实施", "起执行", "起正式"].iter().any(|word| after.starts_with(word));
        let is_begun = is_in_force
            || before.ends_with(['自', '从'])
                && ["起施", "起实", "起执", "起运", "起开", "起至", "起，", "起正"]
                    .iter()
                    .any(|word| after.starts_with(word));
        let is_up_to =
            ["截至", "截止", "截止到", "展期至", "延期至", "推迟至", "延长至"].iter().any(|to| before.ends_with(to))
                && after.starts_with(['，', '。', '；']);
        if is_day && (is_begun || is_up_to) {
            let range = start..start + digits;
            let right = format!("{}日", &text[range.clone()]);
            found.at(passage.field, range.clone(), "日期后面缺“日”").mend(Applicability::Review, range, right);
        }
    }
}

/// 2026年11底前: the month without its word.
fn months(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, year) in text.match_indices('年') {
        let start = at + year.len();
        let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
        let is_month = text[start..start + digits].parse::<u8>().is_ok_and(|month| (1..=12).contains(&month));
        let is_part =
            ["底", "初，", "上旬", "中旬", "下旬"].iter().any(|part| text[start + digits..].starts_with(part));
        let is_year = text[..at].bytes().rev().take_while(u8::is_ascii_digit).count() == 4;
        if is_month && is_part && is_year {
            let range = start..start + digits;
            let right = format!("{}月", &text[range.clone()]);
            found.at(passage.field, range.clone(), "日期后面缺“月”").mend(Applicability::Review, range, right);
        }
    }
}
