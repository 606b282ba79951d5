//! The review driven by keys. The record is a real one, kept in memory: what the workbench asks to be taken down is added
//! to it, as the caller does with the file.

use super::{Bench, faulty, finished};
use crate::app::Message;
use crate::app::effect::Effect;
use crate::app::overlay::Overlay;
use crate::app::review::{Base, Case, Dialog, Elsewhere, Told, Version, Wanted};
use crate::app::state::Pane;
use crate::letter::merge::{Conflict, Side};
use crate::letter::{Draft, Field, format};
use crate::review::{Action, Entry, Policy, Record, Stage, record};
use crate::text::fingerprint::fingerprint;
use std::collections::BTreeMap;

/// A workbench with a record under it.
pub(crate) struct Desk {
    pub bench: Bench,
    pub record: String,
    policy: Policy,
    who: String,
    given: bool,
    earlier: BTreeMap<String, Draft>,
    /// What came of each decision, the last one last.
    pub taken: Vec<Action>,
}

/// What a strict office asks.
fn strict() -> Policy {
    Policy {
        required: vec![Stage::Review, Stage::Sign],
        co_handlers_countersign: true,
        reviewer_is_not_drafter: true,
        signers: vec!["方远".into()],
        ..Policy::default()
    }
}

impl Desk {
    /// The finished sample under the rules of a strict office, on a screen of `size`.
    pub fn strict(size: (u16, u16), who: &str) -> Self {
        Self::with(size, who, finished(), strict())
    }

    pub fn with(size: (u16, u16), who: &str, draft: Draft, policy: Policy) -> Self {
        let mut bench = Bench::new(size);
        bench.open(draft);
        let (who, record, earlier) = (who.to_owned(), String::new(), BTreeMap::new());
        let mut desk = Self { bench, record, policy, who, given: true, earlier, taken: Vec::new() };
        desk.read();
        desk
    }

    /// Somebody else sits down at the same draft.
    pub fn sits(&mut self, who: &str) {
        who.clone_into(&mut self.who);
        let draft = self.bench.draft().clone();
        self.bench.state.notice = None;
        self.bench.open(draft);
        self.read();
        self.bench.asked();
    }

    fn version(&self) -> String {
        fingerprint(format::create(self.bench.draft()).as_bytes())
    }

    fn read(&mut self) {
        let case = Case {
            record: Record::read(&self.record),
            policy: self.policy.clone(),
            who: self.who.clone(),
            given: self.given,
            earlier: self.earlier.clone(),
            ..Case::default()
        };
        self.bench.tell(Message::Review(Told::Read(Ok(Box::new(case)))));
    }

    /// Adds to the record as somebody on another machine would.
    pub fn adds(&mut self, who: &str, action: Action) {
        let version = self.version();
        let entry =
            Entry { at: "2026-06-12T09:00:00+08:00".into(), who: who.into(), machine: "甲".into(), version, action };
        let added = record::addition(&self.record, "稿.toml", &[(entry, None)]);
        self.record.push_str(&added);
        self.earlier.insert(self.version(), self.bench.draft().clone());
        self.read();
    }

    /// Types keys, and takes down what is decided.
    pub fn keys(&mut self, script: &str) {
        for key in super::keys(script) {
            self.bench.tell(Message::Key(key));
            self.carry_out();
        }
    }

    fn carry_out(&mut self) {
        for effect in self.bench.asked() {
            match effect {
                Effect::Save { .. } => {
                    self.bench.tell(Message::Saved(Ok(())));
                    self.carry_out();
                }
                Effect::Review(Wanted::Decide(actions)) => {
                    for action in actions {
                        self.taken.push(action.clone());
                        let who = self.who.clone();
                        self.adds(&who, action);
                    }
                    self.bench.tell(Message::Review(Told::Decided(Ok("已记下".into()))));
                }
                Effect::Review(Wanted::Introduce(name)) => {
                    (self.who, self.given) = (name, true);
                    self.read();
                }
                Effect::Review(Wanted::Yield | Wanted::Look) => {}
                other => self.bench.effects.push(other),
            }
        }
    }

    /// The item on the card.
    pub fn item(&self) -> &str {
        let (walk, board) = (self.bench.state.review.walk().unwrap(), self.bench.state.review.board().unwrap());
        &board.items[walk.list.selected].item.selector
    }

    /// How the item of this name stands.
    pub fn stands(&self, selector: &str) -> &'static str {
        let board = self.bench.state.review.board().unwrap();
        board.items.iter().find(|listed| listed.item.selector == selector).unwrap().stand.label
    }

    fn waiting(&self) -> usize {
        self.bench.state.review.board().unwrap().waiting()
    }

    /// Where the letter stands, in words.
    fn told(&self) -> String {
        let record = Record::read(&self.record);
        crate::review::Progress::of(self.bench.draft(), &record, &self.policy).told()
    }

    fn notice(&self) -> &str {
        self.bench.notice()
    }
}

