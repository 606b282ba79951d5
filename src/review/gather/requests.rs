//! The matrix of requests against sections: what the deputies asked for, and where the letter answers it.

use crate::letter::Draft;
use crate::letter::answered;
use crate::letter::outline::Outline;
use std::ops::Range;

/// One request and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Which of the draft's requests, from 0.
    pub request: usize,
    /// The sections that answer it, in bytes of the body; none where the place is empty or names no section.
    pub ranges: Vec<Range<usize>>,
}

/// Each request of `draft` with the sections that answer it.
pub fn matrix(draft: &Draft, outline: &Outline) -> Vec<Answer> {
    draft
        .matter
        .requests
        .iter()
        .enumerate()
        .map(|(request, asked)| Answer { request, ranges: sections(outline, &asked.answered_in) })
        .collect()
}

fn sections(outline: &Outline, written: &str) -> Vec<Range<usize>> {
    let named = answered::places(outline, written).into_iter().filter_map(|place| place.section);
    named.map(|section| outline.sections[section].range.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::Field;

    #[test]
    fn requests_meet_their_sections() {
        let mut draft = Draft::default();
        draft.letter.body = "一、甲\n（一）乙。\n（二）丙。\n二、丁".to_owned();
        for (index, path) in ["一(二)", "三", "二、", "一（一）、二"].into_iter().enumerate() {
            draft.set_text(Field::RequestText(index), "某事").unwrap();
            draft.set_text(Field::RequestAnsweredIn(index), path).unwrap();
        }
        let body = &draft.letter.body;
        let found: Vec<Vec<&str>> = matrix(&draft, &Outline::of(body))
            .into_iter()
            .map(|answer| answer.ranges.into_iter().map(|range| &body[range]).collect())
            .collect();
        assert_eq!(found, [vec!["（二）丙。"], vec![], vec!["二、丁"], vec!["（一）乙。", "二、丁"]]);
    }
}
