use super::{Bench, finished, with_body};
use crate::app::Message;

/// Opens the form on a fresh draft, types `script`, and reads the element named.
fn filled(script: &str) -> Bench {
    let mut bench = Bench::with(with_body("正文"));
    bench.keys(script);
    bench
}

#[test]
fn a_field_is_written_as_it_is_typed() {
    assert_eq!(filled("<F2>临江市水务局").draft().letter.issuer, "临江市水务局");
}

#[test]
fn enter_and_arrows_go_from_field_to_field() {
    let bench = filled("<Ctrl+E>临江市水务局<Enter>临水函〔2026〕27号<↓><↓>王某<↑><↑><Backspace>");
    assert_eq!(bench.draft().letter.number, "临水函〔2026〕27");
    assert_eq!(bench.draft().letter.signer, "王某");
}

#[test]
fn choices_turn_with_arrows_and_enter_only_goes_on() {
    let mut bench = Bench::with(finished());
    bench.keys("<F2><PageDown><PageDown>");
    // The last field is that of the co-handlers; two up from the kind is the cc list.
    bench.keys("<↑><↑><↑><↑><↑><↑><→>");
    assert_eq!(bench.draft().kind.word(), "提案");
    bench.keys("好<Enter>");
    assert_eq!(bench.draft().kind.word(), "提案", "stepping through the form changes nothing");
    bench.keys("<↑><←>");
    assert_eq!(bench.draft().kind.word(), "建议");
}

#[test]
fn what_the_draft_does_not_take_is_neither_left_behind_nor_saved() {
    let mut bench = Bench::with(finished());
    bench.keys("<F2><↓><↓><↓><↓><↓><↓><↓>三名");
    bench.asked();
    bench.keys("<Ctrl+S><↓>");
    assert!(bench.asked().is_empty(), "nothing is saved while a field is wrong");
    bench.keys("<Backspace><Backspace>3<Ctrl+S>");
    assert_eq!(bench.draft().letter.addressee_total, Some(3));
}

#[test]
fn lists_are_written_with_a_separator() {
    let mut bench = Bench::with(with_body(""));
    bench.keys("<F2><↓><↓><↓><↓><↓>王某，李某某、");
    assert_eq!(bench.draft().letter.addressees, ["王某", "李某某"]);
    bench.keys("<Ctrl+Z>");
    assert_eq!(bench.draft().letter.addressees, Vec::<String>::new());
}

#[test]
fn what_a_field_does_not_take_is_said_and_not_written() {
    let mut bench = Bench::with(with_body(""));
    bench.keys("<F2><↓><↓><↓><↓><↓><↓><↓>十二");
    assert_eq!(bench.draft().letter.addressee_total, None);
    let Some(crate::app::overlay::Overlay::Form(form)) = bench.state.overlay() else {
        panic!("the form is open");
    };
    assert_eq!(form.refusal.as_deref(), Some("“十二”不是正整数"));
}

#[test]
fn a_pasted_line_end_does_not_leave_the_field() {
    let mut bench = Bench::with(with_body(""));
    bench.keys("<F2>");
    bench.tell(Message::Paste("临江市\n水务局\n".into()));
    assert_eq!(bench.draft().letter.issuer, "临江市 水务局");
}

#[test]
fn undo_in_the_form_shows_the_old_text() {
    let mut bench = Bench::with(finished());
    let issuer = bench.draft().letter.issuer.clone();
    bench.keys("<F2><Ctrl+A>某局<Ctrl+Z>");
    assert_eq!(bench.draft().letter.issuer, issuer);
    bench.keys("办<Esc>");
    assert_eq!(bench.draft().letter.issuer, format!("{issuer}办"));
}

#[test]
fn proposals_go_round_and_come_back_to_what_fits_what_was_typed() {
    let mut bench = Bench::with(with_body(""));
    let entry = |session: &str| crate::app::library::Entry {
        values: vec![(crate::app::element::Element::Session, session.to_owned())],
        ..crate::app::library::Entry::default()
    };
    bench.tell(Message::Listed(vec![entry("市十七届人大一次会议"), entry("市十七届政协二次会议")]));
    bench.keys("<F2><PageDown><PageDown><↑><↑><↑><↑>市<Alt+C>");
    assert_eq!(bench.draft().matter.session, "市十七届人大一次会议");
    bench.keys("<Alt+C>");
    assert_eq!(bench.draft().matter.session, "市十七届政协二次会议");
    bench.keys("<Alt+C>");
    assert_eq!(bench.draft().matter.session, "市十七届人大一次会议");
}

#[test]
fn a_date_is_counted_by_days() {
    let mut bench = Bench::with(with_body(""));
    bench.keys("<F2>");
    for _ in 0..10 {
        bench.keys("<↓>");
    }
    bench.keys("<Alt+↑><Alt+↑><Alt+↓><Alt+↓>");
    assert_eq!(bench.draft().letter.date.issued(), "2026年5月31日");
}
