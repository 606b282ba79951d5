//! Quantities: a number with its unit, as the text writes it.

use super::unit::{is_part_of_a_word, unit_at};
use crate::text::characters;
use std::ops::Range;

/// A number with its unit. Ranges are bytes of the text it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Number, scale and unit: 1.26亿元.
    pub range: Range<usize>,
    /// The digits: 1.26.
    pub number: Range<usize>,
    /// The value in plain units: 126000000.
    pub value: f64,
    /// By how much the value may be off for having been rounded to the digits shown.
    pub error: f64,
    /// What 万 or 亿 multiplies by.
    pub scale: f64,
    /// The unit without its scale: 元; % for percentages.
    pub unit: &'static str,
    /// Whether it is only about so much (约, 余, 以上), or one end of a range.
    pub is_loose: bool,
}

impl Quantity {
    /// The digits with their scale, as a working shows them: 1.26亿.
    pub fn shown<'a>(&self, text: &'a str) -> &'a str {
        let tail = &text[self.number.end..self.range.end];
        let rest = tail.trim_start().trim_start_matches(['万', '亿', '千', '百']);
        &text[self.number.start..self.range.end - rest.len()]
    }

    /// The quantity with its places moved `by` bytes on.
    pub fn moved(&self, by: usize) -> Self {
        let shift = |range: &Range<usize>| range.start + by..range.end + by;
        Self { range: shift(&self.range), number: shift(&self.number), ..*self }
    }

    /// Whether it is a percentage.
    pub fn is_percentage(&self) -> bool {
        self.unit == "%"
    }
}

/// Words before a number that make it a rough one.
const ROUGH_BEFORE: [&str; 16] = [
    "约",
    "近",
    "逾",
    "超",
    "超过",
    "突破",
    "不少于",
    "不低于",
    "至少",
    "不足",
    "最高",
    "最多",
    "不超过",
    "低于",
    "高于",
    "大于",
];
/// Words that end as those do and say nothing of how exact a number is: 已签约58户.
const OTHER_WORDS: [&str; 14] =
    ["签约", "节约", "预约", "集约", "公约", "制约", "履约", "违约", "续约", "解约", "邀约", "附近", "就近", "邻近"];
/// What those end with.
const ROUGH_ENDS: [char; 11] = ['约', '近', '逾', '超', '过', '破', '于', '少', '足', '高', '多'];
/// Words after it.
const ROUGH_AFTER: [&str; 5] = ["以上", "左右", "以下", "以内", "上下"];

/// Every quantity of `text`, in order. A year, a day, an ordinal and a number without a unit is none.
pub fn read(text: &str) -> Vec<Quantity> {
    let bytes = text.as_bytes();
    let mut found: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len()
            && (bytes[at].is_ascii_digit() || bytes[at] == b'.' && bytes.get(at + 1).is_some_and(u8::is_ascii_digit))
        {
            at += 1;
        }
        if let Some(quantity) = quantity(text, start..at) {
            at = quantity.range.end;
            found.push(quantity);
        }
    }
    found
}

