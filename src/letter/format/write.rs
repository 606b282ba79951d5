//! Writing a draft file.

use super::create::{create, date_value, source_lines};
use super::read::read;
use super::{FormatError, body, order};
use crate::letter::date::LetterDate;
use crate::letter::{Contact, Draft, Request};
use toml_edit::{ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value, value};

/// The text of a draft file after `draft` took the place of what `previous` holds. What did not change keeps its bytes.
///
/// # Errors
/// [`FormatError`] when `previous` is not a draft file that could be read.
pub fn write(draft: &Draft, previous: &str) -> Result<String, FormatError> {
    let old = read(previous)?.draft;
    if old == *draft {
        return Ok(previous.to_owned());
    }
    let (mark, text) = match previous.strip_prefix('\u{FEFF}') {
        Some(text) => ("\u{FEFF}", text),
        None => ("", previous),
    };
    // A file with Windows line ends throughout keeps them; the work is done on plain ones.
    let windows = text.contains("\r\n") && text.matches('\n').count() == text.matches("\r\n").count();
    let plain = if windows { text.replace("\r\n", "\n") } else { text.to_owned() };
    let Ok(mut document) = plain.parse::<DocumentMut>() else { return Ok(create(draft)) };
    update(&mut document, &old, draft);
    let written = document.to_string();
    let written = if windows { written.replace('\n', "\r\n") } else { written };
    Ok(format!("{mark}{written}"))
}

fn update(document: &mut DocumentMut, old: &Draft, new: &Draft) {
    let root = document.as_table_mut();
    set_string(root, "kind", old.kind.word(), new.kind.word());
    set_string(root, "role", old.role.word(), new.role.word());
    set_string(root, "profile", &old.profile, &new.profile);
    if old.letter != new.letter {
        let keys = keys(root, "letter");
        update_letter(section(root, "letter"), old, new);
        arrange(root, "letter", &keys, &order::LETTER);
    }
    if old.matter != new.matter {
        let keys = keys(root, "matter");
        update_matter(section(root, "matter"), old, new);
        arrange(root, "matter", &keys, &order::MATTER);
    }
    if old.source != new.source {
        if source_lines(&new.source).iter().all(|(_, line)| line.is_empty()) {
            root.remove("source");
        } else {
            let table = section(root, "source");
            for ((key, old), (_, new)) in source_lines(&old.source).into_iter().zip(source_lines(&new.source)) {
                if new.is_empty() {
                    table.remove(key);
                } else {
                    set_string(table, key, old, new);
                }
            }
        }
    }
}

/// The keys of a table of the root, in their order.
fn keys(root: &Table, table: &str) -> Vec<String> {
    let table = root.get(table).and_then(Item::as_table);
    table.map_or_else(Vec::new, |table| table.iter().map(|(key, _)| key.to_owned()).collect())
}

/// Puts the keys that are new in a table of the root where they belong.
fn arrange(root: &mut Table, table: &str, before: &[String], order: &[&str]) {
    if let Some(table) = root.get_mut(table).and_then(Item::as_table_mut) {
        order::arrange(table, before, order);
    }
}

fn update_letter(table: &mut dyn TableLike, old: &Draft, new: &Draft) {
    let (old, new) = (&old.letter, &new.letter);
    set_string(table, "issuer", &old.issuer, &new.issuer);
    set_string(table, "number", &old.number, &new.number);
    set_string(table, "title", &old.title, &new.title);
    set_string(table, "category", &old.category, &new.category);
    set_string(table, "signer", &old.signer, &new.signer);
    set_list(table, "addressees", &old.addressees, &new.addressees);
    set_string(table, "addressee_title", &old.addressee_title, &new.addressee_title);
    if old.addressee_total != new.addressee_total {
        match new.addressee_total {
            Some(total) => set(table, "addressee_total", i64::from(total).into()),
            None => drop(table.remove("addressee_total")),
        }
    }
    set_string(table, "signature", &old.signature, &new.signature);
    set_date(table, "date", &old.date, &new.date);
    set_string(table, "disclosure", &old.disclosure, &new.disclosure);
    set_string(table, "disclosure_reason", &old.disclosure_reason, &new.disclosure_reason);
    set_list(table, "cc", &old.cc, &new.cc);
    set_list(table, "attachments", &old.attachments, &new.attachments);
    if old.body != new.body
        && let Ok(quoted) = body::quote(&new.body).parse::<Value>()
    {
        set(table, "body", quoted);
    }
    if old.contacts != new.contacts {
        let pairs = |contact: &Contact| [("name", contact.name.clone()), ("phone", contact.phone.clone())];
        set_tables(
            table,
            "contacts",
            &old.contacts.iter().map(pairs).collect::<Vec<_>>(),
            &new.contacts.iter().map(pairs).collect::<Vec<_>>(),
        );
    }
}

