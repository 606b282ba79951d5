//! The built program in a terminal of its own: what a person types, what stands on the screen, what stands on the disk.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

mod drafting;
mod intake;
mod review;
mod session;
mod workbench;

use session::Session;
use std::fs;

const DRAFT: &str = "drafts/2026042.toml";

#[test]
fn the_library_opens_a_draft_and_what_is_typed_is_saved() {
    let mut session = Session::start(&["."], (120, 40));
    session
        .wait_for("公交接驳")
        .keys("\r")
        .wait_for("提出的《关于")
        .keys("经认真研究，")
        .wait_for("经认真研究，")
        .wait_for("未存 *")
        .keys("\x13")
        .wait_for("已保存");
    let text = fs::read_to_string(session.path(DRAFT)).unwrap();
    assert!(text.contains("body = '''\n经认真研究，"), "{text}");
    session.keys("\x11").ends_with(0);
    assert!(!session.path(".dafu/journal/2026042.toml.journal").exists(), "a saved draft leaves no journal");
}

#[test]
fn a_paste_is_one_step_and_its_line_ends_are_paragraphs() {
    let mut session = Session::start(&[DRAFT], (120, 40));
    session
        .wait_for("提出的《关于")
        .keys("\x1b[200~第一段。\r\n第二段。\r\x1b[201~")
        .wait_for("第二段。")
        .keys("\x13")
        .wait_for("已保存");
    let text = fs::read_to_string(session.path(DRAFT)).unwrap();
    assert!(text.contains("body = '''\n第一段。\n第二段。\n"), "{text}");
    assert!(!text.contains('\r'));
    session
        .keys("\x1a")
        .wait_until("the paste is gone", |screen| !screen.contains("第一段"))
        .keys("\x11")
        .wait_for("保存并退出");
}

#[test]
fn a_paste_that_comes_as_keys_is_one_step_and_its_marks_stay() {
    let mut session = Session::start(&[DRAFT], (120, 40));
    let lines: String = (1..=200).map(|at| format!("第{at}段,\"引用\"(注)。\r\n")).collect();
    session.wait_for("提出的《关于").keys(&lines).wait_for("第200段").keys("\x13").wait_for("已保存");
    let text = fs::read_to_string(session.path(DRAFT)).unwrap();
    assert!(text.contains("body = '''\n第1段,\"引用\"(注)。\n第2段,"), "{text}");
    assert!(text.contains("第199段,\"引用\"(注)。\n第200段,\"引用\"(注)。\n你们提出"), "{text}");
    session.keys("\x1a").wait_until("the paste is gone", |screen| !screen.contains("段,"));

    // What an input method commits is typed: in one run with what follows, its marks made Chinese.
    session.keys("经认真研究并征求意见,").wait_for("征求意见，").keys("现(再次)答复").wait_for("现（再次）答复");
    session.keys("\x1a").wait_until("one run", |screen| !screen.contains("经认真") && !screen.contains("再次"));
    session.keys("\x11").wait_for("保存并退出");
}

#[test]
fn every_size_is_survived() {
    let mut session = Session::start(&[DRAFT], (120, 40));
    session
        .wait_for("人工核对")
        .resize((80, 24))
        .wait_until("the outline is folded", |screen| !screen.contains("提纲"));
    session
        .resize((10, 5))
        .wait_for("终端太小")
        .keys("改")
        .resize((100, 30))
        .wait_until("nothing was typed unseen", |screen| screen.contains("提出的《关于") && !screen.contains('喵'));
    session.resize((200, 60)).wait_for("提纲").keys("\x1b[21~").wait_for("筛选");
}

#[test]
fn a_killed_workbench_gives_the_terminal_back_and_loses_nothing() {
    for (signal, status) in [("TERM", 143), ("HUP", 129)] {
        let mut session = Session::start(&[DRAFT], (80, 24));
        session.wait_for("提出的《关于").keys("一字不丢").wait_for("一字不丢").kill(signal).ends_with(status);
        for restored in ["\x1b[?1049l", "\x1b[?25h", "\x1b[?2004l", "\x1b[?1000l"] {
            assert!(session.output().contains(restored), "{signal}: no {restored:?}");
        }
        assert!(!fs::read_to_string(session.path(DRAFT)).unwrap().contains("一字不丢"));
        let mut again = session.again(&[DRAFT]);
        again.wait_for("已找回上次没有保存的改动").wait_for("一字不丢").keys("\x13").wait_for("已保存");
        assert!(fs::read_to_string(again.path(DRAFT)).unwrap().contains("一字不丢"));
    }
}

#[test]
fn a_workbench_killed_without_warning_loses_nothing_either() {
    let mut session = Session::start(&[DRAFT], (80, 24));
    session.wait_for("提出的《关于").keys("一字不丢").wait_for("一字不丢").kill("KILL");
    session.again(&[DRAFT]).wait_for("已找回上次没有保存的改动").wait_for("一字不丢");
}

