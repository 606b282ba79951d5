//! E21: the title does not end with the kind of document, or says it twice.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "E21",
    name: "title-kind",
    title: "标题中的文种",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "标题末尾写明文种，如“……答复的函”“……的答复”“……的会办意见”；文种只写一次，不写成“答复函的函”。",
    source: "《党政机关公文处理工作条例》第九条（七）",
    examples: &[
        wrong(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议‹›")]),
        wrong(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议的‹答复函的函›")]),
        wrong(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议‹答复的答复›")]),
        right(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议答复意见的函")]),
        right(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议办理情况的复函（B）")]),
        right(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议的再次答复")]),
        right(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议的复文")]),
    ],
    check: Check::Elements(check),
};

/// The kinds of document that answers bear.
const KINDS: [&str; 11] = ["函", "复文", "说明", "答复", "复函", "回复", "意见", "批复", "情况", "报告", "通知"];

/// A kind named twice.
const DOUBLED: [&str; 8] =
    ["答复函的函", "复函的函", "函的函", "答复的答复", "答复函的答复", "回复的回复", "意见的意见", "函的答复"];

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let title = context.draft.letter.title.trim_end_matches(['。', '，', '；', ' ']);
    if title.is_empty() {
        return;
    }
    // The category may stand in brackets at the end.
    let words = match title.rfind(['（', '(']) {
        Some(at) if title.ends_with(['）', ')']) => &title[..at],
        _ => title,
    };
    if let Some(doubled) = DOUBLED.iter().find(|doubled| words.ends_with(**doubled)) {
        found.at(Field::Title, words.len() - doubled.len()..words.len(), "文种写了两次");
    } else if !KINDS.iter().any(|kind| words.ends_with(kind)) {
        found.at(Field::Title, words.len()..words.len(), "标题末尾没有文种，如“答复的函”");
    }
}
