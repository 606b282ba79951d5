//! So much for each, so many of them: so much in all.

use super::each::Counted;
use super::near::digits;
use super::quantity::Quantity;
use super::whole::{is_slip, lead};
use super::{Kind, Reading, Verdict, Working, fits, in_form};
use std::ops::Range;

/// Words that say that a figure is all of it.
const SUMS: [&str; 12] =
    ["共", "累计", "合计", "总计", "总额", "全年", "发放", "安排", "支出", "需", "总投资", "总投入"];

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for (at, word) in reading.matches("每") {
        if let Some((counted, end)) = Counted::behind(reading.text, at + word.len()) {
            found.extend(product(reading, at, end, &counted));
        }
    }
    for (at, word) in reading.matches("，即") {
        found.extend(share_of(reading, at, at + word.len()));
    }
    for word in ["户均", "人均", "亩均"] {
        for (at, word) in reading.matches(word) {
            let unit = match word {
                "户均" => "户",
                "人均" => "人",
                _ => "亩",
            };
            found.extend(product(reading, at, at + word.len(), &Counted::Unit(unit)));
        }
    }
}

/// 年度任务200套的120%，即240套.
fn share_of(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let said = reading.within(&(end..sentence.end)).next().filter(|said| said.range.start == end && !said.is_loose)?;
    let [.., whole, share] = reading.within(&(sentence.start..at)).collect::<Vec<_>>()[..] else { return None };
    let is_own = share.is_percentage() && share.range.end == at && &text[whole.range.end..share.range.start] == "的";
    if !is_own || whole.unit != said.unit || whole.is_loose || share.is_loose {
        return None;
    }
    let value = whole.value * share.value / 100.0;
    let error = whole.value * share.error / 100.0;
    let verdict = if fits(value, error, said) { Verdict::Confirmed } else { Verdict::Doubtful };
    let shown = format!("{} × {}", whole.shown(text), share.shown(text).to_owned() + "%");
    Some(Working::of(Kind::Share, verdict, said, shown, in_form(value, said, text)))
}

/// 365只，每只补助120元，累计支出A.
fn product(reading: &Reading<'_>, at: usize, end: usize, counted: &Counted<'_>) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let each = reading.within(&(end..sentence.end)).next().filter(|each| !each.is_loose && !each.is_percentage())?;
    if each.unit != "元" && !(is_counted(each.unit) && reading.segment(each.range.start).start <= at) {
        return None;
    }
    let segment = reading.segment(each.range.start);
    // 每人每月, 每年每个, 每人5次、每次…: more is multiplied than is seen here; 每所每年…全年 is one year's.
    let own = &text[segment.start..each.range.end];
    let is_yearly = own.contains("每年") || own.contains("每学年");
    let times = own.matches('每').count() - usize::from(is_yearly && own.matches('每').count() > 1);
    let is_mean = text[at..end].ends_with('均') && times == 0;
    if !(times == 1 || is_mean) || segment.start > at || text[end..each.range.start].chars().count() > 12 {
        return None;
    }
    if text[each.range.end..].starts_with(['/', '（', '至', '—', '～']) || own.contains("每月") || own.contains("每天")
    {
        return None;
    }
    let (said, is_own) = all_of_it(reading, each, &sentence, counted)?;
    // 三年共, 5个月共: for so long.
    let between = &text[each.range.end..said.range.start];
    let own = lead(reading, said);
    let years = own.replace("全年", "").replace("每年", "").replace("每学年", "");
    let years = years.as_str();
    // 2024年共: in that year.
    let years = years
        .strip_prefix(|it: char| it.is_ascii_digit())
        .map_or(years, |rest| rest.trim_start_matches(|it: char| it.is_ascii_digit()).trim_start_matches('年'));
    // 共购置12套，另付安装费6万元，合计: with more than so many of them.
    let others = reading.within(&(each.range.end..said.range.start)).any(|it| it.unit == said.unit);
    if text[at..each.range.start].contains("最高") || text[at..each.range.start].contains("上限") {
        return None;
    }
    if others || ["另", "加上", "连同"].iter().any(|word| between.contains(word)) {
        return None;
    }
    // 年处理12万吨，年需处理费: of a year both.
    let counts_a_year = |it: &Quantity| counted.is(reading, it) && lead(reading, it).contains('年');
    let years = match reading.within(&(each.range.end..said.range.start)).any(counts_a_year) {
        true => years.trim_start_matches('年'),
        // 人均年补助1万元，年发放补助: of a year both.
        false if text[at..each.range.start].contains("均年") => years.trim_start_matches('年'),
        false => years,
    };
    // 每户年均节约600元，2.4万户每年共节约: of a year both.
    let says_year =
        ["年均", "每年", "全年", "均年"].iter().any(|word| text[segment.start..each.range.start].contains(word));
    let is_long = ["月", "期", "批", "轮", "年", "学期"].iter().any(|word| years.contains(word))
        || if says_year { between.replace("每年", "").contains('每') } else { between.contains('每') };
    // 按每辆每年1.5万元计算，216辆共需324万元: the count stands right before it.
    let is_beside =
        reading.within(&(reading.segment(said.range.start).start..said.range.start)).any(|it| counted.is(reading, it));
    if said.is_loose
        || is_long
        || is_yearly
            && !is_beside
            && !["全年", "每年", "年"].iter().any(|word| own.contains(word))
            && !text[each.range.end..said.range.start].starts_with("，共")
    {
        return None;
    }
    let product = |count: &Quantity| each.value * count.value;
    // A rate of whole numbers is set, not rounded: 每台15万元.
    let rounding = if text[each.number.clone()].contains('.') { each.error } else { 0.0 };
    let error = |count: &Quantity| rounding * count.value + count.error * each.value;
    let is_count = |it: &&Quantity| !it.is_loose && it.value > 1.0 && counted.is(reading, it);
    let working = |verdict, count: &Quantity| {
        let shown = format!("{} × {}", each.shown(text), count.shown(text));
        Working::of(Kind::Total, verdict, said, shown, in_form(product(count), said, text))
    };
    let paragraph = reading.paragraph(at);
    let end = reading.sentence(said.range.start).end;
    let near: Vec<&Quantity> = reading.within(&(paragraph.start..end)).filter(is_count).collect();
    let gives = |count: &Quantity| fits(product(count), error(count).min(said.error), said);
    if let Some(count) = near.iter().find(|count| gives(count)) {
        return Some(working(Verdict::Confirmed, count));
    }
    let start = reading.sentence(if is_own { at } else { said.range.start }).start;
    let own: Vec<&Quantity> =
        near.iter().copied().filter(|it| it.range.start >= start && it.range.end <= said.range.start).collect();
    let is_said = SUMS[..6].iter().any(|word| lead(reading, said).contains(word))
        || each.unit != "元" && one_counted(reading, each, said, counted);
    match own[..] {
        [count] if is_said => {
            let is_right = fits(product(count), error(count), said);
            return Some(working(if is_right { Verdict::Confirmed } else { Verdict::Doubtful }, count));
        }
        _ => {}
    }
    let is_slipped = |count: &Quantity| digits(reading, said) >= 2 && is_slip(text, product(count), error(count), said);
    if let Some(count) = near.iter().rev().find(|count| is_slipped(count)) {
        return Some(working(Verdict::Doubtful, count));
    }
    // The count stands in another paragraph.
    let far = || reading.everywhere().iter().filter(is_count);
    if let Some(count) = far().find(|count| gives(count)) {
        return Some(working(Verdict::Confirmed, count));
    }
    let slipped = far().find(|count| digits(reading, said) >= 3 && is_slipped(count));
    slipped.map(|count| working(Verdict::Doubtful, count))
}

