//! The catalogue: every rule, in the order of its codes.

use super::rule::Rule;
use super::rules::*;

/// Every rule, ordered by group and code.
pub static RULES: &[&Rule] = &[
    &elements::element_missing::RULE,
    &elements::document_number_form::RULE,
    &elements::document_number_serial::RULE,
    &elements::document_number_brackets::RULE,
    &elements::document_number_year::RULE,
    &elements::date_form::RULE,
    &elements::date_future::RULE,
    &elements::disclosure_mode::RULE,
    &elements::disclosure_reason::RULE,
    &elements::disclosure_line::RULE,
    &elements::contact_label_repeated::RULE,
    &elements::addressee_colon::RULE,
    &elements::cc_full_stop::RULE,
    &elements::cc_entry_marks::RULE,
    &elements::opening_incomplete::RULE,
    &elements::cc_recipients::RULE,
    &elements::cc_repeated::RULE,
    &elements::cc_co_handlers::RULE,
    &elements::title_end_mark::RULE,
    &elements::title_organ::RULE,
    &elements::title_kind::RULE,
    &elements::session_order::RULE,
    &elements::addressee_title::RULE,
    &elements::addressee_repeated::RULE,
    &elements::addressee_total::RULE,
    &elements::addressee_marks::RULE,
    &elements::date_before_assigned::RULE,
    &elements::event_after_date::RULE,
    &elements::weekday::RULE,
    &elements::contact_phone::RULE,
    &elements::contact_incomplete::RULE,
    &elements::category_letter::RULE,
    &elements::attachment_name::RULE,
    &elements::attachment_reference::RULE,
    &elements::attachment_unmentioned::RULE,
    &elements::number_prefix::RULE,
    &elements::signer::RULE,
    &elements::deadline::RULE,
    &elements::assigned_date::RULE,
    &elements::title_matter::RULE,
    &elements::number_suffix::RULE,
    &elements::plan_before_date::RULE,
    &agreement::matter_number::RULE,
    &agreement::matter_title::RULE,
    &agreement::session_agreement::RULE,
    &agreement::assembly_kind::RULE,
    &agreement::kind_word::RULE,
    &agreement::person_word::RULE,
    &agreement::you_number::RULE,
    &agreement::co_handlers::RULE,
    &agreement::short_name::RULE,
    &agreement::title_issuer::RULE,
    &agreement::signature_issuer::RULE,
    &agreement::request_answered::RULE,
    &agreement::person_name::RULE,
    &agreement::organ_name::RULE,
    &agreement::number_elsewhere::RULE,
    &agreement::organ_address::RULE,
    &agreement::coined_name::RULE,
    &agreement::own_organ::RULE,
    &agreement::quoted_name::RULE,
    &agreement::issued_number::RULE,
    &agreement::thanks_trade::RULE,
    &agreement::joint_words::RULE,
    &structure::numbering_gap::RULE,
    &structure::marker_punctuation::RULE,
    &structure::marker_gap::RULE,
    &structure::level_order::RULE,
    &structure::lone_section::RULE,
    &structure::sequence_order::RULE,
    &structure::sequence_mark::RULE,
    &structure::heading_end_mark::RULE,
    &structure::heading_shape::RULE,
    &structure::section_empty::RULE,
    &structure::repeated_text::RULE,
    &structure::unfinished_sentence::RULE,
    &structure::placeholder::RULE,
    &structure::heading_repeated::RULE,
    &structure::inline_numbers::RULE,
    &structure::broken_off::RULE,
    &structure::table_missing::RULE,
    &structure::heading_unnumbered::RULE,
    &punctuation::half_width_brackets::RULE,
    &punctuation::half_width_marks::RULE,
    &punctuation::half_width_full_stop::RULE,
    &punctuation::half_width_quotes::RULE,
    &punctuation::unpaired_marks::RULE,
    &punctuation::stray_space::RULE,
    &punctuation::nested_quotes::RULE,
    &punctuation::ellipsis::RULE,
    &punctuation::dash::RULE,
    &punctuation::range_mark::RULE,
    &punctuation::enumeration_marks::RULE,
    &punctuation::enumeration_and_so_on::RULE,
    &punctuation::approximate_enumeration::RULE,
    &punctuation::nested_colon::RULE,
    &punctuation::repeated_marks::RULE,
    &punctuation::leading_mark::RULE,
    &punctuation::title_marks_misused::RULE,
    &punctuation::citation_number::RULE,
    &punctuation::semicolon_after_stop::RULE,
    &punctuation::corner_quotes::RULE,
    &punctuation::citation_suffix::RULE,
    &punctuation::missing_stop::RULE,
    &punctuation::range_agreement::RULE,
    &punctuation::angle_title_marks::RULE,
    &punctuation::as_follows_colon::RULE,
    &punctuation::hexagonal_brackets::RULE,
    &punctuation::paragraph_indent::RULE,
    &punctuation::question_mark::RULE,
    &punctuation::title_alone::RULE,
    &punctuation::time_then_enumeration::RULE,
    &punctuation::slash_between_words::RULE,
    &punctuation::list_broken::RULE,
    &numbers::spaced_numbers::RULE,
    &numbers::full_width_digits::RULE,
    &numbers::session_numerals::RULE,
    &numbers::mixed_date::RULE,
    &numbers::short_year::RULE,
    &numbers::padded_date::RULE,
    &numbers::impossible_date::RULE,
    &numbers::percent_range::RULE,
    &numbers::doubled_approximation::RULE,
    &numbers::mixed_numeral::RULE,
    &numbers::decimal_zero::RULE,
    &numbers::approximate_digits::RULE,
    &numbers::thousands::RULE,
    &numbers::decrease_by_times::RULE,
    &numbers::unit_symbols::RULE,
    &numbers::time_form::RULE,
    &numbers::broken_number::RULE,
    &numbers::two_words::RULE,
    &numbers::money_form::RULE,
    &numbers::year_agreement::RULE,
    &numbers::goal_without_unit::RULE,
    &numbers::reversed_span::RULE,
    &numbers::rate_without_percent::RULE,
    &numbers::letter_in_number::RULE,
    &numbers::in_force_before_passed::RULE,
    &numbers::listed_without_unit::RULE,
    &numbers::day_without_word::RULE,
    &numbers::unit_doubled::RULE,
    &numbers::temperature_without_unit::RULE,
    &figures::share_figures::RULE,
    &figures::growth_figures::RULE,
    &figures::total_figures::RULE,
    &figures::rest_figures::RULE,
    &figures::average_figures::RULE,
    &figures::respective_counts::RULE,
    &figures::announced_count::RULE,
    &figures::same_figure::RULE,
    &figures::impossible_share::RULE,
    &figures::percentage_points::RULE,
    &figures::period_figures::RULE,
    &figures::conversion_figures::RULE,
    &figures::table_figures::RULE,
    &wording::wrong_word::RULE,
    &wording::doubled_word::RULE,
    &wording::confused_word::RULE,
    &wording::preferred_word::RULE,
    &wording::renamed_institution::RULE,
    &wording::set_phrase::RULE,
    &wording::tone::RULE,
    &wording::filler::RULE,
    &wording::redundancy::RULE,
    &wording::closing_formula::RULE,
    &wording::kind_doubled::RULE,
    &wording::fixed_words::RULE,
    &wording::collocation::RULE,
    &wording::traditional_character::RULE,
    &wording::lost_end::RULE,
    &secrecy::identity_number::RULE,
    &secrecy::mobile_number::RULE,
    &secrecy::home_address::RULE,
    &secrecy::bank_account::RULE,
    &secrecy::email::RULE,
    &secrecy::secrecy_mark::RULE,
    &secrecy::disclosure_basis::RULE,
    &secrecy::hidden_characters::RULE,
    &secrecy::disclosure_contradiction::RULE,
    &secrecy::personal_account::RULE,
    &secrecy::named_child::RULE,
    &secrecy::vehicle_plate::RULE,
    &secrecy::named_victim::RULE,
];

