//! Parts of a whole.

use super::quantity::Quantity;
use super::whole::before_among;
use super::{Kind, Reading, Verdict, Working, fits, in_form, parted, rates, search};
use crate::text::characters;
use std::ops::Range;

/// Words that make a percentage one of change.
const CHANGES: [&str; 22] = [
    "增长", "增加", "提高", "提升", "上升", "增幅", "下降", "减少", "降低", "回落", "缩短", "压缩", "精简", "扩大",
    "同比", "环比", "增速", "上涨", "下调", "上调", "节约", "节省",
];
/// Words that make it a level all the same.
const LEVELS: [&str; 8] = ["提高到", "提升至", "提升到", "提高至", "增至", "降至", "达到", "上升到"];

/// Whether the percentage speaks of a change.
pub(super) fn is_change(reading: &Reading<'_>, percentage: &Quantity) -> bool {
    let segment = reading.segment(percentage.range.start);
    let lead = &reading.text[segment.start..percentage.range.start];
    if LEVELS.iter().any(|word| lead.trim_end().ends_with(word)) || lead.contains('占') {
        return false;
    }
    // 分别增长7.83%、12.47%: the second stands behind the first.
    let is_next = lead.trim().is_empty() && reading.text[..segment.start].trim_end().ends_with(['、', '和']);
    let before = if is_next {
        let sentence = reading.sentence(percentage.range.start);
        &reading.text[sentence.start..percentage.range.start]
    } else {
        lead
    };
    CHANGES.iter().any(|word| before.contains(word)) && (!is_next || before.contains("分别"))
}

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for percentage in reading.own().iter().filter(|quantity| quantity.is_percentage()) {
        // 100% is said of everything, and proves nothing.
        if percentage.is_loose
            || percentage.value >= 100.0 && percentage.value.fract() == 0.0 && !is_of(reading, percentage)
        {
            continue;
        }
        if is_change(reading, percentage) || found.iter().any(|working| working.range == percentage.range) {
            continue;
        }
        found.extend(share(reading, percentage));
    }
}

/// Whether 的 stands right before it: 目标12万人的115%.
fn is_of(reading: &Reading<'_>, percentage: &Quantity) -> bool {
    reading.text[..percentage.range.start].trim_end().ends_with('的')
}

