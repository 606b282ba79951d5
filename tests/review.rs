//! A letter's way through its stages, by the commands: the built binary, real files, several persons.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use assert_cmd::Command;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const DRAFT: &str = "drafts/2026042.toml";
const RECORD: &str = "drafts/2026042.review.toml";

struct Ran {
    status: i32,
    out: String,
    err: String,
}

/// An office with the samples and its rules: whoever drafts may not review, and both signatures are asked for.
struct Office {
    folder: TempDir,
}

impl Office {
    fn new(rules: &str) -> Self {
        let office = Self { folder: tempfile::tempdir().unwrap() };
        assert_eq!(office.by("周予安", &["init"]).status, 0);
        fs::write(office.path("dafu.toml"), rules).unwrap();
        office
    }

    fn strict() -> Self {
        Self::new("[review]\nrequired = [\"核稿\", \"签发\"]\nreviewer_is_not_drafter = true\n")
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, who: &str, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("dafu").unwrap();
        command.current_dir(self.folder.path()).args(arguments);
        // Nobody's own name file is to be read or written.
        command.env("DAFU_USER", who).env("XDG_CONFIG_HOME", self.path("own"));
        command
    }

    fn by(&self, who: &str, arguments: &[&str]) -> Ran {
        ran(&mut self.command(who, arguments))
    }

    fn typed(&self, who: &str, arguments: &[&str], typed: &str) -> Ran {
        ran(self.command(who, arguments).write_stdin(typed))
    }

    /// Lets somebody do something that is to succeed.
    fn lets(&self, who: &str, arguments: &[&str]) -> String {
        let ran = self.by(who, arguments);
        assert_eq!(ran.status, 0, "{who} {arguments:?}: {}{}", ran.out, ran.err);
        ran.out
    }

    fn edit(&self, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(DRAFT)).unwrap();
        assert!(text.contains(from), "{from}");
        fs::write(self.path(DRAFT), text.replacen(from, to, 1)).unwrap();
    }

    fn status(&self) -> serde_json::Value {
        serde_json::from_str(&self.lets("周予安", &["review", "status", DRAFT, "--format", "json"])).unwrap()
    }

    /// The items that are open again, by their names.
    fn open(&self) -> Vec<String> {
        let status = self.status();
        let items = status["items"].as_array().unwrap().iter();
        let open = items.filter(|item| matches!(item["state"].as_str(), Some("open" | "changed")));
        open.map(|item| item["item"].as_str().unwrap().to_owned()).collect()
    }

    /// Takes the letter to the leader's signature.
    fn sign_everything(&self) {
        self.lets("周予安", &["review", DRAFT, "--submit"]);
        let all = ["--pass", "elements", "--pass", "body", "--pass", "person"];
        self.lets("林知远", &[&["review", DRAFT][..], &all[..], &["--sign"][..]].concat());
        self.lets("方远", &["review", DRAFT, "--sign", "签发", "--opinion", "同意"]);
    }

    fn verify(&self) -> Ran {
        self.by("周予安", &["review", "verify", DRAFT])
    }
}

