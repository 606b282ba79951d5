//! Automatic numbers: what Word writes before a paragraph, written out as text.

use super::super::format::ReadError;
use super::package::{attribute, is_on};
use crate::text::numeral;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::HashMap;

/// The lists of a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbering {
    /// The shape of each abstract list, level by level.
    shapes: HashMap<String, Vec<Level>>,
    /// The lists that paragraphs name, each with its shape and with starts of its own.
    lists: HashMap<String, (String, HashMap<usize, u32>)>,
}

#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    /// The number with its marks: %1、 or （%2）.
    text: String,
    /// What stands after it.
    suffix: &'static str,
    /// Whether numbers of higher levels are Arabic whatever their format.
    is_legal: bool,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".to_owned(), text: String::new(), suffix: "", is_legal: false }
    }
}

/// Where the counting stands, list by list.
#[derive(Clone, Debug, Default)]
pub(super) struct Counters {
    /// The count of each level by the shape of its list: lists of one shape go on counting together.
    counts: HashMap<String, Vec<Option<u32>>>,
    /// The lists whose own starts have been used.
    started: HashMap<(String, usize), ()>,
}

/// Reads the part with the lists.
pub(super) fn read(xml: &str) -> Result<Numbering, ReadError> {
    let mut numbering = Numbering::default();
    let mut reader = Reader::from_str(xml);
    let (mut shape, mut list, mut level) = (None::<String>, None::<String>, 0_usize);
    loop {
        match reader.read_event().map_err(|_| ReadError::Damaged(".docx"))? {
            Event::Start(start) | Event::Empty(start) => {
                let value = || attribute(&start, "val");
                match start.local_name().as_ref() {
                    "abstractNum" => shape = attribute(&start, "abstractNumId"),
                    "num" => {
                        list = attribute(&start, "numId");
                        shape = None;
                    }
                    "abstractNumId" => {
                        if let (Some(list), Some(shape)) = (&list, value()) {
                            numbering.lists.insert(list.clone(), (shape, HashMap::new()));
                        }
                    }
                    "lvl" | "lvlOverride" => {
                        level = attribute(&start, "ilvl").and_then(|level| level.parse().ok()).unwrap_or(0);
                    }
                    "startOverride" => {
                        let own = list.as_ref().and_then(|list| numbering.lists.get_mut(list));
                        if let (Some((_, starts)), Some(value)) = (own, value().and_then(|value| value.parse().ok())) {
                            starts.insert(level, value);
                        }
                    }
                    name => {
                        if let Some(shape) = &shape {
                            let levels = numbering.shapes.entry(shape.clone()).or_default();
                            // Word knows nine levels; a file that says more is no reason to make room for them.
                            let level = level.min(8);
                            if levels.len() <= level {
                                levels.resize_with(level + 1, Level::default);
                            }
                            describe(&mut levels[level], name, value(), is_on(&start));
                        }
                    }
                }
            }
            Event::Eof => return Ok(numbering),
            _ => {}
        }
    }
}

fn describe(level: &mut Level, name: &str, value: Option<String>, is_on: bool) {
    match (name, value) {
        ("start", Some(value)) => level.start = value.parse().unwrap_or(1),
        ("numFmt", Some(value)) => level.format = value,
        ("lvlText", Some(value)) => level.text = value,
        // A tab after a number is layout, as an indent is.
        ("suff", Some(value)) => level.suffix = if value == "space" { " " } else { "" },
        ("isLgl", _) => level.is_legal = is_on,
        _ => {}
    }
}

impl Numbering {
    /// What stands before the next paragraph of a list at a level; counts it.
    pub fn next(&self, counters: &mut Counters, list: &str, level: usize) -> Option<String> {
        let (shape, starts) = self.lists.get(list)?;
        let levels = self.shapes.get(shape)?;
        let own = levels.get(level)?;
        let counts = counters.counts.entry(shape.clone()).or_insert_with(|| vec![None; 9]);
        if level >= counts.len() {
            return None;
        }
        let own_start = starts.get(&level).filter(|_| counters.started.insert((list.to_owned(), level), ()).is_none());
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
fn number(format: &str, count: u32) -> String {
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
        | "koreanCounting"
        | "chineseLegalSimplified" => numeral::format(count),
        "decimalFullWidth" | "decimalFullWidth2" => count
            .to_string()
            .chars()
            .map(|digit| char::from_u32(u32::from(digit) - 0x30 + 0xFF10).unwrap_or(digit))
            .collect(),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => match count {
            1..=20 => char::from_u32(0x2460 + count - 1).map_or_else(String::new, |circled| circled.to_string()),
            _ => count.to_string(),
        },
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

    const XML: &str = r#"<w:numbering xmlns:w="w">
        <w:abstractNum w:abstractNumId="0">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>
            <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/><w:lvlText w:val="%3."/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
    </w:numbering>"#;

    #[test]
    fn numbers_count_by_level() {
        let numbering = read(XML).unwrap();
        let mut counters = Counters::default();
        let written: Vec<String> = [("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 0), ("1", 1), ("2", 0), ("2", 0)]
            .into_iter()
            .map(|(list, level)| numbering.next(&mut counters, list, level).unwrap())
            .collect();
        assert_eq!(written, ["一、", "（一）", "（二）", "1. ", "二、", "（一）", "五、", "六、"]);
        assert_eq!(numbering.next(&mut counters, "9", 0), None);
    }

    #[test]
    fn formats() {
        for (format, count, text) in [
            ("chineseCounting", 12, "十二"),
            ("decimalEnclosedCircle", 3, "③"),
            ("decimalFullWidth", 12, "１２"),
            ("upperRoman", 14, "XIV"),
            ("lowerLetter", 28, "bb"),
            ("decimal", 7, "7"),
        ] {
            assert_eq!(number(format, count), text);
        }
    }
}
