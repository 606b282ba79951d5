//! E12: the imported addressee line does not end with a full-width colon.

use crate::check::authoring::*;
use crate::letter::issued;

pub static RULE: Rule = Rule {
    code: "E12",
    name: "addressee-colon",
    title: "主送后的冒号",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "主送顶格书写，最后一个名称后标全角冒号。这里查的是导入的原文；印发时由软件写对，所以只提醒，不拦导出。",
    source: "GB/T 9704—2012 7.3.2",
    examples: &[
        wrong(&[("source.addressees", "沈禾、陆秋白代表‹:›")]).mended(""),
        wrong(&[("source.addressees", "沈禾、陆秋白代表‹›")]).mended(""),
        wrong(&[("source.addressees", "沈禾、陆秋白代表‹，›")]),
        right(&[("source.addressees", "尊敬的沈禾、陆秋白代表：")]),
        right(&[("source.addressees", "沈禾、陆秋白代表，你们好：")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let line = &context.draft.source.addressees;
    let written = line.trim_end();
    if written.is_empty() || written.ends_with('：') {
        return;
    }
    let words = written.trim_end_matches([':', '，', ',', '。', '.', '、', '；', ';', ' ']).len();
    let message = format!("主送后应当用全角冒号；印发时写作“{}”", issued::addressees(&context.draft.letter));
    let edit = Edit::delete(0..line.len());
    found.at(Field::SourceAddressees, words..written.len(), message).mend_as(
        "按规范的写法印发",
        Applicability::Safe,
        vec![edit],
    );
}
