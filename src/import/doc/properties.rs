//! The properties of characters and paragraphs of a .doc file: changes to the style's, kept in pages of 512 bytes
//! ([MS-DOC] 2.8.5, 2.9.33, 2.9.175).

use super::fib::{Fib, place};
use super::{long, word};
use std::ops::Range;

const PAGE: usize = 512;

/// What is said of a paragraph itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Its style, as an index.
    pub style: usize,
    /// Its list, from 1; 0 takes it out of every list.
    pub list: Option<usize>,
    /// Its level in the list.
    pub level: Option<usize>,
    /// Whether its first line is indented.
    pub indents: Option<bool>,
    /// Whether it stands in a table.
    pub in_table: bool,
    /// Whether it is the end of a table's row.
    pub ends_row: bool,
}

/// The pages of a table of properties. A damaged one ends them.
fn pages<'d>(fib: &Fib<'d>, table: &[u8], place: usize) -> Option<Vec<&'d [u8]>> {
    let range = fib.range(place)?;
    let count = range.len().checked_sub(4)? / 8;
    let numbers = table.get(range)?;
    (0..count)
        .map(|index| {
            let number = long(numbers, 4 * (count + 1) + 4 * index)? & 0x003F_FFFF;
            let at = number.checked_mul(PAGE)?;
            fib.document.get(at..at.checked_add(PAGE)?)
        })
        .collect()
}

/// The stretches that a page describes, and for each where in the page its properties are; 0 where it has none.
fn stretches(page: &[u8], entry: usize) -> Option<Vec<(Range<usize>, usize)>> {
    let runs = usize::from(page[PAGE - 1]);
    (0..runs)
        .map(|run| {
            let stretch = long(page, 4 * run)?..long(page, 4 * (run + 1))?;
            Some((stretch, 2 * usize::from(*page.get(4 * (runs + 1) + entry * run)?)))
        })
        .collect()
}

/// The stretches of the document stream whose text nobody sees: hidden, or deleted while changes were tracked. In order.
pub(super) fn hidden(fib: &Fib, table: &[u8]) -> Option<Vec<Range<usize>>> {
    let mut hidden = Vec::new();
    for page in pages(fib, table, place::CHARACTERS)? {
        for (stretch, offset) in stretches(page, 1)? {
            let properties = match offset {
                0 => &[][..],
                _ => page.get(offset + 1..offset + 1 + usize::from(*page.get(offset)?))?,
            };
            if hides(properties) && !stretch.is_empty() {
                hidden.push(stretch);
            }
        }
    }
    hidden.sort_by_key(|stretch| stretch.start);
    Some(hidden)
}

/// The paragraphs of the document stream that have properties. In order.
pub(super) fn paragraphs(fib: &Fib, table: &[u8]) -> Option<Vec<(Range<usize>, Paragraph)>> {
    let mut paragraphs = Vec::new();
    for page in pages(fib, table, place::PARAGRAPHS)? {
        for (stretch, offset) in stretches(page, 13)? {
            // Half the length of the properties, or 0 before that length in pairs.
            let (start, length) = match page.get(offset).copied().map(usize::from) {
                _ if offset == 0 => continue,
                Some(0) => (offset + 2, 2 * usize::from(*page.get(offset + 1)?)),
                Some(pairs) => (offset + 1, 2 * pairs - 1),
                None => return None,
            };
            let Some(properties) = page.get(start..start + length) else { continue };
            let mut paragraph = described(properties.get(2..).unwrap_or_default());
            paragraph.style = usize::from(word(properties, 0).unwrap_or(0));
            paragraphs.push((stretch, paragraph));
        }
    }
    paragraphs.sort_by_key(|(stretch, _)| stretch.start);
    Some(paragraphs)
}

