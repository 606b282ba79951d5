//! The tail of a letter: signature, date, contacts, disclosure, copies, attachments, and what follows the letter.

mod elements;

use elements::{read_attachments, read_contacts, read_copies, read_disclosure, read_marks, read_recipients};

use super::assembly::Assembly;
use super::element::{self, Element};
use super::ending::Ending;
use super::head::shorten;
use super::ledger::Fate;
use super::report::Reason;
use super::run::Run;
use super::source::{Line, Source};
use super::{attachments, furniture, paragraphs};
use crate::letter::Field;
use crate::letter::date::LetterDate;
use std::ops::Range;

/// A line of an element with the lines it goes on over: stretches of the clean text, in order.
pub(super) type Stretches = Vec<Range<usize>>;

/// The elements of the tail, gathered from all their places.
#[derive(Default)]
pub(super) struct Gathered {
    pub contacts: Vec<Stretches>,
    pub disclosure: Vec<Stretches>,
    pub reasons: Vec<Stretches>,
    pub copies: Vec<Stretches>,
    pub attachments: Vec<Stretches>,
}

impl Gathered {
    /// The lines of an element that may go on on the next line.
    fn of(&mut self, element: Element) -> Option<&mut Vec<Stretches>> {
        match element {
            Element::Contacts => Some(&mut self.contacts),
            Element::Disclosure => Some(&mut self.disclosure),
            Element::DisclosureReason => Some(&mut self.reasons),
            Element::Copies => Some(&mut self.copies),
            Element::Attachments => Some(&mut self.attachments),
            Element::Marks | Element::Recipients | Element::Table | Element::Furniture(_) => None,
        }
    }
}

/// Reads the elements among `lines` that belong to the tail and gives back the lines that are of the body.
pub(super) fn read(assembly: &mut Assembly, lines: &[Line], ending: &Ending) -> Vec<Line> {
    let mut gathered = Gathered::default();
    // The organ may have signed above contacts; its line is neither theirs nor the body's.
    let signs = |index: usize| ending.signature.iter().any(|(signed, _)| *signed == index);
    let before: Vec<Line> =
        (0..ending.lines.start).filter(|&index| !signs(index)).map(|index| lines[index].clone()).collect();
    let body = before_signing(assembly, &before, &mut gathered);
    sign(assembly, lines, ending);
    after_signing(assembly, &lines[ending.lines.end..], &mut gathered);
    read_gathered(assembly, &gathered);
    body
}

/// Reads the elements that were gathered.
pub(super) fn read_gathered(assembly: &mut Assembly, gathered: &Gathered) {
    read_contacts(assembly, &gathered.contacts);
    read_disclosure(assembly, gathered);
    read_copies(assembly, &gathered.copies);
    read_attachments(assembly, &gathered.attachments);
}

/// Takes the elements that stand right before the signing out of the body. A short closing may stand between them.
fn before_signing(assembly: &mut Assembly, lines: &[Line], gathered: &mut Gathered) -> Vec<Line> {
    let source = assembly.source;
    let mut first = lines.len();
    let mut passed = 0;
    let mut index = lines.len();
    while index > 1 {
        let text = source.line(&lines[index - 1]);
        if element::of(text).is_some() {
            first = index - 1;
            passed = 0;
        } else if passed < 4
            && (text.starts_with(paragraphs::cannot_begin)
                || attachments::is_numbered(text)
                || text.chars().count() <= 40)
        {
            passed += 1;
        } else {
            break;
        }
        index -= 1;
    }
    let mut body = lines[..first].to_vec();
    let mut current: Option<Element> = None;
    for line in &lines[first..] {
        let text = source.line(line);
        let found = element::of(text);
        if let Some(open) = current
            && goes_on(source, gathered, open, line)
        {
            extend(gathered, open, line.range.clone());
        } else if let Some(found) = found.filter(|found| *found != Element::Table) {
            take(assembly, gathered, line.range.clone(), found);
            current = Some(found);
        } else if current == Some(Element::Attachments) && lists_on(source, gathered, text) {
            gathered.attachments.push(vec![line.range.clone()]);
        } else {
            // A table below the text is a part of it.
            body.push(line.clone());
            current = None;
        }
    }
    body
}

