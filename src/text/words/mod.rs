//! Words as a person steps over them: 人大代表, 2026年, 12.5%, 国办发〔2024〕12号, each mark for itself.
//!
//! Two passes: [`units`] tells numbers, marks and runs of 汉字 apart, quickly and over the whole paragraph; the runs beside the
//! place that is asked about are cut by the word lists.

mod cutting;
mod dictionary;
mod units;

use std::ops::Range;

use super::position::floor_boundary;
use units::Kind;

/// How many bytes of a run of 汉字 are cut together. A run is rarely a tenth of that.
const STRETCH: usize = 600;

/// The word of `paragraph` that byte `at` lies in or before; `None` at its end. Blanks are a word of their own.
pub fn word_from(paragraph: &str, at: usize) -> Option<Range<usize>> {
    let unit = units::of(paragraph).into_iter().find(|unit| at < unit.range.end)?;
    let inside = unit.range.start < at;
    Some(within(paragraph, unit, inside, |word| at < word.end))
}

/// The word of `paragraph` that byte `at` lies in or behind; `None` at its start.
pub fn word_to(paragraph: &str, at: usize) -> Option<Range<usize>> {
    let unit = units::of(paragraph).into_iter().find(|unit| at <= unit.range.end && unit.range.start < at)?;
    let inside = at < unit.range.end;
    Some(within(paragraph, unit, inside, |word| at <= word.end))
}

/// The word around byte `at` of `paragraph`, a date as a whole; the last one at its end, nothing where there is none.
pub fn word_around(paragraph: &str, at: usize) -> Range<usize> {
    let units = units::of(paragraph);
    let Some(index) = units.iter().position(|unit| at < unit.range.end).or(units.len().checked_sub(1)) else {
        return 0..0;
    };
    let is_day = |unit: &units::Unit| unit.kind == Kind::Day;
    if is_day(&units[index]) {
        let before = units[..index].iter().rev().take_while(|unit| is_day(unit)).count();
        let after = units[index..].iter().take_while(|unit| is_day(unit)).count();
        return units[index - before].range.start..units[index + after - 1].range.end;
    }
    within(paragraph, units[index].clone(), false, |word| at < word.end)
}

/// The first word of `unit` of which `is_meant` says so, else the last. From `inside` a 文号 one steps by its parts, so that
/// its number alone can be changed.
fn within(paragraph: &str, unit: units::Unit, inside: bool, is_meant: impl Fn(&Range<usize>) -> bool) -> Range<usize> {
    if unit.kind == Kind::DocumentNumber && inside {
        let start = unit.range.start;
        let part = |part: units::Unit| start + part.range.start..start + part.range.end;
        let mut parts = units::parts(&paragraph[unit.range.clone()]).into_iter().map(part);
        return parts.find(is_meant).unwrap_or(unit.range);
    }
    if unit.kind != Kind::Han {
        return unit.range;
    }
    let mut start = unit.range.start;
    loop {
        let end = floor_boundary(paragraph, unit.range.end.min(start + STRETCH));
        if end < unit.range.end && !is_meant(&(start..end)) {
            start = end;
            continue;
        }
        for word in cutting::words(&paragraph[start..end]) {
            let word = start + word.start..start + word.end;
            if is_meant(&word) || word.end == unit.range.end {
                return word;
            }
        }
        start = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn forwards(text: &str) -> Vec<&str> {
        let mut words = Vec::new();
        let mut at = 0;
        while let Some(word) = word_from(text, at) {
            at = word.end;
            words.push(&text[word]);
        }
        words
    }

    fn backwards(text: &str) -> Vec<&str> {
        let mut words = Vec::new();
        let mut at = text.len();
        while let Some(word) = word_to(text, at) {
            at = word.start;
            words.insert(0, &text[word]);
        }
        words
    }

    #[test]
    fn a_letter_in_words() {
        for (text, words) in [
            (
                "您提出的《关于加强养老服务的建议》（第2026042号）收悉，现答复如下：",
                "您 提出 的 《 关于 加强 养老 服务 的 建议 》 （ 第2026042号 ） 收悉 ， 现 答复 如下 ：",
            ),
            (
                "根据国办发〔2024〕12号文，2026年6月12日增长12.5%。",
                "根据 国办发〔2024〕12号 文 ， 2026年 6月 12日 增长 12.5% 。",
            ),
            ("中山科函〔2023〕101号", "中山科函〔2023〕101号"),
            ("投入1,234.5万元，10:30开会", "投入 1,234.5 万元 ， 10:30 开会"),
            ("（一）完成2025年度任务……“卡脖子”", "（ 一 ） 完成 2025年度 任务 …… “ 卡脖子 ”"),
            ("电话0760-88000000，邮箱a.b@c.cn", "电话 0760-88000000 ， 邮箱 a.b@c.cn"),
            ("2016—2020年，5G、GDP", "2016 — 2020年 ， 5G 、 GDP"),
            ("第十七届、第三方，二〇二六年六月", "第十七届 、 第三方 ， 二〇二六年 六月"),
        ] {
            assert_eq!(forwards(text).join(" "), words);
            assert_eq!(backwards(text).join(" "), words);
        }
    }

    #[test]
    fn a_date_is_meant_as_a_whole_by_a_click() {
        let text = "于2026年6月12日印发";
        for at in ["于", "于2026年", "于2026年6月1"] {
            assert_eq!(&text[word_around(text, at.len())], "2026年6月12日");
        }
        assert_eq!(&text[word_around(text, text.len())], "印发");
        assert_eq!(word_around("", 0), 0..0);
    }

    #[test]
    fn inside_a_document_number_one_steps_by_its_parts() {
        let text = "临科函〔2026〕18号";
        let at = |before: &str| before.len();
        assert_eq!(word_to(text, at("临科函〔2026〕18")).unwrap().start, at("临科函〔2026〕"));
        assert_eq!(&text[word_from(text, at("临科函〔2026〕")).unwrap()], "18号");
        assert_eq!(&text[word_from(text, 0).unwrap()], text);
        assert_eq!(&text[word_around(text, at("临科函〔20"))], text);
    }

    #[test]
    fn a_run_without_marks_is_cut_in_stretches() {
        let text = "人大代表建议".repeat(80);
        let words = forwards(&text);
        assert_eq!(words.concat(), text);
        assert_eq!(words, backwards(&text));
        assert!(words.iter().filter(|word| **word == "人大代表").count() > 70);
    }

    proptest! {
        #[test]
        fn words_are_the_same_both_ways_and_miss_nothing(text in "([国办发科函第一十届年月日号。（”〔〕2a0.,:%\\- \u{301}\u{200d}👩𠅤…—]|\\PC){0,40}") {
            let words = forwards(&text);
            prop_assert_eq!(words.concat(), text.clone());
            prop_assert_eq!(words, backwards(&text));
        }
    }
}
