//! The walk through the items, by keys and by mouse.

use super::{Desk, handed_in, strict};
use crate::app::Message;
use crate::app::overlay::Overlay;
use crate::app::review::{Dialog, Elsewhere, Told};
use crate::app::state::Pane;
use crate::app::tests::faulty;

#[test]
fn the_walk_shows_each_place_in_the_text() {
    let mut desk = handed_in((120, 40));
    let place = |desk: &Desk| {
        let editor = desk.bench.state.sheet().unwrap().document.editor();
        editor.text()[editor.cursor()..].chars().take(4).collect::<String>()
    };
    while desk.item() != "promises" {
        desk.keys("<→>");
    }
    assert_eq!(place(&desk), "今年计划");
    desk.keys("<↓>");
    assert_eq!(place(&desk), "下一步，", "along the promises");
    desk.keys("<↑>");
    assert_eq!(place(&desk), "今年计划");
    let marked = desk.bench.state.sheet().unwrap().document.editor().marks();
    assert!(marked.into_iter().any(|(_, marking)| marking == crate::app::editor::Marking::Evidence));
    desk.keys("<Home>");
    assert_eq!(desk.item(), "issuer");
    desk.keys("<Shift+F7>");
    assert_eq!(desk.item(), "request-3", "round at the ends");
    desk.keys("<F6><↑>");
    assert_eq!(desk.item(), "request-2", "the list of the items is gone through too");
    desk.keys("<Esc><Esc>");
    assert!(desk.bench.state.review.walk().is_none());
    assert_eq!(desk.bench.state.sheet().unwrap().focus, Pane::Body);
}

#[test]
fn the_figures_of_a_paragraph_are_passed_together_after_a_look() {
    let mut desk = handed_in((120, 40));
    while desk.item() != "figure-4.1" {
        desk.keys("<→>");
    }
    desk.keys("<F8>");
    let Some(Overlay::Review(Dialog::Proven(proven))) = desk.bench.state.overlay() else { panic!("a list") };
    assert_eq!((proven.title.as_str(), proven.items.len()), ("第4段数据一并通过", 4));
    desk.keys("<Enter>");
    assert_eq!((desk.stands("figure-4.4"), desk.stands("figure-5.1"), desk.item()), ("通过", "未核", "p5"));
}

#[test]
fn an_item_with_an_error_is_passed_with_a_reason_only() {
    let mut desk = Desk::with((120, 40), "周予安", faulty(), strict());
    desk.keys("<Shift+F4><Enter><Enter>");
    desk.sits("林知远");
    desk.keys("<F4>");
    while desk.item() != "number" {
        desk.keys("<→>");
    }
    desk.keys("<Enter><Enter>");
    assert!(desk.notice().contains("请写明为什么仍可以通过"), "{}", desk.notice());
    assert_eq!(desk.stands("number"), "未核");
    desk.keys("<Esc><Enter>原件如此<Enter>");
    assert_eq!(desk.stands("number"), "通过");
    assert!(desk.record.contains("原件如此"), "{}", desk.record);
}

#[test]
fn the_mouse_goes_to_items_places_and_choices() {
    use crate::app::layout::Layout;
    use crate::app::message::Click;
    let mut desk = handed_in((120, 40));
    let press = |desk: &mut Desk, column: u16, row: u16| {
        desk.bench.tell(Message::Mouse { click: Click::Press { extend: false }, column, row });
    };
    let areas = Layout::of(&desk.bench.state).walk.unwrap();
    let list = areas.list.unwrap();
    press(&mut desk, list.x + 4, list.y + 3);
    assert_eq!(desk.item(), "title");
    desk.bench.tell(Message::Mouse { click: Click::WheelDown, column: list.x + 4, row: list.y + 3 });
    assert_eq!(desk.item(), "category");
    while desk.item() != "promises" {
        desk.keys("<→>");
    }
    let walk = desk.bench.state.review.walk().unwrap();
    let second = walk.rows.iter().position(|row| row.leads == Some(1)).unwrap();
    press(&mut desk, areas.text.x + 4, areas.text.y + u16::try_from(second).unwrap());
    assert_eq!(desk.bench.state.review.walk().unwrap().evidence, 1);
    desk.keys("<Shift+F4>");
    let rows = Layout::of(&desk.bench.state).rows;
    press(&mut desk, rows.x + 2, rows.y);
    press(&mut desk, rows.x + 2, rows.y);
    assert_eq!(desk.notice(), "已送核", "the first click chooses, the second does it");
}

#[test]
fn nothing_of_the_review_panics_whatever_is_pressed() {
    use proptest::prelude::*;
    let pressed = prop::sample::select(vec![
        "<F4>",
        "<Enter>",
        "<Esc>",
        "<Ctrl+B>",
        "<Ctrl+N>",
        "<F6>",
        "<F7>",
        "<F8>",
        "<↑>",
        "<↓>",
        "<←>",
        "<→>",
        "<Home>",
        "<End>",
        "<PageDown>",
        "<PageUp>",
        "<Shift+F4>",
        "<Alt+R>",
        "<Alt+Shift+R>",
        "<Ctrl+R>",
        "<Ctrl+D>",
        "<Alt+D>",
        "<Alt+H>",
        "<Tab>",
        "<F5>",
        "<F2>",
        "<F10>",
        "<Ctrl+Z>",
        "字",
        "<Backspace>",
        "<Alt+U>",
        "<F9>",
    ]);
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(24));
    runner
        .run(&prop::collection::vec(pressed, 1..50), |keys| {
            let mut desk = handed_in((80, 24));
            for (at, key) in keys.iter().enumerate() {
                desk.keys(key);
                if at % 7 == 3 {
                    let mut draft = desk.bench.draft().clone();
                    let half = crate::text::position::floor_boundary(&draft.letter.body, draft.letter.body.len() / 2);
                    draft.letter.body.truncate(half);
                    let told = Elsewhere { by: "甲".into(), draft: Some(draft) };
                    desk.bench.tell(Message::Review(Told::Changed(Box::new(told))));
                }
            }
            Ok(())
        })
        .unwrap();
}
