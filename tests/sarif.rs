//! What `dafu check --format sarif` writes is valid by the schema of the standard, and its places are right.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn dafu(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::cargo_bin("dafu").unwrap();
    let output = command.current_dir(folder).args(arguments).env("DAFU_USER", "周予安").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// A workspace with faults, one of them let stand, a letter as text, and a file that is none, all under Chinese names.
fn workspace() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    dafu(folder.path(), &["init"]);
    let drafts = folder.path().join("drafts");
    fs::rename(drafts.join("2026057.toml"), drafts.join("水务 57号.toml")).unwrap();
    dafu(folder.path(), &["review", "drafts/水务 57号.toml", "--ignore", "E04", "--reason", "来文“如此”"]);
    fs::write(folder.path().join("来函.txt"), "某局文件\r\n\r\n临交函[2026]18号\r\n\r\n关于某事的函\r\n\r\n王某代表：\r\n　　您提出的建议收悉,现答复如下：\r\n　　已办结 2 件。\r\n")
        .unwrap();
    fs::write(folder.path().join("坏.toml"), "format = ").unwrap();
    folder
}

fn log(folder: &TempDir) -> Value {
    let out = dafu(folder.path(), &["check", "drafts", "来函.txt", "坏.toml", "--format", "sarif"]);
    serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}"))
}

#[test]
fn the_log_is_valid() {
    // One pattern of the schema, that of languages, has a bracket too many and is no regular expression: it is set right.
    let schema = include_str!("sarif/sarif-schema-2.1.0.json").replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}$");
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let folder = workspace();
    let log = log(&folder);
    let errors: Vec<String> =
        validator.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    // A schema that takes anything proves nothing.
    assert!(!validator.is_valid(&serde_json::json!({ "version": "2.1.0", "runs": [{ "results": 1 }] })));
    let nothing: Value =
        serde_json::from_str(&dafu(folder.path(), &["check", "坏.toml", "--format", "sarif"])).unwrap();
    assert!(validator.is_valid(&nothing));
    assert_eq!(nothing["runs"][0]["invocations"][0]["executionSuccessful"], false);
}

#[test]
fn regions_fixes_and_suppressions_are_those_of_the_files() {
    let folder = workspace();
    let log = log(&folder);
    let results = log["runs"][0]["results"].as_array().unwrap();
    let (mut regions, mut fixes, mut suppressed) = (0, 0, 0);
    for result in results {
        let physical = &result["locations"][0]["physicalLocation"];
        let uri = physical["artifactLocation"]["uri"].as_str().unwrap();
        let name = percent_decoded(uri);
        let text = fs::read_to_string(folder.path().join(&name)).unwrap();
        let cut = |region: &Value| {
            let at = |line: &str, column: &str| offset(&text, number(&region[line]), number(&region[column]));
            text[at("startLine", "startColumn")..at("endLine", "endColumn")].to_owned()
        };
        if let Some(snippet) = physical["region"]["snippet"]["text"].as_str() {
            assert_eq!(cut(&physical["region"]), snippet, "{name}: {result}");
            regions += 1;
        }
        for replacement in result["fixes"][0]["artifactChanges"][0]["replacements"].as_array().into_iter().flatten() {
            let deleted = &replacement["deletedRegion"];
            assert_eq!(cut(deleted), deleted["snippet"]["text"].as_str().unwrap_or_default());
            fixes += 1;
        }
        if let Some(suppression) = result["suppressions"].get(0) {
            assert_eq!(
                (result["ruleId"].as_str(), suppression["justification"].as_str()),
                (Some("E04"), Some("来文“如此”"))
            );
            suppressed += 1;
        }
    }
    assert!(regions > 10 && fixes > 5, "{regions} regions, {fixes} fixes");
    assert_eq!(suppressed, 1);
    let letter = results.iter().find(|result| {
        let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str();
        uri == Some("%E6%9D%A5%E5%87%BD.txt") && result["ruleId"] == "E04"
    });
    let region = &letter.unwrap()["locations"][0]["physicalLocation"]["region"];
    assert_eq!((number(&region["startLine"]), number(&region["startColumn"])), (3, 4));
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

/// The byte at a line and a column, both from 1, as SARIF counts Unicode characters.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let rest = &text[start..];
    start + rest.char_indices().nth(column - 1).map_or(rest.len(), |(at, _)| at)
}

fn percent_decoded(uri: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = uri.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        if first == b'%' {
            bytes.push(u8::from_str_radix(std::str::from_utf8(&after[..2]).unwrap(), 16).unwrap());
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap()
}
