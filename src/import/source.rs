//! The source as lines of clean text, with the way back to its bytes.

use crate::text::characters::{self, is_invisible, is_line_end};
use std::borrow::Cow;
use std::ops::Range;

/// A text without the characters that nobody sees, cut into its lines that are not blank.
pub(super) struct Source<'a> {
    /// The clean text: zero-width and control characters dropped, non-breaking spaces made plain.
    pub text: Cow<'a, str>,
    /// Where runs of clean text begin, in the clean text and in the source.
    runs: Vec<(usize, usize)>,
    /// The dropped characters that count as ink, in bytes of the source.
    pub invisible: Vec<Range<usize>>,
    /// The lines that hold anything.
    pub lines: Vec<Line>,
    /// Where the lines of the source begin.
    starts: Vec<usize>,
}

/// A line of the clean text that is not blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its number in the source, from 1.
    pub number: usize,
    /// Its text without the blanks around it, in bytes of the clean text.
    pub range: Range<usize>,
    /// How far it is indented, in half-width cells.
    pub indent: usize,
    /// Whether a blank line stands before it.
    pub blank_before: bool,
    /// Whether a page ended before it: by a page-break character or by a page number.
    pub page_before: bool,
}

impl<'a> Source<'a> {
    pub fn read(source: &'a str) -> Self {
        let (text, runs, invisible) = clean(source);
        let starts = line_starts(source);
        let mut read = Self { lines: Vec::new(), text, runs, invisible, starts };
        read.lines = read.cut();
        read
    }

    /// The text of a line.
    pub fn line(&self, line: &Line) -> &str {
        &self.text[line.range.clone()]
    }

    /// The line of the source that byte `at` of it lies in, from 1.
    pub fn line_number(&self, at: usize) -> usize {
        self.starts.partition_point(|&start| start <= at).max(1)
    }

    /// The line of the source that byte `at` of the clean text comes from.
    pub fn line_number_of(&self, at: usize) -> usize {
        self.line_number(self.place(at))
    }

    /// Where byte `at` of the clean text stands in the source.
    fn place(&self, at: usize) -> usize {
        let run = self.runs.partition_point(|&(clean, _)| clean <= at).saturating_sub(1);
        let (clean, source) = self.runs[run];
        source + (at - clean)
    }

    /// Where a stretch of the clean text stands in the source, in several pieces where dropped ink lies inside it.
    pub fn places(&self, range: Range<usize>) -> Vec<Range<usize>> {
        if range.is_empty() {
            return Vec::new();
        }
        let (mut start, end) = (self.place(range.start), self.place(range.end - 1) + 1);
        let mut pieces = Vec::new();
        let first = self.invisible.partition_point(|dropped| dropped.end <= start);
        for dropped in self.invisible[first..].iter().take_while(|dropped| dropped.start < end) {
            if dropped.start > start {
                pieces.push(start..dropped.start);
            }
            start = dropped.end;
        }
        if start < end {
            pieces.push(start..end);
        }
        pieces
    }

    /// What lies between two lines, in bytes of the source.
    pub fn gap(&self, left: &Line, right: &Line) -> Range<usize> {
        let end = |line: &Line| self.places(line.range.clone()).last().map_or(0, |place| place.end);
        let start = |line: &Line| self.places(line.range.clone()).first().map_or(0, |place| place.start);
        end(left)..start(right)
    }

    fn cut(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        let (mut blank_before, mut page_before) = (false, false);
        let mut start = 0;
        let text = self.text.as_ref();
        let ends = text.char_indices().filter(|(_, character)| is_line_end(*character));
        for (end, mark) in ends.map(|(at, mark)| (at, Some(mark))).chain([(text.len(), None)]) {
            let line = &text[start..end];
            let inner = line.trim_matches(characters::is_blank);
            if inner.is_empty() {
                // The empty line between \r and \n is none.
                blank_before |= !(end > 0 && mark == Some('\n') && text[..end].ends_with('\r')) && start < text.len();
            } else {
                let offset = start + (line.len() - line.trim_start_matches(characters::is_blank).len());
                lines.push(Line {
                    number: self.line_number(self.place(offset)),
                    range: offset..offset + inner.len(),
                    indent: text[start..offset].chars().map(cells).sum(),
                    blank_before,
                    page_before,
                });
                (blank_before, page_before) = (false, false);
            }
            page_before |= mark == Some('\u{C}');
            start = end + mark.map_or(0, char::len_utf8);
        }
        lines
    }
}

/// How many half-width cells a character takes in a plain text.
pub(super) fn cells(character: char) -> usize {
    match character {
        '\t' => 4,
        _ if characters::is_zero_width(character) => 0,
        _ if character.is_ascii() => 1,
        _ => 2,
    }
}

/// Clean text, the runs that lead back to the source, and the dropped ink.
type Cleaned<'a> = (Cow<'a, str>, Vec<(usize, usize)>, Vec<Range<usize>>);

fn clean(source: &str) -> Cleaned<'_> {
    let mut runs = vec![(0, 0)];
    if !source.chars().any(|character| character == '\u{A0}' || is_invisible(character)) {
        return (Cow::Borrowed(source), runs, Vec::new());
    }
    let mut text = String::with_capacity(source.len());
    let mut invisible = Vec::new();
    for (at, character) in source.char_indices() {
        let after = at + character.len_utf8();
        if character == '\u{A0}' {
            text.push(' ');
            runs.push((text.len(), after));
        } else if is_invisible(character) {
            if !characters::is_blank(character) {
                invisible.push(at..after);
            }
            runs.push((text.len(), after));
        } else {
            text.push(character);
        }
    }
    // Of several runs that begin at one place only the last holds text.
    let mut kept: Vec<(usize, usize)> = Vec::with_capacity(runs.len());
    for run in runs {
        if kept.last().is_some_and(|last| last.0 == run.0) {
            kept.pop();
        }
        kept.push(run);
    }
    (Cow::Owned(text), kept, invisible)
}

fn line_starts(source: &str) -> Vec<usize> {
    let bytes = source.as_bytes();
    let ends = bytes
        .iter()
        .enumerate()
        .filter(|&(at, &byte)| byte == b'\n' || byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
    std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(usize, String, usize, bool)> {
        let source = Source::read(text);
        source
            .lines
            .iter()
            .map(|line| (line.number, source.line(line).to_owned(), line.indent, line.blank_before))
            .collect()
    }

    #[test]
    fn lines_end_in_every_way() {
        assert_eq!(
            lines("甲\r\n　　乙 \r\n\r\n丙\r\t丁\u{2028}戊"),
            [
                (1, "甲".to_owned(), 0, false),
                (2, "乙".to_owned(), 4, false),
                (4, "丙".to_owned(), 0, true),
                (5, "丁".to_owned(), 4, false),
                (5, "戊".to_owned(), 0, false)
            ]
        );
        assert!(Source::read("甲\n\u{C}乙").lines[1].page_before);
    }

    #[test]
    fn what_nobody_sees_is_dropped_and_the_way_back_is_kept() {
        let text = "\u{FEFF}王\u{200B}禾\u{A0}代\u{200E}表\u{200B}：";
        let source = Source::read(text);
        assert_eq!(source.text, "王禾 代表：");
        let places: Vec<&str> = source.places(0..source.text.len()).into_iter().map(|place| &text[place]).collect();
        assert_eq!(places, ["王\u{200B}禾\u{A0}代", "表\u{200B}："]);
        assert_eq!(source.invisible.iter().map(|range| &text[range.clone()]).collect::<Vec<_>>(), ["\u{200E}"]);
    }
}
