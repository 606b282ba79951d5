//! Records altered, cut, moved, copied; several writers; keys.

use crate::office::{DRAFT, Office, RECORD};
use std::fs;
use std::path::Path;

#[test]
fn whatever_is_done_to_a_record_is_told() {
    let office = Office::strict();
    office.sign_everything();
    let good = fs::read_to_string(office.path(RECORD)).unwrap();
    let parts: Vec<&str> = good.split("\n[[entry]]\n").collect();
    let joined = |parts: &[&str]| parts.join("\n[[entry]]\n");
    let mut swapped = parts.clone();
    swapped.swap(3, 4);
    for (changed, expected) in [
        (good.replace("林知远", "林志远"), "的内容被改动过"),
        (good.replacen("方远", "方达", 1), "的内容被改动过"),
        (joined(&[&parts[..3], &parts[5..]].concat()), "缺了第3至4条"),
        (joined(&parts[..parts.len() - 1]), "末尾少了1条"),
        (joined(&swapped), "次序被动过"),
        (good.replace("draft = \"2026042.toml\"", "draft = \"2026057.toml\""), "2026057.toml 的核稿记录"),
        (good[..good.len() - 40].to_owned(), "读不出来"),
        (String::new(), "末尾少了"),
    ] {
        fs::write(office.path(RECORD), &changed).unwrap();
        let verified = office.verify();
        assert_eq!(verified.status, 1, "{expected}: {}", verified.out);
        assert!(verified.out.contains(expected), "{expected} in {}", verified.out);
        let export = office.by("周予安", &["export", DRAFT, "--today", "2026-06-30"]);
        assert_eq!(export.status, 1, "{expected}");
        assert!(office.lets("周予安", &["list"]).contains("核稿记录有问题"));
        let more = office.by("林知远", &["review", DRAFT, "--pass", "number"]);
        assert_eq!(more.status, 2, "a broken record takes no more decisions");
    }
    fs::write(office.path(RECORD), &good).unwrap();
    assert_eq!(office.verify().status, 0);
}

#[test]
fn a_record_copied_to_another_draft_does_not_count() {
    let office = Office::strict();
    office.sign_everything();
    fs::copy(office.path(RECORD), office.path("drafts/2026108.review.toml")).unwrap();
    let verified = office.by("周予安", &["review", "verify"]);
    assert_eq!(verified.status, 1);
    assert!(verified.out.contains("这是 2026042.toml 的核稿记录，不是 2026108.toml 的"), "{}", verified.out);
    let export = office.by("周予安", &["export", "drafts/2026108.toml", "--today", "2026-06-30"]);
    assert_eq!(export.status, 1);

    // The same letter under another name is vouched for by whoever renamed it.
    fs::rename(office.path(DRAFT), office.path("drafts/新名.toml")).unwrap();
    fs::rename(office.path(RECORD), office.path("drafts/新名.review.toml")).unwrap();
    assert_eq!(office.by("周予安", &["review", "verify", "drafts/新名.toml"]).status, 1);
    let renamed = ["review", "drafts/新名.toml", "--renamed-from", "2026042.toml", "--reason", "统一命名"];
    office.lets("周予安", &renamed);
    assert_eq!(office.by("周予安", &["review", "verify", "drafts/新名.toml"]).status, 0);
    office.lets("周予安", &["export", "drafts/新名.toml", "--today", "2026-06-30"]);
}

#[test]
fn a_broken_record_is_put_aside_and_everything_is_open_again() {
    let office = Office::strict();
    office.sign_everything();
    let text = fs::read_to_string(office.path(RECORD)).unwrap();
    fs::write(office.path(RECORD), text.replace("林知远", "林志远")).unwrap();
    office.lets("周予安", &["review", DRAFT, "--renew", "--reason", "记录被误改"]);
    assert_eq!(office.verify().status, 0);
    assert!(fs::read_to_string(office.path("drafts/2026042.review.toml.1")).unwrap().contains("林志远"));
    assert!(office.open().len() > 20);
    assert_eq!(office.status()["stage"], "draft");
}

