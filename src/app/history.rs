//! Undo as a person thinks of it: one typed run, one paste, one fix is one step, in the body and the elements alike.

use crate::letter::Field;
use crate::text::edit::Edit;

/// One change that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The body: the edit and its inverse.
    Body {
        /// What was done.
        done: Edit,
        /// What takes it back.
        undone: Edit,
    },
    /// An element: its text before and after.
    Element {
        /// Which one.
        field: Field,
        /// Its text before.
        before: String,
        /// Its text after.
        after: String,
        /// The imported line that the change dropped, and its text.
        source: Option<(Field, String)>,
    },
}

/// Changes that are undone together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The changes, in the order they were made.
    pub changes: Vec<Change>,
    /// The cursor before the first, in bytes of the body.
    pub cursor_before: usize,
    /// The cursor after the last, in bytes of the body.
    pub cursor_after: usize,
    /// Whether it is a part of the step before it as soon as anything else is done: what was made of a typed character can be
    /// taken back alone only at once.
    passing: bool,
}

/// What kind of action made a change; runs of typing and of deleting grow, everything else stands alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// A character typed.
    Type,
    /// Something else put in the place of the character just typed. Taken back at once, it gives the character; later it is
    /// part of the typed run.
    Substitute,
    /// A character removed backwards or forwards.
    Erase,
    /// Anything else: a paste, a fix, a replacement.
    Whole,
}

/// What was done, and what was undone of it.
#[derive(Clone, Debug, Default)]
pub struct History {
    groups: Vec<Group>,
    /// How many of `groups` are done; those after it can be redone.
    done: usize,
    /// Which kind of run the last group may still grow by.
    open: Option<Action>,
    /// How many bytes were gone over by typing what stood there already, since the last change.
    over: usize,
    /// What `done` was when the draft was last saved; `None` when that state can no longer be reached.
    saved: Option<usize>,
}

impl History {
    /// A history with nothing in it, whose start is the saved state.
    pub fn new() -> Self {
        Self { saved: Some(0), ..Self::default() }
    }

    /// Whether there is nothing that could be undone.
    pub fn is_empty(&self) -> bool {
        self.done == 0
    }

    /// Whether the draft is as it was saved.
    pub fn is_saved(&self) -> bool {
        self.saved == Some(self.done)
    }

    /// Notes that the draft as it is now is on the disk.
    pub fn mark_saved(&mut self) {
        self.settle();
        self.saved = Some(self.done);
        self.open = None;
    }

    /// Notes that the draft differs from the disk by more than what can be undone, as after finding a journal.
    pub fn mark_unsaved(&mut self) {
        self.settle();
        self.saved = None;
        self.open = None;
    }

    /// Notes that `bytes` were gone over by typing what stood there already: the run goes on behind them.
    pub fn go_over(&mut self, bytes: usize) {
        self.over += bytes;
    }

    /// Ends a run: the next change begins a step of its own.
    pub fn close(&mut self) {
        self.settle();
        self.open = None;
    }

    /// Makes what was put in the place of a typed character part of the run it was typed in.
    fn settle(&mut self) {
        let count = self.groups.len();
        let passing = self.done == count && self.groups.last().is_some_and(|group| group.passing);
        if !passing {
            return;
        }
        if count > 1
            && self.saved.is_none_or(|saved| saved + 1 < count)
            && let Some(last) = self.groups.pop()
            && let Some(run) = self.groups.last_mut()
        {
            run.changes.extend(last.changes);
            run.cursor_after = last.cursor_after;
            self.done = self.groups.len();
        } else if let Some(last) = self.groups.last_mut() {
            last.passing = false;
        }
    }

    /// Records changes that `action` made, growing the last step where they continue it.
    pub fn record(&mut self, action: Action, changes: Vec<Change>, cursor_before: usize, cursor_after: usize) {
        if self.done < self.groups.len() {
            self.groups.truncate(self.done);
            self.saved = self.saved.filter(|&saved| saved <= self.done);
        }
        self.settle();
        let over = std::mem::take(&mut self.over);
        let grows = matches!(action, Action::Type | Action::Erase) && self.open == Some(action) && !self.is_saved();
        match self.groups.last_mut() {
            Some(group) if grows && continues(group, &changes, over) => {
                group.changes.extend(changes);
                group.cursor_after = cursor_after;
            }
            _ => {
                let passing = action == Action::Substitute;
                self.groups.push(Group { changes, cursor_before, cursor_after, passing });
                self.done = self.groups.len();
            }
        }
        self.open = match action {
            Action::Whole => None,
            _ if self.ends_run() => None,
            Action::Type | Action::Substitute => Some(Action::Type),
            Action::Erase => Some(Action::Erase),
        };
    }

