//! What the format promises: what is written is read back, and what did not change is not touched.

use super::*;
use crate::letter::{Contact, Field, Kind, Letter, Matter, Role};
use proptest::prelude::*;

/// A file as a person might have left it: own order, comments, unknown keys, odd quoting.
const BY_HAND: &str = r#"# 老王的稿子
format = 1
role = '独办'   # 独办
kind = "建议"
mine = [1,2 , 3]

[matter]
number = "2026042" # 市人大的编号
title='关于增设公交站点的建议'
[letter]
cc = [
  "市政府办公室",  # 必抄
  "市人大常委会选联工委",
]
date = 2026-06-12
body = """
第一段。

第二段。
"""
contacts = [ { name = "周舟", phone = "0700-8000000" } ]
# 末尾
"#;

#[test]
fn a_file_left_by_hand_is_understood() {
    let draft = read(BY_HAND).unwrap().draft;
    assert_eq!((draft.kind, draft.role), (Kind::Suggestion, Role::Sole));
    assert_eq!(draft.letter.body, "第一段。\n\n第二段。");
    assert_eq!(draft.letter.cc, ["市政府办公室", "市人大常委会选联工委"]);
    assert_eq!(draft.letter.contacts, [Contact { name: "周舟".into(), phone: "0700-8000000".into() }]);
    assert_eq!(draft.letter.date.issued(), "2026年6月12日");
}

#[test]
fn nothing_changed_nothing_touched() {
    let draft = read(BY_HAND).unwrap().draft;
    assert_eq!(write(&draft, BY_HAND).unwrap(), BY_HAND);
}

#[test]
fn one_change_touches_one_place() {
    let mut draft = read(BY_HAND).unwrap().draft;
    draft.set_text(Field::MatterNumber, "2026043").unwrap();
    draft.set_text(Field::Cc(1), "市人大常委会").unwrap();
    let written = write(&draft, BY_HAND).unwrap();
    assert_eq!(written, BY_HAND.replace("2026042", "2026043").replace("市人大常委会选联工委", "市人大常委会"));
}

#[test]
fn windows_line_ends_and_the_mark_stay() {
    let text = format!("\u{FEFF}{}", BY_HAND.replace('\n', "\r\n"));
    let mut draft = read(&text).unwrap().draft;
    assert_eq!(draft.letter.body, "第一段。\n\n第二段。");
    assert_eq!(write(&draft, &text).unwrap(), text);
    draft.letter.body.push_str("\n第三段。");
    let written = write(&draft, &text).unwrap();
    assert!(written.starts_with("\u{FEFF}# 老王"));
    assert!(written.contains("第二段。\r\n第三段。\r\n'''\r\n"), "{written}");
    assert_eq!(read(&written).unwrap().draft, draft);
}

#[test]
fn errors_name_their_line() {
    let said = |text: &str| read(text).unwrap_err().to_string();
    assert_eq!(
        said("format = 1\n[letter]\nissuer = \"某局\"\ncc = \"市政府办公室\"\n"),
        "第 4 行：letter.cc 应为加引号的文字组成的列表，如 [\"甲\", \"乙\"]，现为文字"
    );
    assert_eq!(said("format = 1\n[letter]\ndate = 12\n"), "第 3 行：letter.date 应为日期，如 2026-06-12，现为整数");
    assert_eq!(said("format = 1\nkind = \"议案\"\n"), "第 2 行：kind “议案”不是可用的值，应为“建议”或“提案”");
    assert_eq!(said("[package]\nname = 1\n"), "第 1 行：没有 format = 1，不是答复函稿件");
    assert!(said("format = 1\n[letter\n").starts_with("第 2 行：第 "), "{}", said("format = 1\n[letter\n"));
    assert_eq!(
        said("format = 1\nkind = \"建议\"\nkind = \"提案\"\n"),
        "第 3 行：这一项前面已经写过，请删去一处（kind = \"提案\"）"
    );
    assert!(said("您好").starts_with("第 1 行"), "{}", said("您好"));
    assert_eq!(
        said("format = 1\n[[letter.contacts]]\nname = \"周舟\"\nphone = 7008000000\n"),
        "第 4 行：letter.contacts.phone 应为加引号的文字，现为整数"
    );
}

