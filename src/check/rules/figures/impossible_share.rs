//! F09: shares of more than a whole.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "F09",
    name: "impossible-share",
    title: "占比超过百分之百",
    group: Group::Figures,
    severity: Severity::Error,
    explanation: "占比、覆盖率、合格率一类的比率不会超过100%；“分别占”的各项合起来也不超过100%。完成率、增长率可以超过。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字准确",
    examples: &[
        wrong(&[("paragraph", "站台覆盖率达到‹120%›。")]),
        wrong(&[("paragraph", "新能源车占‹105%›。")]),
        wrong(&[("paragraph", "公交、地铁、步行分别占‹45%、40%、25%›。")]),
        right(&[("paragraph", "完成年度目标的115%，同比增长120%，覆盖率100%。")]),
        right(&[("paragraph", "两类分别占建议、提案总数的94.8%和95%。")]),
        right(&[("paragraph", "公交、地铁、步行分别占45%、40%、15%，为去年的130%。")]),
    ],
    check: Check::PassageWith("%", check),
};

const RATES: [&str; 14] = [
    "覆盖率",
    "合格率",
    "满意率",
    "办结率",
    "安装率",
    "签约率",
    "及格率",
    "普及率",
    "准点率",
    "成功率",
    "持证率",
    "达标率",
    "知晓率",
    "占比",
];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    if !text.contains('%') {
        return;
    }
    let percentages: Vec<_> = passage.quantities().iter().filter(|it| it.is_percentage() && !it.is_loose).collect();
    for percentage in percentages.iter().filter(|percentage| percentage.value > 100.0) {
        let before = text[..percentage.range.start].trim_end_matches(['到', '达', '为', '约', ' ']);
        let is_share = RATES.iter().any(|rate| before.ends_with(rate)) || before.ends_with('占');
        if is_share {
            found.at(passage.field, percentage.range.clone(), "这类比率不会超过100%");
        }
    }
    for (at, words) in text.match_indices("分别占") {
        let start = at + words.len();
        let end = text[start..].find(['，', '。', '；']).map_or(text.len(), |end| start + end);
        // 分别占建议、提案总数的94.8%和95%: two wholes.
        if !text[start..].trim_start_matches([' ', '约']).starts_with(|it: char| it.is_ascii_digit()) {
            continue;
        }
        let own: Vec<_> = percentages.iter().filter(|it| start <= it.range.start && it.range.end <= end).collect();
        let sum: f64 = own.iter().map(|it| it.value).sum();
        let slack: f64 = own.iter().map(|it| it.error).sum();
        if let (Some(first), Some(last)) = (own.first(), own.last())
            && own.len() >= 2
            && sum > 100.0 + slack + 1e-9
        {
            let message = format!("各项合起来是{sum:.1}%，超过100%");
            found.at(passage.field, first.range.start..last.range.end, message);
        }
    }
}
