//! What rules look at.

use super::lexicon::{Hit, Lexicon};
use super::profile::Profile;
use crate::letter::figures::quantity::{self, Quantity};
use crate::letter::figures::{self, Working};
use crate::letter::opening::{self, Opening};
use crate::letter::outline::Outline;
use crate::letter::sequence::{self, Item};
use crate::letter::{Draft, Field, closing};
use crate::text::brackets::{self, Pairing};
use crate::text::characters;
use crate::text::presence::Presence;
use jiff::civil::Date;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

/// A draft with what its text says of itself, worked out once for all rules.
pub struct Context<'a> {
    /// The draft.
    pub draft: &'a Draft,
    /// The profile that holds for it.
    pub profile: &'a Profile,
    /// Today's date.
    pub today: Date,
    /// The outline of the body.
    pub outline: Outline,
    /// The opening of the body.
    pub opening: Option<Opening>,
    /// The closing of the body, in bytes.
    pub closing: Option<Range<usize>>,
    /// The words that wording rules look for.
    pub lexicon: &'a Lexicon,
    workings: OnceCell<Vec<Working>>,
    quantities: OnceCell<Vec<Quantity>>,
    pairing: OnceCell<Pairing>,
    digit_runs: OnceCell<Vec<Range<usize>>>,
    spaced_runs: OnceCell<Vec<Range<usize>>>,
    presence: Presence,
}

impl<'a> Context<'a> {
    /// Reads the draft's text; wording is held against the compiled-in lexicon.
    pub fn new(draft: &'a Draft, profile: &'a Profile, today: Date) -> Self {
        Self::with_lexicon(draft, profile, today, Lexicon::built_in())
    }

    /// Reads the draft's text.
    pub fn with_lexicon(draft: &'a Draft, profile: &'a Profile, today: Date, lexicon: &'a Lexicon) -> Self {
        let body = &draft.letter.body;
        let outline = Outline::of(body);
        let opening = opening::find(body, &outline);
        let closing = closing::find(body, &outline).map(|(_, range)| range);
        Self {
            draft,
            profile,
            today,
            outline,
            opening,
            closing,
            lexicon,
            workings: OnceCell::new(),
            quantities: OnceCell::new(),
            pairing: OnceCell::new(),
            digit_runs: OnceCell::new(),
            spaced_runs: OnceCell::new(),
            presence: Presence::of(body),
        }
    }

