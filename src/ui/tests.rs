//! Every screen as text, at the sizes that matter.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;

use super::colours::Depth;
use super::draw;
use super::theme::Theme;
use crate::app::Message;
use crate::app::State;
use crate::app::library::Entry;
use crate::app::look::Look;
use crate::app::phrases::Phrase;
use crate::app::tests::{Bench, faulty, finished};
use crate::text::width::Measure;

/// The characters of a screen, a line each; `▏` stands before the cell of the cursor. Cells that a wide character covers
/// are left out.
fn screen(state: &State) -> String {
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

/// The faulty sample at every size after `keys`.
fn faulty_after(keys: &str) -> String {
    let shots = SIZES.map(|size| {
        let mut bench = Bench::new(size);
        bench.open(faulty());
        // The first drawing tells the editor its width.
        screen(&bench.state);
        bench.keys(keys);
        screen(&bench.state)
    });
    shots.join("\n\n")
}

macro_rules! shots {
    ($($name:ident: $keys:literal;)*) => {
        $(#[test] fn $name() { insta::assert_snapshot!(faulty_after($keys)); })*
    };
}

shots! {
    three_panes: "";
    outline_focused: "<Shift+F6><↓><↓>";
    checklist_focused: "<F6><↓>";
    a_finding_under_the_cursor: "<F7><F7><F7>";
    elements: "<F2><↓>";
    elements_list: "<F2><↓><↓><↓><↓><↓>、白露、沈禾<Alt+←>";
    elements_menu: "<F2><PageDown><↑><↑><↑><↑><Alt+L><↓>";
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
fn phrases() {
    let shots = SIZES.map(|size| {
        let mut bench = Bench::new(size);
        let phrase = |group: &str, title: &str, text: &str| Phrase {
            group: group.to_owned(),
            title: title.to_owned(),
            text: text.to_owned(),
        };
        bench.state.set_phrases(vec![
            phrase("开头", "收悉，现答复", "收悉，现答复如下："),
            phrase("结语", "专此答复，感谢支持", "专此答复，感谢您对我们工作的关心和支持。"),
        ]);
        bench.open(faulty());
        bench.keys("<Alt+/><↓>");
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
            for cell in &buffer.content {
                assert!(cell.bg != Color::Reset && cell.fg != Color::Reset, "{look:?} {depth:?}");
            }
        }
    }
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
fn an_empty_folder() {
    let mut bench = Bench::new((80, 24));
    bench.list(&[]);
    insta::assert_snapshot!(screen(&bench.state));
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
