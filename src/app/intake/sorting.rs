//! Which stretch of the source goes where, and the draft that this makes.
//!
//! Every correction is here, and each leaves every character of the source with a fate.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::rc::Rc;

use super::Reading;
use super::body::Body;
use super::piece::{self, Fate, Piece};
use super::remaining::{self, cleaned};
use crate::app::element::Element;
use crate::letter::account::{Imported, Reason};
use crate::letter::field::FieldError;
use crate::letter::{Draft, Field};
use crate::text::characters;

/// The source, its pieces, and the draft they make.
#[derive(Clone, Debug, PartialEq)]
pub struct Sorting {
    source: Rc<str>,
    pieces: Vec<Piece>,
    /// Which lines of the body go on with the one before, by where they begin in the source.
    joints: BTreeMap<usize, bool>,
    body: Body,
    draft: Draft,
    /// The elements that a person has put right.
    corrected: HashSet<Element>,
    /// Those of them that were read out of text that stands in another field, and where.
    quoted: Vec<(Element, Range<usize>)>,
}

impl Sorting {
    /// What an import made of its source.
    pub fn new(reading: &Reading) -> Self {
        let joined = reading.report.joined.iter().filter(|joined| joined.field == Field::Body);
        let joints = joined.map(|joined| (joined.range.end, true)).collect();
        let pieces = piece::of(&reading.report);
        let mut body = Body::of(&reading.text, &pieces, &joints);
        // Should the two ever differ, the import's own word counts until a person changes something.
        body.text.clone_from(&reading.draft.letter.body);
        let (source, draft) = (reading.text.as_str().into(), reading.draft.clone());
        Self { source, pieces, joints, body, draft, corrected: HashSet::new(), quoted: Vec::new() }
    }

    /// The source.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The draft as it would be made.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The pieces, in the order of the source.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The body with the way back to its source.
    pub fn body(&self) -> &Body {
        &self.body
    }

    /// Whether a person has put an element right.
    pub fn is_corrected(&self, element: Element) -> bool {
        self.corrected.contains(&element)
    }

    /// Where an element stands in the source.
    pub fn places(&self, element: Element) -> Vec<Range<usize>> {
        let own = self.pieces.iter().filter(|piece| piece.fate.element() == Some(element));
        own.map(|piece| piece.range.clone()).collect()
    }

    /// Where a person read an element out of text that stands in another field.
    pub fn quoted(&self, element: Element) -> Option<Range<usize>> {
        self.quoted.iter().find(|(quoted, _)| *quoted == element).map(|(_, range)| range.clone())
    }

    /// Makes an element read what a person wrote.
    ///
    /// # Errors
    /// [`FieldError`] when the element does not take the text; nothing is changed then.
    pub fn write(&mut self, element: Element, text: &str) -> Result<(), FieldError> {
        self.set(element, text)?;
        self.corrected.insert(element);
        self.quoted.retain(|(quoted, _)| *quoted != element);
        self.align(element);
        Ok(())
    }

    /// Puts `at` of the source into an element, in place of what it had. `read` is the stretch as it was read as that element.
    /// What is answered is told of in title and opening, so that its elements only quote what stands in a field already.
    /// Says whether the element took it.
    pub fn take(&mut self, element: Element, at: &Range<usize>, read: &Imported) -> bool {
        let mut trial = self.clone();
        if trial.taken(element, at, read).is_none() {
            return false;
        }
        *self = trial;
        true
    }

    fn taken(&mut self, element: Element, at: &Range<usize>, read: &Imported) -> Option<()> {
        let given: Vec<(Element, String)> = Element::all()
            .filter(|given| !given.is_closed())
            .map(|given| (given, given.read(&read.draft)))
            .filter(|(given, text)| !text.is_empty() || *given == element || goes_with(element, *given))
            .collect();
        let has_any = given.iter().any(|(_, text)| !text.is_empty());
        if !has_any {
            return None;
        }
        self.quoted.retain(|(quoted, _)| *quoted != element);
        if self.quotes(element, at) {
            self.set_aside(element, &(0..0));
            self.set(element, &element.read(&read.draft)).ok()?;
            self.corrected.insert(element);
            self.quoted.push((element, at.clone()));
            return Some(());
        }
        let lost = self.owners(at);
        for (given, _) in &given {
            self.set_aside(*given, at);
        }
        let shift = |range: &Range<usize>| at.start + range.start..at.start + range.end;
        let new = piece::of(&read.report).into_iter().map(|it| Piece { range: shift(&it.range), fate: it.fate });
        piece::put(&mut self.pieces, &self.source, at, new.collect());
        let kept: Vec<Element> = given.iter().map(|(given, _)| *given).collect();
        self.remake(lost.into_iter().filter(|lost| !lost.is_some_and(|lost| kept.contains(&lost))));
        for (given, text) in &given {
            self.set(*given, text).ok()?;
            self.corrected.insert(*given);
        }
        for line in [
            Field::SourceAddressees,
            Field::SourceDate,
            Field::SourceContacts,
            Field::SourceDisclosure,
            Field::SourceCc,
        ] {
            let text = read.draft.text(line);
            if !text.is_empty() {
                self.draft.set_text(line, &text).ok()?;
            }
        }
        kept.into_iter().for_each(|given| self.align(given));
        Some(())
    }