#[test]
fn a_file_from_the_future_says_so() {
    assert_eq!(read("format = 2\n").unwrap().newer_format, Some(2));
    assert_eq!(read("format = 1\n").unwrap().newer_format, None);
}

#[test]
fn a_body_that_a_literal_cannot_hold_is_escaped() {
    let mut draft = Draft { profile: DEFAULT_PROFILE.into(), ..Draft::default() };
    for body in ["三个'''引号", "响铃\u{7}与\\反斜杠\"\"\"", "\n\n开头", "末尾\n", "a\rb", ""] {
        draft.letter.body = body.to_owned();
        assert_eq!(read(&create(&draft)).unwrap().draft, draft, "{body:?}");
    }
}

fn words() -> impl Strategy<Value = String> {
    r#"[一-三a'"\\# 《》〔〕𠅤]{0,6}"#
}

prop_compose! {
    fn drafts()(
        texts in prop::collection::vec(words(), 12),
        cc in prop::collection::vec(words(), 0..3),
        contacts in prop::collection::vec((words(), words()), 0..3),
        body in r#"([一-三'"\\ ]|\n){0,30}"#,
        total in prop::option::of(1u32..40),
        dated in any::<bool>(),
    ) -> Draft {
        let text = |index: usize| texts[index].clone();
        let date = if dated { "2026-06-12".to_owned() } else { text(0) };
        Draft {
            kind: if dated { Kind::Proposal } else { Kind::Suggestion },
            role: Role::Joint,
            profile: "default".into(),
            letter: Letter {
                issuer: text(1), number: text(2), title: text(3), category: text(4), signer: text(5),
                addressees: cc.clone(), addressee_title: text(6), addressee_total: total, body,
                attachments: cc.clone(), signature: text(7), date: crate::letter::date::LetterDate::typed(&date),
                contacts: contacts.into_iter().map(|(name, phone)| Contact { name, phone }).collect(),
                disclosure: text(8), disclosure_reason: text(9), cc: cc.clone(),
            },
            matter: Matter { session: text(10), number: text(11), co_handlers: cc, ..Matter::default() },
            source: crate::letter::Source { contacts: text(0), ..Default::default() },
        }
    }
}

#[test]
fn a_key_that_is_new_goes_to_its_place_and_not_behind_the_text() {
    let hand_made = "format = 1

[letter]
# 谁发的
issuer = \"某局\"
title = \"关于答复的函\"   # 手写
body = '''
正文。
'''
# 末尾的话

[matter]
number = \"1\"
";
    let mut draft = read(hand_made).unwrap().draft;
    draft.letter.number = "某函〔2026〕1号".into();
    draft.letter.cc = vec!["市政府办公室".into()];
    draft.letter.contacts = vec![Contact { name: "周某".into(), phone: "1".into() }];
    draft.matter.session = "市十七届人大一次会议".into();
    draft.matter.title = "关于某事的建议".into();
    let written = write(&draft, hand_made).unwrap();
    assert_eq!(read(&written).unwrap().draft, draft);
    assert_eq!(
        written,
        "format = 1

[letter]
# 谁发的
issuer = \"某局\"
number = \"某函〔2026〕1号\"
title = \"关于答复的函\"   # 手写
cc = [\"市政府办公室\"]
body = '''
正文。
'''

[[letter.contacts]]
name = \"周某\"
phone = \"1\"
# 末尾的话

[matter]
session = \"市十七届人大一次会议\"
number = \"1\"
title = \"关于某事的建议\"
"
    );
}

proptest! {
    #[test]
    fn what_is_created_is_read_back(draft in drafts()) {
        prop_assert_eq!(read(&create(&draft)).unwrap().draft, draft);
    }

    #[test]
    fn what_is_written_over_another_draft_is_read_back(old in drafts(), new in drafts()) {
        let written = write(&new, &create(&old)).unwrap();
        prop_assert_eq!(&read(&written).unwrap().draft, &new);
        prop_assert_eq!(&write(&new, &written).unwrap(), &written);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "(format = 1\n|\\[letter\\]\n|body = '''|\"|=|\\[|a|\n|一){0,12}") {
        let _ = read(&text);
    }
}
