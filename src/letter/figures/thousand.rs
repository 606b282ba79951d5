//! How many there are for every thousand people: 每千名老年人拥有床位30.2张.

use super::near::{digits, tail};
use super::quantity::{Quantity, subject};
use super::{Kind, Reading, Verdict, Working, fits};
use crate::text::characters;

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for (word, heads) in [("每千", 1e3), ("每万", 1e4), ("每十万", 1e5)] {
        for (at, word) in reading.matches(word) {
            found.extend(for_each(reading, at + word.len(), heads));
        }
    }
}

/// The figure for so many heads: of the people and the things that bear its names. Only a point moved is told, for one of several
/// counts may be meant.
fn for_each(reading: &Reading<'_>, at: usize, heads: f64) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(at);
    let said = reading.within(&(at..segment.end)).next().filter(|it| !it.is_loose && !it.is_percentage())?;
    let words = text[at..said.range.start].trim_start_matches(['名', '个']);
    let (people, thing) = ["拥有", "有", "配备", "占有"].iter().find_map(|verb| words.split_once(verb))?;
    let thing = thing.trim_matches(['了', '约', '达', '为']);
    if people.chars().count() < 2 || thing.chars().count() < 2 || digits(reading, said) < 2 {
        return None;
    }
    let bears = |it: &Quantity, name: &str| {
        let own = subject(text, it.range.start);
        own.ends_with(tail(name, 4)) || own.ends_with(tail(name, 2)) && tail(name, 2).chars().all(characters::is_han)
    };
    let of = |name: &str, unit: &str| {
        let all = reading.everywhere().iter();
        let is_of = |it: &&Quantity| it.unit == unit && !it.is_loose && it.range != said.range && bears(it, name);
        all.filter(is_of).collect::<Vec<&Quantity>>()
    };
    let (things, people) = (of(thing, said.unit), of(people, "人"));
    let value = |thing: &Quantity, people: &Quantity| thing.value / people.value * heads;
    let error = |thing: &Quantity, people: &Quantity| {
        value(thing, people) * (thing.error / thing.value.max(1e-9) + people.error / people.value.max(1e-9))
    };
    let pairs = || things.iter().flat_map(|thing| people.iter().map(move |people| (*thing, *people)));
    let given = |times: f64| {
        pairs().find(|(thing, people)| {
            let own = Quantity { value: said.value * times, error: said.error.max(0.05) * times, ..said.clone() };
            fits(value(thing, people), error(thing, people), &own)
        })
    };
    let (verdict, (thing, people)) = match given(1.0) {
        Some(pair) => (Verdict::Confirmed, pair),
        None => (Verdict::Doubtful, given(0.1).or_else(|| given(10.0))?),
    };
    let shown = format!("{} ÷ {} × {heads}", thing.shown(text), people.shown(text));
    let result = format!("{:.1}{}", value(thing, people), &text[said.number.end..said.range.end]);
    Some(Working::of(Kind::Average, verdict, said, shown, result))
}
