//! Asking for words that go into the record: a remark, a reason, an opinion, a name.

use super::{Dialog, talk};
use crate::app::ignoring::Request;
use crate::app::line::Line;
use crate::app::overlay::Overlay;
use crate::app::state::State;
use crate::letter::Draft;
use crate::review::{Action, Anchor, Item, Stage, Verdict};

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Why an item is passed although the machine found an error in it, and what it says in a word.
    PassDespite(Box<Item>, &'static str),
    /// What is to be mended in an item.
    Return(Box<Item>),
    /// Why an item does not apply.
    NotApplicable(Box<Item>),
    /// What the reviewer should know.
    Submit,
    /// The signer's opinion.
    Sign(Stage, String),
    /// Why the letter is sent back.
    SendBack,
    /// What is to be said of a place.
    Remark(Anchor),
    /// The answer to a remark.
    Answer(usize),
    /// What is to be said when a remark is settled.
    Resolve(usize),
    /// The person's name, and what waits for it.
    Name(Pending),
    /// The file that the draft is to be compared with.
    File,
}

/// What waits for the person's name, because the record will name them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pending {
    /// Decisions of the review.
    Decisions(Vec<Action>),
    /// A finding that is let stand.
    Ignore(Vec<Request>),
    /// An export, with the reason to issue the letter although something stands against it.
    Export(Option<String>),
}

/// The question with the line to type into.
#[derive(Clone, Debug)]
pub struct Words {
    /// What is asked for.
    pub ask: Ask,
    /// What is typed.
    pub line: Line,
    /// What is to be known besides.
    pub note: String,
}

impl Words {
    /// Opens the question.
    pub fn open(state: &mut State, ask: Ask) {
        let note = match (&ask, &state.review.case) {
            (Ask::Sign(..), Some(case)) if !case.key.is_empty() => format!("将用密钥 {} 签名", case.key),
            (Ask::Sign(..), Some(case)) if case.key_demanded => {
                "要用密钥签才算数：请先在 dafu.toml 写 [people] ssh_key".to_owned()
            }
            (Ask::Name(_), Some(case)) if !case.account.is_empty() => {
                format!("写入核稿记录，只问一次；系统用户名为 {}", case.account)
            }
            (Ask::Name(_), _) => "写入核稿记录，只问一次".to_owned(),
            (Ask::Answer(number) | Ask::Resolve(number), _) => {
                let note = state.review.notes.iter().find(|note| note.thread.number == *number);
                note.map_or_else(String::new, |note| format!("{}：{}", note.thread.who, note.thread.text))
            }
            (Ask::PassDespite(_, label), _) => format!("机器查出“{label}”；仍要通过的，理由记入核稿记录"),
            (Ask::SendBack, _) => "此前的签字作废，各项的结论保留".to_owned(),
            _ => String::new(),
        };
        let words = Self { ask, line: Line::default(), note };
        state.overlays.push(Overlay::Review(Dialog::Words(Box::new(words))));
    }

    /// Its heading.
    pub fn title(&self) -> String {
        match &self.ask {
            Ask::PassDespite(item, _) => format!("通过：{}", item.title),
            Ask::Return(item) => format!("退回：{}", item.title),
            Ask::NotApplicable(item) => format!("不适用：{}", item.title),
            Ask::Submit => "送核".to_owned(),
            Ask::Sign(stage, unit) if unit.is_empty() => format!("{}签字", stage.title()),
            Ask::Sign(stage, unit) => format!("{}（{unit}）", stage.title()),
            Ask::SendBack => "整份退回拟稿人".to_owned(),
            Ask::Remark(anchor) => format!("批注：“{}”", shortened(&anchor.quote)),
            Ask::Answer(number) => format!("答复第 {number} 号批注"),
            Ask::Resolve(number) => format!("了结第 {number} 号批注"),
            Ask::Name(_) => "您的姓名".to_owned(),
            Ask::File => "与哪个文件比较".to_owned(),
        }
    }

    /// What stands in the empty line.
    pub fn hint(&self) -> &'static str {
        match &self.ask {
            Ask::PassDespite(..) => "为什么仍可以通过",
            Ask::Return(_) => "要改什么",
            Ask::NotApplicable(_) => "为什么不适用",
            Ask::Submit => "请核稿人留意的事，可以不写",
            Ask::Sign(..) => "意见，可以不写",
            Ask::SendBack => "为什么退回",
            Ask::Remark(_) => "想说什么",
            Ask::Answer(_) => "怎么答复",
            Ask::Resolve(_) => "可以不写",
            Ask::Name(_) => "真实姓名",
            Ask::File => "稿件、.txt 或 .docx 的路径",
        }
    }

    /// Whether nothing may be left unsaid.
    fn is_needed(&self) -> bool {
        !matches!(self.ask, Ask::Submit | Ask::Sign(..) | Ask::Resolve(_))
    }

    /// The decision that the words make; nothing for what is no decision.
    fn action(&self, draft: &Draft, letter: String) -> Option<Action> {
        let text = self.line.text().trim().to_owned();
        Some(match &self.ask {
            Ask::PassDespite(item, _) => item.judged(draft, Verdict::PassDespite(text)),
            Ask::Return(item) => item.judged(draft, Verdict::Return(text)),
            Ask::NotApplicable(item) => item.judged(draft, Verdict::NotApplicable(text)),
            Ask::Submit => Action::Submit { note: text },
            Ask::Sign(stage, unit) => Action::Sign { stage: *stage, unit: unit.clone(), letter, opinion: text },
            Ask::SendBack => Action::SendBack { reason: text },
            Ask::Remark(anchor) => Action::Remark { anchor: anchor.clone(), text },
            Ask::Answer(remark) => Action::Answer { remark: *remark, text },
            Ask::Resolve(remark) => Action::Resolve { remark: *remark, text },
            Ask::Name(_) | Ask::File => return None,
        })
    }
}

/// Does what the words were asked for.
pub fn answered(state: &mut State) {
    let Some(Overlay::Review(Dialog::Words(words))) = state.overlays.last() else {
        return;
    };
    let text = words.line.text().trim().to_owned();
    if text.is_empty() && words.is_needed() {
        let hint = words.hint();
        return state.warn(format!("请写明{hint}；按 Esc 放弃"));
    }
    let Some(sheet) = &state.sheet else { return };
    let draft = sheet.document.draft();
    let letter = if matches!(words.ask, Ask::Sign(..)) { crate::review::item::letter(draft) } else { String::new() };
    let action = words.action(draft, letter);
    let ask = words.ask.clone();
    state.overlays.pop();
    match (ask, action) {
        (Ask::Name(pending), _) => talk::introduce(state, text, pending),
        (Ask::File, _) => super::redline::compare(state, super::Base::File(text.into())),
        (_, Some(action)) => talk::decide(state, vec![action]),
        (_, None) => {}
    }
}

fn shortened(quote: &str) -> String {
    let mut characters = quote.chars();
    let head: String = characters.by_ref().take(18).collect();
    if characters.next().is_some() { format!("{head}…") } else { head }
}
