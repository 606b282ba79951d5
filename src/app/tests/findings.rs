use super::{Bench, faulty, finished, with_body};
use crate::app::assessment::CheckRow;
use crate::app::overlay::Overlay;
use crate::app::state::Pane;
use crate::check::Severity;

fn errors(bench: &Bench) -> usize {
    bench.state.sheet().unwrap().assessment.count(Severity::Error)
}

#[test]
fn walking_goes_to_elements_in_the_form_and_to_places_in_the_body() {
    let mut bench = Bench::with(faulty());
    bench.keys("<F7>");
    assert!(matches!(bench.state.overlay(), Some(Overlay::Form(_))));
    bench.keys("<F7><F7>");
    assert!(bench.state.overlay().is_none());
    assert_eq!(bench.body().matches("|2026075").count(), 1, "{}", bench.body());
    bench.keys("<Shift+F7>");
    assert!(bench.state.overlay().is_some());
}

/// Where the finding one is at stands, in the order of the letter, from 1.
fn at(bench: &Bench) -> usize {
    crate::app::current_finding(&bench.state).unwrap() + 1
}

#[test]
fn the_walk_is_in_the_order_of_the_letter_from_where_one_is_and_round() {
    let mut bench = Bench::with(faulty());
    let count = bench.state.sheet().unwrap().assessment.findings.len();
    for expected in (1..=count).chain([1, 2]) {
        bench.keys("<F7>");
        assert_eq!(at(&bench), expected);
    }
    for expected in [1, count, count - 1] {
        bench.keys("<Shift+F7>");
        assert_eq!(at(&bench), expected);
    }
    // From the cursor on: the findings before it are behind one.
    let place = bench.draft().letter.body.find("三、关于排涝泵站").unwrap();
    bench.keys("<Esc>");
    bench.state.sheet.as_mut().unwrap().document.editor_mut().place(place);
    bench.keys("<F7>");
    let sheet = bench.state.sheet().unwrap();
    let finding = &sheet.assessment.findings[at(&bench) - 1];
    assert!(finding.range.start >= place, "{finding:?}");
    let before = at(&bench);
    bench.keys("<→><F7>");
    assert_eq!(at(&bench), before + 1);
}

#[test]
fn what_is_typed_at_a_finding_takes_nothing_away() {
    let mut bench = Bench::with(with_body("收悉。\n经研究,现答复如下。"));
    let at = bench.draft().letter.body.find(',').unwrap();
    while bench.state.sheet().unwrap().document.editor().cursor() != at {
        bench.keys("<F7>");
    }
    bench.keys("字");
    assert_eq!(bench.body(), "收悉。\n经研究字|,现答复如下。");
}

#[test]
fn the_checklist_begins_at_the_finding_that_is_nearest() {
    let mut bench = Bench::with(with_body("收悉。\n经研究,现答复如下。\n一、清淤,排涝。"));
    let row = |bench: &Bench| {
        let sheet = bench.state.sheet().unwrap();
        sheet.assessment.finding_of(sheet.checklist.selected).map(|at| sheet.assessment.findings[at].range.clone())
    };
    bench.keys("<Ctrl+G>3<Enter><F6>");
    assert!(row(&bench).unwrap().start >= bench.draft().letter.body.find("一、").unwrap());
    bench.keys("<Esc><Ctrl+Home><F6>");
    assert_eq!(row(&bench).unwrap().start, 0, "the one at the cursor");
}

#[test]
fn a_fix_is_one_step_and_the_finding_is_gone() {
    let mut bench = Bench::with(faulty());
    let before = (errors(&bench), bench.draft().clone());
    bench.keys("<F7><F8><F8>");
    assert_eq!(bench.draft().letter.number, "临水函〔2026〕027号");
    assert_eq!(errors(&bench), before.0 - 1);
    bench.keys("<F8><Enter>");
    assert_eq!(bench.draft().letter.number, "临水函〔2026〕27号");
    bench.keys("<Ctrl+Z><Ctrl+Z>");
    assert_eq!(bench.draft(), &before.1);
}

#[test]
fn a_fix_is_shown_first_and_can_be_left() {
    let mut bench = Bench::with(faulty());
    let before = bench.draft().clone();
    bench.keys("<F7><F8>");
    let Some(Overlay::Mending(mending)) = bench.state.overlay() else {
        panic!("the fix is shown");
    };
    assert_eq!(mending.redlines[0].before, "临水函[2026]027号");
    assert_eq!(mending.redlines[0].after, "临水函〔2026〕027号");
    bench.keys("<Esc>");
    assert_eq!(bench.draft(), &before);
}

