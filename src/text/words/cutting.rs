//! A run of Chinese characters in words: of all the ways to cut it, the likeliest by how common the words are.

use std::ops::Range;

use super::dictionary::words_at;
use crate::text::clusters;

/// What every word costs beyond what it weighs, so that fewer and commoner words are the likelier: four times the natural
/// logarithm of all the words that were counted.
const WORD: u32 = 72;

/// What a count with its unit weighs: 十七届, 六月.
const COUNT: u32 = 34;

/// Characters of numerals.
const NUMERALS: &str = "〇零一二三四五六七八九十百千万两";

/// What is counted in ranks and days.
const UNITS: &str = "届次年月日号条款项章节批期轮";

/// The words of `run`, in bytes.
pub(super) fn words(run: &str) -> Vec<Range<usize>> {
    let starts: Vec<usize> = clusters::of(run).map(|(at, _)| at).collect();
    // From the end: the cheapest way to cut what begins here, and where its first word ends.
    let mut best = vec![(u32::MAX, 0); run.len() + 1];
    best[run.len()] = (0, 0);
    for (index, &start) in starts.iter().enumerate().rev() {
        let rest = &run[start..];
        let single = starts.get(index + 1).map_or(run.len(), |&next| next) - start;
        let mut cheapest = (u32::MAX, run.len());
        let mut offer = |length: usize, weight: u32| {
            // Inside a character no word ends: that costs too much to be reached.
            let after = best[start + length].0;
            let cost = after.saturating_add(WORD.saturating_sub(weight));
            if cost < cheapest.0 {
                cheapest = (cost, start + length);
            }
        };
        offer(single, 0);
        words_at(rest, &mut offer);
        if let Some(length) = count(rest) {
            offer(length, COUNT);
        }
        best[start] = cheapest;
    }
    let (mut found, mut at) = (Vec::new(), 0);
    while at < run.len() {
        let end = best[at].1;
        found.push(at..end);
        at = end;
    }
    found
}

/// How many bytes a count at the start of `text` takes, with its unit.
fn count(text: &str) -> Option<usize> {
    if let Some(length) = share(text) {
        return Some(length);
    }
    let end = text.find(|character| !NUMERALS.contains(character))?;
    let unit = text[end..].chars().next().filter(|&unit| end > 0 && UNITS.contains(unit))?;
    Some(end + unit.len_utf8())
}

/// How many bytes a share or a number with a point in it at the start of `text` takes: 百分之七十三点五, 三点二.
fn share(text: &str) -> Option<usize> {
    let numerals = |at: usize| {
        let rest = &text[at..];
        at + rest.find(|character| !NUMERALS.contains(character)).unwrap_or(rest.len())
    };
    let of = ["百分之", "千分之", "万分之"].iter().find(|of| text.starts_with(**of)).map_or(0, |of| of.len());
    let whole = numerals(of);
    let point = text[whole..].starts_with('点').then(|| whole + '点'.len_utf8());
    let end = point.map(numerals).filter(|&end| Some(end) > point).unwrap_or(whole);
    (whole > of && (of > 0 || end > whole)).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(run: &str) -> String {
        words(run).into_iter().map(|range| &run[range]).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_common_wins_over_what_is_long() {
        for (run, words) in [
            ("人大代表建议和政协提案办理工作", "人大代表 建议 和 政协 提案 办理 工作"),
            ("企业负责人参观学习", "企业 负责人 参观 学习"),
            ("家园区企业", "家 园区 企业"),
            ("镇生产力促进中心", "镇 生产力 促进 中心"),
            ("研究生命科学", "研究 生命科学"),
            ("市十七届人大一次会议", "市 十七届 人大 一次 会议"),
            ("高新技术产业开发区", "高新技术 产业 开发区"),
            ("现答复如下", "现 答复 如下"),
            ("专此答复", "专此 答复"),
            ("一是加强巡查", "一是 加强 巡查"),
            ("达到百分之七十三点五以上", "达到 百分之七十三点五 以上"),
            ("增长三点二个百分点", "增长 三点二 个 百分点"),
            ("提出三点建议", "提出 三点 建议"),
            ("由市人大常委会选联工委", "由 市 人大常委会 选联工委"),
        ] {
            assert_eq!(cut(run), words);
        }
    }

    #[test]
    fn rare_characters_and_accents_are_words_of_their_own() {
        assert_eq!(cut("𠅤䶮答复"), "𠅤 䶮 答复");
        assert_eq!(cut("答\u{301}复"), "答\u{301} 复");
        assert_eq!(cut(""), "");
    }
}
