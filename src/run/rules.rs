//! `dafu rules`.

use super::console::Tone;
use super::{Console, Outcome, Profiles};
use crate::check::profile::BUILT_IN;
use crate::check::{Applicability, Group, Profile, Rule, Severity, check, example, registry};
use crate::cli::Rules;
use crate::text::width::Measure;
use anyhow::Result;
use std::path::Path;

/// Lists the catalogue, or shows one rule's page.
pub fn run(arguments: &Rules, console: &Console) -> Result<Outcome> {
    if let Some(name) = &arguments.profile {
        return profile(name, console);
    }
    match &arguments.code {
        None => catalogue(console),
        Some(code) => {
            let Some(rule) = registry::find(code) else {
                anyhow::bail!("没有编号或名称为“{code}”的规则。用 dafu rules 列出全部");
            };
            page(rule, console);
        }
    }
    Ok(Outcome::Good)
}

/// Shows what one profile asks, or lists the compiled-in ones. The current folder's own profiles count.
fn profile(name: &str, console: &Console) -> Result<Outcome> {
    if name == "list" {
        for (name, _) in BUILT_IN {
            let title = Profile::built_in(name).map_or_else(String::new, |profile| profile.title);
            console.line(&format!("{} {title}", Measure::default().pad(name, 12)));
        }
        return Ok(Outcome::Good);
    }
    console.line(Profiles::default().get(Path::new(""), name)?.markdown().trim_end());
    Ok(Outcome::Good)
}

fn catalogue(console: &Console) {
    for group in Group::ALL {
        let rules: Vec<_> = registry::RULES.iter().filter(|rule| rule.group == group).collect();
        if rules.is_empty() {
            continue;
        }
        console.line(&console.paint(Tone::Strong, &format!("{} {}", group.letter(), group.title())));
        for rule in rules {
            let title = Measure::default().pad(rule.title, 24);
            let severity = console.paint(tone(rule.severity), rule.severity.label());
            console.line(&format!("  {} {severity} {title} {}", rule.code, rule.name));
        }
    }
    if !console.quiet {
        console.line(
            &console.paint(
                Tone::Dim,
                &format!("共 {} 条。dafu rules 编号 查看一条的说明、依据和例子", registry::RULES.len()),
            ),
        );
    }
}

fn page(rule: &'static Rule, console: &Console) {
    console.line(&console.paint(Tone::Strong, &format!("{} {}（{}）", rule.code, rule.title, rule.name)));
    console.line(&format!("级别　　{}", console.paint(tone(rule.severity), rule.severity.label())));
    console.line(&format!("检查　　{}", rule.explanation));
    console.line(&format!("依据　　{}", rule.source));
    for (title, is_wrong) in [("反例", true), ("正例", false)] {
        for example in rule.examples.iter().filter(|example| example.is_wrong == is_wrong) {
            for (index, line) in example.lines().iter().enumerate() {
                let lead = if index == 0 { title } else { "　　" };
                let tone = if is_wrong { Tone::Warning } else { Tone::Good };
                console.line(&format!("{}　　{line}", console.paint(tone, lead)));
            }
        }
    }
    console.line(&format!("修正　　{}", mending(rule)));
}

fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Error => Tone::Error,
        Severity::Warning => Tone::Warning,
        Severity::Advice => Tone::Dim,
    }
}

/// What the rule's fixes do, told from what its own examples are given.
fn mending(rule: &'static Rule) -> &'static str {
    let offered = |applicability| {
        rule.examples.iter().filter(|example| example.is_wrong).any(|example| {
            check(&example.draft().0, &Profile::default(), example::TODAY).findings.iter().any(|finding| {
                finding.rule == rule && finding.fix.as_ref().is_some_and(|fix| fix.applicability == applicability)
            })
        })
    };
    if offered(Applicability::Safe) {
        "可自动修正（dafu check --fix，工作台按 F8）"
    } else if offered(Applicability::Review) {
        "给出修改建议，由人决定（工作台按 F8）"
    } else {
        "须人工修改"
    }
}
