//! Versions: kept, compared, put back, pruned.

use crate::office::{DRAFT, Office};
use std::fs;

#[test]
fn versions_are_kept_compared_and_put_back() {
    let office = Office::strict();
    office.sign_everything();
    let signed = fs::read(office.path(DRAFT)).unwrap();
    let lines: Vec<String> = fs::read_to_string(office.path(DRAFT)).unwrap().lines().map(str::to_owned).collect();
    let place = |start: &str| lines.iter().position(|line| line.starts_with(start)).unwrap();
    // The third section goes before the second, and a number changes.
    let (second, third, end) = (place("二、"), place("三、"), place("专此"));
    let order = [&lines[..second], &lines[third..end], &lines[second..third], &lines[end..]].concat();
    let text = order.join("\n").replace("配车6辆", "配车12辆").replace("临交函〔2026〕18号", "临交函〔2026〕20号");
    fs::write(office.path(DRAFT), text + "\n").unwrap();

    let redline = office.lets("周予安", &["diff", DRAFT]);
    for words in ["临交函〔2026〕[-18-]{+20+}号", "配车[-6-]{+12+}辆", "移来", "没有改动"] {
        assert!(redline.contains(words), "{words} in {redline}");
    }
    assert!(!redline.contains("新增") && !redline.contains("删去"), "{redline}");
    assert_eq!(office.lets("周予安", &["diff", &format!("{DRAFT}@签发"), DRAFT]), redline);

    let history = office.lets("周予安", &["history", DRAFT]);
    assert!(history.contains("方远　签发签字：同意"), "{history}");
    office.lets("周予安", &["restore", DRAFT, "签发"]);
    assert_eq!(fs::read(office.path(DRAFT)).unwrap(), signed);
    assert_eq!(office.lets("周予安", &["diff", DRAFT]).trim(), "没有改动");
    office.lets("周予安", &["restore", DRAFT, "上一版"]);
    assert!(fs::read_to_string(office.path(DRAFT)).unwrap().contains("配车12辆"), "a restore can be taken back");
    assert_eq!(office.by("周予安", &["restore", DRAFT, "ffff"]).status, 2);

    // Nothing of it is needed to read the letter, or to know what was passed.
    fs::remove_dir_all(office.path(".dafu")).unwrap();
    assert_eq!(office.by("周予安", &["check", DRAFT]).status, 0);
    assert!(office.open().contains(&"number".to_owned()));
    let gone = office.by("周予安", &["diff", DRAFT]);
    assert_eq!(gone.status, 2);
}

#[test]
fn pruning_spares_what_was_signed() {
    let office = Office::new("[versions]\nkeep = 2\n");
    office.lets("林知远", &["review", DRAFT, "--pass", "number"]);
    for number in 1..4 {
        office.edit("，配车", &format!("{number},配车"));
        office.lets("周予安", &["check", "--fix", DRAFT, "--today", "2026-06-30", "--quiet"]);
    }
    let before = fs::read_dir(office.path(".dafu/versions/2026042")).unwrap().count();
    office.lets("周予安", &["history", DRAFT, "--prune"]);
    let after = fs::read_dir(office.path(".dafu/versions/2026042")).unwrap().count();
    assert!(after < before, "{after} of {before}");
    office.lets("周予安", &["diff", &format!("{DRAFT}@上次核对"), DRAFT]);
}
