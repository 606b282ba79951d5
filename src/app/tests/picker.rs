use std::sync::Arc;

use super::{Bench, with_body};
use crate::app::overlay::Overlay;
use crate::app::picker::{Picker, Recalled, Scope};
use crate::app::{Effect, Message};
use crate::recall::{Corpus, OldLetter, Passage, Pattern, Shelf};

fn passage(shelf: Shelf, title: &str, text: &str) -> Passage {
    Passage { shelf, title: title.into(), text: text.into(), note: String::new() }
}

fn bench(body: &str) -> Bench {
    let mut bench = Bench::with(with_body(body));
    bench.state.set_shelf(vec![
        passage(Shelf::Phrases, "适时反馈", "将及时反馈。"),
        passage(Shelf::Phrases, "专此答复", "专此答复，感谢支持。"),
        passage(Shelf::Policies, "国务院关于甲的意见　国发〔2020〕7号", "《国务院关于甲的意见》（国发〔2020〕7号）"),
        passage(Shelf::Contacts, "周某 0700-8200000", "周某 0700-8200000"),
    ]);
    bench
}

fn letters() -> Corpus {
    let letter =
        |path: &str, body: &str| Arc::new(OldLetter { path: path.into(), body: body.into(), ..OldLetter::default() });
    Corpus::new(vec![letter("甲", "（一）清溪河清淤已完成。\n一是加强巡查。"), letter("乙", "清淤正在推进。")])
}

/// Answers what was asked last, as the thread would; with `read` of the letters read.
fn answer(bench: &mut Bench, read: usize) {
    let last = bench.asked().into_iter().rev().find_map(|effect| match effect {
        Effect::Recall { serial, query, near } => Some((serial, query, near)),
        _ => None,
    });
    let (serial, query, near) = last.unwrap();
    let results = letters().search(&Pattern::new(&query), &near, 10);
    bench.tell(Message::Recalled(Recalled { serial, results, read, of: 2 }));
}

fn picker(bench: &Bench) -> &Picker {
    match bench.state.overlay() {
        Some(Overlay::Phrases(picker)) => picker,
        other => panic!("the picker is not open but {other:?}"),
    }
}

#[test]
fn a_phrase_found_by_its_initials_is_inserted_as_one_step() {
    let mut bench = bench("收悉。\n");
    bench.keys("<Ctrl+End><Alt+/>zcdf<Enter>");
    assert_eq!(bench.body(), "收悉。\n专此答复，感谢支持。|");
    bench.keys("<Ctrl+Z><Ctrl+Space><↓><↓><↑><↑><Enter>");
    assert_eq!(bench.body(), "收悉。\n将及时反馈。|");
    bench.keys("<Alt+/>没有这句<Enter><Esc>");
    assert_eq!(bench.body(), "收悉。\n将及时反馈。|");
}

#[test]
fn a_phrase_speaks_to_as_many_as_the_letter() {
    let mut draft = with_body("");
    draft.letter.addressees = vec!["王某".into(), "李某".into()];
    let mut bench = Bench::with(draft);
    bench.state.set_shelf(vec![passage(Shelf::Phrases, "感谢", "感谢您的支持。")]);
    bench.keys("<Alt+/><Enter>");
    assert_eq!(bench.body(), "感谢你们的支持。|");
}

#[test]
fn a_document_is_cited_with_its_number() {
    let mut bench = bench("根据");
    bench.keys("<End><Alt+/>国发[2020]7<Enter>");
    assert_eq!(bench.body(), "根据《国务院关于甲的意见》（国发〔2020〕7号）|");
}

#[test]
fn a_paragraph_of_an_earlier_letter_goes_in_with_or_without_its_number() {
    let mut bench = bench("");
    bench.keys("<Alt+/>清淤");
    answer(&mut bench, 2);
    assert_eq!(picker(&bench).total(), (2, true));
    bench.keys("<Enter>");
    assert_eq!(bench.body(), "（一）清溪河清淤已完成。|");
    bench.keys("<Ctrl+Z><Alt+/>清淤<Alt+T>");
    answer(&mut bench, 2);
    bench.keys("<Enter>");
    assert_eq!(bench.body(), "清溪河清淤已完成。|");
    // As it was left, so it opens again.
    bench.keys("<Ctrl+Z><Alt+/>jqxc");
    answer(&mut bench, 2);
    bench.keys("<Enter>");
    assert_eq!(bench.body(), "加强巡查。|");
}