/// What a list of paragraph properties says: sprmPIlfo, sprmPIlvl, sprmPFInTable, sprmPFTtp, and the indents of the first line.
pub(super) fn described(properties: &[u8]) -> Paragraph {
    let mut paragraph = Paragraph::default();
    for (property, value) in changes(properties) {
        match property {
            0x460B => {
                let list = word(value, 0).map_or(0, usize::from);
                // Numbers past this take the paragraph out of its list and keep the indents.
                paragraph.list = Some(if list > 0x07FE { 0 } else { list });
            }
            0x260A => paragraph.level = value.first().map(|&level| usize::from(level)),
            0x2416 => paragraph.in_table = value.first().is_some_and(|&value| value != 0),
            0x2417 => paragraph.ends_row = value.first().is_some_and(|&value| value != 0),
            0x8411 | 0x8460 | 0x4455 | 0x4457 => {
                paragraph.indents = word(value, 0).map(|indent| indent.cast_signed() > 0);
            }
            _ => {}
        }
    }
    paragraph
}

/// Whether a list of character properties hides text: sprmCFRMarkDel or sprmCFVanish.
fn hides(properties: &[u8]) -> bool {
    changes(properties)
        .any(|(property, value)| matches!(property, 0x0800 | 0x083C) && matches!(value.first(), Some(0x01 | 0x81)))
}

/// The changes of a list of properties, each with its value.
fn changes(mut properties: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    std::iter::from_fn(move || {
        let property = word(properties, 0)?;
        let first = properties.get(2).map_or(0, |&length| usize::from(length));
        // Three bits of a property tell how long its value is.
        let length = match (property, property >> 13) {
            // The table's own definition counts in two bytes, one too many.
            (0xD608, _) => word(properties, 2).map_or(0, usize::from) + 1,
            (_, 0 | 1) => 1,
            (_, 3) => 4,
            (_, 6) => 1 + first,
            (_, 7) => 3,
            _ => 2,
        };
        let value = properties.get(2..2 + length);
        properties = properties.get(2 + length..).unwrap_or_default();
        value.map(|value| (property, value))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_and_deleted_text_is_told_by_its_properties() {
        // sprmCFBold on, sprmCRgFtc0, sprmCFVanish on.
        assert!(hides(&[0x35, 0x08, 1, 0x4F, 0x4A, 2, 0, 0x3C, 0x08, 1]));
        assert!(hides(&[0x00, 0x08, 1]) && !hides(&[0x00, 0x08, 0]) && !hides(&[0x3C, 0x08]) && !hides(&[]));
        let mut document = vec![0; 3072];
        let mut put = |at: usize, bytes: &[u8]| document[at..at + bytes.len()].copy_from_slice(bytes);
        put(place::CHARACTERS + 4, &12_u32.to_le_bytes());
        // The second page of the stream: one run without properties, one that is deleted.
        for (index, position) in [2048_u32, 2050, 2052].into_iter().enumerate() {
            put(512 + 4 * index, &position.to_le_bytes());
        }
        put(512 + 12, &[0, 100]);
        put(512 + 200, &[3, 0x00, 0x08, 1]);
        put(1023, &[2]);
        let mut table = vec![0; 8];
        table.extend(1_u32.to_le_bytes());
        let fib = Fib { document: &document };
        assert_eq!(hidden(&fib, &table), Some(std::iter::once(2050..2052).collect()));
    }

    #[test]
    fn lists_and_indents_of_paragraphs() {
        let found = described(&[0x0B, 0x46, 2, 0, 0x0A, 0x26, 1, 0x60, 0x84, 0x80, 2]);
        assert_eq!(found, Paragraph { list: Some(2), level: Some(1), indents: Some(true), ..Paragraph::default() });
        assert_eq!(described(&[0x0B, 0x46, 1, 0xF8]).list, Some(0));
        // A table's definition is stepped over.
        assert_eq!(described(&[0x08, 0xD6, 3, 0, 9, 9, 0x0A, 0x26, 2]).level, Some(2));
        assert_eq!(described(&[0x0B]), Paragraph::default());
    }
}