    /// Whether an element is only told of by `at`, which stands in other fields.
    fn quotes(&self, element: Element, at: &Range<usize>) -> bool {
        let tells = matches!(
            element,
            Element::Issuer
                | Element::Session
                | Element::MatterNumber
                | Element::MatterTitle
                | Element::CoHandlers
                | Element::Assigned
        );
        let elsewhere = |piece: &Piece| match piece.fate {
            Fate::Placed(_) => piece.fate.element() != Some(element),
            _ => false,
        };
        let touched = piece::touched(&self.pieces, at);
        tells && !touched.is_empty() && touched.iter().all(elsewhere)
    }

    /// Takes stretches of the source out of wherever they went. Says whether there was anything to take.
    pub fn leave_out(&mut self, places: &[Range<usize>]) -> bool {
        self.move_all(places, Fate::LeftOut(Reason::SetAside))
    }

    /// Puts stretches of the source into the body, where they belong by their place.
    pub fn put_into_body(&mut self, places: &[Range<usize>]) -> bool {
        self.move_all(places, Fate::Placed(Field::Body))
    }

    fn move_all(&mut self, places: &[Range<usize>], fate: Fate) -> bool {
        let moved = places.iter().filter(|at| self.move_to(at, fate)).count();
        moved > 0
    }

    fn move_to(&mut self, at: &Range<usize>, fate: Fate) -> bool {
        let touched = piece::touched(&self.pieces, at);
        if touched.is_empty() || touched.iter().all(|piece| piece.fate == fate) {
            return false;
        }
        let lost = self.owners(at);
        let new = piece::inked(&self.source, at).into_iter().map(|range| Piece { range, fate }).collect();
        piece::put(&mut self.pieces, &self.source, at, new);
        let body = fate.is_body().then_some(None);
        self.remake(lost.into_iter().chain(body));
        true
    }

    /// Says of an element that nothing of the source belongs to it. Says whether it had anything.
    pub fn refuse(&mut self, element: Element) -> bool {
        let places = self.places(element);
        let had = !places.is_empty() || !element.read(&self.draft).is_empty();
        self.set_aside(element, &(0..0));
        self.quoted.retain(|(quoted, _)| *quoted != element);
        let emptied = element.is_closed() || self.set(element, "").is_ok();
        self.corrected.insert(element);
        self.align(element);
        had && emptied
    }

    /// Joins the line that begins at byte `at` of the source to the one before it, or parts the two. Says whether they are one
    /// paragraph now; none where no line of the body begins there.
    pub fn turn_joint(&mut self, at: usize) -> Option<bool> {
        let joined = !self.body.meetings.iter().find(|meeting| meeting.at == at)?.joined;
        self.joints.insert(at, joined);
        self.rebuild();
        Some(joined)
    }

    /// What is wrong with the account: stretches without a fate or with two, and such as are not where their fate says.
    pub fn faults(&self) -> Vec<Range<usize>> {
        let mut faults = piece::faults(&self.pieces, &self.source);
        let inked: Vec<char> = characters::ink(&self.draft.letter.body).collect();
        let placed: Vec<char> = self
            .pieces
            .iter()
            .filter(|piece| piece.fate.is_body())
            .flat_map(|piece| characters::ink(&self.source[piece.range.clone()]))
            .filter(|&character| !characters::is_invisible(character))
            .collect();
        if inked != placed {
            faults.push(0..self.source.len());
        }
        let lost = self.pieces.iter().filter(|piece| match piece.fate {
            Fate::Placed(field) => Element::of(field)
                .is_some_and(|element| self.is_corrected(element) && !self.holds(element, &piece.range)),
            _ => false,
        });
        faults.extend(lost.map(|piece| piece.range.clone()));
        faults
    }

