//! References to what is answered: 第2026042号.

use std::ops::Range;

/// A number of a suggestion or proposal as it stands in a text: 第2026042号, 第DH0271号, 第财政经济类2号.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatterNumber {
    /// All of it, 第 and 号 included, in bytes.
    pub range: Range<usize>,
    /// The number itself, in bytes.
    pub number: Range<usize>,
}

/// Every 第…号 in `text`, in order. The number may hold letters, digits, a class in Chinese, and spaces, up to 16 characters;
/// it must hold a digit.
pub fn find_all(text: &str) -> Vec<MatterNumber> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find('第').map(|at| at + from) {
        let start = at + '第'.len_utf8();
        from = start;
        let Some(end) = text[start..].find('号').map(|end| end + start) else { break };
        let number = text[start..end].trim();
        let fits = number.chars().count() <= 16
            && number.chars().any(|character| character.is_ascii_digit() || matches!(character, '０'..='９'))
            && number.chars().all(is_number_character);
        if fits {
            let offset = start + (text[start..end].len() - text[start..end].trim_start().len());
            found.push(MatterNumber { range: at..end + '号'.len_utf8(), number: offset..offset + number.len() });
            from = end;
        }
    }
    found
}

fn is_number_character(character: char) -> bool {
    character.is_alphanumeric() && character != '第' || matches!(character, ' ' | '-' | '—' | '(' | ')' | '（' | '）')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<&str> {
        find_all(text).into_iter().map(|found| &text[found.number]).collect()
    }

    #[test]
    fn every_style() {
        assert_eq!(numbers("《关于某事的建议》（第2026042号）收悉"), ["2026042"]);
        assert_eq!(numbers("第DH0271号、第 062 号和财政经济类第2号"), ["DH0271", "062", "2"]);
        assert_eq!(numbers("第一，编号"), Vec::<&str>::new());
        assert_eq!(numbers("第一次会议第3号建议"), ["3"]);
    }
}
