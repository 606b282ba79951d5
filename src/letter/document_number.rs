//! 发文字号: 临科函〔2026〕18号.

use std::ops::Range;

/// The parts of a document number, tolerant of every way it is miswritten; ranges are bytes of the text it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentNumber {
    /// 发文机关代字, as 临科函.
    pub prefix: Range<usize>,
    /// The opening bracket; the right one is 〔.
    pub open: (usize, char),
    /// The digits of the year.
    pub year: Range<usize>,
    /// The closing bracket; the right one is 〕.
    pub close: (usize, char),
    /// 第 before the serial number, which the standard forbids.
    pub ordinal: Option<Range<usize>>,
    /// The digits of the serial number.
    pub serial: Range<usize>,
    /// Whether 号 ends it.
    pub has_suffix: bool,
    /// All of it, from the prefix to 号.
    pub range: Range<usize>,
}

const OPENING: [char; 7] = ['〔', '[', '［', '（', '(', '【', '﹝'];
const CLOSING: [char; 7] = ['〕', ']', '］', '）', ')', '】', '﹞'];

impl DocumentNumber {
    /// The bracketed year, brackets included.
    pub fn bracketed_year(&self) -> Range<usize> {
        self.open.0..self.close.0 + self.close.1.len_utf8()
    }

    /// Reads `text`, which is to be nothing but a document number, blanks around it aside.
    pub fn read(text: &str) -> Option<Self> {
        let number = Self::find(text)?;
        (text[..number.range.start].trim().is_empty() && text[number.range.end..].trim().is_empty()).then_some(number)
    }

    /// The first document number in `text`: Chinese prefix, a bracketed year of two to four digits, a serial number.
    pub fn find(text: &str) -> Option<Self> {
        text.char_indices()
            .filter(|(_, character)| OPENING.contains(character))
            .find_map(|open| Self::around(text, open))
    }

    /// Every document number in `text`, in order.
    pub fn find_all(text: &str) -> Vec<Self> {
        text.char_indices()
            .filter(|(_, character)| OPENING.contains(character))
            .filter_map(|open| Self::around(text, open))
            .collect()
    }

    fn around(text: &str, open: (usize, char)) -> Option<Self> {
        let year = digits(text, skip_spaces(text, open.0 + open.1.len_utf8()));
        if !(2..=4).contains(&text[year.clone()].chars().count()) {
            return None;
        }
        let close_at = skip_spaces(text, year.end);
        let close = text[close_at..].chars().next().filter(|character| CLOSING.contains(character))?;
        let after = skip_spaces(text, close_at + close.len_utf8());
        let ordinal = text[after..].starts_with('第').then(|| after..after + '第'.len_utf8());
        let serial = digits(text, skip_spaces(text, ordinal.as_ref().map_or(after, |range| range.end)));
        if serial.is_empty() {
            return None;
        }
        let end = skip_spaces(text, serial.end);
        let has_suffix = text[end..].starts_with('号');
        let prefix = prefix_before(text, open.0)?;
        let range = prefix.start..if has_suffix { end + '号'.len_utf8() } else { serial.end };
        Some(Self { prefix, open, year, close: (close_at, close), ordinal, serial, has_suffix, range })
    }
}

fn skip_spaces(text: &str, at: usize) -> usize {
    at + (text[at..].len() - text[at..].trim_start_matches([' ', '\u{3000}', '\u{A0}']).len())
}

fn digits(text: &str, start: usize) -> Range<usize> {
    let rest = &text[start..];
    start..start + rest.len() - rest.trim_start_matches(|character| matches!(character, '0'..='9' | '０'..='９')).len()
}

/// The run of Chinese characters (and letters, as in 临府办A) before byte `end`; spaces before the bracket are allowed.
fn prefix_before(text: &str, end: usize) -> Option<Range<usize>> {
    let end = text[..end].trim_end_matches([' ', '\u{3000}', '\u{A0}']).len();
    let start = text[..end]
        .trim_end_matches(|character: char| {
            crate::text::characters::is_han(character) || character.is_ascii_alphabetic()
        })
        .len();
    (start < end && text[start..end].chars().any(crate::text::characters::is_han)).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(&str, &str, &str)> {
        let number = DocumentNumber::find(text)?;
        Some((&text[number.prefix], &text[number.year], &text[number.serial]))
    }

    #[test]
    fn right_and_miswritten_numbers() {
        assert_eq!(parts("临科函〔2026〕18号"), Some(("临科函", "2026", "18")));
        assert_eq!(parts("临科函[2026]018号"), Some(("临科函", "2026", "018")));
        assert_eq!(parts("临科函（2026）第18号"), Some(("临科函", "2026", "18")));
        assert_eq!(parts("临科函 〔2026〕 18 号"), Some(("临科函", "2026", "18")));
        assert_eq!(parts("临科函﹝2026﹞18号"), Some(("临科函", "2026", "18")));
        assert_eq!(parts("临教提复〔26〕3"), Some(("临教提复", "26", "3")));
    }

    #[test]
    fn what_is_no_document_number() {
        for text in ["第2026042号", "东洲（2023）", "（2026年）18号", "〔2026〕18号", ""] {
            assert_eq!(parts(text), None, "{text}");
        }
    }

    #[test]
    fn reading_wants_the_whole_text() {
        assert!(DocumentNumber::read(" 临科函〔2026〕18号 ").is_some());
        assert!(DocumentNumber::read("临科函〔2026〕18号　A类").is_none());
        assert_eq!(DocumentNumber::find_all("国发〔2020〕7号和粤府〔2019〕28号").len(), 2);
    }
}
