//! The open draft: its text in the editor, its elements, its history. Every change to it is made here.

mod becoming;
mod removing;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use super::editor::Editor;
use super::element::Element;
use super::history::{Action, Change, Group, History};
use crate::letter::field::FieldError;
use crate::letter::{Draft, Field, difference};
use crate::text::characters;
use crate::text::edit::Edit;

/// The cells that a paragraph of the body is shown indented by: two characters, as it will be issued.
const INDENT: usize = 4;

/// A draft that is being worked on.
#[derive(Clone, Debug)]
pub struct Document {
    path: PathBuf,
    draft: Draft,
    editor: Editor,
    history: History,
    read_only: Option<String>,
    unwritten: Vec<(Field, Edit)>,
    /// How many characters the body has, blanks not counted; kept along, so that no key has to count them all.
    characters: usize,
}

impl Document {
    /// Opens `draft`, which was read from `path`. With a reason in `read_only` it cannot be changed.
    pub fn new(path: PathBuf, mut draft: Draft, read_only: Option<String>) -> Self {
        if draft.letter.body.contains('\r') {
            draft.letter.body = draft.letter.body.replace("\r\n", "\n").replace('\r', "\n");
        }
        let editor = Editor::new(&draft.letter.body).indented(INDENT);
        let characters = ink(&draft.letter.body);
        Self { path, draft, editor, history: History::new(), read_only, unwritten: Vec::new(), characters }
    }

    /// Opens `draft`, which holds changes to `saved` that were never saved. They are one step to take back.
    pub fn brought_back(path: PathBuf, saved: Draft, draft: Draft, read_only: Option<String>) -> Self {
        let mut document = Self::new(path.clone(), saved, None);
        let edits = difference::edits(&document.draft, &draft).unwrap_or_default();
        let mut changes = Vec::new();
        for (field, edit) in edits {
            if field == Field::Body {
                document.change_body(edit, &mut changes);
            } else {
                let mut text = document.draft.text(field).into_owned();
                if crate::text::edit::apply(&mut text, &edit).is_ok() {
                    let _ = document.change_element(field, text, &mut changes);
                }
            }
        }
        if document.draft == draft {
            document.history.record(Action::Whole, changes, 0, 0);
            // The journal has them already.
            document.unwritten.clear();
            document.editor.place(0);
            document.read_only = read_only;
            return document;
        }
        // What no edits lead to is kept all the same.
        let mut document = Self::new(path, draft, read_only);
        document.mark_unsaved();
        document
    }

    /// The file it was read from.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file's name, for a person to read.
    pub fn name(&self) -> String {
        self.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    }

    /// The draft as it is now.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The body's editor.
    pub fn editor(&self) -> &Editor {
        &self.editor
    }

    /// The body's editor, for moving and selecting. Text is changed by the functions of this type only.
    pub fn editor_mut(&mut self) -> &mut Editor {
        &mut self.editor
    }

    /// Why it cannot be changed, where it cannot.
    pub fn read_only(&self) -> Option<&str> {
        self.read_only.as_deref()
    }

    /// How many characters the body has, blanks not counted.
    pub fn characters(&self) -> usize {
        self.characters
    }

    /// Whether the file holds the draft as it is now.
    pub fn is_saved(&self) -> bool {
        self.history.is_saved()
    }

    /// Notes that the draft as it is now is in the file.
    pub fn mark_saved(&mut self) {
        self.history.mark_saved();
    }

    /// Notes that the draft has changes that its file and its history do not know of.
    pub fn mark_unsaved(&mut self) {
        self.history.mark_unsaved();
    }

    /// The changes since this was last asked, for the journal: each an edit of the field's text as it then was.
    pub fn take_unwritten(&mut self) -> Vec<(Field, Edit)> {
        std::mem::take(&mut self.unwritten)
    }

    /// Goes over the next character of the body, which was typed and stands there already; a typed run goes on behind it.
    pub fn go_over(&mut self, bytes: usize) {
        self.editor.place(self.editor.cursor() + bytes);
        self.history.go_over(bytes);
    }

