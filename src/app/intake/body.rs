//! The body, put together out of the pieces that go into it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::piece::Piece;
use crate::text::characters::{are_two_words, is_blank, is_invisible, is_line_end};

/// Where two lines of the source meet in the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Where the second line begins, in bytes of the source; this is the meeting's name.
    pub at: usize,
    /// Whether the lines are one paragraph.
    pub joined: bool,
    /// Where they meet in the body, in bytes: at the line end, or between the characters.
    pub in_body: usize,
}

/// A body with the way back to its source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// The text, a paragraph a line.
    pub text: String,
    /// Where each piece begins, in the body and in the source, in order.
    pub parts: Vec<(usize, Range<usize>)>,
    /// Where lines meet.
    pub meetings: Vec<Meeting>,
}

impl Body {
    /// Puts the body together out of the pieces that go into it. `joints` tells which lines go on with the one before, by where
    /// they begin in the source.
    pub fn of(source: &str, pieces: &[Piece], joints: &BTreeMap<usize, bool>) -> Self {
        let mut body = Self::default();
        let mut end: Option<usize> = None;
        for piece in pieces.iter().filter(|piece| piece.fate.is_body()) {
            let range = piece.range.clone();
            let text = cleaned(&source[range.clone()]);
            let apart = end.is_some_and(|end| source[end..range.start].contains(is_line_end));
            let text = if apart || end.is_none() { text.trim_start_matches(is_blank).to_owned() } else { text };
            if apart {
                let trimmed = body.text.trim_end_matches(|mark: char| is_blank(mark) && mark != '\n').len();
                body.text.truncate(trimmed);
                let joined = joints.get(&range.start).copied().unwrap_or(false);
                body.meetings.push(Meeting { at: range.start, joined, in_body: body.text.len() });
                if !joined {
                    body.text.push('\n');
                }
            }
            if apart && are_two_words(&body.text, &text) {
                body.text.push(' ');
            }
            body.parts.push((body.text.len(), range.clone()));
            body.text.push_str(&text);
            end = Some(range.end);
        }
        let trimmed = body.text.trim_end_matches(is_blank).len();
        body.text.truncate(trimmed);
        body
    }

    /// The stretches of the source that `range` of the body was made of, whole pieces each.
    pub fn places(&self, range: &Range<usize>) -> Vec<Range<usize>> {
        let first = self.parts.partition_point(|(at, _)| *at <= range.start).saturating_sub(1);
        let within = self.parts.iter().skip(first).take_while(|(at, _)| *at < range.end.max(range.start + 1));
        within.map(|(_, place)| place.clone()).collect()
    }

    /// Where in the body the piece that holds byte `at` of the source begins.
    pub fn place_of(&self, at: usize) -> Option<usize> {
        self.parts.iter().find(|(_, place)| place.contains(&at)).map(|(start, _)| *start)
    }
}

/// A stretch of the source as it stands in a body: nothing that nobody sees, and every blank a plain one.
fn cleaned(text: &str) -> String {
    text.chars()
        .filter(|&character| !is_invisible(character))
        .map(|character| if matches!(character, '\u{A0}' | '\t') { ' ' } else { character })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::intake::piece;
    use crate::app::tests::letters;
    use crate::import::import;
    use crate::letter::Field;

    #[test]
    fn the_body_of_every_letter_is_put_together_as_the_import_does() {
        let letters = letters();
        assert!(letters.len() >= 30);
        for (name, text) in letters {
            let read = import(&text).unwrap();
            let joined = read.report.joined.iter().filter(|joined| joined.field == Field::Body);
            let joints = joined.map(|joined| (joined.range.end, true)).collect();
            let body = Body::of(&text, &piece::of(&read.report), &joints);
            assert_eq!(body.text, read.draft.letter.body, "{name}");
        }
    }
}
