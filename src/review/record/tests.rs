use super::*;
use crate::letter::Field;
use proptest::prelude::*;

/// An entry of an invented reviewer.
pub fn entry(action: Action) -> Entry {
    Entry {
        at: "2026-06-12T09:00:00+08:00".into(),
        who: "周予安".into(),
        machine: "办公室三号机".into(),
        version: fingerprint(b"draft"),
        action,
    }
}

/// A record of `甲.toml` with these actions.
pub fn record(actions: impl IntoIterator<Item = Action>) -> String {
    let entries: Vec<_> = actions.into_iter().map(|action| (entry(action), None)).collect();
    addition("", "甲.toml", &entries)
}

#[test]
fn every_action_is_read_back_as_it_was_written() {
    let anchor = Anchor::at(Field::Body, "新建“北岸”泵站\n配机组", 3..6);
    let words = || "编号\n待补\\\"\u{202E}[[entry]]\n".to_owned();
    let judged = |verdict, anchor| Action::Judge {
        item: "number".into(),
        title: "发文字号".into(),
        content: "ab".into(),
        verdict,
        anchor,
    };
    let actions = vec![
        Action::Submit { note: words() },
        judged(Verdict::Pass, None),
        judged(Verdict::Return(words()), Some(anchor.clone())),
        judged(Verdict::NotApplicable(words()), None),
        judged(Verdict::PassDespite(words()), None),
        Action::Remark { anchor, text: words() },
        Action::Answer { remark: 3, text: words() },
        Action::Resolve { remark: 3, text: String::new() },
        Action::Sign { stage: Stage::Sign, unit: words(), letter: "cd".into(), opinion: "同意".into() },
        Action::SendBack { reason: words() },
        Action::Override { reason: words(), rules: vec!["E01".into()], missing: vec!["签发".into()] },
        Action::Export { target: "exports/甲.txt".into(), letter: "cd".into() },
        Action::Ignore {
            rule: "P03".into(),
            title: "半角标点".into(),
            quote: words(),
            content: "ab".into(),
            reason: words(),
        },
        Action::Withdraw { ignored: 12, reason: words() },
        Action::Rename { from: "甲.toml".into(), to: "乙.toml".into(), reason: words() },
    ];
    let text = record(actions.clone());
    let read = Record::read(&text);
    assert_eq!(read.draft, "甲.toml");
    assert_eq!(read.entries.iter().map(|kept| kept.entry.action.clone()).collect::<Vec<_>>(), actions);
    assert!(read.entries.iter().enumerate().all(|(index, kept)| kept.whole && kept.number == index + 1));
    assert_eq!(read.overrides(), 1);
    assert!(text.parse::<toml::Table>().is_ok(), "it is plain TOML:\n{text}");
    assert_eq!(Record::read(&text.replace('\n', "\r\n")), read);
}

#[test]
fn each_entry_is_bound_to_all_before_it() {
    let text = record([Action::Submit { note: "一".into() }, Action::Submit { note: "二".into() }]);
    let read = Record::read(&text);
    assert_eq!(read.entries[0].previous, fingerprint(text.split(SEPARATOR).next().unwrap().as_bytes()));
    assert_eq!(read.entries[1].previous, read.entries[0].chain);
    let again = text.clone() + &addition(&text, "甲.toml", &[(entry(Action::Submit { note: "三".into() }), None)]);
    assert_eq!(Record::read(&again).entries[2].previous, read.entries[1].chain);
}

proptest! {
    #[test]
    fn whatever_is_said_stays_one_line(text in any::<String>()) {
        let line = quoted(&text);
        prop_assert!(!line.contains('\n'));
        let table: toml::Table = format!("a = {line}\n").parse().unwrap();
        prop_assert_eq!(table["a"].as_str(), Some(text.as_str()));
    }
}
