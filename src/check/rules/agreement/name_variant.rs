//! Names of places, stations, schools that differ in one character: 白鹭渔港 beside 白露渔港. Two of them are laid side by side
//! from the character they end with.

use super::quoted_name::is_telling;
use crate::check::authoring::*;
use crate::text::vocabulary::{self, alike};
use crate::text::{numeral, sentence};
use std::ops::Range;
use std::sync::LazyLock;

/// A name that is spelt otherwise elsewhere.
pub struct Variant {
    /// Where it stands in the body, in bytes.
    pub range: Range<usize>,
    /// How it is spelt elsewhere.
    pub usual: String,
    pub severity: Severity,
}

/// What names end with that are more than a word.
const ENDS: &str = "镇乡县市区州村河湖江山岛街路港湾桥寨坝巷滩浦渠库站楼塔寺园场馆院校学厂盟旗苑屯沟泉峡堡洲溪淀道庄木查心社墩口岗坳峪坪岭园";

/// The same as a set: every character of a letter is asked for.
static ENDING: LazyLock<Vec<bool>> = LazyLock::new(|| {
    let last = ENDS.chars().map(|it| it as usize).max().unwrap_or(0);
    let mut ending = vec![false; last + 1];
    ENDS.chars().for_each(|it| ending[it as usize] = true);
    ending
});

fn ends_names(character: char) -> bool {
    ENDING.get(character as usize).is_some_and(|ends| *ends)
}

/// Among them those of which a letter names several that share a character by chance.
const MANY: &str = "镇乡县市区州村街路山庄屯沟社心学道场院校站馆河湖";

/// Characters that join names to the words around them, and stand in none.
const JOINING: &str =
    "个各本全该每为在赴与和及至到从向对由将这那其有是的地了等我你他于以并或可不已经按把被用给让请改条座处项";

/// Characters that tell places apart in names of any length.
const PLACING: &str = "东西南北中上下前后新老内外大小左右";

/// The longest stretch that is laid side by side, in characters.
const LONGEST: usize = 9;

/// The whole letter as one row of characters: the body, then its other names.
struct Row<'a> {
    body: &'a str,
    characters: Vec<char>,
    /// Where each character of the body begins, in bytes.
    places: Vec<usize>,
    /// Where a character stands that ends a name, by character.
    ends: Vec<(char, usize)>,
}

impl<'a> Row<'a> {
    fn of(context: &Context<'a>) -> Self {
        let body = context.body();
        let count = body.len() / 3 + 256;
        let (mut characters, mut places) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for (at, character) in body.char_indices() {
            characters.push(character);
            places.push(at);
        }
        let (letter, matter) = (&context.draft.letter, &context.draft.matter);
        let lists = letter.attachments.iter().chain(&letter.cc).chain(&matter.co_handlers);
        for name in [&letter.issuer, &letter.title, &letter.signature, &matter.title].into_iter().chain(lists) {
            characters.push('\n');
            characters.extend(name.chars());
        }
        let mut ends: Vec<(char, usize)> =
            characters.iter().enumerate().filter(|(_, it)| ends_names(**it)).map(|(at, it)| (*it, at)).collect();
        ends.sort_unstable();
        Self { body, characters, places, ends }
    }

    /// The character `back` characters before the one at `end`.
    fn before(&self, end: usize, back: usize) -> char {
        end.checked_sub(back).map_or('\n', |at| self.characters[at])
    }

    /// How often the `length` characters that end at `end` stand in the letter.
    fn count(&self, end: usize, length: usize) -> usize {
        let name = &self.characters[end + 1 - length..=end];
        let same = self.ends.iter().filter(|(it, at)| {
            *it == self.characters[end] && *at + 1 >= length && self.characters[at + 1 - length..=*at] == *name
        });
        same.count()
    }

    fn is_in_body(&self, end: usize) -> bool {
        end < self.places.len()
    }

    /// The `length` characters of the body that end at `end`, in bytes.
    fn bytes(&self, end: usize, length: usize) -> Range<usize> {
        self.places[end + 1 - length]..self.places[end] + self.characters[end].len_utf8()
    }

    fn text(&self, end: usize, length: usize) -> String {
        self.characters[end + 1 - length..=end].iter().collect()
    }
}

/// How rare a word is at least that may be a name, as [`vocabulary::rarity`] counts.
const COMMON: i32 = 110;

/// How two names differ.
struct Difference {
    /// How many characters of each are laid side by side, the last included.
    length: usize,
    /// How many are the same before the difference, and between it and the last.
    before: usize,
    after: usize,
    is_exchanged: bool,
    is_alike: bool,
}

/// Every such name of the body.
pub fn find(context: &Context<'_>) -> Vec<Variant> {
    let row = Row::of(context);
    let mut all: Vec<(usize, Variant)> = Vec::new();
    for (index, &(character, one)) in row.ends.iter().enumerate() {
        let others = row.ends[index + 1..].iter().take_while(|(it, _)| *it == character);
        for &(_, other) in others {
            let Some(difference) = difference(&row, one, other) else { continue };
            let Some(variant) = weighed(&row, [one, other], &difference) else { continue };
            all.push((difference.length, variant));
        }
    }
    // The longest that is the same tells most.
    all.sort_by_key(|(length, _)| std::cmp::Reverse(*length));
    let mut found: Vec<Variant> = Vec::new();
    for (_, variant) in all {
        if !found.iter().any(|it| it.range.start < variant.range.end && variant.range.start < it.range.end) {
            found.push(variant);
        }
    }
    found
}

