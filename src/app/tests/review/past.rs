//! Remarks, redlines and earlier versions.

use super::Desk;
use crate::app::Message;
use crate::app::effect::Effect;
use crate::app::overlay::Overlay;
use crate::app::review::{Base, Dialog, Told, Version, Wanted};
use crate::app::tests::finished;
use crate::review::Policy;

#[test]
fn remarks_are_made_answered_and_settled_by_keys() {
    let mut desk = Desk::with((120, 40), "林知远", finished(), Policy::default());
    let at = desk.bench.draft().letter.body.find("配车6辆").unwrap();
    desk.bench.state.sheet.as_mut().unwrap().document.editor_mut().place(at + 3);
    desk.keys("<Alt+R>与台账不符？<Enter>");
    assert_eq!(desk.bench.state.review.notes()[0].place(), "“配车6辆”", "the clause under the cursor");
    // It follows the text.
    desk.keys("<Ctrl+Home>新");
    let (note, range) =
        desk.bench.state.review.open_in_body().next().map(|(note, range)| (note.clone(), range)).unwrap();
    assert_eq!((&desk.bench.draft().letter.body[range], note.now), ("配车6辆", None));
    desk.keys("<Alt+Shift+R><Enter>");
    assert!(desk.bench.body().contains("|配车6辆"), "{}", desk.bench.body());
    desk.keys("<Alt+Shift+R><Ctrl+R>已按台账改<Enter><Ctrl+D><Enter>");
    let note = &desk.bench.state.review.notes()[0];
    assert_eq!(note.thread.answers, [("林知远".to_owned(), "已按台账改".to_owned())]);
    assert!(!note.is_open());
    assert_eq!(desk.bench.state.review.open_in_body().count(), 0);
}

#[test]
fn a_redline_is_read_change_by_change_and_written_down() {
    let mut desk = Desk::strict((120, 40), "周予安");
    desk.keys("改<Alt+D>");
    assert_eq!(desk.bench.asked(), [Effect::Review(Wanted::Compare(Base::Saved))]);
    let mut then = finished();
    then.letter.body = then.letter.body.replace("配车6辆", "配车8辆");
    let told = Told::Compared(Base::Saved, Ok(("已存的稿件".into(), Box::new(then))));
    desk.bench.tell(Message::Review(told));
    let at = |desk: &Desk| match desk.bench.state.overlay() {
        Some(Overlay::Review(Dialog::Redline(redline))) => (redline.at, redline.count),
        _ => panic!("a redline is open"),
    };
    assert_eq!(at(&desk), (0, 2));
    desk.keys("<F7><F7>");
    assert_eq!(at(&desk), (1, 2));
    desk.keys("<F5>");
    let asked = desk.bench.asked();
    let [Effect::Review(Wanted::Write(text))] = &asked[..] else { panic!("{asked:?}") };
    assert!(text.contains("配车[-8-]{+6+}辆"), "{text}");
    desk.keys("<Tab>");
    assert_eq!(desk.bench.asked(), [Effect::Review(Wanted::Compare(Base::Previous))]);
}

#[test]
fn an_earlier_version_is_put_back_and_can_be_taken_back() {
    let mut desk = Desk::strict((120, 40), "周予安");
    desk.keys("<Alt+H>");
    assert_eq!(desk.bench.asked(), [Effect::Review(Wanted::History)]);
    let version = Version {
        number: 1,
        hash: "ab".into(),
        at: "2026-06-12T09:00:00+08:00".into(),
        who: "周予安".into(),
        ..Version::default()
    };
    desk.bench.tell(Message::Review(Told::History(Ok(vec![version]))));
    desk.keys("<F8>");
    let name = "第1版（周予安 2026-06-12 09:00）".to_owned();
    assert_eq!(desk.bench.asked(), [Effect::Review(Wanted::Restore("ab".into(), name.clone()))]);
    let mut then = finished();
    then.letter.body = then.letter.body.replace("配车6辆", "配车8辆");
    desk.bench.tell(Message::Review(Told::Restored(Ok((name, Box::new(then.clone()))))));
    assert_eq!(desk.bench.draft(), &then);
    desk.keys("<Ctrl+Z>");
    assert_eq!(desk.bench.draft(), &finished());
}
