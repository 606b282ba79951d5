//! From handing in to signing: who may do what, and what is missing.

use super::{Desk, handed_in};
use crate::app::Message;
use crate::app::effect::Effect;
use crate::app::overlay::Overlay;
use crate::app::review::{Case, Dialog, Told};
use crate::app::tests::{faulty, finished};
use crate::review::{Action, Policy, Stage};

#[test]
fn a_letter_goes_through_all_stages_by_keys() {
    let mut desk = handed_in((120, 40));
    assert_eq!((desk.told().as_str(), desk.item()), ("核稿", "issuer"));
    // What the machine has proven, after a look at the list; then one after the other.
    desk.keys("<F8>");
    assert!(
        matches!(desk.bench.state.overlay(), Some(Overlay::Review(Dialog::Proven(proven))) if proven.items.len() > 10)
    );
    desk.keys("<Enter>");
    assert_eq!(desk.item(), "date", "the date lies ahead of today: a person has to look");
    desk.keys("<Enter><Enter><Enter><Ctrl+B>与交办件不符<Enter>");
    assert_eq!((desk.stands("matter"), desk.stands("p2")), ("通过", "退回"));
    desk.keys("<Ctrl+N>没有数据出处<Enter>");
    assert_eq!(desk.stands("figure-2.1"), "不适用");
    while desk.waiting() > 0 {
        desk.keys("<Enter>");
    }
    // One was sent back: nothing can be signed.
    desk.keys("<Shift+F4><Home><↓><Enter>");
    assert!(desk.notice().contains("还有1项没有通过（第2段）"), "{}", desk.notice());
    desk.keys("<Esc><Shift+F4><Enter>请核第二段<Enter>");
    assert_eq!(desk.told(), "拟稿（退回）");

    // The drafter mends it and hands it in again.
    desk.sits("周予安");
    assert!(desk.notice().contains("林知远退回：请核第二段"), "{}", desk.notice());
    let at = desk.bench.draft().letter.body.find("切中要害").unwrap();
    desk.bench.state.sheet.as_mut().unwrap().document.editor_mut().select(at..at + "切中要害".len());
    desk.keys("符合实际<Shift+F4><Enter><Enter>");
    assert_eq!(desk.told(), "核稿");
    assert!(desk.bench.state.sheet().unwrap().document.is_saved(), "what is handed in is on the disk");

    // Only what was changed is asked again, with the change shown.
    desk.sits("林知远");
    desk.keys("<F4>");
    assert_eq!((desk.item(), desk.waiting()), ("p2", 1));
    let card: String = desk
        .bench
        .state
        .review
        .walk()
        .unwrap()
        .rows
        .iter()
        .flat_map(|row| &row.pieces)
        .map(|piece| format!("{:?}{}", piece.tone, piece.text))
        .collect();
    assert!(card.contains("Added符合实际") && card.contains("Removed切中要害"), "{card}");
    desk.keys("<Enter><Shift+F4><Enter><Enter>");
    assert_eq!(desk.told(), "会签");

    // Each co-handler, the leader, and out.
    desk.keys("<Shift+F4><Enter><Enter><Shift+F4><Enter>同意<Enter>");
    assert_eq!(desk.told(), "签发");
    desk.keys("<Shift+F4><End><↑><↑><↑><Enter>");
    assert!(desk.notice().contains("不在可以签发的人员之列"), "{}", desk.notice());
    desk.sits("方远");
    desk.keys("<Shift+F4><Enter>同意<Enter>");
    assert_eq!(desk.told(), "待印发");
    desk.keys("<F5>");
    assert_eq!(desk.bench.asked(), [Effect::Export { reason: None, overwrite: false }]);
}

#[test]
fn nobody_is_led_to_sign_for_another_unit() {
    let leads_to = |policy: Policy| {
        let mut desk = Desk::with((120, 40), "方远", finished(), policy);
        desk.keys("<Shift+F4>");
        let Some(Overlay::Review(Dialog::Menu(menu))) = desk.bench.state.overlay() else { panic!("the menu is open") };
        assert!(menu.choices.iter().any(|choice| choice.open && choice.label.starts_with("会签：")));
        menu.choices[menu.list.selected].label.clone()
    };
    // 送核 is the first thing that may be done about a letter that nobody handed in.
    assert_eq!(leads_to(Policy::default()), "送核");
    let mut desk = Desk::with(
        (120, 40),
        "周予安",
        finished(),
        Policy { required: vec![Stage::Sign], signers: vec!["方远".into()], ..Policy::default() },
    );
    desk.keys("<Shift+F4><Enter><Enter>");
    desk.sits("方远");
    desk.keys("<Shift+F4>");
    let Some(Overlay::Review(Dialog::Menu(menu))) = desk.bench.state.overlay() else { panic!("the menu is open") };
    assert_eq!(menu.choices[menu.list.selected].label, "签发");
}

