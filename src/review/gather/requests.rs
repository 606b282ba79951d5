//! The matrix of requests against sections: what the deputies asked for, and where the letter answers it.

use crate::letter::Draft;
use crate::letter::outline::Outline;
use std::ops::Range;

/// One request and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Which of the draft's requests, from 0.
    pub request: usize,
    /// The section that answers it, in bytes of the body; `None` where the place is empty or names no section.
    pub range: Option<Range<usize>>,
}

/// Each request of `draft` with the section that answers it.
pub fn matrix(draft: &Draft, outline: &Outline) -> Vec<Answer> {
    draft
        .matter
        .requests
        .iter()
        .enumerate()
        .map(|(request, asked)| Answer { request, range: section(outline, &asked.answered_in) })
        .collect()
}

/// The section that `path` names: 二（一）, half-width brackets and blanks read all the same.
fn section(outline: &Outline, path: &str) -> Option<Range<usize>> {
    let wanted = plain(path);
    let found = (0..outline.sections.len()).find(|&section| plain(&outline.path(section)) == wanted)?;
    Some(outline.sections[found].range.clone())
}

fn plain(path: &str) -> String {
    path.chars()
        .filter(|character| !character.is_whitespace() && !matches!(character, '、' | '第' | '部' | '分'))
        .map(|character| match character {
            '(' => '（',
            ')' => '）',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::Field;

    #[test]
    fn requests_meet_their_sections() {
        let mut draft = Draft::default();
        draft.letter.body = "一、甲\n（一）乙。\n（二）丙。\n二、丁".to_owned();
        for (index, path) in ["一(二)", "三", "二、"].into_iter().enumerate() {
            draft.set_text(Field::RequestText(index), "某事").unwrap();
            draft.set_text(Field::RequestAnsweredIn(index), path).unwrap();
        }
        let body = &draft.letter.body;
        let found: Vec<Option<&str>> = matrix(&draft, &Outline::of(body))
            .into_iter()
            .map(|answer| answer.range.map(|range| &body[range]))
            .collect();
        assert_eq!(found, [Some("（二）丙。"), None, Some("二、丁")]);
    }
}
