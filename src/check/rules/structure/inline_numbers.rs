//! N15: （1）, （2） or ①, ② inside the text skip or repeat.

use crate::check::authoring::*;
use crate::text::{numeral, sentence};

pub static RULE: Rule = Rule {
    code: "N15",
    name: "inline-numbers",
    title: "文内序号连续",
    group: Group::Structure,
    severity: Severity::Warning,
    explanation: "一段文字里用“（1）……（2）……”“①……②……”列举的，序号依次连续，不跳号、不重号。",
    source: "《党政机关公文处理工作条例》第二十条（四）：段落顺序准确",
    examples: &[
        wrong(&[("paragraph", "包括：（1）加密班次；‹（3）›延长时间；（4）改造站台。")]),
        wrong(&[("paragraph", "包括：（一）加密班次；（二）延长时间；‹（二）›改造站台。")]),
        wrong(&[("paragraph", "包括：①加密班次；②延长时间；‹④›改造站台。")]),
        wrong(&[("paragraph", "我们将：1.加密班次；‹3.›延长时间；4.改造站台。")]),
        wrong(&[("paragraph", "我们将：1.加密班次；2.延长时间；‹2.›改造站台。")]),
        right(&[("paragraph", "1.加密班次。我们将：1.增加车辆；2.延长时间。投资2.5亿元；3.5公里线路改线。")]),
        wrong(&[("paragraph", "①加密班次。已经实施。\n‹③›延长时间。已经实施。")]),
        right(&[("paragraph", "包括：（1）加密班次；（2）延长时间。还包括：（1）改造站台；（2）增设座椅。")]),
        right(&[("paragraph", "对照第（三）项、第（五）项，在方案中落实（2）和（4）两条，见注①，说明见③。")]),
    ],
    check: Check::Letter(check),
};

/// The first of the circled numbers.
const CIRCLED: u32 = '①' as u32;

/// A number of a list: how it is written, what it counts to, where it stands.
struct Number {
    style: Style,
    ordinal: u32,
    range: std::ops::Range<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Arabic,
    Chinese,
    Circled,
    Dotted,
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let body = context.body();
    let mut numbers = Vec::new();
    let paragraphs = context.paragraphs();
    for paragraph in paragraphs {
        if paragraph.has_any("（(") {
            numbers.extend(bracketed(paragraph));
        }
        if paragraph.has_any(".．、") {
            numbers.extend(dotted(paragraph));
        }
    }
    if context.body_has_any("①②③④⑤⑥⑦⑧⑨⑩") {
        numbers.extend(circled(body));
    }
    if numbers.len() < 2 {
        return;
    }
    for style in [Style::Arabic, Style::Chinese, Style::Circled, Style::Dotted] {
        let mut last: Option<&Number> = None;
        for number in numbers.iter().filter(|number| number.style == style) {
            // A list in brackets stays in its paragraph; circled numbers may head paragraphs.
            let goes_on =
                |last: &&Number| style == Style::Circled || !body[last.range.end..number.range.start].contains('\n');
            let before = last.filter(goes_on).map(|last| last.ordinal);
            last = Some(number);
            let Some(before) = before.filter(|_| number.ordinal != 1) else { continue };
            if number.ordinal != before + 1 {
                let words = &body[number.range.clone()];
                let message = if number.ordinal > before {
                    format!("“{words}”之前有缺")
                } else {
                    format!("“{words}”重复或者倒退")
                };
                found.at(Field::Body, number.range.clone(), message);
            }
        }
    }
}

/// （1） and （一） that begin a clause inside a paragraph.
fn bracketed(paragraph: &Passage<'_>) -> Vec<Number> {
    let body = paragraph.text;
    let mut numbers = Vec::new();
    for pair in &paragraph.pairing().pairs {
        let (start, open) = pair.open;
        let inside = &body[start + open.len_utf8()..pair.close.0];
        if !matches!(open, '（' | '(') || inside.is_empty() || inside.len() > 6 {
            continue;
        }
        let (style, ordinal) = match inside.parse::<u32>() {
            Ok(value) => (Style::Arabic, Some(value)),
            Err(_) => (Style::Chinese, numeral::parse(inside)),
        };
        // The number of a section is N01's to tell.
        let is_inside = start > 0;
        if let Some(ordinal) = ordinal.filter(|value| (1..=30).contains(value))
            && is_inside
            && sentence::begins_clause(body, start)
        {
            let range = pair.range();
            let range = range.start + paragraph.offset..range.end + paragraph.offset;
            numbers.push(Number { style, ordinal, range });
        }
    }
    numbers
}

/// 1. and 2、 that begin a clause inside a paragraph.
fn dotted<'a>(paragraph: &'a Passage<'_>) -> impl Iterator<Item = Number> + 'a {
    let text = paragraph.text;
    characters::digits(text).filter_map(move |run| {
        let ordinal =
            text[run.clone()].parse::<u32>().ok().filter(|value| (1..=30).contains(value) && run.len() <= 2)?;
        let mark = text[run.end..].chars().next().filter(|mark| matches!(mark, '.' | '．' | '、'))?;
        let end = run.end + mark.len_utf8();
        let is_item =
            text[..run.start].ends_with(['：', '；', '。', ':', ';']) && text[end..].starts_with(characters::is_han);
        let range = run.start + paragraph.offset..end + paragraph.offset;
        is_item.then_some(Number { style: Style::Dotted, ordinal, range })
    })
}

/// ① to ⑳ that begin a clause.
fn circled(body: &str) -> impl Iterator<Item = Number> + '_ {
    body.char_indices().filter_map(|(at, it)| {
        let ordinal = u32::from(it).checked_sub(CIRCLED).filter(|value| *value < 20)? + 1;
        let range = at..at + it.len_utf8();
        sentence::begins_clause(body, at).then_some(Number { style: Style::Circled, ordinal, range })
    })
}