/// Puts a stretch with the others of its element, cut where it holds two.
fn take(assembly: &mut Assembly, gathered: &mut Gathered, range: Range<usize>, found: Element) {
    let text = &assembly.source.text[range.clone()];
    if let Some(at) = element::cut(text) {
        let (left, right) = (range.start..range.start + at, range.start + at..range.end);
        for part in [left, right] {
            if let Some(found) = element::of(assembly.source.text[part.clone()].trim()) {
                take(assembly, gathered, part, found);
            }
        }
        return;
    }
    match found {
        Element::Copies
        | Element::Disclosure
        | Element::DisclosureReason
        | Element::Contacts
        | Element::Attachments => {
            if let Some(lines) = gathered.of(found) {
                lines.push(vec![range]);
            }
        }
        Element::Marks => read_marks(assembly, range),
        Element::Recipients => read_recipients(assembly, range),
        Element::Table => assembly.ledger.claim(range, Fate::LeftOut(Reason::Metadata)),
        Element::Furniture(reason) => assembly.ledger.claim(range, Fate::LeftOut(reason)),
    }
}

fn sign(assembly: &mut Assembly, lines: &[Line], ending: &Ending) {
    let source = assembly.source;
    let stretch = |index: usize, range: &Range<usize>| {
        lines[index].range.start + range.start..lines[index].range.start + range.end
    };
    let mut names: Vec<String> = Vec::new();
    for (index, range) in &ending.signature {
        let run = Run::of(source, stretch(*index, range));
        names.push(super::organ::tidy(&run.text));
        assembly.ledger.place(&run, 0..run.text.len(), Field::Signature);
    }
    assembly.set(Field::Signature, &names.join("　"));
    if let Some((index, range)) = &ending.date {
        let place = stretch(*index, range);
        assembly.draft.letter.date = LetterDate::typed(&source.text[place.clone()]);
        // 2026-06-12 is a day, and not what the letter should have.
        let written = source.text[place.clone()].trim();
        let is_issued = assembly.draft.letter.date.issued() == written;
        if !is_issued {
            written.clone_into(&mut assembly.draft.source.date);
        }
        assembly.ledger.claim(place, Fate::Field(if is_issued { Field::Date } else { Field::SourceDate }));
        if assembly.draft.letter.date.day().is_none() {
            let line = lines[*index].number;
            let written = assembly.draft.letter.date.to_string();
            assembly.ledger.doubt(
                Some(Field::Date),
                Some(line),
                format!("成文日期“{written}”不是规范写法，已照原样保留"),
            );
        }
    } else if let Some((run, range)) = assembly.page_date.take() {
        assembly.draft.letter.date = LetterDate::typed(&run.text[range.clone()]);
        assembly.ledger.derive(&run, range, Field::Date);
        assembly.ledger.doubt(Some(Field::Date), None, "落款没有日期，成文日期取自网页信息表");
    } else {
        assembly.ledger.doubt(Some(Field::Date), None, "没有认出成文日期，请补填");
    }
    let of_signing = ending.signature.iter().map(|(index, _)| *index).chain(ending.lines.clone());
    for index in of_signing.collect::<std::collections::BTreeSet<_>>() {
        let run = Run::of(source, lines[index].range.clone());
        assembly.ledger.claim_rest(&run, 0..run.text.len(), Fate::LeftOut(Reason::SealNote));
    }
}

