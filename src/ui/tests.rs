//! Every screen as text, at the sizes that matter.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;

use super::colours::Depth;
use super::draw;
use super::theme::Theme;
use crate::app::Message;
use crate::app::State;
use crate::app::intake::Origin;
use crate::app::intake::errand::Arrival;
use crate::app::intake::paths::{Entry as PathEntry, Listing};
use crate::app::library::Entry;
use crate::app::look::Look;
use crate::app::picker::Recalled;
use crate::app::tests::intake::{ODD, reading};
use crate::app::tests::{Bench, faulty, finished};
use crate::recall::{Corpus, Near, OldLetter, Passage, Pattern, Shelf};
use crate::text::width::Measure;

/// The characters of a screen, a line each; `▏` stands before the cell of the cursor. Cells that a wide character covers
/// are left out.
pub(crate) fn screen(state: &State) -> String {
    let (width, height) = state.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    let cursor = draw(state, Theme::new(true), &mut buffer);
    let mut lines = Vec::new();
    for y in 0..height {
        let mut line = String::new();
        let mut x = 0;
        while x < width {
            let symbol = buffer[(x, y)].symbol();
            if cursor.is_some_and(|cursor| (cursor.x, cursor.y) == (x, y)) {
                line.push('▏');
            }
            line.push_str(symbol);
            x += u16::try_from(Measure::default().text(symbol).max(1)).unwrap();
        }
        lines.push(line.trim_end().to_owned());
    }
    lines.join("\n")
}

/// The sizes that every screen is to be right at.
const SIZES: [(u16, u16); 4] = [(80, 24), (100, 30), (120, 40), (200, 60)];

/// A workbench at every size after `act`.
fn shots(act: impl Fn(&mut Bench)) -> String {
    let shots = SIZES.map(|size| {
        let mut bench = Bench::new(size);
        act(&mut bench);
        screen(&bench.state)
    });
    shots.join("\n\n")
}

/// The faulty sample at every size after `keys`.
fn faulty_after(keys: &str) -> String {
    shots(|bench| {
        bench.open(faulty());
        // The first drawing tells the editor its width.
        screen(&bench.state);
        bench.keys(keys);
    })
}

