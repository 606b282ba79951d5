//! Drafter, reviewer and leader, each in a terminal of their own, on one folder.

use crate::DRAFT;
use crate::session::Session;
use std::fs;
use std::time::{Duration, Instant};

const RECORD: &str = "drafts/2026042.review.toml";
const RULES: &str =
    "[review]\nrequired = [\"核稿\", \"签发\"]\nco_handlers_countersign = true\nreviewer_is_not_drafter = true\n";
/// Within this long each is to see what the other did.
const TWO_SECONDS: Duration = Duration::from_secs(2);

const F4: &str = "\x1bOS";
const SHIFT_F4: &str = "\x1b[1;2S";
const F5: &str = "\x1b[15~";
const F7: &str = "\x1b[18~";
const F8: &str = "\x1b[19~";
const CTRL_B: &str = "\x02";
const ESC: &str = "\x1b";

/// A workspace with the rules of a strict office and nobody in it.
fn office() -> Session {
    let session = Session::start(&["没有.toml"], (80, 24));
    fs::write(session.path("dafu.toml"), RULES).unwrap();
    session
}

/// Passes items until nothing waits any more.
fn pass_everything(reviewer: &mut Session) {
    reviewer.keys(F8).wait_for("一并通过　Esc").keys("\r").wait_for("已一并通过");
    for _ in 0..60 {
        reviewer.keys("\r");
    }
    reviewer.wait_for("各项都已核过");
}

#[test]
fn a_letter_goes_through_all_stages_by_keys() {
    let office = office();
    let at = |who: &str, size| office.by(who, &[DRAFT], size);
    let mut drafter = at("周予安", (120, 40));
    drafter.wait_for("提出的《关于").keys(F5).wait_for("签字手续还没有完成").keys(ESC);
    drafter.wait_until("the gate is closed", |screen| !screen.contains("签字手续"));
    drafter.keys(SHIFT_F4).wait_for("请核稿人核").keys("\r").wait_for("请核稿人留意").keys("\r").wait_for("已送核");

    // One item is sent back, and the letter with it.
    let mut reviewer = at("林知远", (80, 24));
    reviewer.wait_for("提出的《关于").keys(F4).wait_for("第1项 共43项").keys(CTRL_B).wait_for("退回：发文机关");
    reviewer.keys("应为全称\r").wait_for("退回：应为全称").wait_for("第2项");
    pass_everything(&mut reviewer);
    reviewer.wait_for("退回 1 项").keys(SHIFT_F4).wait_for("整份退回").keys("\r").wait_for("为什么退回");
    reviewer.keys("请核机关名称\r").wait_for("已退回拟稿人");
    drafter.wait_for("林知远 退回拟稿：请核机关名称");

    // It is handed in again as it is; only what was sent back is asked again.
    drafter
        .keys(SHIFT_F4)
        .wait_for("林知远退回")
        .keys("\r")
        .wait_for("请核稿人留意")
        .keys("名称无误\r")
        .wait_for("已送核");
    reviewer.wait_for("周予安 送核：名称无误").keys(F7).wait_for("发文机关 ✗ 退回").keys("\r").wait_for("43/43");
    reviewer
        .keys(SHIFT_F4)
        .wait_for("待签")
        .keys("\r")
        .wait_for("意见，可以不写")
        .keys("\r")
        .wait_for("已记下：核稿签字");

    let mut unit = at("顾远山", (100, 30));
    for name in ["市公安局", "东洲街道办事处"] {
        unit.wait_for("提出的《关于")
            .keys(SHIFT_F4)
            .wait_for("待签")
            .keys("\r")
            .wait_for(&format!("会签（代表{name}）"));
        unit.keys("\r").wait_for(&format!("已记下：会签（{name}）签字"));
    }
    let mut leader = at("方远", (200, 60));
    leader.wait_for("提出的《关于").keys(SHIFT_F4).wait_for("待签").keys("\r").wait_for("签发签字").keys("同意\r");
    leader.wait_for("已记下：签发签字：同意").keys(F5).wait_for("已导出到").keys(F4).wait_for("已印发");
    leader.keys(SHIFT_F4).wait_for("可以打印").keys("\x1b[F\r").wait_for("已写入");
    let sheet = fs::read_to_string(office.path("exports/2026042-核稿单.txt")).unwrap();
    assert!(sheet.contains("会签（市公安局）　同意　顾远山") && sheet.contains("签发　同意　方远"), "{sheet}");

    let record = fs::read_to_string(office.path(RECORD)).unwrap();
    for words in ["请核机关名称", "名称无误", "stage = \"countersign\"", "action = \"export\""] {
        assert!(record.contains(words), "{words} in {record}");
    }
    assert!(fs::read_to_string(office.path("exports/2026042.txt")).unwrap().contains("沈禾"));
}

