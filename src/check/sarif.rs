//! Findings as SARIF 2.1.0, for tools that read it.

use super::checker::Report;
use super::finding::{Finding, Severity};
use super::registry;
use crate::letter::Draft;
use crate::text::position::line_column;
use serde_json::{Value, json};

/// One checked file.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    /// Its path as it is to be shown, with `/` between folders.
    pub path: &'a str,
    /// The draft in it.
    pub draft: &'a Draft,
    /// What the check gave.
    pub report: &'a Report,
}

/// A SARIF log of one run over `files`.
///
/// Places are given as the field of the letter and the character in it, for a draft's text is not the text of its file.
pub fn log(files: &[Checked<'_>], version: &str) -> Value {
    let rules: Vec<Value> = registry::RULES
        .iter()
        .map(|rule| {
            json!({
                "id": rule.code,
                "name": rule.name,
                "shortDescription": { "text": rule.title },
                "fullDescription": { "text": rule.explanation },
                "help": { "text": format!("{}\n依据：{}", rule.explanation, rule.source) },
                "defaultConfiguration": { "level": level(rule.severity) },
            })
        })
        .collect();
    let results: Vec<Value> =
        files.iter().flat_map(|file| file.report.findings.iter().map(|finding| result(file, finding))).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "dafu",
                "version": version,
                "language": "zh-CN",
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn result(file: &Checked<'_>, finding: &Finding) -> Value {
    let text = file.draft.text(finding.field);
    let index = registry::RULES.iter().position(|rule| rule.code == finding.rule.code).unwrap_or_default();
    let place = line_column(&text, finding.range.start);
    let excerpt = text.get(finding.range.clone()).unwrap_or_default();
    json!({
        "ruleId": finding.rule.code,
        "ruleIndex": index,
        "level": level(finding.severity),
        "message": { "text": format!("{}（{}）", finding.message, finding.source) },
        "locations": [{
            "physicalLocation": { "artifactLocation": { "uri": uri(file.path) } },
            "logicalLocations": [{
                "name": finding.field.to_string(),
                "fullyQualifiedName": format!("{}:{}:{}", finding.field, place.line, place.column),
                "kind": "member",
            }],
            "message": { "text": if excerpt.is_empty() { finding.field.label() } else { excerpt } },
        }],
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

/// A relative URI: what a URI does not take is written in percent form.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(byte as char);
        } else {
            uri += &format!("%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Profile, check, example};

    #[test]
    fn a_log_names_rule_level_and_place() {
        let mut draft = example::suggestion();
        draft.letter.number = "临交函[2026]18号".to_owned();
        let report = check(&draft, &Profile::default(), example::TODAY);
        let log = log(&[Checked { path: "drafts/样稿 1.toml", draft: &draft, report: &report }], "0.1.0");
        let run = &log["runs"][0];
        assert_eq!(log["version"], "2.1.0");
        assert_eq!(run["tool"]["driver"]["rules"].as_array().map(Vec::len), Some(registry::RULES.len()));
        let result = &run["results"][0];
        assert_eq!((&result["ruleId"], &result["level"]), (&json!("E04"), &json!("error")));
        let index = result["ruleIndex"].as_u64().unwrap() as usize;
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], "E04");
        let place = &result["locations"][0];
        assert_eq!(place["physicalLocation"]["artifactLocation"]["uri"], "drafts/%E6%A0%B7%E7%A8%BF%201.toml");
        assert_eq!(place["logicalLocations"][0]["fullyQualifiedName"], "number:1:4");
    }
}
