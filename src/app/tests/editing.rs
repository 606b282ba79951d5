use super::{Bench, typed, with_body};
use crate::app::overlay::Overlay;
use crate::app::{Click, Effect, Message};
use crate::letter::Field;

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
    a_term_is_one_step: "|人大代表建议，答复", "<Ctrl+→><Ctrl+Shift+→>" => "人大代表[建议]，答复";
    a_year_and_a_share_are_one_step: "至2026年，增长12.5%|", "<Ctrl+Backspace><Ctrl+Backspace><Ctrl+←><Ctrl+Backspace>" => "至|，";
    a_document_number_is_one_step: "根据国办发〔2024〕12号|文", "<Ctrl+←>甲" => "根据甲|国办发〔2024〕12号文";
    a_step_never_leaves_a_sentence: "已办结。|经研究", "<Ctrl+←><Ctrl+Shift+→>" => "已办结[。]经研究";
    a_step_stops_at_a_paragraph: "一、|\n二、", "<Ctrl+→>甲" => "一、\n甲|二、";
    digits_are_one_word: "投入435万元|", "<Ctrl+W><Ctrl+W>" => "投入|";
    delete_word: "|2023年，投入", "<Ctrl+Delete><Ctrl+Delete>" => "|投入";
    arrows: "一二|三", "<←><←><→>甲" => "一甲|二三";
    home_and_end: "一二\n三|四", "<Home>甲<End>乙" => "一二\n甲三四乙|";
    top_and_bottom: "一\n二|", "<Ctrl+Home>甲<Ctrl+End>乙" => "甲一\n二乙|";
    paragraphs: "一\n\n二|\n三", "<Ctrl+↑><Ctrl+↑>甲<Ctrl+↓>乙" => "甲一\n\n乙|二\n三";
    selecting: "一二三|", "<Shift+←><Shift+←>" => "一[二三]";
    selecting_words: "全力支持|", "<Ctrl+Shift+←>" => "全力[支持]";
    typing_replaces_a_selection: "一二三|", "<Shift+←><Shift+←>甲" => "一甲|";
    typing_over_a_selection_is_one_step: "一二三|", "<Shift+←><Shift+←>甲乙丙<Ctrl+Z>" => "一|二三";
    typing_over_a_selection_is_a_step_of_its_own: "|", "一二<Shift+←>甲乙<Ctrl+Z>" => "一|二";
    an_arrow_leaves_a_selection: "一二三|", "<Shift+←><Shift+←><←>甲" => "一甲|二三";
    cut_and_paste: "一二三|", "<Shift+←><Ctrl+X><Home><Ctrl+V><Ctrl+V>" => "三三|一二";
    copy_keeps_the_selection_and_undo_the_text: "一二|", "<Ctrl+A><Ctrl+C><End><Ctrl+V><Ctrl+Z>" => "一二|";
    one_run_is_one_step: "|", "答复函<Ctrl+Z>" => "|";
    a_run_ends_with_its_clause: "|", "好的。另外<Ctrl+Z>" => "好的。|";
    a_move_ends_a_run: "|", "一二<←>三<Ctrl+Z>" => "一|二";
    erasing_is_a_run_of_its_own: "|", "一二三<Backspace><Backspace><Ctrl+Z>" => "一二三|";
    redo: "|", "一二<←>三<Ctrl+Z><Ctrl+Z><Ctrl+Y><Ctrl+Shift+Z>" => "一三|二";
    escape_drops_the_selection: "一二|", "<Shift+←><Esc>" => "一|二";
    marks_beside_chinese_are_full_width: "|", "收悉,现答复如下:" => "收悉，现答复如下：|";
    marks_in_numbers_and_words_stay: "约|", "3.5公里,10:30开会,见a.b" => "约3.5公里，10:30开会，见a.b|";
    a_comma_behind_a_number_waits_for_what_follows: "占比达|", "43.6%,遇雨,共3,000元" => "占比达43.6%，遇雨，共3,000元|";
    a_point_behind_a_number_stays: "|", "1.新建" => "1.新建|";
    a_comma_that_was_there_is_left: "达43.6%,|", "遇" => "达43.6%,遇|";
    a_late_comma_is_of_the_run: "|", "共5,约<Ctrl+Z>" => "|";
    brackets_come_in_pairs: "|", "(一)支持" => "（一）支持|";
    quotes_come_in_pairs: "所称|", "\"卡脖子\"的" => "所称“卡脖子”的|";
    backspace_gives_the_mark_that_was_typed: "收悉|", ",<Backspace>" => "收悉,|";
    backspace_gives_the_bracket_that_was_typed: "甲|", "(<Backspace>" => "甲(|";
    undo_right_after_gives_the_mark_that_was_typed: "收悉|", ",<Ctrl+Z>" => "收悉,|";
    undo_gives_the_mark_and_then_takes_the_run: "收悉|", "的,<Ctrl+Z><Ctrl+Z>" => "收悉|";
    undo_gives_one_bracket_of_a_pair: "甲|", "乙(<Ctrl+Z>" => "甲乙(|";
    redo_makes_the_mark_again: "收悉|", ",<Ctrl+Z><Ctrl+Y>现" => "收悉，现|";
    undo_later_takes_the_run_with_its_marks: "|", "收悉,现(注)答\"好\"的<Ctrl+Z>" => "|";
    undo_after_a_step_aside_takes_the_run: "|", "收悉,<←><Ctrl+Z>" => "|";
    typing_goes_on_behind_a_mark_taken_back: "收悉|", ",<Ctrl+Z>a<Ctrl+Z>" => "收悉,|";
    backspace_later_takes_a_character: "收悉|", ",现<Backspace><Backspace>" => "收悉|";
    a_run_goes_on_behind_a_pair: "|", "甲(乙)丙,丁<Ctrl+Z>" => "|";
    a_pair_is_one_run: "|", "甲(乙<Ctrl+Z>" => "|";
    a_selection_is_put_into_brackets: "支持东洲|", "<Shift+←><Shift+←>(" => "支持（[东洲]）";
    a_selection_is_put_into_quotes: "支持东洲|", "<Shift+←><Shift+←>“" => "支持“[东洲]”";
    an_empty_pair_goes_as_a_whole: "提高|", "(<←><→><Ctrl+W>" => "提高|";
    an_empty_pair_goes_by_one_backspace_too: "提高“|”，", "<Backspace>" => "提高|，";
    a_pair_with_something_in_it_stays: "提高（a|）", "<Backspace>" => "提高（|）";
    chinese_shares_are_one_step: "达到百分之七十三点五|", "<Ctrl+W>" => "达到|";
    marks_can_be_left_alone: "收悉|", "<Alt+.>,(" => "收悉,(|";
    full_width_digits_never_enter: "|", "２０２６年" => "2026年|";
    a_paragraph_moves_up: "一\n二|二\n三", "<Alt+Shift+↑>" => "二|二\n一\n三";
    a_paragraph_moves_down: "一|\n二\n三", "<Alt+Shift+↓><Alt+Shift+↓><Alt+Shift+↓>" => "二\n三\n一|";
    a_paragraph_is_doubled: "一\n二|三\n四", "<Ctrl+D>" => "一\n二三\n二|三\n四";
    paragraphs_are_joined: "一|\n\n　　二\n三", "<Alt+J>" => "一|二\n三";
    a_paragraph_is_deleted: "一\n二|\n三", "<Ctrl+K>甲" => "一\n甲|三";
    the_last_paragraph_is_deleted: "一\n二|", "<Ctrl+K>甲" => "一甲|";
    moving_a_paragraph_is_one_step: "一\n二|", "<Alt+Shift+↑><Ctrl+Z>" => "一\n二|";
    a_line_feed_key_is_a_new_paragraph: "一|", "<Ctrl+J>二" => "一\n二|";
    items_are_counted_anew: "二是甲；一是乙|。", "<Alt+Y>" => "一是甲；二是乙|。";
    items_over_paragraphs: "措施：\n一是甲。\n三是乙|。\n三是丙。\n四是", "<Alt+Y>" => "措施：\n一是甲。\n二是乙|。\n三是丙。\n四是";
    items_are_counted_in_one_step: "二是甲；三是乙|。", "<Alt+Y><Ctrl+Z>" => "二是甲；三是乙|。";
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
fn a_search_is_of_the_whole_letter_and_of_any_width() {
    let mut draft = with_body("（一）东洲\n(一)");
    draft.letter.title = "东洲的函".into();
    let mut bench = Bench::with(draft);
    bench.keys("<Ctrl+F>(一)");
    assert_eq!(bench.body(), "[（一）]东洲\n(一)");
    bench.keys("<Alt+C>");
    assert_eq!(bench.body(), "（一）东洲\n[(一)]");
    bench.keys("<Alt+C><Ctrl+A>东洲<Enter>");
    let Some(Overlay::Find(find)) = bench.state.overlay() else { panic!("the search is open") };
    assert_eq!(find.element.as_ref().map(|place| place.field), Some(Field::Title));
    bench.keys("<Alt+L><Enter>");
    assert_eq!(bench.body(), "（一）[东洲]\n(一)");
}

