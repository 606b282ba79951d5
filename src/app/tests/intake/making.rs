//! From a path or a folder to drafts, and leaving without one.

use super::{ODD, reading};
use crate::app::intake::Origin;
use crate::app::intake::errand::{Arrival, Errand, MakeProblem};
use crate::app::intake::paths::{Entry, Listing};
use crate::app::overlay::Overlay;
use crate::app::tests::{Bench, faulty, letters};
use crate::app::{Effect, Message};
use std::path::PathBuf;

#[test]
fn leaving_asks_only_where_something_was_put_right() {
    let mut bench = Bench::taking_in(ODD);
    bench.keys("<Esc>");
    assert!(bench.state.intake().is_none());
    bench.take_in(ODD);
    bench.keys("甲<Esc>");
    assert!(matches!(bench.state.overlay(), Some(Overlay::Question(_))));
    bench.keys("<Enter>");
    assert!(bench.state.intake().is_some());
    bench.keys("<Ctrl+Q><→><Enter>");
    assert_eq!(bench.asked(), [Effect::Quit]);
}

#[test]
fn a_name_that_is_taken_is_asked_about_and_never_written_over() {
    let mut bench = Bench::taking_in(ODD);
    bench.keys("<Ctrl+S>");
    bench.asked();
    let (taken, free) = ("drafts/2026057.toml".into(), "drafts/2026057-2.toml".into());
    bench.tell(Message::Intake(Arrival::Made(Err(MakeProblem::Exists { taken, free }))));
    bench.keys("<Enter>");
    assert!(matches!(bench.asked()[..], [Effect::Intake(Errand::Make { beside: true, .. })]));
    bench.tell(Message::Intake(Arrival::Made(Ok("drafts/2026057-2.toml".into()))));
    assert_eq!(bench.asked(), [Effect::Open("drafts/2026057-2.toml".into())]);
    bench.open(faulty());
    bench.keys("<F9>drbg<Enter>");
    let Some(Overlay::Page(page)) = bench.state.overlay() else {
        panic!("the report is shown");
    };
    let lines = page.lines.join("\n");
    assert!(lines.contains("第7行“— 1 —”：页码") && lines.contains("内部编码甲乙丙"), "{lines}");
}

#[test]
fn a_draft_that_was_made_opens_at_its_first_finding() {
    let mut bench = Bench::taking_in(ODD);
    bench.keys("<Ctrl+S>");
    bench.tell(Message::Intake(Arrival::Made(Ok("drafts/稿.toml".into()))));
    bench.open(faulty());
    let sheet = bench.state.sheet().unwrap();
    assert!(sheet.walking, "a finding is gone to");
    assert!(bench.state.overlay().is_none());
}

#[test]
fn the_path_is_typed_completed_dropped_and_asked_for_once() {
    let mut bench = Bench::new((120, 40));
    bench.keys("<Ctrl+U>旧");
    assert_eq!(bench.asked().last(), Some(&Effect::Intake(Errand::List("旧".into()))));
    let listing = |typed: &str, name: &str, is_folder| Listing {
        typed: typed.into(),
        entries: vec![Entry { name: name.into(), is_folder }],
        ..Listing::default()
    };
    bench.tell(Message::Intake(Arrival::Paths(listing("旧", "旧稿", true))));
    bench.keys("<Enter>");
    assert_eq!(bench.asked(), [Effect::Intake(Errand::List("旧稿/".into()))]);
    bench.tell(Message::Intake(Arrival::Paths(listing("旧稿/", "去年的函.txt", false))));
    bench.keys("<Tab><Enter><Enter>");
    assert_eq!(
        bench.asked(),
        [
            Effect::Intake(Errand::List("旧稿/去年的函.txt".into())),
            Effect::Intake(Errand::Read("旧稿/去年的函.txt".into()))
        ]
    );
    bench.tell(Message::Intake(Arrival::Read(Box::new(Err("旧稿/去年的函.txt：文件太大".into())))));
    assert_eq!(bench.notice(), "旧稿/去年的函.txt：文件太大");
    bench.keys("<Ctrl+A>");
    bench.tell(Message::Paste("'/家/去年 的函.docx' ".into()));
    assert_eq!(bench.asked(), [Effect::Intake(Errand::List("/家/去年 的函.docx".into()))]);
    bench.keys("<Enter>");
    let origin = Origin::File("/家/去年 的函.docx".into());
    bench.tell(Message::Intake(Arrival::Read(Box::new(Ok(reading(ODD, origin.clone()))))));
    assert!(bench.state.intake().is_some());
    bench.keys("<Esc><Ctrl+U>甲.txt<Enter><Esc>");
    bench.tell(Message::Intake(Arrival::Read(Box::new(Ok(reading(ODD, origin))))));
    assert!(bench.state.intake().is_none(), "who closed the question does not want the answer");
    bench.keys("<Ctrl+U>");
    assert_eq!(
        bench.asked().last(),
        Some(&Effect::Intake(Errand::List("/家/".into()))),
        "the last folder is remembered"
    );
}

#[test]
fn a_folder_is_gone_through() {
    let mut bench = Bench::new((120, 40));
    let files: Vec<PathBuf> = ["一.txt", "二.txt", "三.txt"].map(PathBuf::from).into();
    bench.tell(Message::Intake(Arrival::Folder { folder: "旧稿".into(), files: files.clone() }));
    assert_eq!(bench.asked(), [Effect::Intake(Errand::ReadAll(files))]);
    let certain = letters().into_iter().find(|(name, _)| name.starts_with("01-")).unwrap().1;
    let told = |index, read| Message::Intake(Arrival::BatchRead { index, read: Box::new(read) });
    let origin = |name: &str| Origin::File(name.into());
    bench.tell(told(0, Ok(reading(&certain, origin("一.txt")))));
    bench.tell(told(1, Ok(reading(ODD, origin("二.txt")))));
    bench.tell(told(2, Err("三.txt：不像一封答复函".into())));
    let summary = bench.state.imports().batch.as_ref().unwrap().summary();
    assert_eq!((summary.certain, summary.doubtful, summary.failed), (1, 1, 1));
    bench.keys("<Ctrl+S>");
    let asked = bench.asked();
    assert!(matches!(&asked[..], [Effect::Intake(Errand::MakeAll(drafts))] if drafts.len() == 1), "{asked:?}");
    bench.tell(Message::Intake(Arrival::AllMade(vec![(0, Ok("drafts/1.toml".into()))])));
    assert!(bench.notice().contains("还有 1 份须核对"), "{}", bench.notice());
    bench.keys("<Ctrl+S>");
    assert!(matches!(bench.state.overlay(), Some(Overlay::Question(_))), "what is doubtful is asked about");
    bench.keys("<Enter><Enter>");
    assert!(bench.state.intake().is_some());
    bench.keys("<Ctrl+S>");
    bench.tell(Message::Intake(Arrival::Made(Ok("drafts/2.toml".into()))));
    assert!(bench.state.intake().is_none() && bench.state.imports().shown_batch().is_some());
    bench.keys("<Ctrl+S>");
    assert_eq!(bench.notice(), "没有可以成稿的了");
    assert_eq!(bench.state.imports().records.len(), 2);
    bench.keys("<Esc>");
    assert!(bench.state.imports().batch.is_none());
}
