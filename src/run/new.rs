//! `dafu new`.

use super::console::Tone;
use super::{Console, Outcome, targets};
use crate::cli::New;
use crate::desk::{self, Configuration, DraftFile, Workspace};
use crate::import::assignments::{self, Assignment};
use crate::letter::date::LetterDate;
use crate::letter::{Contact, Draft, Kind, Role, format, issued};
use anyhow::Result;
use std::path::Path;

/// Writes new drafts from the office's configuration and what is known of each matter.
pub fn run(arguments: &New, console: &Console) -> Result<Outcome> {
    let workspace = Workspace::at(&arguments.workspace);
    anyhow::ensure!(
        workspace.exists(),
        "{}：这里没有 drafts/ 文件夹。先用 dafu init 建立工作文件夹",
        arguments.workspace.display()
    );
    let configuration = workspace.configuration()?;
    match &arguments.from {
        Some(list) => from_list(list, arguments, &workspace, &configuration, console),
        None => {
            let assignment = Assignment {
                session: arguments.session.clone(),
                number: assignments::bare_number(&arguments.number).to_owned(),
                title: assignments::bare_title(&arguments.title).to_owned(),
                assigned: arguments.assigned.map_or_else(LetterDate::default, LetterDate::Day),
                ..Assignment::default()
            };
            let path = workspace.free_path(&assignment.number);
            DraftFile::create(&path, &draft(&assignment, arguments.kind, &configuration))?;
            if !console.quiet {
                let is_second = path != workspace.path_of(&assignment.number);
                let note = if is_second { "（已有同编号的稿件，另建一份）" } else { "" };
                let path = targets::shown(&path).display().to_string();
                console.line(&console.paint(Tone::Good, &format!("已新建 {path}{note}")));
            }
            Ok(Outcome::Good)
        }
    }
}

/// One draft a row. A number that has a draft already is left alone, so that a longer list can be given again.
fn from_list(
    list: &Path,
    arguments: &New,
    workspace: &Workspace,
    configuration: &Configuration,
    console: &Console,
) -> Result<Outcome> {
    let bytes = desk::read_bytes(list)?;
    let read = assignments::read(&bytes).map_err(|error| anyhow::anyhow!("{}：{error}", list.display()))?;
    let (mut made, mut there) = (0, Vec::new());
    for mut assignment in read.rows {
        if assignment.session.is_empty() {
            assignment.session.clone_from(&arguments.session);
        }
        if assignment.number.is_empty() {
            console.complain(&format!("{} 第 {} 行没有编号，稿件按行号命名", list.display(), assignment.row));
        }
        if let LetterDate::Written(date) = &assignment.assigned
            && !date.is_empty()
        {
            console.complain(&format!(
                "{} 第 {} 行的交办日期“{date}”没有看懂，请在稿件中改正",
                list.display(),
                assignment.row
            ));
        }
        let name =
            if assignment.number.is_empty() { format!("第{}行", assignment.row) } else { assignment.number.clone() };
        if workspace.path_of(&name).exists() {
            there.push(name);
            continue;
        }
        let draft = draft(&assignment, assignment.kind.unwrap_or(arguments.kind), configuration);
        DraftFile::create(&workspace.path_of(&name), &draft)?;
        made += 1;
    }
    if !console.quiet {
        let named = there.iter().take(5).map(String::as_str).collect::<Vec<_>>().join("、");
        let there = match there.len() {
            0 => String::new(),
            count => format!("；{count} 份已有同编号的稿件，没有改动（{named}{}）", if count > 5 { "等" } else { "" }),
        };
        console.line(&console.paint(Tone::Good, &format!("已新建 {made} 份{there}")));
        if !read.unknown_headings.is_empty() {
            console.line(&console.paint(Tone::Dim, &format!("没有用到的列：{}", read.unknown_headings.join("、"))));
        }
    }
    Ok(Outcome::Good)
}

