//! The characters of a .doc file to plain text.

use super::super::numbering::{Counters, Numbering};
use super::super::row;
use super::fib::Fib;
use super::pieces::{Character, UNSEEN};
use super::properties::{self, Paragraph};
use super::{lists, styles};
use std::ops::Range;

/// What is known of paragraphs beside their text: indents, automatic numbers, places in tables.
#[derive(Default)]
pub(super) struct Paragraphs {
    own: Vec<(Range<usize>, Paragraph)>,
    styles: Vec<Paragraph>,
    numbering: Numbering,
    counters: Counters,
}

impl Paragraphs {
    /// Reads styles, lists and the properties of paragraphs. What is damaged says nothing: the text itself is worth more.
    pub fn read(fib: &Fib, table: &[u8]) -> Self {
        Self {
            own: properties::paragraphs(fib, table).unwrap_or_default(),
            styles: styles::read(fib, table).unwrap_or_default(),
            numbering: lists::read(fib, table).unwrap_or_default(),
            counters: Counters::default(),
        }
    }

    /// The properties of the paragraph whose end is at byte `place` of the document stream.
    fn at(&self, place: usize) -> Paragraph {
        let index = self.own.partition_point(|(stretch, _)| stretch.end <= place);
        let found = self.own.get(index).filter(|(stretch, _)| stretch.contains(&place));
        let mut paragraph = found.map_or_else(Paragraph::default, |(_, paragraph)| *paragraph);
        let style = self.styles.get(paragraph.style).copied().unwrap_or_default();
        paragraph.list = paragraph.list.or(style.list);
        paragraph.level = paragraph.level.or(style.level);
        paragraph.indents = paragraph.indents.or(style.indents);
        paragraph
    }

    /// Whether a paragraph ends with the sign at byte `place`.
    fn ends_at(&self, place: usize) -> bool {
        let index = self.own.partition_point(|(stretch, _)| stretch.end <= place);
        self.own.get(index).is_some_and(|(stretch, _)| stretch.end == place + 2 || stretch.end == place + 1)
    }

    /// What stands before a paragraph; counts it.
    fn lead(&mut self, paragraph: &Paragraph) -> String {
        let indent = if paragraph.indents == Some(true) { "　　" } else { "" };
        let list = paragraph.list.filter(|&list| list > 0).map(|list| list.to_string());
        let level = paragraph.level.unwrap_or(0);
        let number = list.and_then(|list| self.numbering.next(&mut self.counters, &list, level));
        indent.to_owned() + &number.unwrap_or_default()
    }
}

/// Text without field codes and the signs of pictures, with the ends of paragraphs and cells as plain text has them.
pub(super) fn plain(characters: &[Character], mut known: Option<&mut Paragraphs>) -> String {
    let mut signs = Signs::default();
    let mut text = String::new();
    let mut cells: Vec<Vec<String>> = Vec::new();
    let mut cell: Vec<String> = Vec::new();
    let ends = |character: &Character| match character.sign {
        '\r' | '\u{7}' => true,
        // The end of a section ends a paragraph; the end of a page may stand inside one.
        '\u{C}' => known.as_deref().is_some_and(|known| known.ends_at(character.place)),
        _ => false,
    };
    let paragraphs: Vec<&[Character]> = characters.split_inclusive(ends).collect();
    let mut paragraphs = paragraphs.into_iter().peekable();
    while let Some(paragraph) = paragraphs.next() {
        let end = paragraph.last().copied();
        let properties = known.as_deref().zip(end).map_or_else(Paragraph::default, |(known, end)| known.at(end.place));
        let mut line: String = paragraph.iter().filter_map(|character| signs.shown(character.sign)).collect();
        if line.chars().any(|sign| !sign.is_whitespace())
            && let Some(known) = known.as_deref_mut()
        {
            line.insert_str(0, &known.lead(&properties));
        }
        if end.is_some_and(|end| end.sign == '\u{7}') {
            // An end of its own ends the row; without properties, two ends that follow each other do.
            let is_row_end = properties.ends_row || !properties.in_table && paragraph.len() == 1 && cell.is_empty();
            if !is_row_end {
                cell.push(line);
                cells.push(std::mem::take(&mut cell));
            }
            if is_row_end || paragraphs.peek().is_none() {
                push_lines(&mut text, row::lines(std::mem::take(&mut cells)));
            }
        } else if properties.in_table {
            cell.push(line);
        } else {
            // What was begun as a row and never ended is text all the same.
            cells.push(std::mem::take(&mut cell));
            push_lines(&mut text, row::lines(std::mem::take(&mut cells)));
            text.push_str(&line);
            if end.is_some_and(|end| end.sign == '\r') {
                text.push('\n');
            }
        }
    }
    cells.push(cell);
    push_lines(&mut text, row::lines(cells));
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

fn push_lines(text: &mut String, lines: Vec<String>) {
    for line in lines {
        text.push_str(&line);
        text.push('\n');
    }
}

/// Which signs are shown. Fields may go over several paragraphs.
#[derive(Default)]
struct Signs {
    /// One entry for each field that is open: whether its code, which nobody sees, is still going on.
    fields: Vec<bool>,
}

impl Signs {
    /// What a sign shows, if anything.
    fn shown(&mut self, sign: char) -> Option<char> {
        match sign {
            '\u{13}' => self.fields.push(true),
            '\u{14}' => {
                if let Some(code) = self.fields.last_mut() {
                    *code = false;
                }
            }
            '\u{15}' => drop(self.fields.pop()),
            _ if self.fields.contains(&true) => {}
            '\u{B}' => return Some('\n'),
            '\u{1E}' => return Some('-'),
            '\u{C}' | '\t' | '\n' => return Some(sign),
            UNSEEN => {}
            // Pictures, notes, soft hyphens, and the ends of paragraphs and cells.
            _ if sign.is_control() => {}
            _ => return Some(sign),
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_the_format_are_no_text() {
        let characters: Vec<Character> =
            "见\u{13} HYPERLINK \"x\" \u{14}公告\u{15}。\r甲\u{7}乙\u{7}\u{7}第\u{1E}条\u{1}\r"
                .chars()
                .map(|sign| Character { sign, place: 0 })
                .collect();
        assert_eq!(plain(&characters, None), "见公告。\n甲\t乙\n第-条\n");
    }
}
