//! The head of a letter: red head, number, marks, title, addressees, and the table of a web page above them.

use super::assembly::{Assembly, tidy};
use super::ledger::Fate;
use super::marks::{self, Mark};
use super::metadata;
use super::report::{Break, Joined, Reason};
use super::run::Run;
use super::source::{Line, Source};
use super::start::Start;
use super::{category, furniture, organ, page_table, title};
use crate::letter::{Field, issued};
use crate::text::characters::{is_blank, same_ink};
use std::ops::Range;

/// A line of the head and what it was found to be.
struct HeadLine {
    line: Line,
    run: Run,
    kind: HeadKind,
}

enum HeadKind {
    Marks(Vec<Mark>),
    Table(Vec<metadata::Pair>),
    Furniture(Reason),
    Text,
}

/// Reads the head: all lines before the addressees, and these.
pub(super) fn read(assembly: &mut Assembly, lines: &[Line], start: &Start) {
    let end = start.addressees.as_ref().map_or(start.body, |(range, _, _)| range.start);
    let mut head = classify(assembly, &lines[..end]);
    let title_lines = find_title(&mut head);
    read_marks(assembly, &head);
    if let Some(range) = title_lines.clone() {
        read_title(assembly, &head[range]);
    }
    for line in &head {
        if let HeadKind::Table(pairs) = &line.kind {
            page_table::read_letter(assembly, &line.run, pairs);
            assembly.tables.push((line.run.clone(), pairs.clone()));
        }
    }
    let of_web_page = head
        .iter()
        .any(|line| matches!(line.kind, HeadKind::Table(_) | HeadKind::Furniture(Reason::WebPage | Reason::Metadata)));
    for (index, line) in head.iter().enumerate() {
        let in_title = title_lines.as_ref().is_some_and(|range| range.contains(&index));
        if matches!(line.kind, HeadKind::Text) && !in_title {
            let above = title_lines.as_ref().is_some_and(|range| index < range.start);
            leave_text(assembly, line, above && of_web_page);
        }
    }
    if let Some((_, run, found)) = &start.addressees {
        read_addressees(assembly, run, found);
    } else {
        assembly.ledger.doubt(Some(Field::Addressees(0)), None, "没有认出主送，请补填");
    }
    if assembly.draft.letter.title.is_empty() {
        assembly.ledger.doubt(Some(Field::Title), None, "没有认出标题，请补填");
    }
}

fn classify(assembly: &mut Assembly, lines: &[Line]) -> Vec<HeadLine> {
    let source = assembly.source;
    let mut head: Vec<HeadLine> = Vec::with_capacity(lines.len());
    let mut index = 0;
    while index < lines.len() {
        let line = &lines[index];
        let text = source.line(line);
        let run = Run::of(source, line.range.clone());
        let kind = if metadata::is_bare_label(text) {
            // A table with a cell a line: the next line is the value, unless it is a label as well.
            let has_value = lines.get(index + 1).is_some_and(|next| {
                !metadata::is_bare_label(source.line(next)) && !title::is_complete(source.line(next))
            });
            if has_value {
                let value = &lines[index + 1];
                head.push(HeadLine { line: line.clone(), run, kind: HeadKind::Furniture(Reason::Metadata) });
                let mut pair = Run::of(source, line.range.clone());
                pair.push(source, value.range.clone());
                let run = Run::of(source, value.range.clone());
                let kind = HeadKind::Table(vec![metadata::Pair {
                    subject: metadata::subject(text),
                    value: 0..run.text.len(),
                }]);
                head.push(HeadLine { line: value.clone(), run, kind });
                index += 2;
                continue;
            }
            HeadKind::Furniture(Reason::Metadata)
        } else if let Some(reason) = furniture::reason(text) {
            HeadKind::Furniture(reason)
        } else if let Some(pairs) = metadata::read(text).filter(|_| text.contains('\t')) {
            HeadKind::Table(pairs)
        } else if let Some(marks) = marks::read(text) {
            HeadKind::Marks(marks)
        } else if let Some(pairs) = metadata::read(text) {
            HeadKind::Table(pairs)
        } else {
            HeadKind::Text
        };
        match (&kind, beside_title(text)) {
            (HeadKind::Text, Some((at, marks_first))) => {
                for (range, is_marks) in [(0..at, marks_first), (at..text.len(), !marks_first)] {
                    let mut part = line.clone();
                    part.range = line.range.start + range.start..line.range.start + range.end;
                    let run = Run::of(source, part.range.clone());
                    let marks = if is_marks { marks::read(&run.text) } else { None };
                    head.push(HeadLine { line: part, run, kind: marks.map_or(HeadKind::Text, HeadKind::Marks) });
                }
            }
            _ => head.push(HeadLine { line: line.clone(), run, kind }),
        }
        index += 1;
    }
    for at in 1..head.len() {
        name_below_signer(&mut head, at);
    }
    head
}

