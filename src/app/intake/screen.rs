//! A letter that is taken in, as a person looks at it: its source beside its fields.

use std::collections::HashSet;
use std::ops::Range;

use super::piece;
use super::rows::{self, Row};
use super::sorting::Sorting;
use super::{Origin, Reading};
use crate::app::editor::{Editor, Motion};
use crate::app::element::Element;
use crate::app::line::Line;
use crate::app::list::List;
use crate::letter::Draft;
use crate::letter::Field;
use crate::letter::account::{Break, Imported, Joined, Placed, Uncertain};

/// How many steps can be taken back.
const STEPS: usize = 200;

/// The two sides of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// 原文.
    Source,
    /// 要素.
    Fields,
}

/// A letter that is taken in.
#[derive(Clone, Debug)]
pub struct Intake {
    /// Where its text was read.
    pub origin: Origin,
    /// The format of the source, in words.
    pub format: String,
    /// Which side has the keys.
    pub side: Side,
    /// The source, for reading and selecting.
    pub source: Editor,
    /// The chosen row of the fields.
    pub list: List,
    /// What stands in the line of the chosen element.
    pub line: Line,
    /// Why the chosen element did not take what stands in the line.
    pub refusal: Option<String>,
    sorting: Sorting,
    doubts: Vec<Uncertain>,
    derived: Vec<Placed>,
    joined: Vec<Joined>,
    rows: Vec<Row>,
    past: Vec<Sorting>,
    future: Vec<Sorting>,
    /// Whether the last step may grow by what is typed next.
    pub(super) typing: bool,
    /// Whether the chosen element was written to since it was chosen.
    is_fresh: bool,
    settled: HashSet<Element>,
    pub(super) body_settled: bool,
    /// What fits nothing, and was looked at: by where it begins.
    pub(super) seen: HashSet<usize>,
    pub(super) settled_doubts: HashSet<usize>,
    /// Where the lines of the source begin, in bytes.
    starts: Vec<usize>,
    /// The index of the letter in the folder that is gone through.
    pub of_batch: Option<usize>,
}

