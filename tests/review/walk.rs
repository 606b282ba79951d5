//! The walk in a plain terminal.

use crate::office::{DRAFT, Office, RECORD};
use std::fs;

#[test]
fn the_walk_in_a_terminal() {
    let office = Office::strict();
    office.lets("周予安", &["review", DRAFT, "--submit"]);
    // What the machine has proven at once, then one sent back, one not applicable, one left, and an end.
    let walked = office.typed("林知远", &["review", DRAFT], "\n2\n\n层次不清\n不适用\n与本件无关\n４\n0\n");
    assert_eq!(walked.status, 0, "{}", walked.err);
    for words in ["机器已查证", "第2段", "要求　", "退回 1 项"] {
        assert!(walked.out.contains(words), "{words} in {}", walked.out);
    }
    let record = fs::read_to_string(office.path(RECORD)).unwrap();
    assert!(record.contains("层次不清") && record.contains("与本件无关"), "{record}");

    // Passing everything leads to the signature.
    let all = "\n".repeat(80);
    let office = Office::strict();
    office.lets("周予安", &["review", DRAFT, "--submit"]);
    let walked = office.typed("林知远", &["review", DRAFT], &all);
    assert!(walked.out.contains("核稿已签字（林知远）"), "{}", walked.out);

    // After a change only what it touched is asked, with the change shown.
    office.edit("配车6辆", "配车8辆");
    let walked = office.typed("林知远", &["review", DRAFT], &all);
    assert!(walked.out.contains("配车[-6-]{+8+}辆"), "{}", walked.out);
    assert!(!walked.out.contains("第2段"), "{}", walked.out);
    let own = office.typed("周予安", &["review", DRAFT], "\n");
    assert_eq!(own.status, 1);
}

#[test]
fn the_machine_speaks_of_each_item_and_works_the_figures_out() {
    let office = Office::new("");
    let walked = office.typed("林知远", &["review", "drafts/2026057.toml"], "\n4\n0\n");
    assert!(walked.out.contains("有错误") && walked.out.contains("✗ E04"), "{}", walked.out);
    assert!(!walked.out.contains("发文字号　临水函"), "what has an error is not among the proven");
    office.edit("末班车由21时延长至22时30分", "共投入120万元，其中财政资金30万元，占25%");
    let sheet = office.lets("林知远", &["review", "sheet", DRAFT]);
    assert!(sheet.contains("占25%　〔25% = 30 ÷ 120 ✓〕"), "{sheet}");
}

#[test]
fn what_the_machine_found_an_error_in_is_passed_with_a_reason_only() {
    let office = Office::new("");
    let draft = "drafts/2026057.toml";
    let refused = office.by("林知远", &["review", draft, "--pass", "number"]);
    assert!(refused.status != 0 && refused.err.contains("（有错误）"), "{}{}", refused.out, refused.err);
    assert!(refused.err.contains("--reason"), "{}", refused.err);
    office.lets("林知远", &["review", draft, "--pass", "number", "--reason", "编号沿用旧制"]);
    let record = fs::read_to_string(office.path("drafts/2026057.review.toml")).unwrap();
    assert!(record.contains("编号沿用旧制"), "{record}");
    let walked = office.typed("林知远", &["review", draft], &format!("4\n{}0\n", "\n".repeat(60)));
    assert!(walked.out.contains("仍要通过的，写明理由"), "{}", walked.out);
}

#[test]
fn what_was_sent_back_and_handed_in_again_as_it_is_is_asked_again() {
    let office = Office::new("");
    office.lets("林知远", &["review", DRAFT, "--return", "p2", "--remark", "是否属实"]);
    let walk = |typed: &str| office.typed("林知远", &["review", DRAFT], typed).out;
    assert!(!walk("4\n0\n").contains("是否属实"), "it waits for the drafter");
    office.lets("周予安", &["review", DRAFT, "--answer", "1", "--remark", "属实"]);
    office.lets("周予安", &["review", DRAFT, "--submit"]);
    office.lets("林知远", &["review", DRAFT, "--pass", "elements"]);
    assert!(walk("0\n").contains("林知远 退回：是否属实"));
    office.lets("林知远", &["review", DRAFT, "--pass", "body", "--pass", "person"]);
    office.lets("林知远", &["review", "--sign", DRAFT]);
    assert_eq!(office.status()["told"], "待印发");
}
