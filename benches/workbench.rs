//! One key in the workbench: the state's update, the drawing, the check that follows. On a letter of 9 KB and one of 100 KB.
//!
//! `cargo bench --bench workbench`

#![allow(clippy::unwrap_used, reason = "a bench that cannot go on fails")]

use dafu::app::{Code, Key, Message, Opened, State, update};
use dafu::check::Profile;
use dafu::letter::{Draft, format};
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
