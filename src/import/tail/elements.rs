//! The elements at the foot of a letter, each read off the stretches that were gathered for it.

use std::ops::Range;

use super::{Gathered, Stretches};
use crate::import::assembly::Assembly;
use crate::import::ledger::Fate;
use crate::import::report::Reason;
use crate::import::run::Run;
use crate::import::{addressees, attachments, contacts, copies, disclosure, head, marks};
use crate::letter::{Field, issued};
use crate::text::characters::same_ink;

/// Lines of one element as one line, with a wide space between them.
pub(super) fn run_of<'l>(assembly: &Assembly, lines: impl IntoIterator<Item = &'l Stretches>) -> Run {
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

/// The addressees at the foot of a letter: so many that they left no room above (GB/T 9704—2012, 7.3.2), or named again.
pub(super) fn read_recipients(assembly: &mut Assembly, range: Range<usize>) {
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
pub(super) fn read_marks(assembly: &mut Assembly, range: Range<usize>) {
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

pub(super) fn read_contacts(assembly: &mut Assembly, lines: &[Stretches]) {
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
pub(super) fn read_disclosure(assembly: &mut Assembly, gathered: &Gathered) {
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

pub(super) fn read_copies(assembly: &mut Assembly, lists: &[Stretches]) {
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

pub(super) fn read_attachments(assembly: &mut Assembly, lines: &[Stretches]) {
    let mut is_list = false;
    for line in lines {
        let run = run_of(assembly, [line]);
        is_list |= run.text.contains(['；', ';']);
        let name = attachments::name(&run.text, attachments::start(&run.text).unwrap_or(0), is_list);
        if !name.is_empty() {
            let text = run.text[name.clone()].to_owned();
            let index = assembly.draft.letter.attachments.len();
            assembly.set(Field::Attachments(index), &text);
            assembly.ledger.place(&run, name, Field::Attachments(index));
        }
        assembly.settle(&run, None);
    }
}
