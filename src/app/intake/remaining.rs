//! What is left of an element once a part of its text went elsewhere.

use super::piece::{Fate, Piece};
use crate::app::element::Element;
use crate::letter::Field;
use crate::text::characters::{self, is_blank};

/// The text that is left of an element: the entries of a list that still stand in the source, or the words of a line.
pub(super) fn text(pieces: &[Piece], source: &str, element: Element) -> String {
    let own: Vec<&Piece> =
        pieces.iter().filter(|it| it.fate.element() == Some(element) && matches!(it.fate, Fate::Placed(_))).collect();
    let text_of = |field: Field| -> String {
        own.iter().filter(|it| it.fate == Fate::Placed(field)).map(|it| tidy(&source[it.range.clone()])).collect()
    };
    let mut fields: Vec<Field> = Vec::new();
    for piece in &own {
        if let Fate::Placed(field) = piece.fate
            && !fields.contains(&field)
        {
            fields.push(field);
        }
    }
    match element {
        Element::Contacts => {
            let index = |field: &Field| match field {
                Field::ContactName(at) | Field::ContactPhone(at) => at + 1,
                _ => 0,
            };
            let count = fields.iter().map(index).max().unwrap_or(0);
            let entry = |at| format!("{} {}", text_of(Field::ContactName(at)), text_of(Field::ContactPhone(at)));
            let entries = (0..count).map(entry).filter(|entry| !entry.trim().is_empty());
            entries.collect::<Vec<_>>().join("、")
        }
        Element::Addressees | Element::Cc | Element::CoHandlers | Element::Attachments => {
            let mark = if element == Element::Attachments { "；" } else { "、" };
            let listed = fields.iter().filter(|field| field.name() == element.field().name());
            listed.map(|field| text_of(*field)).collect::<Vec<_>>().join(mark)
        }
        Element::Title => text_of(Field::Title),
        Element::Issuer | Element::Signature => {
            let names = own.iter().map(|it| tidy(&source[it.range.clone()]));
            names.collect::<Vec<_>>().join("\u{3000}")
        }
        Element::Disclosure => String::new(),
        _ => fields.first().map_or_else(String::new, |field| text_of(*field)),
    }
}

/// A stretch without what nobody sees.
pub(super) fn cleaned(text: &str) -> String {
    text.chars().filter(|&character| !characters::is_invisible(character)).collect()
}

/// A stretch without the blanks around it and between its Chinese characters.
fn tidy(text: &str) -> String {
    let text = cleaned(text);
    let spaced = |left: char, right: char| !(left.is_ascii_alphanumeric() && right.is_ascii_alphanumeric());
    let mut tidied = String::new();
    let mut blank = false;
    for character in text.trim_matches(is_blank).chars() {
        if is_blank(character) {
            blank = true;
            continue;
        }
        if std::mem::take(&mut blank)
            && let Some(last) = tidied.chars().next_back()
            && !spaced(last, character)
        {
            tidied.push(' ');
        }
        tidied.push(character);
    }
    tidied
}