/// Where a line is to be cut that holds a title and, after or before it, marks; and whether the marks come first.
fn beside_title(text: &str) -> Option<(usize, bool)> {
    let blanks = text.char_indices().filter(|(_, character)| is_blank(*character)).map(|(at, _)| at);
    let tells = |marks: Vec<Mark>| {
        let sure = [Field::Number, Field::Category, Field::Signer].map(Fate::Field);
        marks.iter().any(|mark| sure.contains(&mark.fate))
    };
    blanks.into_iter().find_map(|at| {
        let (left, right) = (&text[..at], &text[at..]);
        if title::is_complete(left) && marks::read(right).is_some_and(tells) {
            return Some((at, false));
        }
        (title::is_complete(right) && marks::read(left).is_some_and(tells)).then_some((at, true))
    })
}

/// 签发人： may have its name on the next line.
fn name_below_signer(head: &mut [HeadLine], at: usize) {
    let is_open = matches!(&head[at - 1].kind, HeadKind::Marks(marks)
        if marks.last().is_some_and(|mark| mark.fate == Fate::Field(Field::Signer) && mark.range.is_empty()));
    let text = &head[at].run.text;
    let ink = text.chars().filter(|&character| !is_blank(character)).count();
    if is_open && matches!(head[at].kind, HeadKind::Text) && (2..=4).contains(&ink) {
        let mark = Mark { range: 0..text.len(), fate: Fate::Field(Field::Signer), mode: None };
        head[at].kind = HeadKind::Marks(vec![mark]);
    }
}

/// The lines of the title: the last stretch of plain lines that reads as one.
fn find_title(head: &mut [HeadLine]) -> Option<Range<usize>> {
    let mut end = head.len();
    while end > 0 {
        if !matches!(head[end - 1].kind, HeadKind::Text) {
            end -= 1;
            continue;
        }
        let mut start = end;
        while start > 0 && matches!(head[start - 1].kind, HeadKind::Text) {
            start -= 1;
        }
        let texts: Vec<&str> = head[start..end].iter().map(|line| line.run.text.as_str()).collect();
        if let Some(within) = title::lines(&texts) {
            let range = start + within.start..start + within.end;
            return Some(with_organ_above(head, range));
        }
        end = start;
    }
    None
}

/// A title may begin with its organ on a line of its own. That line is the red head where the number follows it, where the title
/// names the organ itself, or where only it is set apart.
fn with_organ_above(head: &mut [HeadLine], range: Range<usize>) -> Range<usize> {
    let Some(above) = range.start.checked_sub(1) else { return range };
    let is_organ = matches!(&head[above].kind, HeadKind::Marks(marks)
        if matches!(marks.as_slice(), [mark] if mark.fate == Fate::Field(Field::Issuer)));
    let first = head[range.start].run.text.trim_start_matches(is_blank);
    let has_red_head = head[..above].iter().any(|line| {
        matches!(&line.kind, HeadKind::Marks(marks) if marks.iter().any(|mark| mark.fate == Fate::Field(Field::Issuer)))
    });
    // Where the title's own lines stand apart, a blank line means nothing.
    let spread = range.len() > 1 && head[range.start + 1].line.blank_before;
    let is_close = spread || !head[range.start].line.blank_before;
    if is_organ && (first.starts_with("关于") || first.starts_with('对')) && (has_red_head || is_close) {
        head[above].kind = HeadKind::Text;
        return above..range.end;
    }
    range
}

