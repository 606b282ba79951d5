//! P02: half-width , ; : ? ! beside Chinese.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P02",
    name: "half-width-marks",
    title: "半角标点",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "中文里的逗号、分号、冒号、问号、叹号用全角。数字的分节、时刻、比例和外文、网址里的半角标点不管。",
    source: "GB/T 15834—2011 5.1",
    examples: &[
        wrong(&[("paragraph", "今年汛前‹,›我局完成了清淤。")]).mended("今年汛前，我局完成了清淤。"),
        wrong(&[("paragraph", "已改造站台‹:›东站、西站。")]).mended("已改造站台：东站、西站。"),
        wrong(&[("paragraph", "采用BIM‹;›运用云平台。")]).mended("采用BIM；运用云平台。"),
        wrong(&[("paragraph", "站台已经完工‹､›班次已经加密。")]).mended("站台已经完工、班次已经加密。"),
        wrong(&[("paragraph", "站台已经完工‹﹐›班次已经加密。")]).mended("站台已经完工，班次已经加密。"),
        wrong(&[("source.contacts", "联系人：周予安，联系电话‹:›0700-8201234")])
            .mended("联系人：周予安，联系电话：0700-8201234"),
        right(&[("paragraph", "首班车10:30发出，比例尺为1:500。")]),
        right(&[("paragraph", "客流为12,000人次，可在http://jt.example.cn查询。")]),
        right(&[("paragraph", "采用A,B两种方案。")]),
    ],
    check: Check::Parts(Parts {
        elements: Some(check_elements),
        paragraph: Some((MARKS, |_, passage, found| tell(passage.field, passage.text, found))),
        letter: None,
    }),
};

const MARKS: &str = ",;:?!､﹐﹑﹔﹕﹖﹗";

/// The title, and the contact line as it was written in the text that was imported.
fn check_elements(context: &Context<'_>, found: &mut Found<'_>) {
    tell(Field::Title, &context.draft.letter.title, found);
    tell(Field::SourceContacts, &context.draft.source.contacts, found);
}

fn tell(field: Field, text: &str, found: &mut Found<'_>) {
    for (at, _) in text.match_indices([',', ';', ':', '?', '!']) {
        let mark = text.as_bytes()[at];
        let before = text[..at].chars().next_back();
        let after = text[at + 1..].chars().next();
        let is_chinese = before
            .is_some_and(|it| characters::is_han(it) || matches!(it, '”' | '》' | '）' | '〕' | '’'))
            || after.is_some_and(|it| characters::is_han(it) || matches!(it, '“' | '《' | '（' | '‘'));
        if !is_chinese || is_address(text, at) {
            continue;
        }
        let full = match mark {
            b',' => "，",
            b';' => "；",
            b':' => "：",
            b'?' => "？",
            _ => "！",
        };
        let message = format!("中文里的“{}”应当用全角“{full}”", mark as char);
        found.at(field, at..at + 1, message).mend(Applicability::Safe, at..at + 1, full);
    }
    small(field, text, found);
}

/// The half-width and small forms that other systems leave behind.
fn small(field: Field, text: &str, found: &mut Found<'_>) {
    const FORMS: [(char, &str); 7] =
        [('､', "、"), ('﹐', "，"), ('﹑', "、"), ('﹔', "；"), ('﹕', "："), ('﹖', "？"), ('﹗', "！")];
    for (at, form) in text.char_indices() {
        if let Some((_, full)) = FORMS.into_iter().find(|(small, _)| *small == form) {
            let range = at..at + form.len_utf8();
            found.at(field, range.clone(), format!("应当用全角的“{full}”")).mend(Applicability::Safe, range, full);
        }
    }
}

/// Whether byte `at` lies in the address of a page.
fn is_address(text: &str, at: usize) -> bool {
    let word = text[..at].trim_end_matches(|it: char| it.is_ascii_graphic()).len();
    text[word..at].contains("://") || text[at..].starts_with("://")
}
