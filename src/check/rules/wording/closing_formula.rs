//! W10: a closing formula of another kind of document.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "W10",
    name: "closing-formula",
    title: "结语与文种",
    group: Group::Wording,
    severity: Severity::Warning,
    explanation: "答复函以“专此答复”“特此函复”、致谢等收尾。“特此通知”“特此报告”“妥否，请批示”是别的文种的结语。",
    source: "《党政机关公文处理工作条例》第八条；办理惯例",
    examples: &[
        wrong(&[("paragraph", "‹特此通知›。")]),
        wrong(&[("paragraph", "以上意见‹妥否，请批示›。")]),
        right(&[("paragraph", "我局印发了《关于特此通知用语的规范》，特此说明。")]),
        wrong(&[("paragraph", "以上‹报告，请审阅›。")]),
        right(&[("paragraph", "现将办理情况答复如下，请审阅。特此函复。")]),
    ],
    check: Check::Paragraph("请望予此", check),
};

const FORMULAS: [&str; 27] = [
    "以上请示，请批复",
    "请示，请批示",
    "报告，请审阅",
    "报告请审阅",
    "请审议",
    "请予审批",
    "请批转",
    "望贯彻执行",
    "现予公布",
    "现予印发",
    "特此通知",
    "特此通报",
    "特此报告",
    "特此请示",
    "特此批复",
    "特此公告",
    "特此通告",
    "妥否，请批示",
    "当否，请批示",
    "妥否，请批复",
    "请予批准",
    "此致敬礼",
    "特此证明",
    "专此批复",
    "专此通知",
    "专此请示",
    "专此通报",
];

fn check(_: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    let body = passage.text;
    for formula in FORMULAS.into_iter().filter(|words| passage.may_say(&[*words])) {
        for (at, words) in body.match_indices(formula) {
            let after = &body[at + words.len()..];
            let is_title = body[..at].rfind('《') > body[..at].rfind('》');
            // Only the end of a sentence is a formula.
            if !is_title && (after.is_empty() || after.starts_with(['。', '！', '\n', '，'])) {
                found.at(Field::Body, at..at + words.len(), "这是别的文种的结语，答复函用“专此答复”等");
            }
        }
    }
}