    /// The body.
    pub fn body(&self) -> &'a str {
        &self.draft.letter.body
    }

    /// The arithmetic of the body, worked out when it is first asked for.
    pub fn workings(&self) -> &[Working] {
        self.workings.get_or_init(|| figures::workings_of(self.body(), self.quantities()))
    }

    /// The quantities of the body, read when they are first asked for.
    pub fn quantities(&self) -> &[Quantity] {
        self.quantities.get_or_init(|| quantity::read(self.body()))
    }

    /// The marks of the body that come in pairs.
    pub fn pairing(&self) -> &Pairing {
        self.pairing.get_or_init(|| brackets::pairing(self.body()))
    }

    /// The runs of ten digits and more in the body that stand by themselves.
    pub fn digit_runs(&self) -> &[Range<usize>] {
        self.digit_runs.get_or_init(|| characters::digit_runs(self.body(), 10))
    }

    /// The runs of ten digits and more in the body that are written in groups.
    pub fn spaced_runs(&self) -> &[Range<usize>] {
        self.spaced_runs.get_or_init(|| characters::spaced_runs(self.body()))
    }

    /// Whether the body may hold one of `characters`; where it says no, none is there.
    pub fn body_has_any(&self, characters: &str) -> bool {
        self.presence.has_any(characters)
    }

    /// Whether the body may hold one of `words`; where it says no, none is there.
    pub fn body_may_say(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.presence.has_all(word))
    }

    /// Every text of the letter and its matter that is not empty, imported lines aside.
    pub fn fields(&self) -> Vec<(Field, Cow<'a, str>)> {
        let (letter, matter) = (&self.draft.letter, &self.draft.matter);
        let mut fields = vec![
            Field::Issuer,
            Field::Number,
            Field::Title,
            Field::Category,
            Field::Signer,
            Field::AddresseeTitle,
            Field::Body,
            Field::Signature,
            Field::Date,
            Field::Disclosure,
            Field::DisclosureReason,
            Field::MatterSession,
            Field::MatterNumber,
            Field::MatterTitle,
        ];
        fields.extend((0..letter.addressees.len()).map(Field::Addressees));
        fields.extend((0..letter.attachments.len()).map(Field::Attachments));
        fields.extend((0..letter.contacts.len()).flat_map(|at| [Field::ContactName(at), Field::ContactPhone(at)]));
        fields.extend((0..letter.cc.len()).map(Field::Cc));
        fields.extend((0..matter.co_handlers.len()).map(Field::MatterCoHandlers));
        let draft = self.draft;
        fields.into_iter().map(|field| (field, draft.text(field))).filter(|(_, text)| !text.is_empty()).collect()
    }

    /// The passages of the draft: each paragraph of the body and each other field of prose.
    pub fn passages(&self) -> Vec<Passage<'a>> {
        let letter = &self.draft.letter;
        let mut passages = Vec::with_capacity(self.outline.paragraphs.len() + 8);
        let mut whole = |field, text: &'a str| {
            if !text.is_empty() {
                passages.push(Passage::new(field, text, 0, self.lexicon));
            }
        };
        whole(Field::Title, &letter.title);
        whole(Field::DisclosureReason, &letter.disclosure_reason);
        whole(Field::MatterTitle, &self.draft.matter.title);
        for (index, name) in letter.attachments.iter().enumerate() {
            whole(Field::Attachments(index), name);
        }
        for paragraph in &self.outline.paragraphs {
            let text = &self.body()[paragraph.range.clone()];
            passages.push(Passage::new(Field::Body, text, paragraph.range.start, self.lexicon));
        }
        passages
    }
}

/// A stretch of prose that can be checked by itself: one paragraph of the body, or the title.
///
/// Ranges that a passage rule reports count from the passage's own start.
#[derive(Debug)]
pub struct Passage<'a> {
    /// The field it belongs to.
    pub field: Field,
    /// Its text, without the blanks around it.
    pub text: &'a str,
    /// Where it begins in the field's text, in bytes.
    pub(super) offset: usize,
    lexicon: &'a Lexicon,
    hits: OnceCell<Vec<Hit<'a>>>,
    presence: Presence,
    pairing: OnceCell<Pairing>,
    items: OnceCell<Vec<Item>>,
}

impl<'a> Passage<'a> {
    fn new(field: Field, text: &'a str, offset: usize, lexicon: &'a Lexicon) -> Self {
        Self {
            field,
            text,
            offset,
            lexicon,
            hits: OnceCell::new(),
            presence: Presence::of(text),
            pairing: OnceCell::new(),
            items: OnceCell::new(),
        }
    }

    /// Whether one of `characters` may be in it; where it says no, none is.
    pub fn has_any(&self, characters: &str) -> bool {
        self.presence.has_any(characters)
    }

    /// Its marks that come in pairs, read once for all rules.
    pub fn pairing(&self) -> &Pairing {
        self.pairing.get_or_init(|| brackets::pairing(self.text))
    }

    /// Its 一是, 第一, 首先, read once for all rules.
    pub fn items(&self) -> &[Item] {
        self.items.get_or_init(|| sequence::items(self.text))
    }

    /// The words of the lexicon in it that belong to the rule `code`; the search is made once for all rules.
    pub fn words(&self, code: &'static str) -> impl Iterator<Item = &Hit<'a>> + '_ {
        self.hits.get_or_init(|| self.lexicon.hits(self.text)).iter().filter(move |hit| hit.rule == code)
    }
}
