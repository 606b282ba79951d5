//! Running the rules.

use super::checklist::{self, Item};
use super::context::Context;
use super::finding::{Finding, Severity};
use super::found::Found;
use super::memory::{Kept, Memory};
use super::passage::Passage;
use super::profile::Profile;
use super::registry;
use super::rule::{Check, Rule};
use super::rules::elements::{category_letter, document_number_serial};
use super::rules::secrecy::secrecy_mark;
use super::waiver::{self, Ignored, Waiver};
use crate::letter::outline::Outline;
use crate::letter::{Draft, Field};
use crate::text::presence::Marks;
use jiff::civil::Date;
use std::ops::Range;
use std::sync::LazyLock;

/// What a check of one draft gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The findings in the order of the letter: by field, then by place, heavier first.
    pub findings: Vec<Finding>,
    /// Those that a person lets stand, in the same order.
    pub ignored: Vec<Ignored>,
    /// The checklist: required elements, then what only a person can vouch for.
    pub checklist: Vec<Item>,
    /// The outline of the body, as it was read for the check.
    pub outline: Outline,
    /// The closing of the body, in bytes.
    pub closing: Option<Range<usize>>,
    /// How many characters that are not blank each paragraph of the outline has.
    pub ink: Vec<usize>,
}

impl Report {
    /// Whether nothing stands against issuing the letter.
    pub fn is_ready(&self) -> bool {
        self.count(Severity::Error) == 0
    }

    /// How many findings weigh exactly `severity`.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}

impl Report {
    /// Adds that the text `draft` was read from is classed as secret by `words`, if it is to be published all the same.
    pub fn tell_classification(&mut self, draft: &Draft, words: &str) {
        secrecy_mark::tell_on_head(draft, words, &mut self.findings);
        put_in_order(&mut self.findings);
    }

    /// Adds that the text it was read from has a place for the category with nothing in it.
    pub fn tell_blank_category(&mut self) {
        category_letter::tell_blank(&mut self.findings);
        put_in_order(&mut self.findings);
    }

    /// Adds that another letter, which the user knows as `other`, bears the number of `draft`.
    pub fn tell_number_taken(&mut self, draft: &Draft, other: &str) {
        document_number_serial::tell_taken(draft, other, &mut self.findings);
        put_in_order(&mut self.findings);
    }
}

fn put_in_order(findings: &mut [Finding]) {
    findings.sort_by(|left, right| {
        let key = |finding: &Finding| (finding.field, finding.range.start, finding.severity, finding.rule.code);
        key(left).cmp(&key(right)).then(left.range.end.cmp(&right.range.end))
    });
}

/// Checks drafts, and remembers what it found and read in each passage so that only changed ones are looked at again.
#[derive(Debug, Default)]
pub struct Checker {
    /// What was checked besides the body.
    around: Option<Around>,
    /// What was found in the elements alone; nothing once they change.
    of_elements: Option<Vec<Finding>>,
    passages: Memory,
}

/// All that was checked but the body.
#[derive(Debug)]
struct Around {
    elements: Draft,
    profile: Profile,
    today: Date,
}

impl Checker {
    /// Checks one draft by every rule.
    pub fn check(&mut self, draft: &Draft, profile: &Profile, today: Date) -> Report {
        self.check_with(draft, profile, today, &[])
    }

    /// Checks one draft by every rule; what `waivers` cover counts no more, neither for the checklist.
    pub fn check_with(&mut self, draft: &Draft, profile: &Profile, today: Date, waivers: &[Waiver]) -> Report {
        self.forget_what_changed(draft, profile, today);
        let around = self.around.get_or_insert_with(|| Around {
            elements: draft.without_body(),
            profile: profile.clone(),
            today,
        });
        let elements = Context::new(&around.elements, profile, today);
        let mut findings = self.of_elements.get_or_insert_with(|| of_elements(&elements)).clone();
        let mut context = Context::new(draft, profile, today);
        let mut kept = self.passages.recall(context.passages_mut());
        look(&elements, context.passages(), &mut kept);
        for rule in registry::RULES {
            if let Some(check) = rule.check.parts().letter {
                check(&context, &mut Found::by(rule, &mut findings));
            }
        }
        for (passage, kept) in context.passages().iter().zip(&kept) {
            findings.extend(kept.findings().map(|finding| finding.clone().moved(passage.offset)));
        }
        put_in_order(&mut findings);
        findings.dedup();
        let ignored = waiver::part(&mut findings, draft, waivers);
        let checklist = checklist::of(&context, &findings);
        let ink = context.paragraphs().iter().map(Passage::ink).collect();
        let (passages, outline, closing) = context.into_parts();
        self.passages.keep(passages, kept);
        Report { findings, ignored, checklist, outline, closing, ink }
    }