#[test]
fn what_is_missing_is_told_at_the_gate_and_a_reason_passes_it() {
    let mut desk = Desk::strict((120, 40), "周予安");
    desk.keys("<F5>");
    let Some(Overlay::Export(gate)) = desk.bench.state.overlay() else { panic!("the gate is open") };
    assert!(gate.blocking.is_empty() && gate.missing[0].starts_with("核稿：还有"), "{gate:?}");
    assert_eq!(gate.missing.len(), 3);
    desk.keys("<Enter>领导外出，电话同意<Enter>");
    assert_eq!(desk.bench.asked(), [Effect::Export { reason: Some("领导外出，电话同意".into()), overwrite: false }]);
}

#[test]
fn whoever_drafted_it_may_not_review_it_and_is_told_so() {
    let mut desk = Desk::strict((120, 40), "周予安");
    desk.keys("<F4>");
    assert!(desk.notice().contains("还没有送核"), "{}", desk.notice());
    desk.keys("<Shift+F4><Enter><Enter><Enter>");
    assert!(desk.notice().contains("周予安是拟稿人"), "{}", desk.notice());
    desk.keys("<Ctrl+B>");
    assert!(desk.bench.state.overlay().is_none(), "nobody writes a reason for nothing");
    assert_eq!(desk.taken.len(), 1);
}

#[test]
fn a_name_is_asked_for_once_and_never_invented() {
    let mut desk = Desk::with((120, 40), "user", finished(), Policy::default());
    desk.given = false;
    desk.read();
    desk.keys("<F4><Enter>");
    assert!(desk.taken.is_empty());
    desk.keys("<Enter>");
    assert!(desk.notice().contains("请写明"), "an empty name is none: {}", desk.notice());
    desk.keys("林知远<Enter>");
    assert_eq!((desk.taken.len(), desk.who.as_str()), (1, "林知远"));
    desk.keys("<Enter>");
    assert_eq!(desk.taken.len(), 2, "asked once");

    // Whatever names somebody in the record asks.
    let mut desk = Desk::with((120, 40), "user", faulty(), Policy::default());
    desk.given = false;
    desk.read();
    desk.keys("<F5>领导批准<Enter>");
    assert!(desk.bench.asked().is_empty());
    desk.keys("方远<Enter>");
    assert_eq!(desk.bench.asked(), [Effect::Export { reason: Some("领导批准".into()), overwrite: false }]);
}

#[test]
fn a_record_that_was_altered_takes_no_decisions() {
    let mut desk = Desk::strict((120, 40), "林知远");
    let case =
        Case {
            faults: vec!["第3条的内容被改动过".into()], who: "林知远".into(), given: true, ..Case::default()
        };
    desk.bench.tell(Message::Review(Told::Read(Ok(Box::new(case)))));
    desk.keys("<F4><Enter>");
    assert!(desk.notice().contains("第3条的内容被改动过"), "{}", desk.notice());
    assert!(desk.taken.is_empty());
    desk.bench.tell(Message::Review(Told::Read(Err("dafu.toml：第 3 行有误".into()))));
    desk.keys("<F4>");
    assert_eq!(desk.notice(), "dafu.toml：第 3 行有误");
}

#[test]
fn a_change_of_a_signed_letter_is_told_at_once_and_its_stage_shown() {
    let mut desk = Desk::with((120, 40), "周予安", finished(), Policy::default());
    desk.keys("<Shift+F4><Enter><Enter>");
    desk.sits("林知远");
    let letter = crate::review::item::letter(desk.bench.draft());
    let (unit, opinion) = (String::new(), "同意".to_owned());
    desk.adds("方远", Action::Sign { stage: Stage::Sign, unit, letter, opinion });
    assert!(desk.bench.state.review.signed, "{}", desk.bench.state.review.stage());
    let stage = desk.bench.state.review.stage().to_owned();
    desk.bench.keys("改");
    assert!(desk.notice().contains("须重新签字"), "{}", desk.notice());
    assert_ne!(desk.bench.state.review.stage(), stage);
    desk.bench.keys("<Ctrl+Z>");
    assert_eq!(desk.bench.state.review.stage(), stage);
}

#[test]
fn what_the_drafter_asks_on_handing_in_reaches_the_reviewer() {
    let mut desk = Desk::strict((120, 40), "周予安");
    desk.keys("<Shift+F4><Enter>附件数据请对一下<Enter>");
    desk.sits("林知远");
    assert_eq!(desk.notice(), "周予安送核：附件数据请对一下");
    desk.keys("<F4>");
    let card = &desk.bench.state.review.walk.as_ref().unwrap().rows;
    let first: String = card[0].pieces.iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!(first, "送核　周予安：附件数据请对一下");
    // What was sent back is another matter.
    desk.adds("林知远", Action::SendBack { reason: "数据不全".into() });
    desk.sits("方远");
    assert!(desk.notice().contains("数据不全"), "{}", desk.notice());
}
