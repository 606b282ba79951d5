//! What holds of every letter that is taken in, whatever a person does to it: no character of its source is without a fate,
//! and what is said to stand in a field stands there.

#![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

use dafu::app::element::Element;
use dafu::app::intake::sorting::Sorting;
use dafu::app::intake::{Origin, Reading};
use dafu::import::{import, read_as};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::fs;

/// One thing that a person may do.
#[derive(Clone, Debug)]
enum Correction {
    Write(Element, &'static str),
    Take(Element, usize, usize),
    LeaveOut(usize, usize),
    IntoBody(usize, usize),
    Refuse(Element),
    Turn(usize),
}

fn elements() -> impl Strategy<Value = Element> {
    select(Element::all().collect::<Vec<_>>())
}

fn corrections() -> impl Strategy<Value = Correction> {
    let text =
        select(vec!["", "临江市水务局", "王禾、李澄", "2026年6月12日", "12", "甲（乙、丙）、丁 88000000", "主动公开"]);
    let place = || (0_usize..2000, 0_usize..120);
    prop_oneof![
        (elements(), text).prop_map(|(element, text)| Correction::Write(element, text)),
        (elements(), place()).prop_map(|(element, (at, length))| Correction::Take(element, at, length)),
        place().prop_map(|(at, length)| Correction::LeaveOut(at, length)),
        place().prop_map(|(at, length)| Correction::IntoBody(at, length)),
        elements().prop_map(Correction::Refuse),
        (0_usize..60).prop_map(Correction::Turn),
    ]
}

/// The letters that import is tested with, and such as have noise in every place.
fn sources() -> impl Strategy<Value = String> {
    let letters: Vec<String> = fs::read_dir("tests/letters")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| dafu::import::decode(&fs::read(path).unwrap()).unwrap().0)
        .collect();
    let noise = select(vec!["", "\u{200B}", "\u{202E}", "\u{A0}", "\n— 3 —\n", "　", "x", "\u{C}", "𠅤", "\t", "A B"]);
    (select(letters), vec((0_usize..3000, noise), 0..12)).prop_map(|(mut text, noise)| {
        text = text.replace("\r\n", "\n").replace('\r', "\n");
        for (at, noise) in noise {
            let at = boundary(&text, at);
            text.insert_str(at, noise);
        }
        text
    })
}

fn boundary(text: &str, at: usize) -> usize {
    let mut at = at % (text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn correct(sorting: &mut Sorting, correction: &Correction) {
    let source = sorting.source().to_owned();
    let range = |at: usize, length: usize| {
        let start = boundary(&source, at);
        start..boundary(&source[start..], length.min(source.len() - start)) + start
    };
    match *correction {
        Correction::Write(element, text) => {
            let before = sorting.clone();
            if sorting.write(element, text).is_err() {
                assert_eq!(sorting, &before, "what is refused changes nothing");
            }
        }
        Correction::Take(element, at, length) => {
            let range = range(at, length);
            let read = read_as(&source[range.clone()], element.field());
            sorting.take(element, &range, &read);
        }
        Correction::LeaveOut(at, length) => {
            sorting.leave_out(&[range(at, length)]);
        }
        Correction::IntoBody(at, length) => {
            sorting.put_into_body(&[range(at, length)]);
        }
        Correction::Refuse(element) => {
            sorting.refuse(element);
        }
        Correction::Turn(index) => {
            let at = sorting.body().meetings.get(index).map_or(0, |meeting| meeting.at);
            sorting.turn_joint(at);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_character_keeps_a_fate(source in sources(), corrections in vec(corrections(), 0..12)) {
        let Ok(read) = import(&source) else { return Ok(()) };
        let reading = Reading {
            origin: Origin::Pasted, format: String::new(), text: source, draft: read.draft, report: read.report,
        };
        let mut sorting = Sorting::new(&reading);
        prop_assert_eq!(sorting.faults(), Vec::<std::ops::Range<usize>>::new(), "as it was read");
        for correction in &corrections {
            correct(&mut sorting, correction);
            let faults = sorting.faults();
            let words: Vec<&str> = faults.iter().map(|range| &sorting.source()[range.clone()]).collect();
            prop_assert!(faults.is_empty(), "{correction:?} leaves {words:?}");
        }
    }
}