macro_rules! shots {
    ($($name:ident: $keys:literal;)*) => {
        $(#[test] fn $name() { insta::assert_snapshot!(faulty_after($keys)); })*
    };
}

mod dialogs;

shots! {
    three_panes: "";
    outline_focused: "<Shift+F6><↓><↓>";
    checklist_focused: "<F6><↓>";
    a_finding_under_the_cursor: "<F7><F7><F7>";
    elements: "<F2><↓>";
    elements_list: "<F2><↓><↓><↓><↓><↓>、白露、沈禾<Alt+←>";
    elements_menu: "<F2><↓><↓><↓><↓><↓><↓><↓><↓><↓><↓><↓><↓><Alt+L><↓>";
    elements_menu_of_nothing: "<F2><↓><↓><↓><Alt+L>";
    outline_looked_through: "<Shift+F6><End><↑>";
    typed_into_the_outline: "<Shift+F6>误打";
    elements_request: "<F2><PageDown><PageDown><PageDown>清理清溪河下段淤泥，消除内涝隐患<↓><Alt+L>";
    elements_choice: "<F2><PageDown><PageDown><↑><↑><↑><↑><↑><↑>";
    palette: "<F9>wt";
    help: "<F1>";
    explanation: "<F7><Alt+E>";
    fix: "<F7><F7><F7><F7><F7><F7><F7><F7><F8>";
    all_fixes: "<Alt+F>";
    going_to: "<Ctrl+L>";
    new_draft: "<Ctrl+N>2026099<Enter>";
    search: "<Ctrl+F>河";
    search_of_an_element: "<Ctrl+F>临江市<Alt+C>";
    search_by_expression: "<Ctrl+F><Alt+R>[0-9.]+公里";
    replacement: "<Ctrl+R>河<Tab>江";
    place_in_the_palette: "<F9>一（二）";
    gate: "<F5>";
    leaving: "改<Ctrl+Q>";
    without_side_panes: "<Alt+B>";
}

#[test]
fn library() {
    let shots = SIZES.map(|size| {
        let mut bench = Bench::new(size);
        let entry = |name: &str, title: &str| Entry {
            path: format!("drafts/{name}.toml").into(),
            title: title.to_owned(),
            kind: "建议",
            ..Entry::default()
        };
        bench.tell(Message::Listed(vec![
            Entry {
                findings: Some((0, 0)),
                stage: "可导出".into(),
                days_left: Some(5),
                ..entry("2026042", "关于优化公交线路的建议")
            },
            Entry {
                findings: Some((7, 3)),
                recoverable: true,
                days_left: Some(-3),
                stage: "待修改".into(),
                ..entry("2026057", "关于整治清溪河内涝隐患的建议")
            },
            Entry {
                problem: Some("第 12 行：letter.cc 应为列表，现为文字".into()), ..entry("2026108", "")
            },
            Entry { kind: "提案", ..entry("2026109", "") },
        ]));
        bench.keys("<↓>");
        screen(&bench.state)
    });
    insta::assert_snapshot!(shots.join("\n\n"));
}

#[test]
fn picker() {
    let passage = |shelf, title: &str, text: &str, note: &str| Passage {
        shelf,
        title: title.to_owned(),
        text: text.to_owned(),
        note: note.to_owned(),
    };
    let letter = |path: &str, issuer: &str, date: &str, body: &str| {
        Arc::new(OldLetter {
            path: path.into(),
            issuer: issuer.into(),
            topic: "关于整治河道内涝的建议".into(),
            date: date.into(),
            body: body.into(),
        })
    };
    let corpus = Corpus::new(vec![
        letter(
            "1",
            "临江市水务局",
            "2025-06-12",
            "（一）加快河道清淤。2025年汛前，我局对西溪上段4.5公里河道实施清淤，共清出淤泥2.6万立方米，河道行洪能力\
             由每秒35立方米提高到60立方米；同步修复护岸1.2公里，清除违章围堰7处。\n下一步，我局将继续推进。",
        ),
        letter(
            "2",
            "临江市城市管理局",
            "2024-05-30",
            "会同水务部门开展排水管网排查，对雨污混接处实施河道清淤前的截流改造。",
        ),
    ]);
    let shots = SIZES.map(|size| {
        let mut bench = Bench::new(size);
        bench.state.set_shelf(vec![
            passage(Shelf::Phrases, "正在推进", "目前正在推进，计划于　年　月底前完成。", "进展"),
            passage(
                Shelf::Policies,
                "国务院关于甲的意见　国发〔2020〕7号",
                "《国务院关于甲的意见》（国发〔2020〕7号）",
                "河道清淤",
            ),
        ]);
        bench.open(faulty());
        bench.keys("<Alt+/>hdqy<↓>");
        let (query, near) = ("hdqy", Near { issuer: "临江市水务局".into(), ..Near::default() });
        let results = corpus.search(&Pattern::new(query), &near, 10);
        bench.tell(Message::Recalled(Recalled { serial: 5, results, read: 2, of: 2 }));
        screen(&bench.state)
    });
    insta::assert_snapshot!(shots.join("\n\n"));
}

#[test]
fn a_look_with_a_ground_of_its_own_covers_every_cell() {
    let mut bench = Bench::new((80, 24));
    bench.open(faulty());
    bench.keys("<F1>");
    for look in [Look::Light, Look::Dark, Look::Contrast] {
        for depth in [Depth::Sixteen, Depth::Many] {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
            draw(&bench.state, Theme::of(look, depth), &mut buffer);
            let area = buffer.area;
            for (column, row) in area.positions().map(|at| (at.x, at.y)) {
                let cell = &buffer[(column, row)];
                let before =
                    column.checked_sub(1).map_or(1, |left| Measure::default().text(buffer[(left, row)].symbol()));
                // What a wide character covers is never drawn itself.
                assert!(before > 1 || (cell.bg != Color::Reset && cell.fg != Color::Reset), "{look:?} {depth:?}");
            }
        }
    }
}

#[test]
fn a_blank_where_a_wide_character_was_is_drawn_anew() {
    let theme = Theme::of(Look::Light, Depth::Many);
    let drawn = |body: &str| {
        let mut bench = Bench::new((80, 24));
        bench.open(crate::app::tests::with_body(body));
        let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
        draw(&bench.state, theme, &mut buffer);
        buffer
    };
    // The comma of the second covers the first half of 答 in the first; its other half is a blank afterwards.
    let (before, after) = (drawn("a一答"), drawn("一，"));
    let changed: Vec<_> = before.diff(&after).into_iter().map(|(x, y, _)| (x, y)).collect();
    assert!(changed.contains(&(5, 1)), "{changed:?}");
}

#[test]
fn without_colours_none_are_used() {
    let mut bench = Bench::new((120, 40));
    bench.open(faulty());
    for keys in ["<F7><F7><F7>", "<F8>", "<Esc><F2>", "<Esc><Ctrl+F>河", "<Esc><F1>"] {
        bench.keys(keys);
        let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
        draw(&bench.state, Theme::of(Look::Dark, Depth::None), &mut buffer);
        for cell in &buffer.content {
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset));
        }
    }
}

#[test]
fn a_line_of_the_form_that_is_too_long_is_cut_at_its_cursor() {
    let mut bench = Bench::new((80, 24));
    bench.open(faulty());
    bench.keys("<F2>");
    bench.keys(&"长".repeat(60));
    assert!(screen(&bench.state).contains("长▏"));
}

