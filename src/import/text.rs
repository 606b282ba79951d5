//! Plain text to a draft.

use super::assembly::Assembly;
use super::ending::{self, Ending};
use super::layout::Layout;
use super::ledger::{Fate, Ledger};
use super::margin::{self, Margin};
use super::matter::{self, Texts};
use super::page_number::is_page_number;
use super::paragraphs::{self, Paragraph};
use super::report::{Break, Imported, Joined, Reason};
use super::run::Run;
use super::source::{Line, Source};
use super::{copies, furniture, head, page_table, start, tail};
use crate::letter::{Draft, Field, format};
use crate::text::characters::is_blank;

/// Why a text could not be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// Nothing, or nothing but blanks.
    #[error("没有可导入的文字")]
    Empty,
    /// None of the things by which a reply letter is known.
    #[error("没有认出答复函的任何要素（标题、主送、开头、署名、日期……），不像一封答复函")]
    NoLetter,
}

/// Reads a letter out of plain text.
///
/// # Errors
/// [`ImportError`] when the text is blank or has nothing of a reply letter. Anything less than a whole letter is imported, with what
/// is missing among the [uncertain](Report::uncertain).
pub fn import(text: &str) -> Result<Imported, ImportError> {
    if text.chars().all(is_blank) {
        return Err(ImportError::Empty);
    }
    let source = Source::read(text);
    let mut assembly = Assembly::new(&source);
    let lines = without_page_numbers(&mut assembly);
    let start = start::find(&source, &lines);
    head::read(&mut assembly, &lines, &start);
    let rest = after(&lines, &start);
    let ending = ending::find(&source, &rest);
    let body_lines = tail::read(&mut assembly, &rest, &ending);
    let body = read_body(&mut assembly, &body_lines);
    let title = title_run(&assembly);
    matter::read(&mut assembly, &Texts { title: &title, body: &body });
    for (run, pairs) in std::mem::take(&mut assembly.tables) {
        page_table::read_matter(&mut assembly, &run, &pairs);
    }
    name_issuer(&mut assembly, &title);
    if !is_letter(&assembly.draft, &ending) {
        return Err(ImportError::NoLetter);
    }
    let mut draft = assembly.draft;
    format::DEFAULT_PROFILE.clone_into(&mut draft.profile);
    Ok(Imported { draft, report: assembly.ledger.close() })
}

/// The lines without those that only number pages; the line after one has a page end before it.
fn without_page_numbers(assembly: &mut Assembly) -> Vec<Line> {
    let source = assembly.source;
    let mut lines: Vec<Line> = Vec::with_capacity(source.lines.len());
    let mut page_before = false;
    for line in &source.lines {
        let mut line = line.clone();
        if let Some((margin, label)) = margin::read(source.line(&line))
            && !of_imprint(&mut assembly.ledger, &mut line, source, margin, label)
        {
            continue;
        }
        if is_page_number(source.line(&line)) {
            assembly.ledger.claim(line.range.clone(), Fate::LeftOut(Reason::PageNumber));
            page_before = true;
            continue;
        }
        line.page_before |= page_before;
        page_before = false;
        lines.push(line);
    }
    lines
}

/// Whether a line from beside the text is of the letter all the same: some set the copies at the foot of the last page as a footer.
/// Then it goes on without its label; else it is left out.
fn of_imprint(ledger: &mut Ledger, line: &mut Line, source: &Source, margin: Margin, label: usize) -> bool {
    let rest = source.line(line)[label..].trim_start_matches(is_blank);
    let start = line.range.end - rest.len();
    if margin == Margin::Footer && (copies::start(rest).is_some() || furniture::reason(rest) == Some(Reason::Imprint)) {
        ledger.claim(line.range.start..start, Fate::LeftOut(Reason::Label));
        line.range.start = start;
        return true;
    }
    let reason = if is_page_number(rest) { Reason::PageNumber } else { margin.reason() };
    if reason == Reason::Note {
        ledger.doubt(
            None,
            Some(line.number),
            format!("“{}”没有收入，请看是否要写进正文", head::shorten(source.line(line))),
        );
    }
    ledger.claim(line.range.clone(), Fate::LeftOut(reason));
    false
}

