//! Where a rule puts what it finds.

use super::finding::Finding;
use super::rule::Rule;
use crate::letter::Field;
use std::borrow::Cow;
use std::ops::Range;

/// Collects the findings of one rule.
pub struct Found<'a> {
    rule: &'static Rule,
    findings: &'a mut Vec<Finding>,
}

impl<'a> Found<'a> {
    /// A collector for `rule` that adds to `findings`.
    pub fn by(rule: &'static Rule, findings: &'a mut Vec<Finding>) -> Self {
        Self { rule, findings }
    }

    /// Adds a finding at `range` (bytes) of `field`'s text. What comes back can be given a fix or another weight.
    pub fn at(&mut self, field: Field, range: Range<usize>, message: impl Into<String>) -> &mut Finding {
        let rule = self.rule;
        let severity = rule.severity;
        let source = Cow::Borrowed(rule.source);
        self.findings.push(Finding {
            rule,
            severity,
            field,
            range,
            message: message.into(),
            source,
            fix: None,
            element: None,
        });
        let last = self.findings.len() - 1;
        &mut self.findings[last]
    }
}
