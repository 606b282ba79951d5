//! The characters of a .doc file, put together from its pieces (the Clx of [MS-DOC] 2.9.38).

use super::fib::{Fib, place};
use super::{long, word};
use std::ops::Range;

/// What stands for a character that nobody sees, and for the second half of a rare one.
pub(super) const UNSEEN: char = '\u{200B}';

/// A character and where it stands in the document stream, in bytes: properties are told by that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Character {
    pub sign: char,
    pub place: usize,
}

/// All characters of the document. One that nobody sees keeps its place, for the parts of a document are told by counts.
pub(super) fn characters(fib: &Fib, table: &[u8], hidden: &[Range<usize>]) -> Option<Vec<Character>> {
    read(fib.document, fib.table(table, place::PIECES)?, hidden)
}

fn read(document: &[u8], clx: &[u8], hidden: &[Range<usize>]) -> Option<Vec<Character>> {
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
        let seen = |sign: char, place: usize| {
            let next = hidden.partition_point(|stretch| stretch.end <= place);
            let is_hidden = hidden.get(next).is_some_and(|stretch| stretch.contains(&place));
            Character { sign: if is_hidden { UNSEEN } else { sign }, place }
        };
        if compressed {
            let start = position / 2;
            let bytes = document.get(start..start.checked_add(length)?)?;
            let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes);
            characters.extend(text.chars().enumerate().map(|(offset, sign)| seen(sign, start + offset)));
        } else {
            let bytes = document.get(position..position.checked_add(length.checked_mul(2)?)?)?;
            let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            // Counts are of units, so half of a rare character takes a place of its own.
            let mut at = position;
            for unit in char::decode_utf16(units) {
                let sign = unit.unwrap_or(char::REPLACEMENT_CHARACTER);
                characters.push(seen(sign, at));
                let halves = std::iter::repeat_n(Character { sign: UNSEEN, place: at }, sign.len_utf16() - 1);
                characters.extend(halves);
                at += 2 * sign.len_utf16();
            }
        }
    }
    Some(characters)
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let found = read(&document, &clx, &[]).unwrap();
        assert_eq!(found.iter().map(|found| found.sign).collect::<String>(), "科函2026");
        assert_eq!(found.iter().map(|found| found.place).collect::<Vec<_>>(), [16, 18, 20, 21, 22, 23]);
        assert_eq!(read(&document[..18], &clx, &[]), None);
    }
}
