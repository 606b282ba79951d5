//! What a person reads of a check.

use super::worker::Checked;
use crate::check::checklist::State;
use crate::check::{Applicability, Finding, Rule, Severity};
use crate::letter::{Draft, Field};
use crate::run::Console;
use crate::run::console::Tone;
use crate::text::characters;
use crate::text::position::line_column;
use crate::text::width::Measure;
use std::fmt::Write as _;
use std::path::Path;

/// How many places of one piece of advice are told each; a letter with a space beside every number is told so once.
const ADVICE_SHOWN: usize = 3;

/// How many characters on either side of a finding are shown where its own words say nothing.
const AROUND: usize = 6;

/// The words for one file; empty where there is nothing to tell. With `ignored`, what is let stand is told one by one.
pub fn file(path: &Path, checked: &Checked, ignored: bool, console: &Console) -> String {
    let report = &checked.report;
    let told: Vec<&Finding> =
        report.findings.iter().filter(|finding| !console.quiet || finding.severity != Severity::Advice).collect();
    let mut page = String::new();
    if console.quiet && told.is_empty() && (!ignored || report.ignored.is_empty()) {
        return page;
    }
    // Writing to a String cannot fail, here and below.
    let _ = writeln!(page, "{}", console.paint(Tone::Strong, &path.display().to_string()));
    for (rule, same) in by_rule(&told) {
        let shown = if rule.severity == Severity::Advice { ADVICE_SHOWN } else { usize::MAX };
        for finding in same.iter().take(shown) {
            self::finding(&mut page, checked, finding, console);
        }
        if same.len() > shown {
            let more = same.len() - shown;
            let words = format!("  · {} 另有 {more} 处同样的“{}”", rule.code, rule.title);
            let _ = writeln!(page, "{}", console.paint(Tone::Dim, &words));
        }
    }
    if ignored {
        for each in &report.ignored {
            let (finding, waiver) = (&each.finding, &each.waiver);
            let day = waiver.at.split('T').next().unwrap_or_default();
            let words = format!(
                "  – {} {}  {}{}　已忽略（第{}条，{} {day}）：{}",
                finding.rule.code,
                place(checked, finding),
                finding.message,
                excerpt(&checked.draft, finding),
                waiver.number,
                waiver.who,
                waiver.reason
            );
            let _ = writeln!(page, "{}", console.paint(Tone::Dim, &words));
        }
    }
    if !console.quiet {
        elements(&mut page, checked, ignored, console);
    }
    page
}

/// How the elements stand, and what a person still has to do.
fn elements(page: &mut String, checked: &Checked, ignored: bool, console: &Console) {
    let Checked { report, missing, .. } = checked;
    let required: Vec<_> = report.checklist.iter().filter(|item| item.state != State::Human).collect();
    let good = required.iter().filter(|item| item.state == State::Good).count();
    let wrong: Vec<_> =
        required.iter().filter(|item| item.state != State::Good).map(|item| format!("✗{}", item.title)).collect();
    let human: Vec<_> =
        report.checklist.iter().filter(|item| item.state == State::Human).map(|item| item.title).collect();
    let _ = writeln!(page, "{}", format!("  要素 {good}/{} {}", required.len(), wrong.join(" ")).trim_end());
    if !ignored && !report.ignored.is_empty() {
        let words = format!("  已忽略 {} 处（--ignored 查看理由）", report.ignored.len());
        let _ = writeln!(page, "{}", console.paint(Tone::Dim, &words));
    }
    let _ = writeln!(page, "{}", console.paint(Tone::Dim, &format!("  还须人工核对：{}", human.join("；"))));
    for words in missing {
        let _ = writeln!(page, "{}", console.paint(Tone::Warning, &format!("  签字手续：{words}")));
    }
    page.push('\n');
}

/// The findings in their order, those of one rule of advice together where the first of them stands.
fn by_rule<'a>(findings: &[&'a Finding]) -> Vec<(&'static Rule, Vec<&'a Finding>)> {
    let mut groups: Vec<(&'static Rule, Vec<&Finding>)> = Vec::new();
    for finding in findings {
        let is_advice = finding.severity == Severity::Advice;
        match groups.iter_mut().find(|(rule, _)| is_advice && *rule == finding.rule) {
            Some((_, same)) => same.push(finding),
            None => groups.push((finding.rule, vec![finding])),
        }
    }
    groups
}

/// Where a finding stands, in words: by the lines of the file it was read from, or else by those of the field.
fn place(checked: &Checked, finding: &Finding) -> String {
    let (draft, label) = (&checked.draft, finding.field.label());
    let source = checked.source.as_ref().and_then(|it| it.place(draft, finding.field, finding.range.start));
    if let Some(place) = source {
        return format!("{label} 第{}行第{}字", place.line, place.column);
    }
    let text = draft.text(finding.field);
    let place = line_column(&text, finding.range.start);
    match finding.field {
        Field::Body => format!("{label} 第{}行第{}字", place.line, place.column),
        _ if finding.range.is_empty() && text.is_empty() => label.to_owned(),
        _ => format!("{label} 第{}字", place.column),
    }
}

/// The words of a finding in 【】; where they are blanks only, with some of the text around them.
fn excerpt(draft: &Draft, finding: &Finding) -> String {
    let text = draft.text(finding.field);
    match text.get(finding.range.clone()) {
        None | Some("") => String::new(),
        Some(words) if characters::ink(words).next().is_none() => {
            format!("  【{}】", around(&text, finding.range.clone(), AROUND))
        }
        Some(words) => format!("  【{}】", Measure::default().shorten(&words.replace('\n', "↵"), 40)),
    }
}

/// A place with up to `count` characters of its line before and after it, its own blanks to be seen.
pub(super) fn around(text: &str, range: std::ops::Range<usize>, count: usize) -> String {
    let (Some(before), Some(own), Some(after)) =
        (text.get(..range.start), text.get(range.clone()), text.get(range.end..))
    else {
        return String::new();
    };
    let line = |it: &char| *it != '\n';
    let mut before: Vec<char> = before.chars().rev().take_while(line).take(count).collect();
    before.reverse();
    let after = after.chars().take_while(line).take(count);
    let blank = |it: char| match it {
        '\n' => '↵',
        '\u{3000}' => '□',
        it if characters::is_blank(it) => '␣',
        it => it,
    };
    before.into_iter().chain(own.chars().map(blank)).chain(after).collect()
}

fn finding(page: &mut String, checked: &Checked, finding: &Finding, console: &Console) {
    let tone = match finding.severity {
        Severity::Error => Tone::Error,
        Severity::Warning => Tone::Warning,
        Severity::Advice => Tone::Dim,
    };
    let sign = console.paint(tone, &format!("{} {}", finding.severity.sign(), finding.rule.code));
    let excerpt = excerpt(&checked.draft, finding);
    let _ = writeln!(page, "  {sign} {}  {}{excerpt}", place(checked, finding), finding.message);
    if console.quiet {
        return;
    }
    let fix = finding.fix.as_ref().map_or_else(String::new, |fix| {
        let how = if fix.applicability == Applicability::Safe { "可自动修正" } else { "建议" };
        format!("  {how}：{}", fix.title)
    });
    let _ = writeln!(page, "{}", console.paint(Tone::Dim, &format!("         依据 {}{fix}", finding.source)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_is_shown_with_what_is_around_it() {
        let text = "一、概况\n今年纳入 2023 年计划";
        let at = text.find(' ').unwrap();
        assert_eq!(around(text, at..at + 1, AROUND), "今年纳入␣2023 年");
        assert_eq!(around("\u{3000}您好", 0..3, AROUND), "□您好");
    }
}
