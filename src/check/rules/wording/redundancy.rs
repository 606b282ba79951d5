//! W09: what is said twice, or turned into its opposite: by the lexicon, and in frames around other words.

use crate::check::authoring::*;
use crate::text::sentence;

pub static RULE: Rule = Rule {
    code: "W09",
    name: "redundancy",
    title: "成分重复、不合逻辑",
    group: Group::Wording,
    severity: Severity::Warning,
    explanation: "意思重复，或者否定用多了意思相反的说法，如“目的是为了”“避免不再发生”。",
    source: "《现代汉语词典》；《党政机关公文处理工作条例》第十九条（三）：表述准确",
    examples: &[
        wrong(&[("paragraph", "‹目的是为了›方便换乘。")]).mended("目的是方便换乘。"),
        wrong(&[("paragraph", "‹避免不再发生›拥堵。")]),
        wrong(&[("paragraph", "拥堵‹是由于车位不足造成的原因›。")]),
        wrong(&[("paragraph", "拥堵的主要‹原因是施工占道造成的›。")]),
        wrong(&[("paragraph", "‹防止个人信息不被›泄露。")]),
        wrong(&[("paragraph", "‹避免不重复›建设。")]),
        right(&[("paragraph", "停运是由于历史的原因，拥堵的原因是施工造成的路面下沉。")]),
        right(&[("paragraph", "为了方便换乘，确保不再发生拥堵，此事涉及到期合同。")]),
        wrong(&[("paragraph", "‹为了方便群众出行的目的›，加密班次。")]),
        wrong(&[("paragraph", "未整改的49处‹是因为涉及地铁施工的原因›，将随工程恢复。")]),
        wrong(&[("paragraph", "制定引导目录，‹避免业态不再›雷同。")]),
        wrong(&[("paragraph", "‹通过各部门共同努力，使›站台面貌有了改观。")]),
        right(&[(
            "paragraph",
            "为了达到节约用水的目的，更换管网；我局通过宣传，使节水意识深入人心。防止不合格产品流入。",
        )]),
        wrong(&[("paragraph", "‹平均每个单位平均›帮扶2所学校。")]),
        wrong(&[("paragraph", "不仅客流增加，‹反而›结构逐步优化。")]).mended("不仅客流增加，而且结构逐步优化。"),
        right(&[("paragraph", "客流不仅没有减少，反而增加12%，平均每站高于全市平均水平，准点率约为98%。")]),
        right(&[("paragraph", "停运是施工的原因造成的，避免发生拥堵，今后不再扩建。通过努力，使用率提高。")]),
    ],
    check: Check::Passage(check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    super::tell(passage, found, "W09", Applicability::Review);
    let frames: [(&str, &[&str], &str, &[&str]); 14] = [
        ("为了", &["的目的"], "“为了”和“的目的”意思重复，留一个", &["达到", "实现", "以"]),
        ("因为", &["的原因"], "“因为”和“的原因”意思重复，留一个", &[]),
        (
            "是由于",
            &["造成的原因", "导致的原因", "引起的原因", "所致的原因"],
            "“是由于”和“的原因”杂糅，留一种说法",
            &[],
        ),
        ("原因是", &["造成的", "导致的", "引起的", "所致"], "“原因是”和“造成的”杂糅，留一种说法", &[]),
        ("鉴于", &["的考虑"], "“鉴于”和“的考虑”意思重复，留一个", &[]),
        ("平均每", &["平均"], "“平均”重复，留一个", &[]),
        ("约保持", &["左右"], "“约”和“左右”意思重复，留一个", &[]),
        ("约维持", &["左右"], "“约”和“左右”意思重复，留一个", &[]),
        ("约稳定", &["左右"], "“约”和“左右”意思重复，留一个", &[]),
        ("约控制", &["左右"], "“约”和“左右”意思重复，留一个", &[]),
        ("约需要", &["左右"], "“约”和“左右”意思重复，留一个", &[]),
        ("避免", NEVER, "“避免”后面不再用否定，否则意思相反", &[]),
        ("防止", NEVER, "“防止”后面不再用否定，否则意思相反", &[]),
        ("杜绝", NEVER, "“杜绝”后面不再用否定，否则意思相反", &[]),
    ];
    for (opens, closes, message, except) in frames.into_iter().filter(|(opens, ..)| passage.has_all(opens)) {
        for (at, _) in passage.text.match_indices(opens) {
            let after = &passage.text[at + opens.len()..];
            let clause = &after[..after.find(is_mark).unwrap_or(after.len())];
            let close = closes.iter().filter_map(|close| Some((clause.find(close)?, close.len()))).min();
            let Some((close_at, length)) = close.filter(|(at, _)| clause[..*at].chars().count() <= MOST) else {
                continue;
            };
            let between = &clause[..close_at];
            // 原因是施工造成的路面下沉: what it is that causes, not what causes it.
            if opens == "原因是" && close_at + length < clause.len() {
                continue;
            }
            // 平均每站高于全市平均水平.
            let is_measure =
                opens == "平均每" && clause[close_at + length..].starts_with(['水', '值', '数', '分', '线']);
            if is_measure {
                continue;
            }
            // 避免不再发生 is in the list; 为了达到…的目的 is right.
            let is_listed = between.is_empty()
                && passage.words("W09").any(|hit| hit.range.start < at + opens.len() && at < hit.range.end);
            if is_listed || except.iter().any(|word| between.starts_with(word)) {
                continue;
            }
            let start =
                if passage.text[..at].ends_with('是') && opens == "因为" { at - '是'.len_utf8() } else { at };
            found.at(passage.field, start..at + opens.len() + close_at + length, message);
        }
    }
    without_subject(passage, found);
    turned(passage, found);
}

/// 不仅…，反而…: what 不仅 opens goes on with 而且, unless the first half denies something.
fn turned(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, _) in text.match_indices("反而") {
        let sentence = sentence::sentence_at(text, at);
        let before = &text[sentence.start..at];
        let Some(open) = ["不仅", "不但", "不光"].iter().filter_map(|it| before.rfind(it)).max() else {
            continue;
        };
        let first = &before[open + "不仅".len()..];
        let denies = ["没", "未", "不", "无", "难以"].iter().any(|word| first.contains(word));
        if !denies && before.ends_with('，') {
            let range = at..at + "反而".len();
            found.at(passage.field, range.clone(), "与“不仅”搭配用“而且”").mend(Applicability::Review, range, "而且");
        }
    }
}