/// What is handed out by the piece: so many people, places, things for each.
fn is_counted(unit: &str) -> bool {
    matches!(unit, "人" | "人次" | "个" | "台" | "套" | "件" | "张" | "辆" | "床" | "份" | "场" | "户" | "只" | "株")
}

/// Whether what stands between what there is for each and all of it is their count alone.
fn one_counted(reading: &Reading<'_>, each: &Quantity, all: &Quantity, counted: &Counted<'_>) -> bool {
    let mut between = reading.within(&(each.range.end..all.range.start));
    between.next().is_some_and(|count| counted.is(reading, count)) && between.next().is_none()
}

/// The figure that is all of it: in the sentence of 每, or in the next one right behind its count. And whether it is in its own.
fn all_of_it<'a>(
    reading: &Reading<'a>,
    each: &Quantity,
    sentence: &Range<usize>,
    counted: &Counted<'_>,
) -> Option<(&'a Quantity, bool)> {
    // 每座配备6名，共24名; 每期48人，共培训288人次: of things only right behind it.
    let is_people = |unit: &str| matches!(unit, "人" | "人次");
    let is_sum = |it: &&Quantity| {
        let lead = lead(reading, it);
        let is_next = each.unit == "元" || {
            let between = reading.text.get(each.range.end..it.range.start).unwrap_or_default();
            lead.starts_with('共') && between.strip_prefix('，').is_some_and(|words| words.chars().count() <= 4)
                || lead.starts_with("每年共") && between.chars().count() <= 7
                // 每户发放50只，共惠及320户，发放1.6万只: right behind its count.
                || ["发放", "共发放", "累计发放", "配发", "共配备", "共培训"].iter().any(|word| lead.starts_with(word))
                    && between.chars().count() <= 20
                    && one_counted(reading, each, it, counted)
        };
        (it.unit == each.unit || is_people(it.unit) && is_people(each.unit))
            && it.value > each.value
            && is_next
            && SUMS.iter().any(|word| lead.contains(word))
    };
    if let Some(own) = reading.within(&(each.range.end..sentence.end)).find(is_sum) {
        return Some((own, true));
    }
    if sentence.end >= reading.paragraph(each.range.start).end {
        return None;
    }
    let next = reading.sentence(sentence.end + '。'.len_utf8());
    let mut figures = reading.within(&next);
    let count = figures.next().filter(|count| counted.is(reading, count))?;
    let said = figures.next()?;
    let between = &reading.text[count.range.end..said.range.start];
    // 每部补助15万元。加装56部，拨付补助资金840万元.
    let is_paid = said.unit == "元"
        && each.unit == "元"
        && ["，拨付", "，发放", "，补助", "，兑付", "，兑现", "，支付"].iter().any(|word| between.starts_with(word))
        && between.chars().count() <= 9;
    (between.starts_with("，共") && is_sum(&said) || is_paid).then_some((said, false))
}
