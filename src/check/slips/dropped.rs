//! A word that lost a character, where what is left of it goes with nothing around it and the word would: 餐饮|务|单位 for
//! 餐饮|服务|单位, 全面推|河长制 for 全面推行|河长制.

use super::around::{NOTHING, Words};
use super::context;
use crate::text::numeral;
use crate::text::vocabulary::companions::{beside, losing, of, readiness};
use crate::text::vocabulary::division::Division;
use crate::text::vocabulary::word_tables::Word;
use crate::text::vocabulary::{layout, single};
use std::ops::Range;

/// What is left of a word, and the word.
#[derive(Debug)]
pub struct Dropped {
    /// The characters that are left, with the word beside them that tells.
    pub places: Range<usize>,
    /// The same with the character put back.
    pub right: String,
    /// Whether hardly anything else can be meant.
    pub is_sure: bool,
}

/// How much more readily the text must be read with the word, in the measure of costs: where it goes with one side, with both,
/// where only the last character is gone before a mark, and where hardly anything else can be meant.
const TOLD: i32 = 84;
const TOLD_BETWEEN: i32 = 64;
const TOLD_AT_END: i32 = 65;
const SURE: i32 = 120;

/// The least level at which the word was seen beside what stands there.
const SEEN: i32 = 2;

/// How rare a character must be as a word of its own before it is thought to be left of one.
const RARE: i32 = 62;

/// What the names of organs and places end with: 储备|局 is no 储备|总局.
const ORGANS: &str = "局厅部委办院所站处科室会队区县镇乡村街市省库";

/// The most characters that are left of a word.
const LEFT: usize = 3;

/// Every place of the text that a character may be gone from.
pub fn find(division: &Division, words: &Words) -> Vec<Dropped> {
    let mut found: Vec<(i32, Dropped)> = Vec::new();
    for index in 0..words.count() {
        for count in 1..=LEFT {
            let Some(last) = (index + count <= words.count()).then(|| index + count - 1) else { break };
            let places = words.places(index).start..words.places(last).end;
            if places.len() > LEFT {
                break;
            }
            let Some((gain, dropped)) = lost(division, words, index..last + 1) else { continue };
            let overlaps =
                |other: &Dropped| other.places.start < dropped.places.end && dropped.places.start < other.places.end;
            if found.iter().any(|(other, it)| *other >= gain && overlaps(it)) {
                continue;
            }
            found.retain(|(_, it)| !overlaps(it));
            found.push((gain, dropped));
        }
    }
    found.into_iter().map(|(_, dropped)| dropped).collect()
}

