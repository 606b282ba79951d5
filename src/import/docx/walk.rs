//! The walk through a document part that gathers what a reader sees.

use super::super::format::ReadError;
use super::super::numbering::{Counters, Numbering};
use super::super::row;
use super::package::{attribute, is_on};
use super::styles::Styles;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Elements whose text nobody sees: deleted, moved away, field codes, the second copy of a drawing, phonetic guides.
const UNSEEN: [&str; 9] =
    ["del", "moveFrom", "delText", "instrText", "delInstrText", "Fallback", "rt", "docPartPr", "placeholder"];

/// How deep a document may nest before it is taken for an attack on the stack of its readers.
const DEEPEST: usize = 256;

/// A walk through one part.
pub(super) struct Walk<'n> {
    numbering: &'n Numbering,
    styles: &'n Styles,
    counters: Counters,
    /// Finished lines.
    lines: Vec<String>,
    /// The paragraphs begun and not finished, each inside a text box of the one before.
    open: Vec<Paragraph>,
    /// The rows begun and not finished.
    rows: Vec<Row>,
    /// The text of paragraphs whose end is deleted, for the next to take up.
    carried: String,
    first_header: Option<String>,
    any_header: Option<String>,
    has_title_page: bool,
    /// The headers and footers of all sections, by their identifiers.
    pub headers: Vec<String>,
    pub footers: Vec<String>,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    list: Option<String>,
    level: Option<usize>,
    indents: Option<bool>,
    /// Whether its end is deleted, so that the next paragraph goes on with it.
    runs_on: bool,
    in_properties: bool,
    in_run_properties: bool,
    /// Whether the run being read is hidden.
    hidden: bool,
    /// The lines of text boxes anchored in it.
    boxes: Vec<String>,
}

/// A row of a table: the lines of each cell.
#[derive(Default)]
struct Row {
    cells: Vec<Vec<String>>,
}

impl<'n> Walk<'n> {
    pub fn new(numbering: &'n Numbering, styles: &'n Styles) -> Self {
        Self {
            numbering,
            styles,
            counters: Counters::default(),
            lines: Vec::new(),
            open: Vec::new(),
            rows: Vec::new(),
            carried: String::new(),
            first_header: None,
            any_header: None,
            has_title_page: false,
            headers: Vec::new(),
            footers: Vec::new(),
        }
    }

    /// The header of the first page, by its identifier.
    pub fn first_header(&self) -> Option<&str> {
        let first = self.first_header.as_deref().filter(|_| self.has_title_page);
        first.or(self.any_header.as_deref())
    }