    /// Forgets what was found by other words, another profile, beside other elements or on another day.
    fn forget_what_changed(&mut self, draft: &Draft, profile: &Profile, today: Date) {
        let Some(around) = &self.around else { return };
        if around.today == today && around.profile == *profile && around.elements.differs_in_body_only(draft) {
            return;
        }
        if around.profile.words == profile.words {
            self.passages.forget_beside_elements();
        } else {
            self.passages = Memory::default();
        }
        (self.around, self.of_elements) = (None, None);
    }
}

/// What the rules find that look at the elements alone.
fn of_elements(elements: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in registry::RULES {
        if let Some(check) = rule.check.parts().elements {
            check(elements, &mut Found::by(rule, &mut findings));
        }
    }
    findings
}

/// Lets the passage rules look at the passages of which nothing is remembered.
fn look(elements: &Context<'_>, passages: &[Passage<'_>], kept: &mut [Kept]) {
    let unseen = |is_seen: fn(&Kept) -> bool| -> Vec<usize> {
        (0..passages.len()).filter(|&index| !is_seen(&kept[index])).collect()
    };
    let fresh = unseen(|kept| kept.own.is_some());
    let beside = unseen(|kept| kept.beside_elements.is_some());
    if fresh.is_empty() && beside.is_empty() {
        return;
    }
    // Rule by rule over all passages, not passage by passage over all rules: the code of one rule stays in the
    // processor's cache.
    for (&rule, marked) in registry::RULES.iter().zip(MARKED.iter()) {
        let (marks, check) = match rule.check {
            Check::Passage(check) => ("", check),
            Check::PassageWith(marks, check) => (marks, check),
            other => {
                let Some((marks, check)) = other.parts().paragraph else { continue };
                for &index in beside.iter().filter(|&&index| passages[index].field == Field::Body) {
                    let findings = kept[index].beside_elements.get_or_insert_default();
                    let check = |passage: &Passage<'_>, found: &mut Found<'_>| check(elements, passage, found);
                    look_at(rule, (marks, marked), &passages[index], findings, check);
                }
                continue;
            }
        };
        for &index in &fresh {
            look_at(rule, (marks, marked), &passages[index], kept[index].own.get_or_insert_default(), check);
        }
    }
    for kept in kept {
        kept.own.get_or_insert_default();
        kept.beside_elements.get_or_insert_default();
    }
}

/// The marks without one of which each rule of the catalogue finds nothing in a passage.
static MARKED: LazyLock<Vec<Marks>> = LazyLock::new(|| {
    let marks = |check: Check| match check {
        Check::PassageWith(marks, _) => marks,
        other => other.parts().paragraph.map_or("", |(marks, _)| marks),
    };
    registry::RULES.iter().map(|rule| Marks::of(marks(rule.check))).collect()
});

/// Lets one rule look at a passage that may hold one of `marks`; at any where none is named.
fn look_at(
    rule: &'static Rule,
    (marks, marked): (&str, &Marks),
    passage: &Passage<'_>,
    findings: &mut Vec<Finding>,
    check: impl Fn(&Passage<'_>, &mut Found<'_>),
) {
    let may_find = marks.is_empty() || passage.presence().holds(marked);
    if may_find || cfg!(debug_assertions) {
        let before = findings.len();
        check(passage, &mut Found::by(rule, findings));
        debug_assert!(
            may_find || findings.len() == before,
            "{rule:?} finds something without any of “{marks}”: {}",
            passage.text
        );
    }
}

