//! The screens of the review, at the sizes that matter.

use crate::app::Message;
use crate::app::review::{Base, Told, Version};
use crate::app::tests::finished;
use crate::app::tests::review::{Desk, handed_in};
use crate::ui::tests::screen;

const SIZES: [(u16, u16); 4] = [(120, 40), (80, 24), (100, 30), (200, 60)];

/// The walk of the finished sample after `keys`, at every size.
fn after(keys: &str) -> String {
    shots(|desk| desk.keys(keys))
}

fn shots(act: impl Fn(&mut Desk)) -> String {
    SIZES
        .map(|size| {
            let mut desk = handed_in(size);
            // The first drawing tells the editor its width.
            screen(&desk.bench.state);
            act(&mut desk);
            screen(&desk.bench.state)
        })
        .join("\n\n")
}

/// Keys that go to an item of the walk.
fn to(desk: &mut Desk, item: &str) {
    while desk.item() != item {
        desk.keys("<→>");
    }
}

#[test]
fn walk_of_figures() {
    insta::assert_snapshot!(shots(|desk| to(desk, "figure-7.3")));
}

#[test]
fn walk_of_promises() {
    insta::assert_snapshot!(shots(|desk| {
        to(desk, "promises");
        desk.keys("<↓>");
    }));
}

#[test]
fn walk_of_a_request() {
    insta::assert_snapshot!(shots(|desk| to(desk, "request-1")));
}

#[test]
fn what_changed_since_the_verdict() {
    insta::assert_snapshot!(shots(|desk| {
        to(desk, "p4");
        desk.keys("<Enter>");
        let mut draft = desk.bench.draft().clone();
        draft.letter.body = draft.letter.body.replace("配车6辆", "配车12辆");
        let told = crate::app::review::Elsewhere { by: "周予安 16:03 ".into(), draft: Some(draft) };
        desk.bench.tell(Message::Review(Told::Changed(Box::new(told))));
        desk.keys("<Home>");
        to(desk, "p4");
    }));
}

#[test]
fn passing_together() {
    insta::assert_snapshot!(after("<F8>"));
}

#[test]
fn sending_an_item_back() {
    insta::assert_snapshot!(after("<Ctrl+B>与机构名称不符"));
}

#[test]
fn the_list_of_items() {
    insta::assert_snapshot!(after("<F6><↓><↓>"));
}

#[test]
fn what_may_be_done() {
    insta::assert_snapshot!(after("<Shift+F4>"));
}

#[test]
fn help_in_the_walk() {
    insta::assert_snapshot!(after("<F1>"));
}

#[test]
fn remarks_in_margin_and_list() {
    insta::assert_snapshot!(shots(|desk| {
        to(desk, "figure-4.3");
        desk.keys("<Alt+R>与台账不符？<Enter>");
        to(desk, "figure-7.1");
        desk.keys("<Alt+R>是否含改造<Enter><F4>");
        let margin = screen(&desk.bench.state);
        assert!(margin.contains('»'), "{margin}");
        desk.keys("<Alt+Shift+R><Ctrl+R>含改造，已核<Enter>");
    }));
}

#[test]
fn a_redline() {
    insta::assert_snapshot!(shots(|desk| {
        let mut then = finished();
        then.letter.number = "临交函〔2026〕17号".into();
        then.letter.body = then.letter.body.replace("配车6辆", "配车8辆").replace("你们的建议切中要害，", "");
        let told = Told::Compared(Base::LastSignOff, Ok(("上次签字时".into(), Box::new(then))));
        desk.bench.tell(Message::Review(told));
        desk.keys("<F7>");
    }));
}

#[test]
fn the_versions() {
    insta::assert_snapshot!(shots(|desk| {
        let version = |number: usize, cause: &str, decisions: &[&str]| Version {
            number,
            at: format!("2026-06-12T09:{number:02}:00+08:00"),
            who: "周予安".into(),
            cause: cause.into(),
            decisions: decisions.iter().map(|it| (*it).to_owned()).collect(),
            is_now: number == 3,
            ..Version::default()
        };
        let versions =
            vec![version(3, "保存", &[]), version(2, "核稿", &["林知远　退回拟稿：请核时限"]), version(1, "新建", &[])];
        desk.bench.tell(Message::Review(Told::History(Ok(versions))));
    }));
}

#[test]
fn the_gate_tells_what_is_missing() {
    insta::assert_snapshot!(after("<F5>"));
}

#[test]
fn changes_that_contradict() {
    use crate::letter::Field;
    use crate::letter::merge::Conflict;
    let place = |field, before: &str, mine: &str, theirs: &str| Conflict {
        field,
        before: before.into(),
        mine: mine.into(),
        theirs: theirs.into(),
    };
    insta::assert_snapshot!(shots(|desk| {
        let places = vec![
            place(Field::Body, "二、关于公交。今年4月以来，", "新增配车6辆，", "新增配车8辆，早晚高峰加密班次，"),
            place(Field::Body, "", "已验收。\n下一步，继续推进。", ""),
            place(Field::Number, "", "临交函〔2026〕18号", "临交函〔2026〕19号"),
        ];
        desk.bench.tell(Message::Review(Told::Contradicted(places)));
        desk.bench.keys("<←><↓><→>");
    }));
}
