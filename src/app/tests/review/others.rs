//! What others save, settle or take away meanwhile.

use super::{Desk, handed_in};
use crate::app::Message;
use crate::app::effect::Effect;
use crate::app::overlay::Overlay;
use crate::app::review::{Dialog, Elsewhere, Told, Wanted};
use crate::app::tests::finished;
use crate::letter::Field;
use crate::letter::merge::{Conflict, Side};

#[test]
fn what_the_drafter_saves_is_followed_and_the_reviewer_keeps_their_place() {
    let mut desk = handed_in((120, 40));
    while desk.item() != "p7" {
        desk.keys("<→>");
    }
    desk.keys("<Enter><←>");
    assert_eq!((desk.item(), desk.stands("p7")), ("p7", "通过"));
    let mut draft = desk.bench.draft().clone();
    draft.letter.body = draft.letter.body.replacen("一、关于", "新添一段说明。\n一、关于", 1);
    draft.set_text(Field::Number, "临交函〔2026〕19号").unwrap();
    let told = Elsewhere { by: "周予安 16:03 ".into(), draft: Some(draft.clone()) };
    desk.bench.tell(Message::Review(Told::Changed(Box::new(told))));
    assert_eq!(desk.notice(), "周予安 16:03 存了新稿，已跟上");
    assert_eq!(desk.bench.draft(), &draft);
    assert_eq!(
        (desk.item(), desk.stands("p8"), desk.stands("p3")),
        ("p8", "通过", "未核"),
        "the same item, further on"
    );

    // A verdict that somebody else adds is there at once; the card stays.
    let number = crate::review::item::items(&draft).into_iter().find(|item| item.selector == "number").unwrap();
    let action = number.judged(&draft, crate::review::Verdict::Return("缺号".into()));
    desk.adds("甲", action);
    assert_eq!((desk.item(), desk.stands("number")), ("p8", "退回"));
}

#[test]
fn unsaved_changes_are_kept_when_somebody_else_saves() {
    let mut desk = Desk::strict((120, 40), "周予安");
    desk.keys("我的");
    desk.bench.tell(Message::Review(Told::Changed(Box::new(Elsewhere { by: "林知远 16:03 ".into(), draft: None }))));
    assert!(desk.notice().contains("林知远 16:03 存了新稿"), "{}", desk.notice());
    assert!(desk.bench.draft().letter.body.starts_with("我的"));
    desk.keys("<Alt+U>");
    assert_eq!(desk.bench.asked(), [Effect::Review(Wanted::Merge(Vec::new()))]);
    let mut merged = desk.bench.draft().clone();
    merged.set_text(Field::Number, "临交函〔2026〕19号").unwrap();
    desk.bench.tell(Message::Review(Told::Merged(Ok(Box::new(merged.clone())))));
    assert_eq!(desk.bench.draft(), &merged);
    assert!(!desk.bench.state.sheet().unwrap().document.is_saved());
    assert_eq!(desk.bench.effects.iter().filter(|effect| matches!(effect, Effect::Journal(_))).count(), 0);
}

