//! The arithmetic of a letter: what its own figures give is worked out and held against what it says.
//!
//! A working is confirmed, contradicted, or cannot be derived; the last is for a person to look up, and never called
//! wrong. Nothing is contradicted unless the text itself says which figures belong together.

mod among;
mod apart;
mod average;
mod bare;
mod beside;
mod by_year;
mod classes;
mod conversion;
mod daily;
mod direction;
mod disjoint;
mod each;
mod growth;
mod left;
mod limit;
mod list;
mod months;
mod multiple;
mod named_span;
mod near;
mod overdone;
mod paired;
mod parted;
mod parts;
mod period;
mod points;
mod prizes;
mod product;
mod proportion;
pub mod quantity;
mod rates;
mod ratio;
mod reading;
mod reckoned;
mod rest;
mod search;
mod series;
mod share;
mod shares;
mod spread;
mod states;
mod stock;
mod term;
mod thousand;
mod together;
mod total;
mod unit;
mod whole;

pub use reading::{Reach, Spoken};

use crate::text::presence::Presence;
use quantity::Quantity;
use reading::Reading;
use std::ops::Range;

/// What a working works out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A part of a whole: 占, 率.
    Share,
    /// A change: 增长, 下降, 由…增加到….
    Growth,
    /// A sum: 合计, 其中.
    Total,
    /// What is left: 其余.
    Rest,
    /// 平均, 人均, 年均.
    Average,
    /// How long: 为期三个月.
    Period,
    /// The same in another unit: 3000亩（200公顷）.
    Conversion,
}

/// How a working comes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The figures give what the text says.
    Confirmed,
    /// They give something else, and the text says that they belong together.
    Contradicted,
    /// They give something else, but whether they belong together is not said outright.
    Doubtful,
    /// The text holds no figures that would give it.
    Underivable,
}

/// One figure that others give.
#[derive(Clone, Debug, PartialEq)]
pub struct Working {
    /// What is worked out.
    pub kind: Kind,
    /// How it comes out.
    pub verdict: Verdict,
    /// The figure that the text gives, in bytes.
    pub range: Range<usize>,
    /// All that may be the slip where it is contradicted, in bytes: the figure, or it and its parts.
    pub place: Range<usize>,
    /// The figures it is worked out from, as 56.43 ÷ 101.34; of an underivable one those that do not give it.
    pub working: String,
    /// What they give, as 55.68%; empty where nothing does.
    pub result: String,
}

impl Working {
    /// One line for a person: `55.68% = 56.43 ÷ 101.34 ✓`.
    pub fn line(&self, text: &str) -> String {
        let said = &text[self.range.clone()];
        match self.verdict {
            Verdict::Confirmed => format!("{said} = {} ✓", self.working),
            Verdict::Contradicted | Verdict::Doubtful if self.result.is_empty() => format!("{} ✗", self.working),
            Verdict::Contradicted | Verdict::Doubtful => format!("{said} ≠ {} = {} ✗", self.working, self.result),
            Verdict::Underivable if self.working.is_empty() => format!("{said} 文中没有可供核算的数据"),
            Verdict::Underivable => format!("{said} 由{}推不出", self.working),
        }
    }

    /// The working of the figure `said`, which is the place of the slip where there is one.
    fn of(kind: Kind, verdict: Verdict, said: &Quantity, working: String, result: String) -> Self {
        Self { kind, verdict, range: said.range.clone(), place: said.range.clone(), working, result }
    }

    /// The working of `place` that gives no figure and is told in `words` alone: 说的是减，而A比B大.
    fn in_words(kind: Kind, verdict: Verdict, place: Range<usize>, words: String) -> Self {
        Self { kind, verdict, range: place.clone(), place, working: words, result: String::new() }
    }

    /// The working with its places moved `by` bytes on.
    fn moved(mut self, by: usize) -> Self {
        for place in [&mut self.range, &mut self.place] {
            *place = place.start + by..place.end + by;
        }
        self
    }
}

/// What the figures of one paragraph come to; ranges count from its start.
#[derive(Clone, Debug)]
pub struct Worked {
    /// The workings in the order of the text.
    pub workings: Vec<Working>,
    /// What was looked at besides the paragraph.
    pub reach: Reach,
}

