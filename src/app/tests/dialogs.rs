use super::{Bench, faulty, finished};
use crate::app::overlay::Overlay;
use crate::app::{Effect, ExportProblem, Message, SaveProblem};

#[test]
fn quitting_asks_only_about_unsaved_changes() {
    let mut bench = Bench::with(finished());
    bench.keys("<Ctrl+Q>");
    assert_eq!(bench.asked(), [Effect::Quit]);
    bench.keys("改<Ctrl+Q>");
    assert_eq!(bench.asked(), []);
    bench.keys("<Enter>");
    assert_eq!(bench.asked(), [Effect::Save { overwrite: false }]);
    bench.tell(Message::Saved(Ok(())));
    assert_eq!(bench.asked(), [Effect::Quit]);
}

#[test]
fn quitting_can_be_thought_better_of() {
    let mut bench = Bench::with(finished());
    bench.keys("改<Ctrl+Q><Tab><Tab><Enter>了");
    assert_eq!(bench.asked(), []);
    assert!(bench.draft().letter.body.starts_with("改了"));
    bench.keys("<Ctrl+Q><Esc>又");
    assert!(bench.draft().letter.body.starts_with("改了又"));
    bench.keys("<Ctrl+Q><→><Enter>");
    assert_eq!(bench.asked(), [Effect::Forget, Effect::Quit]);
}

#[test]
fn a_file_changed_by_others_is_never_written_over_in_silence() {
    let mut bench = Bench::with(finished());
    bench.keys("改<Ctrl+S>");
    bench.tell(Message::Saved(Err(SaveProblem::Changed)));
    bench.asked();
    bench.keys("<Enter>");
    assert_eq!(bench.asked(), []);
    bench.keys("<Ctrl+S>");
    bench.tell(Message::Saved(Err(SaveProblem::Changed)));
    bench.asked();
    bench.keys("<→><→><→><Enter>");
    assert_eq!(bench.asked(), [Effect::Save { overwrite: true }]);
    bench.tell(Message::Saved(Ok(())));
    assert!(bench.state.sheet().unwrap().document.is_saved());
}

#[test]
fn reloading_keeps_ones_own_changes_aside() {
    let mut bench = Bench::with(finished());
    bench.keys("改<Ctrl+S>");
    bench.tell(Message::Saved(Err(SaveProblem::Changed)));
    bench.asked();
    bench.keys("<→><→><Enter>");
    assert_eq!(bench.asked(), [Effect::KeepAside, Effect::Open("drafts/稿.toml".into())]);
}

#[test]
fn a_letter_that_passes_is_exported_at_once_and_saved_before() {
    let mut bench = Bench::with(finished());
    bench.keys("<F5>");
    assert_eq!(bench.asked(), [Effect::Export { reason: None, overwrite: false }]);
    bench.tell(Message::Exported(Err(ExportProblem::Exists("exports/稿.txt".into()))));
    bench.keys("<→><Enter>");
    assert_eq!(bench.asked(), [Effect::Export { reason: None, overwrite: true }]);
    bench.tell(Message::Exported(Ok("exports/稿.txt".into())));
    assert_eq!(bench.notice(), "已导出到 exports/稿.txt");
}

#[test]
fn the_gate_wants_a_reason() {
    let mut bench = Bench::with(faulty());
    bench.keys("<F5><Enter>");
    assert_eq!(bench.asked(), []);
    assert!(matches!(bench.state.overlay(), Some(Overlay::Export(_))));
    bench.keys("领导批准<Enter>");
    assert_eq!(bench.asked(), [Effect::Export { reason: Some("领导批准".into()), overwrite: false }]);
}

#[test]
fn the_palette_is_found_by_pinyin_and_gives_the_command() {
    let mut bench = Bench::with(finished());
    bench.keys("<F9>baocun<Enter>");
    assert_eq!(bench.asked(), [Effect::Save { overwrite: false }]);
    bench.keys("<Ctrl+P>tcgz<Enter>");
    assert!(bench.state.overlay().is_none());
}

#[test]
fn help_shows_the_keys_of_where_one_is() {
    let mut bench = Bench::with(finished());
    bench.keys("<F1>");
    let Some(Overlay::Help(help)) = bench.state.overlay() else {
        panic!("help is open");
    };
    assert_eq!(help.places[0].title(), "正文");
    bench.keys("<Esc><Shift+F6>？");
    let Some(Overlay::Help(help)) = bench.state.overlay() else {
        panic!("help is open");
    };
    assert_eq!(help.places[0].title(), "提纲");
    let mut bench = Bench::with(faulty());
    bench.keys("<F6>？");
    assert!(matches!(bench.state.overlay(), Some(Overlay::Page(_))), "the rule of the finding is explained");
}
