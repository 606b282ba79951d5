//! The review record as a file: written by adding at its end, never by rewriting.
//!
//! ```toml
//! # 核稿记录……
//! format = 1
//! draft = "2026042.toml"
//!
//! [[entry]]
//! number = 1
//! action = "submit"
//! …
//! previous = "…"   # the chain of the entry before; of the first, the SHA-256 of the head
//! chain = "…"      # the SHA-256 of this entry's lines above, from its first key on
//! ```
//!
//! Each chain thereby binds all bytes before it, and each entry can be told to be whole by itself.

use super::entry::{Action, Entry, Verdict};
use super::remark::Anchor;
use super::stage::Stage;
use crate::text::fingerprint::fingerprint;
use serde::Deserialize;
use std::fmt::Write as _;

/// The format this program writes.
const FORMAT: i64 = 1;

/// What stands between two entries. No value holds a line end, so that nothing else in the file looks like it.
pub(super) const SEPARATOR: &str = "\n[[entry]]\n";

/// A record as it was read. What could not be read is among the faults that [`verify`](super::verify) tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The file name of the draft it belongs to, as its head says; empty without a record.
    pub draft: String,
    /// The SHA-256 of the head.
    pub head: String,
    /// The entries in the order of the file.
    pub entries: Vec<Kept>,
    /// The places, from 1, of entries that could not be read.
    pub unreadable: Vec<usize>,
}

/// An entry as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its number, from 1.
    pub number: usize,
    /// The entry.
    pub entry: Entry,
    /// The chain it says the entry before it has.
    pub previous: String,
    /// Its own chain, as it says.
    pub chain: String,
    /// Whether its text is what its chain was made of.
    pub whole: bool,
    /// The signature of an SSH key under it.
    pub signature: Option<String>,
}

impl Record {
    /// Reads the text of a record; an empty text is a record without entries. Windows line ends count as plain ones.
    pub fn read(text: &str) -> Self {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).replace("\r\n", "\n");
        if text.is_empty() {
            return Self::default();
        }
        let mut parts = text.split(SEPARATOR);
        let head = parts.next().unwrap_or_default();
        let draft = toml::from_str::<Head>(head).map(|head| head.draft).unwrap_or_default();
        let mut record = Self { draft, head: fingerprint(head.as_bytes()), ..Self::default() };
        for (index, part) in parts.enumerate() {
            match kept(part) {
                Some(kept) => record.entries.push(kept),
                None => record.unreadable.push(index + 1),
            }
        }
        record
    }

    /// The chain that the next entry refers to.
    pub fn end(&self) -> &str {
        self.entries.last().map_or(&self.head, |last| &last.chain)
    }

    /// How many times the letter was exported although something stood against it.
    pub fn overrides(&self) -> usize {
        self.entries.iter().filter(|kept| matches!(kept.entry.action, Action::Override { .. })).count()
    }
}

/// What is to be added to the end of `record` for `entries`, each with its signature where it has one. An empty record
/// also gets its head, which names the draft.
pub fn addition(record: &str, draft: &str, entries: &[(Entry, Option<String>)]) -> String {
    let mut text = String::new();
    let so_far = Record::read(record);
    let mut end = so_far.end().to_owned();
    if record.is_empty() {
        let head = format!(
            "# 核稿记录：只增不改，由 dafu 写入；用 dafu review verify 核验\nformat = {FORMAT}\ndraft = {}\n",
            quoted(draft)
        );
        end = fingerprint(head.as_bytes());
        text.push_str(&head);
    } else if !record.ends_with('\n') {
        // Somebody took the last line end away; the next entry begins on a line of its own.
        text.push('\n');
    }
    let mut number = so_far.entries.iter().map(|kept| kept.number).max().unwrap_or(0);
    for (entry, signature) in entries {
        number += 1;
        let mut body = format!("number = {number}\n{}previous = {}\n", lines(entry), quoted(&end));
        if let Some(signature) = signature {
            let _ = writeln!(body, "signature = {}", quoted(signature));
        }
        end = fingerprint(body.as_bytes());
        text.push_str(SEPARATOR);
        text.push_str(&body);
        let _ = writeln!(text, "chain = {}", quoted(&end));
    }
    text
}

/// What an SSH key signs: the decision with the draft it is about, without its place in the record.
pub fn statement(draft: &str, entry: &Entry) -> String {
    format!("dafu review\ndraft = {}\n{}", quoted(draft), lines(entry))
}