/// Works out the paragraph at `range` of `body`, whose quantities are `quantities`. `presence` is that of the paragraph.
pub fn of_paragraph(body: &str, range: Range<usize>, quantities: &[Quantity], presence: &Presence) -> Worked {
    let reading = Reading::of(body, range.clone(), quantities, presence);
    let mut found = Vec::new();
    // Every working is of a quantity of the paragraph's own.
    if !reading.own().is_empty() {
        parts::find(&reading, &mut found);
        total::find(&reading, &mut found);
        spread::find(&reading, &mut found);
        together::find(&reading, &mut found);
        classes::find(&reading, &mut found);
        among::find(&reading, &mut found);
        rest::find(&reading, &mut found);
        apart::find(&reading, &mut found);
        stock::find(&reading, &mut found);
        states::find(&reading, &mut found);
        multiple::find(&reading, &mut found);
        product::find(&reading, &mut found);
        months::find(&reading, &mut found);
        reckoned::find(&reading, &mut found);
        growth::find(&reading, &mut found);
        series::find(&reading, &mut found);
        beside::find(&reading, &mut found);
        direction::find(&reading, &mut found);
        points::find(&reading, &mut found);
        ratio::find(&reading, &mut found);
        average::find(&reading, &mut found);
        daily::find(&reading, &mut found);
        thousand::find(&reading, &mut found);
        shares::find(&reading, &mut found);
        share::find(&reading, &mut found);
        conversion::find(&reading, &mut found);
        bare::find(&reading, &mut found);
        by_year::find(&reading, &mut found);
        overdone::find(&reading, &mut found);
        paired::find(&reading, &mut found);
        prizes::find(&reading, &mut found);
        proportion::find(&reading, &mut found);
    }
    limit::find(&reading, &mut found);
    period::find(&reading, &mut found);
    named_span::find(&reading, &mut found);
    term::find(&reading, &mut found);
    let mut found = told_once(found);
    for working in &mut found {
        for place in [&mut working.range, &mut working.place] {
            debug_assert!(range.start <= place.start && place.end <= range.end, "{place:?} lies outside {range:?}");
            *place = place.start.saturating_sub(range.start)..place.end.saturating_sub(range.start);
        }
    }
    Worked { workings: found, reach: reading.reach() }
}

/// Every figure of `body` that others give or ought to give, in the order of the text.
pub fn workings(body: &str) -> Vec<Working> {
    let quantities = quantity::read(body);
    let mut found = Vec::new();
    let mut start = 0;
    for line in body.split('\n') {
        let range = start..start + line.len();
        let worked = of_paragraph(body, range, &quantities, &Presence::of(line));
        found.extend(worked.workings.into_iter().map(|working| working.moved(start)));
        start += line.len() + 1;
    }
    found
}

/// What is told against the figures of `text`, a line each.
#[cfg(test)]
fn faults(text: &str) -> Vec<String> {
    workings(text).iter().map(|it| it.line(text)).filter(|line| line.contains('✗')).collect()
}

/// The workings in the order of the text, each place with one word against it at most: what one derivation confirms, a looser one
/// does not put in doubt, and what several contradict is contradicted once.
fn told_once(mut found: Vec<Working>) -> Vec<Working> {
    found.sort_by_key(|working| (working.range.start, working.range.end));
    let weight = |working: &Working| match working.verdict {
        Verdict::Contradicted => 3,
        Verdict::Doubtful => 2,
        Verdict::Confirmed => 1,
        Verdict::Underivable => 0,
    };
    let mut keep = vec![true; found.len()];
    for later in 1..found.len() {
        for earlier in (0..later).rev() {
            let (left, right) = (&found[earlier], &found[later]);
            let is_same = left.range == right.range;
            let overlaps = left.place.start < right.place.end && right.place.start < left.place.end;
            if !keep[earlier] || !keep[later] || left.kind != right.kind || !is_same && !overlaps {
                continue;
            }
            let (strong, weak) = (weight(left), weight(right));
            // A confirmed figure may still stand in the place of another's parts.
            let loser = match (strong, weak) {
                (1, 2) if is_same => later,
                (2, 1) if is_same => earlier,
                (2.., 2..) if weak > strong => earlier,
                (2.., 2..) => later,
                _ => continue,
            };
            keep[loser] = false;
        }
    }
    let mut kept = keep.into_iter();
    found.retain(|_| kept.next().unwrap_or(true));
    found
}

