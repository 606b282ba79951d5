//! The SARIF log of a check, written as the files come.

use super::worker::Checked;
use crate::check::sarif;
use crate::letter::Field;
use crate::letter::format::Places;
use std::ops::Range;
use std::path::Path;

/// A log that is being written.
#[derive(Default)]
pub struct Log {
    begun: bool,
    has_results: bool,
    failures: Vec<String>,
}

impl Log {
    /// What is to be written for one file.
    pub fn file(&mut self, path: &Path, checked: &Checked) -> String {
        let Checked { draft, report, text, source, .. } = checked;
        let path = path.to_string_lossy();
        let places = Places::of(text);
        let place = |field: Field, range: Range<usize>| match source {
            Some(source) => source.range(draft, field, range),
            None => places.place(field, &draft.text(field), range),
        };
        let text = source.as_ref().map_or(text.as_str(), |source| source.text());
        let file = sarif::Checked { path: &path, draft, report, text, place: &place };
        let mut page = self.beginning();
        for result in sarif::results(&file) {
            page.push_str(if std::mem::replace(&mut self.has_results, true) { ",\n" } else { "\n" });
            page.push_str(&result);
        }
        page
    }

    /// Notes that a file could not be checked.
    pub fn failed(&mut self, why: String) {
        self.failures.push(why);
    }

    /// The end of the log, without the line end.
    pub fn end(&mut self) -> String {
        format!("{}{}", self.beginning(), sarif::after(&self.failures))
    }

    /// What stands before the results, once.
    fn beginning(&mut self) -> String {
        if std::mem::replace(&mut self.begun, true) { String::new() } else { sarif::before(env!("CARGO_PKG_VERSION")) }
    }
}
