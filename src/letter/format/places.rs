//! Where the text of a field stands in a draft file.

use crate::letter::Field;
use crate::text::position::floor_boundary;
use std::ops::Range;
use toml_edit::{Document, Item};

/// A draft file, ready to be asked for places.
#[derive(Debug)]
pub struct Places<'a> {
    text: &'a str,
    document: Option<Document<&'a str>>,
}

impl<'a> Places<'a> {
    /// The places of a file's text.
    pub fn of(text: &'a str) -> Self {
        let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        Self { text, document: Document::parse(body).ok() }
    }

    /// Where `range` of `field`'s text stands in the file, in bytes. `value` is that text. `None` where the file has no such
    /// value, or writes it with escapes.
    pub fn place(&self, field: Field, value: &str, range: Range<usize>) -> Option<Range<usize>> {
        let span = self.value(field)?;
        // The body ends before the line end that closes its block, and Windows writes its line ends with two characters.
        let own = self.text.get(span.clone())?;
        let start = span.start + own.find(value).filter(|_| !value.is_empty())?;
        let end = floor_boundary(value, range.end).max(floor_boundary(value, range.start));
        Some(start + floor_boundary(value, range.start)..start + end)
    }

    /// Where the value of `field` stands, its quotation marks included.
    pub fn value(&self, field: Field) -> Option<Range<usize>> {
        let document = self.document.as_ref()?;
        let name = field.to_string();
        let top = !name.contains('.') && matches!(field, Field::Kind | Field::Role | Field::Profile);
        let path = if top || name.starts_with("matter.") || name.starts_with("source.") {
            name
        } else {
            format!("letter.{name}")
        };
        let mut item: &Item = document.as_item();
        let mut span = None;
        for part in path.split('.') {
            let (key, index) = match part.strip_suffix(']').and_then(|part| part.split_once('[')) {
                Some((key, index)) => (key, index.parse::<usize>().ok()),
                None => (part, None),
            };
            item = item.get(key)?;
            span = item.span();
            if let Some(index) = index {
                let value = item.as_array().and_then(|array| array.get(index));
                if let Some(value) = value {
                    span = value.span();
                    break;
                }
                item = item.get(index)?;
                span = item.span();
            }
        }
        let before = self.text.len() - self.text.strip_prefix('\u{FEFF}').unwrap_or(self.text).len();
        span.map(|span| span.start + before..span.end + before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::format;

    #[test]
    fn every_field_of_the_samples_is_found_where_it_stands() {
        for text in [include_str!("../../../drafts/2026042.toml"), include_str!("../../../drafts/2026057.toml")] {
            for text in [text.to_owned(), format!("\u{FEFF}{text}")] {
                let draft = format::read(&text).unwrap().draft;
                let places = Places::of(&text);
                for field in draft.fields() {
                    let value = draft.text(field);
                    // Dates and counts are no strings; the words of an enumeration are.
                    if value.is_empty() || matches!(field, Field::AddresseeTotal | Field::Date | Field::MatterAssigned)
                    {
                        continue;
                    }
                    let place = places.place(field, &value, 0..value.len()).unwrap_or_else(|| panic!("{field}"));
                    assert_eq!(text[place], *value, "{field}");
                }
            }
        }
        assert_eq!(Places::of("= 1").value(Field::Body), None);
    }
}