#[test]
fn the_window_of_a_fix_leaves_the_place_in_sight() {
    let mut bench = Bench::with(with_body(&"我局已完成(一)期工程。\n".repeat(60)));
    let line = "我局已完成(一)期工程。\n".len();
    for keys in [0, 20, 59, 40] {
        bench.state.sheet.as_mut().unwrap().document.editor_mut().place(keys * line + "我局已完成".len());
        bench.keys("<F8>");
        assert!(matches!(bench.state.overlay(), Some(Overlay::Mending(_))));
        let layout = crate::app::layout::Layout::of(&bench.state);
        let area = layout.overlay.unwrap();
        let row = layout.text.y + bench.state.sheet().unwrap().document.editor().cursor_place().unwrap().1 as u16;
        assert!(!area.contains(layout.text.x + 1, row), "{keys}: {area:?} covers {row}");
        bench.keys("<Esc>");
    }
}

#[test]
fn all_safe_fixes_are_one_step() {
    let mut bench = Bench::with(faulty());
    let before = bench.draft().clone();
    bench.keys("<Alt+F>");
    assert_eq!(bench.draft(), &before, "nothing is changed unseen");
    bench.keys("<Enter>");
    assert!(bench.draft().letter.body.contains("（一）已完成"), "{}", bench.draft().letter.body);
    assert_eq!(bench.draft().letter.number, "临水函〔2026〕27号");
    bench.keys("<Ctrl+Z>");
    assert_eq!(bench.draft(), &before);
}

#[test]
fn a_finding_moves_with_the_text_until_it_is_checked_again() {
    let mut bench = Bench::with(with_body("(一)支持"));
    let place = |bench: &Bench| {
        let sheet = bench.state.sheet().unwrap();
        let found = sheet
            .assessment
            .findings
            .iter()
            .find(|finding| finding.field == crate::letter::Field::Body && !finding.range.is_empty());
        found.map(|finding| sheet.document.editor().text()[finding.range.clone()].to_owned())
    };
    let before = place(&bench);
    assert!(before.is_some());
    bench.effects.extend(crate::app::update(&mut bench.state, crate::app::Message::Paste("序言\n".into())));
    assert_eq!(place(&bench), before);
}

#[test]
fn a_check_that_finds_nothing_new_asks_for_no_second_drawing() {
    let mut bench = Bench::with(faulty());
    bench.state.take_redraw();
    let at = bench.draft().letter.body.find("投入使用").unwrap();
    bench.state.sheet.as_mut().unwrap().document.editor_mut().place(at);
    for key in super::keys("东洲") {
        bench.effects.extend(crate::app::update(&mut bench.state, crate::app::Message::Key(key)));
        assert!(bench.state.take_redraw());
        bench.effects.extend(crate::app::update(&mut bench.state, crate::app::Message::Idle));
        assert!(!bench.state.take_redraw(), "{}", bench.body());
    }
}

#[test]
fn typing_never_moves_the_cursor_elsewhere() {
    let mut bench = Bench::with(with_body("一、支持(东洲)"));
    bench.keys("<End>，（好<F8>");
    assert!(bench.body().ends_with("，（好|") || bench.body().contains('|'), "{}", bench.body());
    bench.keys("的");
    assert!(bench.draft().letter.body.ends_with("好的"), "{}", bench.body());
}

#[test]
fn the_checklist_leads_to_the_place() {
    let mut bench = Bench::with(faulty());
    bench.keys("<F6>");
    assert_eq!(bench.state.sheet().unwrap().focus, Pane::Checklist);
    bench.keys("<Home><↓><↓><Enter>");
    assert!(bench.body().contains("|2026075"), "{}", bench.body());
    assert_eq!(bench.state.sheet().unwrap().focus, Pane::Body);
}

#[test]
fn the_outline_leads_to_sections_and_elements() {
    let mut bench = Bench::with(finished());
    bench.keys("<Shift+F6><End><Enter>");
    assert_eq!(bench.state.sheet().unwrap().focus, Pane::Body);
    let at = bench.body().find('|').unwrap();
    assert!(at > 0);
    bench.keys("<Shift+F6><Home><Enter>");
    assert!(matches!(bench.state.overlay(), Some(Overlay::Form(_))));
}

