//! Putting right what was recognised: rows, lines, words, joints.

use super::ODD;
use crate::app::element::Element;
use crate::app::intake::errand::Errand;
use crate::app::intake::rows::{Row, Standing};
use crate::app::tests::Bench;
use crate::app::{Click, Effect, Message};
use crate::letter::Field;

#[test]
fn what_is_not_sure_is_gone_to_one_after_the_other_and_then_the_draft_is_made() {
    let mut bench = Bench::taking_in(ODD);
    let intake = bench.state.intake().unwrap();
    assert_eq!(intake.standing(Element::Number), Standing::Missing);
    assert_eq!(intake.standing(Element::Addressees), Standing::Sure);
    assert_eq!(bench.chosen(), Some(Element::Number));
    bench.keys("临水函〔2026〕18号<Enter>");
    assert_eq!(bench.intake_text(Field::Number), "临水函〔2026〕18号");
    assert_eq!(bench.chosen(), Some(Element::Title));
    for _ in 0..9 {
        if bench.state.intake().unwrap().open_count() > 0 {
            bench.keys("<Enter>");
        }
    }
    assert_eq!(bench.notice(), "都核对过了，再按 Enter 成稿");
    assert_eq!(bench.asked(), []);
    bench.keys("<Enter>");
    let asked = bench.asked();
    let [Effect::Intake(Errand::Make { draft, name, beside: false })] = asked.as_slice() else {
        panic!("{asked:?}");
    };
    assert_eq!((name.as_str(), draft.letter.number.as_str()), ("2026057", "临水函〔2026〕18号"));
}

#[test]
fn enter_after_a_choice_only_confirms_it() {
    let mut bench = Bench::taking_in(&ODD.replace("公开方式：主动公开\n", ""));
    while bench.chosen() != Some(Element::Disclosure) {
        bench.keys("<Enter>");
    }
    bench.keys("<→>");
    while bench.state.intake().unwrap().open_count() > 0 {
        bench.keys("<Enter>");
    }
    bench.choose(Element::Disclosure);
    bench.keys("<→><Enter>");
    assert_eq!((bench.asked(), bench.notice()), (vec![], "都核对过了，再按 Enter 成稿"));
}

#[test]
fn a_line_of_the_source_becomes_the_element_that_is_chosen() {
    let mut bench = Bench::taking_in(ODD);
    bench.choose(Element::Number);
    bench.point("函字第18号");
    bench.intake_keys("<F3>");
    assert_eq!(bench.intake_text(Field::Number), "函字第18号（2026年）");
    assert!(bench.is_whole());
    bench.keys("<Ctrl+Z>");
    assert_eq!(bench.intake_text(Field::Number), "");
    bench.keys("<Ctrl+Y>");
    assert_eq!(bench.intake_text(Field::Number), "函字第18号（2026年）");
}

#[test]
fn what_is_answered_is_quoted_and_not_moved() {
    let mut bench = Bench::taking_in(ODD);
    bench.choose(Element::MatterTitle);
    bench.point("清溪河");
    bench.keys("<F6><Shift+→><Shift+→><Shift+→>");
    bench.intake_keys("<F2>tm<Enter>");
    assert_eq!(bench.intake_text(Field::MatterTitle), "清溪河");
    assert!(bench.intake_text(Field::Body).contains("《关于治理清溪河的建议》"));
    assert!(bench.state.intake().unwrap().words(Element::MatterTitle).contains("由第5行取用"));
    assert!(bench.is_whole());
}

#[test]
fn words_that_are_selected_go_where_one_says() {
    let mut bench = Bench::taking_in(ODD);
    bench.keys("<F6>");
    bench.point("王禾");
    bench.intake_keys("<Shift+→><Shift+→><Enter>签发人<Enter>");
    assert_eq!(bench.intake_text(Field::Signer), "王禾");
    assert_eq!(bench.intake_text(Field::Addressees(0)), "", "one stretch has one place");
    assert!(bench.is_whole());
    bench.point("内部编码");
    bench.intake_keys("<F5>");
    assert!(bench.intake_text(Field::Body).ends_with("专此答复。\n内部编码甲乙丙"));
    assert!(bench.is_whole());
    bench.intake_keys("<F2>bsr<Enter>");
    assert!(bench.intake_text(Field::Body).ends_with("专此答复。"));
}

