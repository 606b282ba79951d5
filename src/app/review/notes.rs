//! Remarks at the places they hang on now, carried along with what is typed.

use std::ops::Range;

use super::rows::{Line, Piece, Tone};
use crate::letter::{Draft, Field};
use crate::review::Record;
use crate::review::remark::{self, Place, Thread};
use crate::text::edit::Edit;

/// A remark and where it hangs now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The remark with its answers.
    pub thread: Thread,
    /// The field it hangs on.
    pub field: Option<Field>,
    /// Where in that field, in bytes; `None` when its words are gone.
    pub range: Option<Range<usize>>,
    /// What its words have become, where they changed.
    pub now: Option<String>,
}

impl Note {
    /// Whether it still waits for somebody.
    pub fn is_open(&self) -> bool {
        self.thread.resolved.is_none()
    }

    /// What it hangs on, in words.
    pub fn place(&self) -> String {
        if let Some(item) = &self.thread.item {
            return item.clone();
        }
        let quote = self.thread.anchor.as_ref().map_or("", |anchor| anchor.quote.as_str());
        match (&self.range, &self.now) {
            (None, _) => format!("“{quote}”（原文已删）"),
            (_, Some(now)) => format!("“{quote}”（现为“{now}”）"),
            _ => format!("“{quote}”"),
        }
    }

    /// It in lines: what was said of what, then the answers.
    pub fn lines(&self) -> Vec<Line> {
        let (tone, state) = if self.is_open() { (Tone::Doubtful, "未了结") } else { (Tone::Dim, "已了结") };
        let head = [
            Piece::new(tone, format!("{:>2} ", self.thread.number)),
            Piece::new(Tone::Dim, format!("{}　", self.place())),
            Piece::new(if self.is_open() { Tone::Plain } else { Tone::Dim }, &self.thread.text),
            Piece::new(Tone::Dim, format!("（{}，{state}）", self.thread.who)),
        ];
        let answers = self.thread.answers.iter();
        let answers = answers.map(|(who, words)| Line::of(Tone::Dim, format!("{who}：{words}")).indented(5));
        std::iter::once(Line::pieces(head)).chain(answers).collect()
    }
}

/// The remarks of `record` at their places in `draft`.
pub fn of(record: &Record, draft: &Draft) -> Vec<Note> {
    let note = |thread: Thread| {
        let field = thread.anchor.as_ref().map(|anchor| anchor.field);
        let text = field.map(|field| draft.text(field).into_owned()).unwrap_or_default();
        let (range, now) = match thread.anchor.as_ref().map(|anchor| anchor.locate(&text)) {
            Some(Place::Exact(range)) => (Some(range), None),
            Some(Place::Near(range)) => {
                let now = text.get(range.clone()).unwrap_or_default().to_owned();
                (Some(range), Some(now))
            }
            Some(Place::Lost) | None => (None, None),
        };
        Note { thread, field, range, now }
    };
    remark::threads(record).into_iter().map(note).collect()
}

/// Carries the places of remarks along with an edit, until they are looked for anew.
pub fn carry(notes: &mut [Note], field: Field, edit: &Edit) {
    for note in notes.iter_mut().filter(|note| note.field == Some(field)) {
        if let Some(range) = &mut note.range {
            *range = edit.carry(range.start)..edit.carry(range.end);
        }
    }
}
