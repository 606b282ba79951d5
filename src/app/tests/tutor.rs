use std::path::PathBuf;

use jiff::civil::date;

use super::Bench;
use crate::app::overlay::Overlay;
use crate::app::tutor::{STEPS, Tutor, practice};
use crate::app::{Effect, Message};
use crate::letter::{Draft, format};
use crate::recall::{Passage, Shelf};
use crate::text::width::Measure;

fn letter() -> Draft {
    format::read(&practice(date(2026, 6, 1))).unwrap().draft
}

fn bench(size: (u16, u16), done: usize) -> Bench {
    let mut bench = Bench::new(size);
    bench.state.set_tutor(Tutor::new(letter(), done));
    let (title, text) = ("专此答复，感谢支持".into(), "专此答复，感谢您对我们工作的关心和支持。".into());
    bench.state.set_shelf(vec![Passage { shelf: Shelf::Phrases, title, text, note: "结语".into() }]);
    bench.open(letter());
    bench
}

fn done(bench: &Bench) -> usize {
    bench.state.tutor().unwrap().done()
}

/// Saves and exports as the loop does.
fn carry_out(bench: &mut Bench) {
    for effect in bench.asked() {
        match effect {
            Effect::Save { .. } => bench.tell(Message::Saved(Ok(()))),
            Effect::Export { .. } => bench.tell(Message::Exported(Ok(PathBuf::from("exports/练习.txt")))),
            _ => {}
        }
    }
    let again = bench.effects.iter().any(|effect| matches!(effect, Effect::Save { .. } | Effect::Export { .. }));
    if again {
        carry_out(bench);
    }
}

/// Goes down the outline to the section of this heading.
fn choose_section(bench: &mut Bench, heading: &str) {
    for _ in 0..30 {
        let sheet = bench.state.sheet().unwrap();
        if sheet.assessment.outline.get(sheet.outline.selected).is_some_and(|row| row.text.starts_with(heading)) {
            return;
        }
        bench.keys("<↓>");
    }
    panic!("{heading} is not in the outline");
}

/// What a newcomer presses for each step; at … the section is chosen in the outline.
const KEYS: [&str; 11] = [
    "你好",
    "<Ctrl+Z>",
    "<F7>",
    "<F8><Enter>",
    "<Alt+F><Enter>",
    "<F6><Home><Enter><Alt+C><↓><↓><→><Esc>",
    "<F7><F7><F8><Enter>",
    "<F6><F6><Home>…<Alt+↓>",
    "<Esc><Ctrl+End><Enter><Alt+/>zcdf<Enter>",
    "<F9>bc<Enter>",
    "<F5>",
];

#[test]
fn each_step_is_done_by_what_it_says_and_by_nothing_before() {
    for size in [(80, 24), (100, 30), (120, 40), (200, 60)] {
        let mut bench = bench(size, 0);
        for (step, keys) in KEYS.iter().enumerate() {
            assert_eq!(done(&bench), step, "{:?} at {size:?} came early", STEPS[step]);
            let (before, after) = keys.split_once('…').unwrap_or((keys, ""));
            bench.keys(before);
            if !after.is_empty() {
                choose_section(&mut bench, "一、下一步工作");
            }
            bench.keys(after);
            carry_out(&mut bench);
            assert_eq!(done(&bench), step + 1, "{:?} at {size:?}: {}", STEPS[step], bench.body());
        }
        let Some(Overlay::Page(page)) = bench.state.overlay() else {
            panic!("what was learnt is told");
        };
        assert!(page.lines.iter().any(|line| line.contains("exports/练习.txt")), "{page:?}");
        let shown = crate::ui::tests::screen(&bench.state);
        assert!(shown.contains("导出在 exports/练习.txt") && shown.contains("打拼音首字母"), "{shown}");
        assert!(bench.body().contains("一、已经完成的工作") && bench.draft().letter.number.contains('〔'));
    }
}

#[test]
fn the_words_of_each_step_fit_on_the_smallest_screen() {
    let keymap = crate::app::keymap::Keymap::new();
    for step in &STEPS {
        let words = keymap.words(step.words, &crate::app::tutor::PLACES);
        let rows = crate::text::wrap::rows(&words, 78, Measure::default());
        assert!(rows.len() <= 2, "{words}");
    }
}

#[test]
fn a_step_can_be_left_out_and_the_rest_goes_on() {
    let mut bench = bench((80, 24), 0);
    bench.keys("<Alt+Z>");
    // Nothing was typed: that the letter is as it was counts for the next step at once.
    assert_eq!(done(&bench), 2);
    bench.keys("<Alt+Z><Alt+Z>");
    assert_eq!(done(&bench), 4);
    assert!(bench.state.tutor().unwrap().praise().starts_with("跳过了"));
    bench.keys("<Alt+F><Enter>");
    assert_eq!(done(&bench), 5);
    let kept = bench.asked().into_iter().filter(|effect| matches!(effect, Effect::Practised(_))).count();
    assert_eq!(kept, 5, "each step is kept in mind");
}

#[test]
fn what_was_done_before_stays_done() {
    let bench = bench((80, 24), 6);
    assert_eq!(done(&bench), 6);
    assert_eq!(bench.state.tutor().unwrap().step().unwrap().title, "自己判断");
}

#[test]
fn without_a_tutorial_its_key_does_nothing() {
    let mut bench = Bench::with(letter());
    bench.keys("<Alt+Z>");
    assert!(bench.state.tutor().is_none() && bench.asked().is_empty());
}
