use super::{Bench, typed, with_body};
use crate::app::{Effect, Message};

macro_rules! cases {
    ($($name:ident: $before:literal, $keys:literal => $after:literal;)*) => {
        $(#[test] fn $name() { assert_eq!(typed($before, $keys), $after); })*
    };
}

cases! {
    text_is_typed: "一、|", "支持东洲<Enter>（一）" => "一、支持东洲\n（一）|";
    full_width_marks_are_text: "|", "？／ｎ" => "？／ｎ|";
    backspace_takes_one_character: "答复|", "<Backspace>" => "答|";
    backspace_joins_paragraphs: "一\n|二", "<Backspace>" => "一|二";
    delete_joins_paragraphs: "一|\n二", "<Delete>" => "一|二";
    backspace_takes_a_letter_with_its_accent: "e\u{301}|", "<Backspace>" => "|";
    a_word_is_never_a_sentence: "经研究，现答复如下|。", "<Ctrl+Backspace>" => "经研究，现答复|。";
    a_word_stops_at_a_mark: "经研究，|现答复", "<Ctrl+H>" => "经研究|现答复";
    digits_are_one_word: "投入435万元|", "<Ctrl+W><Ctrl+W>" => "投入|";
    delete_word: "|2023年，投入", "<Ctrl+Delete><Ctrl+Delete>" => "|，投入";
    arrows: "一二|三", "<←><←><→>甲" => "一甲|二三";
    home_and_end: "一二\n三|四", "<Home>甲<End>乙" => "一二\n甲三四乙|";
    top_and_bottom: "一\n二|", "<Ctrl+Home>甲<Ctrl+End>乙" => "甲一\n二乙|";
    paragraphs: "一\n\n二|\n三", "<Ctrl+↑><Ctrl+↑>甲<Ctrl+↓>乙" => "甲一\n\n乙|二\n三";
    selecting: "一二三|", "<Shift+←><Shift+←>" => "一[二三]";
    selecting_words: "全力支持|", "<Ctrl+Shift+←>" => "全力[支持]";
    typing_replaces_a_selection: "一二三|", "<Shift+←><Shift+←>甲" => "一甲|";
    an_arrow_leaves_a_selection: "一二三|", "<Shift+←><Shift+←><←>甲" => "一甲|二三";
    cut_and_paste: "一二三|", "<Shift+←><Ctrl+X><Home><Ctrl+V><Ctrl+V>" => "三三|一二";
    copy_keeps_the_selection_and_undo_the_text: "一二|", "<Ctrl+A><Ctrl+C><End><Ctrl+V><Ctrl+Z>" => "一二|";
    one_run_is_one_step: "|", "答复函<Ctrl+Z>" => "|";
    a_run_ends_with_its_clause: "|", "好的。另外<Ctrl+Z>" => "好的。|";
    a_move_ends_a_run: "|", "一二<←>三<Ctrl+Z>" => "一|二";
    erasing_is_a_run_of_its_own: "|", "一二三<Backspace><Backspace><Ctrl+Z>" => "一二三|";
    redo: "|", "一二<←>三<Ctrl+Z><Ctrl+Z><Ctrl+Y><Ctrl+Shift+Z>" => "一三|二";
    escape_drops_the_selection: "一二|", "<Shift+←><Esc>" => "一|二";
}

#[test]
fn a_paste_is_text_and_one_step_and_no_shortcut_fires() {
    let mut bench = Bench::with(with_body("原"));
    bench.tell(Message::Paste("一、\n二、q?\u{1b}".into()));
    assert_eq!(bench.body(), "一、\n二、q?|原");
    bench.keys("<Ctrl+Z>");
    assert_eq!(bench.body(), "|原");
    assert_eq!(bench.asked(), []);
}

#[test]
fn copying_reaches_the_system_clipboard() {
    let mut bench = Bench::with(with_body("答复"));
    bench.keys("<Ctrl+A><Ctrl+C>");
    assert_eq!(bench.asked(), [Effect::Copy("答复".into())]);
    assert_eq!(bench.body(), "[答复]");
}

#[test]
fn searching_goes_round_and_leaves_the_place_selected() {
    let mut bench = Bench::with(with_body("东洲镇，东洲"));
    bench.keys("<Ctrl+F>东洲");
    assert_eq!(bench.body(), "[东洲]镇，东洲");
    bench.keys("<Enter>");
    assert_eq!(bench.body(), "东洲镇，[东洲]");
    bench.keys("<↓><↑><Esc><Alt+G>");
    assert_eq!(bench.body(), "[东洲]镇，东洲");
}

#[test]
fn going_to_a_section_by_number_or_pinyin() {
    assert_eq!(typed("|收悉。\n一、清淤\n二、排涝", "<Ctrl+L>pl<Enter>甲"), "收悉。\n一、清淤\n甲|二、排涝");
    assert_eq!(typed("|收悉。\n一、清淤\n二、排涝", "<Ctrl+L>2<Enter>甲"), "收悉。\n甲|一、清淤\n二、排涝");
}

#[test]
fn replacing_one_and_all_is_undone_in_one_step_each() {
    let mut bench = Bench::with(with_body("甲，甲，甲"));
    bench.keys("<Ctrl+R>甲<Tab>乙<Enter>");
    assert_eq!(bench.body(), "乙，[甲]，甲");
    bench.keys("<Alt+A>");
    assert_eq!(bench.draft().letter.body, "乙，乙，乙");
    bench.keys("<Ctrl+Z>");
    assert_eq!(bench.draft().letter.body, "乙，甲，甲");
}

#[test]
fn the_journal_gets_every_change_before_it_is_shown() {
    let mut bench = Bench::with(with_body("原文"));
    let mut copy = bench.draft().clone();
    bench.keys("甲<Enter><Ctrl+A>乙<Ctrl+Z><F2><Ctrl+A>某局<Esc><F7><F8><F8>");
    for effect in &bench.effects {
        if let Effect::Journal(changes) = effect {
            for (field, edit) in changes {
                copy.edit(*field, edit).unwrap();
            }
        }
    }
    assert_eq!(&copy, bench.draft());
}
