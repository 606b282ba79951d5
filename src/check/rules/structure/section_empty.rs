//! N10: a heading without text under it.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "N10",
    name: "section-empty",
    title: "小标题下没有内容",
    group: Group::Structure,
    severity: Severity::Error,
    explanation: "独占一行的小标题下面应当有内容。只列要点、每项一行的不在此列。",
    source: "《党政机关公文处理工作条例》第二十条（二）：完整准确体现发文机关意图",
    examples: &[
        wrong(&[("paragraph", "四、‹关于运行评估›\n五、关于长效管理\n每季度评估一次运行情况。")]),
        wrong(&[("paragraph", "四、‹关于运行评估›")]),
        right(&[("paragraph", "四、关于运行评估\n每季度评估一次运行情况。")]),
        right(&[("paragraph", "四、关于运行评估\n评估内容包括：\n1.客流\n2.班次\n3.换乘")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let outline = &context.outline;
    let body = context.body();
    let closing = context.closing.as_ref().map_or(body.len(), |closing| closing.start);
    let is_empty = |index: usize| {
        let section = &outline.sections[index];
        let own = &outline.paragraphs[section.paragraph];
        let next = outline.paragraphs.get(section.paragraph + 1);
        let has_more = next.is_some_and(|next| next.range.start < section.range.end && next.range.start < closing);
        let ends_as_text = body[own.range.clone()].ends_with(['。', '；', '！', '？', ';', '：', '，']);
        // Numbered thanks are a sentence, not a heading.
        let is_thanks = body[section.heading.clone()].contains("感谢");
        section.stands_alone && !is_thanks && !has_more && !ends_as_text && own.range.start < closing
    };
    for index in 0..outline.sections.len() {
        if !is_empty(index) {
            continue;
        }
        let (parent, level) = (outline.sections[index].parent, outline.sections[index].marker.level);
        // A list of points has none with text; a heading among headings has.
        let has_full_sibling = outline
            .children(parent)
            .any(|other| other != index && outline.sections[other].marker.level == level && !is_empty(other));
        if has_full_sibling {
            found.at(Field::Body, outline.sections[index].heading.clone(), "小标题下没有内容");
        }
    }
}
