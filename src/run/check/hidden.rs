//! What nobody sees in the text a letter was read from: import takes it out, a check of the text looks at it as it stands.

use crate::import::Report;
use crate::letter::{Draft, Field};
use crate::text::characters::{is_blank, is_direction_control, is_invisible, is_zero_width};
use std::collections::BTreeMap;

/// Whether `character` is one of those that a draft has and its text shows: neither blank nor unseen.
pub fn is_shown(character: char) -> bool {
    // Most characters are Chinese.
    matches!(character, '\u{4E00}'..='\u{9FFF}') || !is_blank(character) && !is_invisible(character)
}

/// Puts the zero-width characters and direction controls of `text`, which `draft` was read from, back to where they stood
/// inside its fields. Those around a field's text are left: they come with every page copied from the web and reach no reader.
pub fn put_back(draft: &mut Draft, text: &str, report: &Report) {
    if !text.contains(is_hidden) {
        return;
    }
    for (field, hidden) in inside_fields(text, report) {
        let (mut whole, mut shown) = (String::new(), 0);
        let mut hidden = hidden.into_iter().peekable();
        for character in draft.text(field).chars() {
            if is_shown(character) {
                while let Some((_, one)) = hidden.next_if(|(before, _)| *before == shown) {
                    whole.push(one);
                }
                shown += 1;
            }
            whole.push(character);
        }
        // A field that is no free text, as a date, holds nothing unseen.
        let _ = draft.set_text(field, &whole);
    }
}

fn is_hidden(character: char) -> bool {
    is_zero_width(character) || is_direction_control(character)
}

/// What is hidden in each field, with how many characters of the field show before it.
fn inside_fields(text: &str, report: &Report) -> BTreeMap<Field, Vec<(usize, char)>> {
    let mut shown: BTreeMap<Field, usize> = BTreeMap::new();
    let mut inside: BTreeMap<Field, Vec<(usize, char)>> = BTreeMap::new();
    let mut last: Option<(usize, Field)> = None;
    for part in &report.placed {
        let Some(words) = text.get(part.range.clone()) else { continue };
        let before = shown.entry(part.field).or_default();
        // The account parts a stretch at a direction control.
        let gap = last.filter(|(_, field)| *field == part.field).and_then(|(end, _)| text.get(end..part.range.start));
        let hidden = inside.entry(part.field).or_default();
        let between = gap.filter(|gap| gap.chars().all(is_hidden)).unwrap_or("");
        hidden.extend(between.chars().map(|character| (*before, character)));
        for character in words.chars() {
            if is_hidden(character) {
                hidden.push((*before, character));
            }
            *before += usize::from(is_shown(character));
        }
        last = Some((part.range.end, part.field));
    }
    inside.retain(|_, hidden| !hidden.is_empty());
    inside
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import;

    #[test]
    fn what_is_hidden_stands_where_it_stood() {
        let text = concat!(
            "临江市交通\u{200B}运输局关于市十七届人大一次会议第2026042号代表建议答复的函\n\n王某代表：\n",
            "　　您提出的《关于完善接驳的建议》收悉，现答\u{202E}复如下：\n",
            "\u{200B}　　今年增开线\u{FEFF}路3条。\n　　专此答复。\n\n临江市交通运输局\n2026年6月12日\n",
        );
        let imported = import::import(text).unwrap();
        let mut draft = imported.draft;
        put_back(&mut draft, text, &imported.report);
        assert!(draft.letter.title.starts_with("临江市交通\u{200B}运输局"), "{:?}", draft.letter.title);
        assert!(draft.letter.body.contains("现答\u{202E}复如下：\n"), "{:?}", draft.letter.body);
        assert!(draft.letter.body.contains("今年增开线\u{FEFF}路3条。"), "{:?}", draft.letter.body);
        assert_eq!(draft.letter.body.matches(is_hidden).count(), 2, "what stands before a line is left");
    }
}
