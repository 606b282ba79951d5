//! Searching the letter, body and elements, and replacing in it.

use std::ops::Range;

use super::line::Line;
use super::pattern::{Pattern, Wanted};
use crate::letter::{Draft, Field};

/// A place where the letter holds what is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The text it is in.
    pub field: Field,
    /// Where it is in that text, in bytes.
    pub range: Range<usize>,
}

/// The state of the search line.
#[derive(Clone, Debug, Default)]
pub struct Find {
    /// What is looked for, as it is typed.
    pub query: Line,
    /// What it is replaced by; absent while only searching.
    pub replacement: Option<Line>,
    /// Whether the replacement has the keys.
    pub in_replacement: bool,
    /// Where the cursor was when the search began, in bytes.
    pub origin: usize,
    /// The place gone to last, where it is in an element and not in the body.
    pub element: Option<Place>,
    /// Whether everything was replaced at once: then there is no place to be at, and one goes back to where one was.
    pub replaced_all: bool,
    wanted: Wanted,
    pattern: Pattern,
}

impl Find {
    /// A search that starts from byte `origin` of the body.
    pub fn new(origin: usize, wanted: Wanted, replacing: bool) -> Self {
        let mut query = Line::new(&wanted.words);
        query.select_all();
        let replacement = replacing.then(Line::default);
        let pattern = Pattern::new(&wanted);
        Self { query, replacement, in_replacement: false, origin, element: None, replaced_all: false, wanted, pattern }
    }

    /// The line that has the keys.
    pub fn line(&self) -> &Line {
        match &self.replacement {
            Some(replacement) if self.in_replacement => replacement,
            _ => &self.query,
        }
    }

    /// The line that has the keys, to be typed into.
    pub fn line_mut(&mut self) -> &mut Line {
        match &mut self.replacement {
            Some(replacement) if self.in_replacement => replacement,
            _ => &mut self.query,
        }
    }

    /// What is looked for, and how.
    pub fn wanted(&self) -> &Wanted {
        &self.wanted
    }

    /// Looks for something else, or otherwise.
    pub fn want(&mut self, wanted: Wanted) {
        self.pattern = Pattern::new(&wanted);
        self.wanted = wanted;
        self.element = None;
    }

    /// Looks for what now stands in the line.
    pub fn reread(&mut self) {
        self.want(Wanted { words: self.query.text().to_owned(), ..self.wanted.clone() });
    }

    /// Whether what is typed is no regular expression.
    pub fn is_broken(&self) -> bool {
        self.pattern == Pattern::Broken
    }

    /// Every place, in the order of the letter.
    pub fn places(&self, draft: &Draft) -> Vec<Place> {
        let mut places = Vec::new();
        for field in fields(draft, self.wanted.body_only) {
            let text = draft.text(field);
            places.extend(self.pattern.places(&text).map(|range| Place { field, range }));
        }
        places
    }

    /// What `place` is to read once it is replaced.
    pub fn replaced(&self, draft: &Draft, place: &Place) -> String {
        let words = self.replacement.as_ref().map_or("", Line::text);
        self.pattern.replaced(&draft.text(place.field), place.range.start, words)
    }
}

/// The texts that are searched: what the letter itself says in free words, in its order.
fn fields(draft: &Draft, body_only: bool) -> Vec<Field> {
    if body_only {
        return vec![Field::Body];
    }
    let letter = &draft.letter;
    let mut fields = vec![Field::Issuer, Field::Number, Field::Title];
    fields.extend((0..letter.addressees.len()).map(Field::Addressees));
    fields.push(Field::Body);
    fields.extend((0..letter.attachments.len()).map(Field::Attachments));
    fields.push(Field::Signature);
    fields.extend((0..letter.contacts.len()).flat_map(|at| [Field::ContactName(at), Field::ContactPhone(at)]));
    fields.push(Field::DisclosureReason);
    fields.extend((0..letter.cc.len()).map(Field::Cc));
    fields
}

/// The first of `places` that begins at or after a byte of a field, or the first of all.
pub fn next(places: &[Place], from: (Field, usize)) -> Option<Place> {
    places.iter().find(|place| (place.field, place.range.start) >= from).or(places.first()).cloned()
}

/// The last of `places` that begins before a byte of a field, or the last of all.
pub fn previous(places: &[Place], before: (Field, usize)) -> Option<Place> {
    places.iter().rev().find(|place| (place.field, place.range.start) < before).or(places.last()).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_goes_round_the_whole_letter() {
        let mut draft = Draft::default();
        draft.letter.title = "东洲镇的函".into();
        draft.letter.body = "东洲镇，东洲".into();
        let find = |body_only| {
            Find::new(0, Wanted { words: "东洲".into(), body_only, ..Wanted::default() }, false).places(&draft)
        };
        let at = |place: Option<Place>| place.map(|place| (place.field, place.range.start));
        let places = find(false);
        assert_eq!(places.len(), 3);
        assert_eq!(at(next(&places, (Field::Body, 1))), Some((Field::Body, 12)));
        assert_eq!(at(next(&places, (Field::Body, 13))), Some((Field::Title, 0)));
        assert_eq!(at(previous(&places, (Field::Body, 0))), Some((Field::Title, 0)));
        assert_eq!(at(previous(&places, (Field::Title, 0))), Some((Field::Body, 12)));
        assert_eq!(find(true).len(), 2);
    }
}