    /// The text of a part, one paragraph a line.
    pub fn text(&mut self, xml: &str) -> Result<String, ReadError> {
        let mut reader = Reader::from_str(xml);
        let (mut depth, mut unseen): (usize, Option<usize>) = (0, None);
        let mut in_text = false;
        loop {
            let event = reader.read_event().map_err(|_| ReadError::Damaged(".docx"))?;
            match event {
                Event::Start(start) => {
                    depth += 1;
                    if depth > DEEPEST {
                        return Err(ReadError::Damaged(".docx"));
                    }
                    if unseen.is_none() {
                        if self.is_unseen(&start) {
                            unseen = Some(depth);
                        } else {
                            in_text |= start.local_name().as_ref() == "t";
                            self.begin(&start);
                        }
                    }
                }
                Event::Empty(start) if unseen.is_none() => {
                    self.mark_deletion(&start);
                    if !self.is_unseen(&start) {
                        self.begin(&start);
                        self.end(start.local_name().as_ref());
                    }
                }
                Event::End(end) => {
                    if unseen == Some(depth) {
                        unseen = None;
                    } else if unseen.is_none() {
                        in_text &= end.local_name().as_ref() != "t";
                        self.end(end.local_name().as_ref());
                    }
                    depth = depth.saturating_sub(1);
                }
                Event::Text(text) if unseen.is_none() && in_text => self.write(&text.xml10_content()),
                Event::CData(text) if unseen.is_none() && in_text => self.write(&text.xml10_content()),
                Event::GeneralRef(reference) if unseen.is_none() && in_text => {
                    if let Some(text) = super::super::entity::text(&reference.xml10_content()) {
                        self.write(&text);
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
        while !self.open.is_empty() {
            self.end_paragraph();
        }
        while !self.rows.is_empty() {
            self.end_row();
        }
        let mut text = std::mem::take(&mut self.lines).join("\n");
        text.push('\n');
        Ok(text)
    }

    fn is_unseen(&self, start: &BytesStart) -> bool {
        let name = start.local_name();
        UNSEEN.contains(&name.as_ref()) && !self.open.last().is_some_and(|paragraph| paragraph.in_properties)
    }

    /// A deletion in the properties of a paragraph's end deletes that end.
    fn mark_deletion(&mut self, start: &BytesStart) {
        if let Some(paragraph) = self.open.last_mut()
            && paragraph.in_properties
            && matches!(start.local_name().as_ref(), "del" | "moveFrom")
        {
            paragraph.runs_on = true;
        }
    }

    fn begin(&mut self, start: &BytesStart) {
        let value = || attribute(start, "val");
        match start.local_name().as_ref() {
            "p" => self.open.push(Paragraph::default()),
            "tr" => self.rows.push(Row::default()),
            "tc" => {
                if let Some(row) = self.rows.last_mut() {
                    row.cells.push(Vec::new());
                }
            }
            "titlePg" => self.has_title_page = is_on(start),
            "headerReference" => {
                let header = attribute(start, "id");
                self.headers.extend(header.clone());
                match attribute(start, "type").as_deref() {
                    Some("first") => self.first_header = self.first_header.take().or(header),
                    Some("default") | None => self.any_header = self.any_header.take().or(header),
                    _ => {}
                }
            }
            "footerReference" => self.footers.extend(attribute(start, "id")),
            name => {
                let Some(paragraph) = self.open.last_mut() else { return };
                match name {
                    "pPr" => paragraph.in_properties = true,
                    "rPr" if !paragraph.in_properties => paragraph.in_run_properties = true,
                    "r" => paragraph.hidden = false,
                    "pStyle" => paragraph.style = value(),
                    "rStyle" if paragraph.in_run_properties => {
                        paragraph.hidden |=
                            value().and_then(|style| self.styles.get(&style)).is_some_and(|style| style.hides);
                    }
                    "numId" if paragraph.in_properties => paragraph.list = value(),
                    "ilvl" if paragraph.in_properties => paragraph.level = value().and_then(|level| level.parse().ok()),
                    "ind" if paragraph.in_properties => paragraph.indents = indents(start).or(paragraph.indents),
                    "vanish" if paragraph.in_run_properties => paragraph.hidden = is_on(start),
                    "tab" if !paragraph.in_properties => self.write("\t"),
                    "br" => {
                        self.write(if attribute(start, "type").as_deref() == Some("page") { "\u{C}" } else { "\n" });
                    }
                    "cr" => self.write("\n"),
                    "noBreakHyphen" => self.write("-"),
                    "sym" => {
                        let code = attribute(start, "char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                        // Symbol fonts keep their signs in the private area, where plain text has none for them.
                        if let Some(sign) = code.and_then(symbol) {
                            self.write(sign.encode_utf8(&mut [0; 4]));
                        }
                    }
                    _ => {}
                }
            }
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.end_paragraph(),
            "tr" => self.end_row(),
            "pPr" => {
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.in_properties = false;
                }
            }
            "rPr" => {
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.in_run_properties = false;
                }
            }
            _ => {}
        }
    }

    fn write(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut()
            && !paragraph.hidden
        {
            paragraph.text.push_str(text);
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.open.pop() else { return };
        let style = paragraph.style.as_ref().and_then(|style| self.styles.get(style));
        if paragraph.runs_on && self.open.is_empty() {
            self.lines.extend(paragraph.boxes);
            self.carried.push_str(&paragraph.text);
            return;
        }
        let mut line = String::new();
        let carried = std::mem::take(&mut self.carried);
        if paragraph.indents.or(style.and_then(|style| style.indents)) == Some(true) {
            line.push_str("　　");
        }
        let list =
            paragraph.list.as_deref().or(style.and_then(|style| style.list.as_deref())).filter(|list| *list != "0");
        if let Some(list) = list
            && !(paragraph.text.trim().is_empty() && carried.trim().is_empty())
        {
            let level = paragraph.level.or(style.and_then(|style| style.level)).unwrap_or(0);
            line.push_str(&self.numbering.next(&mut self.counters, list, level).unwrap_or_default());
        }
        line.push_str(&carried);
        line.push_str(&paragraph.text);
        let mut finished = paragraph.boxes;
        finished.push(line);
        // Inside a text box the lines go to the paragraph that holds it, inside a table to the cell.
        if let Some(holder) = self.open.last_mut() {
            holder.boxes.extend(finished);
        } else if let Some(cell) = self.rows.last_mut().and_then(|row| row.cells.last_mut()) {
            cell.extend(finished);
        } else {
            self.lines.extend(finished);
        }
    }

    /// Finishes a row. One cell keeps its paragraphs; several stand side by side on a line, with tabs between them.
    fn end_row(&mut self) {
        let Some(row) = self.rows.pop() else { return };
        let lines = row::lines(row.cells);
        if let Some(holder) = self.open.last_mut() {
            holder.boxes.extend(lines);
        } else if let Some(cell) = self.rows.last_mut().and_then(|row| row.cells.last_mut()) {
            cell.extend(lines);
        } else {
            self.lines.extend(lines);
        }
    }
}

/// Whether an `ind` element indents the first line; `None` where it says nothing of it.
pub(super) fn indents(start: &BytesStart) -> Option<bool> {
    let number = |name: &str| attribute(start, name).and_then(|value| value.parse::<f64>().ok());
    // Word itself prefers the count of characters to the width.
    number("firstLineChars").or_else(|| number("firstLine")).map(|indent| indent > 0.0)
}

/// The sign that a code of a symbol font stands for, as far as letters use them: boxes, ticks, bullets.
fn symbol(code: u32) -> Option<char> {
    match code {
        0xF0A8 | 0xF06F | 0xF071 => Some('□'),
        0xF0FE | 0xF052 => Some('☑'),
        0xF0FC | 0xF050 => Some('√'),
        0xF000..=0xF0FF => None,
        _ => char::from_u32(code),
    }
}
