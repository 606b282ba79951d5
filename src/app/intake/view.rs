//! What the workbench shows of letters that are taken in.

use std::path::Path;

use super::Imports;
use super::batch::Batch;
use super::screen::{Intake, Side};
use crate::app::command::Place;
use crate::app::element::Element;
use crate::app::layout::Layout;
use crate::app::offers::{self, Known, Offer};
use crate::app::overlay::Overlay;
use crate::app::proposals;
use crate::app::state::State;

impl Imports {
    /// The folder, where it is what the screen shows.
    pub fn shown_batch(&self) -> Option<&Batch> {
        self.batch.as_ref().filter(|batch| batch.is_shown && self.open.is_none())
    }

    /// Whether the screen shows a letter or a folder that is taken in.
    pub fn is_shown(&self) -> bool {
        self.open.is_some() || self.shown_batch().is_some()
    }

    /// Where keys are looked up while it does.
    pub fn places(&self) -> &'static [Place] {
        match self.open.as_ref().map(|intake| intake.side) {
            Some(Side::Source) => &[Place::Intake, Place::Source, Place::Anywhere],
            Some(Side::Fields) => &[Place::Intake, Place::Text, Place::Choice, Place::Anywhere],
            None => &[Place::Folder, Place::Choice, Place::Anywhere],
        }
    }
}

impl State {
    /// The letters that are taken in.
    pub fn imports(&self) -> &Imports {
        &self.imports
    }

    /// The letter that is taken in and shown.
    pub fn intake(&self) -> Option<&Intake> {
        self.imports.open.as_deref()
    }

    /// What the chosen element of the letter that is taken in may be made of.
    fn known_of_intake<R>(&self, then: impl FnOnce(Element, &str, &Known<'_>) -> R) -> Option<R> {
        let intake = self.intake()?;
        let values = self.library.values(Path::new(""));
        let known = Known {
            draft: intake.draft(),
            profile: &self.profile,
            profiles: &self.profiles,
            office: &self.office,
            values: &values,
            today: self.today,
        };
        Some(then(intake.element()?, intake.line.text(), &known))
    }

    /// What the chosen element of the letter that is taken in may be filled with, the likeliest first.
    pub fn intake_proposals(&self) -> Vec<String> {
        // Number and date of a letter that was written are facts, and nothing to propose.
        let is_fact = |element| matches!(element, Element::Number | Element::Date | Element::Assigned);
        let proposals = |element, typed: &str, known: &Known<'_>| {
            if is_fact(element) {
                return Vec::new();
            }
            proposals::of(element, known.draft, typed, known.office, known.values, known.today)
        };
        self.known_of_intake(proposals).unwrap_or_default()
    }

    /// What it may be chosen from.
    pub(in crate::app) fn intake_offers(&self) -> Vec<Offer> {
        self.known_of_intake(|element, _, known| offers::of(element, known)).unwrap_or_default()
    }

    /// Whether the open draft is what the screen shows.
    pub fn shows_sheet(&self) -> bool {
        !self.in_library && !self.imports.is_shown()
    }

    /// Keeps the lists of what is taken in within their windows.
    pub(in crate::app) fn fit_imports(&mut self, layout: &Layout) {
        let (measure, rows) = (self.measure, usize::from(layout.rows.height));
        if let Some(batch) = &mut self.imports.batch {
            batch.list.fit(batch.files.len(), rows);
        }
        if let (Some(intake), Some(areas)) = (self.imports.open.as_deref_mut(), layout.intake) {
            intake.fit(&areas, measure);
        }
        match self.overlays.last_mut() {
            Some(Overlay::Assign(assign)) => {
                let count = assign.shown().len();
                assign.list.fit(count, rows);
            }
            Some(Overlay::Paths(paths)) => {
                let count = paths.offers().len();
                paths.list.fit(count, rows);
            }
            _ => {}
        }
    }
}
