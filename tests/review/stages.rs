//! The stages, what is asked before a letter goes out, and what is listed.

use crate::office::{DRAFT, Office, RECORD};
use std::fs;

#[test]
fn a_letter_goes_through_all_stages() {
    let office = Office::strict();
    let export = ["export", DRAFT, "--today", "2026-06-30"];
    let refused = office.by("周予安", &export);
    assert_eq!(refused.status, 1);
    assert!(refused.err.contains("核稿：") && refused.err.contains("签发：没有签字"), "{}", refused.err);
    assert!(office.lets("周予安", &["list"]).contains("拟稿"));

    let early = office.by("林知远", &["review", DRAFT, "--pass", "number"]);
    assert_eq!(early.status, 1, "nobody handed it in");
    assert!(early.err.contains("还没有送核"), "{}", early.err);
    office.lets("周予安", &["review", DRAFT, "--submit"]);
    let own = office.by("周予安", &["review", DRAFT, "--pass", "number"]);
    assert_eq!(own.status, 1);
    assert!(own.err.contains("不能核自己拟的稿"), "{}", own.err);

    office.lets("林知远", &["review", DRAFT, "--pass-proven"]);
    let unready = office.by("林知远", &["review", DRAFT, "--sign"]);
    assert_eq!(unready.status, 1);
    assert!(unready.err.contains("没有通过"), "{}", unready.err);
    office.lets("林知远", &["review", DRAFT, "--return", "p7", "--remark", "完工时限与台账不符"]);
    office.lets("林知远", &["review", DRAFT, "--send-back", "--reason", "请核时限"]);
    assert!(office.lets("周予安", &["list"]).contains("拟稿（退回）"));

    office.edit("9月底前完工", "10月底前完工");
    office.lets("周予安", &["review", DRAFT, "--submit"]);
    let rest = ["--pass", "elements", "--pass", "body", "--pass", "person", "--sign"];
    office.lets("林知远", &[&["review", DRAFT][..], &rest[..]].concat());
    assert!(office.lets("周予安", &["list"]).contains("签发"));
    office.lets("方远", &["review", DRAFT, "--sign", "签发"]);
    assert!(office.lets("周予安", &["list"]).contains("待印发"));

    office.lets("周予安", &export);
    assert!(office.lets("周予安", &["list"]).contains("已印发"));
    assert!(office.verify().out.contains("完好"));
    office.edit("10月底前完工", "11月底前完工");
    assert!(office.lets("周予安", &["list"]).contains("核稿"), "what was signed is no longer what is there");
}

#[test]
fn an_export_in_spite_of_missing_sign_offs_is_recorded_and_listed() {
    let office = Office::strict();
    let forced = ["export", DRAFT, "--today", "2026-06-30", "--override", "局长出差，电话同意"];
    office.lets("周予安", &forced);
    let record = fs::read_to_string(office.path(RECORD)).unwrap();
    assert!(record.contains("局长出差") && record.contains("签发：没有签字"), "{record}");
    let listed = office.lets("周予安", &["list"]);
    assert!(listed.contains("强制导出1次"), "{listed}");
    let json = office.lets("周予安", &["list", "--format", "json"]);
    assert!(json.contains("missing_sign_offs\":[\"核稿："), "{json}");
    let checked = office.by("周予安", &["check", DRAFT, "--today", "2026-06-30"]);
    assert_eq!(checked.status, 0, "no finding stands in the letter");
    assert!(checked.out.contains("签字手续：签发：没有签字"), "{}", checked.out);
    let json = office.lets("周予安", &["check", DRAFT, "--today", "2026-06-30", "--format", "json"]);
    assert!(json.starts_with("{\"path\":\"drafts/2026042.toml\",\"ready\":false"), "{json}");
}