fn update_matter(table: &mut dyn TableLike, old: &Draft, new: &Draft) {
    let (old, new) = (&old.matter, &new.matter);
    set_string(table, "session", &old.session, &new.session);
    set_string(table, "number", &old.number, &new.number);
    set_string(table, "title", &old.title, &new.title);
    set_date(table, "assigned", &old.assigned, &new.assigned);
    set_list(table, "co_handlers", &old.co_handlers, &new.co_handlers);
    if old.requests != new.requests {
        let pairs = |request: &Request| [("text", request.text.clone()), ("answered_in", request.answered_in.clone())];
        set_tables(
            table,
            "requests",
            &old.requests.iter().map(pairs).collect::<Vec<_>>(),
            &new.requests.iter().map(pairs).collect::<Vec<_>>(),
        );
    }
}

/// The table `key` of the root, made where there is none.
fn section<'a>(root: &'a mut Table, key: &str) -> &'a mut dyn TableLike {
    let item = root.entry(key).or_insert_with(|| Item::Table(Table::new()));
    if !item.is_table_like() {
        *item = Item::Table(Table::new());
    }
    // The two lines above leave a table in every case.
    item.as_table_like_mut().expect("a table was just put there")
}

/// Puts a value under a key, keeping the comment and the blanks around the old one.
fn set(table: &mut dyn TableLike, key: &str, mut new: Value) {
    match table.get_mut(key) {
        Some(Item::Value(old)) => {
            *new.decor_mut() = old.decor().clone();
            *old = new;
        }
        _ => drop(table.insert(key, value(new))),
    }
}

fn set_string(table: &mut dyn TableLike, key: &str, old: &str, new: &str) {
    if old != new {
        set(table, key, new.into());
    }
}

fn set_list(table: &mut dyn TableLike, key: &str, old: &[String], new: &[String]) {
    if old == new {
        return;
    }
    // Each entry is replaced in its place in the file, so that comments and line breaks between entries stay.
    if let Some(array) = table.get_mut(key).and_then(Item::as_array_mut)
        && array.len() == old.len()
    {
        for (index, entry) in new.iter().enumerate() {
            if index >= array.len() {
                array.push(entry.as_str());
            } else if old[index] != *entry {
                array.replace(index, entry.as_str());
            }
        }
        while array.len() > new.len() {
            array.remove(array.len() - 1);
        }
        return;
    }
    set(table, key, Value::Array(new.iter().map(String::as_str).collect()));
}

fn set_date(table: &mut dyn TableLike, key: &str, old: &LetterDate, new: &LetterDate) {
    if old != new {
        set(table, key, date_value(new));
    }
}

/// Brings a list of small tables to `new`, touching only the entries and keys that differ.
fn set_tables<const N: usize>(
    table: &mut dyn TableLike,
    key: &str,
    old: &[[(&'static str, String); N]],
    new: &[[(&'static str, String); N]],
) {
    if let Some(array) = table.get_mut(key).and_then(Item::as_array_mut) {
        let inline = |pairs: &[(&str, String); N]| {
            pairs.iter().map(|(key, text)| (*key, Value::from(text.as_str()))).collect::<InlineTable>()
        };
        array.clear();
        new.iter().for_each(|pairs| array.push(inline(pairs)));
        return;
    }
    if !table.get(key).is_some_and(Item::is_array_of_tables) {
        table.insert(key, Item::ArrayOfTables(ArrayOfTables::new()));
    }
    let Some(tables) = table.get_mut(key).and_then(Item::as_array_of_tables_mut) else { return };
    for (index, pairs) in new.iter().enumerate() {
        if tables.get(index).is_none() {
            tables.push(Table::new());
        }
        let Some(entry) = tables.get_mut(index) else { continue };
        for (at, (key, text)) in pairs.iter().enumerate() {
            if old.get(index).is_none_or(|old| old[at].1 != *text) {
                set(entry, key, text.as_str().into());
            }
        }
    }
    while tables.len() > new.len() {
        tables.remove(tables.len() - 1);
    }
}
