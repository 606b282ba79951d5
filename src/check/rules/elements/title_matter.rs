//! E40: the title does not say which suggestion or proposal is answered.

use crate::check::authoring::*;
use crate::letter::reference;
use crate::letter::session::Session;

pub static RULE: Rule = Rule {
    code: "E40",
    name: "title-matter",
    title: "标题中的事由",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "标题写明答复的是哪一件：写届次和编号，或者写建议（提案）的题目。只写“关于代表建议答复的函”，看不出是哪一件。",
    source: "《党政机关公文处理工作条例》第九条（七）：标题由发文机关名称、事由和文种组成",
    examples: &[
        wrong(&[("title", "临江市交通运输局‹关于人大代表建议答复的函›")]),
        wrong(&[("title", "‹关于市十七届人大一次会议代表建议办理情况的答复›")]),
        wrong(&[("title", "临江市教育局‹答复函›")]).on_proposal(),
        right(&[("title", "临江市交通运输局关于东洲片区公交接驳建议答复的函")]),
        right(&[("title", "临江市交通运输局关于沈禾代表所提建议的答复")]),
        right(&[("title", "对市十七届人大一次会议第2026042号代表建议的答复")]),
        right(&[("title", "关于市政协十五届二次会议温36号提案的答复")]).on_proposal(),
        right(&[("title", "")]),
    ],
    check: Check::Elements(check),
};

/// What a title says besides the matter itself.
const EVERYDAY: [&str; 37] = [
    "人民代表大会",
    "人大代表",
    "政协委员",
    "代表",
    "委员",
    "人大",
    "政协",
    "建议",
    "提案",
    "议案",
    "答复意见",
    "办理情况",
    "办理结果",
    "办理",
    "答复",
    "回复",
    "复函",
    "函复",
    "情况",
    "意见",
    "结果",
    "会办",
    "协办",
    "主办",
    "报告",
    "说明",
    "再次",
    "关于",
    "有关",
    "所提",
    "提出",
    "您",
    "你们",
    "批评",
    "函",
    "对",
    "的",
];

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    let title = letter.title.trim_end();
    if title.is_empty() || title.contains(['《', '“']) || title.bytes().any(|byte| byte.is_ascii_digit()) {
        return;
    }
    let organ = if title.starts_with(letter.issuer.as_str()) { letter.issuer.len() } else { 0 };
    let mut rest = title[organ..].to_owned();
    if !reference::find_all(&rest).is_empty() {
        return;
    }
    if let Some(session) = Session::find(&rest) {
        rest.replace_range(session.range, "");
    }
    for word in EVERYDAY {
        rest = rest.replace(word, "");
    }
    // 市, 省, 和: what is left of 市人大, 建议和提案.
    if rest.chars().filter(|it| characters::is_han(*it)).count() <= 1 {
        found.at(Field::Title, organ..title.len(), "标题没有写明答复的是哪一件建议（提案）");
    }
}
