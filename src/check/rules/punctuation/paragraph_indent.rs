//! P27: blanks typed at the head of a paragraph.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P27",
    name: "paragraph-indent",
    title: "段首的空格",
    group: Group::Punctuation,
    severity: Severity::Advice,
    explanation: "每个自然段左空二字由软件在印发时排出，稿件里不用空格去空。段首的空格多半是从别处复制带来的。",
    source: "GB/T 9704—2012 7.3.3",
    examples: &[
        wrong(&[("paragraph", "站台已经完工。\n‹　　›班次已经加密。")]).mended("班次已经加密。"),
        wrong(&[("paragraph", "站台已经完工。\n‹  ›班次已经加密。")]),
        right(&[("paragraph", "站台已经完工。\n\n班次已经加密，共 6 辆。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let body = context.body();
    for paragraph in context.paragraphs() {
        let before = &body[..paragraph.offset];
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        // What nobody sees is S08's to tell.
        if start < paragraph.offset && before[start..].chars().all(|it| matches!(it, '\u{3000}' | ' ' | '\t')) {
            let range = start..paragraph.offset;
            found.at(Field::Body, range.clone(), "段首不用空格").mend_as(
                "删去空格",
                Applicability::Safe,
                vec![Edit::delete(range)],
            );
        }
    }
}