impl Intake {
    /// A letter as it was read; the first row to look at is chosen.
    pub fn new(reading: Reading) -> Self {
        let sorting = Sorting::new(&reading);
        let starts = std::iter::once(0).chain(reading.text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let mut intake = Self {
            source: Editor::new(&reading.text),
            origin: reading.origin,
            format: reading.format,
            side: Side::Fields,
            list: List::default(),
            line: Line::default(),
            refusal: None,
            sorting,
            doubts: reading.report.uncertain,
            derived: reading.report.derived,
            joined: reading.report.joined,
            rows: Vec::new(),
            past: Vec::new(),
            future: Vec::new(),
            typing: false,
            is_fresh: false,
            settled: HashSet::new(),
            body_settled: false,
            seen: HashSet::new(),
            settled_doubts: HashSet::new(),
            starts,
            of_batch: None,
        };
        intake.refresh();
        intake.choose(1);
        intake.go_to_open(true, true);
        intake
    }

    /// What the source is sorted into.
    pub fn sorting(&self) -> &Sorting {
        &self.sorting
    }

    /// The draft as it would be made.
    pub fn draft(&self) -> &Draft {
        self.sorting.draft()
    }

    /// The rows of the fields.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The chosen row.
    pub fn row(&self) -> Option<&Row> {
        self.rows.get(self.list.selected)
    }

    /// The chosen element, where the chosen row is one.
    pub fn element(&self) -> Option<Element> {
        match self.row() {
            Some(Row::Element(element)) => Some(*element),
            _ => None,
        }
    }

    /// Whether something is typed into here: an element that is not merely chosen from a list.
    pub fn takes_text(&self) -> bool {
        self.side == Side::Fields && self.element().is_some_and(|element| !element.is_closed())
    }

    /// Whether a person has changed anything.
    pub fn is_changed(&self) -> bool {
        !self.past.is_empty()
    }

    /// What the import was not sure of.
    pub fn doubts(&self) -> &[Uncertain] {
        &self.doubts
    }

    /// What it was not sure of in one element.
    pub(super) fn doubts_of(&self, element: Element) -> impl Iterator<Item = &Uncertain> {
        // An organ that the title names and that signs is doubtful no more.
        let letter = &self.sorting.draft().letter;
        let is_sure = element == Element::Issuer && !letter.issuer.is_empty() && letter.issuer == letter.signature;
        self.doubts.iter().filter(move |doubt| !is_sure && doubt.field.and_then(Element::of) == Some(element))
    }

    /// Whether a doubt belongs to no row of its own. One about a line is that of the stretch that fits nothing.
    pub(super) fn is_loose(&self, at: usize) -> bool {
        let doubt = &self.doubts[at];
        let field = doubt.field.map(|field| field == Field::Body || Element::of(field).is_some());
        !field.unwrap_or(doubt.line.is_some())
    }

    pub(super) fn is_settled(&self, element: Element) -> bool {
        self.settled.contains(&element)
    }

    /// Where an element was read out of text that is placed elsewhere, by the import or by a person.
    pub(super) fn derived(&self, element: Element) -> Vec<Range<usize>> {
        if self.sorting.is_corrected(element) {
            return self.sorting.quoted(element).into_iter().collect();
        }
        let own = self.derived.iter().filter(|it| Element::of(it.field) == Some(element));
        own.map(|it| it.range.clone()).collect()
    }

    /// What had broken the paragraph where the line at byte `at` goes on; none where the import joined nothing.
    pub(super) fn cause(&self, at: usize) -> Option<Break> {
        let found = self.joined.iter().find(|joined| joined.field == Field::Body && joined.range.end == at);
        found.map(|joined| joined.cause)
    }

    pub(super) fn title_joints(&self) -> usize {
        let untouched = !self.sorting.is_corrected(Element::Title);
        self.joined.iter().filter(|joined| untouched && joined.field == Field::Title).count()
    }

    /// The line of the source that byte `at` stands in, from 1.
    pub fn line_number(&self, at: usize) -> usize {
        self.starts.partition_point(|&start| start <= at).max(1)
    }

    /// The bytes of a line of the source, from 1, without its line end.
    pub fn line_range(&self, line: usize) -> Range<usize> {
        let text = self.sorting.source();
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(text.len());
        let end = self.starts.get(line).map_or(text.len(), |next| next - 1);
        start..end.max(start)
    }

    /// What is selected in the source, or else the line of the cursor; without the blanks around it.
    pub fn chosen_source(&self) -> Option<Range<usize>> {
        let text = self.sorting.source();
        let range = self.source.selection().unwrap_or_else(|| self.line_range(self.line_number(self.source.cursor())));
        let inked = piece::inked(text, &range);
        Some(inked.first()?.start..inked.last()?.end)
    }

    /// Chooses a row; what stands in its element comes into the line, and its source into sight.
    pub fn choose(&mut self, row: usize) {
        self.list.selected = row.min(self.rows.len().saturating_sub(1));
        self.typing = false;
        self.is_fresh = false;
        self.reread();
        if self.side == Side::Fields
            && let Some(place) = self.row().map(|row| self.places(row)).and_then(|places| places.first().cloned())
        {
            self.source.place(place.start);
        }
    }

    /// Moves the choice among the rows, of which `height` are shown; headings are passed over.
    pub fn step(&mut self, motion: Motion, height: usize) {
        let mut list = self.list;
        list.step(motion, self.rows.len(), height);
        let downwards = !matches!(motion, Motion::Up | Motion::PageUp);
        list.skip(&self.rows, |row| matches!(row, Row::Heading(_)), downwards);
        self.list = list;
        self.choose(list.selected);
    }

    /// Goes to the next row that a person should look at, or the one before; from where it stands itself with `here`. Says
    /// whether there is one.
    pub fn go_to_open(&mut self, forward: bool, here: bool) -> bool {
        let count = self.rows.len();
        let at = self.list.selected;
        let steps = usize::from(!here)..=count;
        let place = |step: usize| if forward { (at + step) % count } else { (at + count - step % count) % count };
        let found = steps.map(place).find(|&row| self.is_open(&self.rows[row]));
        if let Some(row) = found {
            self.choose(row);
        }
        found.is_some()
    }

    /// Notes that a person has looked at the chosen row and lets it stand.
    pub fn settle(&mut self) {
        match self.row().cloned() {
            Some(Row::Element(element)) => {
                self.settled.insert(element);
            }
            Some(Row::Body) => self.body_settled = true,
            Some(Row::LeftOut { range, .. }) => {
                self.seen.insert(range.start);
            }
            Some(Row::Doubt(at)) => {
                self.settled_doubts.insert(at);
            }
            _ => {}
        }
    }

    /// Ends a run of typing. Says whether the chosen element had been written to since it was chosen.
    pub fn ends_typing(&mut self) -> bool {
        self.typing = false;
        std::mem::take(&mut self.is_fresh)
    }

    /// After the line of the chosen element has changed.
    pub fn write(&mut self) {
        let Some(element) = self.element() else {
            return;
        };
        let mut anew = self.sorting.clone();
        self.refusal = anew.write(element, self.line.text()).err().map(|error| error.to_string());
        if self.refusal.is_none() && anew != self.sorting {
            self.is_fresh = true;
            let grows = std::mem::replace(&mut self.typing, true);
            self.change(anew, !grows);
        }
    }

    /// Puts the next of `choices` into the line of the chosen element, or the one before.
    pub fn turn_choice(&mut self, choices: &[String], forward: bool) {
        let at = choices.iter().position(|choice| choice == self.line.text());
        let next = match (at, forward) {
            (None, true) => 0,
            (None, false) => choices.len().saturating_sub(1),
            (Some(at), true) => (at + 1) % choices.len(),
            (Some(at), false) => (at + choices.len() - 1) % choices.len(),
        };
        if let Some(text) = choices.get(next) {
            self.fill(text.clone());
        }
    }

    /// Makes the line of the chosen element read `text`.
    pub fn fill(&mut self, text: String) {
        self.line = Line::new(text);
        self.typing = false;
        self.write();
        self.typing = false;
    }

    /// Puts a stretch of the source into an element. Says whether the element took it.
    pub fn take(&mut self, element: Element, at: &Range<usize>, read: &Imported) -> bool {
        let mut anew = self.sorting.clone();
        let taken = anew.take(element, at, read);
        if taken {
            self.change(anew, true);
            let row = self.rows.iter().position(|row| *row == Row::Element(element));
            self.list.selected = row.unwrap_or(self.list.selected);
            self.reread();
            self.is_fresh = true;
        }
        taken
    }

    /// Corrects the sorting as one step. Says whether anything changed.
    pub fn correct(&mut self, how: impl FnOnce(&mut Sorting) -> bool) -> bool {
        let mut anew = self.sorting.clone();
        let changed = how(&mut anew) && anew != self.sorting;
        if changed {
            self.change(anew, true);
            self.reread();
        }
        changed
    }

    fn change(&mut self, anew: Sorting, step: bool) {
        let before = std::mem::replace(&mut self.sorting, anew);
        if step {
            self.past.push(before);
            if self.past.len() > STEPS {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.refresh();
    }

    /// Takes back the last step, or does it again. Says whether there was one.
    pub fn again(&mut self, forth: bool) -> bool {
        let (from, to) = if forth { (&mut self.future, &mut self.past) } else { (&mut self.past, &mut self.future) };
        let Some(other) = from.pop() else {
            return false;
        };
        to.push(std::mem::replace(&mut self.sorting, other));
        self.typing = false;
        self.refresh();
        self.reread();
        true
    }

    /// Brings everything in line with the sorting; the chosen row stays chosen where it is still there.
    fn refresh(&mut self) {
        let chosen = self.row().cloned();
        self.rows = rows::of(self);
        if let Some(at) = chosen.and_then(|chosen| self.rows.iter().position(|row| *row == chosen)) {
            self.list.selected = at;
        }
        self.list.selected = self.list.selected.min(self.rows.len().saturating_sub(1));
        self.list.skip(&self.rows, |row| matches!(row, Row::Heading(_)), true);
    }

    /// Takes the text of the chosen element anew.
    pub(super) fn reread(&mut self) {
        let text = self.element().map_or_else(String::new, |element| element.read(self.sorting.draft()));
        self.line = Line::new(text);
        self.refusal = None;
    }
}
