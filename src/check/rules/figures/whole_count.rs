//! All of them, and not as many as there are: 全区共有行政村96个。98个村全部实行代理记账.

use crate::check::{Context, Passage};
use crate::letter::figures::quantity::{Quantity, subject};
use crate::text::characters;

/// Words that say that it is all of them.
const ALL: [&str; 3] = ["全部", "均已", "都已"];

/// Of the figures of `paragraph` each that all of its kind are said to be, and the other number that the letter gives for them.
pub(super) fn find<'a>(context: &'a Context<'_>, paragraph: &Passage<'_>) -> Vec<(&'a Quantity, &'a Quantity)> {
    let mut found = Vec::new();
    if !paragraph.has_any("全均都") || !ALL.iter().any(|word| paragraph.text.contains(word)) {
        return found;
    }
    let (body, quantities) = (context.body(), context.quantities());
    let end = paragraph.offset + paragraph.text.len();
    let own = quantities.iter().filter(|it| paragraph.offset <= it.range.start && it.range.end <= end);
    for quantity in own.filter(|it| !it.is_loose && it.error == 0.0) {
        let Some(noun) = noun_of_all(&body[..end], quantity) else { continue };
        // Of its own only: 试点的12个村全部 are those.
        let begins = body[..quantity.range.start].chars().next_back().is_none_or(|it| !characters::is_han(it));
        if !begins {
            continue;
        }
        let is_other = |it: &&Quantity| it.range != quantity.range && it.unit == quantity.unit && !it.is_loose;
        // 今年改造102个，102个小区已全部开工: it is named elsewhere.
        if quantities.iter().filter(is_other).any(|it| it.value == quantity.value) {
            continue;
        }
        let mut others = quantities.iter().filter(is_other).filter(|it| is_of(body, it, noun));
        let Some(first) = others.next() else { continue };
        if others.all(|it| it.value == first.value) {
            found.push((quantity, first));
        }
    }
    found
}

/// The noun between a figure and 全部: 小规模学校.
fn noun_of_all<'a>(text: &'a str, quantity: &Quantity) -> Option<&'a str> {
    const LONGEST: usize = 8;
    let after = &text[quantity.range.end..];
    let near = after.char_indices().nth(LONGEST + 3).map_or(after, |(end, _)| &after[..end]);
    let end = ALL.iter().filter_map(|word| near.find(word)).min()?;
    let noun = near[..end].trim_end_matches(['已', '均', '要', '将']);
    let is_noun = (1..=LONGEST).contains(&noun.chars().count()) && noun.chars().all(characters::is_han);
    is_noun.then_some(noun)
}

/// Whether a figure counts things of this name: 小规模学校18所, 96个村; 行政村96个 are 村 too.
fn is_of(body: &str, quantity: &Quantity, noun: &str) -> bool {
    let after = &body[quantity.range.end..];
    let ends =
        after.strip_prefix(noun).is_some_and(|rest| !rest.starts_with(|it: char| characters::is_han(it) && it != '全'));
    ends || subject(body, quantity.range.start).trim_end_matches(['共', '有']).ends_with(noun)
}
