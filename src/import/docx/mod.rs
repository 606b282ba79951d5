//! Word documents (.docx) to text: what a reader sees, with automatic numbers written out and tracked changes accepted.

mod numbering;
mod package;
mod styles;
mod walk;

use super::format::ReadError;
use package::Package;

/// The text of a .docx file, one paragraph a line.
///
/// First comes what the header of the first page says, since a letter's red head often stands there.
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
    let mut text = String::new();
    if let Some(header) = walk.first_header()
        && let Some(part) = package.related(header)?
    {
        text = walk::Walk::new(&numbering, &styles).text(&part)?;
    }
    text.push_str(&body);
    Ok(text)
}

#[cfg(test)]
mod tests;
