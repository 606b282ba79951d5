//! The text of a new draft file.

use super::{DEFAULT_PROFILE, FORMAT, body};
use crate::letter::date::LetterDate;
use crate::letter::{Draft, Letter, Matter, Source};
use toml_edit::{Array, Value};

/// The text of a new draft file, in the order of the letter. Optional elements that are absent have no line.
pub fn create(draft: &Draft) -> String {
    let mut file = File::default();
    file.line("format", FORMAT.into());
    file.line("kind", draft.kind.word().into());
    file.line("role", draft.role.word().into());
    file.line("profile", if draft.profile.is_empty() { DEFAULT_PROFILE } else { &draft.profile }.into());
    letter(&mut file, &draft.letter);
    matter(&mut file, &draft.matter);
    source(&mut file, &draft.source);
    file.text
}

fn letter(file: &mut File, letter: &Letter) {
    file.header("[letter]");
    file.line("issuer", letter.issuer.as_str().into());
    file.line("number", letter.number.as_str().into());
    file.line("title", letter.title.as_str().into());
    file.optional("category", &letter.category);
    file.optional("signer", &letter.signer);
    file.line("addressees", list(&letter.addressees));
    if let Some(total) = letter.addressee_total {
        file.line("addressee_total", i64::from(total).into());
    }
    file.line("addressee_title", letter.addressee_title.as_str().into());
    file.line("signature", letter.signature.as_str().into());
    file.line("date", date_value(&letter.date));
    file.line("disclosure", letter.disclosure.as_str().into());
    file.line("disclosure_reason", letter.disclosure_reason.as_str().into());
    file.line("cc", list(&letter.cc));
    file.line("attachments", list(&letter.attachments));
    file.raw("body", &body::quote(&letter.body));
    for contact in &letter.contacts {
        file.header("[[letter.contacts]]");
        file.line("name", contact.name.as_str().into());
        file.line("phone", contact.phone.as_str().into());
    }
}

fn matter(file: &mut File, matter: &Matter) {
    file.header("[matter]");
    file.line("session", matter.session.as_str().into());
    file.line("number", matter.number.as_str().into());
    file.line("title", matter.title.as_str().into());
    if !matter.assigned.is_empty() {
        file.line("assigned", date_value(&matter.assigned));
    }
    file.line("co_handlers", list(&matter.co_handlers));
    for request in &matter.requests {
        file.header("[[matter.requests]]");
        file.line("text", request.text.as_str().into());
        file.line("answered_in", request.answered_in.as_str().into());
    }
}

fn source(file: &mut File, source: &Source) {
    if source_lines(source).iter().any(|(_, line)| !line.is_empty()) {
        file.header("[source]  # 导入时原文的写法，供检查用；改了相应要素即自动删去");
        for (key, line) in source_lines(source) {
            file.optional(key, line);
        }
    }
}

/// The imported lines with their keys, in the order of the letter.
pub(super) fn source_lines(source: &Source) -> [(&'static str, &str); 5] {
    [
        ("addressees", &source.addressees),
        ("date", &source.date),
        ("contacts", &source.contacts),
        ("disclosure", &source.disclosure),
        ("cc", &source.cc),
    ]
}

/// A date as TOML: a local date where it is one, the words otherwise.
pub(super) fn date_value(date: &LetterDate) -> Value {
    let text = date.to_string();
    match date {
        LetterDate::Day(_) => text.parse().unwrap_or_else(|_| text.as_str().into()),
        LetterDate::Written(_) => text.as_str().into(),
    }
}

fn list(entries: &[String]) -> Value {
    Value::Array(entries.iter().map(String::as_str).collect::<Array>())
}

/// The text while it grows.
#[derive(Default)]
struct File {
    text: String,
}

impl File {
    fn header(&mut self, header: &str) {
        self.text.push('\n');
        self.text.push_str(header);
        self.text.push('\n');
    }

    fn line(&mut self, key: &str, value: Value) {
        self.raw(key, &value.to_string());
    }

    fn optional(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.line(key, text.into());
        }
    }

    fn raw(&mut self, key: &str, value: &str) {
        self.text.push_str(key);
        self.text.push_str(" = ");
        self.text.push_str(value);
        self.text.push('\n');
    }
}
