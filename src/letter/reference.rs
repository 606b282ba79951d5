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

/// Every 第…号 in `text`, in order, and every bare …号 that its place marks as one: （S08050023号）, 会议温36号提案. The number may hold
/// letters, digits, a class in Chinese, and spaces, up to 16 characters; it must hold a digit. 第042、057号 is two, of which the
/// first has 第 in its range and the last has 号.
pub fn find_all(text: &str) -> Vec<MatterNumber> {
    let mut found = with_ordinal(text);
    for bare in without_ordinal(text) {
        if !found.iter().any(|other| other.range.start < bare.range.end && bare.range.start < other.range.end) {
            found.push(bare);
        }
    }
    found.sort_by_key(|number| number.range.start);
    found
}

/// Numbers without 第: alone in brackets, or right after 会议 or before what they number.
fn without_ordinal(text: &str) -> Vec<MatterNumber> {
    let mut found = Vec::new();
    for (at, sign) in text.match_indices('号') {
        let before = &text[..at];
        let digits = before.trim_end_matches(|character: char| character.is_ascii_alphanumeric() || character == '-');
        // A class or a place in one character may lead the digits: 温36号.
        let class = digits.chars().next_back().filter(|&class| {
            crate::text::characters::is_han(class) && digits[..digits.len() - class.len_utf8()].ends_with("会议")
        });
        let start = digits.len() - class.map_or(0, char::len_utf8);
        let number = &text[start..at];
        let (left, right) = (&text[..start], &text[at + sign.len()..]);
        let enclosed = left.ends_with(['（', '(']) && right.starts_with(['）', ')']);
        let numbered = ["建议", "提案", "议案"].iter().any(|word| right.starts_with(word))
            && (left.is_empty() || left.ends_with("会议") || left.ends_with(['对', '于', ' ', '\u{3000}', '的']));
        if (enclosed || numbered) && number.bytes().any(|byte| byte.is_ascii_digit()) && number.chars().count() <= 16 {
            found.push(MatterNumber { range: start..at + sign.len(), number: start..at });
        }
    }
    found
}

fn with_ordinal(text: &str) -> Vec<MatterNumber> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find('第').map(|at| at + from) {
        let start = at + '第'.len_utf8();
        from = start;
        let Some(end) = text[start..].find('号').map(|end| end + start) else { break };
        let Some(numbers) = listed(text, start..end) else { continue };
        from = end;
        let last = numbers.len() - 1;
        found.extend(numbers.into_iter().enumerate().map(|(index, number)| {
            let from = if index == 0 { at } else { number.start };
            let to = if index == last { end + '号'.len_utf8() } else { number.end };
            MatterNumber { range: from..to, number }
        }));
    }
    found
}

/// The numbers that stand in `range`, divided by 、 and its kin; `None` where anything else stands there.
fn listed(text: &str, range: Range<usize>) -> Option<Vec<Range<usize>>> {
    let mut numbers = Vec::new();
    let mut start = range.start;
    for part in text[range].split_inclusive(['、', '，', ',', '和', '及']) {
        let inner = part.trim_end_matches(['、', '，', ',', '和', '及']);
        let number = inner.trim();
        let fits = number.chars().count() <= 16
            && number.chars().any(|character| character.is_ascii_digit() || matches!(character, '０'..='９'))
            && number.chars().all(is_number_character);
        if !fits {
            return None;
        }
        let offset = start + (inner.len() - inner.trim_start().len());
        numbers.push(offset..offset + number.len());
        start += part.len();
    }
    (!numbers.is_empty()).then_some(numbers)
}

/// The numbers of a matter that has several, as [`join`] wrote them; one where there is only one.
pub fn each(number: &str) -> impl Iterator<Item = &str> {
    number.split('、').map(str::trim).filter(|number| !number.is_empty())
}

/// Several numbers as the one text that [`Matter::number`](super::Matter::number) holds: 042、057.
pub fn join<'t>(numbers: impl IntoIterator<Item = &'t str>) -> String {
    let mut joined: Vec<&str> = Vec::new();
    for number in numbers {
        if !joined.contains(&number) {
            joined.push(number);
        }
    }
    joined.join("、")
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
        assert_eq!(numbers("《关于某事的提案》（S08050023号）收悉"), ["S08050023"]);
        assert_eq!(numbers("关于县政协十一届五次会议S08050023号提案的答复"), ["S08050023"]);
        assert_eq!(numbers("对市政协六届三次会议温36号提案的答复"), ["温36"]);
        assert_eq!(numbers("国发〔2020〕7号、滨江路12号、地铁2号线、（3号楼）"), Vec::<&str>::new());
        assert_eq!(numbers("第一，编号"), Vec::<&str>::new());
        assert_eq!(numbers("第一次会议第3号建议"), ["3"]);
        assert_eq!(numbers("第042、057号提案和第 3，12 及 20 号"), ["042", "057", "3", "12", "20"]);
        assert_eq!(numbers("第一、二批共3号"), Vec::<&str>::new());
    }

    #[test]
    fn several_numbers_are_one_text() {
        assert_eq!(join(["042", "057", "042"]), "042、057");
        assert_eq!(each("042、057").collect::<Vec<_>>(), ["042", "057"]);
        assert_eq!(each("").count(), 0);
        let text = "关于第042、057号提案";
        let ranges: Vec<&str> = find_all(text).into_iter().map(|found| &text[found.range]).collect();
        assert_eq!(ranges, ["第042", "057号"]);
    }
}
