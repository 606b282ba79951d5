//! The review sheet (核稿单): what was asked, what was said, what is still to be signed, as plain text for the printer.

use super::entry::{Action, Entry};
use super::ignored::in_force;
use super::item::Part;
use super::record::Record;
use super::remark::threads;
use super::stage::{Progress, Stage};
use super::standing::standing;
use crate::letter::Draft;
use std::fmt::Write as _;

/// The sheet of `draft`. `ignored` are the numbers of what is let stand of the text as it is now; `faults` says in words what is
/// wrong with its record; `today` stands at the bottom.
pub fn sheet(
    draft: &Draft,
    record: &Record,
    progress: &Progress<'_>,
    ignored: &[usize],
    faults: &[String],
    today: &str,
) -> String {
    let mut text = String::from("核稿单\n\n");
    let mut line = |words: String| {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{}", words.trim_end());
    };
    let letter = &draft.letter;
    line(format!("标题　　{}", letter.title));
    line(format!("文号　　{}", letter.number));
    line(format!(
        "所答　　{}第{}号{}《{}》",
        draft.matter.session,
        draft.matter.number,
        draft.kind.word(),
        draft.matter.title
    ));
    line(format!("环节　　{}", progress.told()));
    if let Some((who, note)) = progress.handed_in() {
        line(format!("送核　　{who}：{note}"));
    }
    if !faults.is_empty() {
        line(format!("注意　　核稿记录有问题：{}", faults.join("；")));
    }
    for part in [Part::Elements, Part::Body, Part::Person] {
        line(format!("\n{}", part.title()));
        for item in progress.items.iter().filter(|item| item.part == part) {
            let stands = standing(item, record);
            let by = stands.entry().map_or_else(String::new, |kept| {
                format!("　{} {}", kept.entry.who, kept.entry.at.split('T').next().unwrap_or_default())
            });
            let words = match stands.entry().map(|kept| &kept.entry.action) {
                Some(Action::Judge { verdict, .. }) if !verdict.words().is_empty() => {
                    format!("（{}）", verdict.words())
                }
                _ => String::new(),
            };
            line(format!("  {} {}　{}{by}{words}", stands.sign(), item.title, stands.label()));
            if matches!(item.key, "figure" | "policy" | "promises" | "request" | "names") {
                // What a request asks is enough on paper; the section that answers it is in the letter.
                let shown = if item.key == "request" { 1 } else { usize::MAX };
                for evidence in item.evidence.iter().take(shown) {
                    let note =
                        if evidence.note.is_empty() { String::new() } else { format!("　〔{}〕", evidence.note) };
                    line(format!("      · {}{note}", evidence.text.replace('\n', " ")));
                }
            }
        }
    }
    let mut standing = in_force(record);
    standing.retain(|each| ignored.contains(&each.number));
    let ignored = standing;
    if !ignored.is_empty() {
        line("\n已忽略的问题".to_owned());
    }
    for each in ignored {
        let quote =
            if each.quote.is_empty() { String::new() } else { format!("“{}”", each.quote.replace('\n', " ")) };
        let (who, day) = (&each.entry.who, each.entry.at.split('T').next().unwrap_or_default());
        line(format!("  {}. {} {}{quote}　{}（{who} {day}）", each.number, each.rule, each.title, each.reason));
    }
    let remarks = threads(record);
    if !remarks.is_empty() {
        line("\n批注".to_owned());
    }
    for remark in remarks {
        let state = if remark.resolved.is_some() { "已了结" } else { "未了结" };
        let place = match (&remark.item, &remark.anchor) {
            (Some(item), _) => item.clone(),
            (None, Some(anchor)) => format!("“{}”", anchor.quote),
            (None, None) => String::new(),
        };
        line(format!("  {}. {place}　{}（{}，{state}）", remark.number, remark.text, remark.who));
        for (who, words) in remark.answers {
            line(format!("      {who}：{words}"));
        }
    }
    line("\n签批".to_owned());
    for stage in Stage::SIGNED {
        // Each co-handler signs for itself.
        let units = if stage == Stage::Countersign { progress.units() } else { &[] };
        let units: Vec<&str> = if units.is_empty() { vec![""] } else { units.iter().map(String::as_str).collect() };
        for unit in units {
            let name =
                if unit.is_empty() { stage.title().to_owned() } else { format!("{}（{unit}）", stage.title()) };
            match signed(record, stage, unit) {
                Some((entry, opinion)) => {
                    let opinion = if opinion.is_empty() { "同意" } else { opinion };
                    let at = entry.at.get(..16).unwrap_or(&entry.at).replace('T', " ");
                    let state = progress.unsigned(stage, unit).unwrap_or_else(|| "有效".to_owned());
                    line(format!("  {name}　{opinion}　{}　{at}　（{state}）", entry.who));
                }
                None if progress.is_asked(stage) => {
                    line(format!("  {name}　______________　______年____月____日"));
                }
                None => {}
            }
        }
    }
    line(format!("\n{today}　稿件内容 SHA-256 {}", progress.letter));
    text
}

/// The last signature under `stage` for `unit`, with its opinion.
fn signed<'a>(record: &'a Record, wanted: Stage, unit: &str) -> Option<(&'a Entry, &'a str)> {
    record.entries.iter().rev().find_map(|kept| match &kept.entry.action {
        Action::Sign { stage, unit: of, opinion, .. } if *stage == wanted && of == unit => {
            Some((&kept.entry, opinion.as_str()))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::policy::Policy;
    use super::super::record::tests::record;
    use super::*;
    use crate::letter::format;
    use crate::review::Verdict;

    #[test]
    fn only_what_is_still_let_stand_is_listed() {
        let draft = format::read(include_str!("../../drafts/2026042.toml")).unwrap().draft;
        let ignore = |title: &str| Action::Ignore {
            rule: "W01".into(),
            title: title.into(),
            quote: String::new(),
            content: String::new(),
            reason: "原文如此".into(),
        };
        let record = Record::read(&record([ignore("甲"), ignore("乙")]));
        let policy = Policy::default();
        let progress = Progress::of(&draft, &record, &policy);
        let text = |ignored: &[usize]| sheet(&draft, &record, &progress, ignored, &[], "2026年6月12日");
        let number = in_force(&record)[1].number;
        assert!(text(&[number]).contains("W01 乙") && !text(&[number]).contains("W01 甲"));
        assert!(!text(&[]).contains("已忽略的问题"));
    }

    #[test]
    fn the_sheet_tells_what_a_printed_form_would() {
        let draft = format::read(include_str!("../../drafts/2026042.toml")).unwrap().draft;
        let number = super::super::item::items(&draft).into_iter().find(|item| item.key == "number").unwrap();
        let record = Record::read(&record([Action::Judge {
            item: "number".into(),
            title: number.title.clone(),
            content: number.content,
            verdict: Verdict::Return("缺顺序号".into()),
            anchor: None,
        }]));
        let policy = Policy { required: vec![Stage::Review, Stage::Sign], ..Policy::default() };
        let progress = Progress::of(&draft, &record, &policy);
        let text = sheet(&draft, &record, &progress, &[], &[], "2026年6月12日");
        for words in [
            "临交函〔2026〕18号",
            "✗ 发文字号　退回　周予安 2026-06-12（缺顺序号）",
            "· 配车6辆",
            "其余9座将于9月底前完工。　〔时间：9月底前〕",
            "· 加密东洲片区公交接驳线路　〔答复在一〕",
            "1. 发文字号　缺顺序号（周予安，未了结）",
            "签发　______________",
        ] {
            assert!(text.contains(words), "{words} in\n{text}");
        }
    }
}
