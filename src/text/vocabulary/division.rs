//! How a text divides into words: the cheapest way, and how much cheaper it is with something else in a place.

use super::layout::{self, LONGEST};
use super::{NONE, Pair, costs};
use std::ops::Range;

/// Characters on either side of a place that a word around it may reach.
const REACH: usize = LONGEST - 1;

/// The most characters that are looked at for a change: what is put in with what a word may reach on either side.
const WINDOW: usize = REACH + LONGEST + REACH;

/// A text with the cheapest ways to divide it.
#[derive(Debug)]
pub struct Division {
    /// Its characters, and one past the last.
    places: Vec<Place>,
}

/// A character of the text, with what it costs to come there.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// Where it begins, in bytes.
    start: u32,
    /// What the cheapest way costs up to it, and from it on, the seam before it left out.
    ahead: i32,
    behind: i32,
    /// Its number, 0 for what is no Han character.
    number: u16,
    /// The cost of a seam before it.
    seam: i8,
    /// What is known of it and the next.
    pair: Pair,
    /// How rare the words are that begin with it; 0 for what is none.
    costs: [u8; LONGEST],
    /// How long the last word of the cheapest way up to it is.
    last: u8,
    /// How long the word is that it belongs to, and how many of its characters stand before it.
    length: u8,
    before: u8,
}

/// What comes of putting something else in a place.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// How much cheaper the text is with it.
    pub gain: i32,
    /// The word that the first character of it belongs to then.
    word: [u16; LONGEST],
    /// How many characters that word has; 0 where nothing was put in.
    pub length: usize,
    /// Where that word begins.
    pub start: usize,
}

impl Change {
    /// The word that what was put in belongs to.
    pub fn word(&self) -> &[u16] {
        &self.word[..self.length]
    }
}

impl Division {
    /// The division of `text`.
    pub fn of(text: &str) -> Self {
        let mut places: Vec<Place> = Vec::with_capacity(text.len() / 3 + 2);
        let place = |start: usize, number: u16| Place {
            start: start as u32,
            ahead: NONE,
            behind: NONE,
            number,
            seam: 0,
            pair: Pair::NOTHING,
            costs: [0; LONGEST],
            last: 1,
            length: 1,
            before: 0,
        };
        places.extend(text.char_indices().map(|(at, it)| place(at, layout::number(it).unwrap_or(0))));
        places.push(place(text.len(), 0));
        let mut division = Self { places };
        division.look_up();
        division.walk_ahead();
        division.walk_behind();
        division
    }

    /// Looks up the words and the seams.
    fn look_up(&mut self) {
        for at in 0..self.count() {
            let characters = std::array::from_fn(|ahead| self.number(at + ahead));
            let pair = Pair::of(characters[0], characters[1]);
            self.places[at].costs = costs(characters, pair);
            self.places[at].pair = pair;
            self.places[at + 1].seam = pair.seam() as i8;
        }
    }

    fn walk_ahead(&mut self) {
        self.places[0].ahead = 0;
        for at in 0..self.count() {
            let Place { ahead, seam, costs, .. } = self.places[at];
            let base = ahead + i32::from(seam);
            for (length, cost) in (1_u8..).zip(costs) {
                if cost != 0 || length == 1 {
                    let end = &mut self.places[at + usize::from(length)];
                    if base + i32::from(cost) < end.ahead {
                        (end.ahead, end.last) = (base + i32::from(cost), length);
                    }
                }
            }
        }
    }

    fn walk_behind(&mut self) {
        let count = self.count();
        self.places[count].behind = 0;
        for at in (0..count).rev() {
            let mut least = NONE;
            for (end, cost) in (at + 1..).zip(self.places[at].costs) {
                if cost != 0 || end == at + 1 {
                    let Place { behind, seam, .. } = self.places[end];
                    least = least.min(i32::from(cost) + i32::from(seam) + behind);
                }
            }
            self.places[at].behind = least;
        }
        let mut end = count;
        while end > 0 {
            let length = self.places[end].last;
            let start = end - usize::from(length);
            for (before, place) in (0..).zip(&mut self.places[start..end]) {
                (place.length, place.before) = (length, before);
            }
            end = start;
        }
    }

    /// How many characters the text has.
    pub fn count(&self) -> usize {
        self.places.len() - 1
    }

    /// The number of the character at `at`, 0 for one that is no Han and outside the text.
    pub fn number(&self, at: usize) -> u16 {
        self.places.get(at).map_or(0, |place| place.number)
    }

    /// The number of the character before `at`, as [`number`](Self::number).
    pub fn number_before(&self, at: usize) -> u16 {
        at.checked_sub(1).map_or(0, |at| self.number(at))
    }

