//! How the lines of a text were set: indented or not, wrapped at a width or not.

use super::source::{Line, Source, cells};
use crate::letter::outline::Marker;
use crate::text::characters::ends_sentence;

/// What the lines of a body have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Layout {
    /// The width at which lines were broken, where they were.
    pub wrap: Option<Wrap>,
    /// Paragraphs begin with an indent of at least this many cells, and nothing else does.
    pub indent: Option<usize>,
    /// Lines were broken and paragraphs indented so evenly that a line without the indent goes on with the one above.
    pub even: bool,
    /// A blank line stands between almost all lines, so that one means nothing.
    pub blank_everywhere: bool,
}

/// A width at which lines were broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wrap {
    /// How long a full line is.
    pub width: usize,
    /// Whether that counts cells, as a typesetter does, or characters, as a program that cuts strings does.
    pub in_cells: bool,
}

impl Wrap {
    /// Whether a line is as long as lines were allowed to be. Marks that may not begin or end a line move two characters.
    pub fn is_full(self, source: &Source, line: &Line) -> bool {
        length(source, line, self.in_cells) + self.slack() >= self.width
    }

    /// Whether a line is full, or would be with the figure or word that begins the next one and could not be parted.
    pub fn is_full_before(self, source: &Source, line: &Line, next: &Line) -> bool {
        let text = source.line(next);
        let whole =
            |character: char| character.is_ascii_alphanumeric() || matches!(character, '.' | '%' | ',' | '-' | '/');
        let word = text.len() - text.trim_start_matches(whole).len();
        length(source, line, self.in_cells) + word + self.slack() >= self.width
    }

    fn slack(self) -> usize {
        if self.in_cells { 5 } else { 2 }
    }
}

impl Layout {
    /// Measures the lines of a body.
    pub fn of(source: &Source, lines: &[Line]) -> Self {
        let blanks = lines.iter().skip(1).filter(|line| line.blank_before).count();
        let indent = indent(lines);
        let by_crowd =
            [true, false].into_iter().filter_map(|in_cells| wrap(source, lines, in_cells)).max_by_key(|found| found.1);
        let by_indent =
            || [true, false].into_iter().find_map(|in_cells| wrap_by_indent(source, lines, indent?, in_cells));
        let wrap = by_crowd.map(|found| found.0).or_else(by_indent);
        Self {
            wrap,
            indent,
            even: wrap.zip(indent).is_some_and(|(wrap, indent)| is_even(source, lines, wrap, indent)),
            blank_everywhere: lines.len() > 2 && blanks * 10 >= (lines.len() - 1) * 9,
        }
    }
}

fn length(source: &Source, line: &Line, in_cells: bool) -> usize {
    let text = source.line(line);
    if in_cells { line.indent + text.chars().map(cells).sum::<usize>() } else { line.indent / 2 + text.chars().count() }
}

/// The width at which lines were broken, and how many are of it.
///
/// Broken lines crowd at one length and mostly stop in the middle of a sentence. Paragraphs left whole are of all lengths.
fn wrap(source: &Source, lines: &[Line], in_cells: bool) -> Option<(Wrap, usize)> {
    let unit = if in_cells { 2 } else { 1 };
    let mut lengths: Vec<usize> =
        lines.iter().map(|line| length(source, line, in_cells)).filter(|&length| length >= 18 * unit).collect();
    if lengths.len() < 4 {
        return None;
    }
    lengths.sort_unstable();
    // One line longer than the rest may be a heading or a table; the width is what the longest tenth have reached.
    let width = lengths[lengths.len() - 1 - lengths.len() / 12];
    if width > 60 * unit {
        return None;
    }
    let wrap = Wrap { width, in_cells };
    let full: Vec<&Line> = lines.iter().filter(|line| wrap.is_full(source, line)).collect();
    let broken = full
        .iter()
        .filter(|line| !source.line(line).ends_with(|mark| ends_sentence(mark) || matches!(mark, '：' | ':' | '；')))
        .count();
    (full.len() >= 4 && full.len() * 5 >= lengths.len() * 2 && broken * 10 >= full.len() * 6)
        .then_some((wrap, full.len()))
}

/// Whether nearly all lines without the indent stand below a full line.
fn is_even(source: &Source, lines: &[Line], wrap: Wrap, indent: usize) -> bool {
    let going_on: Vec<&[Line]> =
        lines.windows(2).filter(|pair| pair[1].indent < indent && !pair[1].blank_before).collect();
    let below_full = going_on.iter().filter(|pair| wrap.is_full(source, &pair[0])).count();
    below_full * 4 >= going_on.len() * 3
}

/// The width of a text with too few lines to crowd: where paragraphs are indented, a line that is not goes on with a full one.
///
/// All lines above such lines must be of one length that no line exceeds, and one of them must break off in a sentence.
fn wrap_by_indent(source: &Source, lines: &[Line], indent: usize, in_cells: bool) -> Option<Wrap> {
    let unit = if in_cells { 2 } else { 1 };
    let above: Vec<&Line> = lines
        .windows(2)
        .filter(|pair| pair[1].indent < indent && pair[0].indent != pair[1].indent)
        .map(|pair| &pair[0])
        .collect();
    let width = above
        .iter()
        .map(|line| length(source, line, in_cells))
        .max()
        .filter(|width| (18 * unit..=60 * unit).contains(width))?;
    let wrap = Wrap { width, in_cells };
    let all_full = above.iter().all(|line| wrap.is_full(source, line));
    let longest = lines.iter().map(|line| length(source, line, in_cells)).max()?;
    let breaks_off = above.iter().any(|line| {
        !source.line(line).ends_with(|mark| ends_sentence(mark) || matches!(mark, '：' | '；' | '”' | '）'))
    });
    (all_full && breaks_off && longest <= width + 2 * unit).then_some(wrap)
}

/// The indent of first lines: what a good part of the lines have, the others having clearly less.
fn indent(lines: &[Line]) -> Option<usize> {
    let least = lines.iter().map(|line| line.indent).min()?;
    let indented = lines.iter().filter(|line| line.indent >= least + 3).count();
    if indented == 0 {
        // All alike; where all are indented, each begins a paragraph.
        return (least >= 3 && lines.len() > 1).then_some(least);
    }
    (indented * 6 >= lines.len()).then_some(least + 3)
}

/// Whether a line reads as a heading that has its line to itself: numbered, without an inner sentence, not too long.
pub(super) fn is_heading(text: &str) -> bool {
    Marker::at_start(text).is_some_and(|marker| {
        let words = &text[marker.range.end..];
        words.chars().count() <= 40
            && !words.contains(ends_sentence)
            && !words.ends_with(['，', '、', '；', ',', '“', '《', '（'])
    })
}
