//! The right side of the import screen: what was recognised, a row each, and how sure it is.

use std::ops::Range;

use super::piece::Fate;
use super::screen::Intake;
use crate::app::element::Element;
use crate::letter::account::{Break, Reason};
use crate::letter::outline::Outline;

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// The heading of a group.
    Heading(&'static str),
    /// An element.
    Element(Element),
    /// The body as a whole.
    Body,
    /// A heading of the body, or one of its first paragraphs.
    Part {
        /// Its words.
        text: String,
        /// How deep it lies, from 0.
        depth: usize,
        /// Where it comes from, in bytes of the source.
        places: Vec<Range<usize>>,
    },
    /// Two lines of the source that are one paragraph, or were.
    Joint {
        /// Where the second line begins, in bytes of the source.
        at: usize,
        /// The last characters before, and the first after.
        seam: (String, String),
        /// Why the import joined them; none where a person did.
        cause: Option<Break>,
        /// Whether they are joined now.
        joined: bool,
    },
    /// A stretch that is in no field.
    LeftOut {
        /// Where it stands.
        range: Range<usize>,
        /// Why.
        reason: Reason,
    },
    /// Labels and marks that dafu writes again: how many.
    Routine(usize),
    /// Something to look at that belongs to no field: an index into the doubts.
    Doubt(usize),
}

/// How sure an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Recognised, with nothing against it.
    Sure,
    /// Recognised, but to be looked at.
    Doubtful,
    /// Every letter has it, and this one was not found to.
    Missing,
    /// Not there, and not needed.
    Absent,
    /// Put right or confirmed by a person.
    Settled,
}

impl Standing {
    /// Whether a person should still look at it.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Doubtful | Self::Missing)
    }

    /// Its sign, so that colour is not needed.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Sure => "✓",
            Self::Doubtful => "?",
            Self::Missing => "✗",
            Self::Absent => " ",
            Self::Settled => "*",
        }
    }
}

/// The elements every letter has.
const EXPECTED: [Element; 10] = [
    Element::Issuer,
    Element::Number,
    Element::Title,
    Element::Addressees,
    Element::Signature,
    Element::Date,
    Element::Disclosure,
    Element::Session,
    Element::MatterNumber,
    Element::MatterTitle,
];

/// How many paragraphs of a body without headings are shown.
const FIRST_PARAGRAPHS: usize = 3;

/// How many characters are shown on either side of where two lines meet.
const SEAM: usize = 8;

/// The rows of a letter that is looked at.
pub(super) fn of(intake: &Intake) -> Vec<Row> {
    let mut rows = Vec::new();
    for (title, elements) in Element::GROUPS {
        rows.push(Row::Heading(title));
        rows.extend(elements.iter().copied().map(Row::Element));
    }
    rows.push(Row::Heading("正文"));
    rows.push(Row::Body);
    rows.extend(parts(intake));
    let joints = joints(intake);
    if !joints.is_empty() {
        rows.push(Row::Heading("接成一段的行"));
        rows.extend(joints);
    }
    let left = left_out(intake);
    if !left.is_empty() {
        rows.push(Row::Heading("未收入的文字"));
        rows.extend(left);
    }
    rows
}

fn parts(intake: &Intake) -> Vec<Row> {
    let body = intake.sorting().body();
    let text = &intake.sorting().draft().letter.body;
    let outline = Outline::of(text);
    let part = |range: &Range<usize>, shown: &Range<usize>, depth| Row::Part {
        text: text.get(shown.clone()).unwrap_or_default().to_owned(),
        depth,
        places: body.places(range),
    };
    if outline.sections.is_empty() {
        let first = outline.paragraphs.iter().take(FIRST_PARAGRAPHS);
        return first.map(|paragraph| part(&paragraph.range, &paragraph.range, 0)).collect();
    }
    let depth = |section: usize| outline.path(section).matches('（').count();
    outline
        .sections
        .iter()
        .enumerate()
        .map(|(at, section)| {
            let start = section.range.start;
            let line = start..text[start..].find('\n').map_or(text.len(), |end| start + end);
            part(&(start..start + 1), &line, depth(at))
        })
        .collect()
}

fn joints(intake: &Intake) -> Vec<Row> {
    let (body, text) = (intake.sorting().body(), &intake.sorting().draft().letter.body);
    let shown = body.meetings.iter().filter(|meeting| meeting.joined || intake.cause(meeting.at).is_some());
    shown
        .map(|meeting| {
            let at = crate::text::position::floor_boundary(text, meeting.in_body);
            let before: Vec<char> = text[..at].chars().rev().take_while(|&mark| mark != '\n').take(SEAM).collect();
            let after = text[at..].trim_start_matches('\n').chars().take_while(|&mark| mark != '\n').take(SEAM);
            let seam = (before.into_iter().rev().collect(), after.collect());
            Row::Joint { at: meeting.at, seam, cause: intake.cause(meeting.at), joined: meeting.joined }
        })
        .collect()
}

