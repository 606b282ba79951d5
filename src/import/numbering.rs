//! Automatic numbers of word processors: what stands before a paragraph on the screen and in no text, written out.

use crate::text::numeral;
use std::collections::{HashMap, HashSet};

/// Word knows nine levels.
pub(super) const LEVELS: usize = 9;

/// The lists of a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbering {
    /// The shape of each list, level by level. Lists of one shape go on counting together.
    pub shapes: HashMap<String, Vec<Level>>,
    /// The lists that paragraphs name, each with its shape and with starts of its own.
    pub lists: HashMap<String, (String, HashMap<usize, u32>)>,
}

/// One level of a list.
#[derive(Clone, Debug)]
pub(super) struct Level {
    /// Where counting begins.
    pub start: u32,
    /// The name of the format, as .docx files have it.
    pub format: String,
    /// The number with its marks: %1、 or （%2）.
    pub text: String,
    /// What stands after it.
    pub suffix: &'static str,
    /// Whether numbers of higher levels are Arabic whatever their format.
    pub is_legal: bool,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".to_owned(), text: String::new(), suffix: "", is_legal: false }
    }
}

/// Where the counting stands, list by list.
#[derive(Clone, Debug, Default)]
pub(super) struct Counters {
    /// The count of each level by the shape of its list.
    counts: HashMap<String, Vec<Option<u32>>>,
    /// The lists whose own starts have been used.
    started: HashSet<(String, usize)>,
}

impl Numbering {
    /// What stands before the next paragraph of a list at a level; counts it.
    pub fn next(&self, counters: &mut Counters, list: &str, level: usize) -> Option<String> {
        let (shape, starts) = self.lists.get(list)?;
        let levels = self.shapes.get(shape)?;
        let own = levels.get(level)?;
        let counts = counters.counts.entry(shape.clone()).or_insert_with(|| vec![None; LEVELS]);
        if level >= counts.len() {
            return None;
        }
        let own_start = starts.get(&level).filter(|_| counters.started.insert((list.to_owned(), level)));
        counts[level] = Some(match (own_start, counts[level]) {
            (Some(start), _) => *start,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => own.start,
        });
        counts[level + 1..].fill(None);
        if own.format == "bullet" || own.format == "none" {
            return None;
        }
        let mut text = own.text.clone();
        for (index, shown) in levels.iter().enumerate().take(level + 1) {
            let count = counts[index].unwrap_or(shown.start);
            let format = if own.is_legal { "decimal" } else { &shown.format };
            text = text.replace(&format!("%{}", index + 1), &number(format, count));
        }
        Some(text + own.suffix)
    }
}

/// A count in one of Word's formats.
pub(super) fn number(format: &str, count: u32) -> String {
    let letter = |first: char| {
        let index = count.saturating_sub(1);
        let letter = char::from_u32(u32::from(first) + index % 26).unwrap_or(first);
        letter.to_string().repeat((index / 26 + 1).min(20) as usize)
    };
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "ideographDigital"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "koreanCounting" => numeral::format(count),
        "chineseLegalSimplified" | "ideographLegalTraditional" => numeral::format(count)
            .chars()
            .map(|sign| FORMAL.iter().find(|pair| pair.0 == sign).map_or(sign, |pair| pair.1))
            .collect(),
        "decimalEnclosedParen" => enclosed('⑴', 20, count),
        "decimalEnclosedFullstop" => enclosed('⒈', 20, count),
        "ideographEnclosedCircle" => enclosed('㊀', 10, count),
        "decimalFullWidth" | "decimalFullWidth2" => count
            .to_string()
            .chars()
            .map(|digit| char::from_u32(u32::from(digit) - 0x30 + 0xFF10).unwrap_or(digit))
            .collect(),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => enclosed('①', 20, count),
        "decimalZero" => format!("{count:02}"),
        "upperLetter" => letter('A'),
        "lowerLetter" => letter('a'),
        "upperRoman" => roman(count),
        "lowerRoman" => roman(count).to_lowercase(),
        "ideographTraditional" => {
            let stems: Vec<char> = "甲乙丙丁戊己庚辛壬癸".chars().collect();
            stems[(count.saturating_sub(1) % 10) as usize].to_string()
        }
        _ => count.to_string(),
    }
}

/// The signs for figures that cannot be altered afterwards.
const FORMAL: [(char, char); 13] = [
    ('一', '壹'),
    ('二', '贰'),
    ('三', '叁'),
    ('四', '肆'),
    ('五', '伍'),
    ('六', '陆'),
    ('七', '柒'),
    ('八', '捌'),
    ('九', '玖'),
    ('十', '拾'),
    ('百', '佰'),
    ('千', '仟'),
    ('〇', '零'),
];

/// One of `most` signs that follow each other from `first`; plain figures past them.
fn enclosed(first: char, most: u32, count: u32) -> String {
    let sign = (1..=most).contains(&count).then(|| char::from_u32(u32::from(first) + count - 1)).flatten();
    sign.map_or_else(|| count.to_string(), String::from)
}

fn roman(count: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = count % 4000;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats() {
        for (format, count, text) in [
            ("chineseCounting", 12, "十二"),
            ("chineseLegalSimplified", 23, "贰拾叁"),
            ("decimalEnclosedCircle", 3, "③"),
            ("decimalEnclosedParen", 2, "⑵"),
            ("ideographEnclosedCircle", 2, "㊁"),
            ("ideographEnclosedCircle", 12, "12"),
            ("decimalFullWidth", 12, "１２"),
            ("upperRoman", 14, "XIV"),
            ("lowerLetter", 28, "bb"),
            ("ideographTraditional", 3, "丙"),
            ("decimal", 7, "7"),
        ] {
            assert_eq!(number(format, count), text);
        }
    }
}
