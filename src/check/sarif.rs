//! Findings as SARIF 2.1.0, for tools that read it. A log is written piece by piece, so that ten thousand letters need no more
//! memory than one: what comes [`before`] the results, the [`results`] of each file, what comes [`after`] them.

use super::checker::Report;
use super::finding::{Applicability, Finding, Fix, Severity};
use super::registry;
use super::rule::Rule;
use super::waiver::{self, Waiver};
use crate::letter::{Draft, Field};
use crate::text::position::line_column;
use serde_json::{Value, json};
use std::ops::Range;

/// The page of the rules in the project's repository, where it has one.
const PAGES: Option<&str> = option_env!("CARGO_PKG_REPOSITORY");

/// One checked file.
#[derive(Clone, Copy)]
pub struct Checked<'a> {
    /// Its path as it is to be shown, with `/` between folders.
    pub path: &'a str,
    /// The draft in it.
    pub draft: &'a Draft,
    /// What the check gave.
    pub report: &'a Report,
    /// The text of the file; empty where it is no text.
    pub text: &'a str,
    /// Where a range of a field's text stands in that text, in bytes of both; `None` where it cannot be told.
    pub place: &'a dyn Fn(Field, Range<usize>) -> Option<Range<usize>>,
}

/// What stands before the results: the program of this `version` and its rules.
pub fn before(version: &str) -> String {
    let rules: Vec<Value> = registry::RULES.iter().copied().map(descriptor).collect();
    let tool = json!({ "driver": {
        "name": "dafu",
        "fullName": "dafu（答复）",
        "version": version,
        "semanticVersion": version,
        "language": "zh-CN",
        "shortDescription": { "text": "答复函的检查" },
        "rules": rules,
    }});
    format!(
        "{{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json\",\
         \"version\":\"2.1.0\",\"runs\":[{{\"tool\":{tool},\"language\":\"zh-CN\",\
         \"columnKind\":\"unicodeCodePoints\",\"results\":["
    )
}

/// What stands after the results. `failures` tell of the files that could not be checked.
pub fn after(failures: &[String]) -> String {
    let notifications: Vec<Value> =
        failures.iter().map(|text| json!({ "level": "error", "message": { "text": text } })).collect();
    let invocation = json!({ "executionSuccessful": failures.is_empty(), "toolExecutionNotifications": notifications });
    format!("],\"invocations\":[{invocation}]}}]}}")
}

/// The results of one file, those that are let stand among them; a comma belongs between two.
pub fn results(file: &Checked<'_>) -> Vec<String> {
    let standing = file.report.findings.iter().map(|finding| result(file, finding, None));
    let ignored = file.report.ignored.iter().map(|each| result(file, &each.finding, Some(&each.waiver)));
    standing.chain(ignored).map(|result| result.to_string()).collect()
}

fn descriptor(rule: &Rule) -> Value {
    let mut descriptor = json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": { "text": rule.title },
        "fullDescription": { "text": rule.explanation },
        "help": {
            "text": format!("{}\n依据：{}", rule.explanation, rule.source),
            "markdown": super::catalogue::rule_markdown(rule),
        },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "tags": [rule.group.title()] },
    });
    if let Some(pages) = PAGES.filter(|pages| !pages.is_empty()) {
        let (code, name) = (rule.code.to_lowercase(), rule.name);
        descriptor["helpUri"] = format!("{pages}/blob/main/docs/rules.md#{code}-{name}").into();
    }
    descriptor
}

fn result(file: &Checked<'_>, finding: &Finding, waiver: Option<&Waiver>) -> Value {
    let text = file.draft.text(finding.field);
    let index = registry::RULES.iter().position(|rule| rule.code == finding.rule.code).unwrap_or_default();
    let place = line_column(&text, finding.range.start);
    let excerpt = text.get(finding.range.clone()).unwrap_or_default();
    let mut physical = json!({ "artifactLocation": { "uri": uri(file.path) } });
    if let Some(range) = (file.place)(finding.field, finding.range.clone()) {
        physical["region"] = region(file.text, &range);
    }
    let mut result = json!({
        "ruleId": finding.rule.code,
        "ruleIndex": index,
        "level": level(finding.severity),
        "message": { "text": format!("{}（{}）", finding.message, finding.source) },
        "locations": [{
            "physicalLocation": physical,
            "logicalLocations": [{
                "name": finding.field.to_string(),
                "fullyQualifiedName": format!("{}:{}:{}", finding.field, place.line, place.column),
                "kind": "member",
            }],
            "message": { "text": if excerpt.is_empty() { finding.field.label() } else { excerpt } },
        }],
        "partialFingerprints": { "dafuBond/v1": waiver::bond(finding, file.draft) },
    });
    if let Some(fix) = finding.fix.as_ref().and_then(|fix| changes(file, fix)) {
        result["fixes"] = json!([fix]);
    }
    if let Some(waiver) = waiver {
        result["suppressions"] = json!([{
            "kind": "external",
            "status": "accepted",
            "justification": waiver.reason,
            "properties": { "who": waiver.who, "at": waiver.at },
        }]);
    }
    result
}

