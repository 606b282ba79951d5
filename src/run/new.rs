//! `dafu new`.

use super::console::Tone;
use super::{Console, Outcome, targets};
use crate::cli::New;
use crate::desk::{DraftFile, Workspace};
use crate::letter::date::LetterDate;
use crate::letter::{Contact, Draft, Kind, format, issued};
use anyhow::Result;

/// Writes one new draft from the office's configuration and what is known of the matter.
pub fn run(arguments: &New, console: &Console) -> Result<Outcome> {
    let workspace = Workspace::at(&arguments.workspace);
    anyhow::ensure!(
        workspace.exists(),
        "{}：这里没有 drafts/ 文件夹。先用 dafu init 建立工作文件夹",
        arguments.workspace.display()
    );
    let draft = draft(arguments, &workspace.configuration()?);
    let path = workspace.free_path(&arguments.number);
    DraftFile::create(&path, &draft)?;
    if !console.quiet {
        console.line(&console.paint(Tone::Good, &format!("已新建 {}", targets::shown(&path).display())));
    }
    Ok(Outcome::Good)
}

/// A draft with everything filled in that is known before a word is written.
fn draft(arguments: &New, configuration: &crate::desk::Configuration) -> Draft {
    let office = &configuration.office;
    let mut draft = Draft { kind: arguments.kind, profile: format::DEFAULT_PROFILE.to_owned(), ..Draft::default() };
    if !office.profile.is_empty() {
        draft.profile.clone_from(&office.profile);
    }
    let matter = &mut draft.matter;
    matter.session.clone_from(&arguments.session);
    matter.number.clone_from(&arguments.number);
    matter.title.clone_from(&arguments.title);
    matter.assigned = arguments.assigned.map_or_else(LetterDate::default, LetterDate::Day);
    let letter = &mut draft.letter;
    letter.issuer.clone_from(&office.issuer);
    letter.signature.clone_from(&office.issuer);
    arguments.kind.addressee_title().clone_into(&mut letter.addressee_title);
    if !office.contact.is_empty() || !office.phone.is_empty() {
        letter.contacts = vec![Contact { name: office.contact.clone(), phone: office.phone.clone() }];
    }
    letter.cc = match arguments.kind {
        Kind::Suggestion => office.suggestion_cc.clone(),
        Kind::Proposal => office.proposal_cc.clone(),
    };
    draft.letter.body = opening(&draft);
    // A title of which a part is unknown would have to be found and mended later: better none.
    if ![&draft.letter.issuer, &draft.matter.session, &draft.matter.number].iter().any(|part| part.is_empty()) {
        draft.letter.title = issued::composed_title(&draft);
    }
    draft
}

/// The opening sentence with what is known, so that the drafter goes on from there.
fn opening(draft: &Draft) -> String {
    let (title, number) = (&draft.matter.title, &draft.matter.number);
    if title.is_empty() || number.is_empty() {
        return String::new();
    }
    format!("您提出的《{title}》（第{number}号）收悉，现答复如下：\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::{Arguments, Command};
    use clap::Parser as _;

    fn new(line: &str) -> Draft {
        let Some(Command::New(arguments)) = Arguments::try_parse_from(line.split(' ')).unwrap().command else {
            panic!("not `new`");
        };
        let office = crate::desk::Office {
            issuer: "临江市水务局".into(),
            proposal_cc: vec!["市政协提案委员会".into()],
            ..Default::default()
        };
        draft(&arguments, &crate::desk::Configuration { office, ..Default::default() })
    }

    #[test]
    fn all_that_is_known_is_filled_in() {
        let draft = new("dafu new --kind 提案 --number 2026108 --title 关于治水的提案 --session 市政协十五届二次会议");
        assert_eq!(draft.letter.title, "临江市水务局关于市政协十五届二次会议第2026108号提案答复的函");
        assert_eq!(draft.letter.addressee_title, "委员");
        assert_eq!(draft.letter.cc, ["市政协提案委员会"]);
        assert!(draft.letter.body.starts_with("您提出的《关于治水的提案》（第2026108号）收悉"));
    }

    #[test]
    fn what_is_unknown_stays_empty() {
        let draft = new("dafu new");
        assert_eq!((draft.letter.title.as_str(), draft.letter.body.as_str()), ("", ""));
        assert_eq!(draft.letter.addressee_title, "代表");
    }
}
