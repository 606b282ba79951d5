//! Everything the workbench remembers.

use jiff::civil::Date;

use super::command::{Command, Place};
use super::effect::Effect;
use super::ignoring::Request;
use super::intake::{Imports, screen::Intake};
use super::keymap::Keymap;
use super::library::Library;
use super::look::{Look, Preferences};
use super::overlay::Overlay;
use super::pattern::Wanted;
use super::picker::Habit;
use super::proposals::Office;
use super::question::Next;
use super::review::{self, Review};
pub use super::sheet::{Pane, Sheet};
use super::tutor::Tutor;
use super::typing::{Pending, Substituted};
use crate::check::{Checker, Profile};
use crate::recall::Passage;
use crate::text::width::Measure;

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Something went as asked.
    Quiet,
    /// Something did not.
    Loud,
}

/// A line for the status line, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The words.
    pub text: String,
    /// How much it matters.
    pub weight: Weight,
}

/// What is to be done once the draft is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AfterSave {
    /// Nothing more.
    Stay,
    /// What the question about unsaved changes was about.
    Go(Next),
    /// Decisions about what is saved.
    Decide(Vec<crate::review::Action>),
    /// The export that was asked for, with the reason to issue it although errors stand.
    Export(Option<String>),
    /// Letting findings stand.
    Ignore(Vec<Request>),
}

/// The state of the workbench.
#[derive(Debug)]
pub struct State {
    pub(super) size: (u16, u16),
    pub(super) measure: Measure,
    pub(super) today: Date,
    pub(super) profile: Profile,
    pub(super) profiles: Vec<Profile>,
    pub(super) checker: Checker,
    pub(super) keymap: Keymap,
    pub(super) workspace: String,
    pub(super) library: Library,
    pub(super) in_library: bool,
    /// Whether a folder without drafts is offered a workspace with samples: not where an office has set itself up.
    pub(super) offers_samples: bool,
    pub(super) imports: Imports,
    pub(super) sheet: Option<Sheet>,
    pub(super) review: Review,
    pub(super) office: Office,
    /// Phrases and documents to cite.
    pub(super) shelf: Vec<Passage>,
    /// How the picker was left.
    pub(super) habit: Habit,
    /// How many times earlier letters have been asked for.
    pub(super) recalls: u64,
    pub(super) tutor: Option<Tutor>,
    pub(super) overlays: Vec<Overlay>,
    pub(super) notice: Option<Notice>,
    pub(super) clipboard: String,
    pub(super) last_find: Wanted,
    pub(super) mouse: bool,
    pub(super) look: Look,
    pub(super) smart_marks: bool,
    pub(super) substituted: Option<Substituted>,
    pub(super) pending_mark: Option<Pending>,
    pub(super) after_save: AfterSave,
    pub(super) export_reason: Option<String>,
    pub(super) effects: Vec<Effect>,
    pub(super) redraw: bool,
}

impl State {
    /// A workbench showing the library of a workspace, on a screen of `width` × `height` cells.
    pub fn new((width, height): (u16, u16), today: Date, profile: Profile, workspace: impl Into<String>) -> Self {
        Self {
            size: (width, height),
            measure: Measure::default(),
            today,
            profile,
            profiles: Vec::new(),
            checker: Checker::default(),
            keymap: Keymap::new(),
            workspace: workspace.into(),
            library: Library::default(),
            in_library: true,
            offers_samples: true,
            imports: Imports::default(),
            sheet: None,
            review: Review::default(),
            office: Office::default(),
            shelf: Vec::new(),
            habit: Habit::default(),
            recalls: 0,
            tutor: None,
            overlays: Vec::new(),
            notice: None,
            clipboard: String::new(),
            last_find: Wanted::default(),
            mouse: true,
            look: Look::default(),
            smart_marks: true,
            substituted: None,
            pending_mark: None,
            after_save: AfterSave::Stay,
            export_reason: None,
            effects: Vec::new(),
            redraw: true,
        }
    }

    /// The screen's columns and rows.
    pub fn size(&self) -> (u16, u16) {
        self.size
    }

    /// How the terminal measures text.
    pub fn measure(&self) -> Measure {
        self.measure
    }

    /// Learns how the terminal measures text.
    pub fn set_measure(&mut self, measure: Measure) {
        if measure != self.measure {
            self.measure = measure;
            self.redraw = true;
            self.settle();
        }
    }

    /// Learns whether a folder without drafts is to be offered a workspace with samples.
    pub fn set_offers_samples(&mut self, offers: bool) {
        self.offers_samples = offers;
    }

    /// Learns what the office says for all its letters.
    pub fn set_office(&mut self, office: Office) {
        self.office = office;
    }

    /// Learns the phrases that letters use and the documents they cite.
    pub fn set_shelf(&mut self, shelf: Vec<Passage>) {
        self.shelf = shelf;
    }

