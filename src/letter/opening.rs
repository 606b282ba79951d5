//! The opening of a body: what was received, under which title and number.

use super::outline::Outline;
use super::reference::{self, MatterNumber};
use crate::text::brackets;
use std::ops::Range;

/// The opening paragraph. Ranges are bytes of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The paragraph, an index into [`Outline::paragraphs`].
    pub paragraph: usize,
    /// Its text.
    pub range: Range<usize>,
    /// The titles it names, without 《》 or quotes.
    pub titles: Vec<Range<usize>>,
    /// The numbers it names.
    pub numbers: Vec<MatterNumber>,
    /// 收悉 or another word of receipt.
    pub receipt: Option<Range<usize>>,
    /// 现答复如下 or another phrase that leads to the answer.
    pub lead_in: Option<Range<usize>>,
}

const RECEIPTS: [&str; 6] = ["收悉", "已收到", "均收到", "悉收", "已转交", "交由我"];
const LEAD_INS: [&str; 8] =
    ["答复如下", "现复如下", "函复如下", "回复如下", "办理情况如下", "汇报如下", "意见如下", "说明如下"];

/// Finds the opening: the first paragraph before any section that speaks of receipt, or else leads to an answer, or
/// else names a title in 《》 together with a number.
pub fn find(body: &str, outline: &Outline) -> Option<Opening> {
    let before_sections =
        (0..outline.paragraphs.len()).take_while(|&index| outline.paragraphs[index].section.is_none()).take(4);
    let mut openings: Vec<Opening> = Vec::new();
    for index in before_sections {
        let opening = read(body, outline, index);
        if opening.receipt.is_some() {
            return Some(opening);
        }
        openings.push(opening);
    }
    let by = |wanted: fn(&Opening) -> bool| openings.iter().find(|opening| wanted(opening)).cloned();
    by(|opening| opening.lead_in.is_some())
        .or_else(|| by(|opening| !opening.titles.is_empty() && !opening.numbers.is_empty()))
}

fn read(body: &str, outline: &Outline, paragraph: usize) -> Opening {
    let range = outline.paragraphs[paragraph].range.clone();
    let text = &body[range.clone()];
    let place = |found: Range<usize>| found.start + range.start..found.end + range.start;
    let phrase = |phrases: &[&str]| {
        phrases
            .iter()
            .filter_map(|phrase| text.find(phrase).map(|at| at..at + phrase.len()))
            .min_by_key(|found| found.start)
            .map(place)
    };
    let mut titles: Vec<Range<usize>> =
        brackets::enclosed(text, '《').iter().map(|pair| place(brackets::inside(text, pair))).collect();
    // Some offices put the title in quotes: “关于……的建议”.
    if titles.is_empty() {
        let quoted = brackets::enclosed(text, '“').into_iter().map(|pair| brackets::inside(text, &pair));
        titles.extend(quoted.filter(|inside| text[inside.clone()].starts_with("关于")).map(place));
    }
    let numbers = reference::find_all(text)
        .into_iter()
        .map(|found| MatterNumber { range: place(found.range), number: place(found.number) })
        .collect();
    Opening { paragraph, titles, numbers, receipt: phrase(&RECEIPTS), lead_in: phrase(&LEAD_INS), range: range.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_opening_with_its_title_and_number() {
        let body = "感谢您的关心。\n您提出的《关于落实〈条例〉的建议》（第2026042号）收悉，现答复如下：\n一、办理情况";
        let opening = find(body, &Outline::of(body)).unwrap();
        assert_eq!(opening.paragraph, 1);
        assert_eq!(&body[opening.titles[0].clone()], "关于落实〈条例〉的建议");
        assert_eq!(&body[opening.numbers[0].number.clone()], "2026042");
        assert_eq!(&body[opening.receipt.unwrap()], "收悉");
        assert_eq!(&body[opening.lead_in.unwrap()], "答复如下");
    }

    #[test]
    fn no_opening() {
        for body in ["", "一、办理情况\n收悉", "我局高度重视。"] {
            assert_eq!(find(body, &Outline::of(body)), None, "{body}");
        }
    }
}