    /// Ends a typed run, as moving the cursor does.
    pub fn close_run(&mut self) {
        self.history.close();
    }

    /// Applies edits to the body as one step. Their ranges refer to the body as it is now; those that overlap an earlier
    /// one or fit no text are left out. The cursor goes to byte `cursor` of the new text, or is carried along with the
    /// text around it. Says whether anything changed.
    pub fn edit_body(&mut self, action: Action, mut edits: Vec<Edit>, cursor: Option<usize>) -> bool {
        if self.read_only.is_some() {
            return false;
        }
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        let before = self.editor.cursor();
        let mut changes = Vec::with_capacity(edits.len());
        let mut limit = usize::MAX;
        for edit in edits.into_iter().rev() {
            if edit.range.end <= limit {
                limit = edit.range.start;
                self.change_body(edit, &mut changes);
            }
        }
        if changes.is_empty() {
            return false;
        }
        // Where the edit has taken it there already, the window need not look for it.
        if let Some(cursor) = cursor.filter(|&cursor| cursor != self.editor.cursor()) {
            self.editor.place(cursor);
        }
        self.history.record(action, changes, before, self.editor.cursor());
        true
    }

    fn change_body(&mut self, edit: Edit, changes: &mut Vec<Change>) {
        let same = self.draft.letter.body.get(edit.range.clone()) == Some(edit.text.as_str());
        if same {
            return;
        }
        if let Some(undone) = self.write_body(&edit) {
            changes.push(Change::Body { done: edit, undone });
        }
    }

    /// Makes an element read `text`. Runs of typing in one element are one step.
    ///
    /// # Errors
    /// [`FieldError`] when the element does not take the text; nothing is changed then.
    pub fn set_element(&mut self, action: Action, element: Element, text: &str) -> Result<bool, FieldError> {
        if self.read_only.is_some() {
            return Ok(false);
        }
        let changes = element.changes(&self.draft, text)?;
        Ok(self.set_fields(action, changes))
    }

    /// Makes each of these fields read its text, in order, as one step; what a field refuses is left out. Says whether
    /// anything changed.
    pub fn set_fields(&mut self, action: Action, fields: Vec<(Field, String)>) -> bool {
        if self.read_only.is_some() {
            return false;
        }
        let mut changes = Vec::new();
        for (field, text) in fields {
            // What is left out was tried before, or is a fix whose other parts are worth having.
            let _ = self.change_element(field, text, &mut changes);
        }
        let cursor = self.editor.cursor();
        let changed = !changes.is_empty();
        if changed {
            self.history.record(action, changes, cursor, cursor);
        }
        changed
    }

    fn change_element(&mut self, field: Field, after: String, changes: &mut Vec<Change>) -> Result<(), FieldError> {
        if after.is_empty()
            && let Some(steps) = removing::steps(&self.draft, field)
        {
            return steps.into_iter().try_for_each(|(field, text)| self.change_field(field, text, changes));
        }
        self.change_field(field, after, changes)
    }

    fn change_field(&mut self, field: Field, after: String, changes: &mut Vec<Change>) -> Result<(), FieldError> {
        let before = self.draft.text(field).into_owned();
        if before == after {
            return Ok(());
        }
        let source = field.source().map(|line| (line, self.draft.text(line).into_owned()));
        self.draft.set_text(field, &after)?;
        self.unwritten.push((field, Edit::replace(0..before.len(), after.as_str())));
        let source = source.filter(|(_, text)| !text.is_empty());
        changes.push(Change::Element { field, before, after, source });
        Ok(())
    }

    /// Applies the edits of fixes, to body and elements, as one step. The cursor goes to byte `cursor` of the new body, or is
    /// carried along with the text around it. Says whether anything changed.
    pub fn mend(&mut self, edits: impl IntoIterator<Item = (Field, Edit)>, cursor: Option<usize>) -> bool {
        self.mend_in_rounds(vec![edits.into_iter().collect()], cursor)
    }

