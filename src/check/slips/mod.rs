//! Slips of common words in a text: 布署 for 部署, 节环 for 环节.
//!
//! A text divides into words in many ways; the cheapest is how it is read. Where it costs much, it is tried what it would cost
//! with another character there that sounds or looks like the written one, or with two neighbours in the other order. What
//! reads far better then was most likely meant.

mod around;
mod context;
pub mod doubled;
mod dropped;
mod left_out;
mod meeting;
mod misplaced;
mod own;

pub use meeting::{Meeting, meeting};
pub use own::SlipTable;

use crate::text::numeral;
use crate::text::vocabulary::division::{Change, Division};
use crate::text::vocabulary::{alike, cost, layout, may_be_meant, office, single};
use around::Words;
use std::ops::Range;

/// A place that reads far better with another word.
#[derive(Debug)]
pub struct Slip {
    /// Where it is, in bytes.
    pub range: Range<usize>,
    /// What was most likely meant.
    pub right: String,
    /// Whether hardly anything else can be meant.
    pub is_sure: bool,
    /// Whether what is written is a word, only not one for this place.
    pub is_word: bool,
}

/// From which [`odds`] on, in thousandths of a natural logarithm, a slip is told, and is sure.
const TOLD: i32 = -1500;
const SURE: i32 = 3000;

/// The same as [`TOLD`] of a word that was never seen beside what stands there.
const TOLD_UNSEEN: i32 = -1100;

/// From which gain on a change is weighed at all.
const LEAST: i32 = 18;

/// What each level counts at which the word was seen beside what stands there, up to the highest that counts; and what it counts
/// that it never was.
const LEVEL: i32 = 220;
const MOST: i32 = 8;
const NEVER: i32 = -2100;

/// The odds from which on a slip is sure that the word's companions speak for, without them and with them.
const SURE_BY_ITSELF: i32 = 600;
const SURE_WITH_OTHERS: i32 = 4000;

/// Every slip in `text`.
pub fn find(text: &str) -> Vec<Slip> {
    let division = Division::of(text);
    let mut slips: Vec<(i32, Slip)> = Vec::new();
    for at in 0..division.count() {
        let exchanged = exchanged(&division, at);
        let swapped = swapped(&division, at);
        for guess in exchanged.into_iter().chain(swapped) {
            let Guess { places, right, odds, is_sure } = guess;
            let range = division.bytes(places);
            if is_right(text, &range) || context::is_other_place(&text[range.clone()], &right) {
                continue;
            }
            let overlaps = |other: &Slip| other.range.start < range.end && range.start < other.range.end;
            if slips.iter().any(|(other, slip)| *other >= odds && overlaps(slip)) {
                continue;
            }
            slips.retain(|(_, slip)| !overlaps(slip));
            slips.push((odds, Slip { range, right, is_sure, is_word: false }));
        }
    }
    let mut slips: Vec<Slip> = slips.into_iter().map(|(_, slip)| slip).collect();
    for at in (1..division.count()).map(|at| at - 1) {
        if !is_dear(&division, at) && !is_dear(&division, at + 1) {
            continue;
        }
        if let Some((places, right)) = left_out::find(&division, at) {
            let range = division.bytes(places);
            if !slips.iter().any(|slip| slip.range.start < range.end && range.start < slip.range.end) {
                slips.push(Slip { range, right, is_sure: true, is_word: false });
            }
        }
    }
    let words = Words::of(&division);
    let dropped = dropped::find(&division, &words).into_iter().map(|it| (it.places, it.right, it.is_sure, false));
    let misplaced = misplaced::find(&words).into_iter().map(|it| (it.places, it.right, it.is_sure, true));
    for (places, right, is_sure, is_word) in dropped.chain(misplaced) {
        let range = division.bytes(places);
        let is_told = slips.iter().any(|slip| slip.range.start < range.end && range.start < slip.range.end);
        if !is_told && !is_right(text, &range) {
            slips.push(Slip { range, right, is_sure, is_word });
        }
    }
    slips
}

/// What may be meant by a place.
struct Guess {
    /// The characters that make the word.
    places: Range<usize>,
    right: String,
    odds: i32,
    is_sure: bool,
}

/// What tells whether a change was meant.
#[derive(Debug)]
struct Signs {
    /// How much cheaper the text is, what the word costs that comes of it, how many characters that has, and how well offices
    /// know it.
    gain: i32,
    word: i32,
    length: usize,
    office: u8,
    /// Whether what is written there belongs to no longer word.
    is_alone: bool,
    /// How rare the written character is as a word of its own, and the one that may be meant.
    written: i32,
    meant: i32,
    /// Whether the two are alike only remotely, or only stand in the wrong order.
    is_remote: bool,
    is_swapped: bool,
}

impl Signs {
    /// The odds that the change was meant, in thousandths of a natural logarithm. The weights were fitted to slips in letters
    /// against laws, newspapers and letters as they are.
    fn odds(&self) -> i32 {
        let office = [0, 2060, 3690, 5100][usize::from(self.office.min(3))];
        97 * self.gain + 98 * self.word + office - 55 * self.written + 39 * self.meant
            - if self.length > 2 { 1610 } else { 0 }
            - if self.is_alone { 260 } else { 0 }
            - if self.is_remote { 1570 } else { 0 }
            - if self.is_swapped { 950 } else { 0 }
            - 18950
    }
}

