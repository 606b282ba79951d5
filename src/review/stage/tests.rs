use super::super::entry::Verdict;
use super::super::record::tests::record;
use super::*;
use crate::letter::format;

fn letter() -> Draft {
    format::read(include_str!("../../../drafts/2026042.toml")).unwrap().draft
}

fn submit() -> Action {
    Action::Submit { note: String::new() }
}

fn sign(stage: Stage) -> Action {
    Action::Sign { stage, unit: String::new(), letter: item::letter(&letter()), opinion: String::new() }
}

fn passed() -> impl Iterator<Item = Action> {
    items(&letter()).into_iter().map(|item| Action::Judge {
        item: item.key.to_owned(),
        title: item.title,
        content: item.content,
        verdict: Verdict::Pass,
        anchor: None,
    })
}

fn stage(actions: impl IntoIterator<Item = Action>, required: &[Stage]) -> Stage {
    let record = Record::read(&record(actions));
    let policy = Policy { required: required.to_vec(), ..Policy::default() };
    Progress::of(&letter(), &record, &policy).stage()
}

#[test]
fn the_order_of_the_stages_is_the_one_of_the_regulations() {
    let all = [Stage::Review, Stage::Sign];
    assert_eq!(stage([], &all), Stage::Draft);
    assert_eq!(stage([submit()], &all), Stage::Review);
    let reviewed = || [submit()].into_iter().chain(passed()).chain([sign(Stage::Review)]);
    assert_eq!(stage([submit()].into_iter().chain(passed()), &all), Stage::Review, "nobody has signed");
    assert_eq!(stage([submit(), sign(Stage::Review)], &all), Stage::Review, "nothing has been passed");
    assert_eq!(stage(reviewed(), &all), Stage::Sign);
    assert_eq!(stage(reviewed().chain([sign(Stage::Sign)]), &all), Stage::Issue);
    assert_eq!(stage([submit()], &[Stage::Sign]), Stage::Sign, "the office may skip what it does not ask for");
    assert_eq!(stage([submit(), sign(Stage::Sign)], &[Stage::Sign]), Stage::Issue);
}

#[test]
fn sending_back_voids_the_signatures_and_spares_the_verdicts() {
    let back = Action::SendBack { reason: "请核".into() };
    let signed = || [submit()].into_iter().chain(passed()).chain([sign(Stage::Review), sign(Stage::Sign)]);
    let all = [Stage::Review, Stage::Sign];
    assert_eq!(stage(signed().chain([back.clone()]), &all), Stage::Draft);
    assert_eq!(stage(signed().chain([back.clone(), submit()]), &all), Stage::Review);
    assert_eq!(stage(signed().chain([back.clone(), submit(), sign(Stage::Review)]), &all), Stage::Sign);
    let record = Record::read(&record(signed().chain([back])));
    let policy = Policy::default();
    let progress = Progress::of(&letter(), &record, &policy);
    assert_eq!(progress.sent_back(), Some(("周予安", "请核")));
    assert_eq!(progress.told(), "拟稿（退回）");
}

#[test]
fn what_a_person_may_do_depends_on_what_was_done() {
    let policy = Policy {
        required: vec![Stage::Review, Stage::Sign],
        reviewer_is_not_drafter: true,
        signers: vec!["方远".into()],
        ..Policy::default()
    };
    let handed_in = Record::read(&record([submit()].into_iter().chain(passed())));
    let draft = letter();
    let progress = Progress::of(&draft, &handed_in, &policy);
    assert_eq!(progress.may_judge("周予安"), Err(Refusal::OwnDraft("周予安".into())));
    assert_eq!(progress.may_sign(Stage::Review, "", "林知远"), Ok(()));
    assert!(matches!(progress.may_sign(Stage::Sign, "", "林知远"), Err(Refusal::NotAmong { .. })));
    assert!(matches!(progress.may_sign(Stage::Sign, "", "方远"), Err(Refusal::Earlier(_))), "the review comes first");
    assert!(matches!(progress.may_sign(Stage::Issue, "", "方远"), Err(Refusal::NotSigned(_))));
}