/// How the names that end at `one` and `other` differ, where it is in one character or in two that changed places.
fn difference(row: &Row<'_>, one: usize, other: usize) -> Option<Difference> {
    let mut at = 1;
    while row.before(one, at) == row.before(other, at) {
        if at == LONGEST || !characters::is_han(row.before(one, at)) {
            return None;
        }
        at += 1;
    }
    let after = at - 1;
    let (left, right) = (row.before(one, at), row.before(other, at));
    if !characters::is_han(left) || !characters::is_han(right) {
        return None;
    }
    let is_exchanged = row.before(one, at + 1) == right && row.before(other, at + 1) == left;
    let from = if is_exchanged { at + 2 } else { at + 1 };
    let same = |at: &usize| {
        let character = row.before(one, *at);
        character == row.before(other, *at) && characters::is_han(character)
    };
    let before = (from..=from + LONGEST).take_while(same).count().min(4);
    // Most pairs share no more than their last character.
    if after + before == 0 {
        return None;
    }
    let is_alike = !is_exchanged
        && alike::characters_are_alike(left, right)
        && !(numeral::is_numeral(left) && numeral::is_numeral(right));
    // 巴彦宝力高镇: in a long name 高 tells nothing.
    let tells = |it: char| is_telling(it) && (before < 3 || numeral::is_numeral(it) || PLACING.contains(it));
    if !is_alike && (tells(left) || tells(right)) {
        return None;
    }
    let joins = |it: char| JOINING.contains(it);
    let is_cut = (1..=after).any(|back| joins(row.before(one, back)));
    let is_inner = before > 0 && after > 0 && !joins(row.before(one, at + 1));
    if before == 0 && (!is_alike || is_cut) || !is_inner && (joins(left) || joins(right)) {
        return None;
    }
    let length = after + 1 + usize::from(is_exchanged) + 1 + before;
    let it = Difference { length, before, after, is_exchanged, is_alike };
    is_of_a_name(row, one, other, &it).then_some(it)
}

/// Whether the difference lies in a name, not in words that differ anyway.
fn is_of_a_name(row: &Row<'_>, one: usize, other: usize, it: &Difference) -> bool {
    let at = it.after + 1;
    // Whether the character that differs makes a common word with its neighbours.
    let is_pair = |first: char, second: char| vocabulary::rarity(&String::from_iter([first, second])) < COMMON;
    let is_word = |end: usize| {
        let own = row.before(end, at);
        is_pair(row.before(end, at + 1), own) || at > 1 && is_pair(own, row.before(end, at - 1))
    };
    let (first, second) = (is_word(one), is_word(other));
    if it.is_exchanged {
        return !(first && second);
    }
    if it.is_alike {
        // 白鹭渔港 and 白露渔港: one may be a word.
        return !(first && second);
    }
    !first && !second
}

/// What is told of two names that end at `ends`: the one that stands once, beside the other's spelling.
fn weighed(row: &Row<'_>, ends: [usize; 2], it: &Difference) -> Option<Variant> {
    let [one, other] = ends;
    let (times, other_times) = (row.count(one, it.length), row.count(other, it.length));
    let (odd, usual, usual_times) = match (times, other_times) {
        (1, 1) if !row.is_in_body(other) => (one, other, 2),
        (_, 1) => (other, one, times),
        (1, _) => (one, other, other_times),
        _ => return None,
    };
    if !row.is_in_body(odd) || odd + 1 < it.length {
        return None;
    }
    let equal = it.after + it.before;
    let end = row.characters[odd];
    let is_long = it.before >= 2 && equal >= 4;
    let severity = if it.is_alike || it.is_exchanged {
        match usual_times {
            2.. => Severity::Warning,
            _ if equal >= 2 => Severity::Advice,
            _ => return None,
        }
    } else if usual_times >= 2 && is_long {
        Severity::Warning
    } else if is_long || usual_times >= if MANY.contains(end) && it.before < 2 { 4 } else { 2 } {
        Severity::Advice
    } else {
        return None;
    };
    let range = row.bytes(odd, it.length);
    let usual = row.text(usual, it.length);
    // What stands in quotation marks is told of as a quoted name.
    if row.body[..range.start].ends_with('“') || row.body[range.end..].starts_with('”') {
        return None;
    }
    // Two that are named side by side are two; 南坪泵站……，南平泵站…… in two clauses may be one.
    let together = sentence::sentence_at(row.body, range.start);
    let severity = match row.body[together.clone()].find(&usual) {
        None => severity,
        Some(_) if !it.is_alike || usual_times < 2 => return None,
        Some(at) => {
            let other = together.start + at..together.start + at + usual.len();
            let between = other.end.min(range.end)..other.start.max(range.start);
            if between.is_empty() || !row.body[between].contains('，') {
                return None;
            }
            Severity::Advice
        }
    };
    Some(Variant { range, usual, severity })
}
