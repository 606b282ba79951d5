//! W03: confused words, by the lexicon.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "W03",
    name: "confused-word",
    title: "易混词",
    group: Group::Wording,
    severity: Severity::Warning,
    explanation: "意思、用法不同而常被混用的词，如截止与截至、权利与权力、反映与反应。只在上下文能断定的地方报。",
    source: "《现代汉语词典》；《党政机关公文处理工作条例》第二十条（四）",
    examples: &[
        wrong(&[("paragraph", "‹截止›2026年5月底，累计改造站台15座。")]).mended("截至2026年5月底，累计改造站台15座。"),
        wrong(&[("paragraph", "小区里‹反应强烈›的问题已经解决。")]),
        wrong(&[("paragraph", "杜绝‹泄漏信息›的行为。")]),
        right(&[("paragraph", "报名于5月31日截止，截至目前已有300人。")]),
        right(&[("paragraph", "应急反应迅速，燃气泄漏得到处置，群众反映良好。")]),
    ],
    check: Check::Passage(check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    super::tell(passage, found, "W03", Applicability::Review);
}
