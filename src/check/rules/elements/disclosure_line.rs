//! E10: the imported disclosure line is worded otherwise than it will be issued.

use crate::check::authoring::*;
use crate::letter::issued;

pub static RULE: Rule = Rule {
    code: "E10",
    name: "disclosure-line",
    title: "公开方式一行的写法",
    group: Group::Elements,
    severity: Severity::Advice,
    explanation: "导入的原文用了另一种写法标注公开方式，如“是否同意公开：是”。印发时统一写作“公开方式：主动公开”。",
    source: "办理惯例",
    examples: &[
        wrong(&[("source.disclosure", "‹是否同意公开：是›")]).mended(""),
        wrong(&[("source.disclosure", "‹公开方式:主动公开。›")]).mended(""),
        right(&[("source.disclosure", "公开方式：主动公开")]),
        wrong(&[
            ("disclosure_reason", "涉及未定事项"),
            ("disclosure", "不予公开"),
            ("source.disclosure", "‹公开方式：不宜公开›"),
        ]),
        right(&[("source.disclosure", "公开方式： 主动公开")]),
        right(&[("source.disclosure", "（此件公开发布）")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let line = &context.draft.source.disclosure;
    let letter = &context.draft.letter;
    // A mode that is none is E08's to tell.
    if line.is_empty() || context.profile.mode(&letter.disclosure).is_none() {
        return;
    }
    let issued = issued::disclosure(letter);
    // （此件公开发布） is the form of other documents for the same, and clear.
    let is_noted =
        line.trim().starts_with("（此件") && line.trim().ends_with("公开）") || line.trim() == "（此件公开发布）";
    if !is_noted && !characters::same_ink(line, &issued) {
        let edit = Edit::delete(0..line.len());
        let loose = ["不宜", "部分公开", "暂不", "暂缓", "免予"].into_iter().find(|word| line.contains(word));
        let message = match loose {
            Some(_) => format!("公开方式没有用法定的名称；印发时写作“{issued}”，请核对是不是这个意思"),
            None => format!("印发时写作“{issued}”"),
        };
        let finding = found.at(Field::SourceDisclosure, 0..line.len(), message);
        finding.mend_as("按规范的写法印发", Applicability::Review, vec![edit]);
        if loose.is_some() {
            finding.weigh(Severity::Warning).cite("《政府信息公开条例》第十三条至第十六条");
        }
    }
}
