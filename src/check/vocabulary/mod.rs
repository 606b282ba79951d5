//! The common words of written Chinese with how common they are, and how a text divides into them.
//!
//! A wrong word is searched for as a bare string of characters, and two right words whose edges meet may make one:
//! 触摸|式, 公布|署名, 推进|渡口. Whether a text reads so is told by the cheapest way to divide it into words.

pub mod alike;
mod layout;
pub mod long_word;

use layout::{COUNT, LONGEST, STARTS};
use std::ops::Range;

/// The tables `build.rs` made of `assets/vocabulary/words.txt`; nothing is read or built when the program starts.
static TABLES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.bin"));

/// Characters looked at on either side of a place.
const AROUND: usize = 5;

/// The most characters that are divided at once: a word with what stands around it.
const RUN: usize = AROUND + LONGEST + AROUND;

/// How rare a word is: eight times the natural logarithm of one in so many words, at most 255. None when it is no word
/// of the vocabulary.
fn cost(word: &[u16]) -> Option<u32> {
    match *word {
        [only] => Some(u32::from(TABLES[usize::from(only) - 1])),
        [first, second] => {
            let (from, to) = span(COUNT, first);
            let base = COUNT + 2 * STARTS;
            let at = |index: usize| quarter(TABLES, base + 4 * index);
            let key = u32::from(second);
            let found = partition(from, to, |index| at(index) >> 8 < key);
            (found < to && at(found) >> 8 == key).then(|| at(found) & 0xFF)
        }
        [first, second, third] => long_cost(first, layout::long_key(second, third, 0)),
        [first, second, third, fourth] => long_cost(first, layout::long_key(second, third, fourth)),
        _ => None,
    }
}

fn long_cost(first: u16, key: u64) -> Option<u32> {
    let (from, to) = span(COUNT + STARTS, first);
    let pairs = quarter(TABLES, COUNT + STARTS - 4) as usize;
    let base = COUNT + 2 * STARTS + 4 * pairs;
    let at = |index: usize| {
        u64::from(quarter(TABLES, base + 8 * index)) | u64::from(quarter(TABLES, base + 8 * index + 4)) << 32
    };
    let found = partition(from, to, |index| at(index) & !0xFF < key);
    (found < to && at(found) & !0xFF == key).then(|| (at(found) & 0xFF) as u32)
}

/// Where the words that begin with `first` lie, by the table at byte `table`.
fn span(table: usize, first: u16) -> (usize, usize) {
    let end = |number: usize| quarter(TABLES, table + 4 * number) as usize;
    (end(usize::from(first) - 1), end(usize::from(first)))
}

/// The number that four bytes of a table make.
fn quarter(table: &[u8], at: usize) -> u32 {
    table.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map_or(0, u32::from_le_bytes)
}

/// The first index from `from` to `to` for which `is_before` no longer holds.
fn partition(mut from: usize, mut to: usize, is_before: impl Fn(usize) -> bool) -> usize {
    while from < to {
        let middle = from + (to - from) / 2;
        if is_before(middle) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    from
}

/// Whether `word` is a word of the vocabulary of two to four characters.
#[cfg(test)]
fn is_word(word: &str) -> bool {
    let numbers: Option<Vec<u16>> = word.chars().map(layout::number).collect();
    numbers.is_some_and(|it| it.len() > 1 && cost(&it).is_some())
}

/// How the words around a place go with what is written there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seam {
    /// No word reaches over an edge of the place.
    Clear,
    /// A word may reach over an edge, but the text does not divide so.
    Possible,
    /// The text divides into words of which one reaches over an edge: the place is no word of the text.
    Crossed,
}

/// How the words around `range` of `text`, in bytes, go with it. What stands there is not itself taken for a word.
pub fn seam(text: &str, range: &Range<usize>) -> Seam {
    let mut before: Vec<u16> = text[..range.start].chars().rev().map_while(layout::number).take(AROUND).collect();
    before.reverse();
    let inside = text[range.clone()].chars().map_while(layout::number);
    let after = text[range.end..].chars().map_while(layout::number).take(AROUND);
    let from = before.len();
    let mut run = before;
    run.extend(inside);
    let to = run.len();
    run.extend(after);
    let is_over = |start: usize, end: usize| start < from && from < end || start < to && to < end;
    let path = division(&run, Some((from, to)));
    if path.iter().any(|&(start, end)| is_over(start, end)) {
        return Seam::Crossed;
    }
    let may_be_over = (0..run.len())
        .flat_map(|start| (start + 2..=(start + LONGEST).min(run.len())).map(move |end| (start, end)))
        .any(|(start, end)| is_over(start, end) && cost(&run[start..end]).is_some());
    if may_be_over { Seam::Possible } else { Seam::Clear }
}

