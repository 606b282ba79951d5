//! Enumerations inside the text: 一是…二是…, 第一，…第二，…, 首先…其次…最后….

use crate::text::{numeral, sentence};
use std::ops::Range;

/// How the items of an enumeration are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// 一是
    Is,
    /// 一要
    Must,
    /// 第一，
    Ordinal,
    /// 其一，
    Which,
    /// 第一步，
    Step,
    /// 首先, 其次, 再次, 最后.
    Order,
}

/// The word that begins one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// How it counts.
    pub style: Style,
    /// What it counts to; 最后 counts as 100.
    pub ordinal: u32,
    /// The word, in bytes.
    pub range: Range<usize>,
    /// The mark right after it, as 第一、.
    pub mark: Option<char>,
}

const ORDER: [(&str, u32); 5] = [("首先", 1), ("其次", 2), ("再次", 3), ("然后", 3), ("最后", 100)];

/// The items that `text` begins at the start of a clause, in order.
pub fn items(text: &str) -> Vec<Item> {
    let mut found = Vec::new();
    for clause in sentence::clauses(text) {
        if let Some(item) = item_at(text, clause.start) {
            found.push(item);
        }
    }
    found
}

fn item_at(text: &str, start: usize) -> Option<Item> {
    let rest = &text[start..];
    let item = |style, ordinal, length: usize| {
        let end = start + length;
        let mark = text[end..].chars().next().filter(|it| matches!(it, '，' | '、' | '：' | ',' | ':' | '.'));
        Some(Item { style, ordinal, range: start..end, mark })
    };
    for (word, ordinal) in ORDER {
        // 再次感谢 counts nothing.
        let is_counting =
            matches!(word, "首先" | "其次") || rest.strip_prefix(word).is_some_and(|rest| rest.starts_with('，'));
        if rest.starts_with(word) && is_counting {
            return item(Style::Order, ordinal, word.len());
        }
    }
    let lead = ['第', '其'].into_iter().find(|lead| rest.starts_with(*lead));
    let number_at = lead.map_or(0, char::len_utf8);
    let length = rest[number_at..].len() - rest[number_at..].trim_start_matches(numeral::is_numeral).len();
    let ordinal = numeral::parse(&rest[number_at..number_at + length]).filter(|value| (1..=20).contains(value))?;
    let end = number_at + length;
    let after = rest[end..].chars().next();
    match (lead, after) {
        (None, Some('是')) => item(Style::Is, ordinal, end + '是'.len_utf8()),
        (None, Some('要')) => item(Style::Must, ordinal, end + '要'.len_utf8()),
        // 第一时间, 第一批: an ordinal that goes on counts something else.
        (Some('第'), Some('，' | '、' | '：' | ',')) => item(Style::Ordinal, ordinal, end),
        (Some('第'), Some('步')) if rest[end + '步'.len_utf8()..].starts_with(['，', '：']) => {
            item(Style::Step, ordinal, end + '步'.len_utf8())
        }
        (Some('其'), Some('，' | '、' | '：' | ',' | '是')) => item(Style::Which, ordinal, end),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_begin_clauses() {
        let text =
            "措施如下：一是清淤；二是疏浚。第一，建站。第一批已完工，首先感谢，其一、建站，唯一是难题，一些是旧的。";
        let found: Vec<_> = items(text).into_iter().map(|item| (item.style, item.ordinal, item.mark)).collect();
        assert_eq!(
            found,
            [
                (Style::Is, 1, None),
                (Style::Is, 2, None),
                (Style::Ordinal, 1, Some('，')),
                (Style::Order, 1, None),
                (Style::Which, 1, Some('、'))
            ]
        );
    }
}
