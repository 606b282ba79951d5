//! Decisions given on the command line, for scripts and for those who know what they want.

use super::{Trouble, ignore, select};
use crate::app::review::machine;
use crate::check::Checker;
use crate::cli::Review;
use crate::letter::Field;
use crate::review::{Action, Anchor, Item, Stage, Verdict, remark};
use crate::run::console::Tone;
use crate::run::sitting::Sitting;
use crate::run::{Console, Outcome, Profiles, targets};

/// Whether the command line decides something; otherwise the walk begins.
pub fn is_asked(arguments: &Review) -> bool {
    let Review { submit, pass_proven, send_back, .. } = arguments;
    *submit
        || *pass_proven
        || *send_back
        || !arguments.pass.is_empty()
        || arguments.return_item.is_some()
        || arguments.not_applicable.is_some()
        || arguments.at.is_some()
        || arguments.answer.is_some()
        || arguments.resolve.is_some()
        || arguments.sign.is_some()
        || !arguments.ignore.is_empty()
        || !arguments.unignore.is_empty()
        || arguments.renamed_from.is_some()
        || arguments.renew
}

/// Does what was decided, in the order of a letter's way: handing in, verdicts, remarks, sending back, signing.
pub fn run(arguments: &Review, sitting: &mut Sitting, console: &Console) -> Result<Outcome, Trouble> {
    let say = |words: String| {
        if !console.quiet {
            console.line(&console.paint(Tone::Good, &words));
        }
    };
    let text = |words: &Option<String>| words.as_deref().unwrap_or_default().trim().to_owned();
    let (remark, reason) = (text(&arguments.remark), text(&arguments.reason));
    let filled = |words: &str, option: &str| match words {
        "" => Err(Trouble::Request(format!("{option} 不能空着"))),
        _ => Ok(words.to_owned()),
    };
    if arguments.renew {
        let aside = sitting.renew(&filled(&reason, "--reason")?)?;
        say(format!("原核稿记录移到 {}，已另立新记录", targets::shown(&aside).display()));
    }
    if let Some(from) = &arguments.renamed_from {
        let to = sitting.name();
        sitting.write(Action::Rename { from: from.clone(), to, reason: filled(&reason, "--reason")? })?;
        say(format!("已记下稿件由 {from} 改名"));
    }
    if !arguments.ignore.is_empty() {
        let reason = filled(&reason, "--reason")?;
        for word in &arguments.ignore {
            ignore::ignore(sitting, word, &reason)?.into_iter().for_each(say);
        }
    }
    for word in &arguments.unignore {
        ignore::unignore(sitting, word, &reason)?.into_iter().for_each(say);
    }
    if arguments.submit {
        sitting.decide(vec![Action::Submit { note: remark.clone() }])?;
        say(format!("已送核，拟稿人 {}", sitting.person.name));
    }
    verdicts(arguments, sitting, &remark, &reason, &say)?;
    remarks(arguments, sitting, &remark, &say)?;
    if arguments.send_back {
        sitting.decide(vec![Action::SendBack { reason: filled(&reason, "--reason")? }])?;
        say("已退回拟稿人，此前的签字作废".to_owned());
    }
    if let Some(word) = &arguments.sign {
        sign(arguments, word, sitting, &say)?;
    }
    Ok(Outcome::Good)
}

fn verdicts(
    arguments: &Review,
    sitting: &mut Sitting,
    remark: &str,
    reason: &str,
    say: &impl Fn(String),
) -> Result<(), Trouble> {
    let items = sitting.progress().items;
    let mut decided: Vec<(Item, Verdict)> = Vec::new();
    if arguments.pass_proven {
        decided.extend(proven(sitting, &items)?.into_iter().map(|item| (item, Verdict::Pass)));
    }
    for word in &arguments.pass {
        let chosen = select::select(&items, word)?;
        // Of a group only what waits is passed: a verdict that holds is not given once more.
        let group = chosen.len() > 1;
        let progress = sitting.progress();
        let waits = |item: &&&Item| {
            !group || progress.awaits(item) && decided.iter().all(|(known, _)| known.selector != item.selector)
        };
        let more: Vec<_> = chosen.iter().filter(waits).map(|item| ((*item).clone(), Verdict::Pass)).collect();
        decided.extend(more);
    }
    for (word, words, option, verdict) in [
        (&arguments.not_applicable, reason, "--reason", Verdict::NotApplicable as fn(String) -> Verdict),
        (&arguments.return_item, remark, "--remark", Verdict::Return as fn(String) -> Verdict),
    ] {
        let Some(word) = word else { continue };
        if words.is_empty() {
            return Err(Trouble::Request(format!("{option} 不能空着")));
        }
        decided.extend(select::select(&items, word)?.into_iter().map(|item| (item.clone(), verdict(words.to_owned()))));
    }
    if decided.is_empty() {
        if arguments.pass_proven || !arguments.pass.is_empty() {
            say("没有待核的项".to_owned());
        }
        return Ok(());
    }
    pass_despite(sitting, &mut decided, reason)?;
    let told: Vec<String> =
        decided.iter().map(|(item, verdict)| format!("{}　{}", item.title, verdict.label())).collect();
    judge(sitting, decided)?;
    told.into_iter().for_each(say);
    Ok(())
}

