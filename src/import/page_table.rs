//! What a page's table of metadata gives to a draft.

use super::assembly::Assembly;
use super::ledger::Fate;
use super::metadata::{Pair, Subject};
use super::report::Reason;
use super::run::Run;
use super::{category, disclosure, title};
use crate::letter::Field;
use crate::letter::document_number::DocumentNumber;
use crate::text::characters::same_ink;
use std::ops::Range;

/// Uses a table for the elements that the letter's own head does not give.
pub(super) fn read_letter(assembly: &mut Assembly, run: &Run, pairs: &[Pair]) {
    for pair in pairs.iter().filter(|pair| !pair.value.is_empty()) {
        let value = &run.text[pair.value.clone()];
        match pair.subject {
            Subject::Number if DocumentNumber::read(value).is_some() => {
                put(assembly, run, pair.value.clone(), Field::Number);
            }
            Subject::Title if title::is_complete(value) => put(assembly, run, pair.value.clone(), Field::Title),
            Subject::Category if value.chars().count() <= 12 && !category::is_role(value) => {
                put(assembly, run, pair.value.clone(), Field::Category);
            }
            Subject::Disclosure => disclose(assembly, run, pair),
            Subject::Date => {
                assembly.page_date.get_or_insert((run.clone(), pair.value.clone()));
            }
            _ => {}
        }
    }
}

/// Uses a table for what title and opening do not say of the matter, and leaves out the rest of it.
pub(super) fn read_matter(assembly: &mut Assembly, run: &Run, pairs: &[Pair]) {
    for pair in pairs.iter().filter(|pair| !pair.value.is_empty()) {
        let value = pair.value.clone();
        match pair.subject {
            Subject::MatterTitle => put(assembly, run, value, Field::MatterTitle),
            Subject::MatterNumber if run.text[value.clone()].chars().count() <= 20 => {
                put(assembly, run, number_inside(&run.text, value), Field::MatterNumber);
            }
            Subject::Session => put(assembly, run, value, Field::MatterSession),
            Subject::CoHandlers if assembly.draft.matter.co_handlers.is_empty() => {
                for (index, entry) in super::list::entries(&run.text, value).into_iter().enumerate() {
                    assembly.put(run, entry, Field::MatterCoHandlers(index));
                }
            }
            _ => {}
        }
    }
    assembly.ledger.claim_rest(run, 0..run.text.len(), Fate::LeftOut(Reason::Metadata));
}

/// Puts a value into a field that has none; one that has the same is a repetition.
fn put(assembly: &mut Assembly, run: &Run, range: Range<usize>, field: Field) {
    let present = assembly.draft.text(field).into_owned();
    if present.is_empty() {
        assembly.put(run, range, field);
    } else if same_ink(&present, &run.text[range.clone()]) {
        assembly.ledger.claim_run(run, range, Fate::LeftOut(Reason::Repeated));
    }
}

/// The disclosure that a page's table tells. Its words stand for themselves where they name a legal mode.
fn disclose(assembly: &mut Assembly, run: &Run, pair: &Pair) {
    let value = &run.text[pair.value.clone()];
    let labelled = format!("公开方式：{value}");
    let mode = disclosure::read(&labelled).and_then(|found| found.mode);
    match mode {
        Some(mode) if assembly.draft.letter.disclosure.is_empty() => {
            assembly.set(Field::Disclosure, mode);
            if mode == value {
                assembly.ledger.place(run, pair.value.clone(), Field::Disclosure);
            } else {
                run.text.clone_into(&mut assembly.draft.source.disclosure);
                assembly.ledger.place(run, pair.value.clone(), Field::SourceDisclosure);
            }
        }
        Some(_) => assembly.ledger.claim_run(run, pair.value.clone(), Fate::LeftOut(Reason::Repeated)),
        None => {}
    }
}

/// A number without 第 and 号 around it.
fn number_inside(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = text[range.clone()].trim_start_matches('第').trim_end_matches('号');
    let offset = range.start;
    let start = offset + text[range].find(inner).unwrap_or(0);
    start..start + inner.len()
}
