//! P25: “如下” that is not followed by a colon.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P25",
    name: "as-follows-colon",
    title: "“如下”后用冒号",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "“现答复如下”“具体措施如下”引出下文，后面用冒号，不用分号、顿号；各段自成篇章的，也有用句号的。",
    source: "GB/T 15834—2011 4.7.3.1",
    examples: &[
        wrong(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下‹；›\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )])
        .mended("你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。"),
        wrong(&[("paragraph", "主要措施如下‹、›一是加密班次。二是延长时间。")]),
        right(&[("paragraph", "有关情况现答复如下。\n主要措施如下。一是加密班次。二是延长时间。")]),
        right(&[("paragraph", "主要措施如下：一是加密班次；二是延长时间。结果如下表。")]),
        right(&[("paragraph", "有关情况已答复如下，请一并参阅：班次已经加密。")]),
    ],
    check: Check::PassageWith("下", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, words) in text.match_indices("如下") {
        let end = at + words.len();
        if let Some(mark) = text[end..].chars().next().filter(|mark| matches!(mark, '；' | ';' | '、')) {
            let range = end..end + mark.len_utf8();
            found.at(passage.field, range.clone(), "“如下”引出下文，用冒号").mend(Applicability::Review, range, "：");
        }
    }
}
