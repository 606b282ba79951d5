//! F06: 分别 with unequal lists.

use crate::check::authoring::*;
use crate::letter::figures::quantity::{self, Quantity};

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
        wrong(&[("paragraph", "投资6.4亿元，其中市级1.92亿元，区级2.56亿元，企业1.92亿元，占比依次为‹30%、40%›。")]),
        wrong(&[("paragraph", "对60至79周岁、80周岁及以上乘客，每次分别补贴‹2元、3元、4元›。")]),
        wrong(&[("paragraph", "更新车辆1300辆，用电5.6亿千瓦时，同比分别增长‹13%、18%和22%›。")]),
        right(&[(
            "paragraph",
            "投资6.4亿元，市级1.92亿元，区级2.56亿元，企业1.92亿元，分别占30%、40%、30%；全县12个镇，更新车辆1300辆，用电5.6亿千瓦时，分别增长13%和22%。",
        )]),
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
    check: Check::PassageWith("别依", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, word) in text.match_indices("分别").chain(text.match_indices("依次为")) {
        let start = at + word.len();
        let end = text[start..].find(['，', '。', '；', '（', '：']).map_or(text.len(), |end| start + end);
        let listed = list_length(&text[start..end]);
        let figures = quantity::read(&text[start..end]);
        // Figures only: what is not counted cannot be compared.
        let (Some(first), Some(last)) = (figures.first(), figures.last()) else { continue };
        if figures.len() < 2 || !listed.contains(&figures.len()) {
            continue;
        }
        let named = named_before(text, at, &figures, start);
        if named.is_empty() || named.contains(&figures.len()) {
            continue;
        }
        // 分四档，每人每月分别为: the count is as likely the slip.
        let steps = ["档，", "类，", "级，"].iter().filter_map(|step| text[..at].rfind(step)).max();
        let steps = steps
            .filter(|step| text[*step..at].chars().count() <= 12)
            .and_then(|step| text[..step].char_indices().next_back().map(|(number, _)| number));
        let place = steps.unwrap_or(start + first.range.start)..start + last.range.end;
        let message = format!("“{word}”前面列了{}项，后面有{}个数", named[0], figures.len());
        found.at(passage.field, place, message);
    }
}

/// How many things the list before 分别 names; two numbers where 和 may belong to a name. Empty where there is no list.
fn named_before(text: &str, at: usize, figures: &[Quantity], start: usize) -> Vec<usize> {
    let is_share =
        text[start..].starts_with('占') || ["占比", "比例", "比重"].iter().any(|word| text[..at].ends_with(word));
    let text = without_brackets(&text[..at]);
    // 中级、高级比例由45%、25%分别上调至48%、28%: the names end where the figures before begin.
    let text = match text.rfind('由') {
        Some(from) if text[from + '由'.len_utf8()..].starts_with(|it: char| it.is_ascii_digit()) => {
            text[..from].to_owned()
        }
        _ => text,
    };
    let text = ["占比", "比例", "比重"].iter().find_map(|word| text.strip_suffix(word)).unwrap_or(&text);
    let at = text.len();
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
    // 对60至79周岁、80周岁及以上老年人，每餐分别.
    if clause.starts_with('每') && clause.chars().count() <= 4 {
        let before = own[..own.len() - clause.len()].trim_end_matches('，');
        let earlier = &before[before.rfind('，').map_or(0, |end| end + '，'.len_utf8())..];
        // 按远近分三档，每人每月分别为.
        let steps = ["档", "类", "级"].iter().find_map(|unit| earlier.strip_suffix(unit));
        let number = steps.and_then(|steps| {
            let written = &steps[steps.trim_end_matches(crate::text::numeral::is_numeral).len()..];
            let lead = steps.strip_suffix(written)?;
            lead.ends_with(['分', '为']).then(|| crate::text::numeral::parse(written)).flatten()
        });
        if let Some(count) = number.and_then(|number| usize::try_from(number).ok()) {
            return vec![count];
        }
        return if earlier.starts_with('对') {
            list_length(earlier).into_iter().filter(|it| *it >= 2).collect()
        } else {
            Vec::new()
        };
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
    // 中央A，省级B，市级C，分别占: the clauses, and the whole before them where there is one.
    let run = clauses_with_a_figure(own);
    if is_share && run >= 3 && figures.iter().all(Quantity::is_percentage) {
        let has_among = own.contains("其中");
        return if has_among { vec![run] } else { vec![run, run - 1] };
    }
    // 改造1.3万艘，用电5.6亿千瓦时，同比分别增长13%、18%和22%: more than there are clauses with figures.
    let run = clauses_with_any_figure(rest);
    if run >= 2 && figures.len() > run && figures.iter().all(Quantity::is_percentage) {
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
    let mut is_over = false;
    text.rsplit('，')
        .take_while(|clause| {
            if is_over {
                return false;
            }
            // What stands before 其中 is the whole.
            is_over = clause.starts_with("其中");
            let figures = quantity::read(clause);
            let [figure] = &figures[..] else { return false };
            figure.range.end == clause.len() && *unit.get_or_insert(figure.unit) == figure.unit
        })
        .count()
}

/// How many clauses at the end of `text` end with a figure each, of whatever unit.
fn clauses_with_any_figure(text: &str) -> usize {
    text.rsplit('，')
        .take_while(|clause| quantity::read(clause).last().is_some_and(|it| it.range.end == clause.len()))
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
    // 80周岁及以上: no second thing.
    let clause = clause.replace("及以上", "").replace("及以下", "");
    let clause = clause.as_str();
    let marks = clause.matches('、').count();
    let last = clause.rfind('、').map_or(0, |at| at + '、'.len_utf8());
    let words = ["和", "与", "及"].iter().map(|word| clause[last..].matches(word).count()).sum::<usize>();
    match (marks, words) {
        (0, 0) => vec![1],
        (_, 0) => vec![marks + 1],
        (_, words) => (marks + 1..=marks + 1 + words).rev().collect(),
    }
}
