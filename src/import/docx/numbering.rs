//! The part of a .docx file that describes its lists.

use super::super::format::ReadError;
use super::super::numbering::{LEVELS, Level, Numbering};
use super::package::{attribute, is_on};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::HashMap;

/// Reads the part with the lists.
pub(super) fn read(xml: &str) -> Result<Numbering, ReadError> {
    let mut numbering = Numbering::default();
    let mut reader = Reader::from_str(xml);
    let (mut shape, mut list, mut level) = (None::<String>, None::<String>, 0_usize);
    loop {
        match reader.read_event().map_err(|_| ReadError::Damaged(".docx"))? {
            Event::Start(start) | Event::Empty(start) => {
                let value = || attribute(&start, "val");
                match start.local_name().as_ref() {
                    "abstractNum" => shape = attribute(&start, "abstractNumId"),
                    "num" => {
                        list = attribute(&start, "numId");
                        shape = None;
                    }
                    "abstractNumId" => {
                        if let (Some(list), Some(shape)) = (&list, value()) {
                            numbering.lists.insert(list.clone(), (shape, HashMap::new()));
                        }
                    }
                    "lvl" | "lvlOverride" => {
                        level = attribute(&start, "ilvl").and_then(|level| level.parse().ok()).unwrap_or(0);
                    }
                    "startOverride" => {
                        let own = list.as_ref().and_then(|list| numbering.lists.get_mut(list));
                        if let (Some((_, starts)), Some(value)) = (own, value().and_then(|value| value.parse().ok())) {
                            starts.insert(level, value);
                        }
                    }
                    name => {
                        if let Some(shape) = &shape {
                            let levels = numbering.shapes.entry(shape.clone()).or_default();
                            // Word knows nine levels; a file that says more is no reason to make room for them.
                            let level = level.min(LEVELS - 1);
                            if levels.len() <= level {
                                levels.resize_with(level + 1, Level::default);
                            }
                            describe(&mut levels[level], name, value(), is_on(&start));
                        }
                    }
                }
            }
            Event::Eof => return Ok(numbering),
            _ => {}
        }
    }
}

fn describe(level: &mut Level, name: &str, value: Option<String>, is_on: bool) {
    match (name, value) {
        ("start", Some(value)) => level.start = value.parse().unwrap_or(1),
        ("numFmt", Some(value)) => level.format = value,
        ("lvlText", Some(value)) => level.text = value,
        // A tab after a number is layout, as an indent is.
        ("suff", Some(value)) => level.suffix = if value == "space" { " " } else { "" },
        ("isLgl", _) => level.is_legal = is_on,
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::numbering::Counters;
    use super::*;

    const XML: &str = r#"<w:numbering xmlns:w="w">
        <w:abstractNum w:abstractNumId="0">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>
            <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/><w:lvlText w:val="%3."/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
    </w:numbering>"#;

    #[test]
    fn numbers_count_by_level() {
        let numbering = read(XML).unwrap();
        let mut counters = Counters::default();
        let written: Vec<String> = [("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 0), ("1", 1), ("2", 0), ("2", 0)]
            .into_iter()
            .map(|(list, level)| numbering.next(&mut counters, list, level).unwrap())
            .collect();
        assert_eq!(written, ["一、", "（一）", "（二）", "1. ", "二、", "（一）", "五、", "六、"]);
        assert_eq!(numbering.next(&mut counters, "9", 0), None);
    }
}
