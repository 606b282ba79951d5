use super::{Bench, finished};
use crate::app::element::Element;
use crate::app::overlay::Overlay;
use crate::letter::Role;

fn at_the_role(bench: &mut Bench) {
    bench.keys("<F2>");
    let at = |bench: &Bench| match bench.state.overlay() {
        Some(Overlay::Form(form)) => form.element(),
        _ => panic!("the form is open"),
    };
    for _ in 0..40 {
        if at(bench) == Element::Role {
            return;
        }
        bench.keys("<↓>");
    }
    panic!("the form has no 办理方式");
}

#[test]
fn what_goes_with_an_opinion_for_the_lead_organ_is_one_step() {
    let mut bench = Bench::with(finished());
    at_the_role(&mut bench);
    assert_eq!(bench.state.goes_with_role(), None);
    while bench.draft().role != Role::Joint {
        bench.keys("<→>");
    }
    let before = bench.draft().clone();
    assert!(!before.letter.addressee_title.is_empty() && !before.letter.cc.is_empty());
    let told = bench.state.goes_with_role().unwrap();
    assert!(told.contains("会办意见的函") && told.contains("抄送不填"), "{told}");
    bench.keys("<Alt+C>");
    let letter = &bench.draft().letter;
    assert!(letter.title.ends_with("会办意见的函") && letter.addressee_title.is_empty() && letter.cc.is_empty());
    assert_eq!(letter.addressees, before.letter.addressees, "whom it goes to, only a person knows");
    assert!(bench.notice().contains("主办单位"), "{}", bench.notice());
    assert_eq!(bench.state.goes_with_role(), None);
    bench.keys("<Ctrl+Z>");
    assert_eq!(*bench.draft(), before);
}

#[test]
fn whoever_goes_on_without_it_is_asked_once() {
    let mut bench = Bench::with(finished());
    at_the_role(&mut bench);
    while bench.draft().role != Role::Joint {
        bench.keys("<→>");
    }
    let before = bench.draft().letter.clone();
    bench.keys("<Enter>");
    assert!(matches!(bench.state.overlay(), Some(Overlay::Question(_))));
    bench.keys("<→><Enter>");
    assert_eq!(bench.draft().letter, before);
    bench.keys("<Enter>");
    let Some(Overlay::Form(form)) = bench.state.overlay() else { panic!("it goes on") };
    assert_ne!(form.element(), Element::Role);
    bench.keys("<↑><←><→><↓><Enter>");
    assert!(bench.draft().letter.title.ends_with("会办意见的函"), "{}", bench.draft().letter.title);
}
