//! The tail of a letter: signature, date, contacts, disclosure, copies, attachments, and what follows the letter.

use super::assembly::Assembly;
use super::element::{self, Element};
use super::ending::Ending;
use super::head::{self, shorten};
use super::ledger::Fate;
use super::report::Reason;
use super::run::Run;
use super::source::{Line, Source};
use super::{addressees, attachments, contacts, copies, disclosure, furniture, marks, paragraphs};
use crate::letter::date::LetterDate;
use crate::letter::{Field, issued};
use crate::text::characters::same_ink;
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

/// The addressees at the foot of a letter: so many that they left no room above (GB/T 9704—2012, 7.3.2), or named again.
fn read_recipients(assembly: &mut Assembly, range: Range<usize>) {
    let run = Run::of(assembly.source, range);
    let read = addressees::read(&format!("{}：", run.text.trim_end_matches(['。', '：', ':'])));
    let letter = &assembly.draft.letter;
    let is_named = |name: &Range<usize>| letter.addressees.iter().any(|known| same_ink(known, &run.text[name.clone()]));
    match read {
        Some(mut found) if letter.addressees.is_empty() => {
            found.end = run.text.len();
            head::read_addressees(assembly, &run, &found);
            assembly.ledger.report.uncertain.retain(|doubt| doubt.field != Some(Field::Addressees(0)));
        }
        Some(found) if found.names.iter().all(is_named) => {
            assembly.ledger.claim_run(&run, 0..run.text.len(), Fate::LeftOut(Reason::Repeated));
        }
        _ => {
            let line = run.places(0..run.text.len()).first().map(|place| assembly.source.line_number_of(place.start));
            assembly.ledger.doubt(Some(Field::Addressees(0)), line, "末尾另有一行主送，与前面的不一样");
            assembly.ledger.claim_run(&run, 0..run.text.len(), Fate::LeftOut(Reason::Unknown));
        }
    }
}

