//! F06: 分别 with unequal lists.

use crate::check::authoring::*;
use crate::letter::figures::quantity;

pub static RULE: Rule = Rule {
    code: "F06",
    name: "respective-counts",
    title: "“分别”前后项数",
    group: Group::Figures,
    severity: Severity::Warning,
    explanation: "“甲、乙分别为多少、多少”，前面列了几项，后面就应当有几个数。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字准确",
    examples: &[
        wrong(&[("paragraph", "东站、西站、南站日均客流分别为‹1200人次、900人次›。")]),
        wrong(&[("paragraph", "东站、西站分别改造站台‹3座、5座、8座›。")]),
        wrong(&[("paragraph", "准点率98.7%，正班率99.2%，满意率94.6%，较上年分别提高‹0.6个、1.1个百分点›。")]),
        wrong(&[("paragraph", "2023年至2025年，市级分别安排资金‹3200万元、3680万元›。")]),
        wrong(&[("paragraph", "对新购（含更新）车辆、改造站台的企业，分别补助‹500万元、200万元、100万元›。")]),
        wrong(&[("paragraph", "市级108万元，区级64.8万元，镇级43.2万元，三者分别占‹50%和30%›。")]),
        right(&[(
            "paragraph",
            "中央1.71亿元，省级1.026亿元，市、区两级0.684亿元，分别占50%、30%、20%，三项分别占50%、30%、20%。",
        )]),
        right(&[("paragraph", "2023年至2025年，市级分别安排资金3200万元、3680万元、4232万元。")]),
        right(&[("paragraph", "东站、西站和南站日均客流分别为1200人次、900人次和600人次。")]),
        right(&[("paragraph", "2024—2026年分别新增车辆24辆、36辆和48辆。")]),
        right(&[("paragraph", "对老年人、残疾人，分别给予免费、半价优惠，两项补贴分别增长7.83%、12.47%。")]),
        right(&[("paragraph", "实现客运量300万人次、营收2亿元，分别增长7.83%、12.47%。")]),
    ],
    check: Check::PassageWith("别", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, word) in text.match_indices("分别") {
        let start = at + word.len();
        let end = text[start..].find(['，', '。', '；', '（', '：']).map_or(text.len(), |end| start + end);
        let listed = list_length(&text[start..end]);
        let figures = quantity::read(&text[start..end]);
        // Figures only: what is not counted cannot be compared.
        let (Some(first), Some(last)) = (figures.first(), figures.last()) else { continue };
        if figures.len() < 2 || !listed.contains(&figures.len()) {
            continue;
        }
        let named = named_before(text, at);
        if named.is_empty() || named.contains(&figures.len()) {
            continue;
        }
        let place = start + first.range.start..start + last.range.end;
        let message = format!("“分别”前面列了{}项，后面有{}个数", named[0], figures.len());
        found.at(passage.field, place, message);
    }
}

/// How many things the list before 分别 names; two numbers where 和 may belong to a name. Empty where there is no list.
fn named_before(text: &str, at: usize) -> Vec<usize> {
    let text = without_brackets(&text[..at]);
    let at = text.len();
    let text = text.as_str();
    let sentence = text[..at].rfind(['。', '；', '：']).map_or(0, |end| end + '。'.len_utf8());
    let own = text[sentence..at].trim_end_matches(['，', ' ']);
    // The list stands in the clause right before; 较上年分别 looks at the clauses before that.
    let mut clause = &own[own.rfind('，').map_or(0, |end| end + '，'.len_utf8())..];
    let is_comparison = |clause: &str| {
        ["较", "比", "同比", "环比"].iter().any(|word| clause.starts_with(word)) && !clause.contains('、')
    };
    let mut rest = own;
    if is_comparison(clause) {
        rest = own[..own.len() - clause.len()].trim_end_matches('，');
        clause = &rest[rest.rfind('，').map_or(0, |end| end + '，'.len_utf8())..];
    }
    let is_span = clause.contains(['—', '～']) || clause.contains('每') || clause.contains("各");
    // 两项补贴分别: counted, not listed.
    if is_span {
        return Vec::new();
    }
    // 三者分别, 三项分别: counted outright.
    if let Some(count) = counted(clause) {
        return vec![count];
    }
    let mut listed = list_length(clause);
    if listed.iter().any(|&count| count >= 2) {
        // 中央资金A，省级资金B，市、区两级资金C，分别占: each clause is one of them.
        listed.extend(Some(clauses_with_a_figure(own)).filter(|run| *run >= 2));
        return listed;
    }
    let run = clauses_with_a_figure(rest);
    if is_comparison(&own[own.rfind('，').map_or(0, |end| end + '，'.len_utf8())..]) && run >= 2 {
        return vec![run];
    }
    // 2023年至2025年，市级分别安排: a figure for each year.
    years_of_span(rest).map_or_else(Vec::new, |years| vec![years])
}

/// How many a clause says there are that ends with 三者, 三项, 三类.
fn counted(clause: &str) -> Option<usize> {
    let counted = ["者", "项", "类"].iter().find_map(|unit| clause.strip_suffix(unit))?;
    let number = counted.chars().next_back().filter(|it| "两二三四五六".contains(*it))?;
    usize::try_from(crate::text::numeral::parse(number.encode_utf8(&mut [0; 4]))?).ok()
}

/// The text without its brackets, which belong to one item each.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    text.chars()
        .filter(|&it| {
            match it {
                '（' => depth += 1,
                '）' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect()
}

/// How many clauses at the end of `text` end with one figure of the same unit each: 接通率98.7%，办结率99.2%.
fn clauses_with_a_figure(text: &str) -> usize {
    let mut unit = None;
    text.rsplit('，')
        .take_while(|clause| {
            let figures = quantity::read(clause);
            let [figure] = &figures[..] else { return false };
            figure.range.end == clause.len() && *unit.get_or_insert(figure.unit) == figure.unit
        })
        .count()
}

/// How many years the span at the end of a sentence names: 2023年至2025年.
fn years_of_span(text: &str) -> Option<usize> {
    let clause = text.rsplit('，').find(|clause| clause.contains(['—', '至', '～']))?;
    let at = clause.find(['—', '至', '～'])?;
    let mark = clause[at..].chars().next()?.len_utf8();
    let before = clause[..at].trim_end_matches('年');
    let first: usize = before.get(before.len().checked_sub(4)?..)?.parse().ok()?;
    let after = &clause[at + mark..];
    let last: usize = after.get(..4)?.parse().ok()?;
    let is_whole = after[4..].starts_with('年') && !after[4..].contains('月');
    (is_whole && last > first && last - first < 12 && first > 1900).then_some(last - first + 1)
}

/// The lengths a list may have, by its 、 and 和.
fn list_length(clause: &str) -> Vec<usize> {
    let marks = clause.matches('、').count();
    let last = clause.rfind('、').map_or(0, |at| at + '、'.len_utf8());
    let words = ["和", "与", "及"].iter().map(|word| clause[last..].matches(word).count()).sum::<usize>();
    match (marks, words) {
        (0, 0) => vec![1],
        (_, 0) => vec![marks + 1],
        (_, words) => (marks + 1..=marks + 1 + words).rev().collect(),
    }
}
