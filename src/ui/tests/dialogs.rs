//! Questions, dialogs and the tutorial at every size.

use std::path::PathBuf;

use super::{faulty_after, shots};
use crate::app::tests::{Bench, faulty, finished};
use crate::app::tutor::{STEPS, Tutor};
use crate::app::{ExportProblem, Faults, SaveProblem};
use crate::app::{Message, Opened};
use crate::check::Waiver;

shots! {
    why_a_finding_is_let_stand: "<F7><F7><F7><F7><F7><F7><F7><F7><Alt+X>经查,属引文";
    a_finding_near_the_top_stays_in_sight: "<F7><F7><F7><F7><F7><Alt+E>";
    help_in_the_form: "<F2><F1>";
    help_in_the_outline: "<Shift+F6><F1>";
    a_day_without_its_year: "<F2><↓><↓><↓><↓><↓><↓><↓><↓><↓><↓><Ctrl+A>6.15";
    fixes_of_a_kind: "<F7><F7><F7><F7><F7><F8><Alt+A>";
    why_findings_of_a_kind_are_let_stand: "<F7><F7><F7><F7><F7><F7><F7><F7><Alt+X><Alt+A>引文";
    where_to_go: "<Ctrl+G>二";
    what_goes_with_an_opinion: "<F2><↓><↓><↓><↓><↓><↓><↓><↓><↓><↓><↓><↓><↓><↓><↓><←><←>";
    the_current_section: "<Ctrl+G>三<Enter>";
}

#[test]
fn what_is_let_stand_is_shown_with_its_reason() {
    let mut bench = Bench::with(faulty());
    bench.tell(Message::Idle);
    let sheet = bench.state.sheet().unwrap();
    let finding = sheet.assessment.findings.iter().find(|it| crate::check::waiver::may_be_ignored(it)).unwrap();
    let waiver = Waiver {
        number: 1,
        rule: finding.rule.code.into(),
        bond: crate::check::waiver::bond(finding, sheet.document.draft()),
        reason: "原件如此".into(),
        who: "周予安".into(),
        at: "2026-06-01T09:30:00+08:00".into(),
    };
    insta::assert_snapshot!(shots(|bench| {
        bench.open(faulty());
        bench.tell(Message::Waivers(vec![waiver.clone()], "已忽略"));
        bench.keys("<F6><End><Enter><Alt+X>");
    }));
}

#[test]
fn somebody_else_saved() {
    insta::assert_snapshot!(shots(|bench| {
        bench.open(finished());
        bench.keys("改");
        bench.tell(Message::Saved(Err(SaveProblem::Changed)));
    }));
}

#[test]
fn what_was_issued_is_there() {
    insta::assert_snapshot!(shots(|bench| {
        bench.open(finished());
        bench.tell(Message::Exported(Err(ExportProblem::Exists(PathBuf::from("exports/2026042.txt")))));
    }));
}

#[test]
fn the_first_start() {
    insta::assert_snapshot!(shots(|bench| bench.list(&[])));
}

#[test]
fn an_office_without_drafts() {
    insta::assert_snapshot!(shots(|bench| {
        bench.state.set_offers_samples(false);
        bench.list(&[]);
    }));
}

#[test]
fn help_in_the_library() {
    insta::assert_snapshot!(shots(|bench| {
        bench.list(&["关于优化公交线路的建议"]);
        bench.keys("<F1>");
    }));
}

#[test]
fn a_draft_that_only_can_be_looked_at() {
    insta::assert_snapshot!(shots(|bench| {
        bench.tell(Message::Opened(Box::new(Opened {
            path: "drafts/2026042.toml".into(),
            draft: finished(),
            read_only: Some("这份稿件已在别处打开，这里只能查看".into()),
            recovered: None,
            waivers: Vec::new(),
            aside: None,
        })));
        bench.keys("<Ctrl+S>");
    }));
}

#[test]
fn faults_of_the_settings() {
    insta::assert_snapshot!(shots(|bench| {
        bench.list(&["关于优化公交线路的建议"]);
        let faults = [
            "dafu.toml 第 3 行：没有名为“svae”的命令，是不是“save”",
            "dafu.toml 第 4 行：Ctrl+I 在终端里就是 Tab，不能另用",
        ];
        bench.tell(Message::Faults(Faults { unread: None, single: faults.map(str::to_owned).into() }));
    }));
}

#[test]
fn settings_that_cannot_be_read() {
    insta::assert_snapshot!(shots(|bench| {
        bench.list(&["关于优化公交线路的建议"]);
        let trouble = "./dafu.toml：第 4 行有误：不认识“profil”这一项，可用的有 issuer、number_prefix、profile";
        bench.tell(Message::Faults(Faults { unread: Some(trouble.into()), single: Vec::new() }));
        // Help is help, also here.
        bench.keys("<F1><Esc>");
    }));
}

#[test]
fn a_step_of_the_tutorial() {
    insta::assert_snapshot!(shots(|bench| {
        bench.state.set_tutor(Tutor::new(faulty(), 5));
        bench.open(faulty());
        bench.keys("<F6>");
    }));
}

#[test]
fn the_end_of_the_tutorial() {
    insta::assert_snapshot!(shots(|bench| {
        bench.state.set_tutor(Tutor::new(faulty(), STEPS.len() - 1));
        bench.open(faulty());
        bench.tell(Message::Exported(Ok(PathBuf::from("exports/练习.txt"))));
    }));
}
