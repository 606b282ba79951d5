//! Classes of characters.

use std::ops::Range;

/// Whether `character` is a Chinese character (汉字), of the basic plane or beyond; 〇 counts, the iteration mark 々 too.
pub fn is_han(character: char) -> bool {
    matches!(character,
        '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}' | '〇' | '々')
}

/// Whether `character` is a full-width mark of Chinese punctuation, including the quotation marks and dashes that terminals draw narrow.
pub fn is_chinese_mark(character: char) -> bool {
    matches!(
        character,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
            | '（'
            | '）'
            | '《'
            | '》'
            | '〈'
            | '〉'
            | '〔'
            | '〕'
            | '【'
            | '】'
            | '「'
            | '」'
            | '『'
            | '』'
            | '“'
            | '”'
            | '‘'
            | '’'
            | '…'
            | '—'
            | '·'
            | '～'
    )
}

/// Whether a sentence ends with `character`.
pub fn ends_sentence(character: char) -> bool {
    matches!(character, '。' | '！' | '？')
}

/// Every run of ASCII digits in `text`, in bytes.
pub fn digits(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + bytes[at..].iter().position(u8::is_ascii_digit)?;
        at = start + bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        Some(start..at)
    })
}

/// The runs of at least `least` ASCII digits in `text`, in bytes, that are no part of a longer code.
pub fn digit_runs(text: &str, least: usize) -> Vec<Range<usize>> {
    let stands_alone = |start: usize| start == 0 || !text.as_bytes()[start - 1].is_ascii_alphanumeric();
    digits(text).filter(|run| run.len() >= least && stands_alone(run.start)).collect()
}

/// Every run of digits in groups, as people write them down: 138 0000 1234, 6222-0212-3456, 138.0000.1234. A group has
/// three to eight digits, the whole ten or more, in bytes.
pub fn spaced_runs(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let digits = |at: usize| bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        // Between numbers there is nothing to look at.
        let Some(next) = bytes[at..].iter().position(u8::is_ascii_digit) else { break };
        at += next;
        let first = digits(at);
        let stands_alone = at == 0 || !bytes[at - 1].is_ascii_alphanumeric() && bytes[at - 1] != b'-';
        if first == 0 || !stands_alone {
            at += first.max(1);
            continue;
        }
        let (mut end, mut count, mut groups) = (at + first, first, 1);
        while let Some(gap) = group_gap(text, end) {
            let next = digits(end + gap);
            if !(3..=8).contains(&next) {
                break;
            }
            end += gap + next;
            count += next;
            groups += 1;
        }
        if groups >= 2 && count >= 10 && (3..=8).contains(&first) {
            found.push(at..end);
        }
        at = end;
    }
    found
}

/// The bytes of the mark between two groups of digits at byte `at` of `text`.
fn group_gap(text: &str, at: usize) -> Option<usize> {
    match text.as_bytes().get(at)? {
        b' ' | b'-' | b'.' => Some(1),
        byte if byte.is_ascii() => None,
        _ => text[at..]
            .chars()
            .next()
            .filter(|it| matches!(it, '\u{3000}' | '\u{A0}' | '－' | '·' | '—' | '–'))
            .map(char::len_utf8),
    }
}

/// White space that carries no text: spaces of any width, tabs, line ends, and the invisible marks that copying from the web leaves behind.
#[inline]
pub fn is_blank(character: char) -> bool {
    // Nearly all characters are none, and lie in one of these stretches without any.
    !matches!(character, '!'..='~' | '\u{3001}'..='\u{FEFE}') && (character.is_whitespace() || is_zero_width(character))
}

/// Zero-width spaces, joiners and byte-order marks: drawn by nothing, counted by everything.
pub fn is_zero_width(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}')
}

/// Whether `character` turns the direction of text or hides in it (Unicode bidirectional controls).
pub fn is_direction_control(character: char) -> bool {
    matches!(character, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether `character` ends a line of a text, whichever program wrote it.
#[inline]
pub fn is_line_end(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether nobody sees `character`, so that it must not stand between the characters of a word.
#[inline]
pub fn is_invisible(character: char) -> bool {
    // Nearly all characters are seen, and lie in one of these stretches without any other.
    !matches!(character, ' '..='~' | '\u{3000}'..='\u{FDFF}')
        && (is_zero_width(character)
            || is_direction_control(character)
            || character.is_control() && character != '\t' && !is_line_end(character)
            || matches!(character, '\u{FFF9}'..='\u{FFFB}' | '\u{FE00}'..='\u{FE0F}'))
}

/// Whether a line end between two texts stood for a space: between words of Latin letters, but not inside I／Pv6.
pub fn are_two_words(left: &str, right: &str) -> bool {
    let in_word = |character: char| character.is_ascii_alphanumeric();
    let before = &left[left.trim_end_matches(in_word).len()..];
    let after = &right[..right.len() - right.trim_start_matches(in_word).len()];
    [before, after].iter().all(|word| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic()))
}

/// The half-width twin of a full-width Latin letter, digit or mark; the ideographic space gives a space.
pub fn half_width(character: char) -> Option<char> {
    match character {
        '\u{3000}' => Some(' '),
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(character as u32 - 0xFEE0),
        _ => None,
    }
}

/// Whether two texts are the same when [blanks](is_blank) are left out.
pub fn same_ink(left: &str, right: &str) -> bool {
    ink(left).eq(ink(right))
}

/// The characters of `text` that are not [blank](is_blank).
pub fn ink(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|&character| !is_blank(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_characters_are_characters() {
        for character in ['答', '䶮', '𠅤', '〇', '垚'] {
            assert!(is_han(character), "{character}");
        }
        assert!(!is_han('A') && !is_han('，') && !is_han('①'));
    }

    #[test]
    fn full_width_twins() {
        assert_eq!(half_width('？'), Some('?'));
        assert_eq!(half_width('Ｎ'), Some('N'));
        assert_eq!(half_width('答'), None);
        assert!(same_ink("答　 复\u{200B}", "答复"));
    }
}