/// The finished sample handed in, the reviewer sitting down.
pub(crate) fn handed_in(size: (u16, u16)) -> Desk {
    let mut desk = Desk::strict(size, "周予安");
    desk.keys("<Shift+F4><Enter>请核数据<Enter>");
    desk.sits("林知远");
    desk.keys("<F4>");
    desk
}

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
fn the_walk_shows_each_place_in_the_text() {
    let mut desk = handed_in((120, 40));
    let place = |desk: &Desk| {
        let editor = desk.bench.state.sheet().unwrap().document.editor();
        editor.text()[editor.cursor()..].chars().take(4).collect::<String>()
    };
    while desk.item() != "promises" {
        desk.keys("<→>");
    }
    assert_eq!(place(&desk), "今年计划");
    desk.keys("<↓>");
    assert_eq!(place(&desk), "下一步，", "along the promises");
    desk.keys("<↑>");
    assert_eq!(place(&desk), "今年计划");
    let marked = desk.bench.state.sheet().unwrap().document.editor().marks();
    assert!(marked.into_iter().any(|(_, marking)| marking == crate::app::editor::Marking::Evidence));
    desk.keys("<Home>");
    assert_eq!(desk.item(), "issuer");
    desk.keys("<Shift+F7>");
    assert_eq!(desk.item(), "request-3", "round at the ends");
    desk.keys("<F6><↑>");
    assert_eq!(desk.item(), "request-2", "the list of the items is gone through too");
    desk.keys("<Esc><Esc>");
    assert!(desk.bench.state.review.walk().is_none());
    assert_eq!(desk.bench.state.sheet().unwrap().focus, Pane::Body);
}

#[test]
fn the_figures_of_a_paragraph_are_passed_together_after_a_look() {
    let mut desk = handed_in((120, 40));
    while desk.item() != "figure-4.1" {
        desk.keys("<→>");
    }
    desk.keys("<F8>");
    let Some(Overlay::Review(Dialog::Proven(proven))) = desk.bench.state.overlay() else { panic!("a list") };
    assert_eq!((proven.title.as_str(), proven.items.len()), ("第4段数据一并通过", 4));
    desk.keys("<Enter>");
    assert_eq!((desk.stands("figure-4.4"), desk.stands("figure-5.1"), desk.item()), ("通过", "未核", "p5"));
}

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
fn an_item_with_an_error_is_passed_with_a_reason_only() {
    let mut desk = Desk::with((120, 40), "周予安", faulty(), strict());
    desk.keys("<Shift+F4><Enter><Enter>");
    desk.sits("林知远");
    desk.keys("<F4>");
    while desk.item() != "number" {
        desk.keys("<→>");
    }
    desk.keys("<Enter><Enter>");
    assert!(desk.notice().contains("请写明为什么仍可以通过"), "{}", desk.notice());
    assert_eq!(desk.stands("number"), "未核");
    desk.keys("<Esc><Enter>原件如此<Enter>");
    assert_eq!(desk.stands("number"), "通过");
    assert!(desk.record.contains("原件如此"), "{}", desk.record);
}

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
    assert_eq!(desk.bench.state.sheet().unwrap().document.editor().selected(), "配车6辆");
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
fn the_mouse_goes_to_items_places_and_choices() {
    use crate::app::layout::Layout;
    use crate::app::message::Click;
    let mut desk = handed_in((120, 40));
    let press = |desk: &mut Desk, column: u16, row: u16| {
        desk.bench.tell(Message::Mouse { click: Click::Press { extend: false }, column, row });
    };
    let areas = Layout::of(&desk.bench.state).walk.unwrap();
    let list = areas.list.unwrap();
    press(&mut desk, list.x + 4, list.y + 3);
    assert_eq!(desk.item(), "title");
    desk.bench.tell(Message::Mouse { click: Click::WheelDown, column: list.x + 4, row: list.y + 3 });
    assert_eq!(desk.item(), "category");
    while desk.item() != "promises" {
        desk.keys("<→>");
    }
    let walk = desk.bench.state.review.walk().unwrap();
    let second = walk.rows.iter().position(|row| row.leads == Some(1)).unwrap();
    press(&mut desk, areas.text.x + 4, areas.text.y + u16::try_from(second).unwrap());
    assert_eq!(desk.bench.state.review.walk().unwrap().evidence, 1);
    desk.keys("<Shift+F4>");
    let rows = Layout::of(&desk.bench.state).rows;
    press(&mut desk, rows.x + 2, rows.y);
    press(&mut desk, rows.x + 2, rows.y);
    assert_eq!(desk.notice(), "已送核", "the first click chooses, the second does it");
}

#[test]
fn nothing_of_the_review_panics_whatever_is_pressed() {
    use proptest::prelude::*;
    let pressed = prop::sample::select(vec![
        "<F4>",
        "<Enter>",
        "<Esc>",
        "<Ctrl+B>",
        "<Ctrl+N>",
        "<F6>",
        "<F7>",
        "<F8>",
        "<↑>",
        "<↓>",
        "<←>",
        "<→>",
        "<Home>",
        "<End>",
        "<PageDown>",
        "<PageUp>",
        "<Shift+F4>",
        "<Alt+R>",
        "<Alt+Shift+R>",
        "<Ctrl+R>",
        "<Ctrl+D>",
        "<Alt+D>",
        "<Alt+H>",
        "<Tab>",
        "<F5>",
        "<F2>",
        "<F10>",
        "<Ctrl+Z>",
        "字",
        "<Backspace>",
        "<Alt+U>",
        "<F9>",
    ]);
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(24));
    runner
        .run(&prop::collection::vec(pressed, 1..50), |keys| {
            let mut desk = handed_in((80, 24));
            for (at, key) in keys.iter().enumerate() {
                desk.keys(key);
                if at % 7 == 3 {
                    let mut draft = desk.bench.draft().clone();
                    let half = crate::text::position::floor_boundary(&draft.letter.body, draft.letter.body.len() / 2);
                    draft.letter.body.truncate(half);
                    let told = Elsewhere { by: "甲".into(), draft: Some(draft) };
                    desk.bench.tell(Message::Review(Told::Changed(Box::new(told))));
                }
            }
            Ok(())
        })
        .unwrap();
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
