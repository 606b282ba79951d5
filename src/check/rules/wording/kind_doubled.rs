//! W11: 《……的建议》的建议.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "W11",
    name: "kind-doubled",
    title: "“建议”“提案”重复",
    group: Group::Wording,
    severity: Severity::Warning,
    explanation: "书名号、引号里的题目已经以“建议”“提案”结尾的，后面不再写“的建议”“的提案”。",
    source: "办理惯例：引文规范",
    examples: &[
        wrong(&[("paragraph", "此前您提出的“关于延长运营时间的建议”‹的建议›，我局一并研究。")])
            .mended("此前您提出的“关于延长运营时间的建议”，我局一并研究。"),
        wrong(&[("paragraph", "《关于延长运营时间的提案》‹提案›已经办结。")]),
        right(&[("paragraph", "《关于延长运营时间的建议》（第2026017号）建议提出的问题已经解决。")]),
        right(&[("paragraph", "《关于公交优先的意见》的建议稿已经形成。")]),
    ],
    check: Check::PassageWith("》”", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, close) in text.match_indices(['》', '”']) {
        let Some(kind) = ["建议", "提案", "议案"].into_iter().find(|kind| text[..at].ends_with(kind)) else {
            continue;
        };
        let start = at + close.len();
        let rest = text[start..].strip_prefix('的').unwrap_or(&text[start..]);
        let Some(after) = rest.strip_prefix(kind) else { continue };
        // 建议稿, 建议提出: another word, or the subject of what follows.
        if !after.starts_with(['稿', '书', '人', '者', '中', '所', '提']) {
            let range = start..text.len() - after.len();
            found.at(passage.field, range.clone(), format!("题目已以“{kind}”结尾，后面重复")).mend(
                Applicability::Review,
                range,
                "",
            );
        }
    }
}
