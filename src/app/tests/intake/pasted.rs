//! Whole letters that are pasted.

use super::{ODD, reading};
use crate::app::element::Element;
use crate::app::intake::Origin;
use crate::app::intake::errand::{Arrival, Errand};
use crate::app::tests::{Bench, faulty, with_body};
use crate::app::{Effect, Message};
use crate::letter::Field;

#[test]
fn a_whole_letter_pasted_into_an_empty_draft_fills_it_as_one_step() {
    let mut draft = with_body("您提出的《关于治理清溪河的建议》（第2026057号）收悉，现答复如下：\n\n");
    draft.letter.cc = vec!["市政府督查室".into()];
    draft.letter.signer = "高远".into();
    draft.matter.number = "2026099".into();
    let mut bench = Bench::with(draft.clone());
    bench.tell(Message::Paste(ODD.into()));
    bench.keys("<Enter>");
    assert_eq!(bench.asked(), [Effect::Intake(Errand::ReadText(ODD.into()))]);
    bench.tell(Message::Intake(Arrival::Read(Box::new(Ok(reading(ODD, Origin::Pasted))))));
    assert_eq!(bench.intake_text(Field::Signer), "高远", "what the paste says nothing of stays");
    let words = bench.state.intake().unwrap().words(Element::MatterNumber);
    assert!(words.contains("与稿件原有的“2026099”不一致"), "{words}");
    bench.keys("<Ctrl+S>");
    assert!(bench.state.intake().is_none());
    assert_eq!(bench.draft().letter.cc, ["市人大常委会选联工委", "市政府办公室"]);
    assert_eq!(bench.draft().letter.signer, "高远");
    assert!(bench.draft().letter.body.contains("一、已开展的工作"));
    bench.keys("<Ctrl+Z>");
    assert_eq!(bench.draft(), &draft);
    bench.keys("<Ctrl+Y>");
    assert!(bench.draft().letter.body.contains("一、已开展的工作"));
}

#[test]
fn a_whole_letter_can_be_pasted_as_it_is() {
    let mut bench = Bench::with(with_body(""));
    bench.tell(Message::Paste(ODD.into()));
    bench.keys("<→><Enter>");
    assert_eq!(bench.asked(), []);
    assert_eq!(bench.draft().letter.body, ODD);
}

#[test]
fn a_paste_that_cannot_be_read_is_not_lost() {
    let mut bench = Bench::with(with_body(""));
    bench.tell(Message::Paste(ODD.into()));
    bench.keys("<Enter>");
    bench.tell(Message::Intake(Arrival::Read(Box::new(Err("没有逐项识别：不像一封答复函".into())))));
    assert_eq!(bench.draft().letter.body, ODD);
    assert!(bench.notice().contains("已粘贴为正文"));
}

#[test]
fn an_ordinary_paste_asks_nothing() {
    let mut bench = Bench::with(faulty());
    bench.tell(Message::Paste(ODD.into()));
    assert!(bench.state.overlay().is_none(), "the draft has a text of its own");
    let mut bench = Bench::with(with_body(""));
    bench.tell(Message::Paste("一、已开展的工作\n已完成。\n二、下一步\n继续。".into()));
    assert!(bench.state.overlay().is_none());
}