    /// As [`Document::mend`], for several rounds of edits, each of the text that the ones before it leave.
    pub fn mend_in_rounds(&mut self, rounds: Vec<Vec<(Field, Edit)>>, cursor: Option<usize>) -> bool {
        if self.read_only.is_some() {
            return false;
        }
        let before = self.editor.cursor();
        let mut changes = Vec::new();
        for edits in rounds {
            self.change_all(edits, &mut changes);
        }
        let changed = !changes.is_empty();
        if changed {
            if let Some(cursor) = cursor {
                self.editor.place(cursor);
            }
            self.history.record(Action::Whole, changes, before, self.editor.cursor());
        }
        changed
    }

    fn change_all(&mut self, mut edits: Vec<(Field, Edit)>, changes: &mut Vec<Change>) {
        edits.sort_by_key(|(field, edit)| (*field, edit.range.start));
        let mut limit: Option<(Field, usize)> = None;
        // From the last to the first, so that the ranges of those still to come stay right.
        for (field, edit) in edits.into_iter().rev() {
            if limit.is_some_and(|(before, start)| before == field && edit.range.end > start) {
                continue;
            }
            limit = Some((field, edit.range.start));
            if field == Field::Body {
                self.change_body(edit, changes);
            } else {
                let mut text = self.draft.text(field).into_owned();
                if crate::text::edit::apply(&mut text, &edit).is_ok() {
                    // What a field refuses stays a finding; the other edits of the fix are worth having.
                    let _ = self.change_element(field, text, changes);
                }
            }
        }
    }

    /// The field that taking back the last step would change, or doing it again where `forth`; the body where it is among
    /// several.
    pub fn next_touched(&self, forth: bool) -> Option<Field> {
        let fields = self.history.next(forth)?.changes.iter().map(|change| match change {
            Change::Body { .. } => Field::Body,
            Change::Element { field, .. } => *field,
        });
        fields.reduce(|one, other| if one == Field::Body { one } else { other })
    }

    /// Takes back the last step. Says whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(group) = self.history.back().cloned() else {
            return false;
        };
        let Group { changes, cursor_before, .. } = group;
        for change in changes.into_iter().rev() {
            match change {
                Change::Body { undone, .. } => {
                    self.write_body(&undone);
                }
                Change::Element { field, before, source, .. } => {
                    self.set_again(field, &before);
                    if let Some((line, text)) = source {
                        self.set_again(line, &text);
                    }
                }
            }
        }
        self.editor.place(cursor_before);
        true
    }

    /// Does again what was taken back. Says whether there was anything.
    pub fn redo(&mut self) -> bool {
        let Some(group) = self.history.forth().cloned() else {
            return false;
        };
        let Group { changes, cursor_after, .. } = group;
        for change in changes {
            match change {
                Change::Body { done, .. } => {
                    self.write_body(&done);
                }
                Change::Element { field, after, .. } => self.set_again(field, &after),
            }
        }
        self.editor.place(cursor_after);
        true
    }

    /// Applies an edit to the body, its editor and its count; gives the edit that takes it back.
    fn write_body(&mut self, edit: &Edit) -> Option<Edit> {
        let undone = crate::text::edit::apply(&mut self.draft.letter.body, edit).ok()?;
        self.editor.apply(edit);
        self.characters = self.characters - ink(&undone.text) + ink(&edit.text);
        self.unwritten.push((Field::Body, edit.clone()));
        Some(undone)
    }

    fn set_again(&mut self, field: Field, text: &str) {
        let before = self.draft.text(field).len();
        // A text that a field held once, it takes again.
        if self.draft.set_text(field, text).is_ok() {
            self.unwritten.push((field, Edit::replace(0..before, text)));
        }
    }
}

fn ink(text: &str) -> usize {
    characters::ink(text).count()
}
