//! Word documents of the old binary format (.doc) to text, by their piece table ([MS-DOC] 2.4.1).

use super::format::ReadError;
use std::io::{Cursor, Read, Seek};
use std::ops::Range;

/// Where the file information block keeps what is needed, in bytes from its start.
mod place {
    pub const FLAGS: usize = 0x0A;
    /// How many characters the text has, then the footnotes, headers, macros, comments, endnotes and text boxes after it.
    pub const COUNTS: usize = 0x4C;
    pub const PIECES: usize = 0x01A2;
    /// The pages that hold the properties of characters.
    pub const PROPERTIES: usize = 0xFA;
}

/// How many counts stand between the text's and the text boxes' own.
const PARTS_BEFORE_BOXES: usize = 6;
/// What stands for a character that nobody sees, and for the second half of a rare one.
const UNSEEN: char = '\u{200B}';
/// No letter's stream is larger.
const LARGEST_STREAM: u64 = 64 << 20;

/// The text of a .doc file, one paragraph a line; text boxes, where red heads stand, come first.
///
/// # Errors
/// [`ReadError`] when the file is no Word document, is encrypted or is damaged.
pub(super) fn text(bytes: &[u8]) -> Result<String, ReadError> {
    let damaged = || ReadError::Damaged(".doc");
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| damaged())?;
    let document = stream(&mut file, "/WordDocument")?.ok_or(ReadError::NoWordDocument)?;
    if word(&document, 0) != Some(0xA5EC) {
        return Err(ReadError::NoWordDocument);
    }
    let flags = word(&document, place::FLAGS).ok_or_else(damaged)?;
    if flags & 0x0100 != 0 {
        return Err(ReadError::Encrypted);
    }
    let table = if flags & 0x0200 != 0 { "/1Table" } else { "/0Table" };
    let table = stream(&mut file, table)?.ok_or_else(damaged)?;
    let start = long(&document, place::PIECES).ok_or_else(damaged)?;
    let length = long(&document, place::PIECES + 4).ok_or_else(damaged)?;
    let pieces = start.checked_add(length).and_then(|end| table.get(start..end)).ok_or_else(damaged)?;
    let hidden = hidden(&document, &table).unwrap_or_default();
    let characters = characters(&document, pieces, &hidden).ok_or_else(damaged)?;
    let counts: Vec<usize> =
        (0..=PARTS_BEFORE_BOXES).map(|index| long(&document, place::COUNTS + 4 * index).unwrap_or(0)).collect();
    let slice = |start: usize, count: usize| {
        let start = start.min(characters.len());
        &characters[start..start.saturating_add(count).min(characters.len())]
    };
    let before_boxes = counts[..PARTS_BEFORE_BOXES].iter().fold(0_usize, |sum, count| sum.saturating_add(*count));
    let boxes = plain(slice(before_boxes, counts[PARTS_BEFORE_BOXES]));
    Ok(boxes + &plain(slice(0, counts[0])))
}

fn stream<F: Read + Seek>(file: &mut cfb::CompoundFile<F>, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
    if !file.is_stream(name) {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    let stream = file.open_stream(name).map_err(|_| ReadError::Damaged(".doc"))?;
    stream.take(LARGEST_STREAM).read_to_end(&mut bytes).map_err(|_| ReadError::Damaged(".doc"))?;
    Ok(Some(bytes))
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2).and_then(|pair| pair.try_into().ok()).map(u16::from_le_bytes)
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let value = bytes.get(at..at.checked_add(4)?).and_then(|four| four.try_into().ok()).map(u32::from_le_bytes)?;
    usize::try_from(value).ok()
}

