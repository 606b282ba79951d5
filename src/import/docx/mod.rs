//! Word documents (.docx) to text: what a reader sees, with automatic numbers written out and tracked changes accepted.

mod numbering;
mod package;
mod styles;
mod walk;

use super::format::ReadError;
use super::margin::{self, Margin};
use package::Package;

/// The text of a .docx file, one paragraph a line.
///
/// First comes what the header of the first page says, since a letter's red head often stands there; last come the other headers,
/// the footers, notes and comments, each behind its label.
///
/// # Errors
/// [`ReadError`] when the file is no Word document or is damaged.
pub(super) fn text(bytes: &[u8]) -> Result<String, ReadError> {
    let mut package = Package::open(bytes)?;
    let styles = styles::read(&package.part("styles")?.unwrap_or_default())?;
    let numbering = numbering::read(&package.part("numbering")?.unwrap_or_default())?;
    let document = package.document()?;
    let mut walk = walk::Walk::new(&numbering, &styles);
    let body = walk.text(&document)?;
    let of_part = |part: Option<String>| match part {
        Some(part) => walk::Walk::new(&numbering, &styles).text(&part),
        None => Ok(String::new()),
    };
    let mut text = String::new();
    let first = walk.first_header();
    if let Some(header) = first {
        text = of_part(package.related(header)?)?;
    }
    text.push_str(&body);
    for (margin, references) in [(Margin::Header, &walk.headers), (Margin::Footer, &walk.footers)] {
        for reference in references.iter().filter(|reference| Some(reference.as_str()) != first) {
            margin::write(&mut text, margin, &of_part(package.related(reference)?)?);
        }
    }
    for (kind, margin) in
        [("footnotes", Margin::Footnote), ("endnotes", Margin::Endnote), ("comments", Margin::Comment)]
    {
        margin::write(&mut text, margin, &of_part(package.part(kind)?)?);
    }
    Ok(text)
}

#[cfg(test)]
mod tests;
