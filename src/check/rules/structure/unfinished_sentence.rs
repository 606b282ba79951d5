//! N12: a paragraph that breaks off.

use crate::check::authoring::*;
use crate::letter::outline::Outline;

pub static RULE: Rule = Rule {
    code: "N12",
    name: "unfinished-sentence",
    title: "句子没有写完",
    group: Group::Structure,
    severity: Severity::Warning,
    explanation: "段落以句号、问号、叹号、冒号、分号等结束。以逗号、顿号结束，或者末尾没有标点的，多半没有写完。小标题不在此列。",
    source: "GB/T 15834—2011 4.1；《党政机关公文处理工作条例》第二十条（四）",
    examples: &[
        wrong(&[("paragraph", "下一步，我局将加密接驳班次，延长运营时间‹，›")]),
        wrong(&[("paragraph", "下一步，我局将加密接驳班次，延长运营时间‹›")])
            .mended("下一步，我局将加密接驳班次，延长运营时间。"),
        wrong(&[("paragraph", "（一）加密班次。下一步，我局将延长运营时间‹、›")]),
        right(&[("paragraph", "工作进展情况\n下一步，我局将加密接驳班次。")]),
        right(&[("paragraph", "主要措施如下：\n1.加密班次；\n2.延长时间。")]),
        right(&[("paragraph", "站台改造已经完工（见《公告》）。我局将做到“件件有着落。”")]),
    ],
    check: Check::Paragraph("", check),
};

fn check(_: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    {
        let Some(last) = text.chars().next_back() else { return };
        let end = text.len();
        if matches!(last, '，' | '、' | ',' | '（' | '“' | '《') {
            found.at(Field::Body, end - last.len_utf8()..end, "段落没有写完");
            return;
        }
        let is_heading = || Outline::of(text).sections.iter().any(|section| section.stands_alone);
        let is_open = characters::is_han(last) || last.is_ascii_alphanumeric() || last == '%' || last == '》';
        // 一，基本情况: a number with a comma is N02's to tell.
        let number = text.trim_start_matches(crate::text::numeral::is_numeral);
        let is_number = number.len() < text.len() && number.starts_with(['，', ',']) && text.chars().count() <= 30;
        let is_prose = !is_number && text.contains(['，', '。']);
        if is_open && is_prose && !(text.chars().count() <= 45 && is_heading()) {
            let mark = if text.ends_with("如下") { "：" } else { "。" };
            found.at(Field::Body, end..end, "段落末尾没有标点").mend_as(
                format!("加上“{mark}”"),
                Applicability::Review,
                vec![Edit::insert(end, mark)],
            );
        }
    }
}