    /// Whose pieces `at` touches; none stands for the body.
    fn owners(&self, at: &Range<usize>) -> Vec<Option<Element>> {
        let mut owners: Vec<Option<Element>> = Vec::new();
        for piece in piece::touched(&self.pieces, at) {
            let owner = piece.fate.element();
            if (owner.is_some() || piece.fate.is_body()) && !owners.contains(&owner) {
                owners.push(owner);
            }
        }
        owners
    }

    /// Leaves out what an element has outside `at`.
    fn set_aside(&mut self, element: Element, at: &Range<usize>) {
        for piece in &mut self.pieces {
            let inside = piece.range.start < at.end && at.start < piece.range.end;
            if piece.fate.element() == Some(element) && !inside {
                piece.fate = Fate::LeftOut(Reason::SetAside);
            }
        }
    }

    /// Makes the body, or elements that have lost a part of their text, of what is left of them.
    fn remake(&mut self, owners: impl Iterator<Item = Option<Element>>) {
        let mut body = false;
        for owner in owners {
            match owner {
                None => body = true,
                Some(element) => {
                    let text = remaining::text(&self.pieces, &self.source, element);
                    // What the rest does not make up is better empty than wrong.
                    if self.set(element, &text).is_err() {
                        let _ = self.set(element, "");
                    }
                    self.corrected.insert(element);
                    self.align(element);
                }
            }
        }
        if body {
            self.rebuild();
        }
    }

    fn rebuild(&mut self) {
        self.body = Body::of(&self.source, &self.pieces, &self.joints);
        self.draft.letter.body.clone_from(&self.body.text);
    }

    fn set(&mut self, element: Element, text: &str) -> Result<(), FieldError> {
        let changes = element.changes(&self.draft, text)?;
        for (field, text) in changes {
            self.draft.set_text(field, &text)?;
        }
        // The imported wording does not describe what a person put right.
        if let Some(line) = element.field().source() {
            self.draft.set_text(line, "")?;
        }
        Ok(())
    }

    /// Whether an element holds what stands in `range` of the source.
    fn holds(&self, element: Element, range: &Range<usize>) -> bool {
        let ink: String = characters::ink(&cleaned(&self.source[range.clone()])).collect();
        let has = |text: &str| characters::ink(text).collect::<String>().contains(&ink);
        let line = element.field().source().map_or_else(String::new, |line| self.draft.text(line).into_owned());
        let issued = match element {
            Element::Date => self.draft.letter.date.issued(),
            Element::Assigned => self.draft.matter.assigned.issued(),
            _ => String::new(),
        };
        has(&element.read(&self.draft)) || has(&line) || has(&issued)
    }

    /// Brings the pieces of an element in line with its text: what is not in it was replaced by a person, or is the label and
    /// the marks that dafu writes itself. Where it shares the imported line with others, theirs as well: the line is gone.
    fn align(&mut self, element: Element) {
        let line = element.field().source();
        for index in 0..self.pieces.len() {
            let Piece { range, fate } = self.pieces[index].clone();
            let shares = |owner: &Element| *owner == element || line.is_some() && owner.field().source() == line;
            let Some(owner) = fate.element().filter(shares) else {
                continue;
            };
            let holds = self.holds(owner, &range);
            self.pieces[index].fate = match fate {
                Fate::Replaced(_) if holds => Fate::Placed(owner.field()),
                Fate::Placed(field) if !holds && owner.field().source() == Some(field) => {
                    Fate::LeftOut(label_or_mark(&self.source[range]))
                }
                Fate::Placed(_) if !holds => Fate::Replaced(owner),
                same => same,
            };
        }
    }
}

/// Whether what `element` is read from tells of `other` too, also where it tells that there is none.
fn goes_with(element: Element, other: Element) -> bool {
    matches!(
        (element, other),
        (Element::Addressees, Element::AddresseeTitle | Element::AddresseeTotal)
            | (Element::Disclosure, Element::DisclosureReason)
    )
}

/// Wording around an element: marks are written by dafu itself, and so are labels.
fn label_or_mark(text: &str) -> Reason {
    if text.chars().any(char::is_alphanumeric) { Reason::Label } else { Reason::Separator }
}
