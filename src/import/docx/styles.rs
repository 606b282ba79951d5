//! Paragraph styles, as far as they number or hide text.

use super::super::format::ReadError;
use super::package::{attribute, is_on};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::HashMap;

/// What a style says of the paragraphs that have it.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    based_on: Option<String>,
    /// The list its paragraphs are numbered in.
    pub list: Option<String>,
    /// Their level in it.
    pub level: Option<usize>,
    /// Whether it indents the first line.
    pub indents: Option<bool>,
    /// Whether it hides the text.
    pub hides: bool,
}

/// The styles of a document by their identifiers.
pub(super) type Styles = HashMap<String, Style>;

/// Reads the part with the styles.
pub(super) fn read(xml: &str) -> Result<Styles, ReadError> {
    let mut styles = Styles::new();
    let mut reader = Reader::from_str(xml);
    let mut current: Option<(String, Style)> = None;
    loop {
        match reader.read_event().map_err(|_| ReadError::Damaged(".docx"))? {
            Event::Start(start) | Event::Empty(start) => match (start.local_name().as_ref(), &mut current) {
                ("style", _) => {
                    current = attribute(&start, "styleId").map(|identifier| (identifier, Style::default()));
                }
                ("basedOn", Some((_, style))) => style.based_on = attribute(&start, "val"),
                ("numId", Some((_, style))) => style.list = attribute(&start, "val"),
                ("ilvl", Some((_, style))) => {
                    style.level = attribute(&start, "val").and_then(|level| level.parse().ok());
                }
                ("ind", Some((_, style))) => style.indents = super::walk::indents(&start),
                ("vanish", Some((_, style))) => style.hides = is_on(&start),
                _ => {}
            },
            Event::End(end) if end.local_name().as_ref() == "style" => {
                if let Some((identifier, style)) = current.take() {
                    styles.insert(identifier, style);
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let resolved = styles.keys().map(|identifier| (identifier.clone(), resolve(&styles, identifier))).collect();
    Ok(resolved)
}

/// A style with what it takes over from the styles it is based on.
fn resolve(styles: &Styles, identifier: &str) -> Style {
    let mut resolved = Style::default();
    let mut next = Some(identifier.to_owned());
    // A chain longer than any real one goes in a circle.
    for _ in 0..32 {
        let Some(style) = next.take().and_then(|identifier| styles.get(&identifier)) else { break };
        resolved.list = resolved.list.or_else(|| style.list.clone());
        resolved.level = resolved.level.or(style.level);
        resolved.indents = resolved.indents.or(style.indents);
        resolved.hides |= style.hides;
        next.clone_from(&style.based_on);
    }
    resolved
}