/// The likeliest character in place of the one at `at`.
fn exchanged(division: &Division, at: usize) -> Option<Guess> {
    let written = division.number(at);
    if written == 0 || !is_dear(division, at) {
        return None;
    }
    let (before, after) = (division.number_before(at), division.number(at + 1));
    let mut best: Option<Guess> = None;
    let is_numeral = |number| layout::character(number).is_some_and(|it| it == '半' || numeral::is_numeral(it));
    for (meant, is_remote) in alike::meant_by(written) {
        // 市五届, 十五届: which number was meant, no word tells.
        if is_numeral(meant) {
            continue;
        }
        if !may_be_meant(before, meant) && !may_be_meant(meant, after) {
            continue;
        }
        let change = division.with(at..at + 1, &[meant]);
        if change.length < 2 || change.gain < LEAST {
            continue;
        }
        let signs = Signs { is_remote, ..signs(division, at, &change, [written, meant]) };
        if let Some(guess) = guess(division, &change, &signs)
            && best.as_ref().is_none_or(|other| guess.odds > other.odds)
        {
            best = Some(guess);
        }
    }
    best
}

/// The two characters at `at` in the other order.
fn swapped(division: &Division, at: usize) -> Option<Guess> {
    let (first, second) = (division.number(at), division.number(at + 1));
    if first == 0 || second == 0 || first == second || !is_dear(division, at) && !is_dear(division, at + 1) {
        return None;
    }
    let may_be_word = may_be_meant(second, first)
        || may_be_meant(division.number_before(at), second)
        || may_be_meant(first, division.number(at + 2));
    if !may_be_word {
        return None;
    }
    let change = division.with(at..at + 2, &[second, first]);
    let signs = Signs { is_swapped: true, ..signs(division, at, &change, [first, second]) };
    // The word must hold both.
    if change.gain < LEAST || change.length < 2 || change.start + change.length < at + 2 {
        None
    } else {
        guess(division, &change, &signs)
    }
}

/// Whether the word that the character at `at` belongs to costs so much that a slip may be in it. Few slips stand elsewhere.
fn is_dear(division: &Division, at: usize) -> bool {
    let least = match division.length(at) {
        1 => 60,
        2 => 105,
        _ => 120,
    };
    division.strain(at) >= least
}

fn signs(division: &Division, at: usize, change: &Change, [written, meant]: [u16; 2]) -> Signs {
    Signs {
        gain: change.gain,
        word: cost(change.word()),
        length: change.length,
        office: office(change.word()),
        is_alone: division.length(at) == 1,
        written: single(written),
        meant: single(meant),
        is_remote: false,
        is_swapped: false,
    }
}

/// The guess that a change makes, if the odds for it are good enough.
fn guess(division: &Division, change: &Change, signs: &Signs) -> Option<Guess> {
    let least = i32::from(if change.length > 2 { layout::MEANT_LONGER } else { layout::MEANT });
    let odds = signs.odds();
    if signs.word > least || odds + LEVEL * MOST <= TOLD {
        return None;
    }
    let places = change.start..change.start + change.length;
    let mut numbers = change.word().iter().copied();
    let word = std::array::from_fn(|_| numbers.next().unwrap_or(0));
    let [before, after] = around::support(division, &places, word);
    let seen = before.max(after);
    let by_others = if seen < 0 { NEVER } else { LEVEL * seen.min(MOST) };
    let all = odds + by_others;
    (all > if seen < 0 { TOLD_UNSEEN } else { TOLD }).then(|| Guess {
        places,
        right: change.word().iter().filter_map(|it| layout::character(*it)).collect(),
        odds: all,
        is_sure: odds > SURE || all > SURE_WITH_OTHERS && odds > SURE_BY_ITSELF,
    })
}

/// Whether what stands at `range`, in bytes, is right all the same: a name, or a phrase that takes any character.
fn is_right(text: &str, range: &Range<usize>) -> bool {
    context::is_before_place(text, range)
        || context::is_in_short_form(text, range)
        || context::is_in_frame(text, range)
        || context::is_name(text, range)
        || context::is_listed_name(text, range)
        || context::is_firm(text, range)
        || text.matches(&text[range.clone()]).nth(1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        find(text).into_iter().map(|slip| format!("{}→{}", &text[slip.range], slip.right)).collect()
    }

    #[test]
    fn slips_are_found_and_chance_is_not() {
        assert_eq!(found("组织工作人员专题座谈，牵头组织捡验。"), ["捡验→检验"]);
        assert_eq!(found("每月订签一次协议"), ["订签→签订"]);
        assert_eq!(found("聘清护路员1名"), ["聘清→聘请"]);
        for right in [
            "职工做好工作",
            "公布署名文章",
            "整改率达到92%",
            "鹿医保函〔2026〕3号",
            "推出“浙里办”服务",
            "市自规局、县公管局牵头",
            "该路段近10年未大修",
        ] {
            assert_eq!(found(right), Vec::<String>::new(), "{right}");
        }
    }
}
