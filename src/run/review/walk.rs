//! The reviewer's walk in a plain terminal: one open item after the other, answered by Enter, a digit or a word.

use super::{Trouble, decide, show};
use crate::app::review::machine;
use crate::check::Checker;
use crate::review::{Action, Item, Stage, Verdict, standing};
use crate::run::console::Tone;
use crate::run::sitting::Sitting;
use crate::run::{Console, Outcome, Profiles};
use std::collections::HashSet;
use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

/// What the reviewer answers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Pass,
    Return,
    NotApplicable,
    Skip,
    End,
}

/// Walks through the items that are open. The draft is read anew before each, so that what the drafter changes meanwhile
/// is what is shown; a verdict is bound to the text that was shown in any case.
pub fn run(sitting: &mut Sitting, console: &Console) -> Result<Outcome, Trouble> {
    sitting.is_sound()?;
    introduce(sitting)?;
    sitting.progress().may_judge(&sitting.person.name)?;
    let mut skipped: HashSet<String> = HashSet::new();
    if !pass_proven(sitting, console, &mut skipped)? {
        return Ok(Outcome::Good);
    }
    loop {
        if sitting.refresh()? {
            console.line(&console.paint(Tone::Warning, "稿件刚被改动，以下按新的稿件核对"));
        }
        let progress = sitting.progress();
        let items = &progress.items;
        let open: Vec<&Item> =
            items.iter().filter(|item| progress.awaits(item) && !skipped.contains(&item.content)).collect();
        let Some(&item) = open.first() else { break };
        let settled = items.iter().filter(|item| standing(item, &sitting.record).is_settled()).count();
        let head = format!("[已过 {settled}/{}，待核 {}] {}", items.len(), open.len(), item.title);
        console.line(&console.paint(Tone::Strong, &head));
        let mut profiles = Profiles::default();
        let draft = &sitting.file.draft;
        let profile = profiles.of_draft(&sitting.file.path, &sitting.root, draft)?;
        let report = Checker::default().check_with(draft, profile, crate::run::today(), &sitting.waivers());
        let verdict = machine::verdict(item, draft, &report.findings, &report.checklist);
        show::item(item, sitting, standing(item, &sitting.record), &verdict, console);
        let verdict = match ask("回车通过　2退回　3不适用　4跳过　0结束：")? {
            None | Some(Answer::End) => return finish(sitting, console),
            Some(Answer::Pass) if verdict.stands_against() => {
                let question = format!("机器判为“{}”，仍要通过的，写明理由（不写则跳过）：", verdict.label());
                line(&question)?.map(Verdict::PassDespite)
            }
            Some(Answer::Pass) => Some(Verdict::Pass),
            Some(Answer::Return) => words("要改什么：")?.map(Verdict::Return),
            Some(Answer::NotApplicable) => words("理由：")?.map(Verdict::NotApplicable),
            Some(Answer::Skip) => None,
        };
        let item = item.clone();
        match verdict {
            Some(verdict) => decide::judge(sitting, [(item, verdict)])?,
            None => drop(skipped.insert(item.content)),
        }
    }
    finish(sitting, console)
}

/// Asks for the reviewer's name where nobody gave one yet, and keeps the answer for this account.
fn introduce(sitting: &mut Sitting) -> Result<(), Trouble> {
    if sitting.person.given || !io::stdin().is_terminal() {
        return Ok(());
    }
    if let Some(name) = line(&format!("您的姓名（写入核稿记录，不写则为 {}）：", sitting.person.name))?
    {
        crate::desk::remember_name(&name)?;
        sitting.person.name = name;
    }
    Ok(())
}

