//! An organ of the letter that is called another way once: its words in another order, another rank of place before them.

use crate::check::authoring::*;
use std::ops::Range;

/// Functions of organs that are named for one another, where a place has only one of the two.
const PAIRS: [(&str, &str); 3] = [("水利", "水务"), ("文化和旅游", "文化广电和旅游"), ("城市管理", "城市综合管理")];

/// An organ as the body names it: 市｜自然资源和规划｜局.
struct Organ<'a> {
    range: Range<usize>,
    rank: char,
    function: &'a str,
    end: char,
}

/// Looks at every organ the body names.
pub fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let body = context.body();
    let organs = organs(body);
    let (letter, matter) = (&context.draft.letter, &context.draft.matter);
    let known: Vec<&String> =
        [&letter.issuer].into_iter().chain(&letter.cc).chain(&matter.co_handlers).filter(|it| !it.is_empty()).collect();
    let times = |name: &str| body.matches(name).count() + known.iter().filter(|other| other.ends_with(name)).count();
    for (index, organ) in organs.iter().enumerate() {
        let name = &body[organ.range.clone()];
        if organs[..index].iter().any(|earlier| body[earlier.range.clone()] == *name) {
            continue;
        }
        let usual = organs
            .iter()
            .map(|other| &body[other.range.clone()])
            .chain(known.iter().map(|other| without_place(other)))
            .find(|other| {
                is_otherwise(organ, name, other)
                    && (times(other) > times(name) || known.iter().any(|it| it.ends_with(other)))
            });
        if let Some(usual) = usual {
            found.at(Field::Body, organ.range.clone(), format!("别处写作“{usual}”"));
        }
    }
    other_rank(context, body, &organs, found);
}

/// Whether `other` names the organ with its words in another order, or by another name of its function.
fn is_otherwise(organ: &Organ<'_>, name: &str, other: &str) -> bool {
    if name == other || !other.starts_with(organ.rank) || !other.ends_with(organ.end) {
        return false;
    }
    let function = &other[organ.rank.len_utf8()..other.len() - organ.end.len_utf8()];
    let sorted = |text: &str| {
        let mut all: Vec<char> = text.chars().collect();
        all.sort_unstable();
        all
    };
    let is_reordered = function.chars().count() >= 6 && sorted(function) == sorted(organ.function);
    is_reordered
        || PAIRS.iter().any(|(one, two)| {
            (organ.function == *one && function == *two) || (organ.function == *two && function == *one)
        })
}

/// 县市场监督管理局 in a city's letter that speaks of no county.
fn other_rank(context: &Context<'_>, body: &str, organs: &[Organ<'_>], found: &mut Found<'_>) {
    let issuer = without_place(&context.draft.letter.issuer);
    if !issuer.starts_with('市') {
        return;
    }
    for organ in organs.iter().filter(|organ| organ.rank == '县') {
        let name = &body[organ.range.clone()];
        let own = format!("市{}{}", organ.function, organ.end);
        let known = context.draft.letter.cc.iter().chain(&context.draft.matter.co_handlers);
        let is_known = known.clone().any(|other| other.ends_with(&own)) || body.matches(&own).count() >= 2;
        // Nothing else of the letter is of a county.
        let is_alone = body.matches('县').count() == body.matches(name).count();
        if is_known && is_alone && body.matches(name).count() == 1 {
            found.at(Field::Body, organ.range.clone(), format!("别处写作“{own}”，发文机关是市的"));
        }
    }
}

/// The organs of government a text names with the rank of their place before them.
fn organs(body: &str) -> Vec<Organ<'_>> {
    let mut found = Vec::new();
    for (at, end) in body.match_indices(['局', '厅']) {
        let run: Vec<(usize, char)> =
            body[..at].char_indices().rev().take(16).take_while(|(_, it)| characters::is_han(*it)).collect();
        // The rank farthest to the left before which no name goes on: 市场监督管理局 has one of its own.
        let rank = run.iter().enumerate().find(|(index, (place, it))| {
            matches!(it, '省' | '市' | '县')
                && *index >= 2
                && !body[*place + it.len_utf8()..].starts_with(['场', '容', '政', '城', '级', '区'])
        });
        if let Some((_, &(place, rank))) = rank {
            let function = &body[place + rank.len_utf8()..at];
            let end = end.chars().next().unwrap_or('局');
            found.push(Organ { range: place..at + end.len_utf8(), rank, function, end });
        }
    }
    found
}

/// A name from the rank of its place on: 市公安局 of 临江市公安局.
fn without_place(name: &str) -> &str {
    name.char_indices().take(6).find(|(_, it)| matches!(it, '省' | '市' | '县')).map_or(name, |(at, _)| &name[at..])
}