    /// The profile by which drafts are checked.
    pub fn set_profile(&mut self, profile: Profile) {
        self.profile = profile;
        if let Some(sheet) = &mut self.sheet {
            sheet.stale = true;
        }
    }

    /// Learns every profile that a draft may be put under.
    pub fn set_profiles(&mut self, profiles: Vec<Profile>) {
        self.profiles = profiles;
    }

    /// The profile that the open draft is checked by.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Today's date.
    pub fn today(&self) -> Date {
        self.today
    }

    /// Leads through the tutorial.
    pub fn set_tutor(&mut self, tutor: Tutor) {
        self.tutor = Some(tutor);
    }

    /// How far the tutorial is, where one is on.
    pub fn tutor(&self) -> Option<&Tutor> {
        self.tutor.as_ref()
    }

    /// The workspace's name, for a person to read.
    pub fn workspace(&self) -> &str {
        &self.workspace
    }

    /// The library.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// Whether the library is shown.
    pub fn in_library(&self) -> bool {
        self.in_library
    }

    /// The open draft, shown or not.
    pub fn sheet(&self) -> Option<&Sheet> {
        self.sheet.as_ref()
    }

    /// The review of the open draft.
    pub fn review(&self) -> &Review {
        &self.review
    }

    /// What is open on top of the panes.
    pub fn overlay(&self) -> Option<&Overlay> {
        self.overlays.last()
    }

    /// Everything that is open over the panes, the lowest first.
    pub fn overlays(&self) -> &[Overlay] {
        &self.overlays
    }

    /// The line for the status line.
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// Whether the mouse is captured.
    pub fn mouse(&self) -> bool {
        self.mouse
    }

    /// How everything is to look.
    pub fn look(&self) -> Look {
        self.look
    }

    /// The keys of the commands.
    pub fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// Learns what a person has set for the workbench.
    pub fn set_preferences(&mut self, preferences: Preferences) {
        let Preferences { look, smart_marks, keymap } = preferences;
        (self.look, self.smart_marks, self.keymap) = (look, smart_marks, keymap);
    }

    /// Whether the screen no longer shows this state; asking makes it count as shown.
    pub fn take_redraw(&mut self) -> bool {
        std::mem::take(&mut self.redraw)
    }

    /// Whether something waits for [`Message::Idle`](super::Message::Idle).
    pub fn has_waiting(&self) -> bool {
        self.sheet.as_ref().is_some_and(|sheet| sheet.stale)
    }

    /// Where keys are looked up now, the nearest place first.
    pub fn places(&self) -> &'static [Place] {
        match (self.overlay(), &self.sheet) {
            (Some(overlay), _) => overlay.places(),
            (None, _) if self.imports.is_shown() => self.imports.places(),
            (None, Some(sheet)) if !self.in_library && self.review.walk.is_some() => review::places(sheet.focus),
            (None, Some(sheet)) if !self.in_library => match sheet.focus {
                Pane::Body => &[Place::Body, Place::Text, Place::Letter, Place::Anywhere],
                Pane::Outline => &[Place::Outline, Place::Choice, Place::Letter, Place::Anywhere],
                Pane::Checklist => &[Place::Checklist, Place::Choice, Place::Letter, Place::Anywhere],
            },
            (None, _) => &[Place::Library, Place::Choice, Place::Text, Place::Anywhere],
        }
    }

    /// Whether keys go to a text of several lines, where a line end among them is one of the text and does nothing else.
    pub fn takes_lines(&self) -> bool {
        self.places().first() == Some(&Place::Body)
    }

    /// Whether a typed character is text here; elsewhere it may be a shortcut.
    pub(super) fn takes_text(&mut self) -> bool {
        let in_body = self.sheet.as_ref().is_some_and(|sheet| sheet.focus == Pane::Body);
        match self.overlays.last_mut() {
            Some(overlay) => overlay.line_mut().is_some(),
            None if self.imports.is_shown() => self.intake().is_some_and(Intake::takes_text),
            None => self.in_library || in_body,
        }
    }

    /// The key of a command, where a person is told of it.
    pub fn key(&self, command: Command) -> String {
        self.keymap.shown_in(command, self.places())
    }

    /// `words` with every `{command}` in them made the key that gives it here.
    pub fn words(&self, words: &str) -> String {
        self.keymap.words(words, self.places())
    }

    /// Tells of something that did not go as it should, in the status line.
    pub fn tell(&mut self, trouble: impl Into<String>) {
        self.warn(trouble);
        self.redraw = true;
    }

    pub(super) fn say(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), weight: Weight::Quiet });
    }

    pub(super) fn warn(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), weight: Weight::Loud });
    }

    /// Warns where the open draft cannot be changed. Says whether that is so.
    pub(super) fn warns_read_only(&mut self) -> bool {
        let reason = self.sheet.as_ref().and_then(|sheet| sheet.document.read_only()).map(str::to_owned);
        let is_read_only = reason.is_some();
        if let Some(reason) = reason {
            self.warn(reason);
        }
        is_read_only
    }
}