fn left_out(intake: &Intake) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut routine = 0;
    for piece in intake.sorting().pieces() {
        match piece.fate {
            Fate::LeftOut(reason) if reason.is_routine() => routine += 1,
            Fate::LeftOut(reason) => rows.push(Row::LeftOut { range: piece.range.clone(), reason }),
            _ => {}
        }
    }
    // What fits nothing comes first: it may have a place after all.
    rows.sort_by_key(|row| !matches!(row, Row::LeftOut { reason: Reason::Unknown, .. }));
    let loose = (0..intake.doubts().len()).filter(|&at| intake.is_loose(at));
    rows.splice(0..0, loose.map(Row::Doubt));
    if routine > 0 {
        rows.push(Row::Routine(routine));
    }
    rows
}

impl Intake {
    /// How sure an element is.
    pub fn standing(&self, element: Element) -> Standing {
        let empty = element.read(self.sorting().draft()).is_empty();
        if self.sorting().is_corrected(element) || self.is_settled(element) {
            return if empty && !EXPECTED.contains(&element) { Standing::Absent } else { Standing::Settled };
        }
        if empty && EXPECTED.contains(&element) {
            return Standing::Missing;
        }
        if self.doubts_of(element).next().is_some() {
            return Standing::Doubtful;
        }
        if empty { Standing::Absent } else { Standing::Sure }
    }

    /// How sure the body is.
    pub fn body_standing(&self) -> Standing {
        match self.sorting().draft().letter.body.is_empty() {
            true if self.body_settled => Standing::Settled,
            true => Standing::Missing,
            false => Standing::Sure,
        }
    }

    /// Whether a person should look at a row.
    pub fn is_open(&self, row: &Row) -> bool {
        match row {
            Row::Element(element) => self.standing(*element).is_open(),
            Row::Body => self.body_standing().is_open(),
            Row::LeftOut { range, reason: Reason::Unknown } => !self.seen.contains(&range.start),
            Row::Doubt(at) => !self.settled_doubts.contains(at),
            _ => false,
        }
    }

    /// How many rows a person should still look at.
    pub fn open_count(&self) -> usize {
        self.rows().iter().filter(|row| self.is_open(row)).count()
    }

    /// Why an element is as it is, in words.
    pub fn words(&self, element: Element) -> String {
        let standing = self.standing(element);
        let mut words: Vec<String> = Vec::new();
        if self.sorting().is_corrected(element) {
            let replaced = self.sorting().pieces().iter().any(|it| it.fate == Fate::Replaced(element));
            words.push(if replaced { "已由人改写" } else { "已由人改定" }.to_owned());
        } else {
            words.extend(self.doubts_of(element).map(|doubt| doubt.message.clone()));
            if standing == Standing::Missing && words.is_empty() {
                words.push("没有认出，请补填，或到原文取用".to_owned());
            }
            if standing == Standing::Settled {
                words.push("已核对".to_owned());
            }
        }
        let lines = self.lines_of(&self.sorting().places(element));
        if !lines.is_empty() {
            words.push(format!("在{lines}"));
        } else {
            let derived = self.lines_of(&self.derived(element));
            if !derived.is_empty() {
                let letter = &self.sorting().draft().letter;
                let signs = element == Element::Issuer && letter.issuer == letter.signature;
                let how = if self.sorting().is_corrected(element) { "取用" } else { "推定" };
                words.push(format!("由{derived}{how}{}", if signs { "，与署名一致" } else { "" }));
            }
        }
        if element == Element::Title && self.title_joints() > 0 {
            words.push(format!("由 {} 行接成", self.title_joints() + 1));
        }
        words.join("；")
    }

    /// 第3、4行, for stretches of the source; empty for none.
    pub fn lines_of(&self, places: &[Range<usize>]) -> String {
        let mut lines: Vec<usize> = places.iter().map(|place| self.line_number(place.start)).collect();
        lines.dedup();
        if lines.is_empty() {
            return String::new();
        }
        let shown: Vec<String> = lines.iter().take(4).map(ToString::to_string).collect();
        let more = if lines.len() > 4 { "等" } else { "" };
        format!("第{}{more}行", shown.join("、"))
    }

    /// Where a row comes from in the source.
    pub fn places(&self, row: &Row) -> Vec<Range<usize>> {
        match row {
            Row::Element(element) => {
                let own = self.sorting().places(*element);
                if own.is_empty() { self.derived(*element) } else { own }
            }
            Row::Part { places, .. } => places.clone(),
            Row::Body => {
                let body = self.sorting().pieces().iter().filter(|piece| piece.fate.is_body());
                body.map(|piece| piece.range.clone()).collect()
            }
            Row::Joint { at, .. } => {
                let body: Vec<_> = self.sorting().body().parts.iter().map(|(_, place)| place).collect();
                let second = body.iter().position(|place| place.start == *at).unwrap_or(0);
                body[second.saturating_sub(1)..(second + 1).min(body.len())]
                    .iter()
                    .map(|&place| place.clone())
                    .collect()
            }
            Row::LeftOut { range, .. } => vec![range.clone()],
            Row::Doubt(at) => {
                let line = self.doubts().get(*at).and_then(|doubt| doubt.line);
                line.map(|line| self.line_range(line)).into_iter().collect()
            }
            Row::Heading(_) | Row::Routine(_) => Vec::new(),
        }
    }
}