fn ran(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    Ran {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

#[test]
fn a_letter_goes_through_all_stages() {
    let office = Office::strict();
    let export = ["export", DRAFT, "--today", "2026-06-30"];
    let refused = office.by("周予安", &export);
    assert_eq!(refused.status, 1);
    assert!(refused.err.contains("核稿：") && refused.err.contains("签发：没有签字"), "{}", refused.err);
    assert!(office.lets("周予安", &["list"]).contains("拟稿"));

    let early = office.by("林知远", &["review", DRAFT, "--pass", "number"]);
    assert_eq!(early.status, 1, "nobody handed it in");
    assert!(early.err.contains("还没有送核"), "{}", early.err);
    office.lets("周予安", &["review", DRAFT, "--submit"]);
    let own = office.by("周予安", &["review", DRAFT, "--pass", "number"]);
    assert_eq!(own.status, 1);
    assert!(own.err.contains("不能核自己拟的稿"), "{}", own.err);

    office.lets("林知远", &["review", DRAFT, "--pass-proven"]);
    let unready = office.by("林知远", &["review", DRAFT, "--sign"]);
    assert_eq!(unready.status, 1);
    assert!(unready.err.contains("没有通过"), "{}", unready.err);
    office.lets("林知远", &["review", DRAFT, "--return", "p7", "--remark", "完工时限与台账不符"]);
    office.lets("林知远", &["review", DRAFT, "--send-back", "--reason", "请核时限"]);
    assert!(office.lets("周予安", &["list"]).contains("拟稿（退回）"));

    office.edit("9月底前完工", "10月底前完工");
    office.lets("周予安", &["review", DRAFT, "--submit"]);
    let rest = ["--pass", "elements", "--pass", "body", "--pass", "person", "--sign"];
    office.lets("林知远", &[&["review", DRAFT][..], &rest[..]].concat());
    assert!(office.lets("周予安", &["list"]).contains("签发"));
    office.lets("方远", &["review", DRAFT, "--sign", "签发"]);
    assert!(office.lets("周予安", &["list"]).contains("待印发"));

    office.lets("周予安", &export);
    assert!(office.lets("周予安", &["list"]).contains("已印发"));
    assert!(office.verify().out.contains("完好"));
    office.edit("10月底前完工", "11月底前完工");
    assert!(office.lets("周予安", &["list"]).contains("核稿"), "what was signed is no longer what is there");
}

#[test]
fn one_character_in_a_signed_letter_opens_what_it_touches() {
    for (from, to, expected) in [
        ("临交函〔2026〕18号", "临交函〔2026〕19号", vec!["number"]),
        ("配车6辆", "配车8辆", vec!["p4", "figures-4", "request-1"]),
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
fn an_export_in_spite_of_missing_sign_offs_is_recorded_and_listed() {
    let office = Office::strict();
    let forced = ["export", DRAFT, "--today", "2026-06-30", "--override", "局长出差，电话同意"];
    office.lets("周予安", &forced);
    let record = fs::read_to_string(office.path(RECORD)).unwrap();
    assert!(record.contains("局长出差") && record.contains("签发：没有签字"), "{record}");
    let listed = office.lets("周予安", &["list"]);
    assert!(listed.contains("强制导出1次"), "{listed}");
    let json = office.lets("周予安", &["list", "--format", "json"]);
    assert!(json.contains("missing_sign_offs\":[\"核稿："), "{json}");
    let checked = office.by("周予安", &["check", DRAFT, "--today", "2026-06-30"]);
    assert_eq!(checked.status, 0, "no finding stands in the letter");
    assert!(checked.out.contains("签字手续：签发：没有签字"), "{}", checked.out);
    let json = office.lets("周予安", &["check", DRAFT, "--today", "2026-06-30", "--format", "json"]);
    assert!(json.starts_with("{\"path\":\"drafts/2026042.toml\",\"ready\":false"), "{json}");
}

#[test]
fn each_co_handler_countersigns() {
    let office = Office::new("[review]\nrequired = [\"签发\"]\nco_handlers_countersign = true\n");
    office.lets("周予安", &["review", DRAFT, "--submit"]);
    let early = office.by("方远", &["review", DRAFT, "--sign", "签发"]);
    assert_eq!(early.status, 1);
    assert!(early.err.contains("市公安局、东洲街道办事处没有会签"), "{}", early.err);
    let stranger = office.by("甲", &["review", DRAFT, "--sign", "会签", "--unit", "市财政局"]);
    assert_eq!(stranger.status, 1);
    office.lets("甲", &["review", DRAFT, "--sign", "会签", "--unit", "市公安局"]);
    assert!(office.lets("周予安", &["list"]).contains("会签"));
    office.lets("乙", &["review", DRAFT, "--sign", "会签", "--unit", "东洲街道办事处"]);
    office.lets("方远", &["review", DRAFT, "--sign", "签发"]);
    assert!(office.lets("周予安", &["list"]).contains("待印发"));
}

#[test]
fn only_those_named_may_review_and_sign() {
    let office = Office::new("[review]\nreviewers = [\"林知远\"]\nsigners = [\"方远\"]\n");
    let refused = office.by("甲", &["review", DRAFT, "--pass", "number"]);
    assert_eq!(refused.status, 1);
    assert!(refused.err.contains("甲不在可以核稿的人员之列（林知远）"), "{}", refused.err);
    office.lets("林知远", &["review", DRAFT, "--pass", "number"]);
    assert_eq!(office.by("林知远", &["review", DRAFT, "--sign", "签发"]).status, 1);
    let wrong = Office::new("[review]\nrequired = [\"盖章\"]\n");
    let ran = wrong.by("甲", &["review", "status", DRAFT]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("“盖章”不是签字环节"), "{}", ran.err);
}

#[test]
fn the_walk_in_a_terminal() {
    let office = Office::strict();
    office.lets("周予安", &["review", DRAFT, "--submit"]);
    // What the machine has proven at once, then one sent back, one not applicable, one left, and an end.
    let walked = office.typed("林知远", &["review", DRAFT], "\n2\n\n层次不清\n不适用\n与本件无关\n４\n0\n");
    assert_eq!(walked.status, 0, "{}", walked.err);
    for words in ["机器已查证", "第2段", "要求　", "退回 1 项"] {
        assert!(walked.out.contains(words), "{words} in {}", walked.out);
    }
    let record = fs::read_to_string(office.path(RECORD)).unwrap();
    assert!(record.contains("层次不清") && record.contains("与本件无关"), "{record}");

    // Passing everything leads to the signature.
    let all = "\n".repeat(80);
    let office = Office::strict();
    office.lets("周予安", &["review", DRAFT, "--submit"]);
    let walked = office.typed("林知远", &["review", DRAFT], &all);
    assert!(walked.out.contains("核稿已签字（林知远）"), "{}", walked.out);

    // After a change only what it touched is asked, with the change shown.
    office.edit("配车6辆", "配车8辆");
    let walked = office.typed("林知远", &["review", DRAFT], &all);
    assert!(walked.out.contains("配车[-6-]{+8+}辆"), "{}", walked.out);
    assert!(!walked.out.contains("第2段"), "{}", walked.out);
    let own = office.typed("周予安", &["review", DRAFT], "\n");
    assert_eq!(own.status, 1);
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
    for number in 1..6 {
        office.edit("配车", "配车 ");
        office.lets("周予安", &["check", "--fix", DRAFT, "--today", "2026-06-30", "--quiet"]);
        office.edit("配车", &format!("配齐{number}配车"));
        office.lets("周予安", &["review", DRAFT, "--submit"]);
    }
    let before = fs::read_dir(office.path(".dafu/versions/2026042")).unwrap().count();
    office.lets("周予安", &["history", DRAFT, "--prune"]);
    let after = fs::read_dir(office.path(".dafu/versions/2026042")).unwrap().count();
    assert!(after < before, "{after} of {before}");
    office.lets("周予安", &["diff", &format!("{DRAFT}@上次核对"), DRAFT]);
}

#[test]
fn the_sheet_is_printed() {
    let office = Office::strict();
    office.sign_everything();
    let sheet = office.lets("周予安", &["review", "sheet", DRAFT]);
    for words in ["核稿单", "✓ 发文字号　通过　林知远", "签发　同意　方远", "· 配车6辆", "（有效）"]
    {
        assert!(sheet.contains(words), "{words} in {sheet}");
    }
    office.lets("周予安", &["review", "sheet", DRAFT, "-o", "核稿单.txt"]);
    assert_eq!(
        office.by("周予安", &["review", "sheet", DRAFT, "-o", "核稿单.txt"]).status,
        2,
        "nothing is overwritten"
    );
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

#[test]
fn by_default_nothing_is_asked_for() {
    let office = Office::new("");
    office.lets("周予安", &["export", DRAFT, "--today", "2026-06-30"]);
    assert!(!office.path(RECORD).exists(), "no record is made where nobody uses stages");
    assert!(office.lets("周予安", &["list"]).contains("已导出"));
    assert!(office.verify().out.contains("没有核稿记录"));
}
