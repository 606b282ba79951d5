use super::*;

use crate::text::characters;

#[test]
fn every_entry_is_sound() {
    let lexicon = Lexicon::built_in();
    let mut seen = std::collections::HashSet::new();
    let mut faults = Vec::new();
    for file in lexicon.files() {
        assert!(crate::check::registry::find(&file.rule).is_some() && RULES.contains(&file.rule.as_str()));
        assert!(!file.source.is_empty());
        for phrase in file.fixed.iter().chain(&file.variants).chain(&file.ordered) {
            let mut hits = lexicon.hits(phrase);
            hits.retain(|hit| hit.rule != "W08");
            if !hits.is_empty() {
                faults.push(format!("“{phrase}” must be silent: {hits:?}"));
            }
        }
        for phrase in &file.fixed {
            let (at, last) =
                phrase.char_indices().rfind(|(_, it)| characters::is_han(*it)).expect("a phrase has characters");
            let mut slip = phrase.clone();
            slip.replace_range(at..at + last.len_utf8(), "囧");
            if phrase.chars().count() < 4 || lexicon.hits(&slip).is_empty() {
                faults.push(format!("a slip of “{phrase}” is not found"));
            }
        }
        for entry in &file.neighbours {
            let own = |text: &str| {
                lexicon.hits(text).into_iter().any(|hit| hit.rule == file.rule && text[hit.range] == entry.written)
            };
            let (written, meant) = (&entry.written, &entry.meant);
            let after = entry.after.iter().map(|word| (format!("{written}{word}"), format!("{meant}{word}")));
            let before = entry.before.iter().map(|word| (format!("{word}{written}"), format!("{word}{meant}")));
            for (wrong, right) in after.chain(before) {
                if !own(&wrong) {
                    faults.push(format!("“{wrong}” is not found"));
                }
                if lexicon.hits(&right).iter().any(|hit| hit.rule == "W03" && hit.right == *written) {
                    faults.push(format!("“{right}” must be silent"));
                }
            }
            if own(&entry.silent) {
                faults.push(format!("“{}” must be silent", entry.silent));
            }
        }
        for entry in &file.entries {
            assert!(!entry.wrong.is_empty() && !entry.silent.is_empty(), "{entry:?}");
            for word in &entry.wrong {
                let next = entry.followed_by.first().map_or("", String::as_str);
                let hits = lexicon.hits(&format!("{word}{next}"));
                if !hits.iter().any(|hit| hit.rule == file.rule) {
                    faults.push(format!("“{word}” is not found"));
                }
                if entry.followed_by.is_empty() && !seen.insert(word.clone()) {
                    faults.push(format!("“{word}” stands twice"));
                }
            }
            for text in [&entry.silent, &entry.right] {
                let hits = lexicon.hits(text);
                let own = hits.iter().find(|hit| entry.wrong.iter().any(|word| *word == text[hit.range.clone()]));
                // 原国土资源局 is silent by the rule, not by the list.
                if own.is_some() && entry.until == 0 {
                    faults.push(format!("“{text}” must be silent: {own:?}"));
                }
                // What one entry gives as right, another must not call wrong.
                let other = hits.iter().find(|hit| hit.rule != "W04" && hit.until == 0);
                if own.is_none()
                    && let Some(other) = other
                {
                    faults.push(format!("“{text}” of {:?} is called wrong: {other:?}", entry.wrong));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn what_is_compiled_in_is_what_the_files_say() {
    let read = Lexicon::read(FILES).unwrap();
    assert_eq!(format!("{:?}", read.files()), format!("{:?}", Lexicon::built_in().files()));
}

#[test]
fn no_slip_stands_in_a_right_word() {
    let lexicon = Lexicon::built_in();
    let phrases = lexicon.files().iter().flat_map(|file| file.fixed.iter().chain(&file.ordered)).map(String::as_str);
    let rights = lexicon.files().iter().flat_map(|file| &file.entries).map(|entry| entry.right.as_str());
    for right in phrases.chain(rights) {
        let hits = lexicon.hits(right);
        assert!(hits.iter().all(|hit| hit.rule != "W01"), "{right}: {hits:?}");
    }
}

#[test]
fn a_workspace_adds_slips() {
    let own = |name: &str, text: &str| Lexicon::with_own(&[(name.to_owned(), text.to_owned())]).unwrap();
    let head = "rule = \"W01\"\nsource = \"本局\"\nslips = [\"潮汐 嘲 -\"]";
    let found = |lexicon: &Lexicon, text: &str| lexicon.hits(text).first().map(|hit| hit.right.to_string());
    assert_eq!(found(&own("本局.toml", head), "设置嘲汐车道").as_deref(), Some("潮汐"));
    assert_eq!(found(&own("本局.toml", head), "各聘清1名护路员").as_deref(), Some("聘请"));
    let error = Lexicon::with_own(&[("本局.toml".to_owned(), head.replace(" -", ""))]).unwrap_err();
    assert!(error.to_string().contains("潮汐 嘲"), "{error}");
}

#[test]
fn exceptions_and_what_follows() {
    let lexicon = Lexicon::built_in();
    let found = |text: &str| lexicon.hits(text).len();
    assert_eq!((found("做好按排"), found("按排名先后")), (1, 0));
    assert_eq!((found("截止2026年5月"), found("5月31日截止，逾期不候")), (1, 0));
}