/// `value` with as many decimals as `like` shows, in its scale; with one at least where it is not whole.
fn in_form(value: f64, like: &Quantity, text: &str) -> String {
    let digits = &text[like.number.clone()];
    let decimals = digits.find('.').map_or(0, |point| digits.len() - point - 1);
    let scaled = value / like.scale;
    let is_whole = (scaled - scaled.round()).abs() < 0.05;
    let decimals = if is_whole { decimals } else { decimals.max(1) };
    let number = rounded(scaled, decimals);
    // 0.0亿元 says nothing: what is far smaller is shown in a scale of its own.
    if like.scale > 1.0 && scaled.abs() < 10f64.powi(-i32::try_from(decimals).unwrap_or(0)) {
        let unit = text[like.number.end..like.range.end].trim_start().trim_start_matches(['万', '亿', '千', '百']);
        let (small, scale) = if value.abs() >= 1e4 { (value / 1e4, "万") } else { (value, "") };
        let number = format!("{small:.2}");
        return format!("{}{scale}{unit}", number.trim_end_matches('0').trim_end_matches('.'));
    }
    format!("{number}{}", &text[like.number.end..like.range.end].trim_start())
}

/// `value` to so many decimals, a half always up: 62.5 to none is 63.
fn rounded(value: f64, decimals: usize) -> String {
    let unit = 10f64.powi(i32::try_from(decimals).unwrap_or(0));
    let value = ((value.abs() * unit + 0.5 + 1e-9).floor() / unit).copysign(value);
    format!("{value:.decimals$}")
}

/// Whether `value` (off by up to `error`) is what `said` says: rounded to the digits it shows, or cut off at them.
fn fits(value: f64, error: f64, said: &Quantity) -> bool {
    let slack = error + 1e-9 * said.value.abs().max(1.0);
    (said.value - said.error - slack..=said.value + 1.98 * said.error + slack).contains(&value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        workings(text).iter().map(|working| working.line(text)).collect()
    }

    #[test]
    fn shares_are_worked_out_across_sentences() {
        let text = "园区集聚 503 家企业，工业产值 402.18 亿元、工业增加值 98.76 亿元，分别增长 7.83%、12.47%。高新企业 212 家、科技企业 136 家，占园区入库企业总数的 51.94%。\n战略产业工业增加值 54.99 亿元，占园区工业增加值的 55.68%。研发投入 10.98 亿元，投入强度（与工业增加值之比）达 11.12%。";
        let found = lines(text);
        assert!(found.contains(&"55.68% = 54.99 ÷ 98.76 ✓".to_owned()), "{found:#?}");
        assert!(found.contains(&"11.12% = 10.98 ÷ 98.76 ✓".to_owned()), "{found:#?}");
        assert!(found.iter().any(|line| line.starts_with("51.94%") && line.ends_with("推不出")), "{found:#?}");
        assert!(!found.iter().any(|line| line.contains('✗')), "{found:#?}");
    }

    #[test]
    fn what_the_text_ties_together_is_contradicted() {
        for (text, expected) in [
            ("现有茶园20万亩，其中良种茶园15万亩，占65%。", "65% ≠ 15 ÷ 20 = 75% ✗"),
            ("规上企业64家，占全市企业1600家的5%。", "5% ≠ 64 ÷ 1600 = 4% ✗"),
            ("月产能由2万片提升至3.5万片，提高85%。", "85% ≠ (3.5 − 2) ÷ 2 = 75% ✗"),
            ("品牌价值30亿元，较2022年的25亿元增长25%。", "25% ≠ (30 − 25) ÷ 25 = 20% ✗"),
            ("发放补助1.1亿元、补贴2.3亿元、津贴0.4亿元，合计4.9亿元。", "4.9亿元 ≠ 1.1 + 2.3 + 0.4 = 3.8亿元 ✗"),
            ("发现问题612个，已整改598个，其余15个正在整改。", "15个 ≠ 612 − 598 = 14个 ✗"),
            ("现有学生6840人，其中小学生5830人、初中生1710人。", "6840人 ≠ 5830 + 1710 = 7540人 ✗"),
            ("小学由12所增加到30所，增加28所。", "28所 ≠ 30 − 12 = 18所 ✗"),
        ] {
            assert_eq!(lines(text), [expected], "{text}");
        }
    }

    #[test]
    fn right_figures_are_confirmed() {
        for (text, expected) in [
            ("2021—2024年，累计招录4820名，年均1205名。", "1205名 = 4820 ÷ 4 ✓"),
            ("开展会诊18.7万例，同比增加3.7万例，增长24.7%。", "24.7% = 3.7 ÷ (18.7 − 3.7) ✓"),
            ("共查明87处，其中国家级2处、省级9处、市级24处、未定级52处。", "87处 = 2 + 9 + 24 + 52 ✓"),
            ("岸线总长21公里，已贯通18.9公里，贯通率90%。", "90% = 18.9 ÷ 21 ✓"),
        ] {
            assert_eq!(lines(text), [expected], "{text}");
        }
    }
}
