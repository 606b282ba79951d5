//! `dafu import` as a clerk uses it: a folder of last year's letters with all that lies about there, standard input, reports.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use assert_cmd::Command;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

struct Ran {
    status: i32,
    out: String,
    err: String,
}

fn import(folder: &Path, arguments: &[&str], input: &[u8]) -> Ran {
    let mut command = Command::cargo_bin("dafu").unwrap();
    let output =
        command.current_dir(folder).arg("import").args(arguments).write_stdin(input.to_vec()).output().unwrap();
    Ran {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A workspace without drafts, and beside it a folder of letters and other files.
fn workspace() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("drafts")).unwrap();
    let archive = folder.path().join("去年");
    fs::create_dir_all(archive.join("子文件夹.txt")).unwrap();
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    for (from, to) in [
        ("letters/01-tidy-proposal.txt", "1.txt"),
        ("letters/16-no-title.txt", "2.txt"),
        ("documents/weather.doc", "3.doc"),
        ("documents/weather.docx", "4.docx"),
        ("documents/woodland.html", "5.html"),
    ] {
        fs::copy(tests.join(from), archive.join(to)).unwrap();
    }
    fs::write(archive.join("空.txt"), "").unwrap();
    fs::write(archive.join("坏.docx"), b"PK\x03\x04 broken").unwrap();
    fs::write(archive.join("天气.txt"), "今天天气不错。").unwrap();
    fs::write(archive.join("台账.xlsx"), b"PK").unwrap();
    folder
}

fn drafts(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder.join("drafts"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_folder_is_imported_with_a_word_on_every_file() {
    let folder = workspace();
    let ran = import(folder.path(), &["去年"], b"");
    assert_eq!(ran.status, 2, "{}", ran.err);
    let names = drafts(folder.path());
    assert_eq!(names.len(), 5, "{names:?}");
    assert!(names.contains(&"0066.toml".to_owned()) && names.contains(&"0066-2.toml".to_owned()), "{names:?}");
    assert!(ran.out.contains("已有 0066，另存一份"), "{}", ran.out);
    assert!(ran.out.contains("共 9 份：导入 5") && ran.out.contains("未能导入 4"), "{}", ran.out);
    assert!(ran.out.contains("没有认出的要素："), "{}", ran.out);
    assert_eq!(ran.err.lines().count(), 4, "{}", ran.err);
    for name in ["空.txt", "坏.docx", "天气.txt", "子文件夹.txt"] {
        assert!(ran.err.contains(name), "{name}: {}", ran.err);
    }
    assert!(!ran.err.contains("台账.xlsx") && !ran.out.contains("台账.xlsx"));
}

#[test]
fn nothing_is_overwritten() {
    let folder = workspace();
    import(folder.path(), &["去年"], b"");
    let before: Vec<String> = drafts(folder.path())
        .iter()
        .map(|name| fs::read_to_string(folder.path().join("drafts").join(name)).unwrap())
        .collect();
    let names = drafts(folder.path());
    import(folder.path(), &["去年"], b"");
    assert_eq!(drafts(folder.path()).len(), 2 * names.len());
    for (name, text) in names.iter().zip(before) {
        assert_eq!(fs::read_to_string(folder.path().join("drafts").join(name)).unwrap(), text, "{name}");
    }
}

#[test]
fn standard_input_and_a_report_for_programs() {
    let folder = workspace();
    let letter = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/weather.doc")).unwrap();
    let ran = import(folder.path(), &["-", "--format", "json", "--dry-run"], &letter);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert_eq!(drafts(folder.path()), Vec::<String>::new());
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["fields"]["matter.number"], "0066");
    let reasons: Vec<&str> =
        report["left_out"].as_array().unwrap().iter().map(|left| left["reason"].as_str().unwrap()).collect();
    assert!(reasons.contains(&"页码"), "{reasons:?}");
}
