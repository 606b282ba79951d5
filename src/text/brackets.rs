//! Pairs of brackets and what they enclose.

use super::characters::is_han;
use crate::text::edit::Edit;
use std::ops::Range;

/// The closing mark that belongs to an opening one, full-width or half-width.
pub fn closing(open: char) -> Option<char> {
    Some(match open {
        '（' => '）',
        '(' => ')',
        '《' => '》',
        '〈' => '〉',
        '〔' => '〕',
        '[' => ']',
        '【' => '】',
        '「' => '」',
        '『' => '』',
        '［' => '］',
        '“' => '”',
        '‘' => '’',
        _ => return None,
    })
}

/// The pairs of `open` and its closing mark in `text`, outermost only, as byte ranges that include both marks.
///
/// Pairs nest; an opening mark that is never closed encloses nothing, and the search goes on after it.
pub fn enclosed(text: &str, open: char) -> Vec<Range<usize>> {
    let Some(close) = closing(open) else { return Vec::new() };
    let mut found = Vec::new();
    let mut opened: Vec<usize> = Vec::new();
    for (at, character) in text.char_indices() {
        if character == open {
            opened.push(at);
        } else if character == close
            && let Some(start) = opened.pop()
        {
            // A pair that was opened earlier and closed later swallows the pairs inside it.
            while found.last().is_some_and(|inner: &Range<usize>| inner.start > start) {
                found.pop();
            }
            found.push(start..at + close.len_utf8());
        }
    }
    found
}

/// The inside of a range given by [`enclosed`], without the two marks.
pub fn inside(text: &str, pair: &Range<usize>) -> Range<usize> {
    let open = text[pair.clone()].chars().next().map_or(0, char::len_utf8);
    let close = text[pair.clone()].chars().next_back().map_or(0, char::len_utf8);
    pair.start + open..pair.end - close
}

/// What the marks of a text that come in pairs make: the pairs, and the marks that have no partner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairing {
    /// The pairs in the order they close.
    pub pairs: Vec<Pair>,
    /// Marks without a partner, in the order of the text.
    pub alone: Vec<(usize, char)>,
}

/// An opening and a closing mark that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The opening mark and its byte.
    pub open: (usize, char),
    /// The closing mark and its byte.
    pub close: (usize, char),
    /// The opening mark of the pair directly around this one.
    pub around: Option<char>,
}

impl Pair {
    /// All of it, both marks included, in bytes.
    pub fn range(&self) -> Range<usize> {
        self.open.0..self.close.0 + self.close.1.len_utf8()
    }

    /// The edits that put other marks in the place of the two.
    pub fn with(&self, open: &str, close: &str) -> Vec<Edit> {
        let first = self.open.0..self.open.0 + self.open.1.len_utf8();
        vec![Edit::replace(first, open), Edit::replace(self.close.0..self.range().end, close)]
    }
}

/// Pairs the marks of `text`: all kinds of brackets and quotation marks, full-width and half-width alike.
///
/// Half-width and full-width brackets pair with each other. An apostrophe and the bracket of a list number as in 1） need no partner.
pub fn pairing(text: &str) -> Pairing {
    let mut pairing = Pairing::default();
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, character) in text.char_indices() {
        if is_han(character) || family(character).is_none() {
            continue;
        }
        if closing(character).is_some() {
            open.push((at, character));
            continue;
        }
        let matching = open.iter().rposition(|&(_, opened)| family(opened) == family(character));
        match matching {
            Some(index) => {
                pairing.alone.extend(open.drain(index + 1..));
                if let Some(opened) = open.pop() {
                    let around = open.last().map(|&(_, mark)| mark);
                    pairing.pairs.push(Pair { open: opened, close: (at, character), around });
                }
            }
            None if needs_no_partner(text, at, character) => {}
            None => pairing.alone.push((at, character)),
        }
    }
    pairing.alone.extend(open);
    pairing.alone.sort_unstable();
    pairing
}

/// Whether `character` is one of the marks that come in pairs.
pub fn is_paired(character: char) -> bool {
    family(character).is_some()
}

/// Which kind of pair a mark belongs to; the opening and the closing mark of both widths have the same.
fn family(character: char) -> Option<char> {
    Some(match character {
        '(' | '（' | ')' | '）' => '（',
        '[' | '［' | ']' | '］' => '［',
        '《' | '》' => '《',
        '〈' | '〉' => '〈',
        '〔' | '〕' => '〔',
        '【' | '】' => '【',
        '「' | '」' => '「',
        '『' | '』' => '『',
        '“' | '”' => '“',
        '‘' | '’' => '‘',
        _ => return None,
    })
}

fn needs_no_partner(text: &str, at: usize, character: char) -> bool {
    match character {
        '’' => text[..at].ends_with(|before: char| before.is_ascii_alphabetic()),
        ')' | '）' => {
            let before = &text[..at];
            let number = before.trim_end_matches(|it: char| it.is_ascii_alphanumeric()).len();
            number < at
                && at - number <= 2
                && before[..number]
                    .chars()
                    .next_back()
                    .is_none_or(|it| matches!(it, '。' | '；' | '：' | '，' | ' ' | '\n' | '\u{3000}'))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, open: char) -> Vec<&str> {
        enclosed(text, open).into_iter().map(|pair| &text[pair]).collect()
    }

    #[test]
    fn the_outermost_pair_is_taken() {
        assert_eq!(texts("《关于落实〈条例〉的建议》和《办法》", '《'), ["《关于落实〈条例〉的建议》", "《办法》"]);
        assert_eq!(texts("《关于落实《条例》的建议》收悉", '《'), ["《关于落实《条例》的建议》"]);
    }

    #[test]
    fn an_unclosed_mark_encloses_nothing() {
        assert_eq!(texts("《关于某事和《办法》", '《'), ["《办法》"]);
        assert_eq!(texts("没有）括号（", '（'), Vec::<&str>::new());
    }

    #[test]
    fn marks_without_a_partner() {
        let alone = |text: &str| pairing(text).alone.into_iter().map(|(_, mark)| mark).collect::<String>();
        assert_eq!(alone("“更换机组（4台，《办法》"), "“（");
        assert_eq!(alone("办法》已经印发）"), "》）");
        assert_eq!(alone("1）东区；2)西区，Driver’s（见附件)，“‘甲’”"), "");
        let nested = pairing("《关于落实《条例》的建议》");
        assert_eq!(nested.pairs[0].around, Some('《'));
        assert_eq!(nested.pairs[1].around, None);
    }
}
