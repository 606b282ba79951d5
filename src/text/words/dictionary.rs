//! The compiled-in word lists. A word is found by halving the sorted list where it lies in the program.

/// Common words with how common each is; see `assets/words/README.md`.
const GENERAL: &str = include_str!("../../../assets/words/general.txt");

/// Words of official letters, in the same form.
const OFFICE: &str = include_str!("../../../assets/words/office.txt");

/// What a character weighs that no list knows.
const UNKNOWN: u32 = 4;

/// Calls `found` with the length in bytes and the weight of each word that `text` begins with: four times the natural
/// logarithm of how often it was counted.
pub(super) fn words_at(text: &str, mut found: impl FnMut(usize, u32)) {
    let first = text.chars().next().map_or(0, char::len_utf8);
    found(first, weight(GENERAL, &text[..first]).unwrap_or(UNKNOWN));
    for list in [GENERAL, OFFICE] {
        let mut rest = list;
        let ends = text.char_indices().map(|(at, character)| at + character.len_utf8()).skip(1);
        for end in ends {
            let begun = &text[..end];
            rest = &rest[lower_bound(rest, begun)..];
            // No longer word begins so either.
            if !rest.starts_with(begun) {
                break;
            }
            if let Some((word, weight)) = line(rest)
                && word == begun
            {
                found(end, weight);
            }
        }
    }
}

fn weight(list: &str, word: &str) -> Option<u32> {
    let (found, weight) = line(&list[lower_bound(list, word)..])?;
    (found == word).then_some(weight)
}

/// Where the first line of `list` begins whose word is not before `word`.
fn lower_bound(list: &str, word: &str) -> usize {
    let bytes = list.as_bytes();
    let (mut low, mut high) = (0, list.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = bytes[low..middle].iter().rposition(|&byte| byte == b'\n').map_or(low, |at| low + at + 1);
        let Some((here, _)) = line(&list[start..]) else {
            return start;
        };
        if here < word {
            low = bytes[start..].iter().position(|&byte| byte == b'\n').map_or(list.len(), |at| start + at + 1);
        } else {
            high = start;
        }
    }
    low
}

/// The word of the first line of `list` and what it weighs.
fn line(list: &str) -> Option<(&str, u32)> {
    let line = list.split('\n').next()?;
    let end = line.find(|character: char| character.is_ascii_digit())?;
    Some((&line[..end], line[end..].parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(&str, u32)> {
        let mut found = Vec::new();
        words_at(text, |length, weight| found.push((&text[..length], weight)));
        found
    }

    #[test]
    fn every_line_is_a_word_with_its_weight_and_the_lists_are_sorted() {
        for list in [GENERAL, OFFICE] {
            let words: Vec<&str> = list.lines().map(|it| line(it).unwrap().0).collect();
            assert!(words.windows(2).all(|pair| pair[0] < pair[1]));
            assert!(words.iter().all(|word| word.chars().all(crate::text::characters::is_han)));
            for word in words.iter().step_by(97).chain([&words[0], &words[words.len() - 1]]) {
                assert!(weight(list, word).is_some(), "{word}");
            }
        }
    }

    #[test]
    fn every_word_that_a_text_begins_with_is_found() {
        assert_eq!(
            words("人大代表们").iter().map(|it| it.0).collect::<Vec<_>>(),
            ["人", "人大", "人大代表", "人大代表"]
        );
        assert_eq!(words("㐀㐁"), [("㐀", UNKNOWN)]);
        assert_eq!(words("收悉")[1].0, "收悉");
    }
}