fn read_title(assembly: &mut Assembly, lines: &[HeadLine]) {
    let source = assembly.source;
    let mut run = Run::default();
    let mut joints = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            joints.push((lines[index - 1].line.clone(), line.line.clone()));
        }
        run.push(source, line.line.range.clone());
    }
    let run = run.unspaced_after(organ::joint_prefix(&run.text));
    let mut end = run.text.len();
    if assembly.draft.letter.category.is_empty()
        && let Some((letter, all)) = category::at_end(&run.text)
    {
        assembly.put(&run, letter, Field::Category);
        assembly.ledger.claim_rest(&run, all.clone(), Fate::LeftOut(Reason::Separator));
        end = run.text[..all.start].trim_end_matches(is_blank).len();
    }
    let start = title::tag(&run.text);
    assembly.ledger.claim_run(&run, 0..start, Fate::LeftOut(Reason::WebPage));
    let text = run.text[start..end].to_owned();
    assembly.set(Field::Title, &text);
    assembly.ledger.place(&run, start..end, Field::Title);
    for (left, right) in joints {
        let at = text_before(&run, right.range.start);
        let report = &mut assembly.ledger.report;
        report.joined.push(Joined {
            line: left.number,
            next_line: right.number,
            range: source.gap(&left, &right),
            at: at.clamp(start, end) - start,
            field: Field::Title,
            cause: Break::Title,
        });
    }
}

/// How much of a run's text comes from before byte `place` of the clean text.
fn text_before(run: &Run, place: usize) -> usize {
    run.text
        .char_indices()
        .map(|(at, character)| (at, run.places(at..at + character.len_utf8())))
        .find(|(_, places)| places.first().is_some_and(|found| found.start >= place))
        .map_or(run.text.len(), |(at, _)| at)
}

/// Places the marks. Of several for one field the last is the letter's own: a page's table stands above the letter.
fn read_marks(assembly: &mut Assembly, head: &[HeadLine]) {
    let all: Vec<(&Run, &Mark)> = head
        .iter()
        .filter_map(|line| match &line.kind {
            HeadKind::Marks(marks) => Some(marks.iter().map(|mark| (&line.run, mark))),
            _ => None,
        })
        .flatten()
        .collect();
    let ink = |(run, mark): &(&Run, &Mark)| organ::tidy(&run.text[mark.range.clone()]);
    for (index, (run, mark)) in all.iter().enumerate() {
        if mark.range.is_empty() {
            continue;
        }
        let Fate::Field(field) = mark.fate else {
            assembly.ledger.claim_run(run, mark.range.clone(), mark.fate);
            continue;
        };
        let later = all[index + 1..].iter().rfind(|(_, other)| other.fate == mark.fate && !other.range.is_empty());
        match (field, later) {
            (Field::SourceDisclosure | Field::Disclosure, None) => read_disclosure(assembly, run, mark, field),
            (_, None) if assembly.draft.text(field).is_empty() => assembly.put(run, mark.range.clone(), field),
            // Organs on lines that follow each other issue together.
            (Field::Issuer, _) if index > 0 && is_next_organ(&all[index - 1], run, mark, assembly.source) => {
                let joint = format!("{}　{}", assembly.draft.letter.issuer, ink(&(run, mark)));
                assembly.set(field, &joint);
                assembly.ledger.place(run, mark.range.clone(), field);
            }
            (Field::Issuer, Some(_))
                if all
                    .get(index + 1)
                    .is_some_and(|(next, other)| is_next_organ(&(run, mark), next, other, assembly.source)) =>
            {
                assembly.put(run, mark.range.clone(), field);
            }
            (_, later) => {
                let same = later.is_none_or(|later| same_ink(&ink(later), &ink(&(run, mark))));
                let reason = if same { Reason::Repeated } else { Reason::Metadata };
                assembly.ledger.claim_run(run, mark.range.clone(), Fate::LeftOut(reason));
            }
        }
    }
    for line in head {
        match &line.kind {
            HeadKind::Marks(marks) => {
                let keeps = marks
                    .iter()
                    .any(|mark| mark.fate == Fate::Field(Field::SourceDisclosure))
                    .then_some(Field::SourceDisclosure);
                let keeps = keeps.filter(|_| !assembly.draft.source.disclosure.is_empty());
                assembly.settle(&line.run, keeps);
            }
            HeadKind::Furniture(reason) => assembly.ledger.claim(line.line.range.clone(), Fate::LeftOut(*reason)),
            _ => {}
        }
    }
}