/// Checks one draft once.
pub fn check(draft: &Draft, profile: &Profile, today: Date) -> Report {
    Checker::default().check(draft, profile, today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::example;
    use crate::letter::format;
    use crate::text::position::floor_boundary;
    use proptest::prelude::*;

    #[test]
    fn a_checker_that_remembers_finds_the_same() {
        let (mut draft, profile) = (example::suggestion(), Profile::default());
        let mut checker = Checker::default();
        for (from, to) in [("，", ","), ("（", "("), ("一、", "三、"), ("\n", "\n\n")] {
            draft.letter.body = draft.letter.body.replacen(from, to, 3);
            let remembered = checker.check(&draft, &profile, example::TODAY);
            assert_eq!(remembered, check(&draft, &profile, example::TODAY));
            assert_eq!(remembered, checker.check(&draft, &profile, example::TODAY));
        }
    }

    /// What somebody may do to a letter between two checks.
    #[derive(Clone, Debug)]
    enum Change {
        /// Types or pastes at a place of the body, in 65536ths of it.
        Insert(u16, &'static str),
        /// Deletes about so many bytes there.
        Delete(u16, u16),
        /// Copies about so many bytes there to another place.
        Copy(u16, u16, u16),
        /// Fills in a field anew.
        Fill(Field, &'static str),
        /// Takes another profile.
        Profile(bool),
    }

    /// What is typed: words, marks, and what the arithmetic looks for.
    const TYPED: [&str; 24] = [
        "的",
        "，",
        "。",
        "\n",
        "　",
        "其中：\n",
        "，其中新建12座、改建30座",
        "共计42座。",
        "占全市企业总数的25%",
        "1600家",
        "年均",
        "其余15个",
        "增长",
        "由12所增加到30所，",
        "一是",
        "（一）加强管理",
        "第2026042号",
        "《条例》",
        "（以下简称《条例》）",
        "委员",
        "您",
        "市国土资源局",
        "总数达到1000个",
        "以上",
    ];

    fn change() -> impl Strategy<Value = Change> {
        let fill = (
            prop::sample::select(vec![
                Field::Number,
                Field::Title,
                Field::Disclosure,
                Field::Date,
                Field::MatterNumber,
            ]),
            prop::sample::select(vec![
                "",
                "主动公开",
                "依申请公开",
                "2027-01-05",
                "临交函〔2026〕9号",
                "关于公交的答复",
            ]),
        );
        prop_oneof![
            6 => (any::<u16>(), prop::sample::select(TYPED.to_vec())).prop_map(|(at, text)| Change::Insert(at, text)),
            4 => (any::<u16>(), 1..90_u16).prop_map(|(at, length)| Change::Delete(at, length)),
            2 => (any::<u16>(), 1..900_u16, any::<u16>()).prop_map(|(at, length, to)| Change::Copy(at, length, to)),
            1 => fill.prop_map(|(field, text)| Change::Fill(field, text)),
            1 => any::<bool>().prop_map(Change::Profile),
        ]
    }

    fn make(change: &Change, draft: &mut Draft, profile: &mut Profile) {
        let body = &mut draft.letter.body;
        let place = |body: &str, part: u16| floor_boundary(body, body.len() * usize::from(part) / 65_536);
        match *change {
            Change::Insert(at, text) => body.insert_str(place(body, at), text),
            Change::Delete(at, length) => {
                let at = place(body, at);
                body.replace_range(at..floor_boundary(body, (at + usize::from(length)).min(body.len())).max(at), "");
            }
            Change::Copy(at, length, to) => {
                let at = place(body, at);
                let end = floor_boundary(body, (at + usize::from(length)).min(body.len())).max(at);
                let copied = body[at..end].to_owned();
                body.insert_str(place(body, to), &copied);
            }
            // A text that the field cannot hold leaves it as it is.
            Change::Fill(field, text) => drop(draft.set_text(field, text)),
            Change::Profile(is_other) => {
                profile.number_prefix = if is_other { "临交函".to_owned() } else { String::new() }
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 20, ..ProptestConfig::default() })]
        #[test]
        fn a_checker_that_remembers_finds_the_same_whatever_is_changed(
            letter in 0..4_usize,
            changes in prop::collection::vec(change(), 1..8),
        ) {
            let letters = [
                include_str!("../../drafts/2026042.toml"),
                include_str!("../../tests/sound/01-elderly-care.toml"),
                include_str!("../../tests/sound/03-chip-industry.toml"),
                include_str!("../../tests/sound/06-hospital.toml"),
            ];
            let (mut draft, mut profile) = (format::read(letters[letter]).unwrap().draft, Profile::default());
            let mut checker = Checker::default();
            checker.check(&draft, &profile, example::TODAY);
            for change in &changes {
                make(change, &mut draft, &mut profile);
                let remembered = checker.check(&draft, &profile, example::TODAY);
                prop_assert_eq!(&remembered, &check(&draft, &profile, example::TODAY), "after {:?}", change);
            }
        }
    }
}
