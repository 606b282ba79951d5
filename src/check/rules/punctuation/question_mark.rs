//! P28: a question mark after what is no question.

use crate::check::authoring::*;
use crate::text::sentence;

pub static RULE: Rule = Rule {
    code: "P28",
    name: "question-mark",
    title: "陈述句末尾用问号",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "问号用在问句末尾。句子里没有疑问词、又不是反问的，末尾用句号。",
    source: "GB/T 15834—2011 4.2、A.2",
    examples: &[
        wrong(&[("paragraph", "我局对站台选址、班次安排充分听取了居民意见‹？›下一步将公布方案。")])
            .mended("我局对站台选址、班次安排充分听取了居民意见。下一步将公布方案。"),
        right(&[("paragraph", "站台何时完工？班次够不够？能否延长运营时间？由谁负责？这是居民关心的事。")]),
        right(&[("paragraph", "“末班车再晚一点？”居民提出。难道只有这一条路？还需几天？资金从哪里来？是否可行？")]),
        right(&[("paragraph", "我们反复思考：线路为什么少人乘坐？根子在换乘。怎么办？增加班次行不行？")]),
    ],
    check: Check::PassageWith("？", check),
};

/// What a question is told by.
const ASKS: [&str; 26] = [
    "吗",
    "呢",
    "么",
    "吧",
    "何",
    "谁",
    "哪",
    "几",
    "多少",
    "多大",
    "多久",
    "多长",
    "怎",
    "啥",
    "是否",
    "能否",
    "可否",
    "应否",
    "有无",
    "难道",
    "岂",
    "是不是",
    "有没有",
    "还是",
    "如何",
    "与否",
];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, mark) in text.match_indices('？') {
        let end = at + mark.len();
        let sentence = sentence::sentence_at(text, at);
        let words = &text[sentence.start.min(at)..at];
        // What is quoted asks in its own way; ？！ and （？） are no slips of the hand.
        let is_quoted =
            words.contains(['“', '‘', '《', '（', '"']) || text[end..].starts_with(['”', '’', '》', '）', '！', '？']);
        let is_long = words.chars().count() >= 12;
        if is_long && !is_quoted && !words.ends_with(['！', '？']) && !asks(words) {
            found.at(passage.field, at..end, "句子不是问句，末尾用句号").mend(Applicability::Review, at..end, "。");
        }
    }
}

/// Whether the words ask: by a word, or by a choice of yes and no as 够不够.
fn asks(words: &str) -> bool {
    let all: Vec<char> = words.chars().collect();
    ASKS.iter().any(|word| words.contains(word))
        || all.windows(3).any(|three| three[0] == three[2] && matches!(three[1], '不' | '没'))
        || words.ends_with(['不', '没', '否'])
}