fn quantity(text: &str, number: Range<usize>) -> Option<Quantity> {
    let before = text[..number.start].trim_end_matches(' ');
    let joined = text[..number.start].chars().next_back();
    // 第3次, BJ-12, 3:30: names and codes.
    if before.ends_with('第')
        || joined.is_some_and(|it| it.is_ascii_alphanumeric() || matches!(it, '-' | ':' | '/' | '.' | '+'))
    {
        return None;
    }
    let digits = &text[number.clone()];
    let parsed: f64 = digits.parse().ok()?;
    let mut at = skip_spaces(text, number.end);
    let mut scale = 1.0;
    let mut is_loose = false;
    loop {
        let rest = &text[at..];
        let factor = match rest.chars().next()? {
            '万' => 1e4,
            '亿' => 1e8,
            '千' if rest.starts_with("千万") || rest.starts_with("千亿") => 1e3,
            '百' if rest.starts_with("百万") => 1e2,
            '余' | '多' => {
                is_loose = true;
                1.0
            }
            _ => break,
        };
        scale *= factor;
        at += rest.chars().next()?.len_utf8();
    }
    let rest = &text[at..];
    let (word, unit) = unit_at(rest)?;
    let end = at + word.len();
    let after = &text[end..];
    // 8部门 is a list's count, 3出口 and 2轮车 are names.
    if is_part_of_a_word(unit, after) {
        return None;
    }
    // 5人制, 3次会议, 10条措施 are fine; 1期工程 and 3段 name parts.
    if matches!(unit, "期" | "段" | "班") && after.starts_with(['工', '项']) {
        return None;
    }
    is_loose = is_loose
        || before.ends_with(ROUGH_ENDS)
            && ROUGH_BEFORE.iter().any(|word| before.ends_with(word))
            && !OTHER_WORDS.iter().any(|word| before.ends_with(word))
        || after.starts_with(['余', '多'])
        || ROUGH_AFTER.iter().any(|word| after.starts_with(word))
        || after.char_indices().take(4).any(|(at, _)| after[at..].starts_with("左右"));
    // One end of a range: 25～30万元.
    let is_range_mark = |it: Option<char>| it.is_some_and(|it| matches!(it, '～' | '—' | '~' | '至' | '－'));
    let follows = is_range_mark(after.chars().next()) && after.chars().nth(1).is_some_and(|it| it.is_ascii_digit());
    let leads = is_range_mark(before.chars().next_back())
        && before.chars().rev().nth(1).is_some_and(|it| it.is_ascii_digit() || matches!(it, '%' | '万' | '亿' | '元'));
    let decimals = digits.find('.').map_or(0, |point| digits.len() - point - 1);
    let error = 0.5 * 10f64.powi(-i32::try_from(decimals).ok()?) * scale;
    Some(Quantity {
        range: number.start..end,
        value: parsed * scale,
        // A whole number of things is exact; one in 万 or with decimals has been rounded.
        error: if decimals == 0 && scale == 1.0 && unit != "%" { 0.0 } else { error },
        number,
        scale,
        unit,
        is_loose: is_loose || follows || leads,
    })
}

fn skip_spaces(text: &str, at: usize) -> usize {
    at + (text[at..].len() - text[at..].trim_start_matches([' ', '\u{A0}']).len())
}

/// The Chinese characters right before byte `at`, spaces aside: what the number is of.
pub fn subject(text: &str, at: usize) -> &str {
    let before = text[..at].trim_end_matches([' ', '约', '为', '达', '共', '有']);
    let start = before.trim_end_matches(|it| characters::is_han(it) || it == ' ').len();
    before[start..].trim_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rough_words_end_as_is_said() {
        assert!(ROUGH_BEFORE.iter().all(|word| word.ends_with(ROUGH_ENDS)));
    }

    #[test]
    fn numbers_with_units_and_scales() {
        let text = "2022 年，实现产值 435.09 亿元，企业593家、职工1.2万人次，第3次，5G，约300余名，25～30万元，3:30。";
        let found: Vec<(&str, f64, &str, bool)> = read(text)
            .into_iter()
            .map(|quantity| (&text[quantity.range.clone()], quantity.value, quantity.unit, quantity.is_loose))
            .collect();
        assert_eq!(
            found,
            [
                ("435.09 亿元", 435.09e8, "元", false),
                ("593家", 593.0, "家", false),
                ("1.2万人次", 12000.0, "人次", false),
                ("300余名", 300.0, "人", true),
                ("30万元", 300_000.0, "元", true),
            ]
        );
        assert_eq!(subject(text, text.find("435").unwrap()), "实现产值");
        assert_eq!(read(text)[0].shown(text), "435.09 亿");
        assert_eq!(read("1.26亿元")[0].shown("1.26亿元"), "1.26亿");
    }
}
