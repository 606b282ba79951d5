//! The outline of a body: its paragraphs and the sections that its own numbers make.

mod marker;
#[cfg(test)]
mod tests;

pub use marker::{Level, Marker};

use crate::text::characters;
use std::iter::successors;
use std::ops::Range;

/// One line of the body that is not blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its text without the blanks around it, in bytes of the body.
    pub range: Range<usize>,
    /// Its line in the body, from 0.
    pub line: usize,
    /// The number it begins with.
    pub marker: Option<Marker>,
    /// The section it belongs to: the one it opens, or the last one opened before it.
    pub section: Option<usize>,
}

/// A numbered part of the body: a heading and all that follows until one of its own rank or higher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its number.
    pub marker: Marker,
    /// The words of the heading, without number and end mark, in bytes of the body.
    pub heading: Range<usize>,
    /// Whether the heading has a line to itself; otherwise the text runs on after it.
    pub stands_alone: bool,
    /// The paragraph that opens it, an index into [`Outline::paragraphs`].
    pub paragraph: usize,
    /// From its number to the end of its last paragraph, sub-sections included, in bytes of the body.
    pub range: Range<usize>,
    /// The section it lies in, an index into [`Outline::sections`].
    pub parent: Option<usize>,
    /// How many sections it lies in.
    pub depth: usize,
}

/// Paragraphs and sections of a body, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The lines that are not blank.
    pub paragraphs: Vec<Paragraph>,
    /// The sections, each before those inside it.
    pub sections: Vec<Section>,
}

impl Outline {
    /// Reads the outline of `body`.
    pub fn of(body: &str) -> Self {
        let mut outline = Self::default();
        let mut open: Vec<usize> = Vec::new();
        let mut start = 0;
        let ends = memchr::memchr_iter(b'\n', body.as_bytes()).chain([body.len()]);
        for (line, end) in ends.enumerate() {
            let range = trimmed(&body[start..end], start);
            start = end + 1;
            if range.is_empty() {
                continue;
            }
            let marker = Marker::at_start(&body[range.clone()]).map(|marker| marker.moved(range.start));
            if let Some(marker) = &marker {
                while open.last().is_some_and(|&last| outline.sections[last].marker.level >= marker.level) {
                    open.pop();
                }
                let (heading, stands_alone) = heading(body, marker.range.end..range.end);
                outline.sections.push(Section {
                    marker: marker.clone(),
                    heading,
                    stands_alone,
                    paragraph: outline.paragraphs.len(),
                    range: range.clone(),
                    parent: open.last().copied(),
                    depth: open.len(),
                });
                open.push(outline.sections.len() - 1);
            }
            for &section in &open {
                outline.sections[section].range.end = range.end;
            }
            outline.paragraphs.push(Paragraph { range, line, marker, section: open.last().copied() });
        }
        outline
    }

    /// The indexes of the sections directly inside `parent`; of the whole body for `None`.
    pub fn children(&self, parent: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        let first = parent.map_or(0, |parent| parent + 1);
        let child = move |&index: &usize| self.sections.get(index).is_some_and(|section| section.parent == parent);
        successors(Some(first).filter(child), move |&index| Some(self.after(index)).filter(child))
    }

    /// The index after a section and all that lie inside it.
    fn after(&self, section: usize) -> usize {
        let end = self.sections[section].range.end;
        section + self.sections[section..].partition_point(|inside| inside.range.start <= end)
    }

    /// The innermost section around byte `offset` of the body.
    pub fn section_at(&self, offset: usize) -> Option<usize> {
        // The last one begun before it, or one that this lies in.
        let mut at = self.sections.partition_point(|section| section.range.start <= offset).checked_sub(1);
        while let Some(index) = at.filter(|&index| self.sections[index].range.end < offset) {
            at = self.sections[index].parent;
        }
        at
    }

    /// The level that a section was meant to have, where its neighbours tell that it was written in the number of another:
    /// （一）, 二、, （三） and （一）, 2., （三） have a second section of the second level; so has 1., （二）, （三） a first one.
    pub fn meant_level(&self, section: usize) -> Option<Level> {
        let marker = &self.sections[section].marker;
        let before = section.checked_sub(1).map(|at| &self.sections[at].marker);
        let after = self.sections.get(section + 1).map(|next| &next.marker)?;
        if after.level == marker.level || after.ordinal != marker.ordinal + 1 {
            return None;
        }
        // Another level goes on with the next number, and this one does not go on in its own.
        let goes_on = self.sections[section + 1..]
            .iter()
            .take_while(|next| next.marker.level >= marker.level)
            .any(|next| next.marker.level == marker.level && next.marker.ordinal == marker.ordinal + 1);
        let fits_before = match before {
            Some(before) => before.level == after.level && before.ordinal + 1 == marker.ordinal,
            None => false,
        };
        let heads = marker.ordinal == 1 && before.is_some_and(|before| before.level < after.level);
        // A first section is one of a deeper level only if it could not be the father of the next.
        let is_first = heads && marker.level > after.level;
        let own = self.sections[..section].iter().rev().find(|other| other.marker.level <= marker.level);
        let fits_own =
            own.is_some_and(|own| own.marker.level == marker.level && own.marker.ordinal + 1 == marker.ordinal);
        let next_own = self.sections[section + 1..].iter().find(|other| other.marker.level <= marker.level);
        let repeats =
            next_own.is_some_and(|next| next.marker.level == marker.level && next.marker.ordinal == marker.ordinal);
        let is_stray = !goes_on && (!fits_own || repeats);
        (fits_before && (is_stray || repeats) || is_first && !goes_on).then_some(after.level)
    }

    /// Where a section stands, as people speak of it: 二（三）.
    pub fn path(&self, section: usize) -> String {
        let mut labels = Vec::new();
        let mut at = Some(section);
        while let Some(index) = at {
            let marker = &self.sections[index].marker;
            labels.push(marker.level.label(marker.ordinal));
            at = self.sections[index].parent;
        }
        labels.reverse();
        labels.concat()
    }

    /// The paragraph on which byte `offset` of the body lies, or the last one before it.
    pub fn paragraph_at(&self, offset: usize) -> Option<usize> {
        self.paragraphs.partition_point(|paragraph| paragraph.range.start <= offset).checked_sub(1)
    }
}

fn trimmed(text: &str, start: usize) -> Range<usize> {
    let from = text.len() - text.trim_start_matches(characters::is_blank).len();
    let to = text.trim_end_matches(characters::is_blank).len();
    if from >= to { start..start } else { start + from..start + to }
}

/// Where the heading's words lie in the rest of its paragraph, and whether it has the line to itself.
///
/// A line without an inner sentence end is a heading of its own; otherwise the heading runs to the first one.
fn heading(body: &str, rest: Range<usize>) -> (Range<usize>, bool) {
    let text = &body[rest.clone()];
    match text.find(characters::ends_sentence) {
        None => {
            let words = text.trim_end_matches(['；', '：', '，', ';', ':', ',']).len();
            (rest.start..rest.start + words, true)
        }
        Some(end) => {
            let after = end + text[end..].chars().next().map_or(0, char::len_utf8);
            (rest.start..rest.start + end, text[after..].trim().is_empty() && text[..end].chars().count() <= 40)
        }
    }
}