#[test]
fn places_that_contradict_are_chosen_one_by_one() {
    let mut desk = Desk::strict((120, 40), "周予安");
    desk.keys("我的");
    desk.bench.tell(Message::Review(Told::Changed(Box::new(Elsewhere { by: "林知远 16:03 ".into(), draft: None }))));
    desk.bench.asked();
    let place = |field, mine: &str, theirs: &str| Conflict {
        field,
        before: String::new(),
        mine: mine.into(),
        theirs: theirs.into(),
    };
    let places = vec![place(Field::Body, "我的你们", "你们好"), place(Field::Number, "1号", "2号")];
    desk.bench.tell(Message::Review(Told::Contradicted(places.clone())));
    desk.bench.keys("<Enter>");
    assert!(desk.notice().contains("还有 2 处没有选"), "{}", desk.notice());
    // An element cannot be both.
    desk.bench.keys("<→><←><↓><→><←>");
    let shown = |desk: &Desk| match desk.bench.state.overlay() {
        Some(Overlay::Review(Dialog::Contradiction(shown))) => shown.counts(),
        _ => panic!("the places are shown"),
    };
    assert_eq!(shown(&desk), (2, 0));
    desk.bench.keys("<Enter>");
    let decided = places.iter().cloned().zip([Side::Both, Side::Mine]).collect();
    assert_eq!(desk.bench.asked(), [Effect::Review(Wanted::Merge(decided))]);
    // Somebody saved once more meanwhile: what is the same stays chosen.
    let again = vec![places[0].clone(), place(Field::Number, "1号", "3号")];
    desk.bench.tell(Message::Review(Told::Contradicted(again)));
    assert_eq!(shown(&desk), (2, 1));
    desk.bench.keys("<Esc>");
    assert!(desk.bench.draft().letter.body.starts_with("我的"), "nothing is changed by looking");
}

#[test]
fn a_draft_that_others_write_is_asked_for_when_something_is_typed() {
    let mut desk = handed_in((120, 40));
    desk.bench.tell(Message::Review(Told::Yielded));
    desk.keys("<F6><F6>");
    desk.bench.asked();
    desk.keys("<Ctrl+Home>改");
    assert_eq!(desk.bench.asked(), [Effect::Review(Wanted::Unlock)]);
    desk.bench.tell(Message::Review(Told::Unlocked(Ok(()))));
    assert!(desk.bench.draft().letter.body.starts_with('改'), "nothing typed is lost");
    desk.keys("<Ctrl+Z>");
    desk.bench.tell(Message::Review(Told::Yielded));
    desk.keys("改");
    desk.bench.tell(Message::Review(Told::Unlocked(Err("别处正在修改".into()))));
    assert_eq!((desk.notice(), desk.bench.draft()), ("别处正在修改", &finished()));
}

#[test]
fn what_a_reviewer_vouched_for_is_ticked_until_the_text_changes() {
    let mut desk = handed_in((120, 40));
    let names = |desk: &Desk| desk.bench.state.review.is_vouched("names");
    assert!(!names(&desk));
    while desk.item() != "names" {
        desk.keys("<→>");
    }
    desk.keys("<Enter>");
    assert!(names(&desk));
    assert!(!desk.bench.state.review.is_vouched("figures"), "only some of its parts, or none");
    desk.keys("<F4>");
    assert!(names(&desk), "also beside the draft");
}

#[test]
fn what_others_let_stand_follows_at_once() {
    let mut desk = handed_in((120, 40));
    let sheet = desk.bench.state.sheet().unwrap();
    let findings = sheet.assessment.findings.len();
    let finding = sheet.assessment.findings.iter().find(|it| crate::check::waiver::may_be_ignored(it)).unwrap();
    let waiver = crate::check::Waiver {
        number: 1,
        rule: finding.rule.code.into(),
        bond: crate::check::waiver::bond(finding, sheet.document.draft()),
        reason: "原件如此".into(),
        who: "别人".into(),
        at: "2026-06-01T09:30:00+08:00".into(),
    };
    let mut case = desk.bench.state.review().case().unwrap().clone();
    case.waivers = vec![waiver];
    desk.bench.tell(Message::Review(Told::Read(Ok(Box::new(case)))));
    let assessment = &desk.bench.state.sheet().unwrap().assessment;
    assert_eq!((assessment.findings.len(), assessment.ignored.len()), (findings - 1, 1));
}

#[test]
fn a_file_that_is_gone_is_told_and_counts_as_unsaved() {
    let mut desk = handed_in((120, 40));
    desk.bench.tell(Message::Review(Told::Gone));
    assert!(desk.bench.notice().contains("重新写出"), "{}", desk.bench.notice());
    assert!(!desk.bench.state.sheet().unwrap().document.is_saved());
}
