//! What the machine says of each item of the walk.

use crate::check::checklist::{self, State};
use crate::check::{Finding, Group, Severity};
use crate::letter::{Draft, Field};
use crate::review::{Item, Part};

/// The machine's verdict on one item.
#[derive(Clone, Debug)]
pub struct Machine<'a> {
    /// What was found in it.
    pub findings: Vec<&'a Finding>,
    /// Whether it is required and not there.
    pub missing: bool,
    /// Whether it is of a kind that the machine can prove, and sound.
    pub proven: bool,
    /// Whether the letter has nothing of it.
    pub absent: bool,
}

impl Machine<'_> {
    /// Whether an error stands against it.
    pub fn stands_against(&self) -> bool {
        self.missing || self.findings.first().is_some_and(|finding| finding.severity == Severity::Error)
    }

    /// The verdict in a word.
    pub fn label(&self) -> &'static str {
        match (self.missing, self.findings.first().map(|finding| finding.severity)) {
            (true, _) => "缺",
            (_, Some(Severity::Error)) => "有错误",
            (_, Some(Severity::Warning)) => "有提醒",
            (_, Some(Severity::Advice)) => "有参考意见",
            // Nothing is there that could have been looked at.
            (_, None) if self.proven && self.absent => "不要求",
            (_, None) if self.proven => "已查证",
            (_, None) => "没有查出问题",
        }
    }
}

/// What the check says of `item`: `findings` is what it found, `checklist` what is required and whether it is there.
pub fn verdict<'a>(item: &Item, draft: &Draft, findings: &'a [Finding], checklist: &[checklist::Item]) -> Machine<'a> {
    let listed = checklist.iter().find(|listed| listed.item == item.key && listed.state != State::Human);
    let mut findings: Vec<&Finding> = findings
        .iter()
        .filter(|finding| match finding.element {
            Some(element) => element.name() == item.key,
            None => item.part != Part::Person && touches(item, finding, draft),
        })
        .collect();
    findings.sort_by_key(|finding| finding.severity);
    let missing = listed.is_some_and(|listed| listed.state == State::Missing);
    // The order of the paragraphs and what was asked are for a person to compare.
    let provable = item.part == Part::Elements && !matches!(item.key, "answer" | "matter");
    let sound = findings.iter().all(|finding| finding.severity == Severity::Advice);
    Machine { proven: provable && sound && !missing, findings, missing, absent: item.evidence.is_empty() }
}

/// Whether a finding lies in what the item shows. What does not add up is told with the figure, and with its paragraph.
fn touches(item: &Item, finding: &Finding, draft: &Draft) -> bool {
    match item.key {
        "answer" => return false,
        "figure" if finding.rule.group != Group::Figures => return false,
        _ => {}
    }
    item.evidence.iter().any(|evidence| {
        let same = evidence.field == finding.field
            || evidence.field.source().is_some_and(|line| line == finding.field)
            || finding.field != Field::Body && evidence.field.name() == finding.field.name();
        let within = evidence.field != Field::Body
            || evidence.range.start <= finding.range.start && finding.range.start <= evidence.range.end;
        same && within
    }) || item.evidence.is_empty() && finding.field.name() == item.key && draft.text(finding.field).is_empty()
}