/// What turns 避免 and its like into their opposite.
const NEVER: &[&str] = &[
    "不再",
    "不发生",
    "不出现",
    "不产生",
    "不流失",
    "不丢失",
    "不脱节",
    "不外泄",
    "不泄露",
    "不反弹",
    "不返贫",
    "不浪费",
    "不被",
    "不走样",
    "不遗漏",
    "不扰民",
    "不多头",
    "不重复",
    "不断档",
];

/// The most characters between the halves of a frame.
const MOST: usize = 24;

fn is_mark(character: char) -> bool {
    characters::is_chinese_mark(character) && !matches!(character, '《' | '》' | '“' | '”') || character == '\n'
}

/// 通过努力，使…: with both words the sentence has no subject.
fn without_subject(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    if !passage.may_say(&["使"]) {
        return;
    }
    for opens in ["通过", "经过", "随着", "接到", "收到", "由于"] {
        for (at, _) in text.match_indices(opens) {
            let begins = at == 0 || text[..at].ends_with(['。', '；', '\n', '：']);
            let after = &text[at..];
            let Some(comma) = after.find(is_mark).filter(|mark| after[*mark..].starts_with('，')) else { continue };
            let next = &after[comma + '，'.len_utf8()..];
            let is_verb = (next.starts_with('使') && matches!(opens, "通过" | "经过" | "随着")
                || ["使我局", "使我委", "使我厅", "使我市", "使我县", "使得"].iter().any(|it| next.starts_with(it)))
                && !["使用", "使得上", "使命", "使馆", "使者", "使劲"].iter().any(|word| next.starts_with(word));
            if begins && is_verb {
                let range = at..at + comma + "，使".len();
                found
                    .at(passage.field, range, format!("“{opens}……，使……”缺主语，去掉“{opens}”或者“使”"))
                    .weigh(Severity::Advice);
            }
        }
    }
}
