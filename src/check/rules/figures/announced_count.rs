//! F07: 以下三项 followed by two.

use crate::check::authoring::*;
use crate::letter::sequence::{self, Style};
use crate::text::numeral;

pub static RULE: Rule = Rule {
    code: "F07",
    name: "announced-count",
    title: "所说项数与所列项数",
    group: Group::Figures,
    severity: Severity::Warning,
    explanation: "说“以下三项”“三个方面”的，后面列出的应当正好是三项。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字准确",
    examples: &[
        wrong(&[("paragraph", "重点抓好以下‹三›项工作：一是加密班次；二是延长时间。")]),
        wrong(&[("paragraph", "重点抓好以下‹两›项工作：加密班次，提高频次；延长时间，方便换乘；改造站台，改善环境。")]),
        wrong(&[("paragraph", "我局采取了以下‹三›项措施：\n（一）加密班次。已经实施。\n（二）延长时间。已经实施。")]),
        right(&[("paragraph", "重点抓好以下三项工作：一是加密班次；二是延长时间；三是改造站台。")]),
        right(&[("paragraph", "原因有三：一是班次少；二是站台旧；三是换乘远。")]),
        right(&[("paragraph", "我局采取了以下两项措施：\n（一）加密班次。已经实施。\n（二）延长时间。已经实施。")]),
        right(&[("paragraph", "围绕三个重点片区开展工作：一是摸清底数；二是制定方案。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let body = context.body();
    for (index, paragraph) in context.outline.paragraphs.iter().enumerate() {
        let text = &body[paragraph.range.clone()];
        for (colon, mark) in text.match_indices('：') {
            let Some((count, place)) = announced(text, colon) else { continue };
            let after = colon + mark.len();
            let listed = if after == text.len() { sections_after(context, index) } else { listed(&text[after..]) };
            if let Some(listed) = listed.filter(|&listed| listed != count && listed >= 2) {
                let place = place.start + paragraph.range.start..place.end + paragraph.range.start;
                found.at(Field::Body, place, format!("说是{count}项，列了{listed}项"));
            }
        }
    }
}

/// The count that the clause before the colon announces, and where: 以下三项工作, 以下3个方面, 原因有三.
fn announced(text: &str, colon: usize) -> Option<(usize, std::ops::Range<usize>)> {
    let start = text[..colon].rfind(['。', '；', '，', '：']).map_or(0, |end| end + '。'.len_utf8());
    let clause = &text[start..colon];
    let lead =
        ["以下", "如下", "下列", "从"].iter().filter_map(|word| clause.find(word).map(|at| at + word.len())).max();
    let is_number = |it: char| numeral::is_numeral(it) || it.is_ascii_digit();
    let number_at = match lead {
        Some(lead) if clause[lead..].starts_with(is_number) => lead,
        _ => clause
            .rfind("有")
            .filter(|at| clause[at + '有'.len_utf8()..].chars().all(is_number))
            .map(|at| at + '有'.len_utf8())?,
    };
    let digits = clause[number_at..].len() - clause[number_at..].trim_start_matches(is_number).len();
    let written = &clause[number_at..number_at + digits];
    let value = written.parse().ok().or_else(|| numeral::parse(written))?;
    let after = &clause[number_at + digits..];
    let is_counted = after.is_empty()
        || ["项", "个方面", "点", "条", "方面", "步", "个问题", "个环节", "个重点", "个举措", "大"]
            .iter()
            .any(|unit| after.starts_with(unit));
    let range = start + number_at..start + number_at + digits;
    (is_counted && (2..=12).contains(&value)).then_some((usize::try_from(value).ok()?, range))
}

/// How many items the rest of a paragraph lists: 一是…二是…, or clauses divided by semicolons in one sentence.
fn listed(rest: &str) -> Option<usize> {
    let items = sequence::items(rest);
    for style in [Style::Is, Style::Must, Style::Ordinal, Style::Which] {
        let count = items.iter().filter(|item| item.style == style).count();
        if count > 0 {
            return Some(count);
        }
    }
    let sentence = &rest[..rest.find('。').unwrap_or(rest.len())];
    let parts = sentence.split('；').filter(|part| !part.trim().is_empty()).count();
    (parts >= 2).then_some(parts)
}

/// How many sections of one rank follow right after a paragraph.
fn sections_after(context: &Context<'_>, index: usize) -> Option<usize> {
    let outline = &context.outline;
    let next = outline.paragraphs.get(index + 1)?;
    next.marker.as_ref()?;
    let first = outline.sections.iter().position(|section| section.paragraph == index + 1)?;
    let section = &outline.sections[first];
    // A letter's own sections hold more than the announced ones: a next step, thanks.
    let parent = section.parent?;
    Some(outline.children(Some(parent)).filter(|&other| other >= first).count())
}
