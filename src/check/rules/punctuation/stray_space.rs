//! P06: a space between Chinese characters or beside a Chinese mark.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P06",
    name: "stray-space",
    title: "汉字、标点间的空格",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "汉字之间、汉字与标点之间不空格。多出来的空格多半是复制、转换时带进来的。",
    source: "GB/T 15834—2011 5.1；办理惯例",
    examples: &[
        wrong(&[("paragraph", "感谢你‹ ›们的支持，我们将继续努力。")]).mended("感谢你们的支持，我们将继续努力。"),
        wrong(&[("paragraph", "站台已经完工，‹ ›下一步抓好管护。")]).mended("站台已经完工，下一步抓好管护。"),
        wrong(&[("title", "临江市交通运输局关于市十七届人大一次会议‹　›第2026042号代表建议答复的函")]),
        wrong(&[("paragraph", "新增站台‹\t›6座，全部投用。")]).mended("新增站台6座，全部投用。"),
        right(&[("paragraph", "落实《中共中央办公厅　国务院办公厅关于深化改革的意见》，制定细则。")]),
        right(&[("title", "临江市交通运输局　临江市公安局关于市十七届人大一次会议第2026042号代表建议答复的函")]),
        right(&[("paragraph", "落实《中共中央 国务院关于深化改革的意见》和《食品安全国家标准　冷链物流卫生规范》。")]),
        right(&[("paragraph", "按照有关公告（财政部 税务总局公告2023年第43号）减免税费。")]),
        right(&[(
            "paragraph",
            "线路　　里程（公里）　　日客流（人次）\n1路　　12.5　　2300\n东洲 线　　9.8　　1800\n合计　　22.3　　4100",
        )]),
        right(&[("paragraph", "已拨付　　万元，用于站台改造。")]),
        right(&[("paragraph", "项目 总投资（万元） 已完成投资（万元） 完成比例 完工时间\n东站 186 139 75% 年底")]),
        right(&[("paragraph", "第一部分  办理概况\n表1  站台改造情况")]),
        right(&[("paragraph", "采用 Smart Bus 系统，共 6 辆。")]),
        right(&[("paragraph", "（一） 巩固成果。每季度评估一次运行情况。")]),
    ],
    check: Check::PassageWith(
        " \u{3000}\u{A0}\t\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200A}",
        check,
    ),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    if crate::letter::table::row(text).is_some() || is_head_row(text) {
        return;
    }
    let is_space = |it: char| matches!(it, ' ' | '\u{3000}' | '\u{A0}' | '\t' | '\u{2002}'..='\u{200A}');
    // The blanks after the number of a section are N03's to tell.
    let marker = crate::letter::outline::Marker::at_start(text).map_or(0, |marker| marker.range.end);
    let mut from = marker;
    while let Some(start) = text[from..].find(is_space).map(|at| at + from) {
        let end = start + (text[start..].len() - text[start..].trim_start_matches(is_space).len());
        from = end;
        let (Some(before), Some(after)) = (text[..start].chars().next_back(), text[end..].chars().next()) else {
            continue;
        };
        if is_part_number(&text[..start]) {
            continue;
        }
        let is_chinese = |it| characters::is_han(it) || characters::is_chinese_mark(it);
        let beside_mark = |it| characters::is_chinese_mark(it) && !matches!(it, '·' | '—' | '…');
        // 《中共中央办公厅　国务院办公厅关于……》: organs that issue jointly are set apart.
        let is_organ =
            matches!(before, '厅' | '院' | '部' | '委' | '局' | '会' | '府') || text[..start].ends_with("中央");
        // 《食品安全国家标准　食品冷链物流卫生规范》: so are the parts of a standard's name.
        let is_inside = |open: char, close: char| text[..start].rfind(open) > text[..start].rfind(close);
        let has_two_parts = text[start..end].chars().count() == 1 && !text[start..end].contains('\t');
        if (is_organ || has_two_parts) && is_inside('《', '》') {
            continue;
        }
        // （财政部 税务总局公告2023年第43号）: nor are the organs of a joint announcement run together.
        let number = text[end..].find('号').map_or("", |at| &text[end..end + at]);
        let is_announcement = number.chars().count() <= 30 && (number.contains("公告") || number.contains('令'));
        if is_organ && is_announcement {
            continue;
        }
        // 已拨付　　万元: a number is still to come, which N13 tells.
        if end - start >= 2
            && crate::text::measure_words::leading(text[end..].trim_start_matches(['万', '亿'])).is_some()
            && is_gap(&text[start..end])
        {
            continue;
        }
        // Two organs that issue jointly stand apart in a title.
        let is_joint = passage.field == Field::Title
            && crate::letter::organ::is_body(&text[..start])
            && text[end..]
                .find(['关', '对'])
                .is_some_and(|at| at > 0 && crate::letter::organ::is_body(&text[end..end + at]));
        if is_joint && text[start..end].contains('\u{3000}') {
            continue;
        }
        let is_wide = text[start..end].contains('\u{3000}') && (is_chinese(before) || is_chinese(after));
        let is_tab = text[start..end].contains('\t');
        if is_chinese(before) && is_chinese(after) || beside_mark(before) || beside_mark(after) || is_wide || is_tab {
            found.at(passage.field, start..end, "多余的空格").mend_as(
                "删去空格",
                Applicability::Safe,
                vec![Edit::delete(start..end)],
            );
        }
    }
}

/// Whether it is the first row of a table, whose cells import parts with single blanks: 项目 总投资 完成比例 完工时间.
fn is_head_row(text: &str) -> bool {
    let cells = || text.split([' ', '\u{3000}', '\t']);
    !text.contains(['，', '。', '；', '、'])
        && cells().count() >= 4
        && cells().all(|cell| cell.chars().nth(1).is_some())
}

/// Whether the line begins with it and it numbers a part or a table: 第一部分  办理概况, 表1  站台.
fn is_part_number(lead: &str) -> bool {
    let number =
        |it: &str| !it.is_empty() && it.chars().all(|it| it.is_ascii_digit() || crate::text::numeral::is_numeral(it));
    let part = lead
        .strip_prefix('第')
        .and_then(|rest| ["部分", "章", "节", "条", "篇", "编"].iter().find_map(|unit| rest.strip_suffix(unit)));
    let table = ["附表", "表", "图", "附件"].iter().find_map(|kind| lead.strip_prefix(kind));
    part.is_some_and(number) || table.is_some_and(number)
}

/// Whether blanks are wide enough to keep a place free.
fn is_gap(blanks: &str) -> bool {
    blanks.chars().filter(|it| *it == '\u{3000}').count() >= 2 || blanks.len() >= 4
}
