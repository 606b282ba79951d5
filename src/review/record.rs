//! Entries of a review record and the chain that binds them.
//!
//! The record is a TOML file beside the draft. Each entry carries the SHA-256 of everything before it, so that a
//! removed, reordered or altered entry breaks the chain at the one after it. Nothing is ever rewritten.

use crate::text::fingerprint::fingerprint;

/// One decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When, as RFC 3339 with offset.
    pub at: String,
    /// Who.
    pub who: String,
    /// On which machine.
    pub machine: String,
    /// What was decided.
    pub action: Action,
    /// The SHA-256 of the draft file it was decided on, in hexadecimal.
    pub draft: String,
}

/// What can be decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// The letter was exported although errors stood.
    Override {
        /// Why.
        reason: String,
        /// The codes of the rules whose errors stood.
        rules: Vec<String>,
    },
}

/// What is to be added to the end of `record` for `entry`. An empty record also gets its head.
pub fn addition(record: &str, entry: &Entry) -> String {
    let head = if record.is_empty() { "# 核稿记录：只增不改，由 dafu 写入\nformat = 1\n" } else { "" };
    let chain = fingerprint(format!("{record}{head}").as_bytes());
    let string = |text: &str| toml_edit::Value::from(text).to_string();
    let Action::Override { reason, rules } = &entry.action;
    let rules = rules.iter().map(String::as_str).collect::<toml_edit::Array>().to_string();
    format!(
        "{head}\n[[entry]]\naction = \"override\"\nat = {at}\nwho = {who}\nmachine = {machine}\nreason = {reason}\nrules = {rules}\ndraft = {draft}\nchain = {chain}\n",
        at = string(&entry.at),
        who = string(&entry.who),
        machine = string(&entry.machine),
        reason = string(reason),
        draft = string(&entry.draft),
        chain = string(&chain),
    )
}

/// How many overrides `record` holds.
pub fn overrides(record: &str) -> usize {
    record.lines().filter(|line| *line == "action = \"override\"").count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_entry_is_bound_to_all_before_it() {
        let entry = Entry {
            at: "2026-06-12T09:00:00+08:00".into(),
            who: "周予安".into(),
            machine: "办公室三号机".into(),
            action: Action::Override { reason: "编号\n待补".into(), rules: vec!["E01".into()] },
            draft: fingerprint(b"draft"),
        };
        let mut record = addition("", &entry);
        let before = record.clone();
        let second = addition(&record, &entry);
        record.push_str(&second);
        assert!(second.contains(&fingerprint(before.as_bytes())));
        assert_eq!(overrides(&record), 2);
        let read: toml::Table = record.parse().unwrap();
        assert_eq!(read["entry"][1]["reason"].as_str(), Some("编号\n待补"));
    }
}