#[test]
fn lines_are_plain_where_ambiguous_characters_are_wide() {
    let mut bench = Bench::new((80, 24));
    bench.open(finished());
    bench.state.set_measure(Measure { ambiguous_wide: true });
    bench.keys("<F2>");
    let shown = screen(&bench.state);
    assert!(!shown.contains(['─', '│', '┌', '┬']), "{shown}");
    assert!(shown.contains("---+"), "{shown}");
}

#[test]
fn a_small_terminal_is_told_so() {
    for size in [(79, 24), (80, 23), (10, 5), (1, 1)] {
        let mut bench = Bench::new(size);
        bench.open(faulty());
        bench.keys("<F2><F1>改");
        let shown = screen(&bench.state);
        assert!(size.0 < 20 || shown.starts_with("终端太小，至少 80×24"), "{size:?}: {shown}");
    }
}

#[test]
fn a_wide_character_under_the_edge_of_a_window_is_taken_away_whole() {
    let mut bench = Bench::new((80, 24));
    bench.open(crate::app::tests::with_body(&"答".repeat(2000)));
    bench.keys("<Alt+B>");
    for keys in ["<F1>", "<Esc>，<F1>"] {
        bench.keys(keys);
        for line in screen(&bench.state).lines() {
            assert!(Measure::default().text(&line.replace('▏', "")) <= 80, "{line}");
        }
        bench.keys("<Esc>");
    }
}

/// A letter that is taken in, after `keys`, at every size.
fn intake_after(keys: &str) -> String {
    let shots = SIZES.map(|size| {
        let mut bench = Bench::new(size);
        bench.take_in(ODD);
        screen(&bench.state);
        bench.intake_keys(keys);
        screen(&bench.state)
    });
    shots.join("\n\n")
}

macro_rules! intake_shots {
    ($($name:ident: $keys:literal;)*) => {
        $(#[test] fn $name() { insta::assert_snapshot!(intake_after($keys)); })*
    };
}

intake_shots! {
    a_letter_taken_in: "";
    its_source: "<F6><↓><↓><↓><↓><Shift+↓>";
    an_element_put_right: "临水函〔2026〕18号";
    its_joints_and_what_is_left_out: "<End><PageDown><PageDown><PageDown>";
    where_a_line_may_go: "<F6><F2>";
    a_letter_given_up: "甲<Esc>";
}

#[test]
fn choosing_a_file_to_take_in() {
    let shots = SIZES.map(|size| {
        let mut bench = Bench::new(size);
        bench.keys("<Ctrl+U>旧稿/");
        let entry = |name: &str, is_folder| PathEntry { name: name.into(), is_folder };
        bench.tell(Message::Intake(Arrival::Paths(Listing {
            typed: "旧稿/".into(),
            entries: vec![entry("更早", true), entry("去年的函.docx", false), entry("2025057.txt", false)],
            letters: 2,
            ..Listing::default()
        })));
        bench.keys("<↓>");
        screen(&bench.state)
    });
    insta::assert_snapshot!(shots.join("\n\n"));
}

#[test]
fn a_folder_taken_in() {
    let shots = SIZES.map(|size| {
        let mut bench = Bench::new(size);
        let files = ["一.txt", "二.txt", "三.txt"].map(Into::into).into();
        bench.tell(Message::Intake(Arrival::Folder { folder: "旧稿".into(), files }));
        let told = |index, read| Message::Intake(Arrival::BatchRead { index, read: Box::new(read) });
        bench.tell(told(0, Ok(reading(ODD, Origin::File("一.txt".into())))));
        bench.tell(told(1, Err("二.txt：没有认出答复函的任何要素，不像一封答复函".into())));
        let reading_on = screen(&bench.state);
        bench.tell(told(2, Err("三.txt：文件有 200 MB".into())));
        bench.keys("<↓>");
        format!("{reading_on}\n\n{}", screen(&bench.state))
    });
    insta::assert_snapshot!(shots.join("\n\n"));
}

#[test]
fn a_whole_letter_pasted() {
    let shots = SIZES.map(|size| {
        let mut bench = Bench::new(size);
        bench.open(crate::app::tests::with_body(""));
        bench.tell(Message::Paste(ODD.into()));
        screen(&bench.state)
    });
    insta::assert_snapshot!(shots.join("\n\n"));
}

#[test]
fn what_is_hidden_is_shown_by_a_sign_and_never_sent() {
    let mut bench = Bench::new((80, 24));
    bench.open(crate::app::tests::with_body("近年来\u{200d}，东洲\u{200d}片区👩\u{200d}🌾。"));
    let shown = screen(&bench.state);
    assert!(shown.contains("近年来¦，东洲¦片区👩\u{200d}🌾。"), "{shown}");
}
