//! What follows from a change of the state: the journal, the marks in the text, the lists in their windows, and in a quiet
//! moment the checks.

use super::assessment::Assessment;
use super::effect::Effect;
use super::layout::{Area, Layout};
use super::overlay::Overlay;
use super::review;
use super::state::{Pane, State};
use crate::letter::Field;

impl State {
    /// Takes the rules that the draft names, where it has come to name others.
    fn follow_profile(&mut self) {
        let Some(name) = self.sheet.as_ref().map(|sheet| &sheet.document.draft().profile) else {
            return;
        };
        if *name != self.profile.name
            && let Some(profile) = self.profiles.iter().find(|profile| profile.name == *name).cloned()
        {
            self.set_profile(profile);
        }
    }

    /// Checks the draft anew where it has changed. Says whether it had.
    pub(super) fn assess(&mut self) -> bool {
        let Some(sheet) = self.sheet.as_mut().filter(|sheet| sheet.stale) else {
            return false;
        };
        sheet.stale = false;
        let draft = sheet.document.draft();
        let (profile, waivers) = (&self.profile, &sheet.waivers);
        let writing = sheet.writing.map(|_| sheet.document.editor().cursor());
        let assessment = Assessment::of(draft, &mut self.checker, profile, self.today, waivers, &sheet.folded, writing);
        let same = assessment == sheet.assessment;
        if !same {
            sheet.assessment = assessment;
            sheet.skip_headings(true);
        }
        review::refresh(self) || !same
    }

    /// Marks in the text what is found, by the rules and by the search.
    fn mark(&mut self) {
        let reviewed = review::marks(self);
        if let Some(sheet) = &mut self.sheet {
            let found = match self.overlays.last() {
                Some(Overlay::Find(find)) => find.places(sheet.document.draft()),
                _ => Vec::new(),
            };
            let body = found.into_iter().filter(|place| place.field == Field::Body);
            sheet.mark(&body.map(|place| place.range).collect::<Vec<_>>(), reviewed);
        }
    }

    /// After anything: passes changes on to the journal, moves findings along, keeps lists in their windows.
    pub(super) fn settle(&mut self) {
        if let Some(sheet) = &mut self.sheet {
            let unwritten = sheet.document.take_unwritten();
            if !unwritten.is_empty() {
                sheet.carry(&unwritten);
                unwritten.iter().for_each(|(field, edit)| review::carry(&mut self.review.notes, *field, edit));
                self.effects.push(Effect::Journal(unwritten));
            }
        }
        if let Some(sheet) = &mut self.sheet {
            sheet.look_at_mentions();
        }
        self.follow_profile();
        self.mark();
        let layout = Layout::of(self);
        let measure = self.measure;
        let rows = usize::from(layout.rows.height);
        if let Some(sheet) = &mut self.sheet {
            let (width, height) = (usize::from(layout.text.width), usize::from(layout.text.height));
            sheet.document.editor_mut().fit(width, height, measure);
            let height = |area: Option<Area>| usize::from(area.map_or(0, |area| area.height.saturating_sub(1)));
            // The outline goes along with the writing.
            let here = sheet.assessment.outline_row_at(sheet.document.editor().cursor());
            if let Some(row) = here.filter(|_| sheet.focus == Pane::Body) {
                sheet.outline.selected = row;
            }
            sheet.outline.fit(sheet.assessment.outline.len(), height(layout.outline));
            sheet.checklist.fit(sheet.assessment.rows.len(), usize::from(layout.checks.height));
        }
        if self.in_library {
            let count = self.library.shown().len();
            self.library.list.fit(count, rows);
        }
        review::fit(self, &layout);
        self.fit_imports(&layout);
        match self.overlays.last_mut() {
            Some(Overlay::Palette(palette)) => {
                let count = palette.shown().len();
                palette.list.fit(count, rows);
            }
            Some(Overlay::Phrases(picker)) => {
                let count = picker.shown().len();
                picker.list.fit(count, rows);
            }
            Some(Overlay::Form(form)) => form.list.fit(form.rows().len(), rows),
            _ => {}
        }
    }
}
