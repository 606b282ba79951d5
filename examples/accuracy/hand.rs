//! Faults planted by hand, one a line, read from a table: letter, class, field, what stood there, what stands there now,
//! divided by `|`.
//!
//! `‹` and `›` in the last column show the place. `paragraph` as the field puts a paragraph before the last one; an empty
//! fourth column sets the field as a whole.

use crate::faults::{self, Planted};
use dafu::letter::{Draft, Field};

/// One line of the table.
pub struct Fault {
    /// The letter, by the number its name begins with.
    pub letter: String,
    /// The class of the fault.
    pub class: String,
    field: String,
    old: String,
    new: String,
}

/// Reads the table; empty lines and those that begin with `#` are for the reader.
///
/// # Panics
/// When a line has not five columns: the table is ours.
pub fn read(text: &str) -> Vec<Fault> {
    text.lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|line| {
            let columns: Vec<String> = line.split('|').map(unescaped).collect();
            let [letter, class, field, old, new] =
                columns.try_into().unwrap_or_else(|columns| panic!("five columns are wanted: {columns:?}"));
            Fault { letter, class, field, old, new }
        })
        .collect()
}

/// Line ends, tabs and the characters that nobody sees are written as escapes.
fn unescaped(column: &str) -> String {
    [("\\n", "\n"), ("\\t", "\t"), ("\\u{200B}", "\u{200B}"), ("\\u{202E}", "\u{202E}")]
        .into_iter()
        .fold(column.to_owned(), |text, (written, meant)| text.replace(written, meant))
}

impl Fault {
    /// The letter with the fault in it; none where the letter does not have what the line replaces: then the table is out
    /// of date.
    pub fn plant(&self, draft: &Draft) -> Option<Planted> {
        let (text, place) = dafu::check::example::unmark(&self.new);
        let place = place.unwrap_or(0..text.len());
        if self.field == "paragraph" {
            return faults::paragraph_at(draft, &text, place);
        }
        let field: Field = self.field.parse().ok()?;
        let before = draft.text(field).into_owned();
        let at = before.find(&self.old)?;
        let mut after = before;
        let end = if self.old.is_empty() { after.len() } else { at + self.old.len() };
        after.replace_range(at..end, &text);
        faults::whole(draft, field, &after, at + place.start..at + place.end)
    }

    /// How the fault reads, for the list of those that were missed.
    pub fn shown(&self) -> String {
        format!("{} {}（{}）：{}", self.letter, self.class, self.field, self.new.replace('\n', " ⏎ "))
    }
}
