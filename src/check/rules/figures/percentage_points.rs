//! F10: per cent where percentage points are meant.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "F10",
    name: "percentage-points",
    title: "百分点与百分比",
    group: Group::Figures,
    severity: Severity::Warning,
    explanation: "两个百分数相差多少，用“百分点”：由85%提高到91%，是提高6个百分点，不是提高6%。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字准确",
    examples: &[
        wrong(&[("paragraph", "准点率由85%提高到91%，提高‹6%›。")]).mended("准点率由85%提高到91%，提高6个百分点。"),
        wrong(&[("paragraph", "满意度由2024年的86.5%提高到2025年的93.1%，提高‹6.6%›。")]),
        wrong(&[("paragraph", "准点率91.3%，比2022年的86.8%提高‹4.5%›。")]),
        right(&[("paragraph", "准点率由85%提高到91%，提高6个百分点。")]),
        right(&[("paragraph", "准点率由80%提高到88%，提高10%。")]),
        right(&[("paragraph", "准点率91%，比上年提高6个百分点，客流增长6%。")]),
    ],
    check: Check::PassageWith("%", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    if text.matches('%').nth(2).is_none() {
        return;
    }
    for triple in passage.quantities().windows(3) {
        let [from, to, said] = triple else { continue };
        if !triple.iter().all(|it| it.is_percentage() && !it.is_loose) {
            continue;
        }
        let lead = text[..from.range.start].trim_end();
        let between = &text[from.range.end..to.range.start];
        let verb = text[to.range.end..said.range.start].trim_start_matches(['，', ' ']);
        // 由2024年的86.5%提高到: a time may stand before the figure.
        let clause = &lead[lead.rfind(['，', '。', '；']).map_or(0, |at| at)..];
        let is_from = clause.rfind(['由', '从']).is_some_and(|at| clause[at..].chars().count() <= 9);
        let is_change = is_from
            && between.chars().count() <= 12
            && ["到", "至", "为", "年的"].iter().any(|end| between.ends_with(end))
            && ["提高", "上升", "提升", "增加", "下降", "降低", "减少", "提高了", "下降了"].contains(&verb);
        // 匹配度91.3%，比2022年的86.8%提高4.5%.
        let is_compared = {
            let between = text[from.range.end..to.range.start].trim_start_matches('，');
            (between.starts_with('比') || between.starts_with('较'))
                && between.ends_with('的')
                && between.chars().count() <= 12
        };
        let is_change = is_change
            || is_compared && ["提高", "上升", "提升", "增加", "下降", "降低", "回落", "提高了"].contains(&verb);
        if is_change && ((to.value - from.value).abs() - said.value).abs() < 0.05 {
            let points = format!("{}个百分点", &text[said.number.clone()]);
            found.at(passage.field, said.range.clone(), format!("应为“{points}”")).mend(
                Applicability::Review,
                said.range.clone(),
                points,
            );
        }
    }
}