#[test]
fn drafter_and_reviewer_see_each_other_within_two_seconds_and_keep_their_places() {
    let office = office();
    let mut drafter = office.by("周予安", &[DRAFT], (120, 40));
    drafter
        .wait_for("提出的《关于")
        .keys(SHIFT_F4)
        .wait_for("请核稿人核")
        .keys("\r")
        .wait_for("请核稿人留意")
        .keys("\r")
        .wait_for("已送核");
    let mut reviewer = office.by("林知远", &[DRAFT], (120, 40));
    reviewer.wait_for("已在别处打开").keys(F4).wait_for("第1项");
    for _ in 0..30 {
        reviewer.keys("\x1b[C");
    }
    reviewer.wait_for("第31项 共43项").wait_for("其余9座将于9月底前完工　〔9座");

    drafter.keys("经研究，\x13").wait_for("已保存");
    let saved = Instant::now();
    reviewer.wait_for("存了新稿，已跟上").wait_for("经研究，你们提出的");
    assert!(saved.elapsed() < TWO_SECONDS, "{:?}", saved.elapsed());
    reviewer.wait_for("第31项 共43项");

    reviewer.keys("\x1br").wait_for("批注：“其余9座").keys("与台账不符\r").wait_for("已记下");
    let said = Instant::now();
    drafter.wait_for("林知远 批注“其余9座将于9月底前完工”：与台账不符").wait_for("»");
    assert!(said.elapsed() < TWO_SECONDS, "{:?}", said.elapsed());

    // Neither overwrites the other: the drafter types on while the reviewer decides.
    drafter.keys("再改，").keys("\x13");
    reviewer.keys("\r");
    drafter.wait_for("再改，");
    reviewer.wait_for("经研究，再改，");
    let text = fs::read_to_string(office.path(DRAFT)).unwrap();
    assert!(text.contains("经研究，再改，你们提出的"), "{text}");
    let record = fs::read_to_string(office.path(RECORD)).unwrap();
    assert_eq!(record.matches("\n[[entry]]\n").count(), 3, "{record}");
}

#[test]
fn what_others_save_waits_for_ones_own_unsaved_changes() {
    let office = office();
    let mut drafter = office.by("周予安", &[DRAFT], (120, 40));
    drafter.wait_for("提出的《关于").keys("我的，").wait_for("我的，你们");
    let path = office.path(DRAFT);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("配车6辆", "配车8辆").replace("〔2026〕18号", "〔2026〕19号")).unwrap();
    drafter
        .wait_for("存了新稿。按 Alt+U")
        .keys("\x1bu")
        .wait_for("已与别处的改动合并")
        .wait_for("配车8辆")
        .wait_for("我的，你们");
    drafter.keys("\x13").wait_for("已保存");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("我的，你们") && text.contains("配车8辆") && text.contains("〔2026〕19号"), "{text}");

    // What was merged and not saved is in the journal.
    drafter.keys("又，").wait_for("又，");
    fs::write(&path, text.replace("〔2026〕19号", "〔2026〕20号")).unwrap();
    drafter
        .wait_for("按 Alt+U")
        .keys("\x1bu")
        .wait_for("已与别处的改动合并")
        .keys("再，")
        .wait_for("再，")
        .kill("KILL");
    let mut again = office.by("周予安", &[DRAFT], (120, 40));
    again.wait_for("已找回").keys("\x13").wait_for("已保存");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("又，再，") && text.contains("〔2026〕20号") && text.contains("配车8辆"), "{text}");
}