/// The lines of the text and the tail, the first without the addressees before it.
fn after(lines: &[Line], start: &start::Start) -> Vec<Line> {
    let mut rest = lines[start.body.min(lines.len())..].to_vec();
    if let Some(first) = rest.first_mut() {
        first.range.start += start.offset;
        if start.offset > 0 {
            first.indent = 0;
        }
    }
    rest
}

/// Reads the body out of its lines.
fn read_body(assembly: &mut Assembly, lines: &[Line]) -> Run {
    let source = assembly.source;
    let layout = Layout::of(source, lines);
    let mut body = Run::default();
    for Paragraph { lines, breaks } in paragraphs::gather(source, lines, &layout) {
        if !body.text.is_empty() {
            body.line_end();
        }
        for (index, line) in lines.iter().enumerate() {
            if let Some(&cause) = index.checked_sub(1).and_then(|before| breaks.get(before)) {
                let left = &lines[index - 1];
                if cause == Break::Wrap
                    && layout.indent.is_none()
                    && !layout.parted
                    && paragraphs::ends(source.line(left))
                {
                    let message = "正好在句末折行，已与下一行接成一段，请看是否该分段";
                    assembly.ledger.doubt(Some(Field::Body), Some(left.number), message);
                }
                assembly.ledger.report.joined.push(Joined {
                    line: left.number,
                    next_line: line.number,
                    range: source.gap(left, line),
                    at: body.text.len(),
                    field: Field::Body,
                    cause,
                });
            }
            body.push(source, line.range.clone());
            assembly.ledger.claim(line.range.clone(), Fate::Field(Field::Body));
        }
    }
    // A tab inside a paragraph is a blank like any other.
    let text = body.text.replace('\t', " ");
    let decimals = text.split('\n').filter(|paragraph| paragraphs::decimal(paragraph)).count();
    if decimals > 1 {
        let message = format!("有 {decimals} 段用“1.1”一类的编号，照原样收入正文，提纲只列“一、（一）1.（1）”四层");
        assembly.ledger.doubt(Some(Field::Body), None, message);
    }
    assembly.set(Field::Body, &text);
    if text.is_empty() {
        assembly.ledger.doubt(Some(Field::Body), None, "没有认出正文，请补填");
    }
    body
}

/// The title as a run, put together out of the account.
fn title_run(assembly: &Assembly) -> Run {
    let mut run = Run::default();
    for range in assembly.ledger.claimed(Field::Title) {
        run.push(assembly.source, range);
    }
    run
}

/// Without a red head the title or the signature names the organ.
fn name_issuer(assembly: &mut Assembly, title: &Run) {
    if !assembly.draft.letter.issuer.is_empty() {
        return;
    }
    if let Some(range) = head::issuer_of_title(&title.text) {
        let text = title.text[range.clone()].to_owned();
        assembly.set(Field::Issuer, &text);
        assembly.ledger.derive(title, range, Field::Issuer);
        assembly.ledger.doubt(Some(Field::Issuer), None, "原文没有版头，发文机关取自标题");
    } else if !assembly.draft.letter.signature.is_empty() {
        let text = assembly.draft.letter.signature.clone();
        assembly.set(Field::Issuer, &text);
        for range in assembly.ledger.claimed(Field::Signature) {
            let run = Run::of(assembly.source, range);
            assembly.ledger.derive(&run, 0..run.text.len(), Field::Issuer);
        }
        assembly.ledger.doubt(Some(Field::Issuer), None, "原文没有版头，发文机关取自署名");
    } else {
        assembly.ledger.doubt(Some(Field::Issuer), None, "没有认出发文机关，请补填");
    }
}

/// Whether anything by which a reply letter is known was found: one sure sign, or two that other documents have as well.
fn is_letter(draft: &Draft, ending: &Ending) -> bool {
    let letter = &draft.letter;
    let opening = crate::letter::opening::find(&letter.body, &crate::letter::outline::Outline::of(&letter.body));
    let sure = !letter.title.is_empty() || !letter.addressee_title.is_empty() || opening.is_some();
    let shared = [
        !letter.number.is_empty(),
        ending.date.is_some(),
        !letter.signature.is_empty(),
        !letter.disclosure.is_empty(),
        !letter.cc.is_empty(),
        !letter.contacts.is_empty(),
        !letter.addressees.is_empty(),
    ];
    sure || shared.into_iter().filter(|&found| found).count() >= 2
}
