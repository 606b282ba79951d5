//! The characters of a text as people see them (grapheme clusters), quickly where that is plain.

use unicode_segmentation::UnicodeSegmentation as _;

use super::characters::is_han;

/// Whether `character` is a cluster of its own beside any other such character.
fn is_plain(character: char) -> bool {
    matches!(character, ' '..='~' | '\u{3000}'..='\u{3029}' | '\u{ff01}'..='\u{ff60}') || is_han(character)
}

/// Every cluster of `text` with the byte it begins at.
pub fn of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let mut characters = rest.chars();
        let first = characters.next()?;
        // Nearly all of a letter is Chinese: the tables need not be asked about it.
        let plain = is_plain(first) && characters.next().is_none_or(is_plain);
        let cluster = if plain { &rest[..first.len_utf8()] } else { rest.graphemes(true).next()? };
        let start = at;
        at += cluster.len();
        Some((start, cluster))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation as _;

    proptest! {
        #[test]
        fn they_are_those_of_the_tables(text in "([一二。（a1 \t\r\n\u{301}\u{200d}\u{fe0f}\u{3099}\u{302a}👩🌾𠅤“…]|\\PC){0,40}") {
            prop_assert_eq!(
                super::of(&text).collect::<Vec<_>>(),
                text.grapheme_indices(true).collect::<Vec<_>>()
            );
        }
    }
}
