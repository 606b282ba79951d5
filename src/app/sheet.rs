//! The open draft with what is derived from it and how it is looked at.

use std::ops::Range;

use super::assessment::Assessment;
use super::document::Document;
use super::editor::Marking;
use super::folded::Folded;
use super::list::List;
use super::trail::Trail;
use crate::check::{Severity, Waiver};
use crate::letter::Field;
use crate::text::edit::Edit;

/// The panes of an open draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// 提纲.
    Outline,
    /// 正文.
    Body,
    /// 检查.
    Checklist,
}

/// The open draft with what is derived from it and how it is looked at.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The draft itself.
    pub document: Document,
    /// What is derived from it.
    pub assessment: Assessment,
    /// What is let stand of its findings.
    pub waivers: Vec<Waiver>,
    /// Whether the draft has changed since it was assessed.
    pub stale: bool,
    /// Which pane has the keys.
    pub focus: Pane,
    /// Which side pane is shown where there is room for one.
    pub beside: Pane,
    /// Whether side panes are shown while the body has the keys.
    pub sides: bool,
    /// The chosen row of the outline.
    pub outline: List,
    /// The chosen row of the checklist.
    pub checklist: List,
    /// What is folded away in the outline and the checklist.
    pub folded: Folded,
    /// Whether the chosen finding has been gone to, so that the next step goes on from it.
    pub walking: bool,
    /// Where the cursor was when it had been gone to, in bytes: a cursor that moved since walks on from where it is.
    pub gone_at: usize,
    /// Where the cursor was before the text was looked through from the outline, in bytes; nothing where it was not.
    pub left_at: Option<usize>,
    /// Where the body speaks of a number that a section had before sections were moved, in bytes; nobody has looked there yet.
    pub mentions: Vec<Range<usize>>,
    /// The places that were left by a jump.
    pub(super) trail: Trail,
    /// The paragraph that is being written; nothing while one reads.
    pub(super) writing: Option<usize>,
}

impl Sheet {
    /// A freshly opened draft.
    pub fn new(document: Document) -> Self {
        Self {
            document,
            assessment: Assessment::default(),
            waivers: Vec::new(),
            stale: true,
            focus: Pane::Body,
            beside: Pane::Checklist,
            sides: true,
            outline: List::default(),
            checklist: List::default(),
            walking: false,
            gone_at: 0,
            left_at: None,
            mentions: Vec::new(),
            trail: Trail::default(),
            writing: None,
            folded: Folded::default(),
        }
    }

    /// Gives a pane the keys.
    pub fn turn_to(&mut self, pane: Pane) {
        if self.focus != pane {
            self.left_at = None;
        }
        self.focus = pane;
        if pane != Pane::Body {
            self.beside = pane;
        }
    }

    /// Marks the findings and the places found in the text.
    pub(super) fn mark(&mut self, found: &[Range<usize>], reviewed: Vec<(Range<usize>, Marking)>) {
        let findings = self.assessment.findings.iter().filter(|finding| finding.field == Field::Body).map(|finding| {
            let marking = match finding.severity {
                Severity::Error => Marking::Error,
                Severity::Warning => Marking::Warning,
                Severity::Advice => Marking::Advice,
            };
            (finding.range.clone(), marking)
        });
        let found = found.iter().map(|range| (range.clone(), Marking::Found));
        let mentions = self.mentions.iter().map(|range| (range.clone(), Marking::Warning));
        self.document.editor_mut().mark(findings.chain(mentions).chain(found).chain(reviewed));
    }

    pub(super) fn carry(&mut self, changes: &[(Field, Edit)]) {
        for (field, edit) in changes {
            self.assessment.carry(*field, edit);
            if *field == Field::Body {
                self.trail.carry(edit);
                // What was written anew was seen.
                self.mentions.retain(|range| edit.range.end <= range.start || range.end <= edit.range.start);
                for range in &mut self.mentions {
                    *range = edit.carry(range.start)..edit.carry(range.end);
                }
                self.left_at = self.left_at.map(|at| edit.carry(at));
            }
        }
        self.stale = true;
    }

    /// Takes the places off the list at one of which the cursor stands: there one looks.
    pub(super) fn look_at_mentions(&mut self) {
        let at = self.document.editor().cursor();
        if self.focus == Pane::Body {
            self.mentions.retain(|range| !(range.start..=range.end).contains(&at));
        }
    }

    /// Moves the choice off headings, downwards or upwards; back where that way has only headings.
    pub(super) fn skip_headings(&mut self, downwards: bool) {
        use super::assessment::{CheckRow, Target};
        let heading = |row: &CheckRow| row.is_heading();
        self.checklist.skip(&self.assessment.rows, heading, downwards);
        let outline = &self.assessment.outline;
        self.outline.skip(outline, |row| row.depth == 0 && row.target == Target::Nothing, downwards);
    }
}
