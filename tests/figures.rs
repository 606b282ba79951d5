//! The arithmetic of letters by the sentence: faults that are found where they are planted, and correct sentences that tempt.

use dafu::check::{Profile, check};
use dafu::letter::format;
use jiff::civil::date;

/// The findings of group F on a letter whose body is `text`, `⏎` for a new paragraph: code and message.
fn findings(text: &str) -> Vec<(String, String)> {
    let letter = include_str!("sound/02-school-bus.toml");
    let start = letter.find("1.关于车辆准入").expect("the body begins");
    let end = letter.find("再次感谢您的宝贵意见").expect("the body ends");
    let text = text.replace('⏎', "\n\n");
    let draft = format!("{}{text}\n\n{}", &letter[..start], &letter[end..]);
    let draft = format::read(&draft).expect("a draft").draft;
    let report = check(&draft, &Profile::default(), date(2026, 11, 30));
    let told = report.findings.into_iter().map(|finding| (finding.rule.code.to_owned(), finding.message));
    told.filter(|(code, _)| code.starts_with('F')).collect()
}

/// `{right|wrong}` in a line, as the line is with the one and with the other.
fn planted(line: &str) -> (String, String) {
    let open = line.find('{').expect("a fault is planted");
    let close = line.find('}').expect("a fault ends");
    let (right, wrong) = line[open + 1..close].split_once('|').expect("a fault has two sides");
    let with = |words: &str| format!("{}{words}{}", &line[..open], &line[close + 1..]);
    (with(right), with(wrong))
}

#[test]
fn correct_sentences_are_left_alone() {
    let sentences: Vec<&str> = include_str!("figures/sound.txt").lines().collect();
    let alarms: Vec<_> =
        sentences.iter().map(|text| (text, findings(text))).filter(|(_, found)| !found.is_empty()).collect();
    assert!(sentences.len() >= 190);
    assert!(alarms.is_empty(), "{alarms:#?}");
}

#[test]
fn planted_faults_are_found_and_what_they_were_made_of_is_not() {
    let lines: Vec<&str> = include_str!("figures/faults.txt").lines().collect();
    let mut wrong = Vec::new();
    for line in &lines {
        let (sound, fault) = planted(line);
        let (of_sound, of_fault) = (findings(&sound), findings(&fault));
        if !of_sound.is_empty() || of_fault.is_empty() {
            wrong.push((line, of_sound, of_fault));
        }
    }
    assert!(lines.len() >= 200);
    assert!(wrong.is_empty(), "{wrong:#?}");
}