/// No signal tells of the end where another program leads the session, as under `su`: the input alone does.
#[test]
#[cfg(target_os = "linux")]
fn a_workbench_whose_terminal_is_gone_ends() {
    let mut session = Session::kept_by_another(DRAFT, (80, 24));
    session.wait_for("提出的《关于").keys("一字不丢").wait_for("一字不丢").kill("KILL");
    let ended = session.path("ended");
    let until = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while !ended.exists() {
        assert!(std::time::Instant::now() < until, "it reads on from a terminal that is gone");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    session.again(&[DRAFT]).wait_for("已找回上次没有保存的改动").wait_for("一字不丢");
}

#[test]
fn a_write_protected_draft_is_only_looked_at() {
    let mut session = Session::start(&["."], (120, 40));
    let path = session.path(DRAFT);
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let before = fs::read_to_string(&path).unwrap();
    session
        .wait_for("公交接驳")
        .keys("\r")
        .wait_for("提出的《关于")
        .wait_for("只读")
        .keys("改")
        .wait_for("文件设为只读")
        .keys("\x13");
    session.keys("\x11").ends_with(0);
    assert_eq!(fs::read_to_string(&path).unwrap(), before);
}

#[test]
fn changes_by_others_are_not_written_over() {
    let mut session = Session::start(&[DRAFT], (80, 24));
    session.wait_for("提出的《关于").keys("我的").wait_for("我的");
    let path = session.path(DRAFT);
    let theirs = fs::read_to_string(&path).unwrap().replace("沈禾", "别人改的");
    fs::write(&path, &theirs).unwrap();
    session
        .keys("\x13")
        .wait_for("重新载入")
        .keys("\r")
        .wait_until("the question is gone", |screen| !screen.contains("重新载入"));
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
}

#[test]
fn an_export_is_refused_without_a_reason_and_says_where_it_went() {
    let mut session = Session::start(&["drafts/2026057.toml"], (120, 40));
    session.wait_for("清溪河").keys("\x1b[15~").wait_for("不能印发").keys("\r").wait_for("须写明理由");
    assert!(!session.path("exports").exists());
    session.keys("领导批准\r").wait_for("您的姓名").keys("周予安\r").wait_for("已导出到");
    assert!(fs::read_to_string(session.path("exports/2026057.txt")).unwrap().contains("顾远山代表："));
    assert!(fs::read_to_string(session.path("drafts/2026057.review.toml")).unwrap().contains("领导批准"));
    session.keys("\x1b[15~").wait_for("不能印发").keys("再发\r").wait_for("已经存在").keys("\x1b");
    session.wait_until("the question is gone", |screen| !screen.contains("已经存在"));
}

#[test]
fn borders_are_plain_where_ambiguous_characters_are_wide() {
    let mut session = Session::start_wide(&["."], (80, 24));
    session.wait_for("筛选").wait_until("plain borders", |screen| screen.contains("---") && !screen.contains('─'));
    session.keys("\x11").ends_with(0);
}

#[test]
fn an_empty_folder_becomes_a_workspace() {
    let mut session = Session::empty(&[], (80, 24));
    session.wait_for("还没有稿件").keys("\x1b[C\r").wait_for("2026108");
    assert!(session.path("dafu.toml").exists());
}

#[test]
fn a_new_draft_is_made_on_the_disk_and_opened() {
    let mut session = Session::start(&["."], (120, 40));
    session.wait_for("公交接驳").keys("\x0e").wait_for("新建：建议的答复").keys("2026099\r关于路灯的建议\r\r");
    session.wait_for("您提出的《关于路灯的建议》（第2026099号）收悉");
    assert!(fs::read_to_string(session.path("drafts/2026099.toml")).unwrap().contains("number = \"2026099\""));
}

#[test]
fn a_section_moves_with_its_number_and_the_file_says_so() {
    let mut session = Session::start(&[DRAFT], (120, 40));
    session
        .wait_for("提出的《关于")
        .keys("\x0c二\r")
        .wait_for("二 第")
        .keys("\x1b[1;3A")
        .wait_for("一、关于改善候车环境");
    session.keys("\x13").wait_for("已保存");
    let text = fs::read_to_string(session.path(DRAFT)).unwrap();
    let order = ["一、关于改善候车环境", "二、关于加密接驳线路", "三、"].map(|words| text.find(words).unwrap());
    assert!(order.is_sorted(), "{text}");
}

#[test]
fn a_path_that_is_nothing_is_told_without_touching_the_terminal() {
    let mut session = Session::empty(&["没有.toml"], (80, 24));
    session.ends_with(2);
    assert!(
        session.output().contains("没有这个文件或文件夹") && !session.output().contains("\x1b[?1049h"),
        "{}",
        session.output()
    );
}

#[test]
fn a_draft_that_is_open_elsewhere_is_only_shown() {
    let mut first = Session::start(&[DRAFT], (120, 40));
    first.wait_for("提出的《关于").keys("第一处").wait_for("第一处");
    let mut second = first.again(&[DRAFT]);
    second.wait_for("已在别处打开").keys("第二处\x13");
    second.keys("\x11").ends_with(0);
    first.keys("\x13").wait_for("已保存");
    let text = fs::read_to_string(first.path(DRAFT)).unwrap();
    assert!(text.contains("第一处") && !text.contains("第二处"), "{text}");
}

#[test]
fn what_was_not_saved_is_brought_together_with_what_others_saved() {
    let mut session = Session::start(&[DRAFT], (120, 40));
    session.wait_for("提出的《关于").keys("一字不丢").wait_for("一字不丢").kill("KILL");
    let path = session.path(DRAFT);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("〔2026〕18号", "〔2026〕19号")).unwrap();
    let mut again = session.again(&[DRAFT]);
    again.wait_for("已找回").wait_for("一字不丢").keys("\x13").wait_for("已保存");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("一字不丢") && text.contains("〔2026〕19号"), "{text}");
}

#[test]
fn what_contradicts_the_file_becomes_a_draft_of_its_own() {
    let mut session = Session::start(&[DRAFT], (120, 40));
    session.wait_for("提出的《关于").keys("一字不丢").wait_for("一字不丢").kill("KILL");
    let path = session.path(DRAFT);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("你们提出的", "您二位提出的")).unwrap();
    let mut again = session.again(&[DRAFT]);
    again.wait_for("2026042-找回");
    let kept = fs::read_to_string(again.path("drafts/2026042-找回.toml")).unwrap();
    assert!(kept.contains("一字不丢"), "{kept}");
    assert!(fs::read_to_string(&path).unwrap().contains("您二位"));
}
