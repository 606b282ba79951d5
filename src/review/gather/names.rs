//! Names: the persons and bodies a letter speaks of, each with its first place.

use super::Evidence;
use crate::letter::{Draft, Field};
use std::ops::Range;

/// Endings of the names of bodies.
const BODIES: [&str; 28] = [
    "办事处",
    "委员会",
    "管委会",
    "居委会",
    "村委会",
    "人民政府",
    "办公室",
    "指挥部",
    "集团",
    "公司",
    "大学",
    "学院",
    "学校",
    "中学",
    "小学",
    "幼儿园",
    "医院",
    "中心",
    "支队",
    "大队",
    "总队",
    "研究院",
    "协会",
    "银行",
    "总局",
    "分局",
    "局",
    "厅",
];

/// Words that make a body of what stands before them only now and then.
const NO_NAME_BEFORE: &str = "，。、；：！？（）《》“”()\n 由与和及对经请向从在将会同是为等并各已把被把以到给让据按";

/// The persons and bodies, in the order of their first place: first those of the elements, then those of the body.
///
/// Chinese does not divide words, so bodies are found by their endings, back to the mark or the function word before
/// them. What is missed here is still read with its paragraph.
pub fn of(draft: &Draft) -> Vec<Evidence> {
    let letter = &draft.letter;
    let mut found: Vec<Evidence> = Vec::new();
    let mut fields: Vec<Field> = vec![Field::Issuer, Field::Signer];
    fields.extend((0..letter.addressees.len()).map(Field::Addressees));
    fields.extend((0..letter.contacts.len()).map(Field::ContactName));
    fields.extend((0..draft.matter.co_handlers.len()).map(Field::MatterCoHandlers));
    fields.extend((0..letter.cc.len()).map(Field::Cc));
    for field in fields {
        let text = draft.text(field);
        add(&mut found, Evidence::at(field, &text, 0..text.len()));
    }
    let body = &letter.body;
    for mut range in bodies(body) {
        // A name that is known tells where it begins: 综合市公安局 is 市公安局.
        let name = &body[range.clone()];
        if let Some(known) = found.iter().map(|known| &known.text).find(|known| name.ends_with(known.as_str())) {
            range.start = range.end - known.len();
        }
        add(&mut found, Evidence::at(Field::Body, body, range));
    }
    found
}

fn add(found: &mut Vec<Evidence>, evidence: Evidence) {
    if !evidence.text.is_empty() && found.iter().all(|known| known.text != evidence.text) {
        found.push(evidence);
    }
}

/// Where `text` names bodies, in bytes.
fn bodies(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.char_indices() {
        let Some(ending) = BODIES.iter().find(|ending| text[at..].starts_with(**ending)) else { continue };
        let end = at + ending.len();
        if found.last().is_some_and(|last| at < last.end) {
            continue;
        }
        let mut start = at;
        for (place, character) in text[..at].char_indices().rev().take(16) {
            if NO_NAME_BEFORE.contains(character) || character.is_ascii_digit() {
                break;
            }
            start = place;
        }
        let name = &text[start..end];
        // 我局, 该局 name nobody; 结局 and 布局 are words.
        if name.chars().count() < 3 || name.ends_with("布局") || name.ends_with("格局") || name.ends_with("大局")
        {
            continue;
        }
        // A name that begins in the one before it belongs to it: 市交通运输局东洲分局.
        let start = found.last().map_or(start, |last| start.max(last.end));
        found.push(start..end);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_once_at_its_first_place() {
        let mut draft = Draft::default();
        draft.set_text(Field::Addressees(0), "沈禾").unwrap();
        draft.set_text(Field::MatterCoHandlers(0), "市公安局").unwrap();
        draft.letter.body =
            "经综合市公安局、东洲街道办事处会办意见。\n我局会同市公安局和临江市公交公司优化布局。".to_owned();
        let names: Vec<String> = of(&draft).into_iter().map(|name| name.text).collect();
        assert_eq!(names, ["沈禾", "市公安局", "东洲街道办事处", "临江市公交公司"]);
        assert_eq!(of(&draft)[1].field, Field::MatterCoHandlers(0));
    }
}
