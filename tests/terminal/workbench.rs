//! The workbench as an editor: mouse, undo, search, palette, colours, keys.

use std::fs;

use super::DRAFT;
use super::session::Session;

/// A press of the left button in a column and row of the screen, from 0, and its release.
fn click(column: u16, row: u16) -> String {
    format!("\x1b[<0;{0};{1}M\x1b[<0;{0};{1}m", column + 1, row + 1)
}

fn drag(from: (u16, u16), to: (u16, u16)) -> String {
    format!("\x1b[<0;{};{}M\x1b[<32;{2};{3}M\x1b[<0;{2};{3}m", from.0 + 1, from.1 + 1, to.0 + 1, to.1 + 1)
}

/// The column of the first character of a paragraph in such a session.
const FIRST: u16 = 1 + 4;

/// A session on a draft whose body is `body`, without side panes: its rows begin in column 1 of row 1, its paragraphs behind
/// their indent.
fn with_body(body: &str) -> Session {
    let mut session = Session::with_file(DRAFT, &draft(body), &[DRAFT], (80, 24));
    session.wait_for("检查").keys("\x1bb").wait_until("no side panes", |screen| !screen.contains("检查"));
    session
}

fn draft(body: &str) -> String {
    format!("format = 1\nkind = \"建议\"\n\n[letter]\nissuer = \"临江市交通运输局\"\nbody = '''\n{body}\n'''\n")
}

fn body(session: &Session) -> String {
    let text = fs::read_to_string(session.path(DRAFT)).unwrap();
    text.split("'''\n").nth(1).unwrap().to_owned()
}

#[test]
fn a_click_sets_the_cursor_and_a_drag_selects() {
    let mut session = with_body("经研究，现答复如下：");
    session.keys(&click(FIRST + 8, 1)).keys("好").wait_for("经研究，好现答复如下");
    session.keys(&drag((FIRST, 1), (FIRST + 6, 1))).keys("已").wait_for("已，好现答复如下");
    session.keys("\x13").wait_for("已保存");
    assert_eq!(body(&session).trim_end(), "已，好现答复如下：");
}

#[test]
fn clicks_repeated_at_once_select_words_sentence_and_paragraph() {
    for (times, left) in [(2, "甲。经改，乙丙。丁"), (3, "甲。改丁"), (4, "改")] {
        let mut session = with_body("甲。经研究，乙丙。丁");
        session.keys(&click(FIRST + 8, 1).repeat(times)).keys("改").wait_for(left).keys("\x13").wait_for("已保存");
        assert_eq!(body(&session).trim_end(), left);
    }
}

#[test]
fn undo_goes_back_step_by_step_to_what_was_saved() {
    let mut session = with_body("原文");
    session.keys("甲乙").keys("\x1b[D").keys("丙").wait_for("甲丙乙").wait_for("未存");
    session.keys("\x1a").wait_for("甲乙原文").keys("\x1a").wait_until("the text as it was", |screen| {
        screen.contains("原文") && !screen.contains('甲') && screen.contains("已存")
    });
    session.keys("\x19\x19").wait_for("甲丙乙原文").keys("\x11").wait_for("保存并退出");
}

#[test]
fn undo_after_a_crash_reaches_what_was_saved() {
    let mut session = with_body("原文");
    session.keys("一字不丢").wait_for("一字不丢原文").kill("KILL");
    let mut again = session.again(&[DRAFT]);
    again.wait_for("已找回").wait_for("一字不丢原文").keys("\x1a");
    again.wait_until("the saved text", |screen| !screen.contains("一字不丢") && screen.contains("已存 ✓"));
    again.keys("\x11").ends_with(0);
}

#[test]
fn a_search_counts_and_replaces_in_body_and_elements_at_once() {
    let mut session = with_body("交通运输局与交通运输局");
    session.keys("\x06交通运输").wait_for("第2/3处").keys("\r").wait_for("第3/3处").keys("\r").wait_for("第1/3处");
    session.wait_for("发文机关：临江市交通运输局").keys("\x1b");
    session.wait_until("the search is closed", |screen| !screen.contains("查找"));
    session.keys("\x12").wait_for("替换为").keys("\t水务").wait_for("水务").keys("\x1ba").wait_for("要素 1 处");
    session.keys("\x13").wait_for("已保存");
    assert!(fs::read_to_string(session.path(DRAFT)).unwrap().contains("临江市水务局"));
    assert_eq!(body(&session).trim_end(), "水务局与水务局");
}

#[test]
fn the_palette_is_found_by_pinyin_and_leads_to_sections() {
    let mut session = with_body("收悉。\n一、清淤\n二、排涝");
    session.keys("\x1b[20~").wait_for("命令").keys("pl").wait_for("转到 二、排涝").keys("\r").keys("甲");
    session.wait_for("甲二、排涝").keys("\x1b[20~baocun").wait_for("保存").keys("\r").wait_for("已保存");
    assert_eq!(body(&session).trim_end(), "收悉。\n一、清淤\n甲二、排涝");
}

#[test]
fn colours_are_those_of_the_file_and_can_be_changed() {
    let text = "[workbench]\ntheme = \"light\"\n";
    let mut session = Session::with_file("dafu.toml", text, &[DRAFT], (80, 24));
    session.wait_for("提出的《关于");
    assert!(session.output().contains("38;5;235") && session.output().contains("48;5;231"), "light");
    session.keys("\x1bk").wait_for("配色：深色");
    assert!(session.output().contains("48;5;234"), "dark");
}

