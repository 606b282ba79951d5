//! Phrases that are fixed to the letter, found where one character is off.
//!
//! One half of the phrase is searched for as it is; the other is held against what stands beside it.

use crate::text::characters;
use crate::text::vocabulary::alike;
use std::ops::Range;

/// Characters that make another phrase rather than a slip: 颇有成效 is none of 卓有成效.
const ORDINARY: &str = "的了是在不有和及与一为以对中上下这个很已更颇富最再能可会要将等新大小多少好我你他之其此各每该本并且而又也都就还把被让使向从于由";

/// Both halves of a phrase, the second the longer where they are not alike.
pub fn halves(phrase: &str) -> (&str, &str) {
    let count = phrase.chars().count();
    let middle = phrase.char_indices().nth(count / 2).map_or(phrase.len(), |(at, _)| at);
    phrase.split_at(middle)
}

/// Where `text` has the phrase with one character off, in bytes; `half` is where one of its halves stands.
pub fn slip(text: &str, half: Range<usize>, phrase: &str, is_first: bool) -> Option<Range<usize>> {
    let (first, second) = halves(phrase);
    let other = if is_first { second } else { first };
    let count = other.chars().count();
    let beside = if is_first {
        let end = text[half.end..].char_indices().nth(count).map_or(text.len(), |(at, _)| half.end + at);
        half.end..end
    } else {
        let start = text[..half.start].char_indices().rev().nth(count - 1)?.0;
        start..half.start
    };
    let written = &text[beside.clone()];
    if written.chars().count() != count {
        return None;
    }
    let mut different = written.chars().zip(other.chars()).filter(|(written, meant)| written != meant);
    let (Some((written, meant)), None) = (different.next(), different.next()) else { return None };
    // 实是求是: an ordinary character that sounds like the right one is a slip all the same.
    let is_other = ORDINARY.contains(written) && !alike::characters_are_alike(written, meant);
    let is_slip = characters::is_han(written) && characters::is_han(meant) && !is_other;
    is_slip.then(|| half.start.min(beside.start)..half.end.max(beside.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_character_off() {
        let found = |text: &str, phrase: &str| {
            let (first, second) = halves(phrase);
            let at = |half: &str| text.find(half).map(|at| at..at + half.len());
            at(first)
                .and_then(|half| slip(text, half, phrase, true))
                .or_else(|| slip(text, at(second)?, phrase, false))
                .map(|range| text[range].to_owned())
        };
        assert_eq!(found("要因地置宜推进", "因地制宜").as_deref(), Some("因地置宜"));
        assert_eq!(found("克不容缓", "刻不容缓").as_deref(), Some("克不容缓"));
        assert_eq!(found("刻不容缓", "刻不容缓"), None);
        assert_eq!(found("颇有成效", "卓有成效"), None);
        assert_eq!(found("因地", "因地制宜"), None);
    }
}
