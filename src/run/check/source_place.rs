//! Where a place of an imported letter stood in the text it was read from.

use crate::import;
use crate::letter::{Draft, Field};
use crate::run::import::Letter;
use crate::text::characters;
use crate::text::position::{LineColumn, line_column};

/// The text a letter was read from, with what of it went where.
#[derive(Debug)]
pub struct Source {
    text: String,
    report: import::Report,
}

impl Source {
    /// The source of a letter, where its lines mean something to a person: plain text. Also gives the draft.
    pub fn of(letter: Letter, is_plain_text: bool) -> (Draft, Option<Self>) {
        let Letter { draft, text, report, .. } = letter;
        (draft, is_plain_text.then_some(Self { text, report }))
    }

    /// Where byte `offset` of `field` stood; `None` for what came from nowhere.
    ///
    /// Nothing but blanks is lost or added on the way into a field, so that counting the other characters finds the place.
    pub fn place(&self, draft: &Draft, field: Field, offset: usize) -> Option<LineColumn> {
        let text = draft.text(field);
        let before = characters::ink(text.get(..offset)?).count();
        let own = |placed: &&import::Placed| placed.field == field;
        let parts = || self.report.placed.iter().filter(own).chain(self.report.derived.iter().filter(own));
        let mut passed = 0;
        for part in parts() {
            let words = self.text.get(part.range.clone())?;
            let count = characters::ink(words).count();
            if before < passed + count {
                let at = words.char_indices().filter(|(_, it)| !characters::is_blank(*it)).nth(before - passed)?.0;
                return Some(line_column(&self.text, part.range.start + at));
            }
            passed += count;
        }
        // What is missing at the end of a field is told at its last character.
        let last = parts().last()?;
        let words = self.text.get(last.range.clone())?.trim_end_matches(characters::is_blank);
        Some(line_column(&self.text, last.range.start + words.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = "临江市交通运输局文件\n\n临交函[2026]18号\n\n临江市交通运输局关于市十七届人大一次会议\n第2026042号代表建议答复的函\n\n王某代表：\n　　您提出的《关于完善接驳的建议》（第2026042号）收悉，现答复\n如下：\n　　一、增开线路\n\n　　今年增开线路3条.\n　　专此答复，感谢支持。\n\n临江市交通运输局\n2026年6月12日\n";

    #[test]
    fn places_are_those_of_the_file() {
        let imported = import::import(LETTER).unwrap();
        let letter =
            Letter { draft: imported.draft, text: LETTER.to_owned(), format: String::new(), report: imported.report };
        let (draft, source) = Source::of(letter, true);
        let source = source.unwrap();
        let body = &draft.letter.body;
        let at = |field, words: &str| {
            let place = source.place(&draft, field, draft.text(field).find(words).unwrap()).unwrap();
            (place.line, place.column)
        };
        assert_eq!(at(Field::Number, "[2026]"), (3, 4));
        assert_eq!(at(Field::Title, "代表建议"), (6, 10));
        assert_eq!(at(Field::Body, "如下"), (10, 1));
        assert_eq!(at(Field::Body, "3条"), (13, 9));
        assert_eq!(source.place(&draft, Field::Body, body.len()).unwrap().line, 14);
        assert_eq!(source.place(&draft, Field::Disclosure, 0), None);
    }
}