/// A draft with everything filled in that is known before a word is written.
pub(super) fn draft(assignment: &Assignment, kind: Kind, configuration: &Configuration) -> Draft {
    let office = &configuration.office;
    let mut draft = Draft { kind, profile: format::DEFAULT_PROFILE.to_owned(), ..Draft::default() };
    draft.role = assignment.role.unwrap_or_default();
    if !office.profile.is_empty() {
        draft.profile.clone_from(&office.profile);
    }
    draft.matter.session.clone_from(&assignment.session);
    draft.matter.number.clone_from(&assignment.number);
    draft.matter.title.clone_from(&assignment.title);
    draft.matter.assigned.clone_from(&assignment.assigned);
    draft.matter.co_handlers.clone_from(&assignment.co_handlers);
    let letter = &mut draft.letter;
    letter.issuer.clone_from(&office.issuer);
    letter.signature.clone_from(&office.issuer);
    letter.addressees.clone_from(&assignment.addressees);
    kind.addressee_title().clone_into(&mut letter.addressee_title);
    if !office.contact.is_empty() || !office.phone.is_empty() {
        letter.contacts = vec![Contact { name: office.contact.clone(), phone: office.phone.clone() }];
    }
    letter.cc = match kind {
        Kind::Suggestion => office.suggestion_cc.clone(),
        Kind::Proposal => office.proposal_cc.clone(),
    };
    // A title of which a part is unknown would have to be found and mended later: better none.
    if ![&draft.letter.issuer, &draft.matter.session, &draft.matter.number].iter().any(|part| part.is_empty()) {
        draft.letter.title = issued::composed_title(&draft);
    }
    draft.letter.body = body(&draft);
    draft
}

/// The opening sentence with what is known and the words that close the letter, so that the drafter goes on between them.
fn body(draft: &Draft) -> String {
    let (title, number) = (&draft.matter.title, &draft.matter.number);
    if title.is_empty() || number.is_empty() {
        return String::new();
    }
    let you = if draft.letter.addressees.len() > 1 { "你们" } else { "您" };
    let opening = format!("{you}提出的《{title}》（第{number}号）收悉，现答复如下：");
    let closing = format!("专此答复，感谢{you}对我们工作的关心和支持。");
    match draft.role {
        // What one unit tells another closes in other words.
        Role::Joint => format!("{opening}\n\n"),
        Role::Lead | Role::Sole | Role::Separate => format!("{opening}\n\n\n\n{closing}\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::Office;

    fn office() -> Configuration {
        let office =
            Office {
                issuer: "临江市水务局".into(), proposal_cc: vec!["市政协提案委员会".into()], ..Office::default()
            };
        Configuration { office, ..Configuration::default() }
    }

    #[test]
    fn all_that_is_known_is_filled_in() {
        let assignment = Assignment {
            number: "2026108".into(),
            title: "关于治水的提案".into(),
            session: "市政协十五届二次会议".into(),
            addressees: vec!["沈禾".into(), "白露".into()],
            ..Assignment::default()
        };
        let draft = draft(&assignment, Kind::Proposal, &office());
        assert_eq!(draft.letter.title, "临江市水务局关于市政协十五届二次会议第2026108号提案答复的函");
        assert_eq!(draft.letter.addressee_title, "委员");
        assert_eq!(draft.letter.cc, ["市政协提案委员会"]);
        assert!(draft.letter.body.starts_with("你们提出的《关于治水的提案》（第2026108号）收悉"));
        assert!(draft.letter.body.ends_with("\n\n专此答复，感谢你们对我们工作的关心和支持。\n"));
    }

    #[test]
    fn what_is_unknown_stays_empty() {
        let draft = draft(&Assignment::default(), Kind::Suggestion, &office());
        assert_eq!((draft.letter.title.as_str(), draft.letter.body.as_str()), ("", ""));
        assert_eq!(draft.letter.addressee_title, "代表");
    }
}