#[test]
fn an_addition_that_was_cut_short_costs_nothing() {
    let office = Office::strict();
    office.sign_everything();
    let good = fs::read(office.path(RECORD)).unwrap();
    let last = good.windows(11).rposition(|window| window == b"\n[[entry]]\n").unwrap();
    // The power goes in the middle of an entry, and of a character.
    let fragment = [&good[last..last + 40], &"方".as_bytes()[..2]].concat();
    fs::write(office.path(RECORD), [&good[..], &fragment[..]].concat()).unwrap();
    let verified = office.verify();
    assert_eq!(verified.status, 0, "{}", verified.out);
    assert!(verified.out.contains("没有写完") && verified.out.contains("完好"), "{}", verified.out);
    assert_eq!(office.status()["missing"].as_array().unwrap().len(), 0, "what was signed stays signed");
    office.lets("林知远", &["review", DRAFT, "--pass", "number"]);
    let verified = office.verify();
    assert!(verified.status == 0 && !verified.out.contains("没有写完"), "{}", verified.out);
    assert!(fs::read(office.path(RECORD)).unwrap().starts_with(&good), "nothing that was whole was touched");
    assert_eq!(fs::read(office.path(".dafu/records/2026042.toml.torn")).unwrap(), fragment);
}

#[test]
fn many_reviewers_at_once_make_one_sound_record() {
    let office = Office::new("");
    std::thread::scope(|scope| {
        for who in ["甲", "乙", "丙", "丁"] {
            let office = &office;
            scope.spawn(move || {
                for item in ["number", "title", "date"] {
                    office.lets(who, &["review", DRAFT, "--pass", item]);
                }
            });
        }
    });
    let verified = office.verify();
    assert!(verified.out.contains("12 条记录，完好"), "{}", verified.out);
}

/// A key of a person, and the list of those who may sign; `None` where there is no `ssh-keygen`.
fn key(folder: &Path, who: &str) -> Option<String> {
    let path = folder.join(format!("key-{}", who.len()));
    let made =
        std::process::Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(&path).status();
    made.ok().filter(std::process::ExitStatus::success)?;
    let public = fs::read_to_string(path.with_extension("pub")).unwrap();
    let list = folder.join("allowed_signers");
    let before = fs::read_to_string(&list).unwrap_or_default();
    fs::write(list, format!("{before}{who} {public}")).unwrap();
    Some(path.display().to_string())
}

#[test]
fn a_signature_by_a_key_proves_who_signed() {
    let office = Office::new("");
    let Some(mine) = key(office.folder.path(), "方远") else { return };
    let rules = |key: &str| {
        let text = format!(
            "[people]\nssh_key = {key:?}\n[review]\nrequired = [\"签发\"]\nallowed_signers = \"allowed_signers\"\nsigned_by_key = true\n"
        );
        fs::write(office.path("dafu.toml"), text).unwrap();
    };
    rules("");
    office.lets("方远", &["review", DRAFT, "--sign", "签发"]);
    assert_eq!(office.status()["missing"][0]["why"], "没有签字", "a name alone does not count here");
    rules(&mine);
    office.lets("方远", &["review", DRAFT, "--sign", "签发"]);
    assert_eq!(office.status()["missing"].as_array().unwrap().len(), 0);
    assert!(office.verify().out.contains("1 个签名成立"), "{}", office.verify().out);
    office.lets("周予安", &["export", DRAFT, "--today", "2026-06-30"]);

    // Somebody else's key under the same name proves nothing.
    let office = Office::new("");
    let other = key(office.folder.path(), "某某某").unwrap();
    let text = format!(
        "[people]\nssh_key = {other:?}\n[review]\nrequired = [\"签发\"]\nallowed_signers = \"allowed_signers\"\nsigned_by_key = true\n"
    );
    fs::write(office.path("dafu.toml"), text).unwrap();
    office.lets("方远", &["review", DRAFT, "--sign", "签发"]);
    let verified = office.verify();
    assert_eq!(verified.status, 1);
    assert!(verified.out.contains("签名不成立"), "{}", verified.out);
    assert_eq!(office.status()["missing"].as_array().unwrap().len(), 1);
}