/// Offers to pass at once what the machine has proven. Says whether to go on.
fn pass_proven(sitting: &mut Sitting, console: &Console, skipped: &mut HashSet<String>) -> Result<bool, Trouble> {
    let proven = decide::proven(sitting, &sitting.progress().items)?;
    if proven.is_empty() {
        return Ok(true);
    }
    console.line(&console.paint(Tone::Strong, &format!("机器已查证 {} 项", proven.len())));
    for item in &proven {
        let words: Vec<&str> = item.evidence.iter().map(|evidence| evidence.text.as_str()).collect();
        let words = if words.is_empty() { "（没有）".to_owned() } else { words.join("、").replace('\n', " ") };
        console.line(&format!("  {}　{words}", item.title));
    }
    match ask("回车一并通过　4逐项看　0结束：")? {
        None | Some(Answer::End) => return Ok(false),
        Some(Answer::Pass) => {
            decide::judge(sitting, proven.into_iter().map(|item| (item, Verdict::Pass)))?;
        }
        Some(_) => skipped.clear(),
    }
    Ok(true)
}

/// Tells how it stands, and what comes next.
fn finish(sitting: &mut Sitting, console: &Console) -> Result<Outcome, Trouble> {
    let progress = sitting.progress();
    let returned = progress
        .items
        .iter()
        .filter(|item| matches!(standing(item, &sitting.record), crate::review::Standing::Returned(_)));
    let returned: Vec<&str> = returned.map(|item| item.title.as_str()).collect();
    if !returned.is_empty() {
        console.line(&format!("退回 {} 项：{}。", returned.len(), returned.join("、")));
        console.line("整份退回拟稿人用 --send-back --reason 理由");
        return Ok(Outcome::Good);
    }
    match progress.missing(Stage::Review) {
        Some(missing) if progress.may_sign(Stage::Review, "", &sitting.person.name).is_ok() => {
            console.line(&format!("各项都已通过，{}。", missing.why));
            if ask("回车签字　0不签：")? == Some(Answer::Pass) {
                let letter = progress.letter;
                let (unit, opinion) = (String::new(), String::new());
                sitting.decide(vec![Action::Sign { stage: Stage::Review, unit, letter, opinion }])?;
                console.line(&console.paint(Tone::Good, &format!("核稿已签字（{}）", sitting.person.name)));
            }
        }
        Some(missing) => console.line(&format!("核稿：{}", missing.why)),
        None => console.line(&console.paint(Tone::Good, "核稿已完成")),
    }
    Ok(Outcome::Good)
}

/// Asks until the answer is one; `None` at the end of the input.
fn ask(question: &str) -> Result<Option<Answer>, Trouble> {
    loop {
        let Some(typed) = typed(question)? else { return Ok(None) };
        let plain: String = typed
            .chars()
            .map(|it| crate::text::characters::half_width(it).unwrap_or(it))
            .collect::<String>()
            .to_lowercase();
        let answer = match plain.trim() {
            "" | "1" | "y" | "通过" | "是" => Answer::Pass,
            "2" | "b" | "退回" => Answer::Return,
            "3" | "n" | "不适用" => Answer::NotApplicable,
            "4" | "s" | "跳过" => Answer::Skip,
            "0" | "q" | "结束" | "否" => Answer::End,
            _ => continue,
        };
        return Ok(Some(answer));
    }
}

/// Asks for words until there are some; `None` at the end of the input.
fn words(question: &str) -> Result<Option<String>, Trouble> {
    loop {
        match typed(question)? {
            None => return Ok(None),
            Some(words) if words.trim().is_empty() => {}
            Some(words) => return Ok(Some(words.trim().to_owned())),
        }
    }
}

/// Asks once; `None` for an empty answer.
fn line(question: &str) -> Result<Option<String>, Trouble> {
    Ok(typed(question)?.map(|words| words.trim().to_owned()).filter(|words| !words.is_empty()))
}

/// The next line of the input, without its end; `None` when there is none any more.
fn typed(question: &str) -> Result<Option<String>, Trouble> {
    let broken = |error: io::Error| Trouble::Request(format!("读不到输入：{error}"));
    let mut out = io::stdout();
    out.write_all(question.as_bytes()).and_then(|()| out.flush()).map_err(broken)?;
    let mut text = String::new();
    let read = io::stdin().lock().read_line(&mut text).map_err(broken)?;
    if !io::stdin().is_terminal() {
        // On a terminal the person's own Enter ends the line.
        let _ = out.write_all(b"\n");
    }
    Ok((read > 0).then(|| text.trim_end_matches(['\n', '\r']).to_owned()))
}