/// Reads what follows the signing. Whatever is no element goes on with the one before it, or is left out.
fn after_signing(assembly: &mut Assembly, lines: &[Line], gathered: &mut Gathered) {
    let source = assembly.source;
    let mut current: Option<Element> = None;
    // Once an attachment or a form has begun, only the copies at the foot of the last page are the letter's again.
    let mut appended: Option<Reason> = None;
    // What a page shows below a letter comes after all of it.
    let mut on_page = false;
    for (index, line) in lines.iter().enumerate() {
        let text = source.line(line);
        let lists = lines.get(index + 1).is_some_and(|next| attachments::is_numbered(source.line(next)));
        if furniture::is_feedback_form(text) && attachments::start(text).is_none() {
            appended = Some(Reason::FeedbackForm);
        } else if furniture::is_page_end(text) {
            appended = Some(Reason::WebPage);
        } else if attachments::is_heading(text) && appended.is_none() && !(lists && text.ends_with(['：', ':'])) {
            appended = Some(Reason::AttachmentText);
        }
        let found = element::of(text);
        if let Some(reason) = appended
            && !matches!(found, Some(Element::Copies | Element::Furniture(Reason::Imprint)))
        {
            assembly.ledger.claim(line.range.clone(), Fate::LeftOut(reason));
            continue;
        }
        if let Some(open) = current
            && goes_on(source, gathered, open, line)
        {
            extend(gathered, open, line.range.clone());
            continue;
        }
        if let Some(found) = found {
            take(assembly, gathered, line.range.clone(), found);
            current = Some(found);
            on_page |= found == Element::Furniture(Reason::WebPage);
            continue;
        }
        match current {
            Some(Element::Contacts) if is_contact_rest(text) => gathered.contacts.push(vec![line.range.clone()]),
            Some(Element::Attachments) if lists_on(source, gathered, text) => {
                gathered.attachments.push(vec![line.range.clone()]);
            }
            _ if on_page && furniture::may_be_of_page(text) => {
                assembly.ledger.claim(line.range.clone(), Fate::LeftOut(Reason::WebPage));
            }
            _ => {
                assembly.ledger.doubt(
                    None,
                    Some(line.number),
                    format!("落款之后的“{}”未能归入任何要素", shorten(text)),
                );
                assembly.ledger.claim(line.range.clone(), Fate::LeftOut(Reason::Unknown));
            }
        }
    }
}

/// Whether a line goes on with the list of attachments above it.
fn lists_on(source: &Source, gathered: &Gathered, text: &str) -> bool {
    let above = gathered.attachments.last().and_then(|lines| lines.last());
    above.is_some_and(|above| attachments::follows(&source.text[above.clone()], text))
}

/// Adds a stretch to the last line of an element.
fn extend(gathered: &mut Gathered, element: Element, range: Range<usize>) {
    if let Some(last) = gathered.of(element).and_then(|lines| lines.last_mut()) {
        last.push(range);
    }
}

/// Whether an element goes on on the next line: that begins with a mark no line begins with, a bracket is still open, a list of
/// copies has not come to its full stop, or the name of an attachment hangs below its first line.
fn goes_on(source: &Source, gathered: &mut Gathered, element: Element, next: &Line) -> bool {
    let Some(last) = gathered.of(element).and_then(|lines| lines.last()) else { return false };
    let so_far: String = last.iter().map(|stretch| &source.text[stretch.clone()]).collect();
    let text = source.line(next);
    let is_open = so_far.matches(['（', '(']).count() > so_far.matches(['）', ')']).count();
    if text.starts_with(paragraphs::cannot_begin) {
        return true;
    }
    // （此件主动公开 whose bracket was forgotten does not swallow the copies below it.
    let next_element = element::of(text);
    if is_open && next_element.is_none_or(|next| next == element) {
        return true;
    }
    if next_element.is_some() {
        return false;
    }
    match element {
        Element::Copies => !so_far.ends_with(['。', '．']),
        Element::Attachments => {
            next.indent >= 6
                && !attachments::is_numbered(text)
                && !text.ends_with('。')
                && !super::organ::are_names(text)
        }
        _ => false,
    }
}

/// Whether a line goes on with contacts above it: a number, or a name and a number.
fn is_contact_rest(text: &str) -> bool {
    text.chars().count() <= 40 && text.chars().filter(char::is_ascii_digit).count() >= 5 && !text.ends_with('。')
}
