use super::{Bench, with_body};
use crate::app::overlay::Overlay;

const BODY: &str = "收悉。\n一、清淤\n（一）河道\n（二）水库,塘坝\n二、排涝\n1.泵站";

fn offered(bench: &Bench) -> Vec<String> {
    let Some(Overlay::Palette(palette)) = bench.state.overlay() else { panic!("it is asked where to go") };
    palette.shown().iter().map(|offer| offer.name().to_owned()).collect()
}

#[test]
fn places_are_offered_while_one_types() {
    let mut bench = Bench::with(with_body(BODY));
    bench.keys("<Ctrl+G>");
    let all = offered(&bench);
    assert_eq!(&all[..5], ["一、清淤", "　（一）河道", "　（二）水库,塘坝", "二、排涝", "　1.泵站"]);
    assert!(all.iter().any(|offer| offer.starts_with("#1 ")), "{all:?}");
    bench.keys("hd");
    assert_eq!(offered(&bench), ["（一）河道"]);
    bench.keys("<Enter>");
    assert!(bench.body().contains("\n|（一）河道"), "{}", bench.body());
}

#[test]
fn what_is_meant_comes_first_and_the_arrows_choose_another() {
    let mut bench = Bench::with(with_body(BODY));
    bench.keys("<Ctrl+G>2");
    assert_eq!(offered(&bench)[0], "一、清淤", "the second paragraph");
    bench.keys("<Ctrl+A>二");
    assert_eq!(offered(&bench)[0], "二、排涝");
    bench.keys("<↓><Enter>");
    assert!(bench.body().contains("|（二）水库"), "{}", bench.body());
}

#[test]
fn the_section_with_the_cursor_is_where_one_begins() {
    let mut bench = Bench::with(with_body(BODY));
    bench.keys("<Ctrl+End><Ctrl+G><↑><Enter>");
    assert!(bench.body().contains("|二、排涝"), "{}", bench.body());
}

#[test]
fn nothing_found_is_told_and_can_be_typed_again() {
    let mut bench = Bench::with(with_body(BODY));
    bench.keys("<Ctrl+G>九九<Enter>");
    assert!(bench.notice().contains("没有这一行"), "{}", bench.notice());
    bench.keys("<Ctrl+A>#1<Enter>");
    assert!(!matches!(bench.state.overlay(), Some(Overlay::Palette(_))));
}