#[test]
fn what_contradicts_ones_own_changes_is_decided_place_by_place() {
    let office = office();
    let mut drafter = office.by("周予安", &[DRAFT], (100, 30));
    drafter.wait_for("提出的《关于").keys("我写的，").wait_for("我写的，你们");
    let path = office.path(DRAFT);
    let text = fs::read_to_string(&path).unwrap();
    let theirs = text.replacen("body = '''\n", "body = '''\n别处写的，", 1).replace("配车6辆", "配车8辆");
    fs::write(&path, &theirs).unwrap();
    drafter.wait_for("按 Alt+U").keys("\x1bu").wait_for("有 1 处不一致").wait_for("我写的，").wait_for("别处写的，");
    // Nothing is decided by itself, and nothing is lost by looking.
    drafter.keys("\r").wait_for("还有 1 处没有选").keys("\x1b");
    drafter.wait_until("the view is closed", |screen| !screen.contains("处不一致"));
    drafter.keys("\x1bu").wait_for("有 1 处不一致").keys("\x1b[C\x1b[D").wait_for("两个都留").keys("\r");
    drafter.wait_for("已与别处的改动合并").wait_for("配车8辆").keys("\x13").wait_for("已保存");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("我写的，") && text.contains("别处写的，") && text.contains("配车8辆"), "{text}");
}

#[test]
fn signatures_given_at_the_same_moment_are_both_kept() {
    let office = office();
    fs::write(office.path("dafu.toml"), "[review]\nco_handlers_countersign = true\n").unwrap();
    let mut units = ["市公安局", "东洲街道办事处"].map(|name| (name, office.by(name, &[DRAFT], (100, 30))));
    for (at, (name, unit)) in units.iter_mut().enumerate() {
        unit.wait_for("提出的《关于").keys(SHIFT_F4).wait_for("会签：");
        // From the top: handing in, the review, then the units.
        unit.keys("\x1b[H").keys(&"\x1b[B".repeat(2 + at)).keys("\r").wait_for(&format!("会签（代表{name}）"));
    }
    for (_, unit) in &mut units {
        unit.keys("同意\r");
    }
    for (name, unit) in &mut units {
        unit.wait_for(&format!("已记下：会签（{name}）签字：同意"));
    }
    let record = fs::read_to_string(office.path(RECORD)).unwrap();
    assert_eq!(record.matches("stage = \"countersign\"").count(), 2, "{record}");
    let mut status = office.by("周予安", &["review", "verify", DRAFT], (80, 24));
    status.wait_for("2 条记录，完好").ends_with(0);
}

#[test]
fn the_name_is_asked_for_once_in_workbench_and_walk() {
    let office = Session::start(&["没有.toml"], (80, 24));
    let mut reviewer = office.by("", &[DRAFT], (120, 40));
    reviewer
        .wait_for("提出的《关于")
        .keys(F4)
        .wait_for("第1项")
        .keys("\r")
        .wait_for("您的姓名")
        .keys("林知远\r")
        .wait_for("第2项");
    assert!(fs::read_to_string(office.path(RECORD)).unwrap().contains("who = \"林知远\""));
    reviewer.keys("\r").wait_for("第3项").keys("\x11").ends_with(0);
    // The walk in a plain terminal knows the name by now; without it, it asks too.
    let mut walk = office.by("", &["review", DRAFT], (120, 40));
    walk.wait_for("机器已查证").keys("0\r").ends_with(0);
    assert!(!walk.output().contains("您的姓名"));
    fs::remove_dir_all(office.path("own")).unwrap();
    let mut walk = office.by("", &["review", DRAFT], (120, 40));
    walk.wait_for("您的姓名").keys("方远\r").wait_for("机器已查证").keys("4\r").wait_for("标题").keys("\r");
    walk.wait_for("签发人").keys("0\r").ends_with(0);
    assert!(fs::read_to_string(office.path(RECORD)).unwrap().contains("who = \"方远\""));
}

#[test]
fn an_override_is_recorded_only_when_the_letter_is_out() {
    let office = office();
    let mut drafter = office.by("周予安", &[DRAFT], (120, 40));
    drafter.wait_for("提出的《关于");
    // A file where the folder should be: the letter cannot be written.
    fs::write(office.path("exports"), "").unwrap();
    drafter.keys(F5).wait_for("会签：").keys("领导电话同意\r").wait_for("没有导出");
    assert!(!office.path(RECORD).exists());
    fs::remove_file(office.path("exports")).unwrap();
    drafter.keys(F5).wait_for("会签：").keys("领导电话同意\r").wait_for("已导出到");
    assert!(fs::read_to_string(office.path(RECORD)).unwrap().contains("领导电话同意"));
    let mut list = office.by("周予安", &["list"], (120, 40));
    list.wait_for("强制导出1次").ends_with(0);
}

