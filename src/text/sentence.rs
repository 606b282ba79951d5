//! Sentences and clauses of a paragraph.

use super::characters::ends_sentence;
use super::key;
use std::ops::Range;

/// The sentences of `text` in bytes, each with its end mark and the closing quotes or brackets after it.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if !ends_sentence(character) {
            continue;
        }
        let mut end = at + character.len_utf8();
        while let Some(&(_, next)) = characters.peek() {
            if !matches!(next, '”' | '’' | '）' | '》') && !ends_sentence(next) {
                break;
            }
            end += next.len_utf8();
            characters.next();
        }
        found.push(start..end);
        start = end;
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found
}

/// The sentence of `text` around byte `at`.
pub fn sentence_at(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind(ends_sentence).map_or(0, |end| end + '。'.len_utf8());
    let end = text[at..].find(ends_sentence).map_or(text.len(), |end| at + end + '。'.len_utf8());
    start..end
}

/// The sentence of [`sentences`] around byte `at` of `text`; the last one at its end.
pub fn sentence_around(text: &str, at: usize) -> Range<usize> {
    let sentences = sentences(text);
    sentences.iter().find(|range| at < range.end).or(sentences.last()).cloned().unwrap_or(0..0)
}

/// Whether a clause ends with `character`.
pub fn ends_clause(character: char) -> bool {
    ends_sentence(character) || matches!(character, '，' | '；' | '：' | '\n')
}

/// The clauses of `text` in bytes, without the marks between them; empty ones are left out.
pub fn clauses(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    // Marks begin with one of two bytes; the rest of a Chinese text is passed over.
    for at in memchr::memchr3_iter(0xE3, 0xEF, b'\n', text.as_bytes()) {
        let Some(character) = text[at..].chars().next() else { continue };
        if ends_clause(character) {
            if start < at {
                found.push(start..at);
            }
            start = at + character.len_utf8();
        }
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found
}

/// A clause without the blanks before it, with the key of its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Where, in bytes.
    pub range: Range<usize>,
    /// As [`key::of`] makes it.
    pub key: u64,
}

/// The clauses of `text` that are not blank.
pub fn keyed_clauses(text: &str) -> Vec<Clause> {
    let keyed = |range: Range<usize>| {
        let words = text[range.clone()].trim_start();
        Clause { range: range.end - words.len()..range.end, key: key::of(words) }
    };
    clauses(text).into_iter().map(keyed).filter(|clause| !clause.range.is_empty()).collect()
}

/// Whether byte `at` of `text` begins a clause: nothing or a mark that ends one stands before it.
pub fn begins_clause(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_none_or(|before| ends_clause(before) || matches!(before, '“' | '（' | ' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_quotes_stay_with_their_sentence() {
        let text = "甲“乙。”丙！丁";
        let parts: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(parts, ["甲“乙。”", "丙！", "丁"]);
        assert_eq!(&text[sentence_at(text, text.find('丙').unwrap())], "”丙！");
        let text = "甲，乙：丙。";
        assert_eq!(clauses(text).into_iter().map(|range| &text[range]).collect::<Vec<_>>(), ["甲", "乙", "丙"]);
        assert!(begins_clause(text, 0) && begins_clause(text, "甲，".len()) && !begins_clause("甲乙", 3));
    }
}