/// How much more readily the text divides into words where `meant` stands at `range`, in bytes, than as it is written: eight
/// times the natural logarithm of so many times.
pub fn gain(text: &str, range: &Range<usize>, meant: &str) -> i32 {
    let mut run = [0_u16; RUN];
    let mut from = AROUND;
    for number in text[..range.start].chars().rev().map_while(layout::number).take(AROUND) {
        from -= 1;
        run[from] = number;
    }
    let mut with = |middle: &str| {
        let middle = middle.chars().filter_map(layout::number).take(LONGEST);
        let after = text[range.end..].chars().map_while(layout::number).take(AROUND);
        let mut to = AROUND;
        for number in middle.chain(after) {
            run[to] = number;
            to += 1;
        }
        cheapest(&run[from..to])
    };
    with(&text[range.clone()]) - with(meant)
}

/// How rare a character is as a word of its own, or two as a word, as [`gain`] counts.
pub fn rarity(word: &[char]) -> i32 {
    let numbers: Vec<u16> = word.iter().filter_map(|it| layout::number(*it)).collect();
    cost(&numbers).map_or(i32::from(u8::MAX), |cost| cost as i32)
}

/// The cost of the cheapest way to divide at most [`RUN`] characters into words.
fn cheapest(run: &[u16]) -> i32 {
    let mut best = [u32::MAX; RUN + 1];
    best[0] = 0;
    for start in 0..run.len() {
        for end in start + 1..=(start + LONGEST).min(run.len()) {
            if let Some(cost) = cost(&run[start..end]) {
                best[end] = best[end].min(best[start] + cost);
            }
        }
    }
    best[run.len()] as i32
}

/// The cheapest way to divide `run` into words, as places in it; `barred` is not taken for a word.
fn division(run: &[u16], barred: Option<(usize, usize)>) -> Vec<(usize, usize)> {
    let mut best: Vec<(u32, usize)> = vec![(u32::MAX, 0); run.len() + 1];
    best[0] = (0, 0);
    for start in 0..run.len() {
        for end in start + 1..=(start + LONGEST).min(run.len()) {
            if Some((start, end)) == barred && end > start + 1 {
                continue;
            }
            if let Some(cost) = cost(&run[start..end]) {
                let sum = best[start].0 + cost;
                if sum < best[end].0 {
                    best[end] = (sum, start);
                }
            }
        }
    }
    let mut path = Vec::new();
    let mut end = run.len();
    while end > 0 {
        let start = best[end].1;
        path.push((start, end));
        end = start;
    }
    path.reverse();
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = include_str!("../../../assets/vocabulary/words.txt");

    #[test]
    fn the_tables_say_what_the_list_says() {
        for line in LIST.lines().filter(|line| !line.starts_with('#')) {
            let (word, said) = line.split_once(' ').unwrap();
            let numbers: Vec<u16> = word.chars().map(|it| layout::number(it).unwrap()).collect();
            assert_eq!(cost(&numbers), Some(said.parse().unwrap()), "{word}");
        }
        for word in ["布署", "按排", "摸式", "进渡", "龘龘", "的的确确确"] {
            assert!(!is_word(word), "{word}");
        }
        assert_eq!(u32::from(layout::UNKNOWN), cost(&[layout::number('龘').unwrap()]).unwrap());
    }

    #[test]
    fn where_words_meet() {
        let at = |text: &str, word: &str| {
            let start = text.find(word).unwrap();
            seam(text, &(start..start + word.len()))
        };
        for (text, word) in [
            ("配备触摸式查询机", "摸式"),
            ("防止重复盖章", "复盖"),
            ("常规摸排", "规摸"),
            ("公布署名单位", "布署"),
            ("合力渡难关", "力渡"),
            ("加快推进渡改桥", "进渡"),
            ("究竟赛事如何", "竟赛"),
            ("外环镜湖路", "环镜"),
        ] {
            assert_eq!(at(text, word), Seam::Crossed, "{text}");
        }
        for (text, word) in [("按照统一布署推进", "布署"), ("加快摸式创新", "摸式"), ("受到防碍。", "防碍")]
        {
            assert_ne!(at(text, word), Seam::Crossed, "{text}");
        }
        assert_eq!(at("市政府的布署，", "布署"), Seam::Clear);
    }
}