fn share(reading: &Reading<'_>, percentage: &Quantity) -> Option<Working> {
    let at = percentage.range.start;
    let sentence = reading.sentence(at);
    let before = sentence.start..at;
    let segment = reading.segment(at);
    let lead = &reading.text[segment.start..at];
    // 贷款平均利率由4.2%降至3.5%: the price of money is no share of it.
    if ["利率", "税率", "费率", "收益率", "汇率"].iter().any(|rate| lead.contains(rate)) {
        return None;
    }
    let working = |verdict, part: &Quantity, whole: &Quantity, value: f64| Working {
        kind: Kind::Share,
        verdict,
        range: percentage.range.clone(),
        place: percentage.range.clone(),
        working: reading.shown(&[part, whole]).join(" ÷ "),
        result: in_form(value, percentage, reading.text),
    };

    // 占全市企业1600家的4%, 目标12万人的115%: the whole stands right before.
    let explicit = reading
        .within(&(segment.start..at))
        .rfind(|quantity| !quantity.is_percentage() && is_whole_before(&reading.text[quantity.range.end..at]));
    if let Some(whole) = explicit.filter(|whole| !whole.is_loose)
        && let Some(last) = reading.last(&(sentence.start..whole.range.start), whole.unit)
    {
        // 比2023年的150亿元增长24%，占1240亿元的15%: what it is compared with, or grew by, is not what has the share.
        let part = reading
            .within(&(sentence.start..whole.range.start))
            .rfind(|it| it.unit == whole.unit && !is_compared(reading, it));
        let part = part.filter(|part| !is_compared(reading, last) || part.range.end < last.range.start);
        if is_compared(reading, last) {
            let right = reading.everywhere().iter().filter(|it| it.unit == whole.unit && it.range != whole.range);
            let given = right.into_iter().find(|it| {
                let (value, error) = ratio(it, whole);
                !it.is_loose && fits(value, error.min(percentage.error), percentage)
            });
            return given.map(|part| working(Verdict::Confirmed, part, whole, ratio(part, whole).0));
        }
        let part = part?;
        if part.is_loose {
            return None;
        }
        let (value, error) = ratio(part, whole);
        let verdict = if fits(value, error, percentage) { Verdict::Confirmed } else { Verdict::Contradicted };
        return Some(working(verdict, part, whole, value));
    }

    // 就业率, 办结率: of the part that bears its name.
    if let Some(named) = rates::named(reading, percentage, lead) {
        return Some(named);
    }
    // The part is the last quantity before; the whole the last of its unit before 其中, or before the part.
    // 公交站点500米、300米覆盖率: how far something reaches is no part.
    let is_reach = |it: &Quantity| {
        let after = &reading.text[it.range.end..];
        matches!(it.unit, "米" | "公里" | "分钟")
            && ["覆盖", "服务", "半径", "范围", "以内", "内", "生活圈"].iter().any(|word| after.starts_with(word))
    };
    let part = reading.within(&before).rfind(|quantity| !quantity.is_percentage() && quantity.unit != "点");
    if part.is_some_and(is_reach) {
        return None;
    }
    if let Some(part) = part.filter(|part| !part.is_loose) {
        let since = &reading.text[sentence.start..part.range.start];
        let among = since.find("其中").map(|at| before_among(reading, sentence.start + at));
        let whole =
            among.and_then(|wholes| wholes.into_iter().find(|it| it.unit == part.unit && it.value >= part.value));
        let says_share = lead.contains('占') && bare_whole(lead);
        if let Some(whole) = whole.filter(|whole| !whole.is_loose && whole.value >= part.value) {
            let (value, error) = ratio(part, whole);
            if fits(value, error, percentage) {
                return Some(working(Verdict::Confirmed, part, whole, value));
            }
            if says_share {
                return Some(working(Verdict::Contradicted, part, whole, value));
            }
        }
    }
    // 小型水库占水库总数的, 占首期到位资金的: what bears the name goes before what gives the percentage by chance.
    if let Some(named) = parted::by_name(reading, percentage, lead, part) {
        return Some(named);
    }
    // One of several told together is of its own part, whatever stands nearest.
    let is_listed = is_one_of_several(reading, percentage);
    if !is_listed && let Some(told) = part.and_then(|part| told_of_the_last(reading, percentage, &segment, part)) {
        return Some(told);
    }
    if let Some(confirmed) = search::find(reading, percentage) {
        return Some(confirmed);
    }
    let part = part.filter(|_| !is_listed)?;
    // What is near and of one unit, but tied together only by its place.
    let same: Vec<&Quantity> = reading.within(&before).filter(|quantity| quantity.unit == part.unit).collect();
    let says_rate = lead.contains('率') || lead.ends_with("进度") || lead.contains('占') && bare_whole(lead);
    if let [.., whole, part] = same[..]
        && (same.len() == 2 || lead.contains('率'))
        && says_rate
        && !whole.is_loose
        && !part.is_loose
        && part.value <= whole.value
        && !is_beside(reading, whole, part)
        && is_told(reading, &segment, percentage, part)
    {
        let (value, error) = ratio(part, whole);
        if fits(value, error, percentage) {
            return Some(working(Verdict::Confirmed, part, whole, value));
        }
        // 整改323项，整改率59%: the rate of the very thing counted, of the only two figures there are.
        let is_capacity = lead.rsplit_once('率').is_some_and(|(stem, _)| is_of_capacity(reading, stem, part));
        let is_rate_of = same.len() == 2 && (is_named_rate(lead) || is_capacity);
        if is_near(value, percentage.value)
            || is_slip(&in_form(value, percentage, reading.text), percentage, reading.text)
            || is_rate_of
        {
            let verdict = if lead.contains('占') { Verdict::Contradicted } else { Verdict::Doubtful };
            return Some(working(verdict, part, whole, value));
        }
    }
    // 占园区工业增加值的55.68%: the whole by its name, wherever the letter gives it.
    if let Some(name) = lead.split_once('占').map(|(_, name)| name.trim().trim_end_matches('的').trim())
        && !part.is_loose
        && let Some(whole) = parted::named(reading, name, part)
    {
        let (value, error) = ratio(part, whole);
        if fits(value, error, percentage) {
            return Some(working(Verdict::Confirmed, part, whole, value));
        }
        if is_near(value, percentage.value) {
            return Some(working(Verdict::Doubtful, part, whole, value));
        }
    }
    if let Some(working) = of_a_plan(reading, percentage, lead, part) {
        return Some(working);
    }
    if let Some(working) = parted::find(reading, percentage, lead, part) {
        return Some(working);
    }
    let is_share = lead.contains('占') || lead.contains('率') || lead.contains("比例") || lead.contains("比重");
    is_share.then(|| {
        let figures = near(reading, percentage, part);
        Working::in_words(Kind::Share, Verdict::Underivable, percentage.range.clone(), figures)
    })
}

