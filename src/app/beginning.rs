//! Where one writes in a letter that was just opened.

use crate::letter::closing;
use crate::letter::outline::Outline;

/// The byte of `body` to write at: in a letter of which only the opening stands there, or opening and closing, the blank line
/// behind the opening; else the start.
pub(super) fn place(body: &str) -> usize {
    let outline = Outline::of(body);
    let Some(opening) = outline.paragraphs.first().filter(|_| outline.sections.is_empty()) else {
        return 0;
    };
    let closing = closing::find(body, &outline);
    // A blank line parts it from the opening, and its own end from the closing.
    let apart = match (outline.paragraphs.len(), closing) {
        (1, None) => "\n\n",
        (_, Some((1, _))) => "\n\n\n",
        _ => return 0,
    };
    if body[opening.range.end..].starts_with(apart) { opening.range.end + 2 } else { 0 }
}

/// The byte of `body` to go on at after a workbench ended without saving: where what differs from the `saved` text ends.
pub(super) fn left_at(saved: &str, body: &str) -> usize {
    if saved == body {
        return 0;
    }
    let same = saved.chars().rev().zip(body.chars().rev()).take_while(|(one, other)| one == other);
    body.len() - same.map(|(it, _)| it.len_utf8()).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::{left_at, place};

    #[test]
    fn one_goes_on_where_one_was_writing() {
        for (saved, body) in [
            ("收悉。\n专此答复。", "收悉。\n路灯已|\n专此答复。"),
            ("收悉。路灯已修复。", "收悉。|修复。"),
            ("", "收悉|"),
            ("收悉", "|收悉"),
        ] {
            let at = body.find('|').unwrap();
            assert_eq!(left_at(saved, &body.replace('|', "")), at, "{body}");
        }
    }

    #[test]
    fn one_writes_behind_the_opening_of_a_letter_without_an_answer() {
        for body in [
            "您提出的《关于路灯的建议》（第2026099号）收悉，现答复如下：\n\n|\n\n专此答复，感谢您的支持。\n",
            "您提出的《关于路灯的建议》（第2026099号）收悉，现答复如下：\n\n|",
            "|您提出的建议收悉，现答复如下：\n\n路灯已修复。\n\n专此答复。\n",
            "|您提出的建议收悉，现答复如下：\n\n一、路灯\n已修复。\n\n专此答复。\n",
            "|您提出的建议收悉，现答复如下：\n\n专此答复。\n",
            "|您提出的建议收悉，现答复如下：",
            "|",
        ] {
            let at = body.find('|').unwrap();
            assert_eq!(place(&body.replace('|', "")), at, "{body}");
        }
    }
}
