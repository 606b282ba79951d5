//! One key in the workbench: the state's update, the drawing, the check that follows. On a letter of 9 KB and one of 100 KB.
//!
//! `cargo bench --bench workbench`

#![allow(clippy::unwrap_used, reason = "a bench that cannot go on fails")]

use std::sync::Arc;

use dafu::app::library::Entry;
use dafu::app::{Code, Key, Message, Opened, State, update};
use dafu::check::Profile;
use dafu::letter::{Draft, format};
use dafu::recall::{Corpus, Near, OldLetter, Pattern, Policy, policies};
use dafu::ui::{draw, theme::Theme};
use divan::Bencher;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const SIZE: (u16, u16) = (120, 40);

fn main() {
    divan::main();
}

/// A draft whose body has about `kilobytes`, made of the sections of a sample letter again and again.
fn letter(kilobytes: usize) -> Draft {
    let mut draft = format::read(include_str!("../drafts/2026057.toml")).unwrap().draft;
    let sample = draft.letter.body.clone();
    while draft.letter.body.len() < kilobytes * 1024 {
        draft.letter.body.push('\n');
        draft.letter.body.push_str(&sample);
    }
    draft
}

/// A workbench in the middle of a letter, drawn once.
fn workbench(kilobytes: usize) -> (State, Buffer) {
    let mut state = State::new(SIZE, jiff::civil::date(2026, 6, 1), Profile::default(), "/稿件");
    let draft = letter(kilobytes);
    let opened = Opened {
        path: "drafts/稿.toml".into(),
        draft,
        read_only: None,
        recovered: None,
        waivers: Vec::new(),
        aside: None,
    };
    update(&mut state, Message::Opened(Box::new(opened)));
    update(&mut state, Message::Idle);
    for _ in 0..kilobytes / 2 {
        press(&mut state, Code::PageDown);
        press(&mut state, Code::Up);
    }
    let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
    draw(&state, Theme::new(true), &mut buffer);
    (state, buffer)
}

fn press(state: &mut State, code: Code) {
    divan::black_box(update(state, Message::Key(Key::plain(code))));
}

#[divan::bench(args = [9, 100])]
fn a_typed_character_updated(bencher: Bencher, kilobytes: usize) {
    let (mut state, _) = workbench(kilobytes);
    bencher.bench_local(|| press(&mut state, Code::Char('答')));
}

#[divan::bench(args = [9, 100])]
fn a_typed_character_updated_and_drawn(bencher: Bencher, kilobytes: usize) {
    let (mut state, mut buffer) = workbench(kilobytes);
    bencher.bench_local(|| {
        press(&mut state, Code::Char('答'));
        buffer.reset();
        divan::black_box(draw(&state, Theme::new(true), &mut buffer));
    });
}

#[divan::bench(args = [9, 100])]
fn an_arrow_updated_and_drawn(bencher: Bencher, kilobytes: usize) {
    let (mut state, mut buffer) = workbench(kilobytes);
    let mut down = false;
    bencher.bench_local(|| {
        down = !down;
        press(&mut state, if down { Code::Down } else { Code::Up });
        buffer.reset();
        divan::black_box(draw(&state, Theme::new(true), &mut buffer));
    });
}

#[divan::bench(args = [9, 100])]
fn the_check_after_a_key(bencher: Bencher, kilobytes: usize) {
    let (mut state, _) = workbench(kilobytes);
    bencher.bench_local(|| {
        press(&mut state, Code::Char('答'));
        divan::black_box(update(&mut state, Message::Idle));
    });
}

/// A draft opened, checked and drawn.
#[divan::bench(args = [9, 100])]
fn a_draft_opened_checked_and_drawn(bencher: Bencher, kilobytes: usize) {
    let mut state = State::new(SIZE, jiff::civil::date(2026, 6, 1), Profile::default(), "/稿件");
    let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
    let draft = letter(kilobytes);
    bencher.bench_local(|| {
        let path = "drafts/稿.toml".into();
        let opened =
            Opened { path, draft: draft.clone(), read_only: None, recovered: None, aside: None, waivers: Vec::new() };
        update(&mut state, Message::Opened(Box::new(opened)));
        update(&mut state, Message::Idle);
        buffer.reset();
        divan::black_box(draw(&state, Theme::new(true), &mut buffer));
    });
}

/// A letter typed into the filter of a library of 300 drafts, and taken out again.
#[divan::bench]
fn a_library_of_300_filtered_and_drawn(bencher: Bencher) {
    let mut state = State::new(SIZE, jiff::civil::date(2026, 6, 1), Profile::default(), "/稿件");
    let entry = |at: usize| Entry {
        path: format!("drafts/2026{at:03}.toml").into(),
        title: format!("关于整治第{at}片区内涝隐患、改善公交接驳的建议"),
        number: format!("2026{at:03}"),
        kind: "建议",
        ..Entry::default()
    };
    update(&mut state, Message::Listed((0..300).map(entry).collect()));
    let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
    bencher.bench_local(|| {
        for code in [Code::Char('g'), Code::Backspace] {
            press(&mut state, code);
            buffer.reset();
            divan::black_box(draw(&state, Theme::new(true), &mut buffer));
        }
    });
}

/// Two thousand letters of nine kilobytes, no two alike.
fn letters() -> Corpus {
    let sample = letter(9).letter.body;
    let letter = |at: usize| {
        Arc::new(OldLetter {
            path: format!("往年/{at}.txt").into(),
            issuer: if at.is_multiple_of(3) { "临江市水务局" } else { "临江市交通运输局" }.to_owned(),
            topic: format!("关于整治第{at}片区内涝隐患的建议"),
            date: format!("20{:02}-06-12", at % 26),
            body: sample.replace("清溪河", &format!("第{at}溪")).into_boxed_str(),
        })
    };
    Corpus::new((0..2000).map(letter).collect())
}

/// What is typed into the picker, searched in two thousand letters: characters, initials, syllables, two words, a slip,
/// what is nowhere.
#[divan::bench(args = ["排涝泵站", "plbz", "pailaobengzhan", "泵站 汛前", "排滂泵站", "没有这句话", "第1888溪"])]
fn two_thousand_letters_searched(bencher: Bencher, typed: &str) {
    let corpus = letters();
    let near =
        Near { issuer: "临江市水务局".into(), topic: "关于整治内涝的建议".into(), ..Near::default() };
    bencher.bench_local(|| divan::black_box(corpus.search(&Pattern::new(typed), &near, 300)));
}

/// A letter typed into the picker over all that is at hand, and the picker drawn.
#[divan::bench]
fn a_character_typed_into_the_picker_and_drawn(bencher: Bencher) {
    let (mut state, mut buffer) = workbench(9);
    let policies = policies(include_str!("../assets/policies/default.toml")).unwrap();
    state.set_shelf(policies.iter().map(Policy::passage).collect());
    update(&mut state, Message::Key("Alt+/".parse().unwrap()));
    bencher.bench_local(|| {
        for code in [Code::Char('g'), Code::Backspace] {
            press(&mut state, code);
            buffer.reset();
            divan::black_box(draw(&state, Theme::new(true), &mut buffer));
        }
    });
}
