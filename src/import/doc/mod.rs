//! Word documents of the old binary format (.doc) to text ([MS-DOC]): what a reader sees, with automatic numbers written out.

mod fib;
mod lists;
mod pieces;
mod plain;
mod properties;
mod styles;

use super::format::ReadError;
use super::margin::{self, Margin};
use fib::{Fib, Part};
use pieces::Character;
use plain::{Paragraphs, plain};
use std::io::{Cursor, Read, Seek};

/// No letter's stream is larger.
const LARGEST_STREAM: u64 = 64 << 20;

/// The text of a .doc file, one paragraph a line.
///
/// First come text boxes and the header of the first page, where red heads stand; last the other headers, the footers, notes and
/// comments, each behind its label.
///
/// # Errors
/// [`ReadError`] when the file is no Word document, is encrypted or is damaged.
pub(super) fn text(bytes: &[u8]) -> Result<String, ReadError> {
    let damaged = || ReadError::Damaged(".doc");
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| damaged())?;
    let document = stream(&mut file, "/WordDocument")?.ok_or(ReadError::NoWordDocument)?;
    let fib = Fib::read(&document)?;
    let table = stream(&mut file, fib.table_stream())?.ok_or_else(damaged)?;
    let hidden = properties::hidden(&fib, &table).unwrap_or_default();
    let characters = pieces::characters(&fib, &table, &hidden).ok_or_else(damaged)?;
    let part = |part: Part| {
        let range = fib.part(part);
        let start = range.start.min(characters.len());
        &characters[start..range.end.clamp(start, characters.len())]
    };
    let mut text = plain(part(Part::Boxes), None) + &plain(part(Part::HeaderBoxes), None);
    let margins = margins(&fib, &table, part(Part::Headers));
    let first = margins.iter().find(|(margin, shown)| *margin == Margin::Header && !shown.trim().is_empty());
    text.push_str(first.map_or("", |(_, shown)| shown));
    text.push_str(&plain(part(Part::Text), Some(&mut Paragraphs::read(&fib, &table))));
    for (margin, shown) in &margins {
        margin::write(&mut text, *margin, shown);
    }
    for (of, margin) in
        [(Part::Footnotes, Margin::Footnote), (Part::Endnotes, Margin::Endnote), (Part::Comments, Margin::Comment)]
    {
        margin::write(&mut text, margin, &plain(part(of), None));
    }
    Ok(text)
}

/// The headers and footers, those of the first page of a section before the others.
fn margins(fib: &Fib, table: &[u8], characters: &[Character]) -> Vec<(Margin, String)> {
    // Each section has six stories: even and odd headers, even and odd footers, header and footer of the first page.
    const STORIES: [(usize, Margin); 6] = [
        (4, Margin::Header),
        (1, Margin::Header),
        (0, Margin::Header),
        (5, Margin::Footer),
        (3, Margin::Footer),
        (2, Margin::Footer),
    ];
    let ends = fib.header_stories(table);
    // The separators of notes come before the sections.
    let sections = ends.get(6..).unwrap_or_default().windows(7).step_by(6);
    let mut margins = Vec::new();
    for section in sections {
        for (story, margin) in STORIES {
            if let Some(shown) = characters.get(section[story]..section[story + 1]) {
                margins.push((margin, plain(shown, None)));
            }
        }
    }
    margins
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

/// Two bytes as a number.
fn word(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?).and_then(|pair| pair.try_into().ok()).map(u16::from_le_bytes)
}

/// Four bytes as a number.
fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let value = bytes.get(at..at.checked_add(4)?).and_then(|four| four.try_into().ok()).map(u32::from_le_bytes)?;
    usize::try_from(value).ok()
}

#[cfg(test)]
mod tests;