#[test]
fn a_wrong_element_goes_out_and_a_line_into_another() {
    let mut bench = Bench::taking_in(ODD);
    bench.choose(Element::Cc);
    bench.intake_keys("<F4>");
    assert_eq!(bench.intake_text(Field::Cc(0)), "");
    assert!(bench.is_whole());
    let left = |bench: &Bench| {
        bench.state.intake().unwrap().rows().iter().filter(|row| matches!(row, Row::LeftOut { .. })).count()
    };
    assert!(left(&bench) >= 2);
    bench.intake_keys("<Ctrl+Z>");
    assert_eq!(bench.intake_text(Field::Cc(1)), "市政府办公室");
    bench.choose(Element::Contacts);
    bench.intake_keys("<F5>");
    assert!(bench.intake_text(Field::Body).contains("周舟"));
    assert_eq!(bench.intake_text(Field::ContactName(0)), "");
    assert!(bench.is_whole());
}

#[test]
fn a_paragraph_that_was_joined_is_parted_and_joined_again() {
    let mut bench = Bench::taking_in(ODD);
    let paragraphs = |bench: &Bench| bench.intake_text(Field::Body).lines().count();
    assert!(bench.intake_text(Field::Body).contains("逐一排查整治"));
    let before = paragraphs(&bench);
    bench.keys("<F6>");
    bench.point("整治，");
    bench.intake_keys("<F8>");
    assert_eq!(paragraphs(&bench), before + 1);
    bench.intake_keys("<F8>");
    assert_eq!(paragraphs(&bench), before);
    // Whatever lines one likes can be joined.
    bench.point("专此答复");
    bench.intake_keys("<F8>");
    assert!(bench.intake_text(Field::Body).ends_with("继续推进。专此答复。"));
    assert!(bench.is_whole());
}

#[test]
fn the_sides_follow_each_other() {
    let mut bench = Bench::taking_in(ODD);
    bench.keys("<F6>");
    bench.point("公开方式");
    bench.keys("<↓><↑>");
    assert_eq!(bench.chosen(), Some(Element::Disclosure));
    bench.choose(Element::Date);
    bench.keys("<F6><↓><↑>");
    let intake = bench.state.intake().unwrap();
    assert_eq!(intake.line_number(intake.source.cursor()), 12);
}

#[test]
fn what_an_element_does_not_take_is_refused_where_it_is_typed() {
    let mut bench = Bench::taking_in(ODD);
    bench.choose(Element::AddresseeTotal);
    bench.keys("十二<↓>");
    assert!(bench.notice().contains("不是正整数"), "{}", bench.notice());
    assert_eq!(bench.chosen(), Some(Element::AddresseeTotal));
    bench.keys("<Esc>");
    assert!(bench.state.intake().unwrap().refusal.is_none());
    bench.keys("12<↓>");
    assert_eq!(bench.intake_text(Field::AddresseeTotal), "12");
}

#[test]
fn the_mouse_chooses_rows_and_words() {
    let mut bench = Bench::taking_in(ODD);
    let press = |column, row| Message::Mouse { click: Click::Press { extend: false }, column, row };
    // The title row stands above, the heading 函件 is the first row.
    bench.tell(press(70, 4));
    assert_eq!(bench.chosen(), Some(Element::Category));
    bench.tell(press(11, 4));
    assert_eq!(bench.chosen(), Some(Element::Addressees), "line 4 of the source");
    bench.tell(Message::Mouse { click: Click::Drag, column: 15, row: 5 });
    assert!(bench.state.intake().unwrap().source.selection().is_some());
    bench.tell(Message::Mouse { click: Click::WheelDown, column: 70, row: 10 });
    assert_ne!(bench.chosen(), Some(Element::Addressees));
}
