//! What a rule finds, and how it can be mended.

use super::checklist::Element;
use super::rule::Rule;
use crate::letter::Field;
use crate::text::edit::Edit;
use std::borrow::Cow;
use std::ops::Range;

/// How much a finding weighs. Its order is from heavy to light.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A 规定 is broken or an element is missing: the letter is not to be issued.
    Error,
    /// Wants a look before the letter is issued.
    Warning,
    /// A matter of taste, or of what the standards only recommend.
    Advice,
}

impl Severity {
    /// The word of the machine-readable output: error, warning, advice.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }

    /// The word a user reads: 错误, 提醒, 参考.
    pub fn label(self) -> &'static str {
        match self {
            Self::Error => "错误",
            Self::Warning => "提醒",
            Self::Advice => "参考",
        }
    }

    /// The sign that goes with its colour.
    pub fn sign(self) -> char {
        match self {
            Self::Error => '✗',
            Self::Warning => '!',
            Self::Advice => '·',
        }
    }
}

/// One thing found in a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// How much it weighs here; mostly the rule's own.
    pub severity: Severity,
    /// The text it was found in.
    pub field: Field,
    /// Where in that text, in bytes; empty where something is missing.
    pub range: Range<usize>,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// The standard and clause it rests on; mostly the rule's own.
    pub source: Cow<'static, str>,
    /// How to mend it, where a machine can.
    pub fix: Option<Fix>,
    /// The element it speaks of, where the place alone does not tell: an element that is not there has no place.
    pub element: Option<Element>,
}

/// Whether a fix may be applied without a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Applicability {
    /// Mechanical: the letter says the same afterwards. `--fix` applies it.
    Safe,
    /// Probably what is meant, but a person decides.
    Review,
}

impl Applicability {
    /// The word of the machine-readable output: safe, review.
    pub fn word(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Review => "review",
        }
    }
}

/// A change that removes a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as 改为〔2026〕.
    pub title: String,
    /// Whether it may be applied without a look.
    pub applicability: Applicability,
    /// The changes; all ranges refer to the texts as they were checked.
    pub edits: Vec<FieldEdit>,
}

/// An edit of one field's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldEdit {
    /// The field.
    pub field: Field,
    /// The change of its text.
    pub edit: Edit,
}

impl Finding {
    /// Adds a fix of one edit in the finding's own field. The title is made from the new text.
    pub fn mend(&mut self, applicability: Applicability, range: Range<usize>, text: impl Into<String>) -> &mut Self {
        let text = text.into();
        let title = if text.is_empty() { "删去".to_owned() } else { format!("改为{text}") };
        self.mend_as(title, applicability, vec![Edit { range, text }])
    }

    /// Adds a fix of several edits in the finding's own field, under a title of its own.
    pub fn mend_as(&mut self, title: impl Into<String>, applicability: Applicability, edits: Vec<Edit>) -> &mut Self {
        let field = self.field;
        let edits = edits.into_iter().map(|edit| FieldEdit { field, edit }).collect();
        self.fix = Some(Fix { title: title.into(), applicability, edits });
        self
    }

    /// Gives this finding a weight other than its rule's.
    pub fn weigh(&mut self, severity: Severity) -> &mut Self {
        self.severity = severity;
        self
    }

    /// Says which element this finding speaks of.
    pub fn about(&mut self, element: Element) -> &mut Self {
        self.element = Some(element);
        self
    }

    /// Gives this finding a source other than its rule's.
    pub fn cite(&mut self, source: impl Into<Cow<'static, str>>) -> &mut Self {
        self.source = source.into();
        self
    }

    /// The finding with every place in `field` moved `by` bytes on.
    pub(super) fn moved(mut self, by: usize) -> Self {
        let shift = |range: &mut Range<usize>| *range = range.start + by..range.end + by;
        shift(&mut self.range);
        for edit in self.fix.iter_mut().flat_map(|fix| &mut fix.edits) {
            shift(&mut edit.edit.range);
        }
        self
    }
}
