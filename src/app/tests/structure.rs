use super::{Bench, typed, with_body};
use crate::app::state::Pane;
use crate::letter::Request;

macro_rules! cases {
    ($($name:ident: $before:literal, $keys:literal => $after:literal;)*) => {
        $(#[test] fn $name() { assert_eq!(typed($before, $keys), $after); })*
    };
}

cases! {
    a_section_moves_under_the_cursor: "一、甲\n二、乙|丙\n三、丁", "<Alt+↑>" => "一、乙|丙\n二、甲\n三、丁";
    a_move_is_one_step: "一、甲|\n二、乙", "<Alt+↓><Ctrl+Z>" => "一、甲|\n二、乙";
    levels_follow: "一、甲\n二、|乙\n三、丙", "<Alt+Shift+→>" => "一、甲\n（一）|乙\n二、丙";
    a_new_section_waits_for_its_heading: "一、甲|\n二、乙", "<Alt+I>丙" => "一、甲\n二、丙|\n三、乙";
    outside_all_sections_nothing_moves: "|收悉。\n一、甲\n二、乙", "<Alt+↓>" => "|收悉。\n一、甲\n二、乙";
}

fn requests() -> Bench {
    let mut draft = with_body("收悉。\n一、甲\n（一）子\n二、乙\n详见第二点。");
    draft.matter.requests = vec![Request { text: "诉求".into(), answered_in: "一（一）".into() }];
    Bench::with(draft)
}

#[test]
fn where_a_request_is_answered_follows_and_mentions_are_reported() {
    let mut bench = requests();
    bench.keys("<Shift+F6><End><Alt+↑>");
    assert_eq!(bench.draft().matter.requests[0].answered_in, "二（一）");
    assert!(bench.notice().contains("1 处序号（如“第二点”）"), "{}", bench.notice());
    let sheet = bench.state.sheet().unwrap();
    assert_eq!(sheet.focus, Pane::Outline);
    assert_eq!(sheet.assessment.outline[sheet.outline.selected].text, "一、乙");
    bench.keys("<Ctrl+Z>");
    assert_eq!(bench.draft().matter.requests[0].answered_in, "一（一）");
}

#[test]
fn a_folded_section_hides_what_is_inside_and_stays_folded_when_it_moves() {
    let mut bench = requests();
    let rows = |bench: &Bench| {
        let rows = &bench.state.sheet().unwrap().assessment.outline;
        rows.iter().filter(|row| row.section.is_some()).map(|row| row.text.clone()).collect::<Vec<_>>()
    };
    bench.keys("<Shift+F6><End><↑><←>");
    assert_eq!(rows(&bench), ["一、甲", "二、乙"]);
    bench.keys("<Alt+↓>");
    assert_eq!(rows(&bench), ["一、乙", "二、甲"]);
    bench.keys("<→>");
    assert_eq!(rows(&bench), ["一、乙", "二、甲", "（一）子"]);
}

#[test]
fn the_section_under_the_cursor_is_named() {
    let mut bench = requests();
    let named = |bench: &Bench| {
        let sheet = bench.state.sheet().unwrap();
        sheet.assessment.section_at(sheet.document.editor().cursor()).to_owned()
    };
    assert_eq!(named(&bench), "");
    bench.keys("<↓><↓><↓><↑><End>新");
    assert_eq!(named(&bench), "一（一）");
}

#[test]
fn the_text_follows_the_choice_in_the_outline_and_escape_goes_back() {
    let mut bench = requests();
    bench.keys("<Ctrl+End>");
    let end = bench.body();
    bench.keys("<Shift+F6><End><↑>");
    assert!(bench.body().contains("|（一）子"), "{}", bench.body());
    assert!(bench.notice().contains("Esc 回到原处"), "{}", bench.notice());
    bench.keys("<Esc>");
    assert_eq!((bench.body(), bench.state.sheet().unwrap().focus), (end, Pane::Body));
    // Whoever stays, stays; the next look begins from there.
    bench.keys("<Shift+F6><End><↑><Enter>");
    assert!(bench.body().contains("|（一）子"), "{}", bench.body());
    bench.keys("<Shift+F6><Esc>");
    assert!(bench.body().contains("|（一）子"), "{}", bench.body());
    // A section that was moved is where one is.
    bench.keys("<Shift+F6><End><Alt+↑><Esc>");
    assert!(bench.body().contains("|一、乙"), "{}", bench.body());
}

#[test]
fn the_outline_goes_along_with_the_writing() {
    let mut bench = Bench::with(with_body("收悉。\n一、清淤\n（一）河道\n二、排涝\n此复。"));
    let chosen = |bench: &Bench| {
        let sheet = bench.state.sheet().unwrap();
        sheet.assessment.outline[sheet.outline.selected].text.clone()
    };
    bench.keys("<↓><↓>");
    assert_eq!(chosen(&bench), "（一）河道");
    bench.keys("<↓>");
    assert_eq!(chosen(&bench), "二、排涝");
    bench.keys("<Shift+F6>");
    assert_eq!(chosen(&bench), "二、排涝", "the outline opens where one is");
    bench.keys("<↑><↑><Esc>甲");
    assert!(bench.draft().letter.body.contains("甲二、排涝"), "looking about leaves the cursor");
}

#[test]
fn what_speaks_of_numbers_is_walked_after_a_move() {
    let mut bench = Bench::with(with_body("收悉。\n一、清淤\n如第二部分所述。\n二、排涝\n见第一部分。"));
    bench.keys("<↓><Alt+↓>");
    assert!(bench.notice().contains("2 处序号") && bench.notice().contains("Alt+G"), "{}", bench.notice());
    bench.keys("<Alt+G>");
    let first = bench.body();
    bench.keys("<Alt+G>");
    assert!(first.contains("部分]") && bench.body() != first, "{first}");
}

#[test]
fn places_that_speak_of_numbers_stay_marked_until_one_looks() {
    let mut bench = requests();
    bench.keys("<Ctrl+G>二<Enter><Alt+↑>");
    let left = |bench: &Bench| bench.state.sheet().unwrap().mentions.clone();
    let place = left(&bench)[0].clone();
    assert_eq!(&bench.draft().letter.body[place], "第二点");
    bench.keys("<Ctrl+Home>新");
    let place = left(&bench)[0].clone();
    assert_eq!(&bench.draft().letter.body[place], "第二点", "it goes along with the text");
    let shown = crate::ui::tests::screen(&bench.state);
    assert!(shown.contains("序号待核1"), "{shown}");
    bench.keys("<Alt+G>");
    assert!(left(&bench).is_empty(), "{}", bench.body());
}

#[test]
fn numbers_that_nobody_looked_at_are_asked_about_before_one_leaves_or_exports() {
    use crate::app::overlay::Overlay;
    use crate::app::question::{Subject, Waiting};
    for (keys, exports) in [("<Ctrl+Q>", false), ("<F5>", true)] {
        let mut bench = requests();
        bench.keys("<Shift+F6><End><Alt+↑><Ctrl+S>");
        bench.tell(crate::app::Message::Saved(Ok(())));
        bench.asked();
        bench.keys(keys);
        let Some(Overlay::Question(question)) = bench.state.overlay() else { panic!("{keys} asks") };
        assert!(matches!(&question.subject, Subject::Mentions(1, waiting) if (*waiting == Waiting::Export) == exports));
        bench.keys("<Enter>");
        assert!(bench.body().contains("详见|第二点"), "they are to be looked at: {}", bench.body());
        assert_eq!(bench.asked(), []);
        bench.keys(keys);
        assert!(!matches!(bench.state.overlay(), Some(Overlay::Question(_))), "now it was looked at");
    }
    let mut bench = requests();
    bench.keys("<Shift+F6><End><Alt+↑><Ctrl+S>");
    bench.tell(crate::app::Message::Saved(Ok(())));
    bench.asked();
    bench.keys("<Ctrl+Q><→><Enter>");
    assert_eq!(bench.asked(), [crate::app::Effect::Quit]);
}
