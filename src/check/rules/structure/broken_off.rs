//! N16: a sentence that breaks off before its full stop.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "N16",
    name: "broken-off",
    title: "话没有说完",
    group: Group::Structure,
    severity: Severity::Warning,
    explanation: "句号前面是“将进一步”“还需”“以及”这类后面必须有话的词语，或者只写了“预计2027年”、没有写做什么，多半是删改时漏了半句。",
    source: "《党政机关公文处理工作条例》第十九条（三）：表述准确",
    examples: &[
        wrong(&[("paragraph", "为改善出行条件，我局‹将进一步›。")]),
        wrong(&[("paragraph", "改造一座站台平均‹还需›。")]),
        wrong(&[("paragraph", "报市政府批准后实施，‹预计2027年›。在此之前，我局将增设标识。")]),
        wrong(&[("paragraph", "评估结果‹作为年度考核的›。")]),
        wrong(&[("paragraph", "站台老旧、班次不足等问题‹仍然›。我局将加密班次。")]),
        wrong(&[("paragraph", "公交站台‹不仅要建好›。")]),
        right(&[(
            "paragraph",
            "满足群众需要，施工将继续。站台改造是十分必要的。完工时间为2027年。两条线路已经合并，学校宜撤则撤、宜并则并。",
        )]),
        right(&[("paragraph", "把这项工作作为年度考核的重点，是你们提出的。不仅要建好，还要管好。")]),
        right(&[("paragraph", "站台不仅要建好。更要管好。")]),
    ],
    check: Check::PassageWith("。", check),
};

/// Words that want more after them.
const OPEN: [&str; 24] = [
    "将进一步",
    "进一步",
    "以及",
    "并且",
    "对于",
    "关于",
    "由于",
    "为了",
    "以便",
    "从而",
    "尤其是",
    "例如",
    "平均需要",
    "还需要",
    "尚需",
    "仍需",
    "还需",
    "共需",
    "正在",
    "我局将",
    "仍然",
    "并将",
    "已经",
    "不断",
];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    if passage.field != Field::Body {
        return;
    }
    let mut from = 0;
    for (at, mark) in text.match_indices('。') {
        let sentence = from..at;
        from = at + mark.len();
        let words = &text[sentence.clone()];
        let clause_at = words.rfind(['，', '；', '：']).map_or(0, |at| at + '，'.len_utf8());
        let clause = &words[clause_at..];
        let start = if let Some(word) = OPEN.iter().find(|word| words.ends_with(**word)) {
            at - word.len()
        } else if is_only_planned(clause) || is_without_head(words, clause) {
            sentence.start + clause_at + clause.rfind("作为").unwrap_or(0)
        } else if let Some(only) = clause.find("不仅").filter(|_| wants_more(words, &text[from..])) {
            sentence.start + clause_at + only
        } else {
            continue;
        };
        found.at(passage.field, start..at, "这句话没有说完");
    }
}

/// 预计2027年: when, without what.
fn is_only_planned(clause: &str) -> bool {
    ["预计", "计划", "力争", "拟于"].iter().find_map(|word| clause.strip_prefix(word)).is_some_and(|rest| {
        let rest = rest.trim_start_matches('于');
        rest.starts_with("20")
            && rest
                .chars()
                .all(|it| it.is_ascii_digit() || matches!(it, '年' | '月' | '底' | '初' | '前' | '上' | '下' | '半'))
            && rest.contains('年')
    })
}

/// 作为年度考核的: the word that 的 leads to is missing.
fn is_without_head(sentence: &str, clause: &str) -> bool {
    clause.ends_with('的') && clause.contains("作为") && !sentence.contains('是')
}

/// 不仅要建好: nothing in the sentence or at the start of the next one takes it up.
fn wants_more(sentence: &str, next: &str) -> bool {
    const MORE: [&str; 11] = ["还", "也", "而且", "更", "又", "并", "都", "且", "甚至", "同时", "能"];
    let next: String = next.chars().take(6).collect();
    let after = sentence.rfind("不仅").map_or("", |at| &sentence[at..]);
    !MORE.iter().any(|word| after.contains(word) || next.contains(word))
}
