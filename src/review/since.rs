//! What an item was before: its forerunner in an earlier version of the letter.

use super::item::{Item, items};
use super::redline::{Span, redline, spans};
use crate::letter::Draft;

/// What `item` of `now` was in `then`. A paragraph and its figures are followed to where they stood, a request by its
/// words; everything else a letter has once. `None` for what is new.
pub fn forerunner(item: &Item, now: &Draft, then: &Draft) -> Option<Item> {
    let earlier = items(then);
    let find =
        |selector: &str| earlier.iter().find(|known| known.key == item.key && known.selector == selector).cloned();
    match item.key {
        "paragraph" => {
            let old = paragraph_then(item.selector.strip_prefix('p')?.parse().ok()?, now, then)?;
            find(&format!("p{old}"))
        }
        "figure" => {
            let (number, _) = item.selector.strip_prefix("figure-")?.split_once('.')?;
            let old = paragraph_then(number.parse().ok()?, now, then)?;
            figure_then(item, &figures_of(items(now), number), figures_of(earlier, &old.to_string()))
        }
        "request" => {
            let words = item.evidence.first().map(|evidence| evidence.text.as_str());
            let same =
                |known: &&Item| known.key == item.key && known.evidence.first().map(|it| it.text.as_str()) == words;
            earlier.iter().find(same).cloned().or_else(|| find(&item.selector))
        }
        _ => find(&item.selector),
    }
}

/// Where the paragraph `number` of `now` stood in `then`; both are counted from 1.
fn paragraph_then(number: usize, now: &Draft, then: &Draft) -> Option<usize> {
    let blocks = redline(&then.letter.body, &now.letter.body);
    Some(blocks.iter().find(|block| block.new == Some(number - 1))?.old? + 1)
}

fn figures_of(items: Vec<Item>, paragraph: &str) -> Vec<Item> {
    let prefix = format!("figure-{paragraph}.");
    items.into_iter().filter(|item| item.selector.starts_with(&prefix)).collect()
}

/// The figure that became `item`, of the figures of the same paragraph then: itself where it stood there, else the one in
/// its place among those that did not stay.
fn figure_then(item: &Item, now: &[Item], then: Vec<Item>) -> Option<Item> {
    if let Some(same) = then.iter().find(|known| known.vouched == item.vouched) {
        return Some(same.clone());
    }
    let stayed = |known: &Item, others: &[Item]| others.iter().any(|other| other.vouched == known.vouched);
    let place = now.iter().filter(|known| !stayed(known, &then)).position(|known| known.selector == item.selector)?;
    let mut gone = then.iter().filter(|known| !stayed(known, now));
    gone.nth(place).cloned()
}

/// The redline between an item and its forerunner, in the words a reviewer reads; empty when they are the same.
pub fn changes(before: &Item, now: &Item) -> Vec<Span> {
    if before.content == now.content {
        return Vec::new();
    }
    spans(&shown(before), &shown(now))
}

fn shown(item: &Item) -> String {
    item.evidence.iter().map(|evidence| evidence.text.as_str()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::format;
    use crate::review::redline::Change;

    #[test]
    fn a_paragraph_is_followed_past_what_was_put_before_it() {
        let then = format::read(include_str!("../../drafts/2026042.toml")).unwrap().draft;
        let mut now = then.clone();
        now.letter.body = now.letter.body.replace("配车6辆", "配车8辆").replacen("一、关于", "另有一段。\n一、关于", 1);
        let find = |selector: &str| items(&now).into_iter().find(|item| item.selector == selector).unwrap();
        let figures = find("figure-5.3");
        let before = forerunner(&figures, &now, &then).unwrap();
        assert_eq!(before.selector, "figure-4.3");
        let changed: Vec<String> = changes(&before, &figures)
            .into_iter()
            .filter(|span| span.change != Change::Kept)
            .map(|span| span.text)
            .collect();
        assert_eq!(changed, ["6", "8"]);
        assert_eq!(forerunner(&find("p3"), &now, &then), None, "this one is new");
        let number = find("number");
        assert!(changes(&forerunner(&number, &now, &then).unwrap(), &number).is_empty());
    }
}
