use super::elements::{at, go_to, steps_back};
use super::{Bench, with_body};
use crate::app::element::Element;

#[test]
fn where_a_request_is_answered_is_typed_and_names_several_sections() {
    let mut bench = Bench::with(with_body("收悉。\n一、清淤\n（一）河道。\n（二）沟渠。\n二、排涝"));
    at(&mut bench, "添加诉求");
    bench.keys("疏浚<↓>一（一）、（三）<←><Backspace>二");
    assert_eq!(bench.draft().matter.requests[0].answered_in, "一（一）、（二）");
    let rules = |bench: &Bench| bench.state.sheet().unwrap().assessment.findings.iter().any(|it| it.rule.code == "C12");
    assert!(!rules(&bench));
    bench.keys("<End>、三");
    assert!(rules(&bench));
    // A section that moves takes its name in the list along.
    bench.keys("<Backspace><Backspace><Esc><Ctrl+G>一<Enter><Alt+↓>");
    assert_eq!(bench.draft().matter.requests[0].answered_in, "二（一）、二（二）");
}

#[test]
fn requests_are_written_reordered_and_tied_to_their_sections() {
    let mut bench = Bench::with(with_body("收悉。\n一、清淤\n（一）河道。已完成。\n二、排涝"));
    at(&mut bench, "添加诉求");
    bench.keys("清理河道淤泥<↓><Alt+L><↓><Enter><↓>扩建泵站<↓><Alt+L>pl<Enter>");
    let requests = |bench: &Bench| {
        let each = bench.draft().matter.requests.iter().map(|it| format!("{}={}", it.text, it.answered_in));
        each.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(requests(&bench), "清理河道淤泥=一（一） 扩建泵站=二");
    bench.keys("<Alt+↑>");
    assert_eq!(requests(&bench), "扩建泵站=二 清理河道淤泥=一（一）");
    bench.keys("<↓><Ctrl+A><Delete>");
    assert_eq!(requests(&bench), "扩建泵站=二 =一（一）");
    bench.keys("疏浚<↑><↑><Ctrl+D>");
    assert_eq!(requests(&bench), "疏浚=一（一）");
    while steps_back(&mut bench) > 0 {}
    assert!(bench.draft().matter.requests.is_empty());
}

#[test]
fn a_request_that_is_emptied_keeps_its_place_until_it_is_left() {
    let mut bench = Bench::with(with_body(""));
    at(&mut bench, "添加诉求");
    bench.keys("甲<Enter>乙<Enter>丙<↑><↑>");
    bench.keys("<Backspace>");
    let texts = |bench: &Bench| bench.draft().matter.requests.iter().map(|it| it.text.clone()).collect::<Vec<_>>();
    assert_eq!(texts(&bench), ["甲", "丙"]);
    bench.keys("丁");
    assert_eq!(texts(&bench), ["甲", "丁", "丙"]);
    bench.keys("<Backspace><↓>戊");
    assert_eq!(texts(&bench), ["甲", "丙戊"]);
}

#[test]
fn requests_are_typed_one_after_the_other() {
    let mut bench = Bench::with(with_body("甲"));
    bench.keys("<F2>");
    go_to(&mut bench, Element::NewRequest(0));
    bench.keys("清淤<Enter>增加护理员<Enter>");
    let texts: Vec<&str> = bench.draft().matter.requests.iter().map(|request| request.text.as_str()).collect();
    assert_eq!(texts, ["清淤", "增加护理员"]);
}
