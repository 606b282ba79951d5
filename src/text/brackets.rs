//! Pairs of brackets and what they enclose.

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
}