    /// How long the word is that the character at `at` belongs to.
    pub fn length(&self, at: usize) -> usize {
        self.places.get(at).map_or(0, |place| usize::from(place.length))
    }

    /// What the word costs that the character at `at` belongs to, with the seams on both sides of it.
    pub fn strain(&self, at: usize) -> i32 {
        let Some(place) = self.places.get(at).filter(|_| at < self.count()) else { return 0 };
        let start = at - usize::from(place.before);
        let end = start + usize::from(place.length);
        self.places[end].ahead - self.places[start].ahead + i32::from(self.places[end].seam)
    }

    /// Where the characters at `places` lie, in bytes.
    pub fn bytes(&self, places: Range<usize>) -> Range<usize> {
        let start = |at: usize| self.places[at.min(self.count())].start as usize;
        start(places.start)..start(places.end)
    }

    /// What comes of `middle`, of at most four characters, standing at `places`.
    pub fn with(&self, places: Range<usize>, middle: &[u16]) -> Change {
        let low = places.start.saturating_sub(REACH);
        let high = (places.end + REACH).min(self.count());
        // What may be reached lies between two characters that are not.
        let mut window = [0_u16; WINDOW + LONGEST];
        let (before, after) = (&self.places[low..places.start], &self.places[places.end..high]);
        let numbers = before.iter().map(|it| it.number).chain(middle.iter().take(LONGEST).copied());
        let mut count = 0;
        for number in numbers.chain(after.iter().map(|it| it.number)) {
            window[count] = number;
            count += 1;
        }
        let first = before.len();
        let past = count - after.len();
        // Where a word may end: what it costs, and where that word begins.
        let mut best = [(NONE, 0); WINDOW + LONGEST];
        for (end, place) in best.iter_mut().zip(&self.places[low..=low + first]) {
            end.0 = place.ahead;
        }
        // What costs the same as before is not looked up again: only the words that reach into the middle, and its seams.
        let mut seam = i32::from(self.places[low].seam);
        for at in 0..past {
            let pair = if at + 1 < first { self.places[low + at].pair } else { Pair::of(window[at], window[at + 1]) };
            let base = best[at].0 + seam;
            let characters = [window[at], window[at + 1], window[at + 2], window[at + 3]];
            for (length, cost) in (1..).zip(costs(characters, pair)) {
                let end = at + length;
                if (cost != 0 || length == 1) && end > first && end <= count && base + i32::from(cost) < best[end].0 {
                    best[end] = (base + i32::from(cost), at);
                }
            }
            seam = pair.seam();
        }
        let mut least = (NONE, past);
        for (at, (cost, _)) in best.iter().enumerate().take(count + 1).skip(past) {
            let place = &self.places[places.end + at - past];
            let seam = if at == past { seam } else { i32::from(place.seam) };
            let sum = cost + seam + place.behind;
            if sum < least.0 {
                least = (sum, at);
            }
        }
        let gain = self.places[self.count()].ahead - least.0;
        let mut change = Change { gain, word: [0; LONGEST], length: 0, start: places.start };
        let mut end = least.1;
        while end > first {
            let start = best[end].1;
            if start <= first && first < past {
                (change.length, change.start) = (end - start, low + start);
                change.word[..end - start].copy_from_slice(&window[start..end]);
            }
            end = start;
        }
        change
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::vocabulary::rarity;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<&str> {
        let division = Division::of(text);
        let (mut words, mut at) = (Vec::new(), 0);
        while at < division.count() {
            let end = at + division.length(at);
            words.push(&text[division.bytes(at..end)]);
            at = end;
        }
        words
    }

    fn whole(division: &Division) -> i32 {
        division.places[division.count()].ahead
    }

    #[test]
    fn a_text_in_words() {
        assert_eq!(
            words("公布署名单位，推进2处渡口改造"),
            ["公布", "署名", "单位", "，", "推进", "2", "处", "渡口", "改造"]
        );
        assert_eq!(Division::of("").count(), 0);
        assert!(rarity("部署") < rarity("渡口"));
    }

    proptest! {
        #[test]
        fn a_change_costs_what_the_changed_text_costs(text in "[加强推进部署公布名单位职工做好的在，2]{0,14}", at in 0..14_usize, take in 0..3_usize, put in "[部署工作名的加强]{0,4}") {
            let characters: Vec<char> = text.chars().collect();
            let at = at.min(characters.len());
            let end = (at + take).min(characters.len());
            let changed: String = characters[..at].iter().copied().chain(put.chars()).chain(characters[end..].iter().copied()).collect();
            let middle: Vec<u16> = put.chars().filter_map(layout::number).collect();
            let division = Division::of(&text);
            let change = division.with(at..end, &middle);
            prop_assert_eq!(whole(&division) - change.gain, whole(&Division::of(&changed)));
        }
    }
}
