//! The form of the elements: one line each, written through to the draft as it is typed.

use super::document::Document;
use super::element::Element;
use super::history::Action;
use super::line::Line;
use super::list::List;

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
    /// What stands in the line of the chosen element.
    pub line: Line,
    /// Which row is chosen, headings included.
    pub list: List,
    /// Why the draft did not take what stands in the line.
    pub refusal: Option<String>,
    /// What was typed before proposals took its place, and how many have been gone through.
    proposed: Option<(String, usize)>,
}

impl Form {
    /// The form of `document`, opened on `element`.
    pub fn new(document: &Document, element: Element) -> Self {
        let mut form = Self { element, line: Line::default(), list: List::default(), refusal: None, proposed: None };
        form.turn_to(document, element);
        form
    }

    /// Every row, in order.
    pub fn rows() -> Vec<Row> {
        let group = |(title, elements): &(&'static str, &'static [Element])| {
            std::iter::once(Row::Heading(title)).chain(elements.iter().copied().map(Row::Element)).collect::<Vec<_>>()
        };
        Element::GROUPS.iter().flat_map(group).collect()
    }

    /// The chosen element.
    pub fn element(&self) -> Element {
        self.element
    }

    /// Chooses `element`, its text in the line.
    pub fn turn_to(&mut self, document: &Document, element: Element) {
        self.element = element;
        self.list.selected = Self::rows().iter().position(|&row| row == Row::Element(element)).unwrap_or(0);
        self.reread(document);
    }

    /// Takes the text of the chosen element anew, as after an undo.
    pub fn reread(&mut self, document: &Document) {
        self.line = Line::new(self.element.read(document.draft()));
        self.refusal = None;
        self.proposed = None;
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
    pub fn propose(&mut self, document: &mut Document, proposals: &[String]) -> bool {
        let Some(next) = proposals.get(self.next_proposal() % proposals.len().max(1)) else {
            return false;
        };
        let proposed = Some((self.begun().to_owned(), self.next_proposal() + 1));
        self.fill(document, next.clone());
        self.proposed = proposed;
        true
    }

    /// Makes the line read `text`.
    pub fn fill(&mut self, document: &mut Document, text: String) {
        self.line = Line::new(text);
        self.write(document, Action::Whole);
    }

    /// Goes `steps` elements on, or back where negative, and stops at the ends.
    pub fn advance(&mut self, document: &Document, steps: isize) {
        let elements: Vec<Element> = Element::all().collect();
        let at = elements.iter().position(|&element| element == self.element).unwrap_or(0);
        let to = at.saturating_add_signed(steps).min(elements.len() - 1);
        self.turn_to(document, elements[to]);
    }

    /// Puts the next of the element's choices into the line, or the one before. Says whether it has choices.
    pub fn turn_choice(&mut self, document: &mut Document, forward: bool) -> bool {
        let choices = self.element.choices();
        if choices.is_empty() {
            return false;
        }
        let at = choices.iter().position(|&choice| choice == self.line.text());
        let next = match (at, forward) {
            (None, _) => 0,
            (Some(at), true) => (at + 1) % choices.len(),
            (Some(at), false) => (at + choices.len() - 1) % choices.len(),
        };
        self.line = Line::new(choices[next]);
        self.write(document, Action::Whole);
        true
    }

    /// Writes the line through to the draft, and keeps the reason where the draft does not take it.
    pub fn write(&mut self, document: &mut Document, action: Action) {
        self.proposed = None;
        self.refusal = match document.set_element(action, self.element, self.line.text()) {
            Ok(_) => None,
            Err(error) => Some(error.to_string()),
        };
    }
}
