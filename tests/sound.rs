//! Sound letters stay silent: no error, no warning, and next to no advice. A false alarm is a bug of the rule.

use dafu::check::{Profile, Severity, check};
use dafu::letter::format;
use jiff::civil::date;

#[test]
fn sound_letters_are_left_alone() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sound");
    let (mut alarms, mut letters) = (Vec::new(), 0);
    for entry in std::fs::read_dir(folder).expect("the letters are there") {
        let path = entry.expect("a letter").path();
        let draft = format::read(&std::fs::read_to_string(&path).expect("a letter is read")).expect("a draft").draft;
        let report = check(&draft, &Profile::default(), date(2026, 6, 30));
        letters += 1;
        for finding in report.findings.iter().filter(|finding| finding.severity != Severity::Advice) {
            alarms.push(format!("{}: {:?} {}", path.display(), finding.rule, finding.message));
        }
    }
    assert!(alarms.is_empty(), "{alarms:#?}");
    assert!(letters >= 20);
}
