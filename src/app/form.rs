//! The form of the elements: one line each, written through to the draft as it is typed.

use super::document::Document;
use super::element::Element;
use super::history::Action;
use super::line::Line;
use super::list::List;
use super::menu::Menu;
use crate::check::Profile;
use crate::letter::Draft;

/// One row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The heading of a group.
    Heading(&'static str),
    /// An element.
    Element(Element),
}

/// The form's state.
#[derive(Clone, Debug)]
pub struct Form {
    element: Element,
    rows: Vec<Row>,
    /// What stands in the line of the chosen element.
    pub line: Line,
    /// Which row is chosen, headings included.
    pub list: List,
    /// Why the draft did not take what stands in the line.
    pub refusal: Option<String>,
    /// What the element may be filled with, while it is open.
    pub menu: Option<Menu>,
    /// Whether the chosen element was made to read something else since it was chosen.
    pub changed: bool,
    /// What was typed before proposals took its place, and how many have been gone through.
    proposed: Option<(String, usize)>,
}

impl Form {
    /// The form of `document`, opened on `element`.
    pub fn new(document: &Document, profile: &Profile, element: Element) -> Self {
        let mut form = Self {
            element,
            rows: Vec::new(),
            line: Line::default(),
            list: List::default(),
            refusal: None,
            menu: None,
            changed: false,
            proposed: None,
        };
        form.turn_to(document, profile, element);
        form
    }

    /// Every row, in order. What does not concern this letter is left out.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The chosen element.
    pub fn element(&self) -> Element {
        self.element
    }

    /// Chooses `element`, its text in the line.
    pub fn turn_to(&mut self, document: &Document, profile: &Profile, element: Element) {
        self.element = element;
        self.changed = false;
        self.reread(document, profile);
    }

    /// Takes the text of the chosen element anew, as after an undo.
    pub fn reread(&mut self, document: &Document, profile: &Profile) {
        let draft = document.draft();
        let count = draft.matter.requests.len();
        // The request one was at may be gone, or be there again.
        self.element = match self.element {
            Element::Request(at) | Element::AnsweredIn(at) if at >= count => Element::NewRequest(count),
            Element::NewRequest(at) if at < count => Element::Request(at),
            Element::NewRequest(_) => Element::NewRequest(count),
            element => element,
        };
        self.line = Line::new(self.element.read(draft));
        self.refusal = None;
        self.proposed = None;
        self.menu = None;
        self.lay(draft, profile);
    }

    /// Works out the rows, and which of them is chosen.
    fn lay(&mut self, draft: &Draft, profile: &Profile) {
        self.rows = rows(draft, profile, self.element);
        self.list.selected = self.rows.iter().position(|&row| row == Row::Element(self.element)).unwrap_or(0);
    }

    /// What a person has typed into the line, which proposals complete.
    pub fn begun(&self) -> &str {
        self.proposed.as_ref().map_or(self.line.text(), |(begun, _)| begun)
    }

    /// The proposal that comes next, of as many as there are.
    pub fn next_proposal(&self) -> usize {
        self.proposed.as_ref().map_or(0, |(_, gone)| *gone)
    }

    /// Puts the next of `proposals` into the line. Says whether there is one.
    pub fn propose(&mut self, document: &mut Document, profile: &Profile, proposals: &[String]) -> bool {
        let Some(next) = proposals.get(self.next_proposal() % proposals.len().max(1)) else {
            return false;
        };
        let proposed = Some((self.begun().to_owned(), self.next_proposal() + 1));
        self.fill(document, profile, next.clone());
        self.proposed = proposed;
        true
    }

    /// Makes the line read `text`.
    pub fn fill(&mut self, document: &mut Document, profile: &Profile, text: String) {
        self.line = Line::new(text);
        self.write(document, profile, Action::Whole);
    }

    /// Makes the line read `text` with the cursor at byte `cursor`, as one step.
    pub fn rearrange(&mut self, document: &mut Document, profile: &Profile, (text, cursor): (String, usize)) {
        self.fill(document, profile, text);
        self.line.go(cursor, false);
    }

    /// Goes `steps` elements on, or back where negative, and stops at the ends.
    pub fn advance(&mut self, document: &Document, profile: &Profile, steps: isize) {
        let elements: Vec<Element> = self
            .rows
            .iter()
            .filter_map(|row| match row {
                Row::Element(element) => Some(*element),
                Row::Heading(_) => None,
            })
            .collect();
        let at = elements.iter().position(|&element| element == self.element).unwrap_or(0);
        let to = at.saturating_add_signed(steps).min(elements.len().saturating_sub(1));
        let Some(&element) = elements.get(to) else {
            return;
        };
        self.turn_to(document, profile, element);
    }

    /// Puts the next of `choices` into the line, or the one before.
    pub fn turn_choice(&mut self, document: &mut Document, profile: &Profile, choices: &[String], forward: bool) {
        if choices.is_empty() {
            return;
        }
        let at = choices.iter().position(|choice| choice == self.line.text());
        let next = match (at, forward) {
            (None, true) => 0,
            (None, false) => choices.len() - 1,
            (Some(at), true) => (at + 1) % choices.len(),
            (Some(at), false) => (at + choices.len() - 1) % choices.len(),
        };
        self.fill(document, profile, choices[next].clone());
    }

    /// Writes the line through to the draft, and keeps the reason where the draft does not take it.
    pub fn write(&mut self, document: &mut Document, profile: &Profile, action: Action) {
        self.proposed = None;
        self.changed = true;
        let before = document.draft().matter.requests.len();
        self.refusal = match document.set_element(action, self.element, self.line.text()) {
            Ok(_) => None,
            Err(error) => Some(error.to_string()),
        };
        let after = document.draft().matter.requests.len();
        self.element = match self.element {
            Element::NewRequest(at) if after > before => Element::Request(at),
            Element::Request(at) if after < before => Element::NewRequest(at),
            element => element,
        };
        self.lay(document.draft(), profile);
    }
}

/// The rows of `draft`'s form while `chosen` has the keys.
fn rows(draft: &Draft, profile: &Profile, chosen: Element) -> Vec<Row> {
    let concerns = |element: &Element| match element {
        Element::DisclosureReason => {
            let asked = profile.mode(&draft.letter.disclosure).is_some_and(|mode| mode.reason);
            asked || !draft.letter.disclosure_reason.is_empty() || chosen == Element::DisclosureReason
        }
        _ => true,
    };
    let mut rows = Vec::new();
    for (title, elements) in Element::GROUPS {
        rows.push(Row::Heading(title));
        rows.extend(elements.iter().copied().filter(concerns).map(Row::Element));
    }
    rows.push(Row::Heading("诉求"));
    let count = draft.matter.requests.len();
    for at in 0..count {
        if chosen == Element::NewRequest(at) {
            rows.push(Row::Element(chosen));
        }
        rows.extend([Element::Request(at), Element::AnsweredIn(at)].map(Row::Element));
    }
    rows.push(Row::Element(Element::NewRequest(count)));
    rows
}