/// Whether a percentage is one of those behind 分别 or 依次.
fn is_one_of_several(reading: &Reading<'_>, percentage: &Quantity) -> bool {
    let text = reading.text;
    let sentence = reading.sentence(percentage.range.start);
    let before = &text[sentence.start..percentage.range.start];
    let clause = &before[before.rfind(['，', '；']).unwrap_or(0)..];
    clause.contains("分别") || clause.contains("依次")
}

/// 73户、291人，已签约58户，签约率75.9%: of the last two of one kind, where the rate is named for the last, a percentage of three
/// digits that is theirs but for two digits exchanged; a chance pair further off does not confirm it.
fn told_of_the_last(
    reading: &Reading<'_>,
    percentage: &Quantity,
    segment: &Range<usize>,
    part: &Quantity,
) -> Option<Working> {
    let text = reading.text;
    let lead = &text[segment.start..percentage.range.start];
    let sentence = reading.sentence(percentage.range.start);
    let same: Vec<&Quantity> =
        reading.within(&(sentence.start..percentage.range.start)).filter(|it| it.unit == part.unit).collect();
    let [.., whole, part] = same[..] else { return None };
    let says = lead.contains('率') || lead.contains('占') && bare_whole(lead);
    if is_beside(reading, whole, part)
        || !says
        || whole.is_loose
        || part.is_loose
        || part.value > whole.value
        || !is_told(reading, segment, percentage, part)
    {
        return None;
    }
    let (value, _) = ratio(part, whole);
    let right = in_form(value, percentage, text);
    (!fits(value, 0.0, percentage) && right != text[percentage.range.clone()] && is_slip(&right, percentage, text))
        .then(|| Working {
            kind: Kind::Share,
            verdict: Verdict::Doubtful,
            range: percentage.range.clone(),
            place: percentage.range.clone(),
            working: reading.shown(&[part, whole]).join(" ÷ "),
            result: right,
        })
}

/// Whether a figure is what another is compared with, or by how much it changed: 比上年的150亿元, 增加60万人次.
fn is_compared(reading: &Reading<'_>, quantity: &Quantity) -> bool {
    let lead = &reading.text[reading.segment(quantity.range.start).start..quantity.range.start];
    ["比", "较", "高于", "低于", "超过", "增加", "减少", "净增", "增长", "下降"].iter().any(|word| lead.contains(word))
}

/// Whether two figures stand side by side in a list: 公办40所、民办38所 are no whole and part.
fn is_beside(reading: &Reading<'_>, left: &Quantity, right: &Quantity) -> bool {
    let between = &reading.text[left.range.end..right.range.start];
    between.starts_with(['、', '和']) && !between.contains(['，', '；'])
}

/// Whether a rate is named for what was done: 整改率, 合格率 rather than 满意率.
fn is_named_rate(lead: &str) -> bool {
    const DONE: [&str; 14] = [
        "整改", "合格", "签约", "化解", "办结", "完成", "达标", "就业", "改造", "覆盖", "入学", "安装", "更新", "贯通",
    ];
    let name = lead.trim_end_matches(['为', '达', '到', '约', ' ']);
    let is_pace = ["支出进度", "投资进度", "执行进度"].iter().any(|pace| name.ends_with(pace));
    is_pace || DONE.iter().any(|done| name.strip_suffix('率').is_some_and(|name| name.ends_with(done)))
}

/// 计划A，已B，完成年度计划的P%: the share of a plan.
fn of_a_plan(reading: &Reading<'_>, percentage: &Quantity, lead: &str, part: &Quantity) -> Option<Working> {
    let own = lead.trim().trim_end_matches('的');
    let is_done = (own.starts_with("完成") || own.starts_with('占') || own.starts_with('为'))
        && ["计划", "目标", "任务"].iter().any(|word| own.ends_with(word));
    let sentence = reading.sentence(percentage.range.start);
    let before = sentence.start..part.range.start;
    let names = |it: &Quantity| &reading.text[reading.segment(it.range.start).start..it.range.start];
    let is_plan = |it: &&Quantity| ["计划", "目标", "任务"].iter().any(|word| names(it).contains(word));
    let whole = reading.within(&before).rfind(|it| it.unit == part.unit && !it.is_loose && is_plan(it))?;
    if !is_done || part.is_loose {
        return None;
    }
    // What is planned is exact.
    let (value, _) = ratio(part, whole);
    let error = value * part.error / part.value.max(1e-9);
    Some(Working {
        kind: Kind::Share,
        verdict: if fits(value, error, percentage) { Verdict::Confirmed } else { Verdict::Doubtful },
        range: percentage.range.clone(),
        // Far more than all of it: the part is as likely the slip.
        place: if value > 250.0 { part.range.start..percentage.range.end } else { percentage.range.clone() },
        working: reading.shown(&[part, whole]).join(" ÷ "),
        result: in_form(value, percentage, reading.text),
    })
}

