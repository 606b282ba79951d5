//! Letting findings stand, from the command line: with a reason, bound to the text, and taken back.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const DRAFT: &str = "drafts/2026042.toml";

struct Ran {
    status: i32,
    out: String,
    err: String,
}

fn dafu(folder: &Path, arguments: &[&str]) -> Ran {
    let mut command = Command::cargo_bin("dafu").unwrap();
    command.current_dir(folder).args(arguments).env("DAFU_USER", "周予安");
    let output = command.output().unwrap();
    Ran {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A workspace whose sample has half-width brackets in its number and a half-width comma in its body.
fn workspace() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(dafu(folder.path(), &["init"]).status, 0);
    let path = folder.path().join(DRAFT);
    let text = fs::read_to_string(&path).unwrap();
    let faulty = text.replacen("〔2026〕18号", "[2026]18号", 1).replacen("配车6辆，", "配车6辆,", 1);
    assert_ne!(faulty, text);
    fs::write(&path, faulty).unwrap();
    folder
}

fn checked(folder: &TempDir, more: &[&str]) -> Ran {
    dafu(folder.path(), &[&["check", DRAFT, "--today", "2026-06-30"], more].concat())
}

fn json(folder: &TempDir) -> Value {
    serde_json::from_str(&checked(folder, &["--format", "json"]).out).unwrap()
}

#[test]
fn an_ignored_finding_is_counted_and_told_with_its_reason() {
    let folder = workspace();
    let before = json(&folder);
    let rules = |line: &Value, key: &str| -> Vec<String> {
        line[key].as_array().unwrap().iter().map(|each| each["rule"].as_str().unwrap().to_owned()).collect()
    };
    assert!(rules(&before, "findings").contains(&"E04".to_owned()) && rules(&before, "ignored").is_empty());
    let done = dafu(folder.path(), &["review", DRAFT, "--ignore", "e04", "--reason", "来文如此"]);
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    assert!(done.out.contains("已忽略 E04") && done.out.contains("[2026]"), "{}", done.out);

    let after = json(&folder);
    assert_eq!(rules(&after, "ignored"), ["E04"]);
    assert!(!rules(&after, "findings").contains(&"E04".to_owned()));
    let ignored = &after["ignored"][0];
    assert_eq!(
        (&ignored["reason"], &ignored["who"], &ignored["entry"]),
        (&"来文如此".into(), &"周予安".into(), &1.into())
    );
    let told = checked(&folder, &[]).out;
    assert!(told.contains("已忽略 1 处") && !told.contains("来文如此"), "{told}");
    let told = checked(&folder, &["--ignored"]).out;
    assert!(told.contains("周予安") && told.contains("：来文如此"), "{told}");
    assert_eq!(dafu(folder.path(), &["review", "verify", DRAFT]).status, 0);
}

#[test]
fn another_text_brings_the_finding_back() {
    let folder = workspace();
    dafu(folder.path(), &["review", DRAFT, "--ignore", "E04", "--reason", "来文如此"]);
    let path = folder.path().join(DRAFT);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("[2026]18号", "[2026]19号", 1)).unwrap();
    assert!(json(&folder)["ignored"].as_array().unwrap().is_empty());
    fs::write(&path, &text).unwrap();
    assert_eq!(json(&folder)["ignored"].as_array().unwrap().len(), 1);
    let done = dafu(folder.path(), &["review", DRAFT, "--unignore", "1"]);
    assert_eq!(done.status, 0, "{}", done.err);
    assert!(json(&folder)["ignored"].as_array().unwrap().is_empty());
    let again = dafu(folder.path(), &["review", DRAFT, "--unignore", "1"]);
    assert!(again.status == 2 && again.err.contains("没有忽略过"), "{}", again.err);
}

#[test]
fn an_ignored_error_lets_the_letter_out_and_is_on_the_sheet() {
    let folder = workspace();
    let export = ["export", DRAFT, "--today", "2026-06-30"];
    assert_eq!(dafu(folder.path(), &export).status, 1);
    let errors: Vec<String> = json(&folder)["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["severity"] == "error")
        .map(|finding| format!("{}@{}", finding["rule"].as_str().unwrap(), finding["excerpt"].as_str().unwrap()))
        .collect();
    let mut arguments = vec!["review", DRAFT, "--reason", "来文如此"];
    for error in &errors {
        arguments.extend(["--ignore", error.as_str()]);
    }
    assert_eq!(dafu(folder.path(), &arguments).status, 0);
    assert_eq!(dafu(folder.path(), &export).status, 0);
    let sheet = dafu(folder.path(), &["review", "sheet", DRAFT]).out;
    assert!(sheet.contains("已忽略的问题") && sheet.contains("来文如此（周予安"), "{sheet}");
    let listed = dafu(folder.path(), &["list", "--format", "json"]).out;
    assert!(listed.contains(&format!("\"ignored\":{}", errors.len())), "{listed}");
}

#[test]
fn an_error_may_be_ignored_only_by_who_may_review() {
    let folder = workspace();
    fs::write(folder.path().join("dafu.toml"), "[review]\nreviewers = [\"林知远\"]\n").unwrap();
    let refused = dafu(folder.path(), &["review", DRAFT, "--ignore", "E04", "--reason", "来文如此"]);
    assert_eq!(refused.status, 1);
    assert!(refused.err.contains("周予安不在可以核稿的人员之列"), "{}", refused.err);
    assert!(json(&folder)["ignored"].as_array().unwrap().is_empty());
}

#[test]
fn what_cannot_be_ignored_is_told() {
    let folder = workspace();
    let ignore =
        |what: &str, reason: &str| dafu(folder.path(), &["review", DRAFT, "--ignore", what, "--reason", reason]);
    for (what, reason, told) in [
        ("E04", " ", "--reason 不能空着"),
        ("X99", "无", "没有“X99”这条规则"),
        ("E04@没有的字", "无", "没有查出"),
        ("S01", "无", "无需忽略"),
    ] {
        let ran = ignore(what, reason);
        assert!(ran.status == 2 && ran.err.contains(told), "{what}: {}", ran.err);
    }
    assert_eq!(dafu(folder.path(), &["review", DRAFT, "--ignore", "E04"]).status, 2, "a reason is asked for");
    let path = folder.path().join(DRAFT);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("disclosure = \"主动公开\"", "disclosure = \"\"")).unwrap();
    let missing = ignore("E01", "不想填");
    assert!(missing.status == 2 && missing.err.contains("缺少的要素不能忽略"), "{}", missing.err);
}

#[test]
fn a_record_that_was_altered_lets_nothing_stand() {
    let folder = workspace();
    dafu(folder.path(), &["review", DRAFT, "--ignore", "E04", "--reason", "来文如此"]);
    let path = folder.path().join("drafts/2026042.review.toml");
    let record = fs::read_to_string(&path).unwrap();
    fs::write(&path, record.replace("来文如此", "领导同意")).unwrap();
    assert!(json(&folder)["ignored"].as_array().unwrap().is_empty());
}

#[test]
fn fixes_leave_alone_what_is_ignored() {
    let folder = workspace();
    dafu(folder.path(), &["review", DRAFT, "--ignore", "E04", "--reason", "来文如此"]);
    checked(&folder, &["--fix"]);
    let text = fs::read_to_string(folder.path().join(DRAFT)).unwrap();
    assert!(text.contains("[2026]18号") && text.contains("配车6辆，"), "{text}");
}
