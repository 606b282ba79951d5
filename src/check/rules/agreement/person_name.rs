//! C13: an addressee's name is spelt another way in the text.

use super::person_spelling;
use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "C13",
    name: "person-name",
    title: "姓名前后一致",
    group: Group::Agreement,
    severity: Severity::Warning,
    explanation: "正文提到的代表、委员姓名应当与主送一字不差。只差一个字的，多半是写错了。别的人前后写得不一样、职务一处有“副”一处没有的，也提请核对。",
    source: "《党政机关公文处理工作条例》第二十条（四）：人名准确",
    examples: &[
        wrong(&[("paragraph", "我局于5月与‹陆秋百›代表当面沟通。")]).mended("我局于5月与陆秋白代表当面沟通。"),
        wrong(&[("paragraph", "我局于5月与‹沈和›、陆秋白代表当面沟通。")])
            .mended("我局于5月与沈禾、陆秋白代表当面沟通。"),
        wrong(&[("paragraph", "我局于5月与沈禾、‹陆秋百›两位代表当面沟通。")]),
        right(&[("paragraph", "我局于5月与沈禾、陆秋白两位代表当面沟通。")]),
        right(&[("paragraph", "我局于5月与陆秋白代表当面沟通，各位代表给予肯定。")]),
        wrong(&[("paragraph", "市公交公司主任孟庆和到场。我局已与‹孟庆合›同志当面核实。")]),
        wrong(&[("paragraph", "我局副处长覃月明到场踏勘。会后‹处长覃月明›答复了疑问。")]),
        wrong(&[("paragraph", "会后，我局已向‹陆白秋›同志说明。")]),
        right(&[("paragraph", "局长王庆和、副局长王庆合到场。会后王庆和同志、王庆合同志分别答复了疑问。")]),
        right(&[("paragraph", "副局长王明远到场踏勘。局长王明华答复了疑问，高度重视同志们的意见。")]),
        right(&[("addressees[1]", "沈白"), ("paragraph", "市人大代表、村民代表参加了会议。")]),
    ],
    check: Check::Parts(Parts { elements: None, paragraph: Some(("", check)), letter: Some(person_spelling::check) }),
};

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    let body = passage.text;
    if letter.addressee_title.is_empty() || !passage.has_all(&letter.addressee_title) {
        return;
    }
    for (at, _) in body.match_indices(letter.addressee_title.as_str()) {
        // 沈禾、陆秋白两位代表: the names before it, one by one.
        let mut before = uncounted(&body[..at]);
        loop {
            if let Some(name) =
                letter.addressees.iter().find(|name| !name.is_empty() && before.ends_with(name.as_str()))
            {
                before = &before[..before.len() - name.len()];
            } else if let Some((start, name)) = slip(before, &letter.addressees) {
                let range = start..before.len();
                let message = format!("主送的是“{name}”");
                found.at(Field::Body, range.clone(), message).mend(Applicability::Review, range, name);
                break;
            } else {
                break;
            }
            match before.strip_suffix(['、', '和', '与']) {
                Some(rest) => before = rest,
                None => break,
            }
        }
    }
}

/// `text` without 两位, 等2位, 3名 at its end.
fn uncounted(text: &str) -> &str {
    let Some(rest) = text.strip_suffix("位").or_else(|| text.strip_suffix("名")) else { return text };
    rest.trim_end_matches(|it: char| it.is_ascii_digit() || "一二三四五六七八九十两".contains(it))
        .trim_end_matches('等')
}

/// Where `before` ends with a name one character off one of `names`, and that name.
fn slip<'n>(before: &str, names: &'n [String]) -> Option<(usize, &'n str)> {
    // Another of them named in full is none misspelt.
    names.iter().filter(|name| (2..=4).contains(&name.chars().count())).find_map(|name| {
        let length = name.chars().count();
        let (start, _) = before.char_indices().rev().nth(length - 1)?;
        let written = &before[start..];
        let same = written.chars().zip(name.chars()).filter(|(left, right)| left == right).count();
        // Of a name of two characters the surname must be the same, and nothing may stand before it.
        let stands_alone = before[..start]
            .chars()
            .next_back()
            .is_none_or(|it| !characters::is_han(it) || matches!(it, '与' | '和' | '向' | '及'));
        let is_close =
            same + 1 == length && (length > 2 || stands_alone && written.chars().next() == name.chars().next());
        (is_close && written.chars().all(characters::is_han)).then_some((start, name.as_str()))
    })
}
