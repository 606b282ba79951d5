//! Verdicts and remarks belong to the text they were given on.

use crate::office::{DRAFT, Office};
use std::fs;

#[test]
fn one_character_in_a_signed_letter_opens_what_it_touches() {
    for (from, to, expected) in [
        ("临交函〔2026〕18号", "临交函〔2026〕19号", vec!["number"]),
        ("配车6辆", "配车8辆", vec!["p4", "figure-4.3", "request-1"]),
        ("0700-8201234", "0700-8201235", vec!["contact"]),
        ("切中要害", "切合要害", vec!["p2"]),
        ("assigned = 2026-03-20", "assigned = 2026-03-21", vec!["matter"]),
        ("\n\n一、", "\n\n\n　　一、", vec![]),
    ] {
        let office = Office::strict();
        office.sign_everything();
        assert_eq!(office.open(), Vec::<String>::new());
        office.edit(from, to);
        assert_eq!(office.open(), expected, "{from}");
        let export = office.by("周予安", &["export", DRAFT, "--today", "2026-06-30"]);
        assert_eq!(export.status, i32::from(!expected.is_empty()), "{from}: {}", export.err);
    }
}

#[test]
fn a_date_of_assignment_does_not_void_the_signature_under_the_letter() {
    let office = Office::strict();
    office.sign_everything();
    office.edit("assigned = 2026-03-20", "assigned = 2026-03-21");
    office.lets("林知远", &["review", DRAFT, "--pass", "matter"]);
    assert_eq!(office.status()["missing"].as_array().unwrap().len(), 0, "the letter itself is as it was signed");
    office.edit("配车6辆", "配车8辆");
    office.lets("林知远", &["review", DRAFT, "--pass", "body", "--pass", "person"]);
    let missing = office.status()["missing"].clone();
    assert!(missing[0]["why"].as_str().unwrap().contains("须重新签字"), "{missing}");
    assert_eq!(missing.as_array().unwrap().len(), 2);
}

#[test]
fn a_verdict_is_bound_to_what_was_shown_though_the_drafter_saves_meanwhile() {
    use std::io::{BufRead as _, BufReader, Write as _};
    use std::process::{Command as Process, Stdio};
    let office = Office::new("");
    let mut walk = Process::new(assert_cmd::cargo::cargo_bin("dafu"))
        .current_dir(office.folder.path())
        .args(["review", DRAFT])
        .env("DAFU_USER", "林知远")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = walk.stdin.take().unwrap();
    let mut output = BufReader::new(walk.stdout.take().unwrap()).lines();
    let mut wait_for = |words: &str| output.by_ref().map(Result::unwrap).find(|line| line.contains(words)).unwrap();
    input.write_all(b"4\n").unwrap();
    wait_for("发文字号");
    wait_for("] 发文机关");
    input.write_all(b"\n").unwrap();
    // The number is on the screen when the drafter changes it.
    wait_for("] 发文字号");
    wait_for("机器");
    office.edit("〔2026〕18号", "〔2026〕19号");
    input.write_all(b"\n").unwrap();
    wait_for("稿件刚被改动");
    let shown = wait_for("发文字号");
    assert!(shown.contains("] 发文字号"), "it is asked again: {shown}");
    wait_for("[-18-]{+19+}");
    input.write_all(b"\n0\n").unwrap();
    drop(input);
    walk.wait().unwrap();
    let items = office.status()["items"].as_array().unwrap().clone();
    let state = |name: &str| items.iter().find(|item| item["item"] == name).unwrap()["state"].clone();
    assert_eq!((state("issuer"), state("number"), state("title")), ("passed".into(), "passed".into(), "open".into()));
}

#[test]
fn remarks_follow_the_text_and_are_settled() {
    let office = Office::new("");
    office.lets("林知远", &["review", DRAFT, "--at", "配车6辆", "--remark", "与台账不符？"]);
    office.edit("一、关于加密", "补一段。\n一、关于加密");
    let remark = office.status()["remarks"][0].clone();
    let draft = dafu::letter::format::read(&fs::read_to_string(office.path(DRAFT)).unwrap()).unwrap().draft;
    let place = |key: &str| remark[key].as_u64().unwrap() as usize;
    assert_eq!(&draft.letter.body[place("start")..place("end")], "配车6辆");
    office.edit("配车6辆", "配车8辆");
    let told = office.lets("周予安", &["review", "status", DRAFT]);
    assert!(told.contains("“配车6辆”（现为“配车8辆”）") && told.contains("未了结"), "{told}");
    office.lets("周予安", &["review", DRAFT, "--answer", "1", "--remark", "已按台账改"]);
    office.lets("林知远", &["review", DRAFT, "--resolve", "1"]);
    let told = office.lets("周予安", &["review", "status", DRAFT]);
    assert!(told.contains("周予安：已按台账改") && told.contains("已了结"), "{told}");
    assert_eq!(office.by("周予安", &["review", DRAFT, "--resolve", "9"]).status, 2);
    assert_eq!(office.by("周予安", &["review", DRAFT, "--at", "没有这句", "--remark", "甲"]).status, 2);
}
