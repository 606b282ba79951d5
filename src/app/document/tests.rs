use super::*;
use crate::letter::format;

fn document(body: &str) -> Document {
    let mut draft = Draft::default();
    draft.letter.body = body.to_owned();
    draft.letter.cc = vec!["甲".into(), "乙".into()];
    draft.source.cc = "抄送：甲,乙".into();
    Document::new("drafts/试.toml".into(), draft, None)
}

#[test]
fn undo_gives_the_very_draft_back_with_the_imported_line() {
    let mut document = document("一、支持(一)");
    let start = document.draft().clone();
    document.set_element(Action::Type, Element::Cc, "甲、丙").unwrap();
    document.mend([(Field::Body, Edit::replace(12..13, "（")), (Field::Body, Edit::replace(16..17, "）"))], None);
    assert_eq!(document.draft().letter.body, "一、支持（一）");
    assert_eq!(document.draft().source.cc, "");
    let end = document.draft().clone();
    while document.undo() {}
    assert_eq!(document.draft(), &start);
    assert!(document.is_saved());
    while document.redo() {}
    assert_eq!(document.draft(), &end);
}

#[test]
fn what_was_brought_back_can_be_taken_back_to_what_was_saved() {
    let saved = document("原文").draft().clone();
    let mut draft = saved.clone();
    draft.letter.body = "原文，改过".into();
    draft.letter.cc = vec!["甲".into(), "丙".into(), "丁".into()];
    draft.source.cc = String::new();
    let mut document = Document::brought_back("drafts/试.toml".into(), saved.clone(), draft.clone(), None);
    assert_eq!(document.draft(), &draft);
    assert!(!document.is_saved() && document.take_unwritten().is_empty());
    assert!(document.undo());
    assert_eq!(document.draft(), &saved);
    assert!(document.is_saved() && !document.undo());
    assert!(document.redo());
    assert_eq!(document.draft(), &draft);
}

#[test]
fn the_journal_replayed_gives_the_same_draft() {
    let mut document = document("原文");
    let mut copy = document.draft().clone();
    document.edit_body(Action::Type, vec![Edit::insert(6, "。")], None);
    document.set_element(Action::Type, Element::Contacts, "周某 0760-88000000").unwrap();
    document.set_element(Action::Type, Element::Cc, "").unwrap();
    document.undo();
    for (field, edit) in document.take_unwritten() {
        copy.edit(field, &edit).unwrap();
    }
    assert_eq!(&copy, document.draft());
    assert_eq!(format::create(&copy), format::create(document.draft()));
}

#[test]
fn an_entry_that_was_emptied_comes_back_where_it_was() {
    use crate::letter::Contact;
    let contact = |name: &str, phone: &str| Contact { name: name.into(), phone: phone.into() };
    let mut document = document("正文");
    document.draft.letter.cc = vec!["甲".into(), "乙".into(), "丙".into()];
    document.draft.letter.contacts = vec![contact("子", ""), contact("丑", "2"), contact("", "3")];
    let start = document.draft().clone();
    let delete = |field, length| (field, Edit::delete(0..length));
    document.mend([delete(Field::Cc(0), 3), delete(Field::Cc(1), 3)], None);
    assert_eq!(document.draft().letter.cc, ["丙"]);
    document.mend([delete(Field::ContactName(0), 3)], None);
    assert_eq!(document.draft().letter.contacts, [contact("丑", "2"), contact("", "3")]);
    document.mend([delete(Field::ContactName(0), 3), delete(Field::ContactPhone(0), 1)], None);
    assert_eq!(document.draft().letter.contacts, [contact("", "3")]);
    let end = document.draft().clone();
    while document.undo() {}
    assert_eq!(document.draft(), &start);
    while document.redo() {}
    assert_eq!(document.draft(), &end);
    let mut copy = start;
    for (field, edit) in document.take_unwritten() {
        copy.edit(field, &edit).unwrap();
    }
    assert_eq!(&copy, document.draft());
}

#[test]
fn a_fix_leaves_the_cursor_beside_the_character_it_was_at() {
    let mut document = document("(一)支持东洲");
    document.editor_mut().place("(一)支持".len());
    document.mend([(Field::Body, Edit::replace(0..1, "（")), (Field::Body, Edit::replace(4..5, "）"))], None);
    assert_eq!(document.editor().cursor(), "（一）支持".len());
}

#[test]
fn a_draft_from_the_future_is_not_changed() {
    let mut draft = Draft::default();
    draft.letter.body = "原文".into();
    let mut document = Document::new("a.toml".into(), draft, Some("格式较新".into()));
    assert!(!document.edit_body(Action::Type, vec![Edit::insert(0, "新")], None));
    assert!(!document.set_element(Action::Type, Element::Title, "新").unwrap());
    assert_eq!(document.editor().text(), "原文");
}