/// What the machine found an error in is passed with a reason, and not without.
fn pass_despite(sitting: &Sitting, decided: &mut [(Item, Verdict)], reason: &str) -> Result<(), Trouble> {
    let passed: Vec<Item> =
        decided.iter().filter(|(_, verdict)| *verdict == Verdict::Pass).map(|(item, _)| item.clone()).collect();
    let against = stands_against(sitting, &passed)?;
    if let ([_, ..], "") = (&against[..], reason) {
        let named: Vec<String> = against.iter().map(|(item, label)| format!("{}（{label}）", item.title)).collect();
        return Err(Trouble::Request(format!("{} 仍要通过的，用 --reason 写明理由", named.join("、"))));
    }
    for (item, verdict) in decided {
        if *verdict == Verdict::Pass && against.iter().any(|(other, _)| other.selector == item.selector) {
            *verdict = Verdict::PassDespite(reason.to_owned());
        }
    }
    Ok(())
}

/// Those of `items` that the machine found an error in, each with its verdict in a word.
fn stands_against(sitting: &Sitting, items: &[Item]) -> Result<Vec<(Item, &'static str)>, Trouble> {
    let mut profiles = Profiles::default();
    let draft = &sitting.file.draft;
    let profile = profiles.of_draft(&sitting.file.path, &sitting.root, draft)?;
    let report = Checker::default().check_with(draft, profile, crate::run::today(), &sitting.waivers());
    let judged = items.iter().map(|item| (item, machine::verdict(item, draft, &report.findings, &report.checklist)));
    let against = judged.filter(|(_, machine)| machine.stands_against());
    Ok(against.map(|(item, machine)| (item.clone(), machine.label())).collect())
}

/// Writes down verdicts on items as they were shown.
pub fn judge(sitting: &mut Sitting, decided: impl IntoIterator<Item = (Item, Verdict)>) -> Result<(), Trouble> {
    let actions = decided.into_iter().map(|(item, verdict)| item.judged(&sitting.file.draft, verdict)).collect();
    sitting.decide(actions)?;
    Ok(())
}

/// The items that the machine has proven and nobody has judged on their present text.
pub fn proven(sitting: &Sitting, items: &[Item]) -> Result<Vec<Item>, Trouble> {
    let mut profiles = Profiles::default();
    let draft = &sitting.file.draft;
    let profile = profiles.of_draft(&sitting.file.path, &sitting.root, draft)?;
    let report = Checker::default().check_with(draft, profile, crate::run::today(), &sitting.waivers());
    let is_open = |item: &&Item| crate::review::standing(item, &sitting.record).is_open();
    let proven = |item: &&Item| machine::verdict(item, draft, &report.findings, &report.checklist).proven;
    Ok(items.iter().filter(is_open).filter(proven).cloned().collect())
}

fn remarks(arguments: &Review, sitting: &mut Sitting, text: &str, say: &impl Fn(String)) -> Result<(), Trouble> {
    if let Some(quote) = &arguments.at {
        let body = &sitting.file.draft.letter.body;
        let places: Vec<usize> = match quote.as_str() {
            "" => Vec::new(),
            quote => body.match_indices(quote).map(|(at, _)| at).collect(),
        };
        let at = match (places.as_slice(), arguments.nth) {
            ([], _) => return Err(Trouble::Request(format!("正文里没有“{quote}”"))),
            ([only], None) => *only,
            (all, None) => {
                let count = all.len();
                return Err(Trouble::Request(format!(
                    "正文里有 {count} 处“{quote}”，用 --nth 写明第几处，或多写几个字"
                )));
            }
            (all, Some(nth)) => *nth
                .checked_sub(1)
                .and_then(|at| all.get(at))
                .ok_or_else(|| Trouble::Request(format!("正文里只有 {} 处“{quote}”，没有第 {nth} 处", all.len())))?,
        };
        let anchor = Anchor::at(Field::Body, body, at..at + quote.len());
        let number = sitting.decide(vec![Action::Remark { anchor, text: text.to_owned() }])?;
        say(format!("已批注，第 {number} 号"));
    }
    for (number, action) in [
        (arguments.answer, Action::Answer { remark: arguments.answer.unwrap_or(0), text: text.to_owned() }),
        (arguments.resolve, Action::Resolve { remark: arguments.resolve.unwrap_or(0), text: text.to_owned() }),
    ] {
        let Some(number) = number else { continue };
        if remark::threads(&sitting.record).iter().all(|thread| thread.number != number) {
            return Err(Trouble::Request(format!("没有第 {number} 号批注")));
        }
        let told = action.told();
        sitting.decide(vec![action])?;
        say(format!("已{told}"));
    }
    Ok(())
}

fn sign(arguments: &Review, word: &str, sitting: &mut Sitting, say: &impl Fn(String)) -> Result<(), Trouble> {
    let word = if word.ends_with(".toml") { Stage::Review.title() } else { word };
    let stage = Stage::from_title(word)
        .or_else(|| Stage::from_word(word))
        .ok_or_else(|| Trouble::Request(format!("没有“{word}”这个环节，应为“核稿”“会签”“签发”")))?;
    let unit = arguments.unit.clone().unwrap_or_default();
    let letter = sitting.progress().letter;
    let opinion = arguments.opinion.clone().unwrap_or_default();
    sitting.decide(vec![Action::Sign { stage, unit, letter, opinion }])?;
    let signed = sitting.record.entries.last().is_some_and(|kept| kept.signature.is_some());
    let key = if signed { "，并用 SSH 密钥签名" } else { "" };
    say(format!("{}已签字（{}{key}）", stage.title(), sitting.person.name));
    Ok(())
}
