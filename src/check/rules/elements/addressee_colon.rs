//! E12: the imported addressee line has other marks than 、 between the names and ： after the last.

use crate::check::authoring::*;
use crate::letter::issued;

pub static RULE: Rule = Rule {
    code: "E12",
    name: "addressee-colon",
    title: "主送一行的标点",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "主送顶格书写，几个名称之间用顿号，最后一个名称后标全角冒号。这里查的是导入的原文；印发时由软件写对，所以只提醒，不拦导出。",
    source: "GB/T 9704—2012 7.3.2；GB/T 15834—2011 4.5",
    examples: &[
        wrong(&[("source.addressees", "沈禾、陆秋白代表‹:›")]).mended(""),
        wrong(&[("source.addressees", "沈禾、陆秋白代表‹›")]).mended(""),
        wrong(&[("source.addressees", "沈禾、陆秋白代表‹，›")]),
        wrong(&[("source.addressees", "沈禾‹，›陆秋白代表：")]).mended(""),
        wrong(&[("source.addressees", "沈禾‹、、›陆秋白代表：")]).mended(""),
        right(&[("source.addressees", "沈禾、陆秋白（联名）代表，程远、周予安代表：")]),
        right(&[("source.addressees", "尊敬的沈禾、陆秋白代表：")]),
        right(&[("source.addressees", "沈禾、陆秋白代表，你们好：")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let line = &context.draft.source.addressees;
    let written = line.trim_end();
    if written.is_empty() {
        return;
    }
    between(context, line, found);
    if written.ends_with('：') {
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

/// 沈禾，陆秋白代表: what stands between two of the names. After a title a comma may part two groups, or begin a greeting.
fn between(context: &Context<'_>, line: &str, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    let mut from = 0;
    for pair in letter.addressees.windows(2) {
        let Some(end) = line[from..].find(pair[0].as_str()).map(|at| from + at + pair[0].len()) else { return };
        let Some(next) = line[end..].find(pair[1].as_str()).map(|at| end + at) else { return };
        from = end;
        // A committee and the members named after it are two groups.
        let are_persons = pair.iter().all(|name| name.chars().count() <= 4);
        if are_persons && matches!(line[end..next].trim(), "，" | "," | "；" | "、、" | "." | "。") {
            let message = format!("主送之间用一个顿号；印发时写作“{}”", issued::addressees(letter));
            let edit = Edit::delete(0..line.len());
            let title = "按规范的写法印发";
            found.at(Field::SourceAddressees, end..next, message).mend_as(title, Applicability::Safe, vec![edit]);
            return;
        }
    }
}