#[test]
fn replacing_by_expression_in_body_and_elements_is_one_step() {
    let mut draft = with_body("2026-6和2025-12");
    draft.letter.title = "2024-3".into();
    let mut bench = Bench::with(draft.clone());
    bench.keys(r"<Ctrl+R><Alt+R>(\d+)-(\d+)<Tab>$1年$2月<Enter>");
    assert_eq!(bench.body(), "2026年6月和[2025-12]");
    bench.keys("<Ctrl+Z>");
    assert_eq!(bench.draft(), &draft);
    bench.keys("<Alt+A>");
    assert_eq!(
        (bench.draft().letter.title.as_str(), bench.draft().letter.body.as_str()),
        ("2024年3月", "2026年6月和2025年12月")
    );
    bench.keys("<Ctrl+Z>");
    assert_eq!(bench.draft(), &draft);
}

#[test]
fn the_last_search_is_taken_up_again_with_its_switches() {
    let mut bench = Bench::with(with_body("配车6辆，又配车8辆"));
    bench.keys(r"<Ctrl+F><Alt+R>\d辆<Esc><Ctrl+R>");
    let Some(Overlay::Find(find)) = bench.state.overlay() else { panic!("the search is open") };
    assert!(find.wanted().regex && find.wanted().words == r"\d辆", "{:?}", find.wanted());
}

