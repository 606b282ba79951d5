//! C13: an addressee's name is spelt another way in the text.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "C13",
    name: "person-name",
    title: "姓名前后一致",
    group: Group::Agreement,
    severity: Severity::Warning,
    explanation: "正文提到的代表、委员姓名应当与主送一字不差。只差一个字的，多半是写错了。",
    source: "《党政机关公文处理工作条例》第二十条（四）：人名准确",
    examples: &[
        wrong(&[("paragraph", "我局于5月与‹陆秋百›代表当面沟通。")]).mended("我局于5月与陆秋白代表当面沟通。"),
        right(&[("paragraph", "我局于5月与陆秋白代表当面沟通，各位代表给予肯定。")]),
        right(&[("addressees[1]", "沈白"), ("paragraph", "市人大代表、村民代表参加了会议。")]),
    ],
    check: Check::Paragraph("", check),
};

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    let body = passage.text;
    if letter.addressee_title.is_empty() || !passage.has_all(&letter.addressee_title) {
        return;
    }
    for (at, _) in body.match_indices(letter.addressee_title.as_str()) {
        let before = &body[..at];
        if letter.addressees.iter().any(|name| before.ends_with(name.as_str())) {
            continue;
        }
        for name in letter.addressees.iter().filter(|name| (2..=4).contains(&name.chars().count())) {
            let length = name.chars().count();
            let Some((start, _)) = before.char_indices().rev().nth(length - 1) else { continue };
            let written = &before[start..];
            let same = written.chars().zip(name.chars()).filter(|(left, right)| left == right).count();
            // Of a name of two characters the surname must be the same, and nothing may stand before it.
            let stands_alone = before[..start]
                .chars()
                .next_back()
                .is_none_or(|it| !characters::is_han(it) || matches!(it, '与' | '和' | '向' | '及'));
            let is_close =
                same + 1 == length && (length > 2 || stands_alone && written.chars().next() == name.chars().next());
            if is_close && written.chars().all(characters::is_han) {
                let message = format!("主送的是“{name}”");
                found.at(Field::Body, start..at, message).mend(Applicability::Review, start..at, name.as_str());
                break;
            }
        }
    }
}