#[test]
fn the_rule_is_explained_with_its_source() {
    let mut bench = Bench::with(faulty());
    bench.keys("<F7><Esc><Alt+E>");
    let Some(Overlay::Page(page)) = bench.state.overlay() else {
        panic!("a page is open");
    };
    assert!(page.lines.iter().any(|line| line.starts_with("依据：GB/T 9704")), "{page:?}");
}

#[test]
fn a_finding_is_let_stand_with_a_reason_and_taken_up_again() {
    use crate::app::{Effect, Message, overlay::Overlay};
    use crate::check::Waiver;
    let mut bench = Bench::with(faulty());
    let before = errors(&bench);
    bench.keys("<F7><Alt+X><Enter>");
    assert!(bench.notice().contains("须写明理由"), "{}", bench.notice());
    bench.asked();
    bench.keys("来文如此<Enter>");
    let Some(Effect::Ignore(mut requests)) = bench.asked().pop() else { panic!("the record is to be written") };
    assert_eq!(requests.len(), 1);
    let request = requests.remove(0);
    assert_eq!((request.rule.as_str(), request.quote.as_str()), ("E04", "[2026]"));
    assert!(request.is_error && request.reason == "来文如此");

    let waiver =
        Waiver { number: 3, rule: request.rule, bond: request.bond, reason: request.reason, ..Waiver::default() };
    bench.tell(Message::Waivers(vec![waiver], "已忽略"));
    let sheet = bench.state.sheet().unwrap();
    assert_eq!((errors(&bench), sheet.assessment.ignored.len()), (before - 1, 1));
    assert!(sheet.assessment.findings.iter().all(|finding| finding.rule.code != "E04"));

    // Enter leads to its place and tells how it is taken back; another finding stands in the same place.
    bench.keys("<Esc><Esc><F6><End><Enter>");
    assert!(matches!(bench.state.overlay(), Some(Overlay::Form(_))));
    assert!(bench.notice().contains("Alt+X 不再忽略") && bench.notice().contains("来文如此"), "{}", bench.notice());
    bench.keys("<Alt+X><→><Enter>");
    assert_eq!(bench.asked(), [], "thought better of");
    bench.keys("<Alt+X><Enter>");
    assert_eq!(bench.asked().pop(), Some(Effect::Withdraw(3)));
    bench.keys("<Esc><End><Alt+X>");
    assert!(matches!(bench.state.overlay(), Some(Overlay::Question(_))), "also on its row");
}

#[test]
fn what_is_ignored_in_the_body_is_taken_back_where_it_stands() {
    use crate::app::{Effect, Message};
    use crate::check::{Waiver, waiver};
    let draft = with_body("收悉。\n经研究,现答复如下。");
    let mut bench = Bench::with(draft.clone());
    let sheet = bench.state.sheet().unwrap();
    let finding = sheet.assessment.findings.iter().find(|it| it.rule.code == "P02").unwrap();
    let bond = waiver::bond(finding, &draft);
    let (number, reason) = (7, "来文如此".to_owned());
    let waiver = Waiver { number, rule: "P02".into(), bond, reason, ..Waiver::default() };
    bench.tell(Message::Waivers(vec![waiver], "已忽略"));
    bench.keys("<F6><End><Enter>");
    assert_eq!(bench.body(), "收悉。\n经研究|,现答复如下。");
    bench.keys("<Home><→><→><→><Alt+X><Enter>");
    assert_eq!(bench.asked().pop(), Some(Effect::Withdraw(7)));
}

#[test]
fn what_is_only_unfinished_is_told_when_one_leaves_it() {
    let told = |bench: &Bench, words: &str| {
        let findings = &bench.state.sheet().unwrap().assessment.findings;
        findings.iter().any(|finding| finding.message.contains(words))
    };
    let mut bench = Bench::with(with_body(""));
    bench.keys("收悉,现答复如下:<Enter>一、清淤<Enter>今年汛前，");
    for words in ["段落没有写完", "冒号后面没有下文", "没有下一项"] {
        assert!(!told(&bench, words), "{words} while one writes");
    }
    bench.keys("我局疏浚河道<←><→>三公里");
    assert!(!told(&bench, "段落末尾没有标点"), "a step within the paragraph does not end the writing");
    // Asking for the findings, saving, going elsewhere.
    bench.keys("，<F7>");
    assert!(told(&bench, "段落没有写完"));
    bench.keys("<Ctrl+End>投入");
    assert!(!told(&bench, "段落末尾没有标点"));
    bench.keys("<Ctrl+S>");
    assert!(told(&bench, "段落末尾没有标点"));
    bench.keys("了");
    assert!(!told(&bench, "段落末尾没有标点"));
    bench.keys("<↑><↑>");
    assert!(told(&bench, "段落末尾没有标点") && told(&bench, "没有下一项"));
}

