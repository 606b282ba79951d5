//! All of them, and not as many as there are: 全区共有行政村96个。98个村全部实行代理记账.

use crate::letter::figures::quantity::{Quantity, subject};
use crate::text::characters;

/// Words that say that it is all of them.
const ALL: [&str; 3] = ["全部", "均已", "都已"];

/// Of the figures of `body` each that all of its kind are said to be, and the other number that the letter gives for them.
pub(super) fn find<'a>(body: &str, quantities: &'a [Quantity]) -> Vec<(&'a Quantity, &'a Quantity)> {
    let mut found = Vec::new();
    if !ALL.iter().any(|word| body.contains(word)) {
        return found;
    }
    for quantity in quantities.iter().filter(|it| !it.is_loose && it.error == 0.0) {
        let Some(noun) = noun_of_all(body, quantity) else { continue };
        // Of its own only: 试点的12个村全部 are those.
        let begins = body[..quantity.range.start].chars().next_back().is_none_or(|it| !characters::is_han(it));
        if !begins {
            continue;
        }
        let mut others = quantities.iter().filter(|it| {
            it.range != quantity.range && it.unit == quantity.unit && !it.is_loose && is_of(body, it, noun)
        });
        let Some(first) = others.next() else { continue };
        if first.value != quantity.value && others.all(|it| it.value == first.value) {
            found.push((quantity, first));
        }
    }
    found
}

/// The noun between a figure and 全部: 小规模学校.
fn noun_of_all<'a>(body: &'a str, quantity: &Quantity) -> Option<&'a str> {
    let after = &body[quantity.range.end..];
    let end = ALL.iter().filter_map(|word| after.find(word)).min()?;
    let noun = &after[..end];
    let is_noun = (1..=8).contains(&noun.chars().count()) && noun.chars().all(characters::is_han);
    is_noun.then_some(noun)
}

/// Whether a figure counts things of this name: 小规模学校18所, 96个村; 行政村96个 are 村 too.
fn is_of(body: &str, quantity: &Quantity, noun: &str) -> bool {
    let after = &body[quantity.range.end..];
    let ends =
        after.strip_prefix(noun).is_some_and(|rest| !rest.starts_with(|it: char| characters::is_han(it) && it != '全'));
    ends || subject(body, quantity.range.start).trim_end_matches("共有").ends_with(noun)
}