/// Whether a mark names an organ on the line right after another organ's, and not the same one again.
fn is_next_organ(before: &(&Run, &Mark), run: &Run, mark: &Mark, source: &Source) -> bool {
    let is_organ = |mark: &Mark| mark.fate == Fate::Field(Field::Issuer);
    let places = (before.0.places(before.1.range.clone()), run.places(mark.range.clone()));
    let (Some(end), Some(start)) = (places.0.last().map(|place| place.end), places.1.first().map(|place| place.start))
    else {
        return false;
    };
    is_organ(before.1)
        && is_organ(mark)
        && !source.text[end..start].contains("\n\n")
        && source.text[end..start].chars().all(is_blank)
        && !same_ink(&before.0.text[before.1.range.clone()], &run.text[mark.range.clone()])
}

fn read_disclosure(assembly: &mut Assembly, run: &Run, mark: &Mark, field: Field) {
    if field == Field::Disclosure {
        assembly.put(run, mark.range.clone(), field);
        return;
    }
    let words = run.text[mark.range.clone()].to_owned();
    assembly.set(Field::Disclosure, mark.mode.unwrap_or(&words));
    assembly.draft.source.disclosure = run.text.clone();
    assembly.ledger.place(run, mark.range.clone(), Field::SourceDisclosure);
}

/// A plain line of the head that is not of the title. Short ones above the title of a web page name its columns.
fn leave_text(assembly: &mut Assembly, line: &HeadLine, on_web_page: bool) {
    let text = &line.run.text;
    let title = &assembly.draft.letter.title;
    let ink = tidy(text);
    let reason = if !title.is_empty()
        && (same_ink(title, text) || title.contains(&ink) || ink.contains(title.as_str()) || title::is_complete(text))
    {
        Reason::Repeated
    } else if on_web_page && ink.chars().count() <= 16 && !ink.contains(['，', '。', '；']) {
        Reason::WebPage
    } else {
        Reason::Unknown
    };
    if reason == Reason::Unknown {
        assembly.ledger.doubt(None, Some(line.line.number), format!("正文之前的“{}”未能归入任何要素", shorten(&ink)));
    }
    assembly.ledger.claim(line.line.range.clone(), Fate::LeftOut(reason));
}

pub(super) fn shorten(text: &str) -> String {
    match text.char_indices().nth(24) {
        Some((at, _)) => format!("{}……", &text[..at]),
        None => text.to_owned(),
    }
}

pub(super) fn read_addressees(assembly: &mut Assembly, run: &Run, found: &super::addressees::Addressees) {
    for (index, name) in found.names.iter().enumerate() {
        assembly.put(run, name.clone(), Field::Addressees(index));
    }
    if let Some(title) = &found.title {
        assembly.put(run, title.clone(), Field::AddresseeTitle);
    }
    let line = &run.text[..found.end];
    if let Some((total, range)) = &found.total {
        assembly.set(Field::AddresseeTotal, &total.to_string());
        if run.text[range.clone()] == total.to_string() {
            assembly.ledger.place(run, range.clone(), Field::AddresseeTotal);
        }
    }
    let keeps = issued::addressees(&assembly.draft.letter) != line;
    if keeps {
        line.trim_matches(is_blank).clone_into(&mut assembly.draft.source.addressees);
    }
    let mut addressed = Run::default();
    for place in run.places(0..found.end) {
        addressed.push(assembly.source, place);
    }
    assembly.settle(&addressed, keeps.then_some(Field::SourceAddressees));
}

/// The organ that the title names before 关于 or 对, where no red head named one.
pub(super) fn issuer_of_title(title: &str) -> Option<Range<usize>> {
    let end = ["关于", "对"].iter().filter_map(|word| title.find(word)).min()?;
    organ::are_names(&title[..end]).then_some(0..end)
}
