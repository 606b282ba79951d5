//! Reading a draft file.

use super::body;
use super::error::{FormatError, Problem};
use super::{DEFAULT_PROFILE, FORMAT, Loaded};
use crate::letter::date::LetterDate;
use crate::letter::{Contact, Draft, Letter, Matter, Request, Source};
use crate::text::position::line_column;
use crate::text::width::Measure;
use jiff::civil::Date;
use std::ops::Range;
use std::str::FromStr;
use toml_edit::{Document, Item, TableLike, TomlError};

/// Reads the text of a draft file. A byte-order mark before it is no part of it.
///
/// # Errors
/// [`FormatError`], with the line, when the text is no TOML, not a draft, or holds a value of the wrong type.
pub fn read(text: &str) -> Result<Loaded, FormatError> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let document = Document::parse(text).map_err(|error| syntax(text, &error))?;
    let root = Reader { text, path: "", table: document.as_table() };
    let Some(format) = root.integer("format")? else {
        return Err(FormatError { line: 1, problem: Problem::NoDraft });
    };
    let mut draft = Draft {
        kind: root.word("kind")?.unwrap_or_default(),
        role: root.word("role")?.unwrap_or_default(),
        profile: match root.string("profile")? {
            profile if profile.is_empty() => DEFAULT_PROFILE.to_owned(),
            profile => profile,
        },
        ..Draft::default()
    };
    if let Some(letter) = root.table("letter")? {
        draft.letter = read_letter(&letter)?;
    }
    if let Some(matter) = root.table("matter")? {
        draft.matter = read_matter(&matter)?;
    }
    if let Some(source) = root.table("source")? {
        draft.source = Source {
            addressees: source.string("addressees")?,
            date: source.string("date")?,
            contacts: source.string("contacts")?,
            disclosure: source.string("disclosure")?,
            cc: source.string("cc")?,
        };
    }
    Ok(Loaded { draft, newer_format: (format > FORMAT).then_some(format) })
}

fn read_letter(table: &Reader) -> Result<Letter, FormatError> {
    let contacts = table.tables("contacts")?;
    Ok(Letter {
        issuer: table.string("issuer")?,
        number: table.string("number")?,
        title: table.string("title")?,
        category: table.string("category")?,
        signer: table.string("signer")?,
        addressees: table.strings("addressees")?,
        addressee_title: table.string("addressee_title")?,
        addressee_total: table.count("addressee_total")?,
        body: body::unquote(&table.string("body")?),
        attachments: table.strings("attachments")?,
        signature: table.string("signature")?,
        date: table.date("date")?,
        contacts: contacts
            .iter()
            .map(|contact| Ok(Contact { name: contact.string("name")?, phone: contact.string("phone")? }))
            .collect::<Result<_, _>>()?,
        disclosure: table.string("disclosure")?,
        disclosure_reason: table.string("disclosure_reason")?,
        cc: table.strings("cc")?,
    })
}

fn read_matter(table: &Reader) -> Result<Matter, FormatError> {
    let requests = table.tables("requests")?;
    Ok(Matter {
        session: table.string("session")?,
        number: table.string("number")?,
        title: table.string("title")?,
        assigned: table.date("assigned")?,
        co_handlers: table.strings("co_handlers")?,
        requests: requests
            .iter()
            .map(|request| Ok(Request { text: request.string("text")?, answered_in: request.string("answered_in")? }))
            .collect::<Result<_, _>>()?,
    })
}

/// Reads typed values out of one table and says which line holds a wrong one.
struct Reader<'a> {
    text: &'a str,
    path: &'static str,
    table: &'a dyn TableLike,
}

