//! E10: the imported disclosure line is worded otherwise than it will be issued.

use crate::check::authoring::*;
use crate::letter::issued;

pub static RULE: Rule = Rule {
    code: "E10",
    name: "disclosure-line",
    title: "公开方式一行的写法",
    group: Group::Elements,
    severity: Severity::Advice,
    explanation: "导入的原文用了另一种写法标注公开方式，如“（此件主动公开）”“是否同意公开：是”。印发时统一写作“公开方式：主动公开”。",
    source: "办理惯例",
    examples: &[
        wrong(&[("source.disclosure", "‹是否同意公开：是›")]).mended(""),
        wrong(&[("source.disclosure", "‹公开方式:主动公开。›")]).mended(""),
        right(&[("source.disclosure", "公开方式：主动公开")]),
        right(&[("source.disclosure", "公开方式： 主动公开")]),
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
    if !characters::same_ink(line, &issued) {
        let edit = Edit::delete(0..line.len());
        found.at(Field::SourceDisclosure, 0..line.len(), format!("印发时写作“{issued}”")).mend_as(
            "按规范的写法印发",
            Applicability::Review,
            vec![edit],
        );
    }
}
