//! F09: shares of more than a whole.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "F09",
    name: "impossible-share",
    title: "占比、名次超出范围",
    group: Group::Figures,
    severity: Severity::Error,
    explanation: "占比、覆盖率、合格率一类的比率不会超过100%；“分别占”的各项合起来也不超过100%。完成率、增长率可以超过。“在全省13个市中排第15位”这样超出总数的名次也标出。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字准确",
    examples: &[
        wrong(&[("paragraph", "站台覆盖率达到‹120%›。")]),
        wrong(&[("paragraph", "新能源车占‹105%›。")]),
        wrong(&[("paragraph", "公交、地铁、步行分别占‹45%、40%、25%›。")]),
        wrong(&[("paragraph", "在全省13个设区市中综合排名第‹15›位。")]),
        right(&[(
            "paragraph",
            "在全省13个设区市中综合排名第5位，12个站台中第15号站台已改造，在全国31个省（区、市）中位列第7名。",
        )]),
        right(&[("paragraph", "完成年度目标的115%，同比增长120%，覆盖率100%，拨备覆盖率达到205.3%。")]),
        right(&[("paragraph", "两类分别占建议、提案总数的94.8%和95%。")]),
        right(&[("paragraph", "公交、地铁、步行分别占45%、40%、15%，为去年的130%。")]),
    ],
    check: Check::PassageWith("%第", check),
};

const RATES: [&str; 27] = [
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
    "供水率",
    "硬化率",
    "绿化率",
    "就业率",
    "整改率",
    "完好率",
    "答复率",
    "优良率",
    "入住率",
    "通过率",
    "及时率",
    "准确率",
    "无害化处理率",
];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    ranks(passage, found);
    if !text.contains('%') {
        return;
    }
    let percentages: Vec<_> = passage.quantities().iter().filter(|it| it.is_percentage() && !it.is_loose).collect();
    for percentage in percentages.iter().filter(|percentage| percentage.value > 100.0) {
        let before = text[..percentage.range.start].trim_end_matches(['到', '达', '为', '约', ' ']);
        let is_share = RATES.iter().any(|rate| before.ends_with(rate)) || before.ends_with('占');
        // 拨备覆盖率, 流动性覆盖率: what is held against a risk may well be more than it.
        let covers_risk = ["拨备覆盖率", "流动性覆盖率", "利息覆盖率", "担保覆盖率", "保障倍数覆盖率", "准备金覆盖率"]
            .iter()
            .any(|rate| before.ends_with(rate));
        if is_share && !covers_risk {
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

/// A rank beyond the number of those ranked: 在全省13个设区市中排第15位.
fn ranks(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, word) in text.match_indices('第') {
        let start = at + word.len();
        let digits = text[start..].len() - text[start..].trim_start_matches(|it: char| it.is_ascii_digit()).len();
        let end = start + digits;
        let Ok(rank) = text[start..end].parse::<f64>() else { continue };
        if !text[end..].starts_with(['位', '名']) {
            continue;
        }
        let from = text[..at].rfind(['。', '；', '\n']).map_or(0, |mark| mark + '。'.len_utf8());
        let before = &text[from..at];
        let Some(among) = before.rfind('中').filter(|among| before[*among..].chars().count() <= 10) else { continue };
        let is_rank = ["排", "位列", "位居", "居", "列"].iter().any(|word| before[among..].contains(word));
        // 在全省13个设区市中: the last count before 中, with nothing but its noun between.
        let count = passage.quantities().iter().rfind(|it| from <= it.range.start && it.range.end <= from + among);
        let Some(count) = count.filter(|it| !it.is_loose && matches!(it.unit, "个" | "家" | "所" | "人")) else {
            continue;
        };
        let noun = &text[count.range.end..from + among];
        let lead = &text[from..count.range.start];
        let is_all = lead.contains('在') && noun.chars().count() <= 12 && !noun.contains('，');
        if is_rank && is_all && rank > count.value {
            let message = format!("一共{}，名次不会到第{}", &text[count.range.clone()], &text[start..end]);
            found.at(passage.field, start..end, message);
        }
    }
}