/// What stands between a whole and its share: 的, or a noun and 的 (18个省辖市的).
fn is_whole_before(between: &str) -> bool {
    between
        .trim()
        .strip_suffix('的')
        .is_some_and(|noun| noun.chars().count() <= 6 && noun.chars().all(characters::is_han))
}

/// 占75%, 占比75%, 占总数的75%: the whole is what was named before.
fn bare_whole(lead: &str) -> bool {
    let Some((own, name)) = lead.rsplit_once('占') else { return false };
    // 资本金占30%: of something else than the figure before.
    let is_own = matches!(own.trim(), "" | "约" | "仅" | "只" | "共" | "已" | "也" | "均");
    is_own
        && matches!(
            name.trim().trim_end_matches(['为', '达', '约']),
            "" | "比" | "总数的" | "其" | "比例" | "比重" | "全部的" | "总量的" | "了"
        )
}

/// Whether a rate is that of the last figure: 开放469所，开放率; of 占 it always is.
fn is_told(reading: &Reading<'_>, segment: &Range<usize>, percentage: &Quantity, part: &Quantity) -> bool {
    let (start, lead) = (segment.start, &reading.text[segment.start..percentage.range.start]);
    let Some((stem, _)) = lead.rsplit_once('率') else { return true };
    // 按期办结率, 检出不合格68批次，合格率: of something else than what is counted.
    let own = &reading.text[reading.segment(part.range.start).start..part.range.start];
    let is_rest = rates::stem(lead).is_some_and(|stem| own.contains(&format!("不{stem}")));
    let is_qualified = ["按期", "及时", "按时", "一次", "初次", "首次", "限期", "当场"]
        .iter()
        .any(|it| stem.contains(it) && !own.contains(it));
    if is_rest || is_qualified {
        return false;
    }
    if is_of_capacity(reading, stem, part) {
        return true;
    }
    let word: Vec<char> = stem.chars().filter(|it| characters::is_han(*it)).collect();
    let segment = reading.segment(part.range.start);
    let own = &reading.text[segment];
    // 建立3667所，建成率: one character is enough where the rate follows at once.
    let is_next = reading.text.get(part.range.end..start).is_some_and(|between| between.trim() == "，");
    word.windows(2).last().is_some_and(|pair| {
        own.contains(pair.iter().collect::<String>().as_str()) || is_next && pair.iter().any(|it| own.contains(*it))
    })
}

/// 设计能力58.5万吨，实际处理43.875万吨，负荷率75%: how much of what could be done is.
fn is_of_capacity(reading: &Reading<'_>, stem: &str, part: &Quantity) -> bool {
    let is_use = ["负荷", "利用", "使用", "入住", "上座"].iter().any(|word| stem.ends_with(word));
    let before = &reading.text[reading.sentence(part.range.start).start..part.range.start];
    let has_capacity = ["设计", "核定", "额定"].iter().any(|word| before.contains(word));
    is_use && has_capacity && before[before.rfind('，').unwrap_or(0)..].contains("实际")
}

/// Whether the figure said is the one worked out with two digits exchanged.
fn is_slip(right: &str, said: &Quantity, text: &str) -> bool {
    let sorted = |figure: &str| {
        let mut digits: Vec<u8> = figure.bytes().filter(u8::is_ascii_digit).collect();
        digits.sort_unstable();
        digits
    };
    let written = &text[said.number.clone()];
    written.len() >= 3 && sorted(right) == sorted(written)
}

/// Whether two percentages are so near that one is likely a slip of the other.
fn is_near(value: f64, said: f64) -> bool {
    (value - said).abs() <= 15.0 || (value * 10.0 - said).abs() < 0.5 || (value - said * 10.0).abs() < 0.5
}

/// The figures around the percentage that do not give it.
fn near(reading: &Reading<'_>, percentage: &Quantity, part: &Quantity) -> String {
    let paragraph = reading.paragraph(percentage.range.start);
    let near: Vec<&Quantity> = reading
        .within(&(paragraph.start..percentage.range.start))
        .filter(|quantity| quantity.unit == part.unit)
        .collect();
    let mut shown = reading.shown(&near);
    shown.dedup();
    let skipped = shown.len().saturating_sub(4);
    shown.split_off(skipped).join("、")
}

pub(super) fn ratio(part: &Quantity, whole: &Quantity) -> (f64, f64) {
    if whole.value == 0.0 {
        return (f64::INFINITY, 0.0);
    }
    let value = part.value / whole.value * 100.0;
    (value, value * (part.error / part.value.max(1e-9) + whole.error / whole.value))
}
