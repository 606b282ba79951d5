//! Bytes as events: keys, pastes, mouse, sizes, and answers to effects, with what must hold after each.
//!
//! The fuzz target includes this file; the property test runs it for a moment on every build. `dafu` is the crate.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::date;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::dafu::app::command::TABLE;
use super::dafu::app::library::Entry;
use super::dafu::app::picker::Recalled;
use super::dafu::app::tutor::{Tutor, practice};
use super::dafu::app::{Click, Code, Effect, ExportProblem, Key, Message, Opened, SaveProblem, State, update};
use super::dafu::check::Profile;
use super::dafu::letter::{Draft, Field, format};
use super::dafu::recall::{Corpus, OldLetter, Passage, Pattern, Shelf};
use super::dafu::text::{characters, clusters};
use super::dafu::ui::{draw, theme::Theme};

/// What is typed and pasted: sections, marks of both widths, digits, rare and combined characters, line ends.
const CHARACTERS: &str = "一二三、（）(，。“”《》〔1a 是第您\n\u{301}𠅤👩\u{200d}👧🇨🇳䶮\u{3000}\t]】X";

/// The most effects that are answered after one message.
const ANSWERS: usize = 12;

/// The events that are left.
struct Bytes<'a>(std::slice::Iter<'a, u8>);

impl Bytes<'_> {
    fn next(&mut self) -> usize {
        self.0.next().map_or(0, |&byte| usize::from(byte))
    }

    fn character(&mut self) -> char {
        let all: Vec<char> = CHARACTERS.chars().collect();
        all[self.next() % all.len()]
    }
}

/// The workbench with what it should be.
struct Drive<'a> {
    bytes: Bytes<'a>,
    state: State,
    keys: Vec<Key>,
    /// The open draft as it was opened, and as the journal would give it back.
    kept: Option<(Draft, Draft)>,
    ended: bool,
}

/// Lets `bytes` happen to a workbench.
///
/// # Panics
/// When something that must hold does not.
pub fn drive(bytes: &[u8]) {
    let bytes = Bytes(bytes.iter());
    let state = State::new((120, 40), date(2026, 6, 1), Profile::default(), "/稿件");
    let keys = TABLE.iter().flat_map(|entry| entry.keys).filter_map(|name| name.parse().ok()).collect();
    let mut drive = Drive { bytes, state, keys, kept: None, ended: false };
    drive.prepare();
    while !drive.bytes.0.as_slice().is_empty() && !drive.ended {
        let message = drive.message();
        drive.tell(message);
        drive.check();
    }
    drive.check_history();
}