/// Marks at the foot of a letter, where its head has none.
fn read_marks(assembly: &mut Assembly, range: Range<usize>) {
    let run = Run::of(assembly.source, range);
    for mark in marks::read(&run.text).unwrap_or_default() {
        match mark.fate {
            Fate::Field(field) if assembly.draft.text(field).is_empty() && !mark.range.is_empty() => {
                assembly.put(&run, mark.range, field);
            }
            Fate::Field(_) => assembly.ledger.claim_run(&run, mark.range, Fate::LeftOut(Reason::Repeated)),
            left_out => assembly.ledger.claim_run(&run, mark.range, left_out),
        }
    }
    assembly.settle(&run, None);
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
    if text.starts_with(paragraphs::cannot_begin) || is_open {
        return true;
    }
    if element::of(text).is_some() {
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

/// Lines of one element as one line, with a wide space between them.
fn run_of<'l>(assembly: &Assembly, lines: impl IntoIterator<Item = &'l Stretches>) -> Run {
    let mut run = Run::default();
    for (index, line) in lines.into_iter().enumerate() {
        if index > 0 {
            run.gap();
        }
        for stretch in line {
            run.push(assembly.source, stretch.clone());
        }
    }
    run
}

fn read_contacts(assembly: &mut Assembly, lines: &[Stretches]) {
    if lines.is_empty() {
        return;
    }
    let run = run_of(assembly, lines);
    let found = contacts::read(&run.text);
    for (index, contact) in found.iter().enumerate() {
        for (parts, field) in [(&contact.name, Field::ContactName(index)), (&contact.phone, Field::ContactPhone(index))]
        {
            if !parts.is_empty() {
                assembly.set(field, &contacts::text_of(&run.text, parts));
                parts.iter().for_each(|part| assembly.ledger.place(&run, part.clone(), field));
            }
        }
    }
    if found.is_empty() {
        assembly.ledger.claim_rest(&run, 0..run.text.len(), Fate::LeftOut(Reason::Blank));
        return;
    }
    let keeps = issued::contacts(&assembly.draft.letter) != run.text;
    if keeps {
        run.text.clone_into(&mut assembly.draft.source.contacts);
    }
    assembly.settle(&run, keeps.then_some(Field::SourceContacts));
}

/// Reads the first line that tells the mode, and the reasons. A second line is a repetition, or a contradiction to look at.
fn read_disclosure(assembly: &mut Assembly, gathered: &Gathered) {
    let mut kept: Vec<&Stretches> = Vec::new();
    let mut exact = true;
    for line_of in &gathered.disclosure {
        let run = run_of(assembly, [line_of]);
        let Some(found) = disclosure::read(&run.text) else { continue };
        let words = run.text[found.words.clone()].to_owned();
        let mode = found.mode.unwrap_or(&words).to_owned();
        let line = assembly.source.line_number_of(line_of.first().map_or(0, |stretch| stretch.start));
        if !assembly.draft.letter.disclosure.is_empty() {
            if mode != assembly.draft.letter.disclosure {
                assembly.ledger.doubt(Some(Field::Disclosure), Some(line), format!("公开方式前后不一：另有“{words}”"));
            }
            assembly.ledger.claim_run(&run, 0..run.text.len(), Fate::LeftOut(Reason::Repeated));
            continue;
        }
        if found.mode.is_none() {
            assembly.ledger.doubt(
                Some(Field::Disclosure),
                Some(line),
                format!("“{words}”不是法定的公开方式，已照原样保留"),
            );
        }
        assembly.set(Field::Disclosure, &mode);
        exact = mode == words;
        assembly.ledger.place(&run, found.words, if exact { Field::Disclosure } else { Field::SourceDisclosure });
        if let Some(reason) = found.reason {
            assembly.put(&run, reason, Field::DisclosureReason);
        }
        kept.push(line_of);
    }
    for line_of in &gathered.reasons {
        let run = run_of(assembly, [line_of]);
        if let Some(reason) =
            disclosure::reason_line(&run.text).filter(|_| assembly.draft.letter.disclosure_reason.is_empty())
        {
            assembly.put(&run, reason, Field::DisclosureReason);
        }
        kept.push(line_of);
    }
    if kept.is_empty() {
        return;
    }
    let run = run_of(assembly, kept);
    let keeps = !exact || issued::disclosure(&assembly.draft.letter) != run.text;
    if keeps {
        run.text.clone_into(&mut assembly.draft.source.disclosure);
    }
    assembly.settle(&run, keeps.then_some(Field::SourceDisclosure));
}

fn read_copies(assembly: &mut Assembly, lists: &[Stretches]) {
    let mut line = String::new();
    let mut runs = Vec::new();
    for list in lists {
        let run = run_of(assembly, [list]);
        let start = copies::start(&run.text).unwrap_or(0);
        for entry in copies::read(&run.text, start) {
            let index = assembly.draft.letter.cc.len();
            assembly.put(&run, entry, Field::Cc(index));
        }
        if !line.is_empty() {
            line.push('\u{3000}');
        }
        line.push_str(&run.text);
        runs.push(run);
    }
    let keeps = !assembly.draft.letter.cc.is_empty() && issued::cc(&assembly.draft.letter) != line;
    if keeps {
        assembly.draft.source.cc = line;
    }
    for run in &runs {
        assembly.settle(run, keeps.then_some(Field::SourceCc));
    }
}

fn read_attachments(assembly: &mut Assembly, lines: &[Stretches]) {
    for line in lines {
        let run = run_of(assembly, [line]);
        let name = attachments::name(&run.text, attachments::start(&run.text).unwrap_or(0));
        if !name.is_empty() {
            let text = run.text[name.clone()].to_owned();
            let index = assembly.draft.letter.attachments.len();
            assembly.set(Field::Attachments(index), &text);
            assembly.ledger.place(&run, name, Field::Attachments(index));
        }
        assembly.settle(&run, None);
    }
}