/// The stretches of the document stream whose text nobody sees: hidden, or deleted while changes were tracked
/// (PlcBteChpx and ChpxFkp of [MS-DOC] 2.8.5 and 2.9.33). In order.
fn hidden(document: &[u8], table: &[u8]) -> Option<Vec<Range<usize>>> {
    const PAGE: usize = 512;
    let start = long(document, place::PROPERTIES)?;
    let length = long(document, place::PROPERTIES + 4)?;
    let pages = table.get(start..start.checked_add(length)?)?;
    let count = length.checked_sub(4)? / 8;
    let mut hidden = Vec::new();
    for index in 0..count {
        let number = long(pages, 4 * (count + 1) + 4 * index)? & 0x003F_FFFF;
        let at = number.checked_mul(PAGE)?;
        let page = document.get(at..at.checked_add(PAGE)?)?;
        let runs = usize::from(page[PAGE - 1]);
        for run in 0..runs {
            let stretch = long(page, 4 * run)?..long(page, 4 * (run + 1))?;
            let offset = 2 * usize::from(*page.get(4 * (runs + 1) + run)?);
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

/// Whether a list of character properties hides text: sprmCFRMarkDel or sprmCFVanish.
fn hides(mut properties: &[u8]) -> bool {
    while let Some(property) = word(properties, 0) {
        // Three bits of a property tell how long its value is.
        let length = match property >> 13 {
            0 | 1 => 1,
            3 => 4,
            6 => 1 + properties.get(2).map_or(0, |&length| usize::from(length)),
            7 => 3,
            _ => 2,
        };
        if matches!(property, 0x0800 | 0x083C) && matches!(properties.get(2), Some(0x01 | 0x81)) {
            return true;
        }
        properties = properties.get(2 + length..).unwrap_or_default();
    }
    false
}

/// All characters of the document, put together from its pieces (the Clx of [MS-DOC] 2.9.38). One that nobody sees keeps its
/// place, for the parts of a document are told by counts.
fn characters(document: &[u8], clx: &[u8], hidden: &[Range<usize>]) -> Option<Vec<char>> {
    let mut at = 0;
    // Property changes stand before the table of pieces.
    while clx.get(at) == Some(&1) {
        at = at.checked_add(3)?.checked_add(usize::from(word(clx, at + 1)?))?;
    }
    if clx.get(at) != Some(&2) {
        return None;
    }
    let length = long(clx, at + 1)?;
    let table = clx.get(at + 5..(at + 5).checked_add(length)?)?;
    let count = length.checked_sub(4)? / 12;
    let mut characters = Vec::new();
    for index in 0..count {
        let length = long(table, 4 * (index + 1))?.checked_sub(long(table, 4 * index)?)?;
        let position = long(table, 4 * (count + 1) + 8 * index + 2)?;
        // One bit tells of text in one byte a character.
        let compressed = position & 0x4000_0000 != 0;
        let position = position & 0x3FFF_FFFF;
        let is_hidden = |at: usize| {
            let next = hidden.partition_point(|stretch| stretch.end <= at);
            hidden.get(next).is_some_and(|stretch| stretch.contains(&at))
        };
        if compressed {
            let start = position / 2;
            let bytes = document.get(start..start.checked_add(length)?)?;
            let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes);
            let seen = text
                .chars()
                .enumerate()
                .map(|(offset, character)| if is_hidden(start + offset) { UNSEEN } else { character });
            characters.extend(seen);
        } else {
            let bytes = document.get(position..position.checked_add(length.checked_mul(2)?)?)?;
            let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            // Counts are of units, so half of a rare character takes a place of its own.
            let mut at = position;
            for unit in char::decode_utf16(units) {
                let character = unit.unwrap_or(char::REPLACEMENT_CHARACTER);
                characters.push(if is_hidden(at) { UNSEEN } else { character });
                characters.extend(std::iter::repeat_n(UNSEEN, character.len_utf16() - 1));
                at += 2 * character.len_utf16();
            }
        }
    }
    Some(characters)
}

/// Text without field codes and the signs of pictures, with the ends of paragraphs and cells as plain text has them.
fn plain(characters: &[char]) -> String {
    let mut text = String::new();
    // One entry for each field that is open: whether its code, which nobody sees, is still going on.
    let mut fields: Vec<bool> = Vec::new();
    let mut characters = characters.iter().copied().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\u{13}' => fields.push(true),
            '\u{14}' => {
                if let Some(code) = fields.last_mut() {
                    *code = false;
                }
            }
            '\u{15}' => drop(fields.pop()),
            _ if fields.contains(&true) => {}
            '\r' | '\u{B}' => text.push('\n'),
            // Two in a row end a row.
            '\u{7}' if characters.peek() == Some(&'\u{7}') => {
                characters.next();
                text.push('\n');
            }
            '\u{7}' => text.push('\t'),
            '\u{1E}' => text.push('-'),
            '\u{C}' | '\t' | '\n' => text.push(character),
            UNSEEN => {}
            // Pictures, notes and soft hyphens.
            _ if character.is_control() => {}
            _ => text.push(character),
        }
    }
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_the_format_are_no_text() {
        let characters: Vec<char> =
            "见\u{13} HYPERLINK \"x\" \u{14}公告\u{15}。\r甲\u{7}乙\u{7}\u{7}第\u{1E}条\u{1}\r".chars().collect();
        assert_eq!(plain(&characters), "见公告。\n甲\t乙\n第-条\n");
    }

    /// A .doc file whose text is `text` and whose text boxes hold `boxes`.
    fn file(text: &str, boxes: &str) -> Vec<u8> {
        use std::io::Write;
        let units: Vec<u16> = format!("{text}{boxes}").encode_utf16().collect();
        let mut document = vec![0; 2048];
        let mut put = |at: usize, bytes: &[u8]| document[at..at + bytes.len()].copy_from_slice(bytes);
        let count = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap().to_le_bytes();
        put(0, &0xA5EC_u16.to_le_bytes());
        put(place::FLAGS, &0x0200_u16.to_le_bytes());
        put(place::COUNTS, &count(text));
        put(place::COUNTS + 4 * PARTS_BEFORE_BOXES, &count(boxes));
        let mut pieces = vec![2, 16, 0, 0, 0];
        pieces.extend(0_u32.to_le_bytes());
        pieces.extend(u32::try_from(units.len()).unwrap().to_le_bytes());
        pieces.extend([0, 0]);
        pieces.extend(2048_u32.to_le_bytes());
        pieces.extend([0, 0]);
        put(place::PIECES, &4_u32.to_le_bytes());
        put(place::PIECES + 4, &u32::try_from(pieces.len()).unwrap().to_le_bytes());
        document.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        file.create_stream("/WordDocument").unwrap().write_all(&document).unwrap();
        let table = [vec![0; 4], pieces].concat();
        file.create_stream("/1Table").unwrap().write_all(&table).unwrap();
        file.flush().unwrap();
        file.into_inner().into_inner()
    }

    #[test]
    fn a_whole_file() {
        let bytes = file("𠅤䶮代表：\r您提出的建议收悉。\r", "临江市水务局\r");
        assert_eq!(text(&bytes).unwrap(), "临江市水务局\n𠅤䶮代表：\n您提出的建议收悉。\n");
        for cut in (8..bytes.len()).step_by(97) {
            // A file cut short is damaged, or tells what was still there.
            if let Ok(text) = text(&bytes[..cut]) {
                assert!(!text.contains('\0'));
            }
        }
    }

    #[test]
    fn hidden_and_deleted_text_is_told_by_its_properties() {
        // sprmCFBold on, sprmCRgFtc0, sprmCFVanish on.
        assert!(hides(&[0x35, 0x08, 1, 0x4F, 0x4A, 2, 0, 0x3C, 0x08, 1]));
        assert!(hides(&[0x00, 0x08, 1]) && !hides(&[0x00, 0x08, 0]) && !hides(&[0x3C, 0x08]) && !hides(&[]));
        let mut document = vec![0; 3072];
        let mut put = |at: usize, bytes: &[u8]| document[at..at + bytes.len()].copy_from_slice(bytes);
        put(place::PROPERTIES + 4, &12_u32.to_le_bytes());
        // The second page of the stream: one run without properties, one that is deleted.
        for (index, position) in [2048_u32, 2050, 2052].into_iter().enumerate() {
            put(512 + 4 * index, &position.to_le_bytes());
        }
        put(512 + 12, &[0, 100]);
        put(512 + 200, &[3, 0x00, 0x08, 1]);
        put(1023, &[2]);
        let mut pages = vec![0; 8];
        pages.extend(1_u32.to_le_bytes());
        assert_eq!(hidden(&document, &pages), Some(std::iter::once(2050..2052).collect()));
    }

    #[test]
    fn what_is_no_document() {
        assert!(matches!(text(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), Err(ReadError::Damaged(_))));
    }

    #[test]
    fn pieces_in_both_widths() {
        let mut document = vec![0; 16];
        document.extend("科函".encode_utf16().flat_map(u16::to_le_bytes));
        document.extend(b"2026");
        let mut table = Vec::new();
        for position in [0_u32, 2, 6] {
            table.extend(position.to_le_bytes());
        }
        for position in [16_u32, 0x4000_0000 | (20 * 2)] {
            table.extend([0, 0]);
            table.extend(position.to_le_bytes());
            table.extend([0, 0]);
        }
        let mut clx = vec![1, 2, 0, 9, 9, 2];
        clx.extend(u32::try_from(table.len()).unwrap().to_le_bytes());
        clx.extend(&table);
        assert_eq!(
            characters(&document, &clx, &[]).map(|found| found.into_iter().collect::<String>()).as_deref(),
            Some("科函2026")
        );
        assert_eq!(characters(&document[..18], &clx, &[]), None);
    }
}
