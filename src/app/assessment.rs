//! What is derived from the open draft: findings, checklist, outline, counts. Worked out after the repaint, and carried
//! along with every edit until then.

use jiff::civil::Date;

use super::element::Element;
use crate::check::checklist::{Item, State as Standing};
use crate::check::{Checker, Finding, Profile, Report, Severity};
use crate::letter::outline::Outline;
use crate::letter::{Draft, Field};
use crate::text::characters;
use crate::text::edit::Edit;
use crate::text::position::line_column;

/// How something stands, as the sign before it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// In order.
    Good,
    /// Missing, or with an error in it.
    Bad,
    /// With something to look at.
    Doubtful,
    /// For a person to vouch for.
    Human,
}

impl Mark {
    /// Its sign.
    pub fn sign(self) -> char {
        match self {
            Self::Good => '✓',
            Self::Bad => '✗',
            Self::Doubtful => '!',
            Self::Human => '☐',
        }
    }

    /// The mark of a severity; advice has none.
    pub fn of(severity: Severity) -> Option<Self> {
        match severity {
            Severity::Error => Some(Self::Bad),
            Severity::Warning => Some(Self::Doubtful),
            Severity::Advice => None,
        }
    }

    fn of_item(item: &Item) -> Self {
        match item.state {
            Standing::Good if item.worst == Some(Severity::Warning) => Self::Doubtful,
            Standing::Good => Self::Good,
            Standing::Missing | Standing::Wrong => Self::Bad,
            Standing::Human => Self::Human,
        }
    }
}

/// Where a row of the outline or the checklist leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// To an element of the form.
    Element(Element),
    /// To a byte of the body.
    Body(usize),
    /// Nowhere.
    Nothing,
}

/// One row of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineRow {
    /// Its sign.
    pub mark: Option<Mark>,
    /// How deep it lies; 0 for headings.
    pub depth: usize,
    /// Its words.
    pub text: String,
    /// Where it leads.
    pub target: Target,
}

/// One row of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckRow {
    /// The heading of the findings of one severity, and how many there are.
    Findings(Severity, usize),
    /// A finding, by its index.
    Finding(usize),
    /// The heading of what a person vouches for.
    Human,
    /// An item for a person, by its index in the checklist.
    Item(usize),
}

/// Everything derived from one state of the draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// The findings, in the order of the letter.
    pub findings: Vec<Finding>,
    /// Where each finding stands, in words: 发文字号, 二（三）, 第1行.
    pub places: Vec<String>,
    /// The checklist.
    pub items: Vec<Item>,
    /// The rows of the outline.
    pub outline: Vec<OutlineRow>,
    /// The rows of the checklist.
    pub rows: Vec<CheckRow>,
    /// How many characters the body has, blanks not counted.
    pub characters: usize,
}

impl Assessment {
    /// Works everything out.
    pub fn of(draft: &Draft, checker: &mut Checker, profile: &Profile, today: Date) -> Self {
        let Report { findings, checklist: items } = checker.check(draft, profile, today);
        let sections = Outline::of(&draft.letter.body);
        let places = findings.iter().map(|finding| place(draft, &sections, finding)).collect();
        let outline = outline_rows(draft, &sections, &items, &findings);
        let rows = check_rows(&findings, &items);
        let characters = characters::ink(&draft.letter.body).count();
        Self { findings, places, items, outline, rows, characters }
    }

    /// Counts the body's characters. Quick enough for every key, so that the count on the screen is always right.
    pub fn count_characters(&mut self, draft: &Draft) {
        self.characters = characters::ink(&draft.letter.body).count();
    }

    /// Moves every place in the body along with an edit of it. A finding whose words were changed shrinks onto them.
    pub fn carry(&mut self, field: Field, edit: &Edit) {
        for finding in self.findings.iter_mut().filter(|finding| finding.field == field) {
            let end = edit.carry(finding.range.end);
            finding.range = carry_start(edit, finding.range.start).min(end)..end;
        }
        if field == Field::Body {
            for row in &mut self.outline {
                if let Target::Body(at) = &mut row.target {
                    *at = carry_start(edit, *at);
                }
            }
        }
    }

