//! Letting findings stand, with a reason that goes into the record, and taking that back.

use super::Trouble;
use crate::app::ignoring::Request;
use crate::check::{Checker, Finding, registry, waiver};
use crate::review::{Action, ignored};
use crate::run::Profiles;
use crate::run::sitting::Sitting;

/// How many places are named in a message.
const NAMED: usize = 4;

/// Lets the findings stand that `word` means: `P03` the only one of its rule, `P03@文字` those of the rule in these words.
/// Gives what to say of each.
pub fn ignore(sitting: &mut Sitting, word: &str, reason: &str) -> Result<Vec<String>, Trouble> {
    let requests = selected(sitting, word, reason)?;
    note(sitting, &requests)?;
    let told = |request: Request| match request.quote.as_str() {
        "" => format!("已忽略 {} {}", request.rule, request.title),
        quote => format!("已忽略 {} {}“{quote}”", request.rule, request.title),
    };
    Ok(requests.into_iter().map(told).collect())
}

/// Writes down what is let stand. That an error stands is a verdict: whoever may not review may not give it.
pub fn note(sitting: &mut Sitting, requests: &[Request]) -> Result<(), Trouble> {
    if requests.iter().any(|request| request.is_error) {
        sitting.progress().may_judge(&sitting.person.name)?;
    }
    let action = |request: &Request| Action::Ignore {
        rule: request.rule.clone(),
        title: request.title.clone(),
        quote: request.quote.clone(),
        content: request.bond.clone(),
        reason: request.reason.clone(),
    };
    sitting.write_all(requests.iter().map(action).collect())?;
    Ok(())
}

/// Makes count again what `word` means: the number of an entry, or a rule as for [`ignore`]. Gives what to say of each.
pub fn unignore(sitting: &mut Sitting, word: &str, reason: &str) -> Result<Vec<String>, Trouble> {
    let (rule, words) = parted(word);
    let meant: Vec<(usize, String)> = ignored::in_force(&sitting.record)
        .into_iter()
        .filter(|each| match word.trim().parse::<usize>() {
            Ok(number) => each.number == number,
            Err(_) => each.rule.eq_ignore_ascii_case(rule) && each.quote.contains(words),
        })
        .map(|each| (each.number, format!("不再忽略 {} {}（第{}条）", each.rule, each.title, each.number)))
        .collect();
    if meant.is_empty() {
        return Err(Trouble::Request(format!("没有忽略过“{word}”。用 dafu check --ignored 查看已忽略的问题")));
    }
    let mut told = Vec::new();
    for (number, words) in meant {
        withdraw(sitting, number, reason)?;
        told.push(words);
    }
    Ok(told)
}

/// Writes down that the finding of entry `number` counts again.
pub fn withdraw(sitting: &mut Sitting, number: usize, reason: &str) -> Result<(), Trouble> {
    sitting.write(Action::Withdraw { ignored: number, reason: reason.to_owned() })?;
    Ok(())
}

fn selected(sitting: &Sitting, word: &str, reason: &str) -> Result<Vec<Request>, Trouble> {
    let (code, words) = parted(word);
    let Some(rule) = registry::RULES.iter().find(|rule| rule.code.eq_ignore_ascii_case(code) || rule.name == code)
    else {
        return Err(Trouble::Request(format!("没有“{code}”这条规则。规则代码见 dafu rules")));
    };
    let draft = &sitting.file.draft;
    let mut profiles = Profiles::default();
    let profile = profiles.of_draft(&sitting.file.path, &sitting.root, draft)?;
    let report = Checker::default().check_with(draft, profile, crate::run::today(), &sitting.waivers());
    let shown = |finding: &Finding| match draft.text(finding.field).get(finding.range.clone()) {
        Some(text) if !text.is_empty() => text.to_owned(),
        _ => finding.field.label().to_owned(),
    };
    let found: Vec<&Finding> = report
        .findings
        .iter()
        .filter(|finding| finding.rule.code == rule.code && (words.is_empty() || shown(finding).contains(words)))
        .collect();
    let (code, title) = (rule.code, rule.title);
    match found.as_slice() {
        [] if words.is_empty() => return Err(Trouble::Request(format!("没有查出 {code} {title}，无需忽略"))),
        [] => return Err(Trouble::Request(format!("“{words}”处没有查出 {code} {title}"))),
        [_, _, ..] if words.is_empty() => {
            let mut places: Vec<String> = found.iter().map(|finding| format!("{code}@{}", shown(finding))).collect();
            places.dedup();
            places.truncate(NAMED);
            let (count, places) = (found.len(), places.join("、"));
            return Err(Trouble::Request(format!("{code} {title}有 {count} 处，请写明是哪一处，如 {places}")));
        }
        _ => {}
    }
    if found.iter().any(|finding| !waiver::may_be_ignored(finding)) {
        return Err(Trouble::Request(format!("{code} {title}：缺少的要素不能忽略，请补上")));
    }
    Ok(found.into_iter().map(|finding| Request::of(finding, draft, reason)).collect())
}

/// A rule, and the words after `@`.
fn parted(word: &str) -> (&str, &str) {
    let (rule, words) = word.split_once(['@', '＠']).unwrap_or((word, ""));
    (rule.trim(), words.trim())
}