impl Drive<'_> {
    fn prepare(&mut self) {
        let passage = |shelf, text: &str| Passage { shelf, title: text.into(), text: text.into(), note: "注".into() };
        self.state.set_shelf(vec![
            passage(Shelf::Phrases, "专此答复，感谢您的支持。"),
            passage(Shelf::Policies, "《某意见》（国发〔2020〕7号）"),
            passage(Shelf::Contacts, "周某 0700-8200000"),
        ]);
        self.state.set_profiles(vec![Profile::default(), Profile { name: "某市".into(), ..Profile::default() }]);
        if self.bytes.next().is_multiple_of(8)
            && let Ok(read) = format::read(&practice(date(2026, 6, 1)))
        {
            self.state.set_tutor(Tutor::new(read.draft, 0));
        }
        let opened = self.opened();
        self.tell(opened);
    }

    /// One of some drafts, opened.
    fn opened(&mut self) -> Message {
        let sample = |text: &str| format::read(text).map(|read| read.draft).unwrap_or_default();
        let which = self.bytes.next();
        let mut draft = match which % 5 {
            0 => sample(include_str!("../../../drafts/2026057.toml")),
            1 => sample(include_str!("../../../drafts/2026042.toml")),
            2 => sample(include_str!("../../../drafts/2026108.toml")),
            3 => sample(&practice(date(2026, 6, 1))),
            _ => Draft::default(),
        };
        if which % 5 == 4 {
            draft.letter.body = (0..self.bytes.next() % 64).map(|_| self.bytes.character()).collect();
        }
        let read_only = (which > 240).then(|| "只能查看".to_owned());
        let path = PathBuf::from(format!("drafts/{}.toml", which % 5));
        Message::Opened(Box::new(Opened { path, draft, read_only, recovered: None, waivers: Vec::new(), aside: None }))
    }

    fn message(&mut self) -> Message {
        match self.bytes.next() % 32 {
            0..=13 => {
                let place = self.bytes.next() * 256 + self.bytes.next();
                let mut key = self.keys[place % self.keys.len()];
                key.shift |= place.is_multiple_of(7);
                Message::Key(key)
            }
            14..=20 => Message::Key(Key::plain(Code::Char(match self.bytes.character() {
                '\n' | '\t' => ' ',
                character => character,
            }))),
            21 => Message::Paste((0..self.bytes.next() % 24).map(|_| self.bytes.character()).collect()),
            22 | 23 => {
                let clicks =
                    [Click::Press { extend: false }, Click::Press { extend: true }, Click::Drag, Click::Release];
                let more = [Click::WheelUp, Click::WheelDown, Click::Again(2), Click::Again(3)];
                let click = [clicks, more].concat()[self.bytes.next() % 8];
                let (column, row) = (self.bytes.next(), self.bytes.next() % 70);
                Message::Mouse { click, column: cells(column), row: cells(row) }
            }
            24 => {
                let sizes = [(80, 24), (100, 30), (120, 40), (200, 60)];
                let (width, height) = match self.bytes.next() % 8 {
                    common @ 0..=3 => sizes[common],
                    _ => (cells(self.bytes.next()), cells(self.bytes.next() % 64)),
                };
                Message::Resize { width, height }
            }
            25 => Message::Failed("没有做成".to_owned()),
            26 => self.listed(),
            _ => Message::Idle,
        }
    }

    fn listed(&mut self) -> Message {
        let entry = |at: usize| Entry {
            path: PathBuf::from(format!("drafts/{at}.toml")),
            title: format!("关于第{at}件事的建议"),
            kind: "建议",
            problem: (at % 5 == 3).then(|| "读不了".to_owned()),
            ..Entry::default()
        };
        Message::Listed((0..self.bytes.next() % 40).map(entry).collect())
    }

    /// Tells the workbench, keeps the journal, and answers what it asks for.
    fn tell(&mut self, message: Message) {
        let mut messages = vec![message];
        for _ in 0..ANSWERS {
            let Some(message) = messages.pop() else {
                return;
            };
            let opens = matches!(message, Message::Opened(_));
            for effect in update(&mut self.state, message) {
                if let Effect::Journal(changes) = &effect {
                    self.keep(changes);
                }
                messages.extend(self.answer(effect));
            }
            if opens {
                let draft = self.state.sheet().map(|sheet| sheet.document.draft().clone());
                self.kept = draft.map(|draft| (draft.clone(), draft));
            }
        }
    }

    fn keep(&mut self, changes: &[(Field, super::dafu::text::edit::Edit)]) {
        if let Some((_, journal)) = &mut self.kept {
            for (field, edit) in changes {
                assert!(journal.edit(*field, edit).is_ok(), "{field} does not take {edit:?}");
            }
        }
    }

    fn answer(&mut self, effect: Effect) -> Option<Message> {
        match effect {
            Effect::Quit => {
                self.ended = true;
                None
            }
            Effect::List | Effect::Initialise { .. } => Some(self.listed()),
            Effect::Open(_) | Effect::Create(_) => Some(match self.bytes.next() % 8 {
                0 => Message::Failed("打不开".to_owned()),
                _ => self.opened(),
            }),
            Effect::Save { .. } => Some(Message::Saved(match self.bytes.next() % 6 {
                0 => Err(SaveProblem::Changed),
                1 => Err(SaveProblem::Other("磁盘已满".to_owned())),
                _ => Ok(()),
            })),
            Effect::Export { .. } => Some(Message::Exported(match self.bytes.next() % 6 {
                0 => Err(ExportProblem::Exists("exports/稿.txt".into())),
                1 => Err(ExportProblem::Refused(vec!["缺签发".to_owned()])),
                2 => Err(ExportProblem::Other("磁盘已满".to_owned())),
                _ => Ok("exports/稿.txt".into()),
            })),
            Effect::Recall { serial, query, near } => {
                let body = "（一）清溪河清淤已完成。\n一是加强巡查，您可放心。".into();
                let letter = OldLetter { path: "旧".into(), body, date: "2025-06-12".into(), ..OldLetter::default() };
                let results = Corpus::new(vec![Arc::new(letter)]).search(&Pattern::new(&query), &near, 20);
                Some(Message::Recalled(Recalled { serial, results, read: 1, of: 1 + self.bytes.next() % 2 }))
            }
            _ => None,
        }
    }

    /// What must hold whatever has happened.
    fn check(&self) {
        let (width, height) = self.state.size();
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        if let Some(cursor) = draw(&self.state, Theme::new(true), &mut buffer) {
            assert!(cursor.x < width && cursor.y < height, "{cursor:?} is off {width}×{height}");
        }
        let Some(sheet) = self.state.sheet() else {
            return;
        };
        let (document, editor) = (&sheet.document, sheet.document.editor());
        let (draft, body) = (document.draft(), &document.draft().letter.body);
        assert_eq!(editor.text(), body);
        assert_eq!(document.characters(), characters::ink(body).count());
        let at_cluster = |at: usize| at == body.len() || clusters::of(body).any(|(start, _)| start == at);
        assert!(at_cluster(editor.cursor()), "the cursor is inside a character, at {} of {body:?}", editor.cursor());
        if let Some(range) = editor.selection() {
            assert!(at_cluster(range.start) && at_cluster(range.end), "{range:?} cuts a character");
        }
        for finding in &sheet.assessment.findings {
            let text = draft.text(finding.field);
            assert!(
                text.get(finding.range.clone()).is_some(),
                "{:?} lies outside {}: {text:?}",
                finding.range,
                finding.field
            );
        }
        if let Some((_, journal)) = &self.kept {
            assert_eq!(draft, journal, "the journal gives another draft");
        }
    }

    /// Taking everything back gives the draft as it was opened; doing it again gives it as it is.
    fn check_history(&self) {
        let (Some(sheet), Some((start, _))) = (self.state.sheet(), &self.kept) else {
            return;
        };
        let mut document = sheet.document.clone();
        let end = document.draft().clone();
        while document.redo() {}
        let last = document.draft().clone();
        while document.undo() {}
        assert_eq!(document.draft(), start, "taken back");
        while document.redo() {}
        assert_eq!(document.draft(), &last, "done again");
        assert_eq!(sheet.document.draft(), &end);
    }
}

fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
