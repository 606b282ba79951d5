//! E21: the title does not end with the kind of document, or says it twice.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "E21",
    name: "title-kind",
    title: "标题中的文种",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "标题由“关于”引出事由，末尾写明文种，如“……答复的函”“……的答复”“……的会办意见”；文种只写一次，不写成“答复函的函”。",
    source: "《党政机关公文处理工作条例》第九条（七）",
    examples: &[
        wrong(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议‹›")]),
        wrong(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议的‹答复函的函›")]),
        wrong(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议‹答复的答复›")]),
        wrong(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议‹答复的报告›")]),
        wrong(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议的‹批复›")]),
        wrong(&[("title", "临江市交通运输局‹对于›市十七届人大一次会议第2026042号代表建议答复的函")])
            .mended("临江市交通运输局关于市十七届人大一次会议第2026042号代表建议答复的函"),
        wrong(&[("title", "临江市交通运输局关于市十七届人大一次会议‹第2026042号›的答复")]),
        right(&[("title", "临江市交通运输局关于第2026042号建议的答复"), ("number", "临交函〔2026〕42号")]),
        right(&[("title", "临江市交通运输局对市十七届人大一次会议第2026042号代表建议的答复")]),
        right(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议办理情况的报告")]),
        right(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议答复意见的函")]),
        right(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议办理情况的复函（B）")]),
        right(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议的再次答复")]),
        right(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议的复文")]),
    ],
    check: Check::Elements(check),
};

/// The kinds of document that answers bear.
const KINDS: [&str; 10] = ["函", "复文", "说明", "答复", "复函", "回复", "意见", "情况", "报告", "通知"];

/// A kind named twice.
const DOUBLED: [&str; 8] =
    ["答复函的函", "复函的函", "函的函", "答复的答复", "答复函的答复", "回复的回复", "意见的意见", "函的答复"];

/// Kinds of document that go to one's superiors or to those below, and answer nobody.
const OTHERS: [&str; 7] = ["批复", "答复的报告", "答复报告", "答复的通知", "答复通知", "答复的请示", "答复的通报"];

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
    } else if let Some(other) = OTHERS.iter().find(|other| words.ends_with(**other)) {
        found.at(Field::Title, words.len() - other.len()..words.len(), "答复代表、委员用函，不用这一文种");
    } else if !KINDS.iter().any(|kind| words.ends_with(kind)) {
        found.at(Field::Title, words.len()..words.len(), "标题末尾没有文种，如“答复的函”");
    }
    // 第2026042号的答复: of what, is not said.
    for end in ["号的答复", "号答复", "号的复函", "号的会办意见", "号的函", "号的答复函"] {
        let Some(before) = words.strip_suffix(end) else { continue };
        let start =
            before.rfind('第').filter(|at| before[at + '第'.len_utf8()..].bytes().all(|it| it.is_ascii_digit()));
        let names_kind =
            ["建议", "提案", "议案", "来信", "信访", "意见"].iter().any(|word| words[..before.len()].contains(word));
        if let Some(start) = start.filter(|_| !names_kind && words.contains("会议")) {
            found.at(Field::Title, start..before.len() + '号'.len_utf8(), "编号后面没有写“建议”或者“提案”");
        }
    }
    if let Some(at) = words.find("对于").filter(|_| !words.contains("关于")) {
        let range = at..at + "对于".len();
        found.at(Field::Title, range.clone(), "标题里事由前面用“关于”").mend(Applicability::Review, range, "关于");
    }
}
