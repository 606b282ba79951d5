//! The parts of a .docx file and how they refer to each other.

use super::super::format::ReadError;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// No letter's part is larger; an archive that says otherwise is a trap.
const LARGEST_PART: u64 = 64 << 20;

/// An opened .docx file.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The path of the document itself.
    main: String,
    /// What the document refers to: identifier to kind and path.
    relations: HashMap<String, (String, String)>,
}

impl<'a> Package<'a> {
    /// Opens a file and finds its document.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::Damaged(".docx"))?;
        let mut package = Self { archive, main: String::new(), relations: HashMap::new() };
        let roots = package.relations_of("_rels/.rels")?;
        let main = roots.into_values().find(|(kind, _)| kind == "officeDocument").map(|(_, path)| path);
        package.main = main.unwrap_or_else(|| "word/document.xml".to_owned()).trim_start_matches('/').to_owned();
        if !package.main.starts_with("word/") {
            return Err(ReadError::NoWordDocument);
        }
        let (folder, name) = package.main.rsplit_once('/').unwrap_or(("", &package.main));
        let path = format!("{folder}/_rels/{name}.rels");
        package.relations = package.relations_of(&path)?;
        Ok(package)
    }

    /// The document itself.
    pub fn document(&mut self) -> Result<String, ReadError> {
        let main = self.main.clone();
        self.read(&main)?.ok_or(ReadError::NoWordDocument)
    }

    /// The part of a kind, as styles or numbering, that the document refers to.
    pub fn part(&mut self, kind: &str) -> Result<Option<String>, ReadError> {
        let path = self.relations.values().find(|(found, _)| found == kind).map(|(_, path)| path.clone());
        path.map_or(Ok(None), |path| self.read_beside(&path))
    }

    /// The part that an identifier in the document refers to.
    pub fn related(&mut self, identifier: &str) -> Result<Option<String>, ReadError> {
        let path = self.relations.get(identifier).map(|(_, path)| path.clone());
        path.map_or(Ok(None), |path| self.read_beside(&path))
    }

    /// A part whose path counts from the document's folder.
    fn read_beside(&mut self, path: &str) -> Result<Option<String>, ReadError> {
        let path = match path.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => format!("{}/{path}", self.main.rsplit_once('/').map_or("", |(folder, _)| folder)),
        };
        self.read(&path)
    }

    fn read(&mut self, path: &str) -> Result<Option<String>, ReadError> {
        let Ok(mut file) = self.archive.by_name(path) else { return Ok(None) };
        let mut bytes = Vec::new();
        file.by_ref().take(LARGEST_PART).read_to_end(&mut bytes).map_err(|_| ReadError::Damaged(".docx"))?;
        let (text, _) = super::super::decode(&bytes).map_err(|_| ReadError::Damaged(".docx"))?;
        Ok(Some(text))
    }

    fn relations_of(&mut self, path: &str) -> Result<HashMap<String, (String, String)>, ReadError> {
        let Some(xml) = self.read(path)? else { return Ok(HashMap::new()) };
        let mut relations = HashMap::new();
        each_start(&xml, |start| {
            if start.local_name().as_ref() == "Relationship" {
                let kind = attribute(start, "Type").unwrap_or_default();
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                if let (Some(identifier), Some(target)) = (attribute(start, "Id"), attribute(start, "Target")) {
                    relations.insert(identifier, (kind, target));
                }
            }
        })?;
        Ok(relations)
    }
}

/// Calls `visit` for every element of a part.
pub(super) fn each_start(xml: &str, mut visit: impl FnMut(&BytesStart)) -> Result<(), ReadError> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().map_err(|_| ReadError::Damaged(".docx"))? {
            Event::Start(start) | Event::Empty(start) => visit(&start),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// An attribute by its name without the prefix.
pub(super) fn attribute(start: &BytesStart, name: &str) -> Option<String> {
    start.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name).and_then(|attribute| {
        attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
    })
}

/// Whether an on-off property is on: present, and not said to be off.
pub(super) fn is_on(start: &BytesStart) -> bool {
    attribute(start, "val").is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off" | "none"))
}
