//! D23: a rate without its percent sign.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "D23",
    name: "rate-without-percent",
    title: "百分率缺“%”",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "覆盖率、合格率、占比一类的数后面写“%”，不写成“覆盖率达到92.6。”“按20的税率”。容积率、总和生育率一类本来没有百分号的不在此列。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字准确",
    examples: &[
        wrong(&[("paragraph", "公交站点覆盖率达到‹92.6›。")]).mended("公交站点覆盖率达到92.6%。"),
        wrong(&[("paragraph", "到年底，站台更新率达到‹98›以上。")]).mended("到年底，站台更新率达到98%以上。"),
        wrong(&[("paragraph", "准点率由85%提高到‹92›，乘客满意。")]),
        wrong(&[("paragraph", "新能源公交车420辆，占‹60.3›，居全省前列。")]),
        wrong(&[("paragraph", "票款按‹3›的税率缴纳增值税。")]).mended("票款按3%的税率缴纳增值税。"),
        right(&[("paragraph", "站房容积率为2.5，总和生育率为1.3，准点率达到92.6%，更新率达98%以上。")]),
        right(&[("paragraph", "准点率提高5个百分点，覆盖率居全省第3，投诉率降至百万分之3，频率为2，占地3亩。")]),
        right(&[("paragraph", "满意率达95分，满载率超过1，车辆完好率排名前5，利用率提高2倍，覆盖率为100％。")]),
        right(&[("paragraph", "办结率、满意率均达到100%；按2∶1的比例，按10的倍数设置。")]),
    ],
    check: Check::PassageWith("率占按", check),
};

/// Rates that are no shares of a hundred.
const OTHERS: [&str; 23] = [
    "帧", "容积", "频", "汇", "功", "心", "分辨", "生育", "倍", "速", "概", "死亡", "发生", "发病", "患病", "出生",
    "周转", "曲", "斜", "比", "杠杆", "压缩", "变",
];

/// What leads from a rate to its value.
const VERBS: [&str; 20] = [
    "达到",
    "均达到",
    "达",
    "均达",
    "为",
    "提高到",
    "提高至",
    "提升到",
    "提升至",
    "上升到",
    "上升至",
    "升至",
    "下降到",
    "下降至",
    "降至",
    "降到",
    "保持在",
    "稳定在",
    "均为",
    "控制在",
];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for run in numbers(text) {
        let (before, after) = (&text[..run.start], &text[run.end..]);
        let Ok(value) = text[run.clone()].parse::<f64>() else { continue };
        // Of a rate up to one nothing is sure: 0.95 is written so as well.
        if !(1.5..=100.0).contains(&value) {
            continue;
        }
        let is_end = after.starts_with(['，', '。', '；', '）']);
        let is_bound = ["以上", "以下", "左右"].iter().any(|word| after.starts_with(word));
        let is_rate = (is_end || is_bound) && names_rate(before);
        let is_share = is_end && is_share(before);
        let is_levied = before.ends_with('按')
            && ["的税率", "的比例", "的征收率", "的费率", "的利率"].iter().any(|word| after.starts_with(word));
        if is_rate || is_share || is_levied {
            let right = format!("{}%", &text[run.clone()]);
            found.at(passage.field, run.clone(), "百分率后面缺“%”").mend(Applicability::Review, run, right);
        }
    }
}

/// Whether a number behind `before` is the value of a rate: 覆盖率达到, 准点率由85%提高到.
fn names_rate(before: &str) -> bool {
    let Some(words) = VERBS.iter().filter_map(|verb| before.strip_suffix(verb)).min_by_key(|it| it.len()) else {
        return false;
    };
    // 由85%提高到: what it was before stands between.
    let words = match words.rfind(['由', '从']) {
        Some(at) if words[at..].ends_with('%') => &words[..at],
        _ => words,
    };
    words.strip_suffix('率').is_some_and(|name| !OTHERS.iter().any(|other| name.ends_with(other)))
        || words.ends_with("占比")
        || words.ends_with("比重")
}

/// Whether a number behind `before` is a share by itself: 420辆，占60.3，
fn is_share(before: &str) -> bool {
    before.ends_with("，占") || before.ends_with("占比") || before.ends_with("，占比达")
}

/// Every number with or without a decimal point, in bytes.
fn numbers(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
    let mut last = 0;
    characters::digits(text).filter_map(move |run| {
        if run.start < last {
            return None;
        }
        let decimals =
            text[run.end..].strip_prefix('.').map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
        last = if decimals > 0 { run.end + 1 + decimals } else { run.end };
        Some(run.start..last)
    })
}
