//! Which items a word on the command line stands for.

use super::Trouble;
use crate::review::{Item, Part};

/// The items that `word` stands for: one by its name or its title, or all of a group.
///
/// # Errors
/// [`Trouble::Request`] when there is none.
pub fn select<'a>(items: &'a [Item], word: &str) -> Result<Vec<&'a Item>, Trouble> {
    let word = word.trim();
    let one: Vec<&Item> = items.iter().filter(|item| item.selector == word || item.title == word).collect();
    if !one.is_empty() {
        return Ok(one);
    }
    let group: Vec<&Item> = items
        .iter()
        .filter(|item| match word {
            "elements" => item.part == Part::Elements,
            "body" => item.part == Part::Body,
            "person" => item.part == Part::Person,
            "paragraphs" | "paragraph" => item.key == "paragraph",
            "figures" | "figure" => item.key == "figure",
            "request" => item.key == "request",
            // The figures of one paragraph: figures-4.
            _ if word.starts_with("figures-") => item
                .selector
                .rsplit_once('.')
                .is_some_and(|(paragraph, _)| paragraph.strip_prefix("figure-") == word.strip_prefix("figures-")),
            _ => item.part.title() == word,
        })
        .collect();
    if group.is_empty() {
        let known: Vec<&str> = items.iter().map(|item| item.selector.as_str()).take(6).collect();
        return Err(Trouble::Request(format!(
            "没有“{word}”这一项。项名见 dafu review status，如 {}",
            known.join("、")
        )));
    }
    Ok(group)
}
