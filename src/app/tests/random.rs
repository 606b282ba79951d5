use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Bench, faulty};
use crate::app::command::TABLE;
use crate::app::{Click, Code, Key, Message};
use crate::ui::{draw, theme::Theme};

fn any_key() -> impl Strategy<Value = Key> {
    let named: Vec<Key> = TABLE.iter().flat_map(|entry| entry.keys).map(|name| name.parse().unwrap()).collect();
    let shifted: Vec<Key> = named.iter().map(|key| Key { shift: true, ..*key }).collect();
    prop_oneof![
        3 => prop::sample::select(named),
        1 => prop::sample::select(shifted),
        3 => prop::sample::select("一二（）(\"，。、,1２aｎ？\u{301}𠅤👩“".chars().collect::<Vec<_>>())
            .prop_map(|character| Key::plain(Code::Char(character))),
    ]
}

fn any_message() -> impl Strategy<Value = Message> {
    let click = prop_oneof![
        Just(Click::Press { extend: false }),
        Just(Click::Press { extend: true }),
        (2u8..5).prop_map(Click::Again),
        Just(Click::Drag),
        Just(Click::WheelUp),
        Just(Click::WheelDown),
    ];
    prop_oneof![
        12 => any_key().prop_map(Message::Key),
        1 => "[一二\n（a]{0,9}".prop_map(Message::Paste),
        2 => (click, 0u16..130, 0u16..42).prop_map(|(click, column, row)| Message::Mouse { click, column, row }),
        1 => (1u16..130, 1u16..42).prop_map(|(width, height)| Message::Resize { width, height }),
        1 => Just(Message::Saved(Ok(()))),
        2 => Just(Message::Idle),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nothing_that_is_pressed_breaks_anything(messages in prop::collection::vec(any_message(), 1..80)) {
        let mut bench = Bench::with(faulty());
        let start = bench.draft().clone();
        for message in messages {
            bench.effects.extend(crate::app::update(&mut bench.state, message));
            let (width, height) = bench.state.size();
            let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
            let cursor = draw(&bench.state, Theme::new(true), &mut buffer);
            if let Some(cursor) = cursor {
                prop_assert!(cursor.x < width && cursor.y < height, "{cursor:?} is off {width}×{height}");
            }
            if let Some(sheet) = bench.state.sheet() {
                let (editor, body) = (sheet.document.editor(), &sheet.document.draft().letter.body);
                prop_assert_eq!(editor.text(), body);
                prop_assert_eq!(sheet.document.characters(), crate::text::characters::ink(body).count());
                prop_assert!(body.is_char_boundary(editor.cursor()));
            } else {
                bench.open(faulty());
            }
        }
        let document = &mut bench.state.sheet.as_mut().unwrap().document;
        while document.undo() {}
        prop_assert_eq!(document.draft(), &start);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_happens_the_letter_the_journal_and_the_history_agree(bytes in prop::collection::vec(any::<u8>(), 1..300)) {
        super::driver::drive(&bytes);
    }
}