/// The lines of an entry that tell the decision.
fn lines(entry: &Entry) -> String {
    let mut text = String::new();
    let mut line = |key: &str, value: &str| {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{key} = {}", quoted(value));
    };
    line("action", entry.action.word());
    line("at", &entry.at);
    line("who", &entry.who);
    line("machine", &entry.machine);
    line("version", &entry.version);
    let optional = |key: &'static str, value: &str| (!value.is_empty()).then(|| (key, value.to_owned()));
    let anchored = |anchor: &Anchor| {
        [
            Some(("field", anchor.field.to_string())),
            optional("quote", &anchor.quote),
            optional("before", &anchor.before),
            optional("after", &anchor.after),
        ]
    };
    let mut more: Vec<Option<(&str, String)>> = Vec::new();
    let mut lists: Vec<(&str, &[String])> = Vec::new();
    let mut numbered = None;
    match &entry.action {
        Action::Submit { note } => more.push(optional("text", note)),
        Action::Judge { item, title, content, verdict, anchor } => {
            more.extend([
                Some(("item", item.clone())),
                Some(("title", title.clone())),
                Some(("content", content.clone())),
            ]);
            more.extend([Some(("verdict", verdict.word().to_owned())), optional("text", verdict.words())]);
            more.extend(anchor.iter().flat_map(anchored));
        }
        Action::Remark { anchor, text } => {
            more.push(optional("text", text));
            more.extend(anchored(anchor));
        }
        Action::Answer { remark: number, text } | Action::Resolve { remark: number, text } => {
            numbered = Some(("remark", *number));
            more.push(optional("text", text));
        }
        Action::Sign { stage, unit, letter, opinion } => {
            more.extend([Some(("stage", stage.word().to_owned())), optional("unit", unit)]);
            more.extend([Some(("letter", letter.clone())), optional("text", opinion)]);
        }
        Action::SendBack { reason } => more.push(optional("reason", reason)),
        Action::Override { reason, rules, missing } => {
            more.push(optional("reason", reason));
            lists.extend([("rules", rules.as_slice()), ("missing", missing.as_slice())]);
        }
        Action::Export { target, letter } => {
            more.extend([Some(("target", target.clone())), Some(("letter", letter.clone()))]);
        }
        Action::Ignore { rule, title, quote, content, reason } => {
            more.extend([Some(("rule", rule.clone())), Some(("title", title.clone()))]);
            more.extend([optional("quote", quote), Some(("content", content.clone())), optional("reason", reason)]);
        }
        Action::Withdraw { ignored, reason } => {
            more.push(optional("reason", reason));
            numbered = Some(("ignored", *ignored));
        }
        Action::Rename { from, to, reason } => {
            more.extend([Some(("from", from.clone())), Some(("to", to.clone())), optional("reason", reason)]);
        }
    }
    for (key, value) in more.into_iter().flatten() {
        line(key, &value);
    }
    for (key, values) in lists {
        let values: Vec<String> = values.iter().map(|value| quoted(value)).collect();
        let _ = writeln!(text, "{key} = [{}]", values.join(", "));
    }
    if let Some((key, number)) = numbered {
        let _ = writeln!(text, "{key} = {number}");
    }
    text
}

/// A TOML string on one line. What would hide in the file or turn its direction is written by its number.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            hidden
                if hidden.is_control()
                    || crate::text::characters::is_zero_width(hidden)
                    || crate::text::characters::is_direction_control(hidden) =>
            {
                let _ = write!(quoted, "\\u{:04X}", u32::from(hidden));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    draft: String,
}

/// The keys of an entry, of whatever action.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Lines {
    number: usize,
    action: String,
    at: String,
    who: String,
    machine: String,
    version: String,
    text: String,
    item: String,
    title: String,
    content: String,
    verdict: String,
    field: String,
    quote: String,
    before: String,
    after: String,
    remark: usize,
    ignored: usize,
    rule: String,
    stage: String,
    unit: String,
    letter: String,
    reason: String,
    rules: Vec<String>,
    missing: Vec<String>,
    target: String,
    from: String,
    to: String,
    previous: String,
    signature: Option<String>,
    chain: String,
}

fn kept(part: &str) -> Option<Kept> {
    let lines: Lines = toml::from_str(part).ok()?;
    let whole = part.rsplit_once("chain = ").is_some_and(|(body, last)| {
        fingerprint(body.as_bytes()) == lines.chain && last == format!("{}\n", quoted(&lines.chain))
    });
    let (number, previous, chain, signature) =
        (lines.number, lines.previous.clone(), lines.chain.clone(), lines.signature.clone());
    Some(Kept { number, entry: lines.entry()?, previous, chain, whole, signature })
}

impl Lines {
    fn entry(self) -> Option<Entry> {
        let anchor = self.field.parse().ok().map(|field| Anchor {
            field,
            quote: self.quote.clone(),
            before: self.before,
            after: self.after,
        });
        let action = match self.action.as_str() {
            "submit" => Action::Submit { note: self.text },
            "judge" => {
                let verdict = match self.verdict.as_str() {
                    "pass" if self.text.is_empty() => Verdict::Pass,
                    "pass" => Verdict::PassDespite(self.text),
                    "return" => Verdict::Return(self.text),
                    "not-applicable" => Verdict::NotApplicable(self.text),
                    _ => return None,
                };
                Action::Judge { item: self.item, title: self.title, content: self.content, verdict, anchor }
            }
            "remark" => Action::Remark { anchor: anchor?, text: self.text },
            "answer" => Action::Answer { remark: self.remark, text: self.text },
            "resolve" => Action::Resolve { remark: self.remark, text: self.text },
            "sign" => Action::Sign {
                stage: Stage::from_word(&self.stage)?,
                unit: self.unit,
                letter: self.letter,
                opinion: self.text,
            },
            "send-back" => Action::SendBack { reason: self.reason },
            "override" => Action::Override { reason: self.reason, rules: self.rules, missing: self.missing },
            "export" => Action::Export { target: self.target, letter: self.letter },
            "ignore" => Action::Ignore {
                rule: self.rule,
                title: self.title,
                quote: self.quote,
                content: self.content,
                reason: self.reason,
            },
            "withdraw" => Action::Withdraw { ignored: self.ignored, reason: self.reason },
            "rename" => Action::Rename { from: self.from, to: self.to, reason: self.reason },
            _ => return None,
        };
        Some(Entry { at: self.at, who: self.who, machine: self.machine, version: self.version, action })
    }
}

#[cfg(test)]
pub(super) mod tests;
