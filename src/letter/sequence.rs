//! Enumerations inside the text: 一是…二是…, 第一，…第二，…, 首先…其次…最后….

use crate::text::edit::Edit;
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
    // Most clauses begin with another character.
    let first = rest.chars().next()?;
    if !matches!(first, '第' | '其' | '首' | '再' | '然' | '最') && !numeral::is_numeral(first) {
        return None;
    }
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
        (Some('第'), Some('，' | '、' | '：' | ',')) if !is_listed(&rest[end..]) => {
            item(Style::Ordinal, ordinal, end)
        }
        (Some('第'), Some('步')) if rest[end + '步'.len_utf8()..].starts_with(['，', '：']) => {
            item(Style::Step, ordinal, end + '步'.len_utf8())
        }
        (Some('其'), Some('，' | '、' | '：' | ',' | '是')) => item(Style::Which, ordinal, end),
        _ => None,
    }
}

/// 第一、第二产业, 第二、三季度: the mark joins two ordinals, and counts nothing.
fn is_listed(rest: &str) -> bool {
    rest.strip_prefix('、').is_some_and(|rest| rest.starts_with(|it: char| it == '第' || numeral::is_numeral(it)))
}

/// The edits of `text` that count `items`, which are its own, without a gap.
///
/// Each style is counted for itself; but 三要 among 一是 and 二是, where no 一要 is, is one of them. A first item behind others that were counted without a gap begins anew; any other item
/// goes on, wherever it stood before it was moved.
pub fn renumber(text: &str, items: &[Item]) -> Vec<Edit> {
    let mut edits = Vec::new();
    let begins = |style| items.iter().any(|item| item.style == style && item.ordinal == 1);
    let is_one = begins(Style::Is) != begins(Style::Must);
    let series = |item: &Item| if is_one && item.style == Style::Must { Style::Is } else { item.style };
    for style in [Style::Is, Style::Must, Style::Ordinal, Style::Which, Style::Step, Style::Order] {
        let own: Vec<&Item> = items.iter().filter(|item| series(item) == style).collect();
        let mut begin = 0;
        for at in 0..own.len() {
            let whole = own[begin..at].iter().zip(1..).all(|(item, count)| item.ordinal == count);
            if own[at].ordinal == 1 && at >= begin + 2 && whole {
                begin = at;
            }
            let count = u32::try_from(at - begin + 1).unwrap_or(u32::MAX);
            let last = at + 1 == own.len();
            let word = word(own[at].style, count, &text[own[at].range.clone()], last);
            if word != text[own[at].range.clone()] {
                edits.push(Edit::replace(own[at].range.clone(), word));
            }
        }
    }
    edits
}

/// The word of the item that counts to `count`, where `now` stands.
fn word(style: Style, count: u32, now: &str, last: bool) -> String {
    let number = numeral::format(count);
    match style {
        Style::Is => format!("{number}是"),
        Style::Must => format!("{number}要"),
        Style::Ordinal => format!("第{number}"),
        Style::Which => format!("其{number}"),
        Style::Step => format!("第{number}步"),
        Style::Order => match count {
            1 => "首先",
            _ if last && now == "最后" => "最后",
            2 => "其次",
            _ if matches!(now, "再次" | "然后") => now,
            _ => "再次",
        }
        .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_begin_clauses() {
        let text = "措施如下：一是清淤；二是疏浚。第一，建站。第一批已完工，首先感谢，其一、建站，唯一是难题，一些是旧的。第一、第二产业；第二、三季度。";
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

    fn renumbered(text: &str) -> String {
        crate::text::edit::apply_all(text, &renumber(text, &items(text))).unwrap()
    }

    #[test]
    fn items_are_counted_anew() {
        for (text, counted) in [
            ("一是清淤；三是疏浚；三是建站。", "一是清淤；二是疏浚；三是建站。"),
            ("二是清淤；一是疏浚；三是建站。", "一是清淤；二是疏浚；三是建站。"),
            ("一是甲；二是乙。另，一是丙；二是丁；四是戊。", "一是甲；二是乙。另，一是丙；二是丁；三是戊。"),
            ("一是甲；一是乙。", "一是甲；二是乙。"),
            ("一是甲；三是乙；二是丙；三要丁。", "一是甲；二是乙；三是丙；四要丁。"),
            ("一是甲；三是乙。一要丙；三要丁。", "一是甲；二是乙。一要丙；二要丁。"),
            ("第一，甲。第三，乙。", "第一，甲。第二，乙。"),
            ("其次，甲。首先，乙。最后，丙。", "首先，甲。其次，乙。最后，丙。"),
            (
                "第一，甲：一是子；二是丑。第三，乙：一是寅；三是卯。",
                "第一，甲：一是子；二是丑。第二，乙：一是寅；二是卯。",
            ),
        ] {
            assert_eq!(renumbered(text), counted);
            assert_eq!(renumbered(counted), counted);
        }
    }
}
