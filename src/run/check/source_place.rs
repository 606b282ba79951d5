//! Where a place of an imported letter stood in the text it was read from.

use super::hidden::{self, is_shown};
use crate::check;
use crate::import;
use crate::letter::{Draft, Field};
use crate::run::import::Letter;
use crate::text::characters;
use crate::text::position::{LineColumn, line_column};
use std::cell::OnceCell;
use std::ops::Range;

/// The text a letter was read from, with what of it went where.
#[derive(Debug)]
pub struct Source {
    text: String,
    report: import::Report,
    /// Of the body, which most is asked of.
    body: OnceCell<Shown>,
}

/// Where the characters of a field that show stand.
#[derive(Debug)]
struct Shown {
    /// In bytes of the text.
    in_source: Vec<usize>,
    /// In bytes of the field.
    in_field: Vec<usize>,
}

impl Source {
    /// The source of a letter, and its draft with what is hidden in the source.
    pub fn of(letter: Letter) -> (Draft, Self) {
        let Letter { mut draft, text, report, .. } = letter;
        hidden::put_back(&mut draft, &text, &report);
        (draft, Self { text, report, body: OnceCell::new() })
    }

    /// The words beside the letter that class it as secret, as 秘密★1年: a draft has no field for them.
    pub fn classification(&self) -> Option<&str> {
        let beside = self.report.left_out.iter().filter(|left| left.reason == import::Reason::RedHead);
        beside.filter_map(|left| self.text.get(left.range.clone())).find(|words| check::is_classification(words))
    }

    /// Whether it keeps a place for the category that nobody filled in.
    pub fn has_blank_category(&self) -> bool {
        self.report.left_out.iter().any(|left| left.reason == import::Reason::Blank)
    }

    /// The text it was read from.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where byte `offset` of `field` stood, for a person; `None` for what came from nowhere.
    pub fn place(&self, draft: &Draft, field: Field, offset: usize) -> Option<LineColumn> {
        Some(line_column(&self.text, self.offset(draft, field, offset)?))
    }

    /// Where `range` of `field` stood, in bytes of the text.
    pub fn range(&self, draft: &Draft, field: Field, range: Range<usize>) -> Option<Range<usize>> {
        let start = self.offset(draft, field, range.start)?;
        let text = draft.text(field);
        let words = text.get(range.clone())?;
        // Up to behind the last character that shows; what comes after it may stand in another line.
        let end = match words.char_indices().rfind(|(_, it)| is_shown(*it)) {
            Some((last, shown)) => self.offset(draft, field, range.start + last)? + shown.len_utf8(),
            None if range.is_empty() => start,
            // Blanks only: from the character before them to the one after.
            None => return self.blanks(&text, draft, field, range),
        };
        (start <= end).then_some(start..end)
    }

    fn blanks(&self, text: &str, draft: &Draft, field: Field, range: Range<usize>) -> Option<Range<usize>> {
        let before = text[..range.start].chars().rfind(|it| is_shown(*it))?;
        let start = self.offset(draft, field, range.start - before.len_utf8())? + before.len_utf8();
        let end = self.offset(draft, field, range.end)?;
        (start <= end).then_some(start..end)
    }

    /// Where byte `offset` of `field` stood, in bytes of the text.
    ///
    /// Nothing but blanks and what nobody sees is lost or added on the way into a field, so that counting the characters
    /// that show finds the place.
    fn offset(&self, draft: &Draft, field: Field, offset: usize) -> Option<usize> {
        let body = (field == Field::Body).then(|| self.body.get_or_init(|| self.shown(draft, field)));
        let others = body.is_none().then(|| self.shown(draft, field));
        let shown = body.or(others.as_ref())?;
        let before = shown.in_field.partition_point(|at| *at < offset);
        if let Some(at) = shown.in_source.get(before) {
            return Some(*at);
        }
        // What is missing at the end of a field is told behind its last character.
        let last = self.parts(field).last()?;
        let words = self.text.get(last.range.clone())?.trim_end_matches(characters::is_blank);
        Some(last.range.start + words.len())
    }

    /// The stretches of the text that `field` was read from, in order.
    fn parts(&self, field: Field) -> impl Iterator<Item = &import::Placed> {
        let of_field = move |placed: &&import::Placed| placed.field == field;
        self.report.placed.iter().filter(of_field).chain(self.report.derived.iter().filter(of_field))
    }

    fn shown(&self, draft: &Draft, field: Field) -> Shown {
        fn places(words: &str) -> impl Iterator<Item = usize> + '_ {
            words.char_indices().filter(|(_, it)| is_shown(*it)).map(|(at, _)| at)
        }
        let stretches =
            self.parts(field).filter_map(|part| Some((part.range.start, self.text.get(part.range.clone())?)));
        let in_source = stretches.flat_map(|(start, words)| places(words).map(move |at| start + at)).collect();
        Shown { in_source, in_field: places(&draft.text(field)).collect() }
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
        let (draft, source) = Source::of(letter);
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
        for (field, words) in [(Field::Number, "[2026]"), (Field::Body, "现答复"), (Field::Body, "3条.")] {
            let at = draft.text(field).find(words).unwrap();
            let range = source.range(&draft, field, at..at + words.len()).unwrap();
            assert_eq!(&LETTER[range], words);
        }
    }
}
