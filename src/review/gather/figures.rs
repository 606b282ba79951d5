//! Figures: every clause that counts, measures or dates something.

use crate::letter::outline::Paragraph;
use crate::letter::reference;
use crate::text::{brackets, sentence};
use std::ops::Range;

/// The clauses of one paragraph of `body` that hold figures, in bytes of the body.
///
/// A figure means nothing without the words it counts, so it is vouched for with its clause. The paragraph's own number,
/// titles in 《》, document numbers in 〔〕 and the number of the matter are no figures.
pub fn of_paragraph(body: &str, paragraph: &Paragraph) -> Vec<Range<usize>> {
    let start = paragraph.marker.as_ref().map_or(paragraph.range.start, |marker| marker.range.end);
    let text = &body[start..paragraph.range.end];
    let mut aside: Vec<Range<usize>> = brackets::enclosed(text, '《');
    aside.extend(reference::find_all(text).into_iter().map(|found| found.range));
    aside
        .extend(brackets::enclosed(text, '〔').into_iter().map(|pair| pair.start..document_number_end(text, pair.end)));
    sentence::clauses(text)
        .into_iter()
        .filter(|clause| {
            text[clause.clone()].char_indices().any(|(at, character)| {
                let at = clause.start + at;
                is_digit(character) && !aside.iter().any(|range| range.contains(&at))
            })
        })
        .map(|clause| start + clause.start..start + clause.end)
        .collect()
}

/// Where a document number ends whose year ends at `end`: after the serial and 号.
fn document_number_end(text: &str, end: usize) -> usize {
    let serial = text[end..].len() - text[end..].trim_start_matches(is_digit).len();
    end + serial
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '０'..='９')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::outline::Outline;

    #[test]
    fn clauses_with_figures_and_no_others() {
        let body = "1.按照《2026年工作要点》（临府〔2026〕5号），改造候车亭24座，其余9座将完工。第2026042号建议收悉。";
        let outline = Outline::of(body);
        let found: Vec<&str> =
            of_paragraph(body, &outline.paragraphs[0]).into_iter().map(|range| &body[range]).collect();
        assert_eq!(found, ["改造候车亭24座", "其余9座将完工"]);
    }
}