#[test]
fn a_place_in_an_element_is_replaced_where_it_is() {
    let mut draft = with_body("甲");
    draft.letter.cc = vec!["东洲镇".into(), "市政府".into()];
    let mut bench = Bench::with(draft);
    bench.keys("<Ctrl+R>东洲<Tab>西洲<Enter><Enter>");
    assert_eq!(bench.draft().letter.cc, ["西洲镇", "市政府"]);
    bench.keys("<Ctrl+Z>");
    assert_eq!(bench.draft().letter.cc, ["东洲镇", "市政府"]);
}

#[test]
fn an_expression_that_is_not_finished_breaks_nothing() {
    let mut bench = Bench::with(with_body("(一)"));
    bench.keys("<Ctrl+R><Alt+R>(<Enter><Alt+A><Tab>甲<Enter><Alt+A><Esc>");
    assert_eq!(bench.draft().letter.body, "(一)");
}

#[test]
fn the_palette_leads_to_places_of_the_letter() {
    let body = "|收悉。\n一、清淤\n（一）河道\n二、排涝";
    assert_eq!(typed(body, "<F9>一（一）<Enter>甲"), "收悉。\n一、清淤\n甲|（一）河道\n二、排涝");
    assert_eq!(typed(body, "<F9>2<Enter>甲"), "收悉。\n甲|一、清淤\n（一）河道\n二、排涝");
    assert_eq!(typed(body, "<Ctrl+G>1.1<Enter>甲"), "收悉。\n一、清淤\n甲|（一）河道\n二、排涝");
}

#[test]
fn what_was_brought_back_is_taken_back_in_one_step() {
    let mut bench = Bench::new((120, 40));
    let (saved, draft) = (with_body("原文"), with_body("原文，改过"));
    bench.tell(Message::Opened(Box::new(crate::app::Opened {
        path: "drafts/稿.toml".into(),
        draft,
        read_only: None,
        recovered: Some(saved),
        waivers: Vec::new(),
        aside: None,
    })));
    assert_eq!(bench.draft().letter.body, "原文，改过");
    bench.keys("<Ctrl+Z>");
    assert_eq!(bench.draft().letter.body, "原文");
    bench.keys("<Ctrl+Q>");
    assert_eq!(bench.asked(), [Effect::Quit], "the saved text is as it was saved");
}

#[test]
fn clicks_select_more_and_more() {
    let mut bench = Bench::with(with_body("甲。经研究，现答复2026年如下。乙\n丙"));
    let text = crate::app::layout::Layout::of(&bench.state).text;
    let click = |click| Message::Mouse { click, column: text.x + 18, row: text.y };
    for (times, body) in [
        (2, "甲。经研究，现[答复]2026年如下。乙\n丙"),
        (3, "甲。[经研究，现答复2026年如下。]乙\n丙"),
        (4, "[甲。经研究，现答复2026年如下。乙]\n丙"),
    ] {
        bench.tell(click(Click::Again(times)));
        assert_eq!(bench.body(), body);
    }
}

#[test]
fn rows_before_and_behind_the_cursor_are_shown_and_a_click_moves_nothing() {
    let body = (1..=80).map(|at| format!("第{at}段")).collect::<Vec<_>>().join("\n");
    let mut bench = Bench::with(with_body(&body));
    let text = crate::app::layout::Layout::of(&bench.state).text;
    let editor = |bench: &Bench| bench.state.sheet().unwrap().document.editor().clone();
    let row = |bench: &Bench| editor(bench).cursor_place().unwrap().1;
    let last = usize::from(text.height) - 1;
    bench.keys(&"<↓>".repeat(50));
    assert_eq!(row(&bench), last - 3);
    bench.keys(&"<↑>".repeat(40));
    assert_eq!(row(&bench), 3);
    let top = |bench: &Bench| editor(bench).window().next();
    let before = top(&bench);
    for (click, near) in [(Click::Press { extend: false }, last), (Click::Again(2), last), (Click::Drag, 0)] {
        let row_of_text = u16::try_from(near).unwrap();
        bench.tell(Message::Mouse { click, column: text.x + 5, row: text.y + row_of_text });
        assert_eq!((top(&bench), row(&bench)), (before.clone(), near), "{click:?}");
    }
    bench.keys("<Ctrl+End>");
    assert_eq!(row(&bench), last, "there is nothing behind the end");
    bench.keys("<Ctrl+Home>");
    assert_eq!(row(&bench), 0);
}

