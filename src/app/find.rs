//! Searching the body, and replacing in it.

use std::ops::Range;

use super::line::Line;

/// The state of the search line.
#[derive(Clone, Debug, Default)]
pub struct Find {
    /// What is looked for.
    pub query: Line,
    /// What it is replaced by; absent while only searching.
    pub replacement: Option<Line>,
    /// Whether the replacement has the keys.
    pub in_replacement: bool,
    /// Where the cursor was when the search began, in bytes.
    pub origin: usize,
}

impl Find {
    /// A search that starts from byte `origin`, for `query`.
    pub fn new(origin: usize, query: &str, replacing: bool) -> Self {
        let mut line = Line::new(query);
        line.select_all();
        Self { query: line, replacement: replacing.then(Line::default), in_replacement: false, origin }
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

    /// Every place where the body holds what is looked for, in bytes.
    pub fn places(&self, body: &str) -> Vec<Range<usize>> {
        places(body, self.query.text())
    }
}

/// Every place where `body` holds `query`, in bytes, none overlapping another.
pub fn places(body: &str, query: &str) -> Vec<Range<usize>> {
    if query.is_empty() {
        return Vec::new();
    }
    body.match_indices(query).map(|(at, found)| at..at + found.len()).collect()
}

/// The first of `places` at or after byte `from`, or the first of all.
pub fn next(places: &[Range<usize>], from: usize) -> Option<Range<usize>> {
    places.iter().find(|place| place.start >= from).or(places.first()).cloned()
}

/// The last of `places` that ends at or before byte `from`, or the last of all.
pub fn previous(places: &[Range<usize>], from: usize) -> Option<Range<usize>> {
    places.iter().rev().find(|place| place.end <= from).or(places.last()).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_goes_round() {
        let places = places("东洲镇，东洲", "东洲");
        assert_eq!(places, [0..6, 12..18]);
        assert_eq!(next(&places, 1), Some(12..18));
        assert_eq!(next(&places, 13), Some(0..6));
        assert_eq!(previous(&places, 5), Some(12..18));
        assert!(super::places("东洲", "").is_empty());
    }
}
