//! Whether two figures are of one thing, by the words around them.

use crate::check::Context;
use crate::letter::figures::quantity::{Quantity, subject};
use crate::text::{characters, numeral, sentence};

/// Characters that two names must share to be of one project.
const SHARED: usize = 5;

/// Whether the noun behind one figure is what the other is named for: 公办幼儿园218所 and 218所公办幼儿园.
pub(super) fn is_named_behind(body: &str, one: &Quantity, other: &Quantity) -> bool {
    [(one, other), (other, one)].into_iter().any(|(named, counted)| {
        let subject = subject(body, named.range.start);
        let behind = &body[counted.range.end..];
        let start = subject.char_indices().rev().nth(3).map(|(start, _)| start);
        let ends = start.is_some_and(|start| behind.starts_with(&subject[start..]));
        // 农村公路总里程3286公里, 3286公里农村公路.
        let noun = behind.char_indices().nth(4).map_or("", |(end, _)| &behind[..end]);
        ends || noun.chars().all(characters::is_han) && !noun.is_empty() && subject.contains(noun)
    })
}

/// Whether both figures bear the same last `length` characters, and their sentences name one and the same thing.
pub(super) fn is_of_one(body: &str, one: &Quantity, other: &Quantity, length: usize) -> bool {
    let [left, right] = [one, other].map(|it| subject(body, it.range.start));
    let tail = left.chars().rev().zip(right.chars().rev()).take_while(|(left, right)| left == right).count();
    if tail < length {
        return false;
    }
    let before = |quantity: &Quantity| {
        let start = sentence::sentence_at(body, quantity.range.start).start;
        body[start..quantity.range.start].chars().collect::<Vec<char>>()
    };
    let [left, right] = [one, other].map(before);
    // 一期、二期, 2025年、2026年: told apart in their own words.
    let is_counted = |pair: &[char]| {
        matches!(pair[1], '期' | '年' | '批' | '段' | '标')
            && (numeral::is_numeral(pair[0]) || pair[0].is_ascii_digit())
    };
    let is_apart = |words: &[char]| words.windows(2).any(is_counted);
    if is_apart(&left) || is_apart(&right) {
        return false;
    }
    let is_name = |run: &[char]| run.iter().all(|it| characters::is_han(*it));
    left.windows(SHARED).filter(|run| is_name(run)).any(|run| right.windows(SHARED).any(|other| other == run))
}

/// Whether two figures stand under headings that tell one thing of two places: 关于东城片区, 关于西城片区.
pub(super) fn are_apart(context: &Context<'_>, one: &Quantity, other: &Quantity) -> bool {
    let heading = |quantity: &Quantity| -> Vec<char> {
        let mut paragraphs = context.outline.paragraphs.iter();
        let headed = paragraphs.rfind(|it| it.marker.is_some() && it.range.start <= quantity.range.start);
        let text = headed.map_or("", |it| &context.body()[it.range.clone()]);
        let first = text.split(['。', '\n']).next().unwrap_or_default();
        // Behind its number: 一、, （一）, 1.
        let marks = |it: char| numeral::is_numeral(it) || it.is_ascii_digit() || matches!(it, '（' | '）' | '、' | '.');
        first.trim_start_matches(marks).chars().collect()
    };
    let (left, right) = (heading(one), heading(other));
    let head = left.iter().zip(&right).take_while(|(left, right)| left == right).count();
    let shorter = left.len().min(right.len());
    let tail = left.iter().rev().zip(right.iter().rev()).take(shorter - head).take_while(|(left, right)| left == right);
    let shared = head + tail.count();
    left != right && shared >= 3 && shared * 2 >= shorter
}