#[test]
fn what_was_found_for_older_words_is_not_shown() {
    let mut bench = bench("");
    bench.keys("<Alt+/>清淤");
    let old = bench.asked();
    bench.keys("工程");
    for effect in old {
        if let Effect::Recall { serial, query, near } = effect {
            let results = letters().search(&Pattern::new(&query), &near, 10);
            bench.tell(Message::Recalled(Recalled { serial, results, read: 2, of: 2 }));
        }
    }
    assert!(picker(&bench).shown().is_empty());
    bench.keys("<Esc>");
    let late = Recalled { serial: 1, read: 2, of: 2, ..Recalled::default() };
    bench.tell(Message::Recalled(late));
    assert_eq!(bench.body(), "|");
}

#[test]
fn the_choice_stays_while_letters_come_in() {
    let mut bench = bench("");
    bench.keys("<Alt+/>qy");
    answer(&mut bench, 1);
    bench.keys("<↓>");
    let chosen = picker(&bench).chosen().cloned();
    let serial = 0;
    bench.tell(Message::Recalled(Recalled { serial, ..Recalled::default() }));
    assert_eq!(picker(&bench).chosen().cloned(), chosen);
    assert_eq!(picker(&bench).reading(), Some((1, 2)));
}

#[test]
fn shelves_are_gone_through_with_tab() {
    let mut bench = bench("");
    bench.keys("<Alt+/><Tab><Tab>");
    assert_eq!(picker(&bench).shown().len(), 1);
    assert_eq!(picker(&bench).chosen().unwrap().shelf, Shelf::Policies);
    bench.keys("<Tab><Tab>");
    answer(&mut bench, 2);
    assert!(picker(&bench).shown().is_empty(), "no letter has a like topic");
    bench.keys("<Shift+Tab><Enter>");
    assert_eq!(bench.body(), "周某 0700-8200000|");
}

#[test]
fn the_picker_opens_on_everything_and_tells_what_other_shelves_have() {
    let mut bench = bench("");
    bench.keys("<Alt+/><Tab><Tab><Tab><Enter>");
    assert_eq!(bench.body(), "周某 0700-8200000|");
    bench.keys("<Alt+/>关于甲");
    assert_eq!(picker(&bench).chosen().map(|hit| hit.shelf), Some(Shelf::Policies), "not the shelf of last time");
    bench.keys("<Shift+Tab><Shift+Tab>");
    assert!(picker(&bench).shown().is_empty());
    let counts = [Shelf::Phrases, Shelf::Policies, Shelf::Contacts].map(|it| picker(&bench).count(Scope::Only(it)));
    assert_eq!(counts, [0, 1, 0]);
}

#[test]
fn a_contact_goes_into_the_field_it_was_asked_for_from() {
    let mut bench = bench("");
    super::elements::at(&mut bench, "联系人");
    bench.keys("<Alt+/>zm<Enter>");
    assert_eq!(bench.draft().letter.contacts[0].phone, "0700-8200000");
}

#[test]
fn a_paragraph_of_an_earlier_letter_comes_with_its_neighbours() {
    let mut bench = bench("");
    bench.keys("<Alt+/>加强巡查");
    answer(&mut bench, 2);
    let Some(Overlay::Phrases(picker)) = bench.state.overlay() else { panic!("the picker is open") };
    let hit = picker.chosen().unwrap();
    assert_eq!((hit.text.as_str(), hit.around[0].as_str()), ("一是加强巡查。", "（一）清溪河清淤已完成。"));
    assert_eq!(hit.around[1], "");
    bench.keys("<Enter>");
    assert!(!bench.body().contains("清溪河"), "what is shown around it is not put in");
}