/// The rule with this code or name, in either case.
pub fn find(code_or_name: &str) -> Option<&'static Rule> {
    RULES
        .iter()
        .copied()
        .find(|rule| rule.code.eq_ignore_ascii_case(code_or_name) || rule.name.eq_ignore_ascii_case(code_or_name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::example::{self, Base, Example};
    use crate::check::{Finding, Profile, check, mend};
    use crate::letter::Draft;

    fn findings(draft: &Draft) -> Vec<Finding> {
        static PROFILE: std::sync::LazyLock<Profile> = std::sync::LazyLock::new(Profile::default);
        check(draft, &PROFILE, example::TODAY).findings
    }

    /// Every example with its draft and what is found in it: worked out once for all tests.
    struct Shown {
        rule: &'static Rule,
        example: &'static Example,
        draft: Draft,
        place: Option<(crate::letter::Field, std::ops::Range<usize>)>,
        findings: Vec<Finding>,
    }

    fn shown() -> &'static [Shown] {
        static SHOWN: std::sync::LazyLock<Vec<Shown>> = std::sync::LazyLock::new(|| {
            examples()
                .map(|(rule, example)| {
                    let (draft, place) = example.draft();
                    let findings = findings(&draft);
                    Shown { rule, example, draft, place, findings }
                })
                .collect()
        });
        &SHOWN
    }

    fn examples() -> impl Iterator<Item = (&'static Rule, &'static Example)> {
        RULES.iter().flat_map(|rule| rule.examples.iter().map(move |example| (*rule, example)))
    }

    #[test]
    fn codes_and_names_are_well_formed_and_given_once() {
        let mut seen = std::collections::HashSet::new();
        let mut order: Vec<_> = RULES.iter().map(|rule| (rule.group, rule.code)).collect();
        for rule in RULES {
            let (letter, digits) = rule.code.split_at(1);
            assert_eq!(letter.chars().next(), Some(rule.group.letter()), "{rule:?}");
            assert!(digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit()), "{rule:?}");
            assert!(rule.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{rule:?}");
            assert!(seen.insert(rule.code) && seen.insert(rule.name), "{rule:?} is given twice");
            assert_eq!(find(rule.name), Some(*rule));
        }
        order.sort();
        assert!(
            order.iter().map(|(_, code)| *code).eq(RULES.iter().map(|rule| rule.code)),
            "the order of the catalogue"
        );
    }

    #[test]
    fn every_rule_is_documented() {
        for rule in RULES {
            assert!(!rule.title.is_empty() && !rule.source.is_empty(), "{rule:?}");
            assert!(rule.explanation.chars().count() >= 12 && rule.explanation.ends_with('。'), "{rule:?}");
            let count = |is_wrong| rule.examples.iter().filter(|example| example.is_wrong == is_wrong).count();
            assert!(count(true) >= 1 && count(false) >= 1, "{rule:?} wants examples both ways");
        }
    }

    #[test]
    fn sound_letters_have_no_findings() {
        assert_eq!(findings(&example::suggestion()), []);
        assert_eq!(findings(&example::proposal()), []);
    }

    #[test]
    fn every_example_behaves_as_its_page_says() {
        let mut astray = Vec::new();
        for Shown { rule, example, place, findings, .. } in shown() {
            let own: Vec<_> = findings.iter().filter(|finding| finding.rule == *rule).map(example::place).collect();
            let is_told = own.is_empty() != example.is_wrong;
            if !is_told || place.as_ref().is_some_and(|place| !own.contains(place)) {
                astray.push(format!("{rule:?} on {:?} wants {place:?}: {own:?}", example.set));
            }
        }
        assert!(astray.is_empty(), "{astray:#?}");
    }

    #[test]
    fn every_fix_removes_its_finding_and_makes_no_other() {
        let mut astray = Vec::new();
        for Shown { rule, example, draft, findings: before, .. } in shown().iter().filter(|it| it.example.is_wrong) {
            for finding in before.iter().filter(|finding| finding.rule == *rule) {
                let Some(fix) = &finding.fix else { continue };
                let mended = mend::apply(draft, fix).unwrap();
                let after = findings(&mended);
                if after.len() >= before.len() {
                    astray.push(format!("{rule:?} on {:?} leaves {after:?}", example.set));
                }
                for left in &after {
                    if !before.iter().any(|known| known.rule == left.rule && known.field == left.field) {
                        astray.push(format!("{rule:?} on {:?} brings {left:?}", example.set));
                    }
                }
            }
        }
        assert!(astray.is_empty(), "{astray:#?}");
    }

    #[test]
    fn fixes_give_what_the_page_shows() {
        for (rule, example) in examples() {
            let Some(expected) = example.mended else { continue };
            let (draft, _) = example.draft();
            let (name, _) = example.set[example.set.len() - 1];
            let mut mended = draft.clone();
            for _ in 0..8 {
                let Some(finding) = findings(&mended).into_iter().find(|it| it.rule == rule && it.fix.is_some()) else {
                    break;
                };
                mended = mend::apply(&mended, &finding.fix.unwrap()).unwrap();
            }
            let text = match name {
                "paragraph" => mended.letter.body.lines().rev().nth(1).unwrap_or_default().to_owned(),
                name => mended.text(name.parse().unwrap()).into_owned(),
            };
            assert_eq!(text, expected, "{rule:?} on {:?}", example.set);
        }
    }

    #[test]
    fn one_fault_is_told_once() {
        let mut twice = Vec::new();
        for Shown { rule, example, place, findings, .. } in shown().iter().filter(|it| it.example.is_wrong) {
            let Some((field, range)) = place.as_ref().filter(|(_, range)| !range.is_empty()) else { continue };
            for other in findings.iter().filter(|other| other.rule != *rule && other.field == *field) {
                let overlaps = other.range.start < range.end && range.start < other.range.end;
                // What is found around a fault, as a sentence without its number around a wrong mark, is another matter.
                let is_same = overlaps && other.range.len() <= 2 * range.len() && range.len() <= 2 * other.range.len();
                if is_same {
                    twice.push(format!(
                        "{rule:?} on {:?} is told again by {:?}: {}",
                        example.set, other.rule, other.message
                    ));
                }
            }
        }
        assert!(twice.is_empty(), "{twice:#?}");
    }

    #[test]
    fn safe_fixes_converge() {
        let is_safe = |finding: &Finding| {
            finding.fix.as_ref().is_some_and(|fix| fix.applicability == crate::check::Applicability::Safe)
        };
        for Shown { rule, example, draft, .. } in shown().iter().filter(|it| it.findings.iter().any(is_safe)) {
            let once = mend::all_safe(draft, &Profile::default(), example::TODAY);
            let twice = mend::all_safe(&once.draft, &Profile::default(), example::TODAY);
            assert_eq!(twice.mended, [], "{rule:?} on {:?}", example.set);
        }
    }

    #[test]
    fn both_bases_are_used_as_they_are_named() {
        assert_eq!(example::wrong(&[]).on_proposal().base, Base::Proposal);
        assert_eq!(example::right(&[]).draft().0, example::suggestion());
    }
}
