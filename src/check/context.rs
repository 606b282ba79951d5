//! What rules look at.

use super::lexicon::Lexicon;
use super::passage::Passage;
use super::profile::Profile;
use crate::letter::figures::Working;
use crate::letter::figures::quantity::Quantity;
use crate::letter::opening::{self, Opening};
use crate::letter::outline::Outline;
use crate::letter::{Draft, Field, closing};
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
    /// The passages; those of the body come last.
    passages: Vec<Passage<'a>>,
    quantities: OnceCell<Vec<Quantity>>,
    presence: OnceCell<Presence>,
}

impl<'a> Context<'a> {
    /// Reads the draft's text.
    pub fn new(draft: &'a Draft, profile: &'a Profile, today: Date) -> Self {
        let body = &draft.letter.body;
        let outline = Outline::of(body);
        let opening = opening::find(body, &outline);
        let closing = closing::find(body, &outline).map(|(_, range)| range);
        let lexicon = profile.lexicon();
        let passages = passages(draft, &outline, lexicon);
        let (quantities, presence) = (OnceCell::new(), OnceCell::new());
        Self { draft, profile, today, outline, opening, closing, lexicon, passages, quantities, presence }
    }

    /// The body.
    pub fn body(&self) -> &'a str {
        &self.draft.letter.body
    }

    /// The passages of the draft: each other field of prose, then each paragraph of the body.
    pub fn passages(&self) -> &[Passage<'a>] {
        &self.passages
    }

    /// The same, to give them what is remembered of them.
    pub(super) fn passages_mut(&mut self) -> &mut [Passage<'a>] {
        &mut self.passages
    }

    /// The passages, the outline and the closing, where nothing else is needed any more.
    pub(super) fn into_parts(self) -> (Vec<Passage<'a>>, Outline, Option<Range<usize>>) {
        (self.passages, self.outline, self.closing)
    }

    /// The paragraphs of the body, as the outline has them.
    pub fn paragraphs(&self) -> &[Passage<'a>] {
        &self.passages[self.passages.len() - self.outline.paragraphs.len()..]
    }

    /// The arithmetic of the body, a line for a person each.
    pub fn working_lines(&self) -> impl Iterator<Item = &str> {
        self.paragraphs()
            .iter()
            .flat_map(|paragraph| paragraph.working_lines(self.body(), || self.quantities()))
            .map(String::as_str)
    }

    /// The arithmetic of the body: each paragraph with what its figures come to, places counted from the paragraph's start.
    pub fn workings(&self) -> impl Iterator<Item = (&Passage<'a>, &Working)> {
        self.paragraphs().iter().flat_map(|paragraph| {
            paragraph.worked(self.body(), || self.quantities()).workings.iter().map(move |working| (paragraph, working))
        })
    }

    /// The quantities of the body.
    pub fn quantities(&self) -> &[Quantity] {
        self.quantities.get_or_init(|| {
            let mut all = Vec::new();
            for paragraph in self.paragraphs() {
                all.extend(paragraph.quantities().iter().map(|quantity| quantity.moved(paragraph.offset)));
            }
            all
        })
    }

    /// Whether the body may hold one of `characters`; where it says no, none is there.
    pub fn body_has_any(&self, characters: &str) -> bool {
        self.presence().has_any(characters)
    }

    /// Whether the body may hold one of `words`; where it says no, none is there.
    pub fn body_may_say(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.presence().has_all(word))
    }

    fn presence(&self) -> &Presence {
        self.presence.get_or_init(|| {
            let mut all = Presence::of("");
            self.paragraphs().iter().for_each(|paragraph| all.add(paragraph.presence()));
            all
        })
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
}

fn passages<'a>(draft: &'a Draft, outline: &Outline, lexicon: &'a Lexicon) -> Vec<Passage<'a>> {
    let letter = &draft.letter;
    let mut passages = Vec::with_capacity(outline.paragraphs.len() + letter.attachments.len() + 3);
    let mut whole = |field, text: &'a str| {
        if !text.is_empty() {
            passages.push(Passage::new(field, text, 0, lexicon));
        }
    };
    whole(Field::Title, &letter.title);
    whole(Field::DisclosureReason, &letter.disclosure_reason);
    whole(Field::MatterTitle, &draft.matter.title);
    for (index, name) in letter.attachments.iter().enumerate() {
        whole(Field::Attachments(index), name);
    }
    for paragraph in &outline.paragraphs {
        let text = &letter.body[paragraph.range.clone()];
        passages.push(Passage::new(Field::Body, text, paragraph.range.start, lexicon));
    }
    passages
}