/// The word that the words at `run` are most likely left of, with how much more readily the text is read with it.
fn lost(division: &Division, words: &Words, run: Range<usize>) -> Option<(i32, Dropped)> {
    let places = words.places(run.start).start..words.places(run.end - 1).end;
    let is_alone = |index: usize| words.places(index).len() == 1;
    if !run.clone().any(is_alone) {
        return None;
    }
    let all: [u16; LEFT] = std::array::from_fn(|at| division.number(places.start + at));
    let left = &all[..places.len()];
    if left.contains(&0) || left.len() == 1 && single(left[0]) < RARE {
        return None;
    }
    // 我们愿与代表一道: what is said by itself as well.
    if left.len() == 1 && layout::character(left[0]).is_some_and(|it| "愿欲肯敢拟宜".contains(it)) {
        return None;
    }
    // Most of what stands side by side is left of nothing.
    let mut meant = losing(left).peekable();
    meant.peek()?;
    let is_numeral =
        |it: &u16| layout::character(*it).is_none_or(|it| numeral::is_numeral(it) || "百千万亿半".contains(it));
    // 储备|局 is no 储备总局.
    let is_compound = run.len() > 1
        && is_alone(run.end - 1)
        && left.last().and_then(|it| layout::character(*it)).is_some_and(context::is_tail);
    if is_compound || left.iter().any(is_numeral) {
        return None;
    }
    let (before, after) = (words.word(run.start, -1), words.word(run.end, 0));
    if before == NOTHING && after == NOTHING {
        return None;
    }
    let mut written: Option<i32> = None;
    let mut best: Option<(i32, Dropped)> = None;
    for (word, gone) in meant {
        let levels = [beside(before, word).unwrap_or(-1), beside(word, after).unwrap_or(-1)];
        if levels[0].max(levels[1]) < SEEN {
            continue;
        }
        // 快递|业 is no 快递|业务: what makes a longer word of one before it stands by itself.
        let is_tail = left.len() == 1
            && layout::character(left[0])
                .is_some_and(|it| if gone == 1 { context::is_tail(it) } else { ORGANS.contains(it) });
        if is_tail {
            continue;
        }
        let change = division.with(places.clone(), of(&word));
        if change.start != places.start || change.length != left.len() + 1 {
            continue;
        }
        let written = *written.get_or_insert_with(|| readiness_as_written(words, &run));
        let gain = change.gain + readiness(before, word) + readiness(word, after) - written;
        // 限期改, 分期拆: a verb that stands by itself; 临01行终12号: what is short is not looked at.
        let is_at_end = after == NOTHING
            && gone == 1
            && left.len() == 1
            && before[1] != 0
            && layout::character(left[0])
                .is_none_or(|it| !context::stands_by_itself(it) && !"改停拆修查学补用".contains(it));
        let least = if levels[0].min(levels[1]) >= SEEN {
            TOLD_BETWEEN
        } else if is_at_end {
            TOLD_AT_END
        } else {
            TOLD
        };
        if gain < least || best.as_ref().is_some_and(|(other, _)| *other >= gain) {
            continue;
        }
        // The word beside it that tells belongs to what is shown.
        let (ahead, behind) = if levels[0] >= levels[1] { (before, NOTHING) } else { (NOTHING, after) };
        let shown = places.start - of(&ahead).len()..places.end + of(&behind).len();
        best = Some((gain, Dropped { places: shown, right: text([ahead, word, behind]), is_sure: gain >= SURE }));
    }
    best
}

/// How readily the words at `run` are read as they are, with those on both sides.
fn readiness_as_written(words: &Words, run: &Range<usize>) -> i32 {
    (run.start..=run.end).map(|index| readiness(words.word(index, -1), words.word(index, 0))).sum()
}

fn text(words: [Word; 3]) -> String {
    words.iter().flat_map(of).filter_map(|it| layout::character(*it)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let division = Division::of(text);
        find(&division, &Words::of(&division)).into_iter().map(|it| it.right).collect()
    }

    #[test]
    fn a_character_that_is_gone() {
        for (text, right) in [
            ("对校园周边餐饮务单位开展检查。", "餐饮服务"),
            ("全面推河长制，落实巡河责任。", "全面推行河长制"),
            ("修订完善防汛应急案，组织演练。", "应急预案"),
            ("我局高重视，成立工作专班。", "高度重视"),
            ("加强农村生活水治理。", "生活污水"),
            ("定期通报进展情。", "进展情况"),
            ("强化部门协作配，形成合力。", "协作配合"),
        ] {
            assert!(
                found(text).iter().any(|it| it.contains(right) || right.contains(it.as_str())),
                "{text}: {:?}",
                found(text)
            );
        }
    }

    #[test]
    fn short_forms_and_names_lose_nothing() {
        for text in [
            "感谢您对邮政快递业的关心和支持。",
            "深远海养殖投资大，盐碱水养殖见效慢。",
            "推行林长制、田长制、链长制。",
            "水电路气讯配套，产学研用一体。",
            "农技员、植保员、防疫员各就各位。",
            "厂网河湖一体，岸上岸下同治。",
            "已改的改，未改的限期改。",
            "由市中级人民法院（2025）临01行终12号判决书确认。",
            "设立专题厅，公路全、支线短，前年春、今年夏，由省、市负责。",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
