//! P28: a question mark after what is no question.

use crate::check::authoring::*;
use crate::text::sentence;

pub static RULE: Rule = Rule {
    code: "P28",
    name: "question-mark",
    title: "陈述句末尾用问号",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "问号用在问句末尾。句子里没有疑问词、又不是反问的，末尾用句号；疑问的话只是“研究”“询问”“了解”等的宾语的，也用句号。",
    source: "GB/T 15834—2011 4.2、A.2",
    examples: &[
        wrong(&[("paragraph", "我局对站台选址、班次安排充分听取了居民意见‹？›下一步将公布方案。")])
            .mended("我局对站台选址、班次安排充分听取了居民意见。下一步将公布方案。"),
        wrong(&[("paragraph", "我局正在研究如何解决换乘不便问题‹？›下一步将公布方案。")])
            .mended("我局正在研究如何解决换乘不便问题。下一步将公布方案。"),
        right(&[(
            "paragraph",
            "你们建议是否研究如何增加站点班次？我局研究如何换乘吗？调研中，居民追问：研究如何解决换乘不便？",
        )]),
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
        let is_asked = asks(words) && !tells_of_asking(words);
        if is_long && !is_quoted && !words.ends_with(['！', '？']) && !is_asked {
            found.at(passage.field, at..end, "句子不是问句，末尾用句号").mend(Applicability::Review, at..end, "。");
        }
    }
}

/// 我局正在研究如何解决停车难问题: what is asked is only told of.
fn tells_of_asking(words: &str) -> bool {
    const VERBS: [&str; 10] = ["研究", "探讨", "论证", "询问", "咨询", "了解", "商讨", "讨论", "摸清", "弄清"];
    const ASKING: [&str; 8] = ["如何", "怎样", "怎么", "何时", "什么时候", "能否", "是否", "为什么"];
    let Some(at) = ASKING.iter().filter_map(|word| words.find(word)).min() else { return false };
    let lead = words[..at].strip_suffix('了').unwrap_or(&words[..at]);
    let is_object = VERBS.iter().any(|verb| lead.ends_with(verb));
    let is_own = words.contains('：') || words.ends_with(['吗', '呢', '吧', '么']);
    is_object && !is_own && (lead.ends_with("询问") || !lead.contains(['问', '请', '您', '你']))
}

/// Whether the words ask: by a word, or by a choice of yes and no as 够不够.
fn asks(words: &str) -> bool {
    let all: Vec<char> = words.chars().collect();
    ASKS.iter().any(|word| words.contains(word))
        || all.windows(3).any(|three| three[0] == three[2] && matches!(three[1], '不' | '没'))
        || words.ends_with(['不', '没', '否'])
}
