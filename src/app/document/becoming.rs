//! Making the draft another one as a whole: an earlier version, or what somebody else saved.

use super::{Change, Document};
use crate::app::history::Action;
use crate::letter::{Draft, Field, difference};
use crate::review::redline::{self, Span};
use crate::text::edit::Edit;

impl Document {
    /// Makes the draft `to`, as one step that can be undone; the cursor stays with the text around it. Says whether
    /// anything changed.
    pub fn become_draft(&mut self, to: &Draft) -> bool {
        if self.read_only.is_some() {
            return false;
        }
        let before = self.editor.cursor();
        let changes = self.changed_to(to);
        if changes.is_empty() {
            return false;
        }
        self.history.record(Action::Whole, changes, before, self.editor.cursor());
        true
    }

    /// Follows the file, which holds `to` now: also where the draft cannot be changed here. It counts as saved, and is
    /// nothing for the journal.
    pub fn follow(&mut self, to: &Draft) {
        let before = self.editor.cursor();
        let changes = self.changed_to(to);
        if !changes.is_empty() && self.read_only.is_none() {
            self.history.record(Action::Whole, changes, before, self.editor.cursor());
        }
        self.unwritten.clear();
        self.history.mark_saved();
    }

    /// Whether nothing was done here yet that could be undone.
    pub fn is_untouched(&self) -> bool {
        self.history.is_empty()
    }

    /// Sets whether it can be changed: why not, or nothing.
    pub fn set_read_only(&mut self, reason: Option<String>) {
        self.read_only = reason;
    }

    fn changed_to(&mut self, to: &Draft) -> Vec<Change> {
        let mut to = to.clone();
        if to.letter.body.contains('\r') {
            to.letter.body = to.letter.body.replace("\r\n", "\n").replace('\r', "\n");
        }
        let mut changes = Vec::new();
        let Some(edits) = difference::edits(&self.draft, &to) else {
            // A list with an empty entry in it: nothing leads there step by step, so the draft is simply another one.
            let cursor = self.editor.cursor();
            let read_only = self.read_only.take();
            *self = Self::new(std::mem::take(&mut self.path), to, read_only);
            self.editor.place(cursor);
            return changes;
        };
        for (field, edit) in edits {
            if field == Field::Body {
                // Word by word, so that the cursor and the window stay where the reader is.
                for edit in steps(&redline::spans(&self.draft.letter.body, &edit.text)) {
                    self.change_body(edit, &mut changes);
                }
            } else {
                // What leads there was tried on a copy already.
                let _ = self.change_element(field, edit.text, &mut changes);
            }
        }
        changes
    }
}

/// The edits of a redline, each of the text as those before it leave it.
fn steps(spans: &[Span]) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut at = 0;
    for span in spans {
        match span.change {
            redline::Change::Kept => at += span.text.len(),
            redline::Change::Removed => edits.push(Edit::delete(at..at + span.text.len())),
            redline::Change::Added => {
                edits.push(Edit::insert(at, span.text.as_str()));
                at += span.text.len();
            }
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::format;

    fn sample(name: &str) -> Draft {
        let text = match name {
            "finished" => include_str!("../../../drafts/2026042.toml"),
            _ => include_str!("../../../drafts/2026057.toml"),
        };
        format::read(text).unwrap().draft
    }

    #[test]
    fn an_earlier_version_is_put_back_as_one_step() {
        let (now, then) = (sample("finished"), sample("faulty"));
        let mut document = Document::new("a.toml".into(), now.clone(), None);
        assert!(document.become_draft(&then));
        assert_eq!(document.draft(), &then);
        assert_eq!(document.editor().text(), then.letter.body);
        let mut copy = now.clone();
        for (field, edit) in document.take_unwritten() {
            copy.edit(field, &edit).unwrap();
        }
        assert_eq!(copy, then, "the journal leads there too");
        assert!(document.undo() && !document.undo());
        assert_eq!(document.draft(), &now);
        assert!(!document.become_draft(&now), "nothing to do");
    }

    #[test]
    fn whoever_reads_keeps_their_place_while_the_text_changes_above() {
        let now = sample("finished");
        let mut then = now.clone();
        then.letter.body = then.letter.body.replacen("东洲片区近年", "新添一段。\n东洲片区近几年", 1);
        then.letter.number = "临交函〔2026〕19号".into();
        for read_only in [None, Some("别处打开".to_owned())] {
            let mut document = Document::new("a.toml".into(), now.clone(), read_only);
            let place = now.letter.body.find("配车6辆").unwrap();
            document.editor_mut().place(place);
            document.follow(&then);
            assert_eq!(document.draft(), &then);
            assert!(document.editor().text()[document.editor().cursor()..].starts_with("配车6辆"));
            assert!(document.is_saved() && document.take_unwritten().is_empty());
        }
    }
}
