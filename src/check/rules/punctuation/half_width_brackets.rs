//! P01: half-width brackets in Chinese text.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P01",
    name: "half-width-brackets",
    title: "半角括号",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "中文里的括号用全角“（）”，序号“（一）”也一样；一对括号不能一半全角、一半半角。纯英文、公式里的括号不管。",
    source: "GB/T 15834—2011 4.9、5.1",
    examples: &[
        wrong(&[("paragraph", "改造泵站2座‹(北岸、南岸)›，已经完工。")])
            .mended("改造泵站2座（北岸、南岸），已经完工。"),
        wrong(&[("paragraph", "下段计划10月开工‹（含涵洞改造)›。")]).mended("下段计划10月开工（含涵洞改造）。"),
        wrong(&[("paragraph", "《关于加强管理的意见》‹(国办发〔2024〕12号)›已经印发。")]),
        wrong(&[(
            "paragraph",
            "（一）评估。已经开展。\n1.清淤。已经完成。\n‹(1)›上段。清淤3.2公里。\n（2）下段。清淤2公里。\n2.疏浚。已经完成。\n（二）调整。已经开展。",
        )]),
        wrong(&[("paragraph", "更换站牌40块‹[含东站8块]›，已经完工。")])
            .mended("更换站牌40块（含东站8块），已经完工。"),
        right(&[("paragraph", "系统采用TCP(Transmission Control Protocol)协议。")]),
        wrong(&[("paragraph", "采用快速公交‹(BRT)›系统。")]).mended("采用快速公交（BRT）系统。"),
        right(&[("paragraph", "改造泵站2座（北岸、南岸），已经完工。")]),
        right(&[("paragraph", "指标按f(x)=2x计算。")]),
    ],
    check: Check::PassageWith("()[", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let mut opened: Vec<(usize, char)> = Vec::new();
    for (at, character) in passage.text.char_indices() {
        match character {
            '(' | '（' => opened.push((at, character)),
            ')' | '）' => {
                let Some((start, open)) = opened.pop() else { continue };
                let range = start..at + character.len_utf8();
                let inside = &passage.text[start + open.len_utf8()..at];
                // The number of a section, as (1), is Chinese text too.
                let is_marker = start == 0 && !inside.is_empty() && inside.bytes().all(|byte| byte.is_ascii_digit());
                let is_ours = is_marker || is_chinese(inside) || is_among_chinese(passage.text, &range);
                if open == '（' && character == '）' || !is_ours {
                    continue;
                }
                let edits = [(start, open, '（'), (at, character, '）')]
                    .into_iter()
                    .filter(|(_, old, new)| old != new)
                    .map(|(at, old, new)| Edit::replace(at..at + old.len_utf8(), new))
                    .collect();
                let message = if open == '(' && character == ')' {
                    "中文里的括号应当用全角"
                } else {
                    "一对括号半角、全角不一致"
                };
                found.at(passage.field, range, message).mend_as("改为全角括号", Applicability::Safe, edits);
            }
            _ => {}
        }
    }
    if passage.has_any("[") {
        square(passage, found);
    }
}

/// [含东站8块]: square brackets around Chinese words; a document number in them is P18's to tell.
fn square(passage: &Passage<'_>, found: &mut Found<'_>) {
    for pair in passage.pairing().pairs.iter().filter(|pair| pair.open.1 == '[' && pair.close.1 == ']') {
        let inside = &passage.text[pair.open.0 + 1..pair.close.0];
        let is_known = inside.contains('〔') || inside.starts_with("填写");
        if inside.chars().filter(|it| characters::is_han(*it)).count() >= 2 && !is_known {
            let edits = vec![
                Edit::replace(pair.open.0..pair.open.0 + 1, "（"),
                Edit::replace(pair.close.0..pair.close.0 + 1, "）"),
            ];
            found.at(passage.field, pair.range(), "中文里的括号应当用（　）").mend_as(
                "改为全角括号",
                Applicability::Review,
                edits,
            );
        }
    }
}

/// Whether what the brackets hold is Chinese text: it holds a Chinese character or mark.
fn is_chinese(inside: &str) -> bool {
    inside.chars().any(|character| characters::is_han(character) || characters::is_chinese_mark(character))
}

/// Whether a pair stands between Chinese words, as in 快速公交(BRT)系统.
fn is_among_chinese(text: &str, range: &std::ops::Range<usize>) -> bool {
    text[..range.start].ends_with(characters::is_han)
        && text[range.end..].chars().next().is_none_or(|it| characters::is_han(it) || characters::is_chinese_mark(it))
}
