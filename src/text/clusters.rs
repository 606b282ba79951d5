//! The characters of a text as people see them (grapheme clusters), quickly where that is plain.

use unicode_segmentation::UnicodeSegmentation as _;

/// How many bytes the first character takes, where it is a cluster of its own beside any other such character: those that
/// nearly all of a letter consists of.
fn plain(text: &[u8]) -> Option<usize> {
    match *text {
        [b' '..=b'~', ..] => Some(1),
        // 一 to U+9FFF; U+3000 to U+3029 (、。《》〔〕); the full-width forms ！ to ｠.
        [0xe4, 0xb8..=0xbf, ..] | [0xe5..=0xe9, ..] => Some(3),
        [0xe3, 0x80, 0x80..=0xa9, ..] | [0xef, 0xbc, 0x81..=0xbf, ..] | [0xef, 0xbd, 0x80..=0xa0, ..] => Some(3),
        _ => None,
    }
}

/// Every cluster of `text` with the byte it begins at.
pub fn of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let bytes = rest.as_bytes();
        // The tables need not be asked about what nearly all of a letter consists of.
        let alone = plain(bytes).filter(|&length| length == bytes.len() || plain(&bytes[length..]).is_some());
        let cluster = match alone {
            Some(length) => &rest[..length],
            None => rest.graphemes(true).next()?,
        };
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