impl<'a> Reader<'a> {
    fn key(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    fn fail(&self, span: Option<Range<usize>>, problem: Problem) -> FormatError {
        FormatError { line: line_column(self.text, span.map_or(0, |span| span.start)).line, problem }
    }

    fn wrong(&self, key: &str, item: &Item, expected: &'static str) -> FormatError {
        // A value that toml_edit gives no place for is found by its key.
        let span = item.span().or_else(|| self.table.get_key_value(key).and_then(|(key, _)| key.span()));
        self.fail(span, Problem::Type { key: self.key(key), expected, found: type_name(item) })
    }

    fn string(&self, key: &str) -> Result<String, FormatError> {
        match self.table.get(key) {
            None => Ok(String::new()),
            Some(item) => match item.as_str() {
                Some(text) => Ok(text.to_owned()),
                None => Err(self.wrong(key, item, "加引号的文字")),
            },
        }
    }

    fn word<T: FromStr<Err: std::fmt::Display>>(&self, key: &str) -> Result<Option<T>, FormatError> {
        let text = self.string(key)?;
        if text.is_empty() {
            return Ok(None);
        }
        text.parse().map(Some).map_err(|reason: T::Err| {
            let span = self.table.get(key).and_then(Item::span);
            self.fail(span, Problem::Word { key: self.key(key), reason: reason.to_string() })
        })
    }

    fn integer(&self, key: &str) -> Result<Option<i64>, FormatError> {
        match self.table.get(key) {
            None => Ok(None),
            Some(item) => item.as_integer().map(Some).ok_or_else(|| self.wrong(key, item, "整数")),
        }
    }

    fn count(&self, key: &str) -> Result<Option<u32>, FormatError> {
        match (self.integer(key)?, self.table.get(key)) {
            (None, _) => Ok(None),
            (Some(value), Some(item)) => match u32::try_from(value) {
                Ok(count) if count > 0 => Ok(Some(count)),
                _ => Err(self.wrong(key, item, "正整数")),
            },
            (Some(_), None) => Ok(None),
        }
    }

    fn strings(&self, key: &str) -> Result<Vec<String>, FormatError> {
        const EXPECTED: &str = "加引号的文字组成的列表，如 [\"甲\", \"乙\"]";
        let Some(item) = self.table.get(key) else { return Ok(Vec::new()) };
        let array = item.as_array().ok_or_else(|| self.wrong(key, item, EXPECTED))?;
        array
            .iter()
            .map(|value| match value.as_str() {
                Some(text) => Ok(text.to_owned()),
                None => Err(self.fail(
                    value.span().or_else(|| item.span()),
                    Problem::Type { key: self.key(key), expected: EXPECTED, found: value_type_name(value.type_name()) },
                )),
            })
            .collect()
    }

    fn date(&self, key: &str) -> Result<LetterDate, FormatError> {
        const EXPECTED: &str = "日期，如 2026-06-12";
        let Some(item) = self.table.get(key) else { return Ok(LetterDate::default()) };
        if let Some(text) = item.as_str() {
            return Ok(LetterDate::typed(text));
        }
        let date = item.as_datetime().filter(|value| value.time.is_none()).and_then(|value| value.date);
        let date = date.ok_or_else(|| self.wrong(key, item, EXPECTED))?;
        let day = i16::try_from(date.year)
            .ok()
            .zip(i8::try_from(date.month).ok().zip(i8::try_from(date.day).ok()))
            .and_then(|(year, (month, day))| Date::new(year, month, day).ok());
        day.map(LetterDate::Day).ok_or_else(|| self.wrong(key, item, EXPECTED))
    }

    fn table(&self, key: &'static str) -> Result<Option<Reader<'a>>, FormatError> {
        match self.table.get(key) {
            None => Ok(None),
            Some(item) => match item.as_table_like() {
                Some(table) => Ok(Some(Reader { text: self.text, path: key, table })),
                None => Err(self.wrong(key, item, "一节，如 [letter]")),
            },
        }
    }

    fn tables(&self, key: &str) -> Result<Vec<Reader<'a>>, FormatError> {
        let Some(item) = self.table.get(key) else { return Ok(Vec::new()) };
        let path = match key {
            "contacts" => "letter.contacts",
            _ => "matter.requests",
        };
        if let Some(tables) = item.as_array_of_tables() {
            return Ok(tables.iter().map(|table| Reader { text: self.text, path, table }).collect());
        }
        item.as_array()
            .and_then(|array| {
                array
                    .iter()
                    .map(|value| value.as_inline_table().map(|table| Reader { text: self.text, path, table }))
                    .collect()
            })
            .ok_or_else(|| self.wrong(key, item, "若干节，每节以 [[ ]] 开头"))
    }
}

fn syntax(text: &str, error: &TomlError) -> FormatError {
    let at = error.span().map_or(0, |span| span.start);
    let place = line_column(text, at);
    let line_text = text.split('\n').nth(place.line - 1).unwrap_or_default();
    let line_text: String = line_text.trim().chars().filter(|character| !character.is_control()).collect();
    let line_text = Measure::default().shorten(&line_text, 40);
    let problem = if error.message().contains("duplicate key") {
        Problem::Repeated { line_text }
    } else {
        Problem::Syntax { column: place.column, line_text }
    };
    FormatError { line: place.line, problem }
}

fn type_name(item: &Item) -> &'static str {
    value_type_name(item.type_name())
}

fn value_type_name(name: &str) -> &'static str {
    match name {
        "string" => "文字",
        "integer" => "整数",
        "float" => "小数",
        "boolean" => "真假值",
        "datetime" => "日期时间",
        "array" => "列表",
        "inline table" | "table" => "一节",
        "array of tables" => "若干节",
        _ => "别的类型",
    }
}
