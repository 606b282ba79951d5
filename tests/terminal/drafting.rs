//! The form, the picker, the palette and the tutorial, in a terminal.

use super::DRAFT;
use super::session::Session;
use std::fs;

/// A session in a terminal of the usual size, with a draft open whose text has `words`.
fn open(draft: &str, words: &str) -> Session {
    let mut session = Session::start(&[draft], (120, 40));
    session.wait_for(words);
    session
}

#[test]
fn the_form_writes_addressees_and_requests_into_the_file() {
    let mut session = open(DRAFT, "收悉");
    session.keys("\x1b[12~").wait_for("函件");
    // Down to the addressees; one more name, moved before the others.
    session.keys(&"\x1b[B".repeat(5)).wait_for("印发时：").keys("、白露\x1b[1;3D\x1b[1;3D").wait_for("印发时：白露、");
    session.keys("\x1b[6~\x1b[6~").wait_for("来件提了什么要求").keys("加密接驳班次\r").wait_for("没有写明在哪里答复");
    session.keys("\x1bl").wait_for("可选").keys("\r").wait_until("the menu is closed", |it| !it.contains("─ 可选"));
    session.keys("\x1b").wait_until("the form is closed", |it| !it.contains("─ 要素")).keys("\x13").wait_for("已保存");
    let text = fs::read_to_string(session.path(DRAFT)).unwrap();
    assert!(text.contains("addressees = [\"白露\", "), "{text}");
    assert!(text.contains("text = \"加密接驳班次\"") && text.contains("answered_in = \"一\""), "{text}");
}

#[test]
fn the_picker_finds_a_paragraph_of_another_letter_and_puts_it_in() {
    let mut session = open("drafts/2026057.toml", "关于河道清淤");
    session.keys("\x1b/").wait_for("只取正文").keys("gjjb");
    session.wait_for("公交接驳").keys("\x1b").wait_until("the picker is closed", |it| !it.contains("只取正文"));
    session
        .keys("\x1b/")
        .wait_for("只取正文")
        .keys("加密接驳线路")
        .wait_for("旧函")
        .keys("\x1bt")
        .wait_for("[✓] 只取正文");
    session.wait_until("the paragraph is found", |it| it.contains("旧函 1 ") || it.contains("旧函 2 "));
    session
        .keys("\r")
        .wait_until("it is in the letter", |it| !it.contains("只取正文") && it.contains("关于加密接驳线路"));
    session.keys("\x1a").wait_until("it is taken back", |it| !it.contains("关于加密接驳线路"));
}

#[test]
fn a_document_is_cited_with_its_number() {
    let mut session = open(DRAFT, "收悉");
    session.keys("\x1b/").wait_for("只取正文").keys("老旧小区").wait_for("国办发〔2020〕23号").keys("\r");
    session.wait_for("《国务院办公厅关于全面推进城镇老旧小区改造工作的指导意见》");
    session.keys("\x13").wait_for("已保存");
    let text = fs::read_to_string(session.path(DRAFT)).unwrap();
    assert!(text.contains("指导意见》（国办发〔2020〕23号）"), "{text}");
}

#[test]
fn the_palette_finds_by_initials() {
    let mut session = open(DRAFT, "收悉");
    session.keys("改").wait_for("未存").keys("\x1b[20~").wait_for("名称、拼音").keys("bc").wait_for("保存").keys("\r");
    session.wait_for("已保存");
}

#[test]
fn the_tutorial_begins_goes_on_and_is_taken_up_again() {
    let mut session = Session::empty(&["tutor", "--to", "练"], (80, 24));
    session.wait_for("练习 1/11").keys("你好").wait_for("练习 2/11").keys("\x1a").wait_for("练习 3/11");
    session.keys("\x11").ends_with(0);
    assert!(session.path("练/drafts/练习.toml").exists());
    let mut again = session.again(&["tutor", "--to", "练"]);
    again.wait_for("练习 3/11").keys("\x1bz").wait_for("练习 4/11").keys("\x11").ends_with(0);
    let mut anew = session.again(&["tutor", "--to", "练", "--restart"]);
    anew.wait_for("练习 1/11").keys("\x11").ends_with(0);
}

#[test]
fn what_was_typed_and_taken_back_leaves_nothing_to_save() {
    let mut session = open(DRAFT, "收悉");
    session.keys("多余").wait_for("未存").keys("\x1a").wait_for("已存").keys("\x11").ends_with(0);
    assert!(!session.path(".dafu/journal/2026042.toml.journal").exists(), "there is nothing to be found again");
    let mut again = session.again(&[DRAFT]);
    again.wait_for("提出的《关于").wait_for("已存").keys("\x11").ends_with(0);
}
