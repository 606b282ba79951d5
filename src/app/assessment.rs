//! What is derived from the open draft: findings, checklist, outline, counts. Worked out after the repaint, and carried
//! along with every edit until then.

use std::ops::Range;

use jiff::civil::Date;

use super::check_rows;
pub use super::check_rows::CheckRow;
use super::element::Element;
use super::folded::Folded;
use super::outline_rows;
use crate::check::checklist::{Item, State as Standing};
use crate::check::{Checker, Finding, Ignored, Profile, Report, Severity, Waiver};
use crate::letter::outline::Outline;
use crate::letter::{Draft, Field};
use crate::text::characters;
use crate::text::edit::Edit;

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
    /// Not in the letter, or not quite as it mostly is, which is advice and no more.
    Advised,
}

impl Mark {
    /// Its sign.
    pub fn sign(self) -> char {
        match self {
            Self::Good => '✓',
            Self::Bad => '✗',
            Self::Doubtful => '!',
            Self::Human => '☐',
            Self::Advised => Severity::Advice.sign(),
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

    pub(super) fn of_item(item: &Item) -> Self {
        match item.state {
            Standing::Good if item.worst == Some(Severity::Warning) => Self::Doubtful,
            Standing::Good => Self::Good,
            // Required by the habit of the place, not by a rule: the checklist calls it advice.
            Standing::Missing if item.worst == Some(Severity::Advice) => Self::Advised,
            Standing::Missing if item.worst == Some(Severity::Warning) => Self::Doubtful,
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
    /// The section it shows, an index into the letter's outline.
    pub section: Option<usize>,
    /// How many characters the section has, blanks and closing not counted.
    pub characters: usize,
    /// Where the section ends, in bytes of the body.
    pub end: usize,
    /// Whether the sections inside it are folded away; `None` where there are none.
    pub folded: Option<bool>,
}

/// Everything derived from one state of the draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// The findings, in the order of the letter.
    pub findings: Vec<Finding>,
    /// Those that a person lets stand.
    pub ignored: Vec<Ignored>,
    /// Where each finding stands, in words: 发文字号, 二（三）, 第1段.
    pub places: Vec<String>,
    /// The checklist.
    pub items: Vec<Item>,
    /// The rows of the outline.
    pub outline: Vec<OutlineRow>,
    /// The rows of the checklist.
    pub rows: Vec<CheckRow>,
    /// Where each section begins, in bytes of the body, and what it is called: 二（三）. What follows the last is the closing,
    /// called nothing.
    pub sections: Vec<(usize, String)>,
}

impl Assessment {
    /// Works everything out. What is `folded` hides what is inside it; what is only unfinished where one is `writing`, by a
    /// byte of the body, is left out.
    pub fn of(
        draft: &Draft,
        checker: &mut Checker,
        profile: &Profile,
        today: Date,
        waivers: &[Waiver],
        folded: &Folded,
        writing: Option<usize>,
    ) -> Self {
        let Report { mut findings, ignored, checklist: mut items, outline, closing, ink } =
            checker.check_with(draft, profile, today, waivers);
        if let Some(cursor) = writing {
            findings.retain(|finding| !super::writing::waits(finding, &draft.letter.body, cursor));
        }
        // The evidence of an element is the letter itself, which is on the screen; it would differ after every key.
        for item in items.iter_mut().filter(|item| item.state != Standing::Human) {
            item.evidence.clear();
        }
        let places = findings.iter().map(|finding| place(draft, &outline, closing.as_ref(), finding)).collect();
        let rows = check_rows::of(&findings, &items, ignored.len(), &folded.opened);
        let named = outline.sections.iter().enumerate();
        let mut sections: Vec<_> = named.map(|(at, section)| (section.range.start, outline.path(at))).collect();
        let closing = closing.map_or(draft.letter.body.len(), |range| range.start);
        sections.push((closing, String::new()));
        let outline = outline_rows::of(draft, &outline, (closing, &ink), &items, &findings, &folded.sections);
        Self { findings, ignored, places, items, outline, rows, sections }
    }

    /// Moves every place in the body along with an edit of it. A finding whose words were changed shrinks onto them.
    pub fn carry(&mut self, field: Field, edit: &Edit) {
        let carry = |range: &mut Range<usize>| {
            let end = edit.carry(range.end);
            *range = carry_start(edit, range.start).min(end)..end;
        };
        for finding in self.findings.iter_mut().filter(|finding| finding.field == field) {
            carry(&mut finding.range);
        }
        let fixes = self.findings.iter_mut().filter_map(|finding| finding.fix.as_mut());
        for part in fixes.flat_map(|fix| &mut fix.edits).filter(|part| part.field == field) {
            carry(&mut part.edit.range);
        }
        for (_, range) in self.items.iter_mut().filter_map(|item| item.place.as_mut()).filter(|it| it.0 == field) {
            carry(range);
        }
        if field == Field::Body {
            for row in &mut self.outline {
                let begins = if let Target::Body(at) = row.target { at } else { 0 };
                if edit.range.is_empty() && row.section.is_some() && (begins + 1..=row.end).contains(&edit.range.start)
                {
                    row.characters += characters::ink(&edit.text).count();
                    row.end += edit.text.len();
                } else {
                    row.end = edit.carry(row.end);
                }
                if let Target::Body(at) = &mut row.target {
                    *at = carry_start(edit, *at);
                }
            }
            for (start, _) in &mut self.sections {
                *start = carry_start(edit, *start);
            }
        }
    }

    /// What the section around byte `offset` of the body is called: 二（三）; empty outside all sections.
    pub fn section_at(&self, offset: usize) -> &str {
        let begun = self.sections.partition_point(|(start, _)| *start <= offset);
        begun.checked_sub(1).map_or("", |last| &self.sections[last].1)
    }

    /// The row of the outline that shows the section around byte `offset` of the body; of a folded one, the one it is in.
    pub fn outline_row_at(&self, offset: usize) -> Option<usize> {
        let begins =
            |row: &OutlineRow| matches!((row.section, row.target), (Some(_), Target::Body(at)) if at <= offset);
        let at = self.outline.iter().rposition(begins)?;
        let closing = self.sections.last().is_some_and(|(start, name)| name.is_empty() && *start <= offset);
        (!closing).then_some(at)
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
            CheckRow::Finding(index) | CheckRow::Alike { shown: index, .. } => {
                self.findings.get(index).map_or(Target::Nothing, |finding| {
                    if finding.field == Field::Body {
                        Target::Body(finding.range.start)
                    } else {
                        Element::of(finding.field).map_or(Target::Nothing, Target::Element)
                    }
                })
            }
            CheckRow::Item(index) => self.items.get(index).map_or(Target::Nothing, item_target),
            CheckRow::Ignored(_) | CheckRow::Findings(..) | CheckRow::Human | CheckRow::AllIgnored(_) => {
                Target::Nothing
            }
        }
    }

    /// The finding of a row of the checklist; of several alike, the one they are shown by.
    pub fn finding_of(&self, row: usize) -> Option<usize> {
        match self.rows.get(row) {
            Some(&(CheckRow::Finding(index) | CheckRow::Alike { shown: index, .. })) => Some(index),
            _ => None,
        }
    }

    /// What is let stand in a row of the checklist.
    pub fn ignored_of(&self, row: usize) -> Option<usize> {
        match self.rows.get(row) {
            Some(&CheckRow::Ignored(index)) => Some(index),
            _ => None,
        }
    }

    /// The row of the checklist that shows a finding; of a folded one, the row it is in.
    pub fn row_of(&self, finding: usize) -> Option<usize> {
        let own = self.rows.iter().position(|&row| row == CheckRow::Finding(finding));
        own.or_else(|| self.alike_of(self.findings.get(finding)?))
    }

    /// The row of those alike that `finding` is one of.
    pub(super) fn alike_of(&self, finding: &Finding) -> Option<usize> {
        let same = |index: usize| {
            let other = &self.findings[index];
            (other.severity, other.rule.code) == (finding.severity, finding.rule.code)
        };
        self.rows.iter().position(|&row| matches!(row, CheckRow::Alike { shown, .. } if same(shown)))
    }

    /// The row of the checklist that shows a finding, which a folded row from now on is shown by.
    pub(super) fn show(&mut self, finding: usize) -> Option<usize> {
        let row = self.row_of(finding)?;
        if let CheckRow::Alike { shown, .. } = &mut self.rows[row] {
            *shown = finding;
        }
        Some(row)
    }
}

/// Where the first character of a place goes: what is inserted right before it is not part of it.
fn carry_start(edit: &Edit, offset: usize) -> usize {
    let before = edit.range.is_empty() && edit.range.start == offset;
    if before { offset + edit.text.len() } else { edit.carry(offset) }
}

/// Where a finding stands, as people say it.
fn place(draft: &Draft, sections: &Outline, closing: Option<&Range<usize>>, finding: &Finding) -> String {
    if finding.field != Field::Body {
        return finding.field.label().to_owned();
    }
    if closing.is_some_and(|closing| closing.contains(&finding.range.start)) {
        return "结语".to_owned();
    }
    let empty = finding.range.is_empty();
    match sections.section_at(finding.range.start).filter(|_| !empty) {
        Some(section) => sections.path(section),
        None if empty => Field::Body.label().to_owned(),
        None => format!("第{}段", paragraph(&draft.letter.body, sections, finding.range.start)),
    }
}

/// The number of the paragraph that byte `offset` of `body` is in, from 1, as a reader counts: blank lines are none.
fn paragraph(body: &str, sections: &Outline, offset: usize) -> usize {
    let before = sections.paragraphs.partition_point(|paragraph| paragraph.range.end < offset);
    // Blanks at the end of a line belong to the paragraph before them.
    let is_behind = before.checked_sub(1).is_some_and(|last| {
        body.get(sections.paragraphs[last].range.end..offset).is_some_and(|between| !between.contains('\n'))
    });
    if is_behind { before } else { before + 1 }
}

pub(super) fn item_target(item: &Item) -> Target {
    match &item.place {
        Some((Field::Body, range)) => Target::Body(range.start),
        Some((field, _)) => Element::of(*field).map_or(Target::Nothing, Target::Element),
        None => Target::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_counted_as_a_reader_counts() {
        let body = "\n　　甲。 \n\n　　乙，\n丙。\n";
        let outline = Outline::of(body);
        let number = |word: &str| paragraph(body, &outline, body.find(word).unwrap());
        assert_eq!(["　　甲", "甲", "。 ", " \n", "　　乙", "乙", "，", "丙"].map(number), [1, 1, 1, 1, 2, 2, 2, 3]);
    }
}
