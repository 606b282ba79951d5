//! A character written twice where one is meant: 质量监督督, 向向社会, 低低于平均水平.

use super::context::stands_by_itself;
use crate::text::numeral::is_numeral;
use crate::text::vocabulary::division::Division;
use crate::text::vocabulary::{Pair, layout};
use std::ops::Range;

/// How much better the text must read with one of the two.
const GAIN: i32 = 60;
/// The same where neither is part of a longer word.
const GAIN_ALONE: i32 = 50;

/// Words that never stand twice.
const ALONE: &str = "向把被从由按以并供至到各每让使据经就而且或若需须";
/// Characters that are no word before one that begins with them: 低|低于, 分|分担. A preposition may be: 从|从业人员, 与|与会代表.
const NOT_BEFORE: &str = "低高通分供提增减改推落严切认深强扩促完";
/// Words that may well follow a word that ends with them, 规划|划为, 海关|关衔, or are said twice behind another, 月光光.
const MAY_FOLLOW: &str = "划关资光";

/// The second of every two characters, in bytes, of which one is too many.
pub fn find(text: &str) -> Vec<Range<usize>> {
    let mut last = '\0';
    let is_twice = text.chars().any(|it| std::mem::replace(&mut last, it) == it && layout::number(it).is_some());
    if !is_twice {
        return Vec::new();
    }
    let division = Division::of(text);
    (1..division.count()).filter(|at| is_too_many(&division, *at)).map(|at| division.bytes(at..at + 1)).collect()
}

/// Whether the character at `at` repeats the one before it and one of them is too many.
fn is_too_many(division: &Division, at: usize) -> bool {
    let (number, before, after) = (division.number(at), division.number(at - 1), division.number(at + 1));
    let is_pair = |at: usize| division.number(at) != 0 && division.number(at) == division.number(at + 1);
    // 实实在在, 一件件: two pairs side by side, or three in a row, are said so.
    let is_figure = at >= 3 && is_pair(at - 3) || is_pair(at + 1) || is_pair(at) || at >= 2 && is_pair(at - 2);
    let Some(character) = layout::character(number).filter(|_| number == before && !is_figure) else { return false };
    // 李某某: a name that is not told.
    if is_numeral(character) || "百千万亿某".contains(character) {
        return false;
    }
    let gain = division.with(at..at + 1, &[]).gain;
    match (division.length(at - 1), division.length(at)) {
        (1, 1) => gain >= GAIN_ALONE && ALONE.contains(character),
        (1, 2..) => gain >= GAIN && NOT_BEFORE.contains(character),
        // 职能能: what may be a word by itself is only too many where nothing follows it.
        (2.., 1) => {
            let may_follow = stands_by_itself(character) && after != 0 || MAY_FOLLOW.contains(character);
            gain >= GAIN && !may_follow
        }
        // 频频次: the two are a word, but the second belongs to what follows.
        (2, 2) => gain >= GAIN && Pair::of(number, after).joins() && division.number(at + 2) != after,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_two_is_too_many() {
        for slip in [
            "加强质量监督督。",
            "结合我局职能能，函复如下",
            "实施保护修缮工程程36项",
            "并向向社会公布名单",
            "大型消防车难以通通行",
            "低低于全省平均水平",
            "以上意见，供供贵局答复时参考",
            "三方分分担比例",
            "增加巡检频频次",
            "36岁至至55岁",
        ] {
            assert_eq!(find(slip).len(), 1, "{slip}");
        }
        for right in [
            "会同市市场监督管理局",
            "门诊慢特病病种",
            "实现县县有起降点",
            "“十五五”期间",
            "件件有回音、事事有着落",
            "从从业人员中选聘，与与会代表座谈，经经信局审核",
            "按照规划划为永久基本农田",
            "实实在在、高高兴兴、一步步推进",
            "低保户户均收入，每天天亮前清运",
            "由其其格同志负责",
            "修修改改",
            "违法行为人王某、李某某已被依法处理",
            "童谣《月光光，照池塘》",
        ] {
            assert_eq!(find(right), Vec::<Range<usize>>::new(), "{right}");
        }
    }
}