#[test]
fn an_earlier_version_is_looked_at_and_put_back() {
    let office = Session::start(&["没有.toml"], (80, 24));
    let mut drafter = office.by("周予安", &[DRAFT], (120, 40));
    drafter.wait_for("提出的《关于").keys("经研究，\x13").wait_for("已保存").keys("\x1bh").wait_for("历史版本");
    drafter.keys("\x1b[B\r").wait_for("花脸稿：与第1版").wait_for("第 1/1 处").keys(F5).wait_for("已写入");
    assert!(fs::read_to_string(office.path("exports/2026042-花脸稿.txt")).unwrap().contains("{+经研究，+}"));
    drafter.keys(ESC).wait_for("F8 恢复").keys(F8).wait_for("已恢复为第1版").keys("\x13").wait_for("已保存");
    assert!(!fs::read_to_string(office.path(DRAFT)).unwrap().contains("经研究，"));
    drafter.keys("\x1a\x13").wait_for("经研究，你们");
}

/// A key pair in the folder, with a passphrase or without; nothing where there is no `ssh-keygen`.
fn key(office: &Session, name: &str, passphrase: &str) -> Option<String> {
    let path = office.path(name);
    let mut command = std::process::Command::new("ssh-keygen");
    let made = command.args(["-q", "-t", "ed25519", "-N", passphrase, "-f"]).arg(&path).status();
    made.ok().filter(std::process::ExitStatus::success)?;
    Some(path.display().to_string())
}

#[test]
fn a_key_signs_and_one_with_a_passphrase_is_told_of_and_does_not_hang() {
    let office = Session::start(&["没有.toml"], (80, 24));
    let Some(open) = key(&office, "open", "") else { return };
    let closed = key(&office, "closed", "一句口令").unwrap();
    let rules = |key: &str| {
        let text = format!("[people]\nssh_key = {key:?}\n[review]\nrequired = [\"签发\"]\nsigned_by_key = true\n");
        fs::write(office.path("dafu.toml"), text).unwrap();
    };
    let sign = |leader: &mut Session, note: &str, told: &str| {
        leader
            .wait_for("提出的《关于")
            .keys(SHIFT_F4)
            .wait_for("待签")
            .keys(&format!("\x1b[F{}\r", "\x1b[A".repeat(3)));
        leader.wait_for(note).keys("同意\r").wait_for(told);
    };
    rules("");
    sign(&mut office.by("方远", &[DRAFT], (120, 40)), "要用密钥签才算数", "已记下：签发签字");
    rules(&closed);
    sign(&mut office.by("方远", &[DRAFT], (120, 40)), "签名", "先在终端里用 ssh-add 加入");
    rules(&open);
    sign(&mut office.by("方远", &[DRAFT], (120, 40)), "签名", "已用 SSH 密钥签名");
    office.by("方远", &["review", "verify", DRAFT], (80, 24)).wait_for("1 个签名成立").ends_with(0);
}

#[test]
fn whoever_reads_does_not_keep_the_drafter_from_writing() {
    let office = office();
    let mut reviewer = office.by("林知远", &[DRAFT], (120, 40));
    reviewer.wait_for("提出的《关于").keys(F4).wait_for("第1项").wait_for("只读");
    let mut drafter = office.by("周予安", &[DRAFT], (120, 40));
    drafter.wait_for("提出的《关于").keys("经研究，\x13").wait_for("已保存");
    reviewer.wait_for("已跟上");
    // Whoever reviews may still write when nobody else does, from the text as it is by then.
    drafter.keys("\x11").ends_with(0);
    reviewer.keys("\x1b\x1b").wait_for("提纲").keys("又，").wait_for("又，").keys("\x13").wait_for("已保存");
    let text = fs::read_to_string(office.path(DRAFT)).unwrap();
    assert!(text.contains("又，经研究，") || text.contains("经研究，又，"), "{text}");
}
