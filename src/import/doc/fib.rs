//! The file information block of a .doc file: where everything else is ([MS-DOC] 2.5).

use super::super::format::ReadError;
use super::{long, word};
use std::ops::Range;

/// Where the block keeps what is needed, in bytes from its start. Tables are an offset and a length in the table stream.
pub(super) mod place {
    pub const FLAGS: usize = 0x0A;
    /// How many characters each part of the document has.
    pub const COUNTS: usize = 0x4C;
    pub const STYLES: usize = 0xA2;
    pub const HEADERS: usize = 0xF2;
    /// The pages that hold the properties of characters.
    pub const CHARACTERS: usize = 0xFA;
    /// The pages that hold the properties of paragraphs.
    pub const PARAGRAPHS: usize = 0x102;
    pub const PIECES: usize = 0x1A2;
    pub const LISTS: usize = 0x2E2;
    pub const LIST_OVERRIDES: usize = 0x2EA;
}

/// The parts of a document, in the order in which their characters follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Text,
    Footnotes,
    Headers,
    /// Nothing a reader sees.
    Macros,
    Comments,
    Endnotes,
    Boxes,
    HeaderBoxes,
}

const PARTS: [Part; 8] = [
    Part::Text,
    Part::Footnotes,
    Part::Headers,
    Part::Macros,
    Part::Comments,
    Part::Endnotes,
    Part::Boxes,
    Part::HeaderBoxes,
];

/// The block, and the document stream that begins with it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fib<'d> {
    /// The document stream.
    pub document: &'d [u8],
}

impl<'d> Fib<'d> {
    /// Looks at the start of the document stream.
    ///
    /// # Errors
    /// [`ReadError`] when it is no document of Word 97 or later, or is protected.
    pub fn read(document: &'d [u8]) -> Result<Self, ReadError> {
        if word(document, 0) != Some(0xA5EC) {
            return Err(ReadError::NoWordDocument);
        }
        let flags = word(document, place::FLAGS).ok_or(ReadError::Damaged(".doc"))?;
        if flags & 0x0100 != 0 { Err(ReadError::Encrypted) } else { Ok(Self { document }) }
    }

    /// The stream that holds the tables.
    pub fn table_stream(&self) -> &'static str {
        let flags = word(self.document, place::FLAGS).unwrap_or(0);
        if flags & 0x0200 != 0 { "/1Table" } else { "/0Table" }
    }

    /// Where a table stands in the table stream.
    pub fn range(&self, place: usize) -> Option<Range<usize>> {
        let start = long(self.document, place)?;
        Some(start..start.checked_add(long(self.document, place + 4)?)?)
    }

    /// The bytes of a table.
    pub fn table<'t>(&self, table: &'t [u8], place: usize) -> Option<&'t [u8]> {
        table.get(self.range(place)?)
    }

    /// The characters of a part, by their count from the start of the document.
    pub fn part(&self, part: Part) -> Range<usize> {
        let count = |index: usize| long(self.document, place::COUNTS + 4 * index).unwrap_or(0);
        let index = PARTS.iter().position(|&found| found == part).unwrap_or(0);
        let start = (0..index).fold(0_usize, |sum, index| sum.saturating_add(count(index)));
        start..start.saturating_add(count(index))
    }

    /// Where the stories of headers and footers begin and end, in characters from the start of that part.
    pub fn header_stories(&self, table: &[u8]) -> Vec<usize> {
        let bytes = self.table(table, place::HEADERS).unwrap_or_default();
        (0..bytes.len() / 4).filter_map(|index| long(bytes, 4 * index)).collect()
    }
}