#[test]
fn one_goes_back_to_where_one_was_writing() {
    let body = (1..=60).map(|at| format!("第{at}段平米")).collect::<Vec<_>>().join("\n");
    let mut bench = Bench::with(with_body(&body));
    let line = |bench: &Bench| bench.state.sheet().unwrap().document.editor().cursor_paragraph() + 1;
    bench.keys("<Ctrl+End>写");
    bench.keys("<Ctrl+G>20<Enter><Ctrl+F>第40<Enter><Esc>");
    assert_eq!(line(&bench), 40);
    bench.keys("<Alt+Home>");
    assert_eq!(line(&bench), 20);
    bench.keys("<Alt+Home>");
    assert_eq!(line(&bench), 60);
    bench.keys("<Alt+End><Alt+End>");
    assert_eq!(line(&bench), 40);
    bench.keys("<Alt+Home><Alt+Home>甲");
    assert!(bench.draft().letter.body.ends_with("第60段平米写甲"), "one goes on where one was");
    // Steps leave no places behind, and replacing everywhere leaves one where one was.
    bench.keys("<↑><↑><PageUp><End><Ctrl+R>平米<Tab>平方米<Alt+A><Esc>乙");
    assert!(bench.draft().letter.body.contains("平方米乙\n"), "{}", bench.draft().letter.body);
    assert!(!bench.draft().letter.body.starts_with('乙') && !bench.draft().letter.body.contains("第1段平方米乙"));
}

#[test]
fn a_click_beside_the_text_means_its_row() {
    let mut bench = Bench::new((200, 60));
    bench.open(with_body("甲乙\n丙丁"));
    let layout = crate::app::layout::Layout::of(&bench.state);
    assert!(layout.text.x > layout.body.x + 5, "the rows are not as long as the pane is wide");
    let mut click = |column| {
        bench.tell(Message::Mouse { click: Click::Press { extend: false }, column, row: layout.text.y + 1 });
        bench.body()
    };
    assert_eq!(click(layout.body.x + 1), "甲乙\n|丙丁");
    assert_eq!(click(layout.body.x + layout.body.width - 1), "甲乙\n丙丁|");
}

#[test]
fn keys_that_a_person_set_work_and_are_shown() {
    let binding = crate::app::bindings::Binding { command: "find".into(), keys: vec!["Ctrl+T".into()], line: 1 };
    let (keymap, problems) = crate::app::keymap::Keymap::with(&[binding]);
    assert!(problems.is_empty(), "{problems:?}");
    let mut bench = Bench::with(with_body("东洲"));
    bench.state.set_preferences(crate::app::look::Preferences { keymap, ..Default::default() });
    bench.keys("<Ctrl+T>洲");
    assert_eq!(bench.body(), "东[洲]");
    bench.keys("<Esc><F9>查找");
    let Some(Overlay::Palette(palette)) = bench.state.overlay() else { panic!("the palette is open") };
    assert!(palette.shown().iter().any(|offer| offer.name() == "查找" && offer.key() == "Ctrl+T"));
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

#[test]
fn a_mark_typed_before_a_combining_one_is_one_character_with_it() {
    assert_eq!(typed("|\u{301}二", "（"), "（\u{301}|二");
    assert_eq!(typed("|\u{301}二", "（<Backspace>"), "|二");
    assert_eq!(typed("👩|👧二", "\u{200d}"), "👩\u{200d}👧|二");
}

#[test]
fn the_wheel_leaves_the_cursor_where_one_was_writing() {
    let body = (1..=60).map(|at| format!("第{at}段")).collect::<Vec<_>>().join("\n");
    let mut bench = Bench::with(with_body(&body));
    let text = crate::app::layout::Layout::of(&bench.state).text;
    let wheel = |click| Message::Mouse { click, column: text.x, row: text.y };
    let top = |bench: &Bench| bench.state.sheet().unwrap().document.editor().window().next().unwrap().start;
    for _ in 0..4 {
        bench.tell(wheel(Click::WheelDown));
    }
    assert!(top(&bench) > 0, "the window moves");
    bench.tell(wheel(Click::WheelUp));
    bench.keys("甲");
    assert!(bench.body().starts_with("甲|第1段"), "{}", bench.body());
    assert_eq!(top(&bench), 0, "and comes back with the first key");
}
