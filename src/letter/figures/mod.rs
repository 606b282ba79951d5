//! The arithmetic of a letter: what its own figures give is worked out and held against what it says.
//!
//! A working is confirmed, contradicted, or cannot be derived; the last is for a person to look up, and never called
//! wrong. Nothing is contradicted unless the text itself says which figures belong together.

mod average;
mod growth;
mod list;
mod multiple;
pub mod quantity;
mod rest;
mod share;
mod total;

use quantity::Quantity;
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
            Verdict::Contradicted if self.result.is_empty() => format!("{} ✗", self.working),
            Verdict::Contradicted | Verdict::Doubtful => format!("{said} ≠ {} = {} ✗", self.working, self.result),
            Verdict::Underivable if self.working.is_empty() => format!("{said} 文中没有可供核算的数据"),
            Verdict::Underivable => format!("{said} 由{}推不出", self.working),
        }
    }
}

/// A text with its quantities and sentences, read once.
pub(super) struct Reading<'a> {
    text: &'a str,
    quantities: &'a [Quantity],
}

impl<'a> Reading<'a> {
    /// The sentence around byte `at`: what stands between two full stops or line ends.
    fn sentence(&self, at: usize) -> Range<usize> {
        let is_end = |it: char| matches!(it, '。' | '！' | '？' | '\n');
        let start = self.text[..at]
            .rfind(is_end)
            .map_or(0, |end| end + self.text[end..].chars().next().map_or(1, char::len_utf8));
        let end = self.text[at..].find(is_end).map_or(self.text.len(), |end| at + end);
        start..end
    }

    /// The paragraph around byte `at`.
    fn paragraph(&self, at: usize) -> Range<usize> {
        let start = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
        let end = self.text[at..].find('\n').map_or(self.text.len(), |end| at + end);
        start..end
    }

    /// The segment around byte `at`: what stands between two marks or brackets.
    fn segment(&self, at: usize) -> Range<usize> {
        let is_end = |it: char| matches!(it, '。' | '！' | '？' | '\n' | '，' | '；' | '：' | '（' | '）' | '、');
        let start = self.text[..at]
            .rfind(is_end)
            .map_or(0, |end| end + self.text[end..].chars().next().map_or(1, char::len_utf8));
        let end = self.text[at..].find(is_end).map_or(self.text.len(), |end| at + end);
        start..end
    }

    /// The quantities that lie in `range`.
    fn within(&self, range: &Range<usize>) -> impl DoubleEndedIterator<Item = &Quantity> + '_ {
        let (start, end) = (range.start, range.end);
        let first = self.quantities.partition_point(|quantity| quantity.range.start < start);
        self.quantities[first..]
            .iter()
            .take_while(move |quantity| quantity.range.end <= end)
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// The last quantity of `unit` in `range`.
    fn last(&self, range: &Range<usize>, unit: &str) -> Option<&Quantity> {
        self.within(range).rfind(|quantity| quantity.unit == unit)
    }

    /// The digits of figures that are worked with together; 万 and 亿 are shown where they differ.
    fn shown(&self, quantities: &[&Quantity]) -> Vec<&'a str> {
        let same = quantities.windows(2).all(|pair| pair[0].scale == pair[1].scale);
        let digits =
            |quantity: &&Quantity| if same { &self.text[quantity.number.clone()] } else { quantity.shown(self.text) };
        quantities.iter().map(digits).collect()
    }
}

/// Every figure of `body` that others give or ought to give, in the order of the text.
pub fn workings(body: &str) -> Vec<Working> {
    workings_of(body, &quantity::read(body))
}

/// The same where the quantities of `body` have been read already.
pub fn workings_of(body: &str, quantities: &[Quantity]) -> Vec<Working> {
    let reading = Reading { text: body, quantities };
    let mut found = Vec::new();
    total::find(&reading, &mut found);
    rest::find(&reading, &mut found);
    multiple::find(&reading, &mut found);
    growth::find(&reading, &mut found);
    average::find(&reading, &mut found);
    share::find(&reading, &mut found);
    found.sort_by_key(|working| (working.range.start, working.range.end));
    found
}

/// `value` with as many decimals as `like` shows, in its scale.
fn in_form(value: f64, like: &Quantity, text: &str) -> String {
    let digits = &text[like.number.clone()];
    let decimals = digits.find('.').map_or(0, |point| digits.len() - point - 1);
    let number = format!("{:.decimals$}", value / like.scale);
    format!("{number}{}", &text[like.number.end..like.range.end].trim_start())
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
