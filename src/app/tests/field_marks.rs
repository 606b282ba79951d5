use super::elements::go_to;
use super::{Bench, with_body};
use crate::app::element::Element;
use crate::app::overlay::Overlay;

#[test]
fn marks_beside_chinese_are_full_width_in_fields_of_words() {
    let mut bench = Bench::with(with_body("甲"));
    bench.keys("<F2>");
    go_to(&mut bench, Element::MatterTitle);
    bench.keys("关于(东洲)路灯,还有:\"灯\"");
    assert_eq!(bench.draft().matter.title, "关于（东洲）路灯，还有：“灯”");
    bench.keys("<Ctrl+A><Delete>甲,<Backspace>");
    assert_eq!(bench.draft().matter.title, "甲,", "Backspace gives what was typed");
    bench.keys("<Ctrl+A><Delete>支持<Shift+←><Shift+←>(");
    assert_eq!(bench.draft().matter.title, "（支持）");
    bench.keys("<Ctrl+A><Delete>达43.6%,遇");
    assert_eq!(bench.draft().matter.title, "达43.6%，遇");
    bench.keys("<Ctrl+A><Delete><Alt+.>甲,");
    assert_eq!(bench.draft().matter.title, "甲,", "it is off");
}

#[test]
fn numbers_and_telephones_keep_what_is_typed() {
    let mut bench = Bench::with(with_body("甲"));
    bench.keys("<F2>");
    go_to(&mut bench, Element::Number);
    bench.keys("临科函[2026]18号");
    assert_eq!(bench.draft().letter.number, "临科函[2026]18号");
    go_to(&mut bench, Element::Contacts);
    bench.keys("周某 (0700)8200000");
    assert_eq!(bench.draft().letter.contacts[0].phone, "(0700)8200000");
}

#[test]
fn a_reason_is_typed_with_full_width_marks() {
    let mut bench = Bench::with(super::faulty());
    bench.keys("<F7><F7><F7><F7><F7><F7><F7><F7><Alt+X>经查,原文(引文)");
    let Some(Overlay::Prompt(prompt)) = bench.state.overlay() else { panic!("the reason is asked for") };
    assert_eq!(prompt.text(0), "经查，原文（引文）");
    assert!(prompt.about.len() > 10, "it says what is let stand: {}", prompt.about);
}
