//! A stretch of text put together out of several places of the source.

use super::source::{Line, Source};
use crate::text::characters::{are_two_words, is_blank, is_chinese_mark, is_han};
use std::ops::Range;

/// Text with the way back to the clean text it was taken from.
///
/// Recognisers work on its text and need not know that an addressee line was broken in two or a title spaced out.
#[derive(Clone, Debug, Default)]
pub(super) struct Run {
    /// The text.
    pub text: String,
    parts: Vec<Part>,
}

/// A piece of the text that stands in one piece in the clean text.
#[derive(Clone, Copy, Debug)]
struct Part {
    at: usize,
    from: usize,
    length: usize,
}

impl Run {
    /// The run of one stretch of the clean text.
    pub fn of(source: &Source, range: Range<usize>) -> Self {
        let mut run = Self::default();
        run.push(source, range);
        run
    }

    /// The run of whole lines, one after the other with nothing between them.
    pub fn of_lines<'a>(source: &Source, lines: impl IntoIterator<Item = &'a Line>) -> Self {
        let mut run = Self::default();
        for line in lines {
            run.push(source, line.range.clone());
        }
        run
    }

    /// Adds a stretch of the clean text. Two words in Latin letters keep a space between them.
    pub fn push(&mut self, source: &Source, range: Range<usize>) {
        let added = &source.text[range.clone()];
        if are_two_words(&self.text, added) {
            self.text.push(' ');
        }
        self.parts.push(Part { at: self.text.len(), from: range.start, length: added.len() });
        self.text.push_str(added);
    }

    /// Adds a wide space that stands nowhere in the source, to keep two lines apart.
    pub fn gap(&mut self) {
        self.text.push('\u{3000}');
    }

    /// Ends the line: what is added next is another paragraph.
    pub fn line_end(&mut self) {
        self.text.push('\n');
    }

    /// Where a stretch of the text stands in the clean text.
    pub fn places(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let first = self.parts.partition_point(|part| part.at + part.length <= range.start);
        self.parts[first..]
            .iter()
            .take_while(|part| part.at < range.end)
            .filter_map(|part| {
                let (from, to) = (range.start.max(part.at), range.end.min(part.at + part.length));
                (from < to).then(|| part.from + (from - part.at)..part.from + (to - part.at))
            })
            .collect()
    }

    /// The same run without the blanks between two Chinese characters or marks: 答　复 is 答复, but 5G 网络 stays.
    pub fn unspaced(&self) -> Self {
        self.unspaced_after(0)
    }

    /// As [`unspaced`](Self::unspaced), but the first `kept` bytes stay as they are.
    pub fn unspaced_after(&self, kept: usize) -> Self {
        let mut run = Self::default();
        let is_chinese = |character: char| is_han(character) || is_chinese_mark(character);
        let mut start = 0;
        let mut before = None;
        let mut from = kept;
        while from < self.text.len() {
            let rest = &self.text[from..];
            let Some(blank) = rest.find(is_blank).map(|at| at + from) else { break };
            let after = blank + (self.text[blank..].len() - self.text[blank..].trim_start_matches(is_blank).len());
            before = self.text[..blank].chars().next_back().or(before);
            let next = self.text[after..].chars().next();
            if before.is_none_or(is_chinese) && next.is_none_or(is_chinese) {
                run.copy(self, start..blank);
                start = after;
            }
            from = after;
        }
        run.copy(self, start..self.text.len());
        run
    }

    /// Adds a stretch of another run.
    fn copy(&mut self, other: &Self, range: Range<usize>) {
        let first = other.parts.partition_point(|part| part.at + part.length <= range.start);
        let base = self.text.len();
        for part in other.parts[first..].iter().take_while(|part| part.at < range.end) {
            let (from, to) = (range.start.max(part.at), range.end.min(part.at + part.length));
            if from < to {
                self.parts.push(Part {
                    at: base + (from - range.start),
                    from: part.from + (from - part.at),
                    length: to - from,
                });
            }
        }
        self.text.push_str(&other.text[range]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back_through_joins_and_dropped_blanks() {
        let source = Source::read("临 江 市关于\n5G 网络的\n答　　复");
        let run = Run::of_lines(&source, &source.lines).unspaced();
        assert_eq!(run.text, "临江市关于5G 网络的答复");
        let at = run.text.find("的答").unwrap();
        let places: Vec<&str> =
            run.places(at..at + "的答复".len()).into_iter().map(|place| &source.text[place]).collect();
        assert_eq!(places, ["的", "答", "复"]);
    }
}