#[test]
fn each_co_handler_countersigns() {
    let office = Office::new("[review]\nrequired = [\"签发\"]\nco_handlers_countersign = true\n");
    office.lets("周予安", &["review", DRAFT, "--submit"]);
    let early = office.by("方远", &["review", DRAFT, "--sign", "签发"]);
    assert_eq!(early.status, 1);
    assert!(early.err.contains("市公安局、东洲街道办事处没有会签"), "{}", early.err);
    let stranger = office.by("甲", &["review", DRAFT, "--sign", "会签", "--unit", "市财政局"]);
    assert_eq!(stranger.status, 1);
    office.lets("甲", &["review", DRAFT, "--sign", "会签", "--unit", "市公安局"]);
    assert!(office.lets("周予安", &["list"]).contains("会签"));
    office.lets("乙", &["review", DRAFT, "--sign", "会签", "--unit", "东洲街道办事处"]);
    office.lets("方远", &["review", DRAFT, "--sign", "签发"]);
    assert!(office.lets("周予安", &["list"]).contains("待印发"));
    let sheet = office.lets("周予安", &["review", "sheet", DRAFT]);
    assert!(
        sheet.contains("会签（市公安局）　同意　甲") && sheet.contains("会签（东洲街道办事处）　同意　乙"),
        "{sheet}"
    );
}

#[test]
fn a_verdict_that_holds_is_not_given_twice() {
    let office = Office::new("");
    office.lets("林知远", &["review", DRAFT, "--pass", "elements", "--pass", "figures", "--pass-proven"]);
    let entries = || fs::read_to_string(office.path(RECORD)).unwrap().matches("[[entry]]").count();
    let before = entries();
    assert_eq!(office.lets("林知远", &["review", DRAFT, "--pass", "elements"]).trim(), "没有待核的项");
    assert_eq!(entries(), before);
    let names: std::collections::HashSet<String> = office.open().into_iter().collect();
    assert!(!names.contains("number") && names.contains("p2"));
}

#[test]
fn only_those_named_may_review_and_sign() {
    let office = Office::new("[review]\nreviewers = [\"林知远\"]\nsigners = [\"方远\"]\n");
    let refused = office.by("甲", &["review", DRAFT, "--pass", "number"]);
    assert_eq!(refused.status, 1);
    assert!(refused.err.contains("甲不在可以核稿的人员之列（林知远）"), "{}", refused.err);
    office.lets("林知远", &["review", DRAFT, "--pass", "number"]);
    assert_eq!(office.by("林知远", &["review", DRAFT, "--sign", "签发"]).status, 1);
    let wrong = Office::new("[review]\nrequired = [\"盖章\"]\n");
    let ran = wrong.by("甲", &["review", "status", DRAFT]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("“盖章”不是签字环节"), "{}", ran.err);
}

#[test]
fn the_sheet_is_printed() {
    let office = Office::strict();
    office.sign_everything();
    let sheet = office.lets("周予安", &["review", "sheet", DRAFT]);
    for words in ["核稿单", "✓ 发文字号　通过　林知远", "签发　同意　方远", "· 配车6辆", "（有效）"]
    {
        assert!(sheet.contains(words), "{words} in {sheet}");
    }
    office.lets("周予安", &["review", "sheet", DRAFT, "-o", "核稿单.txt"]);
    assert_eq!(
        office.by("周予安", &["review", "sheet", DRAFT, "-o", "核稿单.txt"]).status,
        2,
        "nothing is overwritten"
    );
}

#[test]
fn by_default_nothing_is_asked_for() {
    let office = Office::new("");
    office.lets("周予安", &["export", DRAFT, "--today", "2026-06-30"]);
    assert!(!office.path(RECORD).exists(), "no record is made where nobody uses stages");
    assert!(office.lets("周予安", &["list"]).contains("已导出"));
    assert!(office.verify().out.contains("没有核稿记录"));
}

#[test]
fn a_place_asks_by_its_profile_and_an_office_may_ask_otherwise() {
    let office = Office::new("");
    let default = include_str!("../../assets/profiles/default.toml");
    let asks = "[review]\nrequired = [\"签发\"]\nsource = \"本地办理规定\"\n";
    fs::create_dir_all(office.path("assets/profiles")).unwrap();
    fs::write(office.path("assets/profiles/default.toml"), format!("{default}\n{asks}")).unwrap();
    let export = ["export", DRAFT, "--today", "2026-06-30"];
    let refused = office.by("周予安", &export);
    assert_eq!(refused.status, 1);
    assert!(refused.err.contains("签发：没有签字") && !refused.err.contains("核稿："), "{}", refused.err);
    fs::write(office.path("dafu.toml"), "[review]\nrequired = []\n").unwrap();
    office.lets("周予安", &export);
}