    /// The group that would be undone, or done again where `forth`.
    pub fn next(&self, forth: bool) -> Option<&Group> {
        self.groups.get(if forth { self.done } else { self.done.checked_sub(1)? })
    }

    /// Steps back: the group to undo.
    pub fn back(&mut self) -> Option<&Group> {
        self.open = None;
        self.done = self.done.checked_sub(1)?;
        self.groups.get(self.done)
    }

    /// Steps on: the group to do again.
    pub fn forth(&mut self) -> Option<&Group> {
        self.open = None;
        let group = self.groups.get(self.done)?;
        self.done += 1;
        Some(group)
    }

    /// A typed run ends with the clause: taking back a whole paragraph at once helps nobody.
    fn ends_run(&self) -> bool {
        let last = self.groups.last().and_then(|group| group.changes.last());
        matches!(last, Some(Change::Body { done, .. }) if done.text.ends_with(['。', '；', '！', '？', '\n']))
    }
}

/// Whether `changes` begin where the last change of `group` ended, or `over` bytes behind it: at the same place of the body,
/// or in the same element.
fn continues(group: &Group, changes: &[Change], over: usize) -> bool {
    match (group.changes.last(), changes) {
        (Some(Change::Body { done: last, .. }), [Change::Body { done: next, .. }]) => {
            let end = last.range.start + last.text.len();
            // Inside what was just put in: between the marks of a pair.
            let between = (last.range.start + 1..end).contains(&next.range.start) && next.range.end <= end;
            between || next.range.start == end + over || next.range.end == end
        }
        (Some(Change::Element { field: last, .. }), [Change::Element { field: next, .. }, ..]) => {
            last.name() == next.name()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(at: usize, text: &str) -> Vec<Change> {
        vec![Change::Body { done: Edit::insert(at, text), undone: Edit::delete(at..at + text.len()) }]
    }

    #[test]
    fn a_run_is_one_step_and_ends_with_the_clause() {
        let mut history = History::new();
        for (at, text) in [(0, "答"), (3, "复"), (6, "。"), (9, "另")] {
            history.record(Action::Type, typed(at, text), at, at + text.len());
        }
        assert_eq!(history.back().map(|group| group.changes.len()), Some(1));
        assert_eq!(history.back().map(|group| group.changes.len()), Some(3));
        assert!(history.back().is_none() && history.is_saved());
    }

    #[test]
    fn what_was_made_of_a_character_is_taken_back_alone_only_at_once() {
        let substitute = || {
            let mut history = History::new();
            history.record(Action::Type, typed(0, "好"), 0, 3);
            history.record(Action::Type, typed(3, ","), 3, 4);
            let change = Change::Body { done: Edit::replace(3..4, "，"), undone: Edit::replace(3..6, ",") };
            history.record(Action::Substitute, vec![change], 4, 6);
            history
        };
        let mut at_once = substitute();
        assert_eq!(at_once.back().map(|group| group.changes.len()), Some(1));
        assert_eq!(at_once.back().map(|group| group.changes.len()), Some(2));
        let mut later = substitute();
        later.record(Action::Type, typed(6, "的"), 6, 9);
        assert_eq!(later.back().map(|group| group.changes.len()), Some(4));
        assert!(later.back().is_none());
        let mut moved = substitute();
        moved.close();
        assert_eq!(moved.back().map(|group| group.changes.len()), Some(3));
    }

    #[test]
    fn a_saved_state_that_was_left_for_another_branch_is_lost() {
        let mut history = History::new();
        history.record(Action::Whole, typed(0, "一"), 0, 3);
        history.mark_saved();
        history.back();
        assert!(!history.is_saved());
        history.record(Action::Whole, typed(0, "二"), 0, 3);
        assert!(!history.is_saved());
        history.back();
        assert!(!history.is_saved());
    }
}
