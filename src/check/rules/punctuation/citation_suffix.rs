//! P21: 文件 after a title in 《》, or the title's kind said again.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P21",
    name: "citation-suffix",
    title: "书名号后的多余字样",
    group: Group::Punctuation,
    severity: Severity::Advice,
    explanation: "书名号里已经是文件名称的，后面不再加“文件”“一文”；文种已在题目里的，后面不重复，如“《……的通知》通知”。",
    source: "办理惯例：引文规范",
    examples: &[
        wrong(&[("paragraph", "根据《公交优先发展的意见》‹文件›要求，新增车辆。")]),
        wrong(&[("paragraph", "根据《公交优先发展的通知》‹通知›，新增车辆。")]),
        wrong(&[("paragraph", "根据《公交优先发展的意见》‹一文›要求，新增车辆。")]),
        wrong(&[("paragraph", "根据临府办〔2024〕12号‹文件›要求，新增车辆。")]),
        right(&[("paragraph", "根据《公交优先发展的意见》等文件要求，新增车辆。")]),
        right(&[("paragraph", "根据《公交优先发展的意见》（临府办〔2024〕12号）要求，新增车辆。")]),
    ],
    check: Check::PassageWith("》号", check),
};

const KINDS: [&str; 6] = ["通知", "意见", "方案", "办法", "规定", "条例"];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, mark) in text.match_indices('》') {
        let start = at + mark.len();
        let after = &text[start..];
        let doubled = KINDS.iter().find(|kind| text[..at].ends_with(**kind) && after.starts_with(**kind));
        let word = ["文件", "一文"].into_iter().find(|word| after.starts_with(word)).or(doubled.copied());
        let is_number = after.starts_with("文件柜") || after.starts_with("文件夹");
        if let (Some(word), false) = (word, is_number) {
            let range = start..start + word.len();
            found.at(passage.field, range.clone(), format!("书名号后的“{word}”多余")).mend(
                Applicability::Review,
                range,
                "",
            );
        }
    }
    // 〔2024〕12号文件: the number names the document already.
    for (at, mark) in text.match_indices('号') {
        let words = "号文";
        let is_number = text[at + mark.len()..].starts_with('文')
            && text[..at].trim_end_matches(|it: char| it.is_ascii_digit()).ends_with('〕');
        if is_number {
            let start = at + '号'.len_utf8();
            let end =
                if text[at + words.len()..].starts_with('件') { at + "号文件".len() } else { at + words.len() };
            let message = format!("字号后的“{}”多余", &text[start..end]);
            found.at(passage.field, start..end, message).mend(Applicability::Review, start..end, "");
        }
    }
}
