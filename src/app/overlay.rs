//! What can be open over the panes. The one on top has the keys.

use super::command::Place;
use super::find::Find;
use super::form::Form;
use super::intake::assign::Assign;
use super::intake::paths::Paths;
use super::line::Line;
use super::list::List;
use super::mending::Mending;
use super::palette::Palette;
use super::picker::Picker;
use super::prompt::Prompt;
use super::question::Question;
use super::review::Dialog;

/// Something open over the panes.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// The keys of where one was.
    Help(Help),
    /// A page of text, as the explanation of a rule.
    Page(Page),
    /// The commands.
    Palette(Palette),
    /// The elements.
    Form(Form),
    /// Searching.
    Find(Find),
    /// A question.
    Question(Question),
    /// The gate before an export.
    Export(Gate),
    /// What can be put into the letter: phrases, documents, contacts, paragraphs of earlier letters.
    Phrases(Picker),
    /// A short question answered by typing.
    Prompt(Prompt),
    /// Fixes that wait for agreement.
    Mending(Mending),
    /// A dialog of the review.
    Review(Dialog),
    /// The question which file to take in.
    Paths(Paths),
    /// Where a stretch of a source is to go.
    Assign(Assign),
}

/// The help screen.
#[derive(Clone, Debug)]
pub struct Help {
    /// The places whose keys it shows, the nearest first.
    pub places: &'static [Place],
    /// How far it is scrolled.
    pub list: List,
    /// What is typed to find a command by.
    pub query: Line,
}

/// A page of text to read.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Its heading.
    pub title: String,
    /// Its lines, not longer than fits.
    pub lines: Vec<String>,
    /// Whether it is about the place in the text where the cursor is, which is to stay in sight.
    pub about_cursor: bool,
    /// How far it is scrolled.
    pub list: List,
}

/// The gate before an export while errors stand.
#[derive(Clone, Debug, Default)]
pub struct Gate {
    /// The errors that stand against it.
    pub blocking: Vec<String>,
    /// The sign-offs that are missing, each with why.
    pub missing: Vec<String>,
    /// Why it is to be issued all the same.
    pub reason: Line,
}

impl Gate {
    /// What stands against the export, in a line.
    pub fn heading(&self) -> String {
        match (self.blocking.len(), self.missing.is_empty()) {
            (0, _) => "签字手续还没有完成，按规定不能印发：".to_owned(),
            (errors, true) => format!("还有 {errors} 处错误，按规定不能印发："),
            (errors, false) => format!("还有 {errors} 处错误，签字手续也没有完成，按规定不能印发："),
        }
    }
}

impl Overlay {
    /// Where keys are looked up while it is on top.
    pub fn places(&self) -> &'static [Place] {
        match self {
            Self::Help(_) => &[Place::Choice, Place::Text, Place::Anywhere],
            Self::Page(_) | Self::Question(_) => &[Place::Choice, Place::Anywhere],
            Self::Mending(_) => &[Place::Mending, Place::Choice, Place::Anywhere],
            Self::Prompt(_) => &[Place::Prompt, Place::Text, Place::Anywhere],
            Self::Phrases(_) => &[Place::Picker, Place::Choice, Place::Text, Place::Anywhere],
            Self::Paths(_) => &[Place::Paths, Place::Choice, Place::Text, Place::Anywhere],
            Self::Palette(_) | Self::Assign(_) => &[Place::Choice, Place::Text, Place::Anywhere],
            Self::Export(_) => &[Place::Text, Place::Choice, Place::Anywhere],
            Self::Form(_) => &[Place::Elements, Place::Text, Place::Choice, Place::Letter, Place::Anywhere],
            Self::Review(dialog) => dialog.places(),
            Self::Find(_) => &[Place::Find, Place::Text, Place::Choice, Place::Letter, Place::Anywhere],
        }
    }

    /// The line that typed text goes into.
    pub fn line_mut(&mut self) -> Option<&mut Line> {
        match self {
            Self::Palette(palette) => Some(&mut palette.query),
            Self::Phrases(picker) => Some(&mut picker.query),
            Self::Assign(assign) => Some(&mut assign.query),
            Self::Paths(paths) => Some(&mut paths.line),
            Self::Form(form) if form.element().is_closed() => None,
            Self::Form(form) => Some(&mut form.line),
            Self::Find(find) => Some(find.line_mut()),
            Self::Prompt(prompt) => prompt.lines.get_mut(prompt.at).map(|(.., line)| line),
            Self::Export(gate) => Some(&mut gate.reason),
            Self::Review(dialog) => dialog.line_mut(),
            Self::Help(help) => Some(&mut help.query),
            Self::Page(_) | Self::Question(_) | Self::Mending(_) => None,
        }
    }
}
