//! The workbench driven by keys: what is typed, and what stands there afterwards, each on one line.

mod dialogs;
mod driver;
mod editing;
mod elements;
mod field_marks;
mod findings;
mod going;
pub(crate) mod intake;
mod keys;
mod library;
mod picker;
mod random;
mod requests;
pub(crate) mod review;
mod role;
mod structure;
mod together;
mod tutor;

use jiff::civil::date;

use crate as dafu;

use super::review::Wanted;
use super::{Code, Effect, Key, Message, Opened, State, update};
use crate::app::library::Entry;
use crate::check::Profile;
use crate::letter::{Draft, format};

/// A workbench without terminal and files, and what it asked to be done.
pub(crate) struct Bench {
    pub state: State,
    pub effects: Vec<Effect>,
}

/// The sample draft with instructive faults.
pub(crate) fn faulty() -> Draft {
    format::read(include_str!("../../../drafts/2026057.toml")).unwrap().draft
}

/// The sample draft that passes.
pub(crate) fn finished() -> Draft {
    format::read(include_str!("../../../drafts/2026042.toml")).unwrap().draft
}

/// The letters that import is tested with, each with its name; lines are ended by line feeds.
pub(crate) fn letters() -> Vec<(String, String)> {
    let files = std::fs::read_dir("tests/letters").unwrap().map(|entry| entry.unwrap().path());
    let text = |path: std::path::PathBuf| {
        let bytes = std::fs::read(&path).unwrap();
        let (text, _) = crate::import::decode(&bytes).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, text.replace("\r\n", "\n").replace('\r', "\n"))
    };
    let mut letters: Vec<_> = files.filter(|path| path.extension().is_some_and(|it| it == "txt")).map(text).collect();
    letters.sort();
    letters
}

/// A draft with nothing but a body.
pub(crate) fn with_body(body: &str) -> Draft {
    let mut draft = Draft::default();
    draft.letter.body = body.to_owned();
    draft
}

impl Bench {
    /// A workbench that shows its empty library.
    pub fn new(size: (u16, u16)) -> Self {
        let state = State::new(size, date(2026, 6, 1), Profile::default(), "/稿件");
        Self { state, effects: Vec::new() }
    }

    /// A workbench with a draft open.
    pub fn with(draft: Draft) -> Self {
        let mut bench = Self::new((120, 40));
        bench.open(draft);
        bench
    }

    /// Opens a draft.
    pub fn open(&mut self, draft: Draft) {
        self.open_at("drafts/稿.toml", draft);
    }

    /// Opens a draft of that path.
    pub fn open_at(&mut self, path: &str, draft: Draft) {
        let path = path.into();
        self.tell(Message::Opened(Box::new(Opened {
            path,
            draft,
            read_only: None,
            recovered: None,
            waivers: Vec::new(),
            aside: None,
        })));
    }

    /// Tells one message and lets the workbench have its quiet moment.
    pub fn tell(&mut self, message: Message) {
        self.effects.extend(update(&mut self.state, message));
        self.effects.extend(update(&mut self.state, Message::Idle));
    }

    /// Types keys: characters as they are, others by name in angle brackets, as `<Ctrl+S>`.
    pub fn keys(&mut self, script: &str) {
        for key in keys(script) {
            self.tell(Message::Key(key));
        }
    }

    /// The effects since this was last asked, without the journal's and the looks at what others did.
    pub fn asked(&mut self) -> Vec<Effect> {
        let effects = std::mem::take(&mut self.effects);
        effects
            .into_iter()
            .filter(|effect| !matches!(effect, Effect::Journal(_) | Effect::Learn | Effect::Review(Wanted::Look)))
            .collect()
    }

    /// The body with `|` at the cursor; a selection stands in `[` and `]`.
    pub fn body(&self) -> String {
        let editor = self.state.sheet().unwrap().document.editor();
        let mut text = editor.text().to_owned();
        match editor.selection() {
            Some(range) => {
                text.insert(range.end, ']');
                text.insert(range.start, '[');
            }
            None => text.insert(editor.cursor(), '|'),
        }
        text
    }

    pub fn draft(&self) -> &Draft {
        self.state.sheet().unwrap().document.draft()
    }

    pub fn notice(&self) -> &str {
        self.state.notice().map_or("", |notice| notice.text.as_str())
    }

    /// Fills the library with drafts of these titles.
    pub fn list(&mut self, titles: &[&str]) {
        let entry = |(at, title): (usize, &&str)| Entry {
            path: format!("drafts/{at}.toml").into(),
            title: (*title).to_owned(),
            kind: "建议",
            ..Entry::default()
        };
        self.tell(Message::Listed(titles.iter().enumerate().map(entry).collect()));
    }
}

/// The keys of a script.
pub(crate) fn keys(script: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut rest = script;
    while let Some(first) = rest.chars().next() {
        if let Some((name, after)) = rest.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
            keys.push(name.parse().unwrap());
            rest = after;
        } else {
            keys.push(Key::plain(Code::Char(first)));
            rest = &rest[first.len_utf8()..];
        }
    }
    keys
}

/// Types `script` into a body whose cursor is at `|`, and gives the body back the same way.
pub(crate) fn typed(before: &str, script: &str) -> String {
    let cursor = before.find('|').unwrap();
    let mut bench = Bench::with(with_body(&before.replacen('|', "", 1)));
    bench.state.sheet.as_mut().unwrap().document.editor_mut().place(cursor);
    bench.keys(script);
    bench.body()
}
