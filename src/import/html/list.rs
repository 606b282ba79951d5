//! Numbered lists of a page: browsers write the numbers.

use super::super::numbering;
use super::tag;
use crate::letter::outline::Marker;

/// The lists that are open.
#[derive(Default)]
pub(super) struct Lists {
    /// Each with the name of its format and its last number; bulleted lists have none.
    open: Vec<Option<(&'static str, u32)>>,
    /// The number of an item that has no text yet.
    waiting: Option<String>,
}

impl Lists {
    /// Takes note of `ol`, `ul` and `li`.
    pub fn tag(&mut self, name: &str, is_end: bool, tag: &str) {
        let number = |name: &str| tag::attribute(tag, name).and_then(|value| value.trim().parse::<u32>().ok());
        match (name, is_end) {
            ("ol", false) => {
                let style = tag::attribute(tag, "style").unwrap_or_default();
                let is_plain = style.contains("list-style") && style.contains("none");
                let format = match tag::attribute(tag, "type") {
                    Some("a") => "lowerLetter",
                    Some("A") => "upperLetter",
                    Some("i") => "lowerRoman",
                    Some("I") => "upperRoman",
                    _ => "decimal",
                };
                self.open.push((!is_plain).then(|| (format, number("start").unwrap_or(1).saturating_sub(1))));
            }
            ("ul", false) => self.open.push(None),
            ("ol" | "ul", true) => {
                self.open.pop();
            }
            ("li", false) => {
                self.waiting = self.open.last_mut().and_then(Option::as_mut).map(|(format, count)| {
                    *count = number("value").unwrap_or_else(|| count.saturating_add(1));
                    format!("{}.", numbering::number(format, *count))
                });
            }
            _ => self.waiting = None,
        }
    }

    /// The number to write before the first text of an item. One that the text itself has is not written twice.
    pub fn number_before(&mut self, text: &str) -> String {
        self.waiting.take().filter(|_| Marker::at_start(text).is_none()).unwrap_or_default()
    }
}
