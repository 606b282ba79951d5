//! D19: an amount of money without its unit, or with a wrong one.

use crate::check::authoring::*;
use crate::text::numeral;

pub static RULE: Rule = Rule {
    code: "D19",
    name: "money-form",
    title: "金额的写法",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "金额写明“元”“万元”“亿元”，不写成“投入资金1850万”“600员”；同一段里金额的数字不一会儿用汉字、一会儿用阿拉伯数字。",
    source: "GB/T 15835—2011 4.1.1、5；《党政机关公文处理工作条例》第十九条（三）：表述准确",
    examples: &[
        wrong(&[("paragraph", "2025年投入资金1850‹万›，新增线路6条。")])
            .mended("2025年投入资金1850万元，新增线路6条。"),
        wrong(&[("paragraph", "市财政安排补助600‹万›、贷款贴息30万元。")]),
        wrong(&[("paragraph", "每辆车补贴600‹员›。")]).mended("每辆车补贴600元。"),
        wrong(&[("paragraph", "每人每年600‹员›提高到1000元。")]),
        wrong(&[("paragraph", "现行票价为一票制2‹员›，全程有效。")]),
        wrong(&[("paragraph", "票价由‹六百元›提高到1000元。")]),
        right(&[("paragraph", "资金惠及12万，投入资金近1.2万元，补助资金覆盖人口30万。")]),
        right(&[("paragraph", "招聘12员工作日志由600员工填写，安排资金共计3亿多元，几百元的补贴提高到1000元。")]),
        right(&[("paragraph", "投资3亿—5亿元，总投资1.2亿余元，资金规模80万至100万元。")]),
    ],
    check: Check::PassageWith("万亿员元", check),
};

/// What counts money, right before the amount; 达, 为, 约 may stand between.
const MONEY: [&str; 18] = [
    "资金",
    "投资",
    "补助",
    "补贴",
    "经费",
    "拨款",
    "贷款",
    "奖金",
    "奖励",
    "费用",
    "产值",
    "收入",
    "财政投入",
    "投入经费",
    "营业额",
    "销售额",
    "交易额",
    "税收",
];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for number in characters::digits(text) {
        let start = text[..number.start].trim_end_matches(|it: char| it.is_ascii_digit() || it == '.').len();
        let rest = &text[number.end..];
        if let Some(after) = rest.strip_prefix('员') {
            // 600员工 are people; 每人每年600员提高到 is money.
            let is_person = after.starts_with(['工', '额', '会']);
            let is_rate =
                ["每月", "每年", "每人", "每户", "每天", "每名"].iter().any(|per| text[..start].ends_with(per));
            let is_end = after.starts_with(['，', '。', '；', '、', '）']);
            let is_count = text[..start].ends_with(['招', '聘', '增', '减', '的', '共', '计', '足', '兵', '动']);
            if !is_person && (is_rate || is_money(&text[..start]) || is_end && !is_count) {
                let range = number.end..number.end + '员'.len_utf8();
                found.at(passage.field, range.clone(), "疑为“元”之误").mend(Applicability::Review, range, "元");
            }
        }
        let Some(unit) = rest.chars().next().filter(|unit| matches!(unit, '万' | '亿')) else { continue };
        let end = number.end + unit.len_utf8();
        let is_end = text[end..].chars().next().is_none_or(|it| matches!(it, '，' | '。' | '；' | '、' | '）'));
        // 3万、5万元: the last of a list has the unit for all.
        let is_listed = text[end..].starts_with('、')
            && text[end..]
                .split(['，', '。', '；'])
                .next()
                .is_some_and(|list| list['、'.len_utf8()..].starts_with(|it: char| it.is_ascii_digit()));
        if is_end && !is_listed && is_money(&text[..start]) {
            let edit = format!("{unit}元");
            found.at(passage.field, number.end..end, "金额缺“元”").mend(Applicability::Review, number.end..end, edit);
        }
    }
    if passage.has_any("百千") && passage.has_any("0123456789") {
        in_words(passage, found);
    }
}

/// Whether the words before an amount say that it is one of money.
fn is_money(before: &str) -> bool {
    let bare = before.strip_suffix(['达', '为', '约', '近', '超']).unwrap_or(before);
    let bare = bare.strip_suffix("合计").or_else(|| bare.strip_suffix("共计")).unwrap_or(bare);
    MONEY.iter().any(|word| bare.ends_with(word))
}

/// 六百元 beside 1000元.
fn in_words(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, unit) in text.match_indices('元') {
        let start = text[..at].trim_end_matches(numeral::is_numeral).len();
        let words = &text[start..at];
        let is_exact = words.chars().count() >= 2
            && words.ends_with(['百', '千'])
            && words.starts_with(|it| numeral::digit(it).is_some())
            && !text[..start].ends_with(['几', '数', '上', '近', '第', '点', '”']);
        let sentence = |it: char| matches!(it, '。' | '；' | '\n');
        let from = text[..start].rfind(sentence).unwrap_or(0);
        let to = text[at..].find(sentence).map_or(text.len(), |end| at + end);
        let is_beside = text[from..to].match_indices('元').any(|(other, _)| {
            text[from..from + other].trim_end_matches(['万', '亿']).ends_with(|it: char| it.is_ascii_digit())
        });
        if is_exact && is_beside {
            found.at(passage.field, start..at + unit.len(), "同一句里金额的数字写法不一致，宜用阿拉伯数字");
        }
    }
}
