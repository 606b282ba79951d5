//! Examples of rules: small changes to a sound letter, shown to users and run as tests.

use super::finding::Finding;
use crate::letter::{Draft, Field, format};
use jiff::civil::{Date, date};
use std::ops::Range;

/// The date that examples are checked on.
pub const TODAY: Date = date(2026, 6, 30);

/// A sound letter with some of its fields set otherwise.
///
/// In a text, `‹` and `›` mark what the rule must find. The field name `paragraph` stands for a paragraph put before the
/// closing; every other name is a field's own.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// Which sound letter is changed.
    pub base: Base,
    /// The fields that are set, by name.
    pub set: &'static [(&'static str, &'static str)],
    /// Whether the rule must find something.
    pub is_wrong: bool,
    /// What the last field set reads after the fix.
    pub mended: Option<&'static str>,
}

/// The sound letter an example starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// An answer to a suggestion.
    Suggestion,
    /// An answer to a proposal.
    Proposal,
}

/// A letter the rule must mark.
pub const fn wrong(set: &'static [(&'static str, &'static str)]) -> Example {
    Example { base: Base::Suggestion, set, is_wrong: true, mended: None }
}

/// A letter the rule must leave alone, most useful where a careless check would not.
pub const fn right(set: &'static [(&'static str, &'static str)]) -> Example {
    Example { base: Base::Suggestion, set, is_wrong: false, mended: None }
}

impl Example {
    /// The same example on an answer to a proposal.
    pub const fn on_proposal(mut self) -> Self {
        self.base = Base::Proposal;
        self
    }

    /// What the last field set must read once the rule's fix is applied.
    pub const fn mended(mut self, text: &'static str) -> Self {
        self.mended = Some(text);
        self
    }

    /// The example as a draft, and the place its marks show, in bytes of the field's text.
    ///
    /// # Panics
    /// When the example names a field that is none or gives it a text it does not take: examples are constants, and a
    /// test makes every one of them.
    pub fn draft(&self) -> (Draft, Option<(Field, Range<usize>)>) {
        let mut draft = match self.base {
            Base::Suggestion => suggestion(),
            Base::Proposal => proposal(),
        };
        let mut place = None;
        for (name, marked) in self.set {
            let (text, mark) = unmark(marked);
            let (field, offset) = match *name {
                "paragraph" => (Field::Body, insert_paragraph(&mut draft, &text)),
                name => {
                    let field = name.parse().unwrap_or_else(|()| panic!("no field {name}"));
                    draft.set_text(field, &text).unwrap_or_else(|error| panic!("{name}: {error}"));
                    (field, 0)
                }
            };
            if let Some(mark) = mark {
                place = Some((field, mark.start + offset..mark.end + offset));
            }
        }
        (draft, place)
    }
}

impl Example {
    /// The fields that are set, a line each, for a person to read; what the rule finds stands between 〖 and 〗.
    pub fn lines(&self) -> Vec<String> {
        let base = if self.base == Base::Proposal { "（提案）" } else { "" };
        let line = |(name, marked): &(&'static str, &'static str)| {
            let label = match *name {
                "paragraph" => "正文",
                name => name.parse().map_or(name, Field::label),
            };
            let text = marked.replace('‹', "〖").replace('›', "〗").replace('\n', " ↵ ");
            let text = if unmark(marked).0.is_empty() { "（空）".to_owned() } else { text };
            format!("{base}{label}：{text}")
        };
        let mended = self.mended.filter(|text| !text.is_empty());
        let mended = mended.map(|text| format!("　→ {}", text.replace('\n', " ↵ ")));
        self.set.iter().map(line).chain(mended).collect()
    }
}

/// Puts a paragraph before the last one, the closing; gives the byte of the body it begins at.
fn insert_paragraph(draft: &mut Draft, text: &str) -> usize {
    let body = &mut draft.letter.body;
    let at = body.rfind('\n').map_or(0, |at| at + 1);
    body.insert_str(at, &format!("{text}\n"));
    at
}

/// The text without `‹` and `›`, and what stood between them, in bytes.
pub fn unmark(marked: &str) -> (String, Option<Range<usize>>) {
    let text = marked.replace(['‹', '›'], "");
    let place = marked.find('‹').zip(marked.find('›')).map(|(start, end)| start..end - '‹'.len_utf8());
    (text, place)
}

/// A sound answer to a suggestion: no rule finds anything in it.
pub fn suggestion() -> Draft {
    sample(include_str!("../../drafts/2026042.toml"))
}

/// A sound answer to a proposal: no rule finds anything in it.
pub fn proposal() -> Draft {
    sample(include_str!("../../drafts/2026108.toml"))
}

fn sample(text: &str) -> Draft {
    format::read(text).expect("the sample drafts are read by a test").draft
}

/// The place of `finding` as it is compared with an example's marks.
pub fn place(finding: &Finding) -> (Field, Range<usize>) {
    (finding.field, finding.range.clone())
}
