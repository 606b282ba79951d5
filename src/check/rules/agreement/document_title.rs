//! Titles of documents in 《》 that differ by a character, or by a word inside: 《道路交通条例》 beside 《道路交通管理条例》.

use super::quoted_name::is_telling;
use crate::check::authoring::*;
use crate::text::vocabulary::alike;
use crate::text::{brackets, sentence};
use std::ops::Range;

/// The shortest title that is compared, in characters.
const SHORTEST: usize = 8;

/// Compares every title of the body with those before it.
pub fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let body = context.body();
    let mut all: Vec<Range<usize>> = Vec::new();
    for paragraph in context.paragraphs() {
        let inner = paragraph.titles().iter().map(|title| brackets::inside(paragraph.text, title));
        all.extend(inner.map(|it| it.start + paragraph.offset..it.end + paragraph.offset));
    }
    let own = context.draft.matter.title.as_str();
    for (index, late) in all.iter().enumerate() {
        let name = &body[late.clone()];
        // The suggestion's own title is another rule's.
        let is_own = own == name || is_otherwise(own, name).is_some();
        if name.chars().count() < SHORTEST || is_own || body.matches(name).count() > 1 {
            continue;
        }
        let told = all.iter().enumerate().find_map(|(other, early)| {
            let other_name = &body[early.clone()];
            // Most titles are nothing like it: the letter is searched for the few that are.
            let severity = is_otherwise(other_name, name)?;
            let is_usual = other < index || body.matches(other_name).count() > 1;
            is_usual.then_some((early, severity))
        });
        if let Some((early, severity)) = told
            && !body[sentence::sentence_at(body, late.start)].contains(&body[early.clone()])
        {
            let message = format!("另一处写作《{}》，请核对", &body[early.clone()]);
            found.at(Field::Body, late.clone(), message).weigh(severity);
        }
    }
}

/// How sure it is that two titles are meant for one; `None` where they are two.
fn is_otherwise(one: &str, other: &str) -> Option<Severity> {
    if one == other {
        return None;
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let head = one.iter().zip(&other).take_while(|(left, right)| left == right).count();
    let tail = one.iter().rev().zip(other.iter().rev()).take_while(|(left, right)| left == right).count();
    let (short, long) = (one.len().min(other.len()), one.len().max(other.len()));
    if short < SHORTEST {
        return None;
    }
    let are_han = |text: &[char]| text.iter().all(|it| characters::is_han(*it) && !is_telling(*it));
    if long == short {
        let (from, to) = (head, one.len().checked_sub(tail)?);
        if from >= to || !are_han(&one[from..to]) || !are_han(&other[from..to]) {
            return None;
        }
        return match (&one[from..to], &other[from..to]) {
            ([left], [right]) if alike::characters_are_alike(*left, *right) => Some(Severity::Warning),
            ([_], [_]) if short >= 12 => Some(Severity::Advice),
            ([a, b], [x, y]) if a == y && b == x => Some(Severity::Warning),
            _ => None,
        };
    }
    // One word more inside: the head, and more than the kind of document, are the same.
    let longer = if one.len() == long { &one } else { &other };
    let more = long - short;
    let is_inside = head >= 4 && tail >= 2 && head + tail >= short && more <= 2;
    let from = head.min(short.saturating_sub(tail).max(head));
    (is_inside && are_han(&longer[from..from + more])).then_some(Severity::Advice)
}