    /// The heaviest finding of the body that byte `offset` lies in or directly after.
    pub fn finding_at(&self, offset: usize) -> Option<usize> {
        let here = |finding: &Finding| {
            finding.field == Field::Body && (finding.range.start..=finding.range.end).contains(&offset)
        };
        let found = self.findings.iter().enumerate().filter(|(_, finding)| here(finding));
        found.min_by_key(|(_, finding)| (finding.severity, finding.range.len())).map(|(index, _)| index)
    }

    /// How many findings weigh `severity`.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// Where a row of the checklist leads.
    pub fn target(&self, row: CheckRow) -> Target {
        match row {
            CheckRow::Finding(index) => self.findings.get(index).map_or(Target::Nothing, |finding| {
                if finding.field == Field::Body {
                    Target::Body(finding.range.start)
                } else {
                    Element::of(finding.field).map_or(Target::Nothing, Target::Element)
                }
            }),
            CheckRow::Item(index) => self.items.get(index).map_or(Target::Nothing, item_target),
            CheckRow::Findings(..) | CheckRow::Human => Target::Nothing,
        }
    }

    /// The finding of a row of the checklist.
    pub fn finding_of(&self, row: usize) -> Option<usize> {
        match self.rows.get(row) {
            Some(&CheckRow::Finding(index)) => Some(index),
            _ => None,
        }
    }

    /// The row of the checklist that shows a finding.
    pub fn row_of(&self, finding: usize) -> Option<usize> {
        self.rows.iter().position(|&row| row == CheckRow::Finding(finding))
    }
}

/// Where the first character of a place goes: what is inserted right before it is not part of it.
fn carry_start(edit: &Edit, offset: usize) -> usize {
    let before = edit.range.is_empty() && edit.range.start == offset;
    if before { offset + edit.text.len() } else { edit.carry(offset) }
}

/// Where a finding stands, as people say it.
fn place(draft: &Draft, sections: &Outline, finding: &Finding) -> String {
    if finding.field != Field::Body {
        return finding.field.label().to_owned();
    }
    let empty = finding.range.is_empty();
    match sections.section_at(finding.range.start).filter(|_| !empty) {
        Some(section) => sections.path(section),
        None if empty => Field::Body.label().to_owned(),
        None => format!("第{}行", line_column(&draft.letter.body, finding.range.start).line),
    }
}

fn item_target(item: &Item) -> Target {
    match &item.place {
        Some((Field::Body, range)) => Target::Body(range.start),
        Some((field, _)) => Element::of(*field).map_or(Target::Nothing, Target::Element),
        None => Target::Nothing,
    }
}

fn outline_rows(draft: &Draft, outline: &Outline, items: &[Item], findings: &[Finding]) -> Vec<OutlineRow> {
    let heading = |text: &str, target| OutlineRow { mark: None, depth: 0, text: text.to_owned(), target };
    let mut rows = vec![heading("要素", Target::Nothing)];
    for item in items.iter().filter(|item| item.state != Standing::Human) {
        rows.push(OutlineRow {
            mark: Some(Mark::of_item(item)),
            depth: 1,
            text: item.title.to_owned(),
            target: item_target(item),
        });
    }
    rows.push(heading("正文", Target::Body(0)));
    let body = &draft.letter.body;
    for (index, section) in outline.sections.iter().enumerate() {
        let own =
            |finding: &&Finding| finding.field == Field::Body && outline.section_at(finding.range.start) == Some(index);
        let worst = findings.iter().filter(own).map(|finding| finding.severity).min();
        rows.push(OutlineRow {
            mark: worst.and_then(Mark::of),
            depth: section.depth + 1,
            text: format!("{}{}", section.marker.level.marker(section.marker.ordinal), &body[section.heading.clone()]),
            target: Target::Body(section.range.start),
        });
    }
    rows
}

fn check_rows(findings: &[Finding], items: &[Item]) -> Vec<CheckRow> {
    let mut rows = Vec::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Advice] {
        let of_it = || findings.iter().enumerate().filter(|(_, finding)| finding.severity == severity);
        if of_it().next().is_some() {
            rows.push(CheckRow::Findings(severity, of_it().count()));
            rows.extend(of_it().map(|(index, _)| CheckRow::Finding(index)));
        }
    }
    let mut human = items.iter().enumerate().filter(|(_, item)| item.state == Standing::Human).peekable();
    if human.peek().is_some() {
        rows.push(CheckRow::Human);
        rows.extend(human.map(|(index, _)| CheckRow::Item(index)));
    }
    rows
}
