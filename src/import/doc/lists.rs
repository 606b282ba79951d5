//! The lists of a .doc file ([MS-DOC] 2.9.131, 2.9.147): their levels, and the overrides that paragraphs name.

use super::super::numbering::{LEVELS, Level, Numbering};
use super::fib::{Fib, place};
use super::{long, word};
use std::collections::HashMap;

/// The names of number formats in .docx files, by their codes in .doc files.
const FORMATS: [&str; 40] = [
    "decimal",
    "upperRoman",
    "lowerRoman",
    "upperLetter",
    "lowerLetter",
    "ordinal",
    "cardinalText",
    "ordinalText",
    "hex",
    "chicago",
    "ideographDigital",
    "japaneseCounting",
    "aiueo",
    "iroha",
    "decimalFullWidth",
    "decimalHalfWidth",
    "japaneseLegal",
    "japaneseDigitalTenThousand",
    "decimalEnclosedCircle",
    "decimalFullWidth2",
    "aiueoFullWidth",
    "irohaFullWidth",
    "decimalZero",
    "bullet",
    "ganada",
    "chosung",
    "decimalEnclosedFullstop",
    "decimalEnclosedParen",
    "decimalEnclosedCircleChinese",
    "ideographEnclosedCircle",
    "ideographTraditional",
    "ideographZodiac",
    "ideographZodiacTraditional",
    "taiwaneseCounting",
    "ideographLegalTraditional",
    "taiwaneseCountingThousand",
    "taiwaneseDigital",
    "chineseCounting",
    "chineseLegalSimplified",
    "chineseCountingThousand",
];

/// Reads the lists; paragraphs name them by their override, from 1.
pub(super) fn read(fib: &Fib, table: &[u8]) -> Option<Numbering> {
    let mut numbering = Numbering::default();
    let described = fib.range(place::LISTS)?;
    let lists = table.get(described.start..)?;
    let count = usize::from(word(lists, 0)?);
    // Their levels follow the lists, outside the length that is told.
    let mut at = 2 + 28 * count;
    for index in 0..count {
        let list = lists.get(2 + 28 * index..2 + 28 * (index + 1))?;
        let identifier = long(list, 0)?;
        let levels = if list[26] & 1 == 0 { LEVELS } else { 1 };
        let mut shape = Vec::with_capacity(levels);
        for _ in 0..levels {
            let (level, length) = level(lists.get(at..)?)?;
            shape.push(level);
            at += length;
        }
        numbering.shapes.insert(identifier.to_string(), shape);
    }
    overrides(fib.table(table, place::LIST_OVERRIDES)?, &mut numbering);
    Some(numbering)
}

/// The overrides: which list each is, and where it begins to count.
fn overrides(table: &[u8], numbering: &mut Numbering) -> Option<()> {
    let count = long(table, 0)?;
    let mut at = 4_usize.checked_add(count.checked_mul(16)?)?;
    for index in 0..count {
        let start = 4 + 16 * index;
        let identifier = long(table, start)?;
        let changed = usize::from(*table.get(start + 12)?);
        let name = (index + 1).to_string();
        numbering.lists.insert(name.clone(), (identifier.to_string(), HashMap::new()));
        at += 4;
        for _ in 0..changed {
            let flags = long(table, at + 4)?;
            let level_index = flags & 0x0F;
            if flags & 0x10 != 0
                && let Some((_, starts)) = numbering.lists.get_mut(&name)
            {
                starts.insert(level_index, u32::try_from(long(table, at)?).unwrap_or(1));
            }
            at += 8;
            if flags & 0x20 != 0 {
                at += level(table.get(at..)?)?.1;
            }
        }
    }
    Some(())
}

/// A level at the start of some bytes, and how many it takes.
fn level(bytes: &[u8]) -> Option<(Level, usize)> {
    let format = usize::from(*bytes.get(4)?);
    let is_legal = bytes.get(5)? & 0x04 != 0;
    let suffix = if *bytes.get(15)? == 1 { " " } else { "" };
    let characters = usize::from(*bytes.get(24)?);
    let paragraph = usize::from(*bytes.get(25)?);
    let text = 28 + characters + paragraph;
    let length = usize::from(word(bytes, text)?);
    let units =
        bytes.get(text + 2..text + 2 + 2 * length)?.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    let mut shown = String::new();
    for sign in char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)) {
        match u32::from(sign) {
            // The place of a level's own number.
            index @ 0..=8 => shown.push_str(&format!("%{}", index + 1)),
            _ => shown.push(sign),
        }
    }
    let level = Level {
        start: u32::try_from(long(bytes, 0)?).unwrap_or(1),
        format: FORMATS.get(format).copied().unwrap_or("none").to_owned(),
        text: shown,
        suffix,
        is_legal,
    };
    Some((level, text + 2 + 2 * length))
}