#[test]
fn without_colours_nothing_is_coloured() {
    let mut session = Session::without_colours(&["drafts/2026057.toml"], (120, 40));
    session.wait_for("清溪河").keys("\x1b[18~").wait_for("第1/").keys("\x1b");
    session.wait_until("the form is closed", |screen| screen.contains("提纲"));
    let output = session.output();
    for sequence in output.split("\x1b[").skip(1) {
        let end = sequence.find(|it: char| !it.is_ascii_digit() && it != ';').unwrap_or(0);
        let style = sequence[end..].starts_with('m');
        let numbers = sequence[..end].split(';').filter_map(|number| number.parse::<u32>().ok());
        let coloured = numbers.filter(|_| style).any(|it| matches!(it, 30..=38 | 40..=48 | 58 | 90..=97 | 100..=107));
        assert!(!coloured, "{:?}", &sequence[..end]);
    }
}

#[test]
fn keys_of_the_file_work_and_a_bad_line_is_told() {
    let text = "[keys]\nfind = \"Ctrl+T\"\nsvae = \"F12\"\n";
    let mut session = Session::with_file("dafu.toml", text, &[DRAFT], (100, 30));
    session.wait_for("第 3 行：没有名为“svae”的命令").wait_for("提出的《关于");
    session.keys("\x14").wait_for("查找").keys("接驳").wait_for("第1/");
    session.keys("\x1b").keys("\x1bOP").wait_for("按键").keys("\x1b[6~\x1b[6~").wait_for("Ctrl+T");
}

#[test]
fn a_broken_file_of_settings_stops_nothing() {
    let mut session = Session::with_file("dafu.toml", "[workbench]\ntheme = 3\n", &[DRAFT], (100, 30));
    session
        .wait_for("设置没有生效")
        .wait_for("第 2 行")
        .keys("\r")
        .wait_for("提出的《关于")
        .keys("好")
        .wait_for("好你们提出的");
}

#[test]
fn marks_typed_among_chinese_are_full_width_and_backspace_gives_them_back() {
    let mut session = with_body("");
    session
        .keys("收悉,(一)约3.5公里")
        .wait_for("收悉，（一）约3.5公里")
        .keys(".")
        .wait_for("公里。")
        .keys("\x7f")
        .wait_for("公里.");
}

#[test]
fn rare_characters_survive_typing_and_saving() {
    let text = "䶮𠅤e\u{301}👩‍🌾〇";
    let mut session = with_body("");
    session.keys(text).wait_for("䶮𠅤").keys("\x13").wait_for("已保存");
    assert_eq!(body(&session).trim_end(), text);
    session
        .keys("\x7f\x7f\x7f\x7f")
        .wait_until("whole characters went", |screen| screen.contains('䶮') && !screen.contains('𠅤'));
    session.keys("\x13").wait_until("saved", |screen| screen.contains("已保存"));
    assert_eq!(body(&session).trim_end(), "䶮");
}

#[test]
fn what_is_typed_between_the_panes_leaves_the_screen_as_if_drawn_anew() {
    let long = "经研究，我局会同有关单位对接驳线路、“候车亭”和非机动车停放区逐一核对，今年计划改造24座，已完成15座。"
        .repeat(4);
    let text = draft(&format!("{long}\n一、接驳线路\n{long}"));
    let mut session = Session::with_file(DRAFT, &text, &[DRAFT], (120, 40));
    session.wait_for("检查").wait_for("接驳线路").keys(&"\x1b[C".repeat(20));
    for typed in ["新增", "内容，", "2026年", "“A1”，", "\x7f\x7f", "\x1b[D\x1b[D", "甲乙丙丁戊己庚辛壬癸", "\x7f"]
    {
        session.keys(typed);
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    // Whoever asks where to go is offered the findings, so that the letter is checked then.
    session.wait_for("庚辛壬").keys("\x13").wait_for("已保存").keys("\x07").wait_for("转到").keys("\x1b");
    // The status line tells of the place of the cursor; a blank that was written is one that was not.
    let above = |screen: &str| screen.lines().take(38).map(str::trim_end).collect::<Vec<_>>().join("\n");
    let shown = std::cell::RefCell::new(String::new());
    session.wait_until("the question is closed", |screen| {
        *shown.borrow_mut() = above(screen);
        // Its lower edge goes last.
        screen.contains("已存 ✓") && !screen.contains('└') && !screen.contains("转到")
    });
    session.keys("\x11").ends_with(0);
    let mut again = session.again(&[DRAFT]);
    again.wait_until("the same screen", |screen| above(screen) == *shown.borrow());
}

#[test]
fn places_are_offered_while_one_types() {
    let mut session = with_body("收悉。\n一、清淤\n（一）河道\n二、排涝");
    session.keys("\x07").wait_for("转到").wait_for("（一）河道").keys("pl");
    session.wait_until("only what answers", |screen| !screen.contains("（一）河道　") && screen.contains("二、排涝"));
    session.keys("\r").keys("甲").wait_for("甲二、排涝").keys("\x07#1").wait_for("#1 ✗").keys("\x1b");
}

#[test]
fn what_is_of_one_kind_is_mended_together() {
    let mut session = with_body("收悉。\n经研究,现答复如下。\n一、清淤,排涝。");
    session.keys("\x07#").wait_for("中文里的“,”").keys("\x1b");
    session.wait_until("the question is closed", |screen| !screen.contains("转到"));
    session.keys(&click(FIRST + 6, 2));
    session.keys("\x1b[19~").wait_for("同类 2 处").keys("\x1ba").wait_for("同类修正 2 处").keys("\r");
    session.wait_for("清淤，排涝").wait_for("经研究，现").keys("\x1a").wait_for("清淤,排涝").wait_for("经研究,现");
}
