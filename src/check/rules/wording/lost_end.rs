//! W15: a phrase that lost its end: 在…的坚强领导（下）, 对方案进行（论证）.

use crate::check::authoring::*;
use crate::text::sentence;

pub static RULE: Rule = Rule {
    code: "W15",
    name: "lost-end",
    title: "短语缺了后半",
    group: Group::Wording,
    severity: Severity::Warning,
    explanation: "“在……的领导下”“在……的基础上”“在……过程中”后面缺了“下”“上”“中”，或者“对……进行”“予以”后面没有说做什么。",
    source: "《现代汉语词典》；《党政机关公文处理工作条例》第二十条（四）：文字规范",
    examples: &[
        wrong(&[("paragraph", "在市委、市政府的‹坚强领导›，各项工作有序推进。")])
            .mended("在市委、市政府的坚强领导下，各项工作有序推进。"),
        wrong(&[("paragraph", "在推进‹过程›，我们发现一些不足。")]).mended("在推进过程中，我们发现一些不足。"),
        wrong(&[("paragraph", "我局在现有政策的‹基础›，进一步扩大范围。")])
            .mended("我局在现有政策的基础上，进一步扩大范围。"),
        wrong(&[("paragraph", "我局组织专家对方案‹进行›。")]),
        wrong(&[("paragraph", "对符合条件的企业‹予以›，请监督。")]),
        right(&[(
            "paragraph",
            "在市委的坚强领导下，在推进过程中，在现有政策的基础上，在网上公开办理过程，在站区打牢坚实的基础，存在困难。",
        )]),
        right(&[(
            "paragraph",
            "对老站台的改造正在进行，验收有序进行。对支路的管护由街道进行，对方案进行论证，依法予以处理。",
        )]),
        right(&[("paragraph", "在现场了解有关的情况，在省厅争取更多的支持，在各方面，得到了代表的帮助。")]),
        right(&[("paragraph", "实现经济社会发展在可持续的基础、稳定的环境之上，现在的情况，正在摸排的情况。")]),
    ],
    check: Check::Passage(check),
};

/// What ends such a phrase, and what goes behind it.
const ENDS: [(&[&str], &str); 3] = [
    (
        &[
            "坚强领导",
            "正确领导",
            "统一领导",
            "大力支持",
            "关心支持",
            "共同努力",
            "的领导",
            "的指导",
            "的支持",
            "的帮助",
            "的关心",
            "的努力",
            "的推动",
            "的配合",
            "的情况",
            "的前提",
            "的背景",
            "的形势",
            "的框架",
        ],
        "下",
    ),
    (&["的基础", "此基础"], "上"),
    (&["过程"], "中"),
];

/// Verbs whose object the noun is.
const VERBS: [&str; 42] = [
    "打牢", "打下", "奠定", "夯实", "筑牢", "有", "缺", "是", "摸", "了解", "掌握", "通报", "说明", "核实", "汇报",
    "发现", "出现", "存在", "反映", "报告", "介绍", "查看", "听取", "分析", "研判", "面临", "争取", "得到", "获得",
    "接受", "加强", "感谢", "赢得", "受到", "取得", "公开", "公示", "记录", "规范", "优化", "监督", "完成",
];

/// What 进行 ends a clause behind.
const HOW: [&str; 27] = [
    "正在", "顺利", "有序", "同步", "同时", "如期", "按期", "计划", "正常", "分步", "分批", "分期", "分段", "阶段",
    "持续", "继续", "交叉", "交替", "紧张", "稳步", "逐步", "依次", "平稳", "定期", "分别", "单独", "照常",
];

/// How long such a phrase is at most, in characters.
const MOST: usize = 24;

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    if passage.may_say(&["进行", "予以", "加以"]) {
        without_object(passage, found);
    }
    if !passage.has_any("在") || !passage.has_any("领支努指帮关推配情前背形框基过") {
        return;
    }
    let text = passage.text;
    for (at, opens) in text.match_indices('在') {
        // 存在, 现在, 正在: no preposition.
        let begins = text[..at].chars().next_back().is_none_or(|it| {
            sentence::ends_clause(it) || matches!(it, '局' | '委' | '厅' | '市' | '县' | '区' | '们' | '办' | '并')
        });
        let after = &text[at + opens.len()..];
        let Some(end) = after.find(sentence::ends_clause).filter(|end| begins && after[*end..].starts_with('，'))
        else {
            continue;
        };
        let clause = &after[..end];
        let Some((noun, lost)) = ENDS.iter().find_map(|(nouns, lost)| {
            nouns
                .iter()
                .find(|noun| clause.ends_with(**noun))
                .map(|noun| (noun.trim_start_matches(['的', '此']), *lost))
        }) else {
            continue;
        };
        let between = &clause[..clause.len() - noun.len()];
        let most = if noun == "过程" { 8 } else { MOST };
        let plain = ["现有", "原有", "已有", "有关", "有效", "所有"]
            .iter()
            .fold(between.to_owned(), |it, word| it.replace(word, ""));
        if between.chars().count() <= most && !VERBS.iter().any(|verb| plain.contains(verb)) {
            let noun_at = at + opens.len() + between.len();
            let end = noun_at + noun.len();
            found.at(passage.field, noun_at..end, format!("“在……{noun}”后面似缺“{lost}”")).mend_as(
                format!("加上“{lost}”"),
                Applicability::Review,
                vec![Edit::insert(end, lost)],
            );
        }
    }
}

/// 对方案进行。: what is done is not told.
fn without_object(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for verb in ["进行", "予以", "加以"] {
        for (at, _) in text.match_indices(verb) {
            let end = at + verb.len();
            if !text[end..].starts_with(['，', '。', '；']) {
                continue;
            }
            let start = text[..at].char_indices().rev().find(|(_, it)| sentence::ends_clause(*it));
            let clause = &text[start.map_or(0, |(at, it)| at + it.len_utf8())..at];
            let is_done = HOW.iter().any(|how| clause.ends_with(how)) || clause.ends_with(['不', '中', '的']);
            // 对支路的管护由街道进行: who does it is told.
            if clause.contains('对') && !clause.contains('由') && !is_done {
                found.at(passage.field, at..end, format!("“{verb}”后面没有说做什么，似有漏字"));
            }
        }
    }
}
