//! The words of a text one by one, with what stands beside them.

use crate::text::vocabulary::companions::{across, beside, readiness};
use crate::text::vocabulary::division::Division;
use crate::text::vocabulary::layout::LONGEST;
use crate::text::vocabulary::word_tables::Word;
use std::ops::Range;

/// What is no word: a mark, the edge of the text.
pub const NOTHING: Word = [0; LONGEST];

/// The words of a text, in order.
#[derive(Debug)]
pub struct Words {
    words: Vec<(Range<usize>, Word)>,
}

impl Words {
    /// The words that `division` divides its text into.
    pub fn of(division: &Division) -> Self {
        let mut words = Vec::with_capacity(division.count() / 2);
        let mut at = 0;
        while at < division.count() {
            let end = at + division.length(at).max(1);
            words.push((at..end, word(division, at..end)));
            at = end;
        }
        Self { words }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.words.len()
    }

    /// The places of the word at `index`.
    pub fn places(&self, index: usize) -> Range<usize> {
        self.words[index].0.clone()
    }

    /// The word `ahead` of `index`, or behind it where less than nothing; [`NOTHING`] for a mark and outside the text.
    pub fn word(&self, index: usize, ahead: isize) -> Word {
        let at = index.checked_add_signed(ahead);
        at.and_then(|at| self.words.get(at)).map_or(NOTHING, |(_, word)| *word)
    }
}

/// The word that the characters at `places` make.
fn word(division: &Division, places: Range<usize>) -> Word {
    let mut numbers = places.map(|at| division.number(at));
    std::array::from_fn(|_| numbers.next().unwrap_or(0))
}

/// The highest levels at which `word` was seen right behind and right before what stands around `places`, however that divides;
/// less than nothing where it never was.
pub fn support(division: &Division, places: &Range<usize>, word: Word) -> [i32; 2] {
    let whole = |places: Range<usize>| {
        (!places.is_empty() && places.clone().all(|at| division.number(at) != 0)).then_some(places)
    };
    let level = |found: Option<i32>| found.unwrap_or(-1);
    let before = (1..=LONGEST).filter_map(|count| whole(places.start.checked_sub(count)?..places.start));
    let after = (1..=LONGEST).filter_map(|count| whole(places.end..places.end + count));
    [
        before.map(|it| level(beside(self::word(division, it), word))).max().unwrap_or(-1),
        after.map(|it| level(beside(word, self::word(division, it)))).max().unwrap_or(-1),
    ]
}

/// How a word goes with what stands around it.
#[derive(Clone, Copy, Debug)]
pub struct Fit {
    /// How readily it is read there, in the measure of costs.
    pub readiness: i32,
    /// The highest level at which it was seen right beside what stands there; less than nothing where it never was.
    pub beside: i32,
    /// The same with a word between.
    pub across: i32,
}

impl Fit {
    /// How `word` goes with the words before and behind it: two on either side, the nearer ones in the middle.
    pub fn of(word: Word, [outer, before, after, further]: [Word; 4]) -> Self {
        let level = |found: Option<i32>| found.unwrap_or(-1);
        let across = [level(across(outer, word)), level(across(word, further))];
        Self {
            readiness: readiness(before, word)
                + readiness(word, after)
                + across.into_iter().filter(|it| *it > 0).map(|it| 2 * it).sum::<i32>(),
            beside: level(beside(before, word)).max(level(beside(word, after))),
            across: across[0].max(across[1]),
        }
    }
}