#[test]
fn the_word_that_is_being_typed_is_no_finding_yet() {
    let told = |bench: &Bench| {
        let sheet = bench.state.sheet().unwrap();
        let body = &sheet.document.draft().letter.body;
        sheet.assessment.findings.iter().any(|finding| &body[finding.range.clone()] == "按装")
    };
    let mut bench = Bench::with(with_body("收悉。\n已路灯20盏。"));
    bench.keys("<↓><→>按装");
    assert!(!told(&bench), "with the next character it may be another word");
    bench.keys("新");
    assert!(told(&bench), "{}", bench.body());
    bench.keys("<Backspace>");
    assert!(!told(&bench));
    bench.keys("<Ctrl+S>");
    assert!(told(&bench), "whoever saves has written it");
}

#[test]
fn what_is_typed_where_nothing_is_typed_is_not_lost_in_silence() {
    let mut bench = Bench::with(finished());
    let before = bench.body();
    for (pane, name) in [("<Shift+F6>", "提纲"), ("<F6>", "检查")] {
        bench.keys(&format!("{pane}误"));
        assert!(bench.notice().contains(name) && bench.notice().contains("Esc 回到正文"), "{}", bench.notice());
        bench.keys("<Home>");
        bench.tell(crate::app::Message::Paste("误贴".into()));
        assert!(bench.notice().contains("没有输入"), "{}", bench.notice());
        bench.keys("<Esc>");
        assert_eq!(bench.body(), before);
    }
    bench.keys("对");
    assert!(bench.draft().letter.body.starts_with('对'));
}

#[test]
fn what_is_ignored_is_saved_first_and_a_missing_element_stays() {
    use crate::app::Effect;
    let mut bench = Bench::with(faulty());
    bench.keys("<F7><Esc>字<F7><F7><Alt+X>原文<Enter>");
    assert!(bench.asked().contains(&Effect::Save { overwrite: false }));
    bench.tell(crate::app::Message::Saved(Ok(())));
    assert!(matches!(bench.asked().pop(), Some(Effect::Ignore(_))));

    let mut draft = finished();
    draft.letter.disclosure.clear();
    let mut bench = Bench::with(draft);
    // The date, then the element that is not there.
    bench.keys("<F7><F7><Alt+X>");
    assert!(bench.notice().contains("缺少的要素不能忽略"), "{}", bench.notice());
}

/// The rows of the checklist that show findings of a rule: how many findings each stands for.
fn rows_of(bench: &Bench, code: &str) -> Vec<usize> {
    let assessment = &bench.state.sheet().unwrap().assessment;
    let of_rule = |index: usize| assessment.findings[index].rule.code == code;
    let standing_for = |row: &CheckRow| match *row {
        CheckRow::Finding(index) if of_rule(index) => Some(1),
        CheckRow::Alike { shown, count, .. } if of_rule(shown) => Some(count),
        _ => None,
    };
    assessment.rows.iter().filter_map(standing_for).collect()
}

#[test]
fn many_findings_of_one_rule_are_one_row_that_opens() {
    let mut bench = Bench::with(with_body("一、修路 12 公里。\n二、架桥 3 座。\n三、清淤 4 处。\n四、植树 500 棵。"));
    assert_eq!(rows_of(&bench, "D01"), [4]);
    // The walk goes through all of them all the same, and the row shows the one that was gone to.
    let count = bench.state.sheet().unwrap().assessment.findings.len();
    for expected in 1..=count {
        bench.keys("<F7>");
        assert_eq!(at(&bench), expected);
    }
    assert_eq!(rows_of(&bench, "D01"), [4]);
    bench.keys("<Esc><Ctrl+Home><Ctrl+G>3<Enter><F6>");
    while bench.state.sheet().unwrap().assessment.findings[at(&bench) - 1].rule.code != "D01" {
        bench.keys("<↓>");
    }
    bench.keys("<→>");
    assert_eq!(rows_of(&bench, "D01"), [4, 1, 1, 1, 1]);
    bench.keys("<↓><↓><↓><←>");
    assert_eq!(rows_of(&bench, "D01"), [4]);
    bench.keys("<Enter>");
    assert_eq!(rows_of(&bench, "D01").len(), 5);
    bench.keys("<F8>");
    assert!(matches!(bench.state.overlay(), Some(Overlay::Mending(_))), "the first of them is mended");
}