/// A fix as changes of the file; `None` where one of them cannot be made right in the file's text.
fn changes(file: &Checked<'_>, fix: &Fix) -> Option<Value> {
    let replacements = fix.edits.iter().map(|change| {
        let range = (file.place)(change.field, change.edit.range.clone())?;
        let own = file.draft.text(change.field);
        // What the file writes in another way, or would have to quote, is for the program itself to change.
        let is_plain = !change.edit.text.contains(['\'', '"', '\\', '\n']);
        if !is_plain || file.text.get(range.clone()) != own.get(change.edit.range.clone()) {
            return None;
        }
        Some(json!({ "deletedRegion": region(file.text, &range), "insertedContent": { "text": change.edit.text } }))
    });
    let replacements: Vec<Value> = replacements.collect::<Option<_>>()?;
    let safe = fix.applicability == Applicability::Safe;
    (!replacements.is_empty()).then(|| {
        json!({
            "description": { "text": fix.title },
            "artifactChanges": [{ "artifactLocation": { "uri": uri(file.path) }, "replacements": replacements }],
            "properties": { "applicability": if safe { "safe" } else { "review" } },
        })
    })
}

/// A range of the file: lines and columns from 1, a column for each Unicode character, the end column behind the last one.
fn region(text: &str, range: &Range<usize>) -> Value {
    let (start, end) = (line_column(text, range.start), line_column(text, range.end));
    let mut region = json!({
        "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column,
    });
    if let Some(words) = text.get(range.clone()).filter(|words| !words.is_empty()) {
        region["snippet"] = json!({ "text": words });
    }
    region
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

/// A URI reference: relative as the path is, `file:` for an absolute one; what a URI does not take is in percent form.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let path = path.strip_prefix("./").unwrap_or(&path);
    let has_drive = path.as_bytes().get(1) == Some(&b':');
    let mut uri = match path {
        _ if has_drive => "file:///".to_owned(),
        _ if path.starts_with('/') => "file://".to_owned(),
        _ => String::new(),
    };
    for (at, byte) in path.bytes().enumerate() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) || has_drive && at == 1 {
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
        let text = "title = 1\nnumber = '临交函[2026]18号'\n";
        let start = text.find('临').unwrap();
        let place =
            |field, range: Range<usize>| (field == Field::Number).then_some(start + range.start..start + range.end);
        let file = Checked { path: "drafts/样稿 1.toml", draft: &draft, report: &report, text, place: &place };
        let log = format!("{}{}{}", before("0.1.0"), results(&file).join(","), after(&[]));
        let log: Value = serde_json::from_str(&log).unwrap();
        let run = &log["runs"][0];
        assert_eq!(run["tool"]["driver"]["rules"].as_array().map(Vec::len), Some(registry::RULES.len()));
        let result = &run["results"][0];
        assert_eq!((&result["ruleId"], &result["level"]), (&json!("E04"), &json!("error")));
        let index = result["ruleIndex"].as_u64().unwrap() as usize;
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], "E04");
        let place = &result["locations"][0];
        assert_eq!(place["physicalLocation"]["artifactLocation"]["uri"], "drafts/%E6%A0%B7%E7%A8%BF%201.toml");
        let region = json!({
            "startLine": 2, "startColumn": 14, "endLine": 2, "endColumn": 20, "snippet": { "text": "[2026]" },
        });
        assert_eq!(place["physicalLocation"]["region"], region);
        assert_eq!(place["logicalLocations"][0]["fullyQualifiedName"], "number:1:4");
        let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
        assert_eq!(
            (&replacement["deletedRegion"], &replacement["insertedContent"]["text"]),
            (&region, &json!("〔2026〕"))
        );
    }

    #[test]
    fn paths_become_uris() {
        for (path, expected) in [
            ("./a.toml", "a.toml"),
            ("/稿/a#1.toml", "file:///%E7%A8%BF/a%231.toml"),
            ("C:\\稿\\a.toml", "file:///C:/%E7%A8%BF/a.toml"),
        ] {
            assert_eq!(uri(path), expected, "{path}");
        }
    }
}
