//! Lists of persons and bodies in an addressee line, and the counts beside them.

use super::organ;
use crate::text::characters::is_blank;
use crate::text::numeral;
use std::ops::Range;

/// The names of a list: divided by marks, or by blanks where these do not merely space a short name out (王　禾).
pub(super) fn list(line: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for entry in super::list::entries(line, range) {
        let text = &line[entry.clone()];
        let words: Vec<Range<usize>> =
            words(text).into_iter().map(|word| entry.start + word.start..entry.start + word.end).collect();
        let mut pending: Option<Range<usize>> = None;
        for word in words {
            let single = line[word.clone()].chars().count() == 1;
            match pending.take() {
                Some(first) if single => found.push(first.start..word.end),
                Some(first) => {
                    found.push(first);
                    found.push(word);
                }
                None if single => pending = Some(word),
                None => found.push(word),
            }
        }
        found.extend(pending);
    }
    let found: Vec<Range<usize>> = found.into_iter().flat_map(|name| body_and_person(line, name)).collect();
    // Each may carry its own title: 王禾代表、李澄代表. One that is nothing but 等 is none.
    found
        .into_iter()
        .map(|name| {
            let text = line[name.clone()].trim_start_matches("和").trim_end_matches("等");
            let start = name.end - line[name].trim_start_matches("和").len();
            let text = ["代表", "委员"]
                .iter()
                .find_map(|title| text.strip_suffix(title))
                .filter(|bare| bare.chars().count() >= 2)
                .unwrap_or(text);
            start..start + text.trim_end_matches(is_blank).len()
        })
        .filter(|name| !name.is_empty())
        .collect()
}

/// 县人大常委会并王禾 is a body and a person.
fn body_and_person(line: &str, name: Range<usize>) -> Vec<Range<usize>> {
    let text = &line[name.clone()];
    for (at, word) in text.match_indices(['并', '和', '及', '转']) {
        let person = text[at + word.len()..].trim_start_matches(is_blank);
        if organ::is_body(&text[..at]) && (2..=4).contains(&person.chars().count()) && !organ::is_body(person) {
            return vec![name.start..name.start + at, name.end - person.len()..name.end];
        }
    }
    vec![name]
}

fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_blank(character), start) {
            (true, Some(from)) => {
                words.push(from..at);
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    words
}

/// Takes 等3名, 等二位, （等10位）, 等十二人 from the end of the text; moves `end` before it.
pub(super) fn count_at_end(line: &str, start: usize, end: &mut usize) -> Option<(u32, Range<usize>)> {
    let text = line[start..*end].trim_end_matches(|mark| is_blank(mark) || matches!(mark, '）' | ')'));
    let text = text.trim_end_matches(['名', '位', '人']).trim_end_matches(is_blank);
    let digits = text.trim_end_matches(|character: char| {
        character.is_ascii_digit() || numeral::is_numeral(character) || matches!(character, '０'..='９')
    });
    let before = digits.trim_end_matches(is_blank);
    let number = start + digits.len()..start + text.len();
    let rest = before.strip_suffix('等').or_else(|| before.strip_suffix("共"))?;
    let half: String = line[number.clone()]
        .chars()
        .map(|character| crate::text::characters::half_width(character).unwrap_or(character))
        .collect();
    let value = half.parse().ok().or_else(|| numeral::parse(&half)).filter(|&value| value > 0)?;
    *end = start + rest.trim_end_matches(|mark| is_blank(mark) || matches!(mark, '（' | '(' | '、' | '，' | ',')).len();
    Some((value, number))
}

/// Where 二位 or 3名 begins at the end of a list of names that has no 等 before it.
pub(super) fn counted_at_end(text: &str) -> Option<usize> {
    let rest = text.strip_suffix(['位', '名'])?;
    let number = rest
        .trim_end_matches(is_blank)
        .chars()
        .next_back()
        .filter(|&digit| digit.is_ascii_digit() || numeral::is_numeral(digit))?;
    let names = rest.trim_end_matches(is_blank).strip_suffix(number)?;
    (names.chars().count() >= 4 && !names.ends_with('等')).then_some(names.trim_end_matches(is_blank).len())
}

/// Where `word` begins at the end of `text`, blanks between its characters allowed: 代　表.
pub(super) fn ends_with_spaced(text: &str, word: &str) -> Option<usize> {
    let mut rest = text;
    for character in word.chars().rev() {
        rest = rest.trim_end_matches(is_blank).strip_suffix(character)?;
    }
    Some(rest.len())
}

/// The end of a stretch of a line without the blanks at it.
pub(super) fn trimmed(line: &str, range: Range<usize>) -> usize {
    range.start + line[range].trim_end_matches(is_blank).len()
}
