//! P29: a full stop that cuts a cited title off from what is said of it.

use crate::check::authoring::*;
use crate::text::sentence;

pub static RULE: Rule = Rule {
    code: "P29",
    name: "title-alone",
    title: "句子只有文件名",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "只有文件名、法规名的不成一句话，后面接着说它的，中间不用句号。",
    source: "GB/T 15834—2011 4.1",
    examples: &[
        wrong(&[("paragraph", "《城市公共交通条例》（国务院令第793号）‹。›自2024年12月1日起施行，我局抓好落实。")])
            .mended("《城市公共交通条例》（国务院令第793号）自2024年12月1日起施行，我局抓好落实。"),
        wrong(&[("paragraph", "《临江市公共交通规划》‹。›明确了站台布局，我局抓好落实。")]),
        wrong(&[("paragraph", "您提出的《关于加强站台管理的建议‹收悉》›，我局高度重视。")]),
        right(&[("paragraph", "依据是《城市公共交通条例》（国务院令第793号）。自2024年12月1日起，我局逐项落实。")]),
        right(&[("paragraph", "一、《城市公共交通条例》。该条例自2024年12月1日起施行。\n《临江市公共交通规划》。")]),
    ],
    check: Check::PassageWith("》", check),
};

/// What goes on with what is said of a document.
const GOES_ON: [&str; 14] =
    ["自", "于", "已", "明确", "规定", "要求", "提出", "指出", "对", "将", "是", "第", "强调", "实施"];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    // 《关于……的建议收悉》: the mark closes behind the verb.
    for word in ["收悉》", "悉收》"].into_iter().filter(|word| passage.has_all(word)) {
        for (at, _) in passage.text.match_indices(word) {
            let range = at..at + word.len();
            found.at(passage.field, range, "书名号应当在题目末尾、“收悉”之前");
        }
    }
    let text = passage.text;
    for (at, mark) in text.match_indices('。') {
        let sentence = sentence::sentence_at(text, at);
        let words = &text[sentence.start.min(at)..at];
        let rest = &text[at + mark.len()..];
        let is_title =
            words.strip_prefix('《').and_then(|inner| inner.split_once('》')).is_some_and(|(title, tail)| {
                let is_number = tail.starts_with('（') && tail.ends_with('）') && !tail.contains(['，', '。']);
                !title.contains('《') && (tail.is_empty() || is_number)
            });
        if is_title && GOES_ON.iter().any(|word| rest.starts_with(word)) {
            let range = at..at + mark.len();
            found.at(passage.field, range.clone(), "文件名后面的话还没有说，中间不用句号").mend(
                Applicability::Review,
                range,
                "",
            );
        }
    }
}
