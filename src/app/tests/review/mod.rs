//! The review driven by keys. The record is a real one, kept in memory: what the workbench asks to be taken down is added
//! to it, as the caller does with the file.

mod others;
mod past;
mod stages;
mod walk;

use crate::app::Message;
use crate::app::effect::Effect;
use crate::app::review::{Case, Told, Wanted};
use crate::app::tests::{Bench, finished};
use crate::letter::{Draft, format};
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
